"""A sheet that jaen wrote gives back the glossary that it was written from, whatever is in the texts."""

import csv
import io
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.errors import ExchangeError
from jaen.glossary import Glossary
from jaen.glossary.exchange.formats import FORMATS
from jaen.glossary.exchange.sheets import CSV, XLSX
from jaen.glossary.sources import xlsx_out
from jaen.glossary.sources.cells import items, neutral, plain, quoted, unquoted
from jaen.glossary.sources.columns import COMPLETE
from jaen.model import Concept, Term

sys.path.insert(0, str(Path(__file__).parent))
from any_glossary import glossaries  # a module beside this file

# All that a sheet, a spreadsheet or a CSV reader could trip over.
ODD = "=+-@'\"|;,\\u{}_x000D→：#　\t\n\r\x0b\x85\u2028\ufeff\ufffe\x00\x1f 日カな９😀\U0001fffe"
TEXTS = st.one_of(
    st.text(ODD, min_size=1, max_size=12),
    st.text(min_size=1, max_size=8),
    st.sampled_from(
        ["=1+1", "'=1+1", "''=1", "＝1", "@SUM(A1)", "-1", "+81", "'90s", "#N/A", "1-2", "0123", "TRUE", "\ud800"]
    ),
    st.sampled_from(["_x000D_", "\\u{d}", "\\u{", "\\u{110000}", " ", "a → b | c", "ja: x", "sep=;", "\n", "\r\n"]),
)
ENGLISH = st.text("abcXYZ019 -'.&=+@|,;\"{\\_→é😀", min_size=1, max_size=15).map(str.strip).filter(bool)
JAPANESE = st.text("日本語カナーひら・　A1&＝", min_size=1, max_size=8).map(str.strip).filter(bool)
GLOSSARIES = glossaries(TEXTS, ENGLISH, JAPANESE)


@settings(max_examples=150, deadline=None)
@given(GLOSSARIES)
def test_csv_gives_back_what_was_written(glossary):
    """Every field of every concept comes back, nothing is skipped, and no loss is reported."""
    written = CSV.write(glossary)
    read = CSV.read(written.data, "terms.csv")
    assert read.concepts == glossary
    assert (read.skipped, read.notes, read.made_ids, written.losses) == ((), (), frozenset(), ())


@settings(max_examples=40, deadline=None)
@given(GLOSSARIES)
def test_xlsx_gives_back_what_was_written(glossary):
    """The same for Excel."""
    pytest.importorskip("openpyxl", reason="the extra sheets is not installed")
    written = XLSX.write(glossary)
    read = XLSX.read(written.data, "terms.xlsx")
    assert read.concepts == glossary
    assert (read.skipped, read.notes, written.losses) == ((), (), ())


@settings(max_examples=40, deadline=None)
@given(GLOSSARIES)
def test_no_cell_is_a_formula(glossary):
    """No cell of a CSV file begins with a sign that a spreadsheet takes for a formula."""
    text = CSV.write(glossary).data.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"))]


@settings(max_examples=40, deadline=None)
@given(GLOSSARIES)
def test_pairs_lose_what_they_report(glossary):
    """The losses of the simple sheet name each concept that does not come back as it was, and no other."""
    form = FORMATS["csv-pairs"]
    written = form.write(glossary)
    back = {concept.id: concept for concept in form.read(written.data, "terms.csv").concepts}
    changed = {concept.id for concept in glossary if back.get(concept.id) != concept}
    assert {loss.concept_id for loss in written.losses} == changed


@settings(max_examples=200)
@given(TEXTS)
def test_a_cell_is_reversible(text):
    """Codes and apostrophes are taken off exactly where they were put on; items of a cell stay one each."""
    assert unquoted(plain(neutral(quoted(text)))) == text
    listed = "\n".join([quoted(text, also="\n"), quoted("z", also="\n")])
    assert [unquoted(one) for one in items(listed)] == [text, "z"]


CHIP = Concept(
    id="chip",
    category="term",
    terms=(Term(text="チップ", language="ja"), Term(text="=chip", language="en", note="two\nlines, and a comma")),
)


def test_the_csv_file_that_people_open():
    """UTF-8 with BOM, CR LF between rows, the concept's fields in its first row only."""
    data = CSV.write((CHIP,)).data
    header, first, *second = data.decode("utf-8-sig").split("\r\n")
    assert data.startswith(b"\xef\xbb\xbfid,revision,category,order,ja,en,reading,status,")
    assert first.startswith("chip,")
    assert first.split(",")[2:6] == ["term", "1", "チップ", ""]
    assert second[0].startswith("chip,,term,2,,'=chip,,preferred,")
    assert '"two\nlines, and a comma"' in second[0]
    assert header.count(",") == first.count(",")


