"""Text in Han characters without kana: Japanese or Chinese?

The evidence is which national character set has a character: 円 気 働 峠 are in JIS X 0208 but neither in GB 2312 nor
in Big5, 们 这 are in GB 2312 only, 說 你 in Big5 but not in JIS X 0208. Characters that several of them share say
nothing; then Chinese grammar (是 了 你) and the share of Japanese dictionary words decide. Python's own codecs are the
tables.
"""

import re
from dataclasses import dataclass
from functools import cache

from jaen.words.scripts import HAN

_KUTEN = range(0xA1, 0xFF)
_BIG5_SECOND = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
# 的 and 在 also stand in Japanese words (目的, 現在); two different ones in one kana-less text are Chinese grammar.
_GRAMMAR = frozenset("的是了在不他她我你這这那就也都很和與与及於于而之其個个為为把被讓让給给從从著着麼么哪")
_HAN = re.compile(f"[{HAN}]")
# Japanese without a single kana has no full-width commas and, but for a formula (以上。 本日休業。), no full stops.
_SENTENCE_MARK = re.compile("[。，；]")
_COUNTED = re.compile(f"[0-9０-９]+[{HAN}]?")  # 8月28日 has no words of two characters in either language
_FEW_CHARACTERS = 4  # names of two or three characters are often missing in the dictionary
# Of 263 Japanese pieces of four to eight characters 1 is below, of 912 Chinese ones 36 % (UD development sentences).
_WORD_SHARE = 0.4
_WORD_SHARE_IN_SENTENCE = 0.7

Answer = tuple[str, float, str]
"""Language, confidence, reason."""


@dataclass(frozen=True, slots=True)
class HanTables:
    """Sets of characters that tell the two languages apart.

    Attributes:
        japanese: of the three, only JIS X 0208 has them, on its first level: common 国字 and most 新字体.
        chinese: GB 2312 or Big5 has them, JIS X 0208 does not.
        simplified: GB 2312 has them, even the 11,233 characters of JIS X 0213 don't; no Japanese text uses them.
        rare: Big5 and the second level of JIS X 0208 have them, GB 2312 does not (國 學): Chinese, or an old name.
    """

    japanese: frozenset[str]
    chinese: frozenset[str]
    simplified: frozenset[str]
    rare: frozenset[str]


@cache
def han_tables() -> HanTables:
    """The tables, computed once from the codecs in about 20 ms."""
    jis = _characters("euc_jp", _KUTEN, _KUTEN)
    jis_first = _characters("euc_jp", range(0xB0, 0xD0), _KUTEN)
    jis_2004 = _characters("euc_jis_2004", _KUTEN, _KUTEN) | _characters("euc_jis_2004", _KUTEN, _KUTEN, b"\x8f")
    gb2312 = _characters("gb2312", _KUTEN, _KUTEN)
    big5 = _characters("big5", range(0xA4, 0xFA), _BIG5_SECOND)
    return HanTables(
        japanese=jis_first - gb2312 - big5,
        chinese=(gb2312 | big5) - jis,
        simplified=gb2312 - jis_2004,
        rare=(big5 & jis) - jis_first - gb2312,
    )


@cache
def japanese_characters() -> re.Pattern[str]:
    """One character that of the two languages only Japanese writes."""
    return re.compile("[" + "".join(sorted(han_tables().japanese)) + "]")


@cache
def chinese_characters() -> re.Pattern[str]:
    """One character that of the two languages only Chinese writes."""
    return re.compile("[" + "".join(sorted(han_tables().chinese)) + "]")


def _characters(codec: str, first: range, second: range | tuple[int, ...], prefix: bytes = b"") -> frozenset[str]:
    """The Han characters at the code points `prefix first second` of *codec*."""
    # A line feed after each keeps an unassigned pair from eating the first byte of the next.
    grid = b"".join(prefix + bytes((a, b)) + b"\n" for a in first for b in second)
    return frozenset(char for char in grid.decode(codec, "ignore") if char >= "\u3400")


def decide_han(text: str) -> Answer:
    """Language, confidence and reason for the Han characters of *text*, which has few kana or none.

    >>> decide_han("気象庁"), decide_han("我们这里")
    (('ja', 0.9, 'han: characters only Japanese uses'), ('zh', 0.9, 'han: characters only Chinese uses'))
    """
    return decide_characters(text) or _decide_rest(text)


def decide_characters(text: str) -> Answer | None:
    """The answer of the code tables, None where they have none."""
    japanese = len(japanese_characters().findall(text))
    chinese = len(chinese_characters().findall(text))
    if japanese > chinese:
        return "ja", 0.9, "han: characters only Japanese uses"
    if chinese > japanese:
        return "zh", 0.9, "han: characters only Chinese uses"
    return None


def _decide_rest(text: str) -> Answer:
    """No table tells: grammar, punctuation, spelling, words; Japanese where these don't either."""
    if len(_GRAMMAR.intersection(text)) >= 2:
        return "zh", 0.8, "han: Chinese grammar"
    if len(han_tables().rare.intersection(text)) >= 2:
        return "zh", 0.6, "han: traditional characters"
    words = _COUNTED.sub(" ", text)
    length = len(_HAN.findall(words))
    if length < _FEW_CHARACTERS:
        return "ja", 0.5, "han: by default"
    share = _word_share(words, length)
    if share < (_WORD_SHARE_IN_SENTENCE if _SENTENCE_MARK.search(text) else _WORD_SHARE):
        return "zh", 0.6, "han: few Japanese words"
    return "ja", round(0.5 + share / 4, 2), "han: Japanese words"


def _word_share(text: str, length: int) -> float:
    """How many of the Han characters of *text* stand in dictionary words of two characters or more."""
    from jaen.words.tokens import tokenize_ja

    words = (token.surface for token in tokenize_ja(text) if not token.is_unknown)
    return sum(len(word) for word in words if len(word) > 1 and _HAN.match(word)) / length
