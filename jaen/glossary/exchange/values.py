"""What reading and writing a foreign format give back."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from jaen.glossary.changes import FieldChange, differences
from jaen.glossary.sources.tree import Place
from jaen.model import Concept, Status

__all__ = ["Exported", "Format", "Incoming", "Loss", "Skipped", "losses_between"]

_OF_TERM = re.compile("^(?:ja|en) .+: (?=[^:]+$)")  # `ja 半導体: has no reading`


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row or element that was not taken as it stands: its line or cell, and why.

    Attributes:
        is_detail: it is about a part of an entry that was taken without that part, or with a part read otherwise.
    """

    place: Place
    reason: str
    is_detail: bool = False


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file of another program holds: concepts in file order, each id once, and what was not taken.

    Attributes:
        places: id → where the concept begins in the file; a format that knows no places leaves it empty.
        made_ids: ids that the file does not give and the reader made up; they name nothing in a glossary.
        revisions: id → `revision_of` the concept when jaen wrote the file, for concepts that came from jaen.
        notes: what a person should know of the reading, such as the encoding that was found.
        statuses: those that the file has words for; what a term is that is there already and has another one is not said.
    """

    concepts: tuple[Concept, ...]
    skipped: tuple[Skipped, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    made_ids: frozenset[str] = frozenset()
    revisions: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    statuses: frozenset[Status] = frozenset(Status)


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of a concept that a format can't carry.

    Attributes:
        what: for people, one line.
        field: of the concept or term, where it is a field as a whole: `examples`, `term reading`.
    """

    concept_id: str
    what: str
    field: str = ""

    @property
    def kind(self) -> str:
        """What losses are counted by: the field, else what is lost without the term that it is lost of."""
        return self.field or _OF_TERM.sub("", self.what)


@dataclass(frozen=True, slots=True)
class Exported:
    """A file for another program, and what of the concepts is not in it."""

    data: bytes
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A file format of another program.

    Attributes:
        name: as `--format` takes it.
        title: what it is for, in one line for people.
        carries: what of a concept it can hold, in one line for people.
        suffixes: of its files, with the dot; the first is written.
        read: from a file's bytes and its name (for messages) to concepts, or None; raises ExchangeError.
        write: from concepts to a file, or None.
        write_into: the same for a format of one direction, with the language that terms are translated into.
        is_text: False for a file that can't be printed.
    """

    name: str
    title: str
    carries: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Incoming] | None = None
    write: Callable[[Sequence[Concept]], Exported] | None = None
    write_into: Callable[[Sequence[Concept], str], Exported] | None = None
    is_text: bool = True


def losses_between(concepts: Sequence[Concept], read_back: Sequence[Concept]) -> tuple[Loss, ...]:
    """What is missing or different in *read_back*, the concepts of the file that was written: the honest loss report."""
    back = {concept.id: concept for concept in read_back}
    losses = []
    for concept in concepts:
        if concept.id not in back:
            losses.append(Loss(concept.id, "the concept is not in the file"))
        elif back[concept.id] != concept:
            losses += [
                Loss(concept.id, str(change), _field(change)) for change in differences(concept, back[concept.id])
            ]
    return tuple(losses)


def _field(change: FieldChange) -> str:
    if change.kind == "moved":
        return f"order of {change.path.name}"
    if change.path.name != "terms":
        return change.path.name.replace("_", "-")
    return f"term {change.path.field}" if change.path.field else "term"
