"""Worker processes for a batch.

fugashi holds the interpreter lock, so only processes help; and native code that crashes takes its process along.
`multiprocessing.Pool` then waits for ever and `ProcessPoolExecutor` fails every article in flight, so the processes
here are held one by one: a dead one costs exactly the article it had, and is replaced.
"""

import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Any, Protocol, TypeVar

from jaen.corpus.job import Failure, attempt

__all__ = ["Sourced", "spread"]


class Sourced(Protocol):
    """What is worked on: an article, a unit of a translation memory."""

    @property
    def source(self) -> str:
        """Where it comes from, for messages."""


Given = TypeVar("Given", bound=Sourced)
Result = TypeVar("Result")
AHEAD = 8  # articles read ahead of the oldest unfinished one, per worker


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    job: tuple[int, Sourced] | None = None


def spread(
    articles: Iterable[Given], training: Callable[[], Callable[[Given], Result]], workers: int
) -> Iterator[Result | Failure]:
    """Work on *articles* in *workers* processes; results in the articles' order.

    Args:
        articles: read a few ahead; anything that can be pickled and has a source.
        training: called once in each process, gives what is done with an article there; can be pickled, as its results.
        workers: processes.
    """
    context = multiprocessing.get_context("spawn")
    resource_tracker.ensure_running()  # else the first start would start it, and that lets interrupts through
    crew = [_hire(context, training) for _ in range(workers)]
    jobs = enumerate(articles)
    done: dict[int, Result | Failure] = {}
    following = 0
    exhausted = False
    try:
        while True:
            for worker in crew:
                if worker.job is None and not exhausted and len(done) < AHEAD * workers:
                    worker.job = next(jobs, None)
                    exhausted = worker.job is None
                    if worker.job:
                        _hand_over(worker)
            busy = [worker for worker in crew if worker.job]
            if not busy and not done:
                return
            if busy:
                _collect(busy, done)
                for index, worker in enumerate(crew):
                    if not worker.process.is_alive() and worker.job is None:
                        crew[index] = _hire(context, training)
            while following in done:
                yield done.pop(following)
                following += 1
    finally:
        for worker in crew:
            worker.pipe.close()  # a worker ends when its pipe does
            worker.process.join(timeout=2)
            if worker.process.is_alive():
                worker.process.terminate()
                worker.process.join()


def _hire(context: SpawnContext, training: Callable[[], Callable[[Any], Any]]) -> _Worker:
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, training), daemon=True)
    with _interrupts_held():
        process.start()
    theirs.close()
    return _Worker(process, ours)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back; a process started meanwhile never sees one, not even before its first line runs."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _hand_over(worker: _Worker) -> None:
    assert worker.job
    with suppress(BrokenPipeError, ConnectionResetError):  # it died while idle; _collect sees that and says so
        worker.pipe.send(worker.job[1])


def _collect(busy: list[_Worker], done: dict[int, Any]) -> None:
    """Wait for at least one result, and put all that are there into *done*."""
    ready = wait([worker.pipe for worker in busy])
    for worker in busy:
        if worker.pipe not in ready or worker.job is None:
            continue
        number, article = worker.job
        try:
            done[number] = worker.pipe.recv()
        except (EOFError, OSError):  # OSError: it died in the middle of sending
            worker.process.join()
            reason = _death(worker.process.exitcode)
            done[number] = Failure(
                article.source, f"{article.source}: the worker process {reason}; other articles went on"
            )
        worker.job = None


def _death(code: int | None) -> str:
    if code is not None and code < 0:
        return f"was killed by {signal.Signals(-code).name}"
    return f"ended with exit code {code}"


def _work(pipe: Connection, training: Callable[[], Callable[[Any], Any]]) -> None:
    """A worker's life: get ready, then one article in, one result out, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle, also on Windows
    step = training()
    with suppress(EOFError, ConnectionError):  # the parent was interrupted or killed, and wants no more
        while True:
            article = pipe.recv()
            pipe.send(attempt(step, article, article.source))
