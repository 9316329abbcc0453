"""English fractions, ordinals and numbers that are vague on purpose: two-thirds, the 18th, tens of thousands."""

import re
from decimal import Decimal

from jaen.text.numbers.english_units import STOP, UNIT, WORD, noun_after
from jaen.text.numbers.part import Part
from jaen.text.numbers.units import ENGLISH_UNITS
from jaen.text.numbers.values import english_value
from jaen.words import english_lists as lists
from jaen.words.english_forms import noun_lemma, plain, verb_lemma

__all__ = ["read_fraction", "read_ordinal", "read_vague"]

_DENOMINATORS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_DENOMINATORS |= {"seventh": 7, "ninth": 9, "twentieth": 20, "hundredth": 100, "thousandth": 1000}
_AFTER_DETERMINER = re.compile(r"(?:\b(?:the|its|their|his|her|our|my|a)|['’]s)\s$", re.IGNORECASE)
_NO_ORDINAL_BEFORE = re.compile(r"\b(?:a|per|every|each|split|that|this|one|half)\s$", re.IGNORECASE)
# They will second officials to the agency; a motion seconded by … is no number anyway.
_VERB_BEFORE = re.compile(r"\b(?:will|would|shall|should|can|could|may|might|must|not)\s$", re.IGNORECASE)
_MANY = {"dozens": (24, 99), "hundreds": (200, 999), "thousands": (2000, 9999), "millions": (2 * 10**6, 10**7 - 1)}
_MANY |= {"billions": (2 * 10**9, 10**10 - 1)}


def read_fraction(text: str, match: re.Match[str]) -> Part | None:
    """Half of them, two-thirds, 3/4; None for the first half and a third party."""
    if match["half"]:
        if re.search(
            r"\b(?:first|second|latter|other|and a|better)[\s-]$",
            text[max(0, match.start() - 10) : match.start()],
            re.IGNORECASE,
        ):
            return None
        value = Decimal("0.5")
    elif match["a"]:
        top, bottom = int(match["a"]), int(match["b"])
        if not 0 < top < bottom or bottom > 10:
            return None
        value = Decimal(top) / bottom
    else:
        if match["top"] in ("a", "an") and not re.match(
            r"\sof\b|\s(?:more|less|higher|lower)\b", text[match.end() : match.end() + 8]
        ):
            return None  # a third, more serious case
        top_value = english_value(match["top"]) or Decimal(1)
        if match["top"] in ("a", "an"):
            top_value = Decimal(1)
        value = top_value / _DENOMINATORS[match["bottom"]]
    return Part(start=match.start(), end=match.end(), low=value, high=value, kind="fraction", bare_end=match.end())


def read_vague(text: str, match: re.Match[str]) -> Part:
    """Dozens, tens of thousands, several hundred: a range that is wide on purpose."""
    if match["several"]:
        scale = english_value("one " + (match["scale"] or "")) or Decimal(1)
        low, high = 2 * scale, 9 * scale
    else:
        low, high = (Decimal(bound) for bound in _MANY[match["many"].lower()])
        factor = {"t": 10, "h": 100, "d": 12}[match["tens"][0].lower()] if match["tens"] else 1
        low, high = low * factor, (high + 1) * factor - 1 if factor > 1 else high
    end = match.end()
    of = 3 if text.startswith(" of", end) else 0
    measure = UNIT.match(text, end)
    noun = (ENGLISH_UNITS[measure["unit"]], measure.end()) if measure else noun_after(text, end + of, low)
    unit, stop = noun or ("", end)
    return Part(start=match.start(), end=stop, low=low, high=high, unit=unit, bare_end=end, vague=True)


def read_ordinal(text: str, match: re.Match[str]) -> Part | None:
    """The 18th, the first test; None for adverbs (First, …) and for the unit of time (a second)."""
    written = plain(match["nth"])
    end = match.end()
    if written[0].isdigit():
        value: Decimal | None = Decimal(re.sub(r"\D", "", written))
    else:
        value = None if _is_adverb(text, match) else english_value(written.replace("-", " "))
    if value is None:
        return None
    noun = WORD.match(text, end)
    if noun and text[end] == " " and _is_counted_noun(noun[1], text[noun.end() : noun.end() + 2]):
        return Part(
            start=match.start(),
            end=noun.end(),
            low=value,
            high=value,
            unit=noun_lemma(noun[1]),
            kind="ordinal",
            bare_end=end,
        )
    if written == "first" and not _AFTER_DETERMINER.search(text[max(0, match.start() - 8) : match.start()]):
        return None  # it was first announced
    return Part(start=match.start(), end=end, low=value, high=value, kind="ordinal", bare_end=end)


def _is_adverb(text: str, match: re.Match[str]) -> bool:
    """First, we go; a second later; a third-party tool; First Lady. The third-largest is still a number."""
    after = text[match.end() : match.end() + 14]
    if after.startswith(",") or re.match(r"\s(?:of all|and foremost)\b|-(?![a-z]+(?:est|st)\b)", after):
        return True
    if after.startswith(" time") or (match["nth"][0].isupper() and re.match(r"\s[A-Z]", after)):
        return True
    if plain(match["nth"]) != "second":
        return False
    before = text[max(0, match.start() - 8) : match.start()]
    return bool(
        _NO_ORDINAL_BEFORE.search(before) or _VERB_BEFORE.search(before) or re.match(r"s\b|\s(?:later|ago)", after)
    )


def _is_counted_noun(word: str, after: str) -> bool:
    """Whether the word behind an ordinal is what it counts: the first test, the second round, but first announced."""
    if not word.islower() or word in STOP:
        return False
    if word in lists.ADJECTIVES:
        return word in lists.ADJECTIVES_AS_NOUNS and not re.match(r"\s[a-z]", after)
    base = verb_lemma(word)
    if base != word and base in lists.VERBS and not word.endswith("s"):
        return word in lists.NOUNS_IN_ING
    return word not in lists.VERBS or word in lists.NOUN_OR_VERB
