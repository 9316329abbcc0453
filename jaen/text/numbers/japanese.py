"""Numbers of Japanese text: 14万2000人, 150〜200社, 3分の1, 第1四半期, 数十人, 三十五人.

Figures are always read. Kanji numerals are words as often as numbers (一部, 三菱, 六本木), so they need a known
counter behind them and the dictionary's agreement that a numeral begins there.
"""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from jaen.model import Number, Token
from jaen.text.dates import japanese as dates
from jaen.text.numbers.counters import AFTER_ONE, ALWAYS_ORDINAL, LATIN, UNIT
from jaen.text.numbers.part import Part
from jaen.text.numbers.places import Taken, not_quantities
from jaen.text.numbers.units import AGE, JAPANESE_UNITS, MONEY
from jaen.text.numbers.values import japanese_value
from jaen.words.scripts import HAN
from jaen.words.tokens import tokenize_ja

__all__ = ["find"]

_D = "[0-9０-９]"
_FIGURES = rf"(?:{_D}{{1,3}}(?:[,，]{_D}{{3}})++(?!{_D})(?:[.．]{_D}++)?|{_D}++(?:[.．]{_D}++|・{_D}++(?=[%％割兆億万倍]|ポイント|パーセント))?)"
_SCALE = r"(?:十(?!字)|百(?!貨)|千(?![葉代歳])|万(?![博国一引])|億|兆|京(?=円))"
_ARABIC = rf"{_FIGURES}(?:{_SCALE}{{1,2}}{_FIGURES}?)*+"
_KANJI = r"[〇零一二三四五六七八九十百千万億兆]++"
_VAGUE = rf"(?<![{HAN}])数[十百千万億兆]++|(?<![{HAN}一二三四五六七八九])十数(?:万|億)?|(?<![{HAN}])数(?=人|社|件|カ月|か月|ヶ月|カ国|か国|カ所|か所|日間|週間|年間|時間|分間|回|台|%|％)"
_START = re.compile(
    rf"(?P<ordinal>第)?(?P<sign>[▲△]|マイナス\s?|(?<![\w)）％%])[-−－])?(?:(?P<currency>US\$|[¥￥$＄€£])\s?)?"
    rf"(?:(?P<vague>{_VAGUE})|(?P<arabic>{_ARABIC})|(?P<kanji>{_KANJI})|(?P<half>(?<![過四大約一二三四五六七八九十0-9０-９])半[分数年]|半世紀))"
)
_CURRENCIES = {"US$": "dollar", "$": "dollar", "＄": "dollar", "¥": "yen", "￥": "yen", "€": "euro", "£": "pound"}

_APPROXIMATE_BEFORE = re.compile(
    r"(?:約|およそ|おおよそ|ほぼ|推定|最大で?|最高で?|最低で?|最長で?|最多で?|少なくとも|概ね|おおむね|せいぜい|優に)\s?$"
)
_APPROXIMATE_AFTER = re.compile(
    r"以上|以下|以内|超(?![党高大小])|未満|程度|前後|余り|あまり|余(?![地裕波剰])|(?<!震度[0-9０-９])(?:弱(?![者点体い])|強(?![化力い制調]))"
    r"|ほど|くらい|ぐらい|近[くい]|台(?![湾風数頭帳])|を(?:超え|上回|下回)|に(?:迫|近い)"
)
_RANGE = re.compile(r"\s?(?:[〜～~]|[-－–—−]|から|ないし)\s?")
_PAIR = re.compile(r"[、，]")
_KANJI_PAIR = re.compile("、(?P<next>[一二三四五六七八九])")
_FRACTION = re.compile(rf"分の(?P<top>{_ARABIC}|{_KANJI})")
_TENTHS = re.compile(
    rf"割(?![り合当])(?:(?P<parts>{_D}|[一二三四五六七八九])分(?!の[0-9０-９一二三四五六七八九])(?:(?P<rest>{_D}|[一二三四五六七八九])厘)?)?"
)
_HUNDREDTHS = {  # 155円50〜51銭, 9秒98
    "円": re.compile(rf"(?P<low>{_D}{{1,2}})(?:[〜～~－-](?P<high>{_D}{{1,2}}))?銭"),
    "秒": re.compile(rf"(?P<low>{_D}{{2}})(?P<high>)(?!{_D})"),
}
_OWN_NOUN = re.compile(rf"(?!以[上下内降]|未満|程度|前後|連続|増|減|余)[{HAN}]{{2}}(?![{HAN}ー])")
_BARE_YEAR = re.compile(r"(?:19|20)[0-9]{2}|(?:１９|２０)[０-９]{2}")  # サミット2026: a year, whatever follows
_RATE_BEFORE = re.compile(r"率\s?[.．・]$")  # 打率.312 is 31.2 %
_AVERAGE = re.compile(f"{_D}{{3}}")
_VAGUE_LOW, _VAGUE_HIGH = 2, 9  # 数 is two to nine


