"""Whether the dates of the other side stand for a date: 18日 may be Monday, 来月5日 is June 5, 27年 is 2027."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from jaen.model import DateExpression, Number, Passage
from jaen.text.dates.weekdays import ENGLISH, JAPANESE, weekday_number
from jaen.translation.guards.amounts import date_figures

__all__ = ["Calendar", "Parts", "are_apart", "dates_in", "parts"]

Parts = tuple[int | None, int | None, int | None]
_FROM_THE_DAY = re.compile(r"[今先来]月|[今昨去来]年|\b(?:last|this|next)\b", re.IGNORECASE)
_WEEK = 7
_WEEKDAY = re.compile(f"{'|'.join(ENGLISH)}|[{JAPANESE}](?=曜)")
_CENTURY = 100


def parts(date: DateExpression, passage: Passage) -> Parts:
    """Year, month and day as a date writes them; None for what it does not: Monday and 先月 have none of them."""
    return date_figures(date.span.of(passage.article.text), passage.language)


class Calendar:
    """The dates of one side, and those of the other that may stand for them."""

    def __init__(self, passage: Passage, other: Passage) -> None:
        self.passage = passage
        self.other = other

    @cached_property
    def _own(self) -> Counter[Parts]:
        return Counter(parts(date, self.passage) for date in dates_in(self.passage))

    @cached_property
    def _others(self) -> list[tuple[DateExpression, Parts]]:
        return [(date, parts(date, self.other)) for date in dates_in(self.other)]

    @cached_property
    def _unexpected(self) -> list[tuple[DateExpression, Parts]]:
        """The other side's dates in figures that this side does not have, each once."""
        there = [(date, written) for date, written in self._others if any(written) and written not in self._own]
        return list({(date.first, date.last, date.span.of(self.other.article.text)): (date, written)
                     for date, written in reversed(there)}.values())  # fmt: skip

    @cached_property
    def _words(self) -> list[DateExpression]:
        """The other side's dates in words, where it has more of them than this side: 昨年 is last year.

        Weekdays are counted by themselves: "Friday" is not 前年.
        """
        own = [date for date in dates_in(self.passage) if not any(parts(date, self.passage))]
        found = []
        for only in (True, False):
            words = [date for date, written in self._others if not any(written) and _is_weekday(date) is only]
            if len(words) > sum(_is_weekday(date) is only for date in own):
                found += words
        return found

    @cached_property
    def _short_years(self) -> set[Decimal]:
        """The 27 of 27年, where the other side leaves the century out."""
        marks = (mark for segment in self.other.segments for mark in segment.marks)
        return {mark.low for mark in marks if isinstance(mark, Number) and mark.unit == "year"}

    def tells(self, date: DateExpression) -> bool:
        """True where the other side may tell *date*, in other figures or in words; True when in doubt.

        Ask once for each date, in text order: words that tell one date tell no other.
        """
        mine = parts(date, self.passage)
        if any(self._fits(date, mine, other, theirs) for other, theirs in self._unexpected):
            return True
        if mine[0] and mine[0] % _CENTURY in self._short_years:
            return True
        if not mine[0] and not mine[1]:
            return any(self._may_be(date, word) for word in self._words)
        word = next((word for word in self._words if self._may_be(date, word)), None)
        if word is not None:
            self._words.remove(word)  # one "that year" is not two years
        return word is not None

    def has_short_year(self, year: int) -> bool:
        """True where the other side writes out a year that ends in *year*: 27年 is 2027."""
        return 0 <= year < _CENTURY and bool(re.search(rf"(?<![0-9])(?:1[0-9]|20){year:02}(?![0-9])", self.other.text))

    def _may_be(self, date: DateExpression, word: DateExpression) -> bool:
        """True where words may tell *date*; in America it is still the weekday before the Japanese day."""
        named = _WEEKDAY.search(word.span.of(self.other.article.text)) if _is_weekday(word) else None
        if named and date.first and date.first == date.last:
            ahead = (date.first.weekday() - weekday_number(named[0])) % _WEEK
            return ahead in (0, 1 if self.passage.language == "ja" else _WEEK - 1)
        return not are_apart(date, word)

    def _fits(self, date: DateExpression, mine: Parts, other: DateExpression, theirs: Parts) -> bool:
        """True where the two are the same days, or say the same as far as both go: June 5 and 来月5日."""
        if date.first and other.first and (date.first, date.last) == (other.first, other.last):
            return True
        both = [(one, two) for one, two in zip(mine, theirs, strict=True) if one and two]
        if not both or any(one != two for one, two in both):
            return False
        surfaces = (date.span.of(self.passage.article.text), other.span.of(self.other.article.text))
        return not are_apart(date, other) or not any(map(_FROM_THE_DAY.search, surfaces))


def dates_in(passage: Passage) -> Iterator[DateExpression]:
    """The dates of a passage, in text order."""
    return (mark for segment in passage.segments for mark in segment.marks if isinstance(mark, DateExpression))


def are_apart(one: DateExpression, other: DateExpression) -> bool:
    """True where the two share no day; False where that can't be told."""
    if one.first and one.last and other.first and other.last:
        return one.last < other.first or other.last < one.first
    return False


def _is_weekday(date: DateExpression) -> bool:
    return date.kind == "weekday"
