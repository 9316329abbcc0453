"""A comparison to text: for a terminal, for mail and issue trackers, for programs, for a browser."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TextIO

from jaen.model.comparison import Comparison
from jaen.writing.comparison.markdown import write_comparison_markdown
from jaen.writing.comparison.text import write_comparison_text

__all__ = ["FORMATS", "WRITERS", "write_comparison_json"]


def write_comparison_json(comparison: Comparison, out: TextIO) -> None:
    """Everything, as one JSON value of schema `jaen.comparison/1`."""
    json.dump(comparison.to_dict(), out, ensure_ascii=False, indent=1)
    out.write("\n")


WRITERS: Mapping[str, Callable[[Comparison, TextIO], None]] = MappingProxyType(
    {
        "text": write_comparison_text,
        "json": write_comparison_json,
        "markdown": write_comparison_markdown,
    }
)
FORMATS = tuple(WRITERS)
