"""Many articles at a glance: a table of contents and small charts, counted while the articles are written."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jaen.model import Finding, Report, Severity
from jaen.writing.digest import language_name
from jaen.writing.html.concepts import Concepts
from jaen.writing.html.findings import WORDS

__all__ = ["Bar", "Chart", "Count", "Entry", "Overview", "Part", "Tally", "severity_counts"]

_BARS = 12  # of a chart; the rest is counted in one line below


@dataclass(frozen=True, slots=True)
class Count:
    """How many findings of a severity there are."""

    severity: Severity
    word: str
    icon: str
    number: int


@dataclass(frozen=True, slots=True)
class Part:
    """An article, a text with its translation, or a unit of a memory; `source` is its file."""

    anchor: str
    title: str
    language: str
    source: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents."""

    part: Part
    sentences: int
    mentions: int
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a chart; `share` is its length in hundredths of the longest."""

    name: str
    number: int
    share: int
    href: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars of one kind; `rest` says what the chart leaves out."""

    title: str
    unit: str
    bars: tuple[Bar, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What stands before the articles.

    Attributes:
        counts: findings by severity that nobody ignores.
        ignored: how many somebody does.
    """

    entries: tuple[Entry, ...]
    sentences: int
    mentions: int
    concepts: int
    counts: tuple[Count, ...]
    ignored: int
    charts: tuple[Chart, ...]


class Tally:
    """Counts of the articles that have been written; grows by one line for each."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._languages: Counter[str] = Counter()
        self._codes: Counter[str] = Counter()
        self._severities: Counter[Severity] = Counter()
        self._ignored = 0

    def add(self, part: Part, reports: Sequence[Report], findings: Iterable[Finding]) -> None:
        """Count one more part of the document.

        Args:
            part: as it stands in the table of contents.
            reports: that it shows.
            findings: that it shows.
        """
        content = [segment for report in reports for segment in report.segments if segment.content]
        self._languages.update(segment.language for segment in content)
        listed = [*findings]
        standing = [finding for finding in listed if not finding.ignored]
        self._codes.update(finding.code for finding in standing)
        severities = Counter(finding.severity for finding in standing)
        self._severities += severities
        self._ignored += len(listed) - len(standing)
        mentions = sum(len(report.mentions) for report in reports)
        self._entries.append(Entry(part, len(content), mentions, severity_counts(severities)))

    def overview(self, concepts: Concepts) -> Overview:
        """What is to be said of all of them."""
        top = [(_name(view.names, view.id), view.times, f"#c{view.number}") for view in concepts.views()]
        charts = (
            _chart(
                "Languages",
                "sentences",
                ((_language(tag), number, "") for tag, number in self._languages.most_common()),
            ),
            _chart("Most frequent concepts", "mentions", top),
            _chart("Findings by rule", "findings", ((name, number, "") for name, number in self._codes.most_common())),
        )
        return Overview(
            entries=tuple(self._entries),
            sentences=sum(entry.sentences for entry in self._entries),
            mentions=sum(entry.mentions for entry in self._entries),
            concepts=len(concepts),
            counts=severity_counts(self._severities),
            ignored=self._ignored,
            charts=tuple(chart for chart in charts if chart.bars),
        )


def severity_counts(severities: Mapping[Severity, int]) -> tuple[Count, ...]:
    """Those that there are, gravest first."""
    return tuple(
        Count(severity, *WORDS[severity], severities[severity]) for severity in WORDS if severities.get(severity)
    )


def _language(tag: str) -> str:
    return "not known" if tag == "und" else language_name(tag).capitalize() if tag in ("en", "ja") else tag


def _name(names: Iterable[tuple[str, str]], default: str) -> str:
    """`アンソロピック · Anthropic`; the concept's id where it has no preferred term."""
    return " · ".join(dict.fromkeys(term for _, term in names)) or default


def _chart(title: str, unit: str, rows: Iterable[tuple[str, int, str]]) -> Chart:
    """The longest bars; *rows* come longest first."""
    found = [*rows]
    longest = found[0][1] if found else 1
    bars = tuple(Bar(name, number, max(1, number * 100 // longest), href) for name, number, href in found[:_BARS])
    left = found[_BARS:]
    rest = f"and {len(left)} more, {sum(number for _, number, _ in left)} {unit}" if left else ""
    return Chart(title, unit, bars, rest)
