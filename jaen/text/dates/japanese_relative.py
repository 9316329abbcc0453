"""Japanese dates told from the article's day: きょう, 来週火曜日, 3日前, 今春, 年末; and those told from another date: 同日."""

import re
from datetime import date, timedelta

from jaen.text.dates import calendar
from jaen.text.dates.calendar import Found, Interval, Reading, anchored
from jaen.text.dates.japanese_words import (
    BACKWARD,
    DAYS,
    SEASON_YEARS,
    SEASONS,
    WEEKDAYS,
    WEEKS,
    any_of,
    kanji_number,
)

__all__ = ["read_relative", "read_week"]

_QUARTER = re.compile(r"第[1-4１-４一二三四]四半期|[上下]半期")
_WEEK = re.compile(rf"(?P<w>{any_of(WEEKS)})(?:の?(?:(?P<wd>[{WEEKDAYS}])曜日?|(?P<end>末)))?(?!刊)")
_WEEKDAY = re.compile(rf"(?P<wd>[{WEEKDAYS}])曜日?")
_NEXT = re.compile(r"(?:次の|来る|今度の)$")
_RELATIVE_DAY = re.compile(rf"(?P<d>{any_of(DAYS)})(?![だとり的性香])")
_BACK = re.compile(rf"(?P<b>{any_of(BACKWARD)})(?!選|比|度比|割|券|受)")
_AGO = re.compile(
    r"(?P<n>[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})(?P<unit>日|週間|[カか箇ヵヶケ]月|年)前(?![後半提例])"
)
_SHORT_SEASON = re.compile(r"(?P<y>[今来昨])(?P<s>[春夏秋冬])(?!闘|場)")
_SEASON = re.compile(r"(?P<s>[春夏秋冬])(?=に|から|まで|ごろ|頃|以降)")
_EDGE_WORD = re.compile(r"週末|年度末|年末(?!年始|調整)|年初|月末")


def read_week(text: str, at: int, anchor: date | None) -> Found | None:
    """来週, 先週の火曜日, 今週末, 月曜日."""
    match = _WEEK.match(text, at)
    if match is None:
        if not (alone := _WEEKDAY.match(text, at)):
            return None
        number = WEEKDAYS.index(alone["wd"])
        coming = bool(_NEXT.search(text[max(0, at - 3) : at]))
        return Found(
            at, alone.end(), anchored("weekday", anchor, lambda a: (calendar.weekday(a, number, future=coming),) * 2)
        )
    by = WEEKS[match["w"]]
    if match["wd"]:
        days = WEEKDAYS.index(match["wd"])
        return Found(
            at,
            match.end(),
            anchored("weekday", anchor, lambda a: (calendar.week(a, by)[0] + timedelta(days=days),) * 2),
        )
    if match["end"]:
        return Found(at, match.end(), anchored("week", anchor, lambda a: _weekend(a, by)))
    return Found(at, match.end(), anchored("week", anchor, lambda a: calendar.week(a, by)))


def _weekend(anchor: date, by: int) -> Interval:
    sunday = calendar.week(anchor, by)[1]
    return sunday - timedelta(days=1), sunday


def read_relative(text: str, at: int, anchor: date | None) -> Found | None:
    """きょう, 3日前, 今春, 年末, 同日."""
    if match := _AGO.match(text, at):
        number, unit = kanji_number(match["n"]), match["unit"]
        return Found(at, match.end(), anchored("relative", anchor, lambda a: _ago(a, number, unit)))
    if match := _BACK.match(text, at):
        return Found(at, match.end(), Reading("relative", None, "refers to another date in the text"))
    if match := _RELATIVE_DAY.match(text, at):
        by = timedelta(days=DAYS[match["d"]])
        return Found(at, match.end(), anchored("day", anchor, lambda a: (a + by, a + by)))
    if match := _SHORT_SEASON.match(text, at):
        by_years, name = SEASON_YEARS[match["y"]], SEASONS[match["s"]]
        return Found(at, match.end(), anchored("season", anchor, lambda a: calendar.season(a.year + by_years, name)))
    if (match := _SEASON.match(text, at)) and not (at and text[at - 1].isalnum()):
        name = SEASONS[match["s"]]
        return Found(at, match.end(), anchored("season", anchor, lambda a: calendar.season(a.year, name)))
    if match := _EDGE_WORD.match(text, at):
        return Found(at, match.end(), _edge(match.group(), anchor))
    if match := _QUARTER.match(text, at):
        return Found(
            at, match.end(), Reading("quarter" if match.group()[0] == "第" else "range", None, calendar.NO_YEAR)
        )
    return None


def _ago(anchor: date, number: int, unit: str) -> Interval | None:
    if unit == "年":
        return calendar.year(anchor.year - number)
    if unit.endswith("月"):
        return calendar.month(*calendar.add_months(anchor, -number))
    if unit == "週間":
        return calendar.week(anchor, -number)
    return (anchor - timedelta(days=number),) * 2


def _edge(word: str, anchor: date | None) -> Reading:
    """年末, 年初, 月末, 年度末, 週末: the nearest edge that the anchor's own period has."""
    if word == "週末":
        return anchored("week", anchor, lambda a: _weekend(a, 0))
    if word == "月末":
        return anchored("month", anchor, lambda a: calendar.month_part(a.year, a.month, "end"))
    if word == "年度末":
        return anchored("month", anchor, lambda a: calendar.month(a.year + (a.month > 3), 3))
    if word == "年初":
        return anchored("month", anchor, lambda a: calendar.month(a.year, 1))
    return anchored("month", anchor, lambda a: calendar.nearest_month(a, 12))
