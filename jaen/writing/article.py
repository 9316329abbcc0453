"""The article itself in the other language, as plain text: its sentences exchanged, its layout kept.

Line breaks between blocks, empty lines, the marks of lists and the site's furniture stay as they are. A sentence
without a translation stays in its own language, as in every translator's workbench.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TextIO

from jaen.model import Report
from jaen.writing.cells import one_line

_SPACELESS = frozenset({"ja", "zh"})  # languages without blanks between sentences
_INDENT = re.compile("(?<![^\r\n])\u3000+$")  # the first line of a Japanese paragraph begins with a wide blank


def write_article(reports: Iterable[Report], out: TextIO) -> None:
    """One article after the other, an empty line between them."""
    for number, report in enumerate(reports):
        if number:
            out.write("\n")
        text = "".join(_pieces(report))
        out.write(text if text.endswith("\n") else text + "\n")


def _pieces(report: Report) -> Iterator[str]:
    text = report.article.text
    done = {t.segment_id: t for t in report.translations if t.state != "untranslated"}
    at = 0
    for before, segment in pairwise((None, *report.segments)):
        assert segment
        made = done.get(segment.id)
        gap = text[at : segment.span.start]
        if before and (made or before.id in done) and before.block_id == segment.block_id and not gap.strip():
            # In one paragraph there is what the languages on both sides put between sentences.
            sides = [done[one.id].language if one.id in done else one.language for one in (before, segment)]
            gap = "" if _SPACELESS.issuperset(sides) else " "
        if made and made.language not in _SPACELESS:
            gap = _INDENT.sub("", gap)
        yield gap
        yield one_line(made.text) if made else segment.text
        at = segment.span.end
    yield text[at:]
