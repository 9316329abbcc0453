"""English dates: May 18th, 18 May 2026, Tuesday next week, mid-May, early 2024, Q1 2026, fiscal 2026.

Names of months and weekdays count only with their capital; May and March also need a day, a year or a preposition.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from jaen.text.dates import calendar
from jaen.text.dates.calendar import Found, Interval, Reading, anchored, resolved
from jaen.words.english_lists import VERB_FORMS

__all__ = ["find"]

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
)
_MONTH += r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST"
_MONTH += r"|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER))(?![A-Za-z])"
_FULL_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?![A-Za-z])"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_D = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9A-Za-z]|[.,:][0-9]|\s?%)"
_Y = r"(?:1[89]|20)[0-9]{2}(?![0-9A-Za-z%]|[.,:][0-9]|-[0-9]{2}-)"
_DASH = r"\s?[-–—]\s?|\s(?:to|through|until|and)\s"
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
_BY = {"last": -1, "this": 0, "next": 1, "current": 0, "previous": -1, "coming": 1}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

_TRIGGER = re.compile(
    rf"(?<![\w$€£¥#.-])(?:[0-9]+|{_MONTH}|{_WEEKDAY}|FY\s?[0-9]|[QH][1-4]\b|"
    r"(?i:early|mid|late|start|beginning|middle|end|earlier|later|this|last|next|today|yesterday|tomorrow|tonight|the|that"
    r"|fiscal|spring|summer|autumn|fall|winter|first|second|third|fourth|a|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|current|previous)(?![A-Za-z0-9]))"
)
_ISO = re.compile(r"(?P<y>[12][0-9]{3})(?P<sep>[-/.])(?P<m>[0-9]{1,2})(?P=sep)(?P<d>[0-9]{1,2})(?![0-9/-])")
_SLASH = re.compile(r"(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12][0-9]|0?[1-9])(?:/(?P<y>[12][0-9]{3}))?(?![0-9/])")
_MONTH_FIRST = re.compile(
    rf"(?P<m>{_MONTH})\s(?P<d>{_D})(?:(?:{_DASH})(?:(?P<m2>{_MONTH})\s)?(?P<d2>{_D}))?(?:,?\s(?P<y>{_Y}))?"
)
_DAY_FIRST = re.compile(
    rf"(?:the\s)?(?P<d>{_D})(?:(?:{_DASH})(?P<d2>{_D}))?\s(?:of\s)?(?P<m>{_MONTH})(?:,?\s(?P<y>{_Y}))?"
)
_WEEKDAY_DATE = re.compile(rf"(?P<w>{_WEEKDAY}),?\s(?=(?:{_MONTH}\s[0-9]|(?:the\s)?{_D}\s(?:of\s)?{_MONTH}))")
_MONTH_SPAN = re.compile(
    rf"(?P<m>{_FULL_MONTH})(?:\s?[-–]\s?|\s(?:to|through)\s)(?P<m2>{_FULL_MONTH})(?:,?\s(?P<y>{_Y}))?"
)
_MONTH_YEAR = re.compile(rf"(?P<m>{_MONTH})(?:,|\sof)?\s(?P<y>{_Y})")
_MONTH_ALONE = re.compile(rf"(?P<m>{_FULL_MONTH})(?!['’]?\s?[0-9])")
_NAME_FOLLOWS = re.compile(r"\s(?!I\b)[A-Z][a-z]+")
_MODIFIED_MONTH = re.compile(rf"(?i:(?P<by>last|this|next))\s(?P<m>{_FULL_MONTH})")
_PART_OF = re.compile(
    rf"{_PART}(?:(?P<m>{_MONTH})(?:,?\s(?:of\s)?(?P<y>{_Y}))?|(?P<year>{_Y})"
    r"|(?P<by>[Tt]his|[Ll]ast|[Nn]ext|current)\s(?P<unit>week|month|year|fiscal\syear)|(?P<own>month|year)\b(?!\s(?:of|ending)))"
)
_EARLIER = re.compile(r"(?i:(?P<part>earlier|later)\s(?:in\s)?(?P<by>this|last|next)\s(?P<unit>week|month|year))\b")
_RELATIVE = re.compile(
    r"(?i:(?:the\s)?(?P<by>last|this|next|current|previous))\s(?P<unit>week|month|year|weekend|fiscal\syear)\b(?!\s(?:of|ending|in)\s)"
)
_DAY_WORD = re.compile(r"(?i:(?P<d>today|tonight|yesterday|tomorrow))(?!['’]s\s(?:world|society|youth))")
_NAME_BEFORE = re.compile(r"[A-Za-z,]\s$")  # Japan Today is a site
_DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_OTHER_DAY = re.compile(
    r"(?i:(?:the\s(?:same|following|next|previous|preceding)|that(?:\ssame)?)\s(?:day|week|month|year)|the\sday\s(?:before|after))\b"
)
_NUMBER = r"(?P<n>[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
_AGO = re.compile(rf"(?i:{_NUMBER}\s(?P<unit>day|week|month|year)s?\sago)\b")
_WEEKDAYS_AT = re.compile(
    rf"(?:(?P<by>[Tt]his|[Ll]ast|[Nn]ext)\s)?(?P<w>{_WEEKDAY})(?:(?P<join>\sand\s|\s?[-–]\s?|\s(?:to|through)\s)(?P<w2>{_WEEKDAY}))?"
    r"(?:\s(?:of\s)?(?P<by2>last|this|next)\sweek\b)?(?!\s(?:Night|Times))"
)
_WEEK_ON = re.compile(rf"(?i:(?P<by>last|this|next))\sweek\son\s(?P<w>{_WEEKDAY})")
_SEASON = re.compile(
    rf"(?i:(?P<by>last|this|next)\s(?P<s>spring|summer|autumn|fall|winter))\b|(?i:(?P<s2>spring|summer|autumn|fall|winter))\s(?:of\s)?(?P<y>{_Y})"
)
_QUARTER = re.compile(
    rf"(?:Q(?P<q>[1-4])|(?P<q2>[1-4])Q|(?:the\s)?(?i:(?P<o>first|second|third|fourth|1st|2nd|3rd|4th))[\s-]quarter)"
    rf"(?:\s(?:of\s)?(?P<fy>(?:fiscal(?:\syear)?|FY)\s?)?(?P<y>{_Y}))?(?![\w-])"
)
_HALF = re.compile(
    rf"(?:H(?P<h>[12])|(?:the\s)?(?i:(?P<o>first|second|latter))[\s-]half)\s(?:of\s)?(?:(?P<fy>fiscal(?:\syear)?|FY)\s?)?(?P<y>{_Y})"
)
_FISCAL = re.compile(rf"(?i:(?:the\s)?(?:fiscal(?:\syear)?|FY))\s?(?:(?P<y>{_Y})|(?<=FY)(?P<y2>[0-9]{{2}})(?![0-9]))")
_ENDING = re.compile(
    rf"(?:[Tt]he\s)?(?:fiscal\s|business\s)?year\s(?:ending|ended|to)\s(?:in\s)?(?P<m>{_MONTH})(?:\s{_D},?)?\s(?P<y>{_Y})"
)
_DECADE = re.compile(r"(?:the\s)?(?P<y>(?:1[89]|20)[0-9]0)['’]?s\b")
_YEARS = re.compile(
    rf"(?P<y>{_Y})(?:(?:{_DASH})(?P<y2>{_Y}|[0-9]{{2}}(?![0-9A-Za-z%-])))?(?!\s?-\s?[0-9A-Za-z])(?!\s(?:and|to)\s[0-9])"
)
_YEAR = re.compile(rf"(?P<y>{_Y})(?!-[0-9])")
_COUNTED = re.compile(
    r"\s(?:people|yen|won|yuan|percent|per\scent|million|billion|trillion|units|dollars|euros|meters|kilometers|miles|feet|tons|kilograms"
    r"|points|employees|workers|companies|households|copies|years|hours|days|times)\b"
)
_PLURAL = re.compile(r"\s[a-z]+s\b(?<!ss)")
# Words before a year or month that leave no doubt, and those after which a plural decides (of 2000 letters).
_SURE = re.compile(
    r"\b(?:in|since|by|until|till|during|before|after|the|early|mid|late|year|back in|throughout)[\s-]+$", re.IGNORECASE
)
_LIKELY = re.compile(
    r"\b(?:of|from|to|and|between|for|than|around|circa|through|last|this|next|or|on)\s+$|[,(]\s?$", re.IGNORECASE
)
_FUTURE = re.compile(
    r"\b(?:will|shall|scheduled|slated|due|planned|planning|plans?|set to|expected|is to|are to|to be held|upcoming|coming|by|until)\b"
)
_SENTENCE = re.compile(r"[.!?;:](?=\s)")
_WORD_BEFORE = re.compile(r"([A-Za-z]+)(?:,?\s(?:on|late|early|the))*\s$")


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


def _month_number(written: str) -> int:
    return [name[:3].lower() for name in _MONTHS].index(written[:3].lower()) + 1


def _day_number(written: str) -> int:
    return int(re.sub(r"\D", "", written))


def _with_year(
    kind: str, y: str | None, anchor: date | None, days: Callable[[int], Interval | None], month: int
) -> Reading:
    """Resolve by the year that is written, or by the year that brings *month* nearest to the anchor."""
    if y:
        return resolved(kind, days(int(y)), "absolute")

    def nearest(anchor: date) -> Interval | None:
        found = calendar.nearest_month(anchor, month)
        return days(found[0].year) if found else None

    return anchored(kind, anchor, nearest)


# --- with figures --------------------------------------------------------------------------------------------------


def _read_figures(text: str, at: int, anchor: date | None) -> Found | None:
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


def _read_day(text: str, at: int, anchor: date | None) -> Found | None:
    """May 18, 2026; 18 May; May 18–20; May 30 to June 2; Tuesday, May 19."""
    named = _WEEKDAY_DATE.match(text, at)
    start = named.end() if named else at
    match = _MONTH_FIRST.match(text, start) or _DAY_FIRST.match(text, start)
    if match is None:
        return None
    m, d = _month_number(match["m"]), _day_number(match["d"])
    number = _WEEKDAYS.index(named["w"]) if named else None
    first = _one_day(match["y"], m, d, anchor, number)
    end = match.end()
    if match["d2"]:
        m2 = match.groupdict().get("m2")
        last = _one_day(match["y"], _month_number(m2) if m2 else m, _day_number(match["d2"]), anchor, None)
        both = _between(first, last)
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


def _between(first: Reading, last: Reading) -> Reading | None:
    """All days from *first* to *last*; None when they are not in order."""
    if first.days is None or last.days is None:
        return Reading("range", None, first.reason if first.days is None else last.reason)
    return Reading("range", (first.days[0], last.days[1]), first.reason) if first.days[0] < last.days[0] else None


def _read_year(text: str, at: int, anchor: date | None) -> Found | None:
    """The 1990s, in 2021, 2021-23, from 2021 to 2023."""
    if decade := _DECADE.match(text, at):
        y = int(decade["y"])
        return Found(at, decade.end(), resolved("range", (date(y, 1, 1), date(y + 9, 12, 31)), "absolute"))
    match = _YEARS.match(text, at) or _YEAR.match(text, at)
    if match is None or not _is_year(text, at, match.end()):
        return None
    y = int(match["y"])
    if (second := match.groupdict().get("y2")) and (
        last := int(second) if len(second) == 4 else y // 100 * 100 + int(second)
    ) > y:
        return Found(at, match.end(), resolved("range", (date(y, 1, 1), date(last, 12, 31)), "absolute"))
    return Found(at, match.end("y"), resolved("year", calendar.year(y), "absolute"))


def _is_year(text: str, start: int, end: int) -> bool:
    """Whether four figures are a year, not a quantity: in 2021, but 2000 people."""
    before = text[max(0, start - 16) : start]
    if _COUNTED.match(text, end) or re.search(r"(?:[$€£¥#]|[A-Z][a-z]*-|No\.\s?)$", before):
        return False
    if _SURE.search(before):
        return True
    return not _PLURAL.match(text, end) and (not before or bool(_LIKELY.search(before)) or not before[-1].isalnum())


# --- months, seasons, quarters, years ------------------------------------------------------------------------------


def _read_month(text: str, at: int, anchor: date | None) -> Found | None:
    """May 2026, January–March 2026, next March, April."""
    if match := _MONTH_SPAN.match(text, at):
        first, last = _month_number(match["m"]), _month_number(match["m2"])
        last += 12 if last < first else 0
        kind = "quarter" if last - first == 2 else "range"
        return Found(
            at, match.end(), _with_year(kind, match["y"], anchor, lambda y: calendar.months(y, first, last), first)
        )
    if match := _MONTH_YEAR.match(text, at):
        m = _month_number(match["m"])
        return Found(at, match.end(), resolved("month", calendar.month(int(match["y"]), m), "absolute"))
    if match := _MODIFIED_MONTH.match(text, at):
        by, m = _BY[match["by"].lower()], _month_number(match["m"])
        return Found(at, match.end(), anchored("month", anchor, lambda a: calendar.month(_modified_year(a, m, by), m)))
    match = _MONTH_ALONE.match(text, at)
    if match is None:
        return None
    before = text[max(0, at - 16) : at]
    cued = bool(_SURE.search(before) or re.search(r"\b(?:of|from|to|through|and|late|early|between|on)\s+$", before))
    if not cued and (match["m"] in ("May", "March") or _NAME_FOLLOWS.match(text, match.end())):
        return None  # "may", "march", April Smith
    m = _month_number(match["m"])
    return Found(at, match.end(), anchored("month", anchor, lambda a: calendar.nearest_month(a, m)))


def _modified_year(anchor: date, m: int, by: int) -> int:
    """The year of last, this or next May: the nearest one strictly before or after the anchor's month."""
    if by < 0:
        return anchor.year - (m >= anchor.month)
    return anchor.year + (by > 0 and m <= anchor.month)


