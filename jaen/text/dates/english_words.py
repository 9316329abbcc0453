"""Words that English date expressions are made of, and what several readers need."""

import re
from collections.abc import Callable
from datetime import date

from jaen.text.dates import calendar
from jaen.text.dates.calendar import Interval, Reading, anchored, resolved

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
)
MONTH += r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST"
MONTH += r"|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER))(?![A-Za-z])"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![a-z])"  # on Tuesdays is no date
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9A-Za-z]|[.,:][0-9]|\s?%)"
YEAR = r"(?:1[0-9]|20)[0-9]{2}(?![0-9A-Za-z%]|[.,:][0-9]|-[0-9]{2}-)"
BY = {"last": -1, "this": 0, "next": 1, "current": 0, "previous": -1, "coming": 1}


def month_number(written: str) -> int:
    """1 for January, Jan. and JANUARY."""
    return MONTHS.index(written[:3].title()) + 1


def day_number(written: str) -> int:
    """18 for 18th."""
    return int(re.sub(r"\D", "", written))


def with_year(
    kind: str, y: str | None, anchor: date | None, days: Callable[[int], Interval | None], month: int
) -> Reading:
    """Resolve by the year that is written, or by the year that brings *month* nearest to the anchor."""
    if y:
        return resolved(kind, days(int(y)), "absolute")

    def nearest(anchor: date) -> Interval | None:
        found = calendar.nearest_month(anchor, month)
        return days(found[0].year) if found else None

    return anchored(kind, anchor, nearest)


def between(first: Reading, last: Reading) -> Reading | None:
    """All days from *first* to *last*; None when they are not in order."""
    if first.days is None or last.days is None:
        return Reading("range", None, first.reason if first.days is None else last.reason)
    return Reading("range", (first.days[0], last.days[1]), first.reason) if first.days[0] < last.days[0] else None
