"""Findings as a SARIF log, for code hosts and editors."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from jaen.writing.digest import role_phrase
from jaen.writing.findings.places import Checked, Place, Places, Showing
from jaen.writing.sarif import SarifPlace, SarifResult, write_sarif

__all__ = ["write_log"]


def write_log(checked: Iterable[Checked], out: TextIO, showing: Showing) -> None:
    """One log with everything that was found; what may stand is suppressed in it."""
    results = [result for one in checked for result in _results(one)]
    out.write(write_sarif(results, showing.rules, showing.version) + "\n")


def _results(checked: Checked) -> Iterator[SarifResult]:
    places = Places(checked)
    for finding in checked.findings:
        advice = finding.suggestion
        is_said = not advice or advice in finding.message
        here = _sarif_place(places.of(finding))
        yield SarifResult(
            code=finding.code,
            severity=finding.severity.value,
            message=finding.message if is_said else f"{finding.message}; → {advice}",
            file=here.file,
            line=here.line,
            column=here.column,
            end=here.end,
            subject=finding.concept_id or "",
            suppressed=finding.ignored,
            related=tuple(
                _sarif_place(places.of_related(one), f"{role_phrase(one.role)}: {one.text}") for one in finding.related
            ),
        )


def _sarif_place(place: Place, message: str = "") -> SarifPlace:
    file = "" if place.file == "-" else place.file
    return SarifPlace(file=file, line=place.line, column=place.column, end=place.end, message=message)
