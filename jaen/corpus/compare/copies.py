"""Which articles are copies of others, found by the sentences that they share.

The smaller article's share of common sentences (its containment in the other) stays high when a site puts its own lines
around a text, where the resemblance of the whole (Broder 1997, MinHash) falls.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jaen.corpus.compare.digest import Digest, Sentence
from jaen.corpus.compare.direction import directed, inherited, originality
from jaen.model.comparison import Copy, CopyKind, Passed

__all__ = ["Copies", "find_copies"]

CONTAINS = 0.8
NEAR = 0.5
_COMMON = 25  # articles that are no copies of each other, from which a sentence they share tells nothing
_ENOUGH = 60  # cells of letters that must be shared: 30 kanji, a line of English
_PASSAGE = 3  # sentences that make a passage worth telling, where the articles are no copies
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Copies:
    """What was found.

    Attributes:
        copies: the fullest first.
        common: sentence → how many articles have it, of those that are no copies of each other; not looked at.
        original_of: copy → its original, for those that hold the same story: `exact`, `contains` and `near`.
    """

    copies: tuple[Copy, ...]
    common: Mapping[str, int]
    original_of: Mapping[str, str]


def find_copies(digests: Sequence[Digest]) -> Copies:
    """Copies among articles.

    The largest article comes first; what is contained in one seen before is its copy and not looked at any more, so
    that a story that 500 papers print costs 500 comparisons and not 125,000.
    """
    found = _Search(digests, frozenset())
    common = frozenset(key for key, articles in found.index.items() if len(articles) >= _COMMON)
    if common:
        found = _Search(digests, common)
    copies = sorted(_copies(digests, found), key=_fullest_first)
    texts = {one.key: one.place.sentence for digest in digests for one in digest.sentences if one.key in common}
    counts = Counter(key for digest in digests for key in {one.key for one in digest.sentences} & common)
    return Copies(
        copies=tuple(copies),
        common={texts[key]: counts[key] for key in sorted(common, key=lambda key: (-counts[key], key))},
        original_of=_originals(copies),
    )


class _Search:
    """One walk over all articles, the largest first.

    Attributes:
        keys: the sentences of each article, without common ones.
        index: sentence → the articles that have it and are no copies of others.
        holder: article → the one that contains it.
        others: pairs of articles that share less, but enough to look at.
    """

    def __init__(self, digests: Sequence[Digest], common: frozenset[str]) -> None:
        self.keys = [{one.key: one.cells for one in digest.sentences if one.key not in common} for digest in digests]
        self.index: dict[str, list[int]] = defaultdict(list)
        self.holder: dict[int, int] = {}
        self.others: list[tuple[int, int]] = []
        for number in sorted(range(len(digests)), key=lambda n: (-len(self.keys[n]), digests[n].row.id)):
            self._place(number)

    def _place(self, number: int) -> None:
        keys = self.keys[number]
        shared: Counter[int] = Counter()
        cells: Counter[int] = Counter()
        for key, length in keys.items():
            articles = self.index.get(key, ())
            if len(articles) < _COMMON:
                shared.update(articles)
                cells.update(dict.fromkeys(articles, length))
        enough = {other: count for other, count in shared.items() if cells[other] >= _ENOUGH}
        best = max(enough, key=lambda other: (enough[other], -other), default=None)
        if best is not None and enough[best] >= CONTAINS * len(keys):
            self.holder[number] = best
            return
        near = (other for other, count in enough.items() if count >= min(_PASSAGE, NEAR * len(keys)))
        self.others += [(other, number) for other in near]
        for key in keys:
            self.index[key].append(number)

    def containment(self, first: int, second: int) -> float:
        """Shared sentences over those of the smaller article."""
        smaller = min(len(self.keys[first]), len(self.keys[second]))
        return len(self.keys[first].keys() & self.keys[second].keys()) / smaller if smaller else 0.0


def _copies(digests: Sequence[Digest], found: _Search) -> Iterator[Copy]:
    """Each group of copies as pairs of its original and one other; then what is near, or shares a passage."""
    groups: dict[int, list[int]] = defaultdict(list)
    for number, holder in found.holder.items():
        groups[holder].append(number)
    originals = {
        holder: min((holder, *members), key=lambda number: originality(digests[number]))
        for holder, members in groups.items()
    }

    def hub(holder: int, number: int) -> int:
        """The original of the group; the article that contains it, where *number* is near to that only."""
        original = originals.get(holder, holder)
        return original if found.containment(original, number) >= NEAR else holder

    for holder, members in groups.items():
        for number in members:
            yield _copy(digests, found, holder if number == originals[holder] else hub(holder, number), number)
    for first, second in found.others:
        one = hub(first, second)
        copy = _copy(digests, found, one, hub(second, one))
        if copy.kind is not CopyKind.PARTIAL or (copy.passages and copy.passages[0].sentences >= _PASSAGE):
            yield copy


def _copy(digests: Sequence[Digest], found: _Search, *numbers: int) -> Copy:
    """The two articles *numbers* as one and its copy."""
    one, other = sorted(numbers, key=lambda number: digests[number].row.id)
    direction = directed(digests[one], digests[other])
    if direction.is_reversed:
        one, other = other, one
    first, second = found.keys[one], found.keys[other]
    both = first.keys() & second.keys()
    containment = found.containment(one, other)
    kind = _kind(containment, is_exact=first.keys() == second.keys())
    is_told = direction.evidence and kind is not CopyKind.PARTIAL
    return Copy(
        original=digests[one].row.id,
        copy=digests[other].row.id,
        kind=kind,
        is_directed=bool(direction.evidence),
        containment=round(containment, 4),
        shared=len(both),
        sizes=(len(first), len(second)),
        evidence=direction.evidence,
        inherited=inherited(digests[one], digests[other]) if is_told else (),
        passages=_passages(digests[one].sentences, digests[other].sentences, both),
    )


def _kind(containment: float, *, is_exact: bool) -> CopyKind:
    if is_exact:
        return CopyKind.EXACT
    if containment >= CONTAINS:
        return CopyKind.CONTAINS
    return CopyKind.NEAR if containment >= NEAR else CopyKind.PARTIAL


def _passages(first: Sequence[Sentence], second: Sequence[Sentence], both: Iterable[str]) -> tuple[Passed, ...]:
    """The longest stretches of the original that the copy has in the same order, sentence after sentence."""
    shared = frozenset(both)
    places: dict[str, Sentence] = {}
    for one in second:
        places.setdefault(one.key, one)
    found: list[Passed] = []
    run: list[Sentence] = []
    for one in first:
        follows = run and one.number == run[-1].number + 1 and places[run[-1].key].number + 1 == _number(places, one)
        if run and not (one.key in shared and follows):
            found.append(Passed(run[0].place, places[run[0].key].place, len(run)))
            run = []
        if one.key in shared:
            run.append(one)
    if run:
        found.append(Passed(run[0].place, places[run[0].key].place, len(run)))
    return tuple(sorted(found, key=lambda passed: (-passed.sentences, passed.original.span))[:_SHOWN])


def _number(places: Mapping[str, Sentence], one: Sentence) -> int:
    return places[one.key].number if one.key in places else -1


def _originals(copies: Iterable[Copy]) -> dict[str, str]:
    """Copy → original, followed to the last one."""
    direct: dict[str, str] = {}
    for copy in copies:
        if copy.kind is not CopyKind.PARTIAL:
            direct.setdefault(copy.copy, copy.original)
    last: dict[str, str] = {}
    for name, original in direct.items():
        seen, at = {name}, original
        while at in direct and at not in seen:
            seen.add(at)
            at = direct[at]
        last[name] = at
    return {name: original for name, original in last.items() if name != original}


def _fullest_first(copy: Copy) -> tuple[int, float, int, str, str]:
    return list(CopyKind).index(copy.kind), -copy.containment, -copy.shared, copy.original, copy.copy
