"""A small glossary as a CSV file, one row per term or pair of terms; see `jaen.glossary.sources.rows`."""

import csv
import io

from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.rows import Rows, is_header
from jaen.glossary.sources.tree import Fields, Text


def read_csv(data: bytes, file: str, problems: Problems) -> list[tuple[str, Fields]]:
    """The concepts of a CSV file as (id, tree).

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
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows = Rows(file, problems)
    try:
        names = next(reader, [])
        if not is_header([Text(1, name) for name in names], file, problems):
            return []
        for row in reader:
            if row and len(row) != len(names):
                what = "the row has more or fewer cells than the first row; quote cells that hold a comma"
                problems.add(file, reader.line_num, what)
                continue
            rows.add({name: Text(reader.line_num, cell) for name, cell in zip(names, row, strict=False)})
    except csv.Error as error:
        problems.add(file, reader.line_num, f"not CSV: {error}; check the quotes in this row")
    return rows.concepts()
