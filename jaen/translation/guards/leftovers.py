"""Source language left in a translation: copied whole, or here and there."""

import re
from collections.abc import Iterator, Sequence

from jaen.model import Span
from jaen.words.scripts import HAN, HIRAGANA, KATAKANA, LATIN

__all__ = ["copied", "find_leftovers"]

_JAPANESE = re.compile(f"[{HIRAGANA}{KATAKANA}{HAN}]+(?:[、・ー]*[{HIRAGANA}{KATAKANA}{HAN}]+)*")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(f"[{LATIN}]")
# Three small words in a row are a phrase that nobody translated; a name has capitals (Bank of Japan).
_PHRASE = re.compile(rf"(?<![{LATIN}])[a-z]{{2,}}(?:['’][a-z]+)?(?: [a-z]+(?:['’][a-z]+)?){{2,}}(?![{LATIN}])")
_SMALL_WORD = re.compile(rf"(?<![{LATIN}])[a-z]{{2,}}(?![{LATIN}])")
_FEW = 2  # small words beside the terms are a sentence whose terms alone were exchanged, where nothing else is Japanese
_MOSTLY = 0.5  # share of letters in the source's script from which a translation is none


def copied(source: str, target: str, language: str, places: Sequence[Span]) -> bool:
    """True when *target* is the source, or mostly in the source's script outside *places*."""
    rest = _blotted(target, places)
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


def find_leftovers(target: str, language: str, places: Sequence[Span]) -> Iterator[Span]:
    """Where *target* has words of the source's language outside *places*, in text order.

    >>> [span.of("The 国会 is out.") for span in find_leftovers("The 国会 is out.", "en", ())]
    ['国会']
    """
    pattern = _JAPANESE if language == "en" else _PHRASE if language == "ja" else None
    if pattern:
        # What stands at a place is blotted out, so that a phrase neither begins there nor runs over it.
        for match in pattern.finditer(_blotted(target, places)):
            yield Span(match.start(), match.end())


def _blotted(target: str, places: Sequence[Span]) -> str:
    """*target* with line breaks for all that stands at *places*; every other character stays where it is."""
    kept, at = [], 0
    for start, end in sorted(places):
        if end > at:
            kept.append(target[at : max(at, start)] + "\n" * (end - max(at, start)))
            at = end
    return "".join([*kept, target[at:]])
