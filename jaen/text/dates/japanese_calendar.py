"""Japanese dates with a year, month or day written out: 令和8年5月18日, 5月中旬, 2026年度第1四半期, 18日(月).

Read from left to right as year, month, day; what follows a part (上旬, 末, 期) narrows it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from jaen.text.dates import calendar
from jaen.text.dates.calendar import NO_ANCHOR, Found, Interval, Reading, anchored, resolved
from jaen.text.dates.japanese_words import (
    MONTHS,
    NUMERAL,
    SEASONS,
    TILDE,
    WEEKDAYS,
    YEARS,
    any_of,
    kanji_number,
    weekday_of,
)
from jaen.words.scripts import HAN

__all__ = ["read_calendar", "read_figures"]

_NUMERIC = re.compile(
    r"(?P<y>[0-9０-９]{4})(?P<sep>[-/.／．－])(?P<m>[0-9０-９]{1,2})(?P=sep)(?P<d>[0-9０-９]{1,2})(?![0-9０-９.])"
)
_ERA_LETTERS = {"M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}
_ERA_SHORT = re.compile(r"(?P<era>[MTSHR])(?P<y>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<d>[0-9]{1,2})(?![0-9.])")
_SLASH = re.compile(r"(?P<m>[0-9]{1,2})/(?P<d>[0-9]{1,2})(?![0-9/])")
_YEAR = re.compile(
    rf"(?:西暦)?(?P<y>(?<=西暦)[0-9０-９]{{1,4}}|[0-9０-９]{{4}}|[〇一二三四五六七八九]{{4}})\s?年"
    rf"|(?P<era>明治|大正|昭和|平成|令和)\s?(?P<ey>元|{NUMERAL})\s?年"
    rf"|(?P<ry>{any_of(YEARS)})"
    rf"|(?P<y2>[0-9０-９]{{2}})年(?=\s?{NUMERAL}月|度|[春夏秋冬]|末|初め|[上下]半期|前半|後半)"
)
# What makes 3年 a stretch of time, not a year: 1500年間, 2000年前.
_NO_YEAR = re.compile("間|前|後|以上|ぶり|連続|目|余|超|分(?!野)|ごと|生(?!産|活|まれ)|もの|近く|ほど")
_ERA_NAME = re.compile(r"(?:明治|大正|昭和|平成|令和)\s?$")
_DECADE = re.compile("代(?:[前後]半|初め|半ば)?")
_SHORT_DECADE = re.compile("(?P<y>[0-9０-９][0０])年代(?:[前後]半|初め|半ば)?")  # 60年代
_BRACKET_YEAR = re.compile(r"\s?[（(][^（()）]{1,10}[)）]\s?(?=[0-9０-９]|度)")
_MONTH = re.compile(rf"(?P<m>{NUMERAL})\s?月(?!曜)|(?P<rm>{any_of(MONTHS)})")
_NO_MONTH = re.compile("病|人形|雨|期")
_DAY = re.compile(rf"(?P<d>{NUMERAL})\s?日")
_SECOND_DAY = re.compile(rf"(?:{TILDE}|[、・，,]|と)(?:(?P<m>{NUMERAL})月)?(?P<d>{NUMERAL})日(?!間)")
_FIRST_DAY = re.compile(
    rf"(?P<d>{NUMERAL})(?={TILDE}{NUMERAL}日|[、・，]{NUMERAL}日)(?:{TILDE}|[、・，])(?P<d2>{NUMERAL})日"
)
_NO_DAY = re.compile(
    r"間|前(?!後)|後(?!半)|目|連続|分(?!の)|程度|以上|以内|ぶり|ほど|ごと|おき|余|足らず|市|町|付け替|がかり"
    r"|本(?![部社会人格館庁件店])|に[1１一](?:度|回)"
)
_PER_DAY = re.compile(r"[1１一]日(?:[0-9０-９約平]|[当あ]たり|一?[二三四五六七八九]|に[0-9０-９約])")
_PART_OF_MONTH = {
    "上旬": "early",
    "初旬": "early",
    "中旬": "mid",
    "半ば": "mid",
    "下旬": "late",
    "初め": "start",
    "はじめ": "start",
}
_PART_OF_MONTH |= {"末": "end"}
_PART_OF_YEAR = {"初め": "start", "はじめ": "start", "初頭": "early", "半ば": "mid", "末": "end"}
_MONTH_TAIL = re.compile(rf"の?(?P<part>{any_of(_PART_OF_MONTH)})")
_YEAR_TAIL = re.compile(
    rf"の?(?:(?P<part>{any_of(_PART_OF_YEAR)})|第(?P<q>[1-4１-４一二三四])四半期|(?P<half>上半期|下半期|上期|下期|前半|後半)"
    r"|(?P<season>[春夏秋冬])(?![闘場期]))"
)
_MONTHS_PERIOD = re.compile(
    rf"(?P<first>{NUMERAL})月?(?:[〜～~–－-]|・)(?P<last>{NUMERAL})月期?(?![0-9０-９])(?!{NUMERAL}日)"
)
_BRACKET_WEEKDAY = re.compile(rf"\s?[（(](?P<wd>[{WEEKDAYS}])(?:曜日?)?(?:[・、,]?祝)?[)）]|(?P<wd2>[{WEEKDAYS}])曜日?")
_HAN = re.compile(f"[{HAN}]")


# --- written with figures only --------------------------------------------------------------------------------------


def read_figures(text: str, at: int, anchor: date | None) -> Found | None:
    """2026-05-18, 2026/5/18, R8.5.18, 5/18(月)."""
    if at and text[at - 1] in "0123456789０１２３４５６７８９/-.":
        return None
    match = _NUMERIC.match(text, at) or _ERA_SHORT.match(text, at)
    if match:
        y: int | None = kanji_number(match["y"])
        if "era" in match.re.groupindex:
            y = calendar.era_year(_ERA_LETTERS[match["era"]], kanji_number(match["y"]))
        days = calendar.day(y, kanji_number(match["m"]), kanji_number(match["d"])) if y else None
        return Found(at, match.end(), resolved("day", days, "absolute"))
    match = _SLASH.match(text, at)
    if match and 1 <= int(match["m"]) <= 12 and 1 <= int(match["d"]) <= 31:
        m, d = int(match["m"]), int(match["d"])
        named = _BRACKET_WEEKDAY.match(text, match.end())
        if named is None and (m, d) in calendar.FRACTIONS:
            return None
        number = weekday_of(named)
        reading = anchored("day", anchor, lambda a: calendar.nearest_day(a, m, d, number))
        return Found(at, named.end() if named else match.end(), calendar.with_weekday(reading, number))
    return None


# --- year, month, day ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Year:
    """The year part of an expression; `value` is None when it can't be known, and `reason` says why."""

    end: int
    value: int | None
    reason: str
    written: bool  # 2026年, not 今年

    def reading(self, kind: str, days: Callable[[int], Interval | None]) -> Reading:
        if self.value is None:
            return Reading(kind, None, self.reason)
        return resolved(kind, days(self.value), self.reason)


