"""The gloss: what it says, what it leaves out, and what it must never claim."""

import pytest

from jaen.api import split
from jaen.model import Concept, Mention, MentionKind, Span, Term, Translation
from jaen.translation import gloss


def gloss_of(text: str) -> str:
    return " | ".join(item.text for item in gloss(split(text), ()))


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        ("顧客の情報は使わない。", "顧客 · 情報 · 使う · not", "a negation is said"),
        ("顧客の情報を使った。", "顧客 · 情報 · 使う", "no negation, no not"),
        ("政府全体で対応しないといけない。", "政府全体 · 対応 · must", "ないといけない is must, not not"),
        ("攻撃が出るかもしれない。", "攻撃 · 出る · maybe", "かもしれない is maybe, not not"),
        ("トップと協議する。", "top · 協議", "a loan word is said in its source word"),
        ("アンソロピックが開発した。", "Ansoropikku? · 開発", "a name cut in three is one guess, never Anne solo pick"),
        ("メガバンクが参加した。", "mega · bank · 参加", "loan words side by side are no name"),
        ("事業者が防御試験を始めた。", "事業者 · 防御試験 · 始める", "a compound is one word"),
        ("被害は150社に及ぶ。", "被害 · 150 社 · 及ぶ", "a number is said as a value with its counter"),
        ("3分の1を削る。", "0.333 · 削る", "a fraction is rounded to read"),
    ],
)
def test_gloss_says_content_words_in_order(text, expected, rule):
    """Content words in their order, in the form the rule names."""
    assert gloss_of(text) == expected, rule


def test_names_are_guesses_with_a_question_mark():
    """A name that the glossary does not know is romanized with a question mark, never as a fact."""
    assert gloss_of("佐久間玲子が話した。").startswith("Sakuma? · Reiko? · ")


def test_english_is_not_glossed():
    """An English sentence needs no gloss."""
    assert gloss_of("The ministry said so.") == ""


CONCEPT = Concept(
    id="nco",
    category="organization",
    terms=(
        Term(text="国家サイバー統括室", language="ja"),
        Term(text="National Cybersecurity Office", language="en"),
    ),
)


def test_glossary_terms_are_said_in_english_once():
    """A mention is said as the concept's preferred English term, and its words not again."""
    (segment,) = split("国家サイバー統括室が発表した。")
    mention = Mention(
        segment_id=segment.id, span=Span(0, 9), surface="国家サイバー統括室", concept=CONCEPT, term=CONCEPT.terms[0],
        kind=MentionKind.FREE, matched_by="exact",
    )  # fmt: skip
    assert gloss((segment,), (mention,))[0].text == "National Cybersecurity Office · 発表"


def test_an_english_mention_keeps_its_own_words():
    """国家サイバー統括室(NCO) is said as the name and the abbreviation, not as the name twice."""
    (segment,) = split("NCOが発表した。")
    mention = Mention(
        segment_id=segment.id, span=Span(0, 3), surface="NCO", concept=CONCEPT, term=CONCEPT.terms[1],
        kind=MentionKind.SHORT_FORM, matched_by="register",
    )  # fmt: skip
    assert gloss((segment,), (mention,))[0].text == "NCO · 発表"


@pytest.mark.parametrize(("state", "count"), [("translated", 0), ("untranslated", 1)])
def test_a_translation_replaces_the_gloss(state, count):
    """A segment with its English has no gloss; one whose translation failed keeps it."""
    (segment,) = split("政府が発表した。")
    done = Translation(segment_id=segment.id, language="en", text="x", engine="e", model="m", state=state)
    assert len(gloss((segment,), (), (done,))) == count
