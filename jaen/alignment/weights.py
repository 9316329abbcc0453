"""How much a clue that two sentences share, or do not share, speaks for one being the translation of the other.

Each clue that occurs in both texts is weighed as a log-likelihood ratio (Dunning 1993 weighs words so): how often a
translation has it, by `KEPT`, against how often any sentence of that text has it.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from jaen.alignment.clues import Clues

__all__ = ["KEPT", "Weights"]

KEPT = {"concept": 0.8, "number": 0.8, "date": 0.7, "word": 0.45, "small": 0.45, "mark": 0.7}
"""Share of a sentence's clues that its translation has too, of those that the two texts share."""

_BEFOREHAND = 20  # sentences that are counted in beforehand, so that few sentences do not say too much
_RARE = 0.02  # share of those that have a clue


class Weights:
    """What each clue is worth between two texts.

    Attributes:
        shared: clue → worth of having it on both sides, above lacking it.
    """

    def __init__(self, source: Sequence[Clues], target: Sequence[Clues]) -> None:
        in_source, in_target = _counts(source), _counts(target)
        self.shared: dict[str, float] = {}
        self._lacked: dict[str, tuple[float, float]] = {}
        for key in in_source.keys() & in_target.keys():
            kept = KEPT[key.partition(":")[0]]
            worth, lacks = 0.0, []
            for count, total in ((in_source[key], len(source)), (in_target[key], len(target))):
                share = min(0.9 * kept, (count + _RARE * _BEFOREHAND) / (total + _BEFOREHAND))
                lack = math.log((1 - kept) / (1 - share))
                worth += (math.log(kept / share) - lack) / 2
                lacks.append(lack / 2)
            self.shared[key] = worth
            self._lacked[key] = (lacks[1], lacks[0])

    def lacking(self, keys: Iterable[str], side: int) -> float:
        """Worth of finding none of *keys* on the other side; never above zero.

        Args:
            keys: of some sentences of one text.
            side: 0 for the source, 1 for the target.
        """
        return sum(self._lacked[key][side] for key in keys if key in self._lacked)


def _counts(sentences: Sequence[Clues]) -> Counter[str]:
    return Counter(key for clues in sentences for key in clues)
