"""Checks of the terms an article uses against what the glossary says of them."""

import datetime
from collections.abc import Iterator, Sequence

from jaen.model import Finding, Mention, Severity, Status, Term, Validity

__all__ = ["deprecated_terms", "forbidden_terms", "former_terms"]


def forbidden_terms(mentions: Sequence[Mention]) -> Iterator[Finding]:
    """A term that the glossary forbids."""
    for mention in mentions:
        if mention.term.status is Status.FORBIDDEN:
            yield _finding("term-forbidden", Severity.ERROR, mention, f"{mention.surface!r} must not be used")


def deprecated_terms(mentions: Sequence[Mention]) -> Iterator[Finding]:
    """A term that the glossary advises against."""
    for mention in mentions:
        if mention.term.status is Status.DEPRECATED:
            yield _finding("term-deprecated", Severity.WARNING, mention, f"{mention.surface!r} is deprecated")


def former_terms(mentions: Sequence[Mention], day: datetime.date | None) -> Iterator[Finding]:
    """A name that was no longer, or not yet, in force on the article's day."""
    for mention in mentions:
        valid = _validity(mention)
        if valid == Validity():
            if mention.term.status is Status.FORMER:
                yield _finding("term-former", Severity.WARNING, mention, f"{mention.surface!r} is a former name")
        elif day is None:
            if mention.term.status is Status.FORMER or valid.end:
                message = (
                    f"{mention.surface!r} was in force {_period(valid)}; the article states no date to compare with"
                )
                yield _finding("term-date-unknown", Severity.INFO, mention, message)
        elif not valid.covers(day):
            message = f"{mention.surface!r} was in force {_period(valid)}, not on {day}"
            yield _finding("term-former", Severity.WARNING, mention, message)


def _validity(mention: Mention) -> Validity:
    return mention.term.valid if mention.term.valid != Validity() else mention.concept.valid


def _period(valid: Validity) -> str:
    parts = [f"from {valid.start}" if valid.start else "", f"until {valid.end}" if valid.end else ""]
    return " ".join(part for part in parts if part)


def _finding(code: str, severity: Severity, mention: Mention, message: str) -> Finding:
    better = _better(mention)
    advice = f"; use {better.text!r}" if better else ""
    note = f" ({mention.term.note})" if mention.term.note else ""
    return Finding(
        code=code,
        severity=severity,
        message=f"{message}{advice}{note}",
        segment_id=mention.segment_id,
        span=mention.span,
        concept_id=mention.concept.id,
        suggestion=better.text if better else None,
    )


def _better(mention: Mention) -> Term | None:
    """What to write instead: the preferred term of the same language, unless it is the very term used."""
    preferred = mention.concept.preferred(mention.term.language)
    return preferred if preferred != mention.term else None
