"""What one glossary file holds, and the checks that need all files at hand: ids, links, duplicates."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from jaen.glossary.sources.problems import Problems, nearest
from jaen.glossary.sources.tree import Origin, Place
from jaen.model import Concept

__all__ = ["Content", "Whole", "check_concepts"]


@dataclass(frozen=True, slots=True)
class Content:
    """What one file holds.

    Attributes:
        concepts: those that are right.
        origins: where each of `concepts` stands, in their order.
        broken: concepts with problems, so that links to them hold and theirs are looked at.
        neighbors: ids in files beside this one, which is read alone; they may be linked to.
    """

    concepts: tuple[Concept, ...] = ()
    origins: tuple[Origin, ...] = ()
    broken: tuple["Broken", ...] = ()
    neighbors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Broken:
    """What is known of a concept with problems: its id, where it stands, and (place, target) of its links."""

    id: str
    place: Place
    links: tuple[tuple[Place, str], ...] = ()


class Whole:
    """The contents of all files, gathered one by one."""

    def __init__(self) -> None:
        self._contents: list[tuple[str, Content]] = []
        self._seen: dict[str, str] = {}  # id → file:place where it was first seen
        self._former: dict[str, str] = {}  # former id → the concept that took it over

    def add(self, file: str, content: Content) -> None:
        """Take in what *file* holds."""
        self._contents.append((file, content))

    @property
    def concepts(self) -> list[Concept]:
        """The concepts that are right, sorted by id."""
        concepts = [concept for _, content in self._contents for concept in content.concepts]
        concepts.sort(key=lambda concept: concept.id)
        return concepts

    @property
    def origins(self) -> dict[str, Origin]:
        """Where each of them stands, by id."""
        return {
            concept.id: origin
            for _, content in self._contents
            for concept, origin in zip(content.concepts, content.origins, strict=True)
        }

    def check(self, problems: Problems) -> None:
        """Look at what no file shows alone; linear in the number of concepts."""
        self._check_ids(problems)
        self._check_former_ids(problems)
        self._check_links(problems)
        self._check_duplicates(problems)

    def _placed(self) -> Iterator[tuple[str, Concept, Origin]]:
        for file, content in self._contents:
            for concept, origin in zip(content.concepts, content.origins, strict=True):
                yield file, concept, origin

    def _check_ids(self, problems: Problems) -> None:
        """Each id stands once."""
        for file, content in self._contents:
            places = [(one.id, one.place) for one in content.broken]
            places += [(one.id, origin.place) for one, origin in zip(content.concepts, content.origins, strict=True)]
            if len(places) > 1:
                places.sort(key=lambda one: one[1] if isinstance(one[1], int) else 0)
            for concept_id, place in places:
                here = f"{file}:{place}"
                first = self._seen.setdefault(concept_id, here)
                if first != here:
                    what = f"the id '{concept_id}' is here twice (first at {first}); give one another id"
                    problems.add(file, place, what)
            for neighbor in content.neighbors:
                self._seen.setdefault(neighbor, neighbor)

    def _check_former_ids(self, problems: Problems) -> None:
        """An id that was given up belongs to one concept and is not used again."""
        for file, concept, origin in self._placed():
            for one in concept.former_ids:
                other = self._seen[one] if one in self._seen else self._former.setdefault(one, concept.id)
                if other != concept.id:
                    what = f"the former id '{one}' is also used elsewhere ({other}); an id is never used again"
                    problems.add(file, origin.place, what)

    def _check_links(self, problems: Problems) -> None:
        """Every link must lead to a concept of this glossary."""
        for file, place, target in self._links():
            if target in self._former:
                problems.add(file, place, f"'{target}' is now '{self._former[target]}'; link to that")
            elif target and target not in self._seen:
                what = f"there is no concept '{target}' to link to; {_near(target, self._seen)}"
                problems.add(file, place, what)

    def _links(self) -> Iterator[tuple[str, Place, str]]:
        """File, place and target of every link."""
        for file, concept, origin in self._placed():
            for place, link in zip(origin.links, concept.links, strict=True):
                yield file, place, link.target
        for file, content in self._contents:
            for one in content.broken:
                for place, target in one.links:
                    yield file, place, target

    def _check_duplicates(self, problems: Problems) -> None:
        """Two concepts that nothing tells apart are one: preferred terms, category and domain are the same on a day."""
        alike: dict[tuple[tuple[str, ...], str, tuple[str, ...]], list[tuple[Concept, str, Place]]] = {}
        for file, concept, origin in self._placed():
            ja, en = concept.preferred("ja"), concept.preferred("en")
            if ja or en:
                names: tuple[str, ...] = (ja.text if ja else "", en.text if en else "")
                key = names, concept.category, tuple(sorted(set(concept.domain)))
                alike.setdefault(key, []).append((concept, file, origin.place))
        for (names, *_), group in alike.items():
            if len(group) == 1:
                continue
            group.sort(key=lambda one: one[0].valid.start or date.min)
            latest = group[0][0]  # the one that ends last so far
            for concept, file, place in group[1:]:
                overlap = (concept.valid.start or date.min) <= (latest.valid.end or date.max)
                if overlap and concept.id != latest.id:  # an id given twice is said already
                    title = " = ".join(name for name in names if name)
                    advice = "make them one, or give each its own domain or days"
                    problems.add(file, place, f"{title} is also the concept '{latest.id}'; {advice}")
                latest = max(latest, concept, key=lambda one: one.valid.end or date.max)


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
        whole.add(origin.file, Content((concept,), (origin,)))
    whole.check(problems)


def _near(target: str, ids: dict[str, str]) -> str:
    advice = nearest(target, ids)
    return advice if advice.startswith("did") else "add it or remove the link"
