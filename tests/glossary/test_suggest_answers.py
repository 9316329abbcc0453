"""Answers to suggestions: entries, remembered decisions, the review sheet and the command."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from jaen.cli import run
from jaen.errors import ExchangeError, GlossaryError
from jaen.glossary.saving import GlossaryFolder
from jaen.glossary.suggest import (
    Answer,
    Decision,
    apply_answers,
    edited,
    read_decisions,
    read_sheet,
    suggest,
    write_sheet,
)  # fmt: skip
from jaen.model import Article, Concept, Review, Status, Term

DAY = date(2026, 7, 1)
TEXT = "海洋観測機構(OOI)は調査した。OOIは船を出す。海洋観測機構は遠い。\n\n=SUM(A1) was written by the Harbor Safety Board (HSB) in the log.\n"


def suggestions(text: str = TEXT):
    return suggest([Article(id="a", text=text, source="a.txt", encoding="utf-8", sha256="")])


def asked(suggestion) -> tuple[tuple[str, str], ...]:
    return tuple((term.language, term.text) for term in suggestion.terms)


def answer(said: str, suggestion, wanted=None) -> Answer:
    return Answer(said, wanted or suggestion, asked(suggestion))


@pytest.fixture
def folder(tmp_path) -> GlossaryFolder:
    (tmp_path / "glossary").mkdir()
    return GlossaryFolder(tmp_path / "glossary")


def pair(text: str = "OOI"):
    return next(one for one in suggestions() if any(term.text == text for term in one.terms))


# Saving


def test_an_accepted_suggestion_is_an_entry_to_be_reviewed(folder):
    """It has the terms, the category and who accepted it when."""
    outcome = apply_answers(folder, [answer("accepted", pair())], "ann", DAY)
    (concept,) = folder.load().concepts
    assert outcome.saved == (concept.id,) == ("ooi",)
    assert [(term.language, term.text, term.type) for term in concept.terms] == [
        ("ja", "海洋観測機構", "full"),
        ("en", "OOI", "abbreviation"),
    ]
    assert concept.review == Review("proposed", "ann", DAY)
    assert concept.category == "organization"


def test_an_accepted_addition_grows_its_entry(folder):
    """The new term is admitted beside the preferred one; nothing else of the entry changes but its review."""
    old = Concept(
        id="ooi", category="organization", note="asked",
        terms=(Term(text="海洋観測機構", language="ja"), Term(text="Ocean Office", language="en")),
    )  # fmt: skip
    from jaen.glossary.changes import Change

    folder.save([Change(None, old)], "bo", "made")
    apply_answers(folder, [answer("accepted", pair())], "ann", DAY)
    (concept,) = folder.load().concepts
    assert concept.note == "asked"
    assert [(term.text, term.status) for term in concept.terms] == [
        ("海洋観測機構", Status.PREFERRED),
        ("Ocean Office", Status.PREFERRED),
        ("OOI", Status.ADMITTED),
    ]


def test_two_accepted_suggestions_are_two_entries_in_one_version(folder):
    """A sheet is one change, to be taken back as one."""
    outcome = apply_answers(folder, [answer("accepted", pair()), answer("accepted", pair("HSB"))], "ann", DAY)
    assert set(outcome.saved) == {"ooi", "harbor-safety-board"}
    assert len(folder.versions()) == 1


def test_answers_given_twice_change_nothing(folder):
    """A sheet that comes in again adds no entry and no decision."""
    answers = [answer("accepted", pair()), answer("rejected", pair("HSB"))]
    apply_answers(folder, answers, "ann", DAY)
    before = {path.name: path.read_bytes() for path in folder.path.iterdir() if path.is_file()}
    outcome = apply_answers(folder, answers, "bo", DAY)
    assert outcome.version is None
    assert len(outcome.known) == 1
    assert {path.name: path.read_bytes() for path in folder.path.iterdir() if path.is_file()} == before


def test_an_edited_suggestion_is_saved_as_edited(folder):
    """The first term of a language is preferred, one that stays keeps its type, and the old terms are not asked again."""
    wanted = edited(pair(), ["海洋観測機構"], ["Ocean Observation Institute", "OOI"], "organization")
    apply_answers(folder, [answer("accepted", pair(), wanted)], "ann", DAY)
    (concept,) = folder.load().concepts
    assert [(term.text, term.status, term.type) for term in concept.terms if term.language == "en"] == [
        ("Ocean Observation Institute", Status.PREFERRED, "full"),
        ("OOI", Status.ADMITTED, "abbreviation"),
    ]


def test_decisions_are_lines_beside_the_entries(folder):
    """Each is one JSON object, appended; what stood there stays byte for byte."""
    path = folder.path / "decisions.jsonl"
    path.write_text('{"by": "bo", "on": "2026-06-01", "decision": "rejected", "terms": [{"ja": "港"}]}', "utf-8")
    before = path.read_text("utf-8")
    apply_answers(folder, [answer("rejected", pair())], "ann", DAY)
    lines = path.read_text("utf-8").splitlines()
    assert lines[0] == before
    assert json.loads(lines[1]) == {
        "by": "ann", "on": "2026-07-01", "decision": "rejected", "terms": [{"ja": "海洋観測機構"}, {"en": "OOI"}],
    }  # fmt: skip
    assert [decision.answer for decision in read_decisions(folder.path)] == ["rejected", "rejected"]


def test_a_folder_without_decisions_has_none(folder):
    """The file comes with the first answer."""
    assert read_decisions(folder.path) == ()


@pytest.mark.parametrize(
    "line",
    [
        b"{", b"[]", b"1", b"null", b'"x"', b"\xff\xfe", b"[" * 100_000,
        b'{"by": "a", "on": "yesterday", "decision": "rejected", "terms": [{"ja": "x"}]}',
        b'{"by": "a", "on": "2026-06-01", "decision": "maybe", "terms": [{"ja": "x"}]}',
        b'{"by": "a", "on": "2026-06-01", "decision": "rejected", "terms": []}',
        b'{"by": "a", "on": "2026-06-01", "decision": "rejected", "terms": ["x"]}',
        b'{"by": "a", "on": 1, "decision": "rejected", "terms": [{"ja": "x"}]}',
    ],
)  # fmt: skip
def test_a_line_that_is_no_decision_is_named(folder, line):
    """All wrong lines in one message, with their numbers."""
    (folder.path / "decisions.jsonl").write_bytes(b"\n" + line + b"\n" + line + b"\n")
    with pytest.raises(GlossaryError) as error:
        read_decisions(folder.path)
    assert "decisions.jsonl:2" in str(error.value)
    assert "decisions.jsonl:3" in str(error.value)


def test_a_decision_is_complete():
    """No other answer, and never about nothing."""
    with pytest.raises(ValueError, match="no answer"):
        Decision("perhaps", (("ja", "港"),), "ann", DAY)
    with pytest.raises(ValueError, match="at least one"):
        Decision("rejected", (), "ann", DAY)


# The sheet


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def filled(data: bytes, **cells: dict[int, str]) -> bytes:
    """The CSV sheet with cells filled in: column → {row: text}, the first suggestion is row 1."""
    rows = rows_of(data)
    for name, values in cells.items():
        for number, text in values.items():
            rows[number][rows[0].index(name)] = text
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8")


def test_a_sheet_has_a_row_for_each_suggestion_and_no_formula():
    """Evidence that begins like a formula is neutralised; nothing is answered yet."""
    data = write_sheet(suggestions(), "csv")
    rows = rows_of(data)
    assert rows[0][:4] == ["decision", "ja", "en", "category"]
    assert len(rows) == len(suggestions()) + 1
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert read_sheet(data, "s.csv").answers == ()
    assert read_sheet(data, "s.csv").blank == len(suggestions())


@pytest.mark.parametrize(("said", "wanted"), [("accept", "accepted"), ("Yes", "accepted"), ("採用", "accepted"),
                                              ("reject", "rejected"), ("N", "rejected"), ("却下", "rejected")])  # fmt: skip
def test_answers_are_understood_in_both_languages(said, wanted):
    """An answer is a word or a letter; case does not count."""
    (one,) = read_sheet(filled(write_sheet(suggestions(), "csv"), decision={1: said}), "s.csv").answers
    assert one.answer == wanted
    assert one.asked == asked(suggestions()[0])


def test_changed_terms_come_back_with_what_was_asked():
    """An editor writes other terms in ja and en; `suggested` still says what it was."""
    data = filled(
        write_sheet(suggestions(), "csv"), decision={1: "y"}, en={1: "Ocean Office | OOI"}, ja={1: "観測機構"}
    )
    (one,) = read_sheet(data, "s.csv").answers
    assert asked(one.suggestion) == (("ja", "観測機構"), ("en", "Ocean Office"), ("en", "OOI"))
    assert one.asked == asked(suggestions()[0])


def test_bad_rows_are_named_and_the_others_taken():
    """Each with its line and what to write instead."""
    data = filled(
        write_sheet(suggestions(), "csv"),
        decision={1: "perhaps", 2: "accept"},
    )
    read = read_sheet(data, "s.csv")
    assert [line.split(":")[:2] for line in read.wrong] == [["s.csv", "2"]]
    assert "perhaps" in read.wrong[0]
    assert len(read.answers) == 1


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"category": {1: "organisatoin"}}, "did you mean 'organization'"),
        ({"ja": {1: ""}, "en": {1: " "}}, "fill in ja or en"),
        ({"suggested": {1: ""}}, "leave it as it was"),
        ({"suggested": {1: "fr:port"}}, "leave the column suggested"),
    ],
)
def test_what_is_wrong_in_an_accepted_row_is_said(cells, said):
    """The message says what instead."""
    read = read_sheet(filled(write_sheet(suggestions(), "csv"), decision={1: "accept"}, **cells), "s.csv")
    assert read.answers == ()
    assert said in read.wrong[0]


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01", b"ja,en\n", b"PK\x03\x04", b'"a\nb', "決定,日本語\n".encode("utf-16")]
)
def test_what_is_no_review_sheet_is_an_error(data):
    """One clear error for any bytes."""
    with pytest.raises(ExchangeError):
        read_sheet(data, "s.csv")


def test_an_excel_sheet_comes_back(tmp_path):
    """The same rows, filled in by Excel."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(write_sheet(suggestions(), "xlsx")))
    sheet = book.active
    sheet.cell(2, 1).value = "accept"
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    book.save(tmp_path / "s.xlsx")
    read = read_sheet((tmp_path / "s.xlsx").read_bytes(), "s.xlsx")
    assert [one.answer for one in read.answers] == ["accepted"]
    assert read.answers[0].asked == asked(suggestions()[0])


