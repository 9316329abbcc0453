"""English stretches of time: mid-May, the end of the year, Q1 2026, fiscal 2026, last month, this spring."""

import re
from datetime import date, timedelta

from jaen.text.dates import calendar
from jaen.text.dates.calendar import Found, Interval, Reading, anchored, resolved
from jaen.text.dates.english_words import (
    BY,
    DAY,
    MONTH,
    YEAR,
    month_number,
    with_year,
)

__all__ = ["read_part", "read_period"]

_PARTS = {
    "early": "early",
    "mid": "mid",
    "middle of": "mid",
    "late": "late",
    "start of": "start",
    "beginning of": "start",
}
_PARTS |= {"end of": "end", "earlier": "early", "later": "late"}
_PART = r"(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he\s)?(?:[Ss]tart|[Bb]eginning|[Mm]iddle|[Ee]nd)(?:\s|-)of)[\s-](?:the\s)?"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_PART_OF = re.compile(
    rf"{_PART}(?:(?P<m>{MONTH})(?:,?\s(?:of\s)?(?P<y>{YEAR}))?|(?P<year>{YEAR})"
    rf"|(?:fiscal(?:\syear)?|FY)\s?(?P<fy>{YEAR})"
    r"|(?P<by>[Tt]his|[Ll]ast|[Nn]ext|current)\s(?P<unit>week|month|year|fiscal\syear)|(?P<own>month|year)\b(?!\s(?:of|ending)))"
)
_EARLIER = re.compile(r"(?i:(?P<part>earlier|later)\s(?:in\s)?(?P<by>this|last|next)\s(?P<unit>week|month|year))\b")
_RELATIVE = re.compile(
    r"(?i:(?:the\s)?(?P<by>last|this|next|current|previous))\s(?P<unit>week|month|year|weekend|fiscal\syear)\b(?!\s(?:of|ending|in)\s)"
)
_TWO_AWAY = re.compile(r"(?i:the\s(?P<unit>week|month|year)\s(?P<by>after\snext|before\slast))\b")
_SEASON = re.compile(
    rf"(?i:(?P<by>last|this|next)\s(?P<s>spring|summer|autumn|fall|winter))\b|(?i:(?P<s2>spring|summer|autumn|fall|winter))\s(?:of\s)?(?P<y>{YEAR})"
)
_QUARTER = re.compile(
    rf"(?:Q(?P<q>[1-4])|(?P<q2>[1-4])Q|(?:the\s)?(?i:(?P<o>first|second|third|fourth|1st|2nd|3rd|4th))[\s-]quarter)"
    rf"(?:\s(?:of\s)?(?P<fy>(?:fiscal(?:\syear)?|FY)\s?)?(?P<y>{YEAR}))?(?![\w-])"
)
_HALF = re.compile(
    rf"(?:H(?P<h>[12])|(?:the\s)?(?i:(?P<o>first|second|latter))[\s-]half)\s(?:of\s)?(?:(?P<fy>fiscal(?:\syear)?|FY)\s?)?(?P<y>{YEAR})"
)
_FISCAL = re.compile(rf"(?i:(?:the\s)?(?:fiscal(?:\syear)?|FY))\s?(?:(?P<y>{YEAR})|(?<=FY)(?P<y2>[0-9]{{2}})(?![0-9]))")
_ENDING = re.compile(
    rf"(?:[Tt]he\s)?(?:fiscal\s|business\s)?year\s(?:ending|ended|to)\s(?:in\s)?(?P<m>{MONTH})(?:\s{DAY},?)?\s(?P<y>{YEAR})"
)


