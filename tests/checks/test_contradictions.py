"""Summaries against the texts they summarize: each check fires where it must and stays silent where it must not."""

from functools import cache
from pathlib import Path

import pytest

import jaen
from jaen.pipeline import Pipeline
from jaen.reading import article_of

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
CODES = ("contradiction-name", "contradiction-number", "contradiction-reading", "abbreviation-twice")
HEAD = "Cyber chief warns of attacks\nKey points\n"
BODY = """AI-generated summary

国家サイバー統括室(NCO)トップの飯田陽一・内閣サイバー官は会見で、アンソロピックが開発した「クロード・ミュトス」の利用を広げると述べた。

およそ14の事業者が一つのチームを持つ。
"""


@cache
def pipeline():
    return Pipeline(jaen.Glossary.load(ROOT / "glossaries/news"))


def contradictions(text, codes=CODES):
    """(code, words at the place, suggestion) of every contradiction in a text."""
    article = article_of(text)
    findings = pipeline()(article).findings
    return [(f.code, f.span.of(article.text), f.suggestion) for f in findings if f.code in codes]


def summed_up(*lines):
    """An interview under a machine's summary of these lines."""
    return HEAD + "".join(f"- {line}\n" for line in lines) + BODY


@pytest.mark.parametrize(
    ("line", "wrong", "right"),
    [
        ("Officials tested Anthropic's Claude-3.", "Claude-3", "Claude Mythos"),
        ("Officials tested Claude last week.", "Claude", "Claude Mythos"),
        (
            "Japan's National Cyber Security Center chief, Yoichi Iida, spoke.",
            "National Cyber Security Center",
            "National Cybersecurity Office",
        ),
        (
            "Japan's Financial Services Agency chief, Yoichi Iida, spoke.",
            "Financial Services Agency",
            "National Cybersecurity Office",
        ),
        ("Yoichi Iida, Japan's defense minister, spoke.", "defense minister", "National Cyber Director"),
        ("Prime Minister Yoichi Iida spoke to reporters.", "Prime Minister", "National Cyber Director"),
    ],
)
def test_another_name_in_the_same_place_is_a_contradiction(line, wrong, right):
    """What the summary names in the place of what the text names is found, with the preferred term."""
    assert (("contradiction-name", wrong, right)) in contradictions(summed_up(line))


@pytest.mark.parametrize(
    "line",
    [
        "Officials tested Anthropic's Claude Mythos.",
        "Officials tested Mythos, the successor of Claude.",
        "The National Cybersecurity Office chief, Yoichi Iida, spoke.",
        "NCO chief Yoichi Iida spoke.",
        "Yoichi Iida, Japan's National Cyber Director, spoke.",
        "Some 14 operators will share one team.",
        "The plan was made in three years.",
        "About 150 organizations are watching from abroad.",
    ],
)
def test_what_the_text_names_or_leaves_open_is_no_contradiction(line):
    """The same concept in other words, and what the text says nothing comparable of, is silent."""
    assert contradictions(summed_up(line)) == []


def test_another_number_of_the_same_things_is_a_contradiction():
    """40 operators share a team in the summary, 14 in the text."""
    assert contradictions(summed_up("In all 40 operators will share one team.")) == [
        ("contradiction-number", "40 operators", None)
    ]


def test_a_contradiction_shows_the_sentence_that_it_contradicts():
    """The finding is related to the sentence of the text, which begins where its span says."""
    article = article_of(summed_up("Officials tested Anthropic's Claude-3."))
    (finding,) = [one for one in pipeline()(article).findings if one.code == "contradiction-name"]
    (related,) = finding.related
    assert related.role == "contradicted"
    assert related.text == related.span.of(article.text)
    assert "クロード・ミュトス" in related.text


def test_without_a_summary_two_products_are_no_contradiction():
    """An article may speak of Claude and of Claude Mythos."""
    assert contradictions("Anthropic's Claude is public.\n\nAnthropic's Claude Mythos is not.\n") == []


@pytest.mark.parametrize("given", ["Yuko", "Yūko", "Hiroko"])
def test_every_reading_of_the_dictionary_is_right(given):
    """裕子 is Yuko as well as Hiroko, and nobody is asked; but never Reiko."""
    text = (
        "中村裕子氏は「基金を作る」と会見で述べた。\n\n{} Nakamura said at a press conference that the fund is set up."
    )
    assert contradictions(text.format(given)) == []
    assert [code for code, *_ in contradictions(text.format("Reiko"))] == ["contradiction-reading"]


def test_a_reading_that_the_article_gives_is_a_warning():
    """佐久間玲子(さくま・れいこ) is Reiko, so Ryoko is wrong; Reiko is right."""
    text = "佐久間玲子(さくま・れいこ)氏が話した。\n\nMs. {} Sakuma spoke to the press on Monday.\n"
    assert contradictions(text.format("Ryoko")) == [("contradiction-reading", "Ryoko Sakuma", "Reiko Sakuma")]
    assert contradictions(text.format("Reiko")) == []


def test_two_people_of_one_family_are_not_compared():
    """Where the text has two Sakumas, a third reading says nothing."""
    text = "佐久間玲子氏と佐久間健一氏が話した。\n\nMs. Ryoko Sakuma spoke to the press on Monday.\n"
    assert contradictions(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地域監視センター(RMC)を作る。別に金融監視機構(RMC)もある。", ["金融監視機構"]),
        ("地域監視センター(RMC)を作る。地域監視センター(RMC)は動く。", []),
        ("Sumitomo Mitsui Financial Group (SMBC) will join.", ["Sumitomo Mitsui Financial Group"]),
        ("Sumitomo Mitsui Banking Corporation (SMBC) will join.", []),
        ("国家サイバー統括室(NCO) and the National Cybersecurity Office (NCO) met.", []),
        ("The National Harbor Security Office (NHS) met. The Harbour Security Office (NHS) agreed.", []),
        ("Officials came to the NHS. The Harbor Security Office (NHS) met.", []),
        ("The Regional Monitoring Center (RMC) met. The Regional Monitoring Centres (RMC) agreed.", []),
        (
            "The Regional Monitoring Center (RMC) met. The Rural Monitoring Center (RMC) agreed.",
            ["Rural Monitoring Center"],
        ),
    ],
)
def test_letters_stand_for_one_thing(text, expected):
    """Letters introduced for two things, or for another thing than in the glossary, are found."""
    assert [words for _, words, _ in contradictions(text, ("abbreviation-twice",))] == expected


def test_the_seeds_have_exactly_the_known_contradictions():
    """Of five real articles one contradicts itself: two wrong names, of which one stands twice; no number does."""
    if not SEEDS.is_dir():
        pytest.skip("the five real articles are not beside the project")
    found = {}
    for path in sorted(SEEDS.glob("*.txt")):
        codes = ("contradiction-name", "contradiction-number", "contradiction-reading")
        found[path.name[:3]] = [(words, right) for _, words, right in contradictions(path.read_text("utf-8"), codes)]
    claude = ("Claude-3", "Claude Mythos")
    assert found.pop("004") == [("National Cyber Security Center", "National Cybersecurity Office"), claude, claude]
    assert not any(found.values())
