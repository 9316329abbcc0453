"""An entry as the bytes of its file: new ones, changed ones, and the canonical form."""

from jaen.glossary.saving.yaml_comments import Comments, comments_of, lines_with
from jaen.glossary.saving.yaml_layout import plain, units
from jaen.glossary.saving.yaml_tree import YamlText
from jaen.glossary.sources.entry import read_entry
from jaen.model import Concept

__all__ = ["canonical", "render", "rewrite"]

_BOM = b"\xef\xbb\xbf"


def render(concept: Concept) -> bytes:
    """The canonical text of *concept* as a new entry."""
    return _joined(lines_with(plain(concept), Comments()), "\n")


def rewrite(data: bytes, concept: Concept) -> bytes:
    """*data*, an entry, with only those lines changed that must be, so that reading it gives exactly *concept*."""
    return data if read_entry(data, concept.id, concept.id) == concept else render(concept)


def canonical(data: bytes) -> bytes:
    """*data*, an entry, in canonical form: fields in the order of the guide, defaults left out; comments are kept.

    Lines end with CRLF where all of them did, else with LF; a BOM is left out.

    Raises:
        GlossaryError: it is no entry; with all problems.
    """
    fields = plain(read_entry(data, "entry", "entry"))
    text = YamlText(data.decode("utf-8-sig"))
    known = {unit.path for unit in units(fields, opened=fields)}
    return _joined(lines_with(fields, comments_of(text).moved(known, {}, ())), _newline(data))


def _newline(data: bytes) -> str:
    return "\r\n" if b"\r" in data and data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r") else "\n"


def _joined(lines: list[str], newline: str) -> bytes:
    return "".join(line + newline for line in lines).encode()
