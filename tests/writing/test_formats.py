"""The formats for people and for treebanks."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaen.errors import ConfigError
from jaen.model import Finding, Role, Severity
from jaen.pipeline import Pipeline
from jaen.reading import article_of
from jaen.writing import WRITERS, write
from jaen.writing.cells import one_line, pad, width, wrap
from jaen.writing.markdown import escape, write_markdown

CONTRACTS = Path(__file__).parents[1] / "contracts"
GOLDEN = {
    "jsonl": "report.jsonl",
    "text": "report.txt",
    "bilingual": "report.bilingual.txt",
    "article": "report.article.txt",
    "markdown": "report.md",
    "conllu": "report.conllu",
}
_APART = ("html", "tmx", "xliff")  # written as one whole: see test_html.py and test_exchange_writers.py
TEXT_FORMATS = [name for name, writer in WRITERS.items() if not writer.is_binary and name not in _APART]


def written(reports, format_):
    out = io.StringIO()
    write(reports, format_, out)
    return out.getvalue()


@pytest.mark.parametrize("format_", TEXT_FORMATS)
def test_the_output_is_the_golden_one(report, format_):
    """A format's output changes only together with its file in tests/contracts."""
    second = replace(report, article=replace(report.article, id="fsa~2"))
    assert written([report, second], format_) == (CONTRACTS / GOLDEN[format_]).read_text(encoding="utf-8")


def test_every_format_has_a_golden_file():
    """A new row of WRITERS for text needs a golden file."""
    assert set(TEXT_FORMATS) == set(GOLDEN)


def test_an_unknown_format_names_the_known_ones():
    """The message lists what there is."""
    with pytest.raises(ConfigError, match=r"'pdf'.*jsonl, text, bilingual, article, markdown, html, conllu"):
        write([], "pdf", io.StringIO())


@pytest.mark.parametrize("format_", TEXT_FORMATS)
def test_reports_are_written_one_by_one(report, format_):
    """A report is out before the next one is made, so that a long run can be watched and stopped."""
    out, lengths = io.StringIO(), []

    def reports():
        for _ in range(3):
            lengths.append(len(out.getvalue()))
            yield report

    write(reports(), format_, out)
    assert 0 == lengths[0] < lengths[1] < lengths[2]


# --- text


def test_text_marks_a_gloss_and_counts_furniture(report):
    """A gloss says it is one, a translation does not, and what is left out is counted by role."""
    text = written([report], "text")
    assert "gloss:    vulnerability find" in text
    assert "english:  Financial Services Agency announces steps" in text
    assert "KYODO\n" not in text.split("─")[-1]
    assert "left out: 1 line of the site's furniture (rights 1)" in text


def test_text_says_nothing_of_furniture_where_there_is_none(report):
    """No empty phrases."""
    blocks = tuple(block for block in report.blocks if block.content)
    assert "left out" not in written([replace(report, blocks=blocks, findings=())], "text")


def test_text_can_not_steer_a_terminal(report):
    """Escape sequences and direction marks of an article are shown, not obeyed."""
    bad = Finding(code="x", severity=Severity.INFO, message="a\x1b[31mb\u202ec")
    text = written([replace(report, findings=(bad,))], "text")
    assert "a␛[31mb⟨U+202E⟩c" in text
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_wrapped_lines_fit_and_keep_the_rules_of_japanese_line_breaks():
    """No line is wider than asked, none begins with 、 or ends with 「, and nothing is lost."""
    text = "政府は「人工知能」を使った攻撃に備え、" * 12
    lines = wrap(text, 40)
    assert all(width(line) <= 40 for line in lines)
    assert not any(line[0] in "、」" or line[-1] == "「" for line in lines)
    assert "".join(lines) == text


def test_english_is_wrapped_at_blanks():
    """A word is never cut, even one longer than the line."""
    assert wrap("an extraordinarily long word", 8) == ["an", "extraordinarily", "long", "word"]


@given(st.text(alphabet="aあ「」、 ー。(", max_size=60), st.integers(4, 20))
def test_wrapping_loses_no_character(text, cells):
    """Only blanks at line ends go."""
    assert "".join(wrap(text, cells)).replace(" ", "") == text.replace(" ", "")


def test_cells_of_wide_and_combining_characters():
    """A kanji takes two cells, a half-width kana one, a combining mark none; padding counts cells."""
    assert [width(text) for text in ("漢字", "ｶﾅ", "か\u3099", "e\u0301", "👍", "")] == [4, 2, 2, 1, 2, 0]
    assert pad("漢", 4) == "漢  "


def test_folding_lines_puts_no_blank_inside_japanese():
    """A break inside Japanese vanishes, one between English words becomes a blank."""
    assert one_line("対策を\n  急ぐ") == "対策を急ぐ"
    assert one_line("the new\r\n  office") == "the new office"
    assert one_line("NCO\nは") == "NCO は"


# --- Markdown

SPECIALS = [
    "*a*",
    "_a_",
    "`a`",
    "[a](b)",
    "<b>",
    "&amp;",
    "a|b",
    "~~a~~",
    "$a$",
    "# a",
    "1. a",
    "12) a",
    "- a",
    "+ a",
    "==",
    "---",
]


@pytest.mark.parametrize("text", SPECIALS)
def test_markdown_syntax_is_escaped(text):
    """Anything that Markdown would act on gets a backslash, and taking the backslashes out gives the text back."""
    escaped = escape(text)
    assert escaped != text
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escaped) == text


