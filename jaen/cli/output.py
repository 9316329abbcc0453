"""Where results and messages go: results to standard output or a file, everything else to standard error."""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click

from jaen.errors import ConfigError
from jaen.reading import would_read

if sys.platform != "win32":
    import fcntl

__all__ = ["Destination", "Progress", "counted", "say", "with_progress"]

PART = ".part"  # what a running or interrupted run has written so far
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Destination:
    """Where results go, in which format.

    Attributes:
        format: a name the command offers.
        path: None is standard output; a link is a name of what it leads to.
    """

    format: str
    path: Path | None

    @property
    def part(self) -> Path:
        """The file that becomes `path` when the run has ended well."""
        return self._target.with_name(self._target.name + PART)

    @property
    def _target(self) -> Path:
        assert self.path
        return Path(os.path.realpath(self.path))

    @contextmanager
    def open(self, inputs: Sequence[str], resume: bool = False) -> Iterator[TextIO]:
        """Standard output, or a file that takes its final name only when everything is in it.

        Args:
            inputs: what the command reads.
            resume: go on after what an interrupted run has left.

        Raises:
            ConfigError: `path` is a folder, lies in none, is one of the inputs, or another run is writing it.
        """
        if self.path is None:
            yield sys.stdout
        elif self.path.exists() and not (self.path.is_file() or self.path.is_dir()):
            with self.path.open("w", encoding="utf-8", newline="\n") as out:  # >(gzip > all.gz), /dev/null
                yield out
        else:
            self._check(inputs)
            with self.part.open("a", encoding="utf-8", newline="\n") as out:
                self._lock(out)
                if not resume:
                    out.truncate(0)
                try:
                    yield out
                except BaseException:
                    out.flush()
                    if not os.fstat(out.fileno()).st_size:  # nothing to go on from, as after a wrong -g
                        self.part.unlink()
                    raise
                out.flush()
                os.fsync(out.fileno())
            self.part.replace(self._target)

    def _check(self, inputs: Sequence[str]) -> None:
        assert self.path
        if self.path.is_dir():
            raise ConfigError(f"-o {self.path}: is a folder; name a file in it")
        if not self._target.parent.is_dir():
            raise ConfigError(f"-o {self.path}: there is no folder {self._target.parent}; make it first")
        if would_read(inputs, self._target):
            raise ConfigError(f"-o {self.path}: is among the articles to read; name a file elsewhere")

    def _lock(self, out: TextIO) -> None:
        """Keep a second run from writing into the same file; it ends with the file's closing, also after a crash."""
        if sys.platform == "win32":
            return
        try:
            fcntl.flock(out, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ConfigError(f"-o {self.path}: another run is writing it; wait for its end or name another") from error


class Progress:
    """A bar on standard error when that is a terminal: things done, and how far the one is that takes long.

    Args:
        quiet: no bar.
        label: what is counted.
    """

    def __init__(self, quiet: bool, label: str = "articles") -> None:
        self._label = label
        self._hidden = quiet or not sys.stderr.isatty()
        self._note: str | None = None
        self._bar: Any = None

    def over(self, items: Iterable[Item]) -> Iterator[Item]:
        """*items*, counted."""
        with click.progressbar(
            items,
            label=self._label,
            file=sys.stderr,
            show_pos=True,
            hidden=self._hidden,
            item_show_func=lambda item: self._note,
        ) as self._bar:
            yield from self._bar

    def sentences(self, done: int, total: int) -> None:
        """Show how many sentences of those that are being translated are done; nothing any more when all are."""
        self._note = f"{done} of {counted(total, 'sentences')} translated" if done < total else None
        if self._bar:
            self._bar.render_progress()


def with_progress(items: Iterable[Item], quiet: bool, label: str = "articles") -> Iterator[Item]:
    """*items*, counted on a bar on standard error when that is a terminal."""
    return Progress(quiet, label).over(items)


def say(message: str) -> None:
    """A message to the person, on standard error."""
    click.echo(f"jaen: {message}", err=True)


def counted(count: int, plural: str) -> str:
    """A number with its noun.

    >>> counted(1, "articles"), counted(0, "articles"), counted(1, "entries")
    ('1 article', '0 articles', '1 entry')
    """
    return f"{count} {re.sub('ies$', 'ys', plural)[:-1] if count == 1 else plural}"
