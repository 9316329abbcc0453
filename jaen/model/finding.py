"""What is wrong with a text, or worth saying about it."""

from dataclasses import dataclass
from enum import StrEnum

from jaen.offsets import Span


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something wrong, or worth saying, about a text. `code` is kebab-case and never changes."""

    code: str
    severity: Severity
    message: str
    segment_id: str | None = None
    span: Span | None = None
    concept_id: str | None = None
    suggestion: str | None = None
