"""Short ways into the pipeline for a text at hand."""

from jaen.config import Settings
from jaen.model import Article, Segment, Token
from jaen.reading import article_of
from jaen.text.page import read_page

__all__ = ["split", "tokenize"]


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