class _Line:
    """One text being read; the dictionary is asked at most once, and only about kanji numerals."""

    def __init__(self, text: str, taken: Taken) -> None:
        self.text = text
        self.taken = taken

    @cached_property
    def _tokens(self) -> tuple[Token, ...]:
        return tokenize_ja(self.text)

    @cached_property
    def beginning(self) -> dict[int, Token]:
        """The dictionary's words by where they begin; 二、三 is one word of two numerals."""
        words = {token.span.start: token for token in self._tokens}
        for token in self._tokens:
            comma = token.surface.find("、")
            if comma > 0:
                words[token.span.start + comma + 1] = token
        return words

    @cached_property
    def endings(self) -> frozenset[int]:
        """Where the dictionary's words end."""
        return frozenset(token.span.end for token in self._tokens)


def find(text: str) -> list[Number]:
    """Every number of a Japanese text, left to right; spans count from the text's start."""
    stretches = [
        *not_quantities(text),
        *((d.start, d.end) for d in dates.find(text, None) if d.reading.keeps_figures),
    ]
    line = _Line(text, Taken(stretches))
    numbers: list[Number] = []
    at = 0
    while match := _START.search(text, at):
        blocked = line.taken.end_at(match.start()) or line.taken.end_at(match.end() - 1)
        part = None if blocked else _part(line, match)
        if part is None:
            at = max(blocked or 0, match.end())
            continue
        whole = _with_range(line, part)
        numbers.append(whole.number(approximate=_is_approximate(text, whole)))
        at = whole.end
    return numbers


def _part(line: _Line, match: re.Match[str]) -> Part | None:
    """The number that *match* begins, with its unit; None when it is none."""
    text, start = line.text, match.start()
    if match["half"]:
        return _half(match)
    numeral = match["arabic"] or match["kanji"] or match["vague"]
    if match["arabic"] and (part := _in_name(text, match)):
        return part
    if _AVERAGE.fullmatch(numeral) and _RATE_BEFORE.search(text, max(0, start - 4), start):
        rate = _numeral(numeral) / 10
        return Part(start=start, end=match.end(), low=rate, high=rate, unit="%", kind="percent")
    low, high = _values(numeral, vague=bool(match["vague"]))
    if low is None or high is None:
        return None
    if match["sign"]:
        low, high = -high, -low
    end = match.end()
    if (fraction := _FRACTION.match(text, end)) and (top := japanese_value(fraction["top"])) is not None and low:
        return Part(start=start, end=fraction.end(), low=top / low, high=top / low, kind="fraction")
    if tenths := _TENTHS.match(text, end):
        more = _numeral(tenths["parts"]) + _numeral(tenths["rest"]) / 10  # 4割1分2厘 is 41.2 %
        low, high = low * 10 + more, high * 10 + more
        return Part(
            start=start, end=tenths.end(), low=low, high=high, unit="%", kind="percent", vague=bool(match["vague"])
        )
    unit, end = _unit_at(text, end, match)
    if match["kanji"] and not _is_kanji_numeral(line, match, unit, end):
        return None
    if low == 1 and unit in ("人", "つ", "日", "年") and _is_article(text, start, end, unit):
        return None
    if not unit and not match["currency"] and _BARE_YEAR.fullmatch(numeral):
        return None
    canonical = _CURRENCIES.get(match["currency"] or "") or JAPANESE_UNITS.get(unit, unit)
    more, most, end = _behind_unit(text, end, unit)
    return Part(
        start=start,
        end=end,
        low=low + more,
        high=high + most,
        unit=canonical,
        kind=_kind(match, unit, canonical),
        bare_end=match.end(),
        written=numeral,
        vague=bool(match["vague"]),
    )


def _behind_unit(text: str, end: int, unit: str) -> tuple[Decimal, Decimal, int]:
    """What stands behind a unit and belongs to its number, added to its low and its high; and where it ends: 2年半."""
    is_half = text.startswith("半", end) and not text.startswith("半ば", end)
    if is_half and unit in ("年", "年間", "倍", "時間", "カ月", "か月"):
        return Decimal("0.5"), Decimal("0.5"), end + 1
    if (rest := _HUNDREDTHS.get(unit)) and (behind := rest.match(text, end)):
        return _hundredths(behind["low"]), _hundredths(behind["high"] or behind["low"]), behind.end()
    return Decimal(0), Decimal(0), end


def _hundredths(written: str) -> Decimal:
    return _numeral(written) / 100


def _numeral(written: str | None) -> Decimal:
    return (japanese_value(written) if written else None) or Decimal(0)


def _is_article(text: str, start: int, end: int, unit: str) -> bool:
    """Whether one counts nothing, as in "one of them" and "per person": 柱の1つ, 友人の1人, 1人当たり."""
    per = re.compile(r"[当あ]たり|ごと|につき").match(text, end)
    return unit == "つ" or per is not None or (unit == "人" and text[start - 1 : start] == "の")


def _half(match: re.Match[str]) -> Part:
    """半分 and 半数 are a half, 半年 six months, 半世紀 fifty years."""
    value, unit = {"半年": (Decimal(6), "month"), "半世紀": (Decimal(50), "year")}.get(
        match["half"], (Decimal("0.5"), "")
    )
    kind = "measure" if unit else "fraction"
    return Part(start=match.start(), end=match.end(), low=value, high=value, unit=unit, kind=kind)


