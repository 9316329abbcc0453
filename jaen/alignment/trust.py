"""Whether one text is a translation of another at all.

Some way through two texts is always the best, so what counts is how much of them its beads explain. Measured on
documents of PUD and Tatoeba (first halves) by `benchmarks/alignment.py`: of translations at least 0.77 of the sentences
stand in beads whose clues speak for them, also when 30 % of the pairs are disturbed; of two texts that have nothing to do
with each other, or that say the same in another order, at most 0.65. Few sentences may agree by chance, up to a weight
of 11.
"""

import math
from collections.abc import Sequence

from jaen.alignment.lattice import Step
from jaen.alignment.scores import Scores

__all__ = ["TRUSTED", "confidence_of"]

TRUSTED = 0.5
"""Confidence from which two texts are taken for translations."""

_SHARE, _SHARE_SPREAD = 0.67, 0.04
_OTHER_SHARE, _OTHER_SPREAD = 0.3, 0.04
_WEIGHT, _WEIGHT_SPREAD = 10.0, 1.5  # of all clues together
_MEAN, _MEAN_SPREAD = 2.2, 0.3  # of them for each sentence


def confidence_of(way: Sequence[Step], scores: Scores, sizes: tuple[int, int]) -> float:
    """0 to 1, that the one text is a translation of the other.

    The text of which more is explained must be explained nearly as a whole; the other, which may be longer by what an
    abridged translation leaves out, by a third.

    Args:
        way: the best way through both.
        scores: of beads.
        sizes: sentences of source and target.
    """
    if not all(sizes):
        return 0.0
    weight = 0.0
    explained = [0, 0]
    for step in way:
        rows, columns = step.move
        if rows and columns:
            worth = scores.by_clues(step.source, rows, step.target, columns)
            weight += worth
            if worth > 0:
                explained[0] += rows
                explained[1] += columns
    less, more = sorted(count / size for count, size in zip(explained, sizes, strict=True))
    return (
        _sigmoid((more - _SHARE) / _SHARE_SPREAD)
        * _sigmoid((less - _OTHER_SHARE) / _OTHER_SPREAD)
        * _sigmoid((weight - _WEIGHT) / _WEIGHT_SPREAD)
        * _sigmoid((2 * weight / sum(sizes) - _MEAN) / _MEAN_SPREAD)
    )


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, value))))
