"""The gloss: what an English reader gets of a Japanese sentence when there is no translation.

Content words in their order; glossary terms in English; numbers as values; loan words by UniDic's own source word
(トップ-top); names as a romanized guess with a question mark; the rest in its Japanese dictionary form. Word order,
particles and tense are left out, so it is never to be shown without the word *gloss* beside it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from jaen.model import Gloss, Mention, Number, Segment, Span, Token, Translation
from jaen.words.readings import romanize

__all__ = ["gloss"]

SEPARATOR = " · "
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "X"})
# Words that carry no content of their own where they stand.
_LIGHT = frozenset(
    {"為る", "居る", "有る", "成る", "事", "物", "為", "様", "其れ", "此れ", "所", "由る", "於く", "つく", "対する"}
)
# Grammar that turns a sentence's meaning round and must not be lost: 対応しないといけない is "must", not "not".
_GRAMMAR = (
    (
        re.compile(
            "ない(?:と|といけ|とだめ)|なければ(?:なら|いけ)な[いかく]|なくては(?:なら|いけ)な[いかく]|ざるを[得え]な"
        ),
        "must",
    ),
    (re.compile("かも(?:しれ|知れ)な[いかく]|かも(?:しれ|知れ)ません|可能性がある"), "maybe"),
    (
        re.compile("(?<=[かさたなまられせけげべねめれえ])な(?:い|かった|く)|ません|ずに|ではな[いかく]|じゃな[いかく]"),
        "not",
    ),
)
_LOAN = re.compile("-([A-Za-z][A-Za-z .'-]*)$")
_LATIN = re.compile("[A-Za-z]")


def gloss(
    segments: Sequence[Segment], mentions: Sequence[Mention], translations: Iterable[Translation] = ()
) -> tuple[Gloss, ...]:
    """A gloss of every Japanese segment that has no English translation, in text order."""
    done = {t.segment_id for t in translations if t.language == "en" and t.state == "translated"}
    by_segment: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_segment.setdefault(mention.segment_id, []).append(mention)
    glosses = []
    for segment in segments:
        if segment.language == "ja" and segment.id not in done:
            words = [word for word in _words(segment, by_segment.get(segment.id, ())) if word]
            if words:
                glosses.append(Gloss(segment.id, SEPARATOR.join(words)))
    return tuple(glosses)


def _words(segment: Segment, mentions: Sequence[Mention]) -> Iterator[str]:
    """The gloss's words. What is known as a whole (a term, a number, grammar) is said once, at its start."""
    wholes = sorted(_wholes(segment, mentions), key=lambda whole: (whole[0].start, -whole[0].end))
    at, done = 0, segment.span.start
    for token in segment.tokens:
        while at < len(wholes) and wholes[at][0].start < token.span.end:
            span, word = wholes[at]
            at += 1
            if span.start >= done:
                yield word
                done = span.end
        if token.span.start >= done:
            yield _word(token)


def _wholes(segment: Segment, mentions: Sequence[Mention]) -> Iterator[tuple[Span, str]]:
    for mention in mentions:
        preferred = mention.concept.preferred("en")
        if preferred:
            yield mention.span, preferred.text
    for mark in segment.marks:
        if isinstance(mark, Number):
            yield mark.span, _number(mark)
    for pattern, word in _GRAMMAR:
        for match in pattern.finditer(segment.text):
            yield Span(match.start(), match.end()).shift(segment.span.start), word


def _number(number: Number) -> str:
    value = f"{number.low:,f}" if number.low == number.high else f"{number.low:,f}–{number.high:,f}"
    about = "about " if number.approximate else ""
    return f"{about}{value} {number.unit}".rstrip()


def _word(token: Token) -> str:
    """One content word, or "" for a word that carries none."""
    if token.upos not in _CONTENT or (token.lemma or token.surface).partition("-")[0] in _LIGHT:
        return ""
    if _LATIN.search(token.surface):
        return token.surface
    loan = _LOAN.search(token.lemma or "")
    if loan:
        return loan[1]
    if "固有名詞" in token.xpos and token.reading:
        return f"{romanize(token.reading).capitalize()}?"
    return token.orth_base or token.surface
