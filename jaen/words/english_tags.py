"""Universal part-of-speech tags for English words by list, suffix and neighbor.

A light tagger for a pipeline that needs names, numbers and content words told apart; it is no parser. What it can't
know from a list it takes from the ending (-tion, -ous, -ly) and from the word before (to → verb, the → noun).
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from jaen.words import english_lists as lists
from jaen.words.english_forms import adjective_lemma, noun_lemma, plain, verb_lemma

__all__ = ["tag"]

Word = tuple[str, str]  # surface, kind (`word`, `number`, `possessive`, `symbol`, `address`, …)

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_NUMBER = re.compile(r"[\d.,]+(?:bn|mn|tn|m|k)?$")
_NOUN_SUFFIX = re.compile(
    r"(?:tion|sion|ment|ness|ity|ism|ist|ance|ence|ancy|ency|ship|hood|dom|ware|ogy|graphy|ure|eer|or|er|age|cy)$"
)
_ADJECTIVE_SUFFIX = re.compile(r"(?:ous|ful|less|able|ible|ical|ic|ish|ive|al|ary|ory|ent|ant|like|worthy|proof|most)$")
_VERB_SUFFIX = re.compile(r"(?:i[sz]e|ify|ate)$")
_TERMINAL = frozenset(".!?…。！？")


def tag(words: Sequence[Word]) -> list[str]:
    """The UPOS of each of *words*, which are one or more sentences in order."""
    tags = [_lexical(surface, kind) for surface, kind in words]
    title_case = _is_title_case(words)
    names = _names(words, title_case=title_case)
    for index, (surface, kind) in enumerate(words):
        if kind not in ("word", "abbreviation"):
            continue
        if index in names:
            tags[index] = "PROPN"
        else:
            tags[index] = _in_context(index, plain(surface), words, tags)
    return tags


# --- what a word is by itself --------------------------------------------------------------------------------------


@lru_cache(maxsize=32768)
def _lexical(surface: str, kind: str) -> str:
    """The likeliest tag of a word regardless of its neighbors."""
    match kind:
        case "address":
            return "X"
        case "possessive":
            return "PART"
        case "symbol" | "keycap":
            return "SYM"
        case "punctuation":
            return "CCONJ" if surface == "&" else "PUNCT"
        case "number":
            key = unicodedata.normalize("NFKC", surface).lower()
            return "ADJ" if _ORDINAL.match(key) else "NUM" if _NUMBER.match(key) else "NOUN"
        case _:
            key = plain(surface)
            return _closed_class(key) or _open_class(key)


_CLOSED = (
    (lists.PRONOUNS, "PRON"),
    (lists.DETERMINERS, "DET"),
    (lists.BE | lists.HAVE_DO | lists.MODALS, "AUX"),
    (lists.CONJUNCTIONS, "CCONJ"),
    (frozenset({"to", "not"}), "PART"),
    (lists.SUBORDINATORS, "SCONJ"),
    (lists.ADPOSITIONS, "ADP"),
    (lists.ADVERBS, "ADV"),
    (lists.NUMBER_WORDS, "NUM"),
    (lists.INTERJECTIONS, "INTJ"),
)
_CLOSED_CLASS = {word: upos for words, upos in reversed(_CLOSED) for word in words}


def _closed_class(key: str) -> str | None:
    found = _CLOSED_CLASS.get(key)
    if found is None and "'" in key and key.split("'", maxsplit=1)[0] in _CLOSED_CLASS:
        return "PRON"  # it's, they'll, we've
    return found


def _open_class(key: str) -> str:
    """Noun, verb, adjective or adverb by list, then by ending."""
    if key in lists.ADJECTIVES or key in lists.ORDINAL_WORDS or adjective_lemma(key) != key:
        return "ADJ"
    if key in lists.NOUNS or key in lists.NOUNS_IN_ING or key in lists.NOUNS_IN_LY:
        return "NOUN"
    if key in lists.VERBS or verb_lemma(key) in lists.VERBS or key in lists.VERB_FORMS:
        return "VERB"
    if key.endswith("ly"):
        return "ADJ" if key in lists.ADJECTIVES_IN_LY else "ADV"
    if _VERB_SUFFIX.search(key) and len(key) > 5:
        return "VERB"
    if _NOUN_SUFFIX.search(noun_lemma(key)):
        return "NOUN"
    if key.endswith(("ing", "ed")) and len(key) > 5:
        return "VERB"
    return "ADJ" if _ADJECTIVE_SUFFIX.search(key) and len(key) > 4 else "NOUN"


# --- names ---------------------------------------------------------------------------------------------------------


def _is_title_case(words: Sequence[Word]) -> bool:
    """True when capitals say nothing: a headline in title case or in capitals."""
    content = [s for s, kind in words if kind == "word" and len(s) > 3 and plain(s) not in _CLOSED_CLASS]
    capital = sum(s[0].isupper() for s in content)
    return len(content) >= 3 and capital >= 0.8 * len(content) and not any(s in ".。" for s, _ in words[-1:])


def _names(words: Sequence[Word], *, title_case: bool) -> set[int]:
    """Indexes of the words that their capitals make names."""
    lower = {s for s, kind in words if kind == "word" and s[0].islower()}
    shouting = all(s.isupper() for s, kind in words if kind == "word")
    names: set[int] = set()
    opens = True  # the next word starts a sentence, where a capital is no evidence
    for index, (surface, kind) in enumerate(words):
        if kind == "abbreviation":
            if surface[0].isupper() and plain(surface) not in ("no.", "nos.", "fig.", "vol.", "art."):
                names.add(index)
        elif kind == "word" and surface[0].isupper():
            after = words[index + 1][0] if index + 1 < len(words) else ""
            if _is_name(surface, after, lower, weak=opens or title_case, shouting=shouting):
                names.add(index)
        if kind in ("word", "number", "abbreviation"):
            opens = False
        elif surface[-1] in _TERMINAL or surface in ":：":
            opens = True
    return names


def _is_name(surface: str, after: str, lower: set[str], *, weak: bool, shouting: bool) -> bool:
    """Whether a capitalized word is a name; *weak* where the place explains the capital too."""
    key = plain(surface)
    if not shouting and len(surface) > 1 and surface.isupper():
        return True  # AI, US, NCO
    if any(c.isupper() for c in surface[1:]) and not surface.isupper():
        return True  # OpenAI
    if key in ("may", "march", "will"):
        return not weak or (key != "will" and after[:1].isdigit())
    if key in _CLOSED_CLASS or ("'" in key and _closed_class(key)):
        return False
    if not weak:
        return True
    if surface.lower() in lower or noun_lemma(key) in lists.NOUNS or key in lists.NOUNS_IN_ING:
        return False
    if _open_class(key) in ("VERB", "ADJ", "ADV") or _NOUN_SUFFIX.search(noun_lemma(key)):
        return False
    return noun_lemma(key) == key  # Experts, Shares: a plural opens the sentence


# --- what the neighbors say -----------------------------------------------------------------------------------------

_NOMINAL = ("NOUN", "PROPN", "NUM", "ADJ")


def _in_context(index: int, key: str, words: Sequence[Word], tags: list[str]) -> str:
    """The tag of word *index*; tags before it are final, those after it lexical."""
    own = tags[index]
    before = tags[index - 1] if index else ""
    before_key = plain(words[index - 1][0]) if index else ""
    after = tags[index + 1] if index + 1 < len(words) else ""
    after_key = plain(words[index + 1][0]) if after else ""
    if key == "to":
        return "PART" if _is_infinitive(index + 1, words) else "ADP"
    if key in ("that", "this", "these", "those", "all", "both", "each", "some", "any", "which", "what", "either"):
        return _determiner(key, before, after)
    if key in lists.HAVE_DO:
        return "AUX" if _has_main_verb(index + 1, words, tags) else "VERB"
    if key in lists.CLAUSE_OPENERS:
        return "SCONJ" if after_key in lists.NOMINATIVES - {"that", "which", "who"} else "ADP"
    if key == "there":
        return "PRON" if after_key in lists.BE else "ADV"
    if key in ("more", "most", "less", "least", "much"):
        return "ADV" if after in ("ADJ", "ADV") else "ADJ"
    if key in _CLOSED_CLASS:
        return own
    return _open_in_context(key, own, (before, before_key), (after, after_key))


def _determiner(key: str, before: str, after: str) -> str:
    if key == "that" and (before in ("VERB", "AUX", "ADJ") or after in ("DET", "PRON")):
        return "SCONJ"
    if key in ("that", "which") and before in ("NOUN", "PROPN", "PUNCT", "ADP"):
        return "PRON"
    return "DET" if after in (*_NOMINAL, "DET", "VERB") and key != "what" else "PRON"


def _is_infinitive(index: int, words: Sequence[Word]) -> bool:
    """Whether the word after "to" is a verb's base form (adverbs between are passed over)."""
    while index < len(words) and _lexical(*words[index]) == "ADV":
        index += 1
    return index < len(words) and words[index][0].islower() and _is_base_form(plain(words[index][0]))


