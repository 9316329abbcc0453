"""Short ways into the pipeline for a text at hand."""

from jaen.alignment import align as align_passages
from jaen.alignment import passages_of
from jaen.config import Settings
from jaen.model import Alignment, Article, Report, Segment, Token
from jaen.reading import article_of
from jaen.text.page import read_page

__all__ = ["align", "split", "tokenize"]


def split(source: str | Article, settings: Settings | None = None) -> tuple[Segment, ...]:
    """The sentences of a text or an article, each with its language, tokens and marks.

    >>> [segment.text for segment in split("「待て。」と彼は言った。He left.")]
    ['「待て。」と彼は言った。', 'He left.']
    """
    article = source if isinstance(source, Article) else article_of(source)
    return read_page(article, settings or Settings()).segments


def tokenize(text: str) -> tuple[Token, ...]:
    """The words of a text, Japanese by the dictionary and English by rules.

    >>> [(token.surface, token.upos) for token in tokenize("東京都へ")]
    [('東京', 'PROPN'), ('都', 'NOUN'), ('へ', 'ADP')]
    """
    return tuple(token for segment in split(text) for token in segment.tokens)


def align(source: Report, target: Report) -> Alignment:
    """Which sentence of a translation says what which sentence of the source says.

    Of each article the content in its main language is aligned, without the furniture of its site. A glossary in the
    pipeline that made the reports helps, and is not needed.

    Args:
        source: report of a text.
        target: report of what may be its translation.

    Returns:
        Beads in order; a guess and no more where `is_trusted` is False.
    """
    return align_passages(*passages_of(source, target))