# The command


@pytest.fixture
def articles(tmp_path) -> Path:
    path = tmp_path / "articles"
    path.mkdir()
    (path / "a.txt").write_text(TEXT, "utf-8")
    return path


class Result(NamedTuple):
    """What a command leaves."""

    exit_code: int
    stdout: str
    stderr: str


@pytest.fixture
def command(capsys, monkeypatch):
    """Run `jaen glossary suggest` with lines on standard input."""

    def call(*arguments: object, answers: str = "") -> Result:
        monkeypatch.setattr("sys.stdin", io.StringIO(answers))
        capsys.readouterr()
        code = run(["glossary", "suggest", *map(str, arguments), "-q"])
        return Result(code, *capsys.readouterr())

    return call


def test_the_command_lists_the_best_with_evidence(articles, command):
    """Terms, why, and the sentence with its place; how many more there are is said."""
    result = command(articles, "-n", "1")
    assert result.exit_code == 0
    assert "海洋観測機構 = OOI  [organization]" in result.stdout
    assert "a.txt:1  海洋観測機構(OOI)は調査した。" in result.stdout
    assert "-n 2 shows all" in result.stderr


def test_json_has_all_fields(articles, command):
    """A list of objects, also on a pipe."""
    (first, *_) = json.loads(command(articles, "-f", "json").stdout)
    assert [term["text"] for term in first["terms"]] == ["海洋観測機構", "OOI"]
    assert first["reasons"][0]["evidence"][0]["span"] == [0, 11]


