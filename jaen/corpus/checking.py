"""What was found, as it is written: in articles, in a text and its translation, in translation memories."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from jaen.checks import check_documents, mark_ignored
from jaen.checks.consistency import Unit as Told
from jaen.checks.consistency import inconsistent_translations
from jaen.glossary.house import House
from jaen.model import Finding, PairReport, Report
from jaen.pipeline import Pipeline
from jaen.translation.memory.exchange import Unit
from jaen.writing.findings import Checked

__all__ = ["checked_articles", "checked_documents", "checked_units"]


def checked_articles(reports: Iterable[Report], house: House) -> Iterator[Checked]:
    """Each article as soon as it is there; then, of those with translations, where one source has several.

    Args:
        reports: their own findings are marked already.
        house: has the findings that may stand, for those that are found across all articles.
    """
    translated: list[Checked] = []
    told: list[tuple[Told, int]] = []
    for report in reports:
        checked = Checked(report.article, report.findings)
        if report.translations:
            told += [(one, len(translated)) for one in Told.of_report(report)]
            translated.append(checked)
        yield checked
    for number, findings in sorted(_inconsistent(told, translated, house).items()):
        yield Checked(translated[number].article, findings)


def checked_documents(source: Report, target: Report, house: House) -> tuple[PairReport, tuple[Checked, Checked]]:
    """Two articles, each with what was found in it; the second also with what was found in it as a translation.

    A forbidden term is told once, with the word of the source that it stands for.
    """
    pair = check_documents(source, target, house.ignored)
    told = {(one.span, one.concept_id) for one in pair.findings if one.code == "translation-forbidden-term"}
    own = [one for one in target.findings if one.code != "term-forbidden" or (one.span, one.concept_id) not in told]
    findings = sorted((*own, *pair.findings), key=lambda one: one.span.start if one.span else -1)
    first = Checked(source.article, source.findings)
    return pair, (first, Checked(target.article, tuple(findings), (source.article,)))


def checked_units(units: Iterable[tuple[str, Unit]], pipeline: Pipeline) -> list[Checked]:
    """Units of translation memories, each with what was found in it, also in comparison with all others.

    Args:
        units: with the file that each stands in.
        pipeline: has the glossary, and how the texts are read.
    """
    checked: list[Checked] = []
    told: list[tuple[Told, int]] = []
    for file, unit in units:
        report = pipeline.check_unit(unit, file)
        source, target = report.pair.source.article, report.pair.target.article
        told.append((Told.of_pair(report.pair, target.source), len(checked)))
        checked.append(Checked(target, report.findings, (source,)))
    for number, findings in _inconsistent(told, checked, pipeline.house).items():
        checked[number] = replace(checked[number], findings=(*checked[number].findings, *findings))
    return checked


def _inconsistent(
    told: Sequence[tuple[Told, int]], checked: Sequence[Checked], house: House
) -> Mapping[int, tuple[Finding, ...]]:
    """Number of the checked article → which of its translations differ from those of the same source elsewhere.

    Args:
        told: translations, each with the number of the article it stands in.
        checked: the articles.
        house: has the findings that may stand.
    """
    found: defaultdict[int, list[Finding]] = defaultdict(list)
    for number, finding in inconsistent_translations([one for one, _ in told]):
        found[told[number][1]].append(finding)
    return {
        number: mark_ignored(findings, checked[number].article, house.ignored) for number, findings in found.items()
    }
