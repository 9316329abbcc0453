"""Source language left in a translation: copied whole, or here and there."""

import re
from collections.abc import Sequence

from jaen.model import Span
from jaen.words.scripts import HAN, HIRAGANA, KATAKANA, LATIN

__all__ = ["copied", "leftover"]

_JAPANESE = re.compile(f"[{HIRAGANA}{KATAKANA}{HAN}]+(?:[、・ー]*[{HIRAGANA}{KATAKANA}{HAN}]+)*")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(f"[{LATIN}]")
# Three small words in a row are a phrase that nobody translated; a name has capitals (Bank of Japan).
_PHRASE = re.compile(rf"(?<![{LATIN}])[a-z]{{2,}}(?:['’][a-z]+)?(?: [a-z]+(?:['’][a-z]+)?){{2,}}(?![{LATIN}])")
_SMALL_WORD = re.compile(rf"(?<![{LATIN}])[a-z]{{2,}}(?![{LATIN}])")
_FEW = 2  # small words beside the terms are a sentence whose terms alone were exchanged, where nothing else is Japanese
_MOSTLY = 0.5  # share of letters in the source's script from which a translation is none
_SHOWN = 20  # code points of what is left over that a message shows


def copied(source: str, target: str, language: str, places: Sequence[Span]) -> bool:
    """True when *target* is the source, or mostly in the source's script outside *places*."""
    rest = _outside(target, places)
    letters = len(_LETTER.findall(rest))
    if not letters:
        return False
    if source.strip().casefold() == target.strip().casefold():
        return True
    if language == "en":
        foreign = sum(len(run) for run in _JAPANESE.findall(rest))
    elif language == "ja":
        if _JAPANESE.search(rest):
            return False
        is_phrase = _PHRASE.search(rest) or (places and len(_SMALL_WORD.findall(rest)) >= _FEW)
        foreign = len(_LATIN.findall(rest)) if is_phrase else 0
    else:
        return False
    return foreign > _MOSTLY * letters


def leftover(target: str, language: str, places: Sequence[Span]) -> str | None:
    """The first words of the source's language that *target* has outside *places*, shortened; None when it has none."""
    rest = _outside(target, places)
    found = _JAPANESE.search(rest) if language == "en" else _PHRASE.search(rest) if language == "ja" else None
    if found is None:
        return None
    return found[0] if len(found[0]) <= _SHOWN else found[0][:_SHOWN] + "…"


def _outside(target: str, places: Sequence[Span]) -> str:
    """*target* without what stands at *places*."""
    if not places:
        return target
    kept, at = [], 0
    for span in sorted(places):
        kept.append(target[at : span.start])
        at = max(at, span.end)
    return "\n".join([*kept, target[at:]])
