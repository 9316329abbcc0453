"""A term in the place of a word: with the article, the number and the capital that the word had."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jaen.model import Span
from jaen.translation.requirements import Kind, Requirement
from jaen.translation.requirements.wording import agreeing, article_for, capitalized, comma_after, plural
from jaen.words import english_lists as lists

__all__ = ["put"]

_CAPITALIZED = frozenset({Kind.NOUN, Kind.MASS, Kind.TITLE, Kind.VERB})
_SENTENCE_START = re.compile(r"(?:^|[.!?][\"'”’)]*\s)[\"'“‘(]*$")
_ARTICLES = frozenset({"a", "an", "the"})
_MOST_ADJECTIVES = 3  # in front of a noun
_NATIONALITY = re.compile("[A-Z][a-z]+(?:ese|ian|ean|ican|man|ish|ench)")
# "I visited near government" and "they clean government" have no adjective; "a clean government" can have nothing else.
_SURELY_NO_ADJECTIVE = lists.VERBS | lists.ADPOSITIONS | lists.ADVERBS | lists.DETERMINERS | lists.SUBORDINATORS
# Words that stand where an article would: this, every, my, two, Japan's; but "all the members", and "he's" is no owner.
_INSTEAD = (
    (lists.DETERMINERS - {"that", "all", "both"} - _ARTICLES)
    | {"my", "your", "his", "her", "its", "our", "their", "whose", "many", "several", "few"}
    | lists.NUMBER_WORDS
)
_ADJECTIVES = lists.ADJECTIVES - _INSTEAD - {"little"}  # "a little water" has the article of "little"
_OWNER = re.compile(
    r"(?!(?:he|she|it|that|there|here|what|who|where|how|let|this)['’])\w.*(?:['’]s|s['’])", re.IGNORECASE
)
# Of these offices there is one: "the Prime Minister", where a model has written "a teacher".
_ONLY_ONE = re.compile(r"(?:National|Prime) .+|.*\b(?:Minister|Chief Cabinet Secretary)\b.*|.+ (?:of|for) .+")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What stands before a word, taken apart: `He works for | the | new Japanese | government`."""

    before: str
    article: str
    adjectives: str
    is_determined: bool  # by another word than an article


def put(text: str, span: Span, requirement: Requirement, is_plural: bool) -> tuple[str, Span]:
    """*text* with the required term instead of what stands at *span*, and where the term now is.

    The article before it is made to fit: "a dog" becomes "an envelope", "a Tom" becomes "Mythos", "a new government"
    becomes "the new National Cybersecurity Office". What follows (a possessive ending) stays.

    Args:
        text: an English sentence; in other languages the term is put in as it is.
        span: a word or more.
        requirement: what is written.
        is_plural: the words at *span* are.
    """
    term = requirement.write
    before, after = text[: span.start], text[span.end :]
    if requirement.language == "en":
        kind = requirement.kind
        phrase = _taken_apart(before)
        is_many = is_plural and kind in (Kind.NOUN, Kind.TITLE)
        term = plural(term) if is_many else term
        article = _article(phrase, term, kind, is_many)
        adjectives = phrase.adjectives
        if article and not phrase.article and adjectives.split(" ")[0].lower() in _ADJECTIVES:
            adjectives = adjectives[0].lower() + adjectives[1:]  # "New government" is "The new National Office"
        if _SENTENCE_START.search(phrase.before):
            article, adjectives = article.capitalize(), adjectives if article else capitalized(adjectives)
            if not article and not adjectives and kind in _CAPITALIZED:
                term = capitalized(term)
        after = comma_after(requirement.forms[0], after) + after
        before = phrase.before
        if kind is Kind.MASS and not is_plural and _is_many(term):
            before, after = agreeing(before, after)
        before += (f"{article} " if article else "") + adjectives
    return before + term + after, Span(len(before), len(before) + len(term))


def _is_many(term: str) -> bool:
    """True for unified standards, False for mechanics and business."""
    return term.endswith("s") and not term.endswith(("ics", "ss", "ews")) and plural(term) == term


def _taken_apart(before: str) -> _Phrase:
    """*before* with the article and the adjectives at its end by themselves."""
    words = before.rsplit(" ", _MOST_ADJECTIVES + 2)
    if words[-1]:  # no blank at the end
        return _Phrase(before, "", "", is_determined=False)
    words.pop()
    first = len(words)  # of the adjectives
    while first and len(words) - first < _MOST_ADJECTIVES and _is_adjective(words[first - 1]):
        first -= 1
    leading = words[first - 1] if first else ""
    if leading.lower() in _ARTICLES:
        return _parted(before, words, first - 1, article=leading.lower())
    if leading.lower() in _INSTEAD or _OWNER.fullmatch(leading):
        return _Phrase(before, "", "", is_determined=True)
    while first < len(words) and words[first].lower() in _SURELY_NO_ADJECTIVE:
        first += 1
    return _parted(before, words, first, article="")


def _parted(before: str, words: Sequence[str], first: int, article: str) -> _Phrase:
    """*before* parted in front of the word *first* of its last *words*, the first of which is an article or none."""
    phrase = "".join(f"{word} " for word in words[first:])
    rest = phrase.split(" ", 1)[1] if article else phrase
    return _Phrase(before[: len(before) - len(phrase)], article, rest, is_determined=False)


def _is_adjective(word: str) -> bool:
    return word.lower() in _ADJECTIVES or _NATIONALITY.fullmatch(word) is not None


def _article(phrase: _Phrase, term: str, kind: Kind, is_many: bool) -> str:
    """The article for *term*, which may have adjectives before it."""
    written = phrase.article
    if term.partition(" ")[0].lower() in _ARTICLES and not phrase.adjectives:
        return ""  # The Japan Foundation has its own
    if kind in (Kind.NAME, Kind.VERBATIM):
        return written if phrase.adjectives else ""
    if kind is Kind.INSTITUTION:
        return "" if phrase.is_determined else "the"
    if written not in ("a", "an"):
        return written
    if kind is Kind.MASS or is_many:
        return ""
    if kind is Kind.TITLE and not phrase.adjectives and _ONLY_ONE.fullmatch(term):
        return "the"
    return article_for(phrase.adjectives + term)
