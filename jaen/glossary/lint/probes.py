"""Does the matcher find a term that stands there all alone?

For most terms that needs no asking: three or more letters, kana or kanji with no more than single spaces, hyphens or
dots between them are found in 「…」, since nothing joins them to what stands around. The others are asked one by one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jaen.model import Concept, Mention, Span, Term
from jaen.words.scripts import HAN

if TYPE_CHECKING:
    from jaen.glossary.glossary import Glossary

__all__ = ["Verdict", "is_certain", "is_found", "mentions_in", "verdict"]

_JAPANESE = f"[A-Za-z{HAN}\u3041-\u3096\u30a1-\u30faー]"
_PLAIN = re.compile(f"[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+)*|(?!ー){_JAPANESE}+(?:・(?!ー){_JAPANESE}+)*")
_LONG_ENOUGH = 3  # characters: shorter ones must be words of the dictionary
_OPEN, _CLOSE = "「", "」"  # what stands beside a term, and neither joins nor parts anything


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the matcher finds in the bare term: the term's concept, or others in its place, or nothing."""

    is_found: bool
    others: tuple[Mention, ...] = ()


def is_certain(term: Term) -> bool:
    """True for a term that the matcher finds wherever it stands alone, as this concept or another that has it."""
    if term.pos != "noun":
        # Only hijacked and hijacking tell that they are verbs: hijack alone is not found, and need not be.
        return term.language == "en"
    return len(term.text) >= _LONG_ENOUGH and _PLAIN.fullmatch(term.text) is not None


def mentions_in(glossary: "Glossary", term: Term) -> tuple[Mention, ...]:
    """What the glossary finds in 「term」."""
    return glossary.find(f"{_OPEN}{term.text}{_CLOSE}")


def verdict(concept: Concept, term: Term, mentions: Sequence[Mention]) -> Verdict:
    """The verdict about a term of *concept*, from the *mentions* in it."""
    place = Span(len(_OPEN), len(_OPEN) + len(term.text))
    if any(mention.concept.id == concept.id and mention.span.covers(place) for mention in mentions):
        return Verdict(True)
    return Verdict(False, tuple(mention for mention in mentions if mention.concept.id != concept.id))


def is_found(glossary: "Glossary", concept: Concept, term: Term) -> bool:
    """True when *term*, all alone, is a mention of the concept with this id."""
    return verdict(concept, term, mentions_in(glossary, term)).is_found
