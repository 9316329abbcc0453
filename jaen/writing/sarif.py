"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines.

Source: OASIS Standard, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, 27 March 2020.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

__all__ = ["SarifPlace", "SarifResult", "SarifRule", "write_sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_FINGERPRINT = "jaen/v1"


@dataclass(frozen=True, slots=True)
class SarifRule:
    """A kind of finding: its code, what it finds in one sentence, and its usual severity."""

    code: str
    title: str
    severity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SarifPlace:
    """Another place that a finding speaks of.

    Attributes:
        file, line, column, end: as in `SarifResult`.
        message: what the place is to the finding.
    """

    message: str
    file: str = ""
    line: int | None = None
    column: int | None = None
    end: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SarifResult:
    """One finding.

    Attributes:
        code: of one of the rules.
        severity: `error`, `warning` or `info`.
        file: its path as the user wrote it; "" where there is none.
        line: from 1; None where the file has no lines (a sheet).
        column: in code points, from 1; None where only the line is known.
        end: line and column after its last character.
        subject: what it is about, stable when lines move: the id of a concept; "" where there is nothing to name.
        suppressed: why it may stand; "" when it may not.
        related: other places that it speaks of.
    """

    code: str
    severity: str
    message: str
    file: str = ""
    line: int | None = None
    column: int | None = None
    end: tuple[int, int] | None = None
    subject: str = ""
    suppressed: str = ""
    related: tuple[SarifPlace, ...] = ()


def write_sarif(results: Iterable[SarifResult], rules: Sequence[SarifRule], version: str) -> str:
    """One SARIF log with one run of jaen.

    Relative paths stay relative, with / between folders; absolute ones become file: addresses.

    Args:
        results: in the order in which they are to be shown; each code must be that of a rule.
        rules: all that could have been found.
        version: of jaen.

    >>> rule = SarifRule("odd-width", "A term has half-width katakana.", "warning")
    >>> found = SarifResult(code="odd-width", severity="warning", message="'ﾁｯﾌﾟ' …", file="news/chip.yaml", line=3)
    >>> log = json.loads(write_sarif([found], [rule], "1.0"))
    >>> log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    {'startLine': 3}
    """
    index = {rule.code: number for number, rule in enumerate(rules)}
    driver = {"name": "jaen", "semanticVersion" if _is_semantic(version) else "version": version}
    seen: dict[str, int] = {}
    run = {
        "tool": {"driver": driver | {"rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(result, index, seen) for result in results],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _is_semantic(version: str) -> bool:
    parts = version.split(".")
    return len(parts) == 3 and all(part.isdigit() for part in parts)


def _rule(rule: SarifRule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(part.title() for part in rule.code.split("-")),
        "shortDescription": {"text": rule.title},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(result: SarifResult, index: dict[str, int], seen: dict[str, int]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": result.code,
        "ruleIndex": index[result.code],
        "level": _LEVELS[result.severity],
        "message": {"text": result.message},
        "partialFingerprints": {_FINGERPRINT: _fingerprint(result, seen)},
    }
    location = _location(result)
    if result.subject:
        location["logicalLocations"] = [{"name": result.subject}]
    if location:
        found["locations"] = [location]
    if result.suppressed:
        found["suppressions"] = [{"kind": "external", "justification": result.suppressed}]
    if result.related:
        found["relatedLocations"] = [
            {"id": number, "message": {"text": place.message}} | _location(place)
            for number, place in enumerate(result.related, 1)
        ]
    return found


def _location(place: SarifPlace | SarifResult) -> dict[str, Any]:
    if not place.file:
        return {}
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.line is not None:
        region = {"startLine": place.line}
        if place.column is not None:
            region["startColumn"] = place.column
        if place.end is not None:
            region |= {"endLine": place.end[0], "endColumn": place.end[1]}
        physical["region"] = region
    return {"physicalLocation": physical}


def _fingerprint(result: SarifResult, seen: dict[str, int]) -> str:
    """The same for the same finding when other lines come or go; the second of two alike ends in :2."""
    said = "\0".join((result.code, result.subject, PurePath(result.file).name, result.message))
    digest = blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    seen[digest] = seen.get(digest, 0) + 1
    return f"{digest}:{seen[digest]}"


def _uri(file: str) -> str:
    path = PurePath(file)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix(), errors="surrogatepass")
