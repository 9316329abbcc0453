"""Which of the candidates that may stand do stand: one per place, the leftmost first, then the longest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from jaen.model import Span, Status
from jaen.terms.candidate import Candidate
from jaen.terms.edges import longest

_STATUS = {status: rank for rank, status in enumerate(Status)}
_Rank = tuple[bool, bool, bool, int, bool]
_REASONS = (
    "spelled exactly so",
    "other terms of it occur here",
    "approved by an editor",
    "better status of the term",
    "still valid",
)


def choose(candidates: Iterable[Candidate], languages: Mapping[str, str]) -> tuple[Candidate, ...]:
    """All candidates in text order; of overlapping accepted ones, all but one are now rejected, with the reason.

    Two concepts with the same surface: the exact spelling; else the one that other terms of the text speak for, the
    approved before the proposed one, the better status, the validity that has no end, the order of the glossary. Two terms of one concept: the same, and
    then the term in the language of the segment.

    Args:
        candidates: in any order.
        languages: language of each segment by its id.
    """
    given = sorted(candidates, key=lambda candidate: (candidate.span.start, -candidate.span.end))
    by_span: dict[Span, list[Candidate]] = defaultdict(list)
    for candidate in given:
        if candidate.accepted:
            by_span[candidate.span].append(candidate)
    evident = {rivals[0].concept.id for rivals in by_span.values() if len({rival.concept.id for rival in rivals}) == 1}
    ends = sorted((span.end, span.start) for span in by_span)
    winners = {Span(start, end) for start, end, _ in longest((start, end, 0) for end, start in ends)}
    result = [candidate for candidate in given if not candidate.accepted]
    taken = given[0] if given else None
    for span, rivals in by_span.items():  # in text order, the longest of one start first
        if span in winners:
            taken, *others = _ranked(rivals, evident, languages[rivals[0].segment_id])
            result.append(taken)
            result.extend(_rejected(other, _lost_to(other, taken)) for other in others)
        elif taken is not None:
            result.extend(_rejected(rival, f"part of the match {taken.surface}") for rival in rivals)
    return tuple(sorted(result, key=lambda one: (one.span.start, -one.span.end, not one.accepted)))


def _rejected(candidate: Candidate, reason: str) -> Candidate:
    return replace(candidate, accepted=False, kind=None, reason=reason)


def _lost_to(other: Candidate, taken: Candidate) -> str:
    if other.concept.id == taken.concept.id:
        return f"the same place as the concept's term {taken.term.text}"
    return f"{taken.concept.id} is meant: {taken.matched_by}"


def _ranked(rivals: Sequence[Candidate], evident: set[str], language: str) -> list[Candidate]:
    """Candidates for one place, the best first, which says why when it had to be chosen between concepts."""
    if len(rivals) == 1:
        return list(rivals)
    # Sorting is stable: the glossary's order decides last.
    best, *others = sorted(rivals, key=lambda rival: (_rank(rival, evident), rival.term.language != language))
    foreign = [other for other in others if other.concept.id != best.concept.id]
    if not foreign:
        return [best, *others]
    why = _why(_rank(best, evident), min(_rank(other, evident) for other in foreign))
    names = ", ".join(dict.fromkeys(other.concept.id for other in foreign))
    return [replace(best, matched_by=f"{best.matched_by}; not {names}: {why}"), *others]


def _rank(candidate: Candidate, evident: set[str]) -> _Rank:
    """What speaks against a candidate, one entry per sentence of `_REASONS`."""
    concept, term = candidate.concept, candidate.term
    ended = concept.valid.end is not None or term.valid.end is not None
    is_open = concept.review.state != "approved"  # what somebody proposes does not take over what was decided
    return candidate.matched_by != "exact", concept.id not in evident, is_open, _STATUS[term.status], ended


def _why(best: _Rank, second: _Rank) -> str:
    for reason, own, other in zip(_REASONS, best, second, strict=True):
        if own != other:
            return reason
    return "first in the glossary"
