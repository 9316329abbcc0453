"""Which articles tell one story, in one language or in two: they share names, and numbers, days and words with them."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from jaen.corpus.compare.digest import Digest
from jaen.corpus.compare.grouping import Pairing, grouped
from jaen.model.comparison import ComparedArticle, Evidence, Place, Story, StoryLink
from jaen.text.numbers import units_agree
from jaen.words.transliteration import THRESHOLD, name_similarity

__all__ = ["find_stories"]

_THIN = 9.0  # sum of weights below which nothing is said
_NAMES = 2  # names, numbers, days and quotations that two articles must share at least; terms alone are no story
_SHARE = 0.15  # of what the poorer article says, that the other must say, too
_DAYS = 31  # between the days of two articles; the bank drill of the year after is another story
_SMALL_BATCH = 300  # articles, up to which every pair is looked at that shares anything
_CROWD = 60  # articles that share something, from which that is no reason to look at all their pairs in a larger batch
_LINKS = 8  # of each article, that are kept
_PASSING = 0.5  # what names count for that an article has in passing, once for either article
_SMALL = 100

# How much the two articles' sharing something says (1: a person, whom few stories have), and in what part of all
# articles of a news desk one expects it anyway: a batch of five has no rare words yet.
_KINDS = {
    "person": (1.0, 0.01),
    "product": (1.0, 0.01),
    "event": (1.0, 0.01),
    "law": (1.0, 0.01),
    "organization": (0.8, 0.03),
    "role": (0.5, 0.03),
    "name": (0.5, 0.02),
    "sound": (0.5, 0.02),
    "term": (0.45, 0.10),
    "place": (0.2, 0.20),
    "number": (0.6, 0.02),
    "small number": (0.4, 0.10),
    "date": (0.4, 0.05),
    "quotation": (2.0, 0.01),
}
_NAMED = frozenset(
    {"person", "product", "event", "law", "organization", "name", "sound", "number", "date", "quotation"}
)
_EXPECTED = 100  # articles that these parts are taken of

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Fact:
    """Something that an article says and that another may say, too."""

    kind: str
    value: str
    label: str
    sort: str  # key of _KINDS
    place: Place
    unit: str = ""  # of a number
    is_central: bool = True


def find_stories(digests: Sequence[Digest], original_of: Mapping[str, str]) -> tuple[Story, ...]:
    """Stories that at least two articles tell which are no copies of each other, the largest first.

    Args:
        digests: of all articles.
        original_of: copy → original; a copy tells what its original tells.
    """
    copies: dict[str, list[ComparedArticle]] = defaultdict(list)
    for digest in digests:
        if digest.row.id in original_of:
            copies[original_of[digest.row.id]].append(digest.row)
    batch = _Batch([digest for digest in digests if digest.row.id not in original_of])
    scores = {pair: score for pair in batch.candidates() if (score := batch.score(pair))}
    stories = []
    for group in grouped(scores):
        own = [batch.rows[number] for number in group]
        rows = sorted([*own, *(copy for row in own for copy in copies[row.id])], key=_by_day)
        links = (batch.link(pair, scores[pair]) for pair in _strongest(group, scores))
        stories.append(
            Story(
                articles=tuple(row.id for row in rows),
                languages=tuple(sorted({row.language for row in rows})),
                links=tuple(sorted(links, key=lambda link: (-link.score, link.first, link.second))),
            )
        )
    return tuple(sorted(stories, key=lambda story: (-len(story.articles), story.articles)))


def _by_day(row: ComparedArticle) -> tuple[date, str]:
    return row.day or date.max, row.id


def _strongest(group: Sequence[int], scores: Mapping[Pairing, float]) -> set[Pairing]:
    """The links inside a group that are among the strongest of either article; 200 articles have 20,000 pairs."""
    chosen: set[Pairing] = set()
    for one in group:
        pairs = [(min(one, other), max(one, other)) for other in group if other != one]
        linked = sorted((pair for pair in pairs if pair in scores), key=lambda pair: (-scores[pair], pair))
        chosen.update(linked[:_LINKS])
    return chosen


class _Batch:
    """What the articles say, and how much it says that two of them say it.

    Attributes:
        rows: the articles.
        facts: of each article, by what makes two facts the same.
        weights: fact → inverse document frequency (Spärck Jones 1972), by its sort.
    """

    def __init__(self, digests: Sequence[Digest]) -> None:
        self.rows = [digest.row for digest in digests]
        self.facts = [{(fact.kind, fact.value): fact for fact in _facts(digest)} for digest in digests]
        self.weights = _weights(self.facts)
        # A name that a sound is found for is counted once, as a name.
        self._sums = [sum(self.weights[key] for key in found if key[0] != "sound") for found in self.facts]

    def candidates(self) -> list[Pairing]:
        """Pairs that share at least two things, in a large batch without what a crowd shares."""
        crowd = max(_CROWD, len(self.facts) if len(self.facts) <= _SMALL_BATCH else 0)
        index: dict[Key, list[int]] = defaultdict(list)
        for number, found in enumerate(self.facts):
            for key in found:
                index[key].append(number)
        shared: Counter[Pairing] = Counter()
        for numbers in index.values():
            if len(numbers) <= crowd:
                shared.update(combinations(numbers, 2))
        return sorted(pair for pair, count in shared.items() if count > 1)

    def score(self, pair: Pairing) -> float | None:
        """How much speaks for one story; None where that is thin."""
        first, second = (self.rows[number].day for number in pair)
        if first and second and abs((first - second).days) > _DAYS:
            return None
        shared = self._shared(pair)
        score = sum(shared.values())
        names = sum(self.facts[pair[0]][key].sort in _NAMED for key in shared)
        is_thin = score < _THIN or names < _NAMES or score < _SHARE * min(self._sums[number] for number in pair)
        return None if is_thin else score

    def _shared(self, pair: Pairing) -> dict[Key, float]:
        """What both articles say, with its weight; what an article has in passing weighs less."""
        ours, theirs = (self.facts[number] for number in pair)
        found = {}
        for key, fact in ours.items():
            other = theirs.get(key)
            if other and _is_same(fact, other):
                found[key] = self.weights[key] * _PASSING ** ((not fact.is_central) + (not other.is_central))
        return found

    def link(self, pair: Pairing, score: float) -> StoryLink:
        """The two articles with all evidence."""
        ours, theirs = (self.facts[number] for number in pair)
        first, second = (self.rows[number].id for number in pair)
        shared = sorted(self._shared(pair).items(), key=lambda item: (-item[1], item[0]))
        evidence = (
            Evidence(
                kind="name" if ours[key].kind == "sound" else ours[key].kind,
                value=_label(ours[key], theirs[key]) if ours[key].kind == "sound" else ours[key].value,
                label=_label(ours[key], theirs[key]),
                weight=round(weight, 2),
                first=ours[key].place,
                second=theirs[key].place,
            )
            for key, weight in shared
        )
        return StoryLink(first=first, second=second, score=round(score, 2), evidence=tuple(evidence))


def _facts(digest: Digest) -> Iterator[_Fact]:
    for one in digest.named.values():
        kind = "concept" if one.value in digest.labels else "name"
        sort = one.category if one.category in _KINDS else "term"
        yield _Fact(kind, one.value, one.label, sort, one.place, is_central=one.is_central)
    for bones, place in digest.sounds.items():
        yield _Fact("sound", bones, place.text, "sound", place)
    for (value, unit), place in digest.numbers.items():
        shown = f"{value:f}"
        yield _Fact("number", shown, place.text, "number" if value >= _SMALL else "small number", place, unit)
    for dated in digest.dates:
        first, last = dated.mark.first, dated.mark.last
        if first and first == last and first != digest.row.day and not dated.place.is_machine:
            yield _Fact("date", first.isoformat(), first.isoformat(), "date", dated.place)
    for key, place in digest.spoken.items():
        yield _Fact("quotation", key, f"“{place.text}”", "quotation", place)


def _label(first: _Fact, second: _Fact) -> str:
    """For people; of names with the same sound, and of numbers, both: `アンソロピック = Anthropic`, `70億円 = 7 billion yen`."""
    if first.kind not in ("sound", "number"):
        return first.label
    return " = ".join(sorted(dict.fromkeys((first.label, second.label)), key=str.isascii))


def _is_same(first: _Fact, second: _Fact) -> bool:
    """150 companies are no 150 yen, and a name is the same by its sound in the other script only."""
    if first.kind == "number":
        return units_agree(first.unit, second.unit)
    if first.kind == "sound":
        kana, latin = sorted((first.label, second.label), key=str.isascii)
        return not kana.isascii() and latin.isascii() and name_similarity(kana, latin) >= THRESHOLD
    return True


def _weights(facts: Sequence[Mapping[Key, _Fact]]) -> dict[Key, float]:
    counts = Counter(key for found in facts for key in found)
    sorts = {key: fact.sort for found in facts for key, fact in found.items()}
    total = len(facts) + _EXPECTED
    weights = {}
    for key, count in counts.items():
        factor, part = _KINDS[sorts[key]]
        weights[key] = factor * math.log(total / (count + part * _EXPECTED))
    return weights
