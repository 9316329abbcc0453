"""What an English number counts: a measure of the table, or the first plural noun behind it."""

import re
from decimal import Decimal

from jaen.text.numbers.units import AGE, ENGLISH_UNITS, MONEY
from jaen.text.numbers.values import ENGLISH_WORDS
from jaen.words import english_lists as lists
from jaen.words.english_forms import noun_lemma, plain

__all__ = ["STOP", "UNIT", "WORD", "noun_after", "unit_after"]

_UNITS = "|".join(re.escape(unit) for unit in sorted(ENGLISH_UNITS, key=len, reverse=True))
UNIT = re.compile(rf"(?:\s|-)?(?P<unit>{_UNITS})(?![A-Za-z0-9²])")
_SECOND_UNIT = re.compile(r"\s(?:U\.S\.|US|Australian|Canadian)(?=\sdollars)")
_HYPHEN = re.compile(r"-(?P<words>[a-z]+(?:-[a-z]+){0,2})(?![\w])")
_AGE = re.compile(r"(?:-|\s)years?(?:-|\s)old\b|\s?years?\sof\sage\b")
_AGED = re.compile(r"\b[Aa]ged\s[0-9]{1,3}$")
WORD = re.compile(r"[\s-]([A-Za-z][A-Za-z'’-]*)")
# No noun phrase goes on across these.
STOP = (
    lists.ADPOSITIONS
    | lists.PRONOUNS
    | lists.DETERMINERS
    | lists.BE
    | lists.HAVE_DO
    | lists.MODALS
    | lists.SUBORDINATORS
)
STOP |= lists.CONJUNCTIONS | frozenset(["to", "not", "million", "billion", "am", "pm"])
_VERBS_AFTER = frozenset(
    [
        "says",
        "said",
        "was",
        "is",
        "has",
        "adds",
        "plans",
        "hits",
        "wins",
        "gets",
        "shows",
        "leads",
        "comes",
        "goes",
        "takes",
        "rises",
        "falls",
    ]
)
_UNMARKED_PLURALS = frozenset(["people", "police", "personnel", "cattle", "staff"])


def unit_after(text: str, end: int, value: Decimal) -> tuple[str, str, int]:
    """(canonical unit, kind, where it ends) of the number that ends at *end*."""
    if age := _AGE.match(text, end):
        return AGE, "age", age.end()
    if _AGED.search(text[max(0, end - 9) : end]):
        return AGE, "age", end
    if nation := _SECOND_UNIT.match(text, end):
        dollars = {"A": "australian-dollar", "C": "canadian-dollar"}.get(nation.group().strip()[0], "dollar")
        return dollars, "money", nation.end() + len(" dollars")
    if unit := UNIT.match(text, end):
        canonical = ENGLISH_UNITS[unit["unit"]]
        return canonical, "percent" if canonical == "%" else "money" if canonical in MONEY else "measure", unit.end()
    if hyphen := _HYPHEN.match(text, end):
        word = hyphen["words"].split("-")[0]
        if word not in ("plus", "odd", "some", "and"):
            return noun_lemma(word), "cardinal", end + 1 + len(word)
    noun = noun_after(text, end, value)
    return (noun[0], "cardinal", noun[1]) if noun else ("", "cardinal", end)


def noun_after(text: str, end: int, value: Decimal) -> tuple[str, int] | None:
    """(singular, where it ends) of the noun that is counted: the first plural within five words, or the next word after 1."""
    at = end
    for _ in range(5):
        match = WORD.match(text, at)
        if match is None or (text[at] == "-" and at == end):
            return None
        word = plain(match[1])
        if word in STOP or word in _VERBS_AFTER or word in ENGLISH_WORDS:
            return None
        bare = re.sub(r"'s?$", "", word)
        if bare in _UNMARKED_PLURALS or (noun_lemma(bare) != bare and bare not in lists.VERB_FORMS and word == bare):
            return noun_lemma(bare), match.end()
        if value == 1 and word not in lists.ADJECTIVES:
            return word, match.end()
        at = match.end()
    return None