def read_part(text: str, at: int, anchor: date | None) -> Found | None:
    """Mid-May 2026, the end of May, early 2024, late this month, earlier this week."""
    if match := _EARLIER.match(text, at):
        return Found(at, match.end(), relative_unit(match["unit"], BY[match["by"].lower()], anchor))
    match = _PART_OF.match(text, at)
    if match is None:
        return None
    part = _PARTS[re.sub(r"^the\s", "", match["part"].lower()).replace("-", " ")]
    if match["m"]:
        m = month_number(match["m"])
        return Found(
            at, match.end(), with_year("month", match["y"], anchor, lambda y: calendar.month_part(y, m, part), m)
        )
    if match["year"]:
        return Found(at, match.end(), resolved("year", calendar.year_part(int(match["year"]), part), "absolute"))
    if match["fy"]:
        return Found(at, match.end(), resolved("fiscal-year", _fiscal_part(int(match["fy"]), part), "absolute"))
    unit = match["unit"] or match["own"]
    whole = relative_unit(unit, BY[match["by"].lower()] if match["by"] else 0, anchor)
    if whole.days is None or unit in ("week", "fiscal year"):
        return Found(at, match.end(), whole)
    first = whole.days[0]
    days = (
        calendar.year_part(first.year, part) if unit == "year" else calendar.month_part(first.year, first.month, part)
    )
    return Found(at, match.end(), Reading(whole.kind, days, whole.reason))


def _fiscal_part(y: int, part: str) -> Interval | None:
    """The first or the last month of a fiscal year; all of it for what has no agreed length (mid-fiscal 2026)."""
    first, last = {"start": (4, 4), "end": (15, 15)}.get(part, (4, 15))
    return calendar.months(y, first, last)


def relative_unit(unit: str, by: int, anchor: date | None) -> Reading:
    """Last, this or next week, month, year …"""
    match unit:
        case "week":
            return anchored("week", anchor, lambda a: calendar.week(a, by))
        case "weekend":
            return anchored(
                "week", anchor, lambda a: (calendar.week(a, by)[1] - timedelta(days=1), calendar.week(a, by)[1])
            )
        case "month":
            return anchored("month", anchor, lambda a: calendar.month(*calendar.add_months(a, by)))
        case "year":
            return anchored("year", anchor, lambda a: calendar.year(a.year + by))
        case _:
            return anchored("fiscal-year", anchor, lambda a: calendar.fiscal_year(a.year - (a.month < 4) + by))


def read_period(text: str, at: int, anchor: date | None) -> Found | None:
    """Fiscal 2026, Q1 2026, the first half of 2026, this spring, last month."""
    if match := _FISCAL.match(text, at):
        y = int(match["y"] or "20" + match["y2"])
        return Found(at, match.end(), resolved("fiscal-year", calendar.fiscal_year(y), "absolute"))
    if match := _ENDING.match(text, at):
        y, m = int(match["y"]), month_number(match["m"])
        return Found(at, match.end(), resolved("fiscal-year", calendar.months(y - 1, m + 1, m + 12), "absolute"))
    if match := _QUARTER.match(text, at):
        quarter = int(match["q"] or match["q2"] or _ORDINALS[match["o"].lower()])
        return Found(at, match.end(), _quarter(quarter, match["y"], fiscal=bool(match["fy"])))
    if match := _HALF.match(text, at):
        half = int(match["h"] or (1 if match["o"].lower() == "first" else 2))
        return Found(
            at,
            match.end(),
            resolved("range", calendar.half_year(int(match["y"]), half, fiscal=bool(match["fy"])), "absolute"),
        )
    if match := _SEASON.match(text, at):
        name = (match["s"] or match["s2"]).lower().replace("fall", "autumn")
        if match["y"]:
            return Found(at, match.end(), resolved("season", calendar.season(int(match["y"]), name), "absolute"))
        by = BY[match["by"].lower()]
        return Found(at, match.end(), anchored("season", anchor, lambda a: calendar.season(a.year + by, name)))
    if match := _TWO_AWAY.match(text, at):
        by = 2 if match["by"].lower().startswith("after") else -2
        return Found(at, match.end(), relative_unit(match["unit"].lower(), by, anchor))
    if match := _RELATIVE.match(text, at):
        unit = re.sub(r"\s", " ", match["unit"].lower())
        return Found(at, match.end(), relative_unit(unit, BY[match["by"].lower()], anchor))
    return None


def _quarter(quarter: int, y: str | None, *, fiscal: bool) -> Reading:
    if y is None:
        return Reading("quarter", None, calendar.NO_YEAR)
    days = calendar.fiscal_quarter(int(y), quarter) if fiscal else calendar.months(int(y), 3 * quarter - 2, 3 * quarter)
    return resolved("quarter", days, "absolute")
