"""The versions of a glossary on disk, and the record that makes a change of many files one.

    .jaen/history/000012.json           version 12: who, when, why, and every text before and after
    .jaen/history/000013.pending.json   version 13 is being written, or was when its process died

A change is decided when its pending record stands on the disk. Whoever takes the lock next completes it.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from jaen.errors import VersionError
from jaen.files.atomic import discard, flush_folder, put, stage, write_whole
from jaen.glossary.sources.schema import ID

__all__ = ["KEEP_BYTES", "KEEP_VERSIONS", "Journal", "Record"]

KEEP_VERSIONS = 1_000
KEEP_BYTES = 256 * 1024 * 1024  # all versions together; the newest one is kept whatever its size

_DONE, _PENDING = ".json", ".pending.json"


@dataclass(frozen=True, slots=True)
class Record:
    """One version: `texts` is id → (bytes before, bytes after), None for a file that is not there.

    Attributes:
        left: ids that the version was to change and did not, since someone wrote their files meanwhile.
    """

    number: int
    by: str
    at: datetime
    why: str
    texts: Mapping[str, tuple[bytes | None, bytes | None]]
    left: tuple[str, ...] = ()

    def without(self, ids: list[str]) -> "Record":
        """The record when the files of *ids* were left as someone else wrote them."""
        texts = {one: both for one, both in self.texts.items() if one not in ids}
        return replace(self, texts=texts, left=(*self.left, *ids))


class Journal:
    """The records in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def numbers(self) -> list[int]:
        """Of all finished versions that are kept, newest first."""
        return sorted((number for number, _ in self._files(_DONE)), reverse=True)

    def read(self, number: int) -> Record:
        """A finished version.

        Raises:
            VersionError: its file can't be read.
        """
        return _read(self._path(number, _DONE), number)

    def pending(self) -> list[Record]:
        """Versions that were decided and not completed, oldest first."""
        return [_read(path, number) for number, path in sorted(self._files(_PENDING))]

    def has_pending(self) -> bool:
        """True when a save is going on or was interrupted."""
        return bool(self._files(_PENDING))

    def next_number(self) -> int:
        """The number of the next version."""
        return max((number for number, _ in self._files(_DONE)), default=0) + 1

    def prepare(self, record: Record) -> None:
        """Write the record down under a name that nobody reads yet: what could fail has failed after this."""
        stage(self._path(record.number, _PENDING), _write(record))

    def decide(self, number: int) -> None:
        """From here on the version holds, whatever happens."""
        put(self._path(number, _PENDING), is_staged=True)
        flush_folder(self.folder)

    def cancel(self, number: int) -> None:
        """Forget what was prepared."""
        discard([self._path(number, _PENDING)])

    def finish(self, record: Record, left: list[str]) -> None:
        """All files are written, but for those *left* as someone else wrote them.

        Should the power fail before this is on the disk, the record is found pending and finished again.
        """
        pending = self._path(record.number, _PENDING)
        if left:
            write_whole(self._path(record.number, _DONE), _write(record.without(left)))
            pending.unlink()
        else:
            pending.replace(self._path(record.number, _DONE))

    def prune(self) -> None:
        """Forget the oldest versions beyond `KEEP_VERSIONS` and `KEEP_BYTES`."""
        total = 0
        with suppress(OSError):  # the change itself is saved; the next one prunes again
            for index, (_, path) in enumerate(sorted(self._files(_DONE), reverse=True)):
                total += path.stat().st_size
                if index and (index >= KEEP_VERSIONS or total > KEEP_BYTES):
                    path.unlink()

    def _files(self, ending: str) -> list[tuple[int, Path]]:
        try:
            names = os.listdir(self.folder)  # noqa: PTH208 - a thousand names, at every save
        except (FileNotFoundError, NotADirectoryError):
            return []
        numbers = [name.removesuffix(ending) for name in names if name.endswith(ending)]
        ours = [int(one) for one in numbers if one.isascii() and one.isdigit() and one == f"{int(one):06}"]
        return [(one, self._path(one, ending)) for one in ours]

    def _path(self, number: int, ending: str) -> Path:
        return self.folder / f"{number:06}{ending}"


# Glossary files are UTF-8, but `edit` may mend one that is not: its bytes pass through as they are.


def _write(record: Record) -> bytes:
    texts = {one: [_text(data) for data in both] for one, both in record.texts.items()}
    about = {"number": record.number, "by": record.by, "at": record.at.isoformat(), "why": record.why}
    text = json.dumps(about | {"left": record.left, "texts": texts}, ensure_ascii=False, indent=0)
    return text.encode("utf-8", "surrogateescape")


def _read(path: Path, number: int) -> Record:
    """The record in a file, whose name alone says its number: a record that others wrote leads to no other file."""
    try:
        values = json.loads(path.read_bytes().decode("utf-8", "surrogateescape"))
        texts = {_id(one): (_bytes(before), _bytes(after)) for one, (before, after) in values["texts"].items()}
        at = datetime.fromisoformat(values["at"]).astimezone()
        return Record(number, str(values["by"]), at, str(values["why"]), texts, tuple(map(_id, values["left"])))
    except OSError as error:
        raise VersionError(f"{path}: can't be read ({error.strerror}); check the file") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise VersionError(f"{path}: is damaged and can't be read as a version; move it elsewhere") from error


def _id(text: str) -> str:
    if not ID.fullmatch(text):
        raise ValueError(text)
    return text


def _text(data: bytes | None) -> str | None:
    return None if data is None else data.decode("utf-8", "surrogateescape")


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode("utf-8", "surrogateescape")
