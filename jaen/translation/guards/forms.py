"""A segment as a model should read it: readings lifted, insertions part of the sentence, no hard line breaks."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from jaen.model import Bracket, BracketKind, Normalized, Role, Segment, Span
from jaen.offsets import Stretches, apply_edits, compose
from jaen.words.scripts import HAN, KATAKANA, LATIN

__all__ = ["written"]

_Edit = tuple[int, int, str, str]
_CONTENT = re.compile(f"[{HAN}{KATAKANA}{LATIN}]")
_MODIFIES = frozenset({"VERB", "ADJ", "AUX", "ADP", "DET"})  # 電力網を監督する, 新たな, 政府の
_STOPS = "。！？!?"
_ELLIPTIC = re.compile("(?<=は)[。.]?(?=[」』”]?$)")


def written(segment: Segment, kept: Sequence[Span]) -> Normalized:
    """The text that a model gets of *segment*, and where each of its characters came from.

    It is `segment.normalized`, and besides:

    - `ruby`: readings are lifted out, whatever the profile;
    - `insertion`: the brackets of an insertion that goes on with the sentence are dropped, what is in them stays:
      (電力網を監督する)経済産業省 is 電力網を監督する経済産業省;
    - `question`: an interview's ―今後の対応は。 is a question without a verb, which models take for a statement: …は？

    A tab is never a blank: it parts the cells of a table.

    Args:
        segment: to be read.
        kept: places of *segment.text* (in text order, disjoint) that no edit may cut in two, nor leave without a
            character.
    """
    done = _respecting(segment.normalized, kept)
    marks = [mark for mark in segment.marks if isinstance(mark, Bracket) and mark.span.end <= segment.span.end]
    edits: list[_Edit] = []
    fixed = Stretches(kept)
    for mark in marks:
        for span, rule in _dropped(segment, mark):
            here = done.from_source(span)
            if here.length and not fixed.touch(span):
                edits.append((here.start, here.end, "", rule))
    edits += _question(segment, done, fixed)
    return compose(done, apply_edits(done.text, _disjoint(edits))) if edits else done


def _respecting(normalized: Normalized, kept: Sequence[Span]) -> Normalized:
    """*normalized* without the edits that cut into one of *kept* or make nothing of it, and with its tabs."""
    tabs = "\t" in normalized.source
    if not normalized.edits or not (kept or tabs):
        return normalized
    emptied = [span for span in kept if not normalized.from_source(span).length]
    fixed, lost = Stretches(kept), Stretches(emptied)
    edits = []
    for edit in normalized.edits:
        source = edit.source
        if lost.touch(source) or (fixed.touch(source) and not fixed.cover(source)):
            continue
        if tabs and "\t" in source.of(normalized.source) and source.start and source.end < len(normalized.source):
            continue
        edits.append((source.start, source.end, edit.target.of(normalized.text), edit.rule))
    return apply_edits(normalized.source, edits)


def _dropped(segment: Segment, mark: Bracket) -> Iterator[tuple[Span, str]]:
    """What goes of a bracket, in places of the segment's text."""
    span, inner = mark.span.shift(-segment.span.start), mark.inner.shift(-segment.span.start)
    if mark.kind is BracketKind.READING:
        yield span, "ruby"
    elif mark.kind is BracketKind.INSERTION and segment.language == "ja" and _goes_on(segment, mark):
        yield Span(span.start, inner.start), "insertion"
        yield Span(inner.end, span.end), "insertion"


def _goes_on(segment: Segment, mark: Bracket) -> bool:
    """Whether what is in the bracket would be part of the sentence without it.

    It modifies the noun behind, or begins with a particle (東京(など)). 始めた(前年は3社だった)。 would be no sentence.
    """
    first = bisect_left(segment.tokens, mark.inner.start, key=lambda token: token.span.start)
    last = bisect_left(segment.tokens, mark.inner.end, key=lambda token: token.span.start) - 1
    if last < first or segment.tokens[last].surface in _STOPS:
        return False
    after = mark.span.end - segment.span.start
    if segment.tokens[last].upos in _MODIFIES and _CONTENT.match(segment.text, after):
        return True
    return segment.tokens[first].xpos.startswith("助詞") and mark.span.start > segment.span.start


def _question(segment: Segment, done: Normalized, fixed: Stretches) -> Iterator[_Edit]:
    if segment.language != "ja" or not (segment.role is Role.QUESTION or segment.text.startswith(("―", "—"))):
        return
    match = _ELLIPTIC.search(done.text, max(0, len(done.text) - 3))
    if match and not fixed.touch(done.to_source(Span(match.start(), match.end()))):
        yield match.start(), match.end(), "？", "question"


def _disjoint(edits: Sequence[_Edit]) -> list[_Edit]:
    """*edits* in order, without what another one already covers: an insertion may hold a reading."""
    kept: list[_Edit] = []
    for edit in sorted(set(edits)):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept
