"""Stretches of one language inside a line: `Source: テレ東BIZ` is English, then Japanese."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from jaen.model import Run, Span
from jaen.words.scripts import HAN, HANGUL, HIRAGANA, KATAKANA, LATIN

_WORD = f"[{LATIN}0-9][{LATIN}0-9'’&.+/-]*"
_STRETCHES = re.compile(
    f"(?P<cjk>[{HIRAGANA}{KATAKANA}{HAN}]+)|(?P<hangul>[{HANGUL}]+)|(?P<latin>{_WORD}(?:,? {_WORD})*)"
)
_WORD_WITH_LOWER = re.compile(f"(?:[a-z][{LATIN}]|[{LATIN}][a-z])[{LATIN}]*")
_EAST = re.compile(f"[{HIRAGANA}{KATAKANA}{HAN}{HANGUL}]")
_OPENING = re.compile(r"[(\[{（「『【〈《〔［｛“‘]")
_LABEL_END = re.compile(r"\s?[:：|｜/／]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighboring characters of one script, with what stands between the words of a Latin one."""

    start: int
    end: int
    script: str  # cjk, hangul or latin


def read_stretches(text: str, *, every_word: bool = False) -> list[Stretch]:
    """The stretches of *text*; a Latin one is a whole phrase, anything less belongs to the text around it.

    A phrase has two words (クロード(Claude Mythos)), or is one word before a colon at the start (Source: …). AI in
    生成AI and a lone name (iPhoneを) are no phrases. With *every_word*, for a text whose grammar is that of a Latin
    language, every word is one, unless it touches Japanese (テレ東BIZ).

    >>> [s.script for s in read_stretches("Source: テレ東BIZ")], [s.script for s in read_stretches("生成AIを使う")]
    (['latin', 'cjk'], ['cjk', 'cjk'])
    """
    found = (Stretch(m.start(), m.end(), str(m.lastgroup)) for m in _STRETCHES.finditer(text))
    if every_word:
        found = (_without_glued(text, stretch) if stretch.script == "latin" else stretch for stretch in found)
        return [stretch for stretch in found if stretch.start < stretch.end]
    return [stretch for stretch in found if stretch.script != "latin" or _is_phrase(text, stretch)]


def _is_phrase(text: str, stretch: Stretch) -> bool:
    words = len(_WORD_WITH_LOWER.findall(text, stretch.start, stretch.end))
    return words >= 2 or (words == 1 and stretch.start == 0 and bool(_LABEL_END.match(text, stretch.end)))


def _without_glued(text: str, stretch: Stretch) -> Stretch:
    """The words of a Latin stretch that touch no Japanese: of BIZ reported in テレ東BIZ reported, the second."""
    start, end = stretch.start, stretch.end
    if start and _EAST.match(text, start - 1):
        blank = text.find(" ", start, end)
        start = end if blank < 0 else blank + 1
    if _EAST.match(text, end):
        blank = text.rfind(" ", start, end)
        end = start if blank < 0 else blank
    return Stretch(start, end, stretch.script)


@lru_cache(maxsize=4096)
def one_run(language: str, length: int) -> tuple[Run, ...]:
    """One run over a text of *length* code points; none over an empty one. Runs are frozen, so they are shared."""
    return (Run(Span(0, length), language),) if length else ()


def tile(text: str, pieces: Iterable[tuple[Stretch, str]]) -> tuple[Run, ...]:
    """Runs that tile *text*: each stretch with its language, and what stands between.

    Digits, blanks and marks go with the stretch before them; from an opening bracket on, with the one after.
    """
    starts: list[tuple[int, str]] = []
    end = 0
    for stretch, language in pieces:
        if not starts or language != starts[-1][1]:
            opening = _OPENING.search(text, end, stretch.start)
            starts.append((opening.start() if opening else stretch.start, language))
        end = stretch.end
    edges = [0, *(start for start, _ in starts[1:]), len(text)]
    return tuple(
        Run(Span(start, stop), language) for (start, stop), (_, language) in zip(pairwise(edges), starts, strict=True)
    )
