"""JSON Lines: one report a line, schema `jaen.report/1`."""

import json
from collections.abc import Iterable
from typing import TextIO

from jaen.model import Report

# JSON allows them inside a string, but many programs end a line there (Python's `splitlines`, JavaScript).
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def write_json_lines(reports: Iterable[Report], out: TextIO) -> None:
    """One JSON object per report, keys in the order of the contract, characters as themselves."""
    for report in reports:
        line = json.dumps(report.to_dict(), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        out.write(line.translate(_LINE_ENDS) + "\n")
