"""Looking a concept up as an editor types it: kanji, kana or romaji, any width, any part of a term."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from jaen.model import Concept, Term
from jaen.words.readings import fold_romaji, romanize, to_hiragana
from jaen.words.scripts import Script, script_counts


class Rank(IntEnum):
    """How well a query fits; the smaller the better."""

    WHOLE = 1  # the term or its reading is the query
    START = 2
    INSIDE = 3


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A concept that was looked for, the term that fits best, and how well."""

    concept: Concept
    term: Term
    rank: Rank


@dataclass(frozen=True, slots=True)
class _Keys:
    """What one term is found under: its folded spellings, and the romaji of its reading."""

    term: Term
    spellings: tuple[str, ...]
    romaji: str


class SearchIndex:
    """The terms of a glossary with the keys they are found under."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._entries = [(concept, [_keys(term) for term in concept.terms]) for concept in concepts]

    def find(self, query: str, limit: int) -> tuple[SearchResult, ...]:
        """The *limit* concepts that fit *query* best: by rank, then the shorter term, then id.

        A query without a letter or digit fits nothing.
        """
        wanted = fold(query)
        if not wanted:
            return ()
        romaji = _squeezed(fold_romaji(query)) if wanted.isascii() else ""
        results = []
        for concept, terms in self._entries:
            ranked = [(rank, keys.term) for keys in terms if (rank := _rank(keys, wanted, romaji))]
            if ranked:
                rank, term = min(ranked, key=lambda fit: (fit[0], len(fit[1].text)))
                results.append(SearchResult(concept, term, rank))
        results.sort(key=lambda result: (result.rank, len(result.term.text), result.concept.id))
        return tuple(results[:limit])


def _keys(term: Term) -> _Keys:
    spellings = (fold(term.text), fold(term.reading)) if term.reading else (fold(term.text),)
    kana = to_hiragana(term.reading or term.text)
    is_kana = term.language == "ja" and not script_counts(kana).keys() & {Script.HAN, Script.LATIN}
    return _Keys(term, spellings, _squeezed(fold_romaji(romanize(kana))) if is_kana else "")


def _rank(keys: _Keys, wanted: str, romaji: str) -> Rank | None:
    """How well the term fits; None when it does not."""
    ranks = [_rank_of(key, wanted) for key in keys.spellings if wanted in key]
    if romaji and romaji in keys.romaji:
        ranks.append(_rank_of(keys.romaji, romaji))
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
    folded = to_hiragana(unicodedata.normalize("NFKC", text)).casefold()
    return "".join(_without_accent(char) for char in folded if char.isalnum() or char == "ー")


def _without_accent(char: str) -> str:
    # Only Latin letters: taken apart, が would become か.
    return unicodedata.normalize("NFD", char)[0] if char < "\u0250" else char


def _squeezed(romaji: str) -> str:
    return romaji.replace(" ", "")
