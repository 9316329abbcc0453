"""How a figure of the source is written in the language of the target."""

from jaen.model import Passage, Span
from jaen.translation.guards import number_requirements

__all__ = ["suggestion"]


def suggestion(source: Passage, span: Span, language: str) -> str | None:
    """The first way in which *language* writes the number or date at *span*: `150 companies` for 150社."""
    segment = next((one for one in source.segments if one.span.covers(span)), None)
    wanted = number_requirements(segment, language) if segment else ()
    return next((one.forms[0].text for one in wanted if one.span == span), None)
