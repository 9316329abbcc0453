"""Glossary files of OmegaT: source, target and comment, separated by tabs, in UTF-8."""

from collections.abc import Sequence

from jaen.glossary.exchange.lines import as_listed
from jaen.glossary.exchange.pair_files import read_pairs
from jaen.glossary.exchange.pairs import other_language
from jaen.glossary.exchange.values import Exported, Format, Loss, losses_between
from jaen.model import Concept, Status

__all__ = ["OMEGAT", "write_omegat"]

_ALLOWED = (Status.PREFERRED, Status.ADMITTED)


def write_omegat(concepts: Sequence[Concept], target: str) -> Exported:
    """A line for each source term and each target term that may be written; the comment is the definition.

    What must not be written is said in the comment, since OmegaT offers every target to the translator.
    """
    lines: list[str] = []
    losses: list[Loss] = []
    carried: list[Concept] = []
    for concept in concepts:
        sources = [
            t for t in concept.terms if t.language == other_language(target) and t.status is not Status.FORBIDDEN
        ]
        goals = [term for term in concept.terms if term.language == target and term.status in _ALLOWED]
        texts = [term.text for term in goals]
        pairs = [(s.text, goal) for s in sources for goal in (texts or ([s.text] if concept.keep else []))]
        if not pairs:
            losses.append(Loss(concept.id, "it has no pair of terms that may be written"))
            continue
        comment = _comment(concept, target)
        lines += ["\t".join((source, goal, comment) if comment else (source, goal)) + "\n" for source, goal in pairs]
        is_kept = concept.keep and not goals
        terms = as_listed([term for term in concept.terms if term in (*sources, *goals)])
        carried.append(Concept(id=concept.id, category="term", terms=terms, keep=is_kept))
    written = {one.id: one for one in carried}
    there = [concept for concept in concepts if concept.id in written]
    return Exported("".join(lines).encode(), (*losses, *losses_between(there, carried)))


def _comment(concept: Concept, target: str) -> str:
    definitions = dict(concept.definition)
    text = definitions.get(target) or definitions.get(other_language(target)) or ""
    never = [t.text for t in concept.terms if t.language == target and t.status not in _ALLOWED]
    parts = [" ".join(text.split()), f"Not: {', '.join(never)}" if never else ""]
    return ". ".join(part for part in parts if part)


OMEGAT = Format(
    "omegat",
    "OmegaT glossary (tab-separated)",
    "every allowed pair of terms in one direction; definition and wrong terms as a comment",
    (".txt", ".utf8", ".tab"),
    read_pairs,
    None,
    write_omegat,
)
