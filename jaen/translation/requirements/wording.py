"""English words made to fit where they are put: number and its verb, article, comma, capital."""

import re

from jaen.translation.requirements.requirement import Form
from jaen.words.english_forms import noun_lemma
from jaen.words.english_forms import plural as plural_of_word
from jaen.words.scripts import LATIN

__all__ = ["agreeing", "article_for", "capitalized", "comma_after", "is_spelled_out", "plural"]

# What follows the head of a name: Governor of the Bank of Japan, Minister for Digital Transformation.
_BEHIND_HEAD = re.compile(r"\s(?:of|for|in|on|to|at|with|against|from|between|under|responsible)\s")
_LAST_WORD = re.compile(rf"[{LATIN}0-9-]+$")
_FIRST_WORD = re.compile(rf"[^{LATIN}0-9]*(?P<word>[{LATIN}0-9]+)(?P<after>(?:,[0-9]{{3}})*)")
_INITIALS = re.compile(r"[A-Z](?![A-Za-z])|[A-Z]{2,}s?(?![A-Za-z])|[a-z][A-Z]{2,}")  # U.S., X-ray, NCO, LLMs, mRNA
_VOWEL_LETTERS = frozenset("AEFHILMNORSX")  # whose names begin with a vowel: an F, an S, but a U
_SAID_AS_WORDS = frozenset(["RAM", "ROM", "LAN", "SIM", "NAS", "SAM", "FAT"])
# What a reader can say in one go: NATO, METI, AIST. Two consonants begin or end it only where English words have them.
_SAYABLE = re.compile(
    r"(?:[BCDFGPST][LR]|S[CKLMNPTW]|[B-DF-HJ-NP-TV-Z])?[AEIOUY]{1,2}"
    r"(?:[B-DF-HJ-NP-TV-Z]{1,2}[AEIOUY]{1,2})*(?:[NRSXCLF]T|S[CKP]|N[DKC]|FF|[B-DF-HJ-NP-TV-Z])?"
)
_VOWEL_SOUND = re.compile(r"(?:[aeio]|u|h(?:our|onest|ono|eir|erb(?!ert|ie))|x[^aeiou])", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(  # you, one, you
    r"(?:e[uw]|one(?![a-z])|once|ouija|uni(?![nm]|d[ei])|unanim|u[bcfhjkqrst][aeiou](?<!ube)|ukr|ubiq)", re.IGNORECASE
)
_OF_MANY = {
    "is": "are", "was": "were", "has": "have", "does": "do",
    "isn't": "aren't", "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't",
}  # fmt: skip
_VERB_BEHIND = re.compile(rf" (?P<verb>{'|'.join(_OF_MANY)})(?= )")
_VERB_BEFORE = re.compile(r"\b[Tt]here (?P<verb>is|was|isn't|wasn't)(?P<between>(?: no)? )\Z")
_THIS = re.compile(r"\b([Tt])his \Z")
_EIGHT = re.compile(r"8|1[18](?![0-9])")


def plural(text: str) -> str:
    """The plural of a noun or of a noun phrase; what is a plural stays as it is.

    >>> plural("data leak"), plural("Governor of the Bank of Japan"), plural("LLM"), plural("unified standards")
    ('data leaks', 'Governors of the Bank of Japan', 'LLMs', 'unified standards')
    """
    behind = _BEHIND_HEAD.search(text)
    head, rest = (text[: behind.start()], text[behind.start() :]) if behind else (text, "")
    last = _LAST_WORD.search(head)
    if not last or noun_lemma(last[0].lower()) != last[0].lower():
        return text
    return head[: last.start()] + plural_of_word(last[0]) + rest


def article_for(text: str) -> str:
    """`a` or `an`, by the sound that *text* begins with.

    >>> [article_for(text) for text in ("hour", "university", "NCO", "UN", "U.S. firm", "METI", "8-year plan")]
    ['an', 'a', 'an', 'a', 'a', 'a', 'an']
    """
    match = _FIRST_WORD.match(text)
    if not match:
        return "a"
    word = match["word"]
    if word[0].isdigit():
        thousands = match["after"] and len(word) < 3 and word in ("11", "18")  # 11,000, but 1,800
        has_vowel = bool(word.startswith("8") or thousands or (not match["after"] and _EIGHT.match(word)))
    elif is_spelled_out(text[match.start("word") :]):
        has_vowel = word[0].upper() in _VOWEL_LETTERS
    else:
        has_vowel = bool(_VOWEL_SOUND.match(word)) and not _CONSONANT_SOUND.match(text, match.start("word"))
    return "an" if has_vowel else "a"


def is_spelled_out(text: str) -> bool:
    """True when the first word of *text* is said letter by letter.

    Up to three capitals are; more only where nobody can say them as a word.

    >>> [is_spelled_out(text) for text in ("NCO", "MUFG", "METI", "Mizuho")]
    [True, True, False, False]
    """
    match = _INITIALS.match(text)
    if not match:
        return False
    letters = match[0].removesuffix("s")
    if letters in _SAID_AS_WORDS:
        return False
    return len(letters) <= 3 or not letters.isupper() or not _SAYABLE.fullmatch(letters)


def capitalized(text: str) -> str:
    """*text* as it begins a sentence; a name with a capital further on keeps its small letter.

    >>> capitalized("critical infrastructure"), capitalized("iPhone"), capitalized("‘ransomware’")
    ('Critical infrastructure', 'iPhone', '‘Ransomware’')
    """
    match = _FIRST_WORD.match(text)
    if not match or match["word"] != match["word"].lower():
        return text
    at = match.start("word")
    return text[:at] + text[at].upper() + text[at + 1 :]


def comma_after(form: Form, after: str) -> str:
    """The comma that closes what a comma has opened, "" where none is missing.

    Args:
        form: that is written.
        after: the text behind it.

    >>> from jaen.model import Span
    >>> iida = Form("Yoichi Iida, National Cyber Director", (Span(0, 11), Span(13, 36)))
    >>> comma_after(iida, " said so."), comma_after(iida, "."), comma_after(Form("NCO", (Span(0, 3),)), " said so.")
    (',', '', '')
    """
    first, last = min(form.parts, default=None), max(form.parts, default=None)
    opened = first is not None and last is not None and form.text[first.end : last.start].startswith(",")
    return "," if opened and re.match(r"\s+\w", after) else ""


def agreeing(before: str, after: str) -> tuple[str, str]:
    """What stands before and after a plural, where a singular has stood: its verb, and "this".

    A verb behind is its own only where nothing before makes it a part of something else ("the problem of …").

    >>> agreeing("", " isn't new."), agreeing("This ", " is new."), agreeing("The use of ", " is new.")
    (('', " aren't new."), ('These ', ' are new.'), ('The use of ', ' is new.'))
    >>> agreeing("There is no ", ".")
    ('There are no ', '.')
    """
    there = _VERB_BEFORE.search(before)
    if there:
        return before[: there.start("verb")] + _OF_MANY[there["verb"]] + there["between"], after
    this = _THIS.sub(r"\1hese ", before)
    own = re.search(
        r"(?:\A|[.!?,;:“\"(]\s?|\b(?:that|if|when|because|but|[Tt]hese|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir) )\Z", this
    )
    verb = _VERB_BEHIND.match(after)
    if own and verb:
        after = f" {_OF_MANY[verb['verb']]}{after[verb.end() :]}"
    return this, after
