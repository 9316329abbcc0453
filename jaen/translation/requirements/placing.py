"""Where requirements are met in a translation."""

from collections.abc import Sequence

from jaen.model import Span
from jaen.translation.requirements.requirement import Place, Requirement
from jaen.translation.requirements.spelling import finder

__all__ = ["find_places", "place_all"]


def find_places(requirement: Requirement, text: str) -> tuple[Place, ...]:
    """Every place of *text* that satisfies the requirement, in text order; they do not overlap.

    A place may differ from its form in number and by a possessive ending (English), in capitals as the glossary allows
    (NCO stands so, a vulnerability may begin a sentence), in blanks and hyphens (AI-agent), in the shape of apostrophes,
    in width (ＮＣＯ) and in how an accent is encoded. It is no part of a longer word of Latin letters or katakana.
    """
    return finder(requirement.forms, requirement.kind, requirement.language).find(text)


def place_all(requirements: Sequence[Requirement], text: str) -> tuple[Place | None, ...]:
    """A place of its own for each requirement, None for one without; no two share a character.

    As many as can be are placed; long ones first, so that the AI of "AI agent" is not taken for AI while there is
    another. Those that ask for the same take their places in text order.
    """
    seating = _Seating([find_places(requirement, text) for requirement in requirements])
    for number in sorted(range(len(requirements)), key=lambda number: -len(requirements[number].write)):
        seating.seat(number, set())
    return seating.in_text_order([requirement.forms for requirement in requirements])


class _Seating:
    """Requirements on their places; one that is given a place may move others to theirs.

    Args:
        options: the places that each requirement could have.
    """

    def __init__(self, options: Sequence[tuple[Place, ...]]) -> None:
        self._options = options
        self._taken: dict[int, Place] = {}

    def seat(self, number: int, tried: set[Span]) -> bool:
        """Give requirement *number* a free place, or one whose holders find another; False when there is none.

        Args:
            number: of the requirement.
            tried: places that were asked for already and can't be had; each is tried once.
        """
        for place in self._options[number]:
            if place.span not in tried and not self._holders(place):
                self._taken[number] = place
                return True
        for place in self._options[number]:
            if place.span not in tried:
                tried.add(place.span)
                if self._clear(place, number, tried):
                    return True
        return False

    def _clear(self, place: Place, number: int, tried: set[Span]) -> bool:
        """Give *place* to requirement *number* if all who hold a part of it can move."""
        before = dict(self._taken)
        holders = self._holders(place)
        if any(self._options[holder] == self._options[number] for holder in holders):
            return False  # it could do no more with another place than this one can
        for holder in holders:
            del self._taken[holder]
        self._taken[number] = place
        if all(self.seat(holder, tried) for holder in holders):
            return True
        self._taken = before
        return False

    def _holders(self, place: Place) -> list[int]:
        return [number for number, taken in self._taken.items() if taken.span.overlaps(place.span)]

    def in_text_order(self, asked: Sequence[object]) -> tuple[Place | None, ...]:
        """The place of each requirement; those for which the same is *asked* have theirs in text order."""
        seated: list[Place | None] = [None] * len(asked)
        for same in {forms: [n for n, other in enumerate(asked) if other == forms] for forms in asked}.values():
            places = sorted((self._taken[n] for n in same if n in self._taken), key=lambda place: place.span)
            for number, place in zip(same, places, strict=False):
                seated[number] = place
        return tuple(seated)
