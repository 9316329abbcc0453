"""An entry as the bytes of its file: new ones, changed ones, and the canonical form."""

from jaen.glossary.saving.yaml_layout import plain, value_lines
from jaen.glossary.sources.entry import read_entry
from jaen.model import Concept

__all__ = ["canonical", "render", "rewrite"]


def render(concept: Concept) -> bytes:
    """The canonical text of *concept* as a new entry."""
    lines = [line for name, value in plain(concept).items() for line in value_lines(name, value)]
    return "".join(f"{line}\n" for line in lines).encode()


def rewrite(data: bytes, concept: Concept) -> bytes:
    """*data*, an entry, with only those lines changed that must be, so that reading it gives exactly *concept*."""
    return data if read_entry(data, concept.id, concept.id) == concept else render(concept)


def canonical(data: bytes) -> bytes:
    """*data*, an entry, in canonical form: fields in the order of the guide, defaults left out; comments are kept."""
    return render(read_entry(data, "entry", "entry"))
