"""Which words of a translation the model wrote for a term, as its attention tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jaen.model import Span
from jaen.translation.engines import Look
from jaen.translation.ladder.candidate import Case

__all__ = ["Anchor", "anchors"]

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_PLURAL = re.compile(r"[a-z]{2}[^s'’u]s$")  # dogs; not "bus" or "class"
# Words that stand beside a term and never for it; attention to a term often begins at its article.
_LITTLE = frozenset([
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "but", "as", "is",
    "are", "was", "were", "be", "been", "it", "its", "this", "that", "these", "those", "his", "her", "their", "my", "your", "our",
    "he", "she", "they", "we", "i", "you", "there", "not", "no",
])  # fmt: skip
_NEAR = 0.5  # of the strongest word's attention: a neighbor with as much is part of the same name


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a translation that stand for a term of the source.

    Attributes:
        span: of the words, without a possessive ending.
        weight: how much the model looks at the term while it writes them, summed over their pieces.
        is_plural: True for English words in the plural.
    """

    span: Span
    weight: float
    is_plural: bool


def anchors(case: Case, index: int, looks: Sequence[Look]) -> list[Anchor]:
    """The words that the model wrote for a term, the surest first; words of other terms are left out.

    Args:
        case: whose `best` was looked at.
        index: of the term in `Sentence.wanted`.
        looks: of `SteeredModel.align`.
    """
    text, source = case.best.text, case.sentence.wanted[index].span
    taken = [placed.place.span for placed in case.best.placed if placed]
    weighed = []
    for word in _words(text, looks, case.is_spaced):
        if any(word.overlaps(span) for span in taken):
            continue
        weight = sum(sum(look.attention[source.start : source.end]) for look in looks if look.span.overlaps(word))
        if weight > 0:
            weighed.append((word, weight))
    grown = {
        _grown(at, weighed, text): weighed[at][1] for at in sorted(range(len(weighed)), key=lambda at: weighed[at][1])
    }
    best = sorted(grown.items(), key=lambda item: -item[1])
    return [Anchor(span, weight, case.is_spaced and bool(_PLURAL.search(span.of(text)))) for span, weight in best]


def _words(text: str, looks: Sequence[Look], is_spaced: bool) -> list[Span]:
    """The words that could stand for a term; in a language without blanks, the model's own pieces."""
    if not is_spaced:
        return [look.span for look in looks if look.span.length]
    words = []
    for match in _WORD.finditer(text):
        ending = _POSSESSIVE.search(match[0])
        if match[0].lower() not in _LITTLE:
            words.append(Span(match.start(), match.end() - (len(ending[0]) if ending else 0)))
    return words


def _grown(at: int, weighed: Sequence[tuple[Span, float]], text: str) -> Span:
    """The word at *at* with those beside it that are looked at as much."""
    enough = _NEAR * weighed[at][1]
    first = last = at
    while first and weighed[first - 1][1] >= enough and _touch(weighed[first - 1][0], weighed[first][0], text):
        first -= 1
    while (
        last + 1 < len(weighed)
        and weighed[last + 1][1] >= enough
        and _touch(weighed[last][0], weighed[last + 1][0], text)
    ):
        last += 1
    return Span(weighed[first][0].start, weighed[last][0].end)


def _touch(one: Span, other: Span, text: str) -> bool:
    return not text[one.end : other.start].strip()
