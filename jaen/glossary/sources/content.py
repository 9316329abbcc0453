"""What one glossary file holds, and the checks that need all files at hand: ids, links, duplicates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jaen.glossary.sources.problems import Problems, nearest
from jaen.glossary.sources.schema import LANGUAGES
from jaen.glossary.sources.tree import Origin, Place
from jaen.model import Concept

__all__ = ["Content", "Whole", "check_concepts"]


@dataclass(frozen=True, slots=True)
class Content:
    """What one file holds.

    Attributes:
        concepts: those that are right.
        origins: where each of `concepts` stands, in their order.
        ids: every id with its place, also of concepts with problems, so that links to them hold.
        links: (place, target) of every link.
        neighbors: ids in files beside this one, which is read alone; they may be linked to.
    """

    concepts: tuple[Concept, ...] = ()
    origins: tuple[Origin, ...] = ()
    ids: tuple[tuple[str, Place], ...] = ()
    links: tuple[tuple[Place, str], ...] = ()
    neighbors: tuple[str, ...] = ()


class Whole:
    """The contents of all files, gathered one by one."""

    def __init__(self) -> None:
        self.concepts: list[Concept] = []
        self.origins: dict[str, Origin] = {}
        self._seen: dict[str, str] = {}  # id → file:place where it was first seen
        self._former: dict[str, str] = {}  # former id → the concept that took it over
        self._links: list[tuple[str, Place, str]] = []  # file, place, target

    def add(self, file: str, content: Content, problems: Problems) -> None:
        """Take in what *file* holds; an id that was there before is a problem."""
        for concept_id, place in content.ids:
            here = f"{file}:{place}"
            first = self._seen.setdefault(concept_id, here)
            if first != here:
                what = f"the id '{concept_id}' is here twice (first at {first}); give one another id"
                problems.add(file, place, what)
        for concept, origin in zip(content.concepts, content.origins, strict=True):
            self.concepts.append(concept)
            self.origins[concept.id] = origin
        for place, target in content.links:
            self._links.append((file, place, target))
        for neighbor in content.neighbors:
            self._seen.setdefault(neighbor, neighbor)

    def check(self, problems: Problems) -> None:
        """Look at what no file shows alone; linear in the number of concepts."""
        self._check_former_ids(problems)
        self._check_links(problems)
        self._check_duplicates(problems)

    def _check_former_ids(self, problems: Problems) -> None:
        """An id that was given up belongs to one concept and is not used again."""
        for concept in self.concepts:
            for one in concept.former_ids:
                other = self._seen[one] if one in self._seen else self._former.setdefault(one, concept.id)
                if other != concept.id:
                    what = f"the former id '{one}' is also used elsewhere ({other}); an id is never used again"
                    self._add(problems, concept, what)

    def _check_links(self, problems: Problems) -> None:
        """Every link must lead to a concept of this glossary."""
        for file, place, target in self._links:
            if target in self._former:
                problems.add(file, place, f"'{target}' is now '{self._former[target]}'; link to that")
            elif target and target not in self._seen:
                what = f"there is no concept '{target}' to link to; {_near(target, self._seen)}"
                problems.add(file, place, what)

    def _check_duplicates(self, problems: Problems) -> None:
        """Two concepts that nothing tells apart are one: preferred terms, category and domain are the same on a day."""
        alike: dict[tuple[tuple[str, ...], str, tuple[str, ...]], list[Concept]] = {}
        for concept in self.concepts:
            names = tuple(term.text if term else "" for term in map(concept.preferred, LANGUAGES))
            if any(names):
                domain = tuple(sorted(set(concept.domain)))
                alike.setdefault((names, concept.category, domain), []).append(concept)
        for concepts in alike.values():
            if len(concepts) == 1:
                continue
            concepts.sort(key=lambda concept: concept.valid.start or date.min)
            latest = concepts[0]  # the one that ends last so far
            for concept in concepts[1:]:
                overlap = (concept.valid.start or date.min) <= (latest.valid.end or date.max)
                if overlap and concept.id != latest.id:  # an id given twice is said already
                    title = " = ".join(term.text for term in map(concept.preferred, LANGUAGES) if term)
                    advice = "make them one, or give each its own domain or days"
                    self._add(problems, concept, f"{title} is also the concept '{latest.id}'; {advice}")
                latest = max(latest, concept, key=lambda one: one.valid.end or date.max)

    def _add(self, problems: Problems, concept: Concept, what: str) -> None:
        origin = self.origins[concept.id]
        problems.add(origin.file, origin.place, what)


def check_concepts(concepts: Iterable[Concept], origins: Mapping[str, Origin], problems: Problems) -> None:
    """Check concepts that are about to be written as if their files had been read.

    Args:
        concepts: all of the glossary.
        origins: id → where each stands or will stand.
        problems: where dangling links, ids used twice and duplicates go.
    """
    whole = Whole()
    for concept in concepts:
        origin = origins[concept.id]
        places = origin.links if len(origin.links) == len(concept.links) else (origin.place,) * len(concept.links)
        links = tuple(zip(places, (link.target for link in concept.links), strict=True))
        whole.add(origin.file, Content((concept,), (origin,), ((concept.id, origin.place),), links), problems)
    whole.check(problems)


def _near(target: str, ids: dict[str, str]) -> str:
    advice = nearest(target, ids)
    return advice if advice.startswith("did") else "add it or remove the link"
