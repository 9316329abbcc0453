"""What a sentence says: of one name, another."""

from dataclasses import dataclass

from jaen.claims.names import Name

__all__ = ["Statement"]


@dataclass(frozen=True, slots=True)
class Statement:
    """The answer *value* to the question that *relation* asks about *about*; see `jaen.model.Slot`.

    Attributes:
        of: the body that an office is of, where many bodies have one: the CEO of Anthropic.
    """

    relation: str
    about: Name
    value: Name
    of: Name | None = None

    @property
    def key(self) -> str:
        """What the question is about, to compare it by."""
        return f"{self.about.key} of {self.of.key}" if self.of else self.about.key
