"""Patterns for spaCy's EntityRuler: one JSON object a line, with the concept's id as the entity's id."""

import json
from collections.abc import Sequence

from jaen.glossary.exchange.lines import TermList, text_of
from jaen.glossary.exchange.values import Exported, Format, Incoming, losses_between
from jaen.model import Concept
from jaen.words.scripts import language_of

__all__ = ["SPACY", "read_spacy", "write_spacy"]

# OntoNotes' names, which spaCy's models use, where there is one.
_LABELS = {
    "person": "PERSON", "organization": "ORG", "product": "PRODUCT", "place": "LOC", "law": "LAW", "event": "EVENT",
    "role": "ROLE", "term": "TERM",
}  # fmt: skip
_CATEGORIES = {label: category for category, label in _LABELS.items()} | {"GPE": "place", "FAC": "place"}


def write_spacy(concepts: Sequence[Concept]) -> Exported:
    r"""Every term of every concept as a phrase pattern, whatever its status: a wrong name is to be found as well.

    >>> from jaen.model import Term
    >>> chip = Concept(id="chip", category="term", terms=(Term(text="chip", language="en"),))
    >>> write_spacy([chip]).data
    b'{"label": "TERM", "pattern": "chip", "id": "chip"}\n'
    """
    lines = []
    for concept in concepts:
        for term in concept.terms:
            pattern = {"label": _LABELS[concept.category], "pattern": term.text, "id": concept.id}
            lines.append(json.dumps(pattern, ensure_ascii=False) + "\n")
    data = "".join(lines).encode()
    return Exported(data, losses_between(concepts, read_spacy(data, "").concepts))


def read_spacy(data: bytes, name: str) -> Incoming:
    """The phrase patterns of a file; patterns of token attributes are not taken.

    Raises:
        ExchangeError: the file is no text.
    """
    terms = TermList("spaCy")
    for number, line in enumerate(text_of(data, name).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            pattern = json.loads(line)
        except (ValueError, RecursionError):  # 100,000 [ in a line
            pattern = None
        if not isinstance(pattern, dict) or not isinstance(pattern.get("pattern"), str):
            terms.refuse(number, 'the line is no phrase pattern like {"label": "ORG", "pattern": "金融庁"}')
            continue
        text, concept_id = pattern["pattern"], str(pattern.get("id") or "")
        entry = terms.entry(number, concept_id or text, concept_id)
        entry.say("category", _CATEGORIES.get(str(pattern.get("label")), "term"))
        entry.add(number, (language_of(text), text), {})
    return terms.incoming()


SPACY = Format(
    "spacy",
    "spaCy EntityRuler patterns (JSON lines)",
    "ids, categories and every term as a pattern",
    (".jsonl",),
    read_spacy,
    write_spacy,
)
