"""Sentence alignment: lengths (Gale and Church 1993) with terms, numbers, dates, names and words as anchors."""

from collections import defaultdict

from jaen.alignment.band import Band, find_band
from jaen.alignment.clues import Clues, find_clues
from jaen.alignment.lattice import find_way
from jaen.alignment.lengths import length_of
from jaen.alignment.names import Names
from jaen.alignment.scores import Scores, Side
from jaen.alignment.trust import TRUSTED, confidence_of
from jaen.model import Alignment, Bead, Mention, Passage

__all__ = ["align", "align_by_lengths"]

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
    return _aligned(source, target, Scores(*sides), find_band(sides[0].clues, sides[1].clues))


def align_by_lengths(source: Passage, target: Passage) -> Alignment:
    """Align by lengths alone, as Gale and Church (1993) do: what `align` is measured against."""
    sides = [Side([length_of(one) for one in side.segments], [{}] * len(side.segments)) for side in (source, target)]
    return _aligned(source, target, Scores(*sides), find_band(sides[0].clues, sides[1].clues))


def _aligned(source: Passage, target: Passage, scores: Scores, band: Band) -> Alignment:
    way = find_way(len(source.segments), band, scores)
    confidence = confidence_of(way, scores, (len(source.segments), len(target.segments)))
    beads = tuple(
        Bead(
            source=tuple(range(step.source, step.source + step.move[0])),
            target=tuple(range(step.target, step.target + step.move[1])),
            # Of two texts that are no translations even the likeliest sentences do not say the same.
            confidence=round(step.probability * (confidence if all(step.move) else 1.0), 4),
            evidence=tuple(scores.evidence(step.source, step.move[0], step.target, step.move[1]))[:_SHOWN],
        )
        for step in way
    )
    is_trusted = confidence >= TRUSTED
    return Alignment(source=source, target=target, beads=beads, confidence=round(confidence, 4), is_trusted=is_trusted)


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
