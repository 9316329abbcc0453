"""Japanese dates: where an expression may begin, and which reader takes it."""

import re
from collections.abc import Callable
from datetime import date

from jaen.text.dates.calendar import Found
from jaen.text.dates.japanese_calendar import read_calendar, read_figures
from jaen.text.dates.japanese_relative import read_relative, read_week
from jaen.text.dates.japanese_words import BACKWARD, DAYS, MONTHS, WEEKS, YEARS, any_of

__all__ = ["find"]

_TRIGGER = re.compile(
    rf"[0-9０-９]+|[〇一二三四五六七八九十]+|明治|大正|昭和|平成|令和|[MTSHR](?=[0-9]{{1,2}}\.[0-9])|西暦"
    rf"|{any_of(YEARS)}|{any_of(MONTHS)}|{any_of(WEEKS)}|{any_of(DAYS)}|{any_of(BACKWARD)}"
    r"|[今来昨][春夏秋冬]|春|夏|秋|冬|週末|年末|年初|年度末|月末|第|上半期|下半期|[月火水木金土日]曜"
)
_READERS: tuple[Callable[[str, int, date | None], Found | None], ...] = (
    read_figures,
    read_relative,
    read_calendar,
    read_week,
)


def find(text: str, anchor: date | None) -> list[Found]:
    """Every Japanese date expression, left to right; overlaps are decided by the first and longest."""
    found: list[Found] = []
    at = 0
    while trigger := _TRIGGER.search(text, at):
        hit = next(filter(None, (reader(text, trigger.start(), anchor) for reader in _READERS)), None)
        if hit is not None:
            found.append(hit)
        at = hit.end if hit else trigger.end()
    return found
