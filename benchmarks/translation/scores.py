"""How good translations with required terms are.

Figures are from 0 to 100 (chrF, BLEU) or shares from 0 to 1.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.translation.sets import Item, sentence
from jaen.model import Span
from jaen.translation.requirements import Place, place_all

__all__ = ["Scores", "outside", "places_in", "score", "signatures"]


@dataclass(frozen=True, slots=True)
class Scores:
    """What a set of translations is worth.

    Attributes:
        exact: share of terms that stand in the translation letter by letter, without an ending.
        by_form: share that stand there as they are or inflected.
        consistent: of the terms required more than once, the share that stand in all of their translations.
        chrf, bleu: of whole translations.
        chrf_outside: chrF of what is left when the terms are cut out; see `outside`.
    """

    exact: float
    by_form: float
    consistent: float
    chrf: float
    chrf_outside: float
    bleu: float


def score(items: Sequence[Item], outputs: Sequence[str]) -> Scores:
    """Scores of translations, one for each item.

    A term counts only with a place of its own: two terms never share a character.
    """
    from sacrebleu.metrics import BLEU, CHRF

    places = [places_in(item, output) for item, output in zip(items, outputs, strict=True)]
    flat = [
        (term, place, output)
        for item, found, output in zip(items, places, outputs, strict=True)
        for term, place in zip(item.terms, found, strict=True)
    ]
    by_term: dict[str, list[bool]] = defaultdict(list)
    for term, place, _ in flat:
        by_term[term.write].append(place is not None)
    several = [found for found in by_term.values() if len(found) > 1]
    references = [item.reference for item in items]
    rest = [
        outside(output, [place.span for place in found if place]) for output, found in zip(outputs, places, strict=True)
    ]
    wanted_rest = [outside(item.reference, [term.reference for term in item.terms]) for item in items]
    return Scores(
        exact=_share([place is not None and place.span.of(output) == term.write for term, place, output in flat]),
        by_form=_share([place is not None for _, place, _ in flat]),
        consistent=_share([all(found) for found in several]),
        chrf=CHRF().corpus_score(list(outputs), [references]).score,
        chrf_outside=CHRF().corpus_score(rest, [wanted_rest]).score,
        bleu=BLEU().corpus_score(list(outputs), [references]).score,
    )


def places_in(item: Item, output: str) -> tuple[Place | None, ...]:
    """Where each term of an item stands in a translation."""
    return place_all([wanted.requirement for wanted in sentence(item).wanted], output)


def outside(text: str, spans: Sequence[Span]) -> str:
    """The text without the terms: each span is cut out, and runs of white space become one blank.

    From a reference the terms are cut where they were put, from a translation where they are found; what a translation
    wrote instead of a term that it lacks stays there and counts against it. chrF (of letters, white space left out of
    account) and not BLEU compares what is left, so that the seam costs little.

    >>> outside("The quantum envelopes are here.", [Span(4, 21)])
    'The are here.'
    """
    at = 0
    kept = []
    for span in sorted(spans):
        kept.append(text[at : span.start])
        at = span.end
    return " ".join(" ".join([*kept, text[at:]]).split())


def signatures() -> tuple[str, str]:
    """What sacrebleu says it computes, for chrF and BLEU."""
    from sacrebleu.metrics import BLEU, CHRF

    metrics = (CHRF(), BLEU())
    for metric in metrics:
        metric.corpus_score(["a"], [["a"]])
    return str(metrics[0].get_signature()), str(metrics[1].get_signature())


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0
