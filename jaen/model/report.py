"""The report: everything jaen knows about one article."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jaen.model.article import Article, MetadataField
from jaen.model.finding import Finding
from jaen.model.mention import Gloss, Mention, Translation
from jaen.model.text import Block, Exchange, Segment


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
