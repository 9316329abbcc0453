"""Kana and romaji: readings in one spelling, and what they look like in Latin letters.

A romanization is a guess about a name, never a fact: 尚 may be Hisashi, Takashi or Nao, a long vowel may be written
or not, and アンソロピック is Anthropic. Whoever shows one must mark it as a guess.
"""

import re
import unicodedata
from functools import lru_cache

from jaen.words.tokens import dictionary_readings

__all__ = ["fold_romaji", "kana_sounds", "romaji_readings", "romanize", "to_hiragana", "to_katakana"]

_TO_KATAKANA = {code: code + 0x60 for code in (*range(0x3041, 0x3097), 0x309D, 0x309E)}
_TO_HIRAGANA = {code + 0x60: code for code in _TO_KATAKANA}
_HALF_WIDTH = re.compile("[\uff66-\uff9f]+")
_MARKED = re.compile(".[\u3099\u309a]")  # か + combining voiced mark

_VOWELS = "aiueo"
_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "g": "ガギグゲゴ", "s": "サ スセソ", "z": "ザ ズゼゾ", "t": "タ  テト", "d": "ダ  デド",
    "n": "ナニヌネノ", "h": "ハヒ ヘホ", "b": "バビブベボ", "p": "パピプペポ", "m": "マミムメモ", "y": "ヤ ユ ヨ",
    "r": "ラリルレロ", "w": "ワ   ", "v": "ヷ ヴ ヺ",
}  # fmt: skip
_SINGLE = {kana: row + vowel for row, line in _ROWS.items() for kana, vowel in zip(line, _VOWELS, strict=False)}
_SINGLE |= {
    "シ": "shi",
    "ジ": "ji",
    "チ": "chi",
    "ヂ": "ji",
    "ツ": "tsu",
    "ヅ": "zu",
    "フ": "fu",
    "ヲ": "o",
    "ヰ": "i",
    "ヱ": "e",
}
_SINGLE |= {
    "ヸ": "vi",
    "ヹ": "ve",
    "ァ": "a",
    "ィ": "i",
    "ゥ": "u",
    "ェ": "e",
    "ォ": "o",
    "ャ": "ya",
    "ュ": "yu",
    "ョ": "yo",
    "ヮ": "wa",
}
_SINGLE |= {"ヵ": "ka", "ヶ": "ke"}
_SINGLE.pop(" ", None)
_SMALL_Y = {"ャ": "a", "ュ": "u", "ョ": "o", "ェ": "e"}
_SMALL_VOWEL = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o"}
_BEFORE_Y = {"シ": "sh", "ジ": "j", "チ": "ch", "ヂ": "j"} | {k: _SINGLE[k][0] + "y" for k in "キギニヒビピミリ"}
_BEFORE_VOWEL = {
    "フ": "f",
    "ヴ": "v",
    "ツ": "ts",
    "ウ": "w",
    "ク": "kw",
    "グ": "gw",
    "テ": "t",
    "デ": "d",
    "ト": "t",
    "ド": "d",
}
_BEFORE_VOWEL |= {"ス": "s", "ズ": "z", "イ": "y", "ホ": "hw", "ム": "mw"}
_PAIRS = {kana + small: row + vowel for kana, row in _BEFORE_Y.items() for small, vowel in _SMALL_Y.items()}
_PAIRS |= {kana + small: row + vowel for kana, row in _BEFORE_VOWEL.items() for small, vowel in _SMALL_VOWEL.items()}
_PAIRS |= {
    "テュ": "tyu",
    "デュ": "dyu",
    "フュ": "fyu",
    "ヴュ": "vyu",
    "ヴャ": "vya",
    "ヴョ": "vyo",
    "クヮ": "kwa",
    "グヮ": "gwa",
}

_MACRONS = {"a": "ā", "i": "ī", "u": "ū", "e": "ē", "o": "ō"}
_STYLES = ("hepburn", "hepburn-macron")


def to_katakana(text: str) -> str:
    """*text* with hiragana and half-width katakana as katakana; everything else stays.

    >>> to_katakana("ぜいじゃく性 ｻｲﾊﾞｰ")
    'ゼイジャク性 サイバー'
    """
    return _composed(text).translate(_TO_KATAKANA)


def to_hiragana(text: str) -> str:
    """*text* with katakana (half width too) as hiragana; ー and what has no hiragana (ヷ) stay.

    >>> to_hiragana("サイバー攻撃")
    'さいばー攻撃'
    """
    return _composed(text).translate(_TO_HIRAGANA)


def romanize(kana: str, style: str = "hepburn") -> str:
    """Kana in Latin letters, in lower case; characters that are no kana stay, ・ and ＝ become a space.

    Args:
        kana: hiragana or katakana, as a dictionary's reading writes it (トウキョウ).
        style: `hepburn` as newspapers and passports write names: long o and u and ー are not shown (tokyo), ん is m
            before b, m and p (gumma). `hepburn-macron` is modified Hepburn: tōkyō, gunma, jun'ichi.

    Raises:
        ValueError: an unknown style.

    Kana does not show where a word is put together, so みずうみ and ウィンドウズ lose a u like any long vowel. Sources: table of the
    passport regulations (Ministry of Foreign Affairs of Japan); modified Hepburn as in Kenkyusha's dictionary.

    >>> romanize("とうきょう"), romanize("ヨウイチ"), romanize("いのうえ")
    ('tokyo', 'yoichi', 'inoue')
    >>> romanize("しゅんいちろう", "hepburn-macron")
    "shun'ichirō"
    """
    if style not in _STYLES:
        raise ValueError(f"{style!r} is no romanization style; known are {', '.join(_STYLES)}")
    return _joined(_morae(to_katakana(kana)), macron=style == "hepburn-macron")