def _is_base_form(key: str) -> bool:
    return key in lists.VERBS or key in ("be", "have", "do") or (_VERB_SUFFIX.search(key) is not None and len(key) > 5)


def _has_main_verb(index: int, words: Sequence[Word], tags: list[str]) -> bool:
    """Whether a verb follows within a few adverbs, pronouns and negations."""
    for upos, (surface, _) in zip(tags[index : index + 4], words[index : index + 4], strict=True):
        key = plain(surface)
        if upos == "VERB" or key in ("been", "be", "had", "have"):
            return True
        if upos not in ("ADV", "PRON") and key not in ("not", "to"):
            return False
    return False


def _open_in_context(key: str, own: str, before: tuple[str, str], after: tuple[str, str]) -> str:
    """Noun, verb, adjective or adverb, from its lexical tag and (tag, word) on both sides."""
    tag_before, word_before = before
    tag_after, word_after = after
    base = _is_base_form(key)
    if base and ((word_before == "to" and tag_before == "PART") or _asks_for_base(word_before)):
        return "VERB"
    if own == "ADJ":
        alone = tag_before in ("DET", "ADJ", "PRON", "NOUN", "PROPN") and tag_after in (
            "VERB",
            "AUX",
            "ADP",
            "PUNCT",
            "PART",
            "",
        )
        return "NOUN" if alone and key in lists.ADJECTIVES_AS_NOUNS else "ADJ"
    if (
        own == "NOUN"
        and key in lists.NOUNS_IN_ING
        and word_before in lists.BE
        and tag_after in ("DET", "PRON", "PROPN")
    ):
        return "VERB"
    if own != "VERB":
        return own
    noun_place = (
        tag_before in ("DET", "ADJ", "NUM", "ADP")
        or (tag_before, word_before) == ("PART", "'s")
        or (word_before in ("my", "your", "his", "her", "its", "our", "their"))
    )
    if key.endswith("ing") and noun_place and tag_before != "ADP" and tag_after not in ("NOUN", "PROPN"):
        return "NOUN"
    stem = verb_lemma(key)
    if key.endswith(("ing", "ed")) or key in lists.VERB_FORMS or stem not in lists.NOUN_OR_VERB:
        return "VERB" if not (noun_place and tag_before == "DET" and base) else "NOUN"
    if word_before in lists.NOMINATIVES and tag_after != "AUX":
        return "VERB"
    opens_object = tag_after in ("DET", "PRON", "ADV") or word_after in ("to", "that")
    return "VERB" if not noun_place and tag_before in ("NOUN", "PROPN", "ADV") and opens_object else "NOUN"


def _asks_for_base(word: str) -> bool:
    return word in lists.MODALS or word in ("do", "does", "did", "don't", "doesn't", "didn't", "not")
