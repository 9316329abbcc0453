"""Checks of direct speech."""

from collections.abc import Iterator

from jaen.checks.subject import Found
from jaen.model import Pair

__all__ = ["lost_quotations"]


def lost_quotations(pair: Pair) -> Iterator[Found]:
    """Direct speech of the source that the translation does not mark as such."""
    yield from ()
