"""Mentions that belong together, and how the whole may be written.

国家サイバー統括室(NCO) is one thing with its abbreviation, 飯田陽一・内閣サイバー官 a person with an office: each has an
order and marks of its own in either language, so each is one requirement.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from jaen.model import BracketKind, Mention, Segment, Span, Term
from jaen.translation.requirements.forms import compose, single
from jaen.translation.requirements.kinds import kind_of
from jaen.translation.requirements.requirement import Form, Kind, Requirement
from jaen.translation.requirements.terms import is_short_form

__all__ = ["Claim", "claims_to_requirements"]

_MOST_FORMS = 24
_OPENS = re.compile(r"\s*[(（]\s*[「『\"“]?")
_CLOSES = re.compile(r"[」』\"”]?\s*[)）]")
# Between a person and an office, by the language of the text and by which comes first.
_JOINTS = {
    ("ja", "person"): re.compile(r"[・･\s]?"),
    ("ja", "role"): re.compile(r"[・･の\s]?"),
    ("en", "person"): re.compile(r",\s+(?:the\s+|[A-Z]\w+['’]s\s+)?"),
    ("en", "role"): re.compile(r",?\s+"),
}
# {0} is the full form or the person, {1} the short form or the office.
_IN_BRACKETS = {"en": ("{0} ({1})", "{0}, or {1}"), "ja": ("{0}（{1}）",)}
_SWAPPED = {"en": ("{1} ({0})",), "ja": ("{1}（{0}）",)}
_PERSON_FIRST = {"en": ("{0}, {1}", "{0}, the {1}", "{0}, Japan's {1}"), "ja": ("{0}・{1}", "{0}{1}")}
_OFFICE_FIRST = {"en": ("{1} {0}", "{1}, {0}"), "ja": ("{1}の{0}", "{1}・{0}", "{1}{0}")}
_LONGEST_TITLE_BEFORE = 3  # words: Deputy Prime Minister Taro Honda, but Taro Honda, Governor of the Bank of Japan
_PREPOSITIONS = frozenset(["of", "for", "in", "to", "on"])
_LONGEST_JOINED = 5  # characters: 本田太郎デジタル相, but 本田太郎・内閣サイバー官


@dataclass(frozen=True, slots=True)
class Claim:
    """A mention and the terms that may stand for it, the one to write first; never none."""

    mention: Mention
    terms: tuple[Term, ...]


def claims_to_requirements(segment: Segment, claims: Sequence[Claim], language: str) -> Iterator[Requirement]:
    """What a segment's mentions ask for, in text order.

    Args:
        segment: that they stand in.
        claims: in text order; no two overlap.
        language: to translate into.
    """
    at = 0
    while at < len(claims):
        here = claims[at : at + 3]
        bracket = _bracket_end(segment, here)
        if bracket:
            yield _with_bracket(here[0], here[1], bracket, language)
            at += 2
        elif _are_holder_and_office(segment, here):
            yield _holder_and_office(segment, here[0], here[1], language)
            at += 2
        else:
            yield _alone(segment, here[0], language)
            at += 1


def _alone(segment: Segment, claim: Claim, language: str) -> Requirement:
    concept = claim.mention.concept
    after = segment.text[claim.mention.span.end - segment.span.start - 1 :]
    forms = [form for term in claim.terms for form in single(concept, term, after)]
    return Requirement(
        span=claim.mention.span,
        mentions=(claim.mention,),
        kind=kind_of(concept, claim.terms[0]),
        forms=_bounded(forms),
        language=language,
    )


def _bounded(forms: Sequence[Form]) -> tuple[Form, ...]:
    """The first of each spelling, and not too many."""
    of_text: dict[str, Form] = {}
    for form in forms:
        of_text.setdefault(form.text, form)
    return tuple(of_text.values())[:_MOST_FORMS]


# --- a term and, in brackets, another for the same --------------------------------------------------------------------


def _bracket_end(segment: Segment, claims: Sequence[Claim]) -> int:
    """Where the bracket ends in which the second mention names the first one's concept again; 0 where none does."""
    if len(claims) < 2 or claims[0].mention.concept.id != claims[1].mention.concept.id:
        return 0
    if not _OPENS.fullmatch(_between(segment, claims[0].mention.span, claims[1].mention.span)):
        return 0
    end = claims[1].mention.span.end - segment.span.start
    closes = _CLOSES.match(segment.text, end)
    return closes.end() + segment.span.start if closes else 0


