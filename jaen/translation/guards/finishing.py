"""A clause cut off from its sentence, made a sentence of its own: 会議を開き、 is 会議を開いた。 where the whole tells of the past."""

import re
from collections.abc import Sequence

from jaen.model import Segment, Token
from jaen.translation.guards.cutting import Joint

__all__ = ["ending", "is_past"]

Ending = tuple[int, str]  # how many characters go at the end, and what stands for them

_STOPPED = re.compile("[。．.！？!?…]\\Z")
_WITH_STOP = (Joint.AND, Joint.BUT, Joint.SO)
# た after the stem of a verb of five rows: 開き is 開いた.
_PAST = {
    "き": "いた",
    "ぎ": "いだ",
    "し": "した",
    "ち": "った",
    "に": "んだ",
    "び": "んだ",
    "み": "んだ",
    "り": "った",
    "い": "った",
}
_MODERN = {"おる": "いる"}  # 続いており is 続いている
_PREDICATES = frozenset({"VERB", "AUX", "ADJ"})


def ending(text: str, tokens: Sequence[Token], joint: Joint | None, *, past: bool, quoted: bool) -> Ending:
    """What to do at the end of a clause so that it can stand by itself.

    Args:
        text: the clause.
        tokens: of the clause, in order.
        joint: what follows it; None at the end of its sentence.
        past: whether the whole sentence tells of the past.
        quoted: whether it stood in quotation marks, where Japanese leaves out the full stop.
    """
    if not text or _STOPPED.search(text):
        return 0, ""
    predicate = bool(tokens) and (tokens[-1].upos in _PREDICATES or tokens[-1].xpos == "助詞-終助詞")
    if joint is None:
        return (0, "。") if quoted and predicate else (0, "")
    if joint is Joint.AND:
        gone, new = _finite(tokens, past=past)
        return gone, new + "。"
    return (0, "。") if joint in _WITH_STOP else (0, "")


def _finite(tokens: Sequence[Token], *, past: bool) -> Ending:
    """開いて, 開き and されて as 開く, される, or 開いた, された; what is no such form stays."""
    if not tokens:
        return 0, ""
    last = tokens[-1]
    if last.surface == "し" and last.xpos == "助詞-接続助詞":
        return 1, ""  # 遅いし
    if last.surface in ("て", "で") and len(tokens) > 1:
        if past:
            return 1, "た" if last.surface == "て" else "だ"
        verb = tokens[-2]
        return (len(verb.surface) + 1, verb.orth_base) if verb.orth_base else (0, "")
    base = last.orth_base
    if last.upos not in _PREDICATES or not base or base == last.surface:
        return 0, ""
    base = _MODERN.get(base, base)
    if not past:
        return len(last.surface), base
    if base in _MODERN.values() or last.surface + "る" == base:
        return (0, "た") if last.surface + "る" == base else (len(last.surface), base[:-1] + "た")
    past_end = _PAST.get(last.surface[-1])
    return (1, past_end) if past_end else (0, "")


def is_past(segment: Segment) -> bool:
    """True when the last predicate of a Japanese segment is in the past: …した。"""
    for token in reversed(segment.tokens[-6:]):
        if token.upos in _PREDICATES:
            return token.lemma == "た"
    return False
