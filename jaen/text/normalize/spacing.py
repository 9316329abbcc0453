"""White space and line breaks."""

import re
from collections.abc import Iterator

from jaen.words.scripts import DIGIT, HAN, HIRAGANA, KATAKANA, LATIN

SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
BREAKS = "\n\v\f\r\u0085\u2028\u2029"
# A single blank is what white space should be: matched only in company.
_RUN = re.compile(f" [ {SPACES}{BREAKS}]+|[{SPACES}{BREAKS}][ {SPACES}{BREAKS}]*")
_WHITE = re.compile(f"[ {SPACES}{BREAKS}]")
_NOT_BLANK = re.compile(f"[{SPACES}{BREAKS}]")
_BREAK = re.compile(f"\r\n|[{BREAKS}]")
_JAPANESE = f"{HIRAGANA}{KATAKANA}{HAN}"
_JAPANESE_CHAR = re.compile(f"[{_JAPANESE}\u3001-\u301f\u30fb\uff01-\uff0f\uff1a-\uff20\uff5f-\uff65…―]")
_ENDS = re.compile(r"[。．｡.！!？?…：:][」』）)｣\"'”’］\]]{0,3}\Z")
_OPENS = re.compile(r"[・･•◦‣▪■□●○◆◇★☆※►▶✓*>―—–－-]|[(（]?[0-9０-９]{1,3}[.)．）]|[\u2460-\u24ff\u3251-\u32bf]")
_GAP = re.compile(f"(?<=[{_JAPANESE}]) (?=[{LATIN}{DIGIT}])|(?<=[{LATIN}{DIGIT}]) (?=[{_JAPANESE}])")


def edits(text: str, present: str, rules: frozenset[str]) -> Iterator[tuple[int, int, str, str]]:
    """White space as it should be, in order of the text; *present* holds its unusual characters."""
    if not (_NOT_BLANK.search(present) or "  " in text or text[:1] == " " or text[-1:] == " "):
        return
    for start, end in _runs(text):
        breaks = len(_BREAK.findall(text, start, end))
        rule = "line-breaks" if breaks else "spaces"
        if rule not in rules:
            continue
        if not start or end == len(text):
            yield start, end, "", rule
        else:
            yield start, end, _between(text, start, end, breaks) if breaks else " ", rule


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Runs of white space, all but single blanks between two words."""
    if text[:1] == " " and not _RUN.match(text):
        yield 0, 1
    for match in _RUN.finditer(text):
        yield match.span()
    if len(text) > 1 and text[-1] == " " and not _WHITE.match(text, len(text) - 2):
        yield len(text) - 1, len(text)


def _between(text: str, start: int, end: int, breaks: int) -> str:
    """What stands for a line break between the characters around [start, end)."""
    if breaks > 1:
        return "\n\n"  # a blank line parts paragraphs
    if _ENDS.search(text, max(0, start - 4), start) or _OPENS.match(text, end):
        return "\n"
    if _JAPANESE_CHAR.match(text, start - 1) or _JAPANESE_CHAR.match(text, end):
        return ""
    if text[start - 1] == "-" and text[start - 2 : start - 1].isalpha() and text[end].isalpha():
        return ""  # AI-⏎powered and govern-⏎ment look alike: the hyphen stays
    return " "


def gap_edits(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Blanks between Japanese and Latin letters or digits, dropped."""
    for match in _GAP.finditer(text):
        yield match.start(), match.end(), "", "script-gaps"
