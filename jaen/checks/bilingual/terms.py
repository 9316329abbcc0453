"""Checks of glossary terms."""

from collections.abc import Iterator

from jaen.checks.bilingual.concepts import Wrong, forbidden_places, is_elsewhere, wrong_concepts
from jaen.checks.subject import Found
from jaen.model import Concept, Mention, Pair, Severity, Status
from jaen.translation.requirements import ENFORCED

__all__ = ["forbidden_in_translations", "other_concepts", "unmet_terms"]


def unmet_terms(pair: Pair) -> Iterator[Found]:
    """A term of the glossary that the translation lacks.

    Any term of the concept serves, in any form, and once for a concept that the source names twice. Where the
    translation names it elsewhere in the article, a pronoun may stand here, and it is only worth a look.
    """
    for wrong in wrong_concepts(pair):
        if wrong.other is None:
            mention, text = wrong.mention, wrong.term
            elsewhere = is_elsewhere(wrong, pair.target)
            yield Found(
                message=f"the translation lacks {text!r} for {mention.surface!r}"
                + (" here; it has it elsewhere" if elsewhere else ""),
                source=mention.span,
                concept_id=mention.concept.id,
                suggestion=text,
                severity=Severity.INFO if elsewhere else None,
            )


def other_concepts(pair: Pair) -> Iterator[Found]:
    """A concept in the translation that the source does not name, in the place of one that it does."""
    for wrong in wrong_concepts(pair):
        if wrong.other is not None:
            yield _other(wrong, wrong.other)


def _other(wrong: Wrong, other: Mention) -> Found:
    mention, text = wrong.mention, wrong.term
    return Found(
        message=f"{mention.surface} is {other.surface!r} here, which is {_title(other.concept)}; use {text!r}",
        span=other.span,
        source=mention.span,
        concept_id=mention.concept.id,
        suggestion=text,
    )


def _title(concept: Concept) -> str:
    """What the concept is in the other language: クロード, and not Claude again."""
    return concept.title or concept.id


def forbidden_in_translations(pair: Pair) -> Iterator[Found]:
    """A term that the glossary forbids for what the source names: models make the mistakes that editors forbid.

    Neither inside the right term (a forbidden "director" in "National Cyber Director"), nor where the source does not
    name the concept.
    """
    language = pair.target.language
    named = {mention.concept.id: mention for mention in reversed(pair.source.mentions) if mention.kind in ENFORCED}
    for mention in sorted(named.values(), key=lambda mention: mention.span):
        for term in mention.concept.terms:
            if term.language == language and term.status is Status.FORBIDDEN:
                place = next(forbidden_places(mention, term, pair.target), None)
                if place:
                    better = mention.concept.preferred(language)
                    advice = f"; use {better.text!r}" if better else ""
                    note = f" ({term.note})" if term.note else ""
                    words = place.of(pair.target.article.text)
                    yield Found(
                        message=f"the translation has {words!r} for {mention.surface!r}, which must not be used"
                        + advice
                        + note,
                        span=place,
                        source=mention.span,
                        concept_id=mention.concept.id,
                        suggestion=better.text if better else None,
                    )
