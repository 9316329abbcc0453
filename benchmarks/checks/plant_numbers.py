"""Errors in numbers, units and dates."""

import random
import re
import unicodedata
from collections.abc import Sequence

from benchmarks.checks.planting import Planter, Sample
from jaen.model import DateExpression, Number, Span
from jaen.translation.guards.amounts import date_figures
from jaen.words.english_lists import MONTHS

__all__ = ["PLANTERS"]

NUMBERS = frozenset(["translation-lost-number", "translation-added-number"])
UNITS = frozenset(["translation-other-unit", "translation-lost-number"])
DATES = frozenset(["translation-other-date"])
_DIGIT = re.compile("[0-9０-９]")
_NUMERAL = re.compile("[0-9０-９]+(?:[.,．，][0-9０-９]+)*")
_SMALL = {
    "en": ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    "ja": ("二", "三", "四", "五", "六", "七", "八", "九"),
}
_SCALES = {"million": "billion", "billion": "million", "trillion": "billion", "万": "億", "億": "兆", "兆": "億"}
_UNITS = (
    {"$": "€", "€": "$", "£": "$", "yen": "dollars", "dollars": "yen", "euros": "dollars", "percent": "points"}
    | {"kilometers": "miles", "kilometres": "miles", "km": "miles", "miles": "km", "meters": "feet", "feet": "meters"}
    | {"kilograms": "pounds", "kg": "lb", "hours": "minutes", "minutes": "hours", "weeks": "months"}
    | {"months": "years", "days": "weeks"}
    | {
        "円": "ドル",
        "ドル": "円",
        "ユーロ": "ドル",
        "ポンド": "ドル",
        "パーセント": "ポイント",
        "キロメートル": "マイル",
    }
    | {"マイル": "キロ", "メートル": "フィート", "フィート": "メートル", "時間": "分間", "分間": "時間", "週間": "か月"}
    | {"か月": "年", "カ月": "年", "ヶ月": "年", "日間": "週間"}
)
_UNIT = re.compile("|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True)))
_WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ja": ("月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜"),
}


def _exchanged(text: str, place: Span, new: str) -> str:
    return text[: place.start] + new + text[place.end :]


def _numbers(sample: Sample) -> list[Span]:
    """Where the target has numbers; a text at hand counts from its start."""
    marks = (mark for segment in sample.pair.target.segments for mark in segment.marks)
    return [mark.span for mark in marks if isinstance(mark, Number)]


def _dates(sample: Sample) -> list[Span]:
    """Where the target has dates that are told with figures."""
    marks = (mark for segment in sample.pair.target.segments for mark in segment.marks)
    return [mark.span for mark in marks if isinstance(mark, DateExpression)]


def _places(pattern: re.Pattern[str], text: str, within: Sequence[Span]) -> list[Span]:
    """Where *pattern* stands in the stretches *within* of *text*."""
    return [Span(*match.span()) for span in within for match in pattern.finditer(text, *span)]


def _other_digit(old: str, chances: random.Random, *, first: bool) -> str:
    value = chances.choice([d for d in range(first, 10) if d != int(old)])
    return chr(ord("０") + value) if old >= "０" else str(value)


def digit_changed(sample: Sample, chances: random.Random) -> str | None:
    """Another digit in some number."""
    places = _places(_DIGIT, sample.target, _numbers(sample))
    if not places:
        return None
    place = chances.choice(places)
    first = not (place.start and sample.target[place.start - 1].isdecimal())
    return _exchanged(sample.target, place, _other_digit(place.of(sample.target), chances, first=first))


def number_dropped(sample: Sample, chances: random.Random) -> str | None:
    """Without the figures of some number over 1: of an hour, 1時間, people leave the one out themselves; 倍 is 2倍."""
    places = _places(_NUMERAL, sample.target, _numbers(sample))
    places = [place for place in places if place.of(sample.target) not in ("0", "1", "０", "１")]
    places = [place for place in places if not sample.target.startswith("倍", place.end)]
    return _exchanged(sample.target, chances.choice(places), "") if places else None


def number_added(sample: Sample, chances: random.Random) -> str | None:
    """A number more somewhere between the words."""
    number = chances.choice((chances.randint(11, 99), chances.randint(100, 999), chances.randint(1001, 9999)))
    if str(number) in unicodedata.normalize("NFKC", sample.source + sample.target):
        return None
    if sample.pair.target.language == "ja":
        return f"{number}人の{sample.target}"
    words = sample.target.split(" ")
    at = chances.randrange(len(words))
    return " ".join([*words[:at], f"{number:,}", *words[at:]])


