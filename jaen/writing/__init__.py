"""Report to bytes: JSON Lines, text, bilingual text, the article translated, Markdown, HTML, CoNLL-U, TMX,
XLIFF, Parquet.

A new format is one module with a function of reports and a stream, and one row of `WRITERS`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, BinaryIO, TextIO

from jaen.errors import ConfigError
from jaen.model import Report
from jaen.writing.article import write_article
from jaen.writing.bilingual import write_bilingual
from jaen.writing.conllu import write_conllu
from jaen.writing.html import write_html
from jaen.writing.json_lines import write_json_lines
from jaen.writing.markdown import write_markdown
from jaen.writing.parquet import write_parquet
from jaen.writing.schema import load_schema, schema_text
from jaen.writing.text import write_text
from jaen.writing.tmx import write_tmx
from jaen.writing.xliff import write_xliff

__all__ = ["FORMATS", "WRITERS", "load_schema", "schema_text", "write"]


@dataclass(frozen=True, slots=True)
class Writer:
    """How one format is written.

    Attributes:
        write: takes reports and a stream, and writes each report as soon as it is there.
        is_binary: the stream is one of bytes, not of text.
        has_translations_only: what is not translated is not written.
    """

    write: Callable[[Iterable[Report], Any], None]
    is_binary: bool = False
    has_translations_only: bool = False


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "jsonl": Writer(write_json_lines),
        "text": Writer(write_text),
        "bilingual": Writer(write_bilingual),
        "article": Writer(write_article),
        "markdown": Writer(write_markdown),
        "html": Writer(write_html),
        "conllu": Writer(write_conllu),
        "tmx": Writer(write_tmx, has_translations_only=True),
        "xliff": Writer(write_xliff),
        "parquet": Writer(write_parquet, is_binary=True),
    }
)
FORMATS = tuple(WRITERS)


def write(reports: Iterable[Report], format: str, out: TextIO | BinaryIO) -> None:  # noqa: A002 - the option's name
    """Write *reports* to *out*, each as soon as it is there.

    Parquet is written some thousand sentences at a time; HTML, TMX and XLIFF are one whole and written at the end.

    Args:
        reports: any number; a generator is not read ahead.
        format: one of `FORMATS`.
        out: a text stream, opened with `newline=""` where the system would write another; for Parquet a binary one.

    Raises:
        ConfigError: an unknown format, or one whose extra is not installed.
    """
    if format not in WRITERS:
        raise ConfigError(f"format: {format!r} is not known; use one of: {', '.join(FORMATS)}")
    WRITERS[format].write(reports, out)
