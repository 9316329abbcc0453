"""Numbers and dates of a source, by value, and whether a translation still has them.

1億8990万人 is 189.9 million people, 3文書 three documents, 第1四半期 the first quarter, 半分 half, 令和8年5月18日 May 18, 2026.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jaen.model import DateExpression, Number, Segment
from jaen.text.dates.calendar import era_year
from jaen.text.numbers import find_numbers
from jaen.text.numbers.values import ENGLISH_WORDS, ORDINALS, japanese_value
from jaen.words.scripts import DIGIT

__all__ = ["Amount", "amounts", "lost", "said"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A value that a translation must have.

    Attributes:
        surface: as the source writes it.
        values: what must be there, each of them.
        instead: words of the target language that say the same (a decade for 10 years), one of them.
    """

    surface: str
    values: tuple[Decimal, ...]
    instead: re.Pattern[str] | None = None


_ONE_IS_COUNTED = frozenset({"percent", "money", "version"})
_TWO_TOGETHER = re.compile("(?:二人|2人|２人|二つ|2つ|２つ|二度|両)")
_NEVER_AGAIN = re.compile("[二2２]度と")
_PAIR = re.compile("[、，]")  # ２、３日 is a couple of days
_DECADES = re.compile(f"(?P<tens>[{DIGIT}]{{1,4}}0|[一二三四五六七八九]?十)(?:年代|代)")

_ENGLISH_MONTHS = (
    *("Jan(?:uary|\\b)", "Feb(?:ruary|\\b)", "Mar(?:ch|\\b)", "Apr(?:il|\\b)", "May", "June?"),
    *("July?", "Aug(?:ust|\\b)", "Sept?(?:ember|\\b)", "Oct(?:ober|\\b)", "Nov(?:ember|\\b)", "Dec(?:ember|\\b)"),
)
_MONTHS = tuple(re.compile(rf"\b{name}") for name in _ENGLISH_MONTHS)
_CLOCK = re.compile(
    f"(?P<half>午[前後])?(?<![{DIGIT}.．:：])(?P<hour>[{DIGIT}]{{1,2}})時(?![間限点代期効給速差])(?:(?P<minute>[{DIGIT}]{{1,2}})分(?!間))?"
)
_LAST_HOUR = 29  # 25時 is still on television
_HOURS = ("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_YEAR_OF_ERA = re.compile(
    f"(?P<era>明治|大正|昭和|平成|令和)(?P<number>元|[{DIGIT}]{{1,2}}|[一二三四五六七八九十]{{1,3}})年"
)
_YEAR = re.compile(f"(?<![{DIGIT}])(?P<year>[{DIGIT}]{{4}})年")
_MONTH = re.compile(f"(?<![{DIGIT}])(?P<month>[{DIGIT}]{{1,2}})月")
_DAY = re.compile(f"(?<![{DIGIT}])(?P<day>[{DIGIT}]{{1,2}})日(?!間)")
_ENGLISH_YEAR = re.compile(r"\b(?P<year>(?:1[0-9]|20)\d\d)\b")
_ENGLISH_DAY = re.compile(r"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\d)")

# (value, unit): other words for it in English.
_SAME = {
    (10, "year"): r"decade",
    (100, "year"): r"centur|centennial",
    (50, "year"): r"half a century|half-century",
    (7, "day"): r"\bweek",
    (14, "day"): r"two weeks|fortnight",
    (24, "hour"): r"\bday\b|around the clock|round-the-clock",
    (12, "month"): r"\byear",
    (6, "month"): r"half a year|half-year|half year",
    (60, "minute"): r"\bhour",
    (30, "minute"): r"half (?:an |hour)|half-hour|half past",
    (15, "minute"): r"quarter",
    (90, "minute"): r"hour and a half",
}
_TWO = r"\b(?:twice|double[sd]?|doubling|both|couples?|pairs?|twins?|bi\w+|second|either|two\w*|again|halves|each other|together)\b|\bsecond"
_BY_VALUE = {
    Decimal(2): _TWO,
    Decimal(3): r"\b(?:thrice|tripled?|triples|trio|third|three\w*|treble\w*)\b",
    Decimal(4): r"\b(?:quadrupl\w+|quartet|fourth|quarter\w*)\b",
    Decimal(12): r"\bdozen|\bnoon|\bmidnight",
    Decimal("0.5"): r"\bhal(?:f|ves|ved|ve|ving)\b|\bmid\w*",
    Decimal("0.25"): r"\bquarter",
    Decimal(0): r"\b(?:no|none|zero|nothing|nil|never|without)\b",
    Decimal(100): r"\bhundred|\bperfect|\bcomplete\w*|\ball\b|\bevery|\bentire\w*|\bfull\w*|\bcentur",
    Decimal(1000): r"\bthousand",
}
_TEENS = re.compile(r"\bteen", re.IGNORECASE)
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")

