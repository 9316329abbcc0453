"""The settings of a run: one frozen value, read in one place, recorded in every report's provenance."""

import datetime
from dataclasses import dataclass

from jaen.errors import ConfigError

PROFILES = ("news", "match", "none")
WRAPPING = ("auto", "lines", "hard")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How articles are processed.

    Attributes:
        profile: normalization profile: `news`, `match` or `none`.
        wrapping: `lines` (a line is a paragraph), `hard` (lines are wrapped; blank lines part paragraphs), `auto`.
        date: anchor for relative dates, overriding the article's own; None takes the article's.

    Raises:
        ConfigError: a value outside what is allowed.
    """

    profile: str = "news"
    wrapping: str = "auto"
    date: datetime.date | None = None

    def __post_init__(self) -> None:
        _one_of("profile", self.profile, PROFILES)
        _one_of("wrapping", self.wrapping, WRAPPING)


def _one_of(key: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise ConfigError(f"setting {key}: {value!r} is not known; use one of: {', '.join(allowed)}")
