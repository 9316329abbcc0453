"""A sentence cut where something begins or ends: a language, a term, a reading above its word, a finding."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Generic, TypeVar

from jaen.model import Bracket, BracketKind, Mark, Run, Span
from jaen.writing.cells import japanese_breaks
from jaen.writing.html.views import LinkView, Piece, Stretch

__all__ = ["Layers", "cut"]

_NONE = ("", "")  # brackets
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Layers:
    """What lies over a text, in code points of it.

    Attributes:
        language: of the text as a whole.
        links: where it names concepts.
        severities: where findings are, the gravest first.
    """

    language: str
    runs: Sequence[Run] = ()
    marks: Sequence[Mark] = ()
    links: Sequence[tuple[Span, LinkView]] = ()
    severities: Sequence[tuple[Span, str]] = ()


def cut(text: str, span: Span, layers: Layers) -> tuple[Stretch, ...]:
    """The characters of *text* at *span*, as stretches that name one concept or none.

    A reading is lifted above its word only where neither a term nor a language begins inside of both.

    >>> from jaen.offsets import Span
    >>> bracket = Bracket(span=Span(2, 9), inner=Span(3, 8), kind=BracketKind.READING, base=Span(0, 2))
    >>> (stretch,) = cut("脆弱(ぜいじゃく)性", Span(0, 10), Layers("ja", marks=[bracket]))
    >>> [(piece.text, piece.reading) for piece in stretch.pieces]
    [('脆弱', 'ぜいじゃく'), ('性', '')]
    """
    languages = _Cover(span, ((run.span, run.language) for run in layers.runs if run.language != layers.language))
    links, severities = _Cover(span, layers.links), _Cover(span, layers.severities)
    fixed = {span.start, span.end, *languages.edges, *links.edges}
    readings = _readings(span, layers.marks, sorted(fixed))
    edges = fixed | readings.edges
    edges |= {edge for edge in severities.edges if not readings.holds(edge)}
    broken = {at for pair in japanese_breaks(span.of(text)) for at in range(span.start + pair[0], span.start + pair[1])}
    cuts = []
    for start, end in pairwise(sorted(edges)):
        bracket = readings.at(start)
        piece = Piece(
            text=_words(text, Span(start, bracket.span.start if bracket else end), broken),
            language=_tag(languages.at(start)),
            reading=bracket.inner.of(text) if bracket else "",
            brackets=(text[bracket.span.start : bracket.inner.start], text[bracket.inner.end : end])
            if bracket
            else _NONE,
            severity=severities.at(start) or severities.at(end - 1) or "",
        )
        cuts.append((links.index(start), links.at(start), piece))
    groups = groupby(cuts, key=lambda one: one[0])
    return tuple(_stretch([*group]) for _, group in groups)


def _stretch(cuts: Sequence[tuple[int, LinkView | None, Piece]]) -> Stretch:
    return Stretch(tuple(piece for _, _, piece in cuts), cuts[0][1])


def _words(text: str, span: Span, broken: Set[int]) -> str:
    """The characters at *span* without line breaks between Japanese ones, for which a browser would show a blank."""
    return "".join(text[at] for at in range(*span) if at not in broken) if broken else span.of(text)


def _tag(language: str | None) -> str | None:
    """HTML says of a language that nobody knows: lang=""."""
    return "" if language == "und" else language


def _readings(span: Span, marks: Iterable[Mark], fixed: Sequence[int]) -> "_Cover[Bracket]":
    """The readings right behind their word, with no fixed edge inside; each from its word to its bracket's end."""
    found = []
    for mark in marks:
        if isinstance(mark, Bracket) and mark.kind is BracketKind.READING and mark.base:
            whole = Span(mark.base.start, mark.span.end)
            is_beside = mark.base.end == mark.span.start and mark.base.length
            is_whole = bisect_right(fixed, whole.start) >= bisect_right(fixed, whole.end - 1)
            if is_beside and is_whole and span.start <= whole.start and whole.end <= span.end:
                found.append((whole, mark))
    return _Cover(span, found)


class _Cover(Generic[T]):
    """Values over parts of a span, disjoint: what begins inside an earlier one begins where that ends."""

    def __init__(self, within: Span, spans: Iterable[tuple[Span, T]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._values: list[T] = []
        at = within.start
        for span, value in sorted(spans, key=lambda one: one[0]):
            start, end = max(span.start, at), min(span.end, within.end)
            if start < end:
                self._starts.append(start)
                self._ends.append(end)
                self._values.append(value)
                at = end

    @property
    def edges(self) -> set[int]:
        return {*self._starts, *self._ends}

    def index(self, offset: int) -> int:
        """Which of the values lies over *offset*; otherwise a number that is its own for each gap."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self._ends[index] else -2 - index

    def at(self, offset: int) -> T | None:
        index = self.index(offset)
        return self._values[index] if index >= 0 else None

    def holds(self, offset: int) -> bool:
        """True strictly inside of one of them."""
        index = self.index(offset)
        return index >= 0 and self._starts[index] < offset
