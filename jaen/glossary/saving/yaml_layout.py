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

from jaen.glossary.saving.yaml_scalars import write_flow_text, write_text
from jaen.model import Concept, Link, MatchRule, Review, Status, Term, TermUse, Validity

__all__ = ["Plain", "flow", "plain", "value_lines"]

Plain = str | list["Plain"] | dict[str, "Plain"]
WIDTH = 120  # code points; a longer value goes over several lines where it can


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


def value_lines(name: str, value: Plain) -> list[str]:
    """The lines of a concept's field *name*.

    >>> value_lines("terms", [{"en": "chip", "status": "admitted"}])
    ['terms:', '- en: chip', '  status: admitted']
    """
    if isinstance(value, str):
        return f"{name}: {write_text(value, 2)}".split("\n")
    line = f"{name}: {flow(value)}"
    if name not in ("terms", "examples") and len(line) <= WIDTH:
        return [line]
    if isinstance(value, dict):
        return [f"{name}:", *(line for key, one in value.items() for line in field_lines(key, one, "  "))]
    return [f"{name}:", *(line for item in value for line in item_lines(name, item))]


def item_lines(name: str, item: Plain) -> list[str]:
    """The lines of one item of a concept's list *name* that stands in lines of its own."""
    if name != "terms" or not isinstance(item, dict):
        return [f"- {flow(item) if not isinstance(item, str) else write_text(item, 2)}"]
    lines = [line for key, one in item.items() for line in field_lines(key, one, "  ")]
    return [f"- {lines[0][2:]}", *lines[1:]]


def field_lines(key: str, value: Plain, indent: str) -> list[str]:
    """The lines of one field inside a term or a definition, whose key stands after *indent*."""
    text = write_text(value, len(indent) + 2) if isinstance(value, str) else flow(value)
    return f"{indent}{key}: {text}".split("\n")
