"""The shipped glossary: right by its own examples, complete for its desk, honest about what is not decided."""

import re
from pathlib import Path

import pytest

from jaen.glossary import Glossary
from jaen.model import Status
from jaen.words.scripts import HAN

NEWS = Glossary.load(Path(__file__).parents[2] / "glossaries/news")

PAIRS = [
    ("高市早苗", "Sanae Takaichi"),
    ("松本尚", "Hisashi Matsumoto"),
    ("木原稔", "Minoru Kihara"),
    ("片山さつき", "Satsuki Katayama"),
    ("飯田陽一", "Yoichi Iida"),
    ("松原実穂子", "Miho Matsubara"),
    ("ダリオ・アモデイ", "Dario Amodei"),
    ("スコット・ベッセント", "Scott Bessent"),
    ("内閣サイバー官", "National Cyber Director"),
    ("官房長官", "Chief Cabinet Secretary"),
    ("国家サイバー統括室", "National Cybersecurity Office"),
    ("国家安全保障局", "National Security Secretariat"),
    ("国家安全保障会議", "National Security Council"),
    ("内閣官房", "Cabinet Secretariat"),
    ("内閣府", "Cabinet Office"),
    ("金融庁", "Financial Services Agency"),
    ("経済産業省", "Ministry of Economy, Trade and Industry"),
    ("財務省", "Ministry of Finance"),
    ("公正取引委員会", "Japan Fair Trade Commission"),
    ("日本銀行", "Bank of Japan"),
    ("三菱UFJフィナンシャル・グループ", "Mitsubishi UFJ Financial Group"),
    ("三井住友フィナンシャルグループ", "Sumitomo Mitsui Financial Group"),
    ("みずほフィナンシャルグループ", "Mizuho Financial Group"),
    ("アンソロピック", "Anthropic"),
    ("クロード・ミュトス", "Claude Mythos"),
    ("時事通信", "Jiji Press"),
    ("共同通信", "Kyodo News"),
    ("脆弱性", "vulnerability"),
    ("サイバー攻撃", "cyberattack"),
    ("重要インフラ", "critical infrastructure"),
    ("能動的サイバー防御", "active cyber defense"),
    ("国家安全保障戦略", "National Security Strategy"),
    ("パブリックコメント", "public comment"),
    ("ビッグテック", "Big Tech"),
]


def test_every_example_passes():
    """Each entry's own tests hold: what must be found is, what must not is not."""
    assert [str(failure) for failure in NEWS.test()] == []


def test_there_is_enough_for_the_desk():
    """At least 200 concepts in every category the schema knows."""
    assert len(NEWS.concepts) >= 200
    categories = {concept.category for concept in NEWS.concepts}
    assert categories == {"person", "organization", "role", "product", "place", "law", "event", "term"}


@pytest.mark.parametrize(("japanese", "english"), PAIRS)
def test_pair(japanese, english):
    """The Japanese name's concept prefers this English name."""
    concepts = [concept for concept in NEWS.concepts if any(term.text == japanese for term in concept.terms)]
    assert [concept.preferred("en").text for concept in concepts] == [english]
    assert [concept.preferred("ja").text for concept in concepts] == [japanese]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("National Cyber Security Center", "National Cybersecurity Office"),
        ("National Security Bureau", "National Security Secretariat"),
        ("Cabinet Cyber Officer", "National Cyber Director"),
    ],
)
def test_wrong_names_are_forbidden(wrong, right):
    """A name the field has seen and that is wrong is found as its concept's forbidden term."""
    (mention,) = NEWS.find(f"He works for the {wrong} now.")
    assert (mention.term.text, mention.term.status) == (wrong, Status.FORBIDDEN)
    assert mention.concept.preferred("en").text == right


def test_a_body_that_was_renamed_has_an_end():
    """NISC's validity ends the day before its successor's begins."""
    assert NEWS.by_id("nisc").valid.end.isoformat() == "2025-06-30"
    assert NEWS.by_id("national-cybersecurity-office").valid.start.isoformat() == "2025-07-01"


@pytest.mark.parametrize("concept", NEWS.concepts, ids=lambda concept: concept.id)
def test_entry_is_kept_well(concept):
    """Each entry has an example that finds and one that does not, readings for kanji, and one preferred name.

    English-only entries are names that are kept as they are.
    """
    assert any(example.finds for example in concept.examples)
    assert any(not example.finds for example in concept.examples)
    for term in concept.terms:
        if term.language == "ja" and re.search(f"[{HAN}]", term.text):
            assert term.reading, term.text
    assert concept.preferred("en")
    assert concept.preferred("ja") or concept.keep


def test_no_two_concepts_prefer_one_name():
    """A preferred name leads to one concept only."""
    names = [
        (term.language, term.text)
        for concept in NEWS.concepts
        for term in concept.terms
        if term.status is Status.PREFERRED
    ]
    assert len(names) == len(set(names))


def test_what_is_not_decided_says_so():
    """Names without an official or stated form wait for an editor."""
    for concept_id in ("active-cyberdefense-law", "matsubara-miho", "minister-for-cybersecurity", "ai-promotion-act"):
        assert NEWS.by_id(concept_id).review.state == "proposed"
