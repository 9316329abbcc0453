"""The scanner: every place where a sentence might end, and the rules that decide."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jaen.offsets import Span
from jaen.text.enclosures import Pair, find_enclosures
from jaen.text.sentences import english, japanese
from jaen.text.sentences.layout import find_breaks
from jaen.words.scripts import HAN, KATAKANA

__all__ = ["split_sentences"]

# A quotation or a parenthesis up to this many code points is kept whole; a longer one is a passage, and its
# sentences are sentences (a translator's window and a reader's patience are about this long).
LONGEST_ENCLOSURE = 300

_DECORATION = "♪♬♡♥☆★\U0001f300-\U0001faff\u2600-\u27bf"
_REACTION = "[(（](?:笑い?|爆笑?|苦笑|失笑|泣|汗|涙|怒|拍手)[)）]"
# Where a sentence may end. Dots with blanks between them (. . .) are one mark; so is a dash that a closing quotation
# mark follows (interrupted speech).
_CANDIDATE = re.compile(
    r"(?<![\[(［（.…])(?:[。｡．.!?！？‼⁇⁈⁉…‥]|・{2,})+(?: \.(?![^\s”’\"')\]]))*"
    rf"|[{_DECORATION}]+|{_REACTION}|(?:--|[—―])(?=[”\"])"
)
# What stays with a sentence after its mark: closing brackets and quotation marks, note numbers, decoration.
_TRAILER = re.compile(
    "[」｣』)）\\]］}｝】〕〉》”’\"'＂〟»]*(?:\\[\\d{1,3}\\])*"
    f"(?:[{_DECORATION}\u200b-\u200f\u2060\ufe0f\ufeff]|{_REACTION})*"
)
_NOTE_NUMBERS = re.compile(r"(?<=[a-z)])\.\d{1,3}(?: \d{1,3})*(?= [A-Z])")  # "a consultation.11 12 Take …"
_STRAIGHT = frozenset("\"'＂")
_PARENTHESES = frozenset("(（[［{｛【〔")
_BLANKS = re.compile(r"\s*")
# 。 before these ends a sentence whatever stands before it; other followers are looked at more closely.
_SURE = re.compile(f"(?<!娘)(?<!乙女)。(?=[{HAN}{KATAKANA}A-Za-zこそあしだたまいさ「『（(])")
_STOPPED = re.compile(r"[.!?。！？．…][」』）)”’\"']*\Z")
_PARENTHESIS_FOLLOWS = re.compile(r"\s+[(（]")
_ASIAN_MARKS = frozenset("！？‼⁇⁈⁉。｡")
_DECORATED = re.compile(f"[{_DECORATION}]")
_EXCLAIMED = re.compile("[!?！？‼⁇⁈⁉]")


def split_sentences(text: str, language: str) -> tuple[Span, ...]:
    """Split one block into sentences.

    Args:
        text: one block: a line, or a paragraph whose lines are wrapped. A line break is a blank, unless a list
            item or a new paragraph follows it or the line before it is plainly unfinished width (a heading).
        language: BCP 47 tag of the block. Sentences of the other language inside it are found as well; the tag
            only decides where neither neighbor of a mark shows its script (`AI?GPT?`).

    Returns:
        Spans in code points of *text*, in order, without white space at their ends; between them there is only
        white space. Linear in the length of *text*.

    >>> text = "「行くぞ。」と言った。He left at 5 p.m. on Friday. 次だ！"
    >>> [span.of(text) for span in split_sentences(text, "ja")]
    ['「行くぞ。」と言った。', 'He left at 5 p.m. on Friday.', '次だ！']
    """
    spans: list[Span] = []
    start = 0
    for end in _Scanner(text, language).ends():
        _append(spans, text, start, end)
        start = end
    _append(spans, text, start, len(text))
    return tuple(spans)


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    """Append [start, end) without white space at its ends, unless nothing is left."""
    first = _BLANKS.match(text, start, end).end()  # type: ignore[union-attr]  # \s* always matches
    if first < end:
        spans.append(Span(first, first + len(text[first:end].rstrip())))


class _Mark(NamedTuple):
    """A mark [start, stop) that may end a sentence; its closing brackets and decoration reach to `end`."""

    start: int
    stop: int
    end: int


class _Scanner:
    """Walks over one text; `ends` yields where its sentences end."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.spaceless = language.partition("-")[0] in ("ja", "zh")
        pairs = find_enclosures(text).pairs
        self.breaks = find_breaks(text)
        self.whole = _kept_whole(pairs, self.breaks)
        self.straight_openers = frozenset(pair.start for pair in pairs if text[pair.start] in _STRAIGHT)

    def ends(self) -> Iterator[int]:
        """Places in order: after a sentence's last character, or before a line that begins one."""
        text, size = self.text, len(self.text)
        whole, breaks = [*self.whole, Pair(size, size + 1)], [*self.breaks, size + 1]
        start = done = region = line = 0
        for match in _CANDIDATE.finditer(text):
            at, stop = match.span()
            if at < done:
                continue
            while breaks[line] <= at:
                start = breaks[line]
                line += 1
                yield start
            while whole[region].end <= at:
                region += 1
            enclosed = whole[region] if whole[region].start < at else None
            if enclosed is None and _SURE.match(text, at):
                start = stop
                yield stop
                continue
            end = self._trailer_end(at, stop)
            if end >= size:
                break
            if enclosed and end < enclosed.end:
                continue
            if self._is_end(start, _Mark(at, stop, end), enclosed, whole[region + (enclosed is not None)]):
                start = done = end
                yield end
        yield from breaks[line:-1]

    def _trailer_end(self, at: int, stop: int) -> int:
        """Where what stays with the mark [at, stop) ends; a straight quotation mark may open what follows instead."""
        notes = _NOTE_NUMBERS.match(self.text, at)
        if notes:
            return notes.end()
        end = _TRAILER.match(self.text, stop).end()  # type: ignore[union-attr]  # every part of it is optional
        return next((place for place in range(stop, end) if place in self.straight_openers), end)

    def _is_end(self, start: int, mark: _Mark, enclosed: Pair | None, following: Pair) -> bool:
        """Whether the sentence from *start* ends with *mark*.

        Args:
            start: where the sentence began.
            mark: where it may end.
            enclosed: the quotation or parenthesis that ends within the mark's closers, if one does.
            following: the next one.
        """
        text, at, stop, end = self.text, *mark
        asian = self._is_asian(mark)
        if enclosed:
            before = text[start : enclosed.start].rstrip()
            if text[enclosed.start] in _PARENTHESES:
                if before and not _STOPPED.search(before):
                    return False  # 本文(注です。)は続く
            elif before and _PARENTHESIS_FOLLOWS.match(text, end):
                return False  # he wrote, "It is late." (Smith 2004)
            if asian:
                # 「行くぞ。」「待て。」と言った: what follows the last of them decides.
                return not japanese.continues(text, following.end if following.start == end else end)
        marks = text[at:stop]
        if not asian:
            return english.ends_sentence(text, start, at, stop, end)
        if marks[0] in "([（" or _DECORATED.match(marks):
            return japanese.ends_after_decoration(text, at, end)
        if "。" in marks or "｡" in marks:
            return japanese.ends_at_stop(text, at, end)
        if _EXCLAIMED.search(marks):
            return japanese.ends_at_mark(text, at, end)
        if len(marks) > 1 or marks in "…‥":
            return text[end].isspace()
        return self._is_end_at_period(start, mark)

    def _is_asian(self, mark: _Mark) -> bool:
        """Whether Japanese rules decide: the mark is wide, or a neighbor of it is Japanese."""
        text, at, stop, end = self.text, *mark
        before = text[at - 1] if at else ""
        if text[stop - 1] in _ASIAN_MARKS or japanese.is_japanese(before):
            return True
        if japanese.is_japanese(text[end]):
            return True
        return self.spaceless and not text[end].isspace() and _EXCLAIMED.match(text, at) is not None

    def _is_end_at_period(self, start: int, mark: _Mark) -> bool:
        """Whether one ASCII or full-width full stop beside Japanese ends a sentence: です.次に, not 第1.5版."""
        text, at, stop, end = self.text, *mark
        if japanese.is_japanese(text[at - 1]) if at else False:
            return text[end].isspace() or japanese.is_japanese(text[end]) or text[end].isupper()
        return english.ends_sentence(text, start, at, stop, end)


def _kept_whole(pairs: Sequence[Pair], breaks: Sequence[int]) -> list[Pair]:
    """The outermost pairs that no sentence ends in: neither very long nor broken by the layout."""
    whole: list[Pair] = []
    done = 0
    for pair in pairs:
        if pair.start < done or pair.end - pair.start > LONGEST_ENCLOSURE:
            continue
        if breaks and bisect_right(breaks, pair.start) != bisect_right(breaks, pair.end - 1):
            continue
        whole.append(pair)
        done = pair.end
    return whole
