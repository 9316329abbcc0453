"""JSON Lines: one article per line, in a field; the other fields are metadata."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jaen.errors import InputError
from jaen.reading.fields import named

TEXT_FIELDS = ("text", "body", "content")


@dataclass(frozen=True, slots=True)
class Record:
    """One line: the article's text, its id if the line has one, and its other fields as text."""

    text: str
    id: str | None
    metadata: Mapping[str, str]


def parse_record(line: str, text_field: str | None) -> Record:
    """The record on one line.

    Args:
        line: a JSON object.
        text_field: the field that holds the article, or None for the first of `text`, `body`, `content`.

    Raises:
        InputError: the line is no JSON object, has a key twice, NaN, or no text field.

    >>> parse_record('{"id": 7, "title": "A", "body": "B"}', None)
    Record(text='B', id='7', metadata={'title': 'A'})
    """
    try:
        value = json.loads(line, object_pairs_hook=_once_each, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise InputError(f"no JSON: {error.msg} at column {error.colno}; each line must be one JSON object") from error
    except RecursionError as error:
        raise InputError("JSON nested too deeply; each line must be one flat JSON object") from error
    except ValueError as error:  # Python refuses numbers of more than 4,300 digits
        raise InputError(f"no JSON that can be read: {error}") from error
    if not isinstance(value, dict):
        raise InputError(f"{_type_name(value)} instead of a JSON object; each line must be one JSON object")
    field = _text_field(value, text_field)
    fields = {name: _as_text(item) for name, item in value.items() if name not in (field, "id") and item is not None}
    identity = value.get("id")
    return Record(value[field], None if identity in (None, "") else _as_text(identity), named(fields))


def is_record(line: bytes) -> bool:
    """True when *line* is a JSON object on its own: what an unnamed stream of JSON Lines begins with."""
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _text_field(value: Mapping[str, Any], wanted: str | None) -> str:
    names = TEXT_FIELDS if wanted is None else (wanted,)
    for name in names:
        if isinstance(value.get(name), str):
            return name
    has = ", ".join(value) or "none"
    raise InputError(
        f"no text in the field {' or '.join(names)}; fields of the line: {has}; name one with --text-field"
    )


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise InputError(f"the field {twice!r} stands twice; keep one")
    return value


def _refuse_constant(name: str) -> None:
    raise InputError(f"{name} is no JSON; write null or a number")


def _as_text(value: Any) -> str:  # noqa: ANN401 - any JSON value
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _type_name(value: object) -> str:
    return {list: "an array", str: "a string", bool: "true or false"}.get(type(value), "a number or null")
