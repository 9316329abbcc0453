"""Which of a concept's terms may stand for a mention, and which one jaen writes."""

import re
from dataclasses import dataclass

from jaen.model import Mention, MentionKind, Status, Term, TermUse

__all__ = ["Occasion", "admissible", "is_short_form"]

_USABLE = (Status.PREFERRED, Status.ADMITTED)
_SHORT = ("abbreviation", "short")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")  # A.I., U.S.: a variant of an abbreviation is one


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where a mention stands in its article.

    Attributes:
        in_heading: a headline is read by itself; what it names has still to be introduced in the text.
        is_first: nothing before it in the text (in a headline: in that headline) names the concept.
    """

    in_heading: bool
    is_first: bool

    @property
    def uses(self) -> tuple[TermUse, ...]:
        """What `use` a term may have here, beside `always`."""
        use = TermUse.FIRST if self.is_first else TermUse.AFTER_FIRST
        return (TermUse.HEADLINE, use) if self.in_heading else (use,)


def admissible(mention: Mention, language: str, occasion: Occasion) -> tuple[Term, ...]:
    """The terms that may stand for *mention* in *language*, the one to write first; none where there is none.

    Written is, in this order: what the source itself spells so (NCO, OpenAI in a Japanese text); a short term, where
    the source has one and the concept was named before; the term whose `use` names this very place (`headline` before
    `first`); the preferred term; an admitted one. A concept that is kept has at least the source's spelling.

    Where all usable terms belong elsewhere, they may stand here all the same: a concept is not left out.
    """
    usable = [term for term in mention.concept.terms if term.language == language and term.status in _USABLE]
    if not usable and mention.concept.keep:
        return (Term(text=" ".join(mention.surface.split()), language=language),)
    here = [term for term in usable if term.use is TermUse.ALWAYS or term.use in occasion.uses] or usable
    wants_short = _names_in_short(mention) and not occasion.is_first

    def rank(term: Term) -> tuple[bool, ...]:
        """Smaller is written rather."""
        same = any(text == term.text for text in (mention.term.text, mention.surface))
        named = term.use in occasion.uses and term.use is not TermUse.AFTER_FIRST
        return (
            not same,
            wants_short and not is_short_form(term),
            not (occasion.in_heading and term.use is TermUse.HEADLINE),
            not named,
            not wants_short and term.use is TermUse.AFTER_FIRST,
            term.status is not Status.PREFERRED,
        )

    return tuple(sorted(here, key=rank))


def is_short_form(term: Term) -> bool:
    """True for an abbreviation and for the short form of a name."""
    return term.type in _SHORT or _INITIALS.fullmatch(term.text) is not None


def _names_in_short(mention: Mention) -> bool:
    """True when the source does not name the concept in full: 日銀, ミュトス, NCO."""
    return mention.kind is MentionKind.SHORT_FORM or is_short_form(mention.term)
