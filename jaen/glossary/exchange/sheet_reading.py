"""Sheets that people keep, read leniently: whatever can be told is taken, and what is not taken is named."""

import re
from collections.abc import Sequence
from dataclasses import replace

from jaen.errors import ExchangeError, UndecodableText
from jaen.glossary.exchange.values import Incoming, Skipped
from jaen.glossary.ids import NewIds
from jaen.glossary.sources.cells import unquoted
from jaen.glossary.sources.columns import COMPLETE, DATES, known_column, known_value
from jaen.glossary.sources.csv_file import csv_table, separator_of
from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.rows import Group, Odd, Row, Rows, Trouble
from jaen.glossary.sources.schema import ID, ConceptReader
from jaen.glossary.sources.tree import Place, Text, shown
from jaen.glossary.sources.xlsx_file import xlsx_table
from jaen.model import Concept
from jaen.reading import decode
from jaen.words.scripts import has_japanese

__all__ = ["read_csv_sheet", "read_xlsx_sheet"]

_HEADER_WITHIN = 10  # rows; a title and a date may stand above the names of the columns
_TERMS = ("ja", "en", "term", "translation")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ROW = re.compile("[0-9]+")
_COMMA = "name the column or clear the cell, and quote cells that hold a comma"
_AS_IS = ("utf-8", "utf-8-sig", "ascii")


def read_csv_sheet(data: bytes, file: str) -> Incoming:
    """The concepts of a CSV file: any encoding that jaen reads, comma, semicolon or tab.

    Raises:
        ExchangeError: it is no such file, or has no column of terms.
    """
    try:
        decoded = decode(data)
    except UndecodableText as error:
        what = str(error).partition(" (tried")[0]
        raise ExchangeError(f"{file}: {what}; save it again as UTF-8") from error
    notes = [] if decoded.encoding in _AS_IS else [f"read as {decoded.encoding}; if signs look wrong, save it as UTF-8"]
    separator, text = separator_of(decoded.text.removeprefix("\ufeff"))
    problems = Problems()
    table = csv_table(text, separator, file, problems)
    return _incoming(table.rows, file, problems, notes)


def read_xlsx_sheet(data: bytes, file: str) -> Incoming:
    """The concepts on the first visible sheet of an Excel file.

    Raises:
        ExchangeError: it is no such file, or has no column of terms.
    """
    problems = Problems()
    table = xlsx_table(data, file, problems)
    return _incoming(table or [], file, problems, [])


def _incoming(table: Sequence[Row], file: str, problems: Problems, notes: list[str]) -> Incoming:
    if problems.lines:  # half a file would be taken for the whole
        raise ExchangeError("\n".join(problems.lines))
    sheet = _Sheet(table, file, notes)
    reading = _Reading(file, sheet.rows(), sheet.is_complete)
    return reading.incoming(sheet.notes)


