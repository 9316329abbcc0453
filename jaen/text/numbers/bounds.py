"""Whether a number is a lower or an upper bound: 100社以上 and "more than 100", 100社未満 and "up to 100"."""

import re
from enum import Enum

from jaen.model import Span

__all__ = ["Bound", "find_bound"]


class Bound(Enum):
    """Which side of a number the true one lies on."""

    LOWER = "at least"
    UPPER = "at most"


# 震度6弱 and 6強 are grades of their own, and 震度6弱以上 is what is said of a grade.
_GRADE = "(?<!震度[0-9０-９])"
_NEAR = 24  # code points before a number in which its bound stands
# (bound, before the number, behind it); a negation turns a bound round and comes first: no more than, を超えない.
_PATTERNS = {
    "ja": (
        (Bound.UPPER, r"(?:最大|最高|最長|最多|多くとも|多くても|せいぜい)で?も?\s?$", rf"[強弱]?以下|以内|[強弱]?未満|に満たない|を下回[るりっ]|足らず|{_GRADE}弱(?![者点体い])"),
        (Bound.LOWER, r"(?:少なくとも|最低で?も?|最少で?も?)\s?$", rf"[強弱]?以上|超(?![党高大小])|を超え(?:る|た|、)|を上回[るりっ]|余り|あまり|{_GRADE}強(?![化力い制調])"),
    ),
    "en": (
        (
            Bound.UPPER,
            r"\b(?:(?:no|not) (?:more|greater|higher|longer) than|(?<!no )(?<!not )(?:less than|fewer than)|under|below|up to|at most|within|a maximum of)\s(?:the |a )?$",
            r"\sor (?:less|fewer|under|below|lower|younger)\b",
        ),
        (
            Bound.LOWER,
            r"\b(?:(?:no|not) (?:less|fewer|lower) than|(?<!no )(?<!not )more than|over|at least|exceed(?:s|ed|ing)?|top(?:s|ped|ping)?|surpass(?:es|ed|ing)?|upwards? of|above|(?<!no )(?<!not )greater than|a minimum of)\s(?:the |a )?$",
            r"\sor (?:more|over|above|higher|older|greater)\b|\+|-plus\b",
        ),
    ),
}  # fmt: skip
_COMPILED = {
    language: tuple(
        (bound, re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)) for bound, before, after in rows
    )
    for language, rows in _PATTERNS.items()
}


def find_bound(text: str, number: Span, language: str) -> tuple[Bound, Span] | None:
    """The bound that *number* is, and the span of both; None where it is said to be neither, or both.

    Args:
        text: that the number stands in.
        number: its place in *text*, with its unit.
        language: `ja` or `en`; other languages have none.

    >>> find_bound("被害は100社以上に及ぶ。", Span(3, 7), "ja")
    (<Bound.LOWER: 'at least'>, Span(start=3, end=9))
    >>> find_bound("It hit no more than 100 firms.", Span(20, 29), "en")
    (<Bound.UPPER: 'at most'>, Span(start=7, end=29))
    """
    start = max(0, number.start - _NEAR)
    before = text[start : number.start]
    found = []
    for bound, ahead, behind in _COMPILED.get(language, ()):
        first, last = ahead.search(before), behind.match(text, number.end)
        if first or last:
            found.append(
                (bound, Span(start + first.start() if first else number.start, last.end() if last else number.end))
            )
    return found[0] if len(found) == 1 else None
