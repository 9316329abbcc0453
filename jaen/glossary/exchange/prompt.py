"""Terminology as a block of a prompt for a language model."""

from collections.abc import Sequence

from jaen.glossary.exchange.pairs import other_language
from jaen.glossary.exchange.values import Exported, Format, Loss
from jaen.glossary.sources.schema import LANGUAGE_NAMES
from jaen.model import Concept, Status, Term, TermUse

__all__ = ["PROMPT", "write_prompt"]

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
    for concept in concepts:
        line = _line(concept, target)
        if line:
            lines.append(line)
            losses += [Loss(concept.id, f"{name} is not written") for name in _unsaid(concept)]
        else:
            losses.append(Loss(concept.id, "it has no pair of terms"))
    return Exported(("\n".join(lines) + "\n").encode(), tuple(losses))


def _line(concept: Concept, target: str) -> str:
    """The concept's line; empty when one of the languages has nothing to say."""
    sources = [t.text for t in concept.terms if t.language != target and t.status is not Status.FORBIDDEN]
    goals = [term for term in concept.terms if term.language == target]
    allowed = [term for term in goals if term.status in (Status.PREFERRED, Status.ADMITTED)]
    if concept.keep and sources and not allowed:
        return f"- {' / '.join(sources)} → (keep as it is)"
    if not sources or not allowed:
        return ""
    never = [term.text for term in goals if term.status in (Status.FORBIDDEN, Status.DEPRECATED)]
    line = f"- {' / '.join(sources)} → {'; or '.join(map(_said, allowed))}"
    return f"{line}. Never: {', '.join(never)}" if never else line


def _said(term: Term) -> str:
    return f"{term.text} ({_USES[term.use]})" if term.use in _USES else term.text


def _unsaid(concept: Concept) -> list[str]:
    """Parts of the entry that the line says nothing of."""
    parts = {
        "definition": concept.definition, "domain": concept.domain, "links": concept.links,
        "examples": concept.examples, "sources": concept.sources, "note": concept.note,
        "valid": concept.valid.start or concept.valid.end,
    }  # fmt: skip
    names = [name for name, value in parts.items() if value]
    former = [term.text for term in concept.terms if term.status is Status.FORMER]
    return [*names, *(f"former {text}" for text in former)]


PROMPT = Format(
    "prompt",
    "a block for the prompt of a language model",
    "pairs of terms in one direction, their uses, and names that are wrong",
    (".md",),
    None,
    None,
    write_prompt,
)
