"""Checks of how terms are written: width, hidden characters, spaces, dashes, punctuation, capitals."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from jaen.glossary.lint.book import Book
from jaen.glossary.lint.finding import Found
from jaen.model import Concept, Severity, Term
from jaen.terms.spelling import case_rule
from jaen.words.scripts import HAN, HIRAGANA, KATAKANA

__all__ = [
    "articles",
    "capitals",
    "dashes",
    "ellipses",
    "foreign_punctuation",
    "hidden_characters",
    "lookalikes",
    "names_without_capital",
    "several_terms",
    "spaces",
    "widths",
]

_JAPANESE = f"{HAN}{HIRAGANA}{KATAKANA}"
_SEVERAL = re.compile(f"[;；]|(?<=[ \u3000])[/／](?=[ \u3000])|(?<=[{_JAPANESE}])[/／](?=[{_JAPANESE}])")
_ODD_WIDTH = re.compile("[\uff66-\uff9f]+|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff\ufff9-\ufffb]"
)
_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]| {2,}|[ \u3000]{2,}")
_DASH_FOR_LONG_VOWEL = re.compile(f"(?<=[{KATAKANA}])[-‐‑‒–—―−－─ｰ一](?=[{KATAKANA}]|$)")
_DASH_FOR_HYPHEN = re.compile("(?<=[A-Za-z0-9])[‐‑‒―−－─](?=[A-Za-z0-9])")
_ELLIPSIS = re.compile("[.．]{2,}(?![A-Za-z])|・{2,}|。{2,}|…")
_JAPANESE_MARKS = re.compile("[、。，．・「」『』（）［］【】〈〉《》：；！？～〜＆／]")
_ASCII_MARKS = re.compile(rf"(?<=[{_JAPANESE}])[,;:!?()\[\]\"~](?=[{_JAPANESE}]|$)|\((?=[{_JAPANESE}])")
_ARTICLE = re.compile(r"(the|an?) +(?=\S)", re.IGNORECASE)
_KATAKANA_LOOKALIKE = re.compile(f"(?<=[{KATAKANA}])[一へべぺ二口力夕卜八工才](?=[{KATAKANA}])")
_OTHER_LETTERS = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z]")
_NAMES = ("person", "place")  # not an organization: the education ministry

Mend = Callable[[str], str]


def widths(concept: Concept, book: Book) -> Iterator[Found]:
    """A term has half-width katakana, or Latin letters or digits of full width."""
    for number, term in enumerate(concept.terms):
        found = _ODD_WIDTH.search(term.text)
        if found:
            message = f"{found.group()!r} in {term.text!r} is not of usual width, and jaen would write it so"
            yield _mended(concept, number, message, partial(_ODD_WIDTH.sub, _usual))


def hidden_characters(concept: Concept, book: Book) -> Iterator[Found]:
    """A term holds characters that nobody sees."""
    for number, term in enumerate(concept.terms):
        hidden = _HIDDEN.findall(term.text)
        if hidden:
            names = ", ".join(dict.fromkeys(f"U+{ord(char):04X}" for char in hidden))
            message = f"{_HIDDEN.sub('', term.text)!r} holds what nobody sees ({names}), and jaen would write it too"
            yield _mended(concept, number, message, partial(_HIDDEN.sub, ""))


def spaces(concept: Concept, book: Book) -> Iterator[Found]:
    """A term has doubled spaces, or spaces of another width."""
    for number, term in enumerate(concept.terms):
        if _ODD_SPACE.search(term.text):
            message = f"{term.text!r} has a doubled space, or one of unusual width"
            yield _mended(concept, number, message, partial(_ODD_SPACE.sub, " "))


def dashes(concept: Concept, book: Book) -> Iterator[Found]:
    """A dash stands where a long vowel or a hyphen belongs."""
    for number, term in enumerate(concept.terms):
        if _DASH_FOR_LONG_VOWEL.search(term.text):
            message = f"a dash stands in {term.text!r} where ー belongs"
            yield _mended(concept, number, message, partial(_DASH_FOR_LONG_VOWEL.sub, "ー"))
        elif _DASH_FOR_HYPHEN.search(term.text):
            message = f"the dash in {term.text!r} is no plain hyphen (-)"
            yield _mended(concept, number, message, partial(_DASH_FOR_HYPHEN.sub, "-"))


def ellipses(concept: Concept, book: Book) -> Iterator[Found]:
    """A term has an ellipsis or doubled full stops: it is cut off, or says 'and so on'."""
    for number, term in enumerate(concept.terms):
        found = _ELLIPSIS.search(term.text)
        if found:
            message = f"{found.group()!r} in {term.text!r} is looked for as it stands"
            yield Found(message, "write the term in full", ("terms", number))


def several_terms(concept: Concept, book: Book) -> Iterator[Found]:
    """A term has a semicolon, or a slash between blanks or Japanese words: it looks like several terms in one."""
    for number, term in enumerate(concept.terms):
        if _SEVERAL.search(term.text):
            message = f"{term.text!r} is looked for as one term and looks like several"
            yield Found(message, "give each a line of its own; in a sheet, a row", ("terms", number))


def foreign_punctuation(concept: Concept, book: Book) -> Iterator[Found]:
    """An English term has Japanese punctuation, or a Japanese one ASCII punctuation."""
    for number, term in enumerate(concept.terms):
        if term.language == "en" and (found := _JAPANESE_MARKS.search(term.text)):
            message = f"the English term {term.text!r} has the Japanese mark {found.group()!r}"
            yield Found(message, "write it with English punctuation", ("terms", number))
        elif term.language == "ja" and (found := _ASCII_MARKS.search(term.text)):
            message = f"the Japanese term {term.text!r} has the ASCII mark {found.group()!r}"
            usual = chr(ord(found.group()) + 0xFEE0)
            yield Found(message, f"write {usual} if you would print it so", ("terms", number), Severity.INFO)


def articles(concept: Concept, book: Book) -> Iterator[Found]:
    """An English term begins with an article, without which it is not found."""
    for number, term in enumerate(concept.terms):
        match = _ARTICLE.match(term.text) if term.language == "en" else None
        if match:
            rest = term.text[match.end() :]
            # The Hague, The New York Times: the capital says that the article belongs to the name.
            severity = Severity.INFO if match.group()[0].isupper() and rest[0].isupper() else None
            message = f"{term.text!r} is found only with {match.group().strip()!r} before it"
            yield Found(message, f"write {rest!r}", ("terms", number), severity)


def names_without_capital(concept: Concept, book: Book) -> Iterator[Found]:
    """The English name of a person or a place has no capital."""
    if concept.category not in _NAMES:
        return
    for number, term in enumerate(concept.terms):
        if term.language == "en" and _LATIN.search(term.text) and term.text.islower():
            message = f"{term.text!r} is the name of a {concept.category} and has no capital"
            yield Found(message, "write it as it is printed", ("terms", number))


def capitals(concept: Concept, book: Book) -> Iterator[Found]:
    """Two terms of a concept differ only in their capitals."""
    first: dict[str, Term] = {}
    for number, term in enumerate(concept.terms):
        other = first.setdefault(term.text.lower(), term) if term.language == "en" else term
        if other is not term and not _are_both_exact(concept, other, term):
            message = f"{term.text!r} differs from {other.text!r} only in its capitals"
            advice = "keep one, and say with `match: {case: any}` when capitals don't count"
            yield Found(message, advice, ("terms", number))


def lookalikes(concept: Concept, book: Book) -> Iterator[Found]:
    """A character looks like another one that belongs there."""
    for number, term in enumerate(concept.terms):
        found = _KATAKANA_LOOKALIKE.search(term.text)
        if not found and _LATIN.search(term.text):
            found = _OTHER_LETTERS.search(term.text)
        if found:
            name = unicodedata.name(found.group(), "no character").lower()
            message = f"{found.group()!r} in {term.text!r} is {name}, no matter how it looks"
            yield Found(message, "type it again if it is not meant", ("terms", number))


def _are_both_exact(concept: Concept, one: Term, other: Term) -> bool:
    return case_rule(concept, one) == case_rule(concept, other) == "exact"


def _usual(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match.group())


def _mended(concept: Concept, number: int, message: str, mend: Mend) -> Found:
    """The finding about a term that can be mended character by character."""
    term = concept.terms[number]
    text = mend(term.text).strip()
    others = [one for at, one in enumerate(concept.terms) if at != number]
    twin = next((one for one in others if (one.language, one.text) == (term.language, text)), None)
    part = ("terms", number)
    if not text or (twin and replace(twin, text="-") != replace(term, text="-")):
        return Found(message, f"write {text!r}; it is here already" if text else "remove the term", part)
    terms = [*concept.terms]
    terms[number : number + 1] = [] if twin else [replace(term, text=text)]
    advice = f"remove it, {text!r} is here already" if twin else f"write {text!r}"
    return Found(message, advice, part, fix=replace(concept, terms=tuple(terms)))
