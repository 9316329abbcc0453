"""Number, article, comma and capital of English words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaen.model import Span
from jaen.translation.requirements import Form
from jaen.translation.requirements.wording import article_for, capitalized, comma_after, plural
from jaen.words.english_forms import verb_forms


def words(text):
    return text.split()


AN = words(
    """hour honest honor heir herb X-ray Xbox LED MUFG EU 18 80 8 11 11,000 8-year AI NCO SMBC FBI LDP MP SQL SDF NHK LLM FSA
umbrella uninformed uninhabited AIST unidentified unintended Ueno Uber HR H S IT unimportant mRNA iPhone A.I. F-35 island
urgent office RSS HTML employee “Osaka” 88th"""
)
A = words(
    """university UN UFO NATO U.S. one-time one-off European user UK UK-based Ukrainian euro unit unique united unanimous
ubiquitous once Ouija 1,800 180 100 1 110 METI MEXT NISC RAM NASA FIFA URL U.N. useful utility house Herbert horse yen
cyberattack JPCERT MAFF CIRO GDP TV G7 5G T-shirt usual unified uranium NICT “Tokyo” 18000 海"""
)


@pytest.mark.parametrize("text", AN)
def test_an_before_the_sound_of_a_vowel(text):
    """Silent h, letters that are spelled out (an NCO), numbers said with a vowel (an 8-year plan)."""
    assert article_for(text) == "an"


@pytest.mark.parametrize("text", A)
def test_a_before_the_sound_of_a_consonant(text):
    """A u said "you", one and once, letters with a consonant (a U.S. firm), acronyms that are words (a METI official)."""
    assert article_for(text) == "a"


@pytest.mark.parametrize(
    ("singular", "many"),
    [
        ("vulnerability", "vulnerabilities"),
        ("crisis", "crises"),
        ("LLM", "LLMs"),
        ("prime minister", "prime ministers"),
        ("Governor of the Bank of Japan", "Governors of the Bank of Japan"),
        ("minister in charge of cybersecurity", "ministers in charge of cybersecurity"),
        ("package of measures", "packages of measures"),
        ("passer-by", "passers-by"),
        ("zero-day", "zero-days"),
        ("Big Tech companies", "Big Tech companies"),
        ("headquarters", "headquarters"),
        ("person", "people"),
        ("C++", "C++"),
    ],
)
def test_plurals(singular, many):
    """The head of a phrase takes the plural; what is one already, or no word, stays."""
    assert plural(singular) == many


@pytest.mark.parametrize("text", ["", " ", "…", "8", "é"])
def test_words_without_letters_are_no_trouble(text):
    """Whatever a text begins with, an answer comes back."""
    assert article_for(text) in ("a", "an")
    assert isinstance(capitalized(text), str)
    assert plural(text).startswith(text)


@given(st.text(max_size=20))
def test_any_text(text):
    """No text breaks a function, and what is done twice is done once."""
    assert article_for(text) in ("a", "an")
    assert capitalized(capitalized(text)) == capitalized(text)
    assert plural(f"firm of {text}") == f"firms of {text}"


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("misuse", {"misuse", "misuses", "misused", "misusing"}),
        ("apply", {"apply", "applies", "applied", "applying"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("steal", {"steal", "steals", "stole", "stolen", "stealing"}),
    ],
)
def test_forms_of_verbs(verb, forms):
    """Regular verbs by rule, strong ones by list; where the last consonant may double, both spellings are there."""
    assert set(verb_forms(verb)) == forms
    assert {"stopped", "stopping"} <= set(verb_forms("stop"))
    assert "stealed" not in verb_forms("steal")


@pytest.mark.parametrize(
    ("after", "comma"),
    [(" said so", ","), (", said", ""), (".", ""), ("", ""), (")", ""), (" (65)", ""), ("'s plan", "")],
)
def test_an_opened_comma_is_closed(after, comma):
    """Yoichi Iida, National Cyber Director, said: the second comma is written where the sentence goes on."""
    apart = Form("Hanako Ito, the Prime Minister", (Span(0, 10), Span(16, 30)))
    assert comma_after(apart, after) == comma


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Prime Minister Hanako Ito", (Span(15, 25), Span(0, 14))),
        ("Ministry of Economy, Trade and Industry", (Span(0, 39),)),
        ("150", ()),
    ],
)
def test_no_comma_where_none_was_opened(text, parts):
    """A comma inside a name opens nothing."""
    assert comma_after(Form(text, parts), " said so") == ""
