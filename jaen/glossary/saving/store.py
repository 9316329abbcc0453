"""The one code path of every write: what was saved is not lost, whatever happens at whatever moment.

A save goes: lock → complete what an interrupted save has left → read the entries anew → bring the changes together
field by field → look at the whole as it would be → write every text beside its file → write the record of the version
(from here on the change holds) → give the texts their names, one by one → done. Killed at any moment, each file is the
old or the new one, and whoever takes the lock next completes what was decided.

Other programs do not ask for the lock. A text is compared with what was read just before it is replaced; between that
look and the replacing lie some microseconds in which a text editor's own save would be overwritten. Systems offer
nothing against that.
"""

import logging
import os
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from errno import EACCES, EDQUOT, ENOSPC, EPERM, EROFS
from pathlib import Path
from stat import S_IMODE

from jaen.errors import EditConflict, GlossaryError, SaveError
from jaen.files.atomic import (
    discard,
    flush_folder,
    leads_out,
    put,
    read_bytes,
    stage_all,
    sweep,
    write_whole,
)
from jaen.files.lock import locked
from jaen.glossary.saving.edits import Edit, Outcome
from jaen.glossary.saving.journal import Journal, Record
from jaen.glossary.saving.loading import changed, load_folder
from jaen.glossary.sources.entry import read_entry
from jaen.glossary.sources.schema import ID

__all__ = ["Store"]

_log = logging.getLogger(__name__)
_TRIES = 5  # of a save whose files another program writes at the same time
_ROOM = dict.fromkeys((ENOSPC, EDQUOT), "make room on the disk")
_RIGHT = dict.fromkeys((EACCES, EPERM, EROFS), "ask for the right to write there, or work on a copy")
_ADVICE = _ROOM | _RIGHT

Texts = dict[str, tuple[bytes | None, bytes | None]]  # id → before, after


