"""Numbers and dates of a source, by value, and whether a translation still has them.

1億8990万人 is 189.9 million people, 3文書 three documents, 第1四半期 the first quarter, 半分 half, 令和8年5月18日 May 18, 2026.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

from jaen.model import DateExpression, Number, Segment, Span
from jaen.offsets import Stretches
from jaen.text.dates.calendar import era_year
from jaen.text.numbers import find_numbers
from jaen.text.numbers.values import ENGLISH_WORDS, ORDINALS, japanese_value
from jaen.words.scripts import DIGIT

__all__ = ["Amount", "amounts", "date_figures", "gone", "is_wanted", "lost"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A value that a translation must have.

    Attributes:
        span: in the source's article.
        surface: as the source writes it.
        values: what must be there, each of them.
        instead: words of the target language that say the same (a decade for 10 years), one of them.
        never: what says another thing though the value is there, where *instead* is not: 3 a.m. for 午後3時.
        mark: what it was read from; None for a time of day, or a year without a calendar date (紀元前1000年).
    """

    span: Span
    surface: str
    values: tuple[Decimal, ...]
    instead: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None
    mark: Number | DateExpression | None = None


_ONE_IS_COUNTED = frozenset({"percent", "version"})  # 1ドル=150円 is the dollar at 150 yen
_QUARTERS = frozenset(["四半期", "quarter"])  # the first is counted: 第1四半期
_QUARTER_BY_MONTHS = "月期|(?:January|April|July|October|Jan\\.|Apr\\.|Oct\\.)[-–— ]"
_BY_PERIOD = {"quarter": "quarter|四半期", "range": r"\bhalf\b|半期|[上下]期"}  # 4〜9月期 is a first half
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")  # World War II
_PARTS = {3: "third", 4: "quarter|fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth"}
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
_CLOCK_EN = re.compile(r"\b(?P<hour>1[0-2]|[1-9])(?::[0-9]{2})? ?(?P<half>[ap])(?:\.m\.|\.?m\b)", re.IGNORECASE)
_HALVES = {"a": "午前", "p": "午後"}
_OLD_YEAR = re.compile(f"(?:紀元前|西暦|BC|AD)([{DIGIT}]{{2,5}})年")
_OLD_YEAR_EN = re.compile(r"\b([0-9]{2,5}) (?:BCE?|AD|CE)\b|\bAD ([0-9]{2,4})\b|\b((?:1[0-9]|20)[0-9]0)s\b")
_LAST_HOUR = 29  # 25時 is still on television
_KANJI = dict(zip((*range(11), 20), ("", *"一二三四五六七八九十", "二十"), strict=True))
_TO_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_HOURS = ("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_YEAR_OF_ERA = re.compile(
    f"(?P<era>明治|大正|昭和|平成|令和)(?P<number>元|[{DIGIT}]{{1,2}}|[一二三四五六七八九十]{{1,3}})年"
)
_KANJI_DIGITS = "〇一二三四五六七八九"
_NUMERAL = f"[{DIGIT}]{{1,2}}|(?<![{_KANJI_DIGITS}十])[一二三四五六七八九十]{{1,3}}"
_YEAR = re.compile(f"(?<![{DIGIT}])(?P<year>[{DIGIT}]{{3,4}}|[{_KANJI_DIGITS}]{{4}})年")
_MONTH = re.compile(f"(?<![{DIGIT}])(?P<month>{_NUMERAL})月")
_DAY = re.compile(f"(?<![{DIGIT}])(?P<day>{_NUMERAL})日(?!間)")
_FIRST_DAY = re.compile(f"(?<![{DIGIT}])[{DIGIT}]{{1,2}}(?=[〜～~–-][{DIGIT}]{{1,2}}日)")  # 5月18〜20日
_ENGLISH_YEAR = re.compile(r"\b(?P<year>(?:1[0-9]|20)\d\d)s?\b")
_YEARS_BEHIND = re.compile(r"[0-9]年?(?: and |から| to |[–〜～~-])((?:1[0-9]|20)[0-9]{2})(?![0-9])")
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
_TWO = r"\b(?:twice|double[sd]?|doubling|both|couples?|pairs?|twins?|back-to-back|bi\w+|second|either|two\w*|again|halves|each other|together)\b|\bsecond"
_BY_VALUE = {
    Decimal(2): _TWO,
    Decimal(3): r"\b(?:thrice|tripled?|triples|trio|trilateral\w*|third|three\w*|treble\w*)\b",
    Decimal(4): r"\b(?:quadrupl\w+|quartet|fourth|quarter\w*|semi-?final\w*)\b",
    Decimal(8): r"\bquarter-?final\w*",
    Decimal(12): r"\bdozen|\bnoon|\bmidnight",
    Decimal("0.5"): r"\bhal(?:f|ves|ved|ve|ving)\b|\bmid\w*",
    Decimal("0.25"): r"\bquarter",
    Decimal("1.5"): r"\band a half\b|\band-a-half\b",
    Decimal(0): r"\b(?:no|none|zero|nothing|nil|never|without)\b",
    Decimal(100): r"\bhundred|\bperfect|\bcomplete\w*|\ball\b|\bevery|\bentire\w*|\bfull\w*|\bcentur",
    Decimal(1000): r"\bthousand",
}
_TEENS = re.compile(r"\bteen", re.IGNORECASE)
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")

