"""A term in the place of a word: with the article, the number and the capital that the word had."""

import re

from jaen.model import Span
from jaen.translation.requirements import Kind, Requirement
from jaen.translation.requirements.wording import article_for, capitalized, comma_after, plural

__all__ = ["put"]

_ARTICLE = re.compile(r"\b(an?|the)\s+$", re.IGNORECASE)
_CAPITALIZED = frozenset({Kind.NOUN, Kind.MASS, Kind.TITLE, Kind.VERB})
_SENTENCE_START = re.compile(r"(?:^|[.!?][\"'”’)]*\s)[\"'“‘(]*$")


def put(text: str, span: Span, requirement: Requirement, is_plural: bool) -> tuple[str, Span]:
    """*text* with the required term instead of what stands at *span*, and where the term now is.

    The article before it is made to fit: "a dog" becomes "an envelope", "a Tom" becomes "Mythos", "government" becomes
    "the National Cybersecurity Office". What follows (a possessive ending) stays.

    Args:
        text: an English sentence; in other languages the term is put in as it is.
        span: a word or more.
        requirement: what is written.
        is_plural: the words at *span* are.
    """
    term = requirement.write
    before, after = text[: span.start], text[span.end :]
    if requirement.language == "en":
        found = _ARTICLE.search(before)
        written = found[1].lower() if found else ""
        before = before[: found.start()] if found else before
        is_many = is_plural and requirement.kind is Kind.NOUN
        term = plural(term) if is_many else term
        article = _article(written, term, requirement.kind, is_many)
        if _SENTENCE_START.search(before):
            article = article.capitalize()
            if not article and requirement.kind in _CAPITALIZED:
                term = capitalized(term)
        after = comma_after(requirement.forms[0], after) + after
        before += f"{article} " if article else ""
    return before + term + after, Span(len(before), len(before) + len(term))


def _article(written: str, term: str, kind: Kind, is_many: bool) -> str:
    """The article for *term* where *written* (`a`, `an`, `the` or none) stood."""
    if kind in (Kind.NAME, Kind.VERBATIM):
        return ""
    if kind is Kind.INSTITUTION:
        return "the"
    if written in ("a", "an"):
        return "" if kind is Kind.MASS or is_many else article_for(term)
    return written
