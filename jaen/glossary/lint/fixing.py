"""Mending what lint can mend without an editor's judgment."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jaen.glossary.changes import Change, merge_concepts
from jaen.glossary.lint.finding import LintFinding
from jaen.glossary.lint.lint import lint
from jaen.model import Concept

if TYPE_CHECKING:
    from jaen.glossary.glossary import Glossary

__all__ = ["mended"]

_ROUNDS = 10  # a term may need several fixes; each round makes at least one per concept that has any


def mended(glossary: "Glossary", findings: Sequence[LintFinding]) -> tuple[Change, ...]:
    """The changes that all fixes of *findings* make together, one per concept; ignored findings are left alone.

    What only shows after a fix (a term that is another's spelling once its width is right) is mended too, so that
    mending a second time changes nothing. Fixes that would make an example fail are not made.
    """
    original = {concept.id: concept for concept in glossary.concepts}
    spared = {(one.code, one.concept_id) for one in findings if one.ignored}
    current = dict(original)
    for _ in range(_ROUNDS):
        fixes = _by_concept(findings, spared)
        better = {one: _together(current[one], found) for one, found in fixes.items()}
        if not better:
            break
        candidate = current | better
        failing = {failure.concept_id for failure in _with(glossary, candidate).test(set(better))}
        failing -= {failure.concept_id for failure in _with(glossary, current).test(set(better))}
        for one in failing:  # the editor has to decide
            candidate[one] = current[one]
        current = candidate
        changed = [one for one in better if one not in failing]
        findings = lint(_with(glossary, current), changed) if changed else ()
    return tuple(Change(original[one], current[one]) for one in original if current[one] != original[one])


def _by_concept(findings: Sequence[LintFinding], spared: set[tuple[str, str]]) -> dict[str, list[Concept]]:
    fixes: dict[str, list[Concept]] = defaultdict(list)
    for finding in findings:
        if finding.fix is not None and (finding.code, finding.concept_id) not in spared:
            fixes[finding.concept_id].append(finding.fix)
    return fixes


def _together(concept: Concept, fixes: Sequence[Concept]) -> Concept:
    """The fixes of one concept as one; those that can't be made together wait for the next round."""
    better = fixes[0]
    for fix in fixes[1:]:
        merged = merge_concepts(concept, better, fix)
        if merged.concept is not None and not merged.conflicts and _is_whole(merged.concept):
            better = merged.concept
    return better


def _is_whole(merged: Concept) -> bool:
    """True when the concept has terms, each once."""
    keys = [(term.language, term.text) for term in merged.terms]
    return bool(keys) and len(keys) == len(set(keys))


def _with(glossary: "Glossary", concepts: dict[str, Concept]) -> "Glossary":
    return replace(glossary, concepts=tuple(concepts[concept.id] for concept in glossary.concepts))
