"""What several checks of a pair need, found once."""

from collections.abc import Callable
from typing import TypeVar

from jaen.model import Pair

__all__ = ["once_a_pair"]

_Result = TypeVar("_Result")


def once_a_pair(find: Callable[[Pair], _Result]) -> Callable[[Pair], _Result]:
    """*find*, which remembers what it gave for the pair it was asked about last: a pair's checks follow each other.

    Pairs are told apart by identity, since comparing two of them would mean comparing two articles.
    """
    last: list[tuple[Pair, _Result]] = []

    def found(pair: Pair) -> _Result:
        known = last[0] if last else None
        if known is None or known[0] is not pair:
            known = (pair, find(pair))
            last[:] = [known]
        return known[1]

    found.__doc__ = find.__doc__
    return found
