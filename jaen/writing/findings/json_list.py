"""Findings for programs: one JSON list, hints and what may stand in it as well."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from jaen.model.contract import finding_json, related_json
from jaen.writing.findings.places import Checked, Place, Places, Showing

__all__ = ["write_json"]


def write_json(checked: Iterable[Checked], out: TextIO, showing: Showing) -> None:
    """A list, one finding a line.

    Of each: what `jaen.report/1` says of a finding, and the article's id and source, line and column in its file (from
    1, in code points; null where the text was taken out of markup or a JSON line), and the text at its span.
    """
    before = "[\n"
    for one in checked:
        for value in _values(one):
            out.write(before + json.dumps(value, ensure_ascii=False))
            before = ",\n"
    out.write("[]\n" if before == "[\n" else "\n]\n")


def _values(checked: Checked) -> Iterator[dict[str, Any]]:
    places, article = Places(checked), checked.article
    for finding in checked.findings:
        yield {
            **_where(article.id, article.source, places.of(finding)),
            "text": places.words(finding) if finding.span else None,
            **finding_json(finding),
            "related": [
                {**_where(one.article_id, places.file(one), places.of_related(one)), **related_json(one)}
                for one in finding.related
            ],
        }


def _where(article: str, source: str, place: Place) -> dict[str, Any]:
    return {"article": article, "source": source, "line": place.line, "column": place.column}
