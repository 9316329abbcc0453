"""Short ways into the pipeline for a text at hand."""

from jaen.config import Settings
from jaen.model import Article, Segment, Token
from jaen.reading import article_of
from jaen.text.layout import read_layout
from jaen.text.roles import label_roles
from jaen.text.segments import split as split_blocks

__all__ = ["split", "tokenize"]


def split(source: str | Article, settings: Settings | None = None) -> tuple[Segment, ...]:
    """The sentences of a text or an article, each with its language, tokens and marks.

    >>> [segment.text for segment in split("「待て。」と彼は言った。He left.")]
    ['「待て。」と彼は言った。', 'He left.']
    """
    settings = settings or Settings()
    article = source if isinstance(source, Article) else article_of(source)
    blocks = label_roles(article, read_layout(article.text, settings.wrapping))
    return split_blocks(article, blocks, settings.profile, settings.date)


def tokenize(text: str) -> tuple[Token, ...]:
    """The words of a text, Japanese by the dictionary and English by rules.

    >>> [(token.surface, token.upos) for token in tokenize("東京都へ")]
    [('東京', 'PROPN'), ('都', 'NOUN'), ('へ', 'ADP')]
    """
    return tuple(token for segment in split(text) for token in segment.tokens)
