"""How many of what: 40 operators, およそ14の事業者, 150社・組織."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, takewhile

from jaen.model import Number, Segment, Span
from jaen.text.numbers.units import english_unit
from jaen.words.common_words import compounds, english

__all__ = ["counted"]

_KINDS = frozenset({"cardinal", "money", "percent", "measure", "range"})


def counted(segment: Segment) -> Iterator[tuple[str, Number]]:
    """Numbers with what they count, in English where that is known.

    Left out is what counts nothing, and what is vague (thousands, 数十).

    Args:
        segment: the sentence.
    """
    for mark in segment.marks:
        if isinstance(mark, Number) and mark.kind in _KINDS and not (mark.approximate and mark.low != mark.high):
            noun = _noun(segment, mark)
            if noun:
                yield noun, mark


def _noun(segment: Segment, number: Number) -> str:
    if number.unit:
        return english_unit(number.unit.split("・")[-1], many=False)
    at = bisect_left(segment.tokens, number.span.end, key=lambda token: token.span.start)
    if segment.language != "ja" or at == len(segment.tokens) or segment.tokens[at].surface != "の":
        return ""
    nouns = tuple(takewhile(lambda token: token.upos in ("NOUN", "PROPN"), islice(segment.tokens, at + 1, None)))
    if not nouns:
        return ""
    whole = Span(nouns[0].span.start, nouns[-1].span.end)
    known = dict(compounds(nouns)).get(whole) or (english(nouns[0]) if len(nouns) == 1 else None)
    return known or "".join(token.surface for token in nouns)
