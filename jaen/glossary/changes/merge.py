"""Two changes of the same concept made into one, field by field."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from jaen.glossary.changes.change import differences, said
from jaen.glossary.changes.parts import LISTS, UNSAID, FieldPath, ItemKey, Parts, item_keys, join, take_apart
from jaen.model import Concept, Status

__all__ = ["Conflict", "Merged", "merge_concepts"]

Value = TypeVar("Value")
_ABSENT = object()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that both sides changed, each in its own way, as an editor reads the versions."""

    path: FieldPath | None  # None: the concept as a whole (removed on one side, changed on the other)
    base: str
    ours: str
    theirs: str

    def __str__(self) -> str:
        """One line: what both made of it."""
        return f"{self.path or 'the concept'}: was {self.base}; yours {self.ours}; theirs {self.theirs}"


@dataclass(frozen=True, slots=True)
class Merged:
    """What two versions make together. With conflicts, those fields of `concept` are as in *theirs*."""

    concept: Concept | None
    conflicts: tuple[Conflict, ...]


def merge_concepts(base: Concept | None, ours: Concept | None, theirs: Concept | None) -> Merged:
    """Bring the changes from *base* to *ours* and from *base* to *theirs* together.

    A field that one side changed is taken from that side; one that both changed alike is taken; one that both changed
    differently is a conflict, and so are two new terms that each were to be the one that jaen writes. None stands for
    a concept that does not exist (not yet, or no more). Two sides that add the same id are merged as changes of an
    entry that says nothing.
    """
    if ours == theirs or theirs == base:
        return Merged(ours, ())
    if ours == base:
        return Merged(theirs, ())
    if ours is None or theirs is None:
        assert base
        return Merged(theirs, (Conflict(None, "there", _fate(base, ours), _fate(base, theirs)),))
    return _merge_fields(base, ours, theirs)


def _fate(base: Concept, now: Concept | None) -> str:
    return f"changed ({'; '.join(map(str, differences(base, now)))})" if now else "removed"


def _merge_fields(base: Concept | None, ours: Concept, theirs: Concept) -> Merged:
    old = take_apart(base) if base else UNSAID
    mine, other = take_apart(ours), take_apart(theirs)
    merged: Parts = {}
    conflicts: list[Conflict] = []
    for path in dict.fromkeys([*other, *mine]):
        values: list[object] = [parts.get(path, _ABSENT) for parts in (old, mine, other)]
        value, is_conflict = _merge_value(*values)
        if is_conflict:
            conflicts.append(Conflict(path, *(_shown(one) for one in values)))
        if value is not _ABSENT:
            merged[path] = value
    merged = _whole_items(merged, mine, other)
    order: dict[str, list[ItemKey]] = {}
    for name in LISTS:
        sides = [item_keys(parts, name) for parts in (old, mine, other)]
        keys = set(item_keys(merged, name))
        if name == "terms":
            order[name], disorder = _merge_terms(sides, keys)
            conflicts += disorder
        else:
            order[name] = _merge_order(sides, keys)
    contested = {one.path.item[0] for one in conflicts if one.path and one.path.name in ("terms", "order")}
    if not order["terms"]:  # one side took away what the other had left
        terms = [_listed(item_keys(parts, "terms")) for parts in (old, mine, other)]
        return Merged(theirs, (*conflicts, *([] if contested else [Conflict(FieldPath("terms"), *terms)])))
    order["terms"], contest = _settle_preferred(merged, order["terms"], (base, ours, theirs), contested)
    conflicts += contest
    return Merged(join(theirs.id, merged, order), tuple(conflicts))


def _merge_value(base: Value, ours: Value, theirs: Value) -> tuple[Value, bool]:
    """The value, and whether the sides are at odds."""
    if ours in (theirs, base):
        return theirs, False
    return (ours, False) if theirs == base else (theirs, True)


def _whole_items(merged: Parts, mine: Parts, other: Parts) -> Parts:
    """*merged*, where an item that one side removed and the other changed keeps all its fields."""
    items = {(path.name, path.item) for path in merged if path.item}
    rest = {path: value for path, value in (mine | other).items() if (path.name, path.item) in items}
    return rest | merged


def _merge_terms(sides: Sequence[list[ItemKey]], keys: set[ItemKey]) -> tuple[list[ItemKey], list[Conflict]]:
    """The order of the terms, and where both sides changed that of one language: it is the order of preference."""
    languages = dict.fromkeys(key[0] for side in sides for key in side)
    of_language = {lang: [[key for key in side if key[0] == lang] for side in sides] for lang in languages}
    merged = {lang: iter(_merge_order(own, keys)) for lang, own in of_language.items()}
    order = [next(merged[key[0]]) for key in _merge_order(sides, keys)]
    conflicts = [
        Conflict(FieldPath("order", (lang,)), *map(_listed, _common(own)))
        for lang, own in of_language.items()
        if len({tuple(one) for one in _common(own)}) == len(sides)
    ]
    return order, conflicts


def _merge_order(sides: Sequence[list[ItemKey]], keys: set[ItemKey]) -> list[ItemKey]:
    """*keys* in the order of the side that moved some (else *theirs*); what only the other has stays behind its item."""
    base, ours, theirs = _common(sides)
    leading, second = (sides[1], sides[2]) if theirs == base != ours else (sides[2], sides[1])
    leading = [key for key in leading if key in keys]
    shared = set(leading) & set(second)
    behind: dict[ItemKey | None, list[ItemKey]] = defaultdict(list)
    anchor: ItemKey | None = None
    for key in second:
        if key in shared:
            anchor = key
        elif key in keys:
            behind[anchor].append(key)
    result: list[ItemKey] = []
    anchor = None
    for key in leading:
        if key in shared:
            result += behind[anchor]
            anchor = key
        result.append(key)
    return result + behind[anchor]


def _common(sides: Sequence[list[ItemKey]]) -> list[list[ItemKey]]:
    """The sides' keys without those that not all of them have."""
    common = set(sides[0]).intersection(*sides[1:])
    return [[key for key in side if key in common] for side in sides]


def _settle_preferred(
    merged: Parts, order: list[ItemKey], sides: tuple[Concept | None, Concept, Concept], contested: set[str]
) -> tuple[list[ItemKey], list[Conflict]]:
    """See to it that jaen writes, in each language, the term that the side wanted that changed it.

    What is written in a *contested* language is decided with the conflict about its terms.
    """
    order, conflicts = list(order), []
    for language in dict.fromkeys(term.language for side in sides if side for term in side.terms):
        written = [term.text if side and (term := side.preferred(language)) else "" for side in sides]
        wanted, is_conflict = _merge_value(*written)
        preferred = [
            key for key in order if key[0] == language and merged[FieldPath("terms", key, "status")] is Status.PREFERRED
        ]
        first = preferred[0][1] if preferred else ""
        if not is_conflict and first != wanted and (language, wanted) in preferred:
            order.remove((language, wanted))
            order.insert(order.index(preferred[0]), (language, wanted))
        elif is_conflict or (first != wanted and language not in contested):
            conflicts.append(Conflict(FieldPath("preferred", (language,)), *map(said, written)))
    return order, conflicts


def _listed(keys: Sequence[ItemKey]) -> str:
    return ", ".join(" ".join(key) for key in keys)


def _shown(value: object) -> str:
    return "not there" if value is _ABSENT else said(value)
