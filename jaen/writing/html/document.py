"""The document: articles one after the other, before them what is to be said of all, after them their concepts."""

import itertools
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, TextIO

from jaen.model import Report
from jaen.writing.digest import counted
from jaen.writing.html.article import article_view
from jaen.writing.html.concepts import Concepts
from jaen.writing.html.findings import Places
from jaen.writing.html.overview import Count, Part, Tally
from jaen.writing.html.sentences import places_of
from jaen.writing.html.templates import render
from jaen.writing.html.views import Label

__all__ = ["Body", "Top", "concept_section", "spool", "write_bottom", "write_html", "write_top"]

_IN_MEMORY = 8 * 1024 * 1024  # characters of articles that wait in memory; more wait in a file


def write_html(reports: Iterable[Report], out: TextIO) -> None:
    """One self-contained page for people: the articles side by side with their English, terms and findings marked.

    The table of contents stands first and needs all articles: each is written to a temporary file as soon as it is
    there, and only a line about it is kept, so that the memory needed does not grow with the articles' length.

    Args:
        reports: any number; a generator is not read ahead.
        out: a text stream; everything in it can be encoded as UTF-8, whatever the articles hold.
    """
    with spool() as waiting:
        body = Body(waiting)
        for report in reports:
            body.add(report)
        body.write(out, "Report on", "article")


def spool() -> IO[str]:
    """Where written parts wait: a file, if they are many."""
    return tempfile.SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="")


class Body:
    """Articles that are written already, and wait until it is known what stands before them.

    Args:
        waiting: where they wait.
    """

    def __init__(self, waiting: IO[str]) -> None:
        self.concepts, self.tally = Concepts(), Tally()
        self._waiting = waiting
        self._numbers = itertools.count(1)

    def next_number(self) -> int:
        """A number for one more article; no other article of the document has it."""
        return next(self._numbers)

    def add(self, report: Report) -> Places:
        """Write one more article; where its sentences are."""
        number = self.next_number()
        places = places_of([(number, report)])
        view = article_view(report, number, self.concepts, places)
        self.add_part(render("article.html", article=view))
        part = Part(view.anchor, view.title, view.language, report.article.source)
        self.tally.add(part, (report,), report.findings)
        return places

    def add_part(self, text: Iterator[str]) -> None:
        """Write what a template gives."""
        self._waiting.writelines(text)

    def copy_to(self, out: TextIO) -> None:
        """Write all parts."""
        self._waiting.seek(0)
        shutil.copyfileobj(self._waiting, out)

    def write(self, out: TextIO, what: str, noun: str) -> None:
        """The whole page: what is to be said of all parts, the parts, their concepts.

        `what` and `noun` are for its heading: `Report on`, `article` give `Report on 5 articles`.
        """
        overview = self.tally.overview(self.concepts)
        number = len(overview.entries)
        title = overview.entries[0].part.title if number == 1 else counted(number, noun)
        sections: tuple[Label, ...] = (Label("Overview", "", "#overview"),) if number > 1 else ()
        sections += concept_section(self.concepts)
        write_top(out, Top(title, f"{what} {counted(number, noun)}", sections, overview.counts, overview.ignored))
        out.writelines(render("overview.html", overview=overview, noun=noun))
        self.copy_to(out)
        write_bottom(out, self.concepts)


@dataclass(frozen=True, slots=True)
class Top:
    """What stands before everything else.

    Attributes:
        title: of the window.
        heading: of the page.
        sections: links of the bar.
    """

    title: str
    heading: str
    sections: tuple[Label, ...]
    counts: tuple[Count, ...]
    ignored: int


def write_top(out: TextIO, top: Top) -> None:
    """The page's head, and the bar with its tools."""
    out.writelines(render("top.html", top=top))


def write_bottom(out: TextIO, concepts: Concepts) -> None:
    """The concepts, and the end of the page."""
    out.writelines(render("bottom.html", concepts=concepts.views()))


def concept_section(concepts: Concepts) -> tuple[Label, ...]:
    """The bar's link to the concepts, where there are any."""
    return (Label(counted(len(concepts), "concept"), "", "#concepts"),) if len(concepts) else ()
