"""From an article to its sentences: the one way through layout, roles, metadata and segments."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from jaen.config import Settings
from jaen.model import Article, Block, MetadataField, Segment
from jaen.text.dates import find_dates
from jaen.text.layout import Layout, read_layout
from jaen.text.roles import find_metadata, label_roles
from jaen.text.segments import split

__all__ = ["Page", "read_page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article with everything that needs no glossary.

    Attributes:
        day: the article's day, against which relative dates are resolved; None when none is stated.
    """

    layout: Layout
    blocks: tuple[Block, ...]
    metadata: tuple[MetadataField, ...]
    day: datetime.date | None
    segments: tuple[Segment, ...]

    @property
    def has_machine_summary(self) -> bool:
        """True when the page says that a machine wrote its summary."""
        return any(field.name == "machine-summary" for field in self.metadata)


def read_page(article: Article, settings: Settings) -> Page:
    """Read one article; `settings.date` comes before the day that its page or container states."""
    layout = read_layout(article.text, settings.wrapping)
    blocks = label_roles(article, layout)
    metadata = find_metadata(article, blocks)
    day = settings.date or _published(metadata)
    segments = split(article, blocks, settings.profile, day)
    return Page(layout=layout, blocks=blocks, metadata=metadata, day=day, segments=segments)


def _published(metadata: Sequence[MetadataField]) -> datetime.date | None:
    """The article's day, where its page or container states one with a year; else the day of its last update."""
    for names in (("date", "dateline-date"), ("updated",)):
        for field in metadata:
            day = _day(field.value) if field.name in names else None
            if day is not None:
                return day
    return None


def _day(text: str) -> datetime.date | None:
    for language in ("ja", "en"):
        for found in find_dates(text, language, None):
            if found.kind == "day" and found.first:
                return found.first
    return None
