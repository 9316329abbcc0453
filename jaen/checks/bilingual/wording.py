"""What is said of a figure without its counterpart, and how the language of the target writes it."""

from jaen.checks.bilingual.figures import Figure
from jaen.checks.subject import Found
from jaen.model import Passage, Role, Severity, Span
from jaen.translation.guards import number_requirements

__all__ = ["lost_figure", "suggestion"]


def suggestion(source: Passage, span: Span, language: str) -> str | None:
    """The first way in which *language* writes the number or date at *span*: `150 companies` for 150社."""
    segment = next((one for one in source.segments if one.span.covers(span)), None)
    wanted = number_requirements(segment, language) if segment else ()
    return next((one.forms[0].text for one in wanted if one.span == span), None)


def lost_figure(figure: Figure, source: Passage) -> Found:
    """A number or date that the translation lacks; that a headline leaves one out is only worth a look."""
    if _is_headline(source):
        message = f"{figure.surface} is left out of the headline"
        return Found(message=message, source=figure.span, severity=Severity.INFO)
    return Found(message=f"{figure.surface} is not in the translation", source=figure.span)


def _is_headline(passage: Passage) -> bool:
    """Whether the passage is an article's title; a line by itself is a unit of a translation memory."""
    span = passage.span
    is_title = span is not None and all(segment.role is Role.TITLE for segment in passage.segments)
    return is_title and span is not None and span.of(passage.article.text).strip() != passage.article.text.strip()
