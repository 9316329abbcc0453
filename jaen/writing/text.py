"""Text for a terminal: each sentence with its language, its translation or a gloss, and its terms."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TextIO

from jaen.model import Mention, MentionKind, Report, Role, Segment, TermOutcome
from jaen.writing.cells import one_line, pad, wrap
from jaen.writing.digest import (
    counterpart,
    left_out,
    mentions_by_segment,
    outcome_note,
    outcomes,
    place,
    renderings,
    rows_under,
)

WIDTH = 100  # cells of a line
_GUTTER = 14  # cells for language and role


def write_text(reports: Iterable[Report], out: TextIO) -> None:
    """One article after the other, an empty line between them."""
    for number, report in enumerate(reports):
        if number:
            out.write("\n")
        out.writelines(f"{line}\n" for line in _article(report))


def _article(report: Report) -> Iterator[str]:
    yield "═" * WIDTH
    yield from wrap(one_line(report.title or report.article.id), WIDTH)
    yield from wrap(_metadata(report), WIDTH)
    yield "─" * WIDTH
    yield from _segments(report)
    yield from _findings(report)
    if note := left_out(report):
        yield ""
        yield from wrap(note, WIDTH)


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
    """*text* beside *label*; its further lines stand under the first."""
    first, *others = wrap(text, WIDTH - _GUTTER)
    yield pad(label, _GUTTER) + first
    yield from (" " * _GUTTER + line for line in others)


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
        yield from _row(f"  {finding.severity.value}", f"{finding.code}: " + " · ".join(part for part in parts if part))
