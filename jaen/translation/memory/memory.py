"""The translation memory on disk."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from jaen.errors import TranslationMemoryError
from jaen.folders import data_folder
from jaen.glossary.revision import revision_of
from jaen.model import Concept, Similar
from jaen.translation.memory import machine, reviews, statistics
from jaen.translation.memory.database import Database
from jaen.translation.memory.entry import Change, Counts, Criteria, Key, Remembered, Review, Reviewed, Stored
from jaen.translation.memory.lookup import fold, lookup_of
from jaen.translation.memory.nearest import Nearest

__all__ = ["Memory", "days_ago", "default_path", "revisions_of"]

_SIMILAR = 0.75  # likeness from which a sentence is worth showing; below it, most share only common words
_Pair = tuple[str, str]


def default_path() -> Path | None:
    """Where the memory is: the file that JAEN_MEMORY names, else `memory.sqlite` in the user's data folder.

    None for a user without a home, as in a container.
    """
    if named := os.environ.get("JAEN_MEMORY"):
        return Path(named)
    folder = data_folder()
    return folder / "memory.sqlite" if folder else None


class Memory:
    """A translation memory: what models have translated, and what people have reviewed.

    Any number of processes may use one file at a time; forked and spawned ones may use the same object.

    Args:
        path: of its file; made when something is first kept.

    Every method raises TranslationMemoryError when the file is no memory, is damaged, of another version, or may not
    be used; the message names the file and what to do instead.

    >>> import tempfile
    >>> memory = Memory(Path(tempfile.mkdtemp()) / "memory.sqlite")
    >>> at = datetime(2026, 8, 1, tzinfo=UTC)
    >>> said = Reviewed(source_language="ja", target_language="en", source="今日は晴れ。", text="Sunny today.", by="mm", at=at)
    >>> memory.review([said], "mm", "by hand").added
    1
    >>> memory.reviewed(["今日は　晴れ。", "雨。"], "ja", "en")[0].text
    'Sunny today.'
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._database = Database(self.path)
        self._nearest: dict[_Pair, tuple[int, Nearest, list[Reviewed]]] = {}

    def __reduce__(self) -> tuple[type["Memory"], tuple[Path]]:
        return Memory, (self.path,)  # a spawned worker reads what it needs itself

    # What the translator asks

    def require_usable(self) -> None:
        """Find out before long work that translations can be looked up in it and kept."""
        with self._database.read():
            self._database.require_writable()

    def recall(self, keys: Sequence[Key]) -> list[Remembered | None]:
        """What was kept for each key.

        Raises:
            TranslationMemoryError: also when nothing could be kept in it: better now than after the translating.
        """
        self._database.require_writable()
        hashes = [machine.hash_of(key) for key in keys]
        with self._database.read() as connection:
            found = machine.find(connection, list(dict.fromkeys(hashes))) if connection else {}
        today = _now().date()
        used = [name for name, (_, day) in found.items() if day < today]
        if used:
            with self._database.write() as connection:
                machine.touch(connection, used, today)
        return [found[name][0] if name in found else None for name in hashes]

    def keep(self, entries: Mapping[Key, Remembered]) -> None:
        """Keep translations; all of them or, when the process is killed, none."""
        if entries:
            with self._database.write() as connection:
                machine.keep(connection, entries, _now())

    def reviewed(self, texts: Sequence[str], source: str, target: str) -> list[Reviewed | None]:
        """The reviewed translation of each text; width, blanks and line breaks do not count."""
        lookups = [lookup_of(source, target, text) for text in texts]
        with self._database.read() as connection:
            found = reviews.find(connection, list(dict.fromkeys(lookups))) if connection else {}
        return [found.get(lookup) for lookup in lookups]

    def similar(self, texts: Sequence[str], source: str, target: str) -> list[Similar | None]:
        """The reviewed translation of the text most like each text, from 0.75 on; None where the text itself has one."""
        nearest, entries = self._index((source, target))
        exact = self.reviewed(texts, source, target) if entries else [None for _ in texts]
        asked = {text for text, one in zip(texts, exact, strict=True) if entries and one is None}
        found = {text: nearest.find(fold(text)) for text in asked}

        def similar(text: str) -> Similar | None:
            if not (best := found.get(text)):
                return None
            number, score = best
            return Similar(score=score, source=entries[number].source, text=entries[number].text)

        return [similar(text) for text in texts]

    def _index(self, pair: _Pair) -> tuple[Nearest, list[Reviewed]]:
        """All reviewed translations of a pair of languages, read again only when one has changed."""
        with self._database.read() as connection:
            change = reviews.last_change(connection) if connection else 0
            if pair not in self._nearest or self._nearest[pair][0] != change:
                entries = list(reviews.current(connection, *pair)) if connection else []
                self._nearest[pair] = change, Nearest([fold(one.source) for one in entries], _SIMILAR), entries
        return self._nearest[pair][1:]

    # What people do

    def review(self, entries: Iterable[Reviewed], by: str, why: str) -> Review:
        """Take in reviewed translations; they win over all that is there, which is kept as history.

        Args:
            entries: of several for one text the last counts.
            by: who brings them, for the list of changes.
            why: for that list: `import of sheet.csv`.
        """
        given = list(entries)
        foreseen = self.preview(given)
        if not foreseen.added and not foreseen.replaced:
            return foreseen
        with self._database.write() as connection:
            return reviews.add(connection, given, reviews.Note(_now(), by, why))

    def preview(self, entries: Iterable[Reviewed]) -> Review:
        """What `review` would do."""
        with self._database.read() as connection:
            return reviews.compare(connection, entries)[0]

    def changes(self) -> list[Change]:
        """All changes of reviewed translations, newest first."""
        with self._database.read() as connection:
            return reviews.changes(connection) if connection else []

    def change(self, number: int | None) -> Change:
        """The change of that number; None for the newest.

        Raises:
            TranslationMemoryError: also when there is none.
        """
        changes = self.changes()
        found = next((one for one in changes if number in (None, one.id)), None)
        if found is None:
            numbers = ", ".join(str(one.id) for one in changes[:10]) or "none yet"
            what = f"no change {number}" if number is not None else "no change to take back"
            raise TranslationMemoryError(f"{self.path}: there is {what}; the newest changes: {numbers}")
        return found

    def undo(self, change: int, by: str) -> tuple[int, int]:
        """Take a change back where nothing was reviewed anew since; an undo is a change too.

        Returns:
            how many translations are as before, and how many stay since they were reviewed anew.

        Raises:
            TranslationMemoryError: also when there is no such change.
        """
        size = self.change(change).size
        with self._database.write() as connection:
            count = reviews.take_back(connection, change, reviews.Note(_now(), by, f"undo of {change}"))
        return count, size - count

    def entries(self) -> list[Stored]:
        """What the memory says to each text, oldest first: a reviewed translation, else the machine's used last."""
        with self._database.read() as connection:
            if not connection:
                return []
            people = [_stored(one) for one in reviews.current(connection)]
            machines = list(machine.newest(connection))
        taken = {lookup_of(one.source, one.target, one.text) for one in people}
        others = [one for one in machines if lookup_of(one.source, one.target, one.text) not in taken]
        return sorted([*people, *others], key=lambda one: one.at)

    # What is in it, and what leaves it

    def counts(self) -> Counts:
        """What is in it, counted."""
        with self._database.read() as connection:
            return statistics.counts(connection, self.path) if connection else Counts()

    def affected(self, gone: Iterable[tuple[str, str]]) -> int:
        """How many machine translations a change of concepts makes stale.

        Args:
            gone: (id, revision) of each concept as it was before the change; `revision_of` gives the revision.
        """
        return self._ask(lambda connection: machine.affected(connection, gone))

    def of_other_glossaries(self, revisions: Mapping[str, str]) -> int:
        """How many machine translations apply a concept that is not among these ids: removed, or of another glossary."""
        return self._ask(lambda connection: machine.of_other_glossaries(connection, revisions))

    def count(self, criteria: Criteria) -> int:
        """How many machine translations `prune` would remove."""
        return self._ask(lambda connection: machine.count(connection, criteria))

    def _ask(self, question: Callable[..., int]) -> int:
        with self._database.read() as connection:
            return question(connection) if connection else 0

    def prune(self, criteria: Criteria) -> int:
        """Remove machine translations for good; how many those were. Reviewed ones are never touched."""
        if not self.count(criteria):
            return 0
        with self._database.write() as connection:
            removed = machine.remove(connection, criteria)
        self._database.shrink()
        return removed

    def reviewed_by(self, name: str | None, before: date | None) -> list[Reviewed]:
        """Reviewed translations of one person (None: of anyone) that are older than a day (None: of any age)."""
        with self._database.read() as connection:
            return list(reviews.meant(connection, name, before).values()) if connection else []

    def take_out(self, name: str | None, before: date | None, by: str) -> int | None:
        """Take out what `reviewed_by` gives; the number of the change, for `undo`."""
        with self._database.write() as connection:
            note = reviews.Note(_now(), by, f"prune of reviewed by {name or 'anyone'}")
            return reviews.take_out(connection, reviews.meant(connection, name, before), note)

    def copy(self, to: Path) -> None:
        """A copy of all of it, as a new file."""
        self._database.copy(to)


def _stored(one: Reviewed) -> Stored:
    return Stored(
        source=one.source_language,
        target=one.target_language,
        text=one.source,
        translation=one.text,
        state="reviewed",
        engine="memory",
        model=one.by,
        at=one.at,
    )


def days_ago(days: int) -> date:
    """The day so many days before today (UTC)."""
    return _now().date() - timedelta(days=days)


def revisions_of(concepts: Iterable[Concept]) -> dict[str, str]:
    """Each concept's revision today, for `Criteria`; of an id that was merged away no revision is right."""
    given = list(concepts)
    former = {former: "" for concept in given for former in concept.former_ids}
    return former | {concept.id: revision_of(concept) for concept in given}


def _now() -> datetime:
    return datetime.now(UTC)
