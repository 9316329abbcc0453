"""How much a decoded text looks like something a person wrote: the price of its characters, in bits.

A wrong codec turns kana into rare kanji, half-width katakana or accented letters in a row. Each class of character
has a price (about minus the logarithm of how often news uses it), and a change of class that writing avoids costs
extra. Of two readings of the same bytes the cheaper one is the likelier.
"""

import unicodedata
from collections import Counter
from enum import Enum, auto
from functools import lru_cache

from jaen.reading.kanji import PRIMARY_SCHOOL
from jaen.words.scripts import Script, script_of


class Kind(Enum):
    """Classes of characters that decoding errors tell apart."""

    SPACE = auto()
    ASCII = auto()
    HIRAGANA = auto()
    KATAKANA = auto()
    MARK = auto()  # 、。「」・ and their like
    WIDE = auto()  # full-width Latin letters and digits
    COMMON_KANJI = auto()
    KANJI = auto()  # JIS level 1
    RARE_KANJI = auto()  # JIS level 2 and beyond
    HALF_KATAKANA = auto()
    LETTER = auto()  # beyond ASCII: é, я, α
    RARE_LETTER = auto()  # phonetic letters, Hangul and other scripts: a page in them needs charset-normalizer
    QUOTE = auto()  # “ ” ‘ ’ – — …, £ and €
    SYMBOL = auto()
    BROKEN = auto()  # U+FFFD, private use, controls


# Bits. ASCII and white space are free: they are the same in all codecs that are compared.
_PRICES = {
    Kind.SPACE: 0.0,
    Kind.ASCII: 0.0,
    Kind.HIRAGANA: 4.0,
    Kind.KATAKANA: 5.0,
    Kind.MARK: 6.0,
    Kind.WIDE: 8.0,
    Kind.COMMON_KANJI: 9.0,
    Kind.KANJI: 13.0,
    Kind.RARE_KANJI: 18.0,
    Kind.HALF_KATAKANA: 7.5,
    Kind.LETTER: 12.0,
    Kind.RARE_LETTER: 17.0,
    Kind.QUOTE: 7.0,
    Kind.SYMBOL: 14.0,
    Kind.BROKEN: 25.0,
}
_JAPANESE = frozenset(
    {Kind.HIRAGANA, Kind.KATAKANA, Kind.MARK, Kind.WIDE, Kind.COMMON_KANJI, Kind.KANJI, Kind.RARE_KANJI}
)
_UNMISTAKABLE = frozenset({Kind.SPACE, Kind.ASCII, Kind.HIRAGANA, Kind.KATAKANA, Kind.MARK})
_EVERYDAY = 12.0  # bits a character: between common and rarer kanji
_KANJI = frozenset({Kind.COMMON_KANJI, Kind.KANJI, Kind.RARE_KANJI})
_SPACES = frozenset(" \t\r\n\f\u3000\u00a0\u0085\u2028\u2029\u200b\ufeff")
_MARKS = frozenset("、。「」『』・（）【】〈〉《》〔〕［］｛｝？！：；，．－―～〜…‥％＝＋／＆＄￥※○●◎△▲▽▼□■◇◆☆★→←↑↓")
_QUOTES = frozenset("“”‘’–—…•·£€©®«»§°±²³½¼×")
_BEFORE_OPENING = frozenset(" \t\r\n\f\u3000\u00a0([{/-–—\"'“‘")
_CP1252_EXTRA = frozenset("ŠšŒœŽžŸƒˆ˜")  # letters at 0x80 to 0x9F, where cp932 begins its kanji: rare in text
_IN_ENGLISH = _KANJI | {Kind.SPACE, Kind.ASCII, Kind.HALF_KATAKANA}
_PAGE = 10  # ASCII characters to one stranger from which a text is a page, not a name with a number
_FLOW = 8.0  # a class beside one that writing does not put there: `H･`, `é` inside kanji
_DAKUTEN_BASES = frozenset("ｳｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ")
_NEVER_FIRST = frozenset("｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ")
_NEUTRAL = frozenset({Kind.SPACE, Kind.ASCII, Kind.MARK, Kind.WIDE})


def price(text: str) -> float:
    """The price of *text* beyond its ASCII, in bits; lower is likelier.

    >>> price("東京") < price("ﾅ�ｵ")
    True
    """
    total = 0.0
    kinds: Counter[Kind] = Counter()
    before, before_kind = " ", Kind.SPACE
    for char in text:
        kind = kind_of(char)
        total += _PRICES[kind] + _transition(before, before_kind, char, kind)
        kinds[kind] += 1
        before, before_kind = char, kind
    return total + _FLOW if _is_sprinkled(kinds) else total


def _is_sprinkled(kinds: Counter[Kind]) -> bool:
    """True for an English page with one kanji or half-width pair: "6 min · read" misread is ﾂｷ in cp932, 揃 in EUC-JP."""
    strangers = kinds.total() - kinds[Kind.ASCII] - kinds[Kind.SPACE]
    return 0 < strangers <= 2 and kinds.keys() <= _IN_ENGLISH and strangers * _PAGE < kinds[Kind.ASCII]


