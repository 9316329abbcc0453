"""Days, months and years as intervals, eras, and which of several possible days a newspaper means."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

__all__ = [
    "ERAS",
    "FRACTIONS",
    "NO_ANCHOR",
    "NO_YEAR",
    "Found",
    "Interval",
    "Reading",
    "add_months",
    "anchored",
    "day",
    "era_year",
    "fiscal_quarter",
    "fiscal_year",
    "half_year",
    "month",
    "month_part",
    "months",
    "nearest_day",
    "nearest_day_of_month",
    "nearest_month",
    "resolved",
    "season",
    "week",
    "weekday",
    "with_weekday",
    "year",
    "year_part",
    "years",
]

Interval = tuple[date, date]
NO_ANCHOR = "no article date"
NO_YEAR = "no year is written"

# Figures with a slash that are read as fractions, not as month/day.
FRACTIONS = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5), (1, 8), (1, 10)})

# First Gregorian year and last year of each era (元年 is 1); Cabinet orders on era names.
ERAS = {"明治": (1868, 45), "大正": (1912, 15), "昭和": (1926, 64), "平成": (1989, 31), "令和": (2019, 99)}


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: its kind, its days (None when it can't be resolved) and why."""

    kind: str
    days: Interval | None
    reason: str

    @property
    def keeps_figures(self) -> bool:
        """Whether the figures belong to the date alone: 5月18日, but 第1四半期 and 3日前 also count something."""
        return self.kind != "relative" and self.reason != NO_YEAR


@dataclass(frozen=True, slots=True)
class Found:
    """An expression at [start, end) of a text."""

    start: int
    end: int
    reading: Reading


def resolved(kind: str, days: Interval | None, reason: str) -> Reading:
    """A reading whose days were computed; no days means that the calendar has none such."""
    return Reading(kind, days, reason if days is not None else "no such day")


def anchored(kind: str, anchor: date | None, days: Callable[[date], Interval | None]) -> Reading:
    """A reading that needs the article's date."""
    if anchor is None:
        return Reading(kind, None, NO_ANCHOR)
    try:
        found = days(anchor)
    except OverflowError:  # the day before 1 January of the year 1
        found = None
    return resolved(kind, found, f"anchored {anchor.isoformat()}")


def with_weekday(reading: Reading, number: int | None) -> Reading:
    """*reading* with a word of warning when its day is not the weekday (Monday is 0) written beside it."""
    if number is None or reading.days is None or reading.days[0].weekday() == number:
        return reading
    return replace(reading, reason=f"{reading.reason}; the weekday does not fit")


def era_year(era: str, number: int) -> int | None:
    """The Gregorian year of 令和8年; None when the era has no such year.

    >>> era_year("令和", 8), era_year("平成", 40)
    (2026, None)
    """
    first, last = ERAS[era]
    return first + number - 1 if 1 <= number <= last else None


def day(y: int, m: int, d: int) -> Interval | None:
    """One day, or None when the calendar has no such day."""
    if not (1 <= y <= 9998 and 1 <= m <= 12 and 1 <= d <= monthrange(y, m)[1]):
        return None
    only = date(y, m, d)
    return only, only


def months(y: int, first: int, last: int) -> Interval | None:
    """From the first day of month *first* to the last day of month *last*; months above 12 are the next year's."""
    if not (1 <= y <= 9998 and 1 <= first <= last <= 24):
        return None
    last_y, last_m = y + (last - 1) // 12, (last - 1) % 12 + 1
    first_y, first_m = y + (first - 1) // 12, (first - 1) % 12 + 1
    return date(first_y, first_m, 1), date(last_y, last_m, monthrange(last_y, last_m)[1])


def month(y: int, m: int) -> Interval | None:
    """A calendar month."""
    return months(y, m, m) if m <= 12 else None


def year(y: int) -> Interval | None:
    """A calendar year."""
    return months(y, 1, 12)


def years(first: int, last: int) -> Interval | None:
    """From New Year's Day of year *first* to the last day of year *last*."""
    if not 1 <= first <= last <= 9998:
        return None
    return date(first, 1, 1), date(last, 12, 31)


def fiscal_year(y: int) -> Interval | None:
    """Japan's fiscal year *y*: April of that year to March of the next."""
    return months(y, 4, 15)


