"""Looking a concept up as an editor types it: kanji, kana or romaji, any width, any part of a term."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from jaen.model import Concept, Term


class Rank(IntEnum):
    """How well a query fits; the smaller the better."""

    WHOLE = 0  # the term or its reading is the query
    START = 1
    INSIDE = 2


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A concept that was looked for, the term that fits best, and how well."""

    concept: Concept
    term: Term
    rank: Rank


def search(concepts: Sequence[Concept], query: str, limit: int) -> tuple[SearchResult, ...]:
    """The *limit* concepts that fit *query* best: by rank, then the shorter term, then id."""
    wanted = fold(query)
    if not wanted:
        return ()
    results = []
    for concept in concepts:
        fits = [(rank, len(term.text), term) for term in concept.terms if (rank := _rank(term, wanted)) is not None]
        if fits:
            rank, _, term = min(fits, key=lambda fit: fit[:2])
            results.append(SearchResult(concept, term, rank))
    results.sort(key=lambda result: (result.rank, len(result.term.text), result.concept.id))
    return tuple(results[:limit])


def _rank(term: Term, wanted: str) -> Rank | None:
    """The best rank of the term's text, its reading and the reading's romaji; None when none holds *wanted*."""
    keys = [fold(term.text)]
    if term.reading:
        keys.append(fold(term.reading))
    ranks = [_rank_of(key, wanted) for key in keys if wanted in key]
    return min(ranks, default=None)


def _rank_of(key: str, wanted: str) -> Rank:
    if key == wanted:
        return Rank.WHOLE
    return Rank.START if key.startswith(wanted) else Rank.INSIDE


def fold(text: str) -> str:
    """*text* for comparing: width, case, accents, kana script, spaces and punctuation do not count.

    >>> fold("Ｃｌａｕｄｅ・Mythos"), fold("アンソロピック"), fold("Máxima")
    ('claudemythos', 'あんそろぴっく', 'maxima')
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(_fold_char(char) for char in folded if char.isalnum() or char == "ー")


def _fold_char(char: str) -> str:
    if "ァ" <= char <= "ヶ":
        return chr(ord(char) - 0x60)  # hiragana stands 96 code points before katakana
    if char < "\u0250":
        return unicodedata.normalize("NFD", char)[0]  # é → e; か and が stay two
    return char
