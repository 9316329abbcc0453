"""A small glossary as a CSV file: columns ja, en and, where wanted, id, status, category.

Rows become the same tree that YAML becomes, so both are held to the same rules.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from jaen.glossary.problems import Problems, nearest
from jaen.glossary.tree import Fields, Items, Node, Text

COLUMNS = ("id", "ja", "en", "status", "category")


def read_csv(data: bytes, file: str, problems: Problems) -> list[tuple[str, Fields]]:
    """The concepts of a CSV file as (id, tree).

    Rows with the same Japanese term (or, without one, the same id) are one concept; `status` is that of the row's
    English term, or of its Japanese one where it has no English. Without an `id` column the id is made from the
    first English term.

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
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    rows = _Rows(file, problems)
    try:
        if not _header_is_right(reader.fieldnames or (), file, problems):
            return []
        for row in reader:
            rows.add(row, reader.line_num)
    except csv.Error as error:
        problems.add(file, reader.reader.line_num, f"not CSV: {error}; check the quotes in this row")
    return [(entry.id, entry.fields()) for entry in rows.entries.values()]


def _header_is_right(header: Sequence[str], file: str, problems: Problems) -> bool:
    before = len(problems.lines)
    for name in header:
        if name not in COLUMNS:
            problems.add(file, 1, f"there is no column {name!r}; {nearest(name, COLUMNS)}")
    if len(set(header)) < len(header):
        problems.add(file, 1, "a column is here twice; keep one")
    if not {"ja", "en"} & set(header):
        problems.add(file, 1, "the first row names no column ja or en; it must be like: ja,en,status,category")
    return len(problems.lines) == before


@dataclass(slots=True)
class _Entry:
    """A concept that grows row by row."""

    line: int
    id: str
    category: str
    terms: dict[tuple[str, str], Fields]  # (language, text) → the term

    def fields(self) -> Fields:
        """The tree a YAML file with the same content would give."""
        terms = Items(self.line, list(self.terms.values()))
        return Fields(self.line, {"category": (self.line, Text(self.line, self.category)), "terms": (self.line, terms)})


class _Rows:
    """Rows gathered into concepts."""

    def __init__(self, file: str, problems: Problems) -> None:
        self._file = file
        self._problems = problems
        self.entries: dict[str, _Entry] = {}  # by Japanese term, or by id

    def add(self, row: dict[str, str], line: int) -> None:
        """Put one row into its concept; a blank row is none."""
        if None in row or None in row.values():
            self._wrong(line, "the row has more or fewer cells than the first row; quote cells that hold a comma")
            return
        cells = {name: cell.strip() for name, cell in row.items() if cell.strip()}
        if cells:
            entry = self._entry(cells, line)
            if entry:
                self._add_terms(entry, cells, line)

    def _entry(self, cells: dict[str, str], line: int) -> _Entry | None:
        concept_id = cells.get("id") or _slug(cells.get("en", ""))
        key = cells.get("ja") or concept_id
        entry = self.entries.get(key)
        if entry is None:
            if not concept_id:
                self._wrong(line, "the row gives no id; add an en term in Latin letters or an id column")
                return None
            entry = self.entries[key] = _Entry(line, concept_id, cells.get("category", "term"), {})
        for name, first in (("id", entry.id), ("category", entry.category)):
            if cells.get(name, first) != first:
                self._wrong(line, f"the {name} {cells[name]!r} is not the {first!r} of line {entry.line}; write one")
        return entry

    def _add_terms(self, entry: _Entry, cells: dict[str, str], line: int) -> None:
        japanese, english, status = cells.get("ja"), cells.get("en"), cells.get("status")
        if japanese and not english and ("ja", japanese) in entry.terms:
            self._wrong(line, f"the row only repeats {japanese!r}; remove it")
        if english and ("en", english) in entry.terms:
            self._wrong(line, f"the term {english!r} is here twice; keep one")
        if japanese and ("ja", japanese) not in entry.terms:
            entry.terms["ja", japanese] = _term("ja", japanese, None if english else status, line)
        if english:
            entry.terms["en", english] = _term("en", english, status, line)

    def _wrong(self, line: int, what: str) -> None:
        self._problems.add(self._file, line, what)


def _term(language: str, text: str, status: str | None, line: int) -> Fields:
    values: dict[str, tuple[int, Node]] = {language: (line, Text(line, text))}
    if status:
        values["status"] = (line, Text(line, status))
    return Fields(line, values)


def _slug(text: str) -> str:
    """An id made of *text*: its Latin letters and digits, joined by hyphens.

    >>> _slug("Crédit Agricole S.A.")
    'credit-agricole-s-a'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")
