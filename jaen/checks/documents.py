"""A text and its translation, two articles checked side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jaen.alignment import align, passages_of
from jaen.checks.bilingual.sentences import CERTAIN
from jaen.checks.ignoring import mark_ignored
from jaen.checks.pairs import pair_findings
from jaen.checks.rules import ALIGNMENT_RULES
from jaen.checks.subject import AlignmentRule, Found
from jaen.glossary.house import Ignored
from jaen.model import Alignment, Article, Finding, PairReport, Passage, Related, Report, Severity, Span

__all__ = ["check_documents"]


def check_documents(source: Report, target: Report, ignored: Sequence[Ignored] = ()) -> PairReport:
    """What is wrong with *target* as the translation of *source*: sentence by sentence, and sentences without the other.

    Where the sentences can't be brought together (`Alignment.is_trusted`), that is the only finding. What rests on
    sentences that may not belong together (`Bead.confidence` below 0.5) is a hint.

    Args:
        source: report of the text.
        target: report of an article with another id; the findings about it alone are not repeated.
        ignored: findings that an editor lets stand, see `jaen.glossary.house`.
    """
    alignment = align(*passages_of(source, target))
    found = [finding for rule in ALIGNMENT_RULES for finding in _of_documents(alignment, rule)]
    if alignment.is_trusted:
        found += _of_sentences(alignment)
    found.sort(key=lambda finding: (finding.span.start if finding.span else -1, finding.code))
    findings = mark_ignored(found, target.article, ignored)
    return PairReport(source=source, target=target, alignment=alignment, findings=findings)


def _of_documents(alignment: Alignment, rule: AlignmentRule) -> Iterator[Finding]:
    """What one rule finds in two documents as wholes."""
    for found in rule.check(alignment):
        yield Finding(
            code=rule.code,
            severity=found.severity or rule.severity,
            message=found.message,
            segment_id=_segment_at(alignment.target, found.span),
            span=found.span,
            suggestion=found.suggestion,
            related=(*_in_source(alignment, found), *found.related),
        )


def _in_source(alignment: Alignment, found: Found) -> Iterator[Related]:
    segment = _segment_at(alignment.source, found.source)
    if found.source and segment:
        article: Article = alignment.source.article
        words = found.source.of(article.text)
        yield Related(role="source", article_id=article.id, segment_id=segment, span=found.source, text=words)


def _segment_at(passage: Passage, span: Span | None) -> str | None:
    """The sentence that *span* begins in, or that an empty one stands after."""
    if span is None:
        return None
    return next((s.id for s in passage.segments if s.span.end > span.start or s.span.end == span.end), None)


def _of_sentences(alignment: Alignment) -> Iterator[Finding]:
    """What is wrong with sentences that have a counterpart."""
    for bead, pair in alignment.pairs():
        if bead.source and bead.target:
            for finding in pair_findings(pair):
                yield finding if bead.confidence >= CERTAIN else replace(finding, severity=Severity.INFO)
