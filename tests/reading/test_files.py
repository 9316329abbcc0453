"""Files, folders, JSON Lines and standard input."""

import io
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from jaen.errors import ConfigError, InputError, TooLarge, UndecodableText, UnsupportedFormat
from jaen.model import Article
from jaen.reading import Failed, ReadOptions, article_of, read, read_paths

EXAMPLES = Path(__file__).parents[2] / "examples"


def lines(*values):
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values).encode()


def results(path, **options):
    return list(read_paths([str(path)], ReadOptions(**options)))


def messages(path, **options):
    return [str(result.error) for result in results(path, **options) if isinstance(result, Failed)]


# --- jaen.read


def test_a_path_is_a_file(tmp_path):
    """The article of a file has its stem as id and its path as source, and its text is unchanged."""
    path = tmp_path / "press.txt"
    path.write_bytes("一行目。\r\n\u200b二行目。\x0c".encode())
    article = read(path)
    assert (article.id, article.source, article.encoding) == ("press", str(path), "utf-8")
    assert article.text == "一行目。\r\n\u200b二行目。\x0c"
    assert read(str(path)) == article


def test_a_text_is_a_text():
    """A str with a line break, or a sentence, is the article itself."""
    for text in (
        "見出し\n本文。",
        "東京/大阪間の新幹線が止まった。",
        "AI/ML is growing.",
        "Up 3.5 percent",
        "x" * 5000,
    ):
        article = read(text)
        assert (article.text, article.source) == (text, "<text>")


@pytest.mark.parametrize(
    "name", ["page.txt", "news/page", "./page", "/no/such/file", "C:\\page", "~/page", "my page.html"]
)
def test_a_name_of_no_file_is_an_error(name):
    """A str that looks like a path is never an article about its own name."""
    with pytest.raises(InputError, match="no such file"):
        read(name)
    assert article_of(name).text == name


def test_an_address_is_an_error_that_says_so():
    """No network connection is opened."""
    with pytest.raises(InputError, match="reads no pages from the network"):
        read("https://example.com/a")


def test_bytes_are_a_files_content():
    """Bytes are decoded; HTML among them is recognized."""
    assert read("①東京へ".encode("cp932")).text == "①東京へ"
    pytest.importorskip("trafilatura")
    assert read(b"<!doctype html><p>Only this.</p>").text == "Only this."


@pytest.mark.parametrize("text", ["", " \r\n\t", "\u3000\u200b\ufeff\n"])
def test_nothing_but_white_space_is_an_error(text, tmp_path):
    """An empty article would look like a success."""
    path = tmp_path / "empty.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"empty\.txt: no text"):
        read(path)


def test_a_folder_or_many_articles_are_not_one(tmp_path):
    """`read` gives one article, and says what gives many."""
    path = tmp_path / "feed.jsonl"
    path.write_bytes(lines({"text": "a"}, {"text": "b"}))
    for many in (tmp_path, path):
        with pytest.raises(InputError, match="read_paths"):
            read(many)
    path.write_bytes(lines({"text": "a"}))
    assert read(path).text == "a"


# --- errors by file


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("press.pdf", b"%PDF-1.7 ...", "a PDF; save its text as .txt; jaen reads text"),
        ("press.txt", b"%PDF-1.7 ...", "a PDF"),
        ("press.docx", b"PK\x03\x04...", "a Word document"),
        ("press.bin", b"PK\x03\x04...", "an archive"),
        ("photo", b"\x89PNG\r\n\x1a\n", "an image"),
        ("list.json", b"[]", "write one article a line as .jsonl"),
        ("data.dat", b"abc\0def", "a binary file"),
    ],
)
def test_other_kinds_of_file_are_named(tmp_path, name, data, message):
    """A file jaen does not read is refused with what it is and what jaen reads."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnsupportedFormat, match=message):
        read(path)


def test_an_unknown_suffix_is_tried_as_text(tmp_path):
    """A scraper's `.out` is as good as a `.txt`."""
    path = tmp_path / "page.out"
    path.write_text("本文です。", encoding="utf-8")
    assert read(path).text == "本文です。"


