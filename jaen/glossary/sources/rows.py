"""Rows of terms, as CSV and Excel files hold them: columns ja, en and, where wanted, id, status, category.

Rows become the same tree that YAML becomes, so all are held to the same rules.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jaen.glossary.sources.problems import Problems, nearest
from jaen.glossary.sources.tree import Fields, Items, Node, Place, Text, shown

COLUMNS = ("id", "ja", "en", "status", "category")
MAX_CELL = 20_000  # characters; a text in YAML has the same limit


def is_header(header: Sequence[Text], file: str, problems: Problems) -> bool:
    """True when the names of the columns, in *header*, are right; what is wrong goes to *problems*."""
    before = len(problems)
    for name in header:
        if name.value not in COLUMNS:
            usual = (
                unicodedata.normalize("NFKC", name.value).strip().lower()
            )  # ｊａ and JA are not read, but understood
            problems.add(file, name.place, f"there is no column {name.value!r}; {nearest(usual, COLUMNS)}")
    names = {name.value for name in header}
    start: Place = header[0].place if header else 1
    if len(names) < len(header):
        problems.add(file, start, "a column is here twice; keep one")
    if not {"ja", "en"} & names:
        problems.add(file, start, "the first row names no column ja or en; it must be like: ja,en,status,category")
    return len(problems) == before


@dataclass(slots=True)
class _Entry:
    """A concept that grows row by row."""

    place: Place
    id: str
    category: Text
    terms: dict[tuple[str, str], Fields]  # (language, text) → the term

    def fields(self) -> Fields:
        """The tree a YAML file with the same content would give."""
        terms = Items(self.place, list(self.terms.values()))
        return Fields(self.place, {"category": (self.category.place, self.category), "terms": (self.place, terms)})


class Rows:
    """Rows gathered into concepts.

    Rows with the same Japanese term (or, without one, the same id) are one concept; `status` is that of the row's
    English term, or of its Japanese one where it has no English. Without an `id` column the id is made from the
    first English term.

    Args:
        file: its name for messages.
        problems: where what is wrong goes, with its place.
    """

    def __init__(self, file: str, problems: Problems) -> None:
        self._file = file
        self._problems = problems
        self._entries: dict[str, _Entry] = {}  # by Japanese term, or by id

    def concepts(self) -> list[tuple[str, Fields]]:
        """The concepts of all rows as (id, tree)."""
        return [(entry.id, entry.fields()) for entry in self._entries.values()]

    def add(self, row: Mapping[str, Text]) -> None:
        """Put one row, column → cell, into its concept; a blank row is none."""
        cells = {name: Text(cell.place, cell.value.strip()) for name, cell in row.items() if cell.value.strip()}
        too_long = [cell for cell in cells.values() if len(cell.value) > MAX_CELL]
        for cell in too_long:
            self._wrong(cell.place, f"a text of {len(cell.value):,} characters; the limit is {MAX_CELL:,}")
        if not cells or too_long:
            return
        entry = self._entry(cells)
        if entry:
            self._add_terms(entry, cells)

    def _entry(self, cells: Mapping[str, Text]) -> _Entry | None:
        first_cell = next(iter(cells.values()))
        concept_id = _value(cells, "id") or _slug(_value(cells, "en"))
        key = _value(cells, "ja") or concept_id
        entry = self._entries.get(key)
        if entry is None:
            if not concept_id:
                self._wrong(first_cell.place, "the row gives no id; add an en term in Latin letters or an id column")
                return None
            category = cells.get("category", Text(first_cell.place, "term"))
            entry = self._entries[key] = _Entry(first_cell.place, concept_id, category, {})
        for name, first in (("id", entry.id), ("category", entry.category.value)):
            cell = cells.get(name)
            if cell and cell.value != first:
                what = f"the {name} {cell.value!r} is not the {first!r} of {shown(entry.place)}; write one"
                self._wrong(cell.place, what)
        return entry

    def _add_terms(self, entry: _Entry, cells: Mapping[str, Text]) -> None:
        japanese, english, status = cells.get("ja"), cells.get("en"), cells.get("status")
        if japanese and not english and ("ja", japanese.value) in entry.terms:
            self._wrong(japanese.place, f"the row only repeats {japanese.value!r}; remove it")
        if english and ("en", english.value) in entry.terms:
            first = shown(entry.terms["en", english.value].place)
            self._wrong(english.place, f"the term {english.value!r} is here twice (first in {first}); keep one")
        if japanese and ("ja", japanese.value) not in entry.terms:
            entry.terms["ja", japanese.value] = _term("ja", japanese, None if english else status)
        if english:
            entry.terms["en", english.value] = _term("en", english, status)

    def _wrong(self, place: Place, what: str) -> None:
        self._problems.add(self._file, place, what)


def _value(cells: Mapping[str, Text], column: str) -> str:
    return cells[column].value if column in cells else ""


def _term(language: str, text: Text, status: Text | None) -> Fields:
    values: dict[str, tuple[Place, Node]] = {language: (text.place, text)}
    if status:
        values["status"] = (status.place, status)
    return Fields(text.place, values)


def _slug(text: str) -> str:
    """An id made of *text*: its Latin letters and digits, joined by hyphens.

    >>> _slug("Crédit Agricole S.A.")
    'credit-agricole-s-a'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")
