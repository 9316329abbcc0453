"""The numbers and dates of a pair's two sides, and which of them have no counterpart.

What counts as a counterpart is decided where machine translations are checked (`jaen.translation.guards.amounts`), by
value: 1億8990万人 is 189.9 million people. It is asked in both directions here, and what is left on both sides is
brought together: 150社 and 105 companies, where nothing else stands for either, are one number exchanged for another.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from jaen.checks.bilingual.calendar import Calendar, parts
from jaen.checks.bilingual.once import once_a_pair
from jaen.model import DateExpression, Number, Pair, Passage, Span
from jaen.offsets import Stretches
from jaen.text.numbers import units_agree
from jaen.text.numbers.measures import is_converted
from jaen.text.numbers.units import MONEY
from jaen.translation.guards.added import Side, added_numbers
from jaen.translation.guards.amounts import Amount, amounts, gone

__all__ = ["Comparison", "Exchange", "Figure", "compare", "numbers_in"]

_NEAR = 50  # figures of the other side that are looked at for one: what has more of them is a table, told in order
_HALF_A_TENTH = 5  # percent
_SECOND_HALF = re.compile("(?<!延長)後半$")
_HALF = 45  # minutes of a game of football
_OPENING = re.compile(r"[(（\[［〔][^)）\]］〕]{0,12}\Z")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, a date or a time of day without a counterpart on the other side.

    Attributes:
        passage: that it stands in.
        span: in the passage's article.
        mark: what it was read as; None for a time of day, or figures that are neither number nor date.
        amounts: those of its values that the other side lacks; none of figures without a meaning.
    """

    passage: Passage
    span: Span
    surface: str
    mark: Number | DateExpression | None
    amounts: tuple[Amount, ...]

    @property
    def is_date(self) -> bool:
        """True for a date, False for a number or a time of day."""
        return isinstance(self.mark, DateExpression)

    @property
    def is_in_brackets(self) -> bool:
        """True where it stands right behind an opening bracket: 1億円 ($640,000)."""
        return bool(_OPENING.search(self.passage.article.text[max(0, self.span.start - 20) : self.span.start]))


@dataclass(frozen=True, slots=True)
class Exchange:
    """What the target says in the place of what the source says; `is_sure` where both count or date the same thing."""

    source: Figure
    target: Figure
    is_sure: bool

    @property
    def is_rounded(self) -> bool:
        """True for 1億8990万人 as 190 or as 189 million people: rounded to what is written, or cut off there."""
        one, other = self.source.mark, self.target.mark
        if not (self.is_sure and isinstance(one, Number) and isinstance(other, Number)):
            return False
        exact, rounded = one.low.normalize().as_tuple(), other.low.normalize().as_tuple()
        step = Decimal(10) ** int(rounded.exponent)
        rests = (abs(one.low) - abs(other.low), abs(one.high) - abs(other.high))
        near = all(-step / 2 <= rest < step for rest in rests)
        return 1 < len(rounded.digits) < len(exact.digits) and near

    @property
    def is_in_tenths(self) -> bool:
        """True for 3割 as 31 %, and the other way round: who writes 割 has rounded to tenths."""
        one, other = self.source, self.target
        if not (isinstance(one.mark, Number) and isinstance(other.mark, Number)) or one.mark.unit != other.mark.unit:
            return False
        is_coarse = one.surface.endswith("割") or other.surface.endswith("割")
        return is_coarse and abs(one.mark.low - other.mark.low) < _HALF_A_TENTH


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between the two sides, each in text order."""

    exchanged: tuple[Exchange, ...]
    lost: tuple[Figure, ...]
    added: tuple[Figure, ...]


@once_a_pair
def compare(pair: Pair) -> Comparison:
    """The figures of either side that the other one lacks; silent when in doubt."""
    lost, added = _missing(pair.source, pair.target), _missing(pair.target, pair.source)
    _leave_out_equal(lost, added)
    exchanged: list[Exchange] = []
    for fits, is_sure in ((_is_like, True), (_is_comparable, False)):
        exchanged += (Exchange(one, other, is_sure) for one, other in _taken(lost, added, fits))
    exchanged.sort(key=lambda exchange: exchange.source.span)
    return Comparison(
        tuple(one for one in exchanged if not (one.is_rounded and _is_estimate(one.target))),
        tuple(one for one in lost if _is_wanted(one, pair.target)),
        tuple(one for one in added if _is_wanted(one, pair.source)),
    )


def numbers_in(passage: Passage) -> Iterator[Number]:
    """The numbers of a passage, in text order."""
    return (mark for segment in passage.segments for mark in segment.marks if isinstance(mark, Number))


# --- what has no counterpart ------------------------------------------------------------------------------------------


def _missing(passage: Passage, other: Passage) -> list[Figure]:
    """The figures of *passage* that *other* lacks, in text order."""
    named = [mention.span for mention in passage.mentions]  # the 7 of a term is the term's
    inside = Stretches(named)
    wanted = [one for segment in passage.segments for one in amounts(segment) if not inside.cover(one.span)]
    found: dict[Span, list[Amount]] = {}
    for amount in gone(wanted, other.text, other.language):
        found.setdefault(amount.span, []).append(amount)
    figures = [Figure(passage, span, all_[0].surface, all_[0].mark, tuple(all_)) for span, all_ in found.items()]
    marks = (
        mark.span
        for segment in passage.segments
        for mark in segment.marks
        if isinstance(mark, (Number, DateExpression))
    )
    figures += _bare(passage, other, [*named, *marks, *(amount.span for amount in wanted)])
    calendar = Calendar(passage, other)
    ranges = [one for one in numbers_in(other) if one.kind == "range" and one.approximate]
    figures.sort(key=lambda figure: figure.span)
    return [one for one in figures if not _is_told(one, ranges, calendar)]


def _bare(passage: Passage, other: Passage, known: Sequence[Span]) -> Iterator[Figure]:
    """Figures that were read neither as a number nor as a date."""
    if passage.span is None:
        return
    start, text = passage.span.start, passage.span.of(passage.article.text)
    sentences = Stretches(segment.span for segment in passage.segments)
    kept = [span.shift(-start) for span in known]
    for place in added_numbers(Side(other.text, other.language), Side(text, passage.language), kept):
        span = place.shift(start)
        if sentences.cover(span):
            yield Figure(passage, span, place.of(text), None, ())


def _leave_out_equal(lost: list[Figure], added: list[Figure]) -> None:
    """Take out of both what is the same after all: 10 miles and 16キロ."""
    _taken(lost, added, _is_same)


def _taken(
    lost: list[Figure], added: list[Figure], fits: Callable[[Figure, Figure], bool]
) -> list[tuple[Figure, Figure]]:
    """Take out of both lists what goes together: each figure with the first of the other side that fits it."""
    pairs, left = [], []
    for one in lost:
        at = next((at for at, other in enumerate(islice(added, _NEAR)) if fits(one, other)), None)
        if at is None:
            left.append(one)
        else:
            pairs.append((one, added.pop(at)))
    lost[:] = left
    return pairs


def _is_same(one: Figure, other: Figure) -> bool:
    """True for one measure in two units, and for 後半31分 as the 76th minute of a game."""
    if not (isinstance(one.mark, Number) and isinstance(other.mark, Number)):
        return False
    return is_converted(one.mark, other.mark) or _minute_of_game(one) == _minute_of_game(other) is not None


def _minute_of_game(figure: Figure) -> int | None:
    """Counted from the kickoff, of a minute that is told to be one of a game's second half, or one behind it."""
    mark = figure.mark
    if not isinstance(mark, Number) or mark.unit != "minute" or mark.low != mark.high:
        return None
    if figure.passage.language == "ja":
        is_second = _SECOND_HALF.search(figure.passage.article.text, max(0, figure.span.start - 4), figure.span.start)
        return int(mark.low) + _HALF if is_second else None
    return int(mark.low) if mark.kind == "ordinal" and mark.low > _HALF else None


