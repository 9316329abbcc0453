"""Numbers and dates as requirements, for another try when a model lost one: every way the target language writes the value."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from jaen.model import DateExpression, Number, Segment
from jaen.text.numbers.units import EQUIVALENTS, JAPANESE_UNITS, MONEY, english_unit
from jaen.text.numbers.values import ENGLISH_WORDS, ORDINALS
from jaen.translation.guards.amounts import date_figures, is_wanted
from jaen.translation.requirements import Form, Kind, Requirement
from jaen.words.english_forms import nth
from jaen.words.english_lists import MONTHS

__all__ = ["number_requirements"]

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_MYRIADS = ((10**12, "兆"), (10**8, "億"), (10**4, "万"))
_LONGEST = 10**20  # a longer number is a key or a hash, and no amount
_MOST_DECIMALS = 3  # of 189.9 million; a longer value is written in figures
_WORDS = {value: word for word, value in ENGLISH_WORDS.items()}
_ORDINAL_WORDS = {value: word for word, value in ORDINALS.items()}
_SYMBOLS = {"dollar": "$", "euro": "€", "pound": "£", "yen": "¥"}
_ALSO = {
    Decimal(2): ("twice", "both", "double", "a couple", "a pair"),
    Decimal(12): ("a dozen",),
    Decimal("0.5"): ("half", "a half"),
}
_SPOKEN_UNITS = {"x": "times", "point": "points", "year-old": "years old"}
_PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}


def number_requirements(segment: Segment, language: str) -> tuple[Requirement, ...]:
    """What a translation of *segment* must say of its numbers and dates, in text order, disjoint.

    Args:
        segment: the source.
        language: to translate into, `en` or `ja`.

    Returns:
        Requirements of kind `number`, with spans in the article; the first form has the unit (189.9 million yen), the
        others are all other spellings of the value. They may overlap a glossary term's requirement: then the term's
        is the one to keep.

    >>> from jaen.api import split
    >>> [form.text for form in number_requirements(split("被害は150社に及んだ。")[0], "en")[0].forms]
    ['150 companies', '150', 'one hundred fifty', 'one hundred and fifty']
    """
    found: list[Requirement] = []
    for mark in segment.marks:
        if mark.span.end > segment.span.end or (found and mark.span.start < found[-1].span.end):
            continue
        texts = list(dict.fromkeys(_texts(mark, segment, language)))
        if texts:
            forms = tuple(Form(text, ()) for text in texts)
            found.append(Requirement(span=mark.span, mentions=(), kind=Kind.NUMBER, forms=forms, language=language))
    return tuple(found)


def _texts(mark: object, segment: Segment, language: str) -> Iterator[str]:
    if isinstance(mark, Number) and mark.kind != "version" and is_wanted(mark, segment):
        yield from _english(mark) if language == "en" else _japanese(mark)
    elif isinstance(mark, DateExpression):
        figures = date_figures(mark.span.shift(-segment.span.start).of(segment.text), segment.language)
        yield from _english_date(*figures) if language == "en" else _japanese_date(*figures)


def _english(number: Number) -> Iterator[str]:
    low, high = number.low, number.high
    unit = _SPOKEN_UNITS.get(number.unit) or english_unit(number.unit, many=high != 1)
    if not unit.isascii():
        unit = ""
    if number.kind == "ordinal":
        yield from (f"{word} {unit}".rstrip() for word in _ordinal(low))
        yield from _ordinal(low)
        yield _figures(low)
    elif number.kind == "fraction" and low == high:
        yield from _fraction(low)
    else:
        values = (
            list(_said(low))
            if low == high
            else [f"{a}{to}{b}" for to in (" to ", "–", "-") for a, b in _ends(low, high)]
        )
        first = f"{values[0]}%" if unit == "%" else f"{values[0]} {unit}".rstrip()
        yield first
        if unit == "%":
            yield f"{values[0]} percent"
        if number.unit in MONEY and number.unit in _SYMBOLS:
            yield from (f"{_SYMBOLS[number.unit]}{value}" for value in values)
        yield from values
        yield from _ALSO.get(low, ()) if low == high else ()


def _ends(low: Decimal, high: Decimal) -> Iterator[tuple[str, str]]:
    yield next(_said(low)), next(_said(high))
    yield _figures(low), _figures(high)


def _said(value: Decimal) -> Iterator[str]:
    """A value's spellings: 189.9 million, 189,900,000, 189900000; small ones also in words."""
    for scale, word in _SCALES:
        short = _figures(value / scale)
        if value >= scale and -int((value / scale).normalize().as_tuple().exponent) <= _MOST_DECIMALS:
            yield f"{short} {word}"
            break
    yield _figures(value)
    if value >= 1000:
        yield f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
    yield from _words(value)


