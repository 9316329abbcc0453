"""What the terms of a glossary are found under: folded spellings, readings and romaji.

Folding, finding and comparing are done on all terms at once, as one long text with a line each: at 100,000 concepts
that is what keeps a search within a blink.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import cached_property
from itertools import accumulate, compress

from jaen.model import Concept, Term
from jaen.words.readings import fold_romaji, romanize, to_hiragana
from jaen.words.scripts import HAN
from jaen.words.similarity import most_alike, most_alike_parts
from jaen.words.tokens import tokenize_ja

__all__ = ["Lines", "Rank", "TermKeys", "fold", "fold_reading", "guess_readings", "is_kana"]

_KEPT = re.compile(r"[^\W_]+|\n+")
_KATAKANA = re.compile("[\u30a1-\u30fe]+")
_ACCENTED = re.compile("[\u00c0-\u024f]")
_NOT_KANA = re.compile(f"[{HAN}A-Za-zＡ-Ｚａ-ｚ]")
_KANJI = re.compile(f"[{HAN}]")


class Rank(IntEnum):
    """How well a query fits; the smaller the better."""

    WHOLE = 1  # the term or its reading is the query
    START = 2
    INSIDE = 3
    ALIKE = 4  # it is only like it, or its reading is a guess


class Lines:
    """Many short texts, each with the number of the term it belongs to.

    Args:
        texts: without line breaks; an empty one is left out.
        owners: the numbers, as many.
    """

    def __init__(self, texts: Sequence[str], owners: Sequence[int]) -> None:
        self.owners = list(compress(owners, texts))
        self.texts = list(compress(texts, texts))
        self._whole = "\n".join(["", *self.texts, ""])
        self._starts = list(accumulate((len(text) + 1 for text in self.texts), initial=1))

    def find(self, wanted: str) -> Iterator[tuple[int, Rank]]:
        """The terms whose texts hold *wanted*, in order, and how."""
        at = self._whole.find(wanted)
        while at >= 0:
            line = bisect_right(self._starts, at) - 1
            end = self._starts[line + 1] - 1
            at_start = Rank.WHOLE if at + len(wanted) == end else Rank.START
            yield self.owners[line], at_start if at == self._starts[line] else Rank.INSIDE
            at = self._whole.find(wanted, end)

    def alike(self, wanted: str, at_least: float) -> Iterator[tuple[int, float]]:
        """The terms whose texts are like *wanted*, with the likeness, 0 to 100; best first."""
        for index, score in most_alike(wanted, self.texts, at_least):
            yield self.owners[index], score

    def alike_in_part(self, wanted: str, at_least: float) -> Iterator[tuple[int, float]]:
        """The terms of whose longer texts a part is like *wanted*, with the likeness, 0 to 100; best first."""
        for index, score in most_alike_parts(wanted, self.texts, at_least):
            yield self.owners[index], score


class TermKeys:
    """All terms of a glossary, numbered, with what they are found under; each kind is made on first use.

    Attributes:
        terms: a term's number is its place here.
        concepts: of each term, in the same order.
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.terms: list[Term] = []
        self.concepts: list[Concept] = []
        for concept in concepts:
            self.terms += concept.terms
            self.concepts += [concept] * len(concept.terms)

    @cached_property
    def spelled(self) -> Lines:
        """Terms and the readings that entries give, folded."""
        read = [number for number, term in enumerate(self.terms) if term.reading]
        texts = [term.text for term in self.terms] + [self.terms[number].reading or "" for number in read]
        return Lines(_fold_lines(texts), [*range(len(self.terms)), *read])

    @cached_property
    def romaji(self) -> Lines:
        """The same in Latin letters, where kana says how it is read."""
        kana = [term.reading or term.text if term.language == "ja" else "" for term in self.terms]
        numbers = [number for number, text in enumerate(kana) if text and is_kana(text)]
        return Lines([fold_reading(kana[number]) for number in numbers], numbers)

    @cached_property
    def guessed(self) -> Lines:
        """Readings that no entry gives, folded: as the dictionary has the words."""
        numbers = [
            number
            for number, term in enumerate(self.terms)
            if term.language == "ja" and not term.reading and _KANJI.search(term.text)
        ]
        return Lines(_fold_lines(guess_readings([self.terms[number].text for number in numbers])), numbers)

    @cached_property
    def guessed_romaji(self) -> Lines:
        """`guessed` in Latin letters."""
        return Lines([fold_reading(text) for text in self.guessed.texts], self.guessed.owners)


def fold(text: str) -> str:
    """*text* for comparing: width, case, accents, kana script, spaces and punctuation do not count.

    >>> fold("Ｃｌａｕｄｅ・Mythos"), fold("アンソロピック"), fold("Máxima")
    ('claudemythos', 'あんそろぴっく', 'maxima')
    """
    return _fold_lines([text])[0]


def is_kana(text: str) -> bool:
    """True for a text that says how it is read: no kanji, no Latin letters.

    >>> is_kana("サイバー"), is_kana("サイバー官"), is_kana("Tシャツ")
    (True, False, False)
    """
    return not _NOT_KANA.search(text)


def fold_reading(kana: str) -> str:
    """Kana as the Latin letters that all systems of romaji share, without spaces.

    >>> fold_reading("さいばー"), fold_reading("トウキョウ")
    ('saiba', 'tokyo')
    """
    return fold_romaji(romanize(to_hiragana(kana))).replace(" ", "")


def guess_readings(texts: Sequence[str]) -> list[str]:
    """How the dictionary reads each of *texts*, in katakana; a guess, and for names often a wrong one.

    >>> guess_readings(["内閣官房", "NCO"])
    ['ナイカクカンボウ', 'NCO']
    """
    whole = "\n".join(text.replace("\n", " ") for text in texts)
    readings = [""] * len(texts)
    ends = list(accumulate(len(text) + 1 for text in texts))
    for token in tokenize_ja(whole):
        readings[bisect_right(ends, token.span.start)] += token.reading or token.surface
    return readings


def _fold_lines(texts: Sequence[str]) -> list[str]:
    whole = "\n".join(texts)
    if whole.count("\n") >= len(texts) > 0:  # a term made in memory may have a line break
        whole = "\n".join(text.replace("\n", " ") for text in texts)
    whole = unicodedata.normalize("NFKC", whole).casefold()
    whole = _KATAKANA.sub(lambda match: to_hiragana(match.group()), whole)
    # Only Latin letters lose their accents: taken apart, が would become か.
    whole = _ACCENTED.sub(lambda match: unicodedata.normalize("NFD", match.group())[0], whole)
    return "".join(_KEPT.findall(whole)).split("\n") if texts else []
