"""Values of written numerals, exact: 14万2000, 百五十, 二〇二六, one hundred and five, 1.5 million."""

import re
import unicodedata
from decimal import Decimal

__all__ = ["ENGLISH_WORDS", "ORDINALS", "SCALE_WORDS", "english_value", "japanese_value"]

_KANJI_DIGITS = {kanji: value for value, kanji in enumerate("〇一二三四五六七八九")} | {"零": 0}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "億": 10**8, "兆": 10**12, "京": 10**16}
_PIECES = re.compile(r"[0-9,]+(?:\.[0-9]+)?|.", re.DOTALL)


def japanese_value(numeral: str) -> Decimal | None:
    """The value of a numeral in digits, kanji or both; None when it is not well formed.

    >>> japanese_value("1億8990万"), japanese_value("三十五"), japanese_value("二〇二六"), japanese_value("1万20000")
    (Decimal('189900000'), Decimal('35'), Decimal('2026'), None)
    """
    total = section = Decimal(0)
    pending: Decimal | None = None  # digits that no 十百千万 has taken yet
    limit = 10**20  # a scale must be smaller than the one before it
    positional = False
    for piece in _PIECES.findall(unicodedata.normalize("NFKC", numeral).replace("・", ".")):
        if piece in _KANJI_DIGITS:
            if pending is not None and not positional:
                return None
            pending, positional = (pending or Decimal(0)) * 10 + _KANJI_DIGITS[piece], True
        elif piece in _SMALL:
            section += (1 if pending is None else pending) * _SMALL[piece]
            pending, positional = None, False
        elif piece in _MYRIADS:
            scale = _MYRIADS[piece]
            part = section + (pending or 0)
            if scale >= limit or (pending is None and not section and total):
                return None
            total += (part or 1) * scale
            section, pending, positional, limit = Decimal(0), None, False, scale
        elif pending is None and piece[0].isdigit():
            pending = Decimal(piece.replace(",", ""))
        else:
            return None
    rest = section + (pending or 0)
    return None if total and rest >= limit else total + rest


_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALE_WORDS = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "trn": 10**12}
ENGLISH_WORDS = {word: value for value, word in enumerate(_ONES)} | {w: 20 + 10 * i for i, w in enumerate(_TENS)}
_SPECIAL_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
ORDINALS = {
    _SPECIAL_ORDINALS.get(word, re.sub("y$", "ie", word) + "th"): value
    for word, value in ENGLISH_WORDS.items()
    if value
} | {"hundredth": 100, "thousandth": 1000}
_ENGLISH_PIECES = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?|[a-z]+")


def english_value(numeral: str) -> Decimal | None:
    """The value of digits, number words or both (`2.5 million`, `$5bn`, `twenty-one`, `a hundred and five`).

    >>> english_value("one hundred and five"), english_value("1.5 million"), english_value("5bn")
    (Decimal('105'), Decimal('1500000.0'), Decimal('5000000000'))
    """
    total = section = Decimal(0)
    seen = False
    for piece in _ENGLISH_PIECES.findall(unicodedata.normalize("NFKC", numeral).lower()):
        if piece[0].isdigit():
            section += Decimal(piece.replace(",", ""))
        elif piece in ENGLISH_WORDS:
            section += ENGLISH_WORDS[piece]
        elif piece in ORDINALS:
            section += ORDINALS[piece]
        elif piece in ("hundred", "dozen"):
            section = (section or Decimal(1)) * SCALE_WORDS[piece]
        elif piece in SCALE_WORDS or piece in _SHORT_SCALES:
            total += (section or 1) * Decimal(SCALE_WORDS.get(piece) or _SHORT_SCALES[piece])
            section = Decimal(0)
        elif piece not in ("a", "an", "and"):
            return None
        seen = True
    return total + section if seen else None
