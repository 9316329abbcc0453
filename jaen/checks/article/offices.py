"""Checks of who is said to hold which office."""

import datetime
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jaen.checks.article.terms import period, speaks_of_the_past
from jaen.checks.subject import Found, Subject
from jaen.model import Concept, DateExpression, Link, Mention, Segment, Severity, Span
from jaen.words.english_lists import ADPOSITIONS, CONJUNCTIONS, DETERMINERS, MONTHS, SUBORDINATORS
from jaen.words.scripts import HAN, KATAKANA

__all__ = ["holders_out_of_office"]

_FAMILY_NAME = "名詞-固有名詞-人名-姓"
_JAPANESE_NAME = re.compile(rf"[{HAN}々ヶ][{HAN}々ヶぁ-んァ-ヶ・ 　]+")
# Latin letters that can be a Japanese name: Shigeru Ishiba, but not Keir Starmer.
_ROMAJI = re.compile(
    r"(?:(?:(?:[kgsztnhbpmrj]|ky|gy|sh|ch|ts|ny|hy|by|py|my|ry|d|f|w|y)?[aeiouāēīōū]|n|(?:k(?=k)|s(?=s)|t(?=[tc])|p(?=p)|m(?=[mbp])))+h?)",
    re.IGNORECASE,
)
_OTHER_COUNTRY_EN = re.compile(r"(?P<word>[A-Z][\w.’']*)[\s-]+\Z")
_JAPAN = ("japan", "japanese", "japan's", "japan’s")
_OPENERS = frozenset((*ADPOSITIONS, *CONJUNCTIONS, *DETERMINERS, *SUBORDINATORS))
_OF_THE_CALENDAR = re.compile("(?:[A-Z][a-z]+day|" + "|".join(MONTHS) + ")")
_PLACE = "名詞-固有名詞-地名"
_NEAR = 60  # code points before an office in which it is said whose it is


@dataclass(frozen=True, slots=True)
class _Holding:
    """Somebody is called the holder of an office; `person` is None where the glossary does not know who it is."""

    office: Mention
    span: Span
    name: str
    person: str | None

    def is_of(self, concept: Concept) -> bool:
        """Whether this is the holder that the glossary names; of a family name alone, whether it is theirs."""
        names = (term.text for term in concept.terms if term.language == "ja")
        return self.person == concept.id or (self.person is None and any(one.startswith(self.name) for one in names))


def holders_out_of_office(subject: Subject) -> Iterator[Found]:
    """Somebody is called the holder of an office that was not theirs on the article's day.

    Once for each person and office. Silent where the words around speak of the past or of another country, and where
    the glossary does not know who held the office on that day.
    """
    holdings = _holdings(subject)
    if not holdings:
        return
    concepts = {concept.id: concept for concept in subject.glossary.concepts} if subject.glossary else {}
    places = frozenset(mention.concept.id for mention in subject.used if mention.concept.category == "place")
    told: set[tuple[str, str]] = set()
    for holding in holdings:
        key = holding.office.concept.id, holding.person or holding.name
        if key not in told:
            message, severity = _verdict(concepts, holding, subject.day)
            if message and not _is_elsewhere(subject.by_id[holding.office.segment_id], holding, places):
                told.add(key)
                yield Found(message=message, span=holding.span, concept_id=holding.office.concept.id, severity=severity)


def _verdict(
    concepts: Mapping[str, Concept], holding: _Holding, day: datetime.date | None
) -> tuple[str, Severity | None]:
    """What is wrong with it ("" for nothing), and how grave that is where it is not as usual."""
    office = holding.office.concept
    links = [
        (link, concepts[link.target]) for link in office.links if link.relation == "holder" and link.target in concepts
    ]
    own = [link for link, concept in links if holding.is_of(concept)]
    called = f"{holding.name!r} is called {holding.office.surface}"
    language = holding.office.term.language
    if day is None:
        if own or not links:
            return "", None
        known = ", ".join(_held(link, concept, language) for link, concept in links)
        return f"{called}; the glossary knows as holder only {known}", Severity.INFO
    on_day = [(link, concept) for link, concept in links if link.valid.covers(day)]
    if any(link.valid.covers(day) for link in own) or not office.valid.covers(day) or not (on_day or own):
        return "", None
    if on_day:
        held = ", ".join(_held(link, concept, language) for link, concept in on_day)
        return f"{called}; on {day} the office was held by {held}", None
    return f"{called}, but held the office {period(own[0].valid)}, not on {day}", None


