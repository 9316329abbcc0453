"""Looking a concept up as an editor types it: kanji, kana or romaji, any width, any part of a term, with slips."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from jaen.errors import ConfigError
from jaen.glossary.keys import Rank, TermKeys, fold
from jaen.glossary.sources.problems import nearest
from jaen.glossary.sources.schema import CATEGORIES, LANGUAGES, REVIEW_STATES, STATUSES
from jaen.model import Concept, Term
from jaen.words.readings import fold_romaji
from jaen.words.scripts import Script, script_counts

__all__ = ["EVERYTHING", "Filter", "Rank", "SearchIndex", "SearchResult"]

_FEW = 3  # with fewer concepts that hold the query, those that are like it are shown, too
_MIN_ALIKE = 4  # letters; of fewer too many words are alike
# With one letter wrong, 300 queries of four letters and more each out of 1,500 names (Japanese and English names of the
# government, katakana and Latin names): all have the right one among the first three at 75, 0.84 to 1 at 80; 300 names
# that are not there bring 0.2 (katakana) to 1.9 (English) others each. A part of a name: 0.88 to 1 at 80.
_ALIKE = 75
_ALIKE_IN_PART = 80
_OTHER_ORDER = 99  # the likeness of a name with its two parts exchanged
_BETWEEN = re.compile(r"[\s・･＝=,、]+")
_PART_COSTS = 10  # a likeness that is only of a part counts less

_Fit = tuple[int, Rank, float]  # number of a term, how it fits, likeness


def _check(what: str, words: Iterable[str], allowed: Collection[str]) -> None:
    for word in words:
        if word not in allowed:
            advice = nearest(word, allowed) if allowed else f"no entry has a {what}"
            raise ConfigError(f"{what} {word!r} is not known; {advice}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which concepts are wanted; an empty field wants all. Of several words in a field, one must hold.

    Attributes:
        status: of the term that is found.
        language: of the term that is found.
        category: of the concept.
        domain: among the concept's.
        review: state of the concept's review.
        expired: the concept or the term was valid only until before this day.

    Raises:
        ConfigError: a word that no entry can have; the message names the nearest right one.
    """

    status: tuple[str, ...] = ()
    language: str = ""
    category: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    expired: date | None = None

    def __post_init__(self) -> None:
        _check("status", self.status, STATUSES)
        _check("language", (self.language,) if self.language else (), LANGUAGES)
        _check("category", self.category, CATEGORIES)
        _check("review", self.review, REVIEW_STATES)

    def takes(self, concept: Concept, term: Term) -> bool:
        """True when *concept* is wanted, found by *term*."""
        return (
            (not self.status or term.status in self.status)
            and (not self.language or term.language == self.language)
            and (not self.category or concept.category in self.category)
            and (not self.domain or not set(self.domain).isdisjoint(concept.domain))
            and (not self.review or concept.review.state in self.review)
            and (self.expired is None or any(one.end and one.end < self.expired for one in (concept.valid, term.valid)))
        )


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A concept that was looked for, the term that fits best, and how well.

    Attributes:
        likeness: of the query to the term, 0 to 100; 100 unless `rank` is `ALIKE`.
    """

    concept: Concept
    term: Term
    rank: Rank
    likeness: float = 100


class SearchIndex:
    """The terms of a glossary with the keys they are found under."""

    def __init__(self, keys: TermKeys) -> None:
        self._keys = keys

    def find(self, query: str, limit: int | None = None, wanted: Filter = EVERYTHING) -> tuple[SearchResult, ...]:
        """The concepts that fit *query* best: by rank, then likeness, then the shorter term, then id.

        Args:
            query: any part of a term or reading; "" finds everything, any other without a letter or digit nothing.
            limit: how many; None for all.
            wanted: which concepts.

        Raises:
            ConfigError: no concept has a domain that is wanted.
        """
        self._check_domains(wanted.domain)
        if not query.strip():
            return self._list(wanted)[:limit]
        folded = fold(query)
        results = self._best(self._holding(query, folded), wanted)
        if len(results) < _FEW and len(folded) >= _MIN_ALIKE:
            results = self._best(self._alike(query, folded), wanted) | results
        ordered = sorted(
            results.values(), key=lambda one: (one.rank, -one.likeness, len(one.term.text), one.concept.id)
        )
        return tuple(ordered[:limit])

    def _list(self, wanted: Filter) -> tuple[SearchResult, ...]:
        """All concepts that are wanted, by id, each with its first term that is."""
        listed: dict[str, SearchResult] = {}
        for concept, term in zip(self._keys.concepts, self._keys.terms, strict=True):
            if concept.id not in listed and wanted.takes(concept, term):
                listed[concept.id] = SearchResult(concept, term, Rank.WHOLE)
        return tuple(listed[concept_id] for concept_id in sorted(listed))

    def _holding(self, query: str, folded: str) -> Iterator[_Fit]:
        """Terms that hold the query."""
        if not folded:
            return
        for number, rank in self._keys.spelled.find(folded):
            yield number, rank, 100
        if romaji := _romaji(query, folded):
            for number, rank in self._keys.romaji.find(romaji):
                yield number, rank, 100

    def _alike(self, query: str, folded: str) -> Iterator[_Fit]:
        """Terms that are like the query, as it is written or read."""
        looked_through = [(self._keys.spelled, folded)]
        if romaji := _romaji(query, folded):
            looked_through += [(self._keys.romaji, romaji), (self._keys.guessed_romaji, romaji)]
        elif script_counts(folded).keys() == {Script.HIRAGANA}:
            looked_through += [(self._keys.guessed, folded)]
        for number, _ in self._keys.spelled.find(_swapped(query)):
            yield number, Rank.ALIKE, _OTHER_ORDER
        for lines, wanted in looked_through:
            for number, likeness in lines.alike(wanted, _ALIKE):
                yield number, Rank.ALIKE, likeness
            for number, likeness in lines.alike_in_part(wanted, _ALIKE_IN_PART):
                yield number, Rank.ALIKE, likeness - _PART_COSTS

    def _best(self, fits: Iterable[_Fit], wanted: Filter) -> dict[str, SearchResult]:
        """Of each concept that is wanted the term that fits best, by id."""
        best: dict[str, tuple[tuple[int, float, int], SearchResult]] = {}
        for number, rank, likeness in fits:
            concept, term = self._keys.concepts[number], self._keys.terms[number]
            order = (rank, -likeness, len(term.text))
            if wanted.takes(concept, term) and (concept.id not in best or order < best[concept.id][0]):
                best[concept.id] = order, SearchResult(concept, term, rank, likeness)
        return {concept_id: result for concept_id, (_, result) in best.items()}

    def _check_domains(self, domains: Sequence[str]) -> None:
        if domains:
            _check("domain", domains, {one for concept in self._keys.concepts for one in concept.domain})


def _swapped(query: str) -> str:
    """A query of two words, folded, in the other order: ベッセント スコット is スコット・ベッセント; else a text that no term holds."""
    words = _BETWEEN.split(query.strip())
    return fold(words[1] + words[0]) if len(words) == 2 and all(map(fold, words)) else "\0"


def _romaji(query: str, folded: str) -> str:
    """A query in Latin letters as romaji is compared; "" for any other."""
    return fold_romaji(query).replace(" ", "") if folded.isascii() else ""
