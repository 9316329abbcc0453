"""The scanner: every place where a sentence might end, and the rules that decide."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from jaen.offsets import Span
from jaen.text.enclosures import Pair, find_enclosures
from jaen.text.sentences import english, japanese
from jaen.text.sentences.breaks import find_breaks
from jaen.words.scripts import DIGIT, HAN, KATAKANA, LATIN

__all__ = ["split_sentences"]

# A quotation or a parenthesis up to this many code points is kept whole; a longer one is a passage, and its
# sentences are sentences (a translator's window and a reader's patience are about this long).
LONGEST_ENCLOSURE = 300

_STOPS = "。｡．.!?！？‼⁇⁈⁉…‥"
_DECORATION = "♪♬♡♥☆★\U0001f300-\U0001faff\u2600-\u27bf"
_REACTION = "[(（](?:笑い?|爆笑?|苦笑|失笑|泣|汗|涙|怒|拍手)[)）]"
# Where a sentence may end: marks, decoration, dots with blanks between them (. . .), which are one mark. The first
# class makes the search fast, so the two rare kinds below are looked for only where they occur.
# Group 1 marks a 。 that ends a sentence whatever stands before it, by what follows; the others are looked at closely.
_CANDIDATE = re.compile(
    f"[{_STOPS}・{_DECORATION}]"
    f"(?:(?<=。)(?<!娘。)(?<!乙女。)(?=[{HAN}{KATAKANA}{LATIN}{DIGIT}ぁ-かき-ねひ-めゃ-ゑん「『])()"
    f"|(?<=[{_STOPS}])[{_STOPS}]*(?: \\.(?![^\\s”’\"')\\]]))*|(?<=・)・+|(?<=[{_DECORATION}])[{_DECORATION}]*)"
)
_RARE_CANDIDATE = re.compile(rf"{_REACTION}|(?:--|[—―])(?=[”\"])|(?:{_CANDIDATE.pattern})")
_LONGEST_REACTION = 4  # code points of (爆笑)
# What stays with a sentence after its mark: closing brackets and quotation marks, note numbers, decoration.
_TRAILER = re.compile(
    "[」｣』)）\\]］}｝】〕〉》”’\"'＂〟»]*(?:\\[\\d{1,3}\\])*"
    f"(?:[{_DECORATION}\u200b-\u200f\u2060\ufe0f\ufeff]|{_REACTION})*"
)
_NOTE_NUMBERS = re.compile(r"(?<=[a-z)])\.\d{1,3}(?: \d{1,3})*(?= [A-Z])")  # "a consultation.11 12 Take …"
_STRAIGHT = frozenset("\"'＂")
_PARENTHESES = frozenset("(（[［{｛【〔")
_STOPPED = re.compile(r"[.!?。！？．…][」』）)”’\"']*\s*\Z")
_ASIAN_MARKS = frozenset("！？‼⁇⁈⁉。｡")
_DECORATED = re.compile(f"[{_DECORATION}]")
_EXCLAIMED = re.compile("[!?！？‼⁇⁈⁉]")


def split_sentences(text: str, language: str) -> tuple[Span, ...]:
    """Split one block into sentences.

    Args:
        text: one block: a line, or a paragraph whose lines are wrapped. A line break is a blank, unless a list
            item or a new paragraph follows it, or the line before it is far shorter than the others (a heading).
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
    for start, end in pairwise((0, *_Scanner(text, language).ends())):
        if start == end:
            continue
        if text[start].isspace() or text[end - 1].isspace():
            start, end = _without_blanks(text, start, end)  # noqa: PLW2901
            if start == end:
                continue
        spans.append(Span(start, end))
    return tuple(spans)


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends; empty when there is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


class _Mark(NamedTuple):
    """A mark [start, stop) that may end a sentence; its closing brackets and decoration reach to `end`."""

    start: int
    stop: int
    end: int


class _Scanner:
    """Walks over one text; `ends` says where its sentences end."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.spaceless = language.partition("-")[0] in ("ja", "zh")
        pairs = find_enclosures(text).pairs
        self.has_rare_marks = _has_rare_marks(text, pairs)
        self.breaks = find_breaks(text)
        self.whole = _kept_whole(pairs, self.breaks)
        self.straight_openers = {pair.start for pair in pairs if text[pair.start] in _STRAIGHT}

    def ends(self) -> list[int]:
        """Places in order: after a sentence's last character, before a line that begins one, and the text's end."""
        text, size = self.text, len(self.text)
        whole, breaks = [*self.whole, Pair(size, size + 1)], [*self.breaks, size + 1]
        ends: list[int] = []
        start = done = region = line = 0
        region_start, region_end = whole[0]
        next_break = breaks[0]
        candidate = _RARE_CANDIDATE if self.has_rare_marks else _CANDIDATE
        for match in candidate.finditer(text):
            at, stop = match.span()
            if at < done:
                continue
            while next_break <= at:
                start = next_break
                line += 1
                next_break = breaks[line]
                ends.append(start)
            while region_end <= at:
                region += 1
                region_start, region_end = whole[region]
            if match.lastindex and at < region_start:
                start = stop
                ends.append(stop)
                continue
            end = self._trailer_end(at, stop)
            if end >= size:
                break
            inside = region_start < at
            if inside and end < region_end:
                continue
            enclosed, following = (whole[region], whole[region + 1]) if inside else (None, whole[region])
            is_cited = following.start < next_break and _is_behind(text, end, following)
            if enclosed and is_cited and not _is_blank(text, start, enclosed.start):
                end = following.end  # he wrote, "It is late." (Mori 2004)
                if end >= size:
                    break
            if self._is_end(start, _Mark(at, stop, end), enclosed, following):
                start = done = end
                ends.append(end)
        return [*ends, *breaks[line:-1], size]

    def _trailer_end(self, at: int, stop: int) -> int:
        """Where what stays with the mark [at, stop) ends; a straight quotation mark may open what follows instead."""
        following = self.text[stop : stop + 1]
        if following.isspace():
            return stop
        notes = _NOTE_NUMBERS.match(self.text, at) if following.isdigit() else None
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
        if at and text[at - 1] in "([（［":
            return False  # (?), [...]
        asian = self._is_asian(mark)
        if enclosed:
            alone = _is_blank(text, start, enclosed.start) or _STOPPED.search(
                text[max(start, enclosed.start - 8) : enclosed.start]
            )
            if text[enclosed.start] in _PARENTHESES and not alone:
                return False  # 本文(注です。)は続く
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
        if text[stop - 1].isascii() and before.isascii() and text[end].isspace():
            return False
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


def _is_blank(text: str, start: int, end: int) -> bool:
    # Bounded, because it is asked again and again for a sentence that does not end.
    return end - start < LONGEST_ENCLOSURE and not text[start:end].strip()


def _is_behind(text: str, end: int, following: Pair) -> bool:
    """Whether the pair *following* is a parenthesis behind *end* with only blanks between."""
    return (
        end < following.start < len(text) and text[following.start] in "(（" and text[end : following.start].isspace()
    )


def _has_rare_marks(text: str, pairs: Sequence[Pair]) -> bool:
    """Whether a reaction (笑) or a dash before a closing quotation mark may end a sentence somewhere in *text*."""
    for start, end in pairs:
        if (end - start <= _LONGEST_REACTION and text[start] in "(（") or text[end - 2] in "-—―":
            return True
    return False


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
