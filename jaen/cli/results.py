"""What comes of a command's articles, counted for the summary and the exit code."""

import time
from collections import Counter
from collections.abc import Callable, Iterator

from jaen.cli.codes import EXIT_ERROR, EXIT_FINDINGS, EXIT_FINE
from jaen.cli.options import Source
from jaen.cli.output import counted, say
from jaen.corpus import Failure, Recipe, process
from jaen.model import Article, Report, Severity
from jaen.reading import Failed, read_paths

__all__ = ["Results"]

_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class Results:
    """The reports of one command, and what was counted on the way."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._counts: Counter[str] = Counter()
        self._severities: set[Severity] = set()

    def reports(
        self, source: Source, recipe: Recipe, workers: int = 1, skip: Callable[[Article], bool] = lambda article: False
    ) -> Iterator[Report]:
        """Reports in the order of the articles; what failed is said on standard error and counted."""
        for result in process(self._articles(source, skip), recipe, workers):
            if isinstance(result, Failure):
                self._fail(result.message)
                continue
            self._counts["articles"] += 1
            self._counts["sentences"] += sum(segment.content for segment in result.segments)
            self._counts["mentions"] += len(result.mentions)
            self._counts["findings"] += len(result.findings)
            self._severities.update(finding.severity for finding in result.findings)
            yield result

    def _articles(self, source: Source, skip: Callable[[Article], bool]) -> Iterator[Article]:
        for article in read_paths(source.paths, source.reading):
            if isinstance(article, Failed):
                self._fail(str(article.error))
            elif skip(article):
                self._counts["skipped"] += 1
            else:
                yield article

    def _fail(self, message: str) -> None:
        self._counts["failed"] += 1
        say(message)

    def summary(self) -> str:
        """One line: what was done, and in what time."""
        names = ("articles", "sentences", "mentions", "findings")
        parts = [counted(self._counts[name], name) for name in names]
        parts += [f"{self._counts[name]} {name}" for name in ("skipped", "failed") if self._counts[name]]
        return f"{', '.join(parts)} in {time.monotonic() - self._started:.1f} s"

    def exit_code(self, fail_on: str = "never") -> int:
        """3 when an article failed, 1 when there is a finding as bad as *fail_on*, else 0."""
        if self._counts["failed"]:
            return EXIT_ERROR
        if fail_on != "never" and self._severities & set(_WORST_FIRST[: _WORST_FIRST.index(Severity(fail_on)) + 1]):
            return EXIT_FINDINGS
        return EXIT_FINE
