"""Checks of which terms a concept has, with which status, and whom it shares them with."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from jaen.glossary.lint.book import Book, Owner
from jaen.glossary.lint.finding import Found
from jaen.glossary.sources.schema import LANGUAGE_NAMES
from jaen.model import Concept, Severity, Status, Term
from jaen.terms.folding import fold_key
from jaen.terms.spelling import case_rule

__all__ = [
    "abbreviations_longer",
    "forbidden_elsewhere",
    "forbidden_inside_preferred",
    "missing_preferred",
    "near_duplicates",
    "one_letter",
    "preferred_inside_forbidden",
    "several_preferred",
    "shared_preferred",
    "shared_terms",
]

_REFUSED = (Status.FORBIDDEN, Status.DEPRECATED)
_SHOWN = 3  # concepts named in one message
_LOOKED_AT = 50  # of the concepts that share a term; a thousand of them would be a million pairs


def missing_preferred(concept: Concept, book: Book) -> Iterator[Found]:
    """A language has no preferred term, so that jaen has nothing to write in it."""
    if concept.keep:
        return
    for language, name in LANGUAGE_NAMES.items():
        if concept.preferred(language):
            continue
        if any(term.language == language for term in concept.terms):
            yield Found(f"no {name} term is preferred; jaen has none to write", "give one the status preferred")
        else:
            advice = f"add '- {language}: …', or `keep: true` if the name is not translated"
            yield Found(f"there is no {name} term; jaen has none to write", advice)


def several_preferred(concept: Concept, book: Book) -> Iterator[Found]:
    """Two terms of a language are preferred in the same places; only the first is ever written."""
    for number, term in enumerate(concept.terms):
        before = [
            one
            for one in concept.terms[:number]
            if one.status is term.status is Status.PREFERRED
            and (one.language, one.use) == (term.language, term.use)
            and one.valid.overlaps(term.valid)
        ]
        if before:
            message = f"{term.text!r} is preferred beside {before[0].text!r}; only the first is ever written"
            yield Found(message, f"give {term.text!r} the status admitted", ("terms", number))


def shared_preferred(concept: Concept, book: Book) -> Iterator[Found]:
    """Two concepts prefer the same term, and nothing tells them apart."""
    for number, term in enumerate(concept.terms):
        if term.status is not Status.PREFERRED:
            continue
        others = [one for one in _others(concept, term, book) if one.term.status is Status.PREFERRED]
        if others:
            yield _shared(concept, number, others, "preferred by")


def shared_terms(concept: Concept, book: Book) -> Iterator[Found]:
    """Two concepts have the same term, and nothing tells them apart."""
    for number, term in enumerate(concept.terms):
        others = [
            one
            for one in _others(concept, term, book)
            if {one.term.status, term.status} != {Status.PREFERRED}  # which shared_preferred says
            and Status.FORBIDDEN not in (one.term.status, term.status)  # which forbidden_elsewhere says
        ]
        if others:
            yield _shared(concept, number, others, "also a term of")


def forbidden_elsewhere(concept: Concept, book: Book) -> Iterator[Found]:
    """A forbidden term is what another concept is called."""
    for number, term in enumerate(concept.terms):
        if term.status is not Status.FORBIDDEN:
            continue
        others = [one for one in _others(concept, term, book) if one.term.status is not Status.FORBIDDEN]
        if others:
            names = _listed(one.concept.id for one in others)
            message = f"the forbidden {term.text!r} is a name of {names}; it is taken for that and never reported"
            known = all(_are_linked(concept, one.concept, ("confusable",)) for one in others)
            advice = "" if known else f"link them as confusable: `- {{confusable: {others[0].concept.id}}}`"
            yield Found(message, advice, ("terms", number), Severity.INFO if known else None)


def forbidden_inside_preferred(concept: Concept, book: Book) -> Iterator[Found]:
    """A forbidden or deprecated term is a part of the concept's own preferred one."""
    for number, term in enumerate(concept.terms):
        if term.status in _REFUSED:
            for whole in _preferred(concept, term.language):
                if _is_part(term.text, whole.text):
                    message = f"the {term.status} {term.text!r} is a part of the preferred {whole.text!r}"
                    yield Found(message, "it is reported only where it stands alone", ("terms", number))


def preferred_inside_forbidden(concept: Concept, book: Book) -> Iterator[Found]:
    """A preferred term is a part of the concept's own forbidden one."""
    for number, term in enumerate(concept.terms):
        if term.status is Status.FORBIDDEN:
            for part in _preferred(concept, term.language):
                if _is_part(part.text, term.text):
                    message = f"the preferred {part.text!r} is a part of the forbidden {term.text!r}"
                    yield Found(message, "replacing it twice would double words", ("terms", number))


