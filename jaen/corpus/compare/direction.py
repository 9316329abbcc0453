"""Which of two articles with the same sentences was first, and what the other gets from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jaen.corpus.compare.digest import Digest, key_of
from jaen.model.comparison import Inherited

__all__ = ["Direction", "directed", "inherited", "originality"]

_IDENTITY = ("title", "date", "source", "agency", "author", "site", "rights", "dateline-place", "dateline-date")
_OWN = ("site", "rights", "agency")  # what a paper calls itself
_CREDIT = ("source", "agency")  # whom it takes a story from


@dataclass(frozen=True, slots=True)
class Direction:
    """Why an article is the original.

    Attributes:
        is_reversed: the second of the two is it.
        evidence: none where nothing tells.
    """

    is_reversed: bool
    evidence: tuple[str, ...]


def directed(first: Digest, second: Digest) -> Direction:
    """Which of two articles was first; without evidence, the one that comes first by its id.

    The strongest sign decides: one names the other's paper as its source; an earlier day; more of title, source,
    author … is stated; only one of them still has the site's own lines around it.
    """
    signs = tuple(_signs(first, second))
    if not signs:
        return Direction(second.row.id < first.row.id, ())
    is_reversed = signs[0][0]
    return Direction(is_reversed, tuple(text for sign, text in signs if sign == is_reversed))


def originality(digest: Digest) -> tuple[date, int, bool, int, str]:
    """Sorts the likely original of many copies first."""
    stated = len(_stated(digest))
    return digest.row.day or date.max, -stated, not digest.furniture, -len(digest.sentences), digest.row.id


def inherited(original: Digest, copy: Digest) -> tuple[Inherited, ...]:
    """What the original states of itself and the copy does not state otherwise."""
    stated, own = _stated(original), _stated(copy)
    found = []
    for name in _IDENTITY:
        if name in stated and (name not in own or own[name] == stated[name]):
            fact = next(fact for fact in original.facts if fact.name == name)
            found.append(Inherited(name=name, value=fact.value, span=fact.span, is_stated=name in own))
    return tuple(found)


def _signs(first: Digest, second: Digest) -> Iterator[tuple[bool, str]]:
    """Signs that the first (False) or the second (True) was before the other, the strongest kind first."""
    orders = ((False, first, second), (True, second, first))
    for is_reversed, original, copy in orders:
        if paper := _credits(copy, original):
            yield is_reversed, f"the copy names it as its source: {paper}"
    for is_reversed, original, copy in orders:
        if original.row.day and copy.row.day and original.row.day < copy.row.day:
            yield is_reversed, f"date: {original.row.day} before {copy.row.day}"
    for is_reversed, original, copy in orders:
        stated, own = _stated(original), _stated(copy)
        if len(stated) > len(own):
            more = ", ".join(name for name in _IDENTITY if name in stated and name not in own)
            yield is_reversed, f"states what the copy does not: {more}"
    for is_reversed, original, copy in orders:
        if original.furniture and not copy.furniture:
            yield is_reversed, f"the site's own lines stand around it: {original.furniture}"


def _stated(digest: Digest) -> dict[str, str]:
    """Fact → its value, folded; the first where there are several."""
    found: dict[str, str] = {}
    for fact in digest.facts:
        if fact.name in _IDENTITY and (value := key_of(fact.value)):
            found.setdefault(fact.name, value)
    return found


def _credits(copy: Digest, original: Digest) -> str:
    """The paper of *original*, where *copy* names it as its source and does not call itself so."""
    own = {key_of(fact.value) for fact in copy.facts if fact.name in ("site", "rights")}
    theirs = {key_of(fact.value) for fact in original.facts if fact.name in _OWN}
    for fact in copy.facts:
        if fact.name in _CREDIT and key_of(fact.value) in theirs - own:
            return fact.value
    return ""
