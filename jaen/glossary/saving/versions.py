"""A glossary's versions as its history tells them: jaen's own records and the commits of git."""

import os
import shlex
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jaen.errors import GlossaryError, VersionError
from jaen.files.atomic import read_bytes
from jaen.glossary.changes import Change
from jaen.glossary.saving.git import Commit, Repository
from jaen.glossary.saving.journal import Journal, Record
from jaen.glossary.sources.entry import read_entry
from jaen.model import Concept

__all__ = ["History", "Version", "changes_of", "told"]

Both = tuple[bytes | None, bytes | None]  # before, after


@dataclass(frozen=True, slots=True)
class Version:
    """One change of a glossary as its history tells it.

    Attributes:
        name: what `undo` and `at` take: a number of jaen's own, or a short hash of git.
        by: who.
        at: when, with its time zone.
        why: one line.
        changes: by concept, with the same before and after where only comments or layout changed; a text that can't be
            read as an entry counts as none.
        left: ids that were to change and did not, since someone wrote their files while the change was being saved.
    """

    name: str
    by: str
    at: datetime
    why: str
    changes: tuple[Change, ...]
    left: tuple[str, ...] = ()


class History:
    """The versions of one glossary folder.

    Args:
        path: the folder as the user wrote it, for messages.
        journal: jaen's own records.
    """

    def __init__(self, path: Path, journal: Journal) -> None:
        self._path = path
        self._folder = Path(os.path.realpath(path))
        self._journal = journal

    def newest(self, concept_id: str | None, limit: int | None) -> Sequence[Version]:
        """See `GlossaryFolder.versions`."""
        found: list[tuple[datetime, Version]] = []
        for number in self._journal.numbers():
            if limit is not None and len(found) >= limit:
                break
            record = self._journal.read(number)
            if concept_id is None or concept_id in record.texts:
                # Numbers tell the order even where a clock was wrong: none stands above one of a higher number.
                at = min(record.at, found[-1][0]) if found else record.at
                found.append((at, told(record, concept_id)))
        repository = Repository.around(self._folder)
        if repository:
            found += [(one.at, told(one, concept_id)) for one in repository.commits(concept_id, limit)]
        found.sort(key=lambda pair: pair[0], reverse=True)
        return [version for _, version in found[:limit]]

    def find(self, name: str | None) -> Record | Commit:
        """The version of this name; None: the newest of jaen's own.

        Raises:
            VersionError: there is no such version.
        """
        if name is None:
            numbers = self._journal.numbers()
            if not numbers:
                raise VersionError(f"{self._path}: nothing was saved here yet, so there is nothing to take back")
            return self._journal.read(numbers[0])
        own = self._own(name)
        if own is not None:
            return self._journal.read(own)
        repository = Repository.around(self._folder)
        commit = repository.commit(name) if repository else None
        if commit is None:
            raise self._unknown(name)
        return commit

    def texts_at(self, revision: str) -> dict[str, bytes]:
        """The texts as they were after a version, id → bytes.

        Raises:
            VersionError: there is no such version.
        """
        own = self._own(revision)
        if own is not None:
            return self._texts_after(own)
        repository = Repository.around(self._folder)
        texts = repository.texts(revision) if repository else None
        if texts is None:
            raise self._unknown(revision)
        return texts

    def _texts_after(self, own: int) -> dict[str, bytes]:
        """From the files of today back in time: what a later version found is what was there before it."""
        texts: dict[str, bytes | None] = {}
        for path in self._folder.glob("[!.]*.yaml"):
            with suppress(OSError):  # a link that leads nowhere, a pipe; when it matters, loading says so
                texts[path.stem] = read_bytes(path)
        for number in self._journal.numbers():
            if number < own:
                break
            for one, (before, after) in self._journal.read(number).texts.items():
                texts[one] = after if number == own else before
        return {one: data for one, data in texts.items() if data is not None}

    def _own(self, name: str) -> int | None:
        """The number of a version of jaen's own; None when it is not one's name."""
        number = int(name) if name.isascii() and name.isdigit() and len(name) < 10 else 0
        return number if number in self._journal.numbers() else None

    def _unknown(self, name: str) -> VersionError:
        advice = f"list them: jaen glossary history -g {shlex.quote(str(self._path))}"
        return VersionError(f"{self._path}: there is no version {name!r}; {advice}")


def told(record: Record | Commit, concept_id: str | None = None) -> Version:
    """A record as its history tells it, of one concept or of all."""
    texts = record.texts if concept_id is None else {concept_id: record.texts.get(concept_id, (None, None))}
    name, left = (str(record.number), record.left) if isinstance(record, Record) else (record.name, ())
    return Version(name, record.by, record.at, record.why, changes_of(texts), left)


def changes_of(texts: Mapping[str, Both]) -> tuple[Change, ...]:
    """The changes of concepts that changes of texts make."""
    concepts = [[_readable(one, data) for data in both] for one, both in sorted(texts.items()) if both[0] != both[1]]
    return tuple(Change(before, after) for before, after in concepts if before or after)


def _readable(concept_id: str, data: bytes | None) -> Concept | None:
    with suppress(GlossaryError):
        return None if data is None else read_entry(data, concept_id, f"{concept_id}.yaml")
    return None
