"""Checks of people, organizations and other names."""

from collections.abc import Iterator

from jaen.checks.subject import Found
from jaen.model import Pair

__all__ = ["added_names", "lost_names"]


def lost_names(pair: Pair) -> Iterator[Found]:
    """A name of the source that has no counterpart in the translation."""
    yield from ()


def added_names(pair: Pair) -> Iterator[Found]:
    """A name of the translation that has no counterpart in the source."""
    yield from ()
