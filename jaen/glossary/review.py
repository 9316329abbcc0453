"""What of a glossary waits for an editor's decision, and the decision itself."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from jaen.glossary.glossary import ExampleFailure, Glossary
from jaen.glossary.sources.tree import Origin
from jaen.model import Concept, Review

__all__ = ["Reason", "Waiting", "decided", "waiting"]


class Reason(StrEnum):
    """Why an entry waits; the most urgent first."""

    FAILING = "failing"  # an example fails
    PROPOSED = "proposed"
    DRAFT = "draft"
    DUE = "due"  # to be looked at again
    UNUSED = "unused"  # no article names it
    UNSOURCED = "unsourced"  # approved without a source


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that waits for a decision.

    Attributes:
        reasons: why, the most urgent first.
        failures: its failing examples.
        origin: where it stands; None in a glossary that was made in memory.
    """

    concept: Concept
    reasons: tuple[Reason, ...]
    failures: tuple[ExampleFailure, ...] = ()
    origin: Origin | None = None


def waiting(glossary: Glossary, today: date, used: Collection[str] | None = None) -> tuple[Waiting, ...]:
    """The entries that wait for a decision, the most urgent first, then by id. What was rejected does not wait.

    Args:
        glossary: the entries.
        today: for what is due.
        used: ids of the concepts that some articles name; None when no articles were looked at.

    >>> from jaen import Glossary
    >>> from jaen.model import Concept, Term
    >>> chip = Concept(id="chip", category="term", terms=(Term(text="chip", language="en"),))
    >>> [(one.concept.id, *one.reasons) for one in waiting(Glossary("tiny", (chip,)), date(2026, 11, 1), used=())]
    [('chip', <Reason.PROPOSED: 'proposed'>, <Reason.UNUSED: 'unused'>)]
    """
    failures: dict[str, list[ExampleFailure]] = defaultdict(list)
    for failure in glossary.test():
        failures[failure.concept_id].append(failure)
    found = []
    for concept in glossary.concepts:
        failed = tuple(failures.get(concept.id, ()))
        reasons = _reasons(concept, today, bool(failed), used is not None and concept.id not in used)
        if reasons:
            found.append(Waiting(concept, reasons, failed, glossary.origins.get(concept.id)))
    order = list(Reason)
    return tuple(sorted(found, key=lambda one: order.index(one.reasons[0])))


def decided(concept: Concept, state: str, by: str, on: date, again: date | None = None) -> Concept:
    """The concept with a decision about it: *state* is `approved`, `rejected`, `proposed` or `draft`.

    >>> from jaen.model import Term
    >>> chip = Concept(id="chip", category="term", terms=(Term(text="chip", language="en"),))
    >>> decided(chip, "approved", "kn", date(2026, 11, 1)).review
    Review(state='approved', by='kn', on=datetime.date(2026, 11, 1), again=None)
    """
    return replace(concept, review=Review(state, by, on, again))


def _reasons(concept: Concept, today: date, is_failing: bool, is_unused: bool) -> tuple[Reason, ...]:
    review = concept.review
    if review.state == "rejected":
        return ()
    applies = {
        Reason.FAILING: is_failing,
        Reason.PROPOSED: review.state == "proposed",
        Reason.DRAFT: review.state == "draft",
        Reason.DUE: review.again is not None and review.again <= today,
        Reason.UNUSED: is_unused and concept.is_matched,
        Reason.UNSOURCED: review.state == "approved" and not concept.sources,
    }
    return tuple(reason for reason, holds in applies.items() if holds)
