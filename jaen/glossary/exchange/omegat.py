"""Glossary files of OmegaT: source, target and comment, separated by tabs, in UTF-8."""

from collections.abc import Sequence
from dataclasses import replace

from jaen.glossary.exchange.lines import apart, as_pairs
from jaen.glossary.exchange.pair_files import read_pairs
from jaen.glossary.exchange.pairs import other_language
from jaen.glossary.exchange.values import Exported, Format, Incoming, Loss, Skipped, losses_between
from jaen.model import Concept, Status

__all__ = ["OMEGAT", "read_omegat", "write_omegat"]

_NOT = "Not: "
_COMMENT = "#"  # a line that begins so is none of OmegaT's
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
        is_comment = [source for source, _ in pairs if source.startswith(_COMMENT)]
        losses += [
            Loss(concept.id, f"{source}: OmegaT takes a line with {_COMMENT} for a comment") for source in is_comment
        ]
        pairs = [pair for pair in pairs if pair[0] not in is_comment]
        sources = [term for term in sources if term.text not in is_comment]
        if not pairs:
            losses.append(Loss(concept.id, "it has no pair of terms that may be written"))
            continue
        comment = _comment(concept, target)
        lines += ["\t".join((source, goal, comment) if comment else (source, goal)) + "\n" for source, goal in pairs]
        losses += apart(concept, pairs)
        carried.append(as_pairs(concept, sources, goals))
    written = {one.id: one for one in carried}
    there = [concept for concept in concepts if concept.id in written]
    return Exported("".join(lines).encode(), (*losses, *losses_between(there, carried)))


def _comment(concept: Concept, target: str) -> str:
    definitions = dict(concept.definition)
    text = definitions.get(target) or definitions.get(other_language(target)) or ""
    never = [t.text for t in concept.terms if t.language == target and t.status not in _ALLOWED]
    parts = [" ".join(text.split()), f"{_NOT}{', '.join(never)}" if never else ""]
    return ". ".join(part for part in parts if part)


def read_omegat(data: bytes, name: str) -> Incoming:
    """The pairs of a glossary of OmegaT; the comment becomes the note.

    Raises:
        ExchangeError: the file is no text.
    """
    incoming = read_pairs(data, name, _COMMENT)
    concepts, left = [], []
    for concept in incoming.concepts:
        note, mark, never = concept.note.rpartition(_NOT)
        if mark and (not note or note.endswith(". ")):
            place = incoming.places[concept.id]
            left.append(Skipped(place, f"'{_NOT}{never}' of the comment is not taken", is_detail=True))
            concept = replace(concept, note=note.removesuffix(". "))  # noqa: PLW2901 - the same concept
        concepts.append(concept)
    return replace(incoming, concepts=tuple(concepts), skipped=(*incoming.skipped, *left))


OMEGAT = Format(
    "omegat",
    "OmegaT glossary (tab-separated)",
    "every allowed pair of terms in one direction; definition and wrong terms as a comment",
    (".txt", ".utf8", ".tab"),
    read_omegat,
    None,
    write_omegat,
)
