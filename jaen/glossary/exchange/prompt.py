"""Terminology as a block of a prompt for a language model."""

from collections.abc import Sequence
from dataclasses import replace

from jaen.glossary.exchange.lines import as_listed
from jaen.glossary.exchange.pairs import other_language
from jaen.glossary.exchange.values import Exported, Format, Loss, losses_between
from jaen.glossary.sources.schema import LANGUAGE_NAMES
from jaen.model import Concept, Status, Term, TermUse

__all__ = ["PROMPT", "write_prompt"]

_ALLOWED = (Status.PREFERRED, Status.ADMITTED)
_USES = {
    TermUse.FIRST: "at first mention",
    TermUse.AFTER_FIRST: "after the first mention",
    TermUse.HEADLINE: "in headlines",
}


def write_prompt(concepts: Sequence[Concept], target: str) -> Exported:
    """One line a concept: what is found in the source, what is written for it, and what never is."""
    source = LANGUAGE_NAMES[other_language(target)]
    head = (
        f"Terminology. Where the {source} text has a term on the left, write the term on the right, spelled exactly so."
    )
    lines = [head, ""]
    losses: list[Loss] = []
    there = []
    for concept in concepts:
        line = _line(concept, target)
        if line:
            lines.append(line)
            there.append(concept)
        else:
            losses.append(Loss(concept.id, "it has no pair of terms"))
    lost = losses_between(there, [_carried(concept, target) for concept in there])
    return Exported(("\n".join(lines) + "\n").encode(), (*losses, *lost))


def _line(concept: Concept, target: str) -> str:
    """The concept's line; empty when one of the languages has nothing to say."""
    sources = [t.text for t in concept.terms if t.language != target and t.status is not Status.FORBIDDEN]
    goals = [term for term in concept.terms if term.language == target]
    allowed = [term for term in goals if term.status in _ALLOWED]
    if concept.keep and sources and not allowed:
        return f"- {' / '.join(sources)} → (keep as it is)"
    if not sources or not allowed:
        return ""
    never = [term.text for term in goals if term.status in (Status.FORBIDDEN, Status.DEPRECATED)]
    line = f"- {' / '.join(sources)} → {'; or '.join(map(_said, allowed))}"
    return f"{line}. Never: {', '.join(never)}" if never else line


def _said(term: Term) -> str:
    return f"{term.text} ({_USES[term.use]})" if term.use in _USES else term.text


def _carried(concept: Concept, target: str) -> Concept:
    """What the line of *concept* says: terms and their uses, and which are never written."""
    sources = [t for t in concept.terms if t.language != target and t.status is not Status.FORBIDDEN]
    goals = [t for t in concept.terms if t.language == target and t.status is not Status.FORMER]
    told = dict(zip([*sources, *goals], as_listed([*sources, *goals]), strict=True))
    terms = []
    for term in concept.terms:
        if term in told and term.language == target and term.status not in _ALLOWED:
            terms.append(replace(told[term], status=Status.FORBIDDEN))
        elif term in told:
            use = term.use if term.language == target and term.use in _USES else told[term].use
            terms.append(replace(told[term], use=use))
    return Concept(id=concept.id, category="term", terms=tuple(terms), keep=concept.keep and not goals)


PROMPT = Format(
    "prompt",
    "a block for the prompt of a language model",
    "pairs of terms in one direction, their uses, and names that are wrong",
    (".md",),
    None,
    None,
    write_prompt,
)
