"""Numbers: value, unit, kind and place."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.text.numbers import find_numbers, units_agree
from jaen.text.numbers.values import english_value, japanese_value

CASES = [
    json.loads(line) for line in (Path(__file__).parents[1] / "cases/numbers.jsonl").read_text("utf-8").splitlines()
]
ALPHABET = (
    "0123456789０５,.、・〜～-–〇一二三十百千万億数第約半分の人社年月日%$¥ 円GabcEtwo hundred million third of to and"
)


def value(written):
    """Decimal of `12.5` or `1/3`."""
    top, _, bottom = written.partition("/")
    return Decimal(top) / Decimal(bottom or 1)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"])
def test_numbers_of_the_table(case):
    """Every number of the table has its surface, value, unit, kind and approximation; texts without one have none."""
    text = case["text"]
    found = [
        (n.span.of(text), n.low, n.high, n.unit, n.kind, n.approximate) for n in find_numbers(text, case["language"])
    ]
    assert found == [(s, value(low), value(high), u, k, a) for s, low, high, u, k, a in case["numbers"]]


@pytest.mark.parametrize("language", ["ja", "en"])
@given(text=st.lists(st.sampled_from(ALPHABET + "\n"), max_size=40).map("".join))
@settings(max_examples=150)
def test_spans_are_in_order_and_hold_a_numeral(language, text):
    """Numbers never overlap, low is not above high, and an offset only shifts their spans."""
    numbers = find_numbers(text, language)
    at = 0
    for number in numbers:
        assert at <= number.span.start < number.span.end <= len(text)
        assert number.low <= number.high
        at = number.span.end
    assert [n.span for n in find_numbers(text, language, 9)] == [n.span.shift(9) for n in numbers]


@given(st.integers(min_value=0, max_value=10**16 - 1))
@settings(max_examples=100)
def test_mixed_japanese_numerals_are_exact(number):
    """A value written with 兆, 億 and 万 is read back exactly."""
    parts, rest = [], number
    for scale, mark in ((10**12, "兆"), (10**8, "億"), (10**4, "万")):
        count, rest = divmod(rest, scale)
        parts.append(f"{count}{mark}" if count else "")
    written = "".join(parts) + (str(rest) if rest or not number else "")
    assert japanese_value(written) == number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("百二十三", 123),
        ("千五", 1005),
        ("二千二十六", 2026),
        ("一億二千万", 120000000),
        ("3.5万", 35000),
        ("１２，３４５", 12345),
        ("1万20000", None),
        ("二3", None),
        ("1億2兆", None),
    ],
)
def test_japanese_numerals(written, value):
    """Kanji, figures and both together have their value; what is not well formed has none."""
    assert japanese_value(written) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("twenty-one", 21),
        ("two hundred and five", 205),
        ("3 million", 3000000),
        ("12k", 12000),
        ("a dozen", 12),
        ("fish", None),
    ],
)
def test_english_numerals(written, value):
    """Words, figures and scales have their value; other words have none."""
    assert english_value(written) == value


def test_two_thirds_are_the_same_in_both_languages():
    """3分の2 and two-thirds have one value, so that a translation can be checked."""
    (japanese,) = find_numbers("議員の3分の2が賛成", "ja")
    (english,) = find_numbers("two-thirds of the members", "en")
    assert japanese.low == english.low


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [
        ("社・組織", "organization", True),
        ("社", "bank", True),
        ("文書", "document", True),
        ("人", "person", True),
        ("カ国", "nation", True),
        ("%", "%", True),
        ("個", "apple", True),
        ("キロ", "km", True),
        ("キロ", "kg", True),
        ("キロ", "mile", False),
        ("キロ", "", False),
        ("", "document", True),
        ("文書", "ship", False),
        ("yen", "dollar", False),
        ("%", "person", False),
        ("year", "", False),
    ],
)
def test_units_agree_across_languages(first, second, agree):
    """A counter agrees with the nouns it may stand for, in either order; measures agree only with themselves."""
    assert units_agree(first, second) is agree
    assert units_agree(second, first) is agree


def test_other_languages_have_no_numbers():
    """Neither grammar is tried on a language it does not know."""
    assert find_numbers("2026년 3명", "ko") == ()
    assert len(find_numbers("12345", "und")) == 1
