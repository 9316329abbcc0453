"""What a user says of the engine that is to translate."""

from dataclasses import dataclass

__all__ = ["EngineChoice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineChoice:
    """Which engine, and what it needs to know.

    Attributes:
        name: of the engine.
        model: what the engine calls a model: a folder for `ctranslate2`, a model's name for a server; None for its own
            choice.
        url: of a server.
        via: a language to go through where no model knows the pair directly; None never does.
    """

    name: str = "argos"
    model: str | None = None
    url: str | None = None
    via: str | None = None
