"""English noun phrases in lower case, which may be terms where a translation shows what they stand for."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jaen.glossary.suggest.candidates import Key, key_of
from jaen.glossary.suggest.sentences import Place, Sentence
from jaen.model import Span, Token
from jaen.terms.names.lists import STOP_WORDS

__all__ = ["Phrase", "noun_phrases"]

_LONGEST = 4  # words
_SHORTEST = 4  # letters of a single word
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN"})


class Phrase:
    """A noun phrase.

    Attributes:
        text: with its last word in the singular.
        place: where it stands.
        words: their dictionary forms, in lower case.
    """

    __slots__ = ("place", "text", "words")

    def __init__(self, sentence: Sentence, words: Sequence[Token]) -> None:
        span = Span(words[0].span.start, words[-1].span.end)
        head = words[-1].lemma or words[-1].surface
        self.place = Place(sentence, span)
        text = Span(0, words[-1].span.start - span.start).of(sentence.of(span)) + head
        is_first = words[0] is sentence.segment.tokens[0] and words[0].upos != "PROPN"
        self.text = text[:1].lower() + text[1:] if is_first else text
        self.words = tuple((word.lemma or word.surface).lower() for word in words)

    @property
    def key(self) -> Key:
        """What its spellings share."""
        return key_of("en", self.text)


def noun_phrases(sentence: Sentence) -> Iterator[Phrase]:
    """Runs of one to four words that end in a noun: critical infrastructure, infrastructure."""
    for run in _runs(sentence.segment.tokens):
        for last, head in enumerate(run):
            if head.upos != "NOUN" or not head.surface[1:].islower():
                continue
            for first in range(max(0, last - _LONGEST + 1), last + 1):
                words = run[first : last + 1]
                if len(words) > 1 or len(head.surface) >= _SHORTEST:
                    yield Phrase(sentence, words)


def _runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Adjectives and nouns with single blanks between them."""
    run: list[Token] = []
    for before, token in pairwise((None, *tokens)):
        assert token
        is_inside = token.upos in _INSIDE and token.surface.isalpha() and token.surface.lower() not in STOP_WORDS
        is_next = before is not None and token.span.start == before.span.end + 1
        if run and not (is_inside and is_next):
            yield run
            run = []
        if is_inside:
            run.append(token)
    if run:
        yield run
