"""Which of several translations the model itself finds best."""

from collections.abc import Iterator, Sequence

from jaen.translation.engines import Measured, Model, Pair, SteeredModel
from jaen.translation.ladder.candidate import Candidate
from jaen.translation.requirements import find_places
from jaen.translation.sentence import Rung, Sentence

__all__ = ["chosen"]

# In units of a mean log-probability; found on the tuning half of benchmarks/translation.
LENGTH = 0.35  # for a translation with as many characters as its source: models like to leave out what they don't know
SURPLUS = 0.5  # off for a term that stands there once more than it should
REPEATED = 1.0  # off for a word that repeats the one before it, or a pair that repeats the pair before it
_ROUGH = frozenset({Rung.FORCED, Rung.SPLICE, Rung.APPEND})


def chosen(
    model: Model, sentences: Sequence[Sentence], pools: Sequence[Sequence[Candidate]]
) -> list[tuple[Candidate, float]]:
    """The best candidate of each pool, with its score.

    Only those of a pool that miss least are considered. A pool holds at least one.
    """
    short = [_shortlist(pool) for pool in pools]
    scores = iter(_fluencies(model, sentences, short))
    best = []
    for sentence, pool in zip(sentences, short, strict=True):
        scored = [(next(scores) + _looks(sentence, candidate), candidate) for candidate in pool]
        score, candidate = max(scored, key=lambda pair: pair[0])
        best.append((candidate, score))
    return best


def _shortlist(pool: Sequence[Candidate]) -> list[Candidate]:
    """Those that miss least, each text once, in the order in which they were found."""
    least = min(len(candidate.missing) for candidate in pool)
    first = {candidate.text: candidate for candidate in reversed(pool) if len(candidate.missing) == least}
    return list(first.values())[::-1]


def _fluencies(model: Model, sentences: Sequence[Sentence], pools: Sequence[Sequence[Candidate]]) -> Iterator[float]:
    """How fluent the model finds each candidate.

    Of what it wrote by itself, with a carrier for a term, that is how likely it found that when it wrote it. What was
    forced into its words is measured again, outside the terms: it can't like a term that it does not know.
    """
    again = [
        (Pair(sentence.text, candidate.text), candidate)
        for sentence, pool in zip(sentences, pools, strict=True)
        for candidate in pool
        if len(pool) > 1 and _is_rough(candidate)
    ]
    values: dict[int, float] = {}
    if again and isinstance(model, SteeredModel):
        measured = model.measure([pair for pair, _ in again])
        values = {id(one): _outside(one, of_it) for (_, one), of_it in zip(again, measured, strict=True)}
    for pool in pools:
        for candidate in pool:
            yield values.get(id(candidate), candidate.fluency)


def _is_rough(candidate: Candidate) -> bool:
    return any(placed and placed.rung in _ROUGH for placed in candidate.placed)


def _outside(candidate: Candidate, measured: Measured) -> float:
    """Mean log-probability of the pieces outside the terms, the end among them."""
    spans = [placed.place.span for placed in candidate.placed if placed]
    values = [p.log_prob for p in measured.pieces if not any(p.span.overlaps(span) for span in spans)]
    return (sum(values) + measured.end) / (len(values) + 1)


def _looks(sentence: Sentence, candidate: Candidate) -> float:
    """What speaks for a candidate or against it, whatever the model thinks."""
    score = LENGTH * len(candidate.basis.target) / max(1, len(candidate.basis.source))
    wanted = {id(one.requirement): one.requirement for one in sentence.wanted}.values()
    count = sum(len(find_places(requirement, candidate.text)) for requirement in wanted)
    words = candidate.text.lower().split()
    repeats = sum(words[at] == words[at - 1] for at in range(1, len(words)))
    repeats += sum(words[at : at + 2] == words[at - 2 : at] for at in range(2, len(words) - 1))
    return score - SURPLUS * max(0, count - len(sentence.wanted)) - REPEATED * repeats
