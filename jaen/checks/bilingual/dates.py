"""Checks of dates, by interval."""

from collections.abc import Iterator

from jaen.checks.bilingual.days import exchanged_days, exchanged_weekdays
from jaen.checks.bilingual.figures import compare
from jaen.checks.bilingual.wording import suggestion
from jaen.checks.subject import Found
from jaen.model import Pair, Severity

__all__ = ["other_dates"]


def other_dates(pair: Pair) -> Iterator[Found]:
    """A date of the source that the translation lacks or has as another day."""
    comparison = compare(pair)
    for one in comparison.exchanged:
        if one.source.is_date:
            yield Found(
                message=f"{one.source.surface} is {one.target.surface} here",
                span=one.target.span,
                source=one.source.span,
                suggestion=suggestion(pair.source, one.source.span, pair.target.language),
            )
    for figure in comparison.lost:
        if figure.is_date:
            yield Found(message=f"{figure.surface} is not in the translation", source=figure.span)
    for figure in comparison.added:
        if figure.is_date:
            message = f"{figure.surface} is not in the source"
            yield Found(message=message, span=figure.span, severity=Severity.WARNING)
    for mine, theirs in (*exchanged_weekdays(pair), *exchanged_days(pair)):
        source, target = mine.of(pair.source.article.text), theirs.of(pair.target.article.text)
        yield Found(message=f"{source} is {target} here", span=theirs, source=mine)