def test_undecodable_bytes_name_the_file(tmp_path):
    """File, offset and way out in one message."""
    path = tmp_path / "bad.txt"
    path.write_bytes("政府は対策を発表した。".encode() + b"\xff")
    with pytest.raises(UndecodableText, match=r"bad\.txt: byte 0xFF at offset 33"):
        read(path)
    assert read(path, ReadOptions(errors="replace")).text.endswith("\ufffd")


def test_a_file_over_the_limit_is_refused(tmp_path):
    """The message names the limit; a file of exactly that size is read."""
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * 101)
    with pytest.raises(TooLarge, match="more than 100 bytes"):
        read(path, ReadOptions(max_bytes=100))
    path.write_bytes(b"a" * 100)
    assert len(read(path, ReadOptions(max_bytes=100)).text) == 100


def test_a_missing_file_does_not_stop_the_others(tmp_path):
    """Each source that fails is one Failed with one message."""
    good = tmp_path / "a.txt"
    good.write_text("text", encoding="utf-8")
    missing = str(tmp_path / "no.txt")
    failed, article = read_paths([missing, str(good)])
    assert str(failed.error) == f"{missing}: no such file or folder; check the spelling"
    assert article.id == "a"


@pytest.mark.parametrize(
    "options",
    [
        {"errors": "ignore"},
        {"max_bytes": 0},
        *({"encoding": name} for name in ("klingon", "hex", "undefined", "punycode", "idna", "utf\0", "")),
    ],
    ids=str,
)
def test_options_that_make_no_sense_are_refused(options):
    """A wrong value is an error where it is given, not where it is used."""
    with pytest.raises(ConfigError):
        ReadOptions(**options)


@pytest.mark.parametrize("encoding", ["UTF-8", "sjis", "utf-32", "gb2312", "hz"])
def test_every_charset_of_python_may_be_named(encoding):
    """Also those that can't read four ASCII letters."""
    assert ReadOptions(encoding=encoding).encoding == encoding


# --- NUL, surrogates, mojibake


def test_nul_is_replaced_one_for_one_and_noted():
    """Offsets hold, and MeCab never meets U+0000."""
    article = read("東京\0大阪\n\0")
    assert article.text == "東京\ufffd大阪\n\ufffd"
    (note,) = article.notes
    assert (note.code, note.span.start, note.message[:2]) == ("replaced-characters", 2, "2 ")


