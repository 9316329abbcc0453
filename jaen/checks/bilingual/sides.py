"""Numbers that are right by themselves and wrong by what stands around them: 100社未満 as "over 100", 20人中15人 turned round."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from jaen.checks.bilingual.figures import numbers_in
from jaen.model import Number, Pair, Passage, Span
from jaen.text.numbers.bounds import Bound, find_bound

__all__ = ["exchanged_bounds", "exchanged_grades", "exchanged_parts", "exchanged_signs", "exchanged_vague"]

_WHOLE_FIRST = re.compile("(?:の?うち|中)(?:の|、)?")  # 20人中15人
_APART = 2  # 十数人, up to 19, may be "dozens", from 24; 数百, up to 900, are not "thousands", from 2,000
_TEMPERATURES = ("度", "degree", "°C", "°F")
_BELOW = re.compile(r"\b(?:minus|below|negative|sub-?zero|freezing)\b|[-−–]\d|マイナス|零下|氷点下", re.IGNORECASE)
_GRADE_JA = re.compile("(?P<grade>[56５６])(?P<half>[強弱])(?![者点体い化力制調])")
_GRADE_EN = re.compile(
    r"\b(?P<half>upper|lower|strong|weak)[ -](?P<grade>[56])\b|\b(?P<grade2>[56])(?:[ -](?P<half2>upper|lower|strong|weak|plus|minus)\b|(?P<sign>[+-](?!\w)))",
    re.IGNORECASE,
)
_HALVES = {"強": "upper", "strong": "upper", "plus": "upper", "+": "upper"}
_HALVES |= {"弱": "lower", "weak": "lower", "minus": "lower", "-": "lower"}
_PART_FIRST = re.compile(r" (?:out of|of|in)(?: (?:the|every|all))? ")  # 15 out of 20 people


def exchanged_bounds(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Each lower bound of the source that is an upper one in the target, and the other way round."""
    targets, sources = _bounds_by_value(pair.target), _bounds_by_value(pair.source)
    for value, bounds in sources.items():
        same, here = targets.get(value, []), {bound for bound, _ in bounds}
        if same and len(here) == 1 and here.isdisjoint(bound for bound, _ in same):
            yield from ((place, same[0][1]) for _, place in bounds)


def _bounds_by_value(passage: Passage) -> dict[tuple[Decimal, Decimal], list[tuple[Bound, Span]]]:
    found: dict[tuple[Decimal, Decimal], list[tuple[Bound, Span]]] = {}
    for number, bound, place in _bounds(passage):
        found.setdefault((number.low, number.high), []).append((bound, place))
    return found


def _bounds(passage: Passage) -> Iterator[tuple[Number, Bound, Span]]:
    for number in numbers_in(passage):
        found = find_bound(passage.article.text, number.span, passage.language)
        if found:
            yield number, *found


def exchanged_parts(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Each part of a whole whose two numbers stand the wrong way round in the target: 20 out of 15 people."""
    targets = {(part, whole): there for part, whole, there in reversed([*_parts(pair.target)])}
    for part, whole, place in _parts(pair.source):
        other = targets.get((whole, part))
        if other and part != whole:
            yield place, other


def _parts(passage: Passage) -> Iterator[tuple[object, object, Span]]:
    """(part, whole, where both stand)."""
    text = passage.article.text
    for first, second in pairwise(numbers_in(passage)):
        between = text[first.span.end : second.span.start]
        place = Span(first.span.start, max(first.span.end, second.span.end))
        if passage.language == "ja" and _WHOLE_FIRST.fullmatch(between):
            yield (second.low, second.high), (first.low, first.high), place
        elif passage.language == "en" and _PART_FIRST.fullmatch(between):
            yield (first.low, first.high), (second.low, second.high), place


def exchanged_vague(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """The one vague number of either side, where they are of another size: 数十人 as "hundreds"."""
    source, target = _vague(pair.source), _vague(pair.target)
    if len(source) == len(target) == 1:
        mine, theirs = source[0], target[0]
        if mine.high * _APART < theirs.low or theirs.high * _APART < mine.low:
            yield mine.span, theirs.span


def exchanged_signs(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Each temperature below zero that is above it on the other side: マイナス5度 as "5 degrees"."""
    both = ((pair.source, pair.target), (pair.target, pair.source))
    for one, other in both:
        positive: dict[Decimal, Number] = {}
        for there in numbers_in(other):
            if there.low > 0:
                positive.setdefault(there.low, there)
        for number in numbers_in(one) if not _BELOW.search(other.text) else ():
            same = positive.get(-number.low)
            if same and number.unit in _TEMPERATURES and same.unit in _TEMPERATURES:
                yield (number.span, same.span) if one is pair.source else (same.span, number.span)


def exchanged_grades(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """The half of a grade of the Japanese seismic scale that is the other one on the other side: 震度5強 as "lower 5"."""
    if not any("震度" in one.text for one in (pair.source, pair.target)):
        return
    sources, targets = dict(_grades(pair.source)), dict(_grades(pair.target))
    for (grade, half), place in sources.items():
        other = (grade, "lower" if half == "upper" else "upper")
        if other in targets and other not in sources and (grade, half) not in targets:
            yield place, targets[other]


def _grades(passage: Passage) -> Iterator[tuple[tuple[int, str], Span]]:
    """((grade, half), where it stands)."""
    pattern = _GRADE_JA if passage.language == "ja" else _GRADE_EN
    for segment in passage.segments:
        for match in pattern.finditer(segment.text):
            found = match.groupdict()
            half = (found["half"] or found.get("half2") or found.get("sign") or "").lower()
            grade = int(found["grade"] or found["grade2"])
            yield (grade, _HALVES.get(half, half)), Span(*match.span()).shift(segment.span.start)


def _vague(passage: Passage) -> list[Number]:
    text = passage.article.text
    ranges = (one for one in numbers_in(passage) if one.kind == "range" and one.approximate)
    return [one for one in ranges if not any(letter.isdecimal() for letter in one.span.of(text))]
