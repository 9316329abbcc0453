"""What sentences say of people, bodies, products, letters and numbers; each relation fires and stays silent."""

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jaen
from jaen.claims import find_claims
from jaen.pipeline import Pipeline
from jaen.reading import article_of

ROOT = Path(__file__).parents[2]
CASES = [json.loads(line) for line in (ROOT / "tests/cases/claims.jsonl").read_text("utf-8").splitlines()]


@cache
def pipeline():
    return Pipeline(jaen.Glossary.load(ROOT / "glossaries/news"))


def claims(text):
    analysis = pipeline().analyze(article_of(text))
    page = analysis.page
    return find_claims(page.segments, analysis.mentions, has_machine_summary=page.has_machine_summary)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_a_sentence_says_exactly_what_its_case_lists(case):
    """Of the listed relations a sentence gives these answers and no others."""
    said = {
        f"{one.slot.relation} {one.slot.about} = {one.value}"
        for one in claims(case["text"])
        if one.slot.relation in case["relations"]
    }
    assert said == set(case["says"])


def test_the_answer_stands_at_its_span():
    """A claim's text is what the article has at its span."""
    text = "飯田陽一・内閣サイバー官は会見した。Anthropic's Claude-3 found 40 flaws."
    found = claims(text)
    assert {one.text for one in found} >= {"飯田陽一", "内閣サイバー官", "Claude-3", "40 flaws"}
    assert all(one.span.of(text) == one.text for one in found)


def test_what_a_machine_wrote_about_a_text_in_another_language_is_its_summary():
    """Under a line that says a machine summed up, all English about a Japanese interview is summary."""
    text = (ROOT / "examples/interview.txt").read_text("utf-8")
    by_text = {one.text: one.is_summary for one in claims(text)}
    assert by_text["40 operators"]
    assert by_text["Claude-3"]
    assert not by_text["クロード・ミュトス"]


def test_without_a_summary_nothing_is_summary():
    """An article with both languages and no summary gives claims of the text only."""
    assert not any(
        one.is_summary
        for one in claims("Anthropic's Claude Mythos is out. アンソロピックの「クロード・ミュトス」が出た。")
    )


@given(st.text(alphabet="「」()Aa1 ,.'s飯田陽一首相のは・ミュトス\n", max_size=60))
def test_claims_never_fail_and_stand_in_order(text):
    """Whatever the text, claims come in text order with the words at their spans."""
    found = claims(text)
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    assert all(one.span.of(text) == one.text for one in found)


@given(st.text(alphabet="NHS()（） .!。ashとの港湾局", max_size=50))
def test_letters_in_brackets_never_fail(text):
    """Wherever brackets stand, what their letters stand for is in the sentence that says so."""
    assert all(one.span.of(text) == one.text for one in claims(text))
