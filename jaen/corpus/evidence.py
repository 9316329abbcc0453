"""How often articles name the concepts of a glossary, with the first sentences in which they do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from jaen.config import Settings
from jaen.glossary import Glossary
from jaen.model import Article, Concept
from jaen.offsets import Lines
from jaen.text.page import read_page

__all__ = ["Evidence", "gather_evidence"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where articles name a concept.

    Attributes:
        mentions, articles: how many; the site's furniture (menus, rights …) is not counted.
        sentences: the first of them, each with its place `source:line`.
    """

    mentions: int
    articles: int
    sentences: tuple[tuple[str, str], ...]


def gather_evidence(
    glossary: Glossary, articles: Iterable[Article], settings: Settings, limit: int = 3
) -> Mapping[str, Evidence]:
    """Id → evidence, for every concept that some article names. Drafts are looked for as if they were proposed.

    Args:
        glossary: the concepts.
        articles: read one by one.
        settings: as the articles are processed with.
        limit: so many sentences for each concept.
    """
    glossary = replace(glossary, concepts=tuple(map(_proposed, glossary.concepts)))
    found: dict[str, Evidence] = {}
    for article in articles:
        page = read_page(article, settings)
        segments = {segment.id: segment for segment in page.segments}
        lines = Lines(article.text)
        seen: set[str] = set()
        for mention in glossary.matcher.find(article.text, page.segments):
            segment = segments[mention.segment_id]
            if not segment.content:
                continue
            one = found.get(mention.concept.id, Evidence(0, 0, ()))
            sentences = one.sentences
            if len(sentences) < limit and all(text != segment.text for _, text in sentences):
                place = f"{article.source}:{lines.number(segment.span.start)}"
                sentences = (*sentences, (place, segment.text))
            is_first = mention.concept.id not in seen
            found[mention.concept.id] = Evidence(one.mentions + 1, one.articles + is_first, sentences)
            seen.add(mention.concept.id)
    return found


def _proposed(concept: Concept) -> Concept:
    if concept.review.state != "draft":
        return concept
    return replace(concept, review=replace(concept.review, state="proposed"))
