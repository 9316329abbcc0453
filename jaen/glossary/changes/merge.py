"""Two changes of the same concept made into one, field by field."""

from dataclasses import dataclass

from jaen.glossary.changes.change import said
from jaen.glossary.changes.parts import LISTS, FieldPath, ItemKey, Parts, item_keys, join, take_apart
from jaen.model import Concept

__all__ = ["Conflict", "Merged", "merge_concepts"]

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
    differently is a conflict. None stands for a concept that does not exist (not yet, or no more). Two sides that add
    the same id are merged as changes of an empty concept.
    """
    if ours == theirs or theirs == base:
        return Merged(ours, ())
    if ours == base:
        return Merged(theirs, ())
    if ours is None or theirs is None:
        whole = Conflict(None, _existence(base), _existence(ours), _existence(theirs))
        return Merged(theirs, (whole,))
    return _merge_fields(take_apart(base) if base else {}, ours, theirs)


def _existence(concept: Concept | None) -> str:
    return "there" if concept else "removed"


def _merge_fields(old: Parts, ours: Concept, theirs: Concept) -> Merged:
    mine, other = take_apart(ours), take_apart(theirs)
    merged: Parts = {}
    conflicts: list[Conflict] = []
    for path in dict.fromkeys([*other, *mine]):
        values = [parts.get(path, _ABSENT) for parts in (old, mine, other)]
        value, is_conflict = _merge_value(*values)
        if is_conflict:
            conflicts.append(Conflict(path, *(_shown(one) for one in values)))
        if value is not _ABSENT:
            merged[path] = value
    order: dict[str, list[ItemKey]] = {}
    for name in LISTS:
        order[name], conflict = _merge_order(name, old, mine, other, item_keys(merged, name))
        conflicts += [conflict] if conflict else []
    return Merged(join(theirs.id, _whole_items(merged, mine, other), order), tuple(conflicts))


def _merge_value(base: object, ours: object, theirs: object) -> tuple[object, bool]:
    """The value, and whether the sides are at odds."""
    if ours in (theirs, base):
        return theirs, False
    return (ours, False) if theirs == base else (theirs, True)


def _whole_items(merged: Parts, mine: Parts, other: Parts) -> Parts:
    """*merged*, where an item that one side removed and the other changed keeps all its fields."""
    whole = dict(merged)
    for path in merged:
        for parts in (mine, other):
            whole |= {
                one: value
                for one, value in parts.items()
                if path.item and (one.name, one.item) == (path.name, path.item) and one not in merged
            }
    return whole


def _merge_order(
    name: str, old: Parts, mine: Parts, other: Parts, keys: list[ItemKey]
) -> tuple[list[ItemKey], Conflict | None]:
    """The order of a list's items: that of the side that moved some; new items follow the one they stood behind."""
    base, ours, theirs = (item_keys(parts, name) for parts in (old, mine, other))
    common = set(base) & set(ours) & set(theirs)
    old_order, our_order, their_order = [[key for key in one if key in common] for one in (base, ours, theirs)]
    is_conflict = len({tuple(one) for one in (old_order, our_order, their_order)}) == 3
    only_ours_moved = their_order == old_order != our_order
    first, second = (ours, theirs) if only_ours_moved else (theirs, ours)
    result = [key for key in first if key in keys]
    for index, key in enumerate(second):
        if key in keys and key not in result:
            before = next((one for one in reversed(second[:index]) if one in result), None)
            result.insert(result.index(before) + 1 if before else 0, key)
    conflict = Conflict(FieldPath(name), *map(_listed, (old_order, our_order, their_order))) if is_conflict else None
    return result, conflict


def _listed(keys: list[ItemKey]) -> str:
    return ", ".join(" ".join(key) for key in keys)


def _shown(value: object) -> str:
    return "not there" if value is _ABSENT else said(value)
