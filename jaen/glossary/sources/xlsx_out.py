"""Sheets written as Excel files, with openpyxl: texts only, never a formula, nothing that Excel would cut or refuse."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from jaen.errors import ExchangeError
from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.schema import (
    BOUNDARIES,
    CASES,
    CATEGORIES,
    PARTS_OF_SPEECH,
    REVIEW_STATES,
    STATUSES,
    TERM_TYPES,
    USES,
)
from jaen.glossary.sources.xlsx_file import MAX_CELLS, xlsx_table

__all__ = ["write_xlsx"]

MAX_CELL = 32_767  # characters of an Excel cell; openpyxl cuts off what is beyond it without a word

_CHOICES: dict[str, Sequence[str]] = {
    "category": CATEGORIES, "status": STATUSES, "type": TERM_TYPES, "use": USES, "pos": PARTS_OF_SPEECH,
    "term-boundary": BOUNDARIES, "boundary": BOUNDARIES, "term-case": CASES, "case": CASES,
    "review": REVIEW_STATES, "keep": ("true", "false"),
}  # fmt: skip
_WIDTHS = {
    "id": 24, "ja": 28, "en": 36, "definition": 40, "note": 40, "term-note": 30, "examples": 50, "order": 6,
    "source": 50, "translation": 50, "correction": 50, "terms": 30, "flags": 30, "from": 6, "to": 6,
}  # fmt: skip
_WIDTH = 14  # characters, of any other column
_LAST_ROW = 1_048_576


def write_xlsx(rows: Iterable[Sequence[str]], title: str = "Terms") -> bytes:
    """A workbook with one sheet of that title.

    The first row is frozen and names the columns; `revision` is hidden; columns of fixed words offer them in a list.
    What was written is read again before it is handed out.

    Raises:
        ExchangeError: a text is longer than a cell of Excel, openpyxl is missing, or the workbook says something else.
    """
    try:
        import openpyxl
    except ImportError as error:
        message = "writing Excel files needs the extra sheets: in the project's folder run pip install '.[sheets]'"
        raise ExchangeError(message) from error
    table = list(rows)
    columns = table[0]
    for row in table[1:]:
        _check(row, columns)  # all before the first is written: a workbook that is given up leaves files behind
    cells = sum(max((number for number, text in enumerate(row, start=1) if text), default=1) for row in table)
    if cells > MAX_CELLS:
        raise ExchangeError(f"{cells:,} cells, more than the {MAX_CELLS:,} that jaen reads; write csv, or fewer rows")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(title)
    _lay_out(sheet, columns)
    styles = _Styles(sheet)
    for row in table:
        sheet.append([styles.cell(text, is_header=row is columns) if text else None for text in row])
    out = io.BytesIO()
    book.save(out)
    _compare(out.getvalue(), table)
    return out.getvalue()


def _lay_out(sheet: Any, columns: Sequence[str]) -> None:  # noqa: ANN401 - openpyxl's sheets have no useful type
    """What is to be set before the first row: widths, what is hidden, and the lists of words to choose from."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns, start=1):
        letter = get_column_letter(number)
        dimension = sheet.column_dimensions[letter]
        dimension.width = _WIDTHS.get(column, _WIDTH)
        dimension.number_format = "@"  # so that Excel makes no day of 1-2 when it is typed
        dimension.hidden = column == "revision"
        if column in _CHOICES:
            words = DataValidation(type="list", formula1=f'"{",".join(_CHOICES[column])}"', allow_blank=True)
            words.errorTitle, words.error = column, f"one of: {', '.join(_CHOICES[column])}"
            words.add(f"{letter}2:{letter}{_LAST_ROW}")
            sheet.data_validations.append(words)


class _Styles:
    """Cells of text; a style is made once, since making it takes longer than all else about a cell."""

    def __init__(self, sheet: Any) -> None:  # noqa: ANN401 - see above
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font

        self._make = WriteOnlyCell
        self._sheet = sheet
        self._body: Any = WriteOnlyCell(sheet)
        self._header: Any = WriteOnlyCell(sheet)
        for cell in (self._body, self._header):
            cell.number_format = "@"
            cell.quotePrefix = True
        self._header.font = Font(bold=True)

    def cell(self, text: str, *, is_header: bool) -> Any:  # noqa: ANN401 - openpyxl's cells have no useful type
        """A cell that says *text*, whatever it looks like."""
        cell: Any = self._make(self._sheet)
        cell._value, cell.data_type = text, "s"  # noqa: SLF001 - the setter would make a formula of =1+1
        cell._style = (self._header if is_header else self._body)._style  # noqa: SLF001
        return cell


def _check(row: Sequence[str], columns: Sequence[str]) -> None:
    for column, text in zip(columns, row, strict=True):
        units = len(text.encode("utf-16-le")) // 2  # as Excel counts
        if units > MAX_CELL:
            what = f"{column} has {units:,} characters, and a cell of Excel holds {MAX_CELL:,}"
            raise ExchangeError(f"{row[0]}: {what}; shorten it, or write csv")


def _compare(data: bytes, written: Sequence[Sequence[str]]) -> None:
    problems = Problems()
    table = xlsx_table(data, "the workbook", problems) or []
    read = [{number: cell.value for number, cell in row.items()} for row in table]
    meant = [{number: text for number, text in enumerate(row, start=1) if text} for row in written]
    if read != meant:
        reason = problems.lines[0] if problems.lines else "it says something else when it is read again"
        raise ExchangeError(f"the Excel file can't be written so that it can be read: {reason}; write csv")
