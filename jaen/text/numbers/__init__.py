"""Numbers with their exact value and what they count, the same for both languages so that they can be compared."""

import re
from dataclasses import replace

from jaen.model import Number
from jaen.text.numbers import english, japanese
from jaen.text.numbers.units import units_agree

__all__ = ["find_numbers", "units_agree"]

# No number without one of these; most sentences are done after this one search.
_JAPANESE_DIGITS = re.compile("[0-9０-９〇零一二三四五六七八九十百千万億兆数半]")


def find_numbers(text: str, language: str, offset: int = 0) -> tuple[Number, ...]:
    """Numbers of a text.

    Args:
        text: one segment.
        language: BCP 47 tag; `ja` is read as Japanese, `en` and `und` as English, other languages have none.
        offset: code points that precede *text* in the article; added to every span.

    Returns:
        Numbers in text order, none overlapping. `unit` is canonical where both languages share it (`%`, `yen`, `m2`),
        else the counter (社・組織) or the singular noun (organization); `units.units_agree` compares the two. Figures
        joined to a Latin word (GPT-5.5, G7) have the kind `version`; figures of dates (except quarters), times of
        day, telephone numbers and addresses are left out. 数 is 2 to 9, so 数十 is 20 to 90 and approximate; a third
        is 1/3 to 28 digits.

    >>> [(str(n.low), str(n.high), n.unit) for n in find_numbers("1億8990万円、150〜200社", "ja")]
    [('189900000', '189900000', 'yen'), ('150', '200', '社')]
    """
    if language == "ja":
        found = japanese.find(text) if _JAPANESE_DIGITS.search(text) else []
    elif language in ("en", "und"):
        found = english.find(text)
    else:
        found = []
    return tuple(replace(number, span=number.span.shift(offset)) for number in found) if offset else tuple(found)
