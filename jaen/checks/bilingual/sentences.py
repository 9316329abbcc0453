"""Checks of a whole text against its translation: sentences without a counterpart."""

from collections.abc import Iterator, Sequence

from jaen.checks.subject import Found
from jaen.model import Alignment, Passage, Segment, Severity, Span
from jaen.words.graphemes import excerpt

__all__ = ["added_sentences", "lost_sentences", "untrusted_alignments"]

_SHOWN = 60  # code points of a sentence that a message shows


def untrusted_alignments(alignment: Alignment) -> Iterator[Found]:
    """Two texts whose sentences can't be brought together, so that nothing is said of the translation.

    Where one of them has no sentence, the message says so.
    """
    if alignment.is_trusted:
        return
    sides = (("the source", alignment.source), ("the target", alignment.target))
    empty = next((f"{name} has no sentence to compare" for name, side in sides if not side.segments), None)
    why = empty or "its sentences could not be brought together with those of the source"
    yield Found(message=f"not checked as a translation: {why}; check each text alone, or give the right pair")


def lost_sentences(alignment: Alignment) -> Iterator[Found]:
    """A sentence of the source that the translation lacks.

    The place is an empty one: after the sentence of the translation behind which it is missing.
    """
    at = 0
    for bead in alignment.beads if alignment.is_trusted else ():
        if bead.target:
            at = alignment.target.segments[bead.target[-1]].span.end
        for segment in _sentences(alignment.source, bead.source) if not bead.target else ():
            yield Found(
                message=f"the translation has no sentence for {_shown(segment)}",
                span=Span(at, at),
                source=segment.span,
                severity=None if bead.is_sure else Severity.INFO,
            )


def added_sentences(alignment: Alignment) -> Iterator[Found]:
    """A sentence of the translation that the source lacks."""
    for bead in alignment.beads if alignment.is_trusted else ():
        for segment in _sentences(alignment.target, bead.target) if not bead.source else ():
            yield Found(
                message=f"the source has no sentence for {_shown(segment)}",
                span=segment.span,
                severity=None if bead.is_sure else Severity.INFO,
            )


def _sentences(passage: Passage, indices: Sequence[int]) -> Iterator[Segment]:
    """Those that say something: a line of stars or a bare number needs no counterpart."""
    for index in indices:
        if any(char.isalpha() for char in passage.segments[index].text):
            yield passage.segments[index]


def _shown(segment: Segment) -> str:
    return f"“{excerpt(segment.text, _SHOWN)}”"
