"""English dates with a day, month or year written out: May 18th, 18 May 2026, 5/18, in 2021, next March."""

import re
from datetime import date

from jaen.text.dates import calendar
from jaen.text.dates.calendar import Found, Reading, anchored, resolved
from jaen.text.dates.english_words import (
    BY,
    DAY,
    MONTH,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    between,
    day_number,
    month_number,
)

__all__ = ["read_day", "read_figures", "read_month", "read_year"]

_FULL_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?![A-Za-z])"
_DASH = r"\s?[-–—]\s?|\s(?:to|through|until|and)\s"
_ISO = re.compile(r"(?P<y>[12][0-9]{3})(?P<sep>[-/.])(?P<m>[0-9]{1,2})(?P=sep)(?P<d>[0-9]{1,2})(?![0-9/-])")
_SLASH = re.compile(r"(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12][0-9]|0?[1-9])(?:/(?P<y>[12][0-9]{3}))?(?![0-9/])")
_MONTH_FIRST = re.compile(
    rf"(?P<m>{MONTH})\s(?P<d>{DAY})(?:(?:{_DASH})(?:(?P<m2>{MONTH})\s)?(?P<d2>{DAY}))?(?:,?\s(?P<y>{YEAR}))?"
)
_DAY_FIRST = re.compile(
    rf"(?:the\s)?(?P<d>{DAY})(?:(?:{_DASH})(?P<d2>{DAY}))?\s(?:of\s)?(?P<m>{MONTH})(?:,?\s(?P<y>{YEAR}))?"
)
_WEEKDAY_DATE = re.compile(rf"(?P<w>{WEEKDAY}),?\s(?=(?:{MONTH}\s[0-9]|(?:the\s)?{DAY}\s(?:of\s)?{MONTH}))")
_MONTH_SPAN = re.compile(
    rf"(?P<m>{_FULL_MONTH})(?:\s?[-–]\s?|\s(?:to|through)\s)(?P<m2>{_FULL_MONTH})(?:,?\s(?P<y>{YEAR}))?"
)
_MONTH_YEAR = re.compile(rf"(?P<m>{MONTH})(?:,|\sof)?\s(?P<y>{YEAR})")
_MONTH_ALONE = re.compile(rf"(?P<m>{_FULL_MONTH})(?!['’]?\s?[0-9])")
_NAME_FOLLOWS = re.compile(r"\s(?!I\b)[A-Z][a-z]+")
_MODIFIED_MONTH = re.compile(rf"(?i:(?P<by>last|this|next))\s(?P<m>{_FULL_MONTH})")
_DECADE = re.compile(r"(?:the\s)?(?P<y>(?:1[0-9]|20)[0-9]0)['’]?s\b")
_YEARS = re.compile(
    rf"(?P<y>{YEAR})(?:(?:{_DASH})(?P<y2>{YEAR}|[0-9]{{2}}(?![0-9A-Za-z%-])))?(?!\s?-\s?[0-9A-Za-z])(?!\s(?:and|to)\s[0-9])"
)
_YEAR = re.compile(rf"(?P<y>{YEAR})(?!-[0-9])")
_COUNTED = re.compile(
    r"\s(?:people|yen|won|yuan|percent|per\scent|million|billion|trillion|units|dollars|euros|meters|kilometers|miles|feet|tons|kilograms"
    r"|points|employees|workers|companies|households|copies|years|hours|days|times)\b"
)
_PLURAL = re.compile(r"\s(?!(?:was|is|has|does|as|this|its|says)\b)[a-z]+s\b(?<!ss)")
# Words before a year or month that leave no doubt, and those after which a plural decides (of 2000 letters).
_SURE = re.compile(
    r"\b(?:in|since|by|until|till|during|before|after|the|early|mid|late|year|back in|throughout)[\s-]+$", re.IGNORECASE
)
_LIKELY = re.compile(
    r"\b(?:of|from|to|and|between|for|than|around|circa|through|last|this|next|or|on)\s+$|[,(]\s?$", re.IGNORECASE
)


def read_figures(text: str, at: int, anchor: date | None) -> Found | None:
    """2026-05-18, 5/18, 5/18/2026."""
    if match := _ISO.match(text, at):
        return Found(
            at,
            match.end(),
            resolved("day", calendar.day(int(match["y"]), int(match["m"]), int(match["d"])), "absolute"),
        )
    match = _SLASH.match(text, at)
    if match is None:
        return None
    m, d = int(match["m"]), int(match["d"])
    if match["y"]:
        return Found(at, match.end(), resolved("day", calendar.day(int(match["y"]), m, d), "absolute"))
    if (m, d) in calendar.FRACTIONS or (m, d) == (9, 11):  # 9/11 is a name
        return None
    return Found(at, match.end(), anchored("day", anchor, lambda a: calendar.nearest_day(a, m, d)))


