"""What comes of a command's articles, counted for the summary and the exit code."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jaen.cli.codes import EXIT_ERROR, EXIT_FINDINGS, EXIT_FINE
from jaen.cli.options import Run, Source
from jaen.cli.output import Destination, Progress, counted, say
from jaen.corpus import Failure, Journal, Recipe, process
from jaen.errors import ConfigError, EngineError, TranslationMemoryError
from jaen.model import Article, Report, Severity
from jaen.reading import Failed, read_paths
from jaen.translation import OnProgress, Translator
from jaen.writing import WRITERS, write

__all__ = ["Batch", "Results"]

_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles, what is done with them, and how: what `process` and `translate` do."""

    source: Source
    recipe: Recipe
    translator: Translator | None
    run: Run

    def write(self, destination: Destination) -> int:
        """Write every report, say the summary, and return the exit code.

        Raises:
            ConfigError: the destination does not go with the format or with `--resume`.
            EngineError, TranslationMemoryError: nothing can be translated any more; what is done is said before.
        """
        writer, run = WRITERS[destination.format], self.run
        if run.resume and (destination.path is None or destination.format != "jsonl"):
            raise ConfigError("--resume: works with -o OUT and -f jsonl, where every line is one finished article")
        if writer.has_translations_only and self.translator is None:
            raise ConfigError(f"-f {destination.format}: holds translations only; add --to en or --to ja")
        if writer.is_binary and destination.path is None:
            raise ConfigError(f"-f {destination.format}: is not text and needs a file; add -o OUT")
        progress = Progress(run.quiet)
        results = Results(self.translator, progress.sentences)
        with destination.open(self.source.paths, run.resume) as out:
            done = Journal.recover(destination.part, self.recipe, self.translator) if run.resume else Journal({})
            reports = results.reports(self.source, self.recipe, run.workers, done.holds)
            try:
                write(progress.over(reports), destination.format, out.buffer if writer.is_binary else out)
            except (EngineError, TranslationMemoryError):
                say(results.stopped(destination))
                raise
        if not run.quiet:
            say(results.summary())
        return results.exit_code(run.fail_on)


class Results:
    """The reports of one command, and what was counted on the way.

    Args:
        translator: of the command, where it translates.
        on_progress: see `Translator.translate`.
    """

    def __init__(self, translator: Translator | None = None, on_progress: OnProgress | None = None) -> None:
        self._translator = translator
        self._on_progress = on_progress
        self._started = time.monotonic()
        self._counts: Counter[str] = Counter()
        self._rungs: Counter[str] = Counter()
        self._severities: set[Severity] = set()

    def reports(
        self, source: Source, recipe: Recipe, workers: int = 1, skip: Callable[[Article], bool] = lambda article: False
    ) -> Iterator[Report]:
        """Reports in the order of the articles; what failed is said on standard error and counted."""
        articles = self._articles(source, skip)
        for result in process(articles, recipe, workers, self._translator, self._on_progress):
            if isinstance(result, Failure):
                self._fail(result.message)
                continue
            self._counts["articles"] += 1
            self._counts["sentences"] += sum(segment.content for segment in result.segments)
            self._counts["mentions"] += len(result.mentions)
            standing = [finding for finding in result.findings if not finding.ignored]
            self._counts["findings"] += len(standing)
            self._counts["ignored"] += len(result.findings) - len(standing)
            self._severities.update(finding.severity for finding in standing)
            self._count_translations(result)
            yield result

    def _count_translations(self, report: Report) -> None:
        glosses = {gloss.segment_id: gloss.text for gloss in report.glosses}
        concepts = {mention.concept.id: mention.concept for mention in report.mentions}
        for translation in report.translations:
            self._counts[translation.state] += 1
            self._counts["flags"] += len(translation.flags)
            for term in translation.terms:
                if translation.state == "untranslated":
                    names = [
                        one.text for one in concepts[term.concept_id].terms if one.language == translation.language
                    ]
                    is_there = any(name in glosses.get(translation.segment_id, "") for name in names)
                    self._counts["glossed" if is_there else "missing"] += 1
                    continue
                self._counts[term.outcome] += 1
                if term.outcome == "repaired" and term.rung:
                    self._rungs[term.rung] += 1

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

    @property
    def failed(self) -> int:
        """How many articles could not be read or processed."""
        return self._counts["failed"]

    def summary(self) -> str:
        """One line: what was done, and in what time."""
        names = ("articles", "sentences", "mentions", "findings")
        parts = [counted(self._counts[name], name) for name in names]
        parts += [f"{self._counts[name]} {name}" for name in ("ignored", "skipped", "failed") if self._counts[name]]
        translated = f"; {self._translations()};" if self._translator else ""
        return f"{', '.join(parts)}{translated} in {time.monotonic() - self._started:.1f} s"

    def _translations(self) -> str:
        """`13 to translate: 12 translated, 1 untranslated; terms: 9 satisfied, 4 repaired (carrier 3, append 1), 0 unmet; 2 flags`."""
        counts = self._counts
        done = counts["translated"] + counts["reviewed"]
        reviewed = f" ({counts['reviewed']} reviewed)" if counts["reviewed"] else ""
        segments = (
            f"{done + counts['untranslated']} to translate: "  # the others are in the language already
            f"{done} translated{reviewed}, {counts['untranslated']} untranslated"
        )
        rungs = ", ".join(f"{rung} {count}" for rung, count in self._rungs.most_common())
        terms = [
            f"{counts['satisfied']} satisfied",
            f"{counts['repaired']} repaired" + (f" ({rungs})" if rungs else ""),
            f"{counts['unmet']} unmet",
        ]
        left = (("glossed", "in glosses"), ("missing", "in untranslated sentences"))
        terms += [f"{counts[name]} {where}" for name, where in left if counts[name]]
        return f"{segments}; terms: {', '.join(terms)}; {counted(counts['flags'], 'flags')}"

    def stopped(self, destination: Destination) -> str:
        """Where a run stands that can't go on."""
        done = f"{counted(self._counts['articles'], 'articles')} done, then the translator failed"
        if destination.path is None or destination.format != "jsonl" or not self._counts["articles"]:
            return done
        return f"{done}; they are in {destination.part}, run again with --resume to go on"

    def exit_code(self, fail_on: str = "never") -> int:
        """3 when an article failed, 1 when there is a finding as bad as *fail_on*, else 0."""
        if self._counts["failed"]:
            return EXIT_ERROR
        if fail_on != "never" and self._severities & set(_WORST_FIRST[: _WORST_FIRST.index(Severity(fail_on)) + 1]):
            return EXIT_FINDINGS
        return EXIT_FINE
