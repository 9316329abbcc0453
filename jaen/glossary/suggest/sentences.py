"""The sentences of articles that candidates are mined from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jaen.config import Settings
from jaen.model import Article, Role, Segment, Span
from jaen.offsets import Lines
from jaen.text.page import read_page

__all__ = ["Place", "Sentence", "sentences"]

_SHOWN = 500  # characters of a sentence; a cell of Excel holds 32,767


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article's own content.

    Attributes:
        article: the number of the article in the batch.
        read: that article.
        line: where it begins, counted from 1.
        is_weak: a machine's summary says it.
    """

    article: int
    read: Article
    line: int
    segment: Segment
    is_weak: bool

    @property
    def source(self) -> str:
        """The article, as its reader named it."""
        return self.read.source

    def around(self, span: Span) -> str:
        """The sentence; of a very long one, such as a page without stops, what stands around *span*."""
        text = self.segment.text
        if len(text) <= _SHOWN:
            return text
        start = max(0, min(span.start - self.segment.span.start - _SHOWN // 2, len(text) - _SHOWN))
        part = text[start : start + _SHOWN]
        return f"{'…' * (start > 0)}{part}{'…' * (start + _SHOWN < len(text))}"

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
        lines = Lines(article.text)
        for segment in page.segments:
            if segment.content:
                is_weak = page.has_machine_summary and segment.role is Role.SUMMARY
                yield Sentence(number, article, lines.number(segment.span.start), segment, is_weak)
