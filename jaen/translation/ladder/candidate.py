"""A translation that might do."""

from collections.abc import Mapping
from dataclasses import dataclass

from jaen.translation.engines import Pair
from jaen.translation.requirements import place_all
from jaen.translation.sentence import Placed, Rung, Sentence

__all__ = ["Candidate", "Case", "is_spaced", "make"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible translation of a sentence.

    Attributes:
        text: the translation.
        placed: for each of `Sentence.wanted`, where it is met.
        basis: what the model itself wrote, and of which source, before anything was exchanged in it.
        fluency: mean log-probability of a piece of `basis`.
    """

    text: str
    placed: tuple[Placed | None, ...]
    basis: Pair
    fluency: float

    @property
    def missing(self) -> tuple[int, ...]:
        """Indexes of what is not met."""
        return tuple(index for index, placed in enumerate(self.placed) if placed is None)

    @property
    def brought(self) -> dict[int, Rung]:
        """Index → rung of what the model did not write by itself."""
        return {i: p.rung for i, p in enumerate(self.placed) if p and p.rung is not Rung.PLAIN}


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence that still misses something.

    Attributes:
        sentence: itself.
        best: of its candidates so far, the one that misses least.
        is_spaced: True where the translation's language has blanks between words.
    """

    sentence: Sentence
    best: Candidate
    is_spaced: bool


def is_spaced(language: str) -> bool:
    """True for a language that puts blanks between its words."""
    return language not in ("ja", "zh")


def make(sentence: Sentence, text: str, basis: Pair, fluency: float, brought: Mapping[int, Rung]) -> Candidate:
    """Look where the requirements are met in *text*.

    Args:
        sentence: that *text* translates.
        text: a translation.
        basis: what the model itself wrote, and of which source.
        fluency: mean log-probability of a piece of it.
        brought: by which rung a requirement was brought in; what else is met, the model wrote by itself.
    """
    places = place_all([wanted.requirement for wanted in sentence.wanted], text)
    placed = tuple(
        Placed(place, brought.get(index, Rung.PLAIN)) if place else None for index, place in enumerate(places)
    )
    return Candidate(text, placed, basis, fluency)
