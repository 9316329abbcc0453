"""Ids for new concepts, made of their terms."""

import re
import unicodedata
from collections.abc import Collection, Sequence

from jaen.model import Term
from jaen.words.readings import romanize, to_hiragana
from jaen.words.tokens import tokenize_ja

__all__ = ["NewIds", "new_id", "slug"]

_LONGEST = 100  # characters; systems take names of files up to 255, and some paths up to 260 in all
_DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))])
"""Windows has no files of these names, whatever the ending."""


def slug(text: str) -> str:
    """An id made of *text*: its Latin letters and digits, joined by hyphens.

    >>> slug("Crédit Agricole S.A.")
    'credit-agricole-s-a'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def new_id(terms: Sequence[Term], taken: Collection[str]) -> str:
    """An id for a concept with these terms: of the first English one, else of how the Japanese one is read.

    Args:
        terms: at least one.
        taken: ids that are in use or were once.

    >>> from jaen.model import Term
    >>> new_id([Term(text="Mythos", language="en")], {"mythos"})
    'mythos-2'
    """
    return NewIds(taken).make(terms)


class NewIds:
    """Ids for many new concepts, each of which is in use from then on; a thousand with one name take no longer than others.

    Args:
        taken: ids that are in use or were once; the caller may go on adding to it.

    >>> from jaen.model import Term
    >>> ids = NewIds(set())
    >>> [ids.make([Term(text="bank", language="en")]) for _ in range(3)]
    ['bank', 'bank-2', 'bank-3']
    """

    def __init__(self, taken: Collection[str]) -> None:
        self._taken = taken
        self._made: set[str] = set()
        self._numbers: dict[str, int] = {}  # name → the last number tried

    def make(self, terms: Sequence[Term]) -> str:
        """As `new_id`, but for the ids made before."""
        english = [slug(term.text) for term in terms if term.language == "en"]
        wanted = next((one for one in english if one), "") or slug(_romaji(terms)) or "concept"
        made = wanted = _cut(wanted)
        while made in self._taken or made in self._made or made in _DEVICES:
            self._numbers[wanted] = self._numbers.get(wanted, 1) + 1
            made = f"{wanted}-{self._numbers[wanted]}"
        self._made.add(made)
        return made


def _cut(wanted: str) -> str:
    """*wanted* as far as it fits into the name of a file, in whole words where it has some."""
    if len(wanted) <= _LONGEST:
        return wanted
    return wanted[: _LONGEST + 1].rpartition("-")[0] or wanted[:_LONGEST]


def _romaji(terms: Sequence[Term]) -> str:
    """How the first Japanese term is read, as the entry or else the dictionary says."""
    term = next((term for term in terms if term.language == "ja"), None)
    if term is None:
        return ""
    reading = term.reading or " ".join(token.reading or token.surface for token in tokenize_ja(term.text))
    return romanize(to_hiragana(reading))
