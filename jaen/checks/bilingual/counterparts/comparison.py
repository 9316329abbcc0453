"""Which names of two passages belong together, and which have no counterpart."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from jaen.checks.bilingual.counterparts.english import EnglishName, EnglishWords, english_names, is_foreign
from jaen.checks.bilingual.counterparts.japanese import JapaneseName, Sort, japanese_names, katakana_runs
from jaen.model import Passage, Span, Token
from jaen.words.common_words import english
from jaen.words.exonyms import english_exonyms, japanese_exonyms
from jaen.words.readings import fold_romaji, romaji_readings, romanize
from jaen.words.similarity import likeness
from jaen.words.tokens import dictionary_readings
from jaen.words.transliteration import name_similarity

__all__ = ["ALIKE", "Comparison", "Exchange", "OtherPart", "compare_names"]

ALIKE = 65.0
"""From here on a name in katakana is present.

Measured on the 403 runs of katakana with a name in UD PUD's first half: of 100 translations by people 92 are so much
alike (most others are countries, for which there is a list), of 100 other names 8 are.
"""
_A_LITTLE_ALIKE = 55.0  # 3 of 4 other names are less alike: it may be another spelling of the same name
_UNLIKE = 45.0  # below, two names are hardly the same: 2 of 100 are, every second other name is
_CLEARLY = 80.0  # nearly no other name is so much alike; asked of a word without a capital as well (web, iridium)
_MUCH_CLEARER = 10.0  # a word belongs to the name that is so much more alike
_FOR_A_PART = 5.0  # more is asked of one word of a name, which has several chances
_SURELY = 100.0  # by reading, by the list or letter by letter
_SOMEWHERE = -1  # the number of a word that is no name: nothing is missing, and nothing claimed
_READS_ALIKE = 80.0  # Takata for タカダ
_PARTS = re.compile(r"[\W_]+")
_AFFRICATES = re.compile("ts|z")
_VOICED = str.maketrans("gdbpf", "kthhh")
_MOST = 60  # names of one passage; what has more is a list, and no sentence
# What English adds to the name of a place or a people: Macedonian, Danish, Floridians.
_ENDINGS = ("s", "ns", "n", "an", "ans", "ian", "ians", "ish", "ic", "er", "ers", "ese")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A Japanese name for which the English passage has another one.

    Attributes:
        is_alike: the two sound a little alike, so that it may only be another spelling.
    """

    japanese: JapaneseName
    english: EnglishName
    is_alike: bool