class _Sheet:
    """The rows of a table below the names of its columns."""

    def __init__(self, table: Sequence[Row], file: str, notes: Sequence[str]) -> None:
        self.notes = list(notes)
        start = next((number for number, row in enumerate(table[:_HEADER_WITHIN]) if _names_terms(row)), None)
        if start is None:
            advice = "the first row names the columns, like: ja,en,status,category or 日本語,英語,状態,分類"
            raise ExchangeError(f"{file}: no column of Japanese or English terms; {advice}")
        if start:
            self.notes.append(f"{start} row{'s' if start > 1 else ''} above the names of the columns: not taken")
        self._body = table[start + 1 :]
        self._columns = self._known(table[start], file)
        self._named = {number for number, cell in table[start].items() if cell.value.strip()}
        self._check_languages(file)

    def _known(self, header: Row, file: str) -> dict[int, str]:
        columns: dict[int, str] = {}
        for number, cell in header.items():
            name = known_column(cell.value)
            if name in columns.values():
                place = shown(cell.place)
                raise ExchangeError(f"{file}:{place}: the column {name} is here twice ({cell.value}); keep one")
            if name:
                columns[number] = name
            elif cell.value.strip():
                self.notes.append(f"the column {cell.value.strip()!r} is not known: not taken")
        return self._with_languages(columns, file)

    def _with_languages(self, columns: dict[int, str], file: str) -> dict[int, str]:
        """*columns*, where those of terms in a language not named have got theirs."""
        named = dict(columns)
        for number, name in columns.items():
            if name in ("term", "translation"):
                cells = [row[number].value for row in self._body if number in row]
                japanese = sum(map(has_japanese, cells))
                language = "ja" if japanese * 2 > len([cell for cell in cells if cell.strip()]) else "en"
                if language in named.values():
                    raise ExchangeError(
                        f"{file}: two columns of terms in one language ({language}); call one ja, one en"
                    )
                named[number] = language
        return named

    def _check_languages(self, file: str) -> None:
        """Refuse a sheet in which the columns of the two languages have each other's names."""
        columns = {name: number for number, name in self._columns.items()}
        if {"ja", "en"} <= columns.keys():
            pairs = [
                (row[columns["ja"]].value, row[columns["en"]].value)
                for row in self._body
                if {columns["ja"], columns["en"]} <= row.keys()
            ]
            swapped = sum(not has_japanese(ja) and has_japanese(en) for ja, en in pairs)
            if swapped * 2 > len(pairs):
                what = f"{swapped} of {len(pairs)} rows have Japanese in the column en and none in the column ja"
                raise ExchangeError(f"{file}: {what}; exchange the two names in the first row")

    def rows(self) -> Rows:
        """All rows, gathered into concepts; one that says just what another one says is taken once."""
        rows = Rows()
        seen: set[tuple[tuple[str, str], ...]] = set()
        repeated: list[str] = []
        for row in self._body:
            texts: dict[str, Text] = {}
            troubles: list[Trouble] = []
            for number, cell in sorted(row.items()):
                name = self._columns.get(number)
                if name is not None and (isinstance(cell, Text) or _is_told(name, cell)):
                    texts[name] = Text(cell.place, known_value(name, cell.value))
                elif name is not None and isinstance(cell, Odd):
                    troubles.append((cell.place, cell.what))
                elif number not in self._named and cell.value.strip():
                    troubles.append((cell.place, f"{cell.value.strip()!r} stands in a column without a name; {_COMMA}"))
            said = tuple((name, cell.value.strip()) for name, cell in texts.items() if cell.value.strip())
            if said and said in seen and not troubles:
                repeated.append(shown(next(iter(texts.values())).place))
                continue
            seen.add(said)
            rows.add(texts, troubles)
        if repeated:
            more = f" and {len(repeated) - 1} more" if len(repeated) > 1 else ""
            self.notes.append(f"{repeated[0]}{more}: the same as a row above, taken once")
        return rows

    @property
    def is_complete(self) -> bool:
        """True when jaen wrote the sheet and all columns are still there, so that an empty cell says something."""
        if "revision" not in self._columns.values():
            return False
        gone = [name for name in COMPLETE if name not in self._columns.values()]
        if gone:
            self.notes.append(f"the columns {', '.join(gone)} are gone, so what is in the sheet is only added")
        return not gone


class _Reading:
    """From groups of rows to concepts.

    Args:
        file: its name for messages.
        rows: gathered.
        is_complete: the revisions of the concepts can be trusted.
    """

    def __init__(self, file: str, rows: Rows, is_complete: bool) -> None:
        self._file = file
        self._is_complete = is_complete
        self._skipped = [Skipped(place, what) for place, what in rows.loose]
        self._groups = list(rows)
        self._ids = NewIds({group.id for group in self._groups})
        self._revisions: dict[str, str] = {}
        self._made: set[str] = set()

    def incoming(self, notes: Sequence[str]) -> Incoming:
        """All that can be taken, and all that can't."""
        places: dict[str, Place] = {}
        concepts = []
        for group in self._groups:
            concept = self._concept(group)
            if concept:
                concepts.append(concept)
                places[concept.id] = group.place
        skipped = sorted(self._skipped, key=lambda one: _line(one.place))
        return Incoming(tuple(concepts), tuple(skipped), places, frozenset(self._made), self._revisions, tuple(notes))

    def _concept(self, group: Group) -> Concept | None:
        revision = unquoted(group.cells["revision"].value) if "revision" in group.cells else ""
        is_ours = self._is_complete and bool(revision)
        is_named = bool(ID.fullmatch(group.id)) and (is_ours or not group.id.isdigit())
        problems = Problems()
        fields = group.fields()
        for place, what in group.troubles:
            problems.add(self._file, place, what)
        concept = ConceptReader(self._file, problems).read(group.id if is_named else "new", fields)
        if concept is None or problems.lines:
            (place, reason), *more = dict.fromkeys(problems.found)
            self._skipped.append(Skipped(place, "; ".join([reason, *(f"{shown(at)}: {what}" for at, what in more)])))
            return None
        if not is_named:
            concept = replace(concept, id=self._ids.make(concept.terms))
            self._made.add(concept.id)
        elif is_ours:
            self._revisions[concept.id] = revision
        return concept


def _line(place: Place) -> int:
    """The row of a place: 7 of line 7 and of Sheet1!B7."""
    return place if isinstance(place, int) else int(_ROW.findall(place)[-1])


def _names_terms(row: Row) -> bool:
    return any(known_column(cell.value) in _TERMS for cell in row.values())


def _is_told(column: str, cell: Odd) -> bool:
    """True for an odd cell that can't have been meant otherwise: a day in a column of days."""
    if column in DATES:
        return bool(_DAY.fullmatch(cell.value))
    if column in ("id", "order"):
        return cell.value.isdigit()
    return column == "keep" and cell.value in ("True", "False")
