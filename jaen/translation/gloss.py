"""The gloss: what an English reader gets of a Japanese sentence when there is no translation.

Content words in their order; glossary terms in English; numbers and dates as values; loan words by UniDic's own source
word (トップ-top); common words by a list of our own; names as a romanized guess with a question mark; the rest in its
Japanese dictionary form. Word order, particles and tense are left out, so it is never to be shown without the word
*gloss* beside it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jaen.model import Bracket, Gloss, Mention, Segment, Span, Token
from jaen.translation.grammar import phrases
from jaen.translation.values import values
from jaen.words.common_words import compounds, english
from jaen.words.readings import romanize
from jaen.words.scripts import HIRAGANA, KATAKANA

__all__ = ["gloss"]

SEPARATOR = " · "
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "X"})
# Words that carry no content of their own where they stand (UniDic lemmas).
_LIGHT = frozenset([
    "為る", "居る", "有る", "成る", "事", "物", "為", "様", "其れ", "此れ", "所", "由る", "於く", "付く", "就く", "つく", "対する",
    "此の", "其の", "斯う", "共", "等", "など", "よう", "そう", "第", "御", "達", "さん", "ちゃん", "氏", "性", "方", "さ", "つ",
    "為さる", "致す", "御座る", "こう",
])  # fmt: skip
# These are written in kana where they only help another word: 東京へ行く goes, 進めていく does not.
_LIGHT_IN_KANA = frozenset([
    "言う", "行く", "来る", "見る", "置く", "頂く", "貰う", "呉れる", "遣る", "仕舞う", "下さる", "上げる", "取る", "因る", "知れる",
    "掛ける", "内",
])  # fmt: skip
# Auxiliaries that change what is said.
_AUXILIARIES = {"ない": "not", "無い": "not", "ず": "not", "ぬ": "not", "べし": "should"}
_LOAN = re.compile("-([A-Za-z][A-Za-z .'-]*)$")
_LATIN_WORD = re.compile("[A-Za-z0-9][A-Za-z0-9 .&-]*")
_LATIN = re.compile("[A-Za-z]")
_ALL_HIRAGANA = re.compile(f"[{HIRAGANA}]+")
_ALL_KATAKANA = re.compile(f"[{KATAKANA}]+")


def gloss(segments: Sequence[Segment], mentions: Sequence[Mention]) -> tuple[Gloss, ...]:
    """A gloss of every Japanese segment, in text order."""
    by_segment: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_segment.setdefault(mention.segment_id, []).append(mention)
    glosses = []
    for segment in segments:
        if segment.language == "ja":
            words = list(_words(segment, by_segment.get(segment.id, ())))
            if words:
                glosses.append(Gloss(segment.id, SEPARATOR.join(words)))
    return tuple(glosses)


def _words(segment: Segment, mentions: Sequence[Mention]) -> Iterator[str]:
    """The gloss's words. What is known as a whole (a term, a number, grammar) is said once, where it starts."""
    wholes = _wholes(segment, mentions)
    at, done = 0, segment.span.start
    waiting: list[Token] = []  # words not yet said, each directly after the one before
    for before, token in pairwise((None, *segment.tokens)):
        assert token
        while at < len(wholes) and wholes[at][0].start < token.span.end:
            span, word = wholes[at]
            at += 1
            if span.start >= done:
                yield from _say(waiting)
                waiting = []
                if word:
                    yield word
                done = span.end
        if token.span.start < done:
            continue
        if not (waiting and _belongs(token, waiting[-1])):
            yield from _say(waiting)
            waiting = []
        if token.lemma in _AUXILIARIES:
            yield _AUXILIARIES[token.lemma]
        elif _carries_content(token) and not _helps(token, before):
            waiting.append(token)
    yield from _say(waiting)


def _helps(token: Token, before: Token | None) -> bool:
    """True for the second verb of 使い切る or あり得る, which adds to the first what a gloss leaves out."""
    return (
        token.xpos == "動詞-非自立可能"
        and before is not None
        and before.upos == "VERB"
        and before.span.end == token.span.start
    )


