"""What stands around a sentence and is no part of it: list marks, an interview's dash, emoji, notes, quotation marks."""

import re
from collections.abc import Sequence

from jaen.model import Span
from jaen.text.enclosures import find_enclosures

__all__ = ["find_body"]

_EMOJI = "(?:[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0e\ufe0f\u20e3\u200d]*)+"
_LEADING = re.compile(
    rf"\s+|[・•‣◦▪■□◆◇●○◎★☆※▼▽►▶→⇒†]+|[▲△](?![0-9０-９])|[―—─]{{1,2}}(?![―—─])|[-–*+>](?=\s)|#{{1,6}}(?=\s)|{_EMOJI}"
    r"|【(?=[^【】\t\n]{1,20}】\s*\S)"  # 【速報】: a sentence of its own
    r"|[(（]?[0-9０-９]{1,3}[)）](?=\S|\s)|[0-9０-９]{1,2}[.．](?![0-9０-９])(?=\s*\D)|[\u2460-\u2473](?!\w*[\u2460-\u2473])"
)
_TRAILING = re.compile(
    rf"(?:\s+|[■□◆◇●○★☆▼▽→⇒♪♫†]+|{_EMOJI}|\[[0-9]{{1,3}}\]|[*＊※][0-9０-９]{{0,2}}|[(（](?:注|脚注|※)[0-9０-９]{{0,2}}[)）]"
    r"|[(（](?:爆?笑い?|苦笑|拍手|涙|泣)[)）])\Z"
)
_WINDOW = 24  # code points looked at for one trailing mark
_QUOTES = frozenset('「『“〝"')
_OPEN, _CLOSE = ("「", "『", "“", "〝"), ("」", "』", "”", "〟")
_AROUND = frozenset("(（【［[")
_END = re.compile("[。．.]?")


def find_body(text: str, fixed: Sequence[Span]) -> Span:
    """Where the sentence itself is in *text*; what stands before and after it is put around its translation again.

    Args:
        text: a segment as a model should read it.
        fixed: places that belong to the sentence whatever they look like, in order.

    >>> text = "■「行くぞ」😀"
    >>> find_body(text, ()).of(text)
    '行くぞ'
    """
    first = fixed[0].start if fixed else len(text)
    last = fixed[-1].end if fixed else 0
    start, end = 0, len(text)
    pairs = {pair.start: pair.end for pair in find_enclosures(text).pairs}
    closed = set(pairs.values())
    while True:
        # A quotation of several sentences opens in one segment and closes in another.
        if start < first and text[start : start + 1] in _OPEN and start not in pairs:
            start += 1
            continue
        if end > max(last, start) and text[end - 1] in _CLOSE and end not in closed:
            end -= 1
            continue
        leading = _LEADING.match(text, start, end)
        if leading and leading.end() <= first and not _is_inside(text, leading):
            start = leading.end()
            continue
        trailing = _TRAILING.search(text, max(start, end - _WINDOW), end)
        if trailing and trailing.start() >= last:
            end = trailing.start()
            continue
        inner = _enclosed(text, Span(start, max(start, end)), pairs)
        if inner is None or inner.start > first or inner.end < last:
            return Span(start, max(start, end))
        start, end = inner


def _is_inside(text: str, leading: re.Match[str]) -> bool:
    """Whether a label is the sentence's own: (1) alone, 3.5, the year in （2026）年."""
    return leading[0][-1:] in ")）" and not leading[0].startswith(("(", "（")) and text[leading.end() :].strip() == ""


def _enclosed(text: str, span: Span, pairs: dict[int, int]) -> Span | None:
    """What is between quotation marks or brackets that hold all of *span*; a full stop behind them does not count."""
    closes = pairs.get(span.start)
    if closes is None or closes > span.end or text[span.start] not in _QUOTES | _AROUND:
        return None
    if not _END.fullmatch(text, closes, span.end):
        return None
    return Span(span.start + 1, closes - 1) if closes - 1 > span.start + 1 else None
