"""A batch of articles: in this process, or over several; one bad article never stops the others."""

from collections.abc import Iterable, Iterator

from jaen.corpus.job import Failure, Recipe, attempt
from jaen.corpus.workers import spread
from jaen.model import Article, Report
from jaen.pipeline import Analysis, Pipeline
from jaen.translation import OnProgress, Translator

__all__ = ["process"]

# A model is fast with many sentences at once. So many to translate, or so many articles, are taken together: about
# ten articles of a news agency, some seconds of work.
SENTENCES = 400
ARTICLES = 32


def process(
    articles: Iterable[Article],
    recipe: Recipe,
    workers: int = 1,
    translator: Translator | None = None,
    on_progress: OnProgress | None = None,
) -> Iterator[Report | Failure]:
    """Process articles; results come in the order of the articles.

    Workers read and analyze. This process translates, for all of them: one model in memory, which has every core to
    itself while it works and gets the sentences of many articles at once.

    Args:
        articles: read one by one, a few ahead of the results.
        recipe: glossary and settings.
        workers: processes; 1 works in this one.
        translator: makes the translations; None makes none.
        on_progress: see `Translator.translate`; for each group of articles that are translated together.

    Raises:
        GlossaryError: the glossary has problems.
        EngineError, TranslationMemoryError: nothing can be translated any more; every result before has been given.
    """
    pipeline = recipe.pipeline(translator)  # also with workers: a bad glossary is one message, not one for each of them
    if translator is None:
        if workers > 1:
            yield from spread(articles, recipe.pipeline, workers)
        else:
            yield from (attempt(pipeline, article, article.source) for article in articles)
        return
    analyses: Iterator[Analysis | Failure]
    if workers > 1:
        analyses = spread(articles, recipe.analyst, workers)
    else:
        analyses = (attempt(pipeline.analyze, article, article.source) for article in articles)
    for group in _groups(analyses, translator.language):
        yield from _finished(pipeline, group, on_progress)


def _groups(analyses: Iterable[Analysis | Failure], language: str) -> Iterator[list[Analysis | Failure]]:
    """Articles to be translated together, in their order."""
    group: list[Analysis | Failure] = []
    sentences = 0
    for one in analyses:
        group.append(one)
        if isinstance(one, Analysis):
            sentences += sum(s.content and s.language not in (language, "und") for s in one.page.segments)
        if sentences >= SENTENCES or len(group) == ARTICLES:
            yield group
            group, sentences = [], 0
    if group:
        yield group


def _finished(
    pipeline: Pipeline, group: list[Analysis | Failure], on_progress: OnProgress | None
) -> Iterator[Report | Failure]:
    """The reports of a group. Where one of its articles is too much for the translator, each goes alone."""
    ready = [one for one in group if isinstance(one, Analysis)]
    together = attempt(lambda all_of_them: pipeline.reports(all_of_them, on_progress), ready, "")
    reports: Iterator[Report | Failure]
    if isinstance(together, Failure):
        reports = (
            attempt(lambda one: pipeline.reports([one], on_progress)[0], one, one.article.source) for one in ready
        )
    else:
        reports = iter(together)
    for one in group:
        yield one if isinstance(one, Failure) else next(reports)