def abbreviations_longer(concept: Concept, book: Book) -> Iterator[Found]:
    """An abbreviation is longer than a full term."""
    for number, term in enumerate(concept.terms):
        if term.type != "abbreviation":
            continue
        full = [one for one in concept.terms if one.type == "full" and one.language == term.language]
        longer = next((one for one in full if len(one.text) < len(term.text)), None)
        if longer and longer.status is not Status.FORBIDDEN:
            message = f"the abbreviation {term.text!r} is longer than the full term {longer.text!r}"
            yield Found(message, "exchange their types", ("terms", number))


def one_letter(concept: Concept, book: Book) -> Iterator[Found]:
    """A term is a single Latin letter, digit or kana."""
    for number, term in enumerate(concept.terms):
        if len(term.text) == 1 and (term.text.isascii() or "\u3041" <= term.text <= "\u30ff"):
            message = f"{term.text!r} stands in texts for all kinds of things"
            yield Found(message, "remove it, or write more of the name", ("terms", number))


def near_duplicates(concept: Concept, book: Book) -> Iterator[Found]:
    """Another concept's preferred term differs only in punctuation, kana script, long vowels or a plural."""
    for language, name in LANGUAGE_NAMES.items():
        term = concept.preferred(language)
        if not term or not book.loose(term):
            continue
        others = [
            other.concept
            for other in book.alike.get((language, book.loose(term)), [])[:_LOOKED_AT]
            if other.concept.id != concept.id and book.key(other.term) != book.key(term)
        ]
        if others and not _is_told_apart(concept, others[0]):
            message = f"the {name} {term.text!r} is nearly the name of {_listed(one.id for one in others)}"
            advice = f"merge them (`jaen glossary merge {concept.id} {others[0].id}`), or link them as confusable"
            yield Found(message, advice)


def _others(concept: Concept, term: Term, book: Book) -> list[Owner]:
    """Other concepts' terms that are written like *term*, with capitals that don't tell them apart."""
    owners = book.owners.get(book.key(term), [])[:_LOOKED_AT]
    return [one for one in owners if one.concept.id != concept.id and not _differ_in_case(concept, term, one)]


def _differ_in_case(concept: Concept, term: Term, other: Owner) -> bool:
    if term.text == other.term.text or term.text.lower() != other.term.text.lower():
        return False
    return "any" not in (case_rule(concept, term), case_rule(other.concept, other.term))


def _shared(concept: Concept, number: int, others: Sequence[Owner], how: str) -> Found:
    """What to say about a term that others have too; a hint only where something tells all of them apart."""
    term = concept.terms[number]
    confused = [one for one in others if not _is_told_apart(concept, one.concept)]
    if not confused:
        names = _listed(one.concept.id for one in others)
        return Found(f"{term.text!r} is {how} {names}, too", "", ("terms", number), Severity.INFO)
    names = _listed(one.concept.id for one in confused)
    message = f"{term.text!r} is {how} {names}, too, and nothing says which is meant"
    return Found(
        message, "give each its own domain or days, link them as confusable, or make them one", ("terms", number)
    )


def _is_told_apart(one: Concept, other: Concept) -> bool:
    """True when an editor or a program can tell the concepts by category, domain, days, or a link that says so."""
    return (
        one.category != other.category
        or set(one.domain) != set(other.domain)
        or not one.valid.overlaps(other.valid)
        or _are_linked(one, other, ("confusable", "replaced-by"))
    )


def _are_linked(one: Concept, other: Concept, relations: Sequence[str]) -> bool:
    return any(
        link.relation in relations and link.target == target.id
        for source, target in ((one, other), (other, one))
        for link in source.links
    )


def _preferred(concept: Concept, language: str) -> Iterator[Term]:
    return (one for one in concept.terms if one.language == language and one.status is Status.PREFERRED)


def _is_part(part: str, whole: str) -> bool:
    """True when *part* is fewer words or characters of *whole*."""
    part, whole = fold_key(part), fold_key(whole)
    if part == whole or part not in whole:
        return False
    return not part.isascii() or f" {part} " in f" {whole} "


def _listed(ids: Iterable[str]) -> str:
    """Some ids, each once, and whether there are more."""
    unique = iter(dict.fromkeys(ids))
    shown = list(islice(unique, _SHOWN))
    more = sum(1 for _ in unique)
    return ", ".join(shown) + (f" and {more} more" if more else "")
