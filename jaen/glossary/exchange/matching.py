"""Which concept of a glossary an incoming one is."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice

from jaen.glossary.glossary import Glossary
from jaen.model import Concept, Status, Term

__all__ = ["Match", "Matching"]

# NSC is the council of several countries: such a term names no concept when the one in the other language is another.
_WEAK = ("abbreviation", "short")
_MANY = 50  # concepts with one name
_SHOWN = 5  # of the concepts that it may be
_PLAIN_CATEGORY = "term"  # what most programs say of every concept
_JOINTS = re.compile(r"[\s・･＝=\-‐‑–]+")


@dataclass(frozen=True, slots=True)
class Match:
    """What an incoming concept is in the glossary.

    Attributes:
        ids: of the concepts that it may be; of one it is that, of several it can't be told, of none it is new.
        reason: why it can't be told, for people; empty otherwise.
    """

    ids: tuple[str, ...]
    reason: str = ""


class Matching:
    """The terms of a glossary, folded, with the concepts that have them."""

    def __init__(self, current: Glossary) -> None:
        self._concepts = {concept.id: concept for concept in current.concepts}
        self._former = {one: concept.id for concept in current.concepts for one in concept.former_ids}
        # Folded term → ids in their order; the values say nothing.
        self._strong: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        self._weak: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        self._forbidden: dict[tuple[str, str], list[str]] = defaultdict(list)
        for concept in current.concepts:
            for term in concept.terms:
                if term.status is Status.FORBIDDEN:
                    self._forbidden[_key(term)].append(concept.id)
            for term in _named(concept):
                is_weak = term.type in _WEAK and term.status is not Status.PREFERRED
                table = self._weak if is_weak else self._strong
                table[_key(term)][concept.id] = None

    def owner(self, concept_id: str) -> Concept | None:
        """The concept of this id, or the one that took it over."""
        return self._concepts.get(self._former.get(concept_id, concept_id))

    def match(self, incoming: Concept, *, is_named: bool) -> Match:
        """What *incoming* is: the concept of its id when they share a term, else the one with its terms.

        Args:
            incoming: as the file has it.
            is_named: its id comes from the file, not from the reader.
        """
        owner = self.owner(incoming.id) if is_named else None
        if owner and {_key(term) for term in owner.terms} & {_key(term) for term in incoming.terms}:
            return Match((owner.id,))
        found = self._by_terms(incoming) or self._by_forbidden(incoming)
        if len(found) == 1:
            return Match(tuple(found))
        if found:
            names = " and ".join(found[:_SHOWN]) + (" and others" if len(found) > _SHOWN else "")
            return Match(tuple(found), f"its terms are those of {names}; give it the id of one of them")
        if owner:
            return Match((), f"the id '{incoming.id}' is another concept here, {owner.title}; give it another id")
        return Match(())

    def respelled(self, incoming: Concept, concept_id: str) -> Concept:
        """*incoming* with its terms spelled as the concept spells them, where width, case or joints alone differ."""
        known = {_key(term): term.text for term in reversed(self._concepts[concept_id].terms)}
        exact = {(term.language, term.text) for term in self._concepts[concept_id].terms}
        terms: dict[tuple[str, str], Term] = {}
        for term in incoming.terms:
            if (term.language, term.text) not in exact and _key(term) in known:
                term = replace(term, text=known[_key(term)])  # noqa: PLW2901 - the same term, as it is written here
            terms.setdefault((term.language, term.text), term)
        return replace(incoming, terms=tuple(terms.values()))

    def _by_forbidden(self, incoming: Concept) -> list[str]:
        """The concepts that forbid what *incoming*, which says nothing else, forbids."""
        if any(term.status is not Status.FORBIDDEN for term in incoming.terms):
            return []
        return sorted({one for term in incoming.terms for one in self._forbidden.get(_key(term), ())})

    def _by_terms(self, incoming: Concept) -> list[str]:
        """The concepts with most of the incoming languages, then with most of its terms; told apart by what they are."""
        languages: dict[str, set[str]] = defaultdict(set)
        shared: Counter[str] = Counter()
        strong: set[str] = set()
        owners = [
            (term.language, table[key], table is self._strong)
            for term in _named(incoming)
            for table in (self._strong, self._weak)
            if (key := _key(term)) in table
        ]
        for language, ids, is_strong in sorted(owners, key=lambda one: len(one[1])):
            # A name of very many concepts tells only between those that have the other terms too.
            among = ids if len(ids) <= _MANY else [one for one in languages if one in ids] or list(islice(ids, _MANY))
            for one in among:
                languages[one].add(language)
                shared[one] += 1
                if is_strong:
                    strong.add(one)
        said = {term.language for term in _named(incoming)}
        found = [one for one in languages if one in strong or len(languages[one]) == len(said)]
        found = _best(found, lambda one: len(languages[one]))
        found = _best(found, lambda one: _likeness(incoming, self._concepts[one]))
        return sorted(_best(found, lambda one: shared[one]))


def _best(ids: list[str], worth: Callable[[str], int]) -> list[str]:
    most = max(map(worth, ids), default=0)
    return [one for one in ids if worth(one) == most]


def _likeness(incoming: Concept, concept: Concept) -> int:
    """How much speaks for two concepts with the same names being one: category, domain, days."""
    same_kind = incoming.category in (_PLAIN_CATEGORY, concept.category)
    same_days = incoming.valid in (type(incoming.valid)(), concept.valid)
    same_domain = not incoming.domain or bool(set(incoming.domain) & set(concept.domain))
    return same_kind + same_days + same_domain


def _named(concept: Concept) -> Iterable[Term]:
    """The terms that name the concept; a forbidden one is often the right one of another, and counts when alone."""
    return [term for term in concept.terms if term.status is not Status.FORBIDDEN] or concept.terms


def _key(term: Term) -> tuple[str, str]:
    folded = _JOINTS.sub("", unicodedata.normalize("NFKC", term.text).casefold())
    return term.language, folded or term.text
