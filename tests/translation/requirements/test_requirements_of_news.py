"""Every concept of the sample glossary, asked for and found again; jaen's own term matcher is the second opinion."""

from pathlib import Path

import pytest

from jaen.config import Settings
from jaen.glossary.glossary import Glossary
from jaen.reading import article_of
from jaen.text.page import read_page
from jaen.translation.requirements import place_all, require

SOURCES = {"ja": "きのう{}について話した。", "en": "They spoke of {} again."}
FRAMES = {
    "en": ("They spoke of {} again.", "{} was in the news.", "It is about {}'s role."),
    "ja": ("また{}について話した。", "{}が話題になった。", "きのうの{}と同じだ。"),
}


@pytest.fixture(scope="module")
def news():
    return Glossary.load(Path(__file__).parents[3] / "glossaries" / "news")


def requirements_of(glossary, text, language):
    article = article_of(text)
    segments = read_page(article, Settings()).segments
    wanted = require(segments, glossary.matcher.find(article.text, segments), language)
    return [requirement for segment in segments for requirement in wanted[segment.id]]


@pytest.mark.slow
@pytest.mark.parametrize(("source", "target"), [("ja", "en"), ("en", "ja")])
def test_every_concept_is_asked_for_and_found(news, source, target):
    """A sentence with a concept's term asks for it; written into the target language it is placed, and the matcher agrees."""
    checked = 0
    for concept in news.concepts:
        term, wanted = concept.preferred(source), concept.preferred(target)
        if not (term and wanted and term.pos == wanted.pos == "noun"):
            continue
        found = requirements_of(news, SOURCES[source].format(term.text), target)
        (requirement,) = [one for one in found if concept.id in {mention.concept.id for mention in one.mentions}]
        for frame in FRAMES[target]:
            text = frame.format(requirement.write)
            (place,) = place_all([requirement], text)
            assert place, text
            named = {mention.concept.id for mention in news.find(text) if mention.span == place.parts[0]}
            assert concept.id in named, text
            checked += 1
    assert checked > 800


@pytest.mark.slow
def test_no_forbidden_term_is_a_form(news):
    """Deprecated, former and forbidden terms are in no requirement, unless another concept has the spelling."""
    for concept in news.concepts:
        term = concept.preferred("ja")
        if term and {one.pos for one in concept.terms} == {"noun"}:
            usable = {one.text for one in concept.terms if one.status in ("preferred", "admitted")}
            for requirement in requirements_of(news, SOURCES["ja"].format(term.text), "en"):
                if [mention.concept.id for mention in requirement.mentions] == [concept.id]:
                    assert {form.text for form in requirement.forms} <= usable


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("飯田陽一・内閣サイバー官に聞いた。", ["Yoichi Iida, National Cyber Director"]),
        ("国家サイバー統括室（NCO）が示した。NCOは新しい。", ["National Cybersecurity Office (NCO)", "NCO"]),
        ("人工知能(AI)とAIだ。", ["artificial intelligence (AI)", "AI"]),
        ("高市早苗首相が語った。高市首相は急いだ。", ["Prime Minister Sanae Takaichi"] * 2),
        ("松本尚デジタル相が来た。", ["Hisashi Matsumoto, Minister for Digital Transformation"]),
        ("ビッグテック(巨大IT企業)を調べる。", ["Big Tech"]),
        ("米オープンAIのチャットGPTだ。", ["OpenAI", "ChatGPT"]),
        (
            "産総研は動いた。産総研は待つ。",
            ["National Institute of Advanced Industrial Science and Technology", "AIST"],
        ),
        ("国家安全保障局長が来た。", ["Secretary General of the National Security Secretariat"]),
        ("日本人が来た。", []),
    ],
)
def test_what_a_desk_would_ask_for(news, source, wanted):
    """Titles in order, abbreviations in brackets, names as they are written; nothing for a derived word."""
    assert [requirement.write for requirement in requirements_of(news, source, "en")] == wanted
