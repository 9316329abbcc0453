"""Names of a Japanese text and how the other text writes them in Latin letters."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from jaen.model import Segment, Token
from jaen.words.name_index import NameIndex
from jaen.words.readings import fold_romaji, romanize
from jaen.words.scripts import HAN, KATAKANA, LATIN
from jaen.words.transliteration import THRESHOLD, name_similarity

__all__ = ["Names"]

_PIECE = re.compile(f"[{KATAKANA}]{{3,}}")
_WORDS = re.compile(f"[{LATIN}]{{3,}}")
_KANJI = re.compile(f"[{HAN}]")
_NAME = "名詞-固有名詞"


class Names:
    """The Latin names of one text, to find those that a Japanese sentence of the other writes in kana or kanji.

    Args:
        segments: sentences of the one text; Japanese ones are passed over.
    """

    def __init__(self, segments: Iterable[Segment]) -> None:
        latin = list(dict.fromkeys(name for one in segments if one.language != "ja" for name in _capitals(one.text)))
        self._latin = latin
        self._index = NameIndex(latin)
        self._by_reading = {fold_romaji(name): name for name in reversed(latin)}
        self._heard: dict[str, str] = {}

    def of(self, segment: Segment) -> Iterator[tuple[str, str]]:
        """(name in the Japanese *segment*, the Latin name that sounds or reads like it)."""
        for piece in _PIECE.findall(segment.text):
            if piece not in self._heard:
                self._heard[piece] = self._sounding(piece)
            if self._heard[piece]:
                yield piece, self._heard[piece]
        for token in segment.tokens:
            name = self._by_reading.get(_reading(token))
            if name:
                yield token.surface, name

    def _sounding(self, piece: str) -> str:
        """The name most like *piece*; "" where none is alike enough."""
        scored = [(name_similarity(piece, self._latin[number]), -number) for number in self._index.near(piece)]
        score, number = max(scored, default=(0.0, 0))
        return self._latin[-number] if score >= THRESHOLD else ""


def _capitals(text: str) -> Iterator[str]:
    """Capitalized words, and two that stand side by side: Carolina, North Carolina."""
    words: Sequence[re.Match[str]] = [word for word in _WORDS.finditer(text) if word.group()[0].isupper()]
    for word in words:
        yield word.group()
    for first, second in pairwise(words):
        if text[first.end() : second.start()] == " ":
            yield f"{first.group()} {second.group()}"


def _reading(token: Token) -> str:
    """How a name in kanji is read, folded; "" for other words. 東京 may be Tokyo or Tōkyō."""
    if token.reading and token.xpos.startswith(_NAME) and _KANJI.search(token.surface):
        return fold_romaji(romanize(token.reading))
    return ""
