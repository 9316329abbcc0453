"""What a desk has decided and keeps beside its glossary: spellings of its own, and findings that may stand."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from jaen.glossary.house.ignored import Ignored, read_ignored
from jaen.glossary.house.spellings import HouseSpelling, read_spellings

__all__ = ["House", "HouseSpelling", "Ignored"]


@dataclass(frozen=True, slots=True)
class House:
    """Decisions of a desk.

    Attributes:
        spellings: of `house-spellings.csv`: how words are written here that need no concept of their own.
        ignored: of `check-ignore.csv`: findings that may stand, each with the reason.
    """

    spellings: tuple[HouseSpelling, ...] = ()
    ignored: tuple[Ignored, ...] = ()

    @property
    def hash(self) -> str | None:
        """SHA-256 (hex) of what is decided, wherever it is written; None where nothing is."""
        spellings = [(one.write, one.instead_of) for one in self.spellings]
        ignored = [(one.code, one.about, one.article, one.reason) for one in self.ignored]
        if not spellings and not ignored:
            return None
        return hashlib.sha256(json.dumps([spellings, ignored]).encode()).hexdigest()

    @classmethod
    def beside(cls, glossary: str | Path, codes: Collection[str]) -> "House":
        """What lies in the glossary's folder, or beside its one file; nothing is fine, too.

        Args:
            glossary: its path.
            codes: of all findings there are (`jaen.checks.CODES`): a slip in one that is ignored is an error.

        Raises:
            GlossaryError: a file is no such table; all its problems are named.
        """
        path = Path(glossary)
        folder = path if path.is_dir() else path.parent
        return cls(read_spellings(folder), read_ignored(folder, codes))
