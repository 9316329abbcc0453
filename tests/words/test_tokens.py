import pickle
import sys
import threading

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.words.graphemes import edge_before, edges, is_plain
from jaen.words.tokens import PIECE, dictionary_readings, dictionary_version, tokenize_ja
from jaen.words.upos import upos_of, upos_pair


def surfaces(text):
    return [token.surface for token in tokenize_ja(text)]


def assert_tiles(text, offset=0):
    """Tokens say what the text says where they stand, and leave only white space between them."""
    at = 0
    for token in tokenize_ja(text, offset):
        start, end = token.span.start - offset, token.span.end - offset
        assert token.surface == text[start:end]
        assert start < end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


ALPHABET = (
    "東京都国か゛き゛カｶﾞーサあをい。、「」 　\n\r\t\0\1\2\x1e\x1f\u200b\u200d\ufe0f\U000e0100葛👨👩🇯🇵Aa1-\ud800\u3099é"
)


@given(st.text(alphabet=ALPHABET, max_size=60), st.integers(0, 1000))
@settings(max_examples=200, deadline=None)
def test_tokens_tile_any_text(text, offset):
    """Whatever the text holds, tokens keep its own characters and leave only white space between them."""
    assert_tiles(text, offset)


@given(st.text(alphabet=ALPHABET, max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_token_parts_a_grapheme(text):
    """A token never begins inside a grapheme that has another token's characters right before it."""
    allowed = set(edges(text))
    ends = {token.span.end for token in tokenize_ja(text)}
    for token in tokenize_ja(text):
        assert token.span.start in allowed or token.span.start not in ends


def test_fields_of_a_known_word():
    """A word carries lemma, dictionary spelling, reading and both parts of speech."""
    (token,) = tokenize_ja("引き上げ", 5)[:1]
    assert (token.span.start, token.span.end) == (5, 9)
    assert (token.lemma, token.orth_base, token.reading) == ("引き上げ", "引き上げ", "ヒキアゲ")
    assert (token.upos, token.xpos, token.is_unknown) == ("NOUN", "名詞-普通名詞-一般", False)


def test_lemma_is_not_the_dictionary_spelling():
    """A place's lemma is its reading and a loan's names its source; `orth_base` is how the word is written."""
    assert [(t.lemma, t.orth_base) for t in tokenize_ja("東京のサーバ")] == [
        ("トウキョウ", "東京"),
        ("の", "の"),
        ("サーバー-server", "サーバ"),
    ]


def test_unknown_word_has_no_fields():
    """A word that the dictionary lacks is marked, with None for what is not known."""
    (token,) = tokenize_ja("ブリニョルフソン")
    assert token.is_unknown
    assert (token.lemma, token.orth_base, token.reading) == (None, None, None)


def test_unknown_word_at_the_end_keeps_its_record():
    """The last word may be unknown: nothing of MeCab's answer is stripped."""
    assert [(t.surface, t.is_unknown) for t in tokenize_ja("東京 Zyxw")] == [("東京", False), ("Zyxw", True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("東京\0大阪", ["東京", "\0", "大阪"]),
        ("東京\ud800大阪", ["東京", "\ud800", "大阪"]),
        ("東京\1大阪\2", ["東京", "\1", "大阪", "\2"]),
        ("東京\x1f大阪", ["東京", "大阪"]),
    ],
)
def test_unreadable_characters_lose_nothing(text, expected):
    """NUL, lone surrogates and control characters end nothing and are words of their own or white space."""
    assert surfaces(text) == expected


def test_ideographic_space_is_white_space():
    """U+3000 is never a word: Japanese and English tokens leave the same things out."""
    assert surfaces("　東京　大阪　") == ["東京", "大阪"]


@pytest.mark.parametrize("blanks", [2**16 - 8, 2**16 - 1, 2**16, 2**16 + 8])
def test_long_runs_of_blanks_lose_nothing(blanks):
    """Sixteen bits of white space in a row do not swallow what follows."""
    tokens = tokenize_ja("大阪" + " " * blanks + "東京")
    assert [token.surface for token in tokens] == ["大阪", "東京"]
    assert tokens[1].span.start == blanks + 2


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["-", "カ", "東a", "\u200b", "か\u3099", "「", "あ。"])
def test_texts_that_kill_mecab_do_not(unit):
    """Texts at which MeCab alone dies or becomes quadratic give tokens that tile them."""
    assert_tiles(unit * (150_000 // len(unit)))


def test_pieces_are_cut_after_sentences():
    """A long text is cut where a sentence ends, so its words are those of its sentences."""
    sentence = "国家の安全を保障する。"
    count = 2 * PIECE // len(sentence)
    assert surfaces(sentence * count) == surfaces(sentence) * count


def test_grapheme_across_pieces_is_one_token():
    """Even a grapheme that is longer than a piece stays whole."""
    assert len(tokenize_ja("か" + "\u3099" * (PIECE + 10))) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [("葛\U000e0100城市", "葛\U000e0100"), ("👨\u200d👩\u200d👧だ", "👨\u200d👩\u200d👧"), ("👍🏽だ", "👍🏽")],
)
def test_graphemes_stay_whole(text, expected):
    """Variation selectors, joiners and skin tones belong to the character before them."""
    assert surfaces(text)[0] == expected


def test_fields_are_copied_out():
    """A later call changes nothing in the tokens of an earlier one."""
    first = tokenize_ja("東京に行く")
    before = tuple(first)
    tokenize_ja("大統領が経済制裁を発表した")
    assert first == before == tokenize_ja("東京に行く")


def test_threads_share_the_tagger_safely():
    """Many threads at once get what one thread gets."""
    texts = [f"政府は{n}日、国家安全保障局の{n}人を東京に派遣した。" for n in range(60)]
    expected = [tokenize_ja(text) for text in texts]
    wrong = []

    def work():
        wrong.extend(text for text, tokens in zip(texts, expected, strict=True) if tokenize_ja(text) != tokens)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=work) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert wrong == []


def test_tokens_can_be_sent_to_another_process():
    """Tokens are plain values: pickling gives equal ones."""
    tokens = tokenize_ja("東京へ行く")
    assert pickle.loads(pickle.dumps(tokens)) == tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("対応する", ["VERB", "AUX"]),
        ("本をする", ["NOUN", "ADP", "VERB"]),
        ("高くない", ["ADJ", "AUX"]),
        ("水がない", ["NOUN", "ADP", "ADJ"]),
        ("この人も", ["DET", "NOUN", "ADP"]),
        ("三人、", ["NUM", "NOUN", "PUNCT"]),
    ],
)
def test_universal_parts_of_speech(text, expected):
    """UniDic's parts of speech become universal ones; する after a noun of action makes it a verb."""
    assert [token.upos for token in tokenize_ja(text)] == expected


