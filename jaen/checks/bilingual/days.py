"""Dates that are told in words: weekdays, and what counts from the day of the article (先月, yesterday)."""

import re
from collections.abc import Iterator
from datetime import date

from jaen.checks.bilingual.calendar import are_apart, dates_in, parts
from jaen.model import DateExpression, Pair, Passage, Span
from jaen.text.dates import find_dates
from jaen.text.dates.weekdays import weekday_number

__all__ = ["exchanged_days", "exchanged_weekdays", "other_day"]

_JAPANESE = re.compile("([月火水木金土日])曜|(?<=[日)）])[(（]([月火水木金土日])(?:・祝)?[)）]")
_ENGLISH = re.compile(r"\b(Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)(?:\.(?= )|(?:day|sday|nesday|rsday|urday)s?\b)")
_KINDS = frozenset(["day", "week", "month", "year", "fiscal-year"])
# Any day will do to compare 昨年 with "last month" where no article says its day: in the middle of year, month and week.
_SOME_DAY = date(2026, 5, 20)


def exchanged_weekdays(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Each weekday of the source that the target lacks, with the one that it has instead."""
    source, target = _weekdays(pair.source), _weekdays(pair.target)
    lost = [(day, span) for day, span in source.items() if day not in target]
    added = [(day, span) for day, span in target.items() if day not in source]
    if len(lost) == len(added):
        for (_, mine), (_, theirs) in zip(lost, added, strict=True):
            yield mine, theirs


def other_day(date: DateExpression, passage: Passage, other: Passage) -> Span | None:
    """Where *other* dates for certain another day in the place of *date*; None where it does not.

    A weekday that the date is not, or the only other date of its kind: March for 先月, where last month is April.
    """
    if date.first is None or date.last is None:
        return None
    if date.first == date.last and not _weekdays(passage) and (named := _weekdays(other)):
        return next(iter(named.values()))
    alike = [one for one in dates_in(other) if one.kind == date.kind and one.first and one.last]
    if len(alike) == 1 and are_apart(date, alike[0]):
        return alike[0].span
    return None


def _weekdays(passage: Passage) -> dict[int, Span]:
    """Where each weekday is first named; Monday is 0."""
    pattern = _JAPANESE if passage.language == "ja" else _ENGLISH
    found: dict[int, Span] = {}
    for segment in passage.segments:
        for match in pattern.finditer(segment.text):
            day = weekday_number(next(filter(None, match.groups())))
            found.setdefault(day, Span(*match.span()).shift(segment.span.start))
    return found


def exchanged_days(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """The one day, week, month or year that both sides tell in words, where it is not the same: 昨日 as "today".

    Several in one passage are not compared, for which stands for which can't be told.
    """
    source, target = _words(pair.source), _words(pair.target)
    if len(source) != 1 or len(target) != 1:
        return
    mine, theirs = source[0], target[0]
    if not (mine.first and mine.last and theirs.first and theirs.last):
        mine, theirs = _some_day(mine, pair.source), _some_day(theirs, pair.target)
    if are_apart(mine, theirs):
        yield source[0].span, target[0].span


def _words(passage: Passage) -> list[DateExpression]:
    return [one for one in dates_in(passage) if one.kind in _KINDS and not any(parts(one, passage))]


def _some_day(mark: DateExpression, passage: Passage) -> DateExpression:
    """The same words, told on one and the same day."""
    words = mark.span.of(passage.article.text)
    return next(iter(find_dates(words, passage.language, _SOME_DAY, mark.span.start)), mark)