def _figures(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _words(value: Decimal) -> Iterator[str]:
    """Whole numbers below a thousand as words."""
    if value != int(value) or not 0 <= value < 1000:
        return
    hundreds, rest = divmod(int(value), 100)
    small = _WORDS.get(rest) or f"{_WORDS.get(rest - rest % 10)}-{_WORDS.get(rest % 10)}"
    if not hundreds:
        yield small
    elif not rest:
        yield f"{_WORDS[hundreds]} hundred"
    else:
        yield f"{_WORDS[hundreds]} hundred {small}"
        yield f"{_WORDS[hundreds]} hundred and {small}"


def _ordinal(value: Decimal) -> Iterator[str]:
    word = _ORDINAL_WORDS.get(int(value))
    if word:
        yield word
    yield nth(_figures(value))


def _fraction(value: Decimal) -> Iterator[str]:
    part = Fraction(value).limit_denominator(100)
    name = _PARTS.get(part.denominator)
    if part == Fraction(1, 2):
        yield "half"
    elif name and 0 < part < 1:
        top = _WORDS[part.numerator]
        yield f"{top}-{name}{'s' if part.numerator > 1 else ''}"
        yield f"{top} {name}{'s' if part.numerator > 1 else ''}"
        if part.numerator == 1:
            yield f"a {name}"
    if part.denominator > 1:
        yield f"{part.numerator}/{part.denominator}"
    yield _figures(Decimal(f"{value:.{_MOST_DECIMALS}f}"))


def _english_date(year: int | None, month: int | None, day: int | None) -> Iterator[str]:
    name = MONTHS[month - 1] if month and 1 <= month <= len(MONTHS) else None
    short = name if name in (None, "May") else f"{name[:3]}."
    nths = list(_ordinal(Decimal(day)))[::-1] if day else []
    if name and day and year:
        yield f"{name} {day}, {year}"
        yield f"{day} {name} {year}"
        yield f"{short} {day}, {year}"
    elif name and day:
        yield from (f"{name} {day}", f"{day} {name}", f"{short} {day}")
        yield from (f"{name} {nth}" for nth in nths)
    elif name and year:
        yield from (f"{name} {year}", f"{name} of {year}", f"{name}, {year}")
    elif year:
        yield str(year)
    elif name:
        yield name
    elif day:
        yield from (f"the {nth}" for nth in nths)


def _japanese(number: Number) -> Iterator[str]:
    spelled = next((word for word, unit in JAPANESE_UNITS.items() if unit == number.unit), "")
    counter = spelled or next((c for c, nouns in EQUIVALENTS.items() if nouns[0] == number.unit), "")
    low, high = list(_myriads(number.low)), list(_myriads(number.high))
    values = low if number.low == number.high else [f"{a}〜{b}" for a, b in zip(low, high, strict=False)]
    prefix = "第" if number.kind == "ordinal" else ""
    yield f"{prefix}{values[0]}{counter}"
    if number.unit == "%":
        yield from (f"{value}パーセント" for value in values)
    yield from values


def _myriads(value: Decimal) -> Iterator[str]:
    """1億8990万, 189900000, and with commas."""
    rest, text = value, ""
    if value == int(value) and _MYRIADS[-1][0] <= value < _LONGEST:
        for scale, kanji in _MYRIADS:
            count, rest = divmod(rest, scale)
            text += f"{count:f}{kanji}" if count else ""
        yield text + (f"{rest:f}" if rest else "")
    plain = f"{value:f}"
    yield plain.rstrip("0").rstrip(".") if "." in plain else plain
    yield _figures(value)


def _japanese_date(year: int | None, month: int | None, day: int | None) -> Iterator[str]:
    whole = (f"{year}年" if year else "") + (f"{month}月" if month else "") + (f"{day}日" if day else "")
    if whole:
        yield whole
