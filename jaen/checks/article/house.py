"""Spellings that a desk refuses, where they stand in a text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jaen.glossary.house import HouseSpelling
from jaen.model import Role, Segment, Span
from jaen.terms.automaton import Automaton
from jaen.words.english import inflections

__all__ = ["Refused", "find_refused", "starts_sentence"]

_OPENING = re.compile(r"[\"'“‘(（「『 –—-]*")


@dataclass(frozen=True, slots=True)
class Refused:
    """A spelling that the desk does not use, at `span` of the article, and what it writes there instead."""

    span: Span
    write: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of a refused word (e-mails) and of the one that is written (emails)."""

    refused: str
    write: str
    reason: str


def find_refused(segment: Segment, spellings: tuple[HouseSpelling, ...]) -> Iterator[Refused]:
    """The refused spellings of one sentence, in text order; of two that overlap, the longer one."""
    forms, automaton = _search(spellings)
    text = segment.text.replace("’", "'")
    lowered = text.lower()
    if len(lowered) != len(text):  # İ has a longer small letter
        lowered = text
    at = 0
    for start, end, number in sorted(automaton.find(lowered), key=lambda hit: (hit[0], -hit[1])):
        form = forms[number]
        if start < at or not _is_word(segment, start, end) or _is_written(text, form, start):
            continue
        write = _with_capital(segment, form, text[start:end], start)
        if write:
            at = end
            yield Refused(Span(start, end).shift(segment.span.start), write, form.reason)


@lru_cache(maxsize=8)
def _search(spellings: tuple[HouseSpelling, ...]) -> tuple[list[_Form], Automaton]:
    forms = [form for spelling in spellings for form in _forms(spelling)]
    return forms, Automaton([form.refused.lower() for form in forms])


def _forms(spelling: HouseSpelling) -> Iterator[_Form]:
    yield _Form(spelling.instead_of, spelling.write, spelling.reason)
    if spelling.instead_of.isascii() and spelling.write.isascii():
        refused, written = inflections(spelling.instead_of), inflections(spelling.write)
        if len(refused) == len(written):
            yield from (_Form(*pair, spelling.reason) for pair in zip(refused, written, strict=True))


def _with_capital(segment: Segment, form: _Form, surface: str, start: int) -> str:
    """What to write instead of *surface*; "" where its capitals show that it is a name, or right as it is."""
    opens = starts_sentence(segment, start)
    if surface == form.refused:
        is_right = opens and surface[0].isupper() and form.write.lower() == surface.lower()
        return "" if is_right else form.write  # Internet opens a sentence, where the desk writes internet
    is_capital = form.refused.islower() and surface == form.refused[0].upper() + form.refused[1:]
    return form.write[0].upper() + form.write[1:] if is_capital and opens else ""


def starts_sentence(segment: Segment, start: int) -> bool:
    """Whether a word at *start* of a segment has its capital only because it opens it, or because a headline has them."""
    if segment.role in (Role.TITLE, Role.HEADING):
        return True
    opening = _OPENING.match(segment.text)
    return opening is not None and start <= opening.end()


def _is_written(text: str, form: _Form, start: int) -> bool:
    """Whether what stands there is part of how the desk writes it: 子供 in 子供たち."""
    at = form.write.find(form.refused)
    return 0 <= at <= start and text.startswith(form.write, start - at)


def _is_word(segment: Segment, start: int, end: int) -> bool:
    return _is_edge(segment, start) and _is_edge(segment, end)


def _is_edge(segment: Segment, at: int) -> bool:
    """Whether no word goes on over the place *at* of a sentence."""
    before, after = segment.text[max(0, at - 1) : at], segment.text[at : at + 1]
    if not before.isalnum() or not after.isalnum():
        return True
    if before.isascii() or after.isascii():
        return before.isascii() != after.isascii()
    place = segment.span.start + at
    number = bisect_right(segment.tokens, place, key=lambda token: token.span.start) - 1
    return number < 0 or segment.tokens[number].span.start == place or segment.tokens[number].span.end <= place
