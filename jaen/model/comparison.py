"""Several articles side by side: copies, stories, who says what, when, and in which words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from jaen.model.claim import Slot
from jaen.offsets import Span

__all__ = [
    "Answer",
    "ComparedArticle",
    "Comparison",
    "Copy",
    "CopyKind",
    "Event",
    "Evidence",
    "Inherited",
    "OutletUse",
    "Passed",
    "Place",
    "Question",
    "Story",
    "StoryLink",
    "Variant",
    "Variants",
    "Verdict",
]

SCHEMA = "jaen.comparison/1"
_KEY = re.compile("^(?:is|has)_|_id$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedArticle:
    """An article as a row of a comparison.

    Attributes:
        day: of the article; None when neither its container nor its page states one.
        outlet: who published it; where the article does not say, its id.
        outlet_from: the fact that names the outlet: `agency`, `rights`, `site`, `source`, or `file` where none does.
        sentences: of its content, without the site's furniture.
        has_machine_summary: the page says that a machine wrote its summary.
    """

    id: str
    source: str
    title: str | None
    language: str
    day: date | None
    outlet: str
    outlet_from: str
    sentences: int
    has_machine_summary: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an article says something.

    Attributes:
        line: of the article's text, from 1.
        span: in the article's text.
        text: `span.of(article.text)`.
        sentence: the whole of it, as the article has it.
        is_machine: a machine wrote it, as in a summary that says so; never evidence.
    """

    article_id: str
    segment_id: str
    line: int
    span: Span
    text: str
    sentence: str
    is_machine: bool = False


class CopyKind(StrEnum):
    """How much of the smaller article stands in the other."""

    EXACT = "exact"  # the same sentences in both
    CONTAINS = "contains"  # at least 0.8 of the smaller one
    NEAR = "near"  # at least 0.5
    PARTIAL = "partial"  # less, but whole passages


@dataclass(frozen=True, slots=True, kw_only=True)
class Inherited:
    """A fact that the original states and that holds for its copy as well.

    Attributes:
        name: `title`, `source`, `agency`, `author`, `site`, `rights`, `date`, `dateline-place` …
        span: in the original's text; None where its container said it.
        is_stated: the copy says the same itself.
    """

    name: str
    value: str
    span: Span | None
    is_stated: bool


