"""The canonical form of an entry: which fields in which order, and what stands on one line.

    category: role
    domain: [cyber, government]
    terms:
    - en: NCD
      status: admitted
    review: {state: approved}

Fields stand in the order of the editors' guide, and defaults are left out, except for the state of the review, which
every entry says. Terms are blocks, examples one line each, everything else one line as long as it fits.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from jaen.glossary.saving.yaml_scalars import write_flow_text, write_text
from jaen.glossary.sources.schema import LANGUAGES, RELATIONS
from jaen.model import Concept, Link, MatchRule, Review, Status, Term, TermUse, Validity

__all__ = [
    "Path",
    "Plain",
    "Unit",
    "flow",
    "indented",
    "item_key",
    "item_lines",
    "part_lines",
    "parts_of",
    "plain",
    "units",
]

Plain = str | list["Plain"] | dict[str, "Plain"]
Path = tuple[str | tuple[str, str], ...]  # ("terms", ("en", "NCD"), "status")
WIDTH = 120  # code points; a longer value goes over several lines where it can

_NAMING = frozenset([*LANGUAGES, *RELATIONS])


class Unit(NamedTuple):
    """A part of an entry that begins a line, which is what one can comment on.

    Attributes:
        path: where it belongs; the field that names a term has the path of the term.
        lines: more than one for a text of several lines.
    """

    path: Path
    lines: tuple[str, ...]


def plain(concept: Concept) -> dict[str, Plain]:
    """What an entry of *concept* says, in the order in which it says it; the id is the file's name."""
    match: Plain = _rule(concept.match) if concept.match != MatchRule() else {}
    fields: dict[str, Plain] = {
        "category": concept.category,
        "domain": list(concept.domain),
        "keep": "true" if concept.keep else "",
        "terms": [_term(term) for term in concept.terms],
        "definition": dict(concept.definition),
        "valid": _days(concept.valid),
        "links": [_link(link) for link in concept.links],
        "match": match,
        "examples": [{example.language: example.text, "finds": list(example.finds)} for example in concept.examples],
        "sources": list(concept.sources),
        "review": _review(concept.review),
        "note": concept.note,
        "former-ids": list(concept.former_ids),
    }
    return {name: value for name, value in fields.items() if value}


def _term(term: Term) -> dict[str, Plain]:
    fields: dict[str, Plain] = {
        term.language: term.text,
        "reading": term.reading or "",
        "type": term.type if term.type != "full" else "",
        "status": str(term.status) if term.status is not Status.PREFERRED else "",
        "use": str(term.use) if term.use is not TermUse.ALWAYS else "",
        "pos": term.pos if term.pos != "noun" else "",
        "match": _rule(term.match) if term.match else {},
        "valid": _days(term.valid),
        "note": term.note,
    }
    return {name: value for name, value in fields.items() if value}


def _rule(rule: MatchRule) -> dict[str, Plain]:
    """Its parts; a term may say `{boundary: free}` against the rule of its concept, so that is never left out whole."""
    boundary: dict[str, Plain] = {"boundary": rule.boundary} if rule.boundary != "free" or not rule.case else {}
    return boundary | ({"case": rule.case} if rule.case else {})


def _days(valid: Validity) -> dict[str, Plain]:
    days = {"from": valid.start, "to": valid.end}
    return {name: day.isoformat() for name, day in days.items() if day}


def _link(link: Link) -> dict[str, Plain]:
    return {link.relation: link.target} | _days(link.valid)


def _review(review: Review) -> dict[str, Plain]:
    fields: dict[str, Plain] = {"state": review.state, "by": review.by}
    fields |= {name: day.isoformat() for name, day in (("on", review.on), ("again", review.again)) if day}
    return {name: value for name, value in fields.items() if value}


def flow(value: Plain) -> str:
    """*value* on one line.

    >>> flow({"ja": "京都へ", "finds": ["京都"]})
    '{ja: 京都へ, finds: [京都]}'
    """
    if isinstance(value, str):
        return write_flow_text(value)
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return f"{{{', '.join(f'{key}: {flow(one)}' for key, one in value.items())}}}"


def item_key(item: Plain) -> str | tuple[str, str]:
    """What an item of a list is known by: its text, or language and text, or relation and target."""
    if isinstance(item, str):
        return item
    assert isinstance(item, dict)
    return next((key, value) for key, value in item.items() if isinstance(value, str) and key in _NAMING)


def units(fields: Mapping[str, Plain], opened: Container[str] = ()) -> Iterator[Unit]:
    """The canonical lines of an entry that says *fields*.

    Args:
        fields: as `plain` gives them.
        opened: fields that go over several lines, as someone has commented on a part of them.
    """
    for name, value in fields.items():
        line = "" if isinstance(value, str) else f"{name}: {flow(value)}"
        if isinstance(value, str):
            yield Unit((name,), part_lines(name, value))
        elif name not in ("terms", "examples") and name not in opened and len(line) <= WIDTH:
            yield Unit((name,), (line,))
        else:
            yield Unit((name,), (f"{name}:",))
            yield from _parts(name, value)


def parts_of(fields: Mapping[str, Plain]) -> set[Path]:
    """All parts that one can comment on, of an entry that says *fields*."""
    return {unit.path for unit in units(fields, opened=fields)}


def _parts(name: str, value: list[Plain] | dict[str, Plain]) -> Iterator[Unit]:
    """What stands below the line `name:`, part by part."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield Unit((name, key), indented(part_lines(key, one), 2))
        return
    for item in value:
        path = (name, item_key(item))
        if name == "terms" and isinstance(item, dict):
            # The first field stands behind the hyphen, the others below it.
            first, *others = [Unit((*path, key), part_lines(key, one)) for key, one in item.items()]
            yield Unit(path, _as_item(first.lines, 2))
            yield from (Unit(other.path, indented(other.lines, 2)) for other in others)
        else:
            yield Unit(path, item_lines(item, is_flow=True))


def part_lines(key: str, value: Plain) -> tuple[str, ...]:
    r"""A field below the top of an entry.

    >>> part_lines("note", "two\nlines"), part_lines("match", {"case": "exact"})
    (('note: |-', '  two', '  lines'), ('match: {case: exact}',))
    """
    text = write_text(value) if isinstance(value, str) else flow(value)
    return tuple(f"{key}: {text}".split("\n"))


def item_lines(item: Plain, *, is_flow: bool, width: int = 2) -> tuple[str, ...]:
    """An item of a list in lines, its fields in braces or one below the other.

    Args:
        item: what it says.
        is_flow: in braces.
        width: columns of the hyphen with its blanks.

    >>> item_lines({"en": "chip", "status": "admitted"}, is_flow=False)
    ('- en: chip', '  status: admitted')
    """
    if isinstance(item, dict) and not is_flow:
        return _as_item([line for key, value in item.items() for line in part_lines(key, value)], width)
    return _as_item((write_text(item) if isinstance(item, str) else flow(item)).split("\n"), width)


def _as_item(lines: Sequence[str], width: int) -> tuple[str, ...]:
    return (f"{'-':<{width}}{lines[0]}", *indented(lines[1:], width))


def indented(lines: Iterable[str], width: int) -> tuple[str, ...]:
    """*lines* further to the right; an empty one stays empty."""
    return tuple(f"{'':<{width}}{line}" if line else "" for line in lines)
