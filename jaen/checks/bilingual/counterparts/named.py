"""Whether a text names something anywhere."""

import re
from functools import lru_cache

from jaen.checks.bilingual.counterparts.comparison import ALIKE, readings_in_romaji
from jaen.checks.bilingual.counterparts.english import EnglishName
from jaen.checks.bilingual.counterparts.japanese import JapaneseName, Sort
from jaen.words.exonyms import english_exonyms, japanese_exonyms
from jaen.words.name_index import NameIndex
from jaen.words.readings import fold_romaji
from jaen.words.scripts import KATAKANA, LATIN
from jaen.words.transliteration import name_similarity

__all__ = ["is_named"]

_KATAKANA = re.compile(f"[{KATAKANA}]{{2,}}")
_WORD = re.compile(f"[{LATIN}]{{2,}}")


def is_named(name: JapaneseName | EnglishName, text: str) -> bool:
    """Whether *text*, in the other language, names what *name* does; a word that may be it is enough."""
    if isinstance(name, EnglishName):
        return any(_in_japanese(word, text) for word in (name.text, *_WORD.findall(name.text)))
    return any(_in_english(part, name.sort, text) for part in name.parts)


def _in_japanese(word: str, text: str) -> bool:
    if any(other in text for other in (word, *japanese_exonyms(word))):
        return True
    return any(name_similarity(kana, word) >= ALIKE for kana in _katakana(text) if kana)


def _in_english(part: str, sort: Sort, text: str) -> bool:
    words, index, romaji = _english(text)
    match sort:
        case Sort.EXONYM:
            return any(other in text for other in english_exonyms(part))
        case Sort.LETTERS:
            return part in text
        case Sort.SOUND:
            return any(name_similarity(part, words[number]) >= ALIKE for number in index.near(part))
        case _:
            return not romaji.isdisjoint(readings_in_romaji(part))


@lru_cache(maxsize=4)
def _katakana(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_KATAKANA.findall(text)))


@lru_cache(maxsize=4)
def _english(text: str) -> tuple[list[str], NameIndex, frozenset[str]]:
    """The words of a text that have a capital, how they sound, and how they read as romaji."""
    words = [word for word in dict.fromkeys(_WORD.findall(text)) if word != word.lower()]
    return words, NameIndex(words), frozenset(map(fold_romaji, words))
