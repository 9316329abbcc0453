"""The articles that a command looks into."""

from collections.abc import Iterator, Sequence

from jaen.cli.output import say
from jaen.model import Article
from jaen.reading import Failed, ReadOptions, read_paths

__all__ = ["Articles"]


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
