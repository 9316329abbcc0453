"""What is wrong with a glossary, gathered while all of it is read."""

import difflib
from collections.abc import Iterable

from jaen.errors import GlossaryError
from jaen.glossary.tree import Place


class Problems:
    """The problems found so far, each `file:place: what; what instead`.

    A reader adds and goes on: an editor wants all problems in one go, not one per attempt.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []

    def add(self, file: str, place: Place, what: str) -> None:
        """Note a problem at *place* of *file*."""
        self.lines.append(f"{file}:{place}: {what}")

    def raise_if_any(self, place: str) -> None:
        """Raise all problems as one error about the glossary at *place*.

        Raises:
            GlossaryError: there is at least one problem.
        """
        if self.lines:
            raise GlossaryError(place, self.lines)


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The advice after an unknown *word*: the nearest allowed one, or all of them.

    >>> nearest("catgory", ["category", "domain"])
    "did you mean 'category'?"
    >>> nearest("x", ["category", "domain"])
    'use one of: category, domain'
    """
    known = sorted(allowed)
    close = difflib.get_close_matches(word, known, n=1)
    return f"did you mean '{close[0]}'?" if close else f"use one of: {', '.join(known)}"
