"""Checks of brackets and quotation marks."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jaen.checks.subject import Found, Subject
from jaen.model import Span
from jaen.text.enclosures import Pair, closers_of

__all__ = ["nested_quotations", "unclosed_brackets", "unopened_brackets"]

_REOPENED = "“‘\"'"  # English opens a quotation anew in each of its paragraphs and closes it only in the last
_OPEN_FOR = 5  # paragraphs over which direct speech may run in one pair of marks
_SMILEY = re.compile(r"(?:[:;=8][-^o']?|[xX][-^'])\Z")
# 1) a) iv) at the start of a line or behind white space: it lists.
_LIST_MARK = re.compile(
    r"(?:^|[\s　、,;；:：・])(?:[0-9０-９]{1,2}|[A-Za-zａ-ｚＡ-Ｚ]|[ivx]{1,4}|[ア-ン]|[一二三四五六七八九十])\Z"
)
_LAUGHS = re.compile(r"[笑泣汗爆ｗw]\Z")
_PUNCTUATION = (",", ".", ";", ":", "、", "。")  # the X), but not 1), goes on like that
_ENDS_SPEECH = re.compile(r"[.,!?…]\Z")
_LONGEST = 500  # code points of a quotation that a message repeats
_INNER = {"「": ("『", "』"), "“": ("‘", "’")}


@dataclass(frozen=True, slots=True)
class _Unpaired:
    """The marks of a paragraph that have no partner, as places in the article."""

    unclosed: tuple[int, ...]
    unopened: tuple[int, ...]

    def mismatched(self) -> Iterator[tuple[int, int]]:
        """Openers with the closers of another kind that follow them, where nothing unpaired stands between."""
        marks = sorted([*((at, True) for at in self.unclosed), *((at, False) for at in self.unopened)])
        return ((at, end) for (at, opens), (end, also_opens) in pairwise(marks) if opens and not also_opens)


def unclosed_brackets(subject: Subject) -> Iterator[Found]:
    """A bracket or quotation mark that is opened and never closed, or closed by another kind of mark."""
    text = subject.article.text
    for paragraph in _unpaired(subject):
        mismatched = dict(paragraph.mismatched())
        for at in paragraph.unclosed:
            closer = mismatched.get(at)
            if closer is None:
                yield Found(message=f"{text[at]} is never closed", span=Span(at, at + 1))
            else:
                wanted = closers_of(text[at])[0]
                message = f"{text[at]} is closed by {text[closer]}; write {wanted}"
                yield Found(message=message, span=Span(closer, closer + 1), suggestion=wanted)


def unopened_brackets(subject: Subject) -> Iterator[Found]:
    """A bracket or quotation mark that is closed and was never opened."""
    text = subject.article.text
    for paragraph in _unpaired(subject):
        mismatched = {closer for _, closer in paragraph.mismatched()}
        for at in paragraph.unopened:
            if at not in mismatched:
                yield Found(message=f"{text[at]} was never opened", span=Span(at, at + 1))


def nested_quotations(subject: Subject) -> Iterator[Found]:
    """A quotation inside a quotation with the same marks; Japanese has 『』 inside 「」, English ‘’ inside “”."""
    text = subject.article.text
    for span, marks in subject.enclosures:
        around: list[Pair] = []
        for pair in marks.pairs:
            while around and around[-1].end <= pair.start:
                around.pop()
            mark = text[span.start + pair.start]
            if around and mark in _INNER and text[span.start + around[-1].start] == mark:
                place = Span(pair.start, pair.end).shift(span.start)
                yield _nested(text, place)
            around.append(pair)


def _nested(text: str, place: Span) -> Found:
    opener, closer = _INNER[text[place.start]]
    if place.length > _LONGEST:
        message = f"{text[place.start]} … {text[place.end - 1]} stands inside the same marks; write {opener} … {closer}"
        return Found(message=message, span=place)
    better = f"{opener}{place.of(text)[1:-1]}{closer}"
    return Found(
        message=f"{place.of(text)} stands inside the same marks; write {better}", span=place, suggestion=better
    )


def _unpaired(subject: Subject) -> list[_Unpaired]:
    """The unpaired marks of each paragraph, without those that are right all the same."""
    text = subject.article.text
    found = []
    for span, marks in subject.enclosures:
        inside = span.of(text)
        openers = tuple(span.start + at for at in marks.unclosed if not _is_smiley(inside, at))
        found.append(_Unpaired(openers, _closers(span, inside, marks.unopened)))
    right = _over_paragraphs(text, [span for span, _ in subject.enclosures], found)
    return [
        _Unpaired(*(tuple(at for at in places if at not in right) for places in (one.unclosed, one.unopened)))
        for one in found
    ]


def _closers(span: Span, inside: str, unopened: Sequence[int]) -> tuple[int, ...]:
    places = tuple(span.start + at for at in unopened if _is_closer(inside, at))
    marks = [inside[at - span.start] for at in places]
    if marks.count("”") > 1:  # ”…” on both sides is a way of quoting
        return tuple(at for at, mark in zip(places, marks, strict=True) if mark != "”")
    return places


def _over_paragraphs(text: str, spans: Sequence[Span], found: Sequence[_Unpaired]) -> set[int]:
    """Marks of what runs over several paragraphs: closed in a later one, or opened anew at the start of the next."""
    right: set[int] = set()
    waiting: dict[str, deque[tuple[int, int]]] = {}  # closer → paragraph and place of the openers that wait for it
    for number, one in enumerate(found):
        for end in one.unopened:
            openers = waiting.get(text[end])
            while openers and (openers[0][0] < number - _OPEN_FOR or openers[0][1] in right):
                openers.popleft()
            if openers:
                right |= {openers.popleft()[1], end}
        for at in one.unclosed:
            for closer in closers_of(text[at]):
                waiting.setdefault(closer, deque()).append((number, at))
            following = spans[number + 1].start if number + 1 < len(spans) else len(text)
            if text[at] in _REOPENED and text[following : following + 1] == text[at]:
                right.add(at)
    return right


def _is_smiley(text: str, at: int) -> bool:
    return text[at] in "(（" and _SMILEY.search(text, max(0, at - 2), at) is not None


def _is_closer(text: str, at: int) -> bool:
    """Whether the unopened mark at *at* is a closing mark at all: no smiley, no list mark, no inches."""
    before = text[max(0, at - 6) : at]
    if text[at] in ")）":
        lists = _LIST_MARK.search(before) and text[at + 1 : at + 2] not in _PUNCTUATION
        return not (lists or _SMILEY.search(before) or _LAUGHS.search(before))
    if text[at] in '"＂':
        return _ENDS_SPEECH.search(before) is not None
    return text[at] not in "»«" and not (text[at] == "”" and before[-1:].isdigit())
