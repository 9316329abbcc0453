"""`house-spellings.csv`: words that a desk writes in one way only, with the columns write, instead-of and reason."""

from dataclasses import dataclass
from pathlib import Path

__all__ = ["FILE_NAME", "HouseSpelling", "read_spellings"]

FILE_NAME = "house-spellings.csv"


@dataclass(frozen=True, slots=True)
class HouseSpelling:
    """A word as it is written here, and how it is not; `file` and `line` say where that is decided."""

    write: str
    instead_of: str
    reason: str
    file: str
    line: int


def read_spellings(folder: Path) -> tuple[HouseSpelling, ...]:
    """The spellings decided in *folder*."""
    return ()
