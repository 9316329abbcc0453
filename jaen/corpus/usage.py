"""Where articles name one concept, in both languages: the lines of a concordance, and where a counterpart is missing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from jaen.config import Settings
from jaen.glossary import Glossary
from jaen.model import Article, Concept, Mention, MentionKind, Role
from jaen.offsets import Lines
from jaen.text.page import Page, read_page

__all__ = ["ArticleUsage", "Occurrence", "Usage", "usage"]

_OTHER = {"ja": "en", "en": "ja"}
# A caption or a credit in the other language does not make an article one of two languages.
_STORY = {Role.TITLE, Role.HEADING, Role.BODY, Role.QUESTION, Role.LIST_ITEM, Role.SUMMARY, Role.FAQ}


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One place where an article names the concept.

    Attributes:
        source, line: where; lines count from 1.
        language: of the sentence. A Japanese sentence may name the concept by its English abbreviation.
        kind: how the term stands there.
        term: of the glossary.
        before, surface, after: the sentence, cut in three.
        is_weak: a machine's summary says it.
    """

    source: str
    line: int
    language: str
    kind: MentionKind
    term: str
    before: str
    surface: str
    after: str
    is_weak: bool


@dataclass(frozen=True, slots=True)
class ArticleUsage:
    """How often one article names the concept in the sentences of each language.

    Attributes:
        counts: language → mentions.
        missing: the language of the article that never names the concept, though the other does; None else.
    """

    source: str
    counts: Mapping[str, int]
    missing: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Where articles name a concept.

    Attributes:
        read: how many articles were read; `articles` are those that name it.
        counts: (language, kind) → mentions; exact, also where not all are kept.
        occurrences: the first of each language and kind, in text order.
    """

    concept: Concept
    read: int
    articles: tuple[ArticleUsage, ...]
    counts: Mapping[tuple[str, MentionKind], int]
    occurrences: tuple[Occurrence, ...]

    def to_dict(self) -> dict[str, Any]:
        """As plain JSON values."""
        counts: dict[str, dict[str, int]] = {}
        for (language, kind), count in sorted(self.counts.items()):
            counts.setdefault(language, {})[kind] = count
        articles = [
            {"source": one.source, "mentions": dict(one.counts), "missing": one.missing} for one in self.articles
        ]
        fields = ("source", "line", "language", "kind", "term", "before", "surface", "after")
        occurrences = [
            {name: getattr(one, name) for name in fields} | {"machine_summary": one.is_weak} for one in self.occurrences
        ]
        return {
            "concept": self.concept.id,
            "read": self.read,
            "mentions": counts,
            "articles": articles,
            "occurrences": occurrences,
        }


def usage(
    glossary: Glossary, concept_id: str, articles: Iterable[Article], settings: Settings, limit: int = 20
) -> Usage:
    """Where *articles* name one concept, found as it is: beside all others, of which the longest wins.

    The site's furniture (menus, rights …) is not looked at. A draft is looked for as if it were proposed.

    Args:
        glossary: that has the concept.
        concept_id: its id, or one that it remembers.
        articles: read one by one.
        settings: as the articles are processed with.
        limit: so many places are kept for each language and kind.

    Raises:
        UnknownConcept: there is no such concept.
    """
    concept = glossary.by_id(concept_id)
    if not concept.is_matched:
        proposed = replace(concept, review=replace(concept.review, state="proposed"))
        concepts = tuple(proposed if one.id == concept.id else one for one in glossary.concepts)
        glossary = replace(glossary, concepts=concepts)
    read = 0
    named: list[ArticleUsage] = []
    counts: Counter[tuple[str, MentionKind]] = Counter()
    kept: list[Occurrence] = []
    for article in articles:
        read += 1
        page = read_page(article, settings)
        mentions = glossary.matcher.find(article.text, page.segments)
        found = list(_occurrences(article, page, [one for one in mentions if one.concept.id == concept.id]))
        for one in found:
            counts[one.language, one.kind] += 1
            if counts[one.language, one.kind] <= limit:
                kept.append(one)
        if found:
            named.append(_article_usage(article, page, found))
    return Usage(concept=concept, read=read, articles=tuple(named), counts=dict(counts), occurrences=tuple(kept))


def _occurrences(article: Article, page: Page, mentions: Iterable[Mention]) -> Iterator[Occurrence]:
    segments = {segment.id: segment for segment in page.segments if segment.content}
    lines = Lines(article.text)
    for mention in mentions:
        segment = segments.get(mention.segment_id)
        if segment:
            yield Occurrence(
                source=article.source,
                line=lines.number(mention.span.start),
                language=segment.language,
                kind=mention.kind,
                term=mention.term.text,
                before=article.text[segment.span.start : mention.span.start],
                surface=mention.surface,
                after=article.text[mention.span.end : segment.span.end],
                is_weak=page.has_machine_summary and segment.role is Role.SUMMARY,
            )


def _article_usage(article: Article, page: Page, found: Iterable[Occurrence]) -> ArticleUsage:
    counts = Counter(one.language for one in found)
    spoken = {segment.language for segment in page.segments if segment.content and segment.role in _STORY}
    missing = [
        other for language, other in _OTHER.items() if counts[language] and not counts[other] and other in spoken
    ]
    return ArticleUsage(article.source, dict(counts), missing[0] if missing else None)
