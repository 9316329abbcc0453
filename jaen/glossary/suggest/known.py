"""What a glossary has already: such suggestions are dropped, or become additions to an entry."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from jaen.glossary.glossary import Glossary
from jaen.glossary.suggest.candidates import Key, key_of
from jaen.glossary.suggest.suggestion import Suggestion
from jaen.model import Concept, Status, Term
from jaen.words.english import lemmas

__all__ = ["Known"]


class Known:
    """The terms of a glossary, whatever their status and their entry's state."""

    def __init__(self, glossary: Glossary | None) -> None:
        self._by_key: dict[Key, list[tuple[Concept, Term]]] = {}
        for concept in glossary.concepts if glossary else ():
            for term in concept.terms:
                for key in _keys(term):
                    self._by_key.setdefault(key, []).append((concept, term))

    def new(self, suggestions: Iterable[Suggestion]) -> Iterator[Suggestion]:
        """Suggestions without what is known: as they are, or as an addition to the one concept that has a part.

        Nothing is proposed of which every term is known, which several concepts have parts of, or whose known part is
        forbidden or was rejected.
        """
        for suggestion in suggestions:
            owners = {id(concept): (concept, term) for concept, term in self._owners(suggestion)}
            if not owners:
                yield suggestion
                continue
            unknown = tuple(term for term in suggestion.terms if not self._has(term))
            ids = {concept.id for concept, _ in owners.values()}
            if unknown and len(ids) == 1 and all(_may_grow(*one) for one in owners.values()):
                yield replace(suggestion, extends=ids.pop())

    def _owners(self, suggestion: Suggestion) -> list[tuple[Concept, Term]]:
        return [one for term in suggestion.terms for key in _keys(term) for one in self._by_key.get(key, ())]

    def _has(self, term: Term) -> bool:
        return any(key in self._by_key for key in _keys(term))


def _keys(term: Term) -> set[Key]:
    """The folded term, and for an English one its singular."""
    keys = {key_of(term.language, term.text)}
    if term.language == "en":
        *first, last = term.text.split()
        keys.add(key_of("en", " ".join([*first, lemmas(last.lower())[0]])))
    return keys


def _may_grow(concept: Concept, term: Term) -> bool:
    return concept.review.state != "rejected" and term.status is not Status.FORBIDDEN
