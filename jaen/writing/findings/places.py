"""What is written of findings: articles with what was found in them, and where that is in their files."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jaen.model import Article, Finding, PairReport, Related, Report, Severity
from jaen.offsets import Lines, Span
from jaen.writing.cells import one_line
from jaen.writing.digest import excerpt
from jaen.writing.sarif import SarifRule

__all__ = ["RELATED", "Checked", "Place", "Places", "Showing", "details", "is_shown"]

RELATED = 80
"""Code points of a related place that people are shown."""

_WORDS = 60  # code points of the words at a place
_QUOTED = 24  # code points of a place by which it is known in a message that quotes the beginning of a sentence
_RECORD = re.compile(r"(.+):([0-9]+)", re.DOTALL)  # feed.jsonl:3


@dataclass(frozen=True, slots=True)
class Checked:
    """An article with what was found in it.

    Attributes:
        findings: about *article*, in the order in which they are to be shown.
        others: articles that a finding's `related` may speak of, beside *article* itself.
        whole: the report that a format which shows the texts themselves is to show with these findings, or the text
            and its translation; None where the findings are of a unit, or across articles.
    """

    article: Article
    findings: tuple[Finding, ...]
    others: tuple[Article, ...] = ()
    whole: Report | PairReport | None = None


@dataclass(frozen=True, slots=True)
class Showing:
    """What is to be shown.

    Attributes:
        everything: to people, also hints and what may stand; programs get all of it in any case.
        rules: of all that could have been found.
        version: of jaen.
    """

    everything: bool
    rules: Sequence[SarifRule]
    version: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file, as compilers name it.

    Attributes:
        file: as the user wrote it; `-` for standard input.
        line: from 1; None where it is the file as a whole, or one that has been taken out of markup.
        column: in code points, from 1; None where only the line can be told.
        end: line and column after the last character; None without a column.
    """

    file: str
    line: int | None = None
    column: int | None = None
    end: tuple[int, int] | None = None

    def __str__(self) -> str:
        """`file:line:column`, as far as that can be told."""
        return ":".join(str(part) for part in (one_line(self.file), self.line, self.column) if part is not None)


class Places:
    """Tells places in the files of articles; the lines of each are counted once.

    Args:
        checked: with all articles that are spoken of.
    """

    def __init__(self, checked: Checked) -> None:
        self._articles = {article.id: article for article in (*checked.others, checked.article)}
        self._own = checked.article
        self._lines: dict[str, Lines] = {}

    def of(self, finding: Finding) -> Place:
        """Where a finding is."""
        return self._place(self._own, finding.span)

    def of_related(self, related: Related) -> Place:
        """Where a place is that a finding speaks of."""
        article = self._articles.get(related.article_id)
        return self._place(article, related.span) if article else Place(related.article_id)

    def words(self, finding: Finding) -> str:
        """The words at the place of a finding; "" for none in particular."""
        return finding.span.of(self._own.text) if finding.span else ""

    def file(self, related: Related) -> str:
        """Source of the article that a place is in."""
        article = self._articles.get(related.article_id)
        return article.source if article else related.article_id

    def _place(self, article: Article, span: Span | None) -> Place:
        if not article.is_verbatim:
            record = _RECORD.fullmatch(article.source)
            return Place(record[1], int(record[2])) if record else Place(article.source)
        if span is None:
            return Place(article.source)
        lines = self._lines.setdefault(article.id, Lines(article.text))
        end = (lines.number(span.end), lines.column(span.end))
        return Place(article.source, lines.number(span.start), lines.column(span.start), end)


def is_shown(finding: Finding, showing: Showing) -> bool:
    """True for what people are shown: neither hints nor what may stand, unless they ask for everything."""
    return showing.everything or not (finding.severity is Severity.INFO or finding.ignored)


def details(finding: Finding, words: str) -> str:
    """What the message does not say yet: the words at the place, what to write instead, why it may stand."""
    parts = [finding.message]
    if words.strip() and words[:_QUOTED] not in finding.message:
        parts.append(f"“{excerpt(words, _WORDS)}”")
    if finding.suggestion and finding.suggestion not in finding.message:
        parts.append(f"→ {finding.suggestion}")
    if finding.ignored:
        parts.append(f"(ignored: {finding.ignored})")
    return one_line(" ".join(parts))
