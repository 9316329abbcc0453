"""A glossary as lint looks at it: what many checks ask, worked out once."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from jaen.glossary.keys import fold
from jaen.glossary.lint.probes import Verdict, is_certain, mentions_in, verdict
from jaen.model import Concept, Mention, Status, Term
from jaen.terms.folding import fold_key

if TYPE_CHECKING:  # the glossary has a method that lints
    from jaen.glossary.glossary import ExampleFailure, Glossary

__all__ = ["Book", "Owner"]

_ORDERS = ("part-of", "broader", "replaced-by")  # links that lead up or on: going round in a circle makes no sense
_SHOWN = 6  # ids of a circle


@dataclass(frozen=True, slots=True)
class Owner:
    """A concept that has a term, and the term."""

    concept: Concept
    term: Term


class Book:
    """What the checks share; each part is worked out when the first check asks.

    Args:
        glossary: all of it: an entry is right or wrong among the others.
        chosen: the concepts that are looked at.
        today: for what has ended or is due.
    """

    def __init__(self, glossary: "Glossary", chosen: Collection[Concept], today: date) -> None:
        self.glossary = glossary
        self.chosen = chosen
        self.today = today
        self._keys: dict[str, str] = {}
        self._loose: dict[str, str] = {}
        self._mentions: dict[str, tuple[Mention, ...]] = {}

    @cached_property
    def by_id(self) -> Mapping[str, Concept]:
        """Concepts by id."""
        return {concept.id: concept for concept in self.glossary.concepts}

    @cached_property
    def owners(self) -> Mapping[str, list[Owner]]:
        """Folded spelling of a term → who has it. What was rejected has nothing."""
        owners: dict[str, list[Owner]] = defaultdict(list)
        for concept in self.glossary.concepts:
            if concept.review.state != "rejected":
                for term in concept.terms:
                    owners[self.key(term)].append(Owner(concept, term))
        return owners

    @cached_property
    def alike(self) -> Mapping[tuple[str, str], list[Owner]]:
        """(language, loose spelling) → preferred terms, and whose they are."""
        alike: dict[tuple[str, str], list[Owner]] = defaultdict(list)
        for concept in self.glossary.concepts:
            for term in concept.terms:
                if term.status is Status.PREFERRED and concept.review.state != "rejected":
                    alike[term.language, self.loose(term)].append(Owner(concept, term))
        return alike

    def key(self, term: Term) -> str:
        """The folded spelling of a term."""
        if term.text not in self._keys:
            self._keys[term.text] = fold_key(term.text)
        return self._keys[term.text]

    def loose(self, term: Term) -> str:
        """The term without punctuation, long vowels, kana script and plural: near duplicates have the same."""
        if term.text not in self._loose:
            self._loose[term.text] = loose(term.text)
        return self._loose[term.text]

    def is_shared(self, concept: Concept, term: Term) -> bool:
        """True when another concept has a term of the same folded spelling."""
        return any(one.concept.id != concept.id for one in self.owners.get(self.key(term), ()))

    def verdict(self, concept: Concept, number: int) -> Verdict:
        """What the matcher makes of a term that stands there all alone."""
        term = concept.terms[number]
        if not concept.is_matched or is_certain(term):
            return Verdict(True)
        if term.text not in self._mentions:  # once for all concepts that have it
            self._mentions[term.text] = mentions_in(self.glossary, term)
        return verdict(concept, term, self._mentions[term.text])

    @cached_property
    def failures(self) -> Mapping[str, list["ExampleFailure"]]:
        """Id → examples that fail, of the chosen concepts."""
        failures: dict[str, list[ExampleFailure]] = defaultdict(list)
        for failure in self.glossary.test({concept.id for concept in self.chosen}):
            failures[failure.concept_id].append(failure)
        return failures

    @cached_property
    def circles(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """(relation, id) → the ids on the way from a concept's link back to the concept itself, the first of them."""
        circles: dict[tuple[str, str], tuple[str, ...]] = {}
        for relation in _ORDERS:
            targets: dict[str, list[str]] = {}
            for concept in self.glossary.concepts:
                found = [link.target for link in concept.links if link.relation == relation]
                if found:
                    targets[concept.id] = found
            circles |= {(relation, one): circle for one, circle in _circles(targets).items()}
        return circles


def loose(text: str) -> str:
    """*text* for noticing near duplicates.

    >>> loose("クロード・ミュトス") == loose("くろーどみゅとす"), loose("AI Agents")
    (True, 'aiagent')
    """
    folded = fold(text).replace("ー", "")
    return folded[:-1] if folded.isascii() and len(folded) > 4 and folded.endswith("s") else folded


def _circles(targets: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Id whose link closes a circle → the circle from that link's target on; links to oneself are none. Linear."""
    circles: dict[str, tuple[str, ...]] = {}
    done: set[str] = set()
    for start in targets:
        path = [start] if start not in done else []
        depth = {start: 0}  # of the ids on the path
        followed = {start: 0}
        while path:
            here = path[-1]
            following = targets.get(here, [])
            if followed[here] == len(following):
                done.add(path.pop())
                del depth[here]
                continue
            target = following[followed[here]]
            followed[here] += 1
            if target in depth and target != here:
                circles[here] = tuple(path[depth[target] : depth[target] + _SHOWN])
            elif target not in done and target not in depth:
                depth[target], followed[target] = len(path), 0
                path.append(target)
    return circles
