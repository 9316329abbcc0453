"""One article's job: what a worker needs, and what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass

from jaen.config import Settings
from jaen.errors import JaenError
from jaen.glossary import Glossary
from jaen.model import Article, Report
from jaen.pipeline import Pipeline

__all__ = ["Failure", "Recipe", "attempt"]


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be processed, and why."""

    source: str
    message: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a worker process needs to build its own pipeline."""

    glossary: str | None
    settings: Settings

    def pipeline(self) -> Pipeline:
        """Load the glossary and build the pipeline.

        Raises:
            GlossaryError: the glossary has problems.
        """
        return Pipeline(Glossary.load(self.glossary) if self.glossary else None, self.settings)


def attempt(pipeline: Callable[[Article], Report], article: Article) -> Report | Failure:
    """The article's report, or why there is none."""
    try:
        return pipeline(article)
    except JaenError as error:
        return Failure(article.source, str(error))
    except Exception as error:  # noqa: BLE001 - one article of thousands must not stop the rest; it is recorded
        return Failure(article.source, f"{article.source}: {type(error).__name__}: {error}; please report this article")
