"""Translations that break off: too short for their source, or ending where no sentence ends."""

import re

from jaen.text.enclosures import find_enclosures
from jaen.words import english_lists as lists
from jaen.words.tokens import tokenize_ja

__all__ = ["broken_off"]

_LETTER = re.compile(r"[^\W_]")
_END = re.compile(r"(?:[.!?…。！？:：;]|・・)[\"'”’」』）)\]]*\s*(?:[^\w\s]+\s*)*\Z|[”\"」』）)\]]\s*\Z")
_SOURCE_END = re.compile(r"[.!?。！？…][」』”\"')）]*\s*(?:[^\w\s]+\s*)*\Z")
_LAST_WORD = re.compile(r"([A-Za-z'’]+)\W*\Z")
# No English sentence ends in one of these, whatever stands behind it.
_NEVER_LAST = frozenset([
    "a", "an", "the", "and", "or", "of", "because", "my", "your", "their", "its", "our", "whose", "than", "every",
])  # fmt: skip
_TO_GO_ON = (
    lists.ADPOSITIONS
    | lists.SUBORDINATORS
    | lists.BE
    | lists.MODALS
    | lists.CONJUNCTIONS
    | {"to", "which", "who", "his", "this", "these", "those"}
)
# Letters of the translation for one of the source, where Japanese to English gives 1 to 5 and English to Japanese 0.2 to 1.
_SHORTEST = {"en": 0.62, "ja": 0.14}
_SHORT = {"en": 1.35, "ja": 0.3}  # of a translation that also lacks its full stop
_FEW = {"en": 10, "ja": 24}  # letters of a source that is too short for such figures
_SHOWN = 16


def broken_off(source: str, target: str, language: str) -> str | None:
    """How *target* ends too soon, in words; None when it seems whole.

    Args:
        source: what was translated; where it ends without a full stop, as a headline does, none is missed.
        target: not empty.
        language: of *target*.
    """
    if language not in _SHORTEST:
        return None
    letters = len(_LETTER.findall(source))
    ratio = len(_LETTER.findall(target)) / letters if letters else 1.0
    if letters >= _FEW[language] and ratio < _SHORTEST[language]:
        return f"{len(target)} characters for {len(source)}"
    if _SOURCE_END.search(source) is None:
        return None
    ended = _END.search(target) is not None
    tail = target[-_SHOWN:]
    last = _LAST_WORD.search(target)
    word = last[1].lower() if last and language == "en" else ""
    if word in _NEVER_LAST:
        return f"ends in “{tail.strip()}”"
    if ended:
        return None
    if word in _TO_GO_ON or (language == "ja" and _goes_on(target)):
        return f"ends in “{tail.strip()}”"
    if letters >= _FEW[language] and ratio < _SHORT[language]:
        return f"no end: “{tail.strip()}”"
    unclosed = find_enclosures(target).unclosed
    if unclosed and not find_enclosures(source).unclosed:
        return f"nothing closes “{target[unclosed[-1] :][:_SHOWN]}”"
    return None


def _goes_on(target: str) -> bool:
    """Whether a Japanese sentence without a full stop ends in anything but a predicate that can end one."""
    words = tokenize_ja(target[-_SHOWN:])
    if not words:
        return False
    last = words[-1]
    if last.xpos.startswith("助詞"):
        return last.xpos != "助詞-終助詞"
    return last.upos not in ("AUX", "VERB", "ADJ", "PART") or (last.upos == "VERB" and last.surface != last.orth_base)
