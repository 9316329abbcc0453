"""Blocks to segments: every sentence with its language, normalized form, tokens and marks."""

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b

from jaen.model import (
    Article,
    Block,
    Bracket,
    Dash,
    DateExpression,
    Mark,
    Number,
    Quotation,
    Role,
    Run,
    Segment,
    Span,
)
from jaen.text.brackets import find_brackets
from jaen.text.dashes import find_dashes
from jaen.text.dates import find_dates
from jaen.text.language import Context, detect, read_context
from jaen.text.normalize import normalize
from jaen.text.numbers import find_numbers
from jaen.text.quotations import find_quotations
from jaen.text.sentences import split_sentences
from jaen.text.tokens import tokenize_normalized

__all__ = ["split"]


def split(
    article: Article, blocks: Sequence[Block], profile: str = "news", anchor: datetime.date | None = None
) -> tuple[Segment, ...]:
    """Split an article's blocks into sentences.

    Args:
        article: what was read.
        blocks: its blocks with their roles (`jaen.text.roles.label_roles`).
        profile: normalization profile of `Segment.normalized`.
        anchor: the article's day, against which relative dates are resolved; None when it has none.

    Returns:
        Segments in text order. None is longer than its block; outside them there is only white space.
    """
    context = read_context(article.text)
    seen: Counter[str] = Counter()
    segments: list[Segment] = []
    for block in blocks:
        if block.role is Role.BLANK:
            continue
        text = block.span.of(article.text)
        structure = _structure(text)
        for span in split_sentences(text, block.language):
            sentence = _Sentence(span.of(text), span, block)
            segments.append(_segment(sentence, structure, context, seen, (profile, anchor)))
    return tuple(segments)


class _Sentence:
    """A sentence on its way to a segment: its text, its place in the block, and the block."""

    __slots__ = ("block", "span", "text")

    def __init__(self, text: str, span: Span, block: Block) -> None:
        self.text = text
        self.span = span
        self.block = block


def _structure(text: str) -> tuple[Bracket | Dash | Quotation, ...]:
    """Brackets, dashes and quotations of one block; they may run over the end of a sentence."""
    return (*find_brackets(text), *find_dashes(text), *find_quotations(text))


def _segment(
    sentence: _Sentence,
    structure: Sequence[Bracket | Dash | Quotation],
    context: Context,
    seen: Counter[str],
    settings: tuple[str, datetime.date | None],
) -> Segment:
    profile, anchor = settings
    text, inside, block = sentence.text, sentence.span, sentence.block
    start = block.span.start + inside.start
    detection = detect(text, context)
    own = [_about_own(mark, inside) for mark in structure if inside.start <= mark.span.start < inside.end]
    liftable = [_moved(mark, -inside.start) for mark in own if _is_within(mark, inside)]
    normalized = normalize(text, profile, marks=liftable)
    counted: tuple[Number | DateExpression, ...] = (
        *find_numbers(text, detection.language, start),
        *find_dates(text, detection.language, anchor, start),
    )
    marks: list[Mark] = [*(_moved(mark, block.span.start) for mark in own), *counted]
    marks.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    return Segment(
        id=_id(text, seen),
        block_id=block.id,
        span=Span(start, start + len(text)),
        text=text,
        role=block.role,
        content=block.content,
        language=detection.language,
        language_reason=detection.reason,
        runs=tuple(Run(run.span.shift(start), run.language) for run in detection.runs),
        normalized=normalized,
        tokens=tokenize_normalized(normalized, detection.runs, start),
        marks=tuple(marks),
    )


def _about_own(mark: Bracket | Dash | Quotation, span: Span) -> Bracket | Dash | Quotation:
    """*mark*; a bracket that seems to be about words of another sentence is about none: …at NHS. The Harbor Office (NHO)."""
    if isinstance(mark, Bracket) and mark.base and not span.covers(mark.base):
        return replace(mark, base=None)
    return mark


def _is_within(mark: Bracket | Dash | Quotation, span: Span) -> bool:
    """True for a bracket or dash that normalization may act on: all of it lies in *span*."""
    return not isinstance(mark, Quotation) and span.covers(mark.span)


def _moved(mark: Bracket | Dash | Quotation, by: int) -> Bracket | Dash | Quotation:
    """*mark* with all its spans *by* code points further on."""
    if isinstance(mark, Bracket):
        base = mark.base and mark.base.shift(by)
        return replace(mark, span=mark.span.shift(by), inner=mark.inner.shift(by), base=base)
    if isinstance(mark, Quotation):
        speaker = mark.speaker and mark.speaker.shift(by)
        return replace(mark, span=mark.span.shift(by), inner=mark.inner.shift(by), speaker=speaker)
    return replace(mark, span=mark.span.shift(by))


def _id(text: str, seen: Counter[str]) -> str:
    """Hash of the sentence, with an ordinal from its second occurrence on: stable when other lines come or go."""
    key = "s" + blake2b(text.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
    seen[key] += 1
    return key if seen[key] == 1 else f"{key}-{seen[key]}"
