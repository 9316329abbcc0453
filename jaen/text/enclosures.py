"""Pairs of brackets and quotation marks, and what was never closed: the ground under sentences, brackets, quotations.

A bracket that is never closed must not swallow what follows, so pairing never guesses a missing mark: an opener
without its closer, and a closer without its opener, are no pair.
"""

import re
from typing import NamedTuple

__all__ = ["Enclosures", "Pair", "closers_of", "find_enclosures"]

# Openers and closers of one family; half and full width are one family, because （ is often closed by ).
_FAMILIES = (
    ("「｢", "」｣"),
    ("『", "』"),
    ("(（", ")）"),
    ("[［", "]］"),
    ("{｛", "}｝"),
    ("【", "】"),
    ("〔", "〕"),
    ("〈", "〉"),
    ("《", "》"),
    ("“", "”"),
    ("〝", "〟"),
    ("«", "»"),
    ("‘`", "’"),
)
_OPENERS = {char: number for number, (openers, _) in enumerate(_FAMILIES) for char in openers}
_CLOSERS = {char: number for number, (_, closers) in enumerate(_FAMILIES) for char in closers}
_SINGLE = _OPENERS["‘"]  # also written ' on both sides
_DOUBLE = len(_FAMILIES)  # straight " and ＂: which side one is depends on its neighbors

_MARKS = re.compile("[「｢」｣『』(（)）\\[［\\]］{｛}｝【】〔〕〈〉《》“”〝〟«»\"＂'‘’`]")
_MAYBE_APOSTROPHES = frozenset("'‘’`")
_STOPPED = re.compile(r"[.!?…。！？][^\S\n]|[.!?…。！？](?=[^\s'’])")


class Pair(NamedTuple):
    """A pair of marks: `start` is the opener's place, `end` the place after the closer; code points of the text."""

    start: int
    end: int


class Enclosures(NamedTuple):
    """What a text encloses.

    Attributes:
        pairs: in order of their openers; they nest and never cross.
        unclosed: places of openers that are never closed. ' and ` are not listed, since they may be none ('90s).
        unopened: places of closers that were never opened. ' and ’ are not listed (the students’).
    """

    pairs: tuple[Pair, ...]
    unclosed: tuple[int, ...]
    unopened: tuple[int, ...] = ()


def find_enclosures(text: str) -> Enclosures:
    """Pair the brackets and quotation marks of *text*. Linear in its length.

    A closer takes the nearest opener of its family; openers above that one are unclosed.

    >>> find_enclosures("「『あ』」（い").pairs
    (Pair(start=0, end=5), Pair(start=1, end=4))
    >>> find_enclosures("「『あ』」（い").unclosed
    (5,)
    >>> find_enclosures("い）「あ」").unopened
    (1,)
    """
    pairs: list[Pair] = []
    unclosed: list[int] = []
    unopened: list[int] = []
    stack: list[tuple[int, int]] = []  # family, place
    waiting = [0] * (_DOUBLE + 1)  # how many of each family are in the stack
    for match in _MARKS.finditer(text):
        at, char = match.start(), match[0]
        if char in _MAYBE_APOSTROPHES and _is_apostrophe(text, at):
            continue
        family = _OPENERS.get(char)
        opens = family is not None
        if family is None:
            family = _CLOSERS.get(char)
        if family is None:
            family, opens = _straight(text, at, waiting)
        if opens:
            stack.append((family, at))
            waiting[family] += 1
            continue
        if not waiting[family] and char not in _MAYBE_APOSTROPHES:
            unopened.append(at)
        while waiting[family]:
            other, start = stack.pop()
            waiting[other] -= 1
            if other == family:
                if family != _SINGLE or _is_single_quotation(text, start, at):
                    pairs.append(Pair(start, at + 1))
                break
            unclosed.append(start)
    unclosed.extend(start for _, start in stack)
    pairs.sort()
    if unclosed:
        unclosed = sorted(at for at in unclosed if text[at] not in "'`")
    return Enclosures(tuple(pairs), tuple(unclosed), tuple(unopened))


def closers_of(opener: str) -> str:
    """The marks that may close *opener*, the one of its own width first; "" when it is no opener.

    >>> closers_of("（"), closers_of("「")
    ('）)', '」｣')
    """
    if opener in '"＂':
        return opener
    for openers, closers in _FAMILIES:
        if opener in openers:
            own = closers[min(openers.index(opener), len(closers) - 1)]
            return own + closers.replace(own, "")
    return ""


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether the mark at *at* stands inside a word (don't, 飯田's) and is no quotation mark."""
    inside = at > 0 and text[at - 1].isalnum() and at + 1 < len(text)
    return inside and (text[at] in "‘`" or text[at + 1].isalnum())


def _straight(text: str, at: int, waiting: list[int]) -> tuple[int, bool]:
    """The family of the straight mark at *at*, and whether it opens, which only its neighbors show."""
    family = _SINGLE if text[at] == "'" else _DOUBLE
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if not waiting[family]:
        # 6" and the students' are no openers: something must follow, and no word precede.
        opens = not after.isspace() and not (before.isascii() and before.isalnum())
        return family, opens
    return family, before.isspace() and not after.isspace()


def _is_single_quotation(text: str, start: int, end: int) -> bool:
    """Whether '…' is a quotation and not an apostrophe ('nineties) and a plural (the students').

    A quotation of whole sentences ends in a mark of its own: 'Stop! I see it.'
    """
    if text[end - 1] in ".,!?…。！？、":
        return True
    return text[start] == "‘" or not _STOPPED.search(text, start + 1, min(end, start + 1000))
