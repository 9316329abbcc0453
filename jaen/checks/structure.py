"""Checks of brackets and quotation marks."""

from collections.abc import Iterator, Sequence

from jaen.model import Finding, Segment, Severity, Span
from jaen.text.brackets import find_unclosed

__all__ = ["unclosed_brackets"]


def unclosed_brackets(segments: Sequence[Segment]) -> Iterator[Finding]:
    """A bracket or quotation mark that is opened and never closed."""
    for segment in segments:
        if not segment.content:
            continue
        for position in find_unclosed(segment.text):
            at = segment.span.start + position
            yield Finding(
                code="bracket-unclosed",
                severity=Severity.WARNING,
                message=f"{segment.text[position]} is never closed",
                segment_id=segment.id,
                span=Span(at, at + 1),
            )
