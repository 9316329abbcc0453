"""Which of several translations the model itself finds best."""

from collections.abc import Sequence

from jaen.translation.engines import Measured, Model, Pair, SteeredModel
from jaen.translation.ladder.candidate import Candidate
from jaen.translation.requirements import find_places
from jaen.translation.sentence import Rung, Sentence

__all__ = ["chosen"]

OWN = 0.5  # weight of how fluent the model found it when it wrote it; the rest is how it finds it for the untouched source
SURPLUS = 0.5  # taken off for a term that stands there once more than it should
REPEATED = 1.0  # taken off for each word that only repeats the one before it, or a pair that repeats the pair before
_ROUGH = frozenset({Rung.FORCED, Rung.SPLICE, Rung.APPEND})


def chosen(
    model: Model, sentences: Sequence[Sentence], pools: Sequence[Sequence[Candidate]]
) -> list[tuple[Candidate, float]]:
    """The best candidate of each pool, with the mean log-probability of its pieces outside the terms.

    Only those of a pool that miss least are considered. A pool holds at least one.
    """
    short = [_shortlist(pool) for pool in pools]
    pairs = [Pair(s.text, c.text) for s, pool in zip(sentences, short, strict=True) if len(pool) > 1 for c in pool]
    measured = iter(model.measure(pairs) if isinstance(model, SteeredModel) else [])
    best = []
    for sentence, pool in zip(sentences, short, strict=True):
        if len(pool) == 1 or not isinstance(model, SteeredModel):
            best.append((pool[0], pool[0].fluency))
            continue
        scored = [(_score(sentence, one, outside(one, next(measured))), one) for one in pool]
        score, one = max(scored, key=lambda pair: pair[0])
        best.append((one, score))
    return best


def _shortlist(pool: Sequence[Candidate]) -> list[Candidate]:
    """Those that miss least, each text once, in the order in which they were found."""
    least = min(len(candidate.missing) for candidate in pool)
    return list({c.text: c for c in reversed(pool) if len(c.missing) == least}.values())[::-1]


def outside(candidate: Candidate, measured: Measured) -> float:
    """Mean log-probability of the pieces outside the terms, the end among them."""
    spans = [placed.place.span for placed in candidate.placed if placed]
    values = [p.log_prob for p in measured.pieces if not any(p.span.overlaps(span) for span in spans)]
    return (sum(values) + measured.end) / (len(values) + 1)


def _score(sentence: Sentence, candidate: Candidate, untouched: float) -> float:
    is_rough = any(placed and placed.rung in _ROUGH for placed in candidate.placed)
    score = untouched if is_rough else OWN * candidate.fluency + (1 - OWN) * untouched
    requirements = {id(w.requirement): w.requirement for w in sentence.wanted}.values()
    count = sum(len(find_places(requirement, candidate.text)) for requirement in requirements)
    words = candidate.text.lower().split()
    repeats = sum(words[i] == words[i - 1] for i in range(1, len(words)))
    repeats += sum(words[i : i + 2] == words[i - 2 : i] for i in range(2, len(words) - 1))
    return score - SURPLUS * max(0, count - len(sentence.wanted)) - REPEATED * repeats
