"""Glossaries in Excel files: the rules of CSV, with the cell of each problem, and what Excel does to text."""

import datetime
import sys
import zipfile

import pytest

from jaen.errors import GlossaryError
from jaen.glossary import Glossary
from jaen.glossary.sources import xlsx_file
from jaen.glossary.sources.files import load_concepts
from jaen.model import Status

HEADER = ["ja", "en", "status", "category"]


@pytest.fixture
def openpyxl():
    """The library that writes the test's files."""
    return pytest.importorskip("openpyxl", reason="the extra sheets is not installed")


@pytest.fixture
def save(openpyxl, tmp_path):
    """Writes rows into a workbook `terms.xlsx`."""

    def save(*rows):
        book = openpyxl.Workbook()
        book.active.title = "Terms"
        for row in rows:
            book.active.append(row)
        path = tmp_path / "terms.xlsx"
        book.save(path)
        return path

    return save


def change(path, member, old, new):
    """Replace *old* in one part of the workbook at *path*."""
    with zipfile.ZipFile(path) as container:
        parts = {name: container.read(name) for name in container.namelist()}
    assert old in parts[member]
    parts[member] = parts[member].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in parts.items():
            container.writestr(name, data)


def share(path, text, xml):
    """Keep *text* as Excel does: in the table of shared strings, as *xml*; openpyxl writes it into its cell."""
    change(path, "xl/worksheets/sheet1.xml", b't="inlineStr"><is><t>' + text + b"</t></is>", b't="s"><v>0</v>')
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + kind + b'"/></Types>'
    change(path, "[Content_Types].xml", b"</Types>", part)
    with zipfile.ZipFile(path, "a") as container:
        main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        container.writestr("xl/sharedStrings.xml", b'<sst xmlns="' + main + b'"><si>' + xml + b"</si></sst>")


def problems(path):
    """What loading *path* complains about, without the folder's name."""
    with pytest.raises(GlossaryError) as caught:
        load_concepts(path)
    return [problem.removeprefix(f"{path.parent}/") for problem in caught.value.problems]


ROWS = (
    HEADER,
    ["庁", "Agency", None, "organization"],
    [None, None, None, None],
    [" 庁 ", "Bureau", "forbidden", None],
    [None, "Only English", None, None],
)


def test_rows_become_concepts(save):
    """Rows are read as those of a CSV file are: blank ones skipped, white space at the ends dropped."""
    glossary = Glossary.load(save(*ROWS))
    agency, only = glossary.concepts
    assert glossary.name == "terms"
    assert (agency.id, agency.category, only.id, only.category) == ("agency", "organization", "only-english", "term")
    assert [(term.text, term.status) for term in agency.terms] == [
        ("庁", Status.PREFERRED),
        ("Agency", Status.PREFERRED),
        ("Bureau", Status.FORBIDDEN),
    ]


def test_the_same_rows_in_csv_give_the_same_glossary(save, tmp_path):
    """Excel and CSV share one meaning."""
    path = tmp_path / "terms.csv"
    path.write_text("\n".join(",".join(cell or "" for cell in row) for row in ROWS), "utf-8")
    assert Glossary.load(save(*ROWS)).hash == Glossary.load(path).hash


AGAIN = "format the cell as text and type it again"


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([["ja", "eng"]], "B1: there is no column 'eng'; did you mean 'en'?"),
        ([["ｊａ", "en"]], "A1: there is no column 'ｊａ'; did you mean 'ja'?"),
        ([["ja", "EN"]], "B1: there is no column 'EN'; did you mean 'en'?"),
        ([["日本語", "en"]], "A1: there is no column '日本語'; use one of: category, en, id, ja, status"),
        ([["ja", "en", "ja"]], "A1: a column is here twice; keep one"),
        ([["status"]], "A1: the first row names no column ja or en; it must be like: ja,en,status,category"),
        ([HEADER, ["庁", "Agency", "bad"]], "C2: status 'bad' is not known; use one of: "),
        ([HEADER, ["庁", None, None, "role"]], "A2: the row gives no id; add an en term"),
        ([HEADER, ["庁", "Agency"], ["局", "Agency"]], "A3: the id 'agency' is here twice"),
        ([HEADER, ["庁", "Agency"], ["庁"]], "A3: the row only repeats '庁'; remove it"),
        ([HEADER, ["庁", "Agency", None, "role"], ["庁", "B", None, "place"]], "D3: the category 'place' is not the"),
        ([HEADER, ["庁", "Agency", None, "term", "note"]], "E2: the column has no name in the first row; add one"),
        ([HEADER, ["庁", "two\nlines"]], "B2: the term 'two\\nlines' has a line break or control character"),
        ([HEADER, ["庁", 123]], f"B2: the cell is the number 123, which may not be what was typed (0123 becomes 123); {AGAIN}"),
        ([HEADER, ["庁", datetime.date(2026, 1, 2)]], "B2: the cell is the date or time 2026-01-02"),
        ([HEADER, ["庁", datetime.time(12, 30)]], "B2: the cell is the date or time 12:30:00"),
        ([HEADER, ["庁", True]], f"B2: the cell is the logical value TRUE; {AGAIN}"),
        ([HEADER, ["庁", "=A2&1"]], "B2: the cell is a formula; paste its result as a value"),
        ([HEADER, ["庁", "#N/A"]], f"B2: the cell is the error #N/A; {AGAIN}"),
        ([HEADER, ["庁", "x" * 20_001]], "B2: a text of 20,001 characters; the limit is 20,000"),
    ],
)  # fmt: skip
def test_a_problem_has_its_cell(rows, problem, save):
    """Each mistake is reported at its sheet and cell, once, with what to do instead."""
    (only,) = problems(save(*rows))
    assert only.startswith(f"terms.xlsx:Terms!{problem}")