@dataclass(frozen=True, slots=True)
class OtherPart:
    """A person of whose family and given name one is right, with another that the Japanese one is not read as.

    Attributes:
        part: the Japanese one.
        read: how the dictionary reads it; a guess.
        is_family: it is the family name, whose readings the dictionary knows better than those of given names.
    """

    japanese: JapaneseName
    english: EnglishName
    part: str
    read: str
    is_family: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Names without a counterpart; each is in one field only.

    Attributes:
        japanese, english: those that are sure to be names, and should have one.
    """

    exchanges: tuple[Exchange, ...] = ()
    parts: tuple[OtherPart, ...] = ()
    japanese: tuple[JapaneseName, ...] = ()
    english: tuple[EnglishName, ...] = ()


class _Found(NamedTuple):
    """A Japanese name with the numbers of the words that say it, none where it is missing, and how alike they are."""

    name: JapaneseName
    numbers: frozenset[int]
    score: float


def compare_names(japanese: Passage, english: Passage) -> Comparison:
    """The names of a passage in both languages, compared; those that a mention covers are left to the glossary.

    Nothing is said of a passage with more than 60 names.
    """
    words = EnglishWords(english)
    all_here, all_there = japanese_names(japanese), english_names(english, words)
    if max(len(all_here), len(all_there)) > _MOST:
        return Comparison()
    here = [name for name in all_here if not _covered(name.span, japanese)]
    there = [name for name in all_there if not _covered(name.span, english)]
    found = _found(here, words)
    claimed = {number for one in found for number in one.numbers}
    sources = _Sources(japanese)
    missing = [one.name for one in found if not one.numbers]
    unknown = [name for name in there if claimed.isdisjoint(name.words) and not sources.have(name, words)]
    pairs = list(_exchanged(missing, [name for name in unknown if name.may_be]))
    lost = [name for name in missing if all(name is not pair.japanese for pair in pairs)]
    added = [name for name in unknown if all(name is not pair.english for pair in pairs)]
    return Comparison(
        exchanges=tuple(pairs),
        parts=tuple(_other_parts(found, there, words)),
        japanese=tuple(name for name in lost if name.is_sure),
        # A Japanese name without a counterpart may be the English one in another spelling.
        english=() if lost or sources.have_more(words) else tuple(name for name in added if name.is_sure),
    )


def _exchanged(japanese: Sequence[JapaneseName], english: Sequence[EnglishName]) -> Iterator[Exchange]:
    """Missing names and unknown ones, each with the first that may stand for it, in text order.

    A name that is not sure to be one, or that a country stands for, must be clearly another.
    """
    left = list(english)
    for name in sorted(japanese, key=lambda name: not name.is_sure):
        for other in left:
            if _is_other(name, other):
                left.remove(other)
                yield Exchange(name, other, _likeness(name, other) >= _A_LITTLE_ALIKE)
                break


def _is_other(name: JapaneseName, other: EnglishName) -> bool:
    """Whether the two are of one sort, and clearly not the same where one of them is not sure to be a name."""
    if (name.sort is Sort.EXONYM) != bool(japanese_exonyms(other.text)):
        return False
    if name.is_sure and other.is_sure:
        return True
    return name.sort in (Sort.SOUND, Sort.EXONYM) and _likeness(name, other) < _UNLIKE


def _likeness(name: JapaneseName, other: EnglishName) -> float:
    """How alike any parts of the two sound; 0 for kanji, whose readings were compared before."""
    if name.sort is not Sort.SOUND:
        return 0.0
    return max(_sound(part, word) for part in name.parts for word in (other.text, *other.text.split()))


def _covered(span: Span, passage: Passage) -> bool:
    return any(mention.span.overlaps(span) for mention in passage.mentions)


# --- a Japanese name in the English words -----------------------------------------------------------------------------


def _found(names: Sequence[JapaneseName], words: EnglishWords) -> list[_Found]:
    """Each name with the words that say it.

    A word that says one name clearly says no other one by chance: Palermo is パレルモ, and パルマ is missing beside it.
    """
    found = [_find(name, words, frozenset()) for name in names]
    best: dict[int, float] = defaultdict(float)
    for one in found:
        for number in one.numbers:
            best[number] = max(best[number], one.score)
    for at, one in enumerate(found):
        taken = frozenset(number for number in one.numbers if best[number] >= max(_CLEARLY, one.score + _MUCH_CLEARER))
        if taken:
            found[at] = _find(one.name, words, taken)
    return found


def _find(name: JapaneseName, words: EnglishWords, taken: frozenset[int]) -> _Found:
    """The words that say *name*; those in *taken* say another one, and are not looked at."""
    match name.sort:
        case Sort.EXONYM:
            said = frozenset(at for other in english_exonyms(name.text) for at in words.find(other))
            return _Found(name, said, _SURELY) if said else _by_sound(name, words, taken, _CLEARLY)
        case Sort.LETTERS:
            return _Found(name, _by_letters(name.text, words), _SURELY)
        case Sort.SOUND:
            heard = _by_sound(name, words, taken, ALIKE)
            return heard if heard.numbers else _Found(name, _by_initials(name, words), _SURELY)
        case _:
            said = frozenset(at for part in name.parts for at in _by_reading(part, words))
            return _Found(name, said, _SURELY)


def _by_sound(name: JapaneseName, words: EnglishWords, taken: frozenset[int], at_least: float) -> _Found:
    found: set[int] = set()
    best = 0.0
    for kana in dict.fromkeys((name.text, *name.parts)):
        scored = ((_sound(kana, text), numbers) for text, numbers in words.groups if taken.isdisjoint(numbers))
        score, numbers = max(scored, default=(0.0, range(0)), key=_first)
        # One of several parts is like another name by chance more often than a whole name is.
        if score >= at_least + (_FOR_A_PART if kana != name.text else 0):
            best = max(best, score)
            found.update(numbers)
    if not found and any(name_similarity(name.text, word) >= _CLEARLY for word in words.common):
        return _Found(name, frozenset({_SOMEWHERE}), 0)
    return _Found(name, frozenset(found), best)


def _by_initials(name: JapaneseName, words: EnglishWords) -> frozenset[int]:
    """Words of as many capitals as the name has parts: GBC for グランド・ブリッジ・カンパニー."""
    size = len(name.parts)
    return frozenset(at for at, word in enumerate(words.words) if size == len(word) > 2 and word.isupper())


def _first(scored: tuple[float, range]) -> float:
    return scored[0]


@lru_cache(maxsize=16384)
def _sound(kana: str, latin: str) -> float:
    """How alike two names sound, where the English one may have the ending of a people or an adjective."""
    score = name_similarity(kana, latin)
    if score >= ALIKE:
        return score
    stems = [latin[: -len(end)] for end in _ENDINGS if latin.endswith(end) and len(latin) - len(end) > 3]
    return max((score, *(name_similarity(kana, stem) for stem in stems)))


def _by_reading(kanji: str, words: EnglishWords) -> frozenset[int]:
    return frozenset(
        number for romaji, number in words.romaji for read in romaji_readings(kanji) if _reads(read, romaji)
    )


def _other_half(name: range, right: frozenset[int], *, is_family: bool) -> int | None:
    """The word that stands where the half of a name belongs whose other half is at *right*: behind a given name, else before."""
    steps = (1, -1) if is_family else (-1, 1)
    return next((at + step for step in steps for at in sorted(right) if at in name and at + step in name), None)


def _is_other_name(word: str, part: str) -> bool:
    """Whether *word* can be a name, and none that *part* is read as: not the Starter of Starter Daisuke Nishi."""
    is_heard = name_similarity(part, word) >= ALIKE  # デニー is Denny
    return is_foreign(word) and not is_heard and fold_romaji(word) not in romaji_readings(part)


def _by_close_reading(family: str, words: EnglishWords) -> frozenset[int]:
    """The words that say a family name but for voicing, Takata for タカダ: Konishi is another name than 大西."""
    wanted = {_unvoiced(read) for read in romaji_readings(family)}
    if family.startswith("小"):  # Ozawa and Kozawa, whatever the dictionary has
        wanted |= {read.removeprefix("k") if read.startswith("ko") else f"k{read}" for read in wanted}
    return frozenset(number for romaji, number in words.romaji if _unvoiced(romaji) in wanted)


def _unvoiced(romaji: str) -> str:
    """A key under which Nakata and Nakada, Nakashima and Nakajima agree."""
    return _AFFRICATES.sub("s", romaji.replace("j", "sh").replace("ch", "sh")).translate(_VOICED)


def _reads(read: str, romaji: str) -> bool:
    return read == romaji or (min(len(read), len(romaji)) > 3 and likeness(read, romaji) >= _READS_ALIKE)


def _by_letters(text: str, words: EnglishWords) -> frozenset[int]:
    """A name in Latin letters: itself, in the plural, parted otherwise, or what its letters stand for."""
    wanted = {part.casefold() for part in _PARTS.split(text)}
    found = {at for at, word in enumerate(words.words) if wanted & {word.casefold(), word.casefold().removesuffix("s")}}
    joined = _PARTS.sub("", text).casefold()
    for group, numbers in words.groups:
        if len(group) > 3 and _PARTS.sub("", group).casefold() in joined:
            found.update(numbers)
    if found or not text.isupper():
        return frozenset(found)
    initials = "".join(word[0] for word in words.words).casefold()
    at = initials.find(text.casefold())
    return frozenset(range(at, at + len(text))) if at >= 0 else frozenset()


# --- an English name in the Japanese words ----------------------------------------------------------------------------


class _Sources:
    """What a Japanese passage has that an English name may come from."""

    def __init__(self, passage: Passage) -> None:
        self._text = "".join(segment.text for segment in passage.segments)
        runs = islice(dict.fromkeys(katakana_runs(passage)), 2 * _MOST)
        self._kana = {kana: ALIKE + (_FOR_A_PART if is_part else 0) for kana, is_part in runs}
        tokens = [token for segment in passage.segments for token in segment.tokens]
        self._tokens = tokens
        self._meanings = frozenset(word.lower() for token in tokens for word in (english(token) or "").split())
        self._romaji = frozenset(_read_together(tokens))
        # 福岡市, for the glossary one word, is the Fukuoka of "Fukuoka City".
        concepts = {one.concept.id: one.concept for one in passage.mentions if one.concept.category == "place"}
        terms = [concept.terms for concept in concepts.values()]
        self._named = frozenset(
            word for all_ in terms for term in all_ if term.language == "en" for word in term.text.split()
        )

    def have(self, name: EnglishName, words: EnglishWords) -> bool:
        """Whether any word of *name* can come from the passage; of a name with foreign words, any of those."""
        own = [words.words[number] for number in name.words]
        exonyms = [*japanese_exonyms(name.text), *(other for word in own for other in japanese_exonyms(word))]
        if any(other in self._text for other in exonyms):
            return True
        foreign = [word for word in own if is_foreign(word)]
        return any(map(self._have_word, (*(foreign or own), "".join(own)))) if foreign or not exonyms else False

    def _have_word(self, word: str) -> bool:
        if (
            word in self._named
            or word.lower() in self._meanings
            or (len(word) > 1 and word.casefold() in self._text.casefold())
        ):
            return True
        return fold_romaji(word) in self._romaji or any(
            _sound(kana, word) >= at_least for kana, at_least in self._kana.items()
        )

    def have_more(self, words: EnglishWords) -> bool:
        """Whether the passage has a name in kanji that English may say in a way of its own (習近平)."""
        said = [other for word in words.words for other in japanese_exonyms(word) if other in self._text]
        return any(
            token.xpos.startswith("名詞-固有名詞")
            and not token.surface.isascii()
            and not token.concept_id
            and not any(token.surface in other for other in (*said, *self._kana))
            and not any(words.find(other) for other in english_exonyms(token.surface))
            and not _by_reading(token.surface, words)
            for token in self._tokens
        )


def _read_together(tokens: Sequence[Token]) -> Iterator[str]:
    """Readings of one to three words side by side, folded: 浅|草 is Asakusa wherever the dictionary parts it."""
    for first in range(len(tokens)):
        kana = ""
        for token in tokens[first : first + 3]:
            if not token.reading:
                break
            kana += token.reading
            yield fold_romaji(romanize(kana))


# --- half a name -----------------------------------------------------------------------------------------------------


def _other_parts(
    found: Sequence[_Found],
    names: Sequence[EnglishName],
    words: EnglishWords,
) -> Iterator[OtherPart]:
    """People of whose name one half stands beside another half that no reading of theirs gives: Emi Kurihara for 倉田恵美."""
    for name, numbers, _score in found:
        if name.sort is not Sort.PERSON or len(name.parts) < 2 or not numbers:
            continue
        beside = next((one for one in names if len(one.words) > 1 and not numbers.isdisjoint(one.words)), None)
        said = [_by_close_reading(name.parts[0], words), _by_reading(name.parts[1], words)]
        if beside is None or bool(said[0]) == bool(said[1]):
            continue
        right, is_family = (said[1], True) if said[1] else (said[0], False)
        part = name.parts[0 if is_family else 1]
        readings = dictionary_readings(part)
        other = _other_half(beside.words, right, is_family=is_family)
        if readings and other is not None and _is_other_name(words.words[other], part):
            yield OtherPart(name, beside, part, romanize(readings[0]).title(), is_family)
