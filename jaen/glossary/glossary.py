"""The glossary: concepts with everything one asks of them."""

import shlex
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from jaen.config import Settings
from jaen.errors import UnknownConcept
from jaen.glossary.keys import Rank, TermKeys, fold
from jaen.glossary.revision import hash_of
from jaen.glossary.search import EVERYTHING, Filter, SearchIndex, SearchResult
from jaen.glossary.sources import load_concepts
from jaen.glossary.sources.problems import nearest
from jaen.glossary.sources.tree import Origin
from jaen.model import Concept, Example, Mention, MentionKind
from jaen.reading import article_of
from jaen.terms import Matcher
from jaen.text.page import read_page

if TYPE_CHECKING:
    from jaen.glossary.lint import LintFinding

__all__ = ["ExampleFailure", "Glossary"]

_FOUND = {MentionKind.FREE, MentionKind.TITLE, MentionKind.VARIANT, MentionKind.SHORT_FORM}
_NAMED = 5  # ids that a message names


@dataclass(frozen=True, slots=True)
class ExampleFailure:
    """An example whose text names the concept elsewhere than `example.finds` says."""

    concept_id: str
    example: Example
    found: tuple[str, ...]

    def __str__(self) -> str:
        """One line for an editor."""
        expected = ", ".join(self.example.finds) or "nothing"
        return f"{self.concept_id}: in {self.example.text!r} found {', '.join(self.found) or 'nothing'}, not {expected}"


@dataclass(frozen=True)
class Glossary:
    """Concepts, sorted by id, each id once.

    Attributes:
        name: of the folder or file, without its ending.
        concepts: what it holds.
        origins: id → where the concept stands on disk; empty for a glossary that was made in memory.
    """

    name: str
    concepts: tuple[Concept, ...]
    origins: Mapping[str, Origin] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        ids = [concept.id for concept in self.concepts]
        if ids != sorted(set(ids)):
            raise ValueError("concepts are not sorted by id, each id once")

    @classmethod
    def load(cls, path: str | Path) -> "Glossary":
        """Read a glossary: a folder of one YAML file per concept, or one .yaml, .csv, .xlsx, .tbx or .utx file.

        A .yaml file holds one concept or a list. An Excel file needs the extra `sheets`, a TBX file the extra `xml`.

        Raises:
            GlossaryError: with all problems of all files at once.
        """
        path = Path(path)
        loaded = load_concepts(path)
        return cls(path.resolve().stem, loaded.concepts, loaded.origins)

    @cached_property
    def hash(self) -> str:
        """SHA-256 (hex) of what the glossary holds: comments, order of keys and file layout do not count."""
        return hash_of(self.concepts)

    @cached_property
    def _by_id(self) -> dict[str, Concept]:
        former = {one: concept for concept in self.concepts for one in concept.former_ids}
        return former | {concept.id: concept for concept in self.concepts}

    def by_id(self, concept_id: str) -> Concept:
        """The concept with this id, or the one that the concept of this id was merged into.

        Raises:
            UnknownConcept: there is none; the message names the concept that has it as a term, a near id, or how to search.
        """
        if concept_id not in self._by_id:
            raise UnknownConcept(f"the glossary {self.name} has no concept '{concept_id}'; {self._advice(concept_id)}")
        return self._by_id[concept_id]

    def having(self, text: str) -> tuple[Concept, ...]:
        """The concepts that have *text* as a term, in whatever width and case; no drafts and nothing rejected."""
        numbers = [number for number, rank in self.keys.spelled.find(fold(text)) if rank is Rank.WHOLE]
        return tuple(one for one in (self.keys.concepts[number] for number in dict.fromkeys(numbers)) if one.is_matched)

    def _advice(self, unknown: str) -> str:
        """What to write in place of an *unknown* id: the ids of the concepts that have it as a term, or a near id."""
        wanted = fold(unknown)
        found = self.keys.spelled.find(wanted) if wanted else ()
        having = list(dict.fromkeys(self.keys.concepts[number].id for number, rank in found if rank is Rank.WHOLE))
        if having:
            return f"it is a term of {' and '.join(having[:_NAMED])}"
        near = nearest(unknown, self._by_id)
        return near if near.startswith("did") else f"search for it: jaen glossary search {shlex.quote(unknown)}"

    @cached_property
    def matcher(self) -> Matcher:
        """Finds the concepts in segments, but no drafts and nothing that was rejected; built once."""
        return Matcher(concept for concept in self.concepts if concept.is_matched)

    @cached_property
    def keys(self) -> TermKeys:
        """What the terms are found under; built once."""
        return TermKeys(self.concepts)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Where *text* names the concepts; spans count its code points."""
        article = article_of(text)
        return self.matcher.find(article.text, read_page(article, Settings()).segments)

    def search(self, query: str, limit: int | None = 20, wanted: Filter = EVERYTHING) -> tuple[SearchResult, ...]:
        """Concepts whose terms hold *query*: kanji, kana or romaji, in any width or case; best first.

        Where few hold it, those that are like it follow. The empty query finds all that are wanted.

        Args:
            query: any part of a term or of its reading.
            limit: how many; None for all.
            wanted: statuses, categories, domains and so on that count.

        Raises:
            ConfigError: no concept has a domain that is wanted.
        """
        return SearchIndex(self.keys).find(query, limit, wanted)

    def lint(self) -> "tuple[LintFinding, ...]":
        """What is wrong or doubtful in the entries, by file and line; see `jaen.glossary.lint`."""
        from jaen.glossary.lint import lint  # the rules themselves know what a glossary is

        return lint(self)

    def test(self, ids: Collection[str] | None = None) -> tuple[ExampleFailure, ...]:
        """Run the examples of every concept that is looked for, or of those with these *ids*; what failed.

        An example passes when the mentions of its concept are exactly its `finds`, in text order. Derived words,
        parts of longer names and (unless the term allows them) compounds are no mentions in this sense.
        """
        concepts = (one for one in self.concepts if ids is None or one.id in ids)
        return tuple(failure for concept in concepts for failure in self.failures(concept))

    def failures(self, concept: Concept) -> tuple[ExampleFailure, ...]:
        """The examples of one concept that fail; see `test`."""
        failures = []
        for example in concept.examples if concept.is_matched else ():
            found = tuple(m.surface for m in self.find(example.text) if _counts(m, concept))
            if found != example.finds:
                failures.append(ExampleFailure(concept.id, example, found))
        return tuple(failures)


def _counts(mention: Mention, concept: Concept) -> bool:
    """True when *mention* is one that an example of *concept* counts."""
    if mention.concept.id != concept.id:
        return False
    if mention.kind is MentionKind.COMPOUND:
        rule = mention.term.match or concept.match
        return rule.boundary in ("compound", "any")
    return mention.kind in _FOUND
