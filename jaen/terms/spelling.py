"""How a surface differs from the term it stands for, and whether its capitals allow it."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile

from jaen.model import Concept, Term
from jaen.terms.affixes import ACRONYMS_LIKE_WORDS
from jaen.terms.edges import is_latin
from jaen.terms.folding import KANA, fold
from jaen.terms.kanji import COMMON_FORM
from jaen.words.english import inflections

_SEPARATOR = re.compile(f"(?<=[{KANA}])[・=＝゠ \u3000](?=[{KANA}])")
_HYPHEN = re.compile(r"[-‐‑\s]+")
_QUOTE = {0x2019: "'", 0x2018: "'"}

_STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("width", lambda text: unicodedata.normalize("NFKC", text)),
    ("quotes", lambda text: text.translate(_QUOTE)),
    ("case", str.lower),
    ("old-kanji", lambda text: text.translate(COMMON_FORM)),
    ("long-vowel", lambda text: text.replace("ー", "")),
    ("middle-dot", lambda text: _SEPARATOR.sub("", text)),
    ("hyphen", lambda text: _HYPHEN.sub(" ", text)),
)
SPELLINGS = frozenset({"old-kanji", "long-vowel", "middle-dot", "hyphen", "okurigana"})
"""Differences that make a surface another spelling (`variant`) of its term; the others are typography or grammar."""


def differences(written: str, term: str) -> tuple[str, ...]:
    """Names of what has to be folded so that *written* equals *term*; none when that is not enough.

    >>> differences("サーバ", "サーバー"), differences("ＮＣＯ", "NCO")
    (('long-vowel',), ('width',))
    """
    if written == term or _through(written, _STEPS) != _through(term, _STEPS):
        return ()
    needed = []
    for name, _ in _STEPS:
        others = [step for step in _STEPS if step[0] != name]
        if _through(written, others) != _through(term, others):
            needed.append(name)
    return tuple(needed)


def _through(text: str, steps: Iterable[tuple[str, Callable[[str], str]]]) -> str:
    for _, step in steps:
        text = step(text)
    return text


def case_rule(concept: Concept, term: Term) -> str:
    """`exact`, `name` or `any`: what the entry says, else by the term's form.

    All capitals up to six letters (NCO) must stand so; a term with capitals (Claude Mythos) needs them where it has
    them; a term without (large language model) does not care.
    """
    return (term.match or concept.match).case or case_by_form(term.text)


def case_by_form(text: str) -> str:
    """`exact`, `name` or `any` for a term of which the entry does not say.

    >>> case_by_form("NCO"), case_by_form("Claude Mythos"), case_by_form("large language model")
    ('exact', 'name', 'any')
    """
    letters = [char for char in text if char.isalpha() and char.lower() != char.upper()]
    if not any(char.isupper() for char in letters):
        return "any"
    return "exact" if len(letters) <= 6 and all(char.isupper() for char in letters) else "name"


def case_problem(written: str, term: str, rule: str, headline: bool) -> str:
    """Why the capitals of *written* forbid that it is *term*, or "".

    Args:
        written: the surface in usual width, as long as the folded term.
        term: the term in usual width, just as long.
        rule: `exact`, `name` or `any`.
        headline: True in a line of capitals only, which says nothing about capitals.
    """
    if headline and term.isupper() and term.lower() in ACRONYMS_LIKE_WORDS:
        return f"in a line of capitals {written} may be the common word"
    if rule == "any" or written == term:
        return ""
    if rule == "exact":
        wrong = any(own != given for own, given in _alike(term, written)) and not (headline and written.isupper())
        return f"must be written {term}" if wrong else ""
    if written.isupper():
        return ""  # ANTHROPIC for Anthropic: a headline, a logo
    for at, (own, given) in enumerate(zip(term, written, strict=False)):
        if own.isupper() and not given.isupper():
            return f"needs the capitals of {term}"
        if own.islower() and given.isupper() and at and term[at - 1].isalpha():
            return f"needs the small letters of {term}"
    return ""


def _alike(term: str, written: str) -> Iterator[tuple[str, str]]:
    """Pairs of the same letter, up to where the ending of a plural differs."""
    pairs = zip(term, written, strict=False)
    return takewhile(lambda pair: pair[0].lower() == pair[1].lower(), pairs)


def usual_width(text: str) -> str:
    """*text* with its capitals, in usual width and with the lengths of its folded form."""
    mapped = fold(text).map.text
    return mapped if mapped.isascii() else "".join(_narrow(char) for char in mapped)


def _narrow(char: str) -> str:
    return unicodedata.normalize("NFKC", char) if "\uff01" <= char <= "\uff5e" else char


def plural_tail(text: str, end: int, term: str) -> int:
    """Length of the plural ending that stands at *end* of the folded *text* and belongs to *term*, or 0."""
    for tail in ("es", "s"):
        after = end + len(tail)
        if text.startswith(tail, end) and not is_latin(text[after : after + 1]):
            forms = {form.lower() for form in inflections(term)}
            return len(tail) if term.lower() + tail in forms else 0
    return 0
