"""Passages for the tests of alignment: a line is a sentence."""

from dataclasses import replace

from jaen.api import split
from jaen.model import Passage, Segment
from jaen.offsets import Span, unchanged
from jaen.reading import article_of
from jaen.terms import Matcher

JAPANESE = (
    "港湾庁は3日、12億円の基金を設けると発表した。",
    "対象は全国の150社だ。",
    "飯田陽一・内閣サイバー官は「港が止まれば暮らしも止まる」と述べた。",
    "4月18日には中部の港でシステムが36時間止まった。",
    "アンソロピックも協力するという。",
    "人手の不足を心配する声もある。",
    "審査は10月1日に始まる。",
    "大学の教授は、お金だけでは港を守れないと指摘する。",
)
ENGLISH = (
    "The Port Agency announced on the 3rd that it will set up a fund of 1.2 billion yen.",
    "It is open to 150 companies across the country.",
    '"When a port stops, daily life stops too," said National Cyber Director Yoichi Iida.',
    "On April 18, the system of a port in central Japan stopped for 36 hours.",
    "Anthropic is said to be cooperating as well.",
    "Some worry about a shortage of hands.",
    "The screening starts on October 1.",
    "A university professor points out that money alone cannot protect a port.",
)
OTHER = (
    "The museum opened its doors to children for the first time this week.",
    "Rain fell on the northern islands, and ferries stayed in the harbor overnight.",
    "The team won its third game in a row and leads the league by two points.",
    "Farmers expect more apples than in the years before.",
    "A new bridge across the river will shorten the way to school.",
    "The painter Anna Berg died at the age of 91 in her home town.",
    "Tickets cost 20 euros and are sold at the door.",
    "The choir sings on Sunday in the old church near the station.",
)


def line(text: str, number: int) -> Segment:
    """One sentence as one segment, wherever jaen would cut it; its span counts from its own start."""
    parts = split(text)
    return replace(
        parts[0],
        id=f"s{number}",
        span=Span(0, len(text)),
        text=text,
        normalized=unchanged(text),
        tokens=tuple(token for part in parts for token in part.tokens),
        marks=tuple(mark for part in parts for mark in part.marks),
    )


def passage(lines, language: str = "ja", matcher: Matcher | None = None) -> Passage:
    """A passage of sentences; with *matcher* its concepts are found as in an article."""
    article = article_of("\n".join(lines))
    segments = tuple(line(text, number) for number, text in enumerate(lines))
    mentions = tuple(one for segment in segments for one in matcher.find(segment.text, (segment,))) if matcher else ()
    return Passage(article, language, segments, mentions)


def shapes(alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The beads' sentences."""
    return [(bead.source, bead.target) for bead in alignment.beads]