def _held(link: Link, concept: Concept, language: str) -> str:
    term = concept.preferred(language)
    when = period(link.valid)
    return f"{term.text if term else concept.id}" + (f" ({when})" if when else "")


def _holdings(subject: Subject) -> list[_Holding]:
    """Who is called the holder of which office, in text order: by the full name, or by the family name alone (石破首相)."""
    offices: dict[str, list[Mention]] = defaultdict(list)
    for mention in subject.used:
        if any(link.relation == "holder" for link in mention.concept.links):
            offices[mention.segment_id].append(mention)
    found = []
    for segment_id, mentions in offices.items():
        by_office: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            by_office[mention.concept.id].append(mention)
        for claim in subject.claims_in(subject.by_id[segment_id]):
            if claim.slot.relation == "holder" and claim.slot.about in by_office:
                office = _nearest(by_office[claim.slot.about], claim.span.start)
                found.append(_Holding(office, claim.span, claim.text, claim.concept_id))
    named = {holding.name[:2] for holding in found}
    for segment_id, mentions in offices.items():
        found += [one for one in _by_family_name(subject.by_id[segment_id], mentions) if one.name[:2] not in named]
    return sorted(found, key=lambda holding: holding.span)


def _nearest(mentions: Sequence[Mention], place: int) -> Mention:
    """The mention nearest to *place*; mentions are in text order, and the first of two is nearer."""
    at = bisect_left(mentions, place, key=lambda mention: mention.span.start)
    return min(mentions[max(0, at - 1) : at + 1], key=lambda mention: abs(mention.span.start - place))


def _by_family_name(segment: Segment, offices: list[Mention]) -> Iterator[_Holding]:
    """A family name of two kanji right before an office; one of a single kanji may be Chinese or Korean."""
    before = {token.span.end: token for token in segment.tokens}
    for office in offices:
        token = before.get(office.span.start)
        if token and token.xpos.startswith(_FAMILY_NAME) and re.fullmatch(f"[{HAN}々ヶ]{{2,}}", token.surface):
            yield _Holding(office, token.span, token.surface, None)


def _is_elsewhere(segment: Segment, holding: _Holding, places: Collection[str]) -> bool:
    """Whether the sentence means another time or another country; *places* are concepts."""
    start = min(holding.span.start, holding.office.span.start) - segment.span.start
    end = max(holding.span.end, holding.office.span.end) - segment.span.start
    if speaks_of_the_past(segment.text, start, end) or _has_past_date(segment, holding):
        return True
    office_at = holding.office.span.start - segment.span.start
    if holding.person is None and not _may_be_of_japan(holding.name):
        return True
    return any(_is_foreign(segment, at, places) for at in (start, office_at))


def _has_past_date(segment: Segment, holding: _Holding) -> bool:
    """Whether the sentence states a day on which another may have held the office."""
    links = (link for link in holding.office.concept.links if link.relation == "holder")
    starts = [link.valid.start for link in links if link.valid.start]
    dates = [mark.last for mark in segment.marks if isinstance(mark, DateExpression) and mark.last]
    return any(date < start for date in dates for start in starts)


def _may_be_of_japan(name: str) -> bool:
    """Whether an unknown person may hold an office of Japan: a name in kanji, or one whose letters can be Japanese."""
    if name.isascii():
        return all(_ROMAJI.fullmatch(word) for word in name.split())
    return _JAPANESE_NAME.fullmatch(name) is not None and not re.fullmatch(f"[{KATAKANA}・ ]+", name)


def _is_foreign(segment: Segment, at: int, places: Collection[str]) -> bool:
    """Whether the words before the office at *at* say whose it is, not Japan's: Italy's Prime Minister, 英国の首相."""
    text = segment.text
    if segment.language != "ja":
        match = _OTHER_COUNTRY_EN.search(text, max(0, at - _NEAR), at)
        if match is None or match["word"].lower() in _JAPAN or _OF_THE_CALENDAR.fullmatch(match["word"]):
            return False
        return bool(text[: match.start()].strip()) or match["word"].lower() not in _OPENERS
    end = segment.span.start + (at - 1 if text[at - 1 : at] == "の" else at)
    number = bisect_left(segment.tokens, end, key=lambda token: token.span.end)
    token = segment.tokens[number] if number < len(segment.tokens) else None
    if token is None or token.span.end != end or token.surface.startswith("日"):
        return False
    return token.xpos.startswith(_PLACE) or token.concept_id in places
