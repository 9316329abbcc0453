"""Source language left in a translation: copied whole, or here and there."""

import re
from collections.abc import Iterator, Sequence

from jaen.model import Span
from jaen.words import english_lists as lists
from jaen.words.scripts import DIGIT, HAN, HIRAGANA, KATAKANA, LATIN

__all__ = ["copied", "find_leftovers"]

_JAPANESE = re.compile(f"[{HIRAGANA}{KATAKANA}{HAN}]+(?:[、・ー]*[{HIRAGANA}{KATAKANA}{HAN}]+)*")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(f"[{LATIN}]")
# Three small words in a row are a phrase that nobody translated; a name has capitals (Bank of Japan).
_PHRASE = re.compile(rf"(?<![{LATIN}])[a-z]{{2,}}(?:['’][a-z]+)?(?: [a-z]+(?:['’][a-z]+)?){{2,}}(?![{LATIN}])")
_SMALL_WORD = re.compile(rf"(?<![{LATIN}])[a-z]{{2,}}(?![{LATIN}])")
_WORDS = re.compile(rf"[{LATIN}][{LATIN}{DIGIT}'’-]*+(?:[ ,;:]{{1,2}}[{LATIN}{DIGIT}][{LATIN}{DIGIT}'’-]*+)++")
# "The Bank of Japan said on Friday it would wait" has no such phrase, but five words, three of them small, and a small
# one that no name has.
_CLAUSE_WORDS = lists.BE | lists.HAVE_DO | lists.MODALS | lists.PRONOUNS | {"that", "said", "says"}
_CLAUSE, _CLAUSE_SMALL = 5, 3
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
    if language not in ("en", "ja"):
        return
    # What stands at a place is blotted out, so that a phrase neither begins there nor runs over it.
    for match in (_JAPANESE if language == "en" else _WORDS).finditer(_blotted(target, places)):
        if language == "en" or _is_untranslated(match[0]):
            yield Span(match.start(), match.end())


def _is_untranslated(words: str) -> bool:
    """Whether English words in Japanese are no name, but a part of a sentence."""
    if _PHRASE.search(words):
        return True
    every = words.replace(",", " ").replace(";", " ").replace(":", " ").split()
    small = [word for word in every if word.islower()]
    return len(every) >= _CLAUSE and len(small) >= _CLAUSE_SMALL and any(word in _CLAUSE_WORDS for word in small)


def _blotted(target: str, places: Sequence[Span]) -> str:
    """*target* with line breaks for all that stands at *places*; every other character stays where it is."""
    kept, at = [], 0
    for start, end in sorted(places):
        if end > at:
            kept.append(target[at : max(at, start)] + "\n" * (end - max(at, start)))
            at = end
    return "".join([*kept, target[at:]])
