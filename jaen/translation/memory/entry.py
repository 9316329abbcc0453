"""What the memory keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from jaen.model import Similar

__all__ = [
    "Change",
    "Counts",
    "Criteria",
    "Group",
    "Key",
    "Remembered",
    "RememberedTerm",
    "Review",
    "Reviewed",
    "Similar",
    "Stored",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """All that a machine translation depends on.

    Attributes:
        text: of the segment.
        source, target: languages.
        engine, model: what translates; `model` with its hash.
        options: everything else that decides, as one string.
        concepts: (id, revision, what is written) of each requirement, in text order.
    """

    text: str
    source: str
    target: str
    engine: str
    model: str
    options: str
    concepts: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class RememberedTerm:
    """What became of one mention; spans count from the start of the segment and of the translation."""

    concept_id: str
    source_span: tuple[int, int]
    target_span: tuple[int, int] | None
    outcome: str
    rung: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """A machine translation as it was made; fields as in `jaen.model.Translation`."""

    text: str
    state: str
    terms: tuple[RememberedTerm, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A translation that a person has made or approved."""

    source_language: str
    target_language: str
    source: str
    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What the memory says to one text: the reviewed translation, else the machine's that was used last.

    Attributes:
        source, target: languages.
        text: the source.
        translation: "" where a model gave nothing.
        state: `reviewed`, `translated` or `untranslated`.
        engine, model: `memory` and the reviewer for a reviewed one.
        concepts: (id, revision, what is written) of each requirement; empty for a reviewed one.
        terms, flags: as in `Remembered`; empty for a reviewed one.
        at: when it was made or reviewed, UTC.
        used: the last day it was used; None for a reviewed one.
    """

    source: str
    target: str
    text: str
    translation: str
    state: str
    engine: str
    model: str
    concepts: tuple[tuple[str, str, str], ...] = ()
    terms: tuple[RememberedTerm, ...] = ()
    flags: tuple[str, ...] = ()
    at: datetime
    used: date | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What became of reviewed translations that were given to the memory.

    Attributes:
        change: its number, for `Memory.undo`; None when nothing was new.
        added: how many texts had none before.
        replaced: (before, after) of those that had another one.
        same: how many were there already.
    """

    change: int | None
    added: int
    replaced: tuple[tuple[Reviewed, Reviewed], ...]
    same: int


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the reviewed translations: an import, an undo, a prune.

    Attributes:
        id: its number.
        size: how many translations it changed.
    """

    id: int
    at: datetime
    by: str
    why: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """Which machine translations are meant: those that meet all that is given.

    Attributes:
        unused_since: not used on that day or later.
        engine: its name.
        model: its identity, or how that begins.
        revisions: concept id → its revision today; meant are translations with one of these concepts in another revision.
    """

    unused_since: date | None = None
    engine: str | None = None
    model: str | None = None
    revisions: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """How many translations there are of one kind."""

    source: str
    target: str
    engine: str
    model: str
    state: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What is in a memory.

    Attributes:
        groups: of machine translations, and of the reviewed (engine `memory`, model ""), largest first.
        older: reviewed translations that others have replaced; they are kept as history.
        first, last: when the oldest and the newest machine translation was made, or a review was done; None when empty.
        size: of the file, bytes.
    """

    groups: tuple[Group, ...] = ()
    older: int = 0
    first: datetime | None = None
    last: datetime | None = None
    size: int = 0
