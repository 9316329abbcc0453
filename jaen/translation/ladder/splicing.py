"""The last rungs: a term written over the words that stand for it, or behind the sentence."""

from collections.abc import Sequence

from jaen.model import Span
from jaen.translation.engines import Look, Pair, SteeredModel
from jaen.translation.ladder.anchors import anchors
from jaen.translation.ladder.candidate import Candidate, Case, make
from jaen.translation.ladder.putting import put
from jaen.translation.requirements import Kind
from jaen.translation.sentence import Rung

__all__ = ["appended", "spliced"]


def spliced(model: SteeredModel, cases: Sequence[Case]) -> list[list[Candidate]]:
    """One candidate for each case: every missing term over the words the model looks at it for, each over its own."""
    looks = model.align([Pair(case.sentence.text, case.best.text) for case in cases])
    return [[_over_words(case, look)] for case, look in zip(cases, looks, strict=True)]


def _over_words(case: Case, looks: Sequence[Look]) -> Candidate:
    places: dict[int, tuple[Span, bool]] = {}
    for index in case.best.missing:
        free = (a for a in anchors(case, index, looks) if not any(a.span.overlaps(s) for s, _ in places.values()))
        anchor = next(free, None)
        if anchor:
            places[index] = anchor.span, anchor.is_plural
    text = case.best.text
    for index, (span, is_plural) in sorted(places.items(), key=lambda item: item[1][0], reverse=True):
        text, _ = put(text, span, case.sentence.wanted[index].requirement, is_plural)
    brought = {**case.best.brought, **dict.fromkeys(places, Rung.SPLICE)}
    return make(case.sentence, text, case.best.basis, case.best.fluency, brought)


def appended(case: Case) -> Candidate:
    """What is missing, in brackets at the end; but no number, which would count nothing there and stays missing."""
    opening, closing, comma = (" (", ")", ", ") if case.is_spaced else ("（", "）", "、")
    lost = [index for index in case.best.missing if case.sentence.wanted[index].requirement.kind is not Kind.NUMBER]
    words = comma.join(case.sentence.wanted[index].requirement.write for index in lost)
    text = f"{case.best.text}{opening}{words}{closing}" if lost else case.best.text
    brought = {**case.best.brought, **dict.fromkeys(lost, Rung.APPEND)}
    return make(case.sentence, text, case.best.basis, case.best.fluency, brought)
