"""Names in either script by how they sound, where no glossary knows them: アンソロピック and Anthropic."""

import re
from collections.abc import Iterator, Sequence

from jaen.claims.names import Name
from jaen.model import Mention, Segment
from jaen.offsets import Span, Stretches
from jaen.words.transliteration import fold_katakana, fold_latin, skeleton

__all__ = ["sounds"]

_CONSONANTS = 3  # that a name must have to be told by them
_KATAKANA = re.compile("[ァ-ヺー]{4,}")
_LATIN = re.compile("[A-Z][a-z]{3,}")


def sounds(segment: Segment, names: Sequence[Name], mentions: Sequence[Mention]) -> Iterator[tuple[str, Span]]:
    """The consonants of each name of a sentence, roughly spelled, with its place; several where it can be read in several ways.

    Args:
        segment: the sentence.
        names: in it.
        mentions: the glossary's concepts in it, which need no sound.
    """
    start = segment.span.start
    if segment.language == "ja":
        words = list(_KATAKANA.finditer(segment.text))
    else:
        unknown = [name.span.shift(-start) for name in names if not name.near]
        words = [word for span in unknown for word in _LATIN.finditer(segment.text, span.start, span.end)]
    known = Stretches(mention.span for mention in mentions)
    for word in words:
        span = Span(*word.span()).shift(start)
        if not known.touch(span):
            yield from ((bones, span) for bones in _bones(word.group()))


def _bones(word: str) -> Iterator[str]:
    heard = fold_latin(word) if word.isascii() else (fold_katakana(word),)
    for bones in dict.fromkeys(map(skeleton, heard)):
        if len(bones) >= _CONSONANTS:
            yield bones
