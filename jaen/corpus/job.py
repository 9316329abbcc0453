"""One article's job: what a worker needs, and what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from jaen.checks import CODES
from jaen.config import Settings
from jaen.errors import EngineError, JaenError, TranslationMemoryError
from jaen.glossary.house import House
from jaen.model import Article
from jaen.pipeline import Analysis, Pipeline
from jaen.translation import Translator

__all__ = ["Failure", "Recipe", "attempt"]

Given = TypeVar("Given")
Result = TypeVar("Result")


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

    def pipeline(self, translator: Translator | None = None) -> Pipeline:
        """Load the glossary and build the pipeline.

        Raises:
            GlossaryError: the glossary, or a table beside it, has problems.
        """
        if self.glossary is None:
            return Pipeline(None, self.settings, translator)
        return Pipeline.load(self.glossary, self.settings, translator)

    def house(self) -> House:
        """What the desk has decided beside its glossary.

        Raises:
            GlossaryError: a table beside it has problems.
        """
        return House.beside(self.glossary, CODES) if self.glossary else House()

    def analyst(self) -> Callable[[Article], Analysis]:
        """The first half of the pipeline: what a worker does where another process translates."""
        return self.pipeline().analyze


def attempt(step: Callable[[Given], Result], given: Given, source: str) -> Result | Failure:
    """What *step* makes of *given*, or why it makes nothing.

    Args:
        step: a part of the pipeline.
        given: what it works on.
        source: the article's, for the message.

    Raises:
        EngineError, TranslationMemoryError: nothing can be translated, this article no more than any other.
    """
    try:
        return step(given)
    except (EngineError, TranslationMemoryError):
        raise
    except JaenError as error:
        return Failure(source, str(error))
    except Exception as error:  # noqa: BLE001 - one article of thousands must not stop the rest; it is recorded
        return Failure(source, f"{source}: {type(error).__name__}: {error}; please report this article")
