"""Checks of dates, by interval."""

from collections.abc import Iterator

from jaen.checks.subject import Found
from jaen.model import Pair

__all__ = ["other_dates"]


def other_dates(pair: Pair) -> Iterator[Found]:
    """A date of the source that the translation lacks or has as another day."""
    yield from ()
