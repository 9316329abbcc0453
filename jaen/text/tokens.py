"""Tokens of a segment: looked up in its normalized form, placed in the original.

ｻｲﾊﾞｰ is looked up as サイバー and keeps its own five characters; in 脆弱(ぜいじゃく)性 the words 脆弱 and 性
are found as if the reading were not there, and the reading is a token of its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from jaen.model import Normalized, Run, Span, Token
from jaen.words.english import lemmas, tokenize_en
from jaen.words.readings import to_katakana
from jaen.words.scripts import HAN, HIRAGANA, KATAKANA
from jaen.words.tokens import tokenize_ja

__all__ = ["tokenize_normalized"]

_JAPANESE = re.compile(f"[{HIRAGANA}{KATAKANA}{HAN}]")
_KANA_READING = re.compile(f"[(（]([{HIRAGANA}{KATAKANA}・ 　]+)[)）]")


def tokenize_normalized(normalized: Normalized, runs: Sequence[Run], offset: int = 0) -> tuple[Token, ...]:
    """Tokens of `normalized.source`, looked up in `normalized.text`.

    Args:
        normalized: one segment before and after normalization.
        runs: languages inside it, tiling `normalized.source`. A run with kana or kanji is cut by the dictionary, any
            other as English.
        offset: code points that precede the segment in the article; added to every span.

    Returns:
        Tokens in text order that leave only white space of the original between them.
    """
    shift = 0 if normalized.edits else offset
    found = [
        token
        for start, end in _stretches(normalized, runs)
        for token in _tokenize(normalized.text[start:end], start + shift)
    ]
    if not normalized.edits:
        return tuple(found)
    covered = _with_lifted(_placed(found, normalized), normalized.source)
    return tuple(token._replace(span=token.span.shift(offset)) for token in covered)


def _stretches(normalized: Normalized, runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """The runs in `normalized.text`; what normalization inserted at an edge goes with the run before."""
    starts = [normalized.from_source(run.span).start for run in runs[1:]]
    edges = [0, *starts, len(normalized.text)]
    return ((start, end) for start, end in pairwise(edges) if start < end)


def _tokenize(text: str, offset: int) -> Iterable[Token]:
    if not _JAPANESE.search(text):
        return tokenize_en(text, offset)
    return (_with_english_lemma(token) for token in tokenize_ja(text, offset))


def _with_english_lemma(token: Token) -> Token:
    """A single English word inside Japanese, which the dictionary does not know, with its English lemma."""
    if token.lemma is None and token.surface.isascii() and token.surface.isalpha():
        return token._replace(lemma=token.surface if token.surface.isupper() else lemmas(token.surface)[0])
    return token


def _placed(tokens: Iterable[Token], normalized: Normalized) -> list[Token]:
    """*tokens* with spans and surfaces of the original; tokens that came from one character are joined."""
    placed: list[Token] = []
    for token in tokens:
        span = normalized.to_source(token.span)
        if placed and span.start < placed[-1].span.end:  # ㈱ became ( 株 )
            placed[-1] = _joined(placed[-1], token, Span(placed[-1].span.start, span.end), normalized.source)
        elif span.length:
            placed.append(token._replace(span=span, surface=span.of(normalized.source)))
    return placed


def _joined(first: Token, second: Token, span: Span, source: str) -> Token:
    """One token for both; the one that is a word gives the part of speech and the dictionary form."""
    head = second if first.upos in ("PUNCT", "SYM") else first
    return head._replace(span=span, surface=span.of(source))


def _with_lifted(tokens: Iterable[Token], source: str) -> list[Token]:
    """*tokens*, and one more for everything the normalization lifted out between them."""
    covered: list[Token] = []
    at = 0
    for token in tokens:
        covered.extend(_lifted(source, at, token.span.start))
        covered.append(token)
        at = token.span.end
    covered.extend(_lifted(source, at, len(source)))
    return covered


def _lifted(source: str, start: int, end: int) -> list[Token]:
    gap = source[start:end]
    surface = gap.strip()
    if not surface:
        return []
    begin = start + gap.index(surface)
    reading = _KANA_READING.fullmatch(surface)
    return [
        Token(
            span=Span(begin, begin + len(surface)),
            surface=surface,
            lemma=None,
            orth_base=None,
            reading=to_katakana(reading[1]) if reading else None,
            upos="PUNCT" if reading else "X",
            xpos="補助記号-読み" if reading else "補助記号-制御",
            is_unknown=False,
        )
    ]
