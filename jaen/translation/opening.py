"""A translator from what a user names: a language, an engine, a memory."""

from jaen.errors import ConfigError
from jaen.translation.engines import EngineChoice, open_engine
from jaen.translation.memory import Memory
from jaen.translation.translator import Translator

__all__ = ["SOURCE_OF", "open_translator"]

SOURCE_OF = {"en": "ja", "ja": "en"}  # what a translation into a language is made from, in jaen's two languages


def open_translator(
    language: str,
    engine: EngineChoice = EngineChoice(),  # noqa: B008 - a frozen value
    memory: Memory | None = None,
    fuzzy: float | None = None,
) -> Translator:
    """A translator that is ready to translate into *language*: what is missing is said here, before the first article.

    Args:
        language: `en` or `ja`.
        engine: which engine, and what it needs to know; the default is the installed Argos packages.
        memory: what was translated before; None remembers nothing.
        fuzzy: use a reviewed translation of a text at least this like (0 to 1); None only shows it.

    Raises:
        ConfigError: there is no such language or engine, or *fuzzy* is no likeness.
        EngineUnavailable: there is nothing to translate with; the message names the command that helps.
        EngineError: the model can't be opened.
        TranslationMemoryError: the memory can't be used.

    >>> open_translator("en", EngineChoice(name="echo")).model("ja").identity
    'echo'
    """
    if language not in SOURCE_OF:
        raise ConfigError(f"can't translate into {language!r}; use one of: {', '.join(SOURCE_OF)}")
    if fuzzy is not None and not 0 <= fuzzy <= 1:  # NaN is neither
        raise ConfigError(f"fuzzy is {fuzzy}; it must be a likeness from 0 to 1, such as 0.9")
    if memory:
        memory.require_usable()
    translator = Translator(open_engine(engine), language, memory, fuzzy)
    translator.model(SOURCE_OF[language])
    return translator
