"""HTML pages: main text, ruby, metadata, and clear words when there is nothing."""

import builtins

import pytest

from jaen.errors import InputError, TooLarge, UnsupportedFormat
from jaen.reading import read

pytest.importorskip("trafilatura", reason="the extra html is not installed")

from jaen.reading.html import MAX_ATTRIBUTES, declared_charset, extract_page, looks_like_html

STORY = "<p>政府は20日、新しい対策を発表した。</p><p>金融庁も加わる。</p>"


def page(body, head=""):
    return f"<!DOCTYPE html><html lang='ja'><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("ruby", "text"),
    [
        ("<ruby>脆弱<rp>(</rp><rt>ぜいじゃく</rt><rp>)</rp></ruby>性", "脆弱(ぜいじゃく)性"),
        ("<ruby><rb>脆弱</rb><rp>（</rp><rt>ぜいじゃく</rt><rp>）</rp></ruby>性", "脆弱(ぜいじゃく)性"),
        ("<ruby>脆<rt>ぜい</rt>弱<rt>じゃく</rt></ruby>性", "脆弱(ぜいじゃく)性"),
        ("<ruby><b>脆弱</b>\n<rt>ぜい<i>じゃく</i></rt></ruby>性", "脆弱(ぜいじゃく)性"),
        ("<ruby>脆弱<rt></rt></ruby>性", "脆弱性"),
        ("<ruby>脆弱</ruby>性", "脆弱性"),
        ("<ruby>脆弱<!-- c --><rt>ぜいじゃく</rt></ruby>性", "脆弱(ぜいじゃく)性"),
    ],
)
def test_ruby_becomes_a_reading_in_brackets(ruby, text):
    """Whatever way a page writes ruby, the reading stands in brackets after its base, and no character is lost."""
    assert extract_page(page(f"<p>前の{ruby}と後。</p>")).text == f"前の{text}と後。"


def test_paragraphs_headings_and_items_are_lines():
    """Each block of the page is one line, in order, however short the page."""
    text = extract_page(
        page(f"<article><h1>見出し</h1>{STORY}<h2>小見出し</h2><ul><li>一つ</li><li>二つ</li></ul></article>")
    ).text
    assert text.split("\n") == [
        "見出し",
        "政府は20日、新しい対策を発表した。",
        "金融庁も加わる。",
        "小見出し",
        "- 一つ",
        "- 二つ",
    ]


def test_scripts_and_styles_are_never_text():
    """What a browser does not show is not read, in either way of extraction."""
    noise = "<script>var a = '読まない';</script><style>p { 読まない }</style><template>読まない</template>"
    assert "読まない" not in extract_page(page(noise + STORY)).text
    assert "読まない" not in extract_page(page(f"<aside>{noise}<p>横の文。</p></aside>")).text


def test_words_after_a_comment_stay():
    """An advertisement's comment inside a paragraph cuts nothing off."""
    assert extract_page(page("<p>前。<!-- ad -->後。</p>" + STORY)).text.startswith("前。後。")


@pytest.mark.parametrize("char", ["\u3000", "\u200b", "\u200d", "\u202e", "\x0c", "\u00a0", "\u2028"])
def test_characters_that_extraction_would_drop_survive(char):
    """Full-width spaces, zero-width characters and controls come out as they went in, also from entities."""
    assert extract_page(page(f"<p>山田{char}太郎が会見した。</p>{STORY}")).text.startswith(f"山田{char}太郎が")


def test_an_emoji_of_several_people_stays_whole():
    """Its parts are joined by U+200D."""
    assert "👨‍👩‍👧" in extract_page(page(f"<p>家族👨‍👩‍👧の写真。</p>{STORY}")).text
    assert "山&ZeroWidthSpace;" not in extract_page(page(f"<p>山&#8203;田。</p>{STORY}")).text
    assert "山\u200b田" in extract_page(page(f"<p>山&#8203;田。</p>{STORY}")).text


