"""What an error planted into a translation is; the planters stand in the modules `plant_*.py`, a tuple `PLANTERS` each."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from jaen.model import Pair

__all__ = ["Plant", "Planter", "Sample"]


@dataclass(frozen=True, slots=True)
class Sample:
    """A text and its translation by a person, in one direction.

    Attributes:
        set: `pud-a` or `tatoeba`.
        number: of the line in that set, from 1.
        source, target: the two texts.
        pair: the same two as passages, for planters that need to know what is a number, a name or a term.
    """

    set: str
    number: int
    source: str
    target: str
    pair: Pair

    @property
    def direction(self) -> str:
        """`ja-en` or `en-ja`."""
        return f"{self.pair.source.language}-{self.pair.target.language}"

    @property
    def half(self) -> str:
        """`tune` for odd lines, on which rules may be mended; `held` for even ones."""
        return "tune" if self.number % 2 else "held"


Plant = Callable[[Sample, random.Random], str | None]


@dataclass(frozen=True, slots=True)
class Planter:
    """A kind of error that can be planted.

    Attributes:
        name: as the table shows it: `a digit changed`.
        codes: of the rules of which any counts as finding it.
        plant: gives the broken target, or None where this error can't be made of this sample. It must only take its
            chances from the generator that it is given, which is seeded by the sample, so that every run plants the same.
    """

    name: str
    codes: frozenset[str]
    plant: Plant