def kana_sounds(kana: str) -> list[tuple[str, str]]:
    """Each sound of *kana* in Latin letters with the kana it is written in, nothing joined and nothing left out.

    >>> kana_sounds("くろーど")
    [('ku', 'ク'), ('ro', 'ロ'), ('ー', 'ー'), ('do', 'ド')]
    """
    return _morae(to_katakana(kana))


def _composed(text: str) -> str:
    """*text* with half-width katakana and separate voicing marks as single characters."""
    if text.isascii():
        return text
    text = _HALF_WIDTH.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    return _MARKED.sub(lambda match: unicodedata.normalize("NFC", match.group()), text)


def _morae(katakana: str) -> list[tuple[str, str]]:
    """(romaji of the mora, its katakana); what is no kana keeps itself."""
    morae: list[tuple[str, str]] = []
    at = 0
    while at < len(katakana):
        size = 2 if katakana[at : at + 2] in _PAIRS else 1
        piece = katakana[at : at + size]
        if piece in "ヽヾ" and morae:
            piece = _repeated(morae[-1][1], voiced=piece == "ヾ")
        romaji = _PAIRS.get(piece) or _SINGLE.get(piece) or (" " if piece in "・＝" else piece)
        morae.append((romaji, piece))
        at += size
    return morae


def _repeated(kana: str, *, voiced: bool) -> str:
    """What ヽ or ヾ stands for after *kana*: イスヾ is イスズ."""
    return unicodedata.normalize("NFC", kana[:1] + "\u3099") if voiced else kana[:1]


def _joined(morae: list[tuple[str, str]], *, macron: bool) -> str:
    out: list[str] = []
    long_before = False  # おおうち: the う after a long o is its own syllable
    for index, (romaji, kana) in enumerate(morae):
        following = morae[index + 1][0] if index + 1 < len(morae) else ""
        before = out[-1][-1] if out and out[-1] else ""
        lengthens = kana == "ー" or (not long_before and _lengthens(morae, index, macron=macron))
        if lengthens and before in _MACRONS:
            if macron:
                out[-1] = out[-1][:-1] + _MACRONS[before]
        elif kana == "ン":
            out.append(_syllabic_n(following, macron=macron))
        elif kana == "ッ":
            out.append(
                "t" if following.startswith("ch") else following[:1] if following[:1] in "bdfghjkmprstvwz" else ""
            )
        elif kana != "ー":
            out.append(romaji)
        long_before = lengthens
    return "".join(out)


def _lengthens(morae: list[tuple[str, str]], index: int, *, macron: bool) -> bool:
    """Whether the vowel at *index* only makes the one before it longer."""
    kana = morae[index][1]
    if index == 0 or kana not in ("ア", "ウ", "エ", "オ"):
        return False
    vowel = morae[index - 1][0][-1]
    if (kana, vowel) in (("ア", "a"), ("エ", "e")):
        return macron  # obāsan; newspapers keep the letters
    if kana == "ウ":
        # 井上: の + うえ is the common name element 上, not a long o.
        ends_in_ue = [m[1] for m in morae[index - 1 :]] == ["ノ", "ウ", "エ"]
        return vowel in "ou" and not ends_in_ue
    return kana == "オ" and vowel == "o"


def _syllabic_n(following: str, *, macron: bool) -> str:
    if macron:
        return "n'" if following[:1] in (*_VOWELS, "y") else "n"
    return "m" if following[:1] in ("b", "m", "p") else "n"


_SYSTEMS = (
    ("sy", "sh"), ("ty", "ch"), ("zy", "j"), ("jy", "j"), ("si", "shi"), ("ti", "chi"), ("tu", "tsu"),
    ("zi", "ji"), ("di", "ji"), ("du", "zu"), ("dz", "z"), ("dj", "j"), ("tch", "cch"),
)  # fmt: skip
_FOLDS = (
    (re.compile(r"(?<![cs])hu"), "fu"),
    (re.compile(r"m(?=[bmp])"), "n"),
    (re.compile(r"o[ou]+"), "o"),
    (re.compile(r"oh(?=[^aeiouy]|$)"), "o"),  # Ohno, Satoh
    (re.compile(r"([aiueo])\1+"), r"\1"),
)


def fold_romaji(text: str) -> str:
    """A key under which spellings of one Japanese name agree: Yōichi, Youichi, YOICHI; Ohno, Oono; Homma, Honma.

    Long vowels, macrons, apostrophes, hyphens, case and the system (Hepburn, Kunrei) are folded. The key is for
    comparing only: different names may share one.

    >>> fold_romaji("Yōichi") == fold_romaji("Youichi"), fold_romaji("Syunzi Ohno")
    (True, 'shunji ono')
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    key = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in "'’‘`-‐‑")
    for kunrei, hepburn in _SYSTEMS:
        key = key.replace(kunrei, hepburn)
    for pattern, replacement in _FOLDS:
        key = pattern.sub(replacement, key)
    return " ".join(key.split())


@lru_cache(maxsize=4096)
def romaji_readings(word: str) -> tuple[str, ...]:
    """All readings that the dictionary has for *word* as one word, folded by `fold_romaji`, the likeliest first.

    >>> romaji_readings("裕子")
    ('yuko', 'hiroko')
    """
    return tuple(dict.fromkeys(fold_romaji(romanize(kana)) for kana in dictionary_readings(word)))
