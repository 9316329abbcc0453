"""What a check looks at, and what it says."""

import datetime
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from jaen.claims import claims_of, summary_ids
from jaen.claims.names import Name, find_names
from jaen.glossary import Glossary
from jaen.glossary.house import House
from jaen.model import Alignment, Article, Block, Claim, Finding, Mention, Pair, Related, Segment, Severity, Span
from jaen.text.enclosures import Enclosures, find_enclosures

__all__ = ["AlignmentCheck", "AlignmentRule", "Check", "Found", "PairCheck", "PairRule", "Rule", "Subject"]


@dataclass(frozen=True)
class Subject:
    """One article, as the checks of an article see it.

    Attributes:
        segments: all of them, furniture of the site as well.
        mentions: of all segments.
        day: the article's day, against which validity is checked; None when it states none.
        has_machine_summary: the page says that a machine wrote its summary.
        glossary: None where the article was read without one.
        house: what the desk has decided.
    """

    article: Article
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    mentions: tuple[Mention, ...]
    day: datetime.date | None
    has_machine_summary: bool
    glossary: Glossary | None
    house: House

    @cached_property
    def by_id(self) -> Mapping[str, Segment]:
        """All segments by their ids."""
        return {segment.id: segment for segment in self.segments}

    @cached_property
    def content(self) -> tuple[Segment, ...]:
        """The segments that are no furniture of the site."""
        return tuple(segment for segment in self.segments if segment.content)

    @cached_property
    def used(self) -> tuple[Mention, ...]:
        """The mentions in the content."""
        ids = {segment.id for segment in self.content}
        return tuple(mention for mention in self.mentions if mention.segment_id in ids)

    @cached_property
    def enclosures(self) -> tuple[tuple[Span, Enclosures], ...]:
        """The paragraphs of the content, each with its brackets and quotation marks, at places of the paragraph."""
        groups = (list(group) for _, group in groupby(self.content, key=lambda segment: segment.block_id))
        spans = [Span(group[0].span.start, group[-1].span.end) for group in groups]
        return tuple((span, find_enclosures(span.of(self.article.text))) for span in spans)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What the article says of people, offices, products and numbers."""
        return tuple(claim for segment in self.content for claim in self.claims_in(segment))

    def claims_in(self, segment: Segment) -> Sequence[Claim]:
        """What one sentence of the content says."""
        known = self._claims.get(segment.id)
        if known is None:
            is_summary = segment.id in self.summary_ids
            known = claims_of(segment, self.mentions_in(segment), self.names_in(segment), is_summary)
            self._claims[segment.id] = known
        return known

    def names_in(self, segment: Segment) -> Sequence[Name]:
        """The names of one sentence, see `jaen.claims.names`."""
        known = self._names.get(segment.id)
        if known is None:
            known = self._names[segment.id] = find_names(segment, self.mentions_in(segment))
        return known

    @cached_property
    def summary_ids(self) -> Collection[str]:
        """Ids of the segments that sum up others, see `jaen.claims.summary_ids`."""
        return summary_ids(self.content, has_machine_summary=self.has_machine_summary)

    # Found when a check asks for them: most articles have no summary to compare with, and no offices.
    @cached_property
    def _claims(self) -> dict[str, Sequence[Claim]]:
        return {}

    @cached_property
    def _names(self) -> dict[str, Sequence[Name]]:
        return {}

    def mentions_in(self, segment: Segment) -> Sequence[Mention]:
        """The mentions in one sentence."""
        return self._by_segment.get(segment.id, ())

    @cached_property
    def _by_segment(self) -> Mapping[str, Sequence[Mention]]:
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.segment_id, []).append(mention)
        return found

    def segment_at(self, position: int) -> Segment | None:
        """The segment at *position* of the article, or the next one where white space is there."""
        number = bisect_right(self._ends, position)
        return self.segments[number] if number < len(self.segments) else None

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(segment.span.end for segment in self.segments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a check has found.

    Attributes:
        message: what is the matter.
        span: where, in the article that is checked; of a pair, in the target.
        source: of a pair: where in the source article.
        severity: where it is not the rule's usual one.
        related: other places of the article that is checked.
    """

    message: str
    span: Span | None = None
    source: Span | None = None
    concept_id: str | None = None
    suggestion: str | None = None
    severity: Severity | None = None
    related: tuple[Related, ...] = ()

    def finding(self, rule: "Rule | PairRule | AlignmentRule", segment: Segment | None, span: Span | None) -> Finding:
        """What is told of it by *rule*, at a place of the article that it is told about."""
        return Finding(
            code=rule.code,
            severity=self.severity or rule.severity,
            message=self.message,
            segment_id=segment.id if segment else None,
            span=span,
            concept_id=self.concept_id,
            suggestion=self.suggestion,
            related=self.related,
        )


Check = Callable[[Subject], Iterator[Found]]
PairCheck = Callable[[Pair], Iterator[Found]]
AlignmentCheck = Callable[[Alignment], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A code with its usual severity and the check that finds it; the first line of the check's docstring is its title."""

    code: str
    severity: Severity
    check: Check

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """What the check finds in an article."""
        for found in self.check(subject):
            segment = subject.segment_at(found.span.start) if found.span else None
            yield found.finding(self, segment, found.span)


@dataclass(frozen=True, slots=True)
class PairRule:
    """A code with its usual severity and the check of a pair that finds it."""

    code: str
    severity: Severity
    check: PairCheck


@dataclass(frozen=True, slots=True)
class AlignmentRule:
    """A code with its usual severity and the check of a text and its translation as wholes that finds it."""

    code: str
    severity: Severity
    check: AlignmentCheck
