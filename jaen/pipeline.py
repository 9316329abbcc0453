"""The story of jaen: one article in, one report out."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.metadata import version
from typing import Any

from jaen.checks import check
from jaen.config import Settings
from jaen.glossary import Glossary
from jaen.model import Article, Mention, Report, Role, Segment
from jaen.terms import Matcher, unite
from jaen.text.interview import pair_exchanges
from jaen.text.page import Page, read_page
from jaen.translation import Job, Translator, gloss
from jaen.words.tokens import dictionary_version

__all__ = ["Pipeline"]


class Pipeline:
    """Turns articles into reports.

    Args:
        glossary: whose concepts are looked for; None looks for none.
        settings: how; see `jaen.config.Settings`.
        translator: makes the translations; None makes none.

    The same article, glossary and settings give the same report, byte for byte.
    """

    def __init__(
        self, glossary: Glossary | None = None, settings: Settings | None = None, translator: Translator | None = None
    ) -> None:
        self.glossary = glossary
        self.translator = translator
        self.settings = settings or Settings()
        self.matcher = glossary.matcher if glossary else Matcher(())

    def __call__(self, article: Article) -> Report:
        """Process one article."""
        page = read_page(article, self.settings)  # what each line is, and the sentences with their words
        return self.report(article, page, self.matcher.find(article.text, page.segments))

    def report(self, article: Article, page: Page, mentions: tuple[Mention, ...]) -> Report:
        """The rest of the way, for a page that was read and searched already: two glossaries read a text only once."""
        segments = unite(page.segments, mentions)
        return Report(
            article=article,
            language=_main_language(segments),
            metadata=page.metadata,
            blocks=page.blocks,
            segments=segments,
            exchanges=pair_exchanges(segments, page.blocks),
            mentions=mentions,
            translations=self.translator.translate([Job(segments, mentions)])[0] if self.translator else (),
            glosses=gloss(segments, mentions),
            findings=(*article.notes, *check(article, segments, mentions, page.day)),
            provenance=self._provenance(page),
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

    def _provenance(self, page: Page) -> Mapping[str, Any]:
        """What this report depends on; no clock and no machine name, so that two runs can be compared."""
        wrapping = {"value": page.layout.wrapping, "reason": page.layout.reason}
        own = {"wrapping": wrapping, "article_date": page.day.isoformat() if page.day else None}
        return {**self.fingerprint, **own}


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