def test_metadata_of_the_head(tmp_path):
    """Title, day, author, site, address and language come from what the page says of itself."""
    head = (
        "<title>見出し | みなと</title><meta property='og:title' content='見出し'>"
        "<meta property='og:site_name' content='みなと'><meta name='author' content='倉田恵美'>"
        "<meta property='article:published_time' content='2026-07-08T19:30:00+09:00'>"
        "<link rel='canonical' href='https://minato.example/1'>"
    )
    path = tmp_path / "a.html"
    path.write_text(page(f"<h1>見出し</h1>{STORY}", head), encoding="utf-8")
    assert read(path).metadata == {
        "title": "見出し",
        "date": "2026-07-08",
        "author": "倉田恵美",
        "site": "みなと",
        "url": "https://minato.example/1",
        "language": "ja",
    }


@pytest.mark.parametrize(
    ("html", "message"),
    [
        (page("<script>render()</script><div id='root'></div>"), "its scripts write it; save the page from a browser"),
        ("<html><frameset><frame src='a.html'></frameset></html>", "in frames"),
        (page("<p> </p>"), "the page has no text"),
        ("<html></html>", "the page has no text"),
        (page("<div>" * 5000 + "<p>深い。</p>"), "nested more than 2,048 deep"),
    ],
)
def test_a_page_without_text_says_why(html, message):
    """No article text is an error with its reason, never an empty article."""
    with pytest.raises(InputError, match=message):
        extract_page(html)


def test_an_element_with_thousands_of_attributes_is_refused():
    """It would take the parser minutes; as many as a page may need are fine."""

    def html(count):
        return page("<p " + " ".join(f"a{n}=1" for n in range(count)) + f">文。</p>{STORY}")

    with pytest.raises(TooLarge, match="attributes"):
        extract_page(html(MAX_ATTRIBUTES + 1))
    assert "文。" in extract_page(html(100)).text


def test_a_page_whose_main_text_is_not_found_is_taken_whole():
    """Better the furniture too, which roles will sort out, than a missing article; a note says so."""
    found = extract_page(
        page("<script>x</script><aside><p>一行目の文。</p><p>二行目<b>の</b>文。</p></aside><footer>© 社名</footer>")
    )
    assert found.text == "一行目の文。\n二行目の文。\n© 社名"
    assert [note.code for note in found.notes] == ["whole-page"]
    assert extract_page(page(STORY)).notes == ()


@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "utf-8", "iso2022_jp"])
def test_a_page_in_any_encoding(tmp_path, codec):
    """The page's own declaration decides where the bytes alone do not."""
    label = {"cp932": "Shift_JIS", "euc_jp": "EUC-JP", "utf-8": "utf-8", "iso2022_jp": "iso-2022-jp"}[codec]
    path = tmp_path / "a.html"
    path.write_bytes(page(STORY, f"<meta charset='{label}'>").encode(codec))
    article = read(path)
    assert article.text.startswith("政府は20日")
    assert article.notes == ()


def test_a_wrong_declaration_is_noted(tmp_path):
    """A server that recoded the page and left its declaration does not make mojibake."""
    path = tmp_path / "a.html"
    path.write_bytes(page(STORY, "<meta charset='shift_jis'>").encode())
    article = read(path)
    assert article.text.startswith("政府は20日")
    assert [note.code for note in article.notes] == ["encoding-mismatch"]


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b"<meta charset=utf-8>", "utf-8"),
        (b'<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=x-sjis">', "x-sjis"),
        (b'<?xml version="1.0" encoding="EUC-JP"?><html>', "EUC-JP"),
        (b"<p>charset=utf-8</p>", None),
        (b"", None),
    ],
)
def test_declared_charsets(head, charset):
    """From the meta element or the XML declaration, never from the text."""
    assert declared_charset(head) == charset


@pytest.mark.parametrize(
    "text", ["<!doctype html>", " \n<HTML lang=ja>", "<?xml version='1.0'?>\n<html>", "\ufeff<body>"]
)
def test_html_is_recognized_by_its_start(text):
    """For standard input and files without a suffix."""
    assert looks_like_html(text)


@pytest.mark.parametrize("text", ["", "<3", "see <html>", "<headline> of the day", "<?xml version='1.0'?><rss>"])
def test_other_text_is_no_html(text):
    """A text that only speaks of HTML, or other XML, is none."""
    assert not looks_like_html(text)


def test_without_the_extra_the_command_is_named(monkeypatch):
    """The message holds what to type."""
    real = builtins.__import__

    def refuse(name, *args, **kwargs):
        if name == "trafilatura":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(UnsupportedFormat, match=r"pip install '\.\[html\]'"):
        extract_page(page(STORY))
