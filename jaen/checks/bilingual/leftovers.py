"""Checks of text that is not translated, or not as it should be."""

import re
from collections.abc import Iterator

from jaen.checks.subject import Found
from jaen.model import Pair, Segment, Span
from jaen.translation.guards.leftovers import copied, find_leftovers
from jaen.translation.guards.lengths import broken_off
from jaen.translation.guards.repeats import find_loop
from jaen.translation.guards.verbatim import find_fixed

__all__ = [
    "copied_sources",
    "empty_translations",
    "is_translated",
    "left_in_source_language",
    "repeated_words",
    "truncated_translations",
]

_WORDS = re.compile(r"[^\W_]")
# The Digital Agency (デジタル庁), 国境なき医師団（doctors without borders）: the other language beside its translation.
_BESIDE = re.compile(r"(?<=[\w”’\"』」])\s?[(（\[][^()（）\[\]]{1,60}[)）\]]")
_ADDRESS = re.compile(r"https?://\S+")  # in English it ends at a blank, whatever script it is in: …/wiki/国会
_TITLE = re.compile(  # 『How to win friends』: a title in Latin letters alone
    '[「『“"〈《][^「」『』“”"〈〉《》\n\u3040-\u30ff\u3400-\u9fff]{1,80}[」』”"〉》]'
)
_LANGUAGES = {"ja": "Japanese", "en": "English"}


def is_translated(pair: Pair) -> bool:
    """Whether the target says anything, and not just the source again; a source without words needs no translation."""
    return not (_is_empty(pair) or _is_copied(pair))


def empty_translations(pair: Pair) -> Iterator[Found]:
    """A sentence whose translation has no words."""
    if _is_empty(pair):
        yield Found(
            message="nothing stands for this in the translation", span=pair.target.span, source=pair.source.span
        )


def copied_sources(pair: Pair) -> Iterator[Found]:
    """A translation that is the source again."""
    if _is_copied(pair):
        yield Found(
            message=f"not translated: this is not {_LANGUAGES.get(pair.target.language, pair.target.language)}",
            span=pair.target.span,
            source=pair.source.span,
        )


def left_in_source_language(pair: Pair) -> Iterator[Found]:
    """Words that the translation leaves in the language of the source.

    Names of the glossary, what stands in brackets behind its translation, addresses and tags may be in any language; a
    Japanese text may have titles in Latin letters.
    """
    for segment in pair.target.segments:
        for place in find_leftovers(segment.text, pair.target.language, _kept(pair, segment)):
            yield Found(
                message=f"{place.of(segment.text)} is not translated",
                span=place.shift(segment.span.start),
            )


def truncated_translations(pair: Pair) -> Iterator[Found]:
    """A translation that breaks off, or is far too short."""
    how = broken_off(pair.source.text, pair.target.text, pair.target.language)
    if how:
        yield Found(message=f"the translation breaks off: {how}", span=pair.target.span, source=pair.source.span)


def repeated_words(pair: Pair) -> Iterator[Found]:
    """A translation that says the same words again and again."""
    source = pair.source.text
    for segment in pair.target.segments:
        phrase = find_loop(segment.text, source)
        if phrase:
            yield Found(message=f"“{phrase}” again and again", span=segment.span, source=pair.source.span)


def _is_empty(pair: Pair) -> bool:
    return not _WORDS.search(pair.target.text) and _WORDS.search(pair.source.text) is not None


def _is_copied(pair: Pair) -> bool:
    """True when the target is the source again, or mostly in its language."""
    kept, at = [], 0
    for segment in pair.target.segments:  # as `Passage.text` joins them
        kept += [place.shift(at) for place in _kept(pair, segment)]
        at += len(segment.text) + (pair.target.language != "ja")
    return copied(pair.source.text, pair.target.text, pair.target.language, kept)


def _kept(pair: Pair, segment: Segment) -> list[Span]:
    """Where a segment of the target may be in any language; spans in its text."""
    text, start = segment.text, segment.span.start
    terms = [one.span.shift(-start) for one in pair.target.mentions if one.segment_id == segment.id]
    beside = [Span(match.start(), match.end()) for match in _BESIDE.finditer(text)]
    own = _ADDRESS if pair.target.language == "en" else _TITLE
    beside += [Span(match.start(), match.end()) for match in own.finditer(text)]
    return [*terms, *beside, *find_fixed(text)]
