"""Where paragraphs are, and when a text is taken for hard-wrapped."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.errors import ConfigError
from jaen.text.layout import is_blank, read_layout

WRAPPED_EN = """The night ferry between the port and the outer islands will stop
running for eleven days from Monday while the ramp is being replaced.
Foot passengers can use the mail boat, which leaves from the old quay
at nine and calls at every island except the last.

Tickets that were already bought for these days stay valid until the
end of August, and the office will give the money back to anyone who
asks for it in time.
"""
WRAPPED_JA = """港の倉庫で四日未明に火が出て、木造平屋の建物およそ二百平方
メートルが全焼した。けが人はいなかった。警察と消防が火の出
た原因を調べている。倉庫には漁に使う網や浮きが保管されてい
たという。

　近くに住む男性は「音がして目が覚めた」と話した。
"""


def shown(text, wrapping="auto"):
    layout = read_layout(text, wrapping)
    return layout.wrapping, [span.of(text).strip() for span in layout.paragraphs if span.of(text).strip()]


@pytest.mark.parametrize("text", [WRAPPED_EN, WRAPPED_EN.replace("\n", "\r\n")])
def test_english_wrapped_lines_are_joined(text):
    """Lines full at one width that run on in small letters are one paragraph; a blank line ends it."""
    wrapping, paragraphs = shown(text)
    assert wrapping == "hard"
    assert [p[:10] for p in paragraphs] == ["The night ", "Tickets th"]


def test_japanese_wrapped_lines_are_joined():
    """Japanese is wrapped between any two characters; columns count full-width characters twice."""
    wrapping, paragraphs = shown(WRAPPED_JA)
    assert wrapping == "hard"
    assert len(paragraphs) == 2


def test_an_indent_or_a_list_mark_opens_a_paragraph_in_wrapped_text():
    """In wrapped text a full-width indent, a bullet and a number begin something new even after a full line."""
    text = (
        WRAPPED_JA.replace("\n\n　", "\n　")
        + "・次の会合は来月の予定で、場所はまだ決まっていないという話で\n・その次は冬\n"
    )
    _, paragraphs = shown(text)
    assert [p[0] for p in paragraphs] == ["港", "近", "・", "・"]


@pytest.mark.parametrize(
    "text",
    [
        "一つ目の段落です。とても短い。\n二つ目の段落は、一つ目よりもかなり長くなっています。\n三つ目。",
        "Home\nNews\nSports\nWeather\nBusiness\nOpinion",
        "First paragraph of the story ends here.\nThe second one is a good deal longer than the first, and ends too.\nThird.",
        "雨の影響で各地の祭りが中止に\n新しい図書館が来月に開館へ\n高校野球の組み合わせが決定\n市長選に三人が立候補の意向",
        "",
    ],
    ids=["japanese", "menu", "english", "headlines", "empty"],
)
def test_one_line_paragraphs_stay_apart(text):
    """Lines that end their sentences, menus, and headlines of different widths are not joined."""
    layout = read_layout(text)
    assert layout.wrapping == "lines"
    assert len(layout.paragraphs) == len(text.splitlines())


def test_the_caller_may_decide():
    """`lines` and `hard` override the decision, and the reason says that they were asked for."""
    assert read_layout(WRAPPED_EN, "lines").wrapping == "lines"
    assert len(read_layout(WRAPPED_EN, "lines").paragraphs) == len(WRAPPED_EN.splitlines())
    assert read_layout("a\nb", "hard").wrapping == "hard"
    assert "asked for" in read_layout("a\nb", "hard").reason
    with pytest.raises(ConfigError, match="use 'auto', 'lines' or 'hard'"):
        read_layout("a", "soft")


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_mandatory_break_ends_a_line(line_break):
    """All line breaks of UAX #14 end a line and belong to it."""
    layout = read_layout(f"一{line_break}二")
    assert [span.length for span in layout.paragraphs] == [1 + len(line_break), 1]


@pytest.mark.parametrize("text", ["", " \t", "\u3000", "\xa0" * 9, "\u200b\ufeff", "\u200e\n"])
def test_blank_text_shows_nothing(text):
    """White space of all kinds, zero-width characters and bidi marks are blank."""
    assert is_blank(text)
    assert not is_blank(text + "。")


@settings(max_examples=100)
@given(
    st.text(alphabet="aB。、あ漢 　\n\r\u2028\u200b-・>1.", max_size=200), st.sampled_from(["auto", "lines", "hard"])
)
def test_paragraphs_tile_the_text(text, wrapping):
    """Paragraphs leave nothing out and never overlap, whatever the text."""
    layout = read_layout(text, wrapping)
    assert "".join(span.of(text) for span in layout.paragraphs) == text
    assert all(span.length for span in layout.paragraphs)