_FIGURES = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_TIME = re.compile(r"\b([0-9]{1,2})[.:]([0-9]{2})\b")  # 6.30-10am
_WIDE_FIGURES = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_KANJI_FIGURES = re.compile(
    "[0-9,.〇零一二三四五六七八九十百千万億兆]*[〇零一二三四五六七八九十百千万億兆][0-9,.〇零一二三四五六七八九十百千万億兆]*"
)
_WORDS = ENGLISH_WORDS | ORDINALS
_ENGLISH_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?:s|ths?)?\b", re.IGNORECASE)
_JAPANESE_SAME = {
    Decimal(2): "両|双|ふた|ニ|二|倍|ダブル|ペア|再び|二度|またも",
    Decimal(3): "みっ|三",
    Decimal(12): "ダース|正午|1年|一年",
    Decimal("0.5"): "半",
    Decimal("0.25"): "4分の1|四分の一|四半|クォーター",
    Decimal(0): "ない|無|ゼロ",
    Decimal(10): "十|10年",
    Decimal(20): "はたち|二十",
}


def amounts(segment: Segment) -> tuple[Amount, ...]:
    """What a translation of *segment* must say, in text order: numbers, dates' figures; what is vague (数十) is left out."""
    start = segment.span.start
    found: list[Amount] = []
    for mark in segment.marks:
        surface = segment.text[mark.span.start - start : mark.span.end - start]
        if isinstance(mark, Number):
            after = segment.text[mark.span.end - start : mark.span.end - start + 2]
            amount = _of_number(mark, surface, after, segment.language)
            if amount:
                found.append(amount)
        elif isinstance(mark, DateExpression) and not _PAIR.search(surface):
            found += _of_date(surface, segment.language)
    return (*found, *_times(segment))


def _times(segment: Segment) -> Iterator[Amount]:
    """Times of day: 午後3時30分 is 3:30 p.m., 15:30 or half past three."""
    if segment.language == "ja" and "時" in segment.text:
        for match in _CLOCK.finditer(segment.text):
            hour = int(match["hour"])
            if hour <= _LAST_HOUR:
                later = hour + 12 if match["half"] == "午後" and hour < 12 else hour
                words = "|".join((str(hour), str(later), str(hour % 12 or 12), _HOURS[hour % 12], "noon|midnight"))
                yield Amount(match[0], (Decimal(later),), re.compile(rf"\b(?:{words})(?![0-9])", re.IGNORECASE))
            minute = int(match["minute"] or 0)
            if minute:
                instead = {15: r"\bquarter", 30: r"\bhalf", 45: r"\bquarter"}.get(minute)
                yield Amount(match[0], (Decimal(minute),), re.compile(instead) if instead else None)


def _of_number(number: Number, surface: str, after: str, language: str) -> Amount | None:
    vague = number.kind == "range" and number.approximate and not re.search(f"[{DIGIT}].*[{DIGIT}]", surface)
    if vague or (number.high == 1 and number.kind not in _ONE_IS_COUNTED):
        return None
    if number.kind == "ordinal" and number.high == 1:
        return None
    if surface.endswith("世"):  # ルートヴィヒ2世 is Louis the German
        return None
    if _NEVER_AGAIN.match(surface + after):
        return None
    same = _SAME.get((int(number.low), number.unit)) if number.low == number.high else None
    if _DECADES.match(surface) and language == "ja":
        decade = number.low % 100
        same = _TEENS.pattern if decade == 10 else rf"\b{_TENS[int(decade) // 10 - 2]}" if decade >= 20 else same
    if _PAIR.search(surface):
        same = r"\b(?:couple|few|several)\b"
    if same is None and number.low == 2 and _TWO_TOGETHER.match(surface):
        same = r"\b(?:we|us|our|they|them|their|you|together|ourselves|themselves|each other)\b"
    values = (number.low,) if number.low == number.high else (number.low, number.high)
    return Amount(surface, values, re.compile(same, re.IGNORECASE) if same else None)


