"""People of an article whom the glossary does not know, in both languages."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from jaen.checks.subject import Subject
from jaen.claims.names import Name
from jaen.model import Bracket, BracketKind, Segment, Span, Token
from jaen.words.readings import fold_romaji, romaji_readings, romanize, to_katakana

__all__ = ["EnglishPerson", "JapanesePerson", "by_family", "english_people", "japanese_people"]

_MIDDLE = "・ 　"

_Reading = tuple[Span, Span]  # the words that a bracket stands behind, and what is in the bracket


@dataclass(frozen=True, slots=True)
class JapanesePerson:
    """A person with a Japanese name of a family and a given name.

    Attributes:
        family, given: in Latin letters, folded by `fold_romaji`.
        givens: every reading of the given name that would be right, `given` (the likeliest) among them.
        is_read: the article itself gives the reading; else they are the dictionary's.
    """

    name: Name
    segment: Segment
    family: str
    given: str
    givens: frozenset[str]
    is_read: bool


@dataclass(frozen=True, slots=True)
class EnglishPerson:
    """Two capitalized words that may be a person; `words` are folded by `fold_romaji`."""

    name: Name
    segment: Segment
    words: tuple[str, str]

    def of_family(self, families: Mapping[str, Sequence[JapanesePerson]]) -> list[JapanesePerson]:
        """The people of whom one of the two words is the family name."""
        return [person for word in dict.fromkeys(self.words) for person in families.get(word, ())]

    def given_beside(self, family: str) -> str:
        """The word that is not the family name."""
        return self.words[1] if self.words[0] == family else self.words[0]


def japanese_people(subject: Subject) -> tuple[JapanesePerson, ...]:
    """Each person once, where the name stands first; a person with a reading of the article, there."""
    found: dict[str, JapanesePerson] = {}
    for segment in subject.content:
        if segment.language == "ja":
            readings = _readings(segment)
            for name in _names(subject, segment, "person"):
                person = _japanese(name, segment, readings)
                if person and (person.is_read or name.text not in found):
                    found[name.text] = person
    return tuple(found.values())


def by_family(people: Sequence[JapanesePerson]) -> Mapping[str, Sequence[JapanesePerson]]:
    """The people of each family name, for `EnglishPerson.of_family`."""
    families: dict[str, list[JapanesePerson]] = defaultdict(list)
    for person in people:
        families[person.family].append(person)
    return families


def english_people(subject: Subject) -> tuple[EnglishPerson, ...]:
    """Every place where two capitalized words stand that may be a person."""
    found = []
    for segment in subject.content:
        if segment.language == "en":
            for name in _names(subject, segment, ""):
                words = fold_romaji(name.text).split()
                if len(words) == 2:
                    found.append(EnglishPerson(name, segment, (words[0], words[1])))
    return tuple(found)


def _names(subject: Subject, segment: Segment, kind: str) -> Iterator[Name]:
    return (name for name in subject.names_in(segment) if name.kind in (kind, "person") and not name.near)


def _japanese(name: Name, segment: Segment, readings: Sequence[_Reading]) -> JapanesePerson | None:
    first = bisect_left(segment.tokens, name.span.start, key=lambda token: token.span.start)
    last = bisect_right(segment.tokens, name.span.end, key=lambda token: token.span.end)
    tokens = segment.tokens[first:last]
    if len(tokens) < 2:
        return None
    read = _given_reading(segment, readings, name.span)
    family, given = read or _by_dictionary(tokens)
    if not family or not given:
        return None
    likeliest = fold_romaji(romanize(given))
    others = () if read else romaji_readings("".join(token.surface for token in tokens[1:]))
    return JapanesePerson(
        name, segment, fold_romaji(romanize(family)), likeliest, frozenset((likeliest, *others)), read is not None
    )


def _readings(segment: Segment) -> list[_Reading]:
    """What brackets give as the reading of the words before them, in text order."""
    return [
        (mark.base, mark.inner)
        for mark in segment.marks
        if isinstance(mark, Bracket) and mark.kind is BracketKind.READING and mark.base
    ]


def _given_reading(segment: Segment, readings: Sequence[_Reading], span: Span) -> tuple[str, str] | None:
    """Family and given name of 佐久間玲子(さくま・れいこ)."""
    for base, inner in islice(readings, bisect_right(readings, span.start, key=_base_end), None):
        if base.start >= span.end:
            break
        read = inner.shift(-segment.span.start).of(segment.text)
        for middle in _MIDDLE:
            first, found, second = read.partition(middle)
            if found:
                return to_katakana(first.strip()), to_katakana(second.strip())
    return None


def _base_end(reading: _Reading) -> int:
    return reading[0].end


def _by_dictionary(tokens: Sequence[Token]) -> tuple[str, str]:
    return tokens[0].reading or "", "".join(token.reading or "" for token in tokens[1:])
