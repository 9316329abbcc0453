"""From a segment to what a model gets of it, and back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jaen.model import Segment, Span
from jaen.translation.requirements import Place, Requirement
from jaen.translation.sentence import Placed, Rendering, Sentence, Wanted

__all__ = ["Assembled", "Prepared", "prepare"]


@dataclass(frozen=True, slots=True)
class Assembled:
    """A segment's translation, put together.

    Attributes:
        text: of the whole segment.
        placed: for each of `Prepared.requirements`, with places in `text`; None where one is not met.
    """

    text: str
    placed: tuple[Placed | None, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A segment as it goes through a model.

    Attributes:
        segment: whole.
        requirements: what its translation must contain, in text order: what was asked for and what is kept as it is.
        sentences: what the model gets; several where the segment is too long for it.
        before, after: kept aside and put around the translation again, e.g. the mark of a list item.
    """

    segment: Segment
    requirements: tuple[Requirement, ...]
    sentences: tuple[Sentence, ...]
    before: str = ""
    after: str = ""

    def assemble(self, renderings: Sequence[Rendering]) -> Assembled:
        """The segment's translation from those of its sentences."""
        text, placed = self.before, []
        for rendering in renderings:
            at = len(text) + (1 if text else 0)
            text = f"{text} {rendering.text}" if text else rendering.text
            placed += [_shifted(one, at if at != 1 else 0) for one in rendering.placed]
        return Assembled(text + self.after, tuple(placed))


def _shifted(placed: Placed | None, by: int) -> Placed | None:
    if placed is None:
        return None
    place = placed.place
    moved = Place(place.span.shift(by), place.form, tuple(part.shift(by) for part in place.parts))
    return Placed(moved, placed.rung)


def prepare(segment: Segment, requirements: Sequence[Requirement], fits: Callable[[str], bool]) -> Prepared:
    """Make a segment ready for a model.

    Args:
        segment: to be translated.
        requirements: of the segment, in text order, with spans in the article.
        fits: True when the model can take a text in one piece.
    """
    wanted = tuple(
        Wanted(Span(r.span.start - segment.span.start, r.span.end - segment.span.start), r) for r in requirements
    )
    return Prepared(segment, tuple(requirements), (Sentence(segment.text, wanted),))
