"""What TBX has no category for, in notes that people can read and jaen reads back exactly: `jaen:reading=さいばー`.

A value is a text, or JSON where it is no plain text: `jaen:valid={"from": "2025-07-01"}`. The names are those of the
fields in jaen's own files. A field in a note stands for the whole field, whatever else the entry says of it.
"""

import json
import re

from jaen.glossary.saving.yaml_layout import Plain

__all__ = ["is_marked", "note_of", "read_note"]

_MARKED = re.compile("jaen:([a-z-]+)=(.*)", re.DOTALL)
_AWKWARD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")  # no XML, or invisible
_MAX_DEPTH = 10  # of lists and fields; an entry needs four


def note_of(name: str, value: Plain) -> str:
    r"""The note that says *value* of the field *name*.

    >>> note_of("reading", "さいばー"), note_of("valid", {"from": "2025-07-01"}), note_of("note", "two\nlines")
    ('jaen:reading=さいばー', 'jaen:valid={"from": "2025-07-01"}', 'jaen:note="two\\nlines"')
    """
    if (
        isinstance(value, str)
        and not _AWKWARD.search(value)
        and value == value.strip(" ") != ""
        and value[0] not in '"{['
    ):
        return f"jaen:{name}={value}"
    return f"jaen:{name}={_AWKWARD.sub(_escaped, json.dumps(value, ensure_ascii=False))}"


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def is_marked(text: str) -> bool:
    """True for a text that looks like one of these notes."""
    return bool(_MARKED.match(text))


def read_note(text: str) -> tuple[str, Plain | None] | None:
    """The field and its value; the value is None when it can't be read; None for a note of somebody else.

    >>> read_note('jaen:valid={"from": "2025-07-01"}'), read_note("jaen:valid={"), read_note("see below")
    (('valid', {'from': '2025-07-01'}), ('valid', None), None)
    """
    match = _MARKED.fullmatch(text)
    if not match:
        return None
    name, value = match.groups()
    if not value.startswith(('"', "{", "[")):
        return name, value
    try:
        result = json.loads(value)
    except (ValueError, RecursionError):
        return name, None
    return name, result if _is_plain(result, _MAX_DEPTH) else None


def _is_plain(value: object, depth: int) -> bool:
    """True when *value* is made of texts, lists and fields, not too deep."""
    if isinstance(value, str):
        return True
    if not depth or not isinstance(value, list | dict):
        return False
    return all(_is_plain(one, depth - 1) for one in (value.values() if isinstance(value, dict) else value))
