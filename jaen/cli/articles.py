"""The articles that a command looks into."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from jaen.cli.output import say
from jaen.errors import InputError
from jaen.model import Article
from jaen.reading import Failed, ReadOptions, read_paths

__all__ = ["Articles", "one_article"]


class Articles:
    """The articles of some paths, counted; what can't be read is said on standard error.

    Attributes:
        count: how many were read so far.
        failed: how many could not be read.
    """

    def __init__(self, paths: Sequence[str], reading: ReadOptions | None = None) -> None:
        self._paths = paths
        self._reading = reading or ReadOptions()
        self.count = 0
        self.failed = 0

    def __iter__(self) -> Iterator[Article]:
        for article in read_paths(self._paths, self._reading):
            if isinstance(article, Failed):
                self.failed += 1
                say(str(article.error))
            else:
                self.count += 1
                yield article


def one_article(source: str, reading: ReadOptions) -> Article:
    """The article that the other commands call *source*: a file, or one line of it (`feed.jsonl:2`).

    Raises:
        InputError: there is none, more than one, or one that can't be read.
    """
    path, _, line = source.rpartition(":")
    of_a_line = path and line.isdigit() and not Path(source).exists()
    results = list(read_paths((path if of_a_line else source,), reading))
    if of_a_line:
        results = [result for result in results if result.source == source]
    if not results:
        raise InputError(f"{source}: there is no such {'line' if of_a_line else 'article'}")
    if len(results) > 1:
        raise InputError(f"{source}: {len(results)} articles; name one of them, e.g. {results[0].source}")
    if isinstance(results[0], Failed):
        raise results[0].error
    return results[0]
