"""The file of a translation memory: the only module that opens it.

A connection is opened for each call and closed after it. So every thread, forked worker and spawned worker has its
own (SQLite's connections must not cross a fork), and between calls the file is whole and can be copied. It costs a
tenth of a millisecond.
"""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from jaen.errors import TranslationMemoryError

__all__ = ["Database", "among", "from_cell", "to_cell"]

_APPLICATION = 0x6A61656E  # "jaen", in the header of the file
_VERSION = 1  # of the tables; counted up when they change
_PATIENCE = 60.0  # seconds to wait for another process that is writing
_AT_ONCE = 500  # values in one statement; older SQLites take 999
_ELSEWHERE = "name another one with --memory FILE or JAEN_MEMORY"

_SCHEMA = """
CREATE TABLE machine (  -- translations of models
  hash BLOB PRIMARY KEY,  -- of all that the translation depends on
  lookup BLOB NOT NULL,  -- of the languages and the folded text
  source TEXT NOT NULL, target TEXT NOT NULL, text TEXT NOT NULL,
  engine TEXT NOT NULL, model TEXT NOT NULL, options TEXT NOT NULL,
  translation TEXT NOT NULL, state TEXT NOT NULL, terms TEXT NOT NULL, flags TEXT NOT NULL,  -- JSON
  created TEXT NOT NULL, used TEXT NOT NULL  -- a moment; a day
);
CREATE TABLE applied (  -- the concepts that a translation depends on
  hash BLOB NOT NULL, number INTEGER NOT NULL,
  concept TEXT NOT NULL, revision TEXT NOT NULL, written TEXT NOT NULL,
  PRIMARY KEY (hash, number)
) WITHOUT ROWID;
CREATE INDEX applied_concept ON applied (concept, revision);
CREATE TABLE changes (  -- of what people have reviewed
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, why TEXT NOT NULL
);
CREATE TABLE reviewed (  -- rows are only added; of each text one is the current
  id INTEGER PRIMARY KEY, change INTEGER NOT NULL, lookup BLOB NOT NULL,
  source TEXT NOT NULL, target TEXT NOT NULL, text TEXT NOT NULL,
  translation TEXT,  -- NULL: taken out
  by TEXT NOT NULL, at TEXT NOT NULL, current INTEGER NOT NULL
);
CREATE UNIQUE INDEX reviewed_current ON reviewed (lookup) WHERE current;
CREATE INDEX reviewed_lookup ON reviewed (lookup);
CREATE INDEX reviewed_change ON reviewed (change);
"""

_BUSY = "is being written by another process for a minute already; wait for its end and run again"
_DAMAGED = f"is damaged; put a copy from before in its place, save what can be read with sqlite3 FILE .recover, or {_ELSEWHERE}"
# What SQLite calls a failure, by the beginning of its name, and what to say.
_TROUBLES = {
    "SQLITE_NOTADB": f"is no translation memory (no SQLite database); {_ELSEWHERE}",
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_ERROR": _DAMAGED,  # a table is not there
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_PROTOCOL": _BUSY,
    "SQLITE_FULL": "can't be written: no room on the disk; make room and run again, nothing in it was changed",
    "SQLITE_READONLY": f"can't be written: it is read-only; change its permissions, or {_ELSEWHERE}",
    "SQLITE_PERM": f"can't be opened: no permission; change its permissions, or {_ELSEWHERE}",
    "SQLITE_CANTOPEN": f"can't be opened; check that it is a file and may be read and written, or {_ELSEWHERE}",
    "SQLITE_IOERR": f"can't be read or written: the disk gives an error; {_ELSEWHERE}",
}
_UNUSABLE = f"can't be used; {_ELSEWHERE}"


