"""What a sentence has that its translation should have too: concepts, numbers, dates, names, words.

A clue is a key of one spelling for both languages: `number: 189900000`, `concept: anthropic`, `word: climat`. English
words are keyed by their first letters (immigrant, immigration); a Japanese word by the English that the list of common
words or UniDic's source word gives it, a name by the Latin name of the other text that sounds like it.
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from jaen.alignment.function_words import FUNCTION_WORDS, NEGATIONS
from jaen.alignment.names import Names
from jaen.model import DateExpression, Mention, Number, Quotation, Segment, Token
from jaen.text.dates import find_dates
from jaen.words.common_words import compounds, english
from jaen.words.english_forms import plain

__all__ = ["Clue", "Clues", "find_clues", "meaning", "stem"]


class Clue(NamedTuple):
    """The words of a sentence that gave a clue, and whether they may be a name."""

    words: str
    is_name: bool = False


Clues = Mapping[str, Clue]
"""Clues by key, in text order."""

_Keyed = Iterator[tuple[str, Clue]]

_ANY_DAY = datetime.date(2001, 2, 7)
_STEM = 6  # letters
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "X"})
_LOAN = re.compile("-([A-Za-z][A-Za-z .'-]*)$")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_QUESTION = re.compile(r"[?？]|か[。」』]*$")
# Said so often, and in so many ways, that neither having nor lacking it says much.
_LIGHT = frozenset(
    [
        "do",
        "have",
        "be",
        "make",
        "get",
        "go",
        "take",
        "come",
        "say",
        "use",
        "one",
        "other",
        "such",
        "so",
        "very",
        "more",
        "most",
    ]
)


def find_clues(segment: Segment, mentions: Sequence[Mention], names: Names, *, is_foreign: bool) -> Clues:
    """The clues of one sentence.

    Args:
        segment: the sentence.
        mentions: those in it.
        names: Latin names of the other text.
        is_foreign: the other text is in another language, so Japanese words are keyed by what they mean in English;
            else by themselves.
    """
    found: dict[str, Clue] = {}
    for key, clue in _all(segment, mentions, names, is_foreign=is_foreign):
        found.setdefault(key, clue)
    return found


def stem(word: str) -> str:
    """The key of an English word.

    >>> stem("immigrants"), stem("Immigration"), stem("NCO")
    ('immigr', 'immigr', 'nco')
    """
    return plain(word)[:_STEM]


def meaning(token: Token) -> str:
    """What a Japanese word means in English, "" where neither UniDic nor the list of common words says it.

    >>> from jaen.words.tokens import tokenize_ja
    >>> [meaning(token) for token in tokenize_ja("大学のサーバー")]
    ['university', '', 'server']
    """
    if token.surface.isascii():
        return token.surface
    loan = _LOAN.search(token.lemma or "")
    return loan[1] if loan else english(token) or ""


def _all(segment: Segment, mentions: Sequence[Mention], names: Names, *, is_foreign: bool) -> _Keyed:
    for mention in mentions:
        yield f"concept: {mention.concept.id}", Clue(mention.surface)
    yield from _values(segment)
    if _QUESTION.search(segment.text):
        yield "mark: question", Clue("?")
    if any(isinstance(mark, Quotation) for mark in segment.marks):
        yield "mark: quotation", Clue("“”")
    if segment.language == "ja" and is_foreign:
        yield from _japanese(segment, names)
    else:
        yield from _own(segment)


def _values(segment: Segment) -> _Keyed:
    """Numbers by value, dates by interval."""
    unresolved = False
    for mark in segment.marks:
        surface = mark.span.shift(-segment.span.start).of(segment.text)
        if isinstance(mark, Number):
            for value in dict.fromkeys((mark.low, mark.high)):
                yield f"number: {_plain(value)}", Clue(surface)
        elif isinstance(mark, DateExpression):
            if mark.first is None or mark.last is None:
                unresolved = True
            else:
                yield f"date: {mark.first}/{mark.last}", Clue(surface)
    if unresolved:
        # "Monday" and 月曜日 are one day whatever the day of the article is.
        for date in find_dates(segment.text, segment.language, _ANY_DAY):
            if date.first and date.reason != "absolute":
                yield f"date: {date.kind} {date.first}/{date.last}", Clue(date.span.of(segment.text))


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _own(segment: Segment) -> _Keyed:
    """The words of a sentence by themselves: of English, or beside a text of the same language."""
    for token in segment.tokens:
        lemma = plain(token.lemma or token.surface)
        if lemma in NEGATIONS or lemma.endswith("n't"):
            yield "mark: negation", Clue(token.surface)
        elif lemma in FUNCTION_WORDS:
            yield f"small: {FUNCTION_WORDS[lemma]}", Clue(token.surface)
        elif token.upos in _CONTENT and lemma not in _LIGHT:
            yield f"word: {stem(lemma)}", Clue(token.surface, token.surface[:1].isupper())


def _japanese(segment: Segment, names: Names) -> _Keyed:
    """The words of a Japanese sentence by what they mean in English."""
    for name, latin in names.of(segment):
        yield from _words(latin, Clue(name, True))
    for span, said in compounds(segment.tokens):
        yield from _words(said, Clue(span.shift(-segment.span.start).of(segment.text)))
    for token in segment.tokens:
        lemma = token.lemma or token.surface
        if lemma in NEGATIONS:
            yield "mark: negation", Clue(token.surface)
        elif lemma in FUNCTION_WORDS:
            yield f"small: {FUNCTION_WORDS[lemma]}", Clue(token.surface)
        else:
            yield from _words(meaning(token), Clue(token.surface, token.upos == "PROPN" or token.surface[0].isupper()))


def _words(said: str, clue: Clue) -> _Keyed:
    for word in _LETTERS.findall(said):
        if word.lower() not in _LIGHT:
            yield f"word: {stem(word)}", clue