def _is_told(figure: Figure, ranges: Sequence[Number], calendar: Calendar) -> bool:
    """True where the other side tells a date in another way, a year without its century, or is as vague.

    十数人, over a dozen: *ranges* are the other side's vague ones.
    """
    mark = figure.mark
    if isinstance(mark, DateExpression):
        return calendar.tells(mark)
    if not isinstance(mark, Number):
        return False
    if mark.unit == "year" and mark.low == mark.high and calendar.has_short_year(int(mark.low)):
        return True
    return mark.approximate and any(one.low <= mark.low and mark.high <= one.high for one in ranges)


def _is_wanted(figure: Figure, other: Passage) -> bool:
    """False for what is rightly said once for two, added for the reader, or part of a name that has another form there."""
    if isinstance(figure.mark, Number):
        before = figure.passage.article.text[max(0, figure.span.start - 1) : figure.span.start]
        is_in_name = figure.mark.kind == "version" and not before.isspace()  # COVID-19 is 新型コロナ
        is_second_currency = figure.mark.unit in MONEY and figure.is_in_brackets
        if is_in_name or is_second_currency:
            return False
    return not _is_repeated(figure, other)


def _is_repeated(figure: Figure, other: Passage) -> bool:
    """True where *other* has it after all, though less often: of 2016年 said twice, once is often "that year".

    A number in one sentence for one sentence is counted: 10人のうち4人、10人中9人 are two tens.
    """
    if not figure.is_date and len(figure.passage.segments) == len(other.segments) == 1:
        return False
    return bool(figure.amounts) and not any(gone([one], other.text, other.language) for one in figure.amounts)


# --- what stands for what ---------------------------------------------------------------------------------------------


def _is_like(one: Figure, other: Figure) -> bool:
    """True where both date, or count the same things."""
    if isinstance(one.mark, DateExpression) and isinstance(other.mark, DateExpression):
        both = zip(parts(one.mark, one.passage), parts(other.mark, other.passage), strict=True)
        return any(mine and theirs for mine, theirs in both)
    if isinstance(one.mark, Number) and isinstance(other.mark, Number):
        same_unit = bool(one.mark.unit) and bool(other.mark.unit) and units_agree(one.mark.unit, other.mark.unit)
        return same_unit and one.mark.kind != "version" != other.mark.kind
    return type(one.mark) is type(other.mark)


def _is_comparable(one: Figure, other: Figure) -> bool:
    """True for two numbers of which nothing is known that speaks against their being the same."""
    if not (isinstance(one.mark, Number) and isinstance(other.mark, Number)):
        return False
    both_money = one.mark.unit in MONEY and other.mark.unit in MONEY
    return both_money or units_agree(one.mark.unit, other.mark.unit) or not (one.mark.unit and other.mark.unit)


def _is_estimate(figure: Figure) -> bool:
    return isinstance(figure.mark, Number) and figure.mark.approximate
