"""How a figure of the source is written in the language of the target."""

from jaen.checks.bilingual.figures import Figure
from jaen.translation.guards import number_requirements

__all__ = ["suggestion"]


def suggestion(figure: Figure, language: str) -> str | None:
    """The first way in which *language* writes a number or date of the source: `150 companies` for 150社."""
    segment = next((one for one in figure.passage.segments if one.span.covers(figure.span)), None)
    wanted = number_requirements(segment, language) if segment else ()
    return next((one.forms[0].text for one in wanted if one.span == figure.span), None)
