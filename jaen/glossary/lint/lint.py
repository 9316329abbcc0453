"""All checks over a glossary."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from jaen.errors import GlossaryError
from jaen.glossary.lint.book import Book
from jaen.glossary.lint.finding import Found, LintFinding, Rule
from jaen.glossary.lint.ignoring import Ignored, apply_ignored, unknown_ids
from jaen.glossary.lint.rules import OTHER_CODES, RULES
from jaen.glossary.sources.tree import Origin, Place
from jaen.model import Concept

if TYPE_CHECKING:
    from jaen.glossary.glossary import Glossary

__all__ = ["lint", "unreadable"]

_PROBLEM = re.compile(r"(?P<file>.+?):(?P<place>[0-9]+|[^:]+![A-Z]+[0-9]+): (?P<what>.*)", re.DOTALL)


def lint(
    glossary: "Glossary",
    ids: Collection[str] | None = None,
    *,
    today: date | None = None,
    ignored: Sequence[Ignored] = (),
) -> tuple[LintFinding, ...]:
    """What is wrong or doubtful in the entries, by file and line.

    Linear in the size of the glossary. An entry that was rejected is not looked at.

    Args:
        glossary: all of it, since terms must fit the other concepts.
        ids: of the concepts to look at; None for all.
        today: for what has ended or is due; None is the day of the call.
        ignored: what editors let stand (`read_ignored`); such a finding has the reason in `LintFinding.ignored`.

    Raises:
        UnknownConcept: an id that the glossary does not have.

    >>> from jaen import Glossary
    >>> from jaen.model import Concept, Term
    >>> chip = Concept(id="chip", category="term", terms=(Term(text="ﾁｯﾌﾟ", language="ja"),), keep=True)
    >>> [(one.code, one.suggestion) for one in lint(Glossary("tiny", (chip,))) if one.severity != "info"]
    [('odd-width', "write 'チップ'")]
    """
    wanted = {glossary.by_id(one).id for one in ids} if ids is not None else None
    chosen = [
        concept
        for concept in glossary.concepts
        if (wanted is None or concept.id in wanted) and concept.review.state != "rejected"
    ]
    book = Book(glossary, chosen, today or date.today())
    findings = [
        _finding(rule, concept, found, glossary.origins.get(concept.id))
        for concept in chosen
        for rule in RULES
        for found in rule.check(concept, book)
    ]
    findings = list(apply_ignored(findings, ignored, frozenset(concept.id for concept in chosen)))
    if wanted is None:
        findings += unknown_ids(ignored, frozenset(book.by_id))
    return tuple(sorted(findings, key=_order))


def unreadable(error: GlossaryError) -> tuple[LintFinding, ...]:
    """The problems of a glossary that can't be read, as findings.

    >>> [str(one) for one in unreadable(GlossaryError("news", ["news/chip.yaml:3: there is no field 'x'; remove it"]))]
    ["news/chip.yaml:3: error unreadable: there is no field 'x'; remove it"]
    """
    return tuple(map(_unreadable, error.problems))


def _unreadable(problem: str) -> LintFinding:
    match = _PROBLEM.fullmatch(problem)
    place = match["place"] if match else "1"
    return LintFinding(
        code="unreadable",
        severity=OTHER_CODES["unreadable"][0],
        file=match["file"] if match else problem.split(":", 1)[0],
        place=int(place) if place.isdigit() else place,
        concept_id="",
        message=match["what"] if match else problem.split(": ", 1)[-1],
    )


def _finding(rule: Rule, concept: Concept, found: Found, origin: Origin | None) -> LintFinding:
    return LintFinding(
        code=rule.code,
        severity=found.severity or rule.severity,
        file=origin.file if origin else "",
        place=_place(found, origin) if origin else 0,
        concept_id=concept.id,
        message=found.message,
        suggestion=found.suggestion,
        fix=found.fix,
    )


def _place(found: Found, origin: Origin) -> Place:
    if found.part is None:
        return origin.place
    name, number = found.part
    places: tuple[Place, ...] = {"terms": origin.terms, "links": origin.links, "examples": origin.examples}[name]
    return places[number] if number < len(places) else origin.place


def _order(finding: LintFinding) -> tuple[str, int, str, str]:
    line = finding.place if isinstance(finding.place, int) else 0
    return finding.file, line, finding.concept_id, finding.code
