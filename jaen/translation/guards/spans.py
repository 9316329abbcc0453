"""Stretches of a text, to ask quickly which of them a place touches."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from jaen.model import Span

__all__ = ["Stretches"]


class Stretches:
    """Stretches of one text.

    Args:
        spans: in any order; those that overlap or touch nothing else stay apart.

    >>> stretches = Stretches([Span(2, 5)])
    >>> stretches.touch(Span(4, 9)), stretches.touch(Span(5, 9)), stretches.cover(Span(3, 5))
    (True, False, True)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: list[Span] = []
        for span in sorted(spans):
            if self._spans and span.start < self._spans[-1].end:
                self._spans[-1] = Span(self._spans[-1].start, max(self._spans[-1].end, span.end))
            elif span.length:
                self._spans.append(span)

    def touch(self, span: Span) -> bool:
        """True when a stretch and *span* share a character."""
        at = bisect_left(self._spans, span.end, key=lambda stretch: stretch.start) - 1
        return at >= 0 and self._spans[at].overlaps(span)

    def cover(self, span: Span) -> bool:
        """True when *span* lies inside one stretch."""
        at = bisect_right(self._spans, span.start, key=lambda stretch: stretch.start) - 1
        return at >= 0 and self._spans[at].covers(span)

    def cut(self, place: int) -> bool:
        """True when *place* is inside a stretch, where cutting the text would cut the stretch."""
        at = bisect_left(self._spans, place, key=lambda stretch: stretch.start) - 1
        return at >= 0 and self._spans[at].start < place < self._spans[at].end

    def gaps(self, within: Span) -> list[Span]:
        """What of *within* is in no stretch, in order."""
        found, at = [], within.start
        first = max(0, bisect_right(self._spans, at, key=lambda stretch: stretch.start) - 1)
        last = bisect_left(self._spans, within.end, key=lambda stretch: stretch.start)
        for stretch in self._spans[first:last]:
            if stretch.end <= at:
                continue
            if stretch.start > at:
                found.append(Span(at, stretch.start))
            at = stretch.end
        if at < within.end:
            found.append(Span(at, within.end))
        return found
