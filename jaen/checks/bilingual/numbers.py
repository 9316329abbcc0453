"""Checks of numbers, by value."""

from collections.abc import Iterator

from jaen.checks.subject import Found
from jaen.model import Pair

__all__ = ["added_numbers", "lost_numbers", "other_units"]


def lost_numbers(pair: Pair) -> Iterator[Found]:
    """A number of the source that the translation lacks or has with another value."""
    yield from ()


def added_numbers(pair: Pair) -> Iterator[Found]:
    """A number of the translation that the source does not have."""
    yield from ()


def other_units(pair: Pair) -> Iterator[Found]:
    """A number whose unit or currency is another one in the translation."""
    yield from ()
