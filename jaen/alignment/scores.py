"""How likely a group of sentences is the translation of another, against two groups that have nothing in common."""

import math
from collections.abc import Sequence
from functools import cached_property

from jaen.alignment.clues import Clue, Clues
from jaen.alignment.lengths import Lengths
from jaen.alignment.weights import Weights

__all__ = ["Scores", "Side"]


class Side:
    """The sentences of one text, as alignment sees them.

    Args:
        lengths: of each, in Latin letters.
        clues: of each.
    """

    def __init__(self, lengths: Sequence[float], clues: Sequence[Clues]) -> None:
        self.lengths = lengths
        self.clues = clues
        self._keys: dict[tuple[int, int], frozenset[str]] = {}

    def __len__(self) -> int:
        return len(self.lengths)

    def length(self, start: int, count: int) -> float:
        """Of *count* sentences from *start* on."""
        return sum(self.lengths[start : start + count])

    def told(self, start: int, count: int) -> dict[str, Clue]:
        """Clues of *count* sentences from *start* on, each of the first sentence that has it."""
        return {key: clue for clues in reversed(self.clues[start : start + count]) for key, clue in clues.items()}

    def keys(self, start: int, count: int) -> frozenset[str]:
        """Clues of *count* sentences from *start* on."""
        known = self._keys.get((start, count))
        if known is None:
            known = frozenset().union(*self.clues[start : start + count])
            self._keys[start, count] = known
        return known


class Scores:
    """Log-likelihood ratios of groups, see the module.

    Args:
        source, target: the two texts; without clues only their lengths count.
    """

    def __init__(self, source: Side, target: Side) -> None:
        self._source = source
        self._target = target
        self._lengths = Lengths(source.lengths, target.lengths)
        self._weights = Weights(source.clues, target.clues)
        self._lacking: tuple[dict[tuple[int, int], float], ...] = ({}, {})

    def __call__(self, source: int, in_source: int, target: int, in_target: int) -> float:
        """Of *in_source* sentences from *source* on with *in_target* from *target* on."""
        return self.by_length(source, in_source, target, in_target) + self.by_clues(
            source, in_source, target, in_target
        )

    def by_length(self, source: int, in_source: int, target: int, in_target: int) -> float:
        """What the lengths say."""
        return self._lengths.score(
            (in_source, self._source.length(source, in_source)), (in_target, self._target.length(target, in_target))
        )

    def by_clues(self, source: int, in_source: int, target: int, in_target: int) -> float:
        """What the clues say."""
        shared = self.shared(source, in_source, target, in_target)
        # Among more sentences a clue is found more easily by chance.
        chance = len(shared) * math.log(in_source * in_target) / 2
        worth = sum(self._weights.shared[key] for key in shared) - chance
        return worth + self._lacks(0, source, in_source) + self._lacks(1, target, in_target)

    def shared(self, source: int, in_source: int, target: int, in_target: int) -> frozenset[str]:
        """Clues that both groups have."""
        return self._source.keys(source, in_source) & self._target.keys(target, in_target) & self._known

    def evidence(self, source: int, in_source: int, target: int, in_target: int) -> list[str]:
        """The clues that both groups have, the weightiest first, as a person reads them."""
        shared = self.shared(source, in_source, target, in_target) if in_source and in_target else frozenset()
        shown = {key for key in shared if not key.startswith("small:")}
        told = self._source.told(source, in_source), self._target.told(target, in_target)
        ranked = sorted(shown, key=lambda key: (-self._weights.shared[key], key))
        return list(dict.fromkeys(_evidence(key, told[0][key], told[1][key]) for key in ranked))

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._weights.shared)

    def _lacks(self, side: int, start: int, count: int) -> float:
        known = self._lacking[side].get((start, count))
        if known is None:
            text = self._target if side else self._source
            known = self._weights.lacking(text.keys(start, count), side)
            self._lacking[side][start, count] = known
        return known


def _evidence(key: str, source: Clue, target: Clue) -> str:
    """`number: 150`, `name: アンソロピック ~ Anthropic`, `word: 移民 ~ immigrants`."""
    if not key.startswith("word:"):
        return key
    return f"{'name' if source.is_name and target.is_name else 'word'}: {source.words} ~ {target.words}"
