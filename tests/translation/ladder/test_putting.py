"""A term in the place of a word: what grammar asks for is made to fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaen.model import Span
from jaen.translation.ladder.putting import put
from jaen.translation.requirements import Form, Kind, Requirement


def wanted(term, kind, language="en"):
    return Requirement(span=Span(0, 1), mentions=(), kind=Kind(kind), forms=(Form(term, ()),), language=language)


@pytest.mark.parametrize(
    ("text", "word", "term", "kind", "expected"),
    [
        ("He has a dog.", "dog", "quantum envelope", "noun", "He has a quantum envelope."),
        ("He has a dog.", "dog", "envelope", "noun", "He has an envelope."),
        ("He has an egg.", "egg", "ladder", "noun", "He has a ladder."),
        ("He has a dog.", "dog", "Mythos", "name", "He has Mythos."),
        ("He likes the dog.", "dog", "Mythos", "name", "He likes Mythos."),
        ("He has a water.", "water", "critical infrastructure", "mass", "He has critical infrastructure."),
        ("The water is cold.", "water", "critical infrastructure", "mass", "The critical infrastructure is cold."),
        ("He likes government.", "government", "National Office", "institution", "He likes the National Office."),
        ("A government fell.", "government", "National Office", "institution", "The National Office fell."),
        ("Government fell.", "Government", "National Office", "institution", "The National Office fell."),
        ("Dog is here.", "Dog", "envelope", "noun", "Envelope is here."),
        ("It fell. Dog is here.", "Dog", "envelope", "noun", "It fell. Envelope is here."),
        ("iPhone fell.", "iPhone", "eBay", "name", "eBay fell."),
        ("The government fell.", "government", "The Hague Court", "institution", "The Hague Court fell."),
        ("He likes government.", "government", "The Hague Court", "institution", "He likes The Hague Court."),
        ("He has a dog.", "dog", "the Fed", "noun", "He has the Fed."),
        ("He met a teacher.", "teacher", "Inspector", "title", "He met an Inspector."),
        ("Tom's dog ran.", "Tom", "Mythos", "name", "Mythos's dog ran."),
    ],
)
def test_the_article_and_the_capital_fit(text, word, term, kind, expected):
    """a/an by sound, none before a name, "the" before an institution, a capital where the sentence begins."""
    at = text.index(word)
    made, span = put(text, Span(at, at + len(word)), wanted(term, kind), is_plural=False)
    assert made == expected
    assert span.of(made).lower() == term.lower()


@pytest.mark.parametrize(
    ("before", "kind", "expected"),
    [
        ("It is a big ", "institution", "It is the big Term."),
        ("He left the new Japanese ", "institution", "He left the new Japanese Term."),
        ("New ", "institution", "The new Term."),
        ("Japanese ", "institution", "The Japanese Term."),
        ("This ", "institution", "This Term."),
        ("He likes his old ", "institution", "He likes his old Term."),
        ("That is Tom's ", "institution", "That is Tom's Term."),
        ("Our parents' ", "institution", "Our parents' Term."),
        ("There are many ", "institution", "There are many Term."),
        ("He said that ", "institution", "He said that the Term."),
        ("He lives near ", "institution", "He lives near the Term."),
        ("They clean ", "institution", "They clean the Term."),
        ("I think he's ", "institution", "I think he's the Term."),
        ("All ", "institution", "All the Term."),
        ("It has a new ", "mass", "It has new Term."),
        ("A new ", "mass", "New Term."),
        ("I have a little ", "mass", "I have a little Term."),
        ("He has an old ", "noun", "He has an old Term."),
        ("He has a new ", "noun", "He has a new Term."),
    ],
)
def test_adjectives_stay_between_the_article_and_the_term(before, kind, expected):
    """The article in front of them fits the term; where my, this, many or an owner stands, there is none."""
    made, span = put(f"{before}xxx.", Span(len(before), len(before) + 3), wanted("Term", kind), is_plural=False)
    assert made == expected
    assert span.of(made) == "Term"


@pytest.mark.parametrize(
    ("text", "term", "kind", "expected"),
    [
        ("He is a xxx.", "Prime Minister", "title", "He is the Prime Minister."),
        ("He is a xxx.", "Governor of the Bank of Japan", "title", "He is the Governor of the Bank of Japan."),
        ("He is a good xxx.", "Prime Minister", "title", "He is a good Prime Minister."),
        ("He is a xxx.", "governor", "title", "He is a governor."),
        ("The xxx is new.", "unified standards", "mass", "The unified standards are new."),
        ("This xxx wasn't new.", "unified standards", "mass", "These unified standards weren't new."),
        ("There is no xxx.", "unified standards", "mass", "There are no unified standards."),
        ("The use of xxx is new.", "unified standards", "mass", "The use of unified standards is new."),
        ("The xxx is new.", "mechanics", "mass", "The mechanics is new."),
        ("The xxx is new.", "ransomware", "mass", "The ransomware is new."),
    ],
)
def test_what_there_is_one_of_and_what_is_many(text, term, kind, expected):
    """A unique office has "the"; a plural that stands for a singular has its verb in the plural, if it is its subject."""
    at = text.index("xxx")
    assert put(text, Span(at, at + 3), wanted(term, kind), is_plural=False)[0] == expected


@pytest.mark.parametrize(
    ("term", "kind", "expected"),
    [
        ("envelope", "noun", "He has the envelopes."),
        ("policy", "noun", "He has the policies."),
        ("infrastructure", "mass", "He has the infrastructure."),
        ("Mythos", "name", "He has Mythos."),
        ("governor", "title", "He has the governors."),
    ],
)
def test_the_number_is_taken_over_by_what_can_be_counted(term, kind, expected):
    """The plural of the word is the plural of a noun, and of nothing else."""
    made, _ = put("He has the dogs.", Span(11, 15), wanted(term, kind), is_plural=True)
    assert made == expected


@given(st.text(max_size=20), st.text(max_size=20))
def test_in_japanese_nothing_around_is_touched(before, after):
    """Only the words at the place change."""
    made, span = put(f"{before}犬{after}", Span(len(before), len(before) + 1), wanted("量子封筒", "noun", "ja"), False)
    assert made == f"{before}量子封筒{after}"
    assert span.of(made) == "量子封筒"


@given(st.text(max_size=30), st.sampled_from(list(Kind)), st.data())
def test_the_place_is_where_the_term_is(text, kind, data):
    """Whatever stands around it, the span that comes back holds the term."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    made, span = put(text, Span(start, end), wanted("envelope", kind.value), data.draw(st.booleans()))
    assert span.of(made).lower() in ("envelope", "envelopes")
