"""English word forms by rule: dictionary forms of a word, and the forms a noun takes.

No dictionary and no model: spelling rules with lists of their exceptions (`english_lists`). Where a rule can't
decide, every candidate is given, the likeliest first.
"""

import re
import unicodedata
from functools import lru_cache

from jaen.words import english_lists as lists

__all__ = [
    "adjective_lemma",
    "inflections",
    "lemmas",
    "noun_lemma",
    "nth",
    "plain",
    "plural",
    "verb_forms",
    "verb_lemma",
]

_VOWELS = "aeiou"
_ENDS_SHORT = re.compile(r"(?<![aeiou])[aeiou][bdfgklmnprt]$")  # stop: stopped; but visit: visited
_ENDS_IN_Y = re.compile(r"[^aeiou]y$")
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_PREFIX = re.compile(r"^(?:re|un|over|under|out|mis|pre|dis|co|inter)-?(?=\w{3})")
_ONE_SYLLABLE = re.compile(r"(?:[^aeiou]|qu)*[aeiouy][^aeiouwxy]$")
# Two vowels before one consonant make the syllable long without an -e: claim, repeat, avoid (but raise, leave, create).
_LONG_SYLLABLE = re.compile(r"(?<!q)(?:ai|au|ea|ee|ei|ie|oa|oi|oo|ou|ue|ui)[^aeiouvszcg]$")
# Endings of a stem (the form without -ed or -ing) that belong to a verb in -e: provid|ed, manag|ed, requir|ed.
_TAKES_E = re.compile(
    r"(?:[vuc]|[rdlaeiou]g|[iayoe]z|[lnrpwyaeiou]s|[bcdfgkptz]l|at|ut|id|ud|ir|ur|in|ib|ul|um|[aeiou]k|iev|cr)$"
)


def plain(word: str) -> str:
    """*word* in lower case, half width and with straight apostrophes: the key of every list.

    >>> plain("Ｏ’Brien")
    "o'brien"
    """
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).replace("\u2019", "'").lower()


@lru_cache(maxsize=16384)
def lemmas(word: str) -> tuple[str, ...]:
    """Dictionary forms that *word* may have, likeliest first, in lower case; the word itself is the last resort.

    >>> lemmas("vulnerabilities")
    ('vulnerability', 'vulnerabilities')
    >>> lemmas("left")
    ('leave', 'left')
    >>> lemmas("limited")
    ('limit', 'limite', 'limited')
    """
    key = plain(word)
    bare = _POSSESSIVE.sub("", key)
    candidates = [lists.VERB_FORMS.get(key), lists.NOUN_FORMS.get(bare), lists.ADJECTIVE_FORMS.get(key)]
    candidates += [noun_lemma(bare), *_verb_lemmas(bare), adjective_lemma(bare)]
    found = dict.fromkeys(c for c in candidates if c is not None and c != key)
    return (*found, bare) if bare not in found else tuple(found)


