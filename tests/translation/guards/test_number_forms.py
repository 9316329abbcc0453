"""Numbers as requirements: every way of writing a value satisfies, and no longer number does."""

import pytest

from jaen.api import split
from jaen.model import Span
from jaen.translation.guards import number_requirements
from jaen.translation.requirements import Form, Kind, Requirement, find_places


def forms(text: str, language: str) -> dict[str, list[str]]:
    """Source words to the forms of their requirement."""
    return {
        requirement.span.of(text): [form.text for form in requirement.forms]
        for segment in split(text)
        for requirement in number_requirements(segment, language)
    }


@pytest.mark.parametrize(
    ("text", "words", "first", "also"),
    [
        ("被害は1億8990万円だ。", "1億8990万円", "189.9 million yen", ["¥189.9 million", "189,900,000"]),
        ("150〜200社が加わる。", "150〜200社", "150 to 200 companies", ["150–200", "150-200"]),
        ("3文書を改めた。", "3文書", "3 documents", ["3", "three"]),
        ("1万2千人が来た。", "1万2千人", "12,000 people", ["12,000", "12000"]),
        ("12.5％増えた。", "12.5％", "12.5%", ["12.5 percent"]),
        ("会合は令和8年5月18日に開いた。", "令和8年5月18日", "May 18, 2026", ["18 May 2026"]),
        ("会合は5月18日に開いた。", "5月18日", "May 18", ["18 May", "May 18th"]),
        ("会合は18日に開いた。", "18日", "the 18th", ["the eighteenth"]),
        ("3分の2が残った。", "3分の2", "two-thirds", ["2/3"]),
        ("半分が残った。", "半分", "half", []),
        ("2回行った。", "2回", "2 times", ["twice", "two"]),
        ("第3章を読む。", "第3章", "third", ["3rd", "3"]),
    ],
)
def test_english_forms(text: str, words: str, first: str, also: list[str]) -> None:
    """The first form has the unit, the others are all spellings of the value."""
    found = forms(text, "en")[words]
    assert found[0] == first
    assert set(also) <= set(found)


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("It cost $189.9 million.", "$189.9 million", "1億8990万ドル"),
        ("The meeting was on May 18, 2026.", "May 18, 2026", "2026年5月18日"),
        ("It rose 12.5%.", "12.5%", "12.5%"),
    ],
)
def test_japanese_forms(text: str, words: str, first: str) -> None:
    """Into Japanese values have 万 and 億, dates 年月日."""
    assert forms(text, "ja")[words][0] == first


@pytest.mark.parametrize("text", ["一人の男がいた。", "数十人が来た。", "新型はGPT-5.5だ。", "二度と行かない。"])
def test_what_english_may_say_without_a_number_is_not_required(text: str) -> None:
    """One, dozens, names of versions and 二度と are no requirements."""
    assert forms(text, "en") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("150 firms", True),
        ("150.", True),
        ("1,150 firms", False),
        ("150.5", False),
        ("2150", False),
        ("150,000", False),
    ],
)
def test_a_number_is_no_part_of_a_longer_one(text: str, expected: bool) -> None:
    """150 is met by 150 alone."""
    requirement = Requirement(span=Span(0, 3), mentions=(), kind=Kind.NUMBER, forms=(Form("150", ()),), language="en")
    assert bool(find_places(requirement, text)) is expected


def test_a_number_in_words_may_begin_a_sentence() -> None:
    """Capitals make no other number."""
    requirement = Requirement(
        span=Span(0, 3), mentions=(), kind=Kind.NUMBER, forms=(Form("forty-five", ()),), language="en"
    )
    assert find_places(requirement, "Forty-five came.")
