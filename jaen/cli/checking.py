"""The articles and memories of `jaen check`, one after the other, and what is counted on the way."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from jaen.checks.units import is_checkable
from jaen.cli.codes import EXIT_ERROR, EXIT_FINDINGS, EXIT_FINE
from jaen.cli.options import Source
from jaen.cli.output import Progress, counted, say
from jaen.cli.results import Results
from jaen.corpus import Recipe
from jaen.corpus.checking import Located, checked_articles, checked_documents, checked_units
from jaen.errors import ExchangeError
from jaen.glossary.house import House
from jaen.model import PairReport, Report, Severity
from jaen.translation import Translator
from jaen.translation.memory.exchange import Refused, is_bilingual, read_bilingual
from jaen.writing.findings import Checked

__all__ = ["Checking", "Choice"]

Thing = TypeVar("Thing")
_SEVERITIES = tuple(Severity)  # the worst first
_NAMES = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "hints"}
_A_LIST = 5  # findings from which on it is told how often each code was found
_SUFFIX = re.compile(r"\.[^./:]+(?=(?::\d+)?$)")  # of day.txt and of feed.jsonl:3
_NAMED = 20  # units that were not checked, by line


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is looked at and shown.

    Attributes:
        show_all: hints and what may stand as well.
        only: codes of the findings that count; all where none is named.
        fail_on: the severity of a finding from which the exit code is 1, or `never`.
        apart: two articles are never a text and its translation.
        workers: processes.
        quiet: no progress bar and no summary.
    """

    show_all: bool
    only: tuple[str, ...]
    fail_on: str
    apart: bool
    workers: int
    quiet: bool


