"""How much a candidate is a term and no chance of words: the C-value of Frantzi, Ananiadou and Mima (2000)."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from jaen.glossary.suggest.candidates import Candidate, Key, key_of

__all__ = ["c_values"]

_LONGEST = 12  # words; of a longer candidate only this many are looked into


def c_values(candidates: Iterable[Candidate]) -> dict[Key, float]:
    """Candidate → its C-value: log2(1 + words) × (frequency less the mean frequency of longer candidates around it).

    The logarithm of Barrón-Cedeño et al. (2009) is used, which gives single words a value too.
    """
    candidates = list(candidates)
    counts = {one.key: len(one.places) for one in candidates}
    around: dict[Key, Counter[str]] = defaultdict(Counter)
    for one in candidates:
        for inner in set(_inside(one)):
            if inner in counts and inner != one.key:
                around[inner]["number"] += 1
                around[inner]["places"] += counts[one.key]
    return {
        one.key: math.log2(1 + one.words)
        * (counts[one.key] - (around[one.key]["places"] / around[one.key]["number"] if one.key in around else 0))
        for one in candidates
    }


def _inside(candidate: Candidate) -> Iterable[Key]:
    words: Sequence[str] = [token.surface for token in candidate.tokens] or candidate.text.split()
    words, joint = words[:_LONGEST], "" if candidate.tokens else " "
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            yield key_of(candidate.key[0], joint.join(words[first:last]))
