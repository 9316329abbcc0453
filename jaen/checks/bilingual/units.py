"""Numbers with the same value on both sides that count different things: 3兆円 as 3 trillion dollars."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jaen.checks.bilingual.figures import numbers_in
from jaen.model import Number, Pair, Passage, Span
from jaen.text.numbers import units_agree
from jaen.text.numbers.units import EQUIVALENTS, MEASURES, MONEY

__all__ = ["exchanged_times", "exchanged_units"]

# Different units that people write for one another, or that one word may mean: ポンド is money or a weight, 3年目の
# 15歳 may be "15 years", a 2-point rise is one of 2 %, ３日間 and "for three days" as well as ３日 are days.
_ALIKE = (
    frozenset(["pound", "lb"]),
    frozenset(["dollar", "australian-dollar", "canadian-dollar"]),
    frozenset(["year", "year-old"]),
    frozenset(["%", "point"]),
    frozenset(["キロ", "km", "kg", "km/h"]),
    frozenset(["mile", "mph"]),
    frozenset(["point", "点"]),
    frozenset(["point", "yen"]),  # the Nikkei average is told in either, and the Dow
    frozenset(["point", "dollar"]),
)
_BEINGS = ("人", "社", "カ国")  # of counters, only these: what a 件 or an 本 is, English says in a hundred ways
_TIMES = ("second", "minute", "hour", "day", "week", "month", "year")
_ONE = re.compile(rf"\b(?:an?|one|the (?:coming|next|past|last))[ -]({'|'.join(_TIMES)})\b", re.IGNORECASE)
_TIME = {unit: re.compile(rf"\b{unit}", re.IGNORECASE) for unit in _TIMES}


def exchanged_units(pair: Pair) -> Iterator[tuple[Number, Number]]:
    """Each number of the source with the number of the target that has its value and, for certain, another unit."""
    targets, sources = _by_value(pair.target), _by_value(pair.source)
    for value, numbers in sources.items():
        same = targets.get(value, [])
        for number in numbers if same else ():
            if not number.unit or any(not _is_other(number.unit, one.unit) for one in same):
                continue
            other = same[0]
            if all(_is_other(one.unit, other.unit) for one in numbers):
                yield number, other


def exchanged_times(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """One hour as "a minute": English writes a one as an article, so the units themselves are compared.

    Only where either side names one stretch of time as one, and the other side does not name its unit at all.
    """
    source, target = _one_time(pair.source), _one_time(pair.target)
    if source and target and source[0] != target[0]:
        apart = not _names(pair.source, target[0]) and not _names(pair.target, source[0])
        if apart:
            yield source[1], target[1]


def _one_time(passage: Passage) -> tuple[str, Span] | None:
    """The only stretch of time of which there is one: 1時間, an hour."""
    if passage.language == "ja":
        ones = [one for one in numbers_in(passage) if one.low == one.high == 1 and one.unit in _TIMES]
        found = [(one.unit, one.span) for one in ones]
    else:
        found = [
            (match[1].lower(), Span(*match.span()).shift(segment.span.start))
            for segment in passage.segments
            for match in _ONE.finditer(segment.text)
        ]
    return found[0] if len(found) == 1 else None


def _names(passage: Passage, unit: str) -> bool:
    """True where the passage counts something in *unit*, or, in English, has the word."""
    if passage.language != "ja" and _TIME[unit].search(passage.text):
        return True
    return any(number.unit == unit for number in numbers_in(passage))


def _by_value(passage: Passage) -> dict[tuple[Decimal, Decimal], list[Number]]:
    found: dict[tuple[Decimal, Decimal], list[Number]] = {}
    for number in numbers_in(passage):
        found.setdefault((number.low, number.high), []).append(number)
    return found


def _is_other(first: str, second: str) -> bool:
    """True for two units that can't be the same: dollar and yen, hour and minute, 人 and company."""
    if not first or not second or first == second or any(first in alike and second in alike for alike in _ALIKE):
        return False
    if first in MONEY or second in MONEY:
        both = first in MONEY and second in MONEY
        return both or (first in MEASURES and second in MEASURES) or bool(_being(first) or _being(second))
    if {first, second} == {"度", "°F"}:  # 30度 is 30 °C where nobody says 華氏
        return True
    if first in MEASURES and second in MEASURES:
        return True
    one, other = _being(first), _being(second)
    return bool(one and other) and one != other and not units_agree(first, second)


def _being(unit: str) -> str | None:
    """Which of people, companies and countries *unit* counts, where it can be none of the others."""
    fits = [
        one for one in _BEINGS if unit == one or unit in EQUIVALENTS[one] or EQUIVALENTS.get(unit) == EQUIVALENTS[one]
    ]
    return fits[0] if len(fits) == 1 else None