class Checking:
    """One run of `jaen check`.

    Args:
        source: files of articles and of translations.
        recipe: glossary and settings.
        translator: makes translations, which are checked, too; None makes none.
        choice: what is looked at.
    """

    def __init__(self, source: Source, recipe: Recipe, translator: Translator | None, choice: Choice) -> None:
        memories = tuple(path for path in source.paths if is_bilingual(path) and not Path(path).is_dir())
        self._articles = replace(source, paths=tuple(path for path in source.paths if path not in memories))
        self._memories = memories
        self._recipe = recipe
        self._choice = choice
        self._progress = Progress(choice.quiet)
        self._results = Results(translator, self._progress.sentences)
        given = {"articles": self._articles.paths, "units": memories}
        self._things = Counter({name: 0 for name, paths in given.items() if paths})
        self._found: Counter[Severity] = Counter()
        self._codes: Counter[tuple[Severity, str]] = Counter()
        self._ignored = 0
        self._failed = 0

    def checked(self) -> Iterator[Checked]:
        """Every article and every unit with what was found in it; what can't be read is said and counted."""
        for one in chain(self._of_articles(), self._of_memories()):
            findings = [found for found in one.findings if not self._choice.only or found.code in self._choice.only]
            self._ignored += sum(bool(finding.ignored) for finding in findings)
            self._found.update(finding.severity for finding in findings if not finding.ignored)
            self._codes.update((finding.severity, finding.code) for finding in findings if not finding.ignored)
            yield replace(one, findings=tuple(findings))

    def _of_articles(self) -> Iterator[Checked]:
        if not self._articles.paths:
            return
        found = self._results.reports(self._articles, self._recipe, self._choice.workers)
        reports = self._progress.over(self._count(found, "articles"))
        if self._are_two(Path.is_dir):
            yield from self._of_folders(reports)
            return
        if self._are_two(lambda path: not path.is_dir()):
            first = list(islice(reports, 3))
            if len(first) == 2 and {one.language for one in first} == {"ja", "en"}:
                yield from self._of_documents(*first)
                return
            reports = chain(first, reports)
        yield from checked_articles(reports, self._recipe.house())

    def _are_two(self, is_one: Callable[[Path], bool]) -> bool:
        """Whether there are two paths, both such, that may be texts and their translations."""
        paths = self._articles.paths
        return len(paths) == 2 and not self._choice.apart and all(is_one(Path(path)) for path in paths)

    def _of_folders(self, reports: Iterable[Report]) -> Iterator[Checked]:
        """Two folders: articles of one name in both, one Japanese and one English, are a text and its translation."""
        source, target = self._articles.paths
        house = self._recipe.house()
        texts: dict[str, Report] = {}
        alone: list[Report] = []
        pairs = 0
        for report in reports:
            if (name := _name_in(source, report)) is not None:
                texts[name] = report
                continue
            name = _name_in(target, report) or ""
            text = texts.get(name)
            if text and {text.language, report.language} == {"ja", "en"}:
                pairs += 1
                yield from self._pair(texts.pop(name), report, house)
            else:
                alone.append(report)
        alone = [*texts.values(), *alone]
        say(f"{source} and {target}: {counted(pairs, 'articles')} of one name in both read as text and translation")
        if alone:
            say(f"{counted(len(alone), 'articles')} without the other language checked alone; each alone: --apart")
        yield from checked_articles(alone, house)

    def _of_documents(self, source: Report, target: Report) -> Iterator[Checked]:
        first = f"{source.article.source} ({source.language}) is read as the text"
        second = f"{target.article.source} ({target.language}) as its translation"
        say(f"{first}, {second}; to check each alone: --apart")
        yield from self._pair(source, target, self._recipe.house())

    def _pair(self, source: Report, target: Report, house: House) -> Iterator[Checked]:
        pair, both = checked_documents(source, target, house)
        self._things["sentence pairs"] += _compared(pair)
        yield from both

    def _of_memories(self) -> Iterator[Checked]:
        if not self._memories:
            return
        units = [unit for file in self._memories for unit in self._read(file)]
        shown = Progress(self._choice.quiet, "units").over(self._count(units, "units"))
        for one in checked_units(shown, self._recipe, self._choice.workers):
            if isinstance(one, Checked):
                yield one
            else:
                say(one.message)
                self._failed += 1

    def _read(self, file: str) -> Iterator[Located]:
        """The units of a file that can be checked; the others are named with the reason."""
        try:
            incoming = read_bilingual(file)
        except ExchangeError as error:
            say(str(error))
            self._failed += 1
            return
        for note in incoming.notes:
            say(f"{file}: {note}")
        refused = list(incoming.refused)
        for unit in incoming.units:
            if is_checkable(unit):
                yield Located(file, unit)
            else:
                refused.append(Refused(unit.place, f"it is from {unit.source} into {unit.target}, not ja and en"))
        refused.sort(key=lambda one: int(one.place))
        for one in refused[:_NAMED]:
            say(f"{file}:{one.place}: not checked: {one.reason}")
        if len(refused) > _NAMED:
            say(f"{file}: {len(refused) - _NAMED} more are not checked")

    def _count(self, things: Iterable[Thing], name: str) -> Iterator[Thing]:
        for thing in things:
            self._things[name] += 1
            yield thing

    def summary(self, *, is_all_shown: bool) -> str:
        """One line: how much was looked at, and how much was found."""
        things = [counted(count, name) for name, count in self._things.items()]
        if failed := self._failed + self._results.failed:
            things.append(f"{failed} failed")
        found = [counted(self._found[severity], name) for severity, name in _NAMES.items()]
        if self._found[Severity.INFO] and not is_all_shown:
            found[-1] += " (shown with --all)"
        if self._ignored:
            found.append(f"{self._ignored} ignored")
        return f"{', '.join(things)}: {', '.join(found)}"

    def codes(self, *, is_all_shown: bool) -> str | None:
        """One line: how often each code was found, the most frequent first; None where a glance at the list tells it."""
        shown = Counter[str]()
        for (severity, code), count in self._codes.items():
            if is_all_shown or severity is not Severity.INFO:
                shown[code] += count
        if len(shown) < 2 or shown.total() < _A_LIST:
            return None
        return f"{', '.join(f'{code} {count}' for code, count in shown.most_common())}; --codes explains them"

    def exit_code(self) -> int:
        """3 when something could not be read, 1 when there is a finding as bad as asked for, else 0."""
        if self._failed + self._results.failed:
            return EXIT_ERROR
        if self._choice.fail_on == "never":
            return EXIT_FINE
        refused = _SEVERITIES[: _SEVERITIES.index(Severity(self._choice.fail_on)) + 1]
        return EXIT_FINDINGS if any(self._found[severity] for severity in refused) else EXIT_FINE


def _name_in(folder: str, report: Report) -> str | None:
    """What an article is called in a folder, without its file's suffix; None where it is not in it."""
    path = Path(report.article.source)
    if not path.is_relative_to(folder):
        return None
    return _SUFFIX.sub("", path.relative_to(folder).as_posix())


def _compared(pair: PairReport) -> int:
    """How many pairs of sentences were compared."""
    return sum(bool(bead.source and bead.target) for bead in pair.alignment.beads) if pair.alignment.is_trusted else 0
