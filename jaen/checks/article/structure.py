"""Checks of brackets and quotation marks."""

from collections.abc import Iterator
from itertools import groupby

from jaen.checks.subject import Found, Subject
from jaen.model import Span
from jaen.text.brackets import find_unclosed

__all__ = ["nested_quotations", "unclosed_brackets", "unopened_brackets"]

# English opens a quotation anew in each of its paragraphs and closes it only in the last.
_REOPENED = "“‘\"'"


def unclosed_brackets(subject: Subject) -> Iterator[Found]:
    """A bracket or quotation mark that is opened and never closed."""
    text = subject.article.text
    paragraphs = _paragraphs(subject)
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1].of(text) if index + 1 < len(paragraphs) else ""
        for position in find_unclosed(paragraph.of(text)):
            at = paragraph.start + position
            if text[at] in _REOPENED and following.startswith(text[at]):
                continue
            yield Found(message=f"{text[at]} is never closed", span=Span(at, at + 1))


def unopened_brackets(subject: Subject) -> Iterator[Found]:
    """A bracket or quotation mark that is closed and was never opened."""
    yield from ()


def nested_quotations(subject: Subject) -> Iterator[Found]:
    """A quotation inside a quotation with the same marks."""
    yield from ()


def _paragraphs(subject: Subject) -> list[Span]:
    groups = (list(group) for _, group in groupby(subject.content, key=lambda segment: segment.block_id))
    return [Span(group[0].span.start, group[-1].span.end) for group in groups]
