"""Pairs of names that sound alike: katakana by its sound, kanji names by their reading."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jaen.glossary.suggest.candidates import Candidate
from jaen.words.name_index import NameIndex
from jaen.words.readings import fold_romaji, romanize, to_katakana
from jaen.words.similarity import likeness
from jaen.words.transliteration import THRESHOLD, fold_katakana, name_similarity, skeleton

__all__ = ["SoundPair", "kanji_names", "sounding_alike"]

_CLEAR = 85.0  # alike enough for two names that no article has together
_LONG = 4  # consonants from which that is no chance
_FEW = 2  # consonants of a name that many others sound like
_SHORTEST = 3  # kana of a name; two sound like too much


@dataclass(frozen=True, slots=True)
class SoundPair:
    """A Japanese and an English candidate that sound alike."""

    japanese: Candidate
    english: Candidate
    kind: str
    strength: float
    detail: str


def sounding_alike(
    katakana: Iterable[Candidate], latin: Sequence[Candidate], stories: Mapping[int, int]
) -> Iterator[SoundPair]:
    """Names in katakana and in Latin letters that are each other's best match.

    Only names whose consonants differ in at most one place are compared, so the time grows with the number of names
    and not with its square.

    Args:
        katakana: runs of katakana.
        latin: words and runs of words of capitalised names.
        stories: article → the story it tells, for articles that tell one.
    """
    latin = sorted(latin, key=lambda candidate: -len(candidate.places))
    latin = [one for one in latin if (len(one.text) > 2 and not one.text[:2].isupper()) or len(one.text) > 4]
    index = NameIndex([one.text for one in latin])
    best_of_latin: dict[int, tuple[float, Candidate]] = {}
    best: list[tuple[Candidate, int, float]] = []
    for japanese in (one for one in katakana if len(one.text) >= _SHORTEST):
        ranked = [(_rank(japanese, latin[n], stories), n) for n in index.near(japanese.text)]
        ranked = [(rank, n) for rank, n in ranked if rank >= THRESHOLD]
        for rank, n in ranked:
            if n not in best_of_latin or rank > best_of_latin[n][0]:
                best_of_latin[n] = (rank, japanese)
        if ranked:
            rank, n = max(ranked, key=lambda one: (one[0], -one[1]))
            best.append((japanese, n, rank))
    for japanese, n, _ in best:
        if best_of_latin[n][1] is japanese and _is_clear(japanese, latin[n], stories):
            score = name_similarity(japanese.text, latin[n].text)
            detail = f"{japanese.text} ~ {latin[n].text}: {score:.0f}"
            yield SoundPair(japanese, latin[n], "sound", min(0.95, 0.5 + (score - 50) / 100), detail)


def _rank(japanese: Candidate, english: Candidate, stories: Mapping[int, int]) -> float:
    """How alike they sound; a story that has both, and as many parts, decide between equals."""
    score = name_similarity(japanese.text, english.text)
    parts = japanese.text.replace("＝", "・").count("・") == english.text.count(" ")
    return score + (2 if _share_story(japanese, english, stories) else 0) + (1 if parts else 0)


def _share_story(first: Candidate, second: Candidate, stories: Mapping[int, int]) -> bool:
    return not _told(first, stories).isdisjoint(_told(second, stories))


def _told(candidate: Candidate, stories: Mapping[int, int]) -> set[int]:
    return {stories.get(article, article) for article in candidate.articles}


def _is_clear(japanese: Candidate, english: Candidate, stories: Mapping[int, int]) -> bool:
    score = name_similarity(japanese.text, english.text)
    bones = len(skeleton(fold_katakana(japanese.text)))
    if _share_story(japanese, english, stories):
        return score >= (_CLEAR if bones <= _FEW else THRESHOLD)
    return score >= _CLEAR and bones >= _LONG


def kanji_names(
    japanese: Iterable[Candidate], english: Iterable[Candidate], readings: Mapping[str, str], stories: Mapping[int, int]
) -> Iterator[SoundPair]:
    """Japanese people's names that read like English ones, in either order of family and given name.

    Args:
        japanese: candidates that are people's names in full.
        english: names of two words.
        readings: kanji → kana that the articles give; where they give none, the dictionary's reading is a guess.
        stories: article → the story it tells.
    """
    by_word: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in english:
        words = candidate.text.split()
        if len(words) == 2:
            for word in words:
                by_word[fold_romaji(word)].append(candidate)
    for name in japanese:
        family, given = _parts(name, readings)
        found = [
            _compared(name, one, family, given, readings) for one in by_word.get(fold_romaji(romanize(family)), ())
        ]
        near = [pair for pair in found if pair.strength > 0.6 or _share_story(name, pair.english, stories)]
        if near:
            yield max(near, key=lambda pair: (pair.strength, len(pair.english.places)))


def _parts(name: Candidate, readings: Mapping[str, str]) -> tuple[str, str]:
    """Family and given name in kana."""
    family, given = name.tokens[0], name.tokens[1]
    read = readings.get(name.text, "")
    for mark in "・ 　":
        if mark in read:
            first, second = read.split(mark, 1)
            return to_katakana(first), to_katakana(second)
    return family.reading or family.surface, given.reading or given.surface


def _compared(name: Candidate, english: Candidate, family: str, given: str, readings: Mapping[str, str]) -> SoundPair:
    words = [fold_romaji(word) for word in english.text.split()]
    wanted = fold_romaji(romanize(family))
    other = words[0] if words[1] == wanted else words[1]
    alike = likeness(other, fold_romaji(romanize(given)))
    read = f"{romanize(family)} {romanize(given)}".title()
    source = "as the article reads it" if name.text in readings else "the dictionary's reading, a guess"
    detail = f"{name.text} reads {read} ({source})"
    if alike == 100:
        return SoundPair(name, english, "reading", 0.9, detail)
    return SoundPair(name, english, "reading", 0.7 if alike >= 60 else 0.5, f"{detail}; only the family name agrees")
