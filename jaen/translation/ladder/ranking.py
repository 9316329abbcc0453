"""Which of several translations the model itself finds best."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jaen.translation.engines import Measured, Model, Pair, SteeredModel
from jaen.translation.ladder.candidate import Candidate, is_spaced
from jaen.translation.requirements import find_places
from jaen.translation.sentence import Rung, Sentence

__all__ = ["chosen"]

# In units of a mean log-probability; found with benchmarks/translation, whose README says on which halves.
LENGTH = 0.35  # for a translation with as many characters as its source: models like to leave out what they don't know
SURPLUS = 0.5  # off for a term that stands there once more than it should
AGREES = 0.5  # for one whose words are those of all others: what a model says again and again, it means
DOUBLED = 1.0  # off for a word that stands there twice in a row; いい is one word
REPEATED = 2.0  # off for one all of whose three words in a row have come before
_ROUGH = frozenset({Rung.FORCED, Rung.SPLICE, Rung.APPEND})


def chosen(model: Model, sentences: Sequence[Sentence], pools: Sequence[Sequence[Candidate]]) -> list[Candidate]:
    """The best candidate of each pool.

    Only those of a pool that miss least are considered. A pool holds at least one.
    """
    short = [_shortlist(pool) for pool in pools]
    scores = iter(_fluencies(model, sentences, short))
    spaced = is_spaced(model.target)
    best = []
    for sentence, pool in zip(sentences, short, strict=True):
        bags = [_bag(candidate, spaced) for candidate in pool]
        scored = [
            (next(scores) + _looks(sentence, candidate, spaced) + AGREES * _agreement(bags, at), candidate)
            for at, candidate in enumerate(pool)
        ]
        best.append(max(scored, key=lambda pair: pair[0])[1])
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


def _looks(sentence: Sentence, candidate: Candidate, spaced: bool) -> float:
    """What speaks for a candidate or against it, whatever the model thinks."""
    score = LENGTH * len(candidate.basis.target) / max(1, len(candidate.basis.source))
    wanted = {one.requirement.forms: one.requirement for one in sentence.wanted}.values()  # each term once
    count = sum(len(find_places(requirement, candidate.text)) for requirement in wanted)
    words = _words(candidate.text, spaced)
    threes = list(zip(words, words[1:], words[2:], strict=False))
    repeated = 1 - len(set(threes)) / len(threes) if threes else 0.0
    doubled = sum(word == before for before, word in pairwise(words)) if spaced else 0
    return score - SURPLUS * max(0, count - len(sentence.wanted)) - DOUBLED * doubled - REPEATED * repeated


def _bag(candidate: Candidate, spaced: bool) -> Counter[str]:
    """The words outside the terms, which all candidates have in common."""
    text, at = "", 0
    for span in sorted(placed.place.span for placed in candidate.placed if placed):
        text += candidate.text[at : span.start] + " "
        at = span.end
    return Counter(_words(text + candidate.text[at:], spaced))


def _words(text: str, spaced: bool) -> list[str]:
    """Words by blanks; in a language without them, characters."""
    return text.lower().split() if spaced else list(text.replace(" ", ""))


def _agreement(bags: Sequence[Counter[str]], at: int) -> float:
    """How much of one bag of words is in the others, on average (Dice), 0 to 1; 1 where there are no others.

    The candidate that is most like all others is the one of least expected loss (minimum Bayes risk; Kumar and Byrne, 2004).
    """
    others = [bag for number, bag in enumerate(bags) if number != at]
    if not others:
        return 1.0
    shares = [2 * (bags[at] & bag).total() / max(1, bags[at].total() + bag.total()) for bag in others]
    return sum(shares) / len(shares)
