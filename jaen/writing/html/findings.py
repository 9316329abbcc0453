"""Findings as a document lists them: numbered in text order, with links to every place that is in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jaen.model import Article, Finding, Related, Severity
from jaen.offsets import Span
from jaen.writing.digest import excerpt, role_phrase
from jaen.writing.html.views import FindingView, RelatedView

__all__ = ["WORDS", "Places", "finding_views"]

WORDS: Mapping[Severity, tuple[str, str]] = {
    Severity.ERROR: ("Error", "✕"),
    Severity.WARNING: ("Warning", "▲"),
    Severity.INFO: ("Note", "●"),
}
"""The word and the sign of each severity, gravest first."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where sentences stand in the document.

    Attributes:
        anchors: (article id, segment id) to the sentence's anchor.
        languages: the same to its language.
    """

    anchors: Mapping[tuple[str, str], str]
    languages: Mapping[tuple[str, str], str]


def finding_views(
    findings: Iterable[Finding], prefix: str, article: Article, places: Places
) -> tuple[FindingView, ...]:
    """The findings about one article, those about the whole of it first, then in text order.

    *prefix* is of their anchors: `a1f` gives `a1f1`, `a1f2` …
    """
    ordered = sorted(findings, key=lambda one: one.span or Span(0, 0))
    return tuple(
        _view(finding, number, f"{prefix}{number}", (article, places)) for number, finding in enumerate(ordered, 1)
    )


def _view(finding: Finding, number: int, anchor: str, at: tuple[Article, Places]) -> FindingView:
    article, places = at
    word, icon = WORDS[finding.severity]
    key = _place(finding, article.id, places)
    place = places.anchors.get(key, "")
    return FindingView(
        number=number,
        anchor=anchor,
        href=f"#{place}" if place else "",
        span=finding.span,
        severity=finding.severity,
        word=word,
        icon=icon,
        code=finding.code,
        message=finding.message,
        suggestion=finding.suggestion or "",
        excerpt=excerpt(finding.span.of(article.text)) if finding.span else "",
        language=places.languages.get(key, ""),
        related=tuple(_related(one, article.id, places) for one in finding.related),
        ignored=finding.ignored,
    )


def _place(finding: Finding, article_id: str, places: Places) -> tuple[str, str]:
    """Its sentence; of something that is missing, which has no words of its own, the sentence it is missing of."""
    own = (article_id, finding.segment_id or "")
    if finding.span and finding.span.length:
        return own
    others = [(one.article_id, one.segment_id) for one in finding.related]
    return next((key for key in others if key in places.anchors), own)


def _related(related: Related, article_id: str, places: Places) -> RelatedView:
    anchor = places.anchors.get((related.article_id, related.segment_id), "")
    return RelatedView(
        role=role_phrase(related.role),
        text=excerpt(related.text),
        href=f"#{anchor}" if anchor else "",
        place="" if related.article_id == article_id else related.article_id,
    )
