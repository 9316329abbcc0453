"""Parquet: a row per segment, read back; what is said where it can't be written."""

import datetime
import io
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from jaen.cli import run
from jaen.errors import ConfigError
from jaen.writing import WRITERS, write

ROOT = Path(__file__).parents[2]
COLUMNS = (
    "article_id source title date site url article_language segment_id block_id role content start end language text"
    " normalized english english_origin concepts mentions findings translation translation_draft translation_language"
    " translation_state translation_engine translation_model translation_flags translation_terms"
)


@pytest.fixture
def parquet():
    """The library's own reader."""
    return pytest.importorskip("pyarrow.parquet", reason="the extra scale is not installed")


def written(reports):
    out = io.BytesIO()
    write(reports, "parquet", out)
    return out.getvalue()


def test_a_row_holds_what_is_known_of_a_segment(report, parquet):
    """Each segment is one row with its article's facts; lists are lists, the day is a date, unknown is null."""
    report = replace(report, provenance={**report.provenance, "article_date": "2026-05-20"})
    table = parquet.read_table(io.BytesIO(written([report])))
    assert table.column_names == COLUMNS.split()
    rows = table.to_pylist()
    assert [row["segment_id"] for row in rows] == [segment.id for segment in report.segments]
    assert rows[0] == {
        "article_id": "fsa",
        "source": "fsa.txt",
        "title": "金融庁、対策を公表",
        "date": datetime.date(2026, 5, 20),
        "site": None,
        "url": None,
        "article_language": "ja",
        "segment_id": "s1",
        "block_id": "b1",
        "role": "title",
        "content": True,
        "start": 0,
        "end": 9,
        "language": "ja",
        "text": "金融庁、対策を公表",
        "normalized": "金融庁、対策を公表",
        "english": "Financial Services Agency announces steps",
        "english_origin": "translation",
        "concepts": ["financial-services-agency"],
        "mentions": [
            {
                "start": 0,
                "end": 3,
                "surface": "金融庁",
                "concept": "financial-services-agency",
                "kind": "free",
                "matched_by": "exact",
            }
        ],
        "findings": [],
        "translation": "Financial Services Agency announces steps",
        "translation_draft": None,
        "translation_language": "en",
        "translation_state": "translated",
        "translation_engine": "fake",
        "translation_model": "fake 1",
        "translation_flags": [],
        "translation_terms": [
            {
                "concept": "financial-services-agency",
                "start": 0,
                "end": 3,
                "target_start": 0,
                "target_end": 25,
                "outcome": "satisfied",
                "rung": "plain",
            }
        ],
    }


def test_what_was_rejected_is_no_translation(report, parquet):
    """A draft has a column of its own, with the reasons; a segment that nobody translated has neither."""
    rows = parquet.read_table(io.BytesIO(written([report]))).to_pylist()
    told = [(row["translation"], row["translation_draft"], row["translation_state"]) for row in rows[1:4]]
    assert told == [
        (None, None, None),
        (None, "It was found at 15 companies.", "untranslated"),
        ("“We will hurry,” an official said.", None, "reviewed"),
    ]
    assert [row["translation_flags"] for row in rows[1:4]] == [[], ["lost-number: 14万2000社"], []]


def test_rows_tell_normalization_findings_and_furniture(report, parquet):
    """Lifted readings are gone from `normalized` only, findings are codes, and furniture stays, marked."""
    rows = parquet.read_table(io.BytesIO(written([report]))).to_pylist()
    assert (rows[2]["text"][:9], rows[2]["normalized"][:3]) == ("脆弱(ぜいじゃく)", "脆弱性")
    assert [row["findings"] for row in rows[:3]] == [[], ["unknown-term"], []]
    assert [row["content"] for row in rows] == [True] * 5 + [False]
    assert rows[5]["english"] is rows[5]["english_origin"] is None
    assert {row["date"] for row in rows} == {None}


def test_a_concept_named_twice_is_listed_once(report, parquet):
    """`concepts` holds ids without repetition; `mentions` holds every place."""
    report = replace(report, mentions=(report.mentions[0], report.mentions[0]))
    row = parquet.read_table(io.BytesIO(written([report]))).to_pylist()[0]
    assert (len(row["concepts"]), len(row["mentions"])) == (1, 2)


def test_what_the_container_says_comes_first(report, parquet):
    """Of two sites that are stated, the first one is the article's."""
    field = replace(report.metadata[0], name="site", span=None)
    report = replace(report, metadata=(replace(field, value="First"), replace(field, value="Second")))
    assert parquet.read_table(io.BytesIO(written([report]))).to_pylist()[0]["site"] == "First"


def test_row_groups_are_written_as_soon_as_they_are_full(report, parquet, monkeypatch):
    """A row group leaves memory when it is full, wherever articles begin; the last one holds the rest."""
    monkeypatch.setattr("jaen.writing.parquet.ROW_GROUP", 4)
    out, sizes = io.BytesIO(), []

    def reports():
        for _ in range(3):
            sizes.append(len(out.getvalue()))
            yield report

    write(reports(), "parquet", out)
    assert sizes[0] < sizes[1] < sizes[2]
    file = parquet.ParquetFile(io.BytesIO(out.getvalue())).metadata
    assert [file.row_group(number).num_rows for number in range(file.num_row_groups)] == [4, 4, 4, 4, 2]


def test_the_same_reports_give_the_same_bytes(report, parquet):
    """Nothing of the clock or of memory is in the file."""
    assert written([report, report]) == written(iter([report, report]))


def test_no_report_is_a_table_without_rows(parquet):
    """An empty run is still a table with its columns."""
    table = parquet.read_table(io.BytesIO(written([])))
    assert (table.num_rows, table.column_names) == (0, COLUMNS.split())


def test_process_writes_a_file(tmp_path, parquet, capsys):
    """`jaen process -f parquet -o OUT` writes the same sentences as JSON Lines, over whatever was there before."""
    out = tmp_path / "out.parquet"
    (tmp_path / "out.parquet.part").write_bytes(b"left by a run that was killed" * 100)
    assert run(["process", str(ROOT / "examples" / "interview.txt"), "-f", "parquet", "-o", str(out), "-q"]) == 0
    assert run(["segment", "--all", str(ROOT / "examples" / "interview.txt")]) == 0
    texts = parquet.read_table(out)["text"].to_pylist()
    assert [" ".join(text.split()) for text in texts] == capsys.readouterr().out.splitlines()
    assert [path.name for path in tmp_path.iterdir()] == ["out.parquet"]


@pytest.mark.parametrize("more", [[], ["-o", "-"]])
def test_standard_output_takes_no_bytes(more, capsys):
    """Without -o nothing is written, and the message says what to add."""
    assert run(["process", str(ROOT / "examples"), "-f", "parquet", *more]) == 3
    assert capsys.readouterr() == ("", "jaen: -f parquet: is not text and needs a file; add -o OUT\n")


def test_a_missing_extra_names_the_command(monkeypatch):
    """Without pyarrow the message is the command that installs it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ConfigError, match=r"run pip install '\.\[scale\]'"):
        written([])


def test_only_parquet_is_binary():
    """Every other format is text, which standard output takes."""
    assert [name for name, writer in WRITERS.items() if writer.is_binary] == ["parquet"]
