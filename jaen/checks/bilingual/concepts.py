"""Which concepts of a passage its translation names, and which others stand for them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jaen.model import Concept, Mention, Pair, Passage, Span, Status, Term
from jaen.terms.short_names import short_names
from jaen.translation.requirements import ENFORCED, Kind, Place, Requirement, find_places
from jaen.translation.requirements.forms import single
from jaen.translation.requirements.terms import Occasion, admissible
from jaen.words.english_forms import lemmas
from jaen.words.exonyms import english_exonyms, japanese_exonyms
from jaen.words.scripts import HAN, KATAKANA, LATIN

__all__ = ["Wrong", "forbidden_places", "is_elsewhere", "is_name", "wrong_concepts"]

_WORD = re.compile(f"[{LATIN}]+")
_SMALL_WORDS = frozenset(["of", "for", "and", "the", "in", "on", "to", "with", "by", "a", "an"])
_SAME = re.compile("[同当](?:[庁省局社室会行党紙氏国市県]|センター|グループ|大統領|首相|長官)")  # 同庁: the agency
_PIECES = re.compile(f"[{KATAKANA}]{{2,}}|[{HAN}]{{2}}")
_USABLE = (Status.PREFERRED, Status.ADMITTED)
_KIND_OF_PLACE = re.compile(" (?:City|Town|Village|Ward|Prefecture)$|(?<=..)[市町村区県府都]$")  # Fukuoka for 福岡市
_NAME_AFTER = re.compile(r" [A-Z][\w’'-]*")
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]* of $")
_BY_WORD = ("term", "event", "law", "role")
"""Categories whose concepts people also name by one word of the term: the attack, the act, the minister."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A concept that the source names and the target does not.

    Attributes:
        mention: the first in the source.
        term: what jaen would write.
        other: where the target names another concept instead; None where it names none.
    """

    mention: Mention
    term: str
    other: Mention | None


def wrong_concepts(pair: Pair) -> tuple[Wrong, ...]:
    """The concepts that the source names and the target does not, in text order, each once."""
    language = pair.target.language
    there = {mention.concept.id for mention in pair.target.mentions}
    wanted: dict[str, Mention] = {}
    for mention in pair.source.mentions:
        if mention.kind in ENFORCED and mention.concept.is_matched and mention.concept.id not in there:
            wanted.setdefault(mention.concept.id, mention)
    missing = []
    for mention in wanted.values():
        terms = admissible(mention, language, Occasion(in_heading=False, is_first=True))
        if terms and not _is_said(mention, terms, pair.target) and not _is_in_name(mention, pair.source):
            missing.append((mention, terms[0].text))
    return tuple(_with_others(missing, pair))


def _with_others(missing: Sequence[tuple[Mention, str]], pair: Pair) -> Iterator[Wrong]:
    """Each missing concept with the first unexpected one that may stand for it; a place stands for one only."""
    here = {mention.concept.id for mention in pair.source.mentions}
    left = [mention for mention in pair.target.mentions if mention.concept.id not in here]
    for mention, text in missing:
        other = next((one for one in left if _may_stand_for(one, mention, pair.source)), None)
        if other:
            left.remove(other)
            yield Wrong(mention, text, other)
        elif not _is_hinted(mention.concept, pair.target):
            yield Wrong(mention, text, None)


def _is_in_name(mention: Mention, passage: Passage) -> bool:
    """Whether a place or a body only begins or ends a longer English name: Japan Aerospace Exploration Agency.

    Only a single word, for longer ones are names themselves: Bank of Japan Governor.
    """
    if passage.language != "en" or mention.concept.category not in ("place", "organization") or " " in mention.surface:
        return False
    text, span = passage.article.text, mention.span
    after = _NAME_AFTER.match(text, span.end)
    before = _NAME_BEFORE.search(text[max(0, span.start - 40) : span.start])
    beside = [Span(*after.span())] if after else []
    beside += [Span(span.start - len(before[0]), span.start)] if before else []
    return any(
        not any(other.span.overlaps(one) for other in passage.mentions if other is not mention) for one in beside
    )


def _may_stand_for(other: Mention, mention: Mention, source: Passage) -> bool:
    """Whether the target's *other* is of a kind with the source's *mention*, and nothing in the source accounts for it."""
    concept = other.concept
    if concept.category == "term" or not _are_alike(mention.concept, concept):
        return False
    return not _is_said(other, _terms(concept, source.language), source)


# --- is a concept said? -----------------------------------------------------------------------------------------------


def _terms(concept: Concept, language: str) -> tuple[Term, ...]:
    return tuple(term for term in concept.terms if term.language == language and term.status is not Status.FORBIDDEN)


def _is_said(mention: Mention, terms: Sequence[Term], passage: Passage) -> bool:
    """Whether *passage* says the concept in any of its terms, by its short names, or as a country's people."""
    text = _without_others(mention.concept, passage)
    wanted = tuple(dict.fromkeys((*terms, *_terms(mention.concept, passage.language))))
    return bool(_places(mention, wanted, text)) or _is_said_by_name(mention.concept, text, passage.language)


