"""Texts at hand as passages, so that a unit of a translation memory is checked as two documents are."""

from jaen.config import Settings
from jaen.model import Passage
from jaen.reading import article_of
from jaen.terms import Matcher, unite
from jaen.text.page import read_page

__all__ = ["passage_of"]


def passage_of(text: str, language: str, matcher: Matcher, settings: Settings | None = None) -> Passage:
    """All sentences of *text*, which may be empty, as one side of a `jaen.model.Pair`.

    Args:
        text: a sentence or several, as a TMX unit, a machine translation or a line of a table has them.
        language: BCP 47 tag of the passage; each sentence has its own language besides, as in any article.
        matcher: finds the glossary's concepts in it; `Matcher(())` finds none.
        settings: `settings.date` is the day against which 先月 and "last month" are resolved.

    >>> passage = passage_of("待て。彼は言った。", "ja", Matcher(()))
    >>> [segment.text for segment in passage.segments], passage.language
    (['待て。', '彼は言った。'], 'ja')
    """
    article = article_of(text)
    segments = read_page(article, settings or Settings()).segments
    mentions = matcher.find(article.text, segments)
    return Passage(article, language, unite(segments, mentions), mentions)
