"""Report to bytes: JSON Lines, text, Markdown, CoNLL-U.

A new format is one module with a function of reports and a text stream, and one row of `WRITERS`.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TextIO

from jaen.errors import ConfigError
from jaen.model import Report
from jaen.writing.conllu import write_conllu
from jaen.writing.json_lines import write_json_lines
from jaen.writing.markdown import write_markdown
from jaen.writing.schema import load_schema, schema_text
from jaen.writing.text import write_text

__all__ = ["FORMATS", "WRITERS", "load_schema", "schema_text", "write"]

Writer = Callable[[Iterable[Report], TextIO], None]

WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "jsonl": write_json_lines,
        "text": write_text,
        "markdown": write_markdown,
        "conllu": write_conllu,
    }
)
FORMATS = tuple(WRITERS)


def write(reports: Iterable[Report], format: str, out: TextIO) -> None:  # noqa: A002 - the option's name
    """Write *reports* to *out*, each as soon as it is there.

    Args:
        reports: any number; a generator is not read ahead.
        format: one of `FORMATS`.
        out: a text stream, opened with `newline=""` where the system would write another.

    Raises:
        ConfigError: an unknown format.
    """
    if format not in WRITERS:
        raise ConfigError(f"format: {format!r} is not known; use one of: {', '.join(FORMATS)}")
    WRITERS[format](reports, out)