def is_everyday(text: str) -> bool:
    """True when *text* has common characters only, and kana, ASCII or 、。 among them; misread pairs are rare kanji."""
    kinds = {kind_of(char) for char in text}
    if kinds & {Kind.BROKEN, Kind.RARE_LETTER} or not kinds & _UNMISTAKABLE:
        return False
    return price(text) <= _EVERYDAY * len(text)


def has_kana(text: str) -> bool:
    """True when *text* has hiragana or full-width katakana: the best evidence for a Japanese codec."""
    return any(kind_of(char) in (Kind.HIRAGANA, Kind.KATAKANA) for char in text)


@lru_cache(maxsize=16384)
def kind_of(char: str) -> Kind:
    """The class of one character."""
    if char in _SPACES:
        return Kind.SPACE
    if " " < char <= "~":
        return Kind.ASCII
    if char in _MARKS:
        return Kind.MARK
    if char in _QUOTES:
        return Kind.QUOTE
    if "｡" <= char <= "ﾟ":
        return Kind.HALF_KATAKANA
    return _kind_by_script(char)


def _kind_by_script(char: str) -> Kind:
    match script_of(char):
        case Script.HIRAGANA:
            return Kind.HIRAGANA
        case Script.KATAKANA:
            return Kind.KATAKANA
        case Script.HAN:
            return _kind_of_kanji(char)
        case Script.LATIN | Script.DIGIT if char >= "\uff00":
            return Kind.WIDE
    category = unicodedata.category(char)
    if char == "\ufffd" or category in ("Cc", "Co", "Cn", "Cs"):
        return Kind.BROKEN
    if category[0] not in "LM":
        return Kind.SYMBOL
    return Kind.RARE_LETTER if char in _CP1252_EXTRA or not _is_alphabet(char) else Kind.LETTER


def _is_alphabet(char: str) -> bool:
    """Latin-1, Latin Extended-A, Greek to Arabic: the alphabets of whole newspapers."""
    return "\u00c0" <= char <= "\u017f" or "\u0370" <= char <= "\u06ff"


def _kind_of_kanji(char: str) -> Kind:
    if char in PRIMARY_SCHOOL or char in "々〇":
        return Kind.COMMON_KANJI
    # JIS X 0208 keeps the common kanji in rows 16 to 47 (level 1); EUC-JP writes row + 0xA0 first.
    try:
        row = char.encode("euc_jp")[0] - 0xA0
    except UnicodeEncodeError:
        return Kind.RARE_KANJI
    return Kind.KANJI if 16 <= row < 48 else Kind.RARE_KANJI


def _transition(before: str, before_kind: Kind, char: str, kind: Kind) -> float:
    """What the step from one character to the next costs beyond the characters themselves."""
    if kind is Kind.HALF_KATAKANA or before_kind is Kind.HALF_KATAKANA:
        return _half_width_transition(before, before_kind, char, kind)
    if kind is Kind.QUOTE or before_kind is Kind.QUOTE:
        return _quote_transition(before, char)
    if kind is Kind.LETTER:
        return _letter_transition(before, before_kind, char)
    if before_kind is Kind.LETTER:
        return _FLOW if kind in _JAPANESE else 0.0
    # "Iran痴", "I知 ready": cp1252 wrote ’s and ’m, and cp932 takes both bytes for a kanji.
    if before_kind in _KANJI and char == " ":
        return _FLOW / 2
    is_torn = (kind in _KANJI and "a" <= before <= "z") or (before_kind in _KANJI and "a" <= char <= "z")
    return _FLOW if is_torn else 0.0


def _half_width_transition(before: str, before_kind: Kind, char: str, kind: Kind) -> float:
    """ﾞ stands only after certain kana; ｣ and small kana never begin; full-width text does not continue in half."""
    if before_kind is not Kind.HALF_KATAKANA:
        flows = before_kind in _NEUTRAL and not "a" <= before <= "z" and char not in _NEVER_FIRST
        return 0.0 if flows else _FLOW
    if char == "ﾞ":
        return -3.0 if before in _DAKUTEN_BASES else _FLOW
    return 0.0 if kind is Kind.HALF_KATAKANA or (kind in _NEUTRAL and not "a" <= char <= "z") else _FLOW


def _quote_transition(before: str, char: str) -> float:
    """“ opens before a word, ” and ’ close after one, • has a space: `—‘z` is kanji misread."""
    if char in "“‘":
        return 0.0 if before in _BEFORE_OPENING else _FLOW
    if before in "“‘":
        return 0.0 if char.isalnum() or char in "'\"“‘([$" else _FLOW
    if char in "”’":
        return _FLOW if before.isspace() else 0.0
    return _FLOW if before in "”•" and char.isalpha() else 0.0


def _letter_transition(before: str, before_kind: Kind, char: str) -> float:
    """é after an ASCII letter is a word; after a digit, a kanji or a symbol it is not."""
    if before_kind is Kind.ASCII:
        return -4.0 if before.isalpha() and char.islower() else _FLOW if before.isdigit() else 0.0
    return 0.0 if before_kind in (Kind.LETTER, Kind.SPACE) else _FLOW
