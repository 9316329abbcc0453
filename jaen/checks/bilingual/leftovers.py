"""Checks of text that is not translated, or not as it should be."""

from collections.abc import Iterator

from jaen.checks.subject import Found
from jaen.model import Pair

__all__ = ["copied_sources", "left_in_source_language", "repeated_words", "truncated_translations"]


def left_in_source_language(pair: Pair) -> Iterator[Found]:
    """Words that the translation leaves in the language of the source."""
    yield from ()


def copied_sources(pair: Pair) -> Iterator[Found]:
    """A translation that is the source again."""
    yield from ()


def truncated_translations(pair: Pair) -> Iterator[Found]:
    """A translation that breaks off, or is far too short."""
    yield from ()


def repeated_words(pair: Pair) -> Iterator[Found]:
    """A translation that says the same words again and again."""
    yield from ()
