"""A glossary folder that editors write: nothing that anyone saved is lost."""

import getpass
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from jaen.errors import EditConflict, GlossaryError, SaveError
from jaen.files.atomic import read_bytes
from jaen.glossary.changes import Change
from jaen.glossary.glossary import Glossary
from jaen.glossary.saving.edits import Edit, change_edit, text_edit
from jaen.glossary.saving.git import Commit, user_name
from jaen.glossary.saving.journal import Record
from jaen.glossary.saving.loading import changed, load_folder, load_texts
from jaen.glossary.saving.store import Store
from jaen.glossary.saving.versions import History, Version, changes_of, told

__all__ = ["GlossaryFolder", "Version", "editor_name"]

_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # half characters that stand for no byte (PEP 383)


class GlossaryFolder:
    """A folder of one YAML file per concept that changes are saved in.

    Its versions and its lock are in the folder `.jaen` inside, which git ignores. The newest 1,000 versions are kept, or
    256 MB of them. `.jaen` may be deleted when nobody is saving; the history goes with it.

    Raises:
        GlossaryError: the path is no folder.

    >>> import tempfile
    >>> from jaen.model import Concept, Term
    >>> chip = Concept(id="chip", category="term", terms=(Term(text="chip", language="en"),))
    >>> with tempfile.TemporaryDirectory() as path:
    ...     folder = GlossaryFolder(path)
    ...     saved = folder.save([Change(None, chip)], by="mm", why="the first entry")
    ...     undone = folder.undo(None, by="mm")
    >>> saved.name, undone.why
    ('1', 'undo of 1: the first entry')
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        if not self.path.is_dir():
            raise GlossaryError(str(path), [_no_folder(self.path)])
        self._store = Store(self.path)
        self._history = History(self.path, self._store.journal)

    def load(self) -> Glossary:
        """The glossary as it is now; one without concepts where none was saved yet.

        Raises:
            GlossaryError: with all problems of all files at once.
        """
        with suppress(SaveError):  # who may only read takes what is there
            self._store.recover()
        loaded = load_folder(self.path)
        return Glossary(self.path.resolve().stem, loaded.concepts, loaded.origins)

    def text(self, concept_id: str) -> bytes:
        """The bytes of a concept's file.

        Raises:
            GlossaryError: there is none, or it can't be read.
        """
        file = self._store.file(concept_id)
        try:
            data = read_bytes(file)
        except OSError as error:
            raise GlossaryError(str(self.path), [f"{file}: can't be read ({error.strerror}); check it"]) from error
        if data is None:
            raise GlossaryError(str(self.path), [f"{file}: there is no such file; check the id"])
        return data

    def with_texts(self, texts: Mapping[str, bytes | None]) -> Glossary:
        """The glossary as it would be with other files, id → bytes (None for no file); nothing is written.

        Raises:
            GlossaryError: with all that would be wrong.
        """
        loaded = changed(self.path, load_folder(self.path), texts)
        return Glossary(self.path.resolve().stem, loaded.concepts, loaded.origins)

    def save(self, changes: Sequence[Change], by: str, why: str) -> Version | None:
        """Write changed concepts; all of them or, with an error, none.

        What someone else saved since `change.before` was read stays, unless it is in the same field.

        Args:
            changes: one per concept.
            by: who, for the history; see `editor_name`.
            why: what for, one line.

        Returns:
            The new version; None when everything was as wanted already.

        Raises:
            EditConflict: a field was changed by someone else meanwhile; with both versions.
            GlossaryError: the glossary would not be valid, with what would be wrong in it.
            SaveError: no room, no permission, or someone else has been saving for too long.
            ValueError: two changes are of the same concept.
        """
        edits = {change.id: change_edit(change) for change in changes}
        if len(edits) < len(changes):
            raise ValueError("two changes of one concept; make them one")
        return self._write(edits, by, why)

    def replace_texts(
        self, texts: Mapping[str, bytes | None], base: Mapping[str, bytes | None], by: str, why: str
    ) -> Version | None:
        """Write changed files, id → bytes, as they are where a file is still that of *base*, else merged per field.

        None, or an id that is not in *base*, stands for no file. Returns and raises what `save` does.
        """
        return self._write({one: text_edit(base.get(one), ours) for one, ours in texts.items()}, by, why)

    def append(self, name: str, lines: str, by: str) -> None:
        """Add lines to a file beside the entries that is no entry, under the lock, all of them or none.

        Raises:
            SaveError: no room, no permission, or someone else has been saving for too long.
        """
        self._store.append(name, lines.encode(), _line(by) or "unknown")

    def undo(self, name: str | None, by: str) -> Version | None:
        """Take a version back by saving its reverse; to take that back in turn is to do it again.

        Args:
            name: a number of the history or a revision of git; None: the newest of jaen's own.
            by: who.

        Raises:
            VersionError: there is no such version.
            EditConflict: the same fields were changed again since.
        """
        version = self._history.find(name)
        with self._taking_back(version):
            return self._write(_reversed(version), by, f"undo of {told(version).name}: {version.why}")

    def preview_undo(self, name: str | None) -> tuple[Change, ...]:
        """What `undo` would change now; it raises the same."""
        version = self._history.find(name)
        with self._taking_back(version):
            return changes_of(self._store.plan(_reversed(version)))

    @contextmanager
    def _taking_back(self, version: Record | Commit) -> Iterator[None]:
        """Say of a conflict that it is with what came after *version*."""
        try:
            yield
        except EditConflict as error:
            what = f"{self.path}: what version {told(version).name} changed"
            raise EditConflict(what, error.conflicts) from None

    def versions(self, concept_id: str | None = None, limit: int | None = None) -> Sequence[Version]:
        """What was changed, newest first: jaen's own versions and, inside a git repository, its commits.

        Args:
            concept_id: only versions that touched this concept, each with its change alone.
            limit: so many of the newest.

        Raises:
            VersionError: a version can't be read.
        """
        return self._history.newest(concept_id, limit)

    def version(self, name: str | None = None) -> Version:
        """One version by its name; None: the newest of jaen's own.

        Raises:
            VersionError: there is no such version.
        """
        return told(self._history.find(name))

    def at(self, revision: str) -> Glossary:
        """The glossary as it was after a version.

        What was written by hand between two of jaen's own versions shows from the later one on.

        Args:
            revision: a number of the history, or a revision of git (HEAD, HEAD~1, main).

        Raises:
            VersionError: there is no such version.
            GlossaryError: the glossary was not valid then.
        """
        loaded = load_texts(self.path, self._history.texts_at(revision))
        return Glossary(self.path.resolve().stem, loaded.concepts)

    def _write(self, edits: Mapping[str, Edit], by: str, why: str) -> Version | None:
        record = self._store.write(edits, _line(by) or "unknown", _line(why))
        return told(record) if record else None


def editor_name(by: str | None) -> str:
    """Who makes a change, on one line: *by*, else the name that git has, else the name at login."""
    if by and _line(by):
        return _line(by)
    try:
        return _line(user_name(Path.cwd())) or getpass.getuser()
    except (KeyError, OSError):  # a container's user without a name
        return "unknown"


def _reversed(version: Record | Commit) -> dict[str, Edit]:
    return {one: text_edit(after, before) for one, (before, after) in version.texts.items()}


def _no_folder(path: Path) -> str:
    if path.exists():
        return f"{path}: is one file, and changes are saved in folders; make one: jaen glossary import {path} -g FOLDER"
    return f"{path}: there is no such folder; check the path, or make it: mkdir {path}"


def _line(text: str) -> str:
    """*text* as one line that UTF-8 can hold."""
    # Names from a command line hold bytes that the locale could not read; they are UTF-8 all the same.
    readable = _NO_BYTE.sub("\ufffd", text).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(readable.split())