def read_day(text: str, at: int, anchor: date | None) -> Found | None:
    """May 18, 2026; 18 May; May 18–20; May 30 to June 2; Tuesday, May 19."""
    named = _WEEKDAY_DATE.match(text, at)
    start = named.end() if named else at
    match = _MONTH_FIRST.match(text, start) or _DAY_FIRST.match(text, start)
    if match is None:
        return None
    m, d = month_number(match["m"]), day_number(match["d"])
    number = WEEKDAYS.index(named["w"]) if named else None
    first = _one_day(match["y"], m, d, anchor, number)
    end = match.end()
    if match["d2"]:
        m2 = match.groupdict().get("m2")
        last = _one_day(match["y"], month_number(m2) if m2 else m, day_number(match["d2"]), anchor, None)
        both = between(first, last)
        pair = " and " in match.group()
        if both is None or (pair and both.days and (both.days[1] - both.days[0]).days > 1):
            return Found(at, match.end("d"), first)
        return Found(at, end, both)
    return Found(at, end, first)


def _one_day(y: str | None, m: int, d: int, anchor: date | None, number: int | None) -> Reading:
    if y:
        reading = resolved("day", calendar.day(int(y), m, d), "absolute")
    else:
        reading = anchored("day", anchor, lambda a: calendar.nearest_day(a, m, d, number))
    return calendar.with_weekday(reading, number)


def read_year(text: str, at: int, anchor: date | None) -> Found | None:
    """The 1990s, in 2021, 2021-23, from 2021 to 2023."""
    if decade := _DECADE.match(text, at):
        y = int(decade["y"])
        return Found(at, decade.end(), resolved("range", calendar.years(y, y + 9), "absolute"))
    match = _YEARS.match(text, at) or _YEAR.match(text, at)
    if match is None or not _is_year(text, at, match.end()):
        return None
    y = int(match["y"])
    if (second := match.groupdict().get("y2")) and (
        last := int(second) if len(second) == 4 else y // 100 * 100 + int(second)
    ) > y:
        return Found(at, match.end(), resolved("range", calendar.years(y, last), "absolute"))
    return Found(at, match.end("y"), resolved("year", calendar.year(y), "absolute"))


def _is_year(text: str, start: int, end: int) -> bool:
    """Whether four figures are a year, not a quantity: in 2021, but 2000 people."""
    before = text[max(0, start - 16) : start]
    if _COUNTED.match(text, end) or re.search(r"(?:[$€£¥#]|[A-Z][a-z]*-|No\.\s?)$", before):
        return False
    if _SURE.search(before):
        return True
    if text[start:end] < "1800":
        return False  # without "in" or "by" too likely a quantity
    return not _PLURAL.match(text, end) and (not before or bool(_LIKELY.search(before)) or not before[-1].isalnum())


def read_month(text: str, at: int, anchor: date | None) -> Found | None:
    """May 2026, January–March 2026, next March, April."""
    if match := _MONTH_SPAN.match(text, at):
        first, last = month_number(match["m"]), month_number(match["m2"])
        last += 12 if last < first else 0
        kind = "quarter" if last - first == 2 else "range"
        if match["y"]:
            return Found(at, match.end(), resolved(kind, calendar.months(int(match["y"]), first, last), "absolute"))
        return Found(at, match.end(), anchored(kind, anchor, lambda a: calendar.nearest_months(a, first, last)))
    if match := _MONTH_YEAR.match(text, at):
        m = month_number(match["m"])
        return Found(at, match.end(), resolved("month", calendar.month(int(match["y"]), m), "absolute"))
    if match := _MODIFIED_MONTH.match(text, at):
        by, m = BY[match["by"].lower()], month_number(match["m"])
        return Found(at, match.end(), anchored("month", anchor, lambda a: calendar.month(_modified_year(a, m, by), m)))
    match = _MONTH_ALONE.match(text, at)
    if match is None:
        return None
    before = text[max(0, at - 16) : at]
    cued = bool(_SURE.search(before) or re.search(r"\b(?:of|from|to|through|and|late|early|between|on)\s+$", before))
    if not cued and (match["m"] in ("May", "March") or _NAME_FOLLOWS.match(text, match.end())):
        return None  # "may", "march", April Smith
    m = month_number(match["m"])
    return Found(at, match.end(), anchored("month", anchor, lambda a: calendar.nearest_month(a, m)))


def _modified_year(anchor: date, m: int, by: int) -> int:
    """The year of last, this or next May: the nearest one strictly before or after the anchor's month."""
    if by < 0:
        return anchor.year - (m >= anchor.month)
    return anchor.year + (by > 0 and m <= anchor.month)
