"""Pairs that stand in the same stories again and again: translated terms, which no sound shows."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jaen.glossary.suggest.candidates import Candidate
from jaen.glossary.suggest.stories import units

__all__ = ["Together", "standing_together"]

_DICE = 0.6
_COUNT = 3  # stories that have both
_CROWD = 60  # candidates of one language in one story; more are too many to tell which belongs to which


@dataclass(frozen=True, slots=True)
class Together:
    """Two candidates with how many stories have both, and Dice's coefficient of that, 0 to 1."""

    japanese: Candidate
    english: Candidate
    count: int
    dice: float


def standing_together(
    japanese: Sequence[Candidate], english: Sequence[Candidate], stories: Mapping[int, int]
) -> Iterator[Together]:
    """Candidates of both languages that stand mostly in the same stories, each the other's only best partner.

    Dice's coefficient (Dice 1945): twice the stories with both over the stories with either. At least three stories
    and 0.6; a tie between two partners says nothing.
    """
    first = units(list(japanese), stories)
    second = units(list(english), stories)
    often_ja = _often(first)
    often_en = _often(second)
    both: Counter[tuple[int, int]] = Counter()
    for story, in_ja in first.items():
        near_ja = sorted(in_ja & often_ja.keys())
        near_en = sorted(second.get(story, set()) & often_en.keys())
        if len(near_ja) <= _CROWD and len(near_en) <= _CROWD:
            both.update((one, other) for one in near_ja for other in near_en)
    dice = {
        pair: 2 * count / (often_ja[pair[0]] + often_en[pair[1]]) for pair, count in both.items() if count >= _COUNT
    }
    best_ja, best_en = _only_best(dice, 0), _only_best(dice, 1)
    for pair, value in dice.items():
        if value >= _DICE and best_ja.get(pair[0]) == pair and best_en.get(pair[1]) == pair:
            yield Together(japanese[pair[0]], english[pair[1]], both[pair], value)


def _often(stories: Mapping[int, set[int]]) -> dict[int, int]:
    counts = Counter(number for numbers in stories.values() for number in numbers)
    return {number: count for number, count in counts.items() if count >= _COUNT}


def _only_best(dice: Mapping[tuple[int, int], float], side: int) -> dict[int, tuple[int, int] | None]:
    """Candidate → its best pair; None where two are equally good."""
    best: dict[int, tuple[int, int] | None] = {}
    value: dict[int, float] = {}
    for pair, one in dice.items():
        number = pair[side]
        if number not in value or one > value[number]:
            best[number], value[number] = pair, one
        elif one == value[number]:
            best[number] = None
    return best
