"""Text in the cells of a terminal: a kanji takes two, a combining mark none."""

import re
import unicodedata
from functools import lru_cache

from jaen.words.scripts import HAN, HIRAGANA, KATAKANA

_WIDE = f"[{HAN}{HIRAGANA}{KATAKANA}、。「」『』（）・]"
_BREAK_IN_JAPANESE = re.compile(f"(?<={_WIDE})[ \t]*(?:\r\n?|\n)[ \t]*(?={_WIDE})")
_SPACES = re.compile("[ \t\r\n\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_HARMLESS = re.compile(
    "[\t\r\n\x20-\x7e\u3000-\u30ff\u4e00-\u9fff\uff01-\uff60]*"
)  # most of all texts, decided at once
_NEVER_FIRST = frozenset(
    "、。，．・：；？！）」』】］｝〉》〕ー々ゝゞ…‥ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?;:)]}%’”"
)
_NEVER_LAST = frozenset("（「『【［｛〈《〔([{‘“￥$#")


def one_line(text: str) -> str:
    r"""*text* on one line that a terminal shows as it is: breaks folded, controls and direction marks made visible.

    >>> one_line("対策を\n発表した\x1b[2J")
    '対策を発表した␛[2J'
    """
    return visible(_SPACES.sub(" ", _BREAK_IN_JAPANESE.sub("", text)).strip(" "))


def visible(text: str) -> str:
    r"""*text* with controls, direction marks and lone surrogates as something that can be seen; white space stays.

    >>> visible("safe\u202etxt.exe\x00\n")
    'safe⟨U+202E⟩txt.exe␀\n'
    """
    if _HARMLESS.fullmatch(text):
        return text
    return "".join(char if _is_harmless(char) else _picture(char) for char in text)


def japanese_breaks(text: str) -> list[tuple[int, int]]:
    r"""Where line breaks stand between Japanese characters, which no blank replaces: (start, end) in code points.

    >>> japanese_breaks("対策を\n発表した")
    [(3, 4)]
    """
    return [found.span() for found in _BREAK_IN_JAPANESE.finditer(text)]


def width(text: str) -> int:
    """How many cells *text* takes.

    >>> width("NCOは")
    5
    """
    return sum(map(_cells, text))


def pad(text: str, cells: int) -> str:
    """*text* with blanks up to *cells*."""
    return text + " " * (cells - width(text))


def wrap(text: str, cells: int) -> list[str]:
    """*text* in lines of at most *cells*, broken at blanks or between Japanese characters (kinsoku kept).

    A word longer than a line stays whole.

    >>> wrap("国家サイバー統括室、発足。", 18)
    ['国家サイバー統括', '室、発足。']
    """
    lines, line, used = [], "", 0
    for piece in _pieces(text):
        size = width(piece)
        if line and used + width(piece.rstrip(" ")) > cells:
            lines.append(line.rstrip(" "))
            line, used = "", 0
        line += piece
        used += size
    return [*lines, line.rstrip(" ")] if line.strip(" ") else lines or [""]


def _pieces(text: str) -> list[str]:
    """What can't be broken: words with the blank after them, Japanese characters with the marks that cling to them."""
    pieces, start = [], 0
    for at in range(1, len(text)):
        before, char = text[at - 1], text[at]
        is_blank = before == " " and char != " "
        is_wide = _cells(before) == 2 or _cells(char) == 2
        clings = char in _NEVER_FIRST or before in _NEVER_LAST or char == " " or _cells(char) == 0
        if is_blank or (is_wide and not clings):
            pieces.append(text[start:at])
            start = at
    return [*pieces, text[start:]] if text else []


@lru_cache(maxsize=8192)
def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


@lru_cache(maxsize=8192)
def _is_harmless(char: str) -> bool:
    if char in "\t\r\n":
        return True
    return unicodedata.category(char) not in ("Cc", "Cs") and unicodedata.bidirectional(char) not in _BIDI_CONTROLS


_BIDI_CONTROLS = frozenset({"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"})


def _picture(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"
