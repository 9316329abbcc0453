"""Checks of what turns the meaning of a sentence."""

from collections.abc import Iterator

from jaen.checks.subject import Found
from jaen.model import Pair

__all__ = ["lost_modality", "lost_negations"]


def lost_negations(pair: Pair) -> Iterator[Found]:
    """A denial of the source that the translation does not make."""
    yield from ()


def lost_modality(pair: Pair) -> Iterator[Found]:
    """A doubt of the source that the translation states as a fact."""
    yield from ()
