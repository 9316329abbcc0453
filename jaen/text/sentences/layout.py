"""Where a new line or a list item begins a sentence, whatever stands before it."""

import re

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
    for char in chars:  # a loop, because it is done for every block and any() takes three times as long
        if char in text:
            return True
    return False


def _line_starts(text: str) -> list[int]:
    """Starts of lines that do not go on with the line before."""
    edges = [(match.start(), match.end()) for match in _LINE_BREAK.finditer(text)]
    starts = [0, *(end for _, end in edges)]
    ends = [*(start for start, _ in edges), len(text)]
    longest = max(end - start for start, end in zip(starts, ends, strict=True))
    found = []
    for number in range(1, len(starts)):
        before, here = (starts[number - 1], ends[number - 1]), starts[number]
        if before[0] == before[1] or _INDENT.match(text, here) or _ITEM.match(text, here):
            found.append(here)
        elif text[before[1] - 1] not in _UNFINISHED and not text[here : here + 1].islower():
            # Wrapped lines are about equally long: one of less than half the width was ended by its author.
            if (before[1] - before[0]) * 2 < longest:
                found.append(here)
            elif _ITEM.match(text, before[0]) and _CAPITAL.match(text, here):
                found.append(here)
    return found


def _inline_items(text: str) -> list[int]:
    """Starts of the items of lists written in one line: at least two bullets, or labels that count up."""
    if not _HAS_ITEM.search(text):
        return []
    padded = " " + text  # so that an item at the very start has its blank, too; places stay those of the blank
    chains: dict[str, tuple[int, int]] = {}  # shape → last label, place of an item not yet reported or -1
    found: list[int] = []
    for match in _INLINE.finditer(padded):
        at = match.start()
        if match["bullet"]:
            shape, value, opens = match["bullet"], 0, True
        else:
            label = match["label"]
            value = int(label) if label.isdigit() else ord(label)
            shape = match["open"] + ("1" if label.isdigit() else label[0].isupper() * "A" or "a") + match["close"]
            opens = _opens(text, at) or (label in ("1", "a", "A") and bool(found))
        last, pending = chains.get(shape, (None, -1))
        if last is not None and value == (last + 1 if shape != match["bullet"] else 0) and not _is_joined(text, at):
            found.extend([pending, at] if pending >= 0 else [at])
            chains[shape] = (value, -1)
        elif opens:
            chains[shape] = (value, at)
    return sorted(found)


def _opens(text: str, at: int) -> bool:
    """Whether a list may open at *at*: at the start, or after a sentence. "for 1. above" opens none."""
    before = text[max(0, at - 20) : at].rstrip()
    return not before or before.endswith(_BEFORE_ITEM) or "\n" in text[len(before) + max(0, at - 20) : at]


def _is_joined(text: str, at: int) -> bool:
    """Whether the words before bind the label into a sentence: "(1) to cut costs, and (2) to grow"."""
    return _JOINED.search(text[max(0, at - 20) : at]) is not None
