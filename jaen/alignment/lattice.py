"""The best way through two texts, and how sure each step of it is: dynamic programming over groups of sentences."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jaen.alignment.band import Band

__all__ = ["MOVES", "Step", "find_way"]

MOVES: dict[tuple[int, int], float] = {
    (1, 1): math.log(0.89),
    (1, 0): math.log(0.02),
    (0, 1): math.log(0.02),
    (2, 1): math.log(0.028),
    (1, 2): math.log(0.028),
    (2, 2): math.log(0.004),
    (3, 1): math.log(0.005),
    (1, 3): math.log(0.005),
}
"""Source and target sentences of a bead, and how often one is met.

After Gale and Church (1993), with more insertions and omissions, which journalists make and parliaments do not.
"""

_MOVES = tuple(MOVES.items())
_NEVER = -math.inf
Score = Callable[[int, int, int, int], float]


@dataclass(frozen=True, slots=True)
class Step:
    """A bead of the best way: sentences [source, source + move[0]) with [target, target + move[1]).

    Attributes:
        probability: share of all ways, each by its likelihood, that take this step.
    """

    source: int
    target: int
    move: tuple[int, int]
    probability: float


def find_way(rows: int, band: Band, score: Score) -> list[Step]:
    """The most likely way from the start of both texts to their end.

    Args:
        rows: sentences of the source.
        band: where to look.
        score: of a bead with sentences on both sides, see `jaen.alignment.scores`; a log-likelihood ratio against
            sentences that have nothing to do with one another.

    Time and memory grow with the places in the band.
    """
    best: list[list[float]] = []  # of the best way to each place
    total: list[list[float]] = []  # of all ways to it
    steps: list[list[list[float]]] = []  # of each move into it
    came: list[list[int]] = []
    for row in range(rows + 1):
        first, last = band.first[row], band.last[row]
        width = last - first + 1
        best.append([_NEVER] * width)
        total.append([_NEVER] * width)
        came.append([-1] * width)
        steps.append([])
        for column in range(first, last + 1):
            values = _values(row, column, band, best, score)
            steps[row].append(values)
            at = column - first
            if row == 0 and column == 0:
                best[0][at] = total[0][at] = 0.0
                continue
            into = [_NEVER] * len(_MOVES)
            for number, (source, target) in enumerate(MOVES):
                if values[number] > _NEVER:
                    place = column - target - band.first[row - source]
                    into[number] = total[row - source][place] + values[number]
                    value = best[row - source][place] + values[number]
                    if value > best[row][at]:
                        best[row][at], came[row][at] = value, number
            total[row][at] = _log_sum(into)
    onward = _onward(rows, band, steps)
    return _traced(rows, band, came, (total, onward, steps))


def _values(
    row: int,
    column: int,
    band: Band,
    best: Sequence[Sequence[float]],
    score: Score,
) -> list[float]:
    """Log-likelihood of each move into a place; -inf where it does not come from a place that was reached."""
    values = []
    for (source, target), prior in _MOVES:
        before, start = row - source, column - target
        is_inside = before >= 0 and band.first[before] <= start <= band.last[before]
        if not is_inside or best[before][start - band.first[before]] == _NEVER:
            values.append(_NEVER)
        else:
            values.append(prior + score(before, source, start, target) if source and target else prior)
    return values


def _onward(
    rows: int,
    band: Band,
    steps: Sequence[Sequence[Sequence[float]]],
) -> list[list[float]]:
    """Log-likelihood of all ways from each place to the end."""
    onward = [[_NEVER] * (band.last[row] - band.first[row] + 1) for row in range(rows + 1)]
    onward[rows][-1] = 0.0
    for row in range(rows, -1, -1):
        for at in range(len(onward[row]) - 1, -1, -1):
            here = onward[row][at]
            if here == _NEVER:
                continue
            for value, (source, target) in zip(steps[row][at], MOVES, strict=True):
                if value > _NEVER:
                    place = at + band.first[row] - target - band.first[row - source]
                    onward[row - source][place] = _log_add(onward[row - source][place], here + value)
    return onward


def _traced(
    rows: int,
    band: Band,
    came: Sequence[Sequence[int]],
    table: tuple[list[list[float]], list[list[float]], list[list[list[float]]]],
) -> list[Step]:
    """The best way, from its start."""
    total, onward, steps = table
    moves = tuple(MOVES)
    whole = total[rows][-1]
    way = []
    row, column = rows, band.last[rows]
    while row or column:
        at = column - band.first[row]
        number = came[row][at]
        source, target = moves[number]
        before, start = row - source, column - target
        likelihood = total[before][start - band.first[before]] + steps[row][at][number] + onward[row][at] - whole
        way.append(Step(before, start, (source, target), min(1.0, math.exp(likelihood))))
        row, column = before, start
    return way[::-1]


def _log_add(first: float, second: float) -> float:
    if first < second:
        first, second = second, first
    return first if second == _NEVER else first + math.log1p(math.exp(second - first))


def _log_sum(values: Sequence[float]) -> float:
    most = max(values)
    return most if most == _NEVER else most + math.log(sum(math.exp(value - most) for value in values))