def test_all_problems_come_at_once(save):
    """An editor sees every cell that is wrong in one go."""
    path = save(HEADER, [1, "A", True], ["庁", "Agency", "x", "y"])
    assert [problem.partition(": ")[0].partition("!")[2] for problem in problems(path)] == ["A2", "C2", "D3", "C3"]


def test_text_that_looks_like_a_number_is_text(save):
    """A cell of text stays what it is: 0123, 1-2, NO, 20,000 characters."""
    ids = [["id", "en"], ["a", "0123"], ["b", "1-2"], ["c", "NO"], ["d", "x" * 20_000]]
    assert [concept.terms[0].text for concept in load_concepts(save(*ids)).concepts] == [
        "0123",
        "1-2",
        "NO",
        "x" * 20_000,
    ]


def test_text_is_read_without_furigana_and_formatting(save):
    """Excel keeps the reading of a Japanese word, and each format, as parts of the cell; the term is what is shown."""
    path = save(HEADER, ["term", "Agency"])
    runs = "<r><t>金融</t></r><r><rPr><b/></rPr><t>庁</t></r><rPh sb='0' eb='3'><t>キンユウチョウ</t></rPh>"
    share(path, b"term", runs.encode())
    assert [term.text for term in load_concepts(path).concepts[0].terms] == ["金融庁", "Agency"]


def test_merged_cells_are_named(openpyxl, tmp_path):
    """Of merged cells only the first holds the text; the rows below would lose their Japanese term in silence."""
    book = openpyxl.Workbook()
    for row in (HEADER, ["庁", "Agency"], [None, "Bureau"]):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    book.save(tmp_path / "terms.xlsx")
    (only,) = problems(tmp_path / "terms.xlsx")
    assert only == "terms.xlsx:Sheet!A2:A3: these cells are merged; unmerge them and fill each one"


def test_cells_merged_within_a_row_lose_nothing(openpyxl, tmp_path):
    """Cells merged side by side, as those of a heading often are, leave the rows below as they are."""
    book = openpyxl.Workbook()
    for row in (HEADER, ["庁", "Agency"], ["局"], [None, "Bureau"]):
        book.active.append(row)
    book.active["A3"], book.active["B3"] = None, "Board"
    book.active.merge_cells("B3:D3")
    book.save(tmp_path / "terms.xlsx")
    assert [concept.id for concept in load_concepts(tmp_path / "terms.xlsx").concepts] == ["agency", "board", "bureau"]


def test_the_first_visible_sheet_is_read(openpyxl, tmp_path):
    """A hidden sheet before it and any sheet after it do not count."""
    book = openpyxl.Workbook()
    book.active.sheet_state = "hidden"
    for title, term in (("Terms", "Agency"), ("Notes", "Bureau")):
        sheet = book.create_sheet(title)
        sheet.append(["en"])
        sheet.append([term])
    book.save(tmp_path / "terms.xlsx")
    assert [concept.id for concept in load_concepts(tmp_path / "terms.xlsx").concepts] == ["agency"]


def test_a_wrong_size_in_the_file_hides_nothing(save):
    """Some programs state a sheet smaller than it is; every row and column is read all the same."""
    path = save(*ROWS)
    change(path, "xl/worksheets/sheet1.xml", b'<dimension ref="A1:D5"', b'<dimension ref="A1:A2"')
    assert len(load_concepts(path).concepts) == 2


