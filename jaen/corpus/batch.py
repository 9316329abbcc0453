"""A batch of articles: in this process, or over several; one bad article never stops the others."""

from collections.abc import Iterable, Iterator

from jaen.corpus.job import Failure, Recipe, attempt
from jaen.corpus.workers import spread
from jaen.model import Article, Report

__all__ = ["process"]


def process(articles: Iterable[Article], recipe: Recipe, workers: int = 1) -> Iterator[Report | Failure]:
    """Process articles; results come in the order of the articles.

    Args:
        articles: read one by one, a few ahead of the results.
        recipe: glossary and settings.
        workers: processes; 1 works in this one.

    Raises:
        GlossaryError: the glossary has problems.
    """
    pipeline = recipe.pipeline()  # also with workers: a bad glossary is one message, not one for each of them
    if workers > 1:
        yield from spread(articles, recipe, workers)
        return
    for article in articles:
        yield attempt(pipeline, article)
