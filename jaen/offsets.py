"""Places in a text: spans, and the map between a text and an edited form of it.

Everything that jaen changes for looking something up (width, spaces, lifted readings) is an `Edit`, so that
every place found in the changed text can be shown in the original.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["Edit", "Lines", "Normalized", "Span", "Stretches", "apply_edits", "compose", "unchanged"]


class _Pair(NamedTuple):
    start: int
    end: int


class Span(_Pair):
    """A half-open range of code points.

    A tuple underneath, because an article has tens of thousands of them.

    >>> Span(1, 3).of("東京都へ")
    '京都'
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> "Span":
        """The range [start, end).

        Raises:
            ValueError: it is not 0 <= start <= end.
        """
        if not 0 <= start <= end:
            raise ValueError(f"span [{start}, {end}) is not 0 <= start <= end")
        return tuple.__new__(cls, (start, end))

    @property
    def length(self) -> int:
        """How many code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of *text* at this span."""
        return text[self.start : self.end]

    def shift(self, by: int) -> "Span":
        """The same range, *by* code points further on."""
        start, end = self
        return Span(start + by, end + by)

    def covers(self, other: "Span") -> bool:
        """True when *other* lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """True when both share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: `source` of the original became `target` of the result, by `rule` (`width`, `ruby` …).

    An empty `target` is a deletion, an empty `source` an insertion.
    """

    source: Span
    target: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Normalized:
    """An edited text that knows where each of its characters came from.

    Attributes:
        source: the text before.
        text: the text after.
        edits: in order, disjoint on both sides; between them the two texts are equal.

    >>> n = apply_edits("脆弱(ぜいじゃく)性", [(2, 9, "", "ruby")])
    >>> n.text
    '脆弱性'
    >>> n.to_source(Span(0, 3)).of(n.source)
    '脆弱(ぜいじゃく)性'
    >>> n.to_source(Span(2, 3)).of(n.source)
    '性'
    >>> n.from_source(Span(9, 10)).of(n.text)
    '性'
    """

    source: str
    text: str
    edits: tuple[Edit, ...] = ()
    _source_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _target_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_source_starts", tuple(e.source.start for e in self.edits))
        object.__setattr__(self, "_target_starts", tuple(e.target.start for e in self.edits))

    def to_source(self, span: Span) -> Span:
        """The tightest range of `source` that the characters of `text` at *span* came from.

        A deletion inside *span* is included, one at its edge is not.
        """
        if not self.edits:
            return span
        start = self._source_start(span.start)
        return Span(start, max(start, self._source_end(span.end))) if span.length else Span(start, start)

    def from_source(self, span: Span) -> Span:
        """The tightest range of `text` that the characters of `source` at *span* became.

        Empty where they were deleted.
        """
        if not self.edits:
            return span
        start = self._target_start(span.start)
        return Span(start, max(start, self._target_end(span.end))) if span.length else Span(start, start)

    def _source_start(self, position: int) -> int:
        """Where the character of `text` that begins at *position* begins in `source`."""
        index = bisect_right(self._target_starts, position) - 1
        if index < 0:
            return position
        edit = self.edits[index]
        if position < edit.target.end:
            return edit.source.start
        return edit.source.end + position - edit.target.end

    def _source_end(self, position: int) -> int:
        """Where the character of `text` that ends at *position* ends in `source`."""
        index = bisect_left(self._target_starts, position) - 1
        if index < 0:
            return position
        edit = self.edits[index]
        if position <= edit.target.end and edit.target.length:
            return edit.source.end
        return edit.source.end + position - edit.target.end

    def _target_start(self, position: int) -> int:
        index = bisect_right(self._source_starts, position) - 1
        if index < 0:
            return position
        edit = self.edits[index]
        if position < edit.source.end:
            return edit.target.start
        return edit.target.end + position - edit.source.end

    def _target_end(self, position: int) -> int:
        index = bisect_left(self._source_starts, position) - 1
        if index < 0:
            return position
        edit = self.edits[index]
        if position <= edit.source.end and edit.source.length:
            return edit.target.end
        return edit.target.end + position - edit.source.end


def unchanged(text: str) -> Normalized:
    """*text* with no edits."""
    return Normalized(text, text)


def apply_edits(text: str, edits: Iterable[tuple[int, int, str, str]]) -> Normalized:
    """Apply replacements to *text*.

    Args:
        text: the original.
        edits: (start, end, replacement, rule) in order, disjoint, in code points of *text*. A replacement equal
            to what it replaces is no edit and is left out.

    Raises:
        ValueError: the edits overlap or are out of order.

    >>> apply_edits("ＡＩだ", [(0, 2, "AI", "width")]).text
    'AIだ'
    """
    out: list[str] = []
    done: list[Edit] = []
    at = length = 0
    for start, end, replacement, rule in edits:
        if start < at or end < start or end > len(text):
            raise ValueError(f"edit [{start}, {end}) by {rule} overlaps or is out of order")
        if text[start:end] == replacement:
            continue
        out.append(text[at:start])
        length += start - at
        out.append(replacement)
        done.append(Edit(Span(start, end), Span(length, length + len(replacement)), rule))
        length += len(replacement)
        at = end
    if not done:
        return unchanged(text)
    out.append(text[at:])
    return Normalized(text, "".join(out), tuple(done))


def compose(first: Normalized, second: Normalized) -> Normalized:
    """The map from `first.source` to `second.text`; `second.source` must be `first.text`.

    Edits of the two that touch the same characters become one edit whose rule names both (`width+quotes`).
    """
    if first.text != second.source:
        raise ValueError("the second map does not start where the first ends")
    if not second.edits:
        return first
    if not first.edits:
        return second
    return Normalized(first.source, second.text, tuple(_composed(first, second)))


@dataclass(slots=True)
class _Group:
    """Edits of both maps that touch in the middle text [start, end)."""

    start: int
    end: int
    edits: tuple[list[Edit], list[Edit]]  # of the first map, of the second

    def joins(self, start: int, end: int, which: int) -> bool:
        if start < self.end:
            return True
        # An empty edit exactly at the other map's edge: the two can't be told apart any more.
        touches = start == self.end and (start == end or self.start == self.end)
        return touches and not self.edits[which] and bool(self.edits[1 - which])

    @property
    def rule(self) -> str:
        parts = [part for edits in self.edits for edit in edits for part in edit.rule.split("+")]
        return "+".join(dict.fromkeys(parts))


class Lines:
    r"""The lines of a text, to tell a place as editors count: from 1.

    >>> lines = Lines("one\ntwo\n")
    >>> lines.number(3), lines.number(4)
    (1, 2)
    >>> lines.column(5)
    2
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def number(self, offset: int) -> int:
        """The line that the code point at *offset* stands in."""
        return bisect_right(self._starts, offset)

    def column(self, offset: int) -> int:
        """Which code point of its line the one at *offset* is."""
        return offset - self._starts[self.number(offset) - 1] + 1


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


def _composed(first: Normalized, second: Normalized) -> list[Edit]:
    """Join edits that touch in the middle text, then express each group in the outer texts."""
    middle = [(e.target.start, e.target.end, 0, e) for e in first.edits]
    middle += [(e.source.start, e.source.end, 1, e) for e in second.edits]
    middle.sort(key=lambda item: item[:3])
    groups: list[_Group] = []
    for start, end, which, edit in middle:
        if not (groups and groups[-1].joins(start, end, which)):
            groups.append(_Group(start, end, ([], [])))
        groups[-1].end = max(groups[-1].end, end)
        groups[-1].edits[which].append(edit)
    composed = []
    to_source = to_target = 0  # distance from the middle text to each outer text
    for group in groups:
        source_start, target_start = group.start + to_source, group.start + to_target
        to_source += sum(e.source.length - e.target.length for e in group.edits[0])
        to_target += sum(e.target.length - e.source.length for e in group.edits[1])
        source, target = Span(source_start, group.end + to_source), Span(target_start, group.end + to_target)
        composed.append(Edit(source, target, group.rule))
    return composed
