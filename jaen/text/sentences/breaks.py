"""Where a new line or a list item begins a sentence, whatever stands before it."""

import re
from itertools import pairwise
from typing import NamedTuple

__all__ = ["find_breaks"]

_LINE_BREAK = re.compile("[^\\S\r\n\v\f\x85\u2028\u2029]*(?:\r\n|[\r\n\v\f\x85\u2028\u2029])")
_BREAKS = "\n\r\v\f\x85\u2028\u2029"
_BULLETS = "•⁃‣◦▪■□◆◇●○・※→▼▽★☆✓✔"
# What opens a list item or a note at the start of a line: a bullet, 1. 1) (1) 1.) a. (iv) ① ※1, or - with a blank.
_ITEM = re.compile(
    rf"[{_BULLETS}]|[\u2460-\u24ff]|[-–—*+][^\S\n]"
    r"|[(（]?(?:\d{1,3}|[0-9０-９]{1,2}|[A-Za-z]|[ivxIVX]{1,5})(?:[.．][)）]|[)）]|[.．](?=\s))"
)
# An indented line opens a paragraph: a tab, an ideographic space, or at least two blanks.
_INDENT = re.compile("[\t\u3000]|[^\\S\n]{2}")
_UNFINISHED = frozenset(",、，;:(（「-–—")
_CAPITAL = re.compile(r"[^\S\n]?[A-Z]")

# The same inside a line; bullets take their number with them (• 9. The first item).
_INLINE = re.compile(
    r"\s(?:(?P<bullet>[•⁃‣▪])[^\S\n]?(?:\d{1,3}[.)]+)?"
    r"|(?P<open>\(?)(?P<label>\d{1,2}|[a-z]|[A-Z](?=\)))(?P<close>\.\)|\)|\.)(?=\s))"
)
# What every item but one at the very start has; looked for first, because it is quick.
_HAS_ITEM = re.compile(r"[.)•⁃‣▪](?:(?<=[\s(]\w[.)])|(?<=[\s(]\d\d[.)])|(?<=[•⁃‣▪])|(?<=\.\)))")
_BEFORE_ITEM = tuple('.!?。！？)）"”’')
_JOINED = re.compile(r"(?:[,;:、]|\b(?:and|or|see|in|of|for|to|and/or|from))\s*\Z")


def find_breaks(text: str) -> list[int]:
    """Places in code points of *text* where a sentence begins because of the layout, in order.

    >>> find_breaks("1. The first item 2. The second item")
    [0, 18]
    """
    inline = _inline_items(text) if _has_any(text, ".)•⁃‣▪") else []
    if not _has_any(text, _BREAKS):
        return inline
    return sorted({*inline, *_line_starts(text)})


def _has_any(text: str, chars: str) -> bool:
    for char in chars:  # noqa: SIM110  # done for every block, and any() takes three times as long
        if char in text:
            return True
    return False


def _line_starts(text: str) -> list[int]:
    """Starts of lines that do not go on with the line before."""
    edges = [(match.start(), match.end()) for match in _LINE_BREAK.finditer(text)]
    lines = list(zip([0, *(end for _, end in edges)], [*(start for start, _ in edges), len(text)], strict=True))
    longest = max(end - start for start, end in lines)
    return [
        here
        for (start, end), (here, _) in pairwise(lines)
        if _opens_line(text, here) or start == end or _is_finished(text, start, end, here, longest)
    ]


def _opens_line(text: str, here: int) -> bool:
    """Whether the line at *here* opens a list item or a paragraph."""
    return _INDENT.match(text, here) is not None or _ITEM.match(text, here) is not None


def _is_finished(text: str, start: int, end: int, here: int, longest: int) -> bool:
    """Whether the line [start, end) was ended by its author and not wrapped; the next one begins at *here*.

    Wrapped lines are about equally long, so one of less than half the *longest* is a heading or the like. After a
    list item, a line with a capital begins anew.
    """
    if text[end - 1] in _UNFINISHED or text[here : here + 1].islower():
        return False
    is_short = (end - start) * 2 < longest
    return is_short or (_ITEM.match(text, start) is not None and _CAPITAL.match(text, here) is not None)


class _Chain(NamedTuple):
    """A list in one line, as far as it is read: its last label, and its first item while that is still the only one."""

    label: int
    first: int | None


def _inline_items(text: str) -> list[int]:
    """Starts of the items of lists written in one line: at least two bullets, or labels that count up."""
    if not _HAS_ITEM.search(text):
        return []
    padded = " " + text  # so that an item at the very start has its blank, too; places stay those of the blank
    chains: dict[str, _Chain] = {}  # by the shape of the labels: (1) and a. are lists of their own
    found: list[int] = []
    for match in _INLINE.finditer(padded):
        at = match.start()
        shape, label, step = _label(match)
        chain = chains.get(shape)
        if chain and label == chain.label + step and not _is_joined(text, at):
            found.extend([at] if chain.first is None else [chain.first, at])
            chains[shape] = _Chain(label, None)
        elif _opens_list(text, at) or not step or (found and match["label"] in ("1", "a", "A")):
            chains[shape] = _Chain(label, at)
    return sorted(found)


def _label(match: re.Match[str]) -> tuple[str, int, int]:
    """Shape and number of an item's label, and what the next one adds to the number (bullets: nothing)."""
    label = match["label"]
    if not label:
        return match["bullet"], 0, 0
    if label.isdigit():
        return f"{match['open']}1{match['close']}", int(label), 1
    return f"{match['open']}{'A' if label.isupper() else 'a'}{match['close']}", ord(label), 1


def _opens_list(text: str, at: int) -> bool:
    """Whether a list may open at *at*: at the start, on a new line or after a sentence, not in "for 1. above"."""
    before = text[max(0, at - 20) : at]
    core = before.rstrip()
    return not core or core.endswith(_BEFORE_ITEM) or "\n" in before[len(core) :] + text[at : at + 1]


def _is_joined(text: str, at: int) -> bool:
    """Whether the words before bind the label into a sentence: "(1) to cut costs, and (2) to grow"."""
    return _JOINED.search(text[max(0, at - 20) : at]) is not None
