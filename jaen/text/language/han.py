"""Text in Han characters without kana: Japanese or Chinese?

The evidence is which national character set has a character: 円 気 働 峠 are in JIS X 0208 but neither in GB 2312 nor
in Big5, 们 这 are in GB 2312 only, 說 你 in Big5 but not in JIS X 0208. Characters that several of them share say
nothing. Python's own codecs are the tables; nothing is listed by hand except the words of Chinese grammar.
"""

from dataclasses import dataclass
from functools import cache

_KUTEN = range(0xA1, 0xFF)
_BIG5_SECOND = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
# 的 and 在 also stand in Japanese words (目的, 現在); two different ones in one kana-less text are Chinese grammar.
_GRAMMAR = frozenset("的是了在不他她我你這这那就也都很和與与及於于而之其個个為为把被讓让給给從从著着麼么哪")


@dataclass(frozen=True, slots=True)
class HanTables:
    """Sets of characters that tell the two languages apart.

    Attributes:
        japanese: only JIS X 0208 has them: 国字 and most 新字体.
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
    jis_second = _characters("euc_jp", range(0xD0, 0xFF), _KUTEN)
    jis_2004 = _characters("euc_jis_2004", _KUTEN, _KUTEN) | _characters("euc_jis_2004", _KUTEN, _KUTEN, b"\x8f")
    gb2312 = _characters("gb2312", _KUTEN, _KUTEN)
    big5 = _characters("big5", range(0xA4, 0xFA), _BIG5_SECOND)
    return HanTables(
        japanese=jis - gb2312 - big5,
        chinese=(gb2312 | big5) - jis,
        simplified=gb2312 - jis_2004,
        rare=(big5 & jis_second) - gb2312,
    )


def _characters(codec: str, first: "range", second: "range | tuple[int, ...]", prefix: bytes = b"") -> frozenset[str]:
    """The Han characters at the code points `prefix first second` of *codec*."""
    # A line feed after each keeps an unassigned pair from eating the first byte of the next.
    grid = b"".join(prefix + bytes((a, b)) + b"\n" for a in first for b in second)
    return frozenset(char for char in grid.decode(codec, "ignore") if char >= "\u3400")


def decide_han(text: str) -> tuple[str, float, str]:
    """Language, confidence and reason for the Han characters of *text*, by characters alone.

    >>> decide_han("気象庁"), decide_han("我们这里")
    (('ja', 0.9, 'han: characters only Japanese uses'), ('zh', 0.9, 'han: characters only Chinese uses'))
    """
    tables = han_tables()
    japanese = sum(map(tables.japanese.__contains__, text))
    chinese = sum(map(tables.chinese.__contains__, text))
    if japanese > chinese:
        return "ja", 0.9, "han: characters only Japanese uses"
    if chinese > japanese:
        return "zh", 0.9, "han: characters only Chinese uses"
    grammar = len(_GRAMMAR.intersection(text))
    if grammar >= 2:
        return "zh", 0.8, "han: Chinese grammar"
    if sum(map(tables.rare.__contains__, text)) >= 2:
        return "zh", 0.6, "han: traditional characters"
    return "ja", 0.5, "han: by default"
