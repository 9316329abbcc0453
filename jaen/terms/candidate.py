"""A place where a term might stand, with the verdict about it."""

from dataclasses import dataclass

from jaen.model import Concept, MentionKind, Span, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Characters that spell a term, and what became of them.

    Attributes:
        segment_id: the segment it stands in.
        span: in the article.
        surface: `span.of(article.text)`.
        concept, term: what it would be a mention of.
        accepted: True when it is a mention.
        kind: how the term stands there; None when rejected.
        matched_by: as in `Mention`.
        reason: the verdict in words.
    """

    segment_id: str
    span: Span
    surface: str
    concept: Concept
    term: Term
    accepted: bool
    kind: MentionKind | None
    matched_by: str
    reason: str
