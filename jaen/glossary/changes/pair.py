"""Two concepts that turn out to be one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from jaen.errors import ConfigError
from jaen.glossary.changes.change import Change, said
from jaen.glossary.changes.glossaries import apply_changes
from jaen.glossary.glossary import ExampleFailure, Glossary
from jaen.model import Concept, Link, Status, Term, Validity

__all__ = ["PairMerge", "merge_pair"]

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class PairMerge:
    """What making one concept of two does.

    Attributes:
        changes: for `GlossaryFolder.save`: the united concept, the other one gone, and every concept that linked to it.
        notes: what could not be kept, a line each, as an editor reads it.
        failures: examples of the united concept that no longer find what they should.
    """

    changes: tuple[Change, ...]
    notes: tuple[str, ...]
    failures: tuple[ExampleFailure, ...]


def merge_pair(glossary: Glossary, keep: str, gone: str) -> PairMerge:
    """Make one concept of two: *keep* takes over what *gone* says and remembers its id.

    Terms, definitions, links, examples, sources and subjects of both are there. Where both say something of the same
    kind (category, days, the note of a term …), what *keep* says stays and the other is named in the notes. A preferred
    term of *gone* becomes an admitted one where *keep* has a preferred one of that language: what jaen writes stays.

    Raises:
        UnknownConcept: there is no such concept.
        ConfigError: both are the same concept.
    """
    first, second = glossary.by_id(keep), glossary.by_id(gone)
    if first.id == second.id:
        raise ConfigError(f"{keep} and {gone} are the same concept; name two")
    notes: list[str] = []
    united = _unite(first, second, notes)
    changes = [Change(first, united), Change(second, None)]
    changes += [
        Change(concept, replace(concept, links=_redirected(concept.links, second.id, first.id)))
        for concept in glossary.concepts
        if concept.id not in (first.id, second.id) and any(link.target == second.id for link in concept.links)
    ]
    after = apply_changes(glossary, changes)
    return PairMerge(tuple(changes), tuple(notes), after.test([united.id]))


def _unite(first: Concept, second: Concept, notes: list[str]) -> Concept:
    notes += _dropped(first, second)
    known = {(example.language, example.text) for example in first.examples}
    definitions = dict(first.definition)
    return replace(
        first,
        terms=_united_terms(first, second, notes),
        domain=_united(first.domain, second.domain),
        definition=(*first.definition, *(one for one in second.definition if one[0] not in definitions)),
        links=tuple(link for link in _united(first.links, second.links) if link.target not in (first.id, second.id)),
        examples=(*first.examples, *(one for one in second.examples if (one.language, one.text) not in known)),
        sources=_united(first.sources, second.sources),
        note="; ".join(note for note in _united([first.note], [second.note]) if note),
        former_ids=_united(first.former_ids, [second.id, *second.former_ids]),
    )


def _dropped(first: Concept, second: Concept) -> Iterator[str]:
    """What of *second* can't be kept beside what *first* says."""
    for name in ("category", "keep", "review"):
        kept, other = getattr(first, name), getattr(second, name)
        if kept != other:
            yield f"{name}: {said(kept)} stays, {said(other)} of {second.id} is dropped"
    if first.valid != second.valid:
        theirs = f"the terms of {second.id} keep theirs, {said(second.valid)}"
        only_first = f"{said(second.valid)} of {second.id} is dropped"
        yield f"valid: {said(first.valid)} stays, {only_first if second.valid == Validity() else theirs}"
    definitions = dict(first.definition)
    for language, text in second.definition:
        if definitions.get(language, text) != text:
            yield f"definition {language}: {said(definitions[language])} stays, {said(text)} of {second.id} is dropped"
    examples = {(one.language, one.text): one for one in first.examples}
    for example in second.examples:
        same = examples.get((example.language, example.text), example)
        if same != example:
            yield f"example {same.text}: {said(same)} stays, {said(example)} of {second.id} is dropped"
    for link in _united(first.links, second.links):
        if link.target in (first.id, second.id):
            yield f"link {said(link)} is dropped: it would lead to the concept itself"


def _united_terms(first: Concept, second: Concept, notes: list[str]) -> tuple[Term, ...]:
    """The terms of both; one that both have says what *first* says of it, and a reading or note that only one gives."""
    own = {(term.language, term.text): term for term in first.terms}
    terms = dict(own)
    for term in second.terms:
        key = term.language, term.text
        if key in own:
            terms[key], dropped = _one_term(own[key], term)
            notes += [f"{' '.join(key)}: {what} of {second.id} is dropped" for what in dropped]
        else:
            terms[key] = _moved(term, first, second)
    return tuple(terms.values())


def _moved(term: Term, first: Concept, second: Concept) -> Term:
    """A term of *second* as it has to stand in *first*: found and dated as before, and not written instead of its own."""
    is_second = term.status is Status.PREFERRED and first.preferred(term.language) is not None
    rule = second.match if term.match is None and second.match != first.match else term.match
    days = second.valid if term.valid == Validity() and second.valid != first.valid else term.valid
    return replace(term, status=Status.ADMITTED if is_second else term.status, match=rule, valid=days)


def _one_term(kept: Term, other: Term) -> tuple[Term, list[str]]:
    """One term of two with the same text, and what of the other is dropped."""
    term = replace(kept, reading=kept.reading or other.reading, note=kept.note or other.note)
    names = ("status", "type", "reading", "use", "pos", "valid", "match", "note")
    values = ((name, getattr(term, name), getattr(other, name)) for name in names)
    unsaid = (None, "", Validity())
    return term, [f"{name} {said(new)}" for name, old, new in values if old != new and new not in unsaid]


def _redirected(links: Iterable[Link], old: str, new: str) -> tuple[Link, ...]:
    """*links*, where what led to *old* leads to *new*; none twice."""
    return _united((replace(link, target=new) if link.target == old else link for link in links), ())


def _united(first: Iterable[Item], second: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys([*first, *second]))
