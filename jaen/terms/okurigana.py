"""取り組み, 取組み and 取組: one word with more or fewer kana written out, told apart from others by its reading."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from jaen.model import Span, Term, Token
from jaen.words.readings import to_katakana
from jaen.words.scripts import HAN, HIRAGANA
from jaen.words.tokens import tokenize_ja

_KANJI_AND_KANA = re.compile(f"[{HAN}][{HIRAGANA}]+")


def okurigana(
    words: Iterable[Token], place_of: Callable[[Span], Span], text: str
) -> Iterator[tuple[int, int, str, str]]:
    """Edits that leave out the hiragana after the kanji of nouns and of verbs, as which MeCab reads 受入れ.

    取り組み becomes 取組.

    Args:
        words: the words, whose spans are the article's.
        place_of: where a span of the article stands in *text*.
        text: what is to be edited.
    """
    for word in words:
        if word.xpos.startswith(("名詞", "動詞")) and _KANJI_AND_KANA.search(word.surface):
            place = place_of(word.span)
            for match in _KANJI_AND_KANA.finditer(text, place.start, place.end):
                # The kanji belongs to the edit, so that a match on 取組 covers 取り組み.
                yield match.start(), match.end(), match.group()[0], "okurigana"


def sounds_like(words: Sequence[Token], term: Term) -> bool:
    """True when the words are read as *term* is; an unknown reading is like no other."""
    reading = _reading_of(words)
    return bool(reading) and reading == _term_reading(term.text, term.reading)


def _reading_of(words: Sequence[Token]) -> str:
    readings = [word.reading for word in words]
    return "" if None in readings else "".join(filter(None, readings))


@lru_cache(maxsize=4096)
def _term_reading(text: str, reading: str | None) -> str:
    return to_katakana(reading) if reading else _reading_of(tokenize_ja(text))
