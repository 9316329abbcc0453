"""The names in a sentence: those that the glossary knows, and those that their form shows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jaen.model import Concept, Mention, MentionKind, Segment, Span, Status
from jaen.offsets import Stretches
from jaen.terms.names import Compound, capitalized_names, compounds, is_office

__all__ = ["Name", "find_names", "is_part", "named_by"]

_WHOLE = frozenset({MentionKind.FREE, MentionKind.TITLE, MentionKind.VARIANT, MentionKind.SHORT_FORM})
_NAMING = frozenset({"person", "organization", "role", "product", "law", "place", "event"})
# Claude-3 and Claude 3.5, but not Claude 3 times and ミュトス3社.
_VERSION = re.compile(r"(?:[-‐][vV]?[0-9]+(?:\.[0-9]+)*| ?[vV]?[0-9]+(?:\.[0-9]+)*(?! [a-z]))(?![\w%])")


@dataclass(frozen=True, slots=True)
class Name:
    """A name.

    Attributes:
        span: in the article.
        text: `span.of(article.text)`.
        kind: `person`, `role`, `organization`, `product` …; "" where its form alone does not tell.
        concept: that it names; None where the glossary does not know it, or forbids it for what it seems to name.
        near: the concept that it seems to name: of Claude in Claude-3, of a forbidden term.
    """

    span: Span
    text: str
    kind: str
    concept: Concept | None = None
    near: Concept | None = None

    @property
    def key(self) -> str:
        """What it is compared by: the concept's id, else its letters without case, spaces and hyphens."""
        return self.concept.id if self.concept else re.sub(r"[\s\-‐・]", "", self.text).casefold()


def find_names(segment: Segment, mentions: Sequence[Mention]) -> tuple[Name, ...]:
    """The names of one sentence, in text order, none overlapping.

    Args:
        segment: the sentence.
        mentions: the glossary's concepts in it.
    """
    known = [named_by(one, segment) for one in mentions if one.kind in _WHOLE and one.concept.category in _NAMING]
    found = sorted(known, key=lambda name: name.span)
    taken = Stretches([*(name.span for name in found), *(one.span for one in mentions)])
    others = _japanese(segment) if segment.language == "ja" else _english(segment)
    found += [name for name in others if not taken.touch(name.span)]
    return tuple(sorted(found, key=lambda name: name.span))


def named_by(mention: Mention, segment: Segment) -> Name:
    """The name that a mention is, or begins: Claude is no name of its own in Claude-3."""
    span = mention.span
    kind = mention.concept.category
    if kind == "product":
        behind = segment.text[span.end - segment.span.start :]
        version = _VERSION.match(behind)
        if version:
            span = Span(span.start, span.end + version.end())
            return Name(span, mention.surface + version.group(), kind, None, mention.concept)
    if mention.term.status is Status.FORBIDDEN:
        return Name(span, mention.surface, kind, None, mention.concept)
    return Name(span, mention.surface, kind, mention.concept, mention.concept)


def is_part(first: str, second: str) -> bool:
    """Whether one name is the other with words more or less, so that both may name one thing.

    >>> is_part("Cybersecurity Office", "National Cyber-Security Office"), is_part("Claude 3", "Claude 4")
    (True, False)
    """
    one, other = (re.sub(r"[\W_]", "", text.casefold()) for text in (first, second))
    return one in other or other in one


def _english(segment: Segment) -> list[Name]:
    found = []
    for name in capitalized_names(segment):
        is_role = name.role or is_office(name.text)
        kind = "role" if is_role else "person" if name.is_person else ""
        found.append(Name(name.span, name.text, kind))
    return found


def _japanese(segment: Segment) -> list[Name]:
    found = []
    for compound in compounds(segment):
        kind = _kind(compound)
        if kind is not None:
            found.append(Name(compound.span, compound.text, kind))
    return found


def _kind(compound: Compound) -> str | None:
    """None for a compound that is no name."""
    if compound.name == len(compound.tokens):
        return "person"
    if is_office(compound.text):
        return "role"
    is_katakana = all("ァ" <= char <= "ー" or char in "・＝" for char in compound.text)
    return "" if is_katakana and "・" in compound.text else None
