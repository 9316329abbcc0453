"""Weekdays by their names; Monday is 0."""

from jaen.text.dates.english_words import WEEKDAYS as ENGLISH
from jaen.text.dates.japanese_words import WEEKDAYS as JAPANESE

__all__ = ["ENGLISH", "JAPANESE", "weekday_number"]


def weekday_number(name: str) -> int:
    """The number of a weekday by its name: a kanji, or three letters or more of English.

    >>> weekday_number("火"), weekday_number("Tuesday"), weekday_number("Tues")
    (1, 1, 1)
    """
    if name in JAPANESE:
        return JAPANESE.index(name)
    return next(number for number, day in enumerate(ENGLISH) if day.startswith(name[:3]))
