"""What a translation engine is: texts in, hypotheses out; same order, same length.

An *engine* is a program or a server that knows some languages; opened for one pair of languages it is a *model*. Every
model can translate. A model that runs in this process can also be asked how likely it finds a given translation, where
each word of it comes from, and to go on from words that it is given; that is a `SteeredModel`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from jaen.model import Span

__all__ = ["Decoding", "Engine", "Hypothesis", "Look", "Measured", "Model", "Pair", "Request", "SteeredModel", "Weight"]


@dataclass(frozen=True, slots=True)
class Request:
    """One text to translate.

    Attributes:
        text: a sentence, or a clause of one that is too long; no line breaks.
        prefix: what the translation has to begin with; "" leaves it free. Only a `SteeredModel` gets one.
        terms: (source, target) pairs that apply to the text, for engines that can be told of them in words.
    """

    text: str
    prefix: str = ""
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Decoding:
    """How to look for a translation; an engine without such a setting leaves it out of account.

    Attributes:
        beam: partial translations kept while searching; Argos Translate keeps 4.
        best: how many hypotheses are wanted for each text; an engine may give fewer.
        length_penalty: exponent of the length that a score is divided by; with 0.2, as in Argos Translate, a model
            likes to leave out the end of what it has to say.
        no_repeat: no n pieces in a row may come twice; 0 allows it.
    """

    beam: int = 2
    best: int = 1
    length_penalty: float = 1.0
    no_repeat: int = 0


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A possible translation.

    Attributes:
        text: with `Request.prefix` at its start; "" when the engine found nothing.
        score: mean log-probability of a piece (at most 0); 0.0 from an engine that tells none.
    """

    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and a translation of it, to be measured."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Weight:
    """One piece of a target text as a model sees it.

    Attributes:
        span: in the target's text.
        log_prob: of the piece, after all pieces before it.
    """

    span: Span
    log_prob: float


@dataclass(frozen=True, slots=True)
class Measured:
    """How a model finds a given translation: its pieces in order, and the log-probability of ending there."""

    pieces: tuple[Weight, ...]
    end: float


@dataclass(frozen=True, slots=True)
class Look:
    """Where a model looks while it writes one piece.

    Attributes:
        span: of the piece, in the target's text.
        attention: to each code point of the source (summing to at most 1).
    """

    span: Span
    attention: tuple[float, ...]


class Model(Protocol):
    """Translates from one language to one other.

    Attributes:
        engine: the engine's name, e.g. `argos`.
        identity: which model it is, version and hash; two models with the same identity translate alike.
        source, target: BCP 47 tags.
    """

    @property
    def engine(self) -> str:
        """The engine's name."""

    @property
    def identity(self) -> str:
        """Name, version and hash of the model."""

    @property
    def source(self) -> str:
        """Language of the texts."""

    @property
    def target(self) -> str:
        """Language of the translations."""

    def fits(self, text: str) -> bool:
        """True when the model can take *text* in one piece."""

    def translate(self, requests: Sequence[Request], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        """Hypotheses for each request, best first; an empty tuple where the engine gave nothing for that text.

        Raises:
            EngineError: the engine as a whole failed.
        """


@runtime_checkable
class SteeredModel(Model, Protocol):
    """A model that can be looked into and led."""

    def can_write(self, text: str) -> bool:
        """True when every piece of *text* is in the model's vocabulary."""

    def measure(self, pairs: Sequence[Pair]) -> list[Measured]:
        """Each target's pieces with their log-probabilities."""

    def align(self, pairs: Sequence[Pair]) -> list[tuple[Look, ...]]:
        """Each target's pieces with the model's attention to the source."""


class Engine(Protocol):
    """Opens models.

    Attributes:
        name: as `--engine` takes it.
    """

    name: str

    def languages(self) -> frozenset[tuple[str, str]] | None:
        """(source, target) pairs that it has a model for; None when it takes any pair."""

    def open(self, source: str, target: str) -> Model:
        """The model for a pair of languages.

        Raises:
            EngineUnavailable: there is none, or a library it needs is missing; the message names the command that helps.
            EngineError: it can't be loaded.
        """
