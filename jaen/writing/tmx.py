"""TMX 1.4: sentences with their translations, for translation memories; what a machine made says so."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from jaen.files.tmx import STATE, TmxText, TmxUnit, render_tmx, tmx_root
from jaen.model import Alignment, Bead, Report

__all__ = ["is_kept", "write_alignment_tmx", "write_tmx"]


def write_tmx(reports: Iterable[Report], out: TextIO) -> None:
    """Every translated sentence of the reports as a unit.

    A unit names its article (`x-jaen-source`) and what translated it; unless a person has reviewed the translation, it
    carries the property `x-jaen-state`, so that a memory does not take it for a person's. Sentences that are not
    translated are left out.

    Raises:
        ExchangeError: lxml is missing.
    """
    out.write(render_tmx(tmx_root((unit for report in reports for unit in _units(report)), "sentence")).decode())


def _units(report: Report) -> Iterator[TmxUnit]:
    segments = {segment.id: segment for segment in report.segments}
    for translation in report.translations:
        if translation.state == "untranslated":
            continue
        segment = segments[translation.segment_id]
        is_reviewed = translation.state == "reviewed"
        made_by = f"{translation.engine} {translation.model}"
        state = () if is_reviewed else ((STATE, translation.state), ("x-jaen-engine", made_by))
        yield TmxUnit(
            texts=(
                TmxText(segment.language, segment.text),
                TmxText(translation.language, translation.text, by=translation.model if is_reviewed else ""),
            ),
            id=f"{report.article.id}.{segment.id}",
            properties=(("x-jaen-source", report.article.source), *state),
            notes=translation.flags,
        )


def write_alignment_tmx(alignment: Alignment, out: TextIO) -> None:
    """The sentences of a text beside those of its translation: the beads that `is_kept` keeps.

    Each unit says how sure the aligner is (`x-jaen-confidence`, 0 to 1).

    Raises:
        ExchangeError: lxml is missing.
    """
    out.write(render_tmx(tmx_root(_aligned(alignment), "sentence")).decode())


def is_kept(bead: Bead) -> bool:
    """True for sentences with a counterpart that is no guess: no others belong in a memory."""
    return bool(bead.source and bead.target) and bead.is_sure


def _aligned(alignment: Alignment) -> Iterator[TmxUnit]:
    for bead, pair in alignment.pairs():
        if is_kept(bead):
            yield TmxUnit(
                texts=tuple(TmxText(one.language, one.text) for one in (pair.source, pair.target)),
                id=".".join(segment.id for segment in pair.source.segments),
                properties=(
                    ("x-jaen-source", alignment.source.article.source),
                    ("x-jaen-confidence", f"{bead.confidence:.2f}"),
                ),
            )
