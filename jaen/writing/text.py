"""Text for a terminal: each sentence with its language, its translation or a gloss, and its terms."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TextIO

from jaen.model import Mention, MentionKind, Report, Role, Segment, TermOutcome
from jaen.writing.cells import one_line, pad
from jaen.writing.digest import (
    counterpart,
    mentions_by_segment,
    outcome_note,
    outcomes,
    place,
    related_note,
    renderings,
    rows_under,
)
from jaen.writing.terminal import beside, framed, write_pages

_GUTTER = 14  # cells for language and role


def write_text(reports: Iterable[Report], out: TextIO) -> None:
    """One article after the other, an empty line between them."""
    write_pages(reports, out, _article)


def _article(report: Report) -> Iterator[str]:
    yield from framed(report, _metadata(report), chain(_segments(report), _findings(report)))


def _metadata(report: Report) -> str:
    stated = [f"{field.name}: {one_line(field.value)}" for field in report.metadata if field.name != "title"]
    return " · ".join([one_line(report.article.source), report.language, *dict.fromkeys(stated)])


def _segments(report: Report) -> Iterator[str]:
    best, mentions = renderings(report), mentions_by_segment(report)
    translations = {translation.segment_id: translation for translation in report.translations}
    block = None
    for segment in report.segments:
        if not segment.content:
            continue
        if block not in (None, segment.block_id):
            yield ""
        block = segment.block_id
        yield from _row(_label(segment), one_line(segment.text))
        translation = translations.get(segment.id)
        for label, text in rows_under(translation, best.get(segment.id)):
            yield from _row(f"    {label}:", text)
        if terms := _terms(mentions.get(segment.id, ()), outcomes(translation)):
            yield from _row("    terms:", terms)


def _label(segment: Segment) -> str:
    return f"{segment.language:<3} {'' if segment.role is Role.BODY else segment.role.value}"


def _row(label: str, text: str) -> Iterator[str]:
    yield from beside(pad(label, _GUTTER), text)


def _terms(mentions: Sequence[Mention], became: Mapping[str, TermOutcome]) -> str:
    return "; ".join(_term(mention, became.get(mention.concept.id)) for mention in mentions)


def _term(mention: Mention, outcome: TermOutcome | None) -> str:
    kind = "" if mention.kind is MentionKind.FREE else mention.kind.value
    notes = ", ".join(filter(None, (kind, outcome_note(outcome) if outcome else "")))
    return f"{one_line(mention.surface)} = {counterpart(mention) or '?'}" + (f" ({notes})" if notes else "")


def _findings(report: Report) -> Iterator[str]:
    if not report.findings:
        return
    yield ""
    yield "Findings"
    for finding in report.findings:
        parts = [one_line(finding.message), place(report, finding)]
        if finding.suggestion:
            parts.append(f"→ {one_line(finding.suggestion)}")
        if finding.ignored:
            parts.append(f"ignored: {one_line(finding.ignored)}")
        yield from _row(f"  {finding.severity.value}", f"{finding.code}: " + " · ".join(part for part in parts if part))
        for one in finding.related:
            yield from _row("", related_note(report, one))