def test_unknown_part_of_speech_is_x():
    """A part of speech that the table lacks is X, the treebanks' word for other."""
    assert upos_of("空白") == "X"
    assert upos_pair("動詞-一般", "行く", "名詞-普通名詞-サ変可能") is None


def test_dictionary_version_names_the_dictionary():
    """Provenance can name the dictionary and its version."""
    name, version = dictionary_version().split()
    assert name == "unidic-lite"
    assert version[0].isdigit()


def test_plain_text_needs_no_cluster_search():
    """Ordinary Japanese and English is recognized as having one character per grapheme."""
    assert is_plain("国家サイバー統括室(NCO)のトップ。")
    assert not is_plain("が"[:0] + "か\u3099")


@given(st.text(alphabet=ALPHABET, max_size=40))
@settings(max_examples=200, deadline=None)
def test_edges_are_where_clusters_meet(text):
    """The edges are those of the clusters that the `regex` library finds, whether or not the text is plain."""
    ends = [0, *(match.end() for match in regex.finditer(r"\X", text))]
    assert edges(text) == ends
    assert all(edge_before(text, place) == place for place in ends)


def test_a_name_has_all_its_readings():
    """A kanji name read in several ways gives them all, the likeliest first."""
    readings = dictionary_readings("角田")
    assert readings[0] == "ツノダ"
    assert "カクタ" in readings
    assert dictionary_readings("東京") == ("トウキョウ",)


@pytest.mark.parametrize("word", ["", "a\0b", "長" * 9, "\ud800"])
def test_what_is_no_word_has_no_reading(word):
    """Nothing is asked of the dictionary that MeCab could not bear."""
    assert dictionary_readings(word) == ()