@pytest.mark.parametrize(
    "text", ["snake_case", "AI-powered (new)", "3.5 GB", "金融庁、対策を公表", "a - b", "C# 12", "-5度", "#AI"]
)
def test_harmless_text_is_left_alone(text):
    """No backslash where Markdown would not act."""
    assert escape(text) == text


@given(st.text(alphabet="a1*_`[]<>&|~$#+-=.)\\ あ", max_size=20))
def test_escaping_can_be_undone(text):
    """Escaping only adds backslashes before ASCII punctuation."""
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escape(text)) == one_line(text)


def test_markdown_keeps_the_words_between_sentences(report):
    """Sentences of a paragraph are joined as they stood: no blank between Japanese ones."""
    assert "見つかった。「急ぐ」と幹部。" in written([report], "markdown")


def test_markdown_in_markdown_out():
    """Marks of headings and numbers of lists are written once, and so is a fact that is stated twice."""
    text = (
        "---\ntitle: Ferry stops\ndate: 2026-07-02\n---\n# Ferry stops\n*Posted on July 2, 2026*\n\n"
        "The night ferry to the outer islands will stop for repairs for a week, the port said on Monday.\n\n"
        "## What now?\n\n1. Take the mail boat.\n2. Stay at home.\n"
    )
    out = io.StringIO()
    write_markdown([Pipeline()(article_of(text))], out)
    lines = out.getvalue().split("\n")
    assert lines[0] == "# Ferry stops"
    assert {"## What now?", "1. Take the mail boat.", "2. Stay at home."} <= set(lines)
    assert lines.count("- date: 2026-07-02") == 1


def test_markdown_pairs_question_and_answer(report):
    """A question is Q, the first block of its answer A; other paragraphs are neither."""
    text = written([report], "markdown")
    assert "**Q:** ―NCOの考えは。" in text
    assert "**A:** 脆弱" in text
    assert "**A:** Claude" not in text


# --- CoNLL-U

UPOS = re.compile("ADJ|ADP|ADV|AUX|CCONJ|DET|INTJ|NOUN|NUM|PART|PRON|PROPN|PUNCT|SCONJ|SYM|VERB|X")


def sentences(conllu):
    """A strict reader after the format's page: comments and ten-column rows of each sentence."""
    assert conllu.endswith("\n\n")
    for chunk in conllu[:-2].split("\n\n"):
        lines = chunk.split("\n")
        comments = [line for line in lines if line.startswith("#")]
        rows = [line.split("\t") for line in lines[len(comments) :]]
        assert lines[: len(comments)] == comments, "comments stand before words"
        assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
        yield dict(comment[2:].split(" = ", 1) for comment in comments), rows


def misc(row):
    return dict(pair.split("=", 1) for pair in row[9].split("|")) if row[9] != "_" else {}


def test_conllu_is_well_formed(report):
    """Ten columns, none empty, blanks only in FORM and LEMMA, UPOS of the standard, ids without a slash and unique."""
    other = replace(report, article=replace(report.article, id="a/b c"))
    seen = set()
    for comments, rows in sentences(written([report, other], "conllu")):
        assert comments["sent_id"] not in seen
        assert not re.search(r"[/\s]", comments["sent_id"])
        seen.add(comments["sent_id"])
        for row in rows:
            assert len(row) == 10
            assert all(row)
            assert not any(" " in row[at] for at in (0, 3, 4, 5, 6, 7, 8, 9))
            assert UPOS.fullmatch(row[3])
    assert len(seen) == 12


def test_conllu_text_is_spelled_by_its_words(report):
    """`# text` is the forms, with a blank wherever a word does not say SpaceAfter=No."""
    for comments, rows in sentences(written([report], "conllu")):
        spelled = "".join(row[1] + ("" if misc(row).get("SpaceAfter") == "No" else " ") for row in rows)
        assert spelled.strip() == comments["text"]


def test_conllu_ranges_point_into_the_article(report):
    """TokenRange is the word's place in the article's text."""
    for _, rows in sentences(written([report], "conllu")):
        for row in rows:
            start, end = map(int, misc(row)["TokenRange"].split(":"))
            assert report.article.text[start:end].split() == row[1].split()


def test_conllu_carries_concept_language_and_document(report):
    """What jaen knows beyond the treebank's columns is in MISC and in comments."""
    (first, rows), (_, question), *_, (last, _) = sentences(written([report], "conllu"))
    assert first["newdoc id"] == "fsa"
    assert first["text_en"] == "Financial Services Agency announces steps"
    assert misc(rows[0])["Concept"] == "financial-services-agency"
    assert rows[2][2] == "対策"  # not 対策-plan
    assert misc(question[1])["Lang"] == "en"
    assert "Lang" not in misc(question[0])
    assert last["content"] == "no"


def test_conllu_keeps_a_segment_without_tokens(report):
    """Every segment is a sentence; without tokens it is one unanalyzed word."""
    bare = replace(report.segments[0], tokens=(), role=Role.HEADING)
    ((comments, rows),) = sentences(written([replace(report, segments=(bare,))], "conllu"))
    assert comments["role"] == "heading"
    assert rows == [["1", "金融庁、対策を公表", "_", "X", "_", "_", "_", "_", "_", "_"]]
