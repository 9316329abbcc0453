"""Engines of other packages, held to what `Engine` and `Model` promise.

Nobody here has read their code. What they give is looked at before it goes on into an article or a memory, and what they
raise becomes one message that says whose fault it is.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from jaen.errors import EngineError, EngineUnavailable, JaenError
from jaen.translation.answers import one_line
from jaen.translation.engines.engine import (
    Decoding,
    Engine,
    Hypothesis,
    Look,
    Measured,
    Model,
    Pair,
    Request,
    SteeredModel,
)
from jaen.translation.engines.servers import usable

__all__ = ["ForeignEngine"]

T = TypeVar("T")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # can stand in a Python string, but in no file


class ForeignEngine:
    """An engine that another package brings.

    Args:
        name: as `--engine` takes it.
        place: where the engine comes from, e.g. `our_package.engine:OurEngine`.
        make: gives the engine.

    Raises:
        EngineUnavailable: it can't be made, or is no engine.
    """

    def __init__(self, name: str, place: str, make: Callable[[], Any]) -> None:
        self.name = name
        self._what = f"the engine {name} ({place})"
        with _named(f"{self._what} can't be used", EngineUnavailable):
            engine = make()
            if not (callable(getattr(engine, "open", None)) and callable(getattr(engine, "languages", None))):
                raise _Broken("it has no open() and languages()")
            self._engine: Engine = engine

    def languages(self) -> frozenset[tuple[str, str]] | None:
        """The pairs that it says.

        Raises:
            EngineUnavailable: it says none that are pairs of languages.
        """
        with _named(f"{self._what} can't be used", EngineUnavailable):
            said = self._engine.languages()
            if said is None:
                return None
            pairs = list(said)
            if not all(map(_is_pair, pairs)):
                raise _Broken("languages() gives no pairs of languages, such as ('ja', 'en')")
            return frozenset((source, target) for source, target in pairs)

    def open(self, source: str, target: str) -> Model:
        """Its model for a pair of languages.

        Raises:
            EngineUnavailable: there is none.
            EngineError: it can't be opened, or is no model.
        """
        what = f"the engine {self.name}: its model for {source} to {target}"
        with _named(f"{what} can't be opened", EngineError):
            model = self._engine.open(source, target)
            for method in ("fits", "translate"):
                if not callable(getattr(model, method, None)):
                    raise _Broken(f"it has no {method}()")
            if not (isinstance(model.identity, str) and model.identity):
                raise _Broken("its identity is no text, by which a memory could know its translations again")
            if (model.source, model.target) != (source, target):
                raise _Broken(f"it is one for {model.source} to {model.target}")
            kind = _ForeignSteered if isinstance(model, SteeredModel) else _ForeignModel
            return kind(model, self.name, f"{what} failed")


class _ForeignModel:
    """A model of theirs whose every answer is looked at."""

    def __init__(self, model: Any, engine: str, failed: str) -> None:  # noqa: ANN401 - a Model, or what claims to be one
        self.engine = engine
        self.identity: str = model.identity
        self.source: str = model.source
        self.target: str = model.target
        self._model = model
        self._failed = failed

    def fits(self, text: str) -> bool:
        """What it says."""
        return bool(self._asked(self._model.fits, text))

    def translate(self, requests: Sequence[Request], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        """Its hypotheses, but those that can't be a translation: empty, far too long, without the prefix asked for."""
        answers = self._asked(self._model.translate, requests, decoding)
        with _named(self._failed, EngineError):
            return [
                tuple(_hypotheses(request, some))
                for request, some in zip(requests, _as_many(answers, requests), strict=True)
            ]

    def _asked(self, method: Callable[..., T], *arguments: object) -> T:
        with _named(self._failed, EngineError):
            return method(*arguments)


class _ForeignSteered(_ForeignModel):
    """The same of a model that can be led."""

    def can_write(self, text: str) -> bool:
        """What it says."""
        return bool(self._asked(self._model.can_write, text))

    def measure(self, pairs: Sequence[Pair]) -> list[Measured]:
        """What it measures."""
        measured = self._asked(self._model.measure, pairs)
        with _named(self._failed, EngineError):
            for one in _as_many(measured, pairs):
                if not isinstance(one, Measured):
                    raise _Broken(f"measure() gives {_shown(one)} where a Measured belongs")
            return list(measured)

    def align(self, pairs: Sequence[Pair]) -> list[tuple[Look, ...]]:
        """Where it looks."""
        looks = self._asked(self._model.align, pairs)
        with _named(self._failed, EngineError):
            for pair, some in zip(pairs, _as_many(looks, pairs), strict=True):
                for look in some:
                    if not isinstance(look, Look) or len(look.attention) != len(pair.source):
                        raise _Broken(
                            f"align() gives {_shown(look)} where a Look at {len(pair.source)} characters belongs"
                        )
            return [tuple(some) for some in looks]


class _Broken(Exception):
    """A promise that was not kept, in words."""


@contextmanager
def _named(what: str, kind: type[EngineError]) -> Iterator[None]:
    """Whatever goes wrong in their code as one error of ours."""
    try:
        yield
    except JaenError:
        raise
    except _Broken as error:
        raise kind(f"{what}: {error}; ask whoever made it") from None
    except (Exception, SystemExit) as error:  # of any class: requests', grpc's, their own
        raise kind(f"{what}: {type(error).__name__}: {one_line(str(error))}; ask whoever made it") from error


def _is_pair(value: object) -> bool:
    return isinstance(value, tuple | list) and len(value) == 2 and all(isinstance(code, str) for code in value)


def _as_many(answers: object, asked: Sequence[object]) -> Sequence[Any]:
    if not isinstance(answers, Sequence) or isinstance(answers, str | bytes):
        raise _Broken(f"it gives {_shown(answers)} where a list of answers belongs")
    if len(answers) != len(asked):
        raise _Broken(f"it gives {len(answers)} answers to {len(asked)} texts; each text needs one, in their order")
    return answers


def _hypotheses(request: Request, given: object) -> Iterator[Hypothesis]:
    """What can be used of the answer to one text."""
    if not isinstance(given, Sequence) or isinstance(given, str | bytes):
        raise _Broken(f"it answers a text with {_shown(given)}; each answer is a list of hypotheses")
    for one in given:
        if not (isinstance(one, Hypothesis) and isinstance(one.text, str) and isinstance(one.score, int | float)):
            raise _Broken(f"it gives {_shown(one)} where a Hypothesis with a text and a score belongs")
        text = usable(request.text, str.__str__(one.text))  # plain, not of a class that behaves otherwise
        if text and text.startswith(request.prefix) and not _LONE_SURROGATE.search(text):
            yield Hypothesis(text, float(one.score))


def _shown(value: object) -> str:
    text = ascii(value)
    return text if len(text) <= 80 else f"{text[:80]}…"
