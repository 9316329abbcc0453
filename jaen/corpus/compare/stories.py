"""Which articles tell one story, in one language or in two: they share names, and numbers, days and words with them."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jaen.corpus.compare.digest import Digest
from jaen.model.comparison import ComparedArticle, Evidence, Place, Story, StoryLink
from jaen.text.numbers import units_agree

__all__ = ["find_stories"]

_THIN = 9.0  # sum of weights below which nothing is said
_NAMES = 2  # names of the same people, bodies, products … that two articles must share at least
_SHARE = 0.15  # of what the poorer article says, that the other must say, too
_DAYS = 31  # between the days of two articles; the bank drill of the year after is another story
_CROWD = 60  # articles that share something, from which it is no reason to compare them all with one another
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
    "term": (0.45, 0.10),
    "place": (0.2, 0.20),
    "number": (0.6, 0.02),
    "small number": (0.4, 0.10),
    "date": (0.4, 0.05),
    "quotation": (2.0, 0.01),
}
_NAMED = frozenset({"person", "product", "event", "law", "organization", "name", "quotation"})
_EXPECTED = 100  # articles that these parts are taken of


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
    digests = [digest for digest in digests if digest.row.id not in original_of]
    facts = [{(fact.kind, fact.value): fact for fact in _facts(digest)} for digest in digests]
    weights = _weights(facts)
    links: dict[tuple[int, int], StoryLink] = {}
    for first, second in _candidates(facts):
        link = _link(digests, facts, weights, (first, second))
        if link:
            links[first, second] = link
    return tuple(sorted(_stories(digests, links, copies), key=lambda story: (-len(story.articles), story.articles)))


def _facts(digest: Digest) -> Iterator[_Fact]:
    for one in digest.named.values():
        kind = "concept" if one.value in digest.labels else "name"
        sort = one.category if one.category in _KINDS else "term"
        yield _Fact(kind, one.value, one.label, sort, one.place, is_central=one.is_central)
    for (value, unit), place in digest.numbers.items():
        shown = f"{value:f}"
        yield _Fact(
            "number", shown, f"{shown} {unit}".strip(), "number" if value >= _SMALL else "small number", place, unit
        )
    for dated in digest.dates:
        first, last = dated.mark.first, dated.mark.last
        if first and first == last and first != digest.row.day and not dated.place.is_machine:
            yield _Fact("date", first.isoformat(), first.isoformat(), "date", dated.place)
    for key, place in digest.spoken.items():
        yield _Fact("quotation", key, f"“{place.text}”", "quotation", place)


def _weights(facts: Sequence[Mapping[tuple[str, str], _Fact]]) -> dict[tuple[str, str], float]:
    """Fact → how much it says that two articles share it: inverse document frequency (Spärck Jones 1972) by its sort."""
    counts = Counter(key for found in facts for key in found)
    sorts = {key: fact.sort for found in facts for key, fact in found.items()}
    total = len(facts) + _EXPECTED
    weights = {}
    for key, count in counts.items():
        factor, part = _KINDS[sorts[key]]
        weights[key] = factor * math.log(total / (count + part * _EXPECTED))
    return weights


def _candidates(facts: Sequence[Mapping[tuple[str, str], _Fact]]) -> list[tuple[int, int]]:
    """Pairs that share at least two things, not counting what a crowd shares."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, found in enumerate(facts):
        for key in found:
            index[key].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in index.values():
        if 1 < len(numbers) <= _CROWD:
            shared.update((one, other) for at, one in enumerate(numbers) for other in numbers[at + 1 :])
    return sorted(pair for pair, count in shared.items() if count > 1)


def _link(
    digests: Sequence[Digest],
    facts: Sequence[Mapping[tuple[str, str], _Fact]],
    weights: Mapping[tuple[str, str], float],
    pair: tuple[int, int],
) -> StoryLink | None:
    """The two articles as one story with the reasons; None where these are thin."""
    first, second = (digests[number].row for number in pair)
    if first.day and second.day and abs((first.day - second.day).days) > _DAYS:
        return None
    ours, theirs = (facts[number] for number in pair)
    both = [key for key in ours if key in theirs and _is_same(ours[key], theirs[key])]
    weight = {
        key: weights[key] * _PASSING ** ((not ours[key].is_central) + (not theirs[key].is_central)) for key in both
    }
    score = sum(weight.values())
    poorer = min(sum(weights[key] for key in found) for found in (ours, theirs))
    names = sum(ours[key].sort in _NAMED for key in both)
    if score < _THIN or names < _NAMES or score < _SHARE * poorer:
        return None
    evidence = [
        Evidence(
            kind=ours[key].kind,
            value=ours[key].value,
            label=ours[key].label,
            weight=round(weight[key], 2),
            first=ours[key].place,
            second=theirs[key].place,
        )
        for key in sorted(both, key=lambda key: (-weight[key], key))
    ]
    return StoryLink(first=first.id, second=second.id, score=round(score, 2), evidence=tuple(evidence))


def _is_same(first: _Fact, second: _Fact) -> bool:
    """150 organizations are no 150 yen."""
    return first.kind != "number" or units_agree(first.unit, second.unit)


def _stories(
    digests: Sequence[Digest],
    links: Mapping[tuple[int, int], StoryLink],
    copies: Mapping[str, Sequence[ComparedArticle]],
) -> Iterator[Story]:
    """Groups of linked articles, joined from the strongest link on, as long as at least half of their pairs are linked.

    A chain (A with B, B with C …) does not make one story of all that a desk wrote in a month.
    """
    groups = {number: [number] for pair in links for number in pair}
    home = {number: number for number in groups}
    between: dict[int, Counter[int]] = defaultdict(Counter)
    for first, second in links:
        between[first][second] += 1
        between[second][first] += 1
    for first, second in sorted(links, key=lambda pair: (-links[pair].score, pair)):
        one, other = sorted((home[first], home[second]), key=lambda number: (-len(groups[number]), number))
        if one != other and between[one][other] * 2 >= len(groups[one]) * len(groups[other]):
            for number in groups[other]:
                home[number] = one
            groups[one] += groups.pop(other)
            for third, count in between.pop(other).items():
                del between[third][other]
                if third != one:
                    between[one][third] += count
                    between[third][one] += count
    told: dict[int, list[StoryLink]] = defaultdict(list)
    for (first, second), link in links.items():
        if home[first] == home[second]:
            told[home[first]].append(link)
    for number, own in told.items():
        rows = [digests[one].row for one in groups[number]]
        yield _story([*rows, *(copy for row in rows for copy in copies.get(row.id, ()))], own)


def _story(articles: Iterable[ComparedArticle], links: Iterable[StoryLink]) -> Story:
    rows = sorted(articles, key=lambda row: (row.day or date.max, row.id))
    return Story(
        articles=tuple(row.id for row in rows),
        languages=tuple(sorted({row.language for row in rows})),
        links=tuple(sorted(links, key=lambda link: (-link.score, link.first, link.second))),
    )
