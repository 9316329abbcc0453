"""Entries of another program on their way to concepts: what can be taken is taken, all else is reported with its line.

A draft holds an entry in the words of jaen's own files, so that the one reader of those decides what is right.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jaen.glossary.exchange.contexts import with_contexts
from jaen.glossary.exchange.values import Incoming, Skipped
from jaen.glossary.ids import new_id, slug
from jaen.glossary.saving.yaml_layout import Plain
from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.schema import ID, ConceptReader
from jaen.glossary.sources.tree import Fields, Items, Node, Place, Text, shorten
from jaen.model import Concept, Status, Term

__all__ = ["Draft", "DraftTerm", "Drafts", "Reference", "fold_language"]

_SPELLINGS = {"jp": "ja", "jpn": "ja", "eng": "en"}  # not BCP 47, but met


@dataclass(slots=True)
class DraftTerm:
    """A term and its line."""

    line: int
    language: str
    text: str
    fields: dict[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to another entry of the file, by the id that it has there."""

    line: int
    relation: str
    target: str


@dataclass(slots=True)
class Draft:
    """An entry while it is read.

    Attributes:
        line: where it starts.
        id: as the file says it; "" for none.
        fields: of the concept, as an entry on disk says them; without `terms`.
        references: links whose targets are ids of the file.
        contexts: texts that show the concept, as (language, text).
    """

    line: int
    id: str = ""
    terms: list[DraftTerm] = field(default_factory=list)
    fields: dict[str, Plain] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    contexts: list[tuple[str, str]] = field(default_factory=list)

    def put(self, name: str, value: str) -> None:
        """Add a text to a list, each once."""
        known = self.fields.setdefault(name, [])
        assert isinstance(known, list)
        if value and value not in known:
            known.append(value)


