"""Findings as Markdown, for a mail or an issue tracker: a list under the name of each article."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from jaen.model import Finding
from jaen.writing.digest import excerpt, role_phrase
from jaen.writing.findings.places import RELATED, Checked, Place, Places, Showing, details, is_shown
from jaen.writing.markdown import escape

__all__ = ["write_markdown"]


def write_markdown(checked: Iterable[Checked], out: TextIO, showing: Showing) -> None:
    """A heading for each article in which something was found, and a list below it."""
    before = ""
    for one in checked:
        shown = [finding for finding in one.findings if is_shown(finding, showing)]
        if shown:
            out.write(before + "\n".join(_lines(one, shown)) + "\n")
            before = "\n"
    if not before:
        out.write("No findings.\n")


def _lines(checked: Checked, shown: Sequence[Finding]) -> Iterator[str]:
    places = Places(checked)
    yield f"## {escape(checked.article.source)}"
    yield ""
    for finding in shown:
        place, words = places.of(finding), places.words(finding)
        where = f", {_in_file(place)}" if place.line else ""
        yield f"- **{finding.severity}** {finding.code}{where}: {escape(details(finding, words))}"
        for related in finding.related:
            there = places.of_related(related)
            named = _in_file(there) if there.file == place.file and there.line else escape(str(there))
            at = "" if there == place else f" {named}"
            yield f"  - {role_phrase(related.role)}{at}: {escape(excerpt(related.text, RELATED))}"


def _in_file(place: Place) -> str:
    return f"line {place.line}" + (f", column {place.column}" if place.column else "")