def _of_date(surface: str, language: str) -> Iterator[Amount]:
    if language != "ja":
        for pattern, name in ((_ENGLISH_YEAR, "year"), (_ENGLISH_DAY, "day")):
            for match in pattern.finditer(surface):
                yield Amount(surface, (Decimal(match[name]),))
        return
    era = _YEAR_OF_ERA.search(surface)
    if era:
        number = 1 if era["number"] == "元" else int(japanese_value(era["number"]) or 0)
        year = era_year(era["era"], number)
        if year:
            yield Amount(surface, (Decimal(year),), re.compile(rf"\b{number}\b"))
    for match in _YEAR.finditer(surface):
        yield Amount(surface, (Decimal(int(match["year"])),), re.compile(rf"['’]{int(match['year']) % 100:02}\b"))
    for match in _MONTH.finditer(surface):
        month = int(match["month"])
        if 1 <= month <= len(_MONTHS):
            yield Amount(surface, (Decimal(month),), _MONTHS[month - 1])
    for match in _DAY.finditer(surface):
        if int(match["day"]) > 1:
            yield Amount(surface, (Decimal(int(match["day"])),))


@dataclass(frozen=True, slots=True)
class Said:
    """The numbers of a translation: every value, and those that stand for themselves, as written."""

    values: frozenset[Decimal]
    written: tuple[tuple[Decimal, Decimal, str], ...]


def said(target: str, language: str) -> Said:
    """The values that *target* has, read as generously as it can be."""
    numbers = find_numbers(target, language)
    values = {value for number in numbers for value in (number.low, number.high)}
    plain = target.translate(_WIDE_FIGURES)
    for match in _FIGURES.finditer(plain):
        values.add(Decimal(match[0].replace(",", "")))
    for match in _TIME.finditer(plain):
        values.update((Decimal(match[1]), Decimal(match[2])))
    if language == "ja":
        for match in _KANJI_FIGURES.finditer(plain):
            value = japanese_value(match[0].strip(",."))
            if value is not None:
                values.add(value)
    else:
        for match in _ENGLISH_WORD.finditer(target):
            word = match[0].lower()
            values.add(Decimal(_WORDS.get(word, _WORDS.get(word.removesuffix("s"), 0))))
    written = tuple((n.low, n.high, n.span.of(target)) for n in numbers)
    return Said(frozenset(values), written)


def lost(wanted: tuple[Amount, ...], target: str, language: str) -> Iterator[str]:
    """What of *wanted* is not in *target*, each with the number that seems to stand for it: `150社 (instead: 105)`."""
    if not wanted:
        return
    found = said(target, language)
    missing = [amount for amount in wanted if not all(_has(value, found, target, language) for value in amount.values)]
    missing = [amount for amount in missing if not (amount.instead and amount.instead.search(target))]
    if not missing:
        return
    expected = {value for amount in wanted for value in amount.values}
    others = [text for low, high, text in found.written if low not in expected and high not in expected and high != 1]
    seen = set()
    for amount in missing:
        if amount.surface not in seen:
            seen.add(amount.surface)
            yield f"{amount.surface} (instead: {others.pop(0)})" if others else amount.surface


def _has(value: Decimal, found: Said, target: str, language: str) -> bool:
    if value in found.values or -value in found.values:
        return True
    if value % 1 and any(abs(value - other) < Decimal("0.001") for other in found.values):
        return True  # a third
    same = (_JAPANESE_SAME if language == "ja" else _BY_VALUE).get(value)
    return bool(same and re.search(same, target, re.IGNORECASE))
