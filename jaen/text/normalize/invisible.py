"""Characters that show nothing: dropped, except where an emoji is made of them."""

import re
import unicodedata
from collections.abc import Iterator

from jaen.text.normalize.characters import character_table
from jaen.text.normalize.spacing import BREAKS

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\U000e0100-\U000e01ef"
)
# Without TAB, LF, VT, FF, CR and NEL, which are white space.
CONTROLS = "\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f"
_RUN = re.compile(f"[{INVISIBLE}{CONTROLS}]+")
# A soft hyphen that a renderer made visible: the word goes on in the next line.
_BROKEN_WORD = re.compile(f"\u00ad[ \t]{{0,8}}(?:\r\n|[{BREAKS}])[ \t]{{0,8}}(?=\\w)")
_CONTROL = re.compile(f"[{CONTROLS}]")
# Signs that have an emoji form besides So: ‼ ⁉ ™ ℹ arrows # * 〰 ㊗.
_EMOJI_BASE = re.compile("[#*0-9\u203c\u2049\u2122\u2139\u2190-\u21ff\u2934\u2935\u3030\u303d\u3297\u3299]")
_EMOJI_GLUE = ("\ufe0f", "\ufe0e", "\u200d", "\ufe0f\u200d")
# Scripts whose spelling uses ZERO WIDTH (NON-)JOINER: Arabic, Indic.
_JOINING = re.compile("[\u0600-\u07ff\u0900-\u0dff]")


def edits(text: str, present: str, rules: frozenset[str]) -> Iterator[tuple[int, int, str, str]]:
    """Deletions of what shows nothing; *present* holds the unusual characters of *text*."""
    if not _RUN.search(present):
        return
    if "\u00ad" in text and {"invisible", "line-breaks"} <= rules:
        yield from _joining_broken_words(text, rules)
    else:
        yield from _dropping(text, 0, len(text), rules)


def _joining_broken_words(text: str, rules: frozenset[str]) -> Iterator[tuple[int, int, str, str]]:
    at = 0
    for match in _BROKEN_WORD.finditer(text):
        yield from _dropping(text, at, match.start(), rules)
        yield match.start(), match.end(), "", "line-breaks"
        at = match.end()
    yield from _dropping(text, at, len(text), rules)


def _dropping(text: str, start: int, end: int, rules: frozenset[str]) -> Iterator[tuple[int, int, str, str]]:
    for match in _RUN.finditer(text, start, end):
        if not _belongs(text, match):
            yield from _deletions(match, rules)


def _deletions(match: re.Match[str], rules: frozenset[str]) -> Iterator[tuple[int, int, str, str]]:
    if not _CONTROL.search(match.group()):
        if "invisible" in rules:
            yield match.start(), match.end(), "", "invisible"
        return
    for at, char in enumerate(match.group(), match.start()):
        rule = "controls" if _CONTROL.match(char) else "invisible"
        if rule in rules:
            yield at, at + 1, "", rule


def _belongs(text: str, match: re.Match[str]) -> bool:
    """True when the run is part of an emoji (🏛️, 👩‍💻, 1️⃣) or of the spelling of a word (Persian, Hindi)."""
    before = text[match.start() - 1 : match.start()]
    if not before:
        return False
    if match.group() in ("\u200c", "\u200d") and _JOINING.match(before):
        return True
    if match.group() not in _EMOJI_GLUE:
        return False
    if before.isascii():
        return text[match.end() : match.end() + 1] == "\u20e3" and bool(_EMOJI_BASE.match(before))
    if before in character_table():
        return match.group()[0] == "\ufe0f" and bool(_EMOJI_BASE.match(before))  # ㊗️, but not ㊗ alone
    return unicodedata.category(before) in ("So", "Sk", "Me") or bool(_EMOJI_BASE.match(before))
