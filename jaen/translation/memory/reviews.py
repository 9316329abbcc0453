"""Translations that people have made or approved, in the tables `reviewed` and `changes`.

Rows are only ever added. The newest of a text is its current one; the older ones are its history, from which a change
can be taken back.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from jaen.translation.memory.database import among, from_cell, to_cell
from jaen.translation.memory.entry import Change, Review, Reviewed
from jaen.translation.memory.lookup import lookup_of

__all__ = ["Note", "add", "changes", "compare", "current", "find", "last_change", "meant", "take_back", "take_out"]

_FIELDS = "source, target, text, translation, by, at"


@dataclass(frozen=True, slots=True)
class Note:
    """Who changes something, when and why."""

    at: datetime
    by: str
    why: str


def find(connection: sqlite3.Connection, lookups: Sequence[bytes]) -> dict[bytes, Reviewed]:
    """The current translation of each text that has one."""
    query = f"SELECT lookup, {_FIELDS} FROM reviewed WHERE current AND translation IS NOT NULL AND lookup IN"  # noqa: S608
    return {lookup: _reviewed(row) for lookup, *row in among(connection, query, lookups)}


def current(connection: sqlite3.Connection, source: str | None = None, target: str | None = None) -> Iterator[Reviewed]:
    """All current translations, or those of a pair of languages, in the order of their coming."""
    query = f"SELECT {_FIELDS} FROM reviewed WHERE current AND translation IS NOT NULL"  # noqa: S608
    if source is not None and target is not None:
        rows = connection.execute(
            f"{query} AND source = ? AND target = ? ORDER BY id", (to_cell(source), to_cell(target))
        )
    else:
        rows = connection.execute(f"{query} ORDER BY id")
    return map(_reviewed, rows)


def compare(connection: sqlite3.Connection | None, entries: Iterable[Reviewed]) -> tuple[Review, dict[bytes, Reviewed]]:
    """What `add` would do, and the translations that are new."""
    wanted = {lookup_of(one.source_language, one.target_language, one.source): one for one in entries}
    known = find(connection, list(wanted)) if connection else {}
    new = {lookup: one for lookup, one in wanted.items() if lookup not in known or known[lookup].text != one.text}
    replaced = tuple((known[lookup], one) for lookup, one in new.items() if lookup in known)
    return Review(None, len(new) - len(replaced), replaced, len(wanted) - len(new)), new


def add(connection: sqlite3.Connection, entries: Iterable[Reviewed], note: Note) -> Review:
    """Make *entries* the current translations of their texts; of several for one text the last counts."""
    review, new = compare(connection, entries)
    if not new:
        return review
    number = _change(connection, note)
    _put(connection, number, [(lookup, *_row(one)) for lookup, one in new.items()])
    return replace(review, change=number)


def meant(connection: sqlite3.Connection, by: str | None, before: date | None) -> dict[bytes, Reviewed]:
    """Current translations of one person (None: of anyone), reviewed before a day (None: at any time)."""
    query = f"SELECT lookup, {_FIELDS} FROM reviewed WHERE current AND translation IS NOT NULL"  # noqa: S608
    found = {lookup: _reviewed(row) for lookup, *row in connection.execute(query)}
    return {
        lookup: one
        for lookup, one in found.items()
        if (by is None or one.by == by) and (before is None or one.at.date() < before)
    }


def take_out(connection: sqlite3.Connection, entries: dict[bytes, Reviewed], note: Note) -> int | None:
    """Leave texts without a reviewed translation; the number of the change."""
    if not entries:
        return None
    number = _change(connection, note)
    _put(connection, number, [(lookup, *_row(one)[:3], None, *_row(one)[4:]) for lookup, one in entries.items()])
    return number


def changes(connection: sqlite3.Connection) -> list[Change]:
    """All changes, newest first."""
    query = """SELECT changes.id, changes.at, changes.by, why, COUNT(reviewed.id)
               FROM changes LEFT JOIN reviewed ON reviewed.change = changes.id GROUP BY changes.id ORDER BY changes.id DESC"""
    return [
        Change(number, datetime.fromisoformat(at), from_cell(by), from_cell(why), size)
        for number, at, by, why, size in connection.execute(query)
    ]


def last_change(connection: sqlite3.Connection) -> int:
    """The number of the newest change, 0 when there is none."""
    return int(connection.execute("SELECT COALESCE(MAX(id), 0) FROM changes").fetchone()[0])


def take_back(connection: sqlite3.Connection, number: int, note: Note) -> int:
    """Make current again what was so before a change, where nothing was changed since; how many that are."""
    query = f"SELECT id, lookup, {_FIELDS} FROM reviewed WHERE change = ? AND current"  # noqa: S608
    rows = []
    for row_id, lookup, *row in connection.execute(query, (number,)).fetchall():
        before = connection.execute(
            f"SELECT {_FIELDS} FROM reviewed WHERE lookup = ? AND id < ? ORDER BY id DESC LIMIT 1",  # noqa: S608
            (lookup, row_id),
        ).fetchone()
        rows.append((lookup, *(before or [*row[:3], None, *row[4:]])))
    if rows:
        _put(connection, _change(connection, note), rows)
    return len(rows)


def _change(connection: sqlite3.Connection, note: Note) -> int:
    row = (note.at.isoformat(), to_cell(note.by), to_cell(note.why))
    number = connection.execute("INSERT INTO changes (at, by, why) VALUES (?, ?, ?)", row).lastrowid
    assert number is not None
    return number


def _put(connection: sqlite3.Connection, change: int, rows: Sequence[tuple[object, ...]]) -> None:
    """Add rows (lookup and fields), each as the current one of its text."""
    connection.executemany("UPDATE reviewed SET current = 0 WHERE lookup = ? AND current", [row[:1] for row in rows])
    query = f"INSERT INTO reviewed (change, lookup, {_FIELDS}, current) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)"  # noqa: S608
    connection.executemany(query, [(change, *row) for row in rows])


def _row(one: Reviewed) -> tuple[str | bytes | None, ...]:
    texts = (one.source_language, one.target_language, one.source, one.text, one.by)
    return (*map(to_cell, texts), one.at.isoformat())


def _reviewed(row: Sequence[str | bytes]) -> Reviewed:
    source, target, text, translation, by, at = map(from_cell, row)
    return Reviewed(
        source_language=source,
        target_language=target,
        source=text,
        text=translation,
        by=by,
        at=datetime.fromisoformat(at),
    )
