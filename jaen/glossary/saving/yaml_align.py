"""Which item of a list became which, when the list was changed."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence

from jaen.glossary.saving.yaml_layout import Path, Plain, flow, item_key

__all__ = ["align", "compare"]


def align(old: Sequence[Plain], new: Sequence[Plain]) -> list[int | None]:
    """For each item of *new* the index in *old* of the one it was; None for one that is really new.

    Items are the same when they are equal, else when they are known by the same name, else when they stand behind the
    same neighbor and differ in nothing but their name and its reading: then the name is only spelled otherwise.

    >>> align(["a", "b", "c"], ["c", "a", "B", "d"])
    [2, 0, 1, None]
    """
    origins: list[int | None] = [None] * len(new)
    free = set(range(len(old)))
    for key_of in (flow, item_key):
        _match(old, new, key_of, origins, free)
    gaps: dict[tuple[int, str], list[int]] = defaultdict(list)  # behind which matched item, what else it says → indices
    last = -1
    for index, item in enumerate(old):
        if index in free:
            gaps[last, _rest(item)].append(index)
        else:
            last = index
    last = -1
    for index, item in enumerate(new):
        origin = origins[index]
        if origin is not None:
            last = origin
        elif waiting := gaps[last, _rest(item)]:
            origins[index] = waiting.pop(0)
    return origins


def compare(old: Mapping[str, Plain], new: Mapping[str, Plain]) -> tuple[dict[Path, Path], set[Path]]:
    """Which items of the lists of an entry have another name in *new*, and which are gone, by their paths."""
    renamed: dict[Path, Path] = {}
    removed: set[Path] = set()
    for name, items in old.items():
        others = new.get(name, [])
        if not isinstance(items, list) or not isinstance(others, list):
            continue
        became = dict(zip(align(items, others), others, strict=True))
        for index, item in enumerate(items):
            if index in became:
                renamed[name, item_key(item)] = (name, item_key(became[index]))
            else:
                removed.add((name, item_key(item)))
    return renamed, removed - renamed.keys()


def _match(
    old: Sequence[Plain],
    new: Sequence[Plain],
    key_of: Callable[[Plain], Hashable],
    origins: list[int | None],
    free: set[int],
) -> None:
    """Fill *origins* where items have the same key, in their order; *free* are those of *old* that are not taken."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for index in sorted(free, reverse=True):
        waiting[key_of(old[index])].append(index)
    for index, item in enumerate(new):
        if origins[index] is None and (indices := waiting[key_of(item)]):
            origin = indices.pop()
            origins[index] = origin
            free.remove(origin)


def _rest(item: Plain) -> str:
    """What an item says beside its name: the language or relation, and all other fields."""
    if not isinstance(item, dict):
        return ""
    name = item_key(item)[0]
    return flow({key: "" if key in (name, "reading") else value for key, value in item.items()})
