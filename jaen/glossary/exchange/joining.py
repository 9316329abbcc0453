"""An incoming concept and the one that is there made into one, when nothing tells what both were before."""

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from jaen.glossary.changes import Conflict, merge_concepts
from jaen.glossary.changes.parts import FieldPath
from jaen.model import Concept, Status, Term

__all__ = ["POLICIES", "Joined", "join", "with_statuses_of"]

POLICIES = ("skip", "keep", "replace", "propose")

_SAYS_NO_MORE = {(Status.PREFERRED, Status.ADMITTED), (Status.DEPRECATED, Status.FORMER)}
Item = TypeVar("Item")
_DETAILS = tuple(one.name for one in fields(Term) if one.name not in ("language", "text", "status"))
_BARE_TERM = Term(text="-", language="ja")
_BARE = Concept(id="-", category="", terms=())
_UNSAID_CATEGORY = "term"  # what formats say that have no categories


@dataclass(frozen=True, slots=True)
class Joined:
    """The concept that comes out, None when nothing is taken, and the fields that were at odds."""

    concept: Concept | None
    conflicts: tuple[Conflict, ...] = ()


def join(incoming: Concept, current: Concept, on_conflict: str) -> Joined:
    """Add to *current* what *incoming* says beyond it, but for its review: what was decided elsewhere decides nothing here.

    Args:
        incoming: with the id of *current*.
        current: what is there.
        on_conflict: one of `POLICIES`, see `plan_import`.
    """
    told = {" ".join(text.split()) for _, text in current.definition}
    note = current.note if incoming.note in told else incoming.note  # some programs have one field for both
    incoming = replace(incoming, review=current.review, note=note)
    base = _common(incoming, current)
    rivals = _rivals(incoming, current)
    merged = merge_concepts(base, incoming, current)
    contested = {language for language, _ in rivals}
    conflicts = [
        one
        for one in merged.conflicts
        if not (one.path and one.path.name == "preferred" and one.path.item[0] in contested)
    ]
    for language in sorted(contested):
        comes = ", ".join(text for one, text in rivals if one == language)
        there = current.preferred(language)
        path = FieldPath("preferred", (language,))
        conflicts.append(Conflict(path, "", comes, there.text if there else ""))
    if not conflicts:
        return Joined(merged.concept)
    match on_conflict:
        case "keep":
            kept = tuple(term for term in incoming.terms if (term.language, term.text) not in rivals)
            taken = merge_concepts(base, replace(incoming, terms=kept), current).concept
        case "propose":
            taken = _proposed(base, incoming, current, rivals)
        case "replace":
            taken = merge_concepts(base, current, incoming).concept
            taken = taken and _written_first(taken, incoming, _contested(conflicts))
        case _:
            taken = None
    return Joined(taken, tuple(conflicts))


def with_statuses_of(current: Concept, incoming: Concept, told: Collection[Status]) -> Concept:
    """*incoming* with the statuses of *current* where its file has no word for them.

    A list of pairs tells none. One that knows no forbidden terms calls them deprecated, which says no more.

    Args:
        current: what is there.
        incoming: what comes.
        told: the statuses that the file has words for.
    """
    there = {(term.language, term.text): term.status for term in current.terms}
    terms = []
    for term in incoming.terms:
        status = there.get((term.language, term.text), term.status)
        is_said = status in told or (told and term.status is not Status.DEPRECATED)
        terms.append(term if is_said else replace(term, status=status))
    return replace(incoming, terms=tuple(terms))


def _common(incoming: Concept, current: Concept) -> Concept:
    """What both may be taken to have been: what they share, and where one says nothing, that nothing."""
    theirs = {(term.language, term.text): term for term in current.terms}
    shared = [(term, theirs[key]) for term in incoming.terms if (key := (term.language, term.text)) in theirs]
    agreed = {name: _agreed(name, incoming, current, _BARE) for name in ("valid", "match", "keep", "review", "note")}
    is_said = incoming.category not in (_UNSAID_CATEGORY, current.category)
    return Concept(
        id=current.id,
        category="" if is_said else incoming.category,
        terms=tuple(_common_term(*pair) for pair in shared),
        domain=_shared(incoming.domain, current.domain),
        definition=_shared(incoming.definition, current.definition),
        links=_shared(incoming.links, current.links),
        examples=_shared(incoming.examples, current.examples),
        sources=_shared(incoming.sources, current.sources),
        former_ids=_shared(incoming.former_ids, current.former_ids),
        **agreed,
    )


def _common_term(comes: Term, there: Term) -> Term:
    agreed = {name: _agreed(name, comes, there, _BARE_TERM) for name in _DETAILS}
    return Term(text=there.text, language=there.language, status=_common_status(comes.status, there.status), **agreed)


def _agreed(name: str, comes: Item, there: Item, bare: Item) -> Any:  # noqa: ANN401 - as many types as fields
    """What both say in a field, else what one says that says nothing."""
    value = getattr(comes, name)
    return value if value == getattr(there, name) else getattr(bare, name)


def _common_status(comes: Status, there: Status) -> Status:
    """What both may be taken to have been: what comes, where that says no more than what is there; else neither."""
    # `preferred` is what programs say of every term; most have no word for what was right once.
    if comes is there or (comes, there) in _SAYS_NO_MORE:
        return comes
    return next(one for one in Status if one not in (comes, there))


def _shared(ours: tuple[Item, ...], theirs: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(one for one in ours if one in theirs)


def _rivals(incoming: Concept, current: Concept) -> Collection[tuple[str, str]]:
    """New terms that come as the ones to write, in a language that has such a term."""
    known = {(term.language, term.text) for term in current.terms}
    return {
        (term.language, term.text)
        for term in incoming.terms
        if term.status is Status.PREFERRED
        and (term.language, term.text) not in known
        and current.preferred(term.language)
    }


def _proposed(
    base: Concept, incoming: Concept, current: Concept, rivals: Collection[tuple[str, str]]
) -> Concept | None:
    terms = tuple(
        replace(term, status=Status.ADMITTED) if (term.language, term.text) in rivals else term
        for term in incoming.terms
    )
    taken = merge_concepts(base, replace(incoming, terms=terms), current).concept
    if taken is None or taken == current:
        return taken
    return replace(taken, review=replace(taken.review, state="proposed"))


def _contested(conflicts: Collection[Conflict]) -> list[str]:
    """The languages in which it is at odds which term is written."""
    return sorted({one.path.item[0] for one in conflicts if one.path and one.path.name == "preferred"})


def _written_first(concept: Concept, incoming: Concept, languages: Collection[str]) -> Concept:
    """*concept*, where in *languages* the terms that come are the ones to write, and those that were may be written."""
    comes = {(term.language, term.text) for term in incoming.terms if term.status is Status.PREFERRED}
    terms = [
        replace(term, status=Status.ADMITTED)
        if term.language in languages and term.status is Status.PREFERRED and (term.language, term.text) not in comes
        else term
        for term in concept.terms
    ]
    for language in languages:
        wanted = incoming.preferred(language)
        own = [term for term in terms if term.language == language]
        first = [term for term in own if wanted and term.text == wanted.text]
        ordered = iter([*first, *(term for term in own if term not in first)])
        terms = [next(ordered) if term.language == language else term for term in terms]
    return replace(concept, terms=tuple(terms))
