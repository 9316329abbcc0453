"""`check-ignore.csv`: findings that may stand, with the columns code, about, article and reason."""

from dataclasses import dataclass
from pathlib import Path

__all__ = ["FILE_NAME", "Ignored", "read_ignored"]

FILE_NAME = "check-ignore.csv"


@dataclass(frozen=True, slots=True)
class Ignored:
    """Findings that may stand; `file` and `line` say where that is written.

    Attributes:
        code: of the findings.
        about: the id of their concept or the words at their place; "" for any.
        article: pattern (`*`) of the article's source; "" for any.
        reason: why.
    """

    code: str
    about: str
    article: str
    reason: str
    file: str
    line: int


def read_ignored(folder: Path) -> tuple[Ignored, ...]:
    """The findings that may stand by *folder*."""
    return ()
