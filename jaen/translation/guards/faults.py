"""What can be seen to be wrong with a translation, whoever made it."""

from collections.abc import Sequence
from dataclasses import dataclass

from jaen.model import Segment
from jaen.translation.requirements import Place

__all__ = ["Fault", "faults"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a translation.

    Attributes:
        code: `empty`, `truncated`, `looping`, `copied-source`, `lost-number`, `lost-negation`, `leftover-kana`.
        detail: what exactly, "" where the code says it all.
    """

    code: str
    detail: str = ""

    def __str__(self) -> str:
        """As a flag of a translation: `lost-number: 150`."""
        return f"{self.code}: {self.detail}" if self.detail else self.code


def faults(segment: Segment, target: str, language: str, places: Sequence[Place]) -> tuple[Fault, ...]:
    """What is wrong with *target* as a translation of *segment*.

    Args:
        segment: the source.
        target: its translation.
        language: of the translation.
        places: where required words stand in *target*; kana in them are meant to be there.
    """
    return () if target.strip() else (Fault("empty"),)
