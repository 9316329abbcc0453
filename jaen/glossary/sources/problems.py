"""What is wrong with a glossary, gathered while all of it is read."""

import difflib
from collections.abc import Iterable

from jaen.errors import GlossaryError
from jaen.glossary.sources.tree import Place

_CLOSE = 0.7  # of difflib's ratio: catgory is near category (0.93), nope is not near openai (0.6)


class Problems:
    """The problems found so far, each `file:place: what; what instead`.

    A reader adds and goes on: an editor wants all problems in one go, not one per attempt.
    """

    def __init__(self) -> None:
        self._found: list[tuple[str, Place, str]] = []

    def __len__(self) -> int:
        return len(self._found)

    def add(self, file: str, place: Place, what: str) -> None:
        """Note a problem at *place* of *file*."""
        self._found.append((file, place, what))

    @property
    def found(self) -> list[tuple[Place, str]]:
        """The problems as (place, what), as they were found; for the problems of one file."""
        return [(place, what) for _, place, what in self._found]

    @property
    def lines(self) -> list[str]:
        """The problems as they are printed, by file and line; those of a sheet as they were found, row by row."""
        ordered = sorted(self._found, key=lambda one: (one[0], one[1] if isinstance(one[1], int) else 0))
        return [f"{file}:{place}: {what}" for file, place, what in ordered]

    def raise_if_any(self, place: str) -> None:
        """Raise all problems as one error about the glossary at *place*.

        Raises:
            GlossaryError: there is at least one problem.
        """
        if self._found:
            raise GlossaryError(place, self.lines)


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The advice after an unknown *word*: the nearest allowed one, or all of them.

    >>> nearest("catgory", ["category", "domain"])
    "did you mean 'category'?"
    >>> nearest("x", ["category", "domain"])
    'use one of: category, domain'
    """
    known = sorted(allowed)
    close = difflib.get_close_matches(word, known, n=1, cutoff=_CLOSE)
    return f"did you mean '{close[0]}'?" if close else f"use one of: {', '.join(known)}"
