"""The report: everything jaen knows about one article."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jaen.model import contract
from jaen.model.article import Article, MetadataField
from jaen.model.finding import Finding
from jaen.model.mention import Gloss, Mention, Translation
from jaen.model.text import Block, Exchange, Role, Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything jaen knows about one article; `jaen.writing` turns it into bytes."""

    article: Article
    language: str
    metadata: tuple[MetadataField, ...]
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    exchanges: tuple[Exchange, ...]
    mentions: tuple[Mention, ...]
    translations: tuple[Translation, ...]
    glosses: tuple[Gloss, ...]
    findings: tuple[Finding, ...]
    provenance: Mapping[str, Any]

    @property
    def title(self) -> str | None:
        """The headline in the text, without what marks it (`#`, `Subject:`), else the container's title, else None."""
        for field in self.metadata:
            if field.name == "title" and field.span is not None:
                return field.value
        for segment in self.segments:
            if segment.role is Role.TITLE and segment.content:
                return segment.text
        return next((field.value for field in self.metadata if field.name == "title"), None)

    def english(self) -> dict[str, tuple[str, str]]:
        """What an English-only consumer reads: segment id to (text, origin).

        Origin is `source` for English segments, else `translation`, else `gloss`; a segment with none of the three
        is not in the result.
        """
        best = {gloss.segment_id: (gloss.text, "gloss") for gloss in self.glosses}
        for translation in self.translations:
            if translation.language == "en" and translation.state != "untranslated":
                best[translation.segment_id] = (translation.text, "translation")
        best.update({s.id: (s.text, "source") for s in self.segments if s.language == "en"})
        return best

    def to_dict(self) -> dict[str, Any]:
        """The report as plain JSON values, in the shape and key order of schema `jaen.report/1`."""
        english = self.english()
        return {
            "schema": contract.SCHEMA,
            "article": contract.article_json(self.article, self.language, self.title, self.metadata),
            "blocks": [contract.block_json(block) for block in self.blocks],
            "segments": [contract.segment_json(s, *english.get(s.id, (None, None))) for s in self.segments],
            "exchanges": [contract.exchange_json(exchange) for exchange in self.exchanges],
            "mentions": [contract.mention_json(mention) for mention in self.mentions],
            "translations": [contract.translation_json(translation) for translation in self.translations],
            "findings": [contract.finding_json(finding) for finding in self.findings],
            "provenance": contract.plain(self.provenance),
        }
