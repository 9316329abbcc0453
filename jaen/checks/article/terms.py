"""Checks of the terms an article uses against what the glossary says of them."""

import re
from collections.abc import Iterator

from jaen.checks.subject import Found, Subject
from jaen.model import Mention, Role, Status, Term, TermUse, Validity

__all__ = [
    "deprecated_terms",
    "forbidden_terms",
    "former_terms",
    "misplaced_terms",
    "period",
    "speaks_of_the_past",
    "undated_terms",
]

# Words that say of a body or a name that it is no more: 旧, 前身, "the former", "replaced", "until 2025".
_OF_THE_PAST = re.compile(
    r"旧|前身|当時|かつて|改組|改称|改編|廃止|後継|後身"
    r"|\b(?:former|formerly|predecessors?|previously|once|replac(?:ed|es|ing)|succeed(?:ed|s|ing)|successor|renamed"
    r"|reorganized|reorganised|dissolved|abolished|defunct|until (?:\w+ )?[0-9]{4})\b",
    re.IGNORECASE,
)
_NEAR = 120  # code points on either side in which they speak of a name


def forbidden_terms(subject: Subject) -> Iterator[Found]:
    """A term that the glossary forbids."""
    for mention in subject.used:
        if mention.term.status is Status.FORBIDDEN:
            yield _found(mention, f"{mention.surface!r} must not be used")


def deprecated_terms(subject: Subject) -> Iterator[Found]:
    """A term that the glossary advises against."""
    for mention in subject.used:
        if mention.term.status is Status.DEPRECATED:
            yield _found(mention, f"{mention.surface!r} is deprecated")


def former_terms(subject: Subject) -> Iterator[Found]:
    """A name that was no longer, or not yet, in force on the article's day.

    A sentence that speaks of the past itself (旧NISC, "the former NISC", "its predecessor") uses the name rightly.
    """
    for mention in subject.used:
        valid = _validity(mention)
        message = ""
        if valid == Validity():
            if mention.term.status is Status.FORMER:
                message = f"{mention.surface!r} is a former name"
        elif subject.day and not valid.covers(subject.day):
            message = f"{mention.surface!r} was in force {period(valid)}, not on {subject.day}"
        if message and not _is_of_the_past(subject, mention):
            yield _found(mention, message, _successor(mention))


def undated_terms(subject: Subject) -> Iterator[Found]:
    """A name that was in force for a time only, in an article that states no date."""
    if subject.day:
        return
    for mention in subject.used:
        valid = _validity(mention)
        is_limited = valid.end or (mention.term.status is Status.FORMER and valid != Validity())
        if is_limited and not _is_of_the_past(subject, mention):
            in_force = f"{mention.surface!r} was in force {period(valid)}"
            yield _found(mention, f"{in_force}; the article states no date to compare with")


def misplaced_terms(subject: Subject) -> Iterator[Found]:
    """A term that stands where the glossary does not want it: short before it is introduced, a headline's in the text.

    Once per concept. A headline may be short; a sentence that has both explains the short form itself.
    """
    introduced: dict[str, int] = {}  # where the sentence begins that names a concept in full for the first time
    misplaced: dict[str, Mention] = {}
    for mention in subject.used:
        segment = subject.by_id[mention.segment_id]
        if mention.term.use not in (TermUse.AFTER_FIRST, TermUse.HEADLINE):
            introduced.setdefault(mention.concept.id, segment.span.start)
        elif segment.role not in (Role.TITLE, Role.HEADING):
            misplaced.setdefault(mention.concept.id, mention)
    for concept_id, mention in misplaced.items():
        full = mention.concept.preferred(mention.term.language)
        if full is None or full == mention.term:
            continue
        if mention.term.use is TermUse.HEADLINE:
            advice = f"belongs in headlines; write {full.text!r}"
        elif concept_id not in introduced:
            advice = f"is never introduced; write {full.text!r} at its first mention"
        elif introduced[concept_id] > mention.span.start:
            advice = f"stands before its full name; write {full.text!r} at its first mention"
        else:
            continue
        yield Found(
            message=f"{mention.surface!r} {advice}",
            span=mention.span,
            concept_id=concept_id,
            suggestion=full.text,
        )


def speaks_of_the_past(text: str, start: int, end: int) -> bool:
    """Whether words near [start, end) of a sentence say that what stands there is no more: 旧, 前身, "the former".

    >>> speaks_of_the_past("The former Harbor Office was closed.", 11, 24)
    True
    """
    around = text[max(0, start - _NEAR) : start] + "\n" + text[end : end + _NEAR]
    return _OF_THE_PAST.search(around) is not None


def period(valid: Validity) -> str:
    """A validity in words.

    >>> from datetime import date
    >>> period(Validity(end=date(2025, 6, 30)))
    'until 2025-06-30'
    """
    parts = [f"from {valid.start}" if valid.start else "", f"until {valid.end}" if valid.end else ""]
    return " ".join(part for part in parts if part)


def _is_of_the_past(subject: Subject, mention: Mention) -> bool:
    segment = subject.by_id[mention.segment_id]
    start = segment.span.start
    return speaks_of_the_past(segment.text, mention.span.start - start, mention.span.end - start)


def _validity(mention: Mention) -> Validity:
    return mention.term.valid if mention.term.valid != Validity() else mention.concept.valid


def _found(mention: Mention, message: str, successor: str | None = None) -> Found:
    better = _better(mention)
    advice = f"; use {better.text!r}" if better else f"; see {successor}" if successor else ""
    note = f" ({mention.term.note})" if mention.term.note else ""
    return Found(
        message=f"{message}{advice}{note}",
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
