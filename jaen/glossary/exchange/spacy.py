"""Patterns for spaCy's EntityRuler: one JSON object a line, with the concept's id as the entity's id."""

import json
from collections.abc import Sequence

from jaen.glossary.exchange.values import Exported, losses_between
from jaen.model import Concept, Term

__all__ = ["write_spacy"]

# OntoNotes' names, which spaCy's models use, where there is one.
_LABELS = {
    "person": "PERSON", "organization": "ORG", "product": "PRODUCT", "place": "LOC", "law": "LAW", "event": "EVENT",
    "role": "ROLE", "term": "TERM",
}  # fmt: skip


def write_spacy(concepts: Sequence[Concept]) -> Exported:
    r"""Every term of every concept as a phrase pattern, whatever its status: a wrong name is to be found as well.

    >>> chip = Concept(id="chip", category="term", terms=(Term(text="chip", language="en"),))
    >>> write_spacy([chip]).data
    b'{"label": "TERM", "pattern": "chip", "id": "chip"}\n'
    """
    lines = []
    for concept in concepts:
        for term in concept.terms:
            pattern = {"label": _LABELS[concept.category], "pattern": term.text, "id": concept.id}
            lines.append(json.dumps(pattern, ensure_ascii=False) + "\n")
    carried = [
        Concept(
            id=one.id, category=one.category, terms=tuple(Term(text=t.text, language=t.language) for t in one.terms)
        )
        for one in concepts
    ]
    return Exported("".join(lines).encode(), losses_between(concepts, carried))
