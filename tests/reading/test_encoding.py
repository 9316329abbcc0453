"""Bytes to text: the right codec, and honesty where it is a guess."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaen.errors import UndecodableText
from jaen.reading import decode
from jaen.reading.encoding import canonical

SHARED = Path(__file__).parents[2].parent / "shared" / "data"

LONG = "国家サイバー統括室は①重要インフラの15分野で、②古い機器の点検を求めた。「急ぐ必要がある」と担当者。\r\n"
MIXED = "Source: テレビ局のウェブ版。The office, set up in 2025, has 240 people.\n"
SHORT = "東京で会見。\n"
TEXTS = {"long": LONG, "mixed": MIXED, "short": SHORT, "many": (LONG + MIXED) * 400}
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp932", "euc_jis_2004"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_japanese_encoding_is_recognized(text, encoding):
    """A text comes back whole from each encoding, short or long, with no help."""
    decoded = decode(TEXTS[text].encode(encoding))
    assert decoded.text == TEXTS[text]
    assert decoded.notes == ()


def test_iso_2022_jp_is_recognized_by_its_escapes():
    """Seven-bit Japanese is also valid UTF-8, and must not be read as that."""
    text = SHORT * 3 + "ABC\n"
    assert decode(text.encode("iso2022_jp")).text == text
    assert decode("ｶﾀｶﾅと漢字".encode("iso2022_jp_ext")).text == "ｶﾀｶﾅと漢字"


def test_circled_digits_in_iso_2022_jp():
    """Mail programs write ① in a plane where Python's iso2022_jp does not look."""
    assert decode(b"\x1b$B-!El5~\x1b(B").text == "①東京"


def test_escapes_of_a_terminal_are_no_japanese():
    """ESC alone does not make a text ISO-2022-JP."""
    assert decode(b"\x1b[31mred\x1b[0m").encoding == "utf-8"


@pytest.mark.parametrize("codec", ["cp932", "euc_jp"])
@pytest.mark.parametrize(
    "word",
    [
        "東京",
        "金融庁",
        "会見",
        "サイバー",
        "ひらがな",
        "内閣官房",
        "飯田",
        "三角",
        "任務",
        "動物",
        "影響",
        "店長",
        "予想",
    ],
)
def test_two_to_four_characters_are_enough(word, codec):
    """Short names decode right in both legacy encodings."""
    assert decode(word.encode(codec)).text == word


@pytest.mark.parametrize("word", ["ﾄｳｷｮｳ", "ｱﾒﾘｶ", "ﾃﾞｰﾀ", "ｻｲﾊﾞｰ ｺｳｹﾞｷ"])
def test_half_width_katakana_is_not_taken_for_kanji(word):
    """Pairs of half-width kana are also kanji of EUC-JP."""
    assert decode(word.encode("cp932")).text == word


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody touches a live account,” said one official.",
        "The agency’s plan – announced on Monday – costs £5 million.",
        "Iran’s envoy",
        "I’m ready for it",
        "L'élève était déjà là, près de la fenêtre.",
        "Größe und Straße über alles",
        "café",
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "cp1252"])
def test_curly_quotes_and_accents_are_not_taken_for_kanji(text, codec):
    """Western text in either encoding stays Western."""
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Привет мир, это русский текст о политике", "cp1251"),
        ("臺灣政府今天宣布新政策", "big5"),
        ("北京大学的学生今天在图书馆学习", "gb18030"),
        ("Zażółć gęślą jaźń", "cp1250"),
    ],
)
def test_the_rest_of_the_world_is_a_guess_that_says_so(text, codec):
    """Other legacy encodings are charset-normalizer's guess, and carry a warning."""
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert [note.code for note in decoded.notes] == ["encoding-guess"]


def test_kanji_alone_prove_nothing():
    """A guess without kana is right or not, and says it is a guess; with kana there is no doubt."""
    assert [note.code for note in decode("東京".encode("euc_jp")).notes] == ["encoding-guess"]
    assert decode("東京へ".encode("euc_jp")).notes == ()


@pytest.mark.parametrize("sign", ["·", "°", "½", "café"])
def test_one_sign_in_an_english_page_is_no_doubt(sign):
    """A page of English with one two-byte sign is UTF-8 without a warning, though cp932 reads two half-width kana."""
    text = f"The walk takes six minutes {sign} and ends at the harbor.\n"
    assert (decode(text.encode()).text, decode(text.encode()).notes) == (text, ())


def test_half_width_words_in_a_table_stay_japanese():
    """Half-width kana in an English table are cp932 where they are more than a pair."""
    text = "name = ﾃｽﾄ of the harbor station, platform 2\n"
    assert decode(text.encode("cp932")).text == text


def test_one_byte_of_damage_is_an_error_that_names_it():
    """A mostly good file is not read with another codec: byte, offset, codec and way out are named."""
    data = "政府は対策を発表した。".encode() + b"\xff" + "次の文。".encode()
    with pytest.raises(UndecodableText, match=r"byte 0xFF at offset 33 is no utf-8 text .*--encoding.*--replace"):
        decode(data)


@pytest.mark.parametrize("codec", ["cp932", "euc_jp"])
def test_damage_in_a_legacy_encoding_is_found_too(codec):
    """The codec is recognized in spite of the damage."""
    data = "政府は対策を発表した。".encode(codec)
    with pytest.raises(UndecodableText, match=f"byte 0xFF at offset {len(data)} is no {codec} text"):
        decode(data + b"\xff" + data)


