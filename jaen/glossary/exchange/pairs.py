"""Pairs of source and target terms, as translation services take them, and what such a list can't say."""

from collections.abc import Sequence
from dataclasses import dataclass

from jaen.glossary.exchange.lines import apart, as_pairs
from jaen.glossary.exchange.values import Loss, losses_between
from jaen.glossary.sources.schema import LANGUAGE_NAMES
from jaen.model import Concept, Status, Term

__all__ = ["Limits", "Pair", "Pairs", "make_pairs", "other_language"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a service takes.

    Attributes:
        phrase: UTF-8 bytes of one term.
        file: UTF-8 bytes of the whole file.
    """

    phrase: int
    file: int


@dataclass(frozen=True, slots=True)
class Pair:
    """One source term and what it becomes."""

    concept_id: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of a glossary in its order, each source once, and what they leave out."""

    pairs: tuple[Pair, ...]
    losses: tuple[Loss, ...]


def other_language(language: str) -> str:
    """The other one of the two languages."""
    return "en" if language == "ja" else "ja"


def make_pairs(concepts: Sequence[Concept], target: str, limits: Limits) -> Pairs:
    """Every source term with the term that is written for it in *target*.

    Forbidden source terms are left out: nobody should find them translated well. A name that is kept as it is, and
    has none in the other language, becomes a pair of equal terms. Where two concepts share a source term, the first one has it.
    """
    gathered = _Gathered(target, limits)
    for concept in concepts:
        gathered.add(concept)
    carried = {one.id: one for one in gathered.carried}
    there = [concept for concept in concepts if concept.id in carried]
    losses = [*gathered.losses, *losses_between(there, [carried[concept.id] for concept in there])]
    order = {concept.id: number for number, concept in enumerate(concepts)}
    losses.sort(key=lambda loss: order[loss.concept_id])
    return Pairs(tuple(gathered.pairs), tuple(losses))


class _Gathered:
    """Pairs while concept after concept is added."""

    def __init__(self, target: str, limits: Limits) -> None:
        self._target = target
        self._source = other_language(target)
        self._limits = limits
        self._size = 0
        self._owners: dict[str, str] = {}  # source term → the concept that has it
        self.pairs: list[Pair] = []
        self.losses: list[Loss] = []
        self.carried: list[Concept] = []  # the concepts as a reader of the pairs would see them

    def add(self, concept: Concept) -> None:
        """Add the pairs of one concept."""
        sources = [term for term in concept.terms if term.language == self._source]
        goal = concept.preferred(self._target)
        written = []
        first = len(self.pairs)
        for term in sources:
            target = goal.text if goal else term.text if concept.keep else ""
            reason = self._refusal(term, target)
            if reason:
                self.losses.append(Loss(concept.id, f"{self._source} {term.text}: {reason}"))
                continue
            self._owners[term.text] = concept.id
            self._size += _size(term.text) + _size(target) + 3  # the separator and the line's end
            self.pairs.append(Pair(concept.id, term.text, target))
            written.append(term)
        if written:
            self.losses += apart(concept, [(pair.source, pair.target) for pair in self.pairs[first:]])
            self.carried.append(as_pairs(concept, written, [goal] if goal else []))
        elif not sources:
            self.losses.append(Loss(concept.id, f"it has no {LANGUAGE_NAMES[self._source]} term"))

    def _refusal(self, term: Term, target: str) -> str:
        """Why the term can't be a source; empty when it can."""
        owner = self._owners.get(term.text)
        longest = max(_size(term.text), _size(target))
        if term.status is Status.FORBIDDEN:
            return "forbidden terms are not written"
        if not target:
            return f"there is no preferred {LANGUAGE_NAMES[self._target]} term for it"
        if owner:
            return f"the concept '{owner}' has the same term already"
        if longest > self._limits.phrase:
            return f"{longest:,} bytes, more than the {self._limits.phrase:,} that one term may have"
        if self._size + _size(term.text) + _size(target) + 3 > self._limits.file:
            return f"the file would pass {self._limits.file:,} bytes; export fewer concepts"
        return ""


def _size(text: str) -> int:
    return len(text.encode())
