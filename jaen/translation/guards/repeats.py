"""Words that come again and again: "the minister of the minister of the minister"."""

import re

__all__ = ["find_loop"]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST_PHRASE = 12  # words of a phrase that is looked for
# One word is said twice for emphasis (very, very good) and three times in anger, two are in "again and again and again";
# three that follow themselves at once are in none of the 3,500 English sentences of Tatoeba, PUD and EWT that were searched.
_TIMES_IN_A_ROW = {1: 4, 2: 3}
_TIMES_ELSE = 2
# Runs of letters: ハハハ is laughter, そもそも and ますます are words. The last kind may hold marks and figures: と述べ、と述べ、
_LETTERS = re.compile(
    r"([^\W\d_])\1{9,}|([^\W\d_]{2,4}?)\2{3,}|([^\W\d_]{5,24}?)\3{2,}|((?=[\W\d_]{0,3}[^\W\d_])\S{3,24}?)\4{3,}"
)
_WORDLESS = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


def find_loop(target: str, source: str) -> str | None:
    """What *target* says over and over, or None; what *source* says over and over itself is no fault.

    >>> find_loop("the minister of the minister of the minister of the minister", "大臣")
    'the minister of'
    >>> find_loop("It was very, very good.", "とても良かった。") is None
    True
    """
    letters = _LETTERS.search(target)
    if letters and not _LETTERS.search(source):
        return next(group for group in letters.groups() if group)
    if _WORDLESS.search(target):
        return None
    words = [word.lower() for word in _WORD.findall(target)]
    if len(words) - len(set(words)) < 2:
        return None
    found = _in_a_row(words)
    return found if found and not _in_a_row([word.lower() for word in _WORD.findall(source)]) else None


def _in_a_row(words: list[str]) -> str | None:
    """A phrase that follows itself too often; linear in the number of words."""
    size = len(words)
    for length in range(1, min(_LONGEST_PHRASE, size // 2) + 1):
        needed = (_TIMES_IN_A_ROW.get(length, _TIMES_ELSE) - 1) * length
        run = 0
        for at in range(size - length):
            run = run + 1 if words[at] == words[at + length] else 0
            if run >= needed:
                first = at + length + 1 - needed - length
                return " ".join(words[first : first + length])
    return None
