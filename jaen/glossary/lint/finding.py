"""What lint says: a finding, and the rule that found it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from jaen.glossary.lint.book import Book
from jaen.glossary.sources.tree import Place
from jaen.model import Concept, Severity

__all__ = ["Check", "Found", "LintFinding", "Rule"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LintFinding:
    """Something wrong or doubtful in an entry.

    Attributes:
        code: kebab-case; it never changes.
        severity: `error` does wrong things, `warning` is probably wrong, `info` is a hint.
        file: that the entry stands in; "" for a glossary that was made in memory.
        place: line of `file` or cell of its sheet, of the term, link or example where it is about one; 0 without a file.
        concept_id: of the entry; "" where the file has none that can be read.
        message: what is the matter, and why that matters.
        suggestion: what to do; "" where the message says it.
        fix: the whole entry, mended, where that can be done without an editor's judgment.
        ignored: why an editor lets it stand (see `jaen.glossary.lint.ignoring`); "" when nobody does.
    """

    code: str
    severity: Severity
    file: str
    place: Place
    concept_id: str
    message: str
    suggestion: str = ""
    fix: Concept | None = field(default=None, repr=False)
    ignored: str = ""

    @property
    def is_pressing(self) -> bool:
        """No hint, and nothing that an editor lets stand: what is shown without being asked for."""
        return self.severity is not Severity.INFO and not self.ignored

    def __str__(self) -> str:
        """One line: `file:line: severity code: message; suggestion`."""
        where = f"{self.file}:{self.place}" if self.file else self.concept_id
        advice = f"; {self.suggestion}" if self.suggestion else ""
        return f"{where}: {self.severity} {self.code}: {self.message}{advice}"


@dataclass(frozen=True, slots=True)
class Found:
    """What a check says about one concept.

    Attributes:
        message, suggestion, fix: as in `LintFinding`.
        part: the term, link or example it is about: ("terms", 2); None for the concept.
        severity: where it is not the rule's usual one.
    """

    message: str
    suggestion: str = ""
    part: tuple[str, int] | None = None
    severity: Severity | None = None
    fix: Concept | None = None


Check = Callable[[Concept, Book], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A code with its usual severity and the check that finds it."""

    code: str
    severity: Severity
    check: Check

    @property
    def title(self) -> str:
        """What the rule finds: the first line of the check's docstring."""
        return (self.check.__doc__ or "").strip().splitlines()[0]
