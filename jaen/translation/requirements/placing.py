"""Where requirements are met in a translation."""

from collections.abc import Sequence

from jaen.translation.requirements.requirement import Form, Place, Requirement
from jaen.translation.requirements.spelling import finder

__all__ = ["find_places", "place_all"]

_MOST_MOVES = 100  # that are tried for one requirement; a sentence has a handful


def find_places(requirement: Requirement, text: str) -> tuple[Place, ...]:
    """Every place of *text* that satisfies the requirement, in text order; they do not overlap.

    A place may differ from its form in number and by a possessive ending (English), in capitals as the glossary allows
    (NCO stands so, a vulnerability may begin a sentence), in blanks and hyphens (AI-agent), in the shape of apostrophes,
    in width (ＮＣＯ) and in how an accent is encoded. It is no part of a longer word of Latin letters or katakana.
    """
    return finder(requirement.forms, requirement.kind, requirement.language).find(text)


def place_all(requirements: Sequence[Requirement], text: str) -> tuple[Place | None, ...]:
    """A place of its own for each requirement, None for one without; no two share a character.

    Long ones are placed first, and keep a place: the AI of "AI agent" is not taken for AI where an AI agent is asked for.
    Whoever can do with another place makes room. Requirements that ask for the same have their places in text order.
    """
    alike: dict[tuple[Form, ...], list[int]] = {}
    for number, requirement in enumerate(requirements):
        alike.setdefault(requirement.forms, []).append(number)
    groups = sorted(alike.values(), key=lambda numbers: -len(requirements[numbers[0]].write))
    seating = _Seating([find_places(requirements[numbers[0]], text) for numbers in groups], len(text))
    for group, numbers in enumerate(groups):
        seating.fill(group, len(numbers))
    placed: list[Place | None] = [None] * len(requirements)
    for group, numbers in enumerate(groups):
        for number, place in zip(numbers, seating.places(group), strict=False):
            placed[number] = place
    return tuple(placed)


class _Seating:
    """Who sits where: to seat one more, others may be moved, but nobody loses a seat.

    Args:
        options: for each group of requirements that ask for the same, the places that it could have, in text order.
        length: of the text.
    """

    def __init__(self, options: Sequence[tuple[Place, ...]], length: int) -> None:
        self._options = options
        self._seats: dict[Place, int] = {}  # place → group
        self._over: list[Place | None] = [None] * length  # which place lies over each character

    def places(self, group: int) -> list[Place]:
        """The places of a group, in text order."""
        return sorted((place for place, owner in self._seats.items() if owner == group), key=lambda place: place.span)

    def fill(self, group: int, count: int) -> None:
        """Give *group* up to *count* places: the first free ones of the text, then those that others can leave."""
        for place in self._options[group]:
            if count and not self._holders(place):
                self._take(place, group)
                count -= 1
        while count and self.seat(group, set()):
            count -= 1

    def seat(self, group: int, tried: set[Place]) -> bool:
        """Give *group* one place more: a free one, or one whose holders find another; False when there is none.

        Args:
            group: that needs a place.
            tried: places that were asked for before; each is asked for once.
        """
        wanted = [place for place in self._options[group] if place not in tried and self._seats.get(place) != group]
        for place in wanted:
            if not self._holders(place):
                self._take(place, group)
                return True
        for place in wanted:
            if len(tried) >= _MOST_MOVES:
                return False
            tried.add(place)
            if self._move(place, group, tried):
                return True
        return False

    def _move(self, place: Place, group: int, tried: set[Place]) -> bool:
        """Give *place* to *group* if all who hold a part of it find another."""
        holders = {holder: self._seats[holder] for holder in self._holders(place)}
        if group in holders.values():
            return False  # it would only change its place
        seats = dict(self._seats)
        for holder in holders:
            self._leave(holder)
        self._take(place, group)
        if all(self.seat(owner, tried) for owner in holders.values()):
            return True
        for taken in self._seats.items() - seats.items():
            self._leave(taken[0])
        for held, owner in seats.items() - self._seats.items():
            self._take(held, owner)
        return False

    def _holders(self, place: Place) -> list[Place]:
        over = self._over[place.span.start : place.span.end]
        return list(dict.fromkeys(held for held in over if held is not None))

    def _take(self, place: Place, group: int) -> None:
        self._seats[place] = group
        self._over[place.span.start : place.span.end] = [place] * place.span.length

    def _leave(self, place: Place) -> None:
        del self._seats[place]
        self._over[place.span.start : place.span.end] = [None] * place.span.length
