"""What differs between two versions of a concept, and how versions of several editors become one."""

from jaen.glossary.changes.breaking import broken_examples
from jaen.glossary.changes.change import Change, FieldChange, differences, said
from jaen.glossary.changes.glossaries import GlossaryMerge, apply_changes, diff, merge_glossaries, taken_over
from jaen.glossary.changes.merge import Conflict, Merged, merge_concepts
from jaen.glossary.changes.pair import PairMerge, merge_pair

__all__ = [
    "Change",
    "Conflict",
    "FieldChange",
    "GlossaryMerge",
    "Merged",
    "PairMerge",
    "apply_changes",
    "broken_examples",
    "diff",
    "differences",
    "merge_concepts",
    "merge_glossaries",
    "merge_pair",
    "said",
    "taken_over",
]
