"""What reading and writing a foreign format give back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jaen.glossary.changes import differences
from jaen.glossary.sources.tree import Place
from jaen.model import Concept

__all__ = ["Exported", "Format", "Incoming", "Loss", "Skipped", "losses_between"]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row or element that was not taken as it stands: its line or cell, and why."""

    place: Place
    reason: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file of another program holds: concepts in file order, each id once, and what was not taken."""

    concepts: tuple[Concept, ...]
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of a concept that a format can't carry."""

    concept_id: str
    what: str


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
        title: for people.
        suffixes: of its files, with the dot; the first is written.
        read: from a file's bytes and its name (for messages) to concepts, or None; raises ExchangeError.
        write: from concepts to a file, or None.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Incoming] | None = None
    write: Callable[[Sequence[Concept]], Exported] | None = None


def losses_between(concepts: Sequence[Concept], read_back: Sequence[Concept]) -> tuple[Loss, ...]:
    """What is missing or different in *read_back*, the concepts of the file that was written: the honest loss report."""
    back = {concept.id: concept for concept in read_back}
    losses = []
    for concept in concepts:
        if concept.id not in back:
            losses.append(Loss(concept.id, "the concept is not in the file"))
        elif back[concept.id] != concept:
            losses += [Loss(concept.id, str(change)) for change in differences(concept, back[concept.id])]
    return tuple(losses)
