"""What a comparison keeps of an article: a report has a thousand words with all their features, a digest has not."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import islice

from jaen.claims import find_claims, summary_ids
from jaen.claims.names import Name, find_names
from jaen.corpus.compare.outlets import outlet_of
from jaen.corpus.compare.sounds import sounds
from jaen.model import (
    Claim,
    Concept,
    DateExpression,
    Finding,
    Mention,
    MetadataField,
    Number,
    Quotation,
    Report,
    Role,
    Segment,
    Severity,
    Slot,
)
from jaen.model.comparison import ComparedArticle, Place
from jaen.offsets import Lines, Span
from jaen.terms.names.lists import NATIONS
from jaen.terms.spelling import SPELLINGS
from jaen.writing.cells import one_line, width

__all__ = ["Claimed", "Dated", "Digest", "Named", "Sentence", "key_of"]

_NEAR = 100  # words on either side of a number that say what it is about; hardly a sentence has more
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_LEAD = 5  # sentences, the title among them, in which news says what it is about
_OFTEN = 3
_SHORTEST = 16  # cells: 8 kanji or 16 letters; "Hello Ken," is in every mail


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the content, as copies are looked for.

    Attributes:
        key: its letters and digits, folded; equal keys are the same sentence.
        cells: how long the key is on a terminal, so that a kanji counts as two letters.
        number: of the sentence in its article, from 0, so that neighbors are known.
    """

    key: str
    cells: int
    number: int
    place: Place


@dataclass(frozen=True, slots=True)
class Named:
    """A concept that an article names, or a name that no glossary knows.

    Attributes:
        label: for people.
        category: of the concept; `name` where there is none.
        is_central: the article opens with it, or comes back to it; what it names in passing says less of its story.
    """

    value: str
    label: str
    category: str
    place: Place
    is_central: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as the article states it, with the key of its sentence."""

    mark: DateExpression
    key: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A claim as it is compared with others.

    Attributes:
        day: of the article.
        words: of a number: the content words beside it in its sentence, without order.
        contradicted: what the article's own findings say against it, "" when nothing.
        instead: where the article says otherwise, then.
        right: the concept that it should have named, then.
    """

    claim: Claim
    place: Place
    day: date | None
    words: frozenset[str] = frozenset()
    contradicted: str = ""
    instead: Place | None = None
    right: str | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """One article, as the comparisons see it. What a machine wrote is only in `dates`, `claims` and `spellings`.

    Attributes:
        sha256: of what was read.
        facts: what its page and its container state.
        furniture: lines of the site around the article.
        sentences: those long enough to be told from others.
        named: concept or name → its first place.
        sounds: consonants of a name in katakana or Latin letters that no glossary knows → its first place.
        numbers: (value, unit) → first place; years, versions and small numbers are left out.
        spoken: key of a quotation → its place.
        spellings: (concept, language, spelling) → how often, and the first place.
        labels: concept → its terms for people.
    """

    row: ComparedArticle
    sha256: str
    facts: tuple[MetadataField, ...]
    furniture: int
    sentences: tuple[Sentence, ...]
    named: Mapping[str, Named]
    sounds: Mapping[str, Place]
    numbers: Mapping[tuple[Decimal, str], Place]
    spoken: Mapping[str, Place]
    dates: tuple[Dated, ...]
    claims: tuple[Claimed, ...]
    spellings: Mapping[tuple[str, str, str], tuple[int, Place]]
    labels: Mapping[str, str]

    @classmethod
    def of(cls, report: Report) -> "Digest":
        """What of *report* is compared."""
        return _Reader(report).digest()


def key_of(text: str) -> str:
    """The letters and digits of *text*, of one width and case: what is left when quotes, dashes and breaks differ.

    >>> key_of("“It’s ＡＩ-powered,” he  said.")
    'itsaipoweredhesaid'
    """
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


