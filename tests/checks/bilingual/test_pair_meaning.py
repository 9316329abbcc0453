"""Denials and doubts that a translation loses."""

import pytest

from jaen.checks.bilingual.meaning import lost_modality, lost_negations
from jaen.checks.passages import passage_of
from jaen.model import Pair
from jaen.terms import Matcher


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("原因は確認されていない。", "The cause was confirmed.", "確認されていない"),
        ("会社は値上げをせず、利益が減った。", "The company raised prices, and profits fell.", "値上げをせ"),
        ("これは事故ではなく事件だ。", "This is an accident and a crime.", "事故ではなく"),
        ("市長は、計画を変えないと述べた。", "The mayor said he would change the plan.", "変えない"),
        ("The company did not raise prices.", "会社は値上げをした。", "did not"),
        ("Nobody was hurt in the fire.", "火事で人がけがをした。", "Nobody"),
        ("The bridge is no longer safe.", "橋は今も安全だ。", "no"),
    ],
)
def test_a_denial_that_the_translation_does_not_make(pair_of, source, target, words):
    """In any clause, in both directions; the source's words are shown, and the target's sentence is the place."""
    pair = pair_of(source, target)
    (found,) = lost_negations(pair)
    assert found.source.of(source).startswith(words)
    assert found.message == f"the denial “{found.source.of(source)}” is lost"
    assert found.span.of(target) == target


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("原因は確認されていない。", "The cause was not confirmed."),
        ("原因は確認されていない。", "The cause is still unconfirmed."),
        ("会社は支払いができなかった。", "The company was unable to pay."),
        ("会社は支払いができなかった。", "The company failed to pay."),
        ("値上げせずに済ませた。", "They got by without raising prices."),
        ("雨が降るかもしれない。", "It may rain."),
        ("対策を急がなければならない。", "Measures must be taken at once."),
        ("影響は少なくない。", "The effect is considerable."),
        ("雨が降らないうちに帰った。", "I went home ahead of the rain."),
        ("一緒に行きませんか。", "Let us go together."),
        ("落ち着かない夜が続いた。", "Restless nights followed."),
        ("The company did not raise prices.", "会社は値上げを見送らなかった。"),
        ("He is not good at tennis.", "彼はテニスが下手だ。"),
        ("Not only prices but also wages rose.", "物価に加えて賃金も上がった。"),
        ("Why don't we go?", "行こう。"),
        ("She is never without her dog.", "彼女はいつも犬と一緒だ。"),
    ],
)
def test_what_denies_in_another_way_or_denies_nothing(pair_of, source, target):
    """Prefixes, verbs and set phrases stand for a denial; かもしれない, なければならない and "not only" are none."""
    assert not list(lost_negations(pair_of(source, target)))


def test_a_word_that_the_source_has_as_well_stands_for_no_denial(pair_of):
    """まで is "until" where the source says so; "until" may stand for ない where it does not."""
    assert list(lost_negations(pair_of("夜まで連絡が来なかった。", "A message came until the night.")))
    assert not list(lost_negations(pair_of("夜にならないと連絡は来ない。", "The message comes only at night.")))


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("電車が遅れる可能性がある。", "The train is late.", "可能性がある"),
        ("男は逃げたとみられる。", "The man fled.", "とみられる"),
        ("工事は来月に終わる見通しだ。", "The work ended last month.", "見通しだ"),
        ("男は金を盗んだ疑いで逮捕された。", "The man was arrested because he stole money.", "疑いで"),
        ("The train might be late.", "電車は遅れる。", "might"),
        ("The man reportedly fled.", "男は逃げた。", "reportedly"),
        ("The work is expected to end in May.", "工事は5月に終わった。", "is expected to"),
        ("The alleged theft took place in May.", "盗みは5月に起きた。", "alleged"),
    ],
)
def test_a_doubt_that_becomes_a_fact(pair_of, source, target, words):
    """What is possible, taken for true, expected, or somebody's suspicion, in both directions."""
    (found,) = lost_modality(pair_of(source, target))
    assert (found.source.of(source), found.message) == (words, f"the doubt “{words}” is lost")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("電車が遅れる可能性がある。", "Trains could be late."),
        ("電車が遅れるかもしれない。", "Perhaps the train is late."),
        ("男は逃げたとみられる。", "The man is believed to have fled."),
        ("素晴らしい。", "Wonderful."),
        ("工事は来月に終わる見通しだ。", "The work will end next month."),
        ("男は金を盗んだ疑いで逮捕された。", "The man was arrested on suspicion of stealing money."),
        ("The train might be late.", "電車は遅れるかもしれない。"),
        ("The man reportedly fled.", "男は逃げたという。"),
        ("You may go.", "行ってよい。"),
        ("The vote was held in May.", "投票は5月に行われた。"),
        ("May 3 is a holiday.", "5月3日は休みだ。"),
    ],
)
def test_a_doubt_said_in_another_way_or_none(pair_of, source, target):
    """Any word of that kind of doubt serves; permission, the month and 素晴らしい are no doubt."""
    assert not list(lost_modality(pair_of(source, target)))


@pytest.mark.parametrize(("source", "target"), [("en", "fr"), ("fr", "en"), ("zh", "ja"), ("ja", "und")])
def test_other_languages_are_not_compared(source, target):
    """Of a language other than Japanese and English nobody knows how it denies and doubts, so nothing is said."""
    texts = {
        "en": "He may not come.",
        "ja": "彼は来ないかもしれない。",
        "fr": "Il vient.",
        "zh": "他来。",
        "und": "Ok.",
    }
    pair = Pair(*(passage_of(texts[language], language, Matcher(())) for language in (source, target)))
    assert [*lost_negations(pair), *lost_modality(pair)] == []