def _read_part(text: str, at: int, anchor: date | None) -> Found | None:
    """Mid-May 2026, the end of May, early 2024, late this month, earlier this week."""
    if match := _EARLIER.match(text, at):
        return Found(at, match.end(), _relative(match["unit"], _BY[match["by"].lower()], anchor))
    match = _PART_OF.match(text, at)
    if match is None:
        return None
    part = _PARTS[re.sub(r"^the\s", "", match["part"].lower()).replace("-", " ")]
    if match["m"]:
        m = _month_number(match["m"])
        return Found(
            at, match.end(), _with_year("month", match["y"], anchor, lambda y: calendar.month_part(y, m, part), m)
        )
    if match["year"]:
        return Found(at, match.end(), resolved("year", calendar.year_part(int(match["year"]), part), "absolute"))
    unit = match["unit"] or match["own"]
    whole = _relative(unit, _BY[match["by"].lower()] if match["by"] else 0, anchor)
    if whole.days is None or unit in ("week", "fiscal year"):
        return Found(at, match.end(), whole)
    first = whole.days[0]
    days = (
        calendar.year_part(first.year, part) if unit == "year" else calendar.month_part(first.year, first.month, part)
    )
    return Found(at, match.end(), Reading(whole.kind, days, whole.reason))


def _relative(unit: str, by: int, anchor: date | None) -> Reading:
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


