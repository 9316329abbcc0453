"""English words: places, dictionary forms, parts of speech."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.words.english import inflections, lemmas, tokenize_en
from jaen.words.english_forms import adjective_lemma, noun_lemma, verb_lemma

CASES = [
    json.loads(line) for line in (Path(__file__).parents[1] / "cases/english.jsonl").read_text("utf-8").splitlines()
]
LEMMA = {"NOUN": noun_lemma, "VERB": verb_lemma, "ADJ": adjective_lemma}


def of(rule):
    return [case for case in CASES if case["rule"] == rule]


@pytest.mark.parametrize("case", of("tokens"), ids=lambda c: c["text"])
def test_words_come_apart_as_the_table_says(case):
    """Abbreviations, addresses, contractions and emoji stay whole; hyphens and possessives are words of their own."""
    assert [token.surface for token in tokenize_en(case["text"])] == case["surfaces"]


@pytest.mark.parametrize("case", of("lemma"), ids=lambda c: f"{c['upos']}-{c['word']}")
def test_dictionary_forms(case):
    """A form has the dictionary form of its part of speech, which is also among all its candidates."""
    assert LEMMA[case["upos"]](case["word"]) == case["lemma"]
    assert case["lemma"] in lemmas(case["word"])


@pytest.mark.parametrize("case", of("tags"), ids=lambda c: c["text"][:30])
def test_parts_of_speech_and_lemmas_in_context(case):
    """Every word of the hand-tagged sentences has its tag and its dictionary form."""
    found = [[token.surface, token.upos, token.lemma] for token in tokenize_en(case["text"])]
    assert found == case["tokens"]


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_tokens_leave_only_white_space(text):
    """Spans are in order, never overlap, hold their surface, and leave nothing but white space uncovered."""
    at = 0
    for token in tokenize_en(text, offset=7):
        start, end = token.span.start - 7, token.span.end - 7
        assert text[start:end] == token.surface
        assert not text[at:start].strip()
        assert start >= at
        assert end > start
        at = end
    assert not text[at:].strip()


def test_a_name_keeps_its_capital_and_a_word_loses_it():
    """The lemma of a proper noun is its spelling, of any other word the lower-case dictionary form."""
    by_surface = {token.surface: token for token in tokenize_en("Factories in Nagoya reopened.")}
    assert (by_surface["Nagoya"].upos, by_surface["Nagoya"].lemma) == ("PROPN", "Nagoya")
    assert (by_surface["Factories"].upos, by_surface["Factories"].lemma) == ("NOUN", "factory")


def test_a_headline_in_title_case_is_not_all_names():
    """Where every word has a capital, a capital makes no name of a verb or adjective."""
    tags = {token.surface: token.upos for token in tokenize_en("Japan Prepares for New Round of Talks")}
    assert tags["Prepares"] == "VERB"
    assert tags["New"] == "ADJ"
    assert tags["Japan"] == "PROPN"


def test_may_and_march_are_months_only_as_names():
    """A modal may and a verb march are no proper nouns, the months are."""
    tags = [(t.surface, t.upos) for t in tokenize_en("They may march in May or March.")]
    assert ("may", "AUX") in tags
    assert ("march", "VERB") in tags
    assert ("May", "PROPN") in tags
    assert ("March", "PROPN") in tags


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("agency", {"agencies", "agency's", "agencies'"}),
        ("bus", {"buses", "bus'", "bus's", "buses'"}),
        ("woman", {"women", "woman's", "women's"}),
        ("series", {"series'", "series's"}),
        ("NCD", {"NCDs", "NCD's", "NCDs'"}),
        ("zero-day flaw", {"zero-day flaws", "zero-day flaw's", "zero-day flaws'"}),
        ("Key", {"Keys", "Key's", "Keys'"}),
        ("(", set()),
        ("", set()),
    ],
)
def test_forms_of_a_noun(word, forms):
    """A noun has its plural and both possessives, in the case it is written in; what is no word has none."""
    assert set(inflections(word)) == forms


def test_lemmas_end_with_the_word_itself():
    """What can't be reduced comes back in lower case, and every answer holds at least one candidate."""
    assert lemmas("Sheep") == ("sheep",)
    assert lemmas("ＡＩ") == ("ai",)
    assert lemmas("minister’s") == ("minister",)
