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
        ("顧客の情報は使わない。", "customer · information · use · not", "a negation is said"),
        ("顧客の情報を使った。", "customer · information · use", "no negation, no not"),
        ("政府全体で対応しないといけない。", "government whole · respond · must", "ないといけない is must, not not"),
        ("攻撃が出るかもしれない。", "attack · come out · maybe", "かもしれない is maybe, not not"),
        ("トップと協議する。", "top · consult", "a loan word is said in its source word"),
        (
            "アンソロピックが開発した。",
            "Ansoropikku? · develop",
            "a name cut in three is one guess, never Anne solo pick",
        ),
        ("メガバンクが参加した。", "mega · bank · participate", "loan words side by side are no name"),
        ("事業者が防御試験を始めた。", "operator · defense test · begin", "a compound is one word"),
        ("被害は150社に及ぶ。", "damage · 150 companies · reach", "a number is said as a value with its counter"),
        ("米アンソロピックが始めた。", "U.S. · Ansoropikku? · begin", "one kanji before a name is a country, not rice"),
        ("米を食べた。", "rice · eat", "and rice where it stands for itself"),
        ("元研究員が話した。", "former · researcher · speak", "元 before an office is former"),
        ("予算を使い切りたい。", "budget · use", "the second verb of a compound verb is left out"),
        ("およそ14の事業者が参加した。", "about 14 · operator · participate", "an estimate is said once"),
        ("3時間以内に参加した。", "3 hours · within · participate", "a bound is no estimate"),
        ("3分の1を削る。", "0.333 · 削る", "a fraction is rounded to read; a word that is not in the list stays"),
        ("1社が続く。", "1 company · continue", "one is no plural"),
        ("第2回会合を開く。", "2nd time · meeting · open", "an ordinal is no count"),
        ("第11回会合を開く。", "11th time · meeting · open", "11 is no 1st"),
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
    assert gloss((segment,), (mention,))[0].text == "National Cybersecurity Office · announce"


def test_an_english_mention_keeps_its_own_words():
    """NCO is said as NCO, not as the name it stands for."""
    (segment,) = split("NCOが発表した。")
    mention = Mention(
        segment_id=segment.id, span=Span(0, 3), surface="NCO", concept=CONCEPT, term=CONCEPT.terms[1],
        kind=MentionKind.SHORT_FORM, matched_by="register",
    )  # fmt: skip
    assert gloss((segment,), (mention,))[0].text == "NCO · announce"


@pytest.mark.parametrize(
    ("text", "spans", "expected", "rule"),
    [
        ("人工知能(AI)だ。", [(0, 4), (5, 7)], "artificial intelligence (AI)", "an abbreviation is said in its bracket"),
        ("AI(人工知能)だ。", [(0, 2), (3, 7)], "artificial intelligence", "a long form in the bracket says nothing new"),
        ("AIと人工知能。", [(0, 2), (3, 7)], "artificial intelligence · artificial intelligence", "no bracket: both"),
        ("人工知能(AI企業)だ。", [(0, 4), (5, 7)], "artificial intelligence · artificial intelligence · company", "a bracket that says more"),
    ],
)  # fmt: skip
def test_a_bracket_that_repeats_its_concept_is_said_once(text, spans, expected, rule):
    """A bracket that holds nothing but the same concept again belongs to the word before it."""
    terms = (Term(text="人工知能", language="ja"), Term(text="AI", language="ja"))
    concept = Concept(
        id="ai", category="technology", terms=(*terms, Term(text="artificial intelligence", language="en"))
    )
    (segment,) = split(text)
    mentions = [
        Mention(
            segment_id=segment.id, span=Span(*span), surface=text[slice(*span)], concept=concept, term=terms[0],
            kind=MentionKind.FREE, matched_by="exact",
        )
        for span in spans
    ]  # fmt: skip
    assert gloss((segment,), mentions)[0].text == expected, rule


@pytest.mark.parametrize(("state", "count"), [("translated", 0), ("untranslated", 1)])
def test_a_translation_replaces_the_gloss(state, count):
    """A segment with its English has no gloss; one whose translation failed keeps it."""
    (segment,) = split("政府が発表した。")
    done = Translation(segment_id=segment.id, language="en", text="x", engine="e", model="m", state=state)
    assert len(gloss((segment,), (), (done,))) == count
