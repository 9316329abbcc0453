"""Checks of days."""

import datetime
import re
from collections.abc import Iterator

from jaen.checks.subject import Found, Subject
from jaen.model import DateExpression, Role, Segment, Span
from jaen.text.dates import find_dates
from jaen.text.dates.weekdays import ENGLISH, JAPANESE, weekday_number

__all__ = ["weekdays_that_disagree"]

_NAME = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SHORT = "Mon|Tue|Wed|Thu|Fri|Sat|Sun"
# Behind a date: 18日(火), also with 曜 and 祝 in the bracket, or 18日火曜日.
_BEHIND_JA = re.compile(f"\\s?[(（](?P<day>[{JAPANESE}])(?:曜日?)?(?:[・、,]?[祝休])?[)）]|(?P<bare>[{JAPANESE}])曜")
_BEHIND_EN = re.compile(rf"\s\((?P<day>{_NAME}|{_SHORT})\.?\)|, a (?P<bare>{_NAME})\b")
_BEFORE_EN = re.compile(rf"\b(?P<day>{_NAME}),?\s")
_WITH_YEAR = re.compile("[今来昨去]年|ことし|[先今来]月")  # 来年1月5日: no other year is meant
_WINDOW = 48  # code points in which the date beside a weekday stands
_NEAR = 200  # days from the article's day within which a date without a year may lie


def weekdays_that_disagree(subject: Subject) -> Iterator[Found]:
    """A date and the weekday beside it that do not go together.

    A date without a year is one near the article's day, or of a year that the article names; without either nothing
    is said. The line that says when the article appeared is looked at, too.
    """
    years = _years(subject)
    for segment in subject.segments:
        if not segment.content and segment.role is not Role.TIMESTAMP:
            continue
        beside = _japanese if segment.language == "ja" else _english
        for weekday, written, days in beside(segment, subject.day, years):
            if days and all(day.weekday() != weekday for day in days):
                span = written.shift(segment.span.start)
                yield _found(span, written.of(segment.text), weekday, days[0])


def _found(span: Span, written: str, weekday: int, day: datetime.date) -> Found:
    right = day.weekday()
    if written in JAPANESE:
        suggestion = JAPANESE[right]
    else:
        suggestion = ENGLISH[right][: len(written)] if len(written) == 3 else ENGLISH[right]
    message = f"{day} is a {ENGLISH[right]}, not a {ENGLISH[weekday]}; write {suggestion!r} or another day"
    return Found(message=message, span=span, suggestion=suggestion)


_Beside = tuple[int, Span, list[datetime.date]]  # weekday (Monday is 0), where it stands, the days beside it


def _japanese(segment: Segment, day: datetime.date | None, years: frozenset[int]) -> Iterator[_Beside]:
    for match in _BEHIND_JA.finditer(segment.text):
        days = _days_before(segment.text, match.start(), "ja", day, years)
        group = "day" if match["day"] else "bare"
        yield weekday_number(match[group]), Span(*match.span(group)), days


def _english(segment: Segment, day: datetime.date | None, years: frozenset[int]) -> Iterator[_Beside]:
    text = segment.text
    for match in _BEHIND_EN.finditer(text):
        group = "day" if match["day"] else "bare"
        days = _days_before(text, match.start(), "en", day, years)
        yield weekday_number(match[group]), Span(*match.span(group)), days
    for match in _BEFORE_EN.finditer(text):
        if re.search(_NAME, text[max(0, match.start() - 24) : match.start()]):
            continue  # Monday and Tuesday, May 18 and 19
        following = text[match.end() : match.end() + _WINDOW]
        dates = [found for found in find_dates(following, "en", day) if found.span.start == 0]
        days = _candidates(dates[0], dates[0].first, following, day, years) if dates else []
        yield weekday_number(match["day"]), Span(*match.span("day")), days


def _days_before(
    text: str, end: int, language: str, day: datetime.date | None, years: frozenset[int]
) -> list[datetime.date]:
    """The days that the date means that ends at *end*; of a range its last one."""
    before = text[max(0, end - _WINDOW) : end]
    dates = [found for found in find_dates(before, language, day) if found.span.end == len(before)]
    return _candidates(dates[-1], dates[-1].last, before, day, years) if dates else []


def _candidates(
    date: DateExpression, meant: datetime.date | None, text: str, day: datetime.date | None, years: frozenset[int]
) -> list[datetime.date]:
    """The days that a date may mean, likeliest first; none where that is open."""
    if meant is None or date.kind not in ("day", "range"):
        return []
    written = date.span.of(text)
    if date.reason.startswith("absolute") or _WITH_YEAR.search(written):
        return [meant]
    others = (
        _same_day_of_months(meant)
        if re.fullmatch("[0-9０-９十一二三四五六七八九]+日", written)
        else _of_years(meant, years)
    )
    return [meant, *(other for other in others if other.year in years or (day and abs((other - day).days) <= _NEAR))]


def _same_day_of_months(day: datetime.date) -> Iterator[datetime.date]:
    """The same day of the months around: 18日 may be last month's."""
    for by in (-1, 1):
        index = day.year * 12 + day.month - 1 + by
        yield from _real(index // 12, index % 12 + 1, day.day)


def _of_years(day: datetime.date, years: frozenset[int]) -> Iterator[datetime.date]:
    for year in sorted({day.year - 1, day.year + 1, *years}):
        yield from _real(year, day.month, day.day)


def _real(year: int, month: int, day: int) -> Iterator[datetime.date]:
    try:
        yield datetime.date(year, month, day)
    except ValueError:  # February 29
        return


def _years(subject: Subject) -> frozenset[int]:
    """The years that the article names in full."""
    return frozenset(
        mark.first.year
        for segment in subject.content
        for mark in segment.marks
        if isinstance(mark, DateExpression) and mark.first and mark.reason.startswith("absolute")
    )
