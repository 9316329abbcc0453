"""A sentence on its way through a model: what goes in, and what comes out."""

from dataclasses import dataclass
from enum import StrEnum

from jaen.model import Span
from jaen.translation.requirements import Place, Requirement

__all__ = ["Placed", "Rendering", "Rung", "Sentence", "Wanted"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A requirement and where its words stand in the sentence that goes into the model."""

    span: Span
    requirement: Requirement


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text as a model gets it.

    Attributes:
        text: one sentence, or a clause of one that is too long for the model.
        wanted: in text order, disjoint.
    """

    text: str
    wanted: tuple[Wanted, ...] = ()


class Rung(StrEnum):
    """How a requirement came to be met, from the gentlest to the roughest way."""

    PLAIN = "plain"  # the model wrote it by itself
    INLINE = "inline"  # it was written into the source, and the model copied it
    CARRIER = "carrier"  # a common word stood in for it, and was exchanged in the translation
    FORCED = "forced"  # the model was led to write it, and went on from there
    SPLICE = "splice"  # it took the place of the words the model had written for it
    APPEND = "append"  # it stands in brackets at the end


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a requirement is met, and how it came there."""

    place: Place
    rung: Rung


@dataclass(frozen=True, slots=True)
class Rendering:
    """A sentence translated.

    Attributes:
        text: "" when the engine gave nothing.
        placed: for each of `Sentence.wanted`, in that order; None where it is not met.
    """

    text: str
    placed: tuple[Placed | None, ...]
