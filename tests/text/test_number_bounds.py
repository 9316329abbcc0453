"""Bounds of numbers, and measures in other units."""

import pytest

from jaen.model import Span
from jaen.text.numbers import find_numbers
from jaen.text.numbers.bounds import Bound, find_bound
from jaen.text.numbers.measures import is_converted

LOWER, UPPER = Bound.LOWER, Bound.UPPER


def bound_of(text, language):
    (number,) = find_numbers(text, language)
    return find_bound(text, number.span, language)


@pytest.mark.parametrize(
    ("text", "language", "bound", "surface"),
    [
        ("死者は100人以上。", "ja", LOWER, "100人以上"),
        ("死者は100人を超えた。", "ja", LOWER, "100人を超えた"),
        ("少なくとも100人が死亡。", "ja", LOWER, "少なくとも100人"),
        ("100人未満の企業。", "ja", UPPER, "100人未満"),
        ("最大で100人を雇う。", "ja", UPPER, "最大で100人"),
        ("100人を下回る。", "ja", UPPER, "100人を下回る"),
        ("震度6弱以上の地震。", "ja", LOWER, "6弱以上"),
        ("More than 100 people died.", "en", LOWER, "More than 100 people"),
        ("It took no more than 100 days.", "en", UPPER, "no more than 100 days"),
        ("No fewer than 100 people died.", "en", LOWER, "No fewer than 100 people"),
        ("It has up to 100 seats.", "en", UPPER, "up to 100 seats"),
        ("It was 100 people or more.", "en", LOWER, "100 people or more"),
    ],
)
def test_bounds(text, language, bound, surface):
    """A bound is told with the number it belongs to; a negation turns it round."""
    found, place = bound_of(text, language)
    assert (found, place.of(text)) == (bound, surface)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("約100人が参加。", "ja"),
        ("100人が参加。", "ja"),
        ("100人を超えない。", "ja"),
        ("100人弱者を救う。", "ja"),
        ("震度6強を観測。", "ja"),
        ("About 100 people came.", "en"),
        ("At least up to 100 people.", "fr"),
    ],
)
def test_no_bounds(text, language):
    """An estimate is no bound, nor is what is said in another language, nor 弱 as part of a word, nor a grade of quakes."""
    start = next(at for at, letter in enumerate(text) if letter.isdecimal())
    end = start + (4 if "100" in text else 1)
    assert find_bound(text, Span(start, end), language) is None


@pytest.mark.parametrize(
    ("japanese", "english", "same"),
    [
        ("10マイル", "16 kilometers", True),
        ("90分", "1.5 hours", True),
        ("5000トン", "5 million kilograms", True),
        ("18カ月", "1.5 years", True),
        ("60キロ", "132 pounds", True),
        ("10マイル", "10 kilometers", False),
        ("3時間", "3 days", False),
        ("100円", "100 dollars", False),
        ("10マイル", "10 miles", False),
    ],
)
def test_measures_in_other_units(japanese, english, same):
    """Another unit with another value may be the same measure; equal units and money are never converted."""
    (one,), (other,) = find_numbers(japanese, "ja"), find_numbers(english, "en")
    assert is_converted(one, other) is is_converted(other, one) is same