def test_walking_saves_each_answer_at_once(articles, folder, command):
    """Accept, edit, reject, skip and quit; the end of the answers is a quit."""
    result = command(
        articles, "-g", folder.path, "--walk", "--by", "ann", answers="r\ne\n-\nHarbor Safety Board\norganization\n"
    )
    assert result.exit_code == 0
    (concept,) = folder.load().concepts
    assert [term.text for term in concept.terms] == ["Harbor Safety Board"]
    assert [decision.answer for decision in read_decisions(folder.path)] == ["rejected", "accepted"]
    assert "jaen glossary undo" in result.stderr
    assert json.loads(command(articles, "-g", folder.path, "-f", "json").stdout) == []


def test_skipping_and_quitting_decide_nothing(articles, folder, command):
    """They are asked again the next time."""
    command(articles, "-g", folder.path, "--walk", answers="s\nq\n")
    assert read_decisions(folder.path) == ()


def test_a_sheet_goes_out_and_comes_in(articles, folder, tmp_path, command):
    """What is accepted becomes an entry, what is rejected a decision, a bad row is named and the exit code is 1."""
    sheet = tmp_path / "review.csv"
    assert command(articles, "-g", folder.path, "-f", "csv", "-o", sheet).exit_code == 0
    sheet.write_bytes(filled(sheet.read_bytes(), decision={1: "accept", 2: "hm"}))
    result = command("--decisions", sheet, "-g", folder.path, "--by", "ann", "-y")
    assert result.exit_code == 1
    assert "'hm'" in result.stderr
    assert [concept.id for concept in folder.load().concepts] == ["ooi"]


def test_an_excel_sheet_goes_to_a_file_only(articles, tmp_path, command):
    """Before any article is read."""
    pytest.importorskip("openpyxl")
    assert "-o review.xlsx" in command(articles, "-f", "xlsx").stderr
    assert command(articles, "-f", "xlsx", "-o", tmp_path / "r.xlsx").exit_code == 0
    assert (tmp_path / "r.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("arguments", [(), ("--walk",), ("--decisions", "x.csv")])
def test_a_command_that_can_do_nothing_is_a_usage_error(arguments, monkeypatch, command):
    """No articles and no sheet, or answers without a glossary."""
    monkeypatch.delenv("JAEN_GLOSSARY", raising=False)
    assert command(*arguments).exit_code == 2


def test_an_article_that_fails_is_said(articles, command):
    """The others are mined, and the exit code tells."""
    (articles / "b.pdf").write_bytes(b"%PDF-1.7")
    result = command(articles)
    assert result.exit_code == 3
    assert "海洋観測機構" in result.stdout
