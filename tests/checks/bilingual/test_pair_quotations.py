"""Marks of direct speech that a translation loses or adds."""

from dataclasses import replace

import pytest

from jaen.checks.bilingual.quotations import added_quotations, lost_quotations
from jaen.checks.passages import passage_of
from jaen.model import Pair, Severity, Span
from jaen.terms import Matcher

SPEECH = "市長は「対策を急ぐ必要がある」と述べた。"


def test_speech_without_marks_is_found(pair_of):
    """The speech is shown; where the translation reports nothing, its words are the desk's own."""
    (found,) = lost_quotations(pair_of(SPEECH, "Measures must be taken at once."))
    assert found.message == "「対策を急ぐ必要がある」 is not in quotation marks in the translation"
    assert found.source.of(SPEECH) == "「対策を急ぐ必要がある」"
    assert found.severity is Severity.WARNING


def test_reported_speech_is_a_hint_only(pair_of):
    """The mayor said that … keeps who said it; 、と述べた as well."""
    (found,) = lost_quotations(pair_of(SPEECH, "The mayor said measures must be taken at once."))
    assert found.severity is Severity.INFO
    (found,) = lost_quotations(pair_of("“We must act now,” the mayor said.", "急ぐ必要がある、と市長は述べた。"))
    assert found.severity is Severity.INFO


def test_speech_that_nobody_quoted(pair_of):
    """The other way: marks in the translation around words that the source only reports, or does not have as speech."""
    pair = pair_of("市長は対策を急ぐと述べた。", "“We must act now,” the mayor said.")
    (found,) = added_quotations(pair)
    assert (found.span.of(pair.target.text), found.severity) == ("“We must act now,”", Severity.INFO)
    assert not list(lost_quotations(pair))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (SPEECH, "“Measures must be taken at once,” the mayor said."),
        ("市長は「急ぐ。待てない」と述べた。", "“We hurry,” the mayor said. “We can't wait.”"),
        (SPEECH, "'Measures must be taken at once,' the mayor said."),
        ("「クロード」という名のモデルだ。", "It is a model named Claude."),
        ("いわゆる「格差」の問題だ。", "It is the problem of the gap."),
        ("雨が降った。", "It rained."),
    ],
)
def test_marks_that_are_kept_or_hold_no_speech(pair_of, source, target):
    """One mark of any kind is enough, a split quotation is one; names and emphasis may lose theirs."""
    pair = pair_of(source, target)
    assert not [*lost_quotations(pair), *added_quotations(pair)]


def test_a_sentence_inside_a_longer_quotation_needs_no_marks():
    """Marks that open and close in other sentences of the paragraph hold it all the same."""
    matcher = Matcher(())
    source = passage_of("“We must act now,” the mayor said.", "en", matcher)
    text = "市長は「まず雨だ。急ぐ必要がある。待てない」と述べた。"
    whole = passage_of(text, "ja", matcher)
    place = Span(text.index("急"), text.index("待"))
    inside = replace(whole.segments[0], span=place, text=place.of(text), tokens=(), marks=())
    assert not list(lost_quotations(Pair(source, replace(whole, segments=(inside,)))))
    alone = passage_of(place.of(text), "ja", matcher)
    assert list(lost_quotations(Pair(source, alone)))
