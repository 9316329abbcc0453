"""An entry as the bytes of its file: new ones, changed ones, and the canonical form."""

from collections import Counter
from collections.abc import Iterable, Mapping

from jaen.errors import GlossaryError
from jaen.glossary.saving.yaml_align import compare
from jaen.glossary.saving.yaml_comments import Comments, comments_of, lines_with
from jaen.glossary.saving.yaml_edits import TextEdit, TooIntricate
from jaen.glossary.saving.yaml_layout import Plain, parts_of, plain
from jaen.glossary.saving.yaml_tree import YamlText
from jaen.glossary.sources.entry import read_entry
from jaen.model import Concept

__all__ = ["canonical", "render", "rewrite"]

_BOM = b"\xef\xbb\xbf"


def render(concept: Concept) -> bytes:
    """The canonical text of *concept* as a new entry."""
    return _joined(lines_with(plain(concept), Comments()), "\n").encode()


def rewrite(data: bytes, concept: Concept) -> bytes:
    """*data*, an entry, with only those lines changed that must be, so that reading it gives exactly *concept*.

    Quotes, order, ends of lines, BOM and comments stay; a comment on an item of a list goes when the item does.
    What stands in a way that can't be changed in place is written anew: the field, or at last the whole entry.

    Raises:
        GlossaryError: *data* is no entry, or no entry can say what *concept* says; with all problems.
    """
    file = f"{concept.id}.yaml"
    before = read_entry(data, concept.id, file)
    if before == concept:
        return data
    text = YamlText(data.decode("utf-8-sig"))
    old, new = plain(before), plain(concept)
    for attempt in (_in_place, _by_fields, _anew):
        try:
            written, gone = attempt(text, old, new)
            result = (_BOM if data.startswith(_BOM) else b"") + written.encode()
            if read_entry(result, concept.id, file) == concept and _keeps_comments(text, written, gone):
                return result
        except (TooIntricate, GlossaryError):
            continue
    read_entry(render(concept), concept.id, file)  # raises where it is the concept that is wrong
    raise GlossaryError(file, [f"{file}: can't hold what was to be saved; check each field"])


def _in_place(text: YamlText, old: Mapping[str, Plain], new: Mapping[str, Plain]) -> tuple[str, list[str]]:
    """The text changed in place, and the comments that are gone with what they were about."""
    edit = TextEdit(text)
    edit.change_fields(text.root, old, new)
    return edit.result(), edit.gone


def _by_fields(text: YamlText, old: Mapping[str, Plain], new: Mapping[str, Plain]) -> tuple[str, list[str]]:
    """The text with each changed field in canonical form."""
    edit = TextEdit(text)
    edit.replace_fields(old, new)
    return edit.result(), edit.gone


def _anew(text: YamlText, old: Mapping[str, Plain], new: Mapping[str, Plain]) -> tuple[str, list[str]]:
    """All in canonical form."""
    renamed, removed = compare(old, new)
    comments = comments_of(text)
    lines = lines_with(new, comments.moved(parts_of(new), renamed, removed))
    return _joined(lines, _newline(text.text)), comments.on_items(removed)


def _keeps_comments(text: YamlText, written: str, gone: Iterable[str]) -> bool:
    before = Counter(comment.text for comment in text.comments)
    after = Counter(comment.text for comment in YamlText(written).comments)
    return before - after <= Counter(gone)


def canonical(data: bytes) -> bytes:
    """*data*, an entry, in canonical form: fields in the order of the guide, defaults left out; comments are kept.

    Lines end with CRLF where all of them did, else with LF; a BOM is left out.

    Raises:
        GlossaryError: it is no entry; with all problems.
    """
    fields = plain(read_entry(data, "entry", "entry"))
    written, _ = _anew(YamlText(data.decode("utf-8-sig")), fields, fields)
    return written.encode()


def _newline(text: str) -> str:
    return "\r\n" if "\r" in text and text.count("\r\n") == text.count("\n") == text.count("\r") else "\n"


def _joined(lines: Iterable[str], newline: str) -> str:
    return "".join(line + newline for line in lines)
