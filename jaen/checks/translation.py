"""Checks of translations: what an editor has to look at before a reader sees them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from jaen.checks.pairs import translation_findings
from jaen.checks.passages import passage_of
from jaen.config import Settings
from jaen.model import (
    Finding,
    Mention,
    Pair,
    Passage,
    Segment,
    Severity,
    TermOutcome,
    Translation,
)
from jaen.terms import Matcher

__all__ = [
    "broken_rules",
    "languages_without_model",
    "unmet_terms",
    "untranslated_segments",
]

# A machine translation comes with an account of every mention, stricter than what a reader of both texts could tell.
_ACCOUNTED = ("translation-unmet-term",)


def unmet_terms(mentions: Sequence[Mention], translations: Sequence[Translation]) -> Iterator[Finding]:
    """A term of the glossary that its sentence's translation lacks.

    An error where an engine translated; a person who wrote it so is only asked to look again. A sentence that is not
    translated has a finding of its own.
    """
    named = {(mention.segment_id, mention.concept.id, mention.span): mention for mention in mentions}
    for translation in translations:
        if translation.state == "untranslated":
            continue
        for outcome in translation.terms:
            if outcome.outcome == "unmet":
                mention = named.get((translation.segment_id, outcome.concept_id, outcome.source_span))
                yield _unmet(translation, outcome, mention)


def _unmet(translation: Translation, outcome: TermOutcome, mention: Mention | None) -> Finding:
    term = mention.concept.preferred(translation.language) if mention else None
    wanted = repr(term.text) if term else f"the term of {outcome.concept_id}"
    surface = f" for {mention.surface!r}" if mention else ""
    return Finding(
        code="translation-unmet-term",
        severity=_severity(translation),
        message=f"the translation lacks {wanted}{surface}",
        segment_id=translation.segment_id,
        span=outcome.source_span,
        concept_id=outcome.concept_id,
        suggestion=term.text if term else None,
    )


def _severity(translation: Translation) -> Severity:
    return Severity.WARNING if translation.state == "reviewed" else Severity.ERROR


def untranslated_segments(segments: Mapping[str, Segment], translations: Sequence[Translation]) -> Iterator[Finding]:
    """A sentence for which the engine gave nothing that could be passed on."""
    for translation in translations:
        if translation.state == "untranslated":
            yield Finding(
                code="translation-untranslated",
                severity=Severity.WARNING,
                message=f"not translated: {', '.join(translation.flags)}",
                segment_id=translation.segment_id,
                span=segments[translation.segment_id].span,
            )


def languages_without_model(
    segments: Sequence[Segment], translations: Sequence[Translation], language: str
) -> Iterator[Finding]:
    """A language of the article from which nothing is there to translate.

    Args:
        segments: of the article.
        translations: of the article.
        language: that was translated into.
    """
    done = {translation.segment_id for translation in translations}
    missing = Counter(
        segment.language
        for segment in segments
        if segment.content and segment.language not in (language, "und") and segment.id not in done
    )
    for source, count in sorted(missing.items()):
        sentences = "1 sentence" if count == 1 else f"{count} sentences"
        yield Finding(
            code="translation-no-model",
            severity=Severity.WARNING,
            message=f"{sentences} in {source} not translated: nothing is there that translates {source} to {language}",
        )


def broken_rules(
    source: Passage, translations: Sequence[Translation], matcher: Matcher, settings: Settings
) -> Iterator[Finding]:
    """What the rules of pairs find in translations that are passed on; each is read as an article of its own.

    Args:
        source: the whole article.
        translations: of its segments.
        matcher: finds the glossary's concepts in the translations.
        settings: how the translations are read.
    """
    segments = {segment.id: segment for segment in source.segments}
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in source.mentions:
        mentions[mention.segment_id].append(mention)
    for made in translations:
        if made.state != "untranslated":
            segment = segments[made.segment_id]
            sentence = Passage(source.article, segment.language, (segment,), tuple(mentions[segment.id]))
            target = passage_of(made.text, made.language, matcher, settings)
            yield from (one for one in translation_findings(Pair(sentence, target), made) if one.code not in _ACCOUNTED)
