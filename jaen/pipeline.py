"""The story of jaen: one article in, one report out."""

import datetime
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.metadata import version
from typing import Any

from jaen.checks import check
from jaen.config import Settings
from jaen.glossary import Glossary
from jaen.model import Article, MetadataField, Report, Role, Segment
from jaen.terms import Matcher, unite
from jaen.text.dates import find_dates
from jaen.text.interview import pair_exchanges
from jaen.text.layout import Layout, read_layout
from jaen.text.roles import find_metadata, label_roles
from jaen.text.segments import split
from jaen.translation import gloss
from jaen.words.tokens import dictionary_version

__all__ = ["Pipeline"]


class Pipeline:
    """Turns articles into reports.

    Args:
        glossary: whose concepts are looked for; None looks for none.
        settings: how; see `jaen.config.Settings`.

    The same article, glossary and settings give the same report, byte for byte.
    """

    def __init__(self, glossary: Glossary | None = None, settings: Settings | None = None) -> None:
        self.glossary = glossary
        self.settings = settings or Settings()
        self.matcher = glossary.matcher if glossary else Matcher(())

    def __call__(self, article: Article) -> Report:
        """Process one article."""
        layout = read_layout(article.text, self.settings.wrapping)
        blocks = label_roles(article, layout)
        metadata = find_metadata(article, blocks)
        day = self.settings.date or _published(metadata)
        words = split(article, blocks, self.settings.profile, day)
        mentions = self.matcher.find(article.text, words)
        segments = unite(words, mentions)
        return Report(
            article=article,
            language=_main_language(segments),
            metadata=metadata,
            blocks=blocks,
            segments=segments,
            exchanges=pair_exchanges(segments, blocks),
            mentions=mentions,
            translations=(),
            glosses=gloss(segments, mentions),
            findings=(*article.notes, *check(article, segments, mentions, day)),
            provenance=self._provenance(layout, day),
        )

    @cached_property
    def fingerprint(self) -> Mapping[str, Any]:
        """What every report of this pipeline depends on, whatever the article."""
        return {
            "jaen": version("jaen"),
            "dictionary": dictionary_version(),
            "langdetect": version("langdetect"),
            "glossary": {"name": self.glossary.name, "sha256": self.glossary.hash} if self.glossary else None,
            "settings": {
                "profile": self.settings.profile,
                "wrapping": self.settings.wrapping,
                "date": self.settings.date.isoformat() if self.settings.date else None,
            },
        }

    def _provenance(self, layout: Layout, day: datetime.date | None) -> Mapping[str, Any]:
        """What this report depends on; no clock and no machine name, so that two runs can be compared."""
        wrapping = {"value": layout.wrapping, "reason": layout.reason}
        own = {"wrapping": wrapping, "article_date": day.isoformat() if day else None}
        return {**self.fingerprint, **own}


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


_STORY = (Role.TITLE, Role.BODY, Role.QUESTION, Role.LIST_ITEM)


def _main_language(segments: Sequence[Segment]) -> str:
    """The language most of the story's characters are in; a machine summary does not count as the story.

    A Japanese character says about as much as two Latin letters, and is counted so.
    """
    weight: dict[str, int] = {}
    for segment in segments:
        if segment.content and segment.role in _STORY and segment.language != "und":
            each = 2 if segment.language in ("ja", "zh", "ko") else 1
            weight[segment.language] = weight.get(segment.language, 0) + each * segment.span.length
    return max(weight, key=lambda language: (weight[language], language), default="und")
