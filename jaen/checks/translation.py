"""Checks of translations: what an editor has to look at before a reader sees them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from jaen.model import Finding, Mention, Segment, Severity, TermOutcome, Translation

__all__ = ["languages_without_model", "unmet_terms", "untranslated_segments"]


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
        severity=Severity.WARNING if translation.state == "reviewed" else Severity.ERROR,
        message=f"the translation lacks {wanted}{surface}",
        segment_id=translation.segment_id,
        span=outcome.source_span,
        concept_id=outcome.concept_id,
        suggestion=term.text if term else None,
    )


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
