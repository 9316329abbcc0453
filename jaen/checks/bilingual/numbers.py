"""Checks of numbers, by value."""

from collections.abc import Iterator

from jaen.checks.bilingual.figures import compare
from jaen.checks.bilingual.sides import (
    exchanged_bounds,
    exchanged_grades,
    exchanged_parts,
    exchanged_signs,
    exchanged_vague,
)
from jaen.checks.bilingual.units import exchanged_times, exchanged_units
from jaen.checks.bilingual.wording import added_figure, lost_figure, suggestion
from jaen.checks.subject import Found
from jaen.model import Pair, Severity

__all__ = ["added_numbers", "lost_numbers", "other_units"]


def lost_numbers(pair: Pair) -> Iterator[Found]:
    """A number of the source that the translation lacks or has with another value."""
    comparison = compare(pair)
    for one in comparison.exchanged:
        if not one.source.is_date:
            says = "is rounded to" if one.is_rounded else "is"
            yield Found(
                message=f"{one.source.surface} {says} {one.target.surface} here",
                severity=Severity.INFO if one.is_rounded or one.is_in_tenths else None,
                span=one.target.span,
                source=one.source.span,
                suggestion=suggestion(pair.source, one.source.span, pair.target.language, one.target.surface)
                if one.is_sure and not one.is_in_tenths
                else None,
            )
    for figure in comparison.lost:
        if not figure.is_date:
            yield lost_figure(figure, pair.source)
    sides = (exchanged_bounds, exchanged_parts, exchanged_vague, exchanged_signs, exchanged_grades)
    for mine, theirs in (places for exchanged in sides for places in exchanged(pair)):
        source, target = mine.of(pair.source.article.text), theirs.of(pair.target.article.text)
        yield Found(message=f"{source} is {target} here", span=theirs, source=mine)


def added_numbers(pair: Pair) -> Iterator[Found]:
    """A number of the translation that the source does not have."""
    for figure in compare(pair).added:
        if not figure.is_date:
            yield added_figure(figure, pair.target)


def other_units(pair: Pair) -> Iterator[Found]:
    """A number whose unit or currency is another one in the translation."""
    for one, other in exchanged_units(pair):
        source, target = one.span.of(pair.source.article.text), other.span.of(pair.target.article.text)
        yield Found(
            message=f"{source} is {target} here",
            span=other.span,
            source=one.span,
            suggestion=suggestion(pair.source, one.span, pair.target.language, target),
        )
    for mine, theirs in exchanged_times(pair):
        message = f"{mine.of(pair.source.article.text)} is {theirs.of(pair.target.article.text)} here"
        yield Found(message=message, span=theirs, source=mine)
