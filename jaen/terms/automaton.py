"""Searching many strings at once (Aho–Corasick): the only door to daachorse."""

from collections.abc import Sequence
from typing import Protocol, Self


class _Daachorse(Protocol):
    def find_overlapping(self, haystack: str) -> list[tuple[int, int, int]]: ...
    def serialize(self) -> bytes: ...


class Automaton:
    """Finds every occurrence of every pattern in one pass over a text.

    Args:
        patterns: non-empty strings; the same string may stand several times, each has its own number.

    >>> Automaton(["都", "京都", "東京"]).find("東京都")
    [(0, 2, 2), (1, 3, 1), (2, 3, 0)]
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._machine = _build(patterns) if patterns else None

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """(start, end, number of the pattern) of every occurrence, overlapping ones too, in order of their end."""
        return self._machine.find_overlapping(text) if self._machine else []

    def to_bytes(self) -> bytes:
        """The finished automaton, for `from_bytes`; empty when there are no patterns."""
        return self._machine.serialize() if self._machine else b""

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """What `to_bytes` gave, without building it again.

        Raises:
            ValueError: the bytes are no automaton.
        """
        automaton = cls(())
        if data:
            import daachorse

            automaton._machine = daachorse.CharwiseDoubleArrayAhoCorasick.deserialize(data)
        return automaton


def _build(patterns: Sequence[str]) -> _Daachorse:
    import daachorse

    machine: _Daachorse = daachorse.CharwiseDoubleArrayAhoCorasick(list(patterns))
    return machine
