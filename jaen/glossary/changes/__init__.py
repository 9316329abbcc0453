"""What differs between two versions of a concept, and how versions of several editors become one."""

from jaen.glossary.changes.change import Change, FieldChange, differences, said
from jaen.glossary.changes.glossaries import apply_changes, diff, taken_over
from jaen.glossary.changes.merge import Conflict, Merged, merge_concepts

__all__ = [
    "Change",
    "Conflict",
    "FieldChange",
    "Merged",
    "apply_changes",
    "diff",
    "differences",
    "merge_concepts",
    "said",
    "taken_over",
]
