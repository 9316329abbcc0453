"""Review sheets that come back: the rows of a file, CSV or Excel, and the words for yes and no."""

from collections.abc import Sequence
from unicodedata import normalize

from jaen.errors import ExchangeError, UndecodableText
from jaen.glossary.sources.cells import unquoted
from jaen.glossary.sources.csv_file import csv_table, separator_of
from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.rows import Odd
from jaen.glossary.sources.tree import Text
from jaen.glossary.sources.xlsx_file import xlsx_table
from jaen.reading import decode

__all__ = ["NO", "YES", "SheetRow", "sheet_rows", "value_in", "word_in"]

YES = frozenset(["accept", "accepted", "yes", "y", "ok", "a", "o", "○", "〇", "◯", "はい", "採用", "可", "承認"])
NO = frozenset(["reject", "rejected", "no", "n", "r", "x", "×", "✕", "いいえ", "却下", "不採用", "否"])
SHOWN = 20  # broken rows that are named; nobody reads a million lines

SheetRow = dict[str, Text | Odd]  # name of the column, lower case → cell; empty cells are left out


def sheet_rows(data: bytes, file: str, needed: Sequence[str], advice: str) -> list[SheetRow]:
    """The rows of a sheet below the names of its columns, CSV (any encoding that jaen reads) or Excel.

    Args:
        data: the file's bytes.
        file: its name for messages.
        needed: columns that must be there.
        advice: what to give instead of a sheet without them.

    Raises:
        ExchangeError: it is no sheet, a row is broken, or a column is missing.
    """
    problems = Problems()
    if data.startswith(b"PK"):
        table = xlsx_table(data, file, problems) or []
    else:
        try:
            separator, text = separator_of(decode(data).text.removeprefix("\ufeff"))
        except UndecodableText as error:
            what = str(error).partition(" (tried")[0]
            raise ExchangeError(f"{file}: {what}; save it again as UTF-8") from error
        found = csv_table(text, separator, file, problems)
        for line in found.ragged.values():
            what = "the row has more or fewer cells than the first one; quote cells that hold a comma"
            problems.add(file, line, what)
        table = found.rows
    if problems.lines:  # half a sheet would be taken for the whole
        more = len(problems.lines) - SHOWN
        raise ExchangeError(
            "\n".join([*problems.lines[:SHOWN], *([f"… and {more:,} more like these"] if more > 0 else [])])
        )
    header = {cell.value.strip().lower(): number for number, cell in (table[0] if table else {}).items()}
    missing = [name for name in needed if name not in header]
    if missing:
        raise ExchangeError(f"{file}: no column {' and '.join(missing)}; {advice}")
    return [{name: row[number] for name, number in header.items() if number in row} for row in table[1:]]


def value_in(row: SheetRow, column: str) -> str:
    """What a cell says, "" for one that is empty."""
    return unquoted(row[column].value) if column in row else ""


def word_in(row: SheetRow, column: str) -> str:
    """The same, of a word such as yes: also when it was typed in capitals or full width (ＹＥＳ)."""
    return normalize("NFKC", value_in(row, column)).strip().casefold()
