"""Findings as a page for a browser: whole articles and translations with what was found in them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TextIO

from jaen.model import Finding, PairReport
from jaen.offsets import Span
from jaen.writing.findings.places import Checked, Showing, is_shown
from jaen.writing.html.document import Body, spool
from jaen.writing.html.findings import Places, finding_views
from jaen.writing.html.overview import Part
from jaen.writing.html.pair import add_pair
from jaen.writing.html.pieces import Layers, cut
from jaen.writing.html.templates import render

__all__ = ["write_page"]


def write_page(checked: Iterable[Checked], out: TextIO, showing: Showing) -> None:
    """One self-contained page: each article, or a text beside its translation, with its findings.

    Of a unit of a translation memory the two texts are shown, where something was found in it; the same holds for what
    is found across all articles.
    """
    with spool() as waiting:
        body = Body(waiting)
        for one in checked:
            findings = tuple(finding for finding in one.findings if is_shown(finding, showing))
            if isinstance(one.whole, PairReport):
                add_pair(body, replace(one.whole, findings=findings))
            elif one.whole:
                body.add(replace(one.whole, findings=findings))
            elif findings:
                _add_texts(body, one, findings)
        body.write(out, "Checked:", "text")


def _add_texts(body: Body, one: Checked, findings: Sequence[Finding]) -> None:
    """The texts as they are, with the places of the findings in the one they are about."""
    article, anchor = one.article, f"u{body.next_number()}"
    keys = {(article.id, finding.segment_id): f"{anchor}s" for finding in findings if finding.segment_id}
    views = finding_views(findings, f"{anchor}f", article, Places(keys, {}))
    severities = [(view.span, view.severity.value) for view in views if view.span and not view.ignored]
    text = cut(article.text, Span(0, len(article.text)), Layers("und", severities=severities))
    others = [other for other in one.others if other.id != article.id]
    values = {"anchor": anchor, "article": article, "others": others, "text": text, "findings": views}
    body.add_part(render("texts.html", **values))
    body.tally.add(Part(anchor, article.source, "", article.source), (), findings)
