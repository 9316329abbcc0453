"""Checks of glossary terms."""

from collections.abc import Iterator

from jaen.checks.bilingual.concepts import Wrong, forbidden_places, is_elsewhere, is_name, wrong_concepts
from jaen.checks.bilingual.counterparts import EnglishName, JapaneseName
from jaen.checks.bilingual.names import unknown_names
from jaen.checks.subject import Found
from jaen.model import Mention, Pair, Severity, Status
from jaen.translation.requirements import ENFORCED

__all__ = ["forbidden_in_translations", "other_concepts", "unmet_terms"]


def unmet_terms(pair: Pair) -> Iterator[Found]:
    """A term of the glossary that the translation lacks.

    Any term of the concept serves, in any form, and once for a concept that the source names twice. Where the
    translation has a name instead that the source does not, that is told with it. Where it names the concept elsewhere
    in the article, a pronoun may stand here, and it is only worth a look.
    """
    lacking = [wrong for wrong in wrong_concepts(pair) if wrong.other is None]
    strangers = list(unknown_names(pair)) if lacking else []
    for wrong in lacking:
        instead = strangers.pop(0) if strangers and is_name(wrong.mention.concept) else None
        yield _lacking(wrong, instead, pair)


def _lacking(wrong: Wrong, instead: EnglishName | JapaneseName | None, pair: Pair) -> Found:
    mention, text = wrong.mention, wrong.term
    message, severity = f"the translation lacks {text!r} for {mention.surface!r}", None
    if instead:
        message += f"; {instead.text!r} stands instead"
    elif is_elsewhere(wrong, pair.target):
        message, severity = f"{message} here; it has it elsewhere", Severity.INFO
    return Found(
        message=message,
        span=instead.span if instead else None,
        source=mention.span,
        concept_id=mention.concept.id,
        suggestion=text,
        severity=severity,
    )


def other_concepts(pair: Pair) -> Iterator[Found]:
    """A concept in the translation that the source does not name, in the place of one that it does."""
    for wrong in wrong_concepts(pair):
        if wrong.other is not None:
            yield _other(wrong, wrong.other)


def _other(wrong: Wrong, other: Mention) -> Found:
    mention, text = wrong.mention, wrong.term
    meant = other.concept.preferred(mention.term.language)  # in the source's language: 財務省, and not the words again
    which = f", which is {meant.text}" if meant else ""
    return Found(
        message=f"{mention.surface} is {other.surface!r} here{which}; use {text!r}",
        span=other.span,
        source=mention.span,
        concept_id=mention.concept.id,
        suggestion=text,
    )


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
