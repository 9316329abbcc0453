"""A text and its translation, two articles checked side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jaen.alignment import align, passages_of
from jaen.checks.ignoring import mark_ignored
from jaen.checks.pairs import pair_findings
from jaen.checks.rules import ALIGNMENT_RULES
from jaen.checks.subject import AlignmentRule
from jaen.glossary.house import Ignored
from jaen.model import Alignment, Finding, PairReport, Report, Severity
from jaen.model.finding import in_text_order

__all__ = ["check_documents"]


def check_documents(source: Report, target: Report, ignored: Sequence[Ignored] = ()) -> PairReport:
    """What is wrong with *target* as the translation of *source*: sentence by sentence, and sentences without the other.

    Where the sentences can't be brought together (`Alignment.is_trusted`), that is the only finding. What rests on
    sentences that may not belong together (`Bead.is_sure`) is a hint.

    Args:
        source: report of the text.
        target: report of an article with another id; the findings about it alone are not repeated.
        ignored: findings that an editor lets stand, see `jaen.glossary.house`.
    """
    alignment = align(*passages_of(source, target))
    found = [finding for rule in ALIGNMENT_RULES for finding in _of_documents(alignment, rule)]
    if alignment.is_trusted:
        found += _of_sentences(alignment)
    findings = mark_ignored(in_text_order(found), target.article, ignored)
    return PairReport(source=source, target=target, alignment=alignment, findings=findings)


def _of_documents(alignment: Alignment, rule: AlignmentRule) -> Iterator[Finding]:
    """What one rule finds in two documents as wholes."""
    for found in rule.check(alignment):
        segment = alignment.target.segment_at(found.span) if found.span else None
        related = (*alignment.source.related("source", found.source), *found.related)
        yield replace(found.finding(rule, segment, found.span), related=related)


def _of_sentences(alignment: Alignment) -> Iterator[Finding]:
    """What is wrong with sentences that have a counterpart."""
    for bead, pair in alignment.pairs():
        if bead.source and bead.target:
            for finding in pair_findings(pair):
                yield finding if bead.is_sure else replace(finding, severity=Severity.INFO)
