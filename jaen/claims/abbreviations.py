"""What letters stand for, where a bracket behind the whole name introduces them."""

import unicodedata
from collections.abc import Iterator, Sequence

from jaen.claims.names import Name, named_by
from jaen.model import Bracket, BracketKind, Mention, Segment, Span

__all__ = ["abbreviations"]


def abbreviations(segment: Segment, mentions: Sequence[Mention]) -> Iterator[tuple[str, Name]]:
    """Letters with what they stand for: NCO with 国家サイバー統括室 in 国家サイバー統括室(NCO).

    Args:
        segment: the sentence.
        mentions: the glossary's concepts in it.
    """
    by_end = {one.span.end: one for one in mentions}
    for mark in segment.marks:
        if isinstance(mark, Bracket) and mark.kind is BracketKind.ABBREVIATION and mark.base:
            letters = unicodedata.normalize("NFKC", _text(segment, mark.inner))  # ＮＣＯ
            whole = by_end.get(mark.base.end)
            yield letters, named_by(whole, segment) if whole else Name(mark.base, _text(segment, mark.base), "")


def _text(segment: Segment, span: Span) -> str:
    return span.shift(-segment.span.start).of(segment.text)
