"""Two texts that say the same in two languages: passages, how their sentences correspond, what was found."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jaen.model.article import Article
from jaen.model.finding import Finding, Related
from jaen.model.mention import Mention
from jaen.model.report import Report
from jaen.model.text import Segment
from jaen.offsets import Span

__all__ = ["Alignment", "Bead", "Pair", "PairReport", "Passage"]

_SURE = 0.5  # confidence from which sentences are taken to belong together


@dataclass(frozen=True, slots=True)
class Passage:
    """Some sentences of one article, in text order, with the concepts that they name.

    Attributes:
        language: BCP 47 tag of the passage as a whole.
        segments: possibly none, where a translation lacks a sentence.
        mentions: those in `segments`, in text order.
    """

    article: Article
    language: str
    segments: tuple[Segment, ...]
    mentions: tuple[Mention, ...]

    @classmethod
    def of(
        cls, article: Article, language: str, segments: tuple[Segment, ...], mentions: tuple[Mention, ...]
    ) -> "Passage":
        """The passage of *segments*, with those of *mentions* that stand in them."""
        ids = {segment.id for segment in segments}
        return cls(article, language, segments, tuple(one for one in mentions if one.segment_id in ids))

    @property
    def text(self) -> str:
        """The sentences, one after the other: with a blank between English ones."""
        return ("" if self.language == "ja" else " ").join(segment.text for segment in self.segments)

    @property
    def span(self) -> Span | None:
        """From the first sentence to the last, in the article; None where there is none."""
        return Span(self.segments[0].span.start, self.segments[-1].span.end) if self.segments else None

    def segment_at(self, span: Span) -> Segment | None:
        """The sentence in which *span*, of the article, begins, or behind which it stands if it is empty."""
        start = span.start if span.length else span.start - 1
        number = bisect_right(self.segments, start, key=lambda segment: segment.span.end)
        return self.segments[number] if number < len(self.segments) else None

    def related(self, role: str, span: Span | None) -> tuple[Related, ...]:
        """The place at *span* for a finding to speak of; none where it stands in no sentence."""
        segment = self.segment_at(span) if span else None
        return (self.article.related(role, segment.id, span),) if span and segment else ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage and what should say the same in the other language."""

    source: Passage
    target: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """Sentences that belong together: 1-1, 1-2, 2-1 …; 1-0 is a sentence without a counterpart, 0-1 an added one.

    Attributes:
        source, target: indices into the two passages' `segments`, contiguous and in order.
        confidence: 0 to 1, that these sentences say the same (for 1-0 and 0-1: that nothing corresponds).
        evidence: what both have: `concept: anthropic`, `number: 189900000`, `name: アンソロピック ~ Anthropic` …
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float
    evidence: tuple[str, ...] = ()

    @property
    def is_sure(self) -> bool:
        """False for a guess: what is found by it is a hint, and no memory should learn it."""
        return self.confidence >= _SURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """How the sentences of a text and of its translation correspond; beads keep the order of both.

    Attributes:
        source, target: the passages; every segment of each is in exactly one bead.
        confidence: 0 to 1, that the one is a translation of the other at all.
        is_trusted: False where the aligner abstains: the two are no translation, or the evidence is too thin.
    """

    source: Passage
    target: Passage
    beads: tuple[Bead, ...]
    confidence: float
    is_trusted: bool

    def pairs(self) -> Iterator[tuple[Bead, Pair]]:
        """Every bead with its passages, in order."""
        source, target = _by_segment(self.source), _by_segment(self.target)
        for bead in self.beads:
            yield bead, Pair(_part(self.source, bead.source, source), _part(self.target, bead.target, target))


_Mentions = Mapping[str, Sequence[Mention]]


def _by_segment(passage: Passage) -> _Mentions:
    found: dict[str, list[Mention]] = {}
    for mention in passage.mentions:
        found.setdefault(mention.segment_id, []).append(mention)
    return found


def _part(passage: Passage, indices: Sequence[int], mentions: _Mentions) -> Passage:
    segments = tuple(passage.segments[index] for index in indices)
    own = tuple(mention for segment in segments for mention in mentions.get(segment.id, ()))
    return Passage(passage.article, passage.language, segments, own)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairReport:
    """A text and its translation by somebody, checked side by side.

    Attributes:
        findings: about the target, each with the place in the source it speaks of (`Related` of role `source`).
    """

    source: Report
    target: Report
    alignment: Alignment
    findings: tuple[Finding, ...]