def read_calendar(text: str, at: int, anchor: date | None) -> Found | None:
    """2026年5月18日, 令和8年度, 昨年末, 5月中旬, 18日(月)."""
    if (at and text[at - 1] in "0123456789０１２３４５６７８９.．第") or text.endswith("紀元前", 0, at):
        return None
    if decade := _SHORT_DECADE.match(text, at):
        y = 1900 + kanji_number(decade["y"]) + (100 if kanji_number(decade["y"]) < 30 else 0)
        return Found(at, decade.end(), resolved("range", calendar.years(y, y + 9), "absolute"))
    year = _year(text, at, anchor)
    if year is None:
        return _read_month(text, at, None, anchor)
    if text.startswith("度", year.end):
        return _read_fiscal(text, at, year)
    if decade := _DECADE.match(text, year.end) if year.written else None:
        return Found(at, decade.end(), year.reading("range", lambda y: calendar.years(y, y + 9)))
    skipped = _BRACKET_YEAR.match(text, year.end)  # 2026年(令和8年)5月
    after = skipped.end() if skipped else year.end
    found = _read_month(text, after + text.startswith("の", after), year, anchor)
    if found:
        return Found(at, found.end, found.reading)
    if tail := _YEAR_TAIL.match(text, year.end):
        return Found(at, tail.end(), _year_tail(year, tail, fiscal=False))
    if year.written and (_NO_YEAR.match(text, year.end) and not _ERA_NAME.search(text[max(0, at - 4) : at])):
        return None
    return Found(at, year.end, year.reading("year", calendar.year))


