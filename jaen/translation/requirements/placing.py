"""Where requirements are met in a translation."""

from collections.abc import Sequence

from jaen.model import Span
from jaen.translation.requirements.requirement import Form, Place, Requirement
from jaen.translation.requirements.spelling import find

__all__ = ["find_places", "place_all"]

_MOST_MOVES = 100  # that are tried for one requirement; a sentence has a handful


def find_places(requirement: Requirement, text: str) -> tuple[Place, ...]:
    """Every place of *text* that satisfies the requirement, in text order; they do not overlap.

    A place may differ from its form in number and by a possessive ending (English), in capitals as the glossary allows
    (NCO stands so, a vulnerability may begin a sentence), in blanks and hyphens (AI-agent), in the shape of apostrophes,
    in width (ＮＣＯ) and in how an accent is encoded. It is no part of a longer word of Latin letters or katakana.
    """
    return find(requirement.forms, requirement.kind, requirement.language, text)


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
        self._seats: dict[Span, tuple[int, Place]] = {}  # who has which place
        self._over: list[Span | None] = [None] * length  # which place taken lies over each character

    def places(self, group: int) -> list[Place]:
        """The places of a group, in text order."""
        return [place for _, (owner, place) in sorted(self._seats.items()) if owner == group]

    def fill(self, group: int, count: int) -> None:
        """Give *group* up to *count* places: the first free ones of the text, then those that others can leave."""
        for place in self._options[group]:
            if count and not self._holders(place.span):
                self._take(group, place)
                count -= 1
        while count and self.seat(group, set()):
            count -= 1

    def seat(self, group: int, tried: set[Span]) -> bool:
        """Give *group* one place more: a free one, or one whose holders find another; False when there is none.

        Args:
            group: that needs a place.
            tried: places that were asked for before; each is asked for once.
        """
        wanted = [place for place in self._options[group] if place.span not in tried]
        for place in wanted:
            if not self._holders(place.span):
                self._take(group, place)
                return True
        for place in wanted:
            if len(tried) >= _MOST_MOVES:
                return False
            tried.add(place.span)
            if self._move(group, place, tried):
                return True
        return False

    def _move(self, group: int, place: Place, tried: set[Span]) -> bool:
        """Give *place* to *group* if all who hold a part of it find another."""
        owners = {held: self._seats[held][0] for held in self._holders(place.span)}
        if group in owners.values():
            return False  # it would only change its place
        before = dict(self._seats)
        for held in owners:
            self._leave(held)
        self._take(group, place)
        if all(self.seat(owner, tried) for owner in owners.values()):
            return True
        changed = [span for span, seat in self._seats.items() if before.get(span) != seat]
        for span in changed:
            self._leave(span)
        for span, (owner, held_place) in before.items():
            if span not in self._seats:
                self._take(owner, held_place)
        return False

    def _holders(self, span: Span) -> list[Span]:
        """The places taken that overlap *span*."""
        start, end = span
        return list(dict.fromkeys(filter(None, self._over[start:end])))

    def _take(self, group: int, place: Place) -> None:
        start, end = place.span
        self._seats[place.span] = (group, place)
        self._over[start:end] = [place.span] * (end - start)

    def _leave(self, span: Span) -> None:
        start, end = span
        del self._seats[span]
        self._over[start:end] = [None] * (end - start)
