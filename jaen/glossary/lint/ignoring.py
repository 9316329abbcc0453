"""What editors let stand, and why: `lint-ignore.csv` beside the entries, with the columns code, concept and reason.

    code,concept,reason
    shared-term,associated-press,AP is also a grade in schools; we never write of those

A line lets all findings of a code about a concept stand. One without a reason, or that nothing matches any more, is a
finding itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jaen.glossary.lint.finding import LintFinding
from jaen.glossary.lint.rules import OTHER_CODES, RULES
from jaen.glossary.sources.decisions import read_decisions
from jaen.glossary.sources.problems import Problems, nearest

__all__ = ["FILE_NAME", "Ignored", "apply_ignored", "read_ignored"]

FILE_NAME = "lint-ignore.csv"
_COLUMNS = ("code", "concept", "reason")


@dataclass(frozen=True, slots=True)
class Ignored:
    """Findings of one code about one concept that may stand; `file` and `line` say where that is written."""

    code: str
    concept_id: str
    reason: str
    file: str
    line: int


def read_ignored(glossary: str | Path) -> tuple[Ignored, ...]:
    """What editors let stand in the glossary at this path: the file lies in its folder, or beside its one file.

    Raises:
        GlossaryError: the file is no such table; all its problems are named.
    """
    path = Path(glossary)
    path = (path if path.is_dir() else path.parent) / FILE_NAME
    problems = Problems()
    ignored = []
    for line, (code, concept_id, reason) in read_decisions(path, _COLUMNS, problems):
        if code not in {rule.code for rule in RULES}:
            problems.add(str(path), line, f"there is no code '{code}'; {_near(code)}")
        ignored.append(Ignored(code, concept_id, reason, str(path), line))
    problems.raise_if_any(str(path))
    return tuple(ignored)


def apply_ignored(
    findings: Sequence[LintFinding], ignored: Sequence[Ignored], chosen: frozenset[str]
) -> Iterator[LintFinding]:
    """The findings, those that may stand with the reason; then what is wrong with the table itself.

    Args:
        findings: all of them.
        ignored: what may stand.
        chosen: ids of the concepts that were looked at: nothing is known about the others.
    """
    by_key = {(one.code, one.concept_id): one for one in ignored}
    used = set()
    for finding in findings:
        key = finding.code, finding.concept_id
        one = by_key.get(key)
        used.add(key)
        yield replace(finding, ignored=one.reason) if one and one.reason else finding
    for one in ignored:
        if not one.reason:
            yield _about(one, "ignored-without-reason", f"nothing says why {one.code} may stand", "add a reason")
        elif (one.code, one.concept_id) not in used and one.concept_id in chosen:
            message = f"{one.code} is not found for {one.concept_id} any more"
            yield _about(one, "ignored-for-nothing", message, "remove the line")


def unknown_ids(ignored: Sequence[Ignored], known: frozenset[str]) -> Iterator[LintFinding]:
    """Lines about concepts that the glossary does not have."""
    for one in ignored:
        if one.concept_id not in known:
            yield _about(one, "ignored-for-nothing", f"there is no concept '{one.concept_id}'", "remove the line")


def _near(code: str) -> str:
    advice = nearest(code, [rule.code for rule in RULES])
    return advice if advice.startswith("did") else "all codes: jaen glossary lint --codes"


def _about(one: Ignored, code: str, message: str, suggestion: str) -> LintFinding:
    return LintFinding(
        code=code,
        severity=OTHER_CODES[code][0],
        file=one.file,
        place=one.line,
        concept_id=one.concept_id,
        message=message,
        suggestion=suggestion,
    )
