"""A concept before and after, and what differs."""

from dataclasses import dataclass
from typing import Any

from jaen.glossary.changes.parts import LISTS, FieldPath, item_keys, take_apart
from jaen.model import Concept, MatchRule, Review, Validity

__all__ = ["Change", "FieldChange", "differences"]


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
    """One field that differs. `kind` is `added`, `removed`, `changed` or `moved` (the order of a list)."""

    kind: str
    path: FieldPath
    before: Any = None
    after: Any = None

    def __str__(self) -> str:
        """One line for an editor: `en NCD: status admitted → preferred`."""
        name = str(self.path)
        if self.kind == "moved":
            return f"{name}: order {_listed(self.before)} → {_listed(self.after)}"
        if self.path.name == "terms" and self.kind != "changed":
            return f"{self.kind} {' '.join(self.path.item)}"
        if self.kind == "changed":
            return f"{name} {said(self.before)} → {said(self.after)}"
        value = self.after if self.kind == "added" else self.before
        return f"{self.kind} {name} {said(value)}".rstrip()


def differences(before: Concept, after: Concept) -> tuple[FieldChange, ...]:
    """What differs between two versions of a concept; a term that is added or removed is one difference."""
    old, new = take_apart(before), take_apart(after)
    found: dict[FieldPath, FieldChange] = {}
    for path in dict.fromkeys([*old, *new]):
        if path not in old or path not in new:
            kind = "removed" if path in old else "added"
            # Of a term that came or went, the term itself is the change, not each of its fields.
            whole = FieldPath(path.name, path.item)
            found.setdefault(whole, FieldChange(kind, whole, old.get(path), new.get(path)))
        elif old[path] != new[path]:
            found[path] = FieldChange("changed", path, old[path], new[path])
    for name in LISTS:
        first, second = item_keys(old, name), item_keys(new, name)
        kept = [key for key in first if key in second]
        if kept != [key for key in second if key in first]:
            path = FieldPath(name)
            found[path] = FieldChange("moved", path, tuple(first), tuple(second))
    return tuple(found.values())


def said(value: object) -> str:
    """A field's value as an editor reads it.

    >>> said(Validity()), said(("NCO",)), said("")
    ('always', '[NCO]', '(none)')
    """
    match value:
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


def _listed(keys: tuple[tuple[str, ...], ...]) -> str:
    return ", ".join(" ".join(key) for key in keys)
