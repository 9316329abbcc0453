"""What can be seen to be wrong with a translation, whoever made it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jaen.model import Segment
from jaen.translation.guards.added import Side, added_numbers
from jaen.translation.guards.amounts import Amount, amounts, lost
from jaen.translation.guards.leftovers import copied, find_leftovers
from jaen.translation.guards.lengths import broken_off
from jaen.translation.guards.negation import denial, denies
from jaen.translation.guards.repeats import find_loop
from jaen.translation.requirements import Place

__all__ = ["Fault", "Source"]

_WORDS = re.compile(r"[^\W_]")
_SHOWN = 20  # code points of what is left over that a flag shows
_RUN = re.compile("[A-Za-z0-9_@#./~-]++")
_MARK_INSIDE = re.compile("[A-Za-z0-9][_@#]+[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a translation.

    Attributes:
        code: `empty`, `truncated`, `looping`, `copied-source`, `lost-number`, `added-number`,
            `lost-negation`, `lost-code`, `leftover-kana`.
        detail: what exactly, "" where the code says it all.
    """

    code: str
    detail: str = ""

    def __str__(self) -> str:
        """As a flag of a translation: `lost-number: 150`."""
        return f"{self.code}: {self.detail}" if self.detail else self.code


@dataclass(frozen=True, slots=True)
class Source:
    """What a translation of a segment is measured against, found once for all its candidates.

    Attributes:
        segment: the source.
        amounts: values that its translation must have.
        denial: the words by which it denies its main statement; None when it does not.
    """

    segment: Segment
    amounts: tuple[Amount, ...]
    denial: str | None

    @classmethod
    def of(cls, segment: Segment) -> "Source":
        """What is asked of the translations of *segment*."""
        return cls(segment, amounts(segment), denial(segment))

    def faults(self, target: str, language: str, places: Sequence[Place]) -> tuple[Fault, ...]:
        """What is wrong with *target* as a translation of the segment.

        Args:
            target: a translation.
            language: of the translation.
            places: where required words stand in *target*; kana in them are meant to be there.

        Returns:
            `empty`; `copied-source` (the source again, or a phrase of it); `truncated` (far too short, or ends where no
            sentence ends); `looping`; `lost-number` by value, with the number that stands instead of it; else
            `added-number`, one that the source does not have; `lost-negation` of the main statement; `lost-code`,
            such as a file's name, that did not survive as it is; `leftover-kana`. Each is made to be silent when in
            doubt.

        >>> from jaen.api import split
        >>> source = Source.of(split("被害は150社に及んだ。")[0])
        >>> [str(fault) for fault in source.faults("The damage extended to 105 companies.", "en", ())]
        ['lost-number: 150社 (instead: 105 companies)']
        """
        return tuple(self._faults(target, language, places))

    def _faults(self, target: str, language: str, places: Sequence[Place]) -> Iterator[Fault]:
        text = self.segment.text
        if not _WORDS.search(target) and _WORDS.search(text):
            yield Fault("empty")
            return
        spans = [place.span for place in places]
        if copied(text, target, language, spans):
            yield Fault("copied-source")
            return
        cut = broken_off(text, target, language)
        if cut:
            yield Fault("truncated", cut)
        loop = find_loop(target, text)
        if loop:
            yield Fault("looping", loop)
        missing = [Fault("lost-number", number) for number in lost(self.amounts, target, language)]
        yield from missing
        if not missing:
            for place in added_numbers(Side(text, self.segment.language, self.amounts), Side(target, language), spans):
                yield Fault("added-number", place.of(target))
        if self.denial and not denies(target, language):
            yield Fault("lost-negation", self.denial)
        yield from (Fault("lost-code", code) for code in _codes(text) if code not in target)
        rest = next(find_leftovers(target, language, spans), None)
        if rest:
            words = rest.of(target)
            shown = words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
            yield Fault("leftover-kana" if language == "en" else "copied-source", shown)


def _codes(text: str) -> Iterator[str]:
    """Runs with a mark inside that no sentence has: `x_y.py`, `AI@jaen`; what else of code there is, the model never sees."""
    for run in _RUN.findall(text):
        code = run.strip("./#@-~")
        if _MARK_INSIDE.search(code):
            yield code
