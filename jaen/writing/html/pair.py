"""A text and its translation by somebody: sentences side by side as they belong together, findings beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from jaen.model import Bead, PairReport, Passage, Report
from jaen.writing.digest import counted
from jaen.writing.html.article import facts, labels
from jaen.writing.html.document import Body, spool
from jaen.writing.html.findings import finding_views
from jaen.writing.html.overview import Part
from jaen.writing.html.sentences import Sentences, html_language, places_of
from jaen.writing.html.templates import render
from jaen.writing.html.views import FindingView, Label, Sentence

__all__ = ["add_pair", "write_pair_html"]


@dataclass(frozen=True, slots=True)
class BeadView:
    """Sentences that belong together; one side is empty where a sentence is lost or added.

    Attributes:
        kind: `1–2`: how many of the source, how many of the target.
        is_unsure: they may belong to others.
    """

    kind: str
    confidence: str
    is_unsure: bool
    evidence: tuple[str, ...]
    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]

    @property
    def findings(self) -> tuple[FindingView, ...]:
        """Those of the target's sentences, then those of the source's that say what is missing."""
        return tuple(one for sentence in (*self.target, *self.source) for one in sentence.findings)


@dataclass(frozen=True, slots=True)
class SideView:
    """One of the two texts; `left_out` says what of it is not compared."""

    title: str
    language: str
    facts: tuple[Label, ...]
    left_out: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """The page: both texts, their beads, and what was found."""

    anchor: str
    source: SideView
    target: SideView
    is_trusted: bool
    confidence: str
    beads: tuple[BeadView, ...]
    findings: tuple[FindingView, ...]
    provenance: tuple[Label, ...]


def write_pair_html(pair: PairReport, out: TextIO) -> None:
    """One self-contained page: a text and its translation, sentence by sentence, findings beside the translation.

    A sentence that the translation lacks, or has added, stands beside an empty place. Where the aligner abstains, the
    page says so; the sentences are still shown, but nothing is claimed of them.

    Args:
        pair: as `jaen.checks.check_documents` gives it.
        out: a text stream.
    """
    with spool() as waiting:
        body = Body(waiting)
        add_pair(body, pair)
        body.write(out, "Checked:", "translation")


def add_pair(body: Body, pair: PairReport) -> None:
    """Write a text and its translation as one more part of a document."""
    view = _view(pair, body)
    body.add_part(render("pair.html", pair=view))
    sources = f"{pair.source.article.source} → {pair.target.article.source}"
    part = Part(view.anchor, f"{view.source.title} → {view.target.title}", "", sources)
    body.tally.add(part, (pair.source, pair.target), pair.findings)


def _view(pair: PairReport, body: Body) -> PairView:
    numbered = [(body.next_number(), report) for report in (pair.source, pair.target)]
    for number, report in numbered:
        body.concepts.count(report.mentions, number)
    anchor = f"p{numbered[0][0]}"
    findings = finding_views(pair.findings, f"{anchor}f", pair.target.article, places_of(numbered))
    source, target = (Sentences(report, number, body.concepts, findings) for number, report in numbered)
    aligned = pair.alignment
    return PairView(
        anchor=anchor,
        source=_side(pair.source, aligned.source),
        target=_side(pair.target, aligned.target),
        is_trusted=aligned.is_trusted,
        confidence=f"{aligned.confidence:.0%}",
        beads=tuple(
            _bead(
                bead,
                _sentences(source, aligned.source, bead.source),
                _sentences(target, aligned.target, bead.target),
            )
            for bead in aligned.beads
        ),
        findings=findings,
        provenance=tuple(labels(pair.target.provenance)),
    )


def _bead(bead: Bead, source: tuple[Sentence, ...], target: tuple[Sentence, ...]) -> BeadView:
    return BeadView(
        kind=f"{len(bead.source)}–{len(bead.target)}",
        confidence=f"{bead.confidence:.0%}",
        is_unsure=not bead.is_sure,
        evidence=bead.evidence,
        source=source,
        target=target,
    )


def _sentences(sentences: Sentences, passage: Passage, indices: Sequence[int]) -> tuple[Sentence, ...]:
    gap = "" if passage.language == "ja" else " "
    return tuple(sentences.view(passage.segments[index], gap if number else "") for number, index in enumerate(indices))


def _side(report: Report, passage: Passage) -> SideView:
    compared = {segment.id for segment in passage.segments}
    left = sum(segment.content and segment.id not in compared for segment in report.segments)
    return SideView(
        title=report.title or report.article.id,
        language=html_language(report.language),
        facts=tuple(facts(report)),
        left_out=f"{counted(left, 'sentence')} not compared (captions, summaries, another language)" if left else "",
    )
