"""Which of the candidates that may stand do stand: one per place, the leftmost first, then the longest."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from jaen.model import Span, Status
from jaen.terms.candidate import Candidate

_STATUS = {status: rank for rank, status in enumerate(Status)}


def choose(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """All candidates in text order; of overlapping accepted ones, all but one are now rejected, with the reason.

    Two concepts with the same surface: the one that other terms of the text speak for; else the better status, the
    validity that has no end, the order of the glossary.
    """
    given = sorted(candidates, key=lambda candidate: (candidate.span.start, -candidate.span.end))
    by_span: dict[Span, list[Candidate]] = defaultdict(list)
    for candidate in given:
        if candidate.accepted:
            by_span[candidate.span].append(candidate)
    evident = {rivals[0].concept.id for rivals in by_span.values() if len({rival.concept.id for rival in rivals}) == 1}
    result = [candidate for candidate in given if not candidate.accepted]
    taken: Candidate | None = None
    for rivals in by_span.values():  # in text order, the longest of one start first
        if taken is not None and rivals[0].span.start < taken.span.end:
            result.extend(_rejected(rival, f"part of the match {taken.surface}") for rival in rivals)
            continue
        taken, *others = _ranked(rivals, evident)
        result.append(taken)
        result.extend(_rejected(other, f"{taken.concept.id} is meant: {taken.matched_by}") for other in others)
    return tuple(
        sorted(result, key=lambda candidate: (candidate.span.start, -candidate.span.end, not candidate.accepted))
    )


def _rejected(candidate: Candidate, reason: str) -> Candidate:
    return replace(candidate, accepted=False, kind=None, reason=reason)


def _ranked(rivals: Sequence[Candidate], evident: set[str]) -> list[Candidate]:
    """Candidates for one place, the best first, which says why when it had to be chosen between concepts."""
    if len(rivals) == 1:
        return list(rivals)

    def rank(candidate: Candidate) -> tuple[bool, bool, int, bool]:
        return (
            candidate.concept.id not in evident,
            candidate.matched_by != "exact",
            _STATUS[candidate.term.status],
            candidate.concept.valid.end is not None or candidate.term.valid.end is not None,
        )

    best, *others = sorted(rivals, key=rank)  # a stable sort: the glossary's order decides last
    if all(other.concept.id == best.concept.id for other in others):
        return [best, *others]
    why = _why(rank(best), min(rank(other) for other in others if other.concept.id != best.concept.id))
    names = ", ".join(dict.fromkeys(other.concept.id for other in others if other.concept.id != best.concept.id))
    return [replace(best, matched_by=f"{best.matched_by}; not {names}: {why}"), *others]


_REASONS = ("other terms of it occur here", "spelled exactly so", "better status of the term", "still valid")


def _why(best: tuple[bool, bool, int, bool], second: tuple[bool, bool, int, bool]) -> str:
    for reason, own, other in zip(_REASONS, best, second, strict=True):
        if own != other:
            return reason
    return "first in the glossary"
