"""A concept before and after, and what differs."""

from dataclasses import dataclass, replace
from typing import Any

from jaen.glossary.changes.parts import LISTS, FieldPath, ItemKey, item_keys, items, take_apart
from jaen.model import Concept, Example, Link, MatchRule, Review, Term, TermUse, Validity

__all__ = ["Change", "FieldChange", "differences", "said"]


@dataclass(frozen=True, slots=True)
class Change:
    """One concept before and after; `before` is None for a new one, `after` for one that is removed."""

    before: Concept | None
    after: Concept | None

    def __post_init__(self) -> None:
        if len({concept.id for concept in (self.before, self.after) if concept}) != 1:
            raise ValueError("a change is of one concept, before or after")

    @property
    def id(self) -> str:
        """The concept's id."""
        concept = self.after or self.before
        assert concept
        return concept.id

    def reversed(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs.

    Attributes:
        kind: `added`, `removed`, `changed` or `moved` (the order of a list).
        path: the field; of a term, link or example that came or went, the item as a whole.
        before, after: the values, None where there is none; of a list that was moved, the keys of its items.
    """

    kind: str
    path: FieldPath
    before: Any = None
    after: Any = None

    def __str__(self) -> str:
        """One line for an editor: `en NCD: status admitted → preferred`."""
        name = str(self.path)
        if self.kind == "moved":
            return f"{name}: order {_listed(self.before)} → {_listed(self.after)}"
        if self.path.field == "text":
            return f"{name.removesuffix(': text')} → {self.after}"
        if self.kind == "changed":
            return f"{name} {said(self.before)} → {said(self.after)}"
        value = self.after if self.kind == "added" else self.before
        details = f" ({said(value)})" if isinstance(value, Term | Example) else ""
        return f"{self.kind} {name}{details}"


def differences(before: Concept, after: Concept) -> tuple[FieldChange, ...]:
    """What differs between two versions of a concept; empty exactly when they are equal but for their ids.

    A term that came or went is one difference, not one for each of its fields, and so is one that is only spelled
    otherwise (`en Cyber Officer → Cyber Director`): its `text` changed.
    """
    old, new = take_apart(before), take_apart(after)
    old_items, new_items = items(before), items(after)
    respelled = _respelled(before, after)
    found: dict[FieldPath, FieldChange] = {}
    for path in dict.fromkeys([*old, *new]):
        if path not in old or path not in new:
            whole, item = FieldPath(path.name, path.item), (path.name, path.item)
            kind = "removed" if path in old else "added"
            if path.item in respelled and kind == "removed" and path.name == "terms":
                text = respelled[path.item][1]
                found[whole] = FieldChange("changed", whole._replace(field="text"), path.item[1], text)
            elif path.item not in respelled.values() or path.name != "terms":
                found.setdefault(whole, FieldChange(kind, whole, old_items.get(item), new_items.get(item)))
        elif old[path] != new[path]:
            found[path] = FieldChange("changed", path, old[path], new[path])
    for name in LISTS:
        first, second = item_keys(old, name), item_keys(new, name)
        kept = set(first) & set(second)
        orders = [tuple(key for key in keys if key in kept) for keys in (first, second)]
        if orders[0] != orders[1]:
            found[FieldPath(name)] = FieldChange("moved", FieldPath(name), *orders)
    return tuple(found.values())


def _respelled(before: Concept, after: Concept) -> dict[ItemKey, ItemKey]:
    """Old key → new key of the one term of a language that went, where the one that came differs in its text alone."""
    keys = [{(term.language, term.text): term for term in one.terms} for one in (before, after)]
    found: dict[ItemKey, ItemKey] = {}
    for language in {language for language, _ in keys[0]}:
        gone = [key for key in keys[0] if key[0] == language and key not in keys[1]]
        come = [key for key in keys[1] if key[0] == language and key not in keys[0]]
        if len(gone) == len(come) == 1 and replace(keys[0][gone[0]], text=come[0][1]) == keys[1][come[0]]:
            found[gone[0]] = come[0]
    return found


def said(value: object) -> str:
    """A field's value as an editor reads it.

    >>> said(Validity()), said(("NCO",)), said("")
    ('always', '[NCO]', '(none)')
    """
    match value:
        case Term():
            return _term_said(value)
        case Link():
            return f"{value.relation} {value.target}" + (f" {said(value.valid)}" if value.valid != Validity() else "")
        case Example():
            return f"finds {', '.join(value.finds) or 'nothing'}"
        case Validity():
            days = [f"from {value.start}" if value.start else "", f"to {value.end}" if value.end else ""]
            return " ".join(part for part in days if part) or "always"
        case MatchRule():
            return f"boundary {value.boundary}" + (f", case {value.case}" if value.case else "")
        case Review():
            parts = [value.state, f"by {value.by}" if value.by else "", f"on {value.on}" if value.on else ""]
            parts.append(f"again {value.again}" if value.again else "")
            return " ".join(part for part in parts if part)
        case tuple():
            return f"[{', '.join(value)}]"
        case bool():
            return str(value).lower()
        case _:
            return str(value or "(none)")


def _term_said(term: Term) -> str:
    """What a term says beside its text; what is usual is not said."""
    parts = [str(term.status), term.type if term.type != "full" else "", term.reading or ""]
    parts += [f"use {term.use}" if term.use is not TermUse.ALWAYS else "", term.pos if term.pos != "noun" else ""]
    parts += [said(term.valid) if term.valid != Validity() else "", said(term.match) if term.match else "", term.note]
    return ", ".join(part for part in parts if part)


def _listed(keys: tuple[tuple[str, ...], ...]) -> str:
    return ", ".join(" ".join(key) for key in keys)