# The 150 of 150 million and of 150万 is none.
_FIGURES = re.compile(
    r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?![0-9,.]*(?:[ -](?:hundred|thousand|million|billion|trillion)|[万億兆]))"
)
_TIME = re.compile(r"\b([0-9]{1,2})[.:]([0-9]{2})\b")  # 6.30-10am
_WIDE_FIGURES = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_KANJI_FIGURES = re.compile(
    "[0-9,.〇零一二三四五六七八九十百千万億兆]*[〇零一二三四五六七八九十百千万億兆][0-9,.〇零一二三四五六七八九十百千万億兆]*"
)
_WORDS = ENGLISH_WORDS | ORDINALS
_ENGLISH_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?:s|ths?|fold)?\b", re.IGNORECASE)
_JAPANESE_SAME = {
    Decimal(2): "両|双|ふた|ニ|二|倍|ダブル|ペア|後半|下半期|下期|再び|二度|またも",
    Decimal(3): "みっ|三",
    Decimal(12): "ダース|正午|1年|一年",
    Decimal("0.5"): "半",
    Decimal("1.5"): "半",
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
            found += _of_date(mark, surface, segment.language)
    return (*found, *_times(segment), *_old_years(segment))


def _old_years(segment: Segment) -> Iterator[Amount]:
    """Years that no calendar date stands for: 紀元前1000年, 西暦833年, 833 AD, the 1970s."""
    pattern = _OLD_YEAR if segment.language == "ja" else _OLD_YEAR_EN
    if not pattern.search(segment.text):
        return
    start = segment.span.start
    marked = Stretches(mark.span.shift(-start) for mark in segment.marks if isinstance(mark, (Number, DateExpression)))
    for match in pattern.finditer(segment.text):
        if marked.touch(Span(match.start(), match.end())):
            continue
        year = next(group for group in match.groups() if group)
        short = re.compile(rf"['’]?{int(year) % 100:02}(?:s|年代)")
        yield Amount(Span(*match.span()).shift(start), match[0], (Decimal(int(year)),), short)


def _times(segment: Segment) -> Iterator[Amount]:
    """Times of day: 午後3時30分 is 3:30 p.m., 15:30 or half past three."""
    start = segment.span.start
    if segment.language == "ja" and "時" in segment.text:
        for match in _CLOCK.finditer(segment.text):
            hour = int(match["hour"])
            if hour <= _LAST_HOUR:
                later = hour + 12 if match["half"] == "午後" and hour < 12 else hour
                spoken = f"{hour % 12 or 12}|{_HOURS[hour % 12]}"
                other = {"午前": "p", "午後": "a"}.get(match["half"] or "", "-")
                wrong = rf"(?:[:.][0-9]{{2}})? ?{other}\.?m\b"
                words = rf"(?:{hour}|{spoken})(?![0-9])(?!{wrong})|(?:{later}(?![0-9])|noon|midnight)(?!{wrong})"
                yield Amount(
                    span=Span(*match.span()).shift(start),
                    surface=match[0],
                    values=(Decimal(later),),
                    instead=re.compile(rf"\b(?:{words})", re.IGNORECASE),
                    never=re.compile(rf"\b(?:{spoken}){wrong}", re.IGNORECASE),
                )
            minute = int(match["minute"] or 0)
            if minute:
                instead = {15: r"\bquarter", 30: r"\bhalf", 45: r"\bquarter"}.get(minute)
                place = Span(*match.span()).shift(start)
                yield Amount(place, match[0], (Decimal(minute),), re.compile(instead) if instead else None)
    elif segment.language == "en":
        for match in _CLOCK_EN.finditer(segment.text):
            half = match["half"].lower()
            hour = int(match["hour"]) % 12
            later = hour + 12 if half == "p" else hour
            wrong = _HALVES["a" if half == "p" else "p"]
            said_so = "|".join(dict.fromkeys((*_hours_ja(hour), *_hours_ja(later), *(() if hour else ("12", "24")))))
            yield Amount(
                span=Span(*match.span()).shift(start),
                surface=match[0],
                values=(Decimal(later),),
                instead=re.compile(rf"(?<![{DIGIT}])(?<!{wrong})(?<!{wrong}の)(?:{said_so})時|正午|真夜中"),
                never=re.compile(f"{wrong}の?(?:{said_so})時"),
            )


def _hours_ja(hour: int) -> tuple[str, ...]:
    return str(hour), str(hour).translate(_TO_WIDE), _KANJI[hour // 10 * 10] + _KANJI[hour % 10]


def _of_number(number: Number, surface: str, after: str, language: str) -> Amount | None:
    vague = number.kind == "range" and number.approximate and not re.search(f"[{DIGIT}].*[{DIGIT}]", surface)
    if vague or (number.high == 1 and number.kind not in _ONE_IS_COUNTED and number.unit not in _QUARTERS):
        return None
    if number.kind == "ordinal" and number.high == 1 and number.unit not in _QUARTERS:
        return None
    if surface.endswith(("世", "審")):  # ルートヴィヒ2世 is Louis the German, 2審 an appeal
        return None
    if _NEVER_AGAIN.match(surface + after):
        return None
    same = _SAME.get((int(number.low), number.unit)) if number.low == number.high else None
    if _DECADES.match(surface) and language == "ja":
        decade = number.low % 100
        same = _TEENS.pattern if decade == 10 else rf"\b{_TENS[int(decade) // 10 - 2]}" if decade >= 20 else same
    if number.kind == "ordinal" and number.low in range(len(_ROMAN)):
        same = rf"\b{_ROMAN[int(number.low)]}\b"
    if number.kind == "fraction" and number.low == number.high and language == "ja":
        part = Fraction(number.low).limit_denominator(10)
        ways = ("a|one|1", "two|2", "three|3", "four|4")
        if part.numerator in range(1, 5) and part.denominator in _PARTS:
            same = rf"\b(?:{ways[part.numerator - 1]})[ -](?:{_PARTS[part.denominator]})"
    if number.unit in _QUARTERS:
        same = _QUARTER_BY_MONTHS
    if _PAIR.search(surface):
        same = r"\b(?:couple|few|several)\b"
    if same is None and number.low == 2 and _TWO_TOGETHER.match(surface):
        same = r"\b(?:we|us|our|they|them|their|you|together|ourselves|themselves|each other)\b"
    values = (number.low,) if number.low == number.high else (number.low, number.high)
    words = re.compile(same, re.IGNORECASE) if same else None
    return Amount(number.span, surface, values, words, mark=number)


def is_wanted(number: Number, segment: Segment) -> bool:
    """True for a number that a translation must have: neither vague (数十) nor a one that English says as "a"."""
    place = number.span.shift(-segment.span.start)
    return (
        _of_number(number, place.of(segment.text), segment.text[place.end : place.end + 2], segment.language)
        is not None
    )


def date_figures(surface: str, language: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day that a date writes in figures; None for what it does not.

    >>> date_figures("令和8年5月18日", "ja"), date_figures("18 May", "en")
    ((2026, 5, 18), (None, 5, 18))
    """
    if language != "ja":
        year, day = _ENGLISH_YEAR.search(surface), _ENGLISH_DAY.search(surface)
        named = (number for number, name in enumerate(_MONTHS, 1) if name.search(surface))
        return year and int(year["year"]), next(named, None), day and int(day["day"])
    era, year, month, day = (p.search(surface) for p in (_YEAR_OF_ERA, _YEAR, _MONTH, _DAY))
    return (
        (_year_of_era(era) if era else None) or (year and int(japanese_value(year["year"]) or 0)),
        month and int(japanese_value(month["month"]) or 0),
        day and int(japanese_value(day["day"]) or 0),
    )


def _year_of_era(match: re.Match[str]) -> int | None:
    return era_year(match["era"], 1 if match["number"] == "元" else int(japanese_value(match["number"]) or 0))


def _of_date(mark: DateExpression, surface: str, language: str) -> Iterator[Amount]:
    year, month, day = date_figures(surface, language)
    if year:
        era = _YEAR_OF_ERA.search(surface)
        short = rf"['’]{year % 100:02}\b" + (rf"|\b{era['number']}\b" if era else "")
        yield Amount(mark.span, surface, (Decimal(year),), re.compile(short), mark=mark)
    for other in _YEARS_BEHIND.findall(surface):  # between 2020 and 2022
        short = rf"['’]{int(other) % 100:02}\b|(?<![0-9]){int(other) % 100:02}年"
        yield Amount(mark.span, surface, (Decimal(other),), re.compile(short), mark=mark)
    if month:
        name = _MONTHS[month - 1].pattern if 1 <= month <= len(_MONTHS) and language == "ja" else ""
        words = "|".join(filter(None, (name, "" if day else _BY_PERIOD.get(mark.kind, ""))))
        yield Amount(mark.span, surface, (Decimal(month),), re.compile(words) if words else None, mark=mark)
    if day and (day > 1 or month):
        yield Amount(mark.span, surface, (Decimal(day),), mark=mark)
    for other in _other_days(surface, language) if day and month else ():
        if other != day:
            yield Amount(mark.span, surface, (Decimal(other),), mark=mark)


def _other_days(surface: str, language: str) -> list[int]:
    """Both days of 5月18〜20日 and of May 18 to 20, each once."""
    if language != "ja":
        return list(dict.fromkeys(int(match["day"]) for match in _ENGLISH_DAY.finditer(surface)))
    first = [int(match[0]) for match in _FIRST_DAY.finditer(surface)]
    return list(dict.fromkeys([*first, *(int(japanese_value(match["day"]) or 0) for match in _DAY.finditer(surface))]))


_ROUNDED = Decimal("0.001")
_SAID_AGAIN = 10  # smaller numbers are often said once for two: 2年後、2件の is two years later, two counts, or a pair


@dataclass(frozen=True, slots=True)
class Said:
    """The numbers of a translation: how often it has each value, the numbers as written with their ends, other words for some values."""

    values: Counter[Decimal]
    written: tuple[tuple[Decimal, Decimal, str], ...]
    same: Mapping[Decimal, str]


@lru_cache(maxsize=4)  # the checks of a pair ask about its two sides several times
def said(target: str, language: str) -> Said:
    """The values that *target* has, read as generously as it can be."""
    numbers = find_numbers(target, language)
    values = Counter(value for number in numbers for value in {number.low, number.high})
    plain = target.translate(_WIDE_FIGURES)
    others = Counter(Decimal(match[0].replace(",", "")) for match in _FIGURES.finditer(plain))
    for match in _TIME.finditer(plain):
        others.update((Decimal(match[1]), Decimal(match[2])))
    if language == "ja":
        others.update(Decimal(year) for year in map(_year_of_era, _YEAR_OF_ERA.finditer(plain)) if year)
        for match in _KANJI_FIGURES.finditer(plain):
            value = japanese_value(match[0].strip(",."))
            if value is not None:
                others[value] += 1
    else:
        for match in _ENGLISH_WORD.finditer(target):
            word = match[0].lower().removesuffix("fold")
            others[Decimal(_WORDS.get(word, _WORDS.get(word.removesuffix("s"), 0)))] += 1
    written = tuple((n.low, n.high, n.span.of(target)) for n in numbers)
    return Said(values | others, written, _JAPANESE_SAME if language == "ja" else _BY_VALUE)


def lost(wanted: tuple[Amount, ...], target: str, language: str) -> Iterator[str]:
    """What of *wanted* is not in *target*, each with the number that seems to stand for it: `150社 (instead: 105)`."""
    missing = gone(wanted, target, language)
    if not missing:
        return
    found = said(target, language)
    expected = {value for amount in wanted for value in amount.values}
    others = [text for low, high, text in found.written if low not in expected and high not in expected and high != 1]
    seen = set()
    for amount in missing:
        if amount.surface not in seen:
            seen.add(amount.surface)
            yield f"{amount.surface} (instead: {others.pop(0)})" if others else amount.surface


def gone(wanted: Sequence[Amount], target: str, language: str) -> tuple[Amount, ...]:
    """Those of *wanted* that *target*, a text of *language*, does not have, or has less often; silent when in doubt."""
    if not wanted:
        return ()
    found = said(target, language)
    # 20カ国(G20) is one 20 in "the Group of 20": what is part of a name is not counted again.
    counted = (one for one in wanted if not isinstance(one.mark, Number) or one.mark.kind != "version")
    needed = Counter(value for amount in counted for value in amount.values if value >= _SAID_AGAIN)
    says = cache(lambda pattern: pattern.search(target) is not None)  # a list of dates asks for May hundreds of times
    has = cache(lambda value: _has(value, needed[value], found, target))
    return tuple(amount for amount in wanted if _is_gone(amount, says, has))


def _is_gone(amount: Amount, says: Callable[[re.Pattern[str]], bool], has: Callable[[Decimal], bool]) -> bool:
    if amount.instead and says(amount.instead):
        return False
    if amount.never and says(amount.never):
        return True
    return not all(map(has, amount.values))


def _has(value: Decimal, times: int, found: Said, target: str) -> bool:
    count = found.values[value] + (found.values[-value] if value else 0)
    if count:
        return count >= times
    if value != value.to_integral_value() and any(abs(value - other) < _ROUNDED for other in found.values):
        return True  # a third
    same = found.same.get(value)
    return bool(same and re.search(same, target, re.IGNORECASE))
