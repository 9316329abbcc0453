"""Segments rendered by a model, looked over, and rendered again where something is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from jaen.model import Segment
from jaen.translation.engines import Decoding, SteeredModel
from jaen.translation.guards import Assembled, Fault, Prepared, Source, number_requirements, prepare, resplit
from jaen.translation.ladder import Ladder
from jaen.translation.requirements import Requirement

__all__ = ["Rendered", "Task", "render_all"]

FIRST = Decoding()
# Another way, for what went wrong: a wider search, and no three pieces twice.
AGAIN = Decoding(beam=8, no_repeat=3)


@dataclass(frozen=True, slots=True)
class Task:
    """A segment with what its translation must contain, in text order."""

    segment: Segment
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A segment's translation and what is wrong with it.

    Attributes:
        result: the translation.
        requirements: for each of `result.placed`, what it is: those of the task, and what is kept as it is.
        faults: none in a good one.
    """

    result: Assembled
    requirements: tuple[Requirement, ...]
    faults: tuple[Fault, ...]


def render_all(ladder: Ladder, tasks: Sequence[Task], language: str) -> list[Rendered]:
    """The best rendering of each task that could be had, in their order.

    What has a fault is tried again in another way: with the numbers required that were lost, then cut into clauses. Of
    several tries the one with the fewest faults is taken, the earliest of those.

    Raises:
        EngineError: the engine failed.
    """
    sources = [Source.of(task.segment) for task in tasks]
    prepared = [prepare(task.segment, task.requirements, ladder.model.fits, language) for task in tasks]
    best = _rendered(ladder, prepared, sources, FIRST)
    for retry in (_with_numbers, _in_clauses):
        ways: dict[int, Prepared] = {}
        for number, rendered in enumerate(best):
            way = retry(ladder, prepared[number], rendered) if rendered.faults else None
            if way:
                ways[number] = way
        if not ways:
            continue
        tried = _rendered(ladder, list(ways.values()), [sources[number] for number in ways], AGAIN)
        for (number, way), rendered in zip(ways.items(), tried, strict=True):
            prepared[number] = way
            best[number] = min(best[number], rendered, key=lambda one: len(one.faults))
    return best


def _rendered(
    ladder: Ladder, prepared: Sequence[Prepared], sources: Sequence[Source], decoding: Decoding
) -> list[Rendered]:
    """Everything that was prepared, through the ladder in one go."""
    renderings = iter(ladder.render([sentence for one in prepared for sentence in one.sentences], decoding))
    results = []
    for one, source in zip(prepared, sources, strict=True):
        result = one.assemble([next(renderings) for _ in one.sentences])
        places = [placed.place for placed in result.placed if placed]
        found = [*source.faults(result.text, one.language, places)]
        found += [Fault("empty", f"nothing came for {text}") for text in result.missing if result.text.strip()]
        results.append(Rendered(result, one.requirements, tuple(found)))
    return results


def _with_numbers(ladder: Ladder, prepared: Prepared, rendered: Rendered) -> Prepared | None:
    """The same, but the numbers are required too where one was lost; None where nothing would change.

    A server looks for a translation as it likes: the same question would get the same answer, and may cost money.
    """
    if not any(fault.code == "lost-number" for fault in rendered.faults):
        return prepared if isinstance(ladder.model, SteeredModel) else None
    asked = prepared.requirements
    numbers = [
        number
        for number in number_requirements(prepared.segment, prepared.language)
        if not any(number.span.overlaps(one.span) for one in asked)
    ]
    everything = sorted([*asked, *numbers], key=lambda requirement: requirement.span)
    return prepare(prepared.segment, everything, ladder.model.fits, prepared.language)


def _in_clauses(ladder: Ladder, prepared: Prepared, rendered: Rendered) -> Prepared | None:
    return resplit(prepared)
