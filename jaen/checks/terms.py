"""Checks of the terms an article uses against what the glossary says of them."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence

from jaen.model import Finding, Mention, Segment, Severity, Status, Term, Validity

__all__ = ["deprecated_terms", "forbidden_terms", "former_terms"]

# Words that say of a body or a name that it is no more: 旧, 前身, "the former", "replaced", "until 2025".
_OF_THE_PAST = re.compile(
    r"旧|前身|当時|かつて|改組|改称|改編|廃止|後継|後身"
    r"|\b(?:former|formerly|predecessors?|previously|once|replac(?:ed|es|ing)|succeed(?:ed|s|ing)|successor|renamed"
    r"|reorganized|reorganised|dissolved|abolished|defunct|until (?:\w+ )?[0-9]{4})\b",
    re.IGNORECASE,
)
_NEAR = 120  # code points on either side in which they speak of a name


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


def former_terms(
    mentions: Sequence[Mention], day: datetime.date | None, segments: Mapping[str, Segment]
) -> Iterator[Finding]:
    """A name that was no longer, or not yet, in force on the article's day.

    A sentence that speaks of the past itself (旧NISC, "the former NISC", "its predecessor") uses the name rightly.

    Args:
        mentions: of the article's content.
        day: the article's day.
        segments: the article's, by their id.
    """
    for mention in mentions:
        if _is_of_the_past(mention, segments[mention.segment_id]):
            continue
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


def _is_of_the_past(mention: Mention, segment: Segment) -> bool:
    start, end = mention.span.start - segment.span.start, mention.span.end - segment.span.start
    around = segment.text[max(0, start - _NEAR) : start] + "\n" + segment.text[end : end + _NEAR]
    return _OF_THE_PAST.search(around) is not None


def _validity(mention: Mention) -> Validity:
    return mention.term.valid if mention.term.valid != Validity() else mention.concept.valid


def _period(valid: Validity) -> str:
    parts = [f"from {valid.start}" if valid.start else "", f"until {valid.end}" if valid.end else ""]
    return " ".join(part for part in parts if part)


def _finding(code: str, severity: Severity, mention: Mention, message: str) -> Finding:
    better = _better(mention)
    successor = _successor(mention) if code == "term-former" and not better else None
    advice = f"; use {better.text!r}" if better else f"; see {successor}" if successor else ""
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
    """What to write instead: the preferred term of the same language, unless it is no better than the term used.

    It is not where it is that very term, or where the concept itself has ended: NISC is no wrong name of that body.
    """
    preferred = mention.concept.preferred(mention.term.language)
    is_refused = mention.term.status in (Status.FORBIDDEN, Status.DEPRECATED, Status.FORMER)
    has_ended = mention.concept.valid.end is not None and not is_refused and mention.term.valid == Validity()
    return preferred if preferred != mention.term and not has_ended else None


def _successor(mention: Mention) -> str | None:
    """Id of the concept that took the place of one that has ended."""
    return next((link.target for link in mention.concept.links if link.relation == "replaced-by"), None)
