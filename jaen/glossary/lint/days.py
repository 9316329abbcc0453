"""Checks of when terms, concepts and holders are in force."""

from collections.abc import Iterator
from datetime import date

from jaen.glossary.changes import said
from jaen.glossary.lint.book import Book
from jaen.glossary.lint.finding import Found
from jaen.model import Concept, Link, Status

__all__ = [
    "ended_holders",
    "ended_preferred",
    "former_without_end",
    "missing_successor",
    "overlapping_holders",
    "terms_outside_concept",
]


def overlapping_holders(concept: Concept, book: Book) -> Iterator[Found]:
    """A role has two holders on the same day."""
    latest: Link | None = None  # of those so far, the one who holds it longest
    for number, link in sorted(enumerate(concept.links), key=lambda one: one[1].valid.start or date.min):
        if link.relation != "holder":
            continue
        if latest and latest.target != link.target and (link.valid.start or date.min) <= (latest.valid.end or date.max):
            day = link.valid.start or "from the start"
            message = f"{latest.target} and {link.target} both hold it on {day}"
            yield Found(message, f"say with `to` when {latest.target} left", ("links", number))
        if latest is None or (link.valid.end or date.max) >= (latest.valid.end or date.max):
            latest = link


def ended_holders(concept: Concept, book: Book) -> Iterator[Found]:
    """The last known holder of a role has left it."""
    ends = [link.valid.end for link in concept.links if link.relation == "holder"]
    if not ends or None in ends or not concept.valid.covers(book.today):
        return
    last = max(end for end in ends if end)
    if last < book.today:
        yield Found(f"nobody holds it since {last}", "add the holder of today, or end the role with `valid`")


def former_without_end(concept: Concept, book: Book) -> Iterator[Found]:
    """A former term does not say until when it was right, so that it is reported in old articles too."""
    for number, term in enumerate(concept.terms):
        if term.status is Status.FORMER and not term.valid.end and not concept.valid.end:
            message = f"the former {term.text!r} does not say until when it was right; old articles are reported too"
            yield Found(message, "add `valid: {to: 'YYYY-MM-DD'}`", ("terms", number))


def ended_preferred(concept: Concept, book: Book) -> Iterator[Found]:
    """The term that jaen writes is not, or not yet, in force today."""
    if not concept.valid.covers(book.today):
        return
    for number, term in enumerate(concept.terms):
        if term is concept.preferred(term.language) and not term.valid.covers(book.today):
            when = f"ended on {term.valid.end}" if term.valid.end and term.valid.end < book.today else "is yet to come"
            message = f"{term.text!r} {when}, and jaen still writes it"
            yield Found(
                message, "give it the status former, and the term of today the status preferred", ("terms", number)
            )


def terms_outside_concept(concept: Concept, book: Book) -> Iterator[Found]:
    """A term is in force only on days on which the concept does not exist."""
    for number, term in enumerate(concept.terms):
        # A former name may be older than what bears it now.
        if term.status is not Status.FORMER and not term.valid.overlaps(concept.valid):
            message = f"{term.text!r} holds {said(term.valid)}, but the concept {said(concept.valid)}"
            yield Found(message, "correct the days", ("terms", number))


def missing_successor(concept: Concept, book: Book) -> Iterator[Found]:
    """A concept has ended, and nothing says what took its place."""
    end = concept.valid.end
    has_successor = any(link.relation == "replaced-by" for link in concept.links)
    if end and end < book.today and not has_successor:
        yield Found(
            f"it ended on {end}; nothing says what took its place", "link to that with `replaced-by`, if there is any"
        )
