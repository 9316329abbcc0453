"""Aligned texts of translation memories: which of them are terms."""

import re

from jaen.glossary.exchange.drafts import Drafts, DraftTerm
from jaen.glossary.sources.schema import LANGUAGE_NAMES
from jaen.glossary.sources.tree import shorten

__all__ = ["PairFilter", "sentence_reason"]

MAX_WORDS = 12  # of an English term; the longest names of laws have ten or so
MAX_CHARACTERS = 50  # of a Japanese one
_STOP = re.compile(r"[.!?][\"”’)]*$")
_JAPANESE_STOP = re.compile("[。！？]")
_WORDS_OF_A_SENTENCE = 5  # Toyota Motor Co. ends in a point and is a name
_CHARACTERS_OF_A_SENTENCE = 10  # so does モーニング娘。


def sentence_reason(language: str, text: str) -> str:
    """Why *text* is a sentence and no term; empty when it may be a term.

    >>> sentence_reason("en", "The big black cat sleeps."), sentence_reason("en", "Toyota Motor Co.")
    ('it ends like a sentence', '')
    """
    words = text.split()
    if language == "en" and len(words) > MAX_WORDS:
        return f"{len(words)} words; a term has at most {MAX_WORDS}"
    if language == "ja" and len(text) > MAX_CHARACTERS:
        return f"{len(text)} characters; a term has at most {MAX_CHARACTERS}"
    is_sentence = len(words) >= _WORDS_OF_A_SENTENCE and _STOP.search(text)
    is_japanese_sentence = len(text) >= _CHARACTERS_OF_A_SENTENCE and _JAPANESE_STOP.search(text)
    return "it ends like a sentence" if is_sentence or is_japanese_sentence else ""


class PairFilter:
    """Decides which aligned texts of one file are pairs of terms; what is refused is reported.

    Args:
        drafts: where reports go.
    """

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._seen: dict[frozenset[tuple[str, str]], int] = {}  # texts → their line

    def take(self, line: int, terms: list[DraftTerm]) -> bool:
        """True for texts in both languages, none of them a sentence, that were not there before."""
        reason = self._refusal(terms)
        if not reason:
            first = self._seen.setdefault(frozenset((term.language, term.text) for term in terms), line)
            reason = f"the same texts are in line {first}" if first != line else ""
        if reason:
            self._drafts.refuse(line, reason)
        return not reason

    @staticmethod
    def _refusal(terms: list[DraftTerm]) -> str:
        languages = {term.language for term in terms}
        for language, name in LANGUAGE_NAMES.items():
            if language not in languages:
                return f"it has no {name} text, so it is no pair of terms"
        for term in terms:
            if reason := sentence_reason(term.language, term.text):
                return f"{shorten(term.text)!r} is no term: {reason}"
        return ""
