"""Translations for programs: one JSON object a line, with all that the memory says of them."""

import json
from collections.abc import Sequence
from typing import Any

from jaen.translation.memory.entry import Stored
from jaen.translation.memory.exchange.units import Outgoing

__all__ = ["plain", "write_json_lines"]

# JSON allows them inside a string, but many programs end a line there.
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def write_json_lines(entries: Sequence[Stored]) -> Outgoing:
    """A line for each entry, UTF-8; what is no Unicode (a lone surrogate) is escaped."""
    lines = [json.dumps(plain(entry), ensure_ascii=False, separators=(",", ":")) for entry in entries]
    return Outgoing("".join(f"{line.translate(_LINE_ENDS)}\n" for line in lines).encode("utf-8", "backslashreplace"))


def plain(entry: Stored) -> dict[str, Any]:
    """An entry as plain JSON values; spans count from the start of the text and of the translation."""
    return {
        "from": entry.source,
        "to": entry.target,
        "source": entry.text,
        "translation": entry.translation,
        "state": entry.state,
        "engine": entry.engine,
        "model": entry.model,
        "concepts": [{"id": one, "revision": revision, "written": said} for one, revision, said in entry.concepts],
        "terms": [
            {
                "concept": term.concept_id,
                "source_span": list(term.source_span),
                "target_span": list(term.target_span) if term.target_span else None,
                "outcome": term.outcome,
                "rung": term.rung,
            }
            for term in entry.terms
        ],
        "flags": list(entry.flags),
        "at": entry.at.isoformat(timespec="seconds"),
        "used": entry.used.isoformat() if entry.used else None,
    }
