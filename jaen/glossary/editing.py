"""Small changes of a concept that editors make every day: a term more, another status, a term less."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from jaen.errors import ConfigError
from jaen.model import Concept, Status, Term

__all__ = ["TermEdit", "edit_term", "remove_term"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermEdit:
    """What is to be said of a term.

    Attributes:
        language: ja or en.
        text: of the term, exactly.
        values: field of `Term` → what it is to be; other fields stay as they are.
        is_first: the term is to stand before all others of its language.
    """

    language: str
    text: str
    values: Mapping[str, Any] = field(default_factory=dict)
    is_first: bool = False


def edit_term(concept: Concept, edit: TermEdit) -> Concept:
    """*concept* with the term changed, or added at the end of its language.

    A new term without a status is preferred where its language has no preferred term yet, else admitted.

    Raises:
        ConfigError: the term can't be as wanted.

    >>> chip = Concept(id="chip", category="term", terms=(Term(text="chip", language="en"),))
    >>> edited = edit_term(chip, TermEdit(language="en", text="IC", values={"type": "abbreviation"}))
    >>> [(term.text, term.status.value, term.type) for term in edited.terms]
    [('chip', 'preferred', 'full'), ('IC', 'admitted', 'abbreviation')]
    """
    terms = list(concept.terms)
    index = _index(concept, edit.language, edit.text)
    if edit.values.get("reading") and edit.language != "ja":
        raise ConfigError(f"{edit.text!r} is English, and only a Japanese term has a reading")
    if index is None:
        status = Status.ADMITTED if concept.preferred(edit.language) else Status.PREFERRED
        try:
            term = Term(**{"text": edit.text, "language": edit.language, "status": status, **edit.values})
        except ValueError as error:
            raise ConfigError(str(error)) from error
        index = _behind(terms, edit.language)
        terms.insert(index, term)
    else:
        terms[index] = replace(terms[index], **edit.values)
    if edit.is_first:
        term = terms.pop(index)
        first = next((place for place, one in enumerate(terms) if one.language == edit.language), index)
        terms.insert(first, term)
    return replace(concept, terms=tuple(terms))


def remove_term(concept: Concept, language: str, text: str) -> Concept:
    """*concept* without the term.

    Raises:
        ConfigError: it has no such term, or no other.
    """
    index = _index(concept, language, text)
    if index is None:
        has = ", ".join(f"{term.language}:{term.text}" for term in concept.terms)
        raise ConfigError(f"{concept.id} has no term {language}:{text}; it has {has}")
    if len(concept.terms) == 1:
        raise ConfigError(
            f"{language}:{text} is the only term of {concept.id}; add another one first, or reject the entry"
        )
    return replace(concept, terms=(*concept.terms[:index], *concept.terms[index + 1 :]))


def _index(concept: Concept, language: str, text: str) -> int | None:
    wanted = language, text
    return next((index for index, term in enumerate(concept.terms) if (term.language, term.text) == wanted), None)


def _behind(terms: list[Term], language: str) -> int:
    """Where a new term goes: behind the last one of its language, else at the end."""
    return max((index + 1 for index, term in enumerate(terms) if term.language == language), default=len(terms))
