"""What the memory keeps."""

from dataclasses import dataclass
from datetime import datetime

from jaen.model import Similar

__all__ = ["Key", "Remembered", "RememberedTerm", "Reviewed", "Similar"]


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
