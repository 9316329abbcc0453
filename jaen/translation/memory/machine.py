"""Translations of models, in the tables `machine` and `applied`."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from datetime import date, datetime

from jaen.translation.memory.database import among, from_cell, to_cell
from jaen.translation.memory.entry import Criteria, Key, Remembered, RememberedTerm, Stored
from jaen.translation.memory.lookup import digest, lookup_of

__all__ = ["affected", "count", "find", "hash_of", "keep", "newest", "of_other_glossaries", "remove", "touch"]


def hash_of(key: Key) -> bytes:
    """What an entry is found by: a hash of all that its translation depends on."""
    return digest(astuple(key))


def find(connection: sqlite3.Connection, hashes: Sequence[bytes]) -> dict[bytes, tuple[Remembered, date]]:
    """What is kept under *hashes*, with the day each was used last."""
    found = {}
    query = "SELECT hash, translation, state, terms, flags, used FROM machine WHERE hash IN"
    for name, text, state, terms, flags, used in among(connection, query, hashes):
        entry = Remembered(text=from_cell(text), state=state, terms=_terms(terms), flags=tuple(json.loads(flags)))
        found[name] = entry, date.fromisoformat(used)
    return found


def touch(connection: sqlite3.Connection, hashes: Iterable[bytes], day: date) -> None:
    """Note that entries were used on *day*."""
    connection.executemany("UPDATE machine SET used = ? WHERE hash = ?", [(day.isoformat(), one) for one in hashes])


def keep(connection: sqlite3.Connection, entries: Mapping[Key, Remembered], now: datetime) -> None:
    """Keep translations; one that is there under the same key is replaced."""
    rows, applied = [], []
    for key, entry in entries.items():
        name = hash_of(key)
        place = (name, lookup_of(key.source, key.target, key.text))
        asked = map(to_cell, (key.source, key.target, key.text, key.engine, key.model, key.options))
        terms = json.dumps([astuple(term) for term in entry.terms])
        said = (to_cell(entry.text), entry.state, terms, json.dumps(entry.flags))
        rows.append((*place, *asked, *said, now.isoformat(), now.date().isoformat()))
        applied += [(name, number, *map(to_cell, concept)) for number, concept in enumerate(key.concepts)]
    connection.executemany(f"INSERT OR REPLACE INTO machine VALUES ({', '.join('?' * 14)})", rows)  # noqa: S608 - only marks
    connection.executemany("INSERT OR REPLACE INTO applied VALUES (?, ?, ?, ?, ?)", applied)


def newest(connection: sqlite3.Connection) -> Iterator[Stored]:
    """Of each text, the translation that was used last, in the order of their making: an article's sentences in theirs."""
    concepts: dict[bytes, list[tuple[str, str, str]]] = {}
    for name, *concept in connection.execute(
        "SELECT hash, concept, revision, written FROM applied ORDER BY hash, number"
    ):
        concept_id, revision, written = map(from_cell, concept)
        concepts.setdefault(name, []).append((concept_id, revision, written))
    query = """SELECT hash, source, target, text, engine, model, translation, state, terms, flags, created, used, rowid AS number,
               ROW_NUMBER() OVER (PARTITION BY lookup ORDER BY used DESC, created DESC, rowid DESC) AS place
               FROM machine"""
    for row in connection.execute(f"SELECT * FROM ({query}) WHERE place = 1 ORDER BY created, number"):  # noqa: S608 - no values in it
        name, source, target, text, engine, model, translation, state, terms, flags, created, used, *_ = row
        yield Stored(
            source=from_cell(source),
            target=from_cell(target),
            text=from_cell(text),
            translation=from_cell(translation),
            state=state,
            engine=from_cell(engine),
            model=from_cell(model),
            concepts=tuple(concepts.get(name, ())),
            terms=_terms(terms),
            flags=tuple(json.loads(flags)),
            at=datetime.fromisoformat(created),
            used=date.fromisoformat(used),
        )


def affected(connection: sqlite3.Connection, gone: Iterable[tuple[str, str]]) -> int:
    """How many translations apply one of these (concept id, revision)."""
    _note(connection, gone)
    query = "SELECT COUNT(DISTINCT hash) FROM applied JOIN noted USING (concept, revision)"
    return int(connection.execute(query).fetchone()[0])


def of_other_glossaries(connection: sqlite3.Connection, revisions: Mapping[str, str]) -> int:
    """How many translations apply a concept that is not among these."""
    _note(connection, revisions.items())
    query = "SELECT COUNT(DISTINCT hash) FROM applied WHERE concept NOT IN (SELECT concept FROM noted)"
    return int(connection.execute(query).fetchone()[0])


def count(connection: sqlite3.Connection, criteria: Criteria) -> int:
    """How many translations *criteria* mean."""
    condition, values = _condition(connection, criteria)
    return int(connection.execute(f"SELECT COUNT(*) FROM machine WHERE {condition}", values).fetchone()[0])  # noqa: S608


def remove(connection: sqlite3.Connection, criteria: Criteria) -> int:
    """Remove what *criteria* mean; how many that were."""
    condition, values = _condition(connection, criteria)
    removed = connection.execute(f"DELETE FROM machine WHERE {condition}", values).rowcount  # noqa: S608
    connection.execute("DELETE FROM applied WHERE hash NOT IN (SELECT hash FROM machine)")
    return removed


def _condition(connection: sqlite3.Connection, criteria: Criteria) -> tuple[str, list[str | bytes]]:
    """*criteria* in SQL, with its values."""
    conditions = ["TRUE"]
    values: list[str | bytes] = []
    if criteria.unused_since:
        conditions.append("used < ?")
        values.append(criteria.unused_since.isoformat())
    if criteria.engine is not None:
        conditions.append("engine = ?")
        values.append(to_cell(criteria.engine))
    if criteria.model is not None:
        conditions.append("substr(model, 1, length(?)) = ?")
        values += [to_cell(criteria.model)] * 2
    if criteria.revisions is not None:
        _note(connection, criteria.revisions.items())
        stale = "SELECT hash FROM applied JOIN noted USING (concept) WHERE applied.revision <> noted.revision"
        conditions.append(f"hash IN ({stale})")
    return " AND ".join(conditions), values


def _note(connection: sqlite3.Connection, concepts: Iterable[tuple[str, str]]) -> None:
    """Bring concepts and their revisions into a table that only this connection sees."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS noted (concept TEXT, revision TEXT)")
    connection.execute("DELETE FROM noted")
    rows = [(to_cell(concept), to_cell(revision)) for concept, revision in concepts]
    connection.executemany("INSERT INTO noted VALUES (?, ?)", rows)
    connection.execute("CREATE INDEX IF NOT EXISTS temp.noted_concept ON noted (concept)")


def _terms(cell: str) -> tuple[RememberedTerm, ...]:
    return tuple(
        RememberedTerm(concept_id, tuple(source), tuple(target) if target else None, outcome, rung)
        for concept_id, source, target, outcome, rung in json.loads(cell)
    )
