"""Where in the table of all pairs of places the way from start to end may run: near what rare clues tie together."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jaen.alignment.clues import Clues

__all__ = ["Band", "find_band"]

_WHOLE = 2500  # places up to which a table is looked at as a whole
_WIDTH = 12  # sentences that are looked at on both sides of the way
_PLACES = 120_000  # that are looked at in a text without ties, some 70 µs each
_RARE = 2  # times in each text up to which a clue ties places together
_NEAR = 10  # rows within which another tie must agree with one …
_AGREES = 5  # … give or take these sentences

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Band:
    """For each row, the first and the last column that is looked at."""

    first: Sequence[int]
    last: Sequence[int]


def find_band(source: Sequence[Clues], target: Sequence[Clues]) -> Band:
    """The band for two texts; rows are places between source sentences, columns between target sentences."""
    rows, columns = len(source), len(target)
    if rows * columns <= _WHOLE:
        return Band([0] * (rows + 1), [columns] * (rows + 1))
    ties = _supported(_chain(_ties(source, target)))
    way = [(0, 0), *ties, (rows, columns)]
    first, last = [columns] * (rows + 1), [0] * (rows + 1)
    for (row, column), (next_row, next_column) in pairwise(way):
        slope = (next_column - column) / max(1, next_row - row)
        gap = max(next_row - row, next_column - column)
        # Far from any tie insertions may add up; in a long text without ties the table must not grow for that.
        width = max(_WIDTH, min(round(gap**0.5) * 3, _PLACES // (2 * rows + 2)))
        for at in range(row, next_row + 1):
            here = column + slope * (at - row)
            there = min(next_column, here + slope) if next_row > row else next_column
            first[at] = min(first[at], max(0, int(here) - width))
            last[at] = max(last[at], min(columns, int(there) + 1 + width))
    return Band(_rising(first), _rising(last))


def _rising(columns: Sequence[int]) -> list[int]:
    """No row's edge lies before the edge of the row above, so that every place can be reached."""
    edges: list[int] = []
    for column in columns:
        edges.append(max(column, edges[-1]) if edges else column)
    return edges


def _ties(source: Sequence[Clues], target: Sequence[Clues]) -> dict[Point, int]:
    """Pairs of sentences that share rare clues, with how many."""
    places = _rare_places(source), _rare_places(target)
    ties: dict[Point, int] = defaultdict(int)
    for key in places[0].keys() & places[1].keys():
        for row in places[0][key]:
            for column in places[1][key]:
                ties[row, column] += 1
    return ties


def _rare_places(sentences: Sequence[Clues]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for number, clues in enumerate(sentences):
        for key in clues:
            places[key].append(number)
    return {key: numbers for key, numbers in places.items() if len(numbers) <= _RARE}


def _chain(ties: Mapping[Point, int]) -> list[Point]:
    """The heaviest ties that keep the order of both texts.

    Longest increasing subsequence by weight; `tops` holds ends of chains, by column and with rising weight.
    """
    tops: list[tuple[int, int]] = []  # column, weight of the best chain that ends at or before it
    ends: list[Point] = []
    before: dict[Point, Point | None] = {}
    by_row: dict[int, list[int]] = defaultdict(list)
    for row, column in ties:
        by_row[row].append(column)
    for row in sorted(by_row):
        for column in sorted(by_row[row], reverse=True):  # from the right: one row gives one tie to a chain
            at = bisect_right(tops, (column, -1))  # chains that end before this column
            weight = ties[row, column] ** 2 + (tops[at - 1][1] if at else 0)
            before[row, column] = ends[at - 1] if at else None
            if at < len(tops) and tops[at][0] == column and tops[at][1] >= weight:
                continue
            stop = at
            while stop < len(tops) and tops[stop][1] <= weight:
                stop += 1
            tops[at:stop] = [(column, weight)]
            ends[at:stop] = [(row, column)]
    chain: list[Point] = []
    point = ends[-1] if ends else None
    while point:
        chain.append(point)
        point = before[point]
    return chain[::-1]


def _supported(chain: Sequence[Point]) -> list[Point]:
    """Ties that another one close by agrees with; a lone one may be chance."""
    kept = []
    for index, (row, column) in enumerate(chain):
        near = [*chain[max(0, index - 2) : index], *chain[index + 1 : index + 3]]
        if any(abs(other - row) <= _NEAR and abs((there - other) - (column - row)) <= _AGREES for other, there in near):
            kept.append((row, column))
    return kept
