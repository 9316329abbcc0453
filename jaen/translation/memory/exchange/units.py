"""What a file of translations holds, whatever its format."""

from dataclasses import dataclass
from datetime import UTC, datetime

from jaen.glossary.sources.tree import Place
from jaen.translation.memory.entry import Stored

__all__ = [
    "Incoming",
    "Outgoing",
    "Refused",
    "Unit",
    "language_of_tag",
    "moment_of",
    "moment_stamp",
    "pair_reason",
    "taken",
]

_EMPTY = "the translation is empty"
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A text and its translation, as a file says them.

    Attributes:
        place: line or cell.
        source, target: languages.
        by, at: who translated or approved it and when, where the file says so.
    """

    place: Place
    source: str
    target: str
    text: str
    translation: str
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """What was not taken: where it stands, and why.

    Attributes:
        unit: what it says, where only a person's work is missing: nobody has reviewed it, or its translation is empty.
    """

    place: Place
    reason: str
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """What was read.

    Attributes:
        units: in file order; of several for the same text the last one only.
        refused: in file order.
        notes: what a person should know of the reading, such as codes that were left out.
        blank: rows of a sheet that nobody has filled in.
    """

    units: tuple[Unit, ...]
    refused: tuple[Refused, ...]
    notes: tuple[str, ...] = ()
    blank: int = 0


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A file to be written, and the entries that its format can't hold."""

    data: bytes
    left_out: tuple[Stored, ...] = ()


def language_of_tag(tag: str) -> str:
    """The language of a tag, without its region.

    >>> language_of_tag("ja-JP"), language_of_tag("EN_us")
    ('ja', 'en')
    """
    return tag.strip().replace("_", "-").partition("-")[0].lower()


def pair_reason(source: str, target: str, text: str, translation: str) -> str:
    """Why a text and its translation can't be taken; "" when they can."""
    if not source or not target:
        return "a language is missing"
    if source == target:
        return f"both texts are in one language ({source})"
    if not text.strip():
        return "the source is empty"
    return "" if translation.strip() else _EMPTY


def taken(unit: Unit, why_not: str = "") -> Unit | Refused:
    """*unit*, unless it is refused for *why_not*, or for what is wrong with its texts."""
    reason = pair_reason(unit.source, unit.target, unit.text, unit.translation)
    if reason not in ("", _EMPTY):
        return Refused(unit.place, reason)
    return Refused(unit.place, why_not or reason, unit) if why_not or reason else unit


def moment_of(stamp: str) -> datetime | None:
    """A date of TMX (20260801T120000Z); None for what is none.

    >>> moment_of("20260801T120000Z").isoformat(), moment_of("soon")
    ('2026-08-01T12:00:00+00:00', None)
    """
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def moment_stamp(moment: datetime) -> str:
    """The reverse of `moment_of`, for a moment in UTC."""
    return moment.strftime(_STAMP)
