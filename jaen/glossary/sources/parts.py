"""From the cells of a row to the parts of an entry's tree: what stands in one cell, and in which words.

    links       holder iida-yoichi from 2025-07-01
    examples    ja: 半導体が足りない。 → 半導体
    definition  en: a circuit on a piece of silicon

Codes of `jaen.glossary.sources.cells` keep the signs → and | of a text apart from those between its parts.
"""

import re
from collections.abc import Mapping

from jaen.glossary.sources.cells import items, unquoted
from jaen.glossary.sources.tree import Fields, Items, Node, Place, Text
from jaen.words.scripts import language_of

__all__ = ["ARROW", "BAR", "concept_parts", "term_parts"]

ARROW, BAR = "→", "|"
_LANGUAGE = re.compile(r"(ja|en)\s*[:：]\s*")

Values = dict[str, tuple[Place, Node]]
Troubles = list[tuple[Place, str]]


def term_parts(language: str, text: Text, cells: Mapping[str, Text]) -> Values:
    """The fields of a term: its text, and what the columns say of it."""
    values: Values = {language: (text.place, text)}
    for name in ("reading", "status", "type", "use", "pos"):
        _put(values, name, cells.get(name))
    _put(values, "note", cells.get("term-note"))
    _put_fields(values, "valid", cells, {"from": "term-from", "to": "term-to"})
    _put_fields(values, "match", cells, {"boundary": "term-boundary", "case": "term-case"})
    return values


def concept_parts(place: Place, cells: Mapping[str, Text], troubles: Troubles) -> Values:
    """The fields of a concept but its terms; what can't be made out goes to *troubles*."""
    category = cells.get("category") or Text(place, "term")
    values: Values = {"category": (category.place, Text(category.place, unquoted(category.value)))}
    for name in ("keep", "note"):
        _put(values, name, cells.get(name))
    for name in ("domain", "sources", "former-ids"):
        if name in cells:
            cell = cells[name]
            values[name] = cell.place, _texts(cell.place, items(cell.value))
    _put_fields(values, "valid", cells, {"from": "from", "to": "to"})
    _put_fields(values, "match", cells, {"boundary": "boundary", "case": "case"})
    _put_fields(
        values, "review", cells, {"state": "review", "by": "review-by", "on": "review-on", "again": "review-again"}
    )
    if "definition" in cells:
        values["definition"] = cells["definition"].place, _definition(cells["definition"])
    for name, read in (("links", _link), ("examples", _example)):
        if name in cells:
            cell = cells[name]
            found = [read(cell.place, line, troubles) for line in items(cell.value)]
            values[name] = cell.place, Items(cell.place, [one for one in found if one])
    return values


def _put(values: Values, name: str, cell: Text | None) -> None:
    if cell:
        values[name] = cell.place, Text(cell.place, unquoted(cell.value))


def _put_fields(values: Values, name: str, cells: Mapping[str, Text], columns: Mapping[str, str]) -> None:
    inner: Values = {}
    for field, column in columns.items():
        _put(inner, field, cells.get(column))
    if inner:
        place = next(iter(inner.values()))[0]
        values[name] = place, Fields(place, inner)


def _texts(place: Place, lines: list[str]) -> Items:
    return Items(place, [Text(place, unquoted(line)) for line in lines])


def _definition(cell: Text) -> Fields:
    """Lines like `en: …`; a line without a language goes on, and where none is named the script decides."""
    texts: dict[str, list[str]] = {}
    language = ""
    for line in items(cell.value):
        named = _LANGUAGE.match(line)
        begins = named is not None and named[1] not in texts
        if named and begins:
            language = named[1]
        elif not language:
            language = language_of(line)
        texts.setdefault(language, []).append(unquoted(line[named.end() :] if named and begins else line))
    values: Values = {one: (cell.place, Text(cell.place, "\n".join(lines))) for one, lines in texts.items()}
    return Fields(cell.place, values)


def _link(place: Place, line: str, troubles: Troubles) -> Fields | None:
    words = [unquoted(word) for word in line.split()]
    days = dict(zip(words[2::2], words[3::2], strict=False))
    if len(words) < 2 or len(words) % 2 or not days.keys() <= {"from", "to"} or len(days) * 2 + 2 != len(words):
        troubles.append((place, f"the link {line!r} can't be made out; write it like: holder some-id from 2025-07-01"))
        return None
    return Fields(place, {key: (place, Text(place, value)) for key, value in ((words[0], words[1]), *days.items())})


def _example(place: Place, line: str, troubles: Troubles) -> Fields | None:
    named = _LANGUAGE.match(line)
    text, arrow, finds = line.rpartition(ARROW)
    if not arrow:
        troubles.append(
            (place, f"the example {line!r} does not say what it finds; write it like: ja: text {ARROW} found")
        )
        return None
    text = text[named.end() :] if named else text
    language = named[1] if named else language_of(text)
    found = _texts(place, [one for one in finds.split(BAR) if one.strip()])
    return Fields(place, {language: (place, Text(place, unquoted(text))), "finds": (place, found)})