def word_changed(sample: Sample, chances: random.Random) -> str | None:
    """Another small number, where it is written in words."""
    words = _SMALL[sample.pair.target.language]
    pattern = re.compile(rf"\b(?:{'|'.join(words)})\b" if words[0] == "two" else f"[{''.join(words)}]")
    places = _places(pattern, sample.target, _numbers(sample))
    if not places:
        return None
    place = chances.choice(places)
    return _exchanged(sample.target, place, chances.choice([w for w in words if w != place.of(sample.target)]))


def scale_changed(sample: Sample, chances: random.Random) -> str | None:
    """Million for billion, 億 for 万."""
    places = _places(re.compile("|".join(_SCALES)), sample.target, _numbers(sample))
    if not places:
        return None
    place = chances.choice(places)
    return _exchanged(sample.target, place, _SCALES[place.of(sample.target)])


def unit_changed(sample: Sample, chances: random.Random) -> str | None:
    """Another currency or measure."""
    places = _places(_UNIT, sample.target, _numbers(sample))
    if not places:
        return None
    place = chances.choice(places)
    return _exchanged(sample.target, place, _UNITS[place.of(sample.target)])


def _figure_of_date(sample: Sample, which: int, chances: random.Random) -> str | None:
    """Another year (0) or day (2), one that a calendar has."""
    language, options = sample.pair.target.language, []
    for span in _dates(sample):
        value = date_figures(span.of(sample.target), language)[which]
        pattern = re.compile(f"(?<![0-9０-９]){value}(?![0-9０-９])")
        options += [(place, value) for place in _places(pattern, sample.target, [span]) if value]
    if not options:
        return None
    place, old = chances.choice(options)
    values = range(1, 29) if which == 2 else range(old - 9, old + 10)
    return _exchanged(sample.target, place, str(chances.choice([value for value in values if value != old])))


def day_changed(sample: Sample, chances: random.Random) -> str | None:
    """Another day of the month."""
    return _figure_of_date(sample, 2, chances)


def year_changed(sample: Sample, chances: random.Random) -> str | None:
    """Another year."""
    return _figure_of_date(sample, 0, chances)


def month_changed(sample: Sample, chances: random.Random) -> str | None:
    """Another month."""
    if sample.pair.target.language == "en":
        places = _places(re.compile("|".join(MONTHS)), sample.target, _dates(sample))
        names = list(MONTHS)
    else:
        places = _places(re.compile("(?<![0-9])(?:1[0-2]|[1-9])(?=月)"), sample.target, _dates(sample))
        names = [str(month) for month in range(1, 13)]
    if not places:
        return None
    place = chances.choice(places)
    return _exchanged(sample.target, place, chances.choice([name for name in names if name != place.of(sample.target)]))


def weekday_changed(sample: Sample, chances: random.Random) -> str | None:
    """Another weekday."""
    names = _WEEKDAYS[sample.pair.target.language]
    places = _places(re.compile("|".join(names)), sample.target, _dates(sample))
    if not places:
        return None
    place = chances.choice(places)
    return _exchanged(sample.target, place, chances.choice([name for name in names if name != place.of(sample.target)]))


def date_dropped(sample: Sample, chances: random.Random) -> str | None:
    """Without a date that names a year or a month."""
    language = sample.pair.target.language
    places = [span for span in _dates(sample) if any(date_figures(span.of(sample.target), language)[:2])]
    return _exchanged(sample.target, chances.choice(places), "") if places else None


PLANTERS = (
    Planter("a digit changed", NUMBERS, digit_changed),
    Planter("a number in words changed", NUMBERS, word_changed),
    Planter("million for billion, 億 for 万", NUMBERS, scale_changed),
    Planter("a number dropped", NUMBERS, number_dropped),
    Planter("a number added", NUMBERS, number_added),
    Planter("a unit or currency changed", UNITS, unit_changed),
    Planter("a day changed", DATES, day_changed),
    Planter("a month changed", DATES, month_changed),
    Planter("a year changed", DATES, year_changed),
    Planter("a weekday changed", DATES, weekday_changed),
    Planter("a date dropped", DATES, date_dropped),
)
