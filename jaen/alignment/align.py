"""Sentence alignment: lengths (Gale and Church 1993) with terms, numbers, dates, names and words as anchors."""

from collections import defaultdict

from jaen.alignment.band import find_band
from jaen.alignment.clues import Clues, find_clues
from jaen.alignment.lattice import find_way
from jaen.alignment.lengths import length_of
from jaen.alignment.names import Names
from jaen.alignment.scores import Scores, Side
from jaen.model import Alignment, Bead, Mention, Passage

__all__ = ["align"]

_SHOWN = 6  # clues of a bead that are told


def align(source: Passage, target: Passage) -> Alignment:
    """Align the sentences of a text and of its translation.

    Args:
        source: a text; the result is the same, turned round, when source and target change places.
        target: what may be its translation.

    Returns:
        Beads that tile both passages in order. Where `is_trusted` is False they are a guess and no more.
    """
    sides = _side(source, target), _side(target, source)
    scores = Scores(*sides)
    way = find_way(len(sides[0]), find_band(sides[0].clues, sides[1].clues), scores)
    beads = []
    for step in way:
        rows, columns = step.move
        shared = scores.shared(step.source, rows, step.target, columns) if rows and columns else frozenset()
        beads.append(
            Bead(
                source=tuple(range(step.source, step.source + rows)),
                target=tuple(range(step.target, step.target + columns)),
                confidence=round(step.probability, 4),
                evidence=tuple(sorted(shared))[:_SHOWN],
            )
        )
    return Alignment(source=source, target=target, beads=tuple(beads), confidence=1.0, is_trusted=True)


def _side(passage: Passage, other: Passage) -> Side:
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in passage.mentions:
        mentions[mention.segment_id].append(mention)
    is_foreign = any(segment.language != "ja" for segment in other.segments)
    names = Names(other.segments)
    clues: list[Clues] = [
        find_clues(segment, mentions[segment.id], names, is_foreign=is_foreign) for segment in passage.segments
    ]
    return Side([length_of(segment) for segment in passage.segments], clues)
