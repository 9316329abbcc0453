import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.offsets import Span
from jaen.terms.folding import fold, fold_key
from jaen.terms.index import without_okurigana
from jaen.terms.kanji import COMMON_FORM

ALPHABET = "アーバサ・＝= 　ｻﾞﾊﾟｰAaİé-‐‑’東髙國\n\r\t\u200b\ufe0f。1１Ａ"


@given(st.text(ALPHABET, max_size=40))
@settings(max_examples=200)
def test_folding_keeps_every_place(text):
    """The folded text is as long as its map says, and each of its characters leads back into the original."""
    folded = fold(text)
    assert len(folded.text) == len(folded.map.text)
    assert folded.map.source == text
    for position in range(len(folded.text)):
        assert 0 < folded.map.to_source(Span(position, position + 1)).length <= len(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("サーバー", "サーバ"),
        ("サイバー", "サイバ"),
        ("エラー", "エラー"),
        ("サーバーとサーバーシステム", "サーバとサーバーシステム"),
        ("クロード・ミュトス", "クロードミュトス"),
        ("クロード＝ミュトス", "クロードミュトス"),
        ("クロード　ミュトス", "クロードミュトス"),
        ("日本・米国", "日本・米国"),
        ("ｻﾞｯｸ･ﾊﾟｰﾙ", "ザックパール"),
        ("ＡＩ", "ai"),
        ("AI-powered", "ai powered"),
        ("- item", "- item"),
        ("İ", "i"),
        ("髙﨑", "高崎"),
        ("國會", "国会"),
        ("斎藤と斉藤", "斎藤と斉藤"),
        ("NCO’s", "nco's"),
        ("国家\n安全", "国家安全"),
        ("a \n b", "a b"),
        ("東\u200b京", "東京"),
    ],
)
def test_what_is_folded(text, key):
    """Width, case, hyphens, dots between katakana, final long vowels and old kanji fold; other words do not."""
    assert fold_key(text) == key


def test_a_final_long_vowel_belongs_to_its_match():
    """What matches サーバ covers サーバー in the original."""
    assert fold("サーバーが").map.to_source(Span(0, 3)) == Span(0, 4)


def test_common_forms_are_final():
    """No common form is itself a variant of something, so that folding twice changes nothing."""
    assert not [common for common in COMMON_FORM.values() if ord(common) in COMMON_FORM]


@pytest.mark.parametrize(
    ("text", "short"),
    [("取り組み", "取組"), ("受け入れ態勢", "受入態勢"), ("国の機関", "国の機関"), ("動き", "動き"), ("日本", "日本")],
)
def test_okurigana_is_left_out_of_compound_nouns(text, short):
    """The kana after kanji go where two kanji are left; particles stay."""
    assert without_okurigana(text) == short
