"""Common terms inside longer English names: the cyber security of National Cyber Security Centre is a part of it."""

import re

from jaen.terms.page import Line

_CAPITALIZED = r"[A-Z][\w&-]*"
_NAME_BEFORE = re.compile(rf"(?<=[^\s.!?:“\"']\s)(?P<word>{_CAPITALIZED}) \Z")
_NAME_AFTER = re.compile(rf"(?: (?:and|of|for|&))? {_CAPITALIZED}")
_LONGEST_WORD = 40


def longer_name(line: Line, start: int, end: int, term: str) -> str:
    """The capitalized word that touches *term*, a term in small letters that is capitalized here; "" where none does.

    A line in which every longer word is capitalized is a headline, and its capitals make no names.

    Args:
        line: the line.
        start: where the term begins in it.
        end: and where it ends.
        term: as the glossary writes it.
    """
    text = line.folded.map.text
    written = text[start:end]
    if term != term.lower() or not all(word[:1].isupper() for word in re.split(r"[\s-]", written)):
        return ""
    opens = start <= line.indent and written.isalpha()  # the capital of a sentence's first word says nothing
    if opens or not line.has_small_words:
        return ""
    if after := _NAME_AFTER.match(text, end):
        return after.group().split()[-1]
    before = _NAME_BEFORE.search(text[max(0, start - _LONGEST_WORD) : start])
    return before["word"] if before else ""