def _without_others(concept: Concept, passage: Passage) -> str:
    """The text without what names others of the same kind: in "U.S. National Cyber Director" there is no Japanese one."""
    if passage.span is None:
        return ""
    pieces, at = [], passage.span.start
    for mention in passage.mentions:
        if _are_alike(concept, mention.concept):
            pieces.append(passage.article.text[at : mention.span.start])
            at = max(at, mention.span.end)
    return "\n".join((*pieces, passage.article.text[at : passage.span.end]))


def _are_alike(concept: Concept, other: Concept) -> bool:
    """Whether the two are others of one kind, or said to be easily confused."""
    confusable = ("confusable", other.id) in {(link.relation, link.target) for link in concept.links}
    return concept.id != other.id and (confusable or concept.category == other.category)


def _places(mention: Mention, terms: tuple[Term, ...], text: str) -> tuple[Place, ...]:
    """Where *text* has one of *terms*, of the concept of *mention*, as the terms of machine translations are found."""
    if not terms:
        return ()
    forms = tuple(dict.fromkeys(form for term in terms for form in single(mention.concept, term)))
    language = terms[0].language
    return find_places(
        Requirement(span=mention.span, mentions=(mention,), kind=Kind.NOUN, forms=forms, language=language), text
    )


def _is_said_by_name(concept: Concept, text: str, language: str) -> bool:
    others = japanese_exonyms if language == "ja" else english_exonyms
    names = {name for term in concept.terms if term.language != language for name in others(term.text)}
    names |= {name for name in short_names(concept) if len(name) > 1}
    # Information-technology Promotion Agency, Japan: what stands behind the comma only says where.
    names |= {term.text.partition(", ")[0] for term in _terms(concept, language) if term.text.count(", ") == 1}
    if concept.category == "place":
        names |= {_KIND_OF_PLACE.sub("", term.text) for term in _terms(concept, language)}
    if language == "ja":
        return any(name in text for name in names)
    return any(re.search(rf"\b{re.escape(name)}(?!\w)", text) for name in names)


# --- is it said in other words? ---------------------------------------------------------------------------------------


def _is_hinted(concept: Concept, passage: Passage) -> bool:
    """Whether words of the passage may mean the concept without naming it: the agency, 同庁, attacks for a cyberattack."""
    text = passage.text
    terms = [term.text for term in _terms(concept, passage.language)]
    if passage.language == "ja":
        if _SAME.search(text):
            return True
        return concept.category in _BY_WORD and any(piece in text for term in terms for piece in _PIECES.findall(term))
    small = {lemma for word in _WORD.findall(text) if word == word.lower() for lemma in lemmas(word)}
    words = [[word.lower() for word in _WORD.findall(term) if word not in _SMALL_WORDS] for term in terms]
    if concept.category in _BY_WORD:
        return any(not small.isdisjoint(lemmas(word)) for term in words for word in term)
    return concept.category == "organization" and any(term and term[-1] in small for term in words)


def is_name(concept: Concept) -> bool:
    """Whether the concept is called by a name, which another name may stand for."""
    return concept.category in ("person", "organization", "place", "product")


def is_elsewhere(wrong: Wrong, passage: Passage) -> bool:
    """Whether the article of *passage*, which lacks the concept, names it in another place."""
    return any(term.text in passage.article.text for term in _terms(wrong.mention.concept, passage.language))


# --- forbidden terms --------------------------------------------------------------------------------------------------


def forbidden_places(mention: Mention, term: Term, passage: Passage) -> Iterator[Span]:
    """Where *passage* has the forbidden *term* of a mention's concept, in its article; not inside a right term."""
    usable = tuple(one for one in _terms(mention.concept, passage.language) if one.status in _USABLE)
    for segment in passage.segments:
        right = [place.span for place in _places(mention, usable, segment.text)]
        for place in _places(mention, (term,), segment.text):
            if not any(place.span.overlaps(span) for span in right):
                yield place.span.shift(segment.span.start)
