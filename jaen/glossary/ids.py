"""Ids for new concepts, made of their terms."""

import re
import unicodedata
from collections.abc import Collection, Sequence

from jaen.model import Term
from jaen.words.readings import romanize, to_hiragana
from jaen.words.tokens import tokenize_ja

__all__ = ["new_id", "slug"]


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
    english = [slug(term.text) for term in terms if term.language == "en"]
    wanted = next((one for one in english if one), "") or slug(_romaji(terms)) or "concept"
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def _romaji(terms: Sequence[Term]) -> str:
    """How the first Japanese term is read, as the entry or else the dictionary says."""
    term = next((term for term in terms if term.language == "ja"), None)
    if term is None:
        return ""
    reading = term.reading or " ".join(token.reading or token.surface for token in tokenize_ja(term.text))
    return romanize(to_hiragana(reading))