class _Reader:
    """Reads one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._lines = Lines(report.article.text)
        self._has_machine_summary = any(field.name == "machine-summary" for field in report.metadata)
        stated = report.provenance.get("article_date")
        self._day = date.fromisoformat(stated) if stated else None
        self._content = {segment.id: segment for segment in report.segments if segment.content}
        summary = summary_ids(tuple(self._content.values()), has_machine_summary=self._has_machine_summary)
        self._by_machine = frozenset(summary if self._has_machine_summary else ())
        self._mentions = [mention for mention in report.mentions if mention.segment_id in self._content]
        self._by_segment: dict[str, list[Mention]] = defaultdict(list)
        for mention in self._mentions:
            self._by_segment[mention.segment_id].append(mention)

    @cached_property
    def _said(self) -> tuple[Claimed, ...]:
        return tuple(self._claims())

    def digest(self) -> Digest:
        report = self._report
        return Digest(
            row=self._row(),
            sha256=report.article.sha256,
            facts=report.metadata,
            furniture=sum(not block.content and block.role is not Role.BLANK for block in report.blocks),
            sentences=tuple(self._sentences()),
            named=self._named(),
            sounds=self._sounds(),
            numbers=self._numbers(),
            spoken=self._spoken(),
            dates=tuple(self._dates()),
            claims=self._said,
            spellings=self._spellings(),
            labels=self._labels(),
        )

    def _labels(self) -> dict[str, str]:
        """Of concepts, and of the names that claims are about."""
        found = {mention.concept.id: _label_of(mention.concept) for mention in self._mentions}
        for claimed in self._said:
            about, segment = claimed.claim.slot.about, self._content[claimed.claim.segment_id]
            if about not in found and claimed.claim.slot.relation != "number":
                found.update({name.key: name.text for name in self._names_in(segment) if name.key == about})
        return found

    def _row(self) -> ComparedArticle:
        report = self._report
        outlet, outlet_from = outlet_of(report.metadata, report.article.id)
        return ComparedArticle(
            id=report.article.id,
            source=report.article.source,
            title=report.title,
            language=report.language,
            day=self._day,
            outlet=outlet,
            outlet_from=outlet_from,
            sentences=len(self._content),
            has_machine_summary=self._has_machine_summary,
        )

    def _place(self, segment: Segment, span: Span) -> Place:
        return Place(
            article_id=self._report.article.id,
            segment_id=segment.id,
            line=self._lines.number(span.start),
            span=span,
            text=span.of(self._report.article.text),
            sentence=segment.text,
            is_machine=segment.id in self._by_machine,
        )

    def _by_people(self) -> Iterator[Segment]:
        return (segment for segment in self._content.values() if segment.id not in self._by_machine)

    def _sentences(self) -> Iterator[Sentence]:
        for number, segment in enumerate(self._by_people()):
            key = key_of(segment.text)
            cells = width(key)
            if cells >= _SHORTEST:
                yield Sentence(key, cells, number, self._place(segment, segment.span))

    def _named(self) -> dict[str, Named]:
        times: Counter[str] = Counter()
        found: dict[str, Named] = {}
        lead = {segment.id for segment in islice(self._by_people(), _LEAD)}
        for value, label, category, place in (*self._concepts(), *self._names()):
            times[value] += 1
            known = found.setdefault(value, Named(value, label, category, place, place.segment_id in lead))
            if times[value] == _OFTEN and not known.is_central:
                found[value] = replace(known, is_central=True)
        return found

    def _concepts(self) -> Iterator[tuple[str, str, str, Place]]:
        for mention in self._mentions:
            segment = self._content[mention.segment_id]
            if segment.id not in self._by_machine:
                concept = mention.concept
                yield concept.id, _label_of(concept), concept.category, self._place(segment, mention.span)

    def _names(self) -> Iterator[tuple[str, str, str, Place]]:
        """Names that no glossary knows; a word that opens a sentence has its capital from there."""
        for segment in self._by_people():
            for name in self._names_in(segment):
                opens = name.span.start == segment.span.start and " " not in name.text
                if not name.near and len(name.key) > 2 and not opens and name.text not in NATIONS:
                    place = self._place(segment, name.span)
                    yield name.key, name.text, name.kind or "name", place

    def _sounds(self) -> dict[str, Place]:
        found: dict[str, Place] = {}
        for segment in self._by_people():
            for bones, span in sounds(segment, self._names_in(segment), self._by_segment[segment.id]):
                if bones not in found:
                    found[bones] = self._place(segment, span)
        return found

    def _names_in(self, segment: Segment) -> tuple[Name, ...]:
        return find_names(segment, self._by_segment[segment.id])

    def _numbers(self) -> dict[tuple[Decimal, str], Place]:
        found: dict[tuple[Decimal, str], Place] = {}
        for segment in self._by_people():
            for mark in segment.marks:
                if isinstance(mark, Number) and _says_something(mark):
                    found.setdefault((mark.low.normalize(), mark.unit), self._place(segment, mark.span))
        return found

    def _spoken(self) -> dict[str, Place]:
        found: dict[str, Place] = {}
        for segment in self._by_people():
            for mark in segment.marks:
                if isinstance(mark, Quotation):
                    place = self._place(segment, mark.inner)
                    found.setdefault(key_of(place.text), place)
        return {key: place for key, place in found.items() if width(key) >= _SHORTEST}

    def _dates(self) -> Iterator[Dated]:
        for segment in self._content.values():
            for mark in segment.marks:
                if isinstance(mark, DateExpression):
                    yield Dated(mark, key_of(segment.text), self._place(segment, mark.span))

    def _claims(self) -> Iterator[Claimed]:
        report = self._report
        against = [one for one in report.findings if _is_against(one)]
        told: set[Finding] = set()
        for claim in find_claims(report.segments, report.mentions, has_machine_summary=self._has_machine_summary):
            finding = next((one for one in against if one.span and one.span.overlaps(claim.span)), None)
            told.update([finding] if finding else [])
            yield self._claimed(claim, finding)
        for finding in against:
            if finding not in told and finding.span and finding.segment_id in self._content:
                yield self._claimed(_claim_of(finding, report.article.text), finding)

    def _claimed(self, claim: Claim, finding: Finding | None) -> Claimed:
        segment = self._content[claim.segment_id]
        return Claimed(
            claim=claim,
            place=self._place(segment, claim.span),
            day=self._day,
            words=_words(segment, claim.span) if claim.slot.relation == "number" else frozenset(),
            contradicted=finding.message if finding else "",
            instead=self._instead(finding) if finding else None,
            right=finding.concept_id if finding else None,
        )

    def _instead(self, finding: Finding) -> Place | None:
        for related in finding.related:
            if related.segment_id in self._content:
                return self._place(self._content[related.segment_id], related.span)
        return None

    def _spellings(self) -> dict[tuple[str, str, str], tuple[int, Place]]:
        found: dict[tuple[str, str, str], tuple[int, Place]] = {}
        for mention in self._mentions:
            key = mention.concept.id, mention.term.language, _spelling_of(mention)
            count, place = found.get(key, (0, None))
            segment = self._content[mention.segment_id]
            found[key] = (count + 1, place or self._place(segment, mention.span))
        return found


def _is_against(finding: Finding) -> bool:
    """A finding that the article contradicts itself: more than a hint, and nothing that an editor lets stand."""
    is_grave = finding.severity is not Severity.INFO and not finding.ignored
    return finding.code.startswith("contradiction-") and is_grave and finding.span is not None


def _claim_of(finding: Finding, text: str) -> Claim:
    """What a finding is about, where it is no answer to any other question: what something is called."""
    assert finding.span
    assert finding.segment_id
    name = finding.span.of(text)
    return Claim(
        slot=Slot("name", finding.concept_id or key_of(name)),
        value=key_of(name),
        text=name,
        segment_id=finding.segment_id,
        span=finding.span,
    )


def _words(segment: Segment, apart: Span) -> frozenset[str]:
    """The content words of a sentence around *apart*: of a table in one sentence those near it."""
    first = bisect_right(segment.tokens, apart.start, key=lambda token: token.span.end)
    last = bisect_left(segment.tokens, apart.end, key=lambda token: token.span.start)
    around = (*segment.tokens[max(0, first - _NEAR) : first], *segment.tokens[last : last + _NEAR])
    found = (token for token in around if token.upos in _CONTENT)
    return frozenset((token.lemma or token.surface).casefold() for token in found)


def _label_of(concept: Concept) -> str:
    """The terms that jaen would write; the id where there are none."""
    return concept.title or concept.id


def _spelling_of(mention: Mention) -> str:
    """How a mention is spelled: a plural, a capital at the start and full width are no spelling of their own.

    A short form (ミュトス) and what the glossary does not spell so itself (サーバ) are as the article has them.
    """
    how = mention.matched_by.split("; ")[0]
    if how.startswith("register") or SPELLINGS.intersection(how.split("+")):
        return unicodedata.normalize("NFKC", one_line(mention.surface))
    return mention.term.text


def _says_something(number: Number) -> bool:
    """A number that two articles do not share by chance: no year, no version, not one of the small ones."""
    if number.kind in ("version", "ordinal") or number.low != number.high or number.low <= 10:
        return False
    return bool(number.unit) or number.low > 2100
