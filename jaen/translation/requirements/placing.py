"""Where requirements are met in a translation."""

import re
from collections.abc import Sequence

from jaen.model import Span
from jaen.translation.requirements.requirement import Place, Requirement

__all__ = ["find_places", "place_all"]


def find_places(requirement: Requirement, text: str) -> tuple[Place, ...]:
    """Every place of *text* that satisfies the requirement, in text order; they do not overlap."""
    places: list[Place] = []
    for form in requirement.forms:
        for match in re.finditer(re.escape(form.text), text):
            span = Span(match.start(), match.end())
            if not any(span.overlaps(place.span) for place in places):
                places.append(Place(span, form, tuple(part.shift(span.start) for part in form.parts)))
    return tuple(sorted(places, key=lambda place: place.span))


def place_all(requirements: Sequence[Requirement], text: str) -> tuple[Place | None, ...]:
    """A place of its own for each requirement, None for one without; no two share a character.

    Of places that could serve, those that come in the order of the requirements are taken first.
    """
    taken: list[Span] = []
    places: list[Place | None] = []
    for requirement in requirements:
        free = (p for p in find_places(requirement, text) if not any(p.span.overlaps(span) for span in taken))
        place = next(free, None)
        places.append(place)
        if place:
            taken.append(place.span)
    return tuple(places)
