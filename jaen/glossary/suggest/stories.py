"""Which articles tell one story: those in different languages that share names and numbers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from jaen.glossary.suggest.candidates import Candidate, Candidates
from jaen.model import Number

__all__ = ["find_stories"]

_SHARED = 3  # names or numbers from which two articles tell one story
_COMMON = 20  # articles with a name, from which it is too common to say anything
_YEARS = range(1900, 2101)


def find_stories(candidates: Candidates, pairs: Iterable[tuple[Candidate, Candidate]]) -> dict[int, int]:
    """Article → number of its story, for articles that share at least three names or numbers with another.

    Names are written in Latin letters in both, or one of *pairs*; numbers are above ten and no years.

    Args:
        candidates: of all articles.
        pairs: names that are surely the same in both languages.
    """
    anchors: dict[str, set[int]] = defaultdict(set)
    for candidate in candidates.terms.values():
        if candidate.text.isascii() and len(candidate.text) > 1:
            anchors[candidate.key[1]] |= candidate.articles
    for japanese, english in pairs:
        anchors[english.key[1]] |= japanese.articles | english.articles
    for sentence in candidates.sentences:
        for mark in sentence.segment.marks:
            if isinstance(mark, Number) and mark.low > 10 and mark.low not in _YEARS:
                anchors[f"{mark.low.normalize()}"].add(sentence.article)
    return _joined(anchors, _languages(candidates))


def _languages(candidates: Candidates) -> dict[int, str]:
    """Article → the language most of its sentences are in."""
    japanese: dict[int, int] = defaultdict(int)
    for sentence in candidates.sentences:
        japanese[sentence.article] += 1 if sentence.segment.language == "ja" else -1
    return {article: "ja" if count > 0 else "en" for article, count in japanese.items()}


def _joined(anchors: Mapping[str, set[int]], languages: Mapping[int, str]) -> dict[int, int]:
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for articles in anchors.values():
        if len(articles) <= _COMMON:
            for japanese in (one for one in articles if languages[one] == "ja"):
                for english in (one for one in articles if languages[one] == "en"):
                    shared[japanese, english] += 1
    stories: dict[int, int] = {}
    for (japanese, english), count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if count >= _SHARED and not {japanese, english} <= stories.keys():
            story = stories.get(japanese, stories.get(english, japanese))
            stories[japanese] = stories[english] = story
    return stories


def units(candidates: Sequence[Candidate], stories: Mapping[int, int]) -> dict[int, set[int]]:
    """Story → numbers of the candidates that stand in it; an article without a story is its own."""
    found: dict[int, set[int]] = defaultdict(set)
    for number, candidate in enumerate(candidates):
        for article in candidate.articles:
            found[stories.get(article, article)].add(number)
    return found
