"""Checks of weekdays: each fires where it must and stays silent where it must not."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.checks.article.days import weekdays_that_disagree

ANCHOR = date(2026, 5, 20)


@pytest.fixture(scope="session")
def wrong(story_of):
    """The weekdays of a text that do not fit, each with what to write instead."""

    def wrong(text, day=None):
        return [(found.span.of(text), found.suggestion) for found in weekdays_that_disagree(story_of(text, (), day))]

    return wrong


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("会議は2026年5月18日(火)に開く。", None, ("火", "月")),
        ("会議は令和8年5月18日（火・祝）に開く。", None, ("火", "月")),
        ("会議は2026年5月18日火曜日に開く。", None, ("火", "月")),
        ("会議は5月18日(火)に開く。", ANCHOR, ("火", "月")),
        ("会議は18日(火)に開く。", ANCHOR, ("火", "月")),
        ("会議は5月18日(月)〜20日(木)に開く。", ANCHOR, ("木", "水")),
        ("会議は来年1月5日(月)に開く。", ANCHOR, ("月", "火")),
        ("They met on Tuesday, May 18, 2026, in Tokyo.", None, ("Tuesday", "Monday")),
        ("They met on Tuesday, May 18, in Tokyo.", ANCHOR, ("Tuesday", "Monday")),
        ("They met on May 18, 2026 (Tue) in Tokyo.", None, ("Tue", "Mon")),
        ("It fell on June 5, 2026, a Thursday.", None, ("Thursday", "Friday")),
    ],
)
def test_a_weekday_that_does_not_fit(wrong, text, day, expected):
    """The right weekday is suggested in the form in which the wrong one stands."""
    assert wrong(text, day) == [expected]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("会議は2026年5月18日(月)に開く。", None),
        ("会議は5月18日(火)に開く。", None),
        ("会議は18日(木)に開く。", ANCHOR),
        ("1995年の震災は1月17日(火)に起きた。", ANCHOR),
        ("2026年2月30日(月)という日はない。", None),
        ("会議は18日間(火を除く)開く。", ANCHOR),
        ("They met on Monday, May 18, 2026, in Tokyo.", None),
        ("They met on Tuesday, May 18, in Tokyo.", None),
        ("They met on Monday and Tuesday, May 18 and 19, in Tokyo.", ANCHOR),
        ("They will meet on Tuesday, 18 people said.", ANCHOR),
    ],
)
def test_weekdays_that_fit_or_can_not_be_told(wrong, text, day):
    """A year that the text does not give and the article's day does not show; a month that may be another one."""
    assert wrong(text, day) == []


def test_the_day_of_the_article_itself(subject_of):
    """The line that says when the article appeared is no text, but its weekday is read."""
    text = "港で火事\n\n2026年6月3日(木)\n\n3日未明、港の倉庫から火が出た。けが人はいなかったという。\n"
    (found,) = weekdays_that_disagree(subject_of(text))
    assert (found.span.of(text), found.suggestion) == ("木", "水")


@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(0, 6))
@settings(max_examples=60)
def test_only_the_right_weekday_passes(wrong, day, weekday):
    """Of the seven weekdays beside a date with its year, six are found."""
    beside = (date(2026, 5, 18) + timedelta(days=weekday)).weekday()
    found = wrong(f"会議は{day.year}年{day.month}月{day.day}日({'月火水木金土日'[beside]})に開く。")
    assert found == ([] if beside == day.weekday() else [("月火水木金土日"[beside], "月火水木金土日"[day.weekday()])])
