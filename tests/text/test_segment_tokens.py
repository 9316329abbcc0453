"""Tokens of a segment: looked up in the normalized form, placed in the original, cut by the language of the run."""

import pytest

from jaen.api import tokenize


def tokens(text):
    return [(token.surface, token.lemma, token.upos) for token in tokenize(text)]


def test_half_width_kana_is_looked_up_in_full_width():
    """ｻｲﾊﾞｰ is found as サイバー and keeps its own five characters."""
    (first, *_) = tokenize("ｻｲﾊﾞｰ攻撃")
    assert (first.surface, first.lemma, first.span.end) == ("ｻｲﾊﾞｰ", "サイバー-cyber", 5)


def test_a_reading_is_a_token_of_its_own():
    """In 脆弱(ぜいじゃく)性 the words are found as if the reading were not there; the reading is kept as one."""
    assert [(t.surface, t.reading, t.upos) for t in tokenize("脆弱(ぜいじゃく)性")] == [
        ("脆弱", "ゼイジャク", "NOUN"), ("(ぜいじゃく)", "ゼイジャク", "PUNCT"), ("性", "セイ", "NOUN"),
    ]  # fmt: skip


def test_one_character_that_became_three_is_one_token():
    """㈱ is looked up as (株) and stays one token, with the part of speech of the word in it."""
    assert tokens("㈱東京")[0] == ("㈱", "株", "NOUN")


def test_a_zero_width_character_does_not_cut_a_word():
    """東, ZERO WIDTH SPACE, 京 is the word 東京."""
    assert tokens("東\u200b京へ")[0] == ("東\u200b京", "トウキョウ", "PROPN")


def test_an_english_phrase_in_japanese_is_cut_as_english():
    """Words of an English run have English lemmas and parts of speech."""
    assert ("models", "model", "NOUN") in tokens("同社は “two new models are out” と述べた。")


@pytest.mark.parametrize(
    ("text", "expected"), [("Serversを使う。", "server"), ("NCOを使う。", "NCO"), ("ＡＩを使う。", "AI")]
)
def test_a_single_english_word_in_japanese_has_its_lemma(text, expected):
    """A Latin word that the dictionary does not know gets its English lemma; an acronym is its own."""
    assert tokens(text)[0][1] == expected