def test_size_limits(save, monkeypatch):
    """More cells or more unpacked bytes than the limit are refused; exactly as many are read."""
    path = save(*ROWS)
    monkeypatch.setattr(xlsx_file, "MAX_CELLS", 4 + 4 + 1 + 3 + 2)  # each row up to its last cell
    with zipfile.ZipFile(path) as container:
        size = sum(member.file_size for member in container.infolist())
    monkeypatch.setattr(xlsx_file, "MAX_UNPACKED", size)
    load_concepts(path)
    monkeypatch.setattr(xlsx_file, "MAX_CELLS", 13)
    assert "has more than 13 cells; delete empty rows and columns" in problems(path)[0]
    monkeypatch.setattr(xlsx_file, "MAX_UNPACKED", size - 1)
    assert f"has {size:,} bytes when unpacked" in problems(path)[0]


def test_a_far_row_and_a_far_column_end_soon(save):
    """A cell in the last row that Excel has is read; rows as wide as Excel allows are refused, not walked for hours."""
    path = save(*ROWS)
    change(path, "xl/worksheets/sheet1.xml", b'r="5"', b'r="1048576"')
    change(path, "xl/worksheets/sheet1.xml", b'r="B5"', b'r="B1048576"')
    assert len(load_concepts(path).concepts) == 2
    wide = b"".join(b'<row><c r="XFD%d" t="str"><v>x</v></c></row>' % row for row in range(1, 200))
    path = save(HEADER)
    change(path, "xl/worksheets/sheet1.xml", b"</sheetData>", wide + b"</sheetData>")
    assert "has more than 2,000,000 cells" in problems(path)[-1]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is no Excel workbook; open it in Excel"),
        (b"ja,en\n", "is no Excel workbook; open it in Excel"),
        (b"<html><table>", "is no Excel workbook; open it in Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is an old .xls file or has a password"),
    ],
)
def test_other_files_are_named(data, says, openpyxl, tmp_path):
    """What only has the ending is refused in one message."""
    path = tmp_path / "terms.xlsx"
    path.write_bytes(data)
    (only,) = problems(path)
    assert only.startswith(f"terms.xlsx:1: {says}")


BOMB = b'<!DOCTYPE x [<!ENTITY a "lol">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12)
)


@pytest.mark.parametrize(
    ("member", "old", "new"),
    [
        ("xl/workbook.xml", b"<workbook", b"<workbuch"),
        ("xl/workbook.xml", b"<sheets>", b"<sheets"),
        ("xl/worksheets/sheet1.xml", b"<v>0</v>", b"<v>99</v>"),
        ("xl/worksheets/sheet1.xml", b"<v>0</v>", b"<v>x</v>"),
        ("xl/worksheets/sheet1.xml", b'r="A1"', b'r="A1:B2"'),
        ("xl/worksheets/sheet1.xml", b"</sheetData>", b"<x>" * 100_000 + b"</sheetData>"),
        ("xl/sharedStrings.xml", b"<sst", BOMB + b"]><sst"),
        ("[Content_Types].xml", b"sheet.main", b"document.main"),
    ],
)
def test_a_broken_workbook_is_one_message(member, old, new, save):
    """Parts that are missing, cut, wrong or hostile are refused, never an exception of the library."""
    path = save(HEADER, ["term", "Agency"])
    share(path, b"term", b"<t>&m;</t>" if new.startswith(BOMB) else b"<t>x</t>")
    change(path, member, old, new)
    (only,) = problems(path)
    assert only.startswith("terms.xlsx:1: is no Excel workbook that can be read (")
    assert only.endswith("; open it in Excel and save it again as .xlsx")


def test_a_zip_that_is_no_workbook(openpyxl, tmp_path):
    """Any other zip file is refused in one message."""
    with zipfile.ZipFile(tmp_path / "terms.xlsx", "w") as container:
        container.writestr("a.txt", "a")
    (only,) = problems(tmp_path / "terms.xlsx")
    assert only.startswith("terms.xlsx:1: is no Excel workbook that can be read (")


def test_a_missing_extra_names_the_command(tmp_path, monkeypatch):
    """Without openpyxl the message is the command that installs it."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    (tmp_path / "terms.xlsx").write_bytes(b"PK")
    assert problems(tmp_path / "terms.xlsx") == [
        "terms.xlsx:1: reading Excel files needs the extra sheets: in the project's folder run pip install '.[sheets]'"
    ]
