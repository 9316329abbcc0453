"""Names in English, and the words of a passage in which a Japanese name is looked for."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from jaen.model import Passage, Segment, Span
from jaen.terms.names import capitalized_names
from jaen.terms.names.lists import BODIES, CALENDAR, FORMS_OF_ADDRESS, GATHERINGS, NATIONS, PLACES, ROLES
from jaen.words.common_words import is_common_english
from jaen.words.english_forms import lemmas, plural
from jaen.words.exonyms import english_exonyms, japanese_exonyms
from jaen.words.readings import fold_romaji
from jaen.words.scripts import LATIN

__all__ = ["EnglishName", "EnglishWords", "english_names", "is_foreign"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = re.compile(f"[{LATIN}]+(?:['’][{LATIN}]+)*")
_POSSESSIVE = re.compile("['’]s?$")
_NO_NAME = frozenset().union(BODIES, GATHERINGS, PLACES, ROLES)
# Words of many names, which Japanese translates (自由民主党) and the list of common words does not have.
_COMMON = _words(
    """academic adventure age agricultural alcoholic alliance amateur amendment ancient annual artist associated atlantic
    awakening battle bay behaviour bible botanic botanical broadcasting bronze buddhist bureau byzantine cape
    capitol cathedral catholic celebrity census chapel christian cinema civic classic coast college colonial
    colony colour commons commonwealth communist congressional conservative consonant consumer continental corps
    cotton creek crown crusade czar dame dark dear defence democrat democratic desert diamond dragon duke dynasty
    eagle earth eastern eighties electoral elementary empire equator era evangelical federal festival fifties
    fisher forties foundation gallery garden ghost golden gospel gothic grand granite great gulf hall harbor
    harbour heritage holy horizon hospital independence indigenous industrial inquiry internet iron jazz judiciary
    jungle knight labour laureate legion lent liberal liberty licence lion lodge lord magazine maritime mars medal
    medieval metro metropolitan migration military modern monastery monument moon motion mount museum muslim
    mythology nazi neighborhood neighbour nineties ninety nobel northern numerous observatory occupation olympic
    orbit orchestra organisation orthodox pacific palace parade paralympic parish patriot peninsula philharmonic
    physician pilgrim pioneer polar pope prairie prime prize programme protestant province puritan pyramid raider
    railroad realm reformation regiment renaissance republic republican restoration revolution romantic royal
    sacred saint saints sanctuary seventies shire silver sixties socialist southern sovereign stadium statue stone
    sulphur sun superhero supreme survey temple tenth theater theatre theoretically thirties throne thunderstorm
    titan trade treaty tribune tropical twenties unfortunately uniform united universe upper valley vatican
    veteran victorian viking volcano war warrior web western wilderness zodiac zone"""
)
_MEASURES = _words("celsius fahrenheit hertz kelvin mach ohm pascal richter watt")  # 17度 is 17 degrees Celsius
# Long words that end so are English, whether a list has them or not: Environmental, Reconciliation. Fleming is shorter.
_ENGLISH_ENDING = re.compile("[a-z]{4,}(?:(?:al|ment|[st]ion|ness|ous|ive|ity|ship|ism)s?|al?ly|[^g]ings?)(?<=.{8})")
_LONGEST = 3  # words that a name in katakana is compared with at once: San Francisco, Notre Dame


@dataclass(frozen=True, slots=True)
class EnglishName:
    """A capitalized name.

    Attributes:
        span: in the article.
        words: numbers of its words in `EnglishWords`.
        may_be: a word in it is no English one, so that Japanese can only say it by its sound; or it is a country.
        is_sure: besides, it is no word that only opens a sentence, and no adjective.
    """

    span: Span
    text: str
    words: range
    may_be: bool
    is_sure: bool


class EnglishWords:
    """The words of an English passage.

    Attributes:
        words: without a possessive ending.
        spans: where they stand in the article.
    """

    def __init__(self, passage: Passage) -> None:
        self.words: list[str] = []
        self.spans: list[Span] = []
        for segment in passage.segments:
            for match in _WORD.finditer(segment.text):
                self.words.append(_POSSESSIVE.sub("", match[0]))
                self.spans.append(Span(*match.span()).shift(segment.span.start))

    @cached_property
    def groups(self) -> tuple[tuple[str, range], ...]:
        """What may be a name: words with a capital, one to three side by side, joined, with their numbers."""
        found = []
        for first in range(len(self.words)):
            for last in range(first, min(first + _LONGEST, len(self.words))):
                if self.words[last] == self.words[last].lower() or self.words[last] in CALENDAR:
                    break
                found.append(("".join(self.words[first : last + 1]), range(first, last + 1)))
        return tuple(found)

    @cached_property
    def common(self) -> frozenset[str]:
        """Words without a capital."""
        return frozenset(word for word in self.words if word == word.lower())

    @cached_property
    def romaji(self) -> tuple[tuple[str, int], ...]:
        """Words with a capital as readings are folded, with their numbers."""
        return tuple((fold_romaji(word), at) for at, word in enumerate(self.words) if word != word.lower())

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            places[word].append(at)
        return places

    def find(self, wanted: str) -> frozenset[int]:
        """Numbers of the words of *wanted* where they stand side by side; capitals count (US is not us)."""
        parts = _WORD.findall(wanted)
        found: set[int] = set()
        for at in self._places.get(parts[0], ()) if parts else ():
            if self.words[at : at + len(parts)] == parts:
                found.update(range(at, at + len(parts)))
        return frozenset(found)

    def within(self, span: Span) -> range:
        """Numbers of the words that *span* covers, in part or as a whole."""
        first = bisect_right(self.spans, span.start, key=lambda own: own.end)
        return range(first, max(first, bisect_left(self.spans, span.end, key=lambda own: own.start)))


def english_names(passage: Passage, words: EnglishWords) -> tuple[EnglishName, ...]:
    """The capitalized names of *passage*, without weekdays and forms of address, in text order."""
    found = [name for segment in passage.segments for name in _names(segment, words)]
    taken = {number for name in found for number in name.words}
    found += [name for name in _peoples(words) if taken.isdisjoint(name.words)]
    return tuple(sorted(found, key=lambda name: name.span))


def _names(segment: Segment, words: EnglishWords) -> Iterator[EnglishName]:
    nouns = {token.span.start for token in segment.tokens if token.upos == "PROPN"}
    for name in capitalized_names(segment):
        if name.role or name.text in CALENDAR or name.text in FORMS_OF_ADDRESS:
            continue
        inside = words.within(name.span)
        own = [words.words[at] for at in inside]
        if len(own) == 1 and not words.common.isdisjoint((own[0].lower(), plural(own[0].lower()))):
            continue  # Palm Sunday, where palms are spoken of
        is_listed = bool(japanese_exonyms(name.text))
        says_nothing = name.opens and len(own) < 2 and (name.span.start not in nouns or _is_compound(own[0]))
        is_sure = _is_country(name.text) if is_listed else any(map(is_foreign, own)) and not says_nothing
        may_be = is_listed or any(map(is_foreign, own))
        yield EnglishName(name.span, name.text, inside, may_be, is_sure)


def _is_compound(word: str) -> bool:
    """Whether two common words make *word*, as in Rainfall; where it opens a sentence, it may be no name."""
    key = word.lower()
    return any(is_common_english(key[:at]) and is_common_english(key[at:]) for at in range(3, len(key) - 2))


def _is_country(name: str) -> bool:
    """Whether *name* is what a country is called first (Germany), and not its people or adjective (German)."""
    return any(english_exonyms(japanese)[0] == name for japanese in japanese_exonyms(name))


def _peoples(words: EnglishWords) -> Iterator[EnglishName]:
    """Peoples and adjectives of countries, which are no names by themselves: Japanese companies."""
    for number, word in enumerate(words.words):
        if word != word.lower() and japanese_exonyms(word):
            yield EnglishName(words.spans[number], word, range(number, number + 1), may_be=True, is_sure=False)


def is_foreign(word: str) -> bool:
    """Whether *word* is no English one; letters that stand for words (GOP) are translated."""
    key = word.lower()
    if len(word) < 3 or word.isupper() or key in _NO_NAME or key in _MEASURES or word in NATIONS or word in CALENDAR:
        return False
    if _ENGLISH_ENDING.fullmatch(key):
        return False
    return _COMMON.isdisjoint(lemmas(word)) and not is_common_english(word)