class Drafts:
    """The entries of one file.

    Args:
        kind: of the file, for people: TBX.

    Attributes:
        skipped: all reports, as they were found.
        statuses: those that the file has words for; none unless its reader says so.
    """

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._drafts: list[Draft] = []
        self._tags: set[str] = set()
        self._numbers: dict[str, int] = {}  # id → the number to try next
        self.skipped: list[Skipped] = []
        self.statuses: frozenset[Status] = frozenset()

    def add(self, draft: Draft) -> None:
        """Take one entry; without terms there is nothing to take."""
        self._drafts.append(draft)

    def refuse(self, line: int, reason: str) -> None:
        """Report an entry or a term that is not taken."""
        self.skipped.append(Skipped(line, reason))

    def leave(self, line: int, reason: str) -> None:
        """Report a part of an entry that is not taken, or not as it stands."""
        self.skipped.append(Skipped(line, reason, is_detail=True))

    def language(self, tag: str, line: int) -> str:
        """The language of a tag; that its region is dropped is reported once for each tag."""
        folded = fold_language(tag)
        if folded in ("ja", "en") and folded != tag and tag not in self._tags:
            self._tags.add(tag)
            self.leave(line, f"the language {tag} is read as {folded}, here and below")
        return folded

    def incoming(self) -> Incoming:
        """All concepts in file order, and all reports by line."""
        ids = self._ids()
        by_name = {draft.id: concept_id for draft, concept_id in zip(self._drafts, ids, strict=True) if draft.id}
        concepts, places = [], {}
        for draft, concept_id in zip(self._drafts, ids, strict=True):
            concept = self._concept(draft, concept_id, by_name)
            if concept:
                concepts.append(concept)
                places[concept_id] = draft.line
        made = frozenset(one for draft, one in zip(self._drafts, ids, strict=True) if not draft.id and one in places)
        skipped = tuple(sorted(self.skipped, key=_line))
        return Incoming(tuple(concepts), skipped, places, made, statuses=self.statuses)

    def _ids(self) -> list[str]:
        """The concepts' ids in the order of the drafts: as the file says them where that can be."""
        wanted = [draft.id.removeprefix("_") for draft in self._drafts]
        taken = {one for one in wanted if ID.fullmatch(one)}
        given: set[str] = set()
        result = []
        for draft, one in zip(self._drafts, wanted, strict=True):
            concept_id = one
            if one not in taken or one in given:
                concept_id = self._new_id(draft, taken)
                taken.add(concept_id)
            given.add(concept_id)
            result.append(concept_id)
        return result

    def _new_id(self, draft: Draft, taken: set[str]) -> str:
        terms = [Term(text=slug(draft.id), language="en")] if slug(draft.id) else _terms(draft)
        concept_id = self._free(new_id(terms, ()), taken)
        if draft.id:
            self.leave(
                draft.line, f"the id {shorten(draft.id)!r} can't name a concept here; it is read as {concept_id!r}"
            )
            draft.put("sources", f"{self._kind} id {draft.id}")
        return concept_id

    def _free(self, wanted: str, taken: set[str]) -> str:
        """*wanted*, with a number when it is taken; a file may repeat one id thousands of times."""
        if wanted not in taken:
            return wanted
        number = self._numbers.get(wanted, 2)
        while f"{wanted}-{number}" in taken:
            number += 1
        self._numbers[wanted] = number + 1
        return f"{wanted}-{number}"

    def _concept(self, draft: Draft, concept_id: str, by_name: Mapping[str, str]) -> Concept | None:
        self._drop_repeated(draft)
        self._follow(draft, by_name)
        concept, problems = _read(concept_id, draft.terms, draft.fields)
        concept = self._mended(draft, concept_id) if problems else concept
        return with_contexts(concept, draft.contexts) if concept and draft.contexts else concept

    def _drop_repeated(self, draft: Draft) -> None:
        seen: dict[tuple[str, str], DraftTerm] = {}
        for term in draft.terms:
            first = seen.setdefault((term.language, term.text), term)
            if first is not term:
                what = f"the term {shorten(term.text)!r} is here twice (first in line {first.line})"
                self.leave(term.line, f"{what}; the first one is taken")
        draft.terms = list(seen.values())

    def _follow(self, draft: Draft, by_name: Mapping[str, str]) -> None:
        """Turn references into links, where there is an entry at the other end; `by_name`: id in the file → id here."""
        links: list[Plain] = []
        for one in draft.references:
            if one.target in by_name:
                links.append({one.relation: by_name[one.target]})
            else:
                self.leave(one.line, f"the reference to {shorten(one.target)!r} leads to no entry of the file")
        if links:
            draft.fields.setdefault("links", links)

    def _mended(self, draft: Draft, concept_id: str) -> Concept | None:
        """The concept without those terms and fields that can't be right."""
        terms = []
        for term in draft.terms:
            _, problems = _read(concept_id, [term], {})
            if problems:
                self.refuse(term.line, "; ".join(problems))
            else:
                terms.append(term)
        if not terms:
            self.refuse(draft.line, f"the entry {draft.id or concept_id!r} has no term that can be taken")
            return None
        fields: dict[str, Plain] = {}
        for name, value in draft.fields.items():
            kept = []
            for item in value if isinstance(value, list) else [value]:
                _, problems = _read(concept_id, terms[:1], {name: [item] if isinstance(value, list) else item})
                if problems:
                    self.leave(draft.line, "; ".join(problems))
                else:
                    kept.append(item)
            if kept:
                fields[name] = kept if isinstance(value, list) else kept[0]
        return _read(concept_id, terms, fields)[0]


def fold_language(tag: str) -> str:
    """The language of a BCP 47 tag, without region and script.

    >>> fold_language("ja-JP"), fold_language("EN_us"), fold_language("jpn")
    ('ja', 'en', 'ja')
    """
    primary = re.split("[-_]", tag.strip().lower(), maxsplit=1)[0]
    return _SPELLINGS.get(primary, primary)


def _line(skipped: Skipped) -> int:
    return skipped.place if isinstance(skipped.place, int) else 0


def _terms(draft: Draft) -> list[Term]:
    """The terms, as far as an id can be made of them."""
    return [
        Term(text=term.text, language=term.language) for term in draft.terms if term.text.strip() == term.text != ""
    ]


def _read(concept_id: str, terms: Iterable[DraftTerm], fields: dict[str, Plain]) -> tuple[Concept | None, list[str]]:
    """The concept, or what is wrong."""
    problems = Problems()
    nodes: list[Node] = [_node({term.language: term.text} | term.fields, term.line) for term in terms]
    values: dict[str, tuple[Place, Node]] = {name: (0, _node(value, 0)) for name, value in fields.items() if value}
    values.setdefault("category", (0, Text(0, "term")))
    root = Fields(0, values | {"terms": (0, Items(0, nodes))})
    concept = ConceptReader("", problems).read(concept_id, root)
    return concept, [line.split(": ", 1)[1] for line in problems.lines]


def _node(value: Plain, place: Place) -> Node:
    if isinstance(value, str):
        return Text(place, value)
    if isinstance(value, list):
        return Items(place, [_node(one, place) for one in value])
    return Fields(place, {name: (place, _node(one, place)) for name, one in value.items()})
