"""Numbers and dates of a segment in English words, together with the bound beside them: 3日以内 is "within 3 days"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import takewhile

from jaen.model import DateExpression, Number, Segment, Span, Token
from jaen.text.numbers.units import english_unit
from jaen.words.common_words import compounds, english
from jaen.words.english_forms import nth
from jaen.words.english_lists import MONTHS
from jaen.words.scripts import DIGIT, HAN

__all__ = ["values"]

_ESTIMATE = re.compile("(?:約|およそ|おおよそ|ざっと|ほぼ|推定)$")
# What may stand directly after a number, with {} for the number. 超 is no bound in 5人超える and 3社超大型.
_BOUNDS = (
    (re.compile("以上"), "{} or more"),
    (re.compile("以下"), "{} or less"),
    (re.compile("以内"), "within {}"),
    (re.compile("未満"), "under {}"),
    (re.compile(f"超(?!え[るたてなま])え?(?![{HAN}])"), "over {}"),
    (re.compile(f"弱(?![{HAN}])"), "just under {}"),
    (re.compile(f"強(?![{HAN}い])"), "just over {}"),
)
_DAY = re.compile(f"(?:([{DIGIT}]{{1,2}})月)?([{DIGIT}]{{1,2}})日")
_MONTH = re.compile(f"([{DIGIT}]{{1,2}})月")
_PARTIES = "者"
_ON = "以降"


def values(segment: Segment) -> Iterator[tuple[Span, str]]:
    """Every number and date that can be said, with the span of all that is said by it."""
    for mark in segment.marks:
        if isinstance(mark, Number):
            yield _number_and_bound(mark, segment)
        elif isinstance(mark, DateExpression):
            date = _date(mark, segment)
            on = _after(mark.span, segment).startswith(_ON)
            if date and on:
                yield Span(mark.span.start, mark.span.end + len(_ON)), f"from {mark.first or date} on"
            elif date:
                yield mark.span, date


def _after(span: Span, segment: Segment) -> str:
    """The few characters after *span*, enough for any bound."""
    end = span.end - segment.span.start
    return segment.text[end : end + 4]


def _number_and_bound(number: Number, segment: Segment) -> tuple[Span, str]:
    start, end = number.span.start, number.span.end
    word = _number(number)
    if number.kind == "cardinal" and not number.unit and _after(number.span, segment).startswith(_PARTIES):
        end += len(_PARTIES)
        word += " parties" if number.high != 1 else " party"
    # Not by `approximate`, which also says 以内 and 超: those are a bound, and about would be wrong.
    begin = start - segment.span.start
    estimate = _ESTIMATE.search(segment.text[max(0, begin - 4) : begin])
    if estimate:
        start -= len(estimate[0])
        word = f"about {word}"
    for pattern, bounded in _BOUNDS:
        bound = pattern.match(_after(Span(start, end), segment))
        if bound:
            return Span(start, end + bound.end()), bounded.format(word)
    return Span(start, end), word


def _date(date: DateExpression, segment: Segment) -> str | None:
    """The calendar days; without them (no article date) the words: April 1, the 10th, next month."""
    if date.first:
        return f"{date.first}" if date.first == date.last else f"{date.first} to {date.last}"
    text = segment.text[date.span.start - segment.span.start : date.span.end - segment.span.start]
    day = _DAY.fullmatch(text)
    if day and day[1] is None:
        return f"the {nth(str(int(day[2])))}"
    month = day or _MONTH.fullmatch(text)
    if month and 1 <= int(month[1]) <= len(MONTHS):
        return MONTHS[int(month[1]) - 1] + (f" {int(day[2])}" if day else "")
    return _words(_tokens_in(date.span, segment))


def _words(tokens: Sequence[Token]) -> str | None:
    """The words of a date from the list (来週の火曜日 next week Tuesday); None where one is not in it."""
    found = dict(compounds(tokens))
    for token in tokens:
        if token.upos != "ADP" and not any(span.start <= token.span.start < span.end for span in found):
            word = english(token)
            if word is None:
                return None
            found[token.span] = word
    return " ".join(found[span] for span in sorted(found)) or None


def _tokens_in(span: Span, segment: Segment) -> list[Token]:
    """The tokens inside *span*, without a look at the others: a segment may have as many dates as words."""
    first = bisect_left(segment.tokens, span.start, key=lambda token: token.span.start)
    return list(
        takewhile(lambda token: token.span.end <= span.end, segment.tokens[first : first + span.end - span.start])
    )


def _number(number: Number) -> str:
    if number.kind == "ordinal":
        return f"{nth(f'{number.low:f}')} {english_unit(number.unit, many=False)}".rstrip()
    if number.kind == "fraction" and number.low == number.high:
        value = _fraction(number.low)
    else:
        value = _decimal(number.low) if number.low == number.high else f"{_decimal(number.low)}–{_decimal(number.high)}"
    return f"{value} {english_unit(number.unit, many=number.high != 1)}".rstrip()


def _fraction(value: Decimal) -> str:
    """A part as one says it: half, 1/3; what is no part of at most a hundred (1.5, 0.001) is a decimal."""
    part = Fraction(value).limit_denominator(100)
    if part == Fraction(1, 2):
        return "half"
    if 0 < part < 1 and abs(part - Fraction(value)) < Fraction(1, 10**9):
        return f"{part.numerator}/{part.denominator}"
    return _decimal(value)


def _decimal(value: Decimal) -> str:
    """A value to read: 150, 1.5."""
    return f"{value:,.3f}".rstrip("0").rstrip(".")