def _year(text: str, at: int, anchor: date | None) -> _Year | None:
    match = _YEAR.match(text, at)
    if match is None:
        return None
    if match["ry"]:
        value = anchor.year + YEARS[match["ry"]] if anchor else None
        return _Year(match.end(), value, f"anchored {anchor.isoformat()}" if anchor else NO_ANCHOR, written=False)
    if match["era"]:
        value = calendar.era_year(match["era"], kanji_number(match["ey"]))
        return _Year(match.end(), value, "absolute" if value else f"{match['era']} has no such year", written=True)
    if match["y2"]:  # 26年5月: newspapers leave the century out
        value = 2000 + kanji_number(match["y2"]) - (100 if kanji_number(match["y2"]) > 70 else 0)
        return _Year(match.end(), value, "absolute", written=True)
    return _Year(match.end(), kanji_number(match["y"]), "absolute", written=True)


def _read_fiscal(text: str, at: int, year: _Year) -> Found:
    if year.value is not None and not year.written:
        # 今年度 in February is the fiscal year that began last April.
        anchor = date.fromisoformat(year.reason.removeprefix("anchored "))
        year = replace(year, value=year.value - (anchor.month < 4))
    end = year.end + 1
    if tail := _YEAR_TAIL.match(text, end):
        return Found(at, tail.end(), _year_tail(year, tail, fiscal=True))
    return Found(at, end, year.reading("fiscal-year", calendar.fiscal_year))


def _year_tail(year: _Year, tail: re.Match[str], *, fiscal: bool) -> Reading:
    """The part of a year that *tail* names."""
    if tail["q"]:
        quarter = kanji_number(tail["q"])
        first = 3 * quarter - 2
        return year.reading(
            "quarter", lambda y: calendar.fiscal_quarter(y, quarter) if fiscal else calendar.months(y, first, first + 2)
        )
    if tail["half"]:
        half = 1 if tail["half"][0] in "上前" else 2
        # 上期 and 下期 are halves of a business year, 上半期 and 前半 of the year that is named.
        business = fiscal or tail["half"] in ("上期", "下期")
        return year.reading("range", lambda y: calendar.half_year(y, half, fiscal=business))
    if tail["season"]:
        return year.reading("season", lambda y: calendar.season(y, SEASONS[tail["season"]]))
    part = _PART_OF_YEAR[tail["part"]]
    if fiscal:
        first, last = {"start": (4, 4), "early": (4, 7), "mid": (8, 11), "end": (15, 15)}[part]
        return year.reading("fiscal-year", lambda y: calendar.months(y, first, last))
    return year.reading("year", lambda y: calendar.year_part(y, part))


def _read_month(text: str, at: int, year: _Year | None, anchor: date | None) -> Found | None:
    """A month and what follows it, or a bare day when there is neither year nor month."""
    if (period := _MONTHS_PERIOD.match(text, at)) and (found := _read_period(text, at, period, year, anchor)):
        return found
    match = _MONTH.match(text, at)
    if match is None:
        return None if year else _read_bare_day(text, at, anchor)
    if match["rm"] and not year:
        return _month_tail(text, at, match.end(), _relative_month(anchor, MONTHS[match["rm"]]))
    if match["rm"] or not 1 <= kanji_number(match["m"]) <= 12 or (year is None and _in_word(text, at, match.end())):
        return None
    m = kanji_number(match["m"])
    found = _month_tail(text, at, match.end(), _Month(m, year, anchor))
    if found or not text.startswith("期", match.end()):
        return found
    return Found(at, match.end() + 1, _business_year(m, year, anchor))


def _business_year(m: int, year: _Year | None, anchor: date | None) -> Reading:
    """2026年3月期 is the business year that ends in March 2026; 3月期 the one that ends in the nearest March."""

    def ends_in(y: int) -> Interval | None:
        return calendar.months(y - 1, m + 1, m + 12)

    if year:
        return year.reading("fiscal-year", ends_in)

    def nearest(anchor: date) -> Interval | None:
        last = calendar.nearest_month(anchor, m)
        return ends_in(last[0].year) if last else None

    return anchored("fiscal-year", anchor, nearest)


@dataclass(frozen=True, slots=True)
class _Month:
    """A month's number with the year that is written beside it, or the anchor that must decide."""

    number: int
    year: _Year | None
    anchor: date | None

    def whole(self) -> Reading:
        if self.year:
            return self.year.reading("month", lambda y: calendar.month(y, self.number))
        return anchored("month", self.anchor, lambda a: calendar.nearest_month(a, self.number))

    def part(self, part: str) -> Reading:
        whole = self.whole()
        if whole.days is None:
            return whole
        first = whole.days[0]
        return resolved("month", calendar.month_part(first.year, first.month, part), whole.reason)

    def day(self, d: int, weekday: int | None) -> Reading:
        if self.year:
            reading = self.year.reading("day", lambda y: calendar.day(y, self.number, d))
        else:
            reading = anchored("day", self.anchor, lambda a: calendar.nearest_day(a, self.number, d, weekday))
        return calendar.with_weekday(reading, weekday)


