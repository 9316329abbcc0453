"""What the formats for a terminal have in common: the frame around an article, and text beside its label."""

from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from jaen.model import Report
from jaen.writing.cells import one_line, width, wrap
from jaen.writing.digest import left_out

WIDTH = 100  # cells of a line


def write_pages(reports: Iterable[Report], out: TextIO, page: Callable[[Report], Iterator[str]]) -> None:
    """The lines that *page* makes of each report, one article after the other, an empty line between them."""
    for number, report in enumerate(reports):
        if number:
            out.write("\n")
        out.writelines(f"{line}\n" for line in page(report))


def framed(report: Report, about: str, body: Iterator[str]) -> Iterator[str]:
    """Title and *about* between two rules, then *body*, then what was left out."""
    yield "═" * WIDTH
    yield from wrap(one_line(report.title or report.article.id), WIDTH)
    yield from wrap(about, WIDTH)
    yield "─" * WIDTH
    yield from body
    if note := left_out(report):
        yield ""
        yield from wrap(note, WIDTH)


def beside(head: str, text: str) -> Iterator[str]:
    """*text* beside *head*; its further lines stand under the first."""
    indent = width(head)
    first, *others = wrap(text, WIDTH - indent)
    yield head + first
    yield from (" " * indent + line for line in others)
