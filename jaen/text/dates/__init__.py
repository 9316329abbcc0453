"""Dates and stretches of time as calendar intervals, resolved against the article's date.

Without an article date only what is written in full is resolved; everything else says why it is not.
"""

from datetime import date

from jaen.model import DateExpression, Span
from jaen.text.dates import english, japanese

__all__ = ["find_dates"]


def find_dates(text: str, language: str, anchor: date | None, offset: int = 0) -> tuple[DateExpression, ...]:
    """Date expressions of a text.

    Args:
        text: one segment.
        language: BCP 47 tag; `ja` is read as Japanese, `en` and `und` as English, other languages have none.
        anchor: the day the article was published; relative dates and dates without a year are resolved by it.
        offset: code points that precede *text* in the article; added to every span.

    Returns:
        Expressions in text order, none overlapping. `first` and `last` are None where `reason` says why. A month and
        day without a year is the one nearest to the anchor; a bare weekday is the last one, or the next one after
        will, plans to, 次の; a week is Monday to Sunday; fiscal years are Japan's (April to March).

    >>> from datetime import date
    >>> [str(d.first) for d in find_dates("令和8年5月18日と先月", "ja", date(2026, 6, 2))]
    ['2026-05-18', '2026-05-01']
    >>> find_dates("He met them Tuesday.", "en", None)[0].reason
    'no article date'
    """
    if language == "ja":
        found = japanese.find(text, anchor)
    elif language in ("en", "und"):
        found = english.find(text, anchor)
    else:
        return ()
    return tuple(
        DateExpression(
            span=Span(hit.start + offset, hit.end + offset),
            kind=hit.reading.kind,
            first=hit.reading.days[0] if hit.reading.days else None,
            last=hit.reading.days[1] if hit.reading.days else None,
            reason=hit.reading.reason,
        )
        for hit in found
    )
