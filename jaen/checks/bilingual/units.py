"""Numbers with the same value on both sides that count different things: 3兆円 as 3 trillion dollars."""

from collections.abc import Iterator

from jaen.checks.bilingual.figures import numbers_in
from jaen.model import Number, Pair
from jaen.text.numbers import units_agree
from jaen.text.numbers.units import ENGLISH_UNITS, EQUIVALENTS, JAPANESE_UNITS, MONEY

__all__ = ["exchanged_units"]

_MEASURES = frozenset(JAPANESE_UNITS.values()) | frozenset(ENGLISH_UNITS.values())
# Different units that people write for one another, or that one word may mean: ポンド is money or a weight, 3年目の
# 15歳 may be "15 years", a 2-point rise is one of 2 %, ３日間 and "for three days" as well as ３日 are days.
_ALIKE = (
    frozenset(["pound", "lb"]),
    frozenset(["dollar", "australian-dollar", "canadian-dollar"]),
    frozenset(["year", "year-old"]),
    frozenset(["%", "point"]),
    frozenset(["キロ", "km", "kg", "km/h"]),
    frozenset(["m", "min"]),
    frozenset(["mile", "mph"]),
    frozenset(["point", "点", "yen"]),  # the Nikkei average is in either
)
_BEINGS = ("人", "社", "カ国")  # of counters, only these: what a 件 or an 本 is, English says in a hundred ways


def exchanged_units(pair: Pair) -> Iterator[tuple[Number, Number]]:
    """Each number of the source with the number of the target that has its value and, for certain, another unit."""
    targets = list(numbers_in(pair.target))
    sources = list(numbers_in(pair.source))
    for number in sources:
        same = [one for one in targets if (one.low, one.high) == (number.low, number.high)]
        if not same or not number.unit or any(not _is_other(number.unit, one.unit) for one in same):
            continue
        other = same[0]
        claimed = any(
            one is not number and (one.low, one.high) == (other.low, other.high) and not _is_other(one.unit, other.unit)
            for one in sources
        )
        if not claimed:
            yield number, other


def _is_other(first: str, second: str) -> bool:
    """True for two units that can't be the same: dollar and yen, hour and minute, 人 and company."""
    if not first or not second or first == second or any(first in alike and second in alike for alike in _ALIKE):
        return False
    if first in MONEY or second in MONEY:
        both = first in MONEY and second in MONEY
        return both or (first in _MEASURES and second in _MEASURES) or bool(_being(first) or _being(second))
    if first in _MEASURES and second in _MEASURES:
        return True
    one, other = _being(first), _being(second)
    return bool(one and other) and one != other and not units_agree(first, second)


def _being(unit: str) -> str | None:
    """Which of people, companies and countries *unit* counts, where it can be none of the others."""
    fits = [
        one for one in _BEINGS if unit == one or unit in EQUIVALENTS[one] or EQUIVALENTS.get(unit) == EQUIVALENTS[one]
    ]
    return fits[0] if len(fits) == 1 else None
