"""Why the character at an offset was treated as it was: every decision that touched it, in the story's order."""

from collections.abc import Iterator
from dataclasses import dataclass

from jaen.errors import InputError
from jaen.model import Article, Bracket, Dash, DateExpression, Mark, Number, Quotation, Report, Segment, Span
from jaen.pipeline import Pipeline
from jaen.text.page import read_page

__all__ = ["Step", "explain"]


@dataclass(frozen=True, slots=True)
class Step:
    """One decision.

    Attributes:
        stage: reading, role, sentence, language, normalization, token, mark, term, finding.
        span: what it was about, in the article.
        what: the decision.
        why: the rule or evidence.
    """

    stage: str
    span: Span
    what: str
    why: str


def explain(pipeline: Pipeline, article: Article, offset: int) -> tuple[Step, ...]:
    """Every decision about the character at *offset* (code points from the start of `article.text`).

    Raises:
        InputError: the offset lies outside the text.
    """
    if not 0 <= offset < len(article.text):
        length = len(article.text)
        raise InputError(
            f"{article.source}:{offset}: no such character; the text has {length}, so use 0 to {length - 1}"
        )
    report = pipeline(article)
    return tuple(_steps(pipeline, report, Span(offset, offset + 1)))


def _steps(pipeline: Pipeline, report: Report, at: Span) -> Iterator[Step]:
    yield Step("reading", at, f"read as {report.article.encoding}", f"from {report.article.source}")
    for block in report.blocks:
        if block.span.overlaps(at):
            what = f"{block.role} ({'content' if block.content else 'furniture'})"
            yield Step("role", block.span, what, f"rule {block.rule}, confidence {block.confidence:.2f}")
    segment = next((segment for segment in report.segments if segment.span.overlaps(at)), None)
    if segment is None:
        yield Step("sentence", at, "in no sentence", "white space between sentences")
        return
    yield Step("sentence", segment.span, f"sentence {segment.id}", f"in block {segment.block_id}")
    yield from _in_segment(segment, at)
    for other in report.segments:
        for mark in other.marks:
            if mark.span.overlaps(at):
                yield Step("mark", mark.span, *_mark(mark, report.article.text))
    # On the words that the matcher saw: the report's are united where it found something.
    seen = read_page(report.article, pipeline.settings).segments
    for candidate in pipeline.matcher.candidates(report.article.text, seen):
        if candidate.span.overlaps(at):
            verdict = "accepted" if candidate.accepted else "rejected"
            what = f"{verdict}: {candidate.concept.id} ({candidate.term.text})"
            yield Step("term", candidate.span, what, candidate.reason)
    for finding in report.findings:
        if finding.span and finding.span.overlaps(at):
            yield Step("finding", finding.span, f"{finding.severity} {finding.code}", finding.message)


def _in_segment(segment: Segment, at: Span) -> Iterator[Step]:
    yield Step("language", segment.span, segment.language, segment.language_reason)
    for run in segment.runs:
        if len(segment.runs) > 1 and run.span.overlaps(at):
            yield Step("language", run.span, f"run in {run.language}", "language runs inside the sentence")
    start = segment.span.start
    for edit in segment.normalized.edits:
        place = edit.source.shift(start)
        if place.overlaps(at):
            became = edit.target.of(segment.normalized.text)
            yield Step("normalization", place, f"became {became!r}" if became else "lifted out", f"rule {edit.rule}")
    for token in segment.tokens:
        if token.span.overlaps(at):
            facts = (
                f"unit of concept {token.concept_id}" if token.concept_id else "",
                token.xpos,
                "unknown to the dictionary" if token.is_unknown else "",
                f"lemma {token.lemma}" if token.lemma else "",
                f"reading {token.reading}" if token.reading else "",
            )
            yield Step("token", token.span, f"{token.surface} {token.upos}", ", ".join(fact for fact in facts if fact))


def _mark(mark: Mark, text: str) -> tuple[str, str]:
    """What a mark is, and what that rests on."""
    match mark:
        case Bracket():
            base = f"about {mark.base.of(text)!r}" if mark.base else "about nothing before it"
            return f"bracket: {mark.kind}", base
        case Dash():
            return f"dash: {mark.kind}", f"written {mark.span.of(text)!r}"
        case Quotation():
            speaker = f"speaker {mark.speaker.of(text)!r}" if mark.speaker else "the text names no speaker"
            return "quotation", speaker
        case Number():
            value = f"{mark.low}" if mark.low == mark.high else f"{mark.low} to {mark.high}"
            return f"number: {value} {mark.unit}".rstrip(), mark.kind
        case DateExpression():
            days = f"{mark.first} to {mark.last}" if mark.first else "unresolved"
            return f"date: {days}", mark.reason