class Store:
    """The files of one glossary folder.

    Args:
        path: the folder as the user wrote it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._state = path / ".jaen"
        self.journal = Journal(self._state / "history")

    def file(self, concept_id: str) -> Path:
        """The file of a concept.

        Raises:
            GlossaryError: the id can't be a file's name.
        """
        if not ID.fullmatch(concept_id):
            what = f"{concept_id!r} can't be an id; use a-z, 0-9 and hyphens"
            raise GlossaryError(str(self._path), [f"{self._path}: {what}"])
        return self._path / f"{concept_id}.yaml"

    def recover(self) -> None:
        """Complete a save that was interrupted, where there is one.

        Raises:
            SaveError: the folder can't be written.
        """
        try:
            is_interrupted = self.journal.has_pending()
        except OSError as error:
            raise SaveError(f"{error.filename}: can't be read ({error.strerror}); check its permissions") from error
        if is_interrupted:
            with self._locked("recovery"):
                self._recover()

    def write(self, edits: Mapping[str, Edit], by: str, why: str) -> Record | None:
        """Apply *edits* (id → edit), all or none; None when nothing would change.

        Raises:
            EditConflict, GlossaryError, SaveError: see `GlossaryFolder.save`.
        """
        with self._locked(by):
            self._recover()
            for _ in range(_TRIES):
                texts = self.plan(edits)
                if not texts:
                    return None
                record = Record(self.journal.next_number(), by, datetime.now().astimezone(), why, texts)
                if self._decide(record):
                    break
            else:
                raise SaveError(f"{self._path}: another program keeps writing the same files; nothing was written")
            left = self._complete(record)
            self.journal.prune()
        if left:
            files = ", ".join(str(self.file(one)) for one in left)
            what = f"{files}: another program wrote this in the moment of saving; its text was left as it is"
            raise SaveError(f"{what}, the rest of the change is version {record.number}; look and change again")
        return record

    def append(self, name: str, lines: bytes, by: str) -> None:
        """Add lines to a file beside the entries, all of them or none.

        Raises:
            SaveError: see `GlossaryFolder.save`.
        """
        with self._locked(by):
            path = self._path / name
            if leads_out(path, self._path):
                raise SaveError(f"{path}: is a link that leads out of the glossary; nothing was written; remove it")
            before = read_bytes(path) or b""
            ending = b"\n" if before and not before.endswith(b"\n") else b""
            write_whole(path, before + ending + lines)

    def plan(self, edits: Mapping[str, Edit]) -> Texts:
        """The texts that would change, before and after, once they are found to be right.

        Raises:
            EditConflict, GlossaryError: see `GlossaryFolder.save`.
            OSError: a file can't be read.
        """
        files = {one: self.file(one) for one in edits}
        now = {one: read_bytes(file) for one, file in files.items()}
        outcomes = {one: edit(files[one], now[one]) for one, edit in edits.items()}
        conflicts = [line for outcome in outcomes.values() for line in outcome.conflicts]
        if conflicts:
            raise EditConflict(str(self._path), conflicts)
        outcomes = {one: outcome for one, outcome in outcomes.items() if outcome.text != now[one]}
        if outcomes:
            self._check(outcomes)
        return {one: (now[one], outcome.text) for one, outcome in outcomes.items()}

    def _check(self, outcomes: Mapping[str, Outcome]) -> None:
        """See to it that the glossary would be valid, and that each text says what it is to say."""
        texts = {one: outcome.text for one, outcome in outcomes.items()}
        try:
            now = load_folder(self._path)
        except GlossaryError:
            # Two entries are broken, say, and an editor mends one: what is written must be right in itself.
            concepts = {
                one: read_entry(text, one, str(self.file(one))) for one, text in texts.items() if text is not None
            }
        else:
            concepts = {concept.id: concept for concept in changed(self._path, now, texts).concepts}
        for one, outcome in outcomes.items():
            if outcome.concept and concepts[one] != outcome.concept:
                raise SaveError(f"{self.file(one)}: would not be read back as it was meant; nothing was written")

    def _decide(self, record: Record) -> bool:
        """Write everything beside its place, then the record; False when another program wrote a file meanwhile."""
        paths = [self.file(one) for one in record.texts]
        is_decided = False
        try:
            self._stage(record.texts)
            self.journal.prepare(record)
            if all(read_bytes(self.file(one)) == before for one, (before, _) in record.texts.items()):
                self.journal.decide(record.number)
                is_decided = True
        finally:
            if not is_decided:
                discard(paths)
                self.journal.cancel(record.number)
        return is_decided

    def _stage(self, texts: Mapping[str, tuple[bytes | None, bytes | None]]) -> None:
        stage_all({self.file(one): after for one, (_, after) in texts.items() if after is not None})

    def _complete(self, record: Record, untouched: Container[str] = ()) -> list[str]:
        """Give every text its name; ids whose files someone else wrote meanwhile are left as they are, and returned.

        So are those of *untouched*, whose texts are not staged.
        """
        left = []
        for one, (before, after) in record.texts.items():
            file = self.file(one)
            now = read_bytes(file)
            if now == before and one not in untouched:
                put(file, is_staged=after is not None)
            elif now != after:
                left.append(one)
        discard(self.file(one) for one in left)
        self._flush(record.texts)
        self.journal.finish(record, left)
        return left

    def _flush(self, ids: Iterable[str]) -> None:
        for folder in {Path(os.path.realpath(self.file(one))).parent for one in ids}:
            flush_folder(folder)

    def _recover(self) -> None:
        """Complete what was decided when a process ended; the caller holds the lock."""
        ignore = self._state / ".gitignore"
        if not ignore.exists():
            write_whole(ignore, b"*\n")
        sweep(self._path)
        for record in self.journal.pending():
            # Whoever hands a folder on may have put a record into it, and a link to any file of yours.
            outside = [one for one in record.texts if leads_out(self.file(one), self._path)]
            open_texts = {
                one: both
                for one, both in record.texts.items()
                if one not in outside and read_bytes(self.file(one)) == both[0]
            }
            self._stage(open_texts)
            left = self._complete(record, outside)
            message = f"{self._path}: version {record.number} by {record.by} had been interrupted; it was completed"
            if left:
                why = "someone wrote that since, or it is a link that leads out of the glossary"
                message += f", but for {', '.join(left)}: {why}, and it was left as it is"
            _log.warning(message)

    @contextmanager
    def _locked(self, by: str) -> Iterator[None]:
        """Hold the lock; what the system refuses inside becomes one clear message."""
        try:
            self._make_state()
            with locked(self._state, str(self._path), by):
                yield
        except OSError as error:
            file = f"{error.filename}: " if error.filename else ""
            what = f"{self._path}: can't be written ({file}{error.strerror or error})"
            advice = _ADVICE.get(error.errno or 0, "mend that and try again")
            raise SaveError(f"{what}; {self._standing()}; {advice}") from error

    def _standing(self) -> str:
        try:
            is_decided = self.journal.has_pending()
        except OSError:
            is_decided = False
        return (
            "the change is only partly there and is completed with the next one"
            if is_decided
            else "nothing was written"
        )

    def _make_state(self) -> None:
        """See to it that the folder for history and lock is there, with all that it holds in the glossary itself.

        Raises:
            SaveError: something of it is a link, or no folder.
        """
        for path in (self._state, self.journal.folder, self._state / "lock", self._state / ".gitignore"):
            if path.is_symlink():
                what = "is a link, and jaen writes nothing outside the glossary"
                raise SaveError(f"{path}: {what}; nothing was written; remove the link")
        for path in (self._state, self.journal.folder):
            try:
                path.mkdir()
            except FileExistsError:
                if not path.is_dir():
                    what = "is no folder, and jaen keeps the history and the lock there"
                    raise SaveError(f"{path}: {what}; nothing was written; move it elsewhere") from None
            else:
                path.chmod(S_IMODE(self._path.stat().st_mode))  # whoever may write entries may save
