"""Does the matcher find a term that stands there all alone? Asked for all terms of a glossary in a few passes.

A pass makes one article of hundreds of lines 「term」. What is not found in it, and every term that another concept has
too, is asked again in an article of its own, so that no line can speak for another.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from jaen.model import Concept, Mention, MentionKind, Role, Run, Segment, Span, Term
from jaen.offsets import unchanged
from jaen.terms.folding import fold_key
from jaen.text.tokens import tokenize_normalized
from jaen.words.scripts import DIGIT, HAN, HIRAGANA, KATAKANA

if TYPE_CHECKING:
    from jaen.glossary.glossary import Glossary

__all__ = ["Probe", "Verdict", "is_found", "run_probes"]

_PLAIN = re.compile(f"[{HAN}{HIRAGANA}{KATAKANA}A-Za-z{DIGIT}・ -]+")  # nothing that layout or sentences hang on
_LINES = 500  # of one article; more make no pass faster
_OPEN, _CLOSE = "「", "」"  # what stands beside a term, and neither joins nor parts anything


@dataclass(frozen=True, slots=True)
class Probe:
    """A term of a concept, by its number."""

    concept: Concept
    number: int

    @property
    def term(self) -> Term:
        """The term."""
        return self.concept.terms[self.number]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the matcher finds in the bare term: the term's concept, or others in its place, or nothing."""

    is_found: bool
    others: tuple[Mention, ...] = ()


def run_probes(
    glossary: "Glossary", probes: Sequence[Probe], shared: Collection[str]
) -> Mapping[tuple[str, int], Verdict]:
    """The verdict about each term by (id, number).

    Args:
        glossary: whose matcher is asked.
        probes: the terms.
        shared: folded spellings that several concepts have.
    """
    verdicts: dict[tuple[str, int], Verdict] = {}
    single: list[Probe] = []
    plain: list[Probe] = []
    for probe in probes:
        if probe.term.language == "en" and probe.term.pos != "noun":
            continue  # only hijacked and hijacking tell that they are verbs; hijack alone is not found, and need not be
        is_plain = _PLAIN.fullmatch(probe.term.text) and fold_key(probe.term.text) not in shared
        (plain if is_plain else single).append(probe)
    remaining = iter(plain)
    while batch := list(islice(remaining, _LINES)):
        for probe, verdict in zip(batch, _together(glossary, batch), strict=True):
            if verdict.is_found:
                verdicts[probe.concept.id, probe.number] = verdict
            else:
                single.append(probe)
    for probe in single:
        mentions = glossary.find(_line(probe.term))
        verdicts[probe.concept.id, probe.number] = _verdict(probe, mentions, len(_OPEN))
    return verdicts


def is_found(glossary: "Glossary", concept: Concept, term: Term) -> bool:
    """True when *term*, all alone, is a mention of the concept with this id."""
    return _names(concept.id, term, glossary.find(_line(term)), len(_OPEN))


def _line(term: Term) -> str:
    return f"{_OPEN}{term.text}{_CLOSE}"


def _together(glossary: "Glossary", probes: Sequence[Probe]) -> Iterable[Verdict]:
    """The verdicts about terms that stand in one article, each on its line."""
    lines = [_line(probe.term) for probe in probes]
    segments, starts, start = [], [], 0
    for number, (probe, line) in enumerate(zip(probes, lines, strict=True)):
        segments.append(_segment(f"s{number}", line, start, probe.term.language))
        starts.append(start)
        start += len(line) + 1
    by_line: dict[str, list[Mention]] = {segment.id: [] for segment in segments}
    for mention in glossary.matcher.find("\n".join(lines), segments):
        if mention.kind is not MentionKind.SHORT_FORM:  # which another line has introduced
            by_line[mention.segment_id].append(mention)
    for probe, segment, at in zip(probes, segments, starts, strict=True):
        yield _verdict(probe, by_line[segment.id], at + len(_OPEN))


def _segment(name: str, text: str, start: int, language: str) -> Segment:
    normalized = unchanged(text)
    span = Span(start, start + len(text))
    tokens = tokenize_normalized(normalized, (Run(Span(0, len(text)), language),), start)
    return Segment(
        id=name,
        block_id=name,
        span=span,
        text=text,
        role=Role.BODY,
        content=True,
        language=language,
        language_reason="said by the entry",
        runs=(Run(span, language),),
        normalized=normalized,
        tokens=tokens,
        marks=(),
    )


def _verdict(probe: Probe, mentions: Sequence[Mention], start: int) -> Verdict:
    if _names(probe.concept.id, probe.term, mentions, start):
        return Verdict(True)
    return Verdict(False, tuple(mention for mention in mentions if mention.concept.id != probe.concept.id))


def _names(concept_id: str, term: Term, mentions: Iterable[Mention], start: int) -> bool:
    """True when all of the term that stands at *start* is a mention of the concept."""
    place = Span(start, start + len(term.text))
    return any(mention.concept.id == concept_id and mention.span.covers(place) for mention in mentions)
