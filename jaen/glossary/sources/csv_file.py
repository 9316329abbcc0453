"""Sheets as CSV files: comma, semicolon or tab between cells; see `jaen.glossary.sources.rows`."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jaen.glossary.sources.cells import neutral, plain
from jaen.glossary.sources.columns import known_column
from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.rows import Odd, read_rows
from jaen.glossary.sources.tree import Fields, Text

__all__ = ["CsvTable", "csv_table", "read_csv", "separator_of", "write_csv"]

_SEPARATORS = (",", ";", "\t")


def read_csv(data: bytes, file: str, problems: Problems) -> list[tuple[str, Fields]]:
    """The concepts of a CSV file as (id, tree); strict: UTF-8, commas, jaen's names of columns.

    Args:
        data: the file's bytes: UTF-8, with or without BOM.
        file: its name for messages.
        problems: where what is wrong goes, with its line.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.add(file, line, f"byte {error.start} is not UTF-8; save the file as 'CSV UTF-8'")
        return []
    before = len(problems)
    table = csv_table(text, ",", file, problems)
    for line in table.ragged.values():
        what = "the row has more or fewer cells than the first row; quote cells that hold a comma"
        problems.add(file, line, what)
    if not table.rows and len(problems) > before:
        return []  # not CSV from the first row on
    whole = [row for number, row in enumerate(table.rows) if number not in table.ragged]
    return read_rows(whole, file, problems)


@dataclass(frozen=True, slots=True)
class CsvTable:
    """The cells of a CSV file.

    Attributes:
        rows: of all rows that are not blank, the cells that hold something, by the number of their column.
        ragged: index in `rows` → line, of those with more or fewer cells than the first one.
    """

    rows: list[dict[int, Text | Odd]] = field(default_factory=list)
    ragged: dict[int, int] = field(default_factory=dict)


def csv_table(text: str, separator: str, file: str, problems: Problems) -> CsvTable:
    """All cells of a CSV text, each with the line where its row begins.

    Reading ends at the first row that is no CSV, which goes to *problems*.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    table = CsvTable()
    line, width = 1, 0
    try:
        for row in reader:
            cells: dict[int, Text | Odd] = {
                number: Text(line, plain(cell)) for number, cell in enumerate(row) if cell.strip() or not table.rows
            }
            if cells:
                width = width or len(row)
                if len(row) != width:
                    table.ragged[len(table.rows)] = line
                table.rows.append(cells)
            line = reader.line_num + 1
    except csv.Error as error:
        if reader.line_num > line or "unexpected end" in str(error):
            what = f"not CSV: a quote that is opened in this row is not closed where it should be ({error})"
        else:
            what = f"not CSV: {error}"
        problems.add(file, line, f"{what}; check the quotes in this row")
    return table


def separator_of(text: str) -> tuple[str, str]:
    r"""The sign between cells, and *text* without a line `sep=;` that names it.

    Of comma, semicolon and tab it is the one that parts the first row into most columns that jaen knows.

    >>> separator_of("sep=;\nja;en\n"), separator_of("日本語\t英語\n")[0]
    ((';', 'ja;en\n'), '\t')
    """
    first, _, rest = text.partition("\n")
    named = first.strip().strip('"').lower()
    if named.startswith("sep=") and len(named) <= len("sep=;"):
        return (named[4:] or "\t"), rest  # strip() has taken a tab

    def columns(separator: str) -> int:
        return sum(known_column(cell.strip().strip('"')) is not None for cell in first.split(separator))

    return max(_SEPARATORS, key=columns), text


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file as spreadsheets take it: UTF-8 with BOM, CR LF, no formulas."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([neutral(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()
