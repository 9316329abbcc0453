"""Findings by themselves, for people, programs and code hosts: text, JSON, SARIF, Markdown, HTML.

A new format is one module with a function of checked articles, a stream and what to show, and one row of `WRITERS`.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TextIO

from jaen.writing.findings.json_list import write_json
from jaen.writing.findings.log import write_log
from jaen.writing.findings.markdown import write_markdown
from jaen.writing.findings.page import write_page
from jaen.writing.findings.places import Checked, Place, Places, Showing
from jaen.writing.findings.text import write_text
from jaen.writing.sarif import SarifRule

__all__ = ["FORMATS", "WRITERS", "Checked", "Place", "Places", "SarifRule", "Showing"]

WRITERS: Mapping[str, Callable[[Iterable[Checked], TextIO, Showing], None]] = MappingProxyType(
    {"text": write_text, "json": write_json, "sarif": write_log, "markdown": write_markdown, "html": write_page}
)
FORMATS = tuple(WRITERS)
