"""The glossary drives the tokens: a term that stands in the text is one word with the concept's id."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from jaen.model import Mention, MentionKind, Segment, Span, Token
from jaen.terms.folding import KANA
from jaen.words.readings import to_katakana

_UNITED = (MentionKind.FREE, MentionKind.TITLE, MentionKind.VARIANT, MentionKind.SHORT_FORM)
_KATAKANA = re.compile(f"[{KANA}・]+")  # an unknown name in katakana is read as it is written
_COMMON = ("role", "term")  # categories whose terms are common nouns; the others are names


def unite(segments: Sequence[Segment], mentions: Iterable[Mention]) -> tuple[Segment, ...]:
    """*segments* with the words of each free mention joined into one token, a unit of its concept.

    A word that an edge of the mention cuts is split there, so that tokens still leave only white space between them.
    A verb or adjective of one word stays the word it is and only gets the concept's id.
    """
    by_segment: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind in _UNITED:
            by_segment[mention.segment_id].append(mention)
    return tuple(
        replace(segment, tokens=tuple(_united(segment.tokens, by_segment[segment.id])))
        if segment.id in by_segment
        else segment
        for segment in segments
    )


def _united(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[Token]:
    """The tokens in order, those of each mention joined; mentions are in text order and do not overlap."""
    waiting = list(reversed(tokens))
    for mention in mentions:
        span = mention.span
        while waiting and waiting[-1].span.end <= span.start:
            yield waiting.pop()
        inside: list[Token] = []
        while waiting and waiting[-1].span.start < span.end:
            token = waiting.pop()
            if token.span.start < span.start:
                yield _piece(token, token.span.start, span.start)
                token = _piece(token, span.start, token.span.end)
            if token.span.end > span.end:
                waiting.append(_piece(token, span.end, token.span.end))
                token = _piece(token, token.span.start, span.end)
            inside.append(token)
        if inside:
            yield _unit(mention, inside)
    yield from reversed(waiting)


def _piece(token: Token, start: int, end: int) -> Token:
    """A part of a word; what the dictionary said about the whole does not hold for it."""
    surface = token.surface[start - token.span.start : end - token.span.start]
    return token._replace(span=Span(start, end), surface=surface, lemma=None, orth_base=None, reading=None)


def _unit(mention: Mention, words: Sequence[Token]) -> Token:
    term, concept = mention.term, mention.concept
    if term.pos != "noun" and len(words) == 1:
        return words[0]._replace(concept_id=concept.id)
    japanese = any(word.xpos for word in words)
    name = concept.category not in _COMMON
    upos, xpos = ("PROPN", "名詞-固有名詞-一般") if name else ("NOUN", "名詞-普通名詞-一般")
    if term.pos != "noun":
        upos, xpos = words[-1].upos, words[-1].xpos
    return Token(
        span=mention.span,
        surface=mention.surface,
        lemma=term.text,
        orth_base=term.text if japanese else None,
        reading=_reading(mention, words),
        upos=upos,
        xpos=xpos if japanese else "",
        is_unknown=False,
        concept_id=concept.id,
    )


def _reading(mention: Mention, words: Sequence[Token]) -> str | None:
    """The entry's reading, or the words'; a short form is not read as the whole term is."""
    if mention.term.reading and mention.kind is not MentionKind.SHORT_FORM and mention.term.language == "ja":
        return to_katakana(mention.term.reading)
    spoken = [word for word in words if word.upos != "PUNCT"]
    readings = [word.reading or (word.surface if _KATAKANA.fullmatch(word.surface) else None) for word in spoken]
    return "".join(filter(None, readings)) if readings and None not in readings else None
