"""What is wrong with a text or its translation: one function per check; its docstring is its title."""

import datetime
from collections.abc import Sequence

from jaen.checks.structure import unclosed_brackets
from jaen.checks.terms import deprecated_terms, forbidden_terms, former_terms
from jaen.checks.translation import (
    forbidden_in_translations,
    languages_without_model,
    unmet_terms,
    untranslated_segments,
)
from jaen.model import Article, Finding, Mention, Segment, Translation

__all__ = ["check", "check_translations"]


def check(
    article: Article, segments: Sequence[Segment], mentions: Sequence[Mention], day: datetime.date | None
) -> tuple[Finding, ...]:
    """All findings about one article, in text order.

    Args:
        article: what was read.
        segments: its sentences.
        mentions: the glossary's concepts in them.
        day: the article's day, against which the validity of terms is checked; None when it has none.
    """
    content = {segment.id for segment in segments if segment.content}
    used = [mention for mention in mentions if mention.segment_id in content]
    findings = [
        *forbidden_terms(used),
        *deprecated_terms(used),
        *former_terms(used, day, {segment.id: segment for segment in segments}),
        *unclosed_brackets(article, segments),
    ]
    return _in_text_order(findings)


def check_translations(
    segments: Sequence[Segment], mentions: Sequence[Mention], translations: Sequence[Translation], language: str
) -> tuple[Finding, ...]:
    """All findings about one article's translations, in text order.

    Args:
        segments: of the article.
        mentions: the glossary's concepts in them.
        translations: of the segments.
        language: that was translated into.
    """
    findings = [
        *unmet_terms(mentions, translations),
        *forbidden_in_translations(mentions, translations),
        *untranslated_segments({segment.id: segment for segment in segments}, translations),
        *languages_without_model(segments, translations, language),
    ]
    return _in_text_order(findings)


def _in_text_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (f.span.start if f.span else -1, f.code)))
