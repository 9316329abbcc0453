"""`check-ignore.csv`: findings that may stand, with the columns code, about, article and reason.

    code,about,article,reason
    term-deprecated,旧姓,,the desk quotes it as it was said
    spelling-mixed,,interview-*.txt,answers are left as they were given

A line is for findings of one code. `about` narrows it to a concept (its id) or to the words at the place, `article` to
articles whose path ends so (`*` for any characters); an empty cell stands for any. A line without a reason is an error.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from jaen.glossary.sources.decisions import read_decisions
from jaen.glossary.sources.problems import Problems, nearest

__all__ = ["FILE_NAME", "Ignored", "read_ignored"]

FILE_NAME = "check-ignore.csv"
_COLUMNS = ("code", "about", "article", "reason")


@dataclass(frozen=True, slots=True)
class Ignored:
    """Findings that may stand; `file` and `line` say where that is written.

    Attributes:
        code: of the findings.
        about: the id of their concept or the words at their place; "" for any.
        article: pattern (`*`) that the end of the article's source matches; "" for any.
        reason: why.
    """

    code: str
    about: str
    article: str
    reason: str
    file: str
    line: int


def read_ignored(folder: Path, codes: Collection[str]) -> tuple[Ignored, ...]:
    """The findings that may stand by *folder*; none where it has no such file.

    Args:
        folder: of the glossary.
        codes: all that a check can find (`jaen.checks.CODES`).

    Raises:
        GlossaryError: the file is no such table; all its problems are named.
    """
    path = folder / FILE_NAME
    problems = Problems()
    ignored = []
    for line, (code, about, article, reason) in read_decisions(path, _COLUMNS, problems):
        if code not in codes:
            advice = nearest(code, codes)
            known = advice if advice.startswith("did") else "all codes: jaen check --codes"
            problems.add(str(path), line, f"there is no code '{code}'; {known}")
        if not reason:
            problems.add(str(path), line, f"nothing says why {code or 'it'} may stand; add a reason")
        ignored.append(Ignored(code, about, article, reason, str(path), line))
    problems.raise_if_any(str(path))
    return tuple(ignored)
