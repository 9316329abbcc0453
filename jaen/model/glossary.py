"""Concepts and terms as editors keep them (TBX: concept entry, term section)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """Administrative status of a term (TBX: preferred, admitted, deprecated, superseded; forbidden is ours)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORMER = "former"  # was right until `valid.to`
    FORBIDDEN = "forbidden"


class TermUse(StrEnum):
    """Where in an article a term may stand."""

    ALWAYS = "always"
    FIRST = "first"
    AFTER_FIRST = "after-first"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Validity:
    """Days, both inclusive, on which something holds; None is open."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"valid from {self.start} is after valid to {self.end}")

    def covers(self, day: date) -> bool:
        """True when *day* lies inside."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def overlaps(self, other: "Validity") -> bool:
        """True when both hold on some day.

        >>> Validity(end=date(2025, 6, 30)).overlaps(Validity(start=date(2025, 7, 1)))
        False
        """
        starts_late = self.end and other.start and other.start > self.end
        ends_early = other.end and self.start and self.start > other.end
        return not (starts_late or ends_early)


@dataclass(frozen=True, slots=True)
class MatchRule:
    """How a term is looked for.

    Attributes:
        boundary: `free` (edges on both sides), `compound` (also as part of a compound), `any` (anywhere).
        case: `exact`, `name` (a capital where the term has one), `any`, or None for the default by the term's form.
    """

    boundary: str = "free"
    case: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One designation of a concept in one language (TBX `termSec`).

    Attributes:
        type: full, abbreviation, short or variant.
        reading: hiragana or katakana, Japanese terms only.
        pos: `noun`, or `verb` / `adj` for terms matched by lemma.
    """

    text: str
    language: str
    status: Status = Status.PREFERRED
    type: str = "full"
    reading: str | None = None
    use: TermUse = TermUse.ALWAYS
    pos: str = "noun"
    valid: Validity = Validity()
    match: MatchRule | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if not self.text or self.text != self.text.strip():
            raise ValueError(f"term {self.text!r} is empty or has white space at an end")


@dataclass(frozen=True, slots=True)
class Link:
    """A relation to another concept: holder, part-of, replaced-by, abbreviation-of, product-of, confusable …"""

    relation: str
    target: str
    valid: Validity = Validity()


@dataclass(frozen=True, slots=True)
class Example:
    """A test that an entry carries: in `text`, exactly the surfaces `finds` are mentions of the concept."""

    text: str
    language: str
    finds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Who decided about an entry, and when: state is draft, proposed, approved or rejected."""

    state: str = "proposed"
    by: str = ""
    on: date | None = None
    again: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One meaning with its terms in all languages (TBX `conceptEntry`); order of terms is order of preference.

    Attributes:
        former_ids: of concepts that were merged into this one; they are never used again.
    """

    id: str
    category: str
    terms: tuple[Term, ...]
    domain: tuple[str, ...] = ()
    definition: tuple[tuple[str, str], ...] = ()  # (language, text)
    valid: Validity = Validity()
    links: tuple[Link, ...] = ()
    match: MatchRule = MatchRule()
    keep: bool = False  # do not translate
    examples: tuple[Example, ...] = ()
    sources: tuple[str, ...] = ()
    review: Review = Review()
    note: str = ""
    former_ids: tuple[str, ...] = ()

    @property
    def is_matched(self) -> bool:
        """False for a draft and for what was rejected: the entry is kept, but not looked for in texts."""
        return self.review.state not in ("draft", "rejected")

    def preferred(self, language: str) -> Term | None:
        """The term jaen writes: the first preferred one of *language*, or None."""
        for term in self.terms:
            if term.language == language and term.status is Status.PREFERRED:
                return term
        return None

    @property
    def title(self) -> str:
        """The terms jaen writes, for people to know the concept by: `半導体 = chip`."""
        return " = ".join(term.text for language in ("ja", "en") if (term := self.preferred(language)))