@dataclass(frozen=True, slots=True)
class Passed:
    """A passage that both articles have: neighboring sentences of the original, with where they stand in the copy."""

    original: Place
    copy: Place
    sentences: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Two articles with the same sentences.

    Attributes:
        original, copy: ids; in order of the ids where nothing tells which came first.
        is_directed: something tells which came first.
        containment: shared sentences over the sentences of the smaller article, 0 to 1.
        shared: how many sentences of content both have.
        sizes: sentences that were compared, of the original and of the copy.
        evidence: why the one is the original: `date: 2026-05-20 before 2026-05-21`, `states: title, site` …
        inherited: what the copy gets from the original; nothing unless it is directed and more than `partial`.
        passages: what both have, the longest first; at most three.
    """

    original: str
    copy: str
    kind: CopyKind
    is_directed: bool
    containment: float
    shared: int
    sizes: tuple[int, int]
    evidence: tuple[str, ...]
    inherited: tuple[Inherited, ...]
    passages: tuple[Passed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something that two articles share.

    Attributes:
        kind: `concept`, `name`, `number`, `date` or `quotation`.
        value: the concept's id, the name, the value with its unit, the interval, or the words.
        label: the same for people: `内閣サイバー官 = National Cyber Director`.
        weight: how much it counts; rare names count most.
        first, second: the first place in either article.
    """

    kind: str
    value: str
    label: str
    weight: float
    first: Place
    second: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLink:
    """Two articles that tell one story; `first` and `second` are ids, in that order.

    Attributes:
        score: sum of the evidence's weights.
        evidence: the heaviest first.
    """

    first: str
    second: str
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell one story, and the links that say so.

    Attributes:
        articles: ids, by day where it is known, then by id.
        languages: of these articles, sorted.
        links: the strongest of each article, the strongest of all first; a copy has none of its own, it tells what its
            original tells.
    """

    articles: tuple[str, ...]
    languages: tuple[str, ...]
    links: tuple[StoryLink, ...]


class Verdict(StrEnum):
    """What the answers of several articles to one question are to each other."""

    CONTRADICTION = "contradiction"  # only one of them can be right
    DIFFER = "differ"  # other answers, which may all be right
    DIFFERENT_SETS = "different-sets"  # numbers of different things, or at different times
    AGREE = "agree"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer and who gives it.

    Attributes:
        value: as in `Claim`; equal values are one answer.
        label: for people: the concept's terms in both languages, else the words of the first place.
        low, high: of a number.
        places: the first of each article, in order of the articles, and the first of its machine summary, so marked.
    """

    value: str
    label: str
    concept_id: str | None
    low: Decimal | None
    high: Decimal | None
    places: tuple[Place, ...]

    @property
    def is_machine(self) -> bool:
        """Only machines give this answer."""
        return all(place.is_machine for place in self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that at least two articles answer (or one, against itself), and who says what.

    Attributes:
        label: for people: `who is 内閣サイバー官 = National Cyber Director`.
        reason: why the verdict is what it is.
        answers: those of people first, then those that most articles give.
    """

    slot: Slot
    label: str
    verdict: Verdict
    reason: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A sentence with a date.

    Attributes:
        kind: of the date: day, month, week …, as in `DateExpression`.
        first, last: days, both inclusive; None where the date can't be resolved, and `reason` says why.
        places: of the date, one for each article with this sentence; `place.sentence` tells what happened.
    """

    kind: str
    first: date | None
    last: date | None
    reason: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletUse:
    """How often an outlet uses a variant.

    Attributes:
        articles: ids.
        day: of its first article with the variant; None when no article of it has a day.
    """

    outlet: str
    count: int
    articles: tuple[str, ...]
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One spelling of a concept.

    Attributes:
        text: as the articles spell it.
        first: the earliest place; by day where that is known, else the first in order of the articles.
        is_first_known: every article that uses it has a day, so that `first` is really the earliest.
        outlets: by the day of first use, those without a day last.
    """

    text: str
    language: str
    count: int
    first: Place
    is_first_known: bool
    outlets: tuple[OutletUse, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variants:
    """A concept that is spelled in more than one way, and who spells it how.

    Attributes:
        label: the terms jaen would write, `半導体 = chip`.
        variants: by language, the most frequent first.
    """

    concept_id: str
    label: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Several articles side by side; the same whatever the order in which they came.

    Attributes:
        articles: by day where it is known, then by id.
        copies: the fullest first.
        common: sentences that so many articles have that they say nothing about copies, with how many.
        stories: the largest first.
        apart: ids of the articles that tell no story with another, and are no copy.
        questions: contradictions first.
        timeline: resolved dates, by first day, then by last.
        undated: dates that can't be resolved, in order of the articles.
        variants: concepts with several spellings; those with several in one language first, then the most frequent.
    """

    articles: tuple[ComparedArticle, ...]
    copies: tuple[Copy, ...]
    common: Mapping[str, int]
    stories: tuple[Story, ...]
    apart: tuple[str, ...]
    questions: tuple[Question, ...]
    timeline: tuple[Event, ...]
    undated: tuple[Event, ...]
    variants: tuple[Variants, ...]

    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain JSON values, in the shape and key order of schema `jaen.comparison/1`."""
        return {
            "schema": SCHEMA,
            **_json(self),
            "common": [{"sentence": s, "articles": n} for s, n in self.common.items()],
        }


def _json(value: Any) -> Any:  # noqa: ANN401 - any noun of this module
    """Keys are the attributes' names without `is_`, `has_` and `_id`; spans `[start, end]`, numbers text, days ISO 8601."""
    match value:
        case Span():
            return [value.start, value.end]
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case tuple():
            return [_json(item) for item in value]
        case _ if is_dataclass(value):
            return {_KEY.sub("", field.name): _json(getattr(value, field.name)) for field in fields(value)}
        case _:
            return value