def _relative_month(anchor: date | None, by: int) -> _Month:
    if anchor is None:
        return _Month(1, _Year(0, None, NO_ANCHOR, written=False), None)
    y, m = calendar.add_months(anchor, by)
    return _Month(m, _Year(0, y, f"anchored {anchor.isoformat()}", written=False), anchor)


def _month_tail(text: str, start: int, at: int, month: _Month) -> Found | None:
    """What follows the month: a day, two days, a part of the month, or nothing."""
    if (first := _FIRST_DAY.match(text, at)) and kanji_number(first["d"]) < kanji_number(first["d2"]):
        return Found(
            start,
            first.end(),
            _span_of(month.day(kanji_number(first["d"]), None), month.day(kanji_number(first["d2"]), None)),
        )
    if day := _DAY.match(text, at):
        named = _BRACKET_WEEKDAY.match(text, day.end())
        reading = month.day(kanji_number(day["d"]), weekday_of(named))
        end = named.end() if named else day.end()
        second = _SECOND_DAY.match(text, end)
        if second is None:
            return Found(start, end, reading)
        m = kanji_number(second["m"]) if second["m"] else month.number
        other = replace(month, number=m).day(kanji_number(second["d"]), None)
        joined = _span_of(reading, other)
        return Found(start, second.end(), joined) if joined.kind == "range" else Found(start, end, reading)
    if tail := _MONTH_TAIL.match(text, at):
        return Found(start, tail.end(), month.part(_PART_OF_MONTH[tail["part"]]))
    return None if _NO_MONTH.match(text, at) else Found(start, at, month.whole())


def _span_of(first: Reading, last: Reading) -> Reading:
    """Both days and all between them, or the first alone when they are not in order."""
    if first.days is None or last.days is None:
        return Reading("range", None, first.reason if first.days is None else last.reason)
    if first.days[0] >= last.days[0]:
        return first
    return Reading("range", (first.days[0], last.days[1]), first.reason)


def _read_period(text: str, at: int, period: re.Match[str], year: _Year | None, anchor: date | None) -> Found | None:
    """4〜6月期: a quarter by its months."""
    first, last = kanji_number(period["first"]), kanji_number(period["last"])
    kind = "quarter" if last - first == 2 else "range"
    if not first < last <= 12:
        return None
    if year:
        return Found(at, period.end(), year.reading(kind, lambda y: calendar.months(y, first, last)))
    return Found(at, period.end(), anchored(kind, anchor, lambda a: calendar.nearest_months(a, first, last)))


def _in_word(text: str, start: int, end: int) -> bool:
    """Whether kanji numerals at [start, end) stand inside a word: 三日月, 五月雨, 四日市."""
    if text[start].isdecimal():
        return False
    return bool(_HAN.match(text[end : end + 1])) or bool(start and _HAN.match(text[start - 1]))


def _read_bare_day(text: str, at: int, anchor: date | None) -> Found | None:
    """18日 without a month: a day of the anchor's month, unless it is a number of days or part of a name."""
    if (first := _FIRST_DAY.match(text, at)) and not _NO_DAY.match(text, first.end()):
        a, b = kanji_number(first["d"]), kanji_number(first["d2"])
        if a < b <= 31:
            return Found(at, first.end(), _span_of(_bare_day(a, anchor), _bare_day(b, anchor)))
    match = _DAY.match(text, at)
    if match is None or not 1 <= (d := kanji_number(match["d"])) <= 31 or _NO_DAY.match(text, match.end()):
        return None
    kanji = not text[at].isdecimal()
    if (kanji and (d < 11 or _in_word(text, at, match.end()))) or _PER_DAY.match(text, at):
        return None
    named = _BRACKET_WEEKDAY.match(text, match.end())
    number = weekday_of(named)
    reading = anchored("day", anchor, lambda a: calendar.nearest_day_of_month(a, d, number))
    return Found(at, named.end() if named else match.end(), calendar.with_weekday(reading, number))


def _bare_day(d: int, anchor: date | None) -> Reading:
    return anchored("day", anchor, lambda a: calendar.nearest_day_of_month(a, d))
