"""The model led: it is given the words up to a term, the term, and goes on from there by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jaen.translation.engines import Decoding, Look, Pair, Request, SteeredModel
from jaen.translation.ladder.anchors import Anchor, anchors
from jaen.translation.ladder.candidate import Candidate, Case, make
from jaen.translation.ladder.putting import put
from jaen.translation.sentence import Rung

__all__ = ["forced"]

PLACES = 2  # tried for a term: after these, the model looks elsewhere
ROUNDS = 4  # terms of a sentence that are forced, one after the other; with more, all of it would be for nothing


def forced(model: SteeredModel, cases: Sequence[Case], decoding: Decoding) -> list[list[Candidate]]:
    """Candidates for each case, led to what was missing one term after the other, from left to right."""
    found: list[list[Candidate]] = [[] for _ in cases]
    going = {number: case for number, case in enumerate(cases) if len(case.best.missing) <= ROUNDS}
    for _ in range(ROUNDS):
        if not going:
            break
        looks = model.align([Pair(case.sentence.text, case.best.text) for case in going.values()])
        asked = [
            (number, prefix, index)
            for (number, case), look in zip(going.items(), looks, strict=True)
            for prefix, index in _prefixes(model, case, look)
        ]
        requests = [Request(going[number].sentence.text, prefix) for number, prefix, _ in asked]
        made: dict[int, list[Candidate]] = {}
        for (number, prefix, index), hypotheses in zip(asked, model.translate(requests, decoding), strict=True):
            case = going[number]
            brought = {**case.best.brought, index: Rung.FORCED}
            for h in hypotheses:
                if h.text.startswith(prefix):
                    basis = Pair(case.sentence.text, h.text)
                    made.setdefault(number, []).append(make(case.sentence, h.text, basis, h.score, brought))
        for number, candidates in made.items():
            found[number] += candidates
        going = {
            number: replace(going[number], best=min(candidates, key=lambda c: (len(c.missing), -c.fluency)))
            for number, candidates in made.items()
            if all(len(c.missing) > 0 for c in candidates)
        }
    return found


def _prefixes(model: SteeredModel, case: Case, looks: Sequence[Look]) -> Iterator[tuple[str, int]]:
    """Beginnings of a translation that end in the leftmost missing term, with that term's index."""
    first: tuple[int, list[Anchor]] | None = None
    for index in case.best.missing:
        requirement = case.sentence.wanted[index].requirement
        if not model.can_write(requirement.write):
            continue
        free = anchors(case, index, looks)
        if free and (first is None or free[0].span.start < first[1][0].span.start):
            first = index, free
    if first is None:
        return
    index, free = first
    for anchor in free[:PLACES]:
        text, span = put(case.best.text, anchor.span, case.sentence.wanted[index].requirement, anchor.is_plural)
        yield text[: span.end], index
