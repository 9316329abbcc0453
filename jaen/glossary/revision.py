"""What tells versions of concepts apart: hashes of all that they say."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass

from jaen.model import Concept

__all__ = ["hash_of", "in_json", "revision_of"]


def hash_of(concepts: Concept | Sequence[Concept]) -> str:
    """SHA-256 (hex) of all that the concepts say, in their order."""
    text = json.dumps(concepts, ensure_ascii=False, default=in_json)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def revision_of(concept: Concept) -> str:
    """The first 16 digits of `hash_of`, as sheets have them.

    >>> from jaen.model import Concept, Term
    >>> revision_of(Concept(id="chip", category="term", terms=(Term(text="chip", language="en"),)))
    'f699c4aba088dfc6'
    """
    return hash_of(concept)[:16]


def in_json(value: object) -> object:
    """For `json.dumps`, what it writes for a value of the model: its fields in their fixed order, a date as ISO 8601."""
    if is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in fields(value)}
    return str(value)