def fiscal_quarter(y: int, quarter: int) -> Interval | None:
    """Quarter 1 of a Japanese fiscal year is April to June."""
    return months(y, 3 * quarter + 1, 3 * quarter + 3) if 1 <= quarter <= 4 else None


def half_year(y: int, half: int, *, fiscal: bool) -> Interval | None:
    """The first or second six months."""
    start = (4 if fiscal else 1) + 6 * (half - 1)
    return months(y, start, start + 5)


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def season(y: int, name: str) -> Interval | None:
    """Meteorological seasons (Japan Meteorological Agency): spring is March to May, winter begins in December."""
    start = _SEASONS[name]
    return months(y, start, start + 2)


def month_part(y: int, m: int, part: str) -> Interval | None:
    """Part of a month: `early` 1–10, `mid` 11–20, `late` 21–end, `start` the first and `end` the last seven days."""
    whole = month(y, m)
    if whole is None:
        return None
    last = whole[1].day
    first_day, last_day = {
        "early": (1, 10),
        "mid": (11, 20),
        "late": (21, last),
        "start": (1, 7),
        "end": (last - 6, last),
    }[part]
    return date(y, m, first_day), date(y, m, last_day)


def year_part(y: int, part: str) -> Interval | None:
    """Part of a year: `early`, `mid` and `late` are thirds, `start` is January, `end` is December."""
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "start": (1, 1), "end": (12, 12)}[part]
    return months(y, first, last)


def add_months(anchor: date, by: int) -> tuple[int, int]:
    """(year, month) *by* months after the anchor's month.

    >>> add_months(date(2026, 1, 31), -1)
    (2025, 12)
    """
    index = anchor.year * 12 + anchor.month - 1 + by
    return index // 12, index % 12 + 1


def week(anchor: date, by: int) -> Interval:
    """Monday to Sunday of the week *by* weeks after the anchor's."""
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=by)
    return monday, monday + timedelta(days=6)


def weekday(anchor: date, number: int, *, future: bool) -> date:
    """The weekday (Monday is 0) on or before the anchor, or with *future* on or after it."""
    if future:
        return anchor + timedelta(days=(number - anchor.weekday()) % 7)
    return anchor - timedelta(days=(anchor.weekday() - number) % 7)


def _closest(anchor: date, candidates: list[Interval | None], number: int | None) -> Interval | None:
    """The candidate nearest to the anchor (the past wins a tie), if one can be on weekday *number*."""
    days = [c for c in candidates if c is not None]
    days = [c for c in days if c[0].weekday() == number] or days
    return min(days, key=lambda c: (abs((c[0] - anchor).days), c[0]), default=None)


def nearest_day(anchor: date, m: int, d: int, number: int | None = None) -> Interval | None:
    """The month and day nearest to the anchor: in January 12月20日 is last December's."""
    return _closest(anchor, [day(anchor.year + by, m, d) for by in (-1, 0, 1)], number)


def nearest_month(anchor: date, m: int) -> Interval | None:
    """The month nearest to the anchor's, measured in months; the past wins a tie."""
    candidates = [(anchor.year + by, m) for by in (-1, 0, 1)]
    here = anchor.year * 12 + anchor.month
    return month(*min(candidates, key=lambda ym: (abs(ym[0] * 12 + ym[1] - here), ym)))


def nearest_months(anchor: date, first: int, last: int) -> Interval | None:
    """The stretch of months that ends nearest to the anchor: April to September, told in November, is over."""
    here = anchor.year * 12 + anchor.month  # last is over 12 where it is in the next year: November to February
    year = min((anchor.year + by for by in (-1, 0, 1)), key=lambda y: (abs(y * 12 + last - here), y))
    return months(year, first, last)


def nearest_day_of_month(anchor: date, d: int, number: int | None = None) -> Interval | None:
    """A bare day of a newspaper: in the anchor's month, except that in a month's first days the 31st was just now."""
    this = day(anchor.year, anchor.month, d)
    before = day(*add_months(anchor, -1), d)
    if number is not None:
        after = day(*add_months(anchor, 1), d)
        return _closest(anchor, [before, this, after], number)
    if before and (anchor - before[0]).days <= 5:
        return before
    return this
