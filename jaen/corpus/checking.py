"""What was found, as it is written: in articles, in a text and its translation, in translation memories."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from jaen.checks import check_documents, mark_ignored
from jaen.checks.consistency import Told, inconsistent_translations
from jaen.corpus.job import Failure, Recipe, attempt
from jaen.corpus.workers import spread
from jaen.glossary.house import House
from jaen.model import Article, Finding, PairReport, Report
from jaen.model.finding import in_text_order
from jaen.pipeline import Pipeline
from jaen.translation.memory.exchange import Unit
from jaen.writing.findings import Checked

__all__ = ["Located", "checked_articles", "checked_documents", "checked_units"]


def checked_articles(reports: Iterable[Report], house: House) -> Iterator[Checked]:
    """Each article as soon as it is there; then, of those with translations, where one source has several.

    Args:
        reports: their own findings are marked already.
        house: has the findings that may stand, for those that are found across all articles.
    """
    translated: list[Article] = []
    told: list[tuple[Told, int]] = []
    for report in reports:
        if report.translations:
            told += [(one, len(translated)) for one in Told.of_report(report)]
            translated.append(report.article)
        yield Checked(report.article, report.findings, whole=report)
    for number, findings in sorted(_inconsistent(told).items()):
        article = translated[number]
        yield Checked(article, mark_ignored(findings, article, house.ignored))


def checked_documents(source: Report, target: Report, house: House) -> tuple[PairReport, tuple[Checked, Checked]]:
    """Two articles, each with what was found in it; the second also with what was found in it as a translation.

    A forbidden term is told once, with the word of the source that it stands for.
    """
    pair = check_documents(source, target, house.ignored)
    told = {(one.span, one.concept_id) for one in pair.findings if one.code == "translation-forbidden-term"}
    own = [one for one in target.findings if one.code != "term-forbidden" or (one.span, one.concept_id) not in told]
    findings = in_text_order((*own, *pair.findings))
    first = Checked(source.article, source.findings, whole=source if source.findings else None)
    return pair, (first, Checked(target.article, findings, (source.article,), whole=pair))


@dataclass(frozen=True, slots=True)
class Located:
    """A unit of a translation memory, and the file that it stands in."""

    file: str
    unit: Unit

    @property
    def source(self) -> str:
        """`memory.tmx:12`."""
        return f"{self.file}:{self.unit.place}"


def checked_units(units: Iterable[Located], recipe: Recipe, workers: int = 1) -> Iterator[Checked | Failure]:
    """Units of translation memories, each with what was found in it, also in comparison with all others.

    Args:
        units: in the order in which they are to be shown; the first one is shown when the last one has been read.
        recipe: glossary, and how the texts are read.
        workers: processes; 1 works in this one.

    Raises:
        GlossaryError: the glossary, or a table beside it, has problems.
    """
    check = _unit_checker(recipe)  # also with workers: a bad glossary is one message, not one for each of them
    results: Iterator[tuple[Checked, Told] | Failure]
    if workers > 1:
        results = spread(units, partial(_unit_checker, recipe), workers)
    else:
        results = (attempt(check, one, one.source) for one in units)
    done = list(results)
    told = [(result[1], number) for number, result in enumerate(done) if not isinstance(result, Failure)]
    found = _inconsistent(told)
    ignored = recipe.house().ignored
    for number, result in enumerate(done):
        if isinstance(result, Failure):
            yield result
        else:
            checked, _ = result
            more = mark_ignored(found.get(number, ()), checked.article, ignored)
            yield replace(checked, findings=(*checked.findings, *more))


def _unit_checker(recipe: Recipe) -> Callable[[Located], tuple[Checked, Told]]:
    """What a worker does with a unit."""
    return partial(_check_unit, recipe.pipeline())


def _check_unit(pipeline: Pipeline, one: Located) -> tuple[Checked, Told]:
    report = pipeline.check_unit(one.unit, one.file)
    source, target = report.pair.source.article, report.pair.target.article
    return Checked(target, report.findings, (source,)), Told.of_pair(report.pair, one.source)


def _inconsistent(told: Sequence[tuple[Told, int]]) -> Mapping[int, Sequence[Finding]]:
    """Which translations differ from those of the same source elsewhere, by the number that is given with each."""
    found: defaultdict[int, list[Finding]] = defaultdict(list)
    for number, finding in inconsistent_translations([one for one, _ in told]):
        found[told[number][1]].append(finding)
    return found
