"""Where results and messages go: results to standard output or a file, everything else to standard error."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO, TypeVar

import click

from jaen.errors import ConfigError

__all__ = ["Destination", "say", "with_progress"]

PART = ".part"  # what a running or interrupted run has written so far
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Destination:
    """Where results go, in which format.

    Attributes:
        format: a name the command offers.
        path: None is standard output.
    """

    format: str
    path: Path | None

    @property
    def part(self) -> Path:
        """The file that becomes `path` when the run has ended well."""
        assert self.path
        return self.path.with_name(self.path.name + PART)

    @contextmanager
    def open(self, resume: bool = False) -> Iterator[TextIO]:
        """Standard output, or a file that takes its final name only when everything is in it.

        Args:
            resume: go on after what an interrupted run has left.

        Raises:
            ConfigError: the folder of `path` does not exist, or `path` is a folder.
        """
        if self.path is None:
            yield sys.stdout
            return
        if self.path.is_dir():
            raise ConfigError(f"-o {self.path}: is a folder; name a file in it")
        if not self.path.parent.is_dir():
            raise ConfigError(f"-o {self.path}: there is no folder {self.path.parent}; make it first")
        with self.part.open("a" if resume else "w", encoding="utf-8", newline="\n") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        self.part.replace(self.path.resolve())  # a link stays a link


def with_progress(items: Iterable[Item], quiet: bool) -> Iterator[Item]:
    """*items*, counted on a bar on standard error when that is a terminal."""
    hidden = quiet or not sys.stderr.isatty()
    with click.progressbar(items, label="articles", file=sys.stderr, show_pos=True, hidden=hidden) as bar:
        yield from bar


def say(message: str) -> None:
    """A message to the person, on standard error."""
    click.echo(f"jaen: {message}", err=True)
