"""Two glossaries compared, and a glossary with changes made."""

from collections.abc import Iterable, Mapping

from jaen.glossary.changes.change import Change
from jaen.glossary.glossary import Glossary

__all__ = ["apply_changes", "diff", "taken_over"]


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
