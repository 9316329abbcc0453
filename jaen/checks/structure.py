"""Checks of brackets and quotation marks."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from jaen.model import Article, Finding, Segment, Severity, Span
from jaen.text.brackets import find_unclosed

__all__ = ["unclosed_brackets"]

# English opens a quotation anew in each of its paragraphs and closes it only in the last.
_REOPENED = "“‘\"'"


def unclosed_brackets(article: Article, segments: Sequence[Segment]) -> Iterator[Finding]:
    """A bracket or quotation mark that is opened and never closed."""
    content = [segment for segment in segments if segment.content]
    paragraphs = [list(group) for _, group in groupby(content, key=lambda segment: segment.block_id)]
    for index, paragraph in enumerate(paragraphs):
        after = paragraphs[index + 1][0].text if index + 1 < len(paragraphs) else ""
        whole = Span(paragraph[0].span.start, paragraph[-1].span.end)
        for position in find_unclosed(whole.of(article.text)):
            at = whole.start + position
            mark = article.text[at]
            if mark in _REOPENED and after.startswith(mark):
                continue
            yield Finding(
                code="bracket-unclosed",
                severity=Severity.WARNING,
                message=f"{mark} is never closed",
                segment_id=next(segment.id for segment in paragraph if segment.span.end > at),
                span=Span(at, at + 1),
            )