def test_damage_is_replaced_on_request_and_counted():
    """`replace` keeps the rest, counts the places and points to the first."""
    data = "対策".encode() + b"\xff" + "を".encode() + b"\xfe\n"
    decoded = decode(data, errors="replace")
    assert decoded.text == "対策\ufffdを\ufffd\n"
    (note,) = decoded.notes
    assert (note.code, note.span.start, note.message[:8]) == ("replaced-bytes", 2, "2 places")


def test_a_replacement_character_of_the_source_is_not_counted():
    """U+FFFD that somebody else wrote is text."""
    (note,) = decode("古い\ufffd傷".encode() + b"\xff", errors="replace").notes
    assert note.message.startswith("1 place ")


def test_the_encoding_given_is_used():
    """What the user names is not second-guessed; shift_jis means cp932, where ① is."""
    decoded = decode("①東京".encode("cp932"), "Shift_JIS")
    assert (decoded.text, decoded.encoding) == ("①東京", "cp932")
    assert decode("ｱｲ".encode("cp932"), "euc_jp").text != "ｱｲ"


def test_the_encoding_given_must_fit():
    """A wrong name is an error, not mojibake."""
    with pytest.raises(UndecodableText, match="is no utf-8 text"):
        decode("東京".encode("cp932"), "utf-8")


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("Shift_JIS", "cp932"),
        ("x-sjis", "cp932"),
        ("EUC-JP", "euc_jp"),
        ("ISO-8859-1", "cp1252"),
        ("gb2312", "gb18030"),
    ],
)
def test_labels_mean_what_the_web_means(label, codec):
    """Pages name the narrower set and use the wider one."""
    assert canonical(label) == codec


def test_a_declaration_is_believed_unless_the_bytes_prove_otherwise():
    """Two kanji fit several codecs: then the page decides. UTF-8 kana prove it wrong, and a note says so."""
    kanji = "劉裕".encode("euc_jp")
    assert decode(kanji, declared="euc-jp").text == "劉裕"
    decoded = decode("ひらがな".encode(), declared="shift_jis")
    assert decoded.text == "ひらがな"
    assert [note.code for note in decoded.notes] == ["encoding-mismatch"]
    assert decode("ひらがな".encode(), declared="no-such-codec").text == "ひらがな"


def test_the_mark_is_no_character_of_the_text():
    """A byte order mark belongs to the encoding."""
    assert decode("あ".encode("utf-8-sig")).text == "あ"
    assert decode("あ".encode("utf-8-sig"), "utf-8").text == "あ"
    assert decode("a\ufeffb".encode()).text == "a\ufeffb"


def test_line_ends_and_invisible_characters_survive():
    """Decoding changes no character."""
    text = "一\r\n二\x0c三\x85四\u2028五\u200b六\u202e七\u00ad八\u3000九"
    for encoding in ("utf-8", "utf-16", "utf-16-le"):
        assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("codec", ["cp932", "euc_jp"])
def test_a_long_text_without_a_line_break(codec):
    """A text longer than what a guess looks at is decoded whole, even when it never pauses."""
    for text in ("あ" * 20_001, "a" + "東京へ" * 9_000):
        assert decode(text.encode(codec)).text == text


def test_random_bytes_are_no_text():
    """Binary data is refused, not read as something."""
    data = bytes((at * 37 + at // 7) % 256 for at in range(2000))
    with pytest.raises(UndecodableText, match=r"at offset \d+"):
        decode(data)


@given(
    st.text(alphabet="あいうのはを東京金融庁サイバー、。「」ABC 12\n", min_size=12, max_size=60),
    st.sampled_from(["cp932", "euc_jp"]),
)
def test_any_japanese_sentence_round_trips(text, codec):
    """Text with kana in it is recognized wherever its characters stand."""
    text = f"これは{text}です。"
    assert decode(text.encode(codec)).text == text


@given(st.binary(max_size=60))
def test_any_bytes_give_a_text_or_our_error(data):
    """No input leads to a foreign exception."""
    with suppress(UndecodableText):
        assert isinstance(decode(data).text, str)


@given(st.binary(max_size=60))
def test_replacing_never_fails(data):
    """With `replace` there is always a text."""
    decode(data, errors="replace")


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not beside the project")
@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "iso2022_jp", "utf-16-le", "utf-16-be"])
def test_every_sentence_of_a_treebank_is_recognized(codec):
    """All sentences of UD_Japanese-GSD dev decode right, each on its own."""
    lines = (SHARED / "ud" / "ja-ja_gsd-dev.sentences.txt").read_text(encoding="utf-8").splitlines()
    can = [line for line in lines if line.encode(codec, "replace").decode(codec) == line]
    assert len(can) > 490
    assert [line for line in can if decode(line.encode(codec)).text != line] == []


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not beside the project")
@pytest.mark.parametrize("codec", ["cp932", "euc_jp"])
def test_short_words_of_a_treebank(codec):
    """At least 99.5 % of the words of 2 to 4 characters decode right on their own."""
    words = set()
    for line in (SHARED / "ud" / "ja_gsd-ud-dev.conllu").read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) == 10 and 2 <= len(columns[1]) <= 4 and not columns[1].isascii():
            words.add(columns[1])
    can = [word for word in words if word.encode(codec, "replace").decode(codec) == word]
    right = sum(decode(word.encode(codec), errors="replace").text == word for word in can)
    assert len(can) > 2700
    assert right / len(can) >= 0.995
