"""What an edit makes of an entry as it stands on disk now: changes of several editors come together field by field."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jaen.glossary.changes import Change, merge_concepts
from jaen.glossary.saving.yaml_text import render, rewrite
from jaen.glossary.sources.entry import read_entry
from jaen.model import Concept

__all__ = ["Edit", "Outcome", "change_edit", "text_edit"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an entry's file is to hold.

    Attributes:
        text: its bytes; None when there is to be no file.
        concept: what must be read back from `text`; None when the text itself is what counts.
        conflicts: where the edit and the file on disk are at odds, a line each; then nothing may be written.
    """

    text: bytes | None
    concept: Concept | None = None
    conflicts: tuple[str, ...] = ()


Edit = Callable[[Path, bytes | None], Outcome]  # of an entry's file and its bytes now
"""Raises GlossaryError when the bytes now must be understood and can't be."""


def change_edit(change: Change) -> Edit:
    """Save a changed concept."""
    return partial(_apply_change, change)


def text_edit(base: bytes | None, ours: bytes | None) -> Edit:
    """Save a changed text: as it is where the file is still *base*, else what the concepts make together."""
    return partial(_apply_text, base, ours)


def _apply_change(change: Change, file: Path, now: bytes | None) -> Outcome:
    theirs = _read(file, now)
    merged = merge_concepts(change.before, change.after, theirs)
    conflicts = tuple(f"{file.stem}: {conflict}" for conflict in merged.conflicts)
    if conflicts or merged.concept is None:
        return Outcome(None, None, conflicts)
    if merged.concept == theirs:
        return Outcome(now, theirs)
    text = render(merged.concept) if now is None else rewrite(now, merged.concept)
    return Outcome(text, merged.concept)


def _apply_text(base: bytes | None, ours: bytes | None, file: Path, now: bytes | None) -> Outcome:
    if now in (base, ours):
        return Outcome(ours)
    if now is None or ours is None or base is None:
        concepts = [_read(file, data) for data in (base, ours)]
        return _apply_change(Change(*concepts), file, now)
    old, mine, theirs = (read_entry(data, file.stem, str(file)) for data in (base, ours, now))
    merged = merge_concepts(old, mine, theirs)
    conflicts = tuple(f"{file.stem}: {conflict}" for conflict in merged.conflicts)
    if conflicts:
        return Outcome(None, None, conflicts)
    assert merged.concept
    # Comments and layout belong to no field: they come from the side that touched them, and only one may have.
    if rewrite(base, mine) == ours:
        return Outcome(rewrite(now, merged.concept), merged.concept)
    if rewrite(base, theirs) == now:
        return Outcome(rewrite(ours, merged.concept), merged.concept)
    return Outcome(None, None, (f"{file.stem}: comments or layout: both of you changed them",))


def _read(file: Path, data: bytes | None) -> Concept | None:
    return None if data is None else read_entry(data, file.stem, str(file))