def test_lone_surrogates_of_json_are_replaced(tmp_path):
    r"""`\ud800` in JSON is no character; a pair of surrogates is one."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "a\\ud800b \\ud83d\\ude00", "title": "\\udc00"}\n')
    article = read(path)
    assert article.text == "a\ufffdb 😀"
    assert article.metadata["title"] == "\ufffd"
    assert [note.code for note in article.notes] == ["replaced-characters"]


@pytest.mark.parametrize("codec", ["cp1252", "cp932"])
def test_mojibake_is_reported_and_left_alone(codec):
    """Text decoded wrongly before it came here is a finding; its characters stay."""
    text = "政府は18日、人工知能を使った攻撃への対策を発表した。".encode().decode(codec, "replace")
    article = read(text)
    assert article.text == text
    assert [note.code for note in article.notes] == ["mojibake"]


@pytest.mark.parametrize(
    "text", ["Ça va, Noël à São Paulo… “déjà”", "縺れる糸", "政府は対策を発表した。", "Ã© is mojibake for é."]
)
def test_ordinary_text_is_no_mojibake(text):
    """Accents, a rare kanji, or one quoted example are nothing to report."""
    assert read(text).notes == ()


# --- Markdown


def test_markdown_keeps_its_text_and_gives_its_front_matter(tmp_path):
    """The text is unchanged, marks and front matter included; simple front matter is also metadata."""
    text = "---\ntitle: 発足\npubDate: 2025-07-01\nauthor: 'E. Kurata'\n---\n# 発足\n\n*本文*です。\n"
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    article = read(path)
    assert article.text == text
    assert article.metadata == {"title": "発足", "date": "2025-07-01", "author": "E. Kurata"}


@pytest.mark.parametrize(
    "text", ["---\ntags:\n  - a\n---\nx", "---\ntitle: a\nx", "title: a\n\nx", "a\n---\nb: c\n---"]
)
def test_what_is_not_simple_front_matter_is_only_text(tmp_path, text):
    """Nested YAML, an open fence, or a rule further down are no metadata."""
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    assert read(path).metadata == {}


# --- JSON Lines


def test_one_article_a_line(tmp_path):
    """Id, text and metadata come from the line; the source names file and line."""
    path = tmp_path / "feed.jsonl"
    path.write_bytes(
        lines({"id": 7, "headline": "A", "text": "一"}, {"body": "二", "n": 3, "x": None, "tags": ["a"]})
        + b"\n"
        + lines({"content": "三"})
    )
    first, second, third = results(path)
    assert (first.id, first.text, first.source, first.metadata) == ("7", "一", f"{path}:1", {"title": "A"})
    assert (second.id, second.text, second.metadata) == ("feed:2", "二", {"n": "3", "tags": '["a"]'})
    assert (third.id, third.source) == ("feed:4", f"{path}:4")


def test_the_text_field_can_be_named(tmp_path):
    """A named field is taken even when `text` is there too."""
    path = tmp_path / "feed.jsonl"
    path.write_bytes(lines({"text": "summary", "article": "whole"}))
    (article,) = results(path, text_field="article")
    assert (article.text, article.metadata) == ("whole", {"text": "summary"})


BAD_LINES = {
    b"{": "no JSON: .* at column 2",
    b"[1]": "an array instead of a JSON object",
    b'"a"': "a string instead",
    b"12": "a number or null instead",
    b'{"title": "a"}': "no text in the field text or body or content; fields of the line: title; name one with --text-field",
    b'{"text": 5}': "no text in the field",
    b'{"text": "a", "text": "b"}': "the field 'text' stands twice",
    b'{"text": "a", "n": NaN}': "NaN is no JSON",
    b'{"text": "a", "n": ' + b"1" * 5000 + b"}": "no JSON that can be read",
    b'{"text": ' + b"[" * 100_000: "nested too deeply",
    b'{"text": " "}': "no text, only white space",
    b'{"text": "\xe6\x9d\xb1\xe4\xba\xac\xff"}': "byte 0xFF at offset 16",
    b"\xff\xfe{\0": "JSON Lines must be UTF-8",
}


@pytest.mark.parametrize("line", BAD_LINES, ids=lambda line: line[:20].decode("latin-1"))
def test_a_bad_line_is_named_and_the_others_go_on(tmp_path, line):
    """File and line stand in the message; the articles around it are read."""
    path = tmp_path / "feed.jsonl"
    path.write_bytes(lines({"text": "before"}) + line + b"\n" + lines({"text": "after"}))
    before, bad, *after = results(path)
    assert before.text == "before"
    assert bad.source == f"{path}:2"
    assert str(bad.error).startswith(f"{path}:2: ")
    with pytest.raises(InputError, match=BAD_LINES[line]):
        raise bad.error
    assert [article.text for article in after] == ([] if line.startswith(b"\xff\xfe") else ["after"])


def test_a_line_over_the_limit_is_skipped(tmp_path):
    """One endless line costs neither the memory for it nor the articles after it."""
    path = tmp_path / "feed.jsonl"
    path.write_bytes(lines({"text": "a" * 500}, {"text": "b"}))
    failed, article = results(path, max_bytes=100)
    assert isinstance(failed.error, TooLarge)
    assert (article.text, article.source) == ("b", f"{path}:2")


def test_lines_end_only_at_line_feeds(tmp_path):
    """U+2028 and U+0085 may stand in a JSON string."""
    path = tmp_path / "feed.jsonl"
    path.write_bytes(lines({"text": "a\u2028b\x85c"}).replace(b"\n", b"\r\n"))
    assert [article.text for article in results(path)] == ["a\u2028b\x85c"]


def test_a_mark_at_the_start_is_no_part_of_the_first_line(tmp_path):
    """Some programs write a byte order mark."""
    path = tmp_path / "feed.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + lines({"text": "a"}))
    assert [article.text for article in results(path)] == ["a"]


# --- folders, standard input, ids


def test_a_folder_is_read_by_name_without_hidden_files_and_its_own_papers(tmp_path):
    """Known suffixes in sorted order, folders in it too; README and pictures are passed over, a PDF is not."""
    for name in [
        "b/2.txt",
        "b/1.html",
        "a.md",
        "z.txt",
        ".hidden.txt",
        ".git/x.txt",
        "README.md",
        "LICENSE.txt",
        "p.png",
    ]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("<p>Some text.</p>", encoding="utf-8")
    (tmp_path / "press.pdf").write_bytes(b"%PDF")
    found = [Path(result.source).relative_to(tmp_path).as_posix() for result in results(tmp_path)]
    assert found == ["a.md", "press.pdf", "z.txt", "b/1.html", "b/2.txt"]
    (message,) = messages(tmp_path)
    assert "a PDF; save its text as .txt" in message


def test_a_link_out_of_a_folder_is_said_and_one_inside_is_not(tmp_path):
    """What is not read is not lost in silence; a link back into the folder is read where it leads, once."""
    pages, elsewhere = tmp_path / "pages", tmp_path / "elsewhere"
    for folder in (pages, elsewhere):
        folder.mkdir()
        (folder / "a.txt").write_text("Some text.", encoding="utf-8")
    (pages / "loop").symlink_to(pages)
    (pages / "out").symlink_to(elsewhere)
    assert messages(pages) == [f"{pages / 'out'}: a link out of the folder, not followed; name it by itself to read it"]
    assert [result.source for result in results(pages) if isinstance(result, Article)] == [str(pages / "a.txt")]
    assert [result.source for result in results(pages / "out")] == [str(pages / "out" / "a.txt")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path):
    """Nobody may ever write into it."""
    os.mkfifo(tmp_path / "a.txt")
    assert messages(tmp_path) == [f"{tmp_path / 'a.txt'}: a pipe; name it by itself to read from it"]


def test_a_folder_without_articles_is_an_error(tmp_path):
    """Nothing read must not look like success."""
    (tmp_path / "photo.png").write_bytes(b"x")
    assert messages(tmp_path) == [
        f"{tmp_path}: no article in this folder; jaen reads " + messages(tmp_path)[0].split("jaen reads ")[1]
    ]


def test_ids_are_unique_within_a_run(tmp_path):
    """The second `page` is `page~2`, with a note, even where a file is called that."""
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_text(folder, encoding="utf-8")
    (tmp_path / "a" / "page~2.txt").write_text("x", encoding="utf-8")
    articles = results(tmp_path)
    assert [article.id for article in articles] == ["page", "page~2", "page~3", "page~4"]
    assert [[note.code for note in article.notes] for article in articles] == [
        [],
        [],
        ["duplicate-id"],
        ["duplicate-id"],
    ]


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        ("本文です。\n".encode("euc_jp"), ["本文です。\n"]),
        (lines({"text": "a"}, {"text": "b"}), ["a", "b"]),
        (b"{curly}", ["{curly}"]),
    ],
)
def test_standard_input_is_text_or_json_lines(monkeypatch, data, texts):
    """`-` reads bytes, and sees by the first line whether they are JSON Lines."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert [article.text for article in read_paths(["-"])] == texts


def test_closed_standard_input_is_an_error(monkeypatch):
    """A service without standard input gets a message, not a traceback."""
    monkeypatch.setattr(sys, "stdin", None)
    (failed,) = read_paths(["-"])
    assert "no standard input" in str(failed.error)


def test_names_that_can_not_be_printed_are_escaped(tmp_path):
    """A file name of odd bytes, or with an escape sequence in it, can be written as UTF-8 and shown."""
    for name in (b"bad\xff.txt", b"red\x1b[31m.txt"):
        (tmp_path / os.fsdecode(name)).write_text("x", encoding="utf-8")
    articles = results(tmp_path)
    assert [article.id for article in articles] == ["bad\\xff", "red\\x1b[31m"]


def test_the_examples_are_read_without_a_failure():
    """Nine articles in four formats and two encodings, none of them in doubt."""
    pytest.importorskip("trafilatura")
    articles = list(read_paths([str(EXAMPLES)]))
    assert all(isinstance(article, Article) and article.notes == () for article in articles)
    assert len(articles) == 13
    assert {article.encoding for article in articles} == {"utf-8", "cp932"}
