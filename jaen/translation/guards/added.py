"""Numbers of a translation that its source does not have."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from jaen.model import Span
from jaen.offsets import Stretches
from jaen.text.numbers import find_numbers
from jaen.translation.guards.amounts import Amount, said

__all__ = ["Side", "added_numbers"]

# Figures that are no part of a name (GPT-5.5, H2O, a file's name).
_FIGURES = re.compile(
    r"(?<![0-9A-Za-z_.,-])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?![0-9A-Za-z]*[A-Za-z_]-?[0-9])"
)
_WIDE = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_LEAST = 10  # smaller ones are often said in another way: 半年 is 6 months
# What a source may say for a number without writing it.
_SAME = {
    10: "decade|十",
    12: "正午|昼|ダース|年|noon|dozen|midday",
    20: "はたち|二十歳|score|twent",
    24: "日|夜|day",
    30: "半|half|thirt",
    40: "fort",
    50: "半|half|fift",
    60: "時間|分|hour|minute|sixt",
    70: "sevent",
    80: "eight",
    90: "半|half|ninet",
    100: "全|完全|百|満|hundred|full",
}
_HALF_DAY = 12  # hours: 午後3時 is 15:00
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a translation: its text, the language of that, and the amounts in it."""

    text: str
    language: str
    amounts: Sequence[Amount] = ()


def added_numbers(source: Side, target: Side, kept: Sequence[Span]) -> Iterator[Span]:
    """Where a translation has figures from 10 on that nothing in its source stands for; silent when in doubt.

    Args:
        source: what was translated.
        target: its translation.
        kept: where what was required stands in the translation; its figures are right.
    """
    figures = [match for match in _FIGURES.finditer(target.text.translate(_WIDE)) if _value(match[0]) >= _LEAST]
    if not figures:
        return
    there = _Values.of(source)
    numbers = find_numbers(target.text, target.language)
    starts = [number.span.start for number in numbers]
    fixed = Stretches(kept)
    stands = cache(there.have)
    for match in figures:
        place = Span(match.start(), match.end())
        read = {_value(match[0])}
        near = numbers[max(0, bisect_right(starts, place.start) - 1) : bisect_left(starts, place.end)]
        read.update(value for number in near if number.span.overlaps(place) for value in (number.low, number.high))
        if not fixed.touch(place) and not any(map(stands, read)):
            yield place


def _value(figures: str) -> Decimal:
    return Decimal(figures.replace(",", ""))


@dataclass(frozen=True, slots=True)
class _Values:
    """What a text says: its values, and the last two figures of those that may be years."""

    text: str
    all: frozenset[Decimal]
    years: frozenset[Decimal]

    @classmethod
    def of(cls, side: Side) -> "_Values":
        found = set(said(side.text, side.language).values)
        found.update(value for amount in side.amounts for value in amount.values)
        return cls(side.text, frozenset(found), frozenset(one % _CENTURY for one in found if _is_year(one)))

    def have(self, value: Decimal) -> bool:
        """True when the text may say *value*."""
        if value in self.all or -value in self.all:
            return True
        if value < 2 * _HALF_DAY and (value - _HALF_DAY in self.all or value + _HALF_DAY in self.all):
            return True
        if value in self.years:  # '95 is 1995
            return True
        if _is_year(value) and (value % _CENTURY in self.all or "世紀" in self.text):
            return True
        same = _SAME.get(int(value))
        return bool(same and re.search(same, self.text, re.IGNORECASE))


def _is_year(value: Decimal) -> bool:
    return 1000 <= value <= 2100
