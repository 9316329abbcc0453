"""The nouns of jaen: frozen values that are complete at birth and never change."""

from jaen.model.article import Article, MetadataField
from jaen.model.claim import Claim, Slot
from jaen.model.finding import Finding, Related, Severity
from jaen.model.glossary import Concept, Example, Link, MatchRule, Review, Status, Term, TermUse, Validity
from jaen.model.mention import Gloss, Mention, MentionKind, Similar, TermOutcome, Translation
from jaen.model.pairs import Alignment, Bead, Pair, PairReport, Passage
from jaen.model.report import Report
from jaen.model.text import (
    Block,
    Bracket,
    BracketKind,
    Dash,
    DashKind,
    DateExpression,
    Detection,
    Exchange,
    Mark,
    Number,
    Quotation,
    Role,
    Run,
    Segment,
    Token,
)
from jaen.offsets import Edit, Normalized, Span

__all__ = [
    "Alignment",
    "Article",
    "Bead",
    "Block",
    "Bracket",
    "BracketKind",
    "Claim",
    "Concept",
    "Dash",
    "DashKind",
    "DateExpression",
    "Detection",
    "Edit",
    "Example",
    "Exchange",
    "Finding",
    "Gloss",
    "Link",
    "Mark",
    "MatchRule",
    "Mention",
    "MentionKind",
    "MetadataField",
    "Normalized",
    "Number",
    "Pair",
    "PairReport",
    "Passage",
    "Quotation",
    "Related",
    "Report",
    "Review",
    "Role",
    "Run",
    "Segment",
    "Severity",
    "Similar",
    "Slot",
    "Span",
    "Status",
    "Term",
    "TermOutcome",
    "TermUse",
    "Token",
    "Translation",
    "Validity",
]
