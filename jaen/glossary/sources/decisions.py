"""Small tables that editors keep beside a glossary, such as `lint-ignore.csv`: UTF-8 CSV with fixed columns."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from jaen.errors import GlossaryError
from jaen.glossary.sources.problems import Problems

__all__ = ["read_decisions"]


def read_decisions(path: Path, columns: Sequence[str], problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table as (line, cells), each with as many cells as there are columns; none where it is not there.

    Args:
        path: of the file.
        columns: that its first line must name.
        problems: takes a row with too many cells, which has a comma that should be in quotes; it is left out.

    Raises:
        GlossaryError: the file is no such table at all.
    """
    if not path.is_file():
        return
    try:
        rows = list(_rows(path.read_bytes().decode("utf-8-sig")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise GlossaryError(str(path), [f"{path}:1: is no UTF-8 table ({error}); save it as CSV, UTF-8"]) from error
    if not rows or rows[0][1] != list(columns):
        raise GlossaryError(str(path), [f"{path}:1: the first line must be {','.join(columns)}"])
    for line, cells in rows[1:]:
        if any(cells[len(columns) :]):
            problems.add(
                str(path),
                line,
                f'has {len(cells)} cells, not {len(columns)}; put a text with a comma in quotes: "a, b"',
            )
        else:
            yield line, [*cells, *[""] * len(columns)][: len(columns)]


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that hold anything, their cells without white space around."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    for cells in reader:
        stripped = [cell.strip() for cell in cells]
        if any(stripped):
            yield reader.line_num, stripped
