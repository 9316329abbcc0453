"""Terms of a passage and of its translation, with the glossary of news."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from jaen.checks.bilingual.names import added_names
from jaen.checks.bilingual.terms import forbidden_in_translations, other_concepts, unmet_terms
from jaen.checks.passages import passage_of
from jaen.checks.rules import PAIR_RULES
from jaen.glossary import Glossary
from jaen.model import Pair, Passage, Severity
from jaen.terms import Matcher

ROOT = Path(__file__).parents[2]
CASES = [
    json.loads(line)
    for line in (ROOT / "tests" / "cases" / "pair_terms.jsonl").read_text(encoding="utf-8").splitlines()
]
RULES = [rule for rule in PAIR_RULES if rule.check in (unmet_terms, forbidden_in_translations, other_concepts)]


@pytest.fixture(scope="module")
def matcher():
    return Glossary.load(ROOT / "glossaries" / "news").matcher


def pair_of(japanese, english, source, matcher):
    ja, en = passage_of(japanese, "ja", matcher), passage_of(english, "en", matcher)
    return Pair(ja, en) if source == "ja" else Pair(en, ja)


@pytest.mark.parametrize("case", CASES, ids=[case["rule"] for case in CASES])
def test_terms_have_counterparts(case, matcher):
    """Any term of a concept serves; what lacks, is forbidden or stands for another concept is one finding each."""
    pair = pair_of(case["ja"], case["en"], case["source"], matcher)
    found = [[rule.code, one.message.partition(" (")[0], one.suggestion] for rule in RULES for one in rule.check(pair)]
    assert found == case["finds"]


def test_places_are_shown_on_both_sides(matcher):
    """Another concept's term is shown where it stands, with the mention that it should say."""
    pair = pair_of("経済産業省が発表した。", "The Ministry of Finance made an announcement.", "ja", matcher)
    (found,) = other_concepts(pair)
    assert found.source.of(pair.source.article.text) == "経済産業省"
    assert found.span.of(pair.target.article.text) == "Ministry of Finance"
    assert found.concept_id == "ministry-of-economy-trade-and-industry"


def test_a_name_that_stands_instead_is_told_once(matcher):
    """A stranger in the place of somebody whom the glossary knows is one finding, and not an added name besides."""
    pair = pair_of("飯田陽一氏が答えた。", "The answer came from Yoichi Kanda.", "ja", matcher)
    (found,) = unmet_terms(pair)
    assert found.span.of(pair.target.article.text) == "Yoichi Kanda"
    assert not list(added_names(pair))
    two = pair_of("飯田陽一氏が答えた。", "The answer came from Yoichi Kanda with Leopold Wexler.", "ja", matcher)
    assert [one.message for one in added_names(two)] == ["nothing in the source is Leopold Wexler"]


def test_a_term_that_stands_elsewhere_may_be_a_pronoun(matcher):
    """What the target's article names in another sentence is only worth a look here."""
    target = passage_of("The Financial Services Agency met banks. Then it asked for a review.", "en", matcher)
    second = Passage.of(target.article, "en", target.segments[1:], target.mentions)
    (found,) = unmet_terms(Pair(passage_of("金融庁が点検を求めた。", "ja", matcher), second))
    assert found.severity is Severity.INFO
    assert found.message.endswith("here; it has it elsewhere")


def test_a_concept_that_is_not_looked_for_is_not_asked_for(matcher):
    """A draft of the glossary is kept, and enforced nowhere."""
    pair = pair_of("金融庁が点検を求めた。", "They asked for a review.", "ja", matcher)
    (mention,) = pair.source.mentions
    draft = replace(mention.concept, review=replace(mention.concept.review, state="draft"))
    source = replace(pair.source, mentions=(replace(mention, concept=draft),))
    assert list(unmet_terms(pair))
    assert not list(unmet_terms(replace(pair, source=source)))


def test_a_concept_without_a_term_in_the_language_is_not_asked_for(matcher):
    """Nobody can lack what the glossary does not have."""
    pair = pair_of("金融庁が点検を求めた。", "They asked for a review.", "ja", matcher)
    (mention,) = pair.source.mentions
    only = replace(mention.concept, terms=tuple(term for term in mention.concept.terms if term.language == "ja"))
    source = replace(pair.source, mentions=(replace(mention, concept=only),))
    assert not list(unmet_terms(replace(pair, source=source)))


def test_without_a_glossary_there_is_nothing_to_find():
    """The rules of terms ask only for concepts."""
    pair = pair_of("金融庁が点検を求めた。", "They asked for a review.", "ja", Matcher(()))
    assert not [one for rule in RULES for one in rule.check(pair)]
