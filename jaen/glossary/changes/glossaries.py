"""Two glossaries compared, and a glossary with changes made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jaen.glossary.changes.change import Change
from jaen.glossary.changes.merge import Conflict, merge_concepts
from jaen.glossary.glossary import Glossary

__all__ = ["GlossaryMerge", "apply_changes", "diff", "merge_glossaries", "taken_over"]


def diff(before: Glossary, after: Glossary) -> tuple[Change, ...]:
    """The concepts that differ, sorted by id; a concept that is only in one of the two has None on the other side."""
    old, new = ({concept.id: concept for concept in glossary.concepts} for glossary in (before, after))
    return tuple(
        Change(old.get(concept_id), new.get(concept_id))
        for concept_id in sorted({*old, *new})
        if old.get(concept_id) != new.get(concept_id)
    )


def apply_changes(glossary: Glossary, changes: Iterable[Change]) -> Glossary:
    """*glossary* as it will be when *changes* are made, each concept as it is in `after`."""
    concepts = {concept.id: concept for concept in glossary.concepts}
    for change in changes:
        if change.after:
            concepts[change.id] = change.after
        else:
            concepts.pop(change.id, None)
    return Glossary(glossary.name, tuple(concepts[concept_id] for concept_id in sorted(concepts)), glossary.origins)


def taken_over(changes: Iterable[Change]) -> Mapping[str, str]:
    """Id of each removed concept that lives on in another → the id of that one, which remembers it."""
    changes = tuple(changes)
    heirs = {former: change.id for change in changes if change.after for former in change.after.former_ids}
    return {change.id: heirs[change.id] for change in changes if change.after is None and change.id in heirs}


@dataclass(frozen=True, slots=True)
class GlossaryMerge:
    """What two versions of a glossary make together.

    Attributes:
        changes: that make the merged glossary of *ours*.
        conflicts: (id, conflict) for each field that both sides changed, each in its own way.
    """

    changes: tuple[Change, ...]
    conflicts: tuple[tuple[str, Conflict], ...]


def merge_glossaries(base: Glossary, ours: Glossary, theirs: Glossary, prefer: str = "theirs") -> GlossaryMerge:
    """Bring the changes from *base* to *ours* and from *base* to *theirs* together, per concept and per field.

    Args:
        base: what both started from.
        ours: one version of it.
        theirs: another one.
        prefer: the side, `ours` or `theirs`, whose version of a field that is in conflict `changes` have.
    """
    old, mine, other = ({concept.id: concept for concept in side.concepts} for side in (base, ours, theirs))
    changes: list[Change] = []
    conflicts: list[tuple[str, Conflict]] = []
    for one in sorted({*old, *mine, *other}):
        merged = merge_concepts(old.get(one), mine.get(one), other.get(one))
        conflicts += [(one, conflict) for conflict in merged.conflicts]
        concept = merged.concept
        if merged.conflicts and prefer == "ours":
            concept = merge_concepts(old.get(one), other.get(one), mine.get(one)).concept
        if concept != mine.get(one):
            changes.append(Change(mine.get(one), concept))
    return GlossaryMerge(tuple(changes), tuple(conflicts))
