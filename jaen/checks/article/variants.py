"""A word of an article in one of the spellings that it can have."""

from dataclasses import dataclass

from jaen.model import Span

__all__ = ["Variant"]


@dataclass(frozen=True, slots=True)
class Variant:
    """One occurrence of a word that has several spellings.

    Attributes:
        key: the same for all spellings of a word.
        spelling: the same for all occurrences in one spelling, inflected ones too.
        text: as the article has it.
        span: in the article.
    """

    key: str
    spelling: str
    text: str
    span: Span
