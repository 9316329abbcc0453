"""Groups of what is linked in pairs."""

from collections import Counter, defaultdict
from collections.abc import Mapping

__all__ = ["Pairing", "grouped"]

Pairing = tuple[int, int]
"""The numbers of two things, the smaller first."""


def grouped(scores: Mapping[Pairing, float]) -> list[list[int]]:
    """Groups joined from the strongest pair on, as long as at least half of the pairs between two groups are linked.

    A chain (A with B, B with C …) does not make one group of all that it runs through.

    Args:
        scores: pair → its strength.

    >>> grouped({(0, 1): 9.0, (1, 2): 8.0, (0, 2): 7.0, (2, 3): 6.0})
    [[0, 1, 2]]
    """
    groups = {number: [number] for pair in scores for number in pair}
    home = {number: number for number in groups}
    between: dict[int, Counter[int]] = defaultdict(Counter)
    for first, second in scores:
        between[first][second] += 1
        between[second][first] += 1
    for first, second in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        large, small = sorted((home[first], home[second]), key=lambda number: (-len(groups[number]), number))
        if large == small or between[large][small] * 2 < len(groups[large]) * len(groups[small]):
            continue
        home.update(dict.fromkeys(groups[small], large))
        groups[large] += groups.pop(small)
        for third, count in between.pop(small).items():
            del between[third][small]
            if third != large:
                between[large][third] += count
                between[third][large] += count
    return [sorted(group) for group in groups.values() if len(group) > 1]