def test_a_glossary_file_is_read_by_the_same_rules(tmp_path):
    """`-g terms.csv` and `-g terms.xlsx` load the complete sheet as it was written."""
    pytest.importorskip("openpyxl", reason="the extra sheets is not installed")
    for form in (CSV, XLSX):
        path = tmp_path / f"terms{form.suffixes[0]}"
        path.write_bytes(form.write((CHIP,)).data)
        assert Glossary.load(path).concepts == (CHIP,)


def test_the_workbook_that_people_open():
    """Texts only, with a quote prefix; the first row is frozen, revisions are hidden, fixed words come as a list."""
    openpyxl = pytest.importorskip("openpyxl", reason="the extra sheets is not installed")
    data = XLSX.write((CHIP,)).data
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        assert b"<f>" not in container.read("xl/worksheets/sheet1.xml")
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    names = [cell.value for cell in sheet[1]]
    cell = sheet.cell(3, names.index("en") + 1)
    assert (cell.value, cell.data_type, cell.quotePrefix, cell.number_format) == ("=chip", "s", True, "@")
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["B"].hidden
    assert names[1] == "revision"
    offered = {str(one.sqref).partition("2")[0]: one.formula1 for one in sheet.data_validations.dataValidation}
    assert offered[chr(65 + names.index("status"))] == '"preferred,admitted,deprecated,former,forbidden"'


def test_a_text_too_long_for_excel_is_refused():
    """Excel's cells hold 32,767 UTF-16 units: exactly as many are written, one more is refused with the concept."""
    pytest.importorskip("openpyxl", reason="the extra sheets is not installed")
    texts = tuple(f"{number:04}" + "x" * 4090 for number in range(8))  # with 7 line breaks 32,759 characters
    fits = Concept(id="chip", category="term", terms=CHIP.terms, sources=(*texts[:7], texts[7] + "😀" * 4))
    assert XLSX.read(XLSX.write((fits,)).data, "x.xlsx").concepts == (fits,)
    over = Concept(id="chip", category="term", terms=CHIP.terms, sources=(*texts[:7], texts[7] + "😀" * 4 + "x"))
    with pytest.raises(ExchangeError, match=r"chip: sources has 32,768 characters, and a cell of Excel holds 32,767"):
        XLSX.write((over,))
    assert CSV.read(CSV.write((over,)).data, "x.csv").concepts == (over,)


def test_more_rows_than_a_sheet_has_are_refused(monkeypatch):
    """The limit of Excel is named before anything is written."""
    pytest.importorskip("openpyxl", reason="the extra sheets is not installed")
    monkeypatch.setattr("jaen.glossary.exchange.sheets._SHEET_ROWS", 3)
    XLSX.write((CHIP,))
    monkeypatch.setattr("jaen.glossary.exchange.sheets._SHEET_ROWS", 2)
    with pytest.raises(ExchangeError, match="3 rows, and an Excel sheet has 2; write csv"):
        XLSX.write((CHIP,))


def test_more_cells_than_are_read_are_not_written(monkeypatch):
    """Rows count up to their last cell, as they do in reading: exactly as many as the limit are written."""
    pytest.importorskip("openpyxl", reason="the extra sheets is not installed")
    bare = Concept(id="a", category="term", terms=(Term(text="a", language="en"),))
    cells = len(COMPLETE) + COMPLETE.index("status") + 1
    monkeypatch.setattr(xlsx_out, "MAX_CELLS", cells)
    XLSX.write((bare,))
    monkeypatch.setattr(xlsx_out, "MAX_CELLS", cells - 1)
    with pytest.raises(ExchangeError, match=f"{cells} cells, more than the {cells - 1} that jaen reads; write csv"):
        XLSX.write((bare,))


def test_a_workbook_that_says_something_else_is_not_handed_out(monkeypatch):
    """What can't be read again as it was meant is refused."""
    pytest.importorskip("openpyxl", reason="the extra sheets is not installed")
    monkeypatch.setattr(xlsx_out, "xlsx_table", lambda data, file, problems: [])
    with pytest.raises(ExchangeError, match="can't be written so that it can be read: it says something else"):
        XLSX.write((CHIP,))
