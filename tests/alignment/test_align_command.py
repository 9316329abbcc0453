"""`jaen align` and `jaen.api.align`: what is shown, and what is said when the aligner abstains."""

import json
from pathlib import Path

import pytest
from alignment_texts import ENGLISH, JAPANESE, OTHER

from jaen.api import align
from jaen.cli.main import run
from jaen.pipeline import Pipeline
from jaen.reading import article_of

GLOSSARY = str(Path(__file__).parents[2] / "glossaries" / "news")


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A text, its translation and another text, in the current folder."""
    monkeypatch.chdir(tmp_path)
    for name, lines in (("ja.txt", JAPANESE), ("en.txt", ENGLISH), ("other.txt", OTHER)):
        Path(name).write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def rows(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_text_shows_both_sides_with_evidence(files, capsys):
    """Sentences stand beside each other, under them how many they are, how sure that is and what both have."""
    assert run(["align", "ja.txt", "en.txt"]) == 0
    out, err = capsys.readouterr()
    assert "対象は全国の150社だ。" in out
    assert "number: 150" in out
    assert "    1-1  " in out
    assert err == ""


def test_json_lines_has_one_bead_a_line(files, capsys):
    """Every bead is a line with ids, spans, texts, confidence and evidence; spans cut the text out of the article."""
    assert run(["align", "ja.txt", "en.txt", "-f", "jsonl"]) == 0
    beads = rows(capsys.readouterr().out)
    assert [bead["source"]["texts"] for bead in beads] == [[text] for text in JAPANESE]
    text = Path("en.txt").read_text("utf-8")
    assert [text[slice(*bead["target"]["span"])] for bead in beads] == list(ENGLISH)
    assert all(bead["alignment"]["trusted"] and bead["evidence"] for bead in beads)


def test_a_glossary_adds_concepts(files, capsys):
    """With a glossary the concepts that both sentences name are evidence."""
    assert run(["align", "ja.txt", "en.txt", "-f", "jsonl", "-g", GLOSSARY]) == 0
    beads = rows(capsys.readouterr().out)
    assert any(one.startswith("concept: ") for bead in beads for one in bead["evidence"])


def test_what_is_no_translation_is_said(files, capsys):
    """Of two texts that are no translations the guess is written, the message says so, and the exit code is 1."""
    assert run(["align", "ja.txt", "other.txt"]) == 1
    out, err = capsys.readouterr()
    assert "not trusted" in out
    assert "other.txt does not look like a translation of ja.txt" in err


def test_an_added_sentence_has_no_source(files, capsys):
    """A sentence without a counterpart has an empty other side, in text and as JSON."""
    Path("more.txt").write_text("\n\n".join((*ENGLISH[:4], OTHER[1], *ENGLISH[4:])) + "\n", encoding="utf-8")
    assert run(["align", "ja.txt", "more.txt", "-f", "jsonl"]) == 0
    (added,) = (bead for bead in rows(capsys.readouterr().out) if not bead["source"]["segments"])
    assert added["source"]["span"] is None
    assert added["target"]["texts"] == [OTHER[1]]


def test_a_file_with_several_articles_is_refused(files, capsys):
    """Of a file with several articles one must be named; a line of it is one."""
    records = [{"id": name, "text": "\n\n".join(lines)} for name, lines in (("a", JAPANESE), ("b", ENGLISH))]
    Path("feed.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    assert run(["align", "feed.jsonl", "en.txt"]) == 3
    assert "feed.jsonl: 2 articles; name one of them, e.g. feed.jsonl:1" in capsys.readouterr().err
    assert run(["align", "feed.jsonl:1", "feed.jsonl:2"]) == 0


def test_the_output_file_is_whole(files, capsys):
    """-o writes a file and nothing to standard output; a file that is read is never written over."""
    assert run(["align", "ja.txt", "en.txt", "-f", "jsonl", "-o", "beads.jsonl"]) == 0
    assert len(rows(Path("beads.jsonl").read_text("utf-8"))) == len(JAPANESE)
    assert capsys.readouterr().out == ""
    assert run(["align", "ja.txt", "en.txt", "-o", "en.txt"]) == 3


def test_an_empty_article_is_refused(files, capsys):
    """A file without a sentence is no article, as for every command."""
    Path("empty.txt").write_text("\n", encoding="utf-8")
    assert run(["align", "empty.txt", "en.txt"]) == 3
    assert "empty.txt: no text" in capsys.readouterr().err


def test_furniture_of_the_site_is_left_out():
    """What a page has around its story is no sentence of it."""
    page = "\n\n".join(ENGLISH) + "\n\nAdvertisement\n\nSign up for our newsletter\n"
    pipeline = Pipeline()
    found = align(*(pipeline(article_of(text)) for text in ("\n\n".join(JAPANESE), page)))
    assert [segment.text for segment in found.target.segments] == list(ENGLISH)


def test_a_memory_of_what_is_sure(files, capsys):
    """-f tmx and -f xliff hold the pairs of sentences; what has no counterpart is counted on standard error."""
    pytest.importorskip("lxml", reason="needs the extra xml")
    assert run(["align", "ja.txt", "en.txt", "-f", "tmx"]) == 0
    out, err = capsys.readouterr()
    assert out.count("<tu ") == len(JAPANESE)
    assert err == ""
    Path("en.txt").write_text("\n\n".join(ENGLISH[:-1]) + "\n", encoding="utf-8")
    assert run(["align", "ja.txt", "en.txt", "-f", "tmx"]) == 0
    out, err = capsys.readouterr()
    assert out.count("<tu ") == len(JAPANESE) - 1
    assert "1 row left out" in err
    assert run(["align", "ja.txt", "en.txt", "-f", "xliff"]) == 0
    assert capsys.readouterr().out.count("<unit ") == len(JAPANESE)
