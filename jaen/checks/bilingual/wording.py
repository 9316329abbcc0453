"""What is said of a figure without its counterpart, and how the language of the target writes it."""

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import islice, takewhile

from jaen.checks.bilingual.figures import Figure
from jaen.checks.subject import Found
from jaen.model import DateExpression, Mark, Number, Passage, Role, Segment, Severity, Span
from jaen.translation.guards import number_requirements

__all__ = ["added_figure", "lost_figure", "suggestion"]

_BARE = re.compile(r"[\d.,]+[万億兆]?")
_PART = re.compile(r"旬|半ば|[初始]め|はじめ|末|\b(?:early|mid|late|start|beginning|end)\b", re.IGNORECASE)
_NTH = re.compile(r"the (\d{1,2})(?:st|nd|rd|th)")
_MONTH_DAY = re.compile(r"(?P<month>[A-Z][a-z]+\.? )\d{1,2}(?:st|nd|rd|th)?")


def suggestion(source: Passage, span: Span, language: str, instead: str) -> str | None:
    """How *language* writes the number or date at *span*: `150 companies` for 150社.

    None where that would say less: nobody can tell whether 12キロ are kilometers, and 7月上旬 is not July.

    Args:
        source: the passage that it stands in.
        span: its place in the article.
        language: to write it in.
        instead: what stands in the place: of "May 24" only the day is exchanged for 26日.
    """
    segment = source.segment_at(span)
    mark = _mark_at(segment, span) if segment else None
    if segment is None or mark is None:
        return None
    form = next((one.forms[0].text for one in number_requirements(replace(segment, marks=(mark,)), language)), None)
    if form is None:
        return None
    if isinstance(mark, Number):
        return None if mark.unit and _BARE.fullmatch(form) else form
    surface = span.of(source.article.text)
    return _date(form, mark, surface, instead) if isinstance(mark, DateExpression) else form


def _mark_at(segment: Segment, span: Span) -> Mark | None:
    first = bisect_left(segment.marks, span.start, key=lambda mark: mark.span.start)
    here = takewhile(lambda mark: mark.span.start == span.start, islice(segment.marks, first, None))
    return next((mark for mark in here if mark.span == span), None)


def _date(form: str, date: DateExpression, surface: str, instead: str) -> str | None:
    if date.kind == "fiscal-year":
        return f"{form}度" if form.endswith("年") else f"fiscal {form}"
    if date.kind not in ("day", "month", "year") or _PART.search(surface):
        return None
    day, there = _NTH.fullmatch(form), _MONTH_DAY.fullmatch(instead)
    return f"{there['month']}{day[1]}" if day and there else form


def lost_figure(figure: Figure, source: Passage) -> Found:
    """A number or date that the translation lacks; that a headline leaves one out is only worth a look."""
    if _is_headline(source):
        message = f"{figure.surface} is left out of the headline"
        return Found(message=message, source=figure.span, severity=Severity.INFO)
    return Found(message=f"{figure.surface} is not in the translation", source=figure.span)


def added_figure(figure: Figure, target: Passage) -> Found:
    """A number that the source does not have; that a headline takes one from the text is only worth a look."""
    if _is_headline(target):
        message = f"{figure.surface} is not in the headline of the source"
        return Found(message=message, span=figure.span, severity=Severity.INFO)
    return Found(message=f"{figure.surface} is not in the source", span=figure.span)


def _is_headline(passage: Passage) -> bool:
    """Whether the passage is an article's title; a line by itself is a unit of a translation memory."""
    span = passage.span
    is_title = span is not None and all(segment.role is Role.TITLE for segment in passage.segments)
    return is_title and span is not None and span.of(passage.article.text).strip() != passage.article.text.strip()
