"""The sentences of articles that candidates are mined from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jaen.config import Settings
from jaen.model import Article, Role, Segment, Span
from jaen.offsets import Lines
from jaen.text.page import read_page

__all__ = ["Place", "Sentence", "sentences"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article's own content.

    Attributes:
        line: where it begins, counted from 1.
        is_weak: a machine's summary says it.
    """

    article: int
    source: str
    line: int
    segment: Segment
    is_weak: bool

    def of(self, span: Span) -> str:
        """The article's characters at *span*, which lies inside the sentence."""
        return span.shift(-self.segment.span.start).of(self.segment.text)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands."""

    sentence: Sentence
    span: Span


def sentences(articles: Iterable[Article]) -> Iterator[Sentence]:
    """Sentences of content, in order; menus, credits, teasers and labels are left out."""
    for number, article in enumerate(articles):
        page = read_page(article, Settings())
        by_machine = any(field.name == "machine-summary" for field in page.metadata)
        lines = Lines(article.text)
        for segment in page.segments:
            if segment.content:
                is_weak = by_machine and segment.role is Role.SUMMARY
                yield Sentence(number, article.source, lines.number(segment.span.start), segment, is_weak)