def _with_bracket(first: Claim, second: Claim, end: int, language: str) -> Requirement:
    """One of the two is the full form and one the short one: National Cybersecurity Office (NCO).

    Where the target language has no short form the term stands once and serves both: Big Tech for
    ビッグテック(巨大IT企業).
    """
    concept = first.mention.concept
    known = list(dict.fromkeys((*first.terms, *second.terms)))
    full = [term for term in known if not is_short_form(term)]
    short = [term for term in (*second.terms, *first.terms) if is_short_form(term)]
    opens_short = is_short_form(first.terms[0])
    if full and short:
        orders = (_IN_BRACKETS[language], _SWAPPED[language])
        templates = [template for order in (reversed(orders) if opens_short else orders) for template in order]
        pairs = product(full, dict.fromkeys(short))
        forms = [compose(template, [(concept, one) for one in pair]) for pair in pairs for template in templates]
        forms = _turned(forms) if opens_short else forms
        lead = short[0] if opens_short else full[0]
    else:
        alone = [form for term in known for form in single(concept, term)]
        forms = [Form(form.text, form.parts * 2, form.cases * 2) for form in alone]
        lead = known[0]
    return Requirement(
        span=Span(first.mention.span.start, end),
        mentions=(first.mention, second.mention),
        kind=kind_of(concept, lead),
        forms=_bounded(forms),
        language=language,
    )


# --- a person and an office -------------------------------------------------------------------------------------------


def _are_holder_and_office(segment: Segment, claims: Sequence[Claim]) -> bool:
    """True when the first two are a person and an office, or the other way round, and the second goes with no third.

    In 首相の木原稔官房長官 the person holds the office that follows.
    """
    first = _joint(segment, claims[:2])
    if first is None:
        return False
    second = _joint(segment, claims[1:])
    return second is None or len(first) <= len(second)


def _joint(segment: Segment, claims: Sequence[Claim]) -> str | None:
    """What stands between a person and an office; None when the two are none, or do not belong together."""
    if len(claims) < 2:
        return None
    left, right = (claim.mention.concept.category for claim in claims)
    pattern = _JOINTS.get((segment.language, left))
    if pattern is None or {left, right} != {"person", "role"}:
        return None
    between = _between(segment, claims[0].mention.span, claims[1].mention.span)
    return between if pattern.fullmatch(between) else None


def _between(segment: Segment, left: Span, right: Span) -> str:
    """The text between two mentions, without the readings in it: 飯田陽一(いいだよういち)・内閣サイバー官."""
    start, text = left.end, ""
    for mark in segment.marks:
        if (
            getattr(mark, "kind", None) is BracketKind.READING
            and start <= mark.span.start < mark.span.end <= right.start
        ):
            text += Span(start, mark.span.start).shift(-segment.span.start).of(segment.text)
            start = mark.span.end
    return text + segment.text[start - segment.span.start : right.start - segment.span.start]


def _holder_and_office(segment: Segment, first: Claim, second: Claim, language: str) -> Requirement:
    person_first = first.mention.concept.category == "person"
    person, office = (first, second) if person_first else (second, first)
    is_apart = bool(_between(segment, first.mention.span, second.mention.span).strip())
    pairs = sorted(product(enumerate(person.terms), enumerate(office.terms)), key=lambda pair: pair[0][0] + pair[1][0])
    forms = []
    for (_, name), (_, title) in pairs:
        owned = [(person.mention.concept, name), (office.mention.concept, title)]
        forms += [compose(template, owned) for template in _orders(title.text, language, person_first and is_apart)]
    forms = forms if person_first else _turned(forms)
    return Requirement(
        span=Span(first.mention.span.start, second.mention.span.end),
        mentions=(first.mention, second.mention),
        kind=Kind.NAME,
        forms=_bounded(forms),
        language=language,
    )


def _orders(title: str, language: str, is_apart: bool) -> Sequence[str]:
    """Templates for a person and an office, the one to write first.

    In English a short office with capitals stands before the name (Prime Minister Sanae Takaichi), a long one behind it,
    and so does one that the source sets apart (飯田陽一・内閣サイバー官). In Japanese a short one follows without a mark.
    """
    if language == "ja":
        with_dot, without = _PERSON_FIRST["ja"]
        behind = (without, with_dot) if len(title) <= _LONGEST_JOINED else (with_dot, without)
        return (*behind, *_OFFICE_FIRST["ja"])
    words = title.split()
    goes_before = title[0].isupper() and len(words) <= _LONGEST_TITLE_BEFORE and _PREPOSITIONS.isdisjoint(words)
    if goes_before and not is_apart:
        return (*_OFFICE_FIRST["en"], *_PERSON_FIRST["en"])
    return (*_PERSON_FIRST["en"], *_OFFICE_FIRST["en"])


def _turned(forms: Sequence[Form]) -> list[Form]:
    """The same spellings for mentions that come in the other order."""
    return [Form(form.text, form.parts[::-1], form.cases[::-1]) for form in forms]
