"""English days told from the article's day: Tuesday next week, yesterday, two weeks ago; and the same day."""

import re
from datetime import date, timedelta

from jaen.text.dates import calendar
from jaen.text.dates.calendar import Found, Interval, Reading, anchored
from jaen.text.dates.english_words import (
    BY,
    WEEKDAY,
    WEEKDAYS,
    between,
)
from jaen.words.english_lists import VERB_FORMS

__all__ = ["read_near", "read_weekday"]

_DAY_WORD = re.compile(
    r"(?i:(?P<d>the\sday\s(?:after\stomorrow|before\syesterday)|today|tonight|yesterday|tomorrow))(?!['’]s\s(?:world|society|youth))"
)
_NAME_BEFORE = re.compile(r"[A-Za-z,]\s$")  # Japan Today is a site
_DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_DAY_WORDS |= {"the day after tomorrow": 2, "the day before yesterday": -2}
_OTHER_DAY = re.compile(
    r"(?i:(?:the\s(?:same|following|next|previous|preceding)|that(?:\ssame)?)\s(?:day|week|month|year)|the\sday\s(?:before|after))\b"
)
_NUMBER = r"(?P<n>[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
_AGO = re.compile(rf"(?i:{_NUMBER}\s(?P<unit>day|week|month|year)s?\sago)\b")
_WEEKDAYS_AT = re.compile(
    rf"(?:(?P<by>[Tt]his|[Ll]ast|[Nn]ext)\s)?(?P<w>{WEEKDAY})(?:(?P<join>\sand\s|\s?[-–]\s?|\s(?:to|through)\s)(?P<w2>{WEEKDAY}))?"
    r"(?:\s(?:of\s)?(?P<by2>last|this|next)\sweek\b)?(?!\s(?:Night|Times))"
)
_WEEK_ON = re.compile(rf"(?i:(?P<by>last|this|next))\sweek\son\s(?P<w>{WEEKDAY})")
# "They plan to meet Tuesday" lies ahead, "told him of the plan on Tuesday" does not.
_FUTURE = re.compile(
    r"\b(?:will|shall|scheduled|slated|due|plan(?:s|ned|ning)?\s(?:to|for)|set to|expected|is to|are to|to be held|upcoming|coming|by|until)\b"
)
_SENTENCE = re.compile(r"[.!?;:](?=\s)")
_WORD_BEFORE = re.compile(r"([A-Za-z]+)(?:,?\s(?:on|late|early|the))*\s$")


def read_weekday(text: str, at: int, anchor: date | None) -> Found | None:
    """Tuesday, next Friday, Monday and Tuesday next week, next week on Monday."""
    if match := _WEEK_ON.match(text, at):
        by, number = BY[match["by"].lower()], WEEKDAYS.index(match["w"])
        return Found(at, match.end(), anchored("weekday", anchor, lambda a: _in_week(a, by, number)))
    match = _WEEKDAYS_AT.match(text, at)
    if match is None:
        return None
    first = WEEKDAYS.index(match["w"])
    modifier = match["by"] or match["by2"]
    week = BY[modifier.lower()] if modifier else None
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
    last = WEEKDAYS.index(match["w2"])
    if last - first != 1 and "and" in match["join"]:
        return Found(at, match.end("w"), reading)
    until = anchored("weekday", anchor, lambda a: resolve(a, last))
    both = between(reading, until)
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


def read_near(text: str, at: int, anchor: date | None) -> Found | None:
    """Today, yesterday, two weeks ago, the same day."""
    if (match := _DAY_WORD.match(text, at)) and not (
        text[at].isupper() and _NAME_BEFORE.search(text[max(0, at - 2) : at])
    ):
        by = timedelta(days=_DAY_WORDS[" ".join(match["d"].lower().split())])
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
