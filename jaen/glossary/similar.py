"""Near duplicates: entries that may already say what a new one is to say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jaen.glossary.keys import Rank, TermKeys, fold, fold_reading, guess_readings, is_kana
from jaen.model import Concept, Term
from jaen.words.scripts import HAN

if TYPE_CHECKING:
    from jaen.glossary.glossary import Glossary

__all__ = ["Similar", "similar"]

# By language: likeness of folded spellings from which two terms may be one. With one letter wrong, all of 300 English
# names of government bodies and 0.98 of the Japanese ones are found; 300 names that are not there bring 0.3 (English)
# and 0.2 (Japanese) others each.
_ALIKE = {"en": 85, "ja": 80}
# A guess about a reading weighs less than what an entry says.
_FOUND, _READ, _ROMAJI, _PART, _GUESS = 98, 95, 90, 86, 85
_BETWEEN_NAMES = re.compile(r"[・＝\s]+")
_KANJI_NAME = re.compile(f"[{HAN}]+")


@dataclass(frozen=True, slots=True)
class Similar:
    """An entry that is near a new term.

    Attributes:
        concept: the entry.
        term: which of its terms is near.
        score: how near, 0 to 100.
        reason: `same` (but for width, case, spaces), `found` (the matcher takes the new term for this one), `kana` (read
            alike), `romaji` (read alike but for long vowels), `guess` (probably read alike), `part` (a part of
            a person's name), `spelling`.
        new: the new term.
    """

    concept: Concept
    term: Term
    score: float
    reason: str
    new: Term


def similar(glossary: "Glossary", terms: Sequence[Term]) -> tuple[Similar, ...]:
    """Entries of *glossary* that are near one of the new *terms*: one line for each entry, best first.

    The glossary is looked through once for each new term, never pair by pair.
    """
    best: dict[str, Similar] = {}
    for new in terms:
        for one in _near(glossary, new):
            if one.concept.id not in best or one.score > best[one.concept.id].score:
                best[one.concept.id] = one
    return tuple(sorted(best.values(), key=lambda one: (-one.score, one.concept.id)))


def _near(glossary: "Glossary", new: Term) -> Iterator[Similar]:
    keys = glossary.keys
    for number, score, reason in _by_keys(keys, new):
        concept, term = keys.concepts[number], keys.terms[number]
        if term.language == new.language:
            yield Similar(concept, term, score, reason, new)
    for mention in glossary.find(new.text):
        if mention.surface == new.text:
            yield Similar(mention.concept, mention.term, _FOUND, "found", new)


def _by_keys(keys: TermKeys, new: Term) -> Iterator[tuple[int, float, str]]:
    """Number of a term that is near, score and reason."""
    spelled = fold(new.text)
    for number, rank in keys.spelled.find(spelled) if spelled else ():
        if rank is Rank.WHOLE:
            is_text = fold(keys.terms[number].text) == spelled
            yield number, 100 if is_text else _READ, "same" if is_text else "kana"
        elif keys.concepts[number].category == "person" and _is_part(new.text, keys.terms[number].text):
            yield number, _PART, "part"
    for number, score in keys.spelled.alike(spelled, _ALIKE[new.language]):
        if score < 100:  # those that are the same came above
            yield number, score, "spelling"
    if new.language == "ja":
        yield from _by_reading(keys, new)


def _is_part(text: str, name: str) -> bool:
    """True for バイデン and Biden in the whole names, and for 高市 in 高市早苗; the part may need no entry of its own."""
    return text in _BETWEEN_NAMES.split(name) or (name.startswith(text) and bool(_KANJI_NAME.fullmatch(name)))


def _by_reading(keys: TermKeys, new: Term) -> Iterator[tuple[int, float, str]]:
    """Terms that are read like *new*."""
    is_known = bool(new.reading) or is_kana(new.text)
    reading = new.reading or (new.text if is_known else guess_readings([new.text])[0])
    folded, romaji = fold(reading), fold_reading(reading)
    looked_through = (
        (keys.spelled, folded, _READ, "kana"),
        (keys.romaji, romaji, _ROMAJI, "romaji"),
        (keys.guessed, folded, _GUESS, "guess"),
    )
    for lines, wanted, score, reason in looked_through:
        for number, rank in lines.find(wanted) if wanted else ():
            if rank is Rank.WHOLE:
                yield (number, score, reason) if is_known else (number, _GUESS, "guess")
