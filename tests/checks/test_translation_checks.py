"""Checks of translations."""

from dataclasses import replace

import pytest

from jaen.api import split
from jaen.checks import check_translations
from jaen.checks.translation import (
    languages_without_model,
    unmet_terms,
    untranslated_segments,
)
from jaen.config import Settings
from jaen.model import Concept, Mention, MentionKind, Passage, Severity, Span, Status, Term, TermOutcome, Translation
from jaen.reading import article_of
from jaen.terms import Matcher

TEXT = "警備局が発足した。"
OFFICE = Concept(
    id="office",
    category="organization",
    terms=(Term(text="警備局", language="ja"), Term(text="Guard Bureau", language="en")),
)
(SEGMENT,) = split(article_of(TEXT))
MENTION = Mention(
    segment_id=SEGMENT.id,
    span=Span(0, 3),
    surface="警備局",
    concept=OFFICE,
    term=OFFICE.terms[0],
    kind=MentionKind.FREE,
    matched_by="exact",
)
UNMET = TermOutcome(concept_id="office", source_span=Span(0, 3), target_span=None, outcome="unmet", rung=None)
MET = TermOutcome(
    concept_id="office", source_span=Span(0, 3), target_span=Span(4, 16), outcome="repaired", rung="carrier"
)


def translation(state="translated", *terms, flags=()):
    return Translation(
        segment_id=SEGMENT.id,
        language="en",
        text="The Guard Bureau opened.",
        engine="e",
        model="m",
        state=state,
        terms=terms,
        flags=flags,
    )


@pytest.mark.parametrize(("state", "severity"), [("translated", Severity.ERROR), ("reviewed", Severity.WARNING)])
def test_an_unmet_term_is_an_error_or_a_question_to_a_person(state, severity):
    """What an engine left out is wrong; a person may have had a reason, and is asked to look again."""
    (finding,) = unmet_terms([MENTION], [translation(state, UNMET)])
    assert (finding.code, finding.severity) == ("translation-unmet-term", severity)
    assert finding.message == "the translation lacks 'Guard Bureau' for '警備局'"
    assert (finding.span, finding.concept_id, finding.suggestion) == (Span(0, 3), "office", "Guard Bureau")


def test_terms_that_are_there_are_no_finding():
    """Neither what the model wrote nor what jaen brought in; and a sentence without a translation has its own finding."""
    assert not list(unmet_terms([MENTION], [translation("translated", MET)]))
    assert not list(unmet_terms([MENTION], [translation("untranslated", UNMET, flags=("looping",))]))


def forbidding(*texts):
    """The mention, with English terms that its concept forbids."""
    forbidden = [Term(text=text, language="en", status=Status.FORBIDDEN, note="a model's") for text in texts]
    return replace(MENTION, concept=replace(OFFICE, terms=(*OFFICE.terms, *forbidden)))


def checked(mention, made):
    """All findings about one translation, with a glossary of the mention's concept alone."""
    source = Passage(article_of(TEXT), "ja", (SEGMENT,), (mention,))
    return check_translations(source, [made], "en", Matcher((mention.concept,)), Settings())


@pytest.mark.parametrize(("state", "severity"), [("translated", Severity.ERROR), ("reviewed", Severity.WARNING)])
def test_a_translation_with_a_forbidden_term(state, severity):
    """Also beside the right term, and in the plural; by the rule that checks two documents."""
    made = replace(translation(state, MET), text="The Guard Bureau opened watch offices.")
    (finding,) = checked(forbidding("watch office"), made)
    assert (finding.code, finding.severity) == ("translation-forbidden-term", severity)
    assert finding.message == (
        "the translation has 'watch offices' for '警備局', which must not be used; use 'Guard Bureau' (a model's)"
    )
    assert (finding.span, finding.concept_id, finding.suggestion) == (Span(0, 3), "office", "Guard Bureau")


def test_what_only_looks_forbidden_in_a_translation():
    """Inside the right term, inside a word, of a concept that the sentence does not name, or not passed on at all."""
    assert not checked(forbidding("Bureau", "open"), translation("translated", MET))
    word = replace(forbidding("opened"), kind=MentionKind.NAME_PART)
    assert not checked(word, translation())
    codes = {one.code for one in checked(forbidding("opened"), translation("untranslated"))}
    assert codes == {"translation-untranslated"}


def test_a_term_that_is_lacking_is_told_once():
    """By the account of the translation, not by the rule of two documents again."""
    made = replace(translation("translated", UNMET), text="It opened.")
    assert [one.code for one in checked(MENTION, made)] == ["translation-unmet-term"]


@pytest.mark.parametrize(("state", "severity"), [("translated", Severity.ERROR), ("reviewed", Severity.WARNING)])
def test_translations_are_checked_by_the_rules_of_pairs(state, severity):
    """What is passed on is; of what is not, its flags have said all."""
    made = replace(translation(state, MET), text="The Guard Bureau 発足 opened.")
    (finding,) = checked(MENTION, made)
    assert (finding.code, finding.severity, finding.span) == ("translation-leftover", severity, SEGMENT.span)
    assert finding.message == "発足 is not translated"
    (finding,) = checked(MENTION, replace(made, state="untranslated", flags=("leftover-kana: 発足",)))
    assert finding.code == "translation-untranslated"


def test_a_sentence_that_is_not_translated_says_why():
    """The reasons are the translation's flags; a finished translation is no finding, whatever flags it has."""
    segments = {SEGMENT.id: SEGMENT}
    (finding,) = untranslated_segments(
        segments, [translation("untranslated", flags=("looping: the", "lost-number: 3"))]
    )
    assert (finding.code, finding.severity) == ("translation-untranslated", Severity.WARNING)
    assert finding.message == "not translated: looping: the, lost-number: 3"
    assert finding.span == SEGMENT.span
    assert not list(untranslated_segments(segments, [translation(flags=("append: NCO",))]))


def test_a_language_that_nothing_translates_is_told_once():
    """Its sentences are counted; those already in the language, of no language, or furniture are none."""
    chinese = [replace(SEGMENT, id=f"z{number}", language="zh") for number in range(3)]
    others = [
        replace(SEGMENT, id="e", language="en"),
        replace(SEGMENT, id="u", language="und"),
        replace(SEGMENT, id="k", language="ko", content=False),
    ]
    (finding,) = languages_without_model([SEGMENT, *chinese, *others], [translation()], "en")
    assert finding.message == "3 sentences in zh not translated: nothing is there that translates zh to en"
    assert (finding.code, finding.segment_id) == ("translation-no-model", None)


def test_findings_come_in_text_order():
    """What is about the whole article first."""
    whole = Passage(article_of(TEXT), "ja", (SEGMENT, replace(SEGMENT, id="z", language="zh")), (MENTION,))
    found = check_translations(whole, [translation("translated", UNMET)], "en", Matcher(()), Settings())
    assert [finding.code for finding in found] == ["translation-no-model", "translation-unmet-term"]
