"""Sentence alignment: lengths (Gale and Church 1993) with terms, numbers and names as anchors."""

from jaen.model import Alignment, Passage

__all__ = ["align"]


def align(source: Passage, target: Passage) -> Alignment:
    """Align the sentences of a text and of its translation."""
    raise NotImplementedError
