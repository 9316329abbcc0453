"""What sort of word a term is: of the sample glossary and of terms it does not have."""

from pathlib import Path

import pytest

from jaen.glossary.glossary import Glossary
from jaen.translation.requirements import Kind
from jaen.translation.requirements.kinds import kind_of

NEWS = {
    "takaichi-sanae": "name", "emperor-naruhito": "name", "openai": "name", "mizuho-bank": "name", "softbank-group": "name",
    "jiji-press": "name", "fujitsu": "name", "newmo": "name", "tokyo": "name", "fukuoka-city": "name", "claude-mythos": "name",
    "big-tech": "name", "generation-z": "name", "kddi": "name",
    "national-cybersecurity-office": "institution", "ministry-of-finance": "institution", "bank-of-japan": "institution",
    "cabinet-secretariat": "institution", "self-defense-forces": "institution", "national-diet": "institution",
    "house-of-councillors": "institution", "european-union": "institution", "united-states": "institution",
    "netherlands": "institution", "banking-act": "institution", "constitution-of-japan": "institution",
    "fifa-world-cup": "institution", "acquisition-technology-and-logistics-agency": "institution", "ipa": "institution",
    "vulnerability": "noun", "ai-agent": "noun", "ddos-attack": "noun", "supply-chain": "noun", "policy-package": "noun",
    "public-private-working-group": "noun", "cabinet-meeting": "noun", "central-bank": "noun",
    "critical-infrastructure": "mass", "cybersecurity": "mass", "artificial-intelligence": "mass", "generative-ai": "mass",
    "phishing": "mass", "ransomware": "mass", "economic-security": "mass", "open-source": "mass",
    "three-security-documents": "mass",
    "prime-minister": "title", "governor-of-the-bank-of-japan": "title", "chief-executive-officer": "title",
    "hijack": "verb",
}  # fmt: skip


@pytest.fixture(scope="module")
def news():
    return Glossary.load(Path(__file__).parents[3] / "glossaries" / "news")


@pytest.mark.parametrize(("concept_id", "kind"), NEWS.items())
def test_kinds_of_the_sample_glossary(news, concept_id, kind):
    """Names take no article, institutions "the", nouns "a" and a plural, mass nouns neither."""
    concept = news.by_id(concept_id)
    assert kind_of(concept, concept.preferred("en")) == Kind(kind)


@pytest.mark.parametrize(
    ("category", "en", "kind"),
    [
        ("organization", "Forest Research Institute", "institution"),
        ("organization", "University of Otaru", "institution"),
        ("organization", "Otaru Steel Corporation", "name"),
        ("organization", "Otaru Agency, Inc.", "institution"),
        ("organization", "fisheries ministry", "institution"),
        ("place", "Sea of Okhotsk", "institution"),
        ("place", "Okhotsk", "name"),
        ("place", "euro area", "institution"),
        ("event", "Otaru Summit", "institution"),
        ("event", "harbor festival", "noun"),
        ("term", "rice pricing", "mass"),
        ("term", "fish ruling", "noun"),
        ("term", "spyware", "mass"),
        ("term", "capability", "noun"),
        ("term", "capacity", "mass"),
        ("term", "right of way", "noun"),
        ("term", "protection of whales", "mass"),
    ],
)
def test_kinds_by_form(make, category, en, kind):
    """The head noun decides, not the last word; a company has no "the", whatever it is called."""
    concept = make("x", category, ja="試験語", en=en)
    assert kind_of(concept, concept.terms[1]) == Kind(kind)


@pytest.mark.parametrize(
    ("category", "full", "short", "kind"),
    [
        ("organization", "Ocean Survey Agency", "OSA", "institution"),
        ("organization", "Marine Economy and Trade Agency", "META", "name"),
        ("term", "artificial life", "AL", "noun"),
        ("term", "machine learning", "ML", "mass"),
        ("term", "language model", "LM", "noun"),
    ],
)
def test_kinds_of_abbreviations(make, category, full, short, kind):
    """An abbreviation is what its full form is; but an agency that is called by a word has a name (METI)."""
    concept = make("x", category, ja="試験語", en=f"{full}; {short}: admitted abbreviation")
    assert kind_of(concept, concept.terms[2]) == Kind(kind)


@pytest.mark.parametrize(
    ("category", "kind"), [("person", "name"), ("organization", "name"), ("role", "title"), ("term", "noun")]
)
def test_kinds_of_japanese_terms(make, category, kind):
    """In Japanese nothing takes an article: the category decides."""
    concept = make("x", category, ja="試験語", en="Trial")
    assert kind_of(concept, concept.terms[0]) == Kind(kind)


def test_every_term_of_the_sample_glossary_has_a_kind(news):
    """No term is beyond the rules, and no kind is left without a term (verbatim and number are no terms)."""
    kinds = {kind_of(concept, term) for concept in news.concepts for term in concept.terms}
    assert kinds == set(Kind) - {Kind.VERBATIM, Kind.NUMBER}
