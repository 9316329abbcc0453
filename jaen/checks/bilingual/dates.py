"""Checks of dates, by interval."""

from collections.abc import Iterator

from jaen.checks.bilingual.days import exchanged_days, exchanged_weekdays, other_day
from jaen.checks.bilingual.figures import Figure, compare
from jaen.checks.bilingual.wording import lost_figure, suggestion
from jaen.checks.subject import Found
from jaen.model import DateExpression, Pair, Severity
from jaen.translation.guards.amounts import date_figures

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
                suggestion=suggestion(pair.source, one.source.span, pair.target.language, one.target.surface),
            )
    yield from (_lost(figure, pair) for figure in comparison.lost if figure.is_date)
    yield from (_added(figure, pair) for figure in comparison.added if figure.is_date)
    for mine, theirs in (*exchanged_weekdays(pair), *exchanged_days(pair)):
        source, target = mine.of(pair.source.article.text), theirs.of(pair.target.article.text)
        yield Found(message=f"{source} is {target} here", span=theirs, source=mine)


def _lost(figure: Figure, pair: Pair) -> Found:
    """A date that the target does not have, with what it has in its place."""
    there = other_day(figure.mark, pair.source, pair.target) if isinstance(figure.mark, DateExpression) else None
    if there is None:
        return lost_figure(figure, pair.source)
    words = there.of(pair.target.article.text)
    is_written = any(date_figures(figure.surface, pair.source.language))
    if is_written and any(date_figures(words, pair.target.language)):  # May 8 for 5月18日 is no way to say the same day
        right = suggestion(pair.source, figure.span, pair.target.language, words)
        return Found(message=f"{figure.surface} is {words} here", span=there, source=figure.span, suggestion=right)
    message = f"{_with_weekday(figure)} is {words} here"
    return Found(message=message, span=there, source=figure.span, severity=Severity.WARNING)


def _added(figure: Figure, pair: Pair) -> Found:
    """A date that the source does not have, with what the source has in its place."""
    there = other_day(figure.mark, pair.target, pair.source) if isinstance(figure.mark, DateExpression) else None
    if there is None:
        message = f"{figure.surface} is not in the source"
        return Found(message=message, span=figure.span, severity=Severity.WARNING)
    message = f"{there.of(pair.source.article.text)} is {_with_weekday(figure)} here"
    return Found(message=message, span=figure.span, source=there, severity=Severity.WARNING)


def _with_weekday(figure: Figure) -> str:
    """18日 (Monday), for an editor to see why "Friday" is wrong."""
    date = figure.mark
    if isinstance(date, DateExpression) and date.first and date.first == date.last:
        return f"{figure.surface} ({date.first:%A})"
    return figure.surface
