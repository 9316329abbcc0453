"""Findings for a terminal and an editor: `file:line:column: severity code: message`, related places indented."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from jaen.writing.digest import excerpt, role_phrase
from jaen.writing.findings.places import RELATED, Checked, Places, Showing, details, is_shown

__all__ = ["write_text"]


def write_text(checked: Iterable[Checked], out: TextIO, showing: Showing) -> None:
    """One line for each finding, one more for each place that it speaks of; each article as soon as it is there."""
    for one in checked:
        out.writelines(f"{line}\n" for line in _lines(one, showing))


def _lines(checked: Checked, showing: Showing) -> Iterator[str]:
    places = Places(checked)
    for finding in checked.findings:
        if is_shown(finding, showing):
            here = places.of(finding)
            yield f"{here}: {finding.severity} {finding.code}: {details(finding, places.words(finding))}"
            for related in finding.related:
                there = places.of_related(related)
                where = "" if there == here else f" {there}"
                yield f"  {role_phrase(related.role)}{where}: {excerpt(related.text, RELATED)}"
