"""What a sentence says: of one name, another."""

from dataclasses import dataclass

from jaen.claims.names import Name

__all__ = ["Statement"]


@dataclass(frozen=True, slots=True)
class Statement:
    """The answer *value* to the question that *relation* asks about *about*; see `jaen.model.Slot`."""

    relation: str
    about: Name
    value: Name
