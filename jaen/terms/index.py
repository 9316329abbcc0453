"""Terms to the strings that are searched for, each with the term it stands for."""

import re
import struct
import zlib
from array import array
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple, Self
from unicodedata import is_normalized

from jaen.model import Concept, Term
from jaen.terms.automaton import Automaton
from jaen.terms.folding import KANA, fold_key
from jaen.text.normalize import normalize
from jaen.words.english import inflections
from jaen.words.scripts import HAN, HIRAGANA

_SEPARATOR = re.compile(f"(?<=[{KANA}])[・=＝゠ \u3000](?=[{KANA}])")
_OKURIGANA = re.compile(f"(?<=[{HAN}])[{HIRAGANA}]{{1,3}}(?=[{HAN}{KANA}]|$)")
_PARTICLE = re.compile("[のをがは]")
_KANJI = re.compile(f"[{HAN}]")
_LETTER = re.compile("[a-z]")
_HEADER = struct.Struct("<8sIQQ")  # magic, CRC-32 of the rest, number of concepts, bytes of the table
_MAGIC = b"jaenidx3"


class How(IntEnum):
    """What a searched string is to its term."""

    TEXT = 0  # the term, folded
    OKURIGANA = 1  # its kanji alone: 取組 for 取り組み; counts only with the same reading
    PLURAL = 2  # a form that does not begin with the term: agencies
    INFLECTED = 3  # nothing: a verb or an adjective


_HOW = tuple(How)


class Hit(NamedTuple):
    """A pattern found at [start, end) of a folded text."""

    start: int
    end: int
    concept: Concept
    term: Term
    how: How


class Index:
    """Every noun term of a glossary in one automaton.

    Args:
        concepts: the concepts in the glossary's order.
        table: three numbers per pattern: concept, term of the concept, `How`; after the patterns the verbs and
            adjectives, which have none.
        automaton: finds the patterns by their numbers.
    """

    def __init__(self, concepts: Sequence[Concept], table: "array[int]", automaton: Automaton) -> None:
        self._concepts = concepts
        self._table = table
        self._automaton = automaton

    @classmethod
    def build(cls, concepts: Sequence[Concept]) -> Self:
        """Index the terms."""
        strings: list[str] = []
        table, inflected = array("I"), array("I")
        for concept_number, concept in enumerate(concepts):
            for term_number, term in enumerate(concept.terms):
                if term.pos == "noun":
                    for string, how in _strings(term):
                        strings.append(string)
                        table.extend((concept_number, term_number, how))
                else:
                    inflected.extend((concept_number, term_number, How.INFLECTED))
        return cls(concepts, table + inflected, Automaton(strings))

    def find(self, folded: str) -> Iterator[Hit]:
        """Every term that *folded* spells anywhere, overlapping ones too."""
        table = self._table
        for start, end, number in self._automaton.find(folded):
            concept = self._concepts[table[3 * number]]
            yield Hit(start, end, concept, concept.terms[table[3 * number + 1]], _HOW[table[3 * number + 2]])

    def inflected(self) -> Iterator[tuple[Concept, Term]]:
        """The verbs and adjectives, which are looked for by their words (see `jaen.terms.inflection`)."""
        for at in range(len(self._table) - 3, -1, -3):
            if self._table[at + 2] != How.INFLECTED:
                return
            concept = self._concepts[self._table[at]]
            yield concept, concept.terms[self._table[at + 1]]

    def to_bytes(self) -> bytes:
        """The index without its concepts, for `from_bytes`."""
        table = self._table.tobytes()
        body = table + self._automaton.to_bytes()
        return _HEADER.pack(_MAGIC, zlib.crc32(body), len(self._concepts), len(table)) + body

    @classmethod
    def from_bytes(cls, data: bytes, concepts: Sequence[Concept]) -> Self:
        """What `to_bytes` gave, for the same concepts in the same order, without building it again.

        Raises:
            ValueError: the bytes are damaged, of another version or for other concepts.
        """
        if len(data) < _HEADER.size:
            raise ValueError("the stored index of terms is cut short; build it again")
        magic, checksum, count, length = _HEADER.unpack_from(data)
        body = memoryview(data)[_HEADER.size :]
        if magic != _MAGIC or zlib.crc32(body) != checksum or count != len(concepts):
            raise ValueError("the stored index of terms is damaged or of another glossary; build it again")
        table = array("I")
        table.frombytes(body[:length])
        return cls(concepts, table, Automaton.from_bytes(bytes(body[length:])))


def _strings(term: Term) -> Iterator[tuple[str, How]]:
    folded = fold_key(term.text)
    if not folded:
        return  # nothing but what nobody sees: a zero-width space
    yield folded, How.TEXT
    if not is_normalized("NFKC", term.text):
        usual = fold_key(normalize(term.text).text)  # a text's Ⅳ and ㈱ are IV and (株) before terms are looked for
        if usual != folded:
            yield usual, How.TEXT
    if "ー" in term.text and _SEPARATOR.search(term.text):
        whole = fold_key(_SEPARATOR.sub("", term.text))  # コンピューターウイルス keeps the first ー
        if whole != folded:
            yield whole, How.TEXT
    if term.language == "ja":
        kanji = without_okurigana(folded)
        if kanji != folded:
            yield kanji, How.OKURIGANA
    elif _LETTER.match(folded[-1]):
        for form in inflections(folded):
            if not form.startswith(folded) and "'" not in form:
                yield form, How.PLURAL


def without_okurigana(text: str) -> str:
    """*text* without the hiragana that ends its kanji words, when at least two kanji are left.

    >>> without_okurigana("取り組み"), without_okurigana("国の機関"), without_okurigana("申し込み")
    ('取組', '国の機関', '申込')
    """
    short = _OKURIGANA.sub(lambda match: match[0] if _PARTICLE.search(match[0]) else "", text)
    return short if len(_KANJI.findall(short)) >= 2 else text