def _in_name(text: str, match: re.Match[str]) -> Part | None:
    """GPT-5.5, G7, 5G: figures joined to Latin letters that are no unit name a version."""
    before = text[max(0, match.start("arabic") - 2) : match.start("arabic")]
    joined = bool(re.search(r"[A-Za-zＡ-Ｚａ-ｚ][-‐‑－.]?$", before)) and not match["currency"]
    after = match.end()
    if not joined and not (LATIN.match(text, after) and not UNIT.match(text, after)):
        return None
    value = japanese_value(match["arabic"])
    start = match.start("arabic")
    return Part(start=start, end=after, low=value, high=value, kind="version") if value is not None else None


def _values(numeral: str, *, vague: bool) -> tuple[Decimal | None, Decimal | None]:
    if not vague:
        value = japanese_value(numeral)
        return value, value
    if numeral.startswith("十数"):
        scale = japanese_value("一" + numeral[2:]) if numeral[2:] else Decimal(1)
        return (11 * scale, 19 * scale) if scale else (None, None)
    scale = japanese_value("一" + numeral[1:]) if numeral[1:] else Decimal(1)
    return (_VAGUE_LOW * scale, _VAGUE_HIGH * scale) if scale else (None, None)


def _unit_at(text: str, end: int, match: re.Match[str]) -> tuple[str, int]:
    """(the unit or counter as written, where it ends); a noun of two kanji serves figures as their counter: 3文書."""
    if unit := UNIT.match(text, end):
        return unit["unit"], unit.end()
    if match["arabic"] and not match["currency"] and (noun := _OWN_NOUN.match(text, end)):
        return noun.group(), noun.end()
    return "", end


def _kind(match: re.Match[str], unit: str, canonical: str) -> str:
    if match["ordinal"] or unit in ALWAYS_ORDINAL:
        return "ordinal"
    if canonical == "%":
        return "percent"
    if canonical in MONEY:
        return "money"
    if canonical == AGE:
        return "age"
    return "measure" if unit in JAPANESE_UNITS else "cardinal"


def _is_kanji_numeral(line: _Line, match: re.Match[str], unit: str, end: int) -> bool:
    """Whether kanji are a number here: a counter follows and the dictionary sees a numeral, or they are figures (二〇二六)."""
    numeral, start = match["kanji"], match.start("kanji")
    if not unit:
        pair = _KANJI_PAIR.match(line.text, end)  # 二、三人
        follows = pair is not None and japanese_value(pair["next"]) == (japanese_value(numeral) or 0) + 1
        return ("〇" in numeral and len(numeral) >= 2) or (follows and UNIT.match(line.text, end + 2) is not None)
    if numeral == "一" and unit not in AFTER_ONE and not match["ordinal"]:
        return False
    token = line.beginning.get(start)
    if token is None:
        return False
    whole = token.surface == numeral + unit and unit in ("人", "つ") and numeral != "一つ"
    return whole or (token.xpos.startswith("名詞-数詞") and end in line.endings)


def _with_range(line: _Line, first: Part) -> Part:
    """*first* joined with the number after a range mark: 150〜200社, 3から5%, 二、三人."""
    text = line.text
    joint = _RANGE.match(text, first.end) or _PAIR.match(text, first.end)
    if joint is None or first.kind in ("version", "ordinal", "fraction"):
        return first
    match = _START.match(text, joint.end())
    if match is None or match["sign"] or match["vague"] or match["half"] or line.taken.end_at(match.end() - 1):
        return first
    second = _part(line, match)
    if second is None or second.kind in ("version", "ordinal", "fraction"):
        return first
    low = first.low * _missing_scale(first, second)
    mark = joint.group().strip()
    if mark in "、，":
        fits = not first.unit and bool(second.unit) and low + 1 == second.low and second.low < 10
    elif mark in "〜～~":
        fits = first.unit in ("", second.unit)
    elif mark == "から":  # 3から5%, 5歳から14歳の; but 2%から3%へ tells of a change
        spans = not first.unit or (
            first.unit == second.unit and text[second.end : second.end + 2].startswith(("の", "まで"))
        )
        fits = bool(second.unit) and spans
    else:  # 3-2 is a score: only with a unit
        fits = bool(second.unit) and first.unit in ("", second.unit)
    if not fits or low >= second.high:
        return first
    return replace(second, start=first.start, low=low, kind="range")


def _missing_scale(first: Part, second: Part) -> Decimal:
    """What 150 lacks in 150〜200万: the scale of the second number, when the first has none and would be larger."""
    scale = re.search(r"[十百千万億兆]+$", second.written)
    if scale is None or re.search(r"[十百千万億兆]", first.written):
        return Decimal(1)
    factor = japanese_value("一" + scale.group()) or Decimal(1)
    return factor if first.low * factor < second.low else Decimal(1)


def _is_approximate(text: str, part: Part) -> bool:
    before = text[max(0, part.start - 6) : part.start]
    return bool(_APPROXIMATE_BEFORE.search(before) or _APPROXIMATE_AFTER.match(text, part.end))
