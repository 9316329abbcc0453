"""What all engines share that ask a server: batches, a few requests in flight, and what is taken for a translation."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from queue import Empty, Queue
from threading import Event, Thread
from typing import TypeVar

from jaen.errors import ConfigError, EngineError, EngineUnavailable
from jaen.translation.addresses import checked_url
from jaen.translation.engines.engine import Request
from jaen.translation.http import NoAnswer

__all__ = ["Bounds", "Key", "batches", "failure", "in_flight", "is_too_much", "named_key", "server_url", "usable"]

IN_FLIGHT = 4
GROWTH = (200, 20)  # a translation has at most 200 characters more than 20 times its source; a loop has more

A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Bounds:
    """Of one request to a server.

    Attributes:
        texts: at most so many.
        characters: of all its texts together; a single text may have more.
    """

    texts: int
    characters: int


@dataclass(frozen=True, slots=True)
class Key:
    """A key for a server.

    Attributes:
        variable: environment variable that holds it.
        value: None where there is none.
    """

    variable: str
    value: str | None = field(repr=False)


def server_url(engine: str, url: str | None, example: str) -> str:
    """The address that a user gave, without a slash at its end; there is no other that anything would be sent to.

    Raises:
        ConfigError: there is none, or it is no http or https address.
    """
    if url is None:
        raise ConfigError(
            f"the engine {engine} needs the address of a server; give it with --url, e.g. --url {example}"
        )
    return checked_url(url).rstrip("/")


def named_key(variable: str) -> Key:
    """The key in an environment variable.

    Raises:
        ConfigError: it holds what no key can; the message does not show it.
    """
    key = os.environ.get(variable, "").strip()
    if not (key.isascii() and key.isprintable()):
        raise ConfigError(
            f"{variable} holds characters that no key has (a line break, a letter outside ASCII); set it anew"
        )
    return Key(variable, key or None)


def batches(
    requests: Sequence[Request], bounds: Bounds, alone: Callable[[str], object] = lambda text: False
) -> Iterator[list[Request]]:
    """*requests* in order, as many at a time as a server takes.

    Args:
        requests: to be sent.
        bounds: of one batch.
        alone: true for a text that must not be together with others.

    >>> [len(batch) for batch in batches([Request("あ" * n) for n in (4, 4, 9, 1, 1, 1)], Bounds(2, 8))]
    [2, 1, 2, 1]
    """
    batch: list[Request] = []
    characters = 0
    was_alone = False
    for request in requests:
        is_alone = bool(alone(request.text))
        full = len(batch) == bounds.texts or characters + len(request.text) > bounds.characters
        if batch and (full or is_alone or was_alone):
            yield batch
            batch, characters = [], 0
        batch.append(request)
        characters += len(request.text)
        was_alone = is_alone
    if batch:
        yield batch


def in_flight(ask: Callable[[A], B], items: Sequence[A], alone: int = 0) -> list[B]:
    """`ask(item)` for each item, a few at a time; results in the order of the items.

    The first error, or an interrupt, ends the wait at once; no further item is begun.

    Args:
        ask: is called in several threads.
        items: to be asked for.
        alone: so many are asked for first, one after the other: a server that refuses everything is then asked only once.
    """
    return [*map(ask, items[:alone]), *_together(ask, items[alone:])]


def _together(ask: Callable[[A], B], items: Sequence[A]) -> list[B]:
    todo: Queue[tuple[int, A]] = Queue()
    for numbered in enumerate(items):
        todo.put(numbered)
    done: Queue[tuple[int, B | BaseException]] = Queue()
    stop = Event()

    def work() -> None:
        while not stop.is_set():
            try:
                number, item = todo.get_nowait()
            except Empty:
                return
            try:
                done.put((number, ask(item)))
            except BaseException as error:  # noqa: BLE001 - raised again below, in the thread that asked
                done.put((number, error))
                return

    # Not an executor: its threads would be waited for when the program ends.
    for _ in range(min(IN_FLIGHT, len(items))):
        Thread(target=work, daemon=True, name="jaen-server").start()
    results: dict[int, B] = {}
    try:
        while len(results) < len(items):
            number, result = done.get()
            if isinstance(result, BaseException):
                raise result
            results[number] = result
    finally:
        stop.set()
    return [results[number] for number in range(len(items))]


def usable(source: str, text: object) -> str | None:
    r"""A server's translation of *source* on one line; None for what can't be one.

    That is no text, an empty one, one with control characters, and one that is far too long.

    >>> usable("東京です。", "It is\nTokyo. ")
    'It is Tokyo.'
    >>> usable("東京です。", "Tokyo " * 1000) is None
    True
    """
    more, times = GROWTH
    if not isinstance(text, str) or len(text) > more + times * len(source):
        return None
    line = re.sub(r"\s*[\r\n\u2028\u2029\x85]\s*", " ", text).strip()
    return None if not line or re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", line) else line


def is_too_much(error: NoAnswer) -> bool:
    """True when a server may take the same in smaller parts: it called the request bad or too large."""
    return error.status in (400, 413, 422)


def failure(error: NoAnswer, key: Key) -> EngineError:
    """*error* with what to do about it, and without the key, if the server should have repeated it."""
    what = str(error).replace(key.value, "…") if key.value else str(error)
    if error.is_late:
        return EngineError(f"{what}; JAEN_TIMEOUT=900 lets a request take 900 seconds")
    match error.status:
        case None:
            return EngineUnavailable(f"{what}; is the server running? Start it, or give another address with --url")
        case 401 | 403:
            return EngineUnavailable(f"{what}; does the server need a key? Set {key.variable}")
        case 400 | 413 | 422:
            return EngineError(f"{what}; the server says what it does not take, or its manual does")
        case 429:
            return EngineError(f"{what}; the server has had enough for now: try again later")
        case status if status >= 500:
            return EngineError(f"{what}; the server's own log may say more")
    return EngineError(f"{what}; is it the right address? Give it with --url, as the server's manual says")