def noun_lemma(word: str) -> str:
    """The singular of a noun in lower case; a noun that is no plural comes back unchanged.

    >>> noun_lemma("agencies"), noun_lemma("news"), noun_lemma("taxes")
    ('agency', 'news', 'tax')
    """
    if word in lists.NOUN_FORMS:
        return lists.NOUN_FORMS[word]
    if len(word) < 3 or not word.endswith("s") or word in lists.INVARIANT or word.endswith(("ss", "us", "is", "'s")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")) or word[:-2] in lists.NOUNS_IN_O_WITH_ES:
        return word[:-2]
    return word[:-1]


def verb_lemma(word: str) -> str:
    """The infinitive of a verb form in lower case.

    >>> verb_lemma("controlled"), verb_lemma("making"), verb_lemma("applies"), verb_lemma("visited")
    ('control', 'make', 'apply', 'visit')
    """
    return next(iter(_verb_lemmas(word)), word)


def _verb_lemmas(word: str) -> tuple[str, ...]:
    """Infinitives that the form may belong to, likeliest first; empty when it is no verb form."""
    if word in lists.VERB_FORMS:
        return (lists.VERB_FORMS[word],)
    if word.endswith("s"):
        for base in (word[:-1], word.removesuffix("es")):  # leaves → leave, where the noun is leaf
            if base in lists.VERBS:
                return (base,)
        singular = noun_lemma(word)
        return (singular,) if singular != word else ()
    if word.endswith("ied") and len(word) > 4:
        return (word[:-3] + "y",)
    if word.endswith("eed"):
        return (word[:-1],) if word[:-1] in lists.VERBS else ()  # agreed, but need
    stem = word.removesuffix("ing") if word.endswith("ing") else word.removesuffix("ed")
    if stem == word or len(stem) < 2 or not re.search("[aeiouy]", stem):
        return ()  # king, red, bring
    return _bases(stem)


def _bases(stem: str) -> tuple[str, ...]:
    """Verbs whose form without -ed or -ing is *stem*, likeliest first."""
    last = stem[-1]
    if last == stem[-2] and last in "bdglmnprtz":
        single = stem[:-1]
        keeps = stem in lists.DOUBLED_BASES or (last == "l" and single not in lists.DOUBLE_L_DROPPED) or last == "z"
        return (stem, single) if keeps else (single, stem)
    with_e = stem + "e"
    if with_e in lists.VERBS:
        return (with_e, stem) if stem not in lists.VERBS else (stem, with_e)
    if stem in lists.VERBS:
        return (stem, with_e)
    return (with_e, stem) if _takes_e(stem) else (stem, with_e)


def _takes_e(stem: str) -> bool:
    core = _PREFIX.sub("", stem)
    if stem in lists.STEMS_WITH_E or core in lists.STEMS_WITH_E:
        return True
    if stem in lists.STEMS_WITHOUT_E or core in lists.STEMS_WITHOUT_E or stem.endswith("ss"):
        return False
    if stem.endswith(("iat", "uat", "ceas", "leas")):
        return True
    if _LONG_SYLLABLE.search(stem):
        return False
    return bool(_ONE_SYLLABLE.fullmatch(stem) or _TAKES_E.search(stem))


def adjective_lemma(word: str) -> str:
    """The positive of an adjective in lower case: largest → large; only adjectives of the list are cut.

    >>> adjective_lemma("bigger"), adjective_lemma("cyber")
    ('big', 'cyber')
    """
    if word in lists.ADJECTIVE_FORMS:
        return lists.ADJECTIVE_FORMS[word]
    for ending in ("est", "er"):
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        for base in (stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem[:-1]):
            if base in lists.ADJECTIVES:
                return base
    return word


def inflections(word: str) -> tuple[str, ...]:
    """Forms of a noun, or of a term's last noun, that a text may have instead of it: plural and possessives.

    Apostrophes are straight; case is kept.

    >>> inflections("agency")
    ('agencies', "agency's", "agencies'")
    >>> inflections("National Cyber Director")[0]
    'National Cyber Directors'
    """
    start = max(word.rfind(" "), word.rfind("-")) + 1
    head, last = word[:start], word[start:]
    if not last or not last[-1].isalnum():
        return ()
    many = plural(last)
    own = f"{last}'s" if not last.endswith("s") else f"{last}'"
    forms = [many, own, f"{many}'" if many.endswith("s") else f"{many}'s"]
    if last.endswith("s"):
        forms.append(f"{last}'s")
    return tuple(dict.fromkeys(head + form for form in forms if form != last))


def verb_forms(verb: str) -> tuple[str, ...]:
    """The forms of a verb, the infinitive first; where rules can't tell whether the last consonant doubles, both.

    >>> verb_forms("hijack"), verb_forms("take")
    (('hijack', 'hijacks', 'hijacked', 'hijacking'), ('take', 'takes', 'taking', 'taken', 'took'))
    >>> verb_forms("visit")
    ('visit', 'visits', 'visited', 'visitted', 'visiting', 'visitting')
    """
    irregular = [form for form, base in lists.VERB_FORMS.items() if base == verb]
    has_past = any(not form.endswith("ing") for form in irregular)
    silent = verb.endswith("e") and not verb.endswith(("ee", "oe", "ye"))
    stems = [verb[:-1]] if silent else [verb]
    if _ENDS_SHORT.search(verb):
        stems.append(verb + verb[-1])
    past = [verb[:-1] + "ied"] if _ENDS_IN_Y.search(verb) else [stem.removesuffix("e") + "ed" for stem in stems]
    regular = [*([] if has_past else past), *(stem + "ing" for stem in stems)]
    return tuple(
        dict.fromkeys((verb, plural(verb), *(form for form in regular if verb_lemma(form) == verb), *irregular))
    )


_IRREGULAR_PLURALS = {singular: plural for plural, singular in reversed(lists.NOUN_FORMS.items())}


def plural(noun: str) -> str:
    """The plural of one word; case is kept.

    >>> plural("person"), plural("agency"), plural("aircraft")
    ('people', 'agencies', 'aircraft')
    """
    key = noun.lower()
    if key in _IRREGULAR_PLURALS:
        return noun[0] + _IRREGULAR_PLURALS[key][1:]
    if key in lists.INVARIANT:
        return noun
    if noun.isupper() or not noun[-1].isalpha():
        return noun + "s"  # NCDs, GPT-4s
    if key.endswith("y") and key[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    if key.endswith(("s", "x", "z", "ch", "sh")) or key in lists.NOUNS_IN_O_WITH_ES:
        return noun + "es"
    return noun + "s"


def nth(figures: str) -> str:
    """An ordinal in figures.

    >>> [nth(figures) for figures in ("1", "2", "3", "11", "1,012", "21")]
    ['1st', '2nd', '3rd', '11th', '1,012th', '21st']
    """
    return figures + ("th" if figures[-2:-1] == "1" else {"1": "st", "2": "nd", "3": "rd"}.get(figures[-1], "th"))
