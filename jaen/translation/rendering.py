"""Segments rendered by a model, looked over, and rendered again where something is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from jaen.model import Segment
from jaen.translation.engines import Decoding
from jaen.translation.guards import Assembled, Fault, faults, prepare
from jaen.translation.ladder import Ladder
from jaen.translation.requirements import Requirement

__all__ = ["Rendered", "Task", "render_all"]


@dataclass(frozen=True, slots=True)
class Task:
    """A segment with what its translation must contain."""

    segment: Segment
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A segment's translation and what is wrong with it.

    Attributes:
        requirements: for each of `result.placed`, what it is: those of the task, and what is kept as it is.
    """

    result: Assembled
    requirements: tuple[Requirement, ...]
    faults: tuple[Fault, ...]


def render_all(ladder: Ladder, tasks: Sequence[Task], language: str) -> list[Rendered]:
    """The best rendering of each task that could be had."""
    prepared = [prepare(task.segment, task.requirements, ladder.model.fits, language) for task in tasks]
    renderings = iter(ladder.render([sentence for one in prepared for sentence in one.sentences], Decoding()))
    rendered = []
    for one in prepared:
        result = one.assemble([next(renderings) for _ in one.sentences])
        places = [placed.place for placed in result.placed if placed]
        rendered.append(Rendered(result, one.requirements, faults(one.segment, result.text, language, places)))
    return rendered
