"""What is wrong with a text or its translation: one function per check; its docstring is its title."""

from collections.abc import Sequence

from jaen.checks.codes import CODES, Code
from jaen.checks.documents import check_documents
from jaen.checks.ignoring import mark_ignored
from jaen.checks.pairs import pair_findings
from jaen.checks.rules import ARTICLE_RULES
from jaen.checks.subject import Subject
from jaen.checks.translation import (
    broken_rules,
    languages_without_model,
    unmet_terms,
    untranslated_segments,
)
from jaen.config import Settings
from jaen.model import Finding, Passage, Translation
from jaen.model.finding import in_text_order
from jaen.terms import Matcher

__all__ = [
    "CODES",
    "Code",
    "Subject",
    "check",
    "check_documents",
    "check_translations",
    "mark_ignored",
    "pair_findings",
]


def check(subject: Subject) -> tuple[Finding, ...]:
    """All findings about one article, in text order."""
    return in_text_order(finding for rule in ARTICLE_RULES for finding in rule.findings(subject))


def check_translations(
    source: Passage, translations: Sequence[Translation], language: str, matcher: Matcher, settings: Settings
) -> tuple[Finding, ...]:
    """All findings about one article's translations, in text order.

    Args:
        source: the whole article.
        translations: of its segments.
        language: that was translated into.
        matcher: of the glossary; finds its concepts in the translations.
        settings: how the translations are read; `settings.date` is the article's day.
    """
    broken = list(broken_rules(source, translations, matcher, settings))
    # Where another concept stands for a term, that is told, and not that the term is lacking besides.
    told = {(one.segment_id, one.concept_id) for one in broken if one.code == "translation-other-concept"}
    findings = [
        *(one for one in unmet_terms(source.mentions, translations) if (one.segment_id, one.concept_id) not in told),
        *untranslated_segments({segment.id: segment for segment in source.segments}, translations),
        *languages_without_model(source.segments, translations, language),
        *broken,
    ]
    return in_text_order(findings)
