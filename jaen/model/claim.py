"""What an article says of something, in a form in which two articles can be compared."""

from dataclasses import dataclass
from decimal import Decimal

from jaen.offsets import Span

__all__ = ["Claim", "Slot"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A question to which an article gives an answer.

    Attributes:
        relation: `holder` (who has this office), `office` (which office this person has), `body` (to which body this
            person belongs), `product` (what this company has made), `abbreviation` (what these letters stand for),
            `number` (how many of these); of a comparison also `name` (what this is called).
        about: what the question is about: the id of a concept, or a name or noun as the article has it, folded.
    """

    relation: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One answer, and where it is given.

    Attributes:
        value: the id of a concept, a folded name, or a number; equal values are the same answer.
        text: the answer in the article's own words, `span.of(article.text)`.
        low, high: of a number.
        is_summary: it stands in a summary of the article, not in what is summarized.
    """

    slot: Slot
    value: str
    text: str
    segment_id: str
    span: Span
    concept_id: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    is_summary: bool = False
