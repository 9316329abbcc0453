"""A concept taken apart into fields, and put together again.

    category                        'role'
    terms · en NCD · status         Status.ADMITTED
    links · holder iida-yoichi      Validity(…)
    sources · https://…             None: being there is all it says

Two versions of a concept are compared field by field. A term is known by its language and text, so another status is
a change of that term, and another text is one term less and one more.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from jaen.model import Concept, Example, Link, Term

__all__ = ["LISTS", "UNSAID", "FieldPath", "ItemKey", "Parts", "item_keys", "items", "join", "take_apart"]

ItemKey = tuple[str, ...]  # ("en", "NCD")


class FieldPath(NamedTuple):
    """Where a value stands in a concept.

    Attributes:
        name: of the concept's field; `order` and `preferred` are of its terms in the language `item`.
        item: what an item of a list is known by; () for a field that is no list.
        field: of an item with several values; "" for its only one, and for the item as a whole.
    """

    name: str
    item: ItemKey = ()
    field: str = ""

    def __str__(self) -> str:
        """As an editor calls it: `en NCD: status`, `link holder iida-yoichi`, `category`."""
        if self.name == "terms" and self.item:
            return " ".join(self.item) + (f": {self.field}" if self.field else "")
        name = (self.name.removesuffix("s") if self.item else self.name).replace("_", "-")
        return " ".join([name, *self.item])


Parts = dict[FieldPath, Any]

_SCALARS = ("category", "valid", "match", "keep", "review", "note")
_TERM_FIELDS = tuple(one.name for one in fields(Term) if one.name not in ("language", "text"))


@dataclass(frozen=True, slots=True)
class _List:
    """One list of a concept: what an item is known by, what else it says, and how it is made of both."""

    key: Callable[[Any], ItemKey]
    values: Callable[[Any], Mapping[str, Any]]
    build: Callable[[ItemKey, Mapping[str, Any]], Any]

    def keyed(self, items: Iterable[Any]) -> Iterator[tuple[ItemKey, Any]]:
        """Each item with its key; the second of the same key has `#2` behind it, so that none is lost."""
        seen: Counter[ItemKey] = Counter()
        for item in items:
            key = self.key(item)
            seen[key] += 1
            yield (key if seen[key] == 1 else (*key, f"#{seen[key]}")), item


_WORDS = _List(lambda word: (word,), lambda word: {"": None}, lambda key, values: key[0])
_LISTS = {
    "terms": _List(
        lambda term: (term.language, term.text),
        lambda term: {name: getattr(term, name) for name in _TERM_FIELDS},
        lambda key, values: Term(language=key[0], text=key[1], **values),
    ),
    "domain": _WORDS,
    "definition": _List(lambda one: one[:1], lambda one: {"": one[1]}, lambda key, values: (key[0], values[""])),
    "links": _List(
        # One person may hold an office twice: the first day tells the terms of office apart.
        lambda link: (link.relation, link.target, *([link.valid.start.isoformat()] if link.valid.start else [])),
        lambda link: {"": link.valid},
        lambda key, values: Link(key[0], key[1], values[""]),
    ),
    "examples": _List(
        lambda example: (example.language, example.text),
        lambda example: {"": example.finds},
        lambda key, values: Example(key[1], key[0], values[""]),
    ),
    "sources": _WORDS,
    "former_ids": _WORDS,
}
LISTS = tuple(_LISTS)


def take_apart(concept: Concept) -> Parts:
    """Every field of *concept* but its id; items of lists in their order."""
    parts: Parts = {FieldPath(name): getattr(concept, name) for name in _SCALARS}
    for name, kind in _LISTS.items():
        for key, item in kind.keyed(getattr(concept, name)):
            parts |= {FieldPath(name, key, field): value for field, value in kind.values(item).items()}
    return parts


# What an entry says that says nothing: two new entries of one id are compared with it. A category is always said.
UNSAID: Parts = take_apart(Concept(id="none", category="", terms=()))
del UNSAID[FieldPath("category")]


def item_keys(parts: Parts, name: str) -> list[ItemKey]:
    """What the items of the list *name* are known by, in their order."""
    return list(dict.fromkeys(path.item for path in parts if path.name == name))


def items(concept: Concept) -> dict[tuple[str, ItemKey], Term | Link | Example | tuple[str, str] | str]:
    """(list, key) → each item of *concept*'s lists as a whole."""
    return {(name, key): item for name, kind in _LISTS.items() for key, item in kind.keyed(getattr(concept, name))}


def join(concept_id: str, parts: Parts, order: Mapping[str, Sequence[ItemKey]]) -> Concept:
    """The concept that *parts* make.

    Args:
        concept_id: its id.
        parts: as `take_apart` gives them, in any order.
        order: list → the keys of all its items, in the order wanted.
    """
    found: dict[tuple[str, ItemKey], dict[str, Any]] = {}
    for path, value in parts.items():
        if path.name in _LISTS:
            found.setdefault((path.name, path.item), {})[path.field] = value
    values: dict[str, Any] = {name: parts[FieldPath(name)] for name in _SCALARS}
    for name, kind in _LISTS.items():
        values[name] = tuple(kind.build(key, found[name, key]) for key in order[name])
    return Concept(id=concept_id, **values)
