"""An alignment to bytes: text side by side, JSON Lines with one bead a line, TMX, XLIFF.

A new format is one function of an alignment and a stream, and one row of `ALIGNMENT_WRITERS`.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType
from typing import Any, TextIO

from jaen.model import Alignment, Bead, Passage, Segment
from jaen.writing.cells import one_line, pad, wrap
from jaen.writing.terminal import WIDTH, beside
from jaen.writing.tmx import write_alignment_tmx
from jaen.writing.xliff import write_alignment_xliff

__all__ = ["ALIGNMENT_WRITERS", "write_alignment"]

_BETWEEN = " │ "
_COLUMN = (WIDTH - len(_BETWEEN)) // 2
_SHOWN = 4  # pieces of evidence in text


def write_alignment(alignment: Alignment, format: str, out: TextIO) -> None:  # noqa: A002 - the option's name
    """Write *alignment* to *out*.

    Args:
        alignment: also one that is not trusted; every format says so.
        format: one of `ALIGNMENT_WRITERS`.
        out: a text stream.
    """
    ALIGNMENT_WRITERS[format](alignment, out)


def _write_text(alignment: Alignment, out: TextIO) -> None:
    out.writelines(f"{line}\n" for line in _lines(alignment))


def _write_json_lines(alignment: Alignment, out: TextIO) -> None:
    out.writelines(json.dumps(_bead_json(alignment, bead), ensure_ascii=False) + "\n" for bead in alignment.beads)


ALIGNMENT_WRITERS: Mapping[str, Callable[[Alignment, Any], None]] = MappingProxyType(
    {
        "text": _write_text,
        "jsonl": _write_json_lines,
        "tmx": write_alignment_tmx,
        "xliff": write_alignment_xliff,
    }
)


def _lines(alignment: Alignment) -> Iterator[str]:
    source, target = alignment.source, alignment.target
    yield from _side_by_side([one_line(source.article.source)], [one_line(target.article.source)])
    yield from _side_by_side([source.language], [target.language])
    trust = "" if alignment.is_trusted else "not trusted: no translation, or too little to tell; "
    yield f"{trust}confidence {alignment.confidence:.2f}"
    yield "─" * WIDTH
    for bead in alignment.beads:
        yield from _side_by_side(_texts(source, bead.source), _texts(target, bead.target))
        yield from beside("    ", _note(bead))


def _note(bead: Bead) -> str:
    """`1-2  0.97  number: 150; name: アンソロピック ~ Anthropic`."""
    told = [one_line(one) for one in bead.evidence[:_SHOWN]]
    return f"{len(bead.source)}-{len(bead.target)}  {bead.confidence:.2f}  {'; '.join(told)}".rstrip()


def _texts(passage: Passage, indices: Sequence[int]) -> list[str]:
    return [one_line(passage.segments[index].text) for index in indices]


def _side_by_side(left: Sequence[str], right: Sequence[str]) -> Iterator[str]:
    """Two columns; each text begins on a line of its own."""
    columns = [[line for text in texts for line in wrap(text, _COLUMN)] for texts in (left, right)]
    for one, other in zip_longest(*columns, fillvalue=""):
        yield f"{pad(one, _COLUMN)}{_BETWEEN}{other}".rstrip()


def _bead_json(alignment: Alignment, bead: Bead) -> dict[str, Any]:
    return {
        "source": _part_json(alignment.source, bead.source),
        "target": _part_json(alignment.target, bead.target),
        "confidence": bead.confidence,
        "evidence": list(bead.evidence),
        "alignment": {"confidence": alignment.confidence, "trusted": alignment.is_trusted},
    }


def _part_json(passage: Passage, indices: Sequence[int]) -> dict[str, Any]:
    segments: list[Segment] = [passage.segments[index] for index in indices]
    return {
        "article": passage.article.id,
        "language": passage.language,
        "segments": [segment.id for segment in segments],
        "span": [segments[0].span.start, segments[-1].span.end] if segments else None,
        "texts": [segment.text for segment in segments],
    }
