"""Concepts as lists of texts and numbers, as the cache keeps them, and back.

What thousands of entries say alike (a role, of cyber, always valid, approved by mm on a day; terms in lines 4 and 6) is
written once and referred to by number: that halves the file, and the time to build it all again.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from jaen.glossary.sources.content import Content
from jaen.glossary.sources.tree import Origin, Place
from jaen.model import Concept, Example, Link, MatchRule, Review, Status, Term, TermUse, Validity

__all__ = ["Packer", "Unpacker"]

_Manner = tuple[str, Status, str, TermUse, str, int, int | None]  # all of a term but text, reading and note
_Frame = tuple[str, tuple[str, ...], int, int, bool, int, tuple[str, ...]]  # what concepts have in common
_Places = tuple[Place, tuple[Place, ...], tuple[Place, ...], tuple[Place, ...]]  # an origin but for its file


class Packer:
    """Turns contents into plain values; `shared` is to be kept with them."""

    def __init__(self) -> None:
        self._valid: dict[Validity, int] = {}
        self._match: dict[MatchRule, int] = {}
        self._review: dict[Review, int] = {}
        self._manner: dict[_Manner, int] = {}
        self._frame: dict[_Frame, int] = {}
        self._places: dict[_Places, int] = {}

    @property
    def shared(self) -> list[list[Any]]:
        """What the plain values so far refer to."""
        return [
            [[_iso(one.start), _iso(one.end)] for one in self._valid],
            [[one.boundary, one.case] for one in self._match],
            [[one.state, one.by, _iso(one.on), _iso(one.again)] for one in self._review],
            list(self._manner),
            list(self._frame),
            list(self._places),
        ]

    def pack(self, content: Content) -> list[Any]:
        """A content without problems, as plain values."""
        return [
            self._concept(concept, origin) for concept, origin in zip(content.concepts, content.origins, strict=True)
        ]

    def _concept(self, concept: Concept, origin: Origin) -> list[Any]:
        days, rule = _number(self._valid, concept.valid), _number(self._match, concept.match)
        review = _number(self._review, concept.review)
        frame = (concept.category, concept.domain, days, rule, concept.keep, review, concept.former_ids)
        return [
            concept.id,
            _number(self._frame, frame),
            [self._term(term) for term in concept.terms],
            concept.definition,
            [[link.relation, link.target, _number(self._valid, link.valid)] for link in concept.links],
            [[example.text, example.language, example.finds] for example in concept.examples],
            concept.sources,
            concept.note,
            _number(self._places, (origin.place, origin.terms, origin.links, origin.examples)),
        ]

    def _term(self, term: Term) -> list[Any]:
        valid = _number(self._valid, term.valid)
        match = None if term.match is None else _number(self._match, term.match)
        manner = (term.language, term.status, term.type, term.use, term.pos, valid, match)
        return [term.text, _number(self._manner, manner), term.reading, term.note]


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
        valid, match, review, manner, frame, places = shared
        self._valid = [Validity(_day(start), _day(end)) for start, end in valid]
        self._match = [MatchRule(boundary, case) for boundary, case in match]
        reviews = [Review(state, by, _day(on), _day(again)) for state, by, on, again in review]
        self._manner = [
            (language, Status(status), kind, TermUse(use), pos, self._valid[days],
             None if rule is None else self._match[rule])
            for language, status, kind, use, pos, days, rule in manner
        ]  # fmt: skip
        self._frame = [
            (category, tuple(domain), self._valid[days], self._match[rule], keep, reviews[number], tuple(former))
            for category, domain, days, rule, keep, number, former in frame
        ]
        self._places = [
            (place, tuple(terms), tuple(links), tuple(examples)) for place, terms, links, examples in places
        ]

    def unpack(self, packed: Sequence[Sequence[Any]], file: str) -> Content:
        """The content that `pack` was given, of a file that is called *file* now."""
        days = self._valid
        concepts, origins = [], []
        for concept_id, frame, terms, definition, links, examples, sources, note, places in packed:
            category, domain, valid, match, keep, review, former_ids = self._frame[frame]
            concept = Concept(
                id=concept_id,
                category=category,
                terms=self._terms(terms),
                domain=domain,
                definition=tuple([(language, text) for language, text in definition]),
                valid=valid,
                links=tuple([Link(relation, target, days[number]) for relation, target, number in links]),
                match=match,
                keep=keep,
                examples=tuple([Example(text, language, tuple(finds)) for text, language, finds in examples]),
                sources=tuple(sources),
                review=review,
                note=note,
                former_ids=former_ids,
            )
            concepts.append(concept)
            origins.append(Origin(file, *self._places[places]))
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
# which takes 5,000 concepts from 0.11 to 0.09 s (benchmarks/glossary.py).
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
