"""Concepts as lists of texts and numbers, as the cache keeps them, and back.

What thousands of entries say alike (always valid, approved by mm on a day) is written once and referred to by number:
that halves the file and the time to build it all again.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from jaen.glossary.sources.content import Content
from jaen.glossary.sources.tree import Origin
from jaen.model import Concept, Example, Link, MatchRule, Review, Status, Term, TermUse, Validity

__all__ = ["Packer", "Unpacker"]

_Manner = tuple[str, Status, str, TermUse, str, int, int | None]  # all of a term but text, reading and note


class Packer:
    """Turns contents into plain values; `shared` is to be kept with them."""

    def __init__(self) -> None:
        self._valid: dict[Validity, int] = {}
        self._match: dict[MatchRule, int] = {}
        self._review: dict[Review, int] = {}
        self._manner: dict[_Manner, int] = {}

    @property
    def shared(self) -> list[list[Any]]:
        """What the plain values so far refer to."""
        return [
            [[_iso(one.start), _iso(one.end)] for one in self._valid],
            [[one.boundary, one.case] for one in self._match],
            [[one.state, one.by, _iso(one.on), _iso(one.again)] for one in self._review],
            [list(one) for one in self._manner],
        ]

    def pack(self, content: Content) -> list[Any]:
        """A content without problems, as plain values."""
        return [
            [*self._concept(concept), origin.place, origin.terms, origin.links, origin.examples]
            for concept, origin in zip(content.concepts, content.origins, strict=True)
        ]

    def _concept(self, concept: Concept) -> list[Any]:
        return [
            concept.id,
            concept.category,
            [self._term(term) for term in concept.terms],
            concept.domain,
            concept.definition,
            self._number(self._valid, concept.valid),
            [[link.relation, link.target, self._number(self._valid, link.valid)] for link in concept.links],
            self._number(self._match, concept.match),
            concept.keep,
            [[example.text, example.language, example.finds] for example in concept.examples],
            concept.sources,
            self._number(self._review, concept.review),
            concept.note,
            concept.former_ids,
        ]

    def _term(self, term: Term) -> list[Any]:
        valid = self._number(self._valid, term.valid)
        match = None if term.match is None else self._number(self._match, term.match)
        manner = (term.language, term.status, term.type, term.use, term.pos, valid, match)
        return [term.text, self._number(self._manner, manner), term.reading, term.note]

    @staticmethod
    def _number(table: dict[Any, int], value: object) -> int:
        return table.setdefault(value, len(table))


class Unpacker:
    """Turns plain values back into contents.

    Args:
        shared: `Packer.shared`.

    Raises:
        ValueError: also TypeError, LookupError: the values are not what a `Packer` gave.
    """

    def __init__(self, shared: Sequence[Sequence[Any]]) -> None:
        valid, match, review, manner = shared
        self._valid = [Validity(_day(start), _day(end)) for start, end in valid]
        self._match = [MatchRule(boundary, case) for boundary, case in match]
        self._review = [Review(state, by, _day(on), _day(again)) for state, by, on, again in review]
        self._manner = [
            (language, Status(status), kind, TermUse(use), pos, self._valid[days],
             None if rule is None else self._match[rule])
            for language, status, kind, use, pos, days, rule in manner
        ]  # fmt: skip

    def unpack(self, packed: Sequence[Sequence[Any]], file: str) -> Content:
        """The content that `pack` was given, of a file that is called *file* now."""
        valid, terms_of = self._valid, self._terms
        concepts, origins = [], []
        for (
            concept_id, category, terms, domain, definition, days, links, rule, keep, examples, sources, review, note,
            former_ids, place, term_places, link_places, example_places,
        ) in packed:  # fmt: skip
            concept = Concept(
                id=concept_id,
                category=category,
                terms=terms_of(terms),
                domain=tuple(domain),
                definition=tuple([(language, text) for language, text in definition]),
                valid=valid[days],
                links=tuple([Link(relation, target, valid[when]) for relation, target, when in links]),
                match=self._match[rule],
                keep=keep,
                examples=tuple([Example(text, language, tuple(finds)) for text, language, finds in examples]),
                sources=tuple(sources),
                review=self._review[review],
                note=note,
                former_ids=tuple(former_ids),
            )
            concepts.append(concept)
            origins.append(Origin(file, place, tuple(term_places), tuple(link_places), tuple(example_places)))
        return Content(tuple(concepts), tuple(origins))

    def _terms(self, packed: Sequence[Sequence[Any]]) -> tuple[Term, ...]:
        terms = []
        for text, manner, reading, note in packed:
            language, status, kind, use, pos, valid, match = self._manner[manner]
            term = _new(Term)
            _set_text(term, text)
            _set_language(term, language)
            _set_status(term, status)
            _set_type(term, kind)
            _set_reading(term, reading)
            _set_use(term, use)
            _set_pos(term, pos)
            _set_valid(term, valid)
            _set_match(term, match)
            _set_note(term, note)
            terms.append(term)
        return tuple(terms)


# Terms are most of a glossary, and what the cache holds was checked before it was written: they are filled directly,
# which takes a sixth off the whole loading.
_new = object.__new__
(
    _set_text, _set_language, _set_status, _set_type, _set_reading,
    _set_use, _set_pos, _set_valid, _set_match, _set_note,
) = (
    Term.__dict__[name].__set__
    for name in ("text", "language", "status", "type", "reading", "use", "pos", "valid", "match", "note")
)  # fmt: skip


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
