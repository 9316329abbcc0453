"""Rows of terms, as CSV and Excel files hold them; the columns are in `jaen.glossary.sources.columns`.

Rows become the same tree that YAML becomes, so all are held to the same rules.
"""

import math
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jaen.glossary.ids import slug
from jaen.glossary.sources.cells import items, unquoted
from jaen.glossary.sources.columns import COMPLETE, CONCEPT_COLUMNS, PAIRS, TERM_COLUMNS
from jaen.glossary.sources.parts import concept_parts, term_parts
from jaen.glossary.sources.problems import Problems, nearest
from jaen.glossary.sources.tree import Fields, Items, Place, Text, shown

__all__ = ["Group", "Odd", "Row", "Rows", "Trouble", "read_rows"]

MAX_CELL = 20_000  # characters; a text in YAML has the same limit

_LISTS = frozenset(["domain", "links", "examples", "sources", "former-ids"])
Trouble = tuple[Place, str]  # where, and what is wrong there


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell that holds no text: what it shows, and what to say of it."""

    place: Place
    value: str
    what: str


Row = Mapping[int, Text | Odd]  # number of the column → cell; the row that names the columns is the first


@dataclass(slots=True, eq=False)
class Group:
    """A concept that grows row by row.

    Attributes:
        id: as the file gives it; empty when it does not.
        cells: what is said of the concept as a whole, by column.
        terms: (language, text) → (its place in the order of terms, the term).
        troubles: what is wrong in its rows.
    """

    place: Place
    id: str
    cells: dict[str, Text] = field(default_factory=dict)
    terms: dict[tuple[str, str], tuple[float, Fields]] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)

    def fields(self) -> Fields:
        """The tree a YAML file with the same content would give."""
        values = concept_parts(self.place, self.cells, self.troubles)
        in_order = sorted(self.terms.values(), key=lambda one: one[0])  # equal ones stay as the rows are
        values["terms"] = (self.place, Items(self.place, [term for _, term in in_order]))
        return Fields(self.place, values)

    def first_of(self, language: str) -> str:
        """The first term of *language*, or nothing."""
        return next((text for one, text in self.terms if one == language), "")


class Rows:
    """Rows gathered into concepts.

    Rows with the same id are one concept, and so are rows without an id that have the same Japanese term, or no
    Japanese term and the same English one.

    Attributes:
        loose: what is wrong in rows that belong to no concept.
    """

    def __init__(self) -> None:
        self.loose: list[Trouble] = []
        self._groups: list[Group] = []
        self._by_id: dict[str, Group] = {}
        self._by_term: dict[tuple[str, str], list[Group]] = {}

    def __iter__(self) -> Iterator[Group]:
        """The concepts, by their first rows."""
        return iter(self._groups)

    def add(self, row: Mapping[str, Text], troubles: Sequence[Trouble] = ()) -> None:
        """Put one row, column → cell, into its concept; a blank row is none.

        Args:
            row: the cells that hold text.
            troubles: what is wrong with others of its cells; then the row is not read any further.
        """
        cells = {name: cell for name, cell in row.items() if cell.value.strip()}
        troubles = [*troubles, *_too_long(cells)]
        if troubles:
            group = self._known(cells)
            (group.troubles if group else self.loose).extend(troubles)
        elif cells:
            self._add_whole(cells)

    def _known(self, cells: Mapping[str, Text]) -> Group | None:
        """The concept that has rows already and gets these *cells* too."""
        concept_id, japanese, english = (_value(cells, name) for name in ("id", "ja", "en"))
        if concept_id and (concept_id in self._by_id or not japanese):
            return self._by_id.get(concept_id)
        same = self._by_term.get(("ja", japanese) if japanese else ("en", english), [])
        # Without an id, a row belongs to the nearest one above it with its term.
        return next((group for group in reversed(same) if not concept_id or not group.id), None)

    def _add_whole(self, cells: Mapping[str, Text]) -> None:
        first = next(iter(cells.values()))
        group = self._known(cells)
        if group is None:
            if not (_value(cells, "id") or _value(cells, "ja") or _value(cells, "en")):
                self.loose.append((first.place, "the row has no term; fill in ja or en, or clear the row"))
                return
            group = Group(first.place, "")
            self._groups.append(group)
        for language in ("ja", "en"):
            if text := _value(cells, language):
                same = self._by_term.setdefault((language, text), [])
                if not same or same[-1] is not group:
                    same.append(group)
        group.id = group.id or _value(cells, "id")
        if group.id:
            self._by_id.setdefault(group.id, group)
        for name in CONCEPT_COLUMNS:
            if name in cells:
                _set(group, name, cells[name])
        _add_terms(group, cells)


def read_rows(table: Sequence[Row], file: str, problems: Problems) -> list[tuple[str, Fields]]:
    """The concepts of a table as (id, tree); strict: every doubt is a problem.

    Args:
        table: the rows; the first one names the columns.
        file: its name for messages.
        problems: where what is wrong goes.
    """
    header = {number: cell for number, cell in (table[0] if table else {}).items() if isinstance(cell, Text)}
    if not _is_header(list(header.values()), file, problems):
        return []
    rows = Rows()
    for row in table[1:]:
        texts, troubles = {}, []
        for number, cell in sorted(row.items()):
            if isinstance(cell, Odd):
                troubles.append((cell.place, cell.what))
            elif number in header:
                texts[header[number].value] = cell
            else:
                problems.add(file, cell.place, "the column has no name in the first row; add one or clear the cell")
        rows.add(texts, troubles)
    for place, what in rows.loose:
        problems.add(file, place, what)
    return [entry for group in rows for entry in _read_group(group, file, problems)]


def _read_group(group: Group, file: str, problems: Problems) -> Iterator[tuple[str, Fields]]:
    concept_id = group.id or slug(group.first_of("en"))
    if not concept_id:
        group.troubles.append((group.place, "the row gives no id; add an en term in Latin letters or an id column"))
    fields = group.fields()
    for place, what in group.troubles:
        problems.add(file, place, what)
    if concept_id:
        yield concept_id, fields


def _is_header(header: Sequence[Text], file: str, problems: Problems) -> bool:
    """True when the names of the columns, in *header*, are right; what is wrong goes to *problems*."""
    before = len(problems)
    for name in header:
        if name.value not in COMPLETE:
            # ｊａ and JA are not read, but understood
            usual = unicodedata.normalize("NFKC", name.value).strip().lower()
            advice = nearest(usual, COMPLETE)
            advice = advice if advice.startswith("did") else nearest("", PAIRS)
            problems.add(file, name.place, f"there is no column {name.value!r}; {advice}")
    names = {name.value for name in header}
    start: Place = header[0].place if header else 1
    if len(names) < len(header):
        problems.add(file, start, "a column is here twice; keep one")
    if not {"ja", "en"} & names:
        problems.add(file, start, "the first row names no column ja or en; it must be like: ja,en,status,category")
    return len(problems) == before


def _too_long(cells: Mapping[str, Text]) -> Iterator[Trouble]:
    for name, cell in cells.items():
        if len(cell.value) > MAX_CELL:  # a code in it is longer than what it stands for
            longest = max(len(unquoted(one)) for one in (items(cell.value) if name in _LISTS else [cell.value]))
            if longest > MAX_CELL:
                yield cell.place, f"a text of {longest:,} characters; the limit is {MAX_CELL:,}"


def _set(group: Group, name: str, cell: Text) -> None:
    first = group.cells.setdefault(name, cell)
    if first.value.strip() != cell.value.strip():
        what = (
            f"the {name} {cell.value.strip()!r} is not the {first.value.strip()!r} of {shown(first.place)}; write one"
        )
        group.troubles.append((cell.place, what))


def _add_terms(group: Group, cells: Mapping[str, Text]) -> None:
    japanese, english = _value(cells, "ja"), _value(cells, "en")
    order = _order(group, cells)
    details = {name: cells[name] for name in TERM_COLUMNS if name in cells}
    if japanese:
        place = cells["ja"].place
        if ("ja", japanese) not in group.terms:
            own = {name: cell for name, cell in details.items() if name == "reading" or not english}
            group.terms["ja", japanese] = order, Fields(place, term_parts("ja", Text(place, japanese), own))
        elif not english:
            group.troubles.append((place, f"the row only repeats {japanese!r}; remove it"))
    if english:
        place = cells["en"].place
        own = {name: cell for name, cell in details.items() if name != "reading" or not japanese}
        if ("en", english) in group.terms:
            first = shown(group.terms["en", english][1].place)
            what = f"the term {english!r} is here twice (first in {first}); keep one"
            group.troubles.append((place, what))
        else:
            group.terms["en", english] = order, Fields(place, term_parts("en", Text(place, english), own))


def _order(group: Group, cells: Mapping[str, Text]) -> float:
    """The term's place among those of its concept; terms without one come last."""
    number = _value(cells, "order")
    if number and not (number.isascii() and number.isdigit() and len(number) < 10):
        what = f"the order {number!r} is no whole number; write 1, 2, 3 … or nothing"
        group.troubles.append((cells["order"].place, what))
        return math.inf
    return int(number) if number else math.inf


def _value(cells: Mapping[str, Text], column: str) -> str:
    return unquoted(cells[column].value) if column in cells else ""