def _read_period(text: str, at: int, anchor: date | None) -> Found | None:
    """Fiscal 2026, Q1 2026, the first half of 2026, this spring, last month."""
    if match := _FISCAL.match(text, at):
        y = int(match["y"] or "20" + match["y2"])
        return Found(at, match.end(), resolved("fiscal-year", calendar.fiscal_year(y), "absolute"))
    if match := _ENDING.match(text, at):
        y, m = int(match["y"]), _month_number(match["m"])
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
        by = _BY[match["by"].lower()]
        return Found(at, match.end(), anchored("season", anchor, lambda a: calendar.season(a.year + by, name)))
    if match := _RELATIVE.match(text, at):
        unit = re.sub(r"\s", " ", match["unit"].lower())
        return Found(at, match.end(), _relative(unit, _BY[match["by"].lower()], anchor))
    return None


def _quarter(quarter: int, y: str | None, *, fiscal: bool) -> Reading:
    if y is None:
        return Reading("quarter", None, "no year is written")
    days = calendar.fiscal_quarter(int(y), quarter) if fiscal else calendar.months(int(y), 3 * quarter - 2, 3 * quarter)
    return resolved("quarter", days, "absolute")


# --- weekdays and days named by where they stand -------------------------------------------------------------------


def _read_weekday(text: str, at: int, anchor: date | None) -> Found | None:
    """Tuesday, next Friday, Monday and Tuesday next week, next week on Monday."""
    if match := _WEEK_ON.match(text, at):
        by, number = _BY[match["by"].lower()], _WEEKDAYS.index(match["w"])
        return Found(at, match.end(), anchored("weekday", anchor, lambda a: _in_week(a, by, number)))
    match = _WEEKDAYS_AT.match(text, at)
    if match is None:
        return None
    first = _WEEKDAYS.index(match["w"])
    modifier = match["by"] or match["by2"]
    week = _BY[modifier.lower()] if modifier else None
    strict = match["by"] is not None and match["by"].lower() == "last"  # "last Tuesday" may be in this week
    coming = week is None and _is_coming(text, at)

    def resolve(anchor: date, number: int) -> Interval | None:
        if strict:
            return (calendar.weekday(anchor - timedelta(days=1), number, future=False),) * 2
        if week is not None:
            return _in_week(anchor, week, number)
        return (calendar.weekday(anchor, number, future=coming),) * 2

    reading = anchored("weekday", anchor, lambda a: resolve(a, first))
    if not match["w2"]:
        return Found(at, match.end(), reading)
    last = _WEEKDAYS.index(match["w2"])
    if last - first != 1 and "and" in match["join"]:
        return Found(at, match.end("w"), reading)
    until = anchored("weekday", anchor, lambda a: resolve(a, last))
    both = _between(reading, until)
    if both is None and until.days:  # Monday and Tuesday, said on a Monday: the Monday before that Tuesday
        both = Reading("range", (until.days[0] - timedelta(days=(last - first) % 7), until.days[1]), until.reason)
    return Found(at, match.end(), both or reading)


