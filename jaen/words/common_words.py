"""Common words in English, for the gloss: one word of English for one word of a Japanese newspaper.

The list `common_words.tsv` was written by hand for this project. It gives the sense that a newsroom expects (述べる is
say, 司令塔 a command center); a word that one English word would misrepresent is not in it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from jaen.model import Span, Token
from jaen.words.english_forms import lemmas

__all__ = ["compounds", "english", "is_common_english"]

_COMPOUND = "COMPOUND"
_AFFIX = "AFFIX"
_MOST_WORDS = 5  # of a compound; 最高/経営/責任/者 has four


def english(token: Token) -> str | None:
    """The English of a word, or None where the list does not have it.

    A spelling goes before its lemma, since UniDic has one lemma for 止める (stop) and 辞める (resign).
    """
    kind = _AFFIX if token.xpos.startswith("接") else token.upos
    words = _words()
    for form in (token.orth_base, token.lemma):
        found = words.get((form, kind)) or words.get((form, "*"))
        if found:
            return found
    return None


def compounds(tokens: Sequence[Token]) -> Iterator[tuple[Span, str]]:
    """Compounds whose parts would mislead, with their English: 司令塔 is no "command tower". The longest wins."""
    words = _words()
    at = 0
    while at < len(tokens):
        found = 0
        surface = tokens[at].surface
        for end in range(at + 1, min(at + _MOST_WORDS, len(tokens))):
            surface += tokens[end].surface
            if (surface, _COMPOUND) in words:
                found = end
        if found:
            span = Span(tokens[at].span.start, tokens[found].span.end)
            yield span, words["".join(token.surface for token in tokens[at : found + 1]), _COMPOUND]
        at = max(at, found) + 1


@cache
def _words() -> dict[tuple[str | None, str], str]:
    """(word, part of speech) to English; the part of speech is `*` where every one means the same."""
    table = files("jaen.words").joinpath("common_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {(word, kind): meaning for word, kind, meaning in rows}


def is_common_english(word: str) -> bool:
    """True when *word*, in any form, is one that the list has in its English.

    >>> is_common_english("Banks"), is_common_english("Clinton")
    (True, False)
    """
    return not _english_words().isdisjoint(lemmas(word))


@cache
def _english_words() -> frozenset[str]:
    return frozenset(word.lower() for meaning in _words().values() for word in re.findall("[A-Za-z]+", meaning))