class Database:
    """The file at *path*.

    Args:
        path: it is made by the first `write`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection | None]:
        """One state of the memory, whatever others write meanwhile; None when there is none yet.

        Raises:
            TranslationMemoryError: it is none, of another version, damaged, or may not be read.
        """
        with self._named():
            if not self._exists():
                yield None
                return
            with closing(self._readable()) as connection:
                if _is_new(connection, self.path):
                    yield None
                else:
                    connection.execute("BEGIN")
                    yield connection

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all that is written in it is kept when it ends well, else nothing, also after kill -9.

        Raises:
            TranslationMemoryError: as for `read`, or it may not be written.
        """
        with self._named():
            if not self._exists():
                self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._connected("rwc")) as connection:
                if _is_new(connection, self.path):
                    connection.execute("PRAGMA journal_mode = WAL")  # readers never wait; some disks can't, and wait
                connection.execute("BEGIN IMMEDIATE")
                try:
                    if _is_new(connection, self.path):  # nobody else has made it meanwhile
                        _make(connection)
                    yield connection
                except BaseException:
                    connection.rollback()
                    raise
                connection.commit()

    def copy(self, to: Path) -> None:
        """A copy of the whole memory at *to*, which must not be there yet.

        Raises:
            TranslationMemoryError: there is something, or the copy can't be written.
        """
        if to.exists():
            raise TranslationMemoryError(f"{to}: is there already; name a new file for the copy")
        with self.read() as connection:
            if connection:
                with Database(to)._named(), closing(sqlite3.connect(to)) as copy:  # noqa: SLF001 - of this class
                    connection.backup(copy)

    def shrink(self) -> None:
        """Give the disk back what deleted rows have left; only when nobody else is using the file."""
        with self._named(), closing(self._connected("rw")) as connection:
            connection.execute("PRAGMA busy_timeout = 0")
            try:
                connection.execute("VACUUM")
            except sqlite3.OperationalError as error:
                # In use, or no room for the copy: what is free in the file is used again all the same.
                if not _name_of(error).startswith(("SQLITE_BUSY", "SQLITE_FULL")):
                    raise

    def require_writable(self) -> None:
        """Find out before long work whether its results can be kept.

        Raises:
            TranslationMemoryError: the file, or the folder it is to be made in, may not be written.
        """
        with self._named():
            place = self.path
            while not place.exists() and place != place.parent:
                place = place.parent
            # SQLite writes files beside its own.
            folder = self.path.parent if place == self.path else place
            if not (os.access(place, os.W_OK) and os.access(folder, os.W_OK)):
                what = "it" if place == self.path else f"the folder {folder}"
                raise TranslationMemoryError(
                    f"{self.path}: can't be written: {what} is read-only; change the permissions, or {_ELSEWHERE}"
                )
            if not folder.is_dir():
                raise TranslationMemoryError(f"{self.path}: {folder} is no folder; {_ELSEWHERE}")

    def _exists(self) -> bool:
        """True when there is a file; a folder or a device is refused."""
        if self.path.exists() and not self.path.is_file():
            raise TranslationMemoryError(f"{self.path}: is no file; {_ELSEWHERE}")
        return self.path.exists()

    def _connected(self, mode: str) -> sqlite3.Connection:
        uri = f"{self.path.absolute().as_uri()}?mode={mode}"
        return sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None)

    def _readable(self) -> sqlite3.Connection:
        """A connection to read with, also where nothing may be written."""
        modes = ["rw", "ro"]  # a reader, too, makes files beside it, which go when the last one is done
        log = self.path.with_name(self.path.name + "-wal")
        if not (log.exists() and log.stat().st_size):  # else what is in it would be overlooked
            modes.append("ro&immutable=1")  # nobody writes: no such files are wanted
        for mode in modes:
            connection = self._connected(mode)
            try:
                connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
            except sqlite3.DatabaseError as error:
                connection.close()
                if mode == modes[-1] or not _name_of(error).startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")):
                    raise
            else:
                break
        return connection

    @contextmanager
    def _named(self) -> Iterator[None]:
        """SQLite's errors as ours."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            found = _name_of(error)
            trouble = next((said for name, said in _TROUBLES.items() if found.startswith(name)), _UNUSABLE)
            raise TranslationMemoryError(f"{self.path}: {trouble} ({error})") from error
        except (ValueError, TypeError) as error:  # a row holds no date, JSON or UTF-8 where there must be some
            raise TranslationMemoryError(f"{self.path}: {_DAMAGED} ({error})") from error
        except OSError as error:
            raise TranslationMemoryError(
                f"{self.path}: can't be made: {error.strerror}: {error.filename}; {_ELSEWHERE}"
            ) from error


def _is_new(connection: sqlite3.Connection, path: Path) -> bool:
    """True for a file without anything in it, such as one whose maker was killed.

    Raises:
        TranslationMemoryError: it is of another program, or of a later jaen.
    """
    application, version = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    )
    if application == _APPLICATION and version == _VERSION:
        return False
    if application == _APPLICATION:
        what = f"was made by another version of jaen (its tables are version {version}, this jaen knows {_VERSION})"
        raise TranslationMemoryError(f"{path}: {what}; install that version, or {_ELSEWHERE}")
    if connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
        raise TranslationMemoryError(f"{path}: is a database of another program, no translation memory; {_ELSEWHERE}")
    return True


def _make(connection: sqlite3.Connection) -> None:
    for statement in _SCHEMA.split(";\n"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {_VERSION}")


def _name_of(error: sqlite3.Error) -> str:
    name: str = getattr(error, "sqlite_errorname", "SQLITE_CORRUPT")  # Python has none for a text that is no UTF-8
    return name


def among(connection: sqlite3.Connection, query: str, hashes: Sequence[bytes]) -> Iterator[tuple[Any, ...]]:
    """The rows of *query*, which ends in IN, for any number of hashes."""
    for start in range(0, len(hashes), _AT_ONCE):
        some = hashes[start : start + _AT_ONCE]
        yield from connection.execute(f"{query} ({', '.join('?' * len(some))})", some)


def to_cell(text: str) -> str | bytes:
    """*text* as SQLite can hold it: what is no Unicode (a lone surrogate) goes in as bytes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def from_cell(value: str | bytes) -> str:
    """The reverse of `to_cell`."""
    return value if isinstance(value, str) else str(value, "utf-8", "surrogatepass")
