"""Likeness of words."""

import pytest

from jaen.words.similarity import likeness, most_alike


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("abc", "abc", 100), ("abc", "xyz", 0), ("さいばー", "さいば", 600 / 7), ("", "a", 0)],
)
def test_likeness(first, second, expected):
    """Twice the common characters in order over both lengths."""
    assert likeness(first, second) == pytest.approx(expected)


def test_most_alike_keeps_order_limit_and_bound():
    """Best first, the earlier of equals first, none below the bound, no more than asked for."""
    among = ["abcd", "abce", "abcd", "xyz", "ab"]
    assert most_alike("abcd", among, 60, 5) == [(0, 100), (2, 100), (1, 75), (4, pytest.approx(200 / 3))]
    assert [index for index, _ in most_alike("abcd", among, 60, 2)] == [0, 2]
    assert [index for index, _ in most_alike("abcd", among, 70, 5)] == [0, 2, 1]
    assert most_alike("abcd", [], 0, 5) == []
