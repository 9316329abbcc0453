"""Measures of one kind in different units: 10 miles are about 16 km, 90分 an hour and a half, 5000トン five million kg."""

from decimal import Decimal

from jaen.model import Number

__all__ = ["is_converted"]

_LENGTH = {
    "mm": "0.001",
    "cm": "0.01",
    "m": "1",
    "km": "1000",
    "キロ": "1000",
    "inch": "0.0254",
    "foot": "0.3048",
    "mile": "1609.344",
}
_AREA = {"m2": "1", "sq ft": "0.0929", "ha": "10000", "acre": "4046.86", "km2": "1000000"}
_WEIGHT = {"mg": "0.001", "g": "1", "lb": "453.592", "kg": "1000", "キロ": "1000", "t": "1000000"}
_VOLUME = {"ml": "0.001", "l": "1", "kl": "1000", "m3": "1000", "barrel": "158.987"}
_POWER = {"W": "1", "kW": "1000", "MW": "1000000", "GW": "1000000000"}
_SPEED = {"km/h": "1", "mph": "1.609344"}
_FREQUENCY = {"Hz": "1", "kHz": "1000", "MHz": "1000000", "GHz": "1000000000"}
_DATA = {"KB": "0.001", "MB": "1", "GB": "1000", "TB": "1000000"}
_TIME = {"second": "1", "minute": "60", "hour": "3600", "day": "86400", "week": "604800"}
_MONTHS = {"month": "1", "year": "12"}
_RATE = {"bp": "0.01", "%": "1", "point": "1"}

_KINDS = (_LENGTH, _AREA, _WEIGHT, _VOLUME, _POWER, _SPEED, _FREQUENCY, _DATA, _TIME, _MONTHS, _RATE)
_ROUNDED = Decimal("0.06")  # 10 miles, exactly 16.09 km, are written as 16 km, and 6 feet as 180 cm


def is_converted(first: Number, second: Number) -> bool:
    """True when both measure the same in different units, within what people round off.

    >>> from jaen.text.numbers import find_numbers
    >>> is_converted(find_numbers("10マイル", "ja")[0], find_numbers("16 kilometers", "en")[0])
    True
    """
    if first.unit == second.unit:
        return False
    for kind in _KINDS:
        if first.unit in kind and second.unit in kind:
            one, two = Decimal(kind[first.unit]), Decimal(kind[second.unit])
            return _is_near(first.low * one, second.low * two) and _is_near(first.high * one, second.high * two)
    return False


def _is_near(first: Decimal, second: Decimal) -> bool:
    return abs(first - second) <= _ROUNDED * max(abs(first), abs(second))
