"""Engines by name: jaen's own, and those that other packages add by the entry point `jaen.engines`."""

from dataclasses import dataclass

from jaen.errors import ConfigError
from jaen.translation.engines.argos import ArgosEngine
from jaen.translation.engines.echo import EchoEngine
from jaen.translation.engines.engine import Engine

__all__ = ["EngineChoice", "open_engine"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineChoice:
    """Which engine, and what it needs to know.

    Attributes:
        name: of the engine.
        model: what the engine calls a model: a folder for `ctranslate2`, a model's name for a server; None for its own choice.
        url: of a server.
        via: a language to go through where no model knows the pair directly; None never does.
    """

    name: str = "argos"
    model: str | None = None
    url: str | None = None
    via: str | None = None


def open_engine(choice: EngineChoice) -> Engine:
    """The engine that *choice* names.

    Raises:
        ConfigError: there is no engine of that name, or it needs something that is missing.
    """
    match choice.name:
        case "argos":
            return ArgosEngine()
        case "echo":
            return EchoEngine()
    raise ConfigError(f"there is no engine {choice.name!r}; the engines are: argos, echo")
