"""What is wrong with a text or its translation: one function per check; its docstring is its title."""

from collections.abc import Sequence

from jaen.checks.rules import ARTICLE_RULES
from jaen.checks.subject import Subject
from jaen.checks.translation import (
    forbidden_in_translations,
    languages_without_model,
    unmet_terms,
    untranslated_segments,
)
from jaen.model import Finding, Mention, Segment, Translation

__all__ = ["Subject", "check", "check_translations"]


def check(subject: Subject) -> tuple[Finding, ...]:
    """All findings about one article, in text order."""
    return _in_text_order([finding for rule in ARTICLE_RULES for finding in rule.findings(subject)])


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
