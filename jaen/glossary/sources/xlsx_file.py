"""Sheets as Excel files, read with openpyxl; they have the same columns as CSV.

Excel makes numbers and dates of what looks like one (0123 becomes 123, 1-2 a day in January): what was typed can't be
told from what is there. Such cells are read as `Odd`, with what to say of them.
"""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.rows import Odd, read_rows
from jaen.glossary.sources.tree import Fields, Text

__all__ = ["read_xlsx", "xlsx_table"]

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MAX_UNPACKED = 128 * 1024 * 1024  # bytes; 100,000 rows of five cells are 30 MB
MAX_CELLS = 2_000_000  # of the sheet up to its last cell; one cell in the last row that Excel has makes 1,048,576

_OLE = b"\xd0\xcf\x11\xe0"  # the container of .xls, and of an .xlsx with a password
_MERGED = re.compile(rb'<(?:\w{1,20}:)?mergeCell [^<>]{0,200}?ref="([A-Z0-9:]{1,40})"')
_ROW = re.compile("[0-9]+")
_SAVE_AGAIN = "open it in Excel and save it again as .xlsx"
# What openpyxl lets through when parts of the file are missing or hold something else; the two XML parsers that it
# may use raise SyntaxErrors.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError,
    SyntaxError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError,
)  # fmt: skip


class _Refused(Exception):
    """A file that jaen does not read; the message says what instead."""


def read_xlsx(data: bytes, file: str, problems: Problems) -> list[tuple[str, Fields]]:
    """The concepts on the first visible sheet of an Excel file as (id, tree); strict: jaen's names of columns, texts only.

    Args:
        data: the file's bytes.
        file: its name for messages.
        problems: where what is wrong goes, with its sheet and cell: `Sheet1!B7`.
    """
    table = xlsx_table(data, file, problems)
    return [] if table is None else read_rows(table, file, problems)


def xlsx_table(data: bytes, file: str, problems: Problems) -> list[dict[int, Text | Odd]] | None:
    """The rows of the first visible sheet, column number → cell: the first row, then those that are not empty.

    None, and a problem, when the file can't be read as a workbook, or is too large.
    """
    try:
        return _cells(data, file, problems)
    except _Refused as refused:
        problems.add(file, 1, str(refused))
        return None


def _cells(data: bytes, file: str, problems: Problems) -> list[dict[int, Text | Odd]]:
    try:
        import openpyxl
    except ImportError as error:
        raise _Refused(
            "reading Excel files needs the extra sheets: in the project's folder run pip install '.[sheets]'"
        ) from error
    _check_container(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of charts, styles and the like that it would not save
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
            sheet = next(sheet for sheet in book.worksheets if sheet.sheet_state == "visible")
            sheet.reset_dimensions()  # the size a file states may be wrong, and openpyxl cuts off what is beyond it
            _check_merged(data, sheet, file, problems)
            return list(_rows(sheet))
    except _BROKEN as error:
        reason = str(error).partition("\n")[0] or type(error).__name__
        raise _Refused(f"is no Excel workbook that can be read ({reason}); {_SAVE_AGAIN}") from error
    except StopIteration:
        raise _Refused("has no sheet with cells; add one") from None


def _check_container(data: bytes) -> None:
    if data.startswith(_OLE):
        raise _Refused("is an old .xls file or has a password; save it as .xlsx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            size = sum(member.file_size for member in container.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise _Refused(f"is no Excel workbook; {_SAVE_AGAIN}") from error
    if size > MAX_UNPACKED:
        raise _Refused(f"has {size:,} bytes when unpacked, more than {MAX_UNPACKED:,}; split it into several")


def _check_merged(data: bytes, sheet: "ReadOnlyWorksheet", file: str, problems: Problems) -> None:
    """Of cells merged over rows only the first holds the text, so that the rows below would lose their Japanese term.

    Cells merged within one row, like those of a title above the table, hold no less for it.
    """
    path = sheet._worksheet_path  # type: ignore[attr-defined]  # noqa: SLF001 - the size-saving mode tells of no merged cells
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        for match in _MERGED.finditer(container.read(path)):
            cells = match[1].decode()
            if len(set(_ROW.findall(cells))) == 1:
                continue
            problems.add(file, f"{sheet.title}!{cells}", "these cells are merged; unmerge them and fill each one")


def _rows(sheet: "ReadOnlyWorksheet") -> Iterator[dict[int, Text | Odd]]:
    seen = 0
    for number, row in enumerate(sheet.rows):
        seen += max(1, len(row))
        if seen > MAX_CELLS:
            raise _Refused(f"has more than {MAX_CELLS:,} cells; delete empty rows and columns, or split it")
        cells = dict(_row(row, sheet.title))
        if not number or cells:
            yield cells


def _row(row: Iterable[Any], title: str) -> Iterator[tuple[int, Text | Odd]]:
    for cell in row:
        if cell.value is None:
            continue
        place = f"{title}!{cell.coordinate}"
        if cell.data_type == "s":
            yield cell.column, Text(place, cell.value.replace("\r\n", "\n").replace("\r", "\n"))
        else:
            yield cell.column, Odd(place, _shown(cell.value), _no_text(cell.data_type, cell.value))


def _shown(value: object) -> str:
    """What an odd cell seems to say: a date without its time of midnight, a whole number without a point."""
    if isinstance(value, datetime) and value.time() == time.min:
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _no_text(data_type: str, value: object) -> str:
    """What to say of a cell that holds no text, by openpyxl's name for what it holds."""
    again = "format the cell as text and type it again"
    match data_type:
        case "f":
            return "the cell is a formula; paste its result as a value"
        case "e":
            return f"the cell is the error {value}; {again}"
        case "d":
            return f"the cell is the date or time {value}, which may not be what was typed; {again}"
        case "b":
            return f"the cell is the logical value {str(value).upper()}; {again}"
        case _:
            return f"the cell is the number {value}, which may not be what was typed (0123 becomes 123); {again}"
