"""Checks of glossary terms."""

from collections.abc import Iterator

from jaen.checks.subject import Found
from jaen.model import Pair

__all__ = ["forbidden_in_translations", "other_concepts", "unmet_terms"]


def unmet_terms(pair: Pair) -> Iterator[Found]:
    """A term of the glossary that the translation lacks."""
    yield from ()


def forbidden_in_translations(pair: Pair) -> Iterator[Found]:
    """A term that the glossary forbids for what the source names."""
    yield from ()


def other_concepts(pair: Pair) -> Iterator[Found]:
    """A concept in the translation that the source does not name, in the place of one that it does."""
    yield from ()
