"""The engine `echo`: gives every text back. For tests of what stands around an engine."""

from collections.abc import Sequence
from dataclasses import dataclass

from jaen.translation.engines.engine import Decoding, Hypothesis, Model, Request

__all__ = ["EchoEngine", "EchoModel"]


@dataclass(frozen=True, slots=True)
class EchoModel:
    """A model that translates a text as itself."""

    source: str
    target: str
    engine: str = "echo"
    identity: str = "echo"

    def fits(self, text: str) -> bool:
        """Any text does."""
        return True

    def translate(self, requests: Sequence[Request], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        """Each text as its only hypothesis."""
        return [(Hypothesis(request.text, 0.0),) for request in requests]


class EchoEngine:
    """Opens an echo for any two languages."""

    name = "echo"

    def languages(self) -> None:
        """Any."""

    def open(self, source: str, target: str) -> Model:
        """An echo."""
        return EchoModel(source, target)
