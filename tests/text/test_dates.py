"""Dates: place, kind, days, and the reason when there are none."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.text.dates import calendar, find_dates

CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "cases/dates.jsonl").read_text("utf-8").splitlines()]
ALPHABET = "0123456789０５年月日第四半期〜-/.()（月）火曜先来今週末前同令和平成元一二十 \n"
ENGLISH = [
    "May ",
    "Tuesday ",
    "next ",
    "week ",
    "last ",
    "the ",
    "end of ",
    "mid-",
    "2026",
    "18",
    "th",
    " ",
    ", ",
    "–",
    "/",
    "and ",
    "Q1 ",
    "fiscal ",
]
ANCHORS = st.dates(date(2001, 1, 1), date(2090, 12, 31))
EDGES = st.sampled_from([date.min, date.max])


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"])
def test_dates_of_the_table(case):
    """Every expression of the table has its surface, kind and days, or the reason why it has none."""
    text = case["text"]
    anchor = date.fromisoformat(case["anchor"]) if case["anchor"] else None
    found = []
    for expression in find_dates(text, case["language"], anchor):
        days = [day.isoformat() if day else None for day in (expression.first, expression.last)]
        found.append(
            [expression.span.of(text), expression.kind, *days, None if expression.first else expression.reason]
        )
    assert found == case["dates"]


@pytest.mark.parametrize("language", ["ja", "en"])
@given(data=st.data(), anchor=st.one_of(st.none(), ANCHORS, EDGES))
@settings(max_examples=150)
def test_expressions_are_in_order_and_their_days_too(language, data, anchor):
    """Expressions never overlap, first is not after last, both are None together, and an offset only shifts spans."""
    text = "".join(data.draw(st.lists(st.sampled_from(ALPHABET if language == "ja" else ENGLISH), max_size=25)))
    found = find_dates(text, language, anchor)
    at = 0
    for expression in found:
        assert at <= expression.span.start < expression.span.end <= len(text)
        assert (expression.first is None) == (expression.last is None)
        assert expression.first is None or expression.first <= expression.last
        at = expression.span.end
    assert [e.span for e in find_dates(text, language, anchor, 5)] == [e.span.shift(5) for e in found]


@given(ANCHORS, st.integers(min_value=-150, max_value=150))
@settings(max_examples=100)
def test_a_month_and_day_is_the_nearest_one(anchor, days):
    """5月18日 without a year is found again from any article within five months of it."""
    day = anchor + timedelta(days=days)
    if (day.month, day.day) == (2, 29):
        return
    assert [e.first for e in find_dates(f"{day.month}月{day.day}日", "ja", anchor)] == [day]
    assert [e.first for e in find_dates(f"on {day:%B} {day.day}", "en", anchor)] == [day]


@pytest.mark.parametrize(
    ("anchor", "text", "day"),
    [
        (date(2026, 6, 1), "31日に開いた", date(2026, 5, 31)),
        (date(2026, 6, 10), "28日に開く", date(2026, 6, 28)),
        (date(2026, 5, 28), "2日に開いた", date(2026, 5, 2)),
        (date(2026, 1, 5), "12月20日に", date(2025, 12, 20)),
        (date(2026, 12, 20), "1月10日に", date(2027, 1, 10)),
        (date(2026, 2, 3), "5/18(月)に", date(2026, 5, 18)),
    ],
)
def test_a_day_without_month_or_year(anchor, text, day):
    """A bare day is in the article's month, except that in a month's first days the last ones of the month before are."""
    assert [e.first for e in find_dates(text, "ja", anchor)] == [day]


def test_fiscal_years_begin_in_april():
    """In February 今年度 is the fiscal year that began last April, in both languages."""
    anchor = date(2026, 2, 10)
    assert find_dates("今年度の予算", "ja", anchor)[0].first == date(2025, 4, 1)
    assert find_dates("this fiscal year", "en", anchor)[0].first == date(2025, 4, 1)


def test_a_weekday_that_does_not_fit_is_said():
    """A weekday beside a date chooses the year, and a wrong one is reported, not believed."""
    (right,) = find_dates("5月18日(月)", "ja", date(2026, 5, 20))
    (wrong,) = find_dates("2026年5月18日(火)", "ja", None)
    assert right.reason == "anchored 2026-05-20"
    assert wrong.first == date(2026, 5, 18)
    assert wrong.reason == "absolute; the weekday does not fit"


@pytest.mark.parametrize(
    ("era", "number", "year"),
    [("令和", 1, 2019), ("平成", 31, 2019), ("昭和", 64, 1989), ("平成", 32, None), ("明治", 0, None)],
)
def test_eras(era, number, year):
    """An era's year has its Gregorian year; a year the era does not have has none."""
    assert calendar.era_year(era, number) == year


def test_seasons_quarters_and_parts_are_whole_months_or_tens_of_days():
    """Thirds of a month are ten days, winter runs into the next year, a fiscal quarter 4 is January to March."""
    assert calendar.month_part(2026, 2, "late") == (date(2026, 2, 21), date(2026, 2, 28))
    assert calendar.season(2026, "winter") == (date(2026, 12, 1), date(2027, 2, 28))
    assert calendar.fiscal_quarter(2026, 4) == (date(2027, 1, 1), date(2027, 3, 31))
    assert calendar.fiscal_quarter(2026, 5) is None
    assert calendar.day(2026, 2, 29) is None


def test_other_languages_have_no_dates():
    """Neither grammar is tried on a language it does not know."""
    assert find_dates("2026년 5월 18일", "ko", date(2026, 5, 20)) == ()


@pytest.mark.parametrize(
    ("text", "language", "anchor"),
    [
        ("昨日", "ja", date.min),
        ("来週", "ja", date.max),
        ("0000年代", "ja", None),
        ("9995年代", "ja", None),
        ("three days ago", "en", date.min),
        ("tomorrow", "en", date.max),
    ],
)
def test_days_outside_the_calendar_are_none(text, language, anchor):
    """Before the year 1 and after 9999 there is no such day, and that is no reason to stop."""
    (found,) = find_dates(text, language, anchor)
    assert (found.first, found.reason) == (None, "no such day")
