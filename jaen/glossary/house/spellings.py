"""`house-spellings.csv`: words that a desk writes in one way only, with the columns write, instead-of and reason.

    write,instead-of,reason
    email,e-mail,one word since 2024
    取り組み,取組,full okurigana

Each line has one spelling that is not used here; a word with several has several lines. The reason may be empty. An
English word in small letters stands for its plural and possessive and for a capital at the start of a sentence, too.
"""

from dataclasses import dataclass
from pathlib import Path

from jaen.glossary.sources.decisions import read_decisions
from jaen.glossary.sources.problems import Problems

__all__ = ["FILE_NAME", "HouseSpelling", "read_spellings"]

FILE_NAME = "house-spellings.csv"
_COLUMNS = ("write", "instead-of", "reason")


@dataclass(frozen=True, slots=True)
class HouseSpelling:
    """A word as it is written here, and how it is not; `file` and `line` say where that is decided."""

    write: str
    instead_of: str
    reason: str
    file: str
    line: int


def read_spellings(folder: Path) -> tuple[HouseSpelling, ...]:
    """The spellings decided in *folder*; none where it has no such file.

    Raises:
        GlossaryError: the file is no such table, or a line can't be right; all its problems are named.
    """
    path = folder / FILE_NAME
    problems = Problems()
    spellings = []
    for line, (write, instead_of, reason) in read_decisions(path, _COLUMNS, problems):
        if not write or not instead_of:
            problems.add(str(path), line, f"{'write' if not write else 'instead-of'} is empty; fill in both spellings")
        elif write == instead_of:
            problems.add(str(path), line, f"'{write}' is written instead of itself; change one of the two")
        else:
            spellings.append(HouseSpelling(write, instead_of, reason, str(path), line))
    _check_together(spellings, problems)
    problems.raise_if_any(str(path))
    return tuple(spellings)


def _check_together(spellings: list[HouseSpelling], problems: Problems) -> None:
    """Lines that contradict each other: one spelling refused twice, or refused here and wanted there."""
    refused: dict[str, HouseSpelling] = {}
    for one in spellings:
        first = refused.setdefault(one.instead_of, one)
        if first is not one:
            what = f"'{one.instead_of}' is decided in line {first.line} already (write '{first.write}'); keep one"
            problems.add(one.file, one.line, what)
    for one in spellings:
        other = refused.get(one.write)
        if other:
            what = f"'{one.write}' is not written, says line {other.line}; write '{other.write}' here, too"
            problems.add(one.file, one.line, what)
