"""The form in which source texts are looked up in the memory.

It is kept here and not taken from `jaen.text.normalize`: what is on disk must be found again by every later version.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence

from jaen.words.scripts import HAN, HIRAGANA, KATAKANA

__all__ = ["digest", "fold", "lookup_of"]

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]+")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HALF = re.compile("[\uff61-\uff9f]+")
_BLANKS = re.compile(r"\s+")
_JAPANESE = f"[{HAN}{HIRAGANA}{KATAKANA}\u3001-\u3003\u3008-\u3011、。「」『』（）・]"
_BESIDE_JAPANESE = re.compile(f"(?<={_JAPANESE}) | (?={_JAPANESE})")
_DIGEST = 16  # bytes


def fold(text: str) -> str:
    r"""*text* without what makes no other sentence of it: width, line breaks, invisible characters, blanks.

    Case and signs like ① or ² stay: with them it is another sentence (10² is not 102).

    >>> fold(" 政府は\n　ＡＩ対策を ﾃﾞｼﾞﾀﾙ庁と\tIT  policy 10²"), fold("今日は　晴れ")
    ('政府はAI対策をデジタル庁とIT policy 10²', '今日は晴れ')
    """
    text = _HALF.sub(lambda run: unicodedata.normalize("NFKC", run[0]), _INVISIBLE.sub("", text).translate(_WIDE))
    text = _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")
    return _BESIDE_JAPANESE.sub("", text)


def lookup_of(source: str, target: str, text: str) -> bytes:
    """What stands for all texts that `fold` alike, in one pair of languages."""
    return digest([source, target, fold(text)])


def digest(values: Sequence[object]) -> bytes:
    """A hash of texts and lists of texts, any characters in them."""
    return hashlib.sha256(json.dumps(values).encode()).digest()[:_DIGEST]
