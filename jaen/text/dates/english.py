"""English dates: where an expression may begin, and which reader takes it.

Names of months and weekdays count only with their capital; May and March also need a day, a year or a preposition.
"""

import re
from collections.abc import Callable
from datetime import date

from jaen.text.dates.calendar import Found
from jaen.text.dates.english_calendar import read_day, read_figures, read_month, read_year
from jaen.text.dates.english_period import read_part, read_period
from jaen.text.dates.english_relative import read_near, read_weekday
from jaen.text.dates.english_words import MONTH, WEEKDAY

__all__ = ["find"]

_TRIGGER = re.compile(
    rf"(?<![\w$€£¥#.-])(?:[0-9]+|{MONTH}|{WEEKDAY}|FY\s?[0-9]|[QH][1-4]\b|"
    r"(?i:early|mid|late|start|beginning|middle|end|earlier|later|this|last|next|today|yesterday|tomorrow|tonight|the|that"
    r"|fiscal|spring|summer|autumn|fall|winter|first|second|third|fourth|a|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|current|previous)(?![A-Za-z0-9]))"
)
_READERS: tuple[Callable[[str, int, date | None], Found | None], ...] = (
    read_figures,
    read_day,
    read_part,
    read_weekday,
    read_period,
    read_month,
    read_near,
    read_year,
)


def find(text: str, anchor: date | None) -> list[Found]:
    """Every English date expression, left to right; the first rule that fits a place decides."""
    found: list[Found] = []
    at = 0
    while trigger := _TRIGGER.search(text, at):
        start = trigger.start()
        hit = next(filter(None, (reader(text, start, anchor) for reader in _READERS)), None)
        if hit is not None:
            found.append(hit)
        at = max(hit.end if hit else trigger.end(), start + 1)
    return found
