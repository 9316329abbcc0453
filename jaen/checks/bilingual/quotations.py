"""Checks of direct speech."""

import re
from collections.abc import Iterator

from jaen.checks.subject import Found
from jaen.model import Pair, Passage, Quotation, Segment, Severity, Span
from jaen.text.enclosures import find_enclosures
from jaen.text.quotations import reports_speech

__all__ = ["added_quotations", "lost_quotations"]

_MARK = re.compile("[“”„〝〟\"＂「」『』｢｣«»‘]|(?<!\\w)['`](?=\\w)|``|''")
_WORDS = re.compile(r"[^\W_]")
_SHOWN = 30  # code points of a quotation that a message shows


def lost_quotations(pair: Pair) -> Iterator[Found]:
    """Direct speech of the source that the translation does not mark as such.

    Only worth a look where the translation reports the same indirectly (と述べた without 「」), or where the source is
    nothing but speech, of which the marks may stand in another sentence. Names, titles and emphasis in quotation marks
    are no speech. A translation with any quotation mark marks it: “It rained,” she said. “We ran.” is 「雨で走った」.
    """
    for quotation, severity in _unmarked(pair.source, pair.target):
        yield Found(
            message=f"{_shown(quotation, pair.source)} is not in quotation marks in the translation",
            span=pair.target.span,
            source=quotation.span,
            severity=severity,
        )


def added_quotations(pair: Pair) -> Iterator[Found]:
    """Direct speech in the translation where the source marks none: the words of nobody.

    Only worth a look where the source reports it indirectly, as for lost quotations.
    """
    for quotation, severity in _unmarked(pair.target, pair.source):
        yield Found(
            message=f"{_shown(quotation, pair.target)} is not in quotation marks in the source",
            span=quotation.span,
            source=pair.source.span,
            severity=severity,
        )


def _unmarked(one: Passage, other: Passage) -> Iterator[tuple[Quotation, Severity]]:
    """The first quotation of *one*, where *other* has no quotation mark at all; and how grave that is."""
    found = next(((s, mark) for s in one.segments for mark in s.marks if isinstance(mark, Quotation)), None)
    if found is None or not other.segments or _MARK.search(other.text) or _is_inside(other):
        return
    segment, quotation = found
    is_indirect = reports_speech(other.text, other.language)
    yield quotation, Severity.INFO if is_indirect or _is_all(segment, quotation) else Severity.WARNING


def _is_all(segment: Segment, quotation: Quotation) -> bool:
    """Whether there are no words beside the quotation."""
    span = quotation.span.shift(-segment.span.start)
    beside = segment.text[: max(0, span.start)] + segment.text[span.end :]
    return _WORDS.search(beside) is None


def _is_inside(passage: Passage) -> bool:
    """Whether the passage stands within quotation marks that open and close in other sentences of its paragraph."""
    text, span = passage.article.text, passage.span or Span(0, 0)
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    pairs = find_enclosures(text[start : end if end >= 0 else len(text)]).pairs
    place = span.shift(-start)
    return any(Span(one.start, one.end).covers(place) and _MARK.match(text, start + one.start) for one in pairs)


def _shown(quotation: Quotation, passage: Passage) -> str:
    words = quotation.span.of(passage.article.text)
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…{words[-1]}"