def _in_week(anchor: date, by: int, number: int) -> Interval:
    only = calendar.week(anchor, by)[0] + timedelta(days=number)
    return only, only


def _is_coming(text: str, at: int) -> bool:
    """Whether a bare weekday lies ahead: "will meet Tuesday", but "will meet, he said Tuesday"."""
    before = text[max(0, at - 100) : at]
    for stop in _SENTENCE.finditer(before):
        before = before[stop.end() :] if stop.end() < len(before) else before
        break
    word = _WORD_BEFORE.search(before)
    if word and (word[1] in VERB_FORMS or word[1].endswith("ed")) and not _FUTURE.fullmatch(word[1]):
        return False
    return bool(_FUTURE.search(before))


def _read_near(text: str, at: int, anchor: date | None) -> Found | None:
    """Today, yesterday, two weeks ago, the same day."""
    if (match := _DAY_WORD.match(text, at)) and not (text[at].isupper() and _NAME_BEFORE.search(text[max(0, at - 2) : at])):
        by = timedelta(days=_DAY_WORDS[match["d"].lower()])
        return Found(at, match.end(), anchored("day", anchor, lambda a: (a + by, a + by)))
    if match := _AGO.match(text, at):
        number = _small_number(match["n"].lower())
        unit = match["unit"].lower()
        return Found(at, match.end(), anchored("relative", anchor, lambda a: _ago(a, number, unit)))
    if match := _OTHER_DAY.match(text, at):
        return Found(at, match.end(), Reading("relative", None, "refers to another date in the text"))
    return None


def _small_number(written: str) -> int:
    words = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return int(written) if written.isdecimal() else 1 if written == "an" else max(words.index(written), 1)


def _ago(anchor: date, number: int, unit: str) -> Interval | None:
    if unit == "year":
        return calendar.year(anchor.year - number)
    if unit == "month":
        return calendar.month(*calendar.add_months(anchor, -number))
    if unit == "week":
        return calendar.week(anchor, -number)
    return (anchor - timedelta(days=number),) * 2


_READERS = (_read_figures, _read_day, _read_part, _read_weekday, _read_period, _read_month, _read_near, _read_year)
