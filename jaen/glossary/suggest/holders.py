"""Who holds which office, as apposition says it: 飯田陽一・内閣サイバー官; Yoichi Iida, Japan's National Cyber Director."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jaen.glossary.suggest.candidates import Candidate, Key, key_of
from jaen.glossary.suggest.sentences import Place, Sentence
from jaen.model import Span
from jaen.terms.names import CapitalizedName, Compound, capitalized_names, compounds, is_office
from jaen.terms.names.lists import NATIONS

__all__ = ["Holder", "Offices", "find_offices"]

_APPOSITION = re.compile(
    r", (?:(?:the|an?|its|his|her|their) )?(?:[A-Z][\w.]*(?: [A-Z][\w.]*)*['’]s? )?(?P<office>[A-Z][\w.-]*(?: (?:of|for|and|the|[A-Z][\w.-]*))*)(?=[,.;]|\Z)"
)
_CAPITAL_WORDS = re.compile(r"[A-Z][\w.-]+")


@dataclass(frozen=True, slots=True)
class Holder:
    """A person and an office, in one language, and where the text says so."""

    person: Key
    office: str
    place: Place


@dataclass(frozen=True, slots=True)
class Offices:
    """Holders of offices by person."""

    by_person: Mapping[Key, tuple[Holder, ...]]

    def commonest(self, person: Key) -> Holder | None:
        """The office that is named most often with *person*, the longest of equals."""
        holders = self.by_person.get(person, ())
        counts = Counter(holder.office for holder in holders)
        return max(holders, key=lambda one: (counts[one.office], len(one.office)), default=None)


def find_offices(sentences: Iterable[Sentence], people: Mapping[Key, Candidate]) -> Offices:
    """The offices of *people*, as apposition and titles say them."""
    found: dict[Key, list[Holder]] = defaultdict(list)
    for sentence in sentences:
        is_japanese = sentence.segment.language == "ja"
        for holder in _japanese(sentence) if is_japanese else _english(sentence):
            if holder.person in people:
                found[holder.person].append(holder)
    return Offices({person: tuple(holders) for person, holders in found.items()})


def _japanese(sentence: Sentence) -> Iterator[Holder]:
    """飯田陽一・内閣サイバー官, 高市早苗首相, 内閣サイバー官の飯田陽一氏."""
    text, start = sentence.segment.text, sentence.segment.span.start
    before: Compound | None = None
    for compound in compounds(sentence.segment):
        if before:
            between = text[before.span.end - start : compound.span.start - start]
            person, office = (before, compound) if before.name else (compound, before)
            is_pair = (
                person.name and not office.name and between in (("", "・") if person is before else ("", "の", "・"))
            )
            if is_pair and is_office(office.text):
                span = Span(before.span.start, compound.span.end)
                yield Holder(key_of("ja", person.text), office.text, Place(sentence, span))
        before = compound


def _english(sentence: Sentence) -> Iterator[Holder]:
    """Prime Minister Sanae Takaichi; Yoichi Iida, Japan's National Cyber Director."""
    text, start = sentence.segment.text, sentence.segment.span.start
    before: CapitalizedName | None = None
    for name in capitalized_names(sentence.segment):
        if before and before.role and name.is_person and before.span.end + 1 == name.span.start:
            yield Holder(key_of("en", name.text), before.text, Place(sentence, Span(before.span.start, name.span.end)))
        behind = _APPOSITION.match(text, name.span.end - start)
        if behind and len(name.text.split()) == 2 and is_office(behind["office"]) and behind["office"] not in NATIONS:
            span = Span(name.span.start, start + behind.end())
            yield Holder(key_of("en", name.text), behind["office"], Place(sentence, span))
        before = name
