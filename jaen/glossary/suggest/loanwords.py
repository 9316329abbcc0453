"""Pairs from the dictionary's loan words: UniDic's lemma of サーバー is サーバー-server."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jaen.glossary.suggest.candidates import Candidate
from jaen.glossary.suggest.sentences import Place, Sentence
from jaen.model import Span, Token
from jaen.words.english import lemmas

__all__ = ["LoanWord", "loan_words", "source_word"]

_SOURCE = re.compile(r"[^-]+-(?P<word>[A-Za-z][A-Za-z ]*)")
_WORD = re.compile(r"[A-Za-z][A-Za-z]*")
_MOST = 3  # English words of one compound


@dataclass(frozen=True, slots=True)
class LoanWord:
    """A Japanese candidate that is made of loan words, and where the English ones stand."""

    japanese: Candidate
    english: str
    places: tuple[Place, ...]


def source_word(token: Token) -> str:
    """The English word that a loan word comes from, in lower case; "" for other words.

    >>> from jaen.words.tokens import tokenize_ja
    >>> source_word(tokenize_ja("サーバー")[0])
    'server'
    """
    match = _SOURCE.fullmatch(token.lemma or "")
    if match:
        return match["word"].lower()
    return token.surface.lower() if token.surface.isascii() and token.surface.isalpha() else ""


def loan_words(candidates: Iterable[Candidate], sentences: Iterable[Sentence]) -> Iterator[LoanWord]:
    """Candidates all of whose words come from English ones that the English sentences have side by side."""
    wanted: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        words = [source_word(token) for token in candidate.tokens if token.surface not in "・＝="]
        if words and all(words) and not candidate.text.isascii():
            wanted["".join(words).replace(" ", "")].append(candidate)
    if wanted:
        for english, places in _found(wanted, sentences).items():
            for candidate in wanted[english]:
                yield LoanWord(candidate, _written(places), tuple(places))


def _found(wanted: Mapping[str, object], sentences: Iterable[Sentence]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for sentence in sentences:
        if sentence.segment.language == "ja":
            continue
        text, start = sentence.segment.text, sentence.segment.span.start
        words = list(_WORD.finditer(text))
        for first in range(len(words)):
            joined = ""
            for last in range(first, min(first + _MOST, len(words))):
                if last > first and text[words[last - 1].end() : words[last].start()] not in (" ", "-"):
                    break
                for lemma in {words[last].group().lower(), lemmas(words[last].group().lower())[0]}:
                    if joined + lemma in wanted:
                        span = Span(words[first].start(), words[last].end()).shift(start)
                        found[joined + lemma].append(Place(sentence, span))
                        break
                joined += words[last].group().lower()
    return found


def _written(places: Iterable[Place]) -> str:
    """The commonest spelling; a capital at a sentence's start counts only when there is no other."""
    counts: dict[str, int] = defaultdict(int)
    for place in places:
        is_first = place.span.start == place.sentence.segment.span.start
        counts[place.sentence.of(place.span)] += 1 if is_first else 3
    best = max(counts, key=lambda text: (counts[text], text))
    *before, last = best.split()
    return best if not last.islower() else " ".join([*before, lemmas(last)[0]])  # megabanks → megabank
