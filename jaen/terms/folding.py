"""The form in which texts and terms are compared, with the way back to every character.

Both sides fold alike: case, width, old forms of kanji, hyphens and line breaks between Latin words, the dot, equals
sign or space between katakana, the final long vowel of a katakana word. What a reader would call another word
(ミユトス, 斉藤) is not folded away.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from jaen.offsets import Normalized, apply_edits, compose, unchanged
from jaen.terms.kanji import COMMON_FORM
from jaen.words.scripts import HAN, HIRAGANA

KANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"  # katakana of usual width, with ー
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef"

# Where a change of length may stand: one class of characters, so that ordinary text is passed over quickly.
_PLACES = re.compile(f"[{_INVISIBLE}ー・=＝゠\r\n]")
_PLACES_AND_SPACES = re.compile(f"[{_INVISIBLE}ー・=＝゠]|\\s+")
_KANA = re.compile(f"[{KANA}]")
_HALF_RUN = re.compile("[\uff61-\uff9f]+")
_WORD_END = re.compile(f"[{KANA}]{{3}}")  # a final ー is dropped from サーバー, not from エラー
_JAPANESE = re.compile(f"[{HAN}{HIRAGANA}{KANA}]")

_OLD_KANJI = re.compile("[" + "".join(chr(c) for c in COMMON_FORM if c < 0x10000) + "\U00020000-\U0002fa1f]")
_WIDE = re.compile("[\uff01-\uff5e\u3000]+")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_HYPHEN = re.compile(r"(?<=[a-z0-9])[-‐‑](?=[a-z0-9])")
_BLANK = re.compile("[\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text.

    Attributes:
        text: what is compared.
        map: from the text that was folded to one as long as `text`, in which only lengths have changed.
    """

    text: str
    map: Normalized

    def left_out_at(self, position: int) -> str:
        """The dot, equals sign or space between katakana that was left out right before *position*, or ""."""
        first = bisect_left(self.map.edits, position, key=lambda edit: edit.target.start)
        for edit in islice(self.map.edits, first, None):
            if edit.target.start > position:
                break
            if edit.rule in ("separator", "space"):
                return edit.source.of(self.map.source)
        return ""


def fold(text: str) -> Folded:
    """*text* as it is compared.

    >>> fold("クロード・ミュトスとＡＩ-Powered サーバー").text
    'クロードミュトスとai powered サーバ'
    """
    mapped = unchanged(text)
    if _HALF_RUN.search(text):
        widths = [edit for run in _HALF_RUN.finditer(text) for edit in _half_width(run.start(), run.group())]
        mapped = apply_edits(text, widths)
    lengths = list(_edits(mapped.text))
    if lengths:
        mapped = compose(mapped, apply_edits(mapped.text, lengths))
    return Folded(_same_length(mapped.text), mapped)


def fold_key(text: str) -> str:
    """The folded text alone."""
    return fold(text).text


def _edits(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Changes of length: (start, end, replacement, rule)."""
    spaces = "  " in text or (" " in text and _KANA.search(text)) or "\u3000" in text or _BLANK.search(text)
    places = _PLACES_AND_SPACES if spaces else _PLACES
    for match in places.finditer(text):
        start, end = match.span()
        found = match.group()
        before, after = text[start - 1 : start], text[end : end + 1]
        if found == "ー":
            if not _is_kana(after) and _WORD_END.fullmatch(text, max(0, start - 3), start):
                # The kana before ー belongs to the edit, so that a match on サーバ covers サーバー in the original.
                yield start - 1, end, before, "long-vowel"
        elif found in "・=＝゠":
            if _is_kana(before) and _is_kana(after):
                yield start, end, "", "separator"
        elif not found.isspace():
            yield start, end, "", "invisible"
        elif _is_kana(before) and _is_kana(after) and found in (" ", "\u3000"):
            yield start, end, "", "space"
        elif found.strip(" \t\u3000") and _JAPANESE.match(before) and _JAPANESE.match(after):
            yield start, end, "", "line-break"
        elif len(found) > 1:
            yield start, end, " ", "spaces"


def _is_kana(char: str) -> bool:
    return _KANA.match(char) is not None


def _half_width(start: int, run: str) -> Iterator[tuple[int, int, str, str]]:
    """ｻﾞ is two characters and one kana."""
    at = 0
    while at < len(run):
        length = 2 if at + 1 < len(run) and run[at + 1] in "\uff9e\uff9f" else 1
        kana = unicodedata.normalize("NFKC", run[at : at + length])
        if len(kana) > 1:
            length, kana = 1, unicodedata.normalize("NFKC", run[at])
        yield start + at, start + at + length, kana, "width"
        at += length


def _same_length(text: str) -> str:
    """Everything that changes characters and no lengths."""
    if "\u0130" in text:
        text = text.replace("\u0130", "I")  # İ is the one character whose lower case is longer
    text = text.lower()
    if not text.isascii():
        text = _WIDE.sub(lambda match: match.group().translate(_NARROW).lower(), text)
        if _OLD_KANJI.search(text):
            text = text.translate(COMMON_FORM)
        text = text.replace("\u2019", "'").replace("\u2018", "'")
    text = _BLANK.sub(" ", text)
    if "-" in text or "‐" in text or "‑" in text:
        text = _HYPHEN.sub(" ", text)
    return text
