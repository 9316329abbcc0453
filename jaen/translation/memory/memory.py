"""The translation memory on disk."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from jaen.model import Similar
from jaen.translation.memory.entry import Key, Remembered, Reviewed

__all__ = ["Memory"]


class Memory:
    """A translation memory.

    Args:
        path: of its file; made when something is first kept.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def recall(self, keys: Sequence[Key]) -> list[Remembered | None]:
        """What was kept for each key."""
        return [None for _ in keys]

    def keep(self, entries: Mapping[Key, Remembered]) -> None:
        """Keep translations; all of them or, when the process is killed, none."""

    def reviewed(self, texts: Sequence[str], source: str, target: str) -> list[Reviewed | None]:
        """The reviewed translation of each text."""
        return [None for _ in texts]

    def similar(self, texts: Sequence[str], source: str, target: str) -> list[Similar | None]:
        """The nearest reviewed translation of a like text, for each text."""
        return [None for _ in texts]
