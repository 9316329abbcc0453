"""What is wrong with a text, or worth saying about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from jaen.offsets import Span

__all__ = ["Finding", "Related", "Severity", "in_text_order"]


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another place that a finding speaks of: the sentence it contradicts, the source of a translation.

    Attributes:
        role: what the place is to the finding: `source`, `contradicted`, `first-use` …
        article_id: of the article that the place is in.
        span: in that article's text.
        text: `span.of(article.text)`.
    """

    role: str
    article_id: str
    segment_id: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something wrong, or worth saying, about a text. `code` is kebab-case and never changes.

    Attributes:
        segment_id, span: where, in the article that the finding is about; None where it is about the whole of it.
        suggestion: what to write instead; None where there is nothing to suggest.
        related: other places that it speaks of.
        ignored: why an editor lets it stand (see `jaen.glossary.house`); "" when nobody does.
    """

    code: str
    severity: Severity
    message: str
    segment_id: str | None = None
    span: Span | None = None
    concept_id: str | None = None
    suggestion: str | None = None
    related: tuple[Related, ...] = ()
    ignored: str = ""


def in_text_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings about one article: those about the whole of it first, then by where they begin; of one place by code."""
    return tuple(sorted(findings, key=lambda one: (one.span.start if one.span else -1, one.code)))
