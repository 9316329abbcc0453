"""The sentences of articles that candidates are mined from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jaen.config import Settings
from jaen.model import Article, Role, Segment, Span
from jaen.text.page import read_page

__all__ = ["Place", "Sentence", "sentences"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article's own content; `is_weak` where a machine's summary says it."""

    article: int
    source: str
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
        for segment in page.segments:
            if segment.content:
                yield Sentence(number, article.source, segment, by_machine and segment.role is Role.SUMMARY)
