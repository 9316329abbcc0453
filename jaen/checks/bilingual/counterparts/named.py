"""Whether an article names something in another place than the one that lacks it."""

import re
from functools import lru_cache
from typing import NamedTuple

from jaen.checks.bilingual.counterparts.comparison import ALIKE
from jaen.checks.bilingual.counterparts.english import EnglishName
from jaen.checks.bilingual.counterparts.japanese import JapaneseName, Sort
from jaen.model import Passage, Span
from jaen.words.exonyms import english_exonyms, japanese_exonyms
from jaen.words.name_index import NameIndex
from jaen.words.readings import fold_romaji, romaji_readings
from jaen.words.scripts import KATAKANA, LATIN
from jaen.words.transliteration import name_similarity

__all__ = ["is_named_elsewhere"]

_KATAKANA = re.compile(f"[{KATAKANA}]{{2,}}")
_WORD = re.compile(f"[{LATIN}]{{2,}}")
_CAPITAL = re.compile(f"(?<![{LATIN}])(?![a-z])[{LATIN}]{{2,}}")


def is_named_elsewhere(name: JapaneseName | EnglishName, passage: Passage) -> bool:
    """Whether the article of *passage*, in the other language, names it in another place; a word that may be it will do."""
    text, own = passage.article.text, passage.span or Span(0, 0)
    if isinstance(name, EnglishName):
        return any(_in_japanese(word, text, own) for word in dict.fromkeys((name.text, *_WORD.findall(name.text))))
    return any(_in_english(part, name.sort, text, own) for part in name.parts)


def _in_japanese(word: str, text: str, own: Span) -> bool:
    if any(_stands(other, text, own) for other in (word, *japanese_exonyms(word))):
        return True
    return any(
        name_similarity(kana, word) >= ALIKE
        for kana, place in _places(text, _KATAKANA).items()
        if _is_outside(place, own)
    )


def _in_english(part: str, sort: Sort, text: str, own: Span) -> bool:
    if sort is Sort.LETTERS:
        return _stands(part, text, own)
    if sort is Sort.EXONYM:
        return any(_stands(other, text, own) for other in english_exonyms(part))
    words = _english(text)
    if sort is Sort.SOUND:
        near = [words.words[number] for number in words.by_sound.near(part)]
        found = [word for word in near if name_similarity(part, word) >= ALIKE]
    else:
        found = [word for read in romaji_readings(part) for word in words.by_reading.get(read, ())]
    return any(_is_outside(_places(text, _CAPITAL)[word], own) for word in found)


def _stands(words: str, text: str, own: Span) -> bool:
    return text.find(words, 0, own.start) >= 0 or text.find(words, own.end) >= 0


def _is_outside(place: Span, own: Span) -> bool:
    return place.start < own.start or place.end > own.end


@lru_cache(maxsize=8)
def _places(text: str, pattern: re.Pattern[str]) -> dict[str, Span]:
    """Each different word with where it first begins and last ends; made once for an article."""
    places: dict[str, Span] = {}
    for match in pattern.finditer(text):
        first = places.get(match[0])
        places[match[0]] = Span(first.start if first else match.start(), match.end())
    return places


class _English(NamedTuple):
    """The words of an article that have a capital, by how they sound and by how they read as romaji."""

    words: tuple[str, ...]
    by_sound: NameIndex
    by_reading: dict[str, list[str]]


@lru_cache(maxsize=4)
def _english(text: str) -> _English:
    words = tuple(_places(text, _CAPITAL))
    by_reading: dict[str, list[str]] = {}
    for word in words:
        by_reading.setdefault(fold_romaji(word), []).append(word)
    return _English(words, NameIndex(words), by_reading)