def _wholes(segment: Segment, mentions: Sequence[Mention]) -> list[tuple[Span, str]]:
    """What is said as a whole, in text order; a compound of the list gives way to what is known of this text."""
    known = [*_terms(segment, mentions), *values(segment), *phrases(segment)]
    taken = {at for span, _ in known for at in range(span.start, span.end)}
    listed = [(span, word) for span, word in compounds(segment.tokens) if taken.isdisjoint(range(span.start, span.end))]
    return sorted(known + listed, key=lambda whole: (whole[0].start, -whole[0].end))


def _terms(segment: Segment, mentions: Sequence[Mention]) -> Iterator[tuple[Span, str]]:
    """Mentions in English; a bracket that says the same concept again is part of it: artificial intelligence (AI)."""
    by_span = {mention.span: mention for mention in mentions}
    brackets = {mark.span.start: mark for mark in segment.marks if isinstance(mark, Bracket)}
    for mention in mentions:
        preferred = mention.concept.preferred("en")
        if mention.term.language == "en":
            word = mention.surface  # NCO says the same as its long form, and is already English
        elif preferred:
            word = preferred.text
        else:
            continue
        bracket = brackets.get(mention.span.end)
        again = by_span.get(bracket.inner) if bracket else None
        if bracket and again and again.concept.id == mention.concept.id:
            short = f" ({again.surface})" if _LATIN_WORD.fullmatch(again.surface) else ""
            yield Span(mention.span.start, bracket.span.end), word + short
        else:
            yield mention.span, word


def _carries_content(token: Token) -> bool:
    if token.upos not in _CONTENT:
        return False
    lemma = (token.lemma or token.surface).partition("-")[0]
    helps = lemma in _LIGHT_IN_KANA and _ALL_HIRAGANA.fullmatch(token.surface) is not None
    return not helps and lemma not in _LIGHT


def _belongs(token: Token, before: Token) -> bool:
    """True when *token* makes one word with the one before: 事業 + 者, 防御 + 試験, アン + ソロ + ピック."""
    if token.span.start != before.span.end or not _carries_content(token):
        return False
    if _is_katakana(token) or _is_katakana(before):
        return _is_katakana(token) and _is_katakana(before)
    nominal = token.upos in ("NOUN", "PROPN") and before.upos in ("NOUN", "PROPN")
    return nominal and not _LATIN.search(token.surface + before.surface) and _is_name(token) == _is_name(before)


def _say(tokens: Sequence[Token]) -> Iterator[str]:
    """The words for *tokens*, which stand directly after one another."""
    if not tokens:
        return
    if all(_is_katakana(token) for token in tokens):
        if len(tokens) > 1 and any(_is_name(token) for token in tokens):
            yield _katakana_guess("".join(token.surface for token in tokens))  # アン/ソロ/ピック is no "Anne solo pick"
        else:
            yield from (_word(token) for token in tokens)
    elif all(_is_name(token) for token in tokens):
        yield from (_word(token) for token in tokens)  # 松原/実穂子: each with its own capital
    else:
        yield _compound(tokens)


def _compound(tokens: Sequence[Token]) -> str:
    """One word of the text, its parts side by side in English: defense side.

    With a part of one character that is not in the list it stays as it is written: 駅舎 is no "station 舎".
    """
    if len(tokens) > 1 and any(len(token.surface) == 1 and not english(token) for token in tokens):
        return "".join(token.surface for token in tokens[:-1]) + (tokens[-1].orth_base or tokens[-1].surface)
    return " ".join(_word(token) for token in tokens)


def _word(token: Token) -> str:
    if _LATIN.search(token.surface):
        return token.surface
    if _is_name(token) and token.reading:
        return _guess(token)
    loan = _LOAN.search(token.lemma or "")
    return loan[1] if loan else english(token) or token.orth_base or token.surface


def _guess(token: Token) -> str:
    """A name as its kana suggest it; the question mark says that nobody has confirmed the spelling: Sakuma?"""
    reading = token.reading or token.surface
    return _katakana_guess(token.surface) if _is_katakana(token) else f"{romanize(reading).capitalize()}?"


def _katakana_guess(name: str) -> str:
    """A name in katakana keeps them, since they are what an editor can look up: ダニエル (Danieru?)."""
    return f"{name} ({romanize(name).capitalize()}?)"


def _is_name(token: Token) -> bool:
    return "固有名詞" in token.xpos


def _is_katakana(token: Token) -> bool:
    return _ALL_KATAKANA.fullmatch(token.surface) is not None
