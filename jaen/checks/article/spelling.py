"""Checks of how words are spelled."""

from collections.abc import Iterator

from jaen.checks.subject import Found, Subject

__all__ = ["house_spellings", "mixed_spellings"]


def house_spellings(subject: Subject) -> Iterator[Found]:
    """A word that this desk writes in another way."""
    yield from ()


def mixed_spellings(subject: Subject) -> Iterator[Found]:
    """A word that the article spells in two ways."""
    yield from ()
