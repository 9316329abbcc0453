"""What a change of the glossary does to articles: the same texts under two glossaries, sentence by sentence.

Every mention of the one is compared with every mention of the other, not only those of the concepts that changed: a new
longer term takes the place of a shorter one (the longest match wins), and a name that is known now makes short forms of
it known too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from jaen.config import Settings
from jaen.glossary import Glossary
from jaen.glossary.revision import revision_of
from jaen.model import Article, Concept, Finding, Mention, MentionKind, Role, Segment, Status
from jaen.offsets import Lines
from jaen.pipeline import Analysis, Pipeline
from jaen.text.page import read_page
from jaen.translation import Memory
from jaen.translation.requirements import ENFORCED

__all__ = ["Effect", "Impact", "SentenceImpact", "impact", "outdated_translations"]

Item = TypeVar("Item", Mention, Finding)
_REFUSED = {Status.FORBIDDEN, Status.DEPRECATED, Status.FORMER}


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that a change does to a sentence.

    Attributes:
        what: `mention`; `preferred` (what jaen writes for a mention that stays); `finding`.
        change: `added`, `removed` or `changed`.
        surface: the words it is about.
        before, after: in words; "" where there is none.
    """

    what: str
    change: str
    surface: str
    before: str
    after: str

    def __str__(self) -> str:
        """One line for an editor: `+ NCO → national-cybersecurity-office (free)`."""
        sign = {"added": "+", "removed": "-", "changed": "~"}[self.change]
        change = " → ".join(part for part in (self.before, self.after) if part)
        if self.what == "finding":
            return f"{sign} finding {change}"
        if self.what == "preferred":
            return f"{sign} {self.surface}: jaen writes {change}"
        return f"{sign} {self.surface}{': ' if self.change == 'changed' else ' → '}{change}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceImpact:
    """A sentence that a change touches.

    Attributes:
        source, line: where it stands; lines count from 1.
        effects: in text order; empty where only a translation would have to be made again.
        gloss: before and after, where a Japanese sentence's gloss changes; else None.
        translation: True when a stored translation of it no longer says what the glossary says.
    """

    source: str
    line: int
    language: str
    text: str
    effects: tuple[Effect, ...]
    gloss: tuple[str, str] | None
    translation: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What a change of the glossary does to articles. The site's furniture (menus, rights …) is not counted.

    Attributes:
        articles: read.
        touched: of these, with a sentence that changes.
        sentences: that change; `headlines` are those of them that are titles.
        counts: (what, change) of an effect → how many; exact, also where not all are shown.
        translations: Japanese sentences whose stored translation would have to be made again.
        examples: the first sentences for each kind of effect.
    """

    articles: int
    touched: int
    sentences: int
    headlines: int
    counts: Mapping[tuple[str, str], int]
    translations: int
    examples: tuple[SentenceImpact, ...]

    def to_dict(self) -> dict[str, Any]:
        """As plain JSON values."""

        def tally(what: str) -> dict[str, int]:
            return {change: self.counts.get((what, change), 0) for change in ("added", "removed", "changed")}

        return {
            "articles": self.articles,
            "touched": self.touched,
            "sentences": self.sentences,
            "headlines": self.headlines,
            "mentions": tally("mention"),
            "preferred": self.counts.get(("preferred", "changed"), 0),
            "findings": tally("finding"),
            "translations": self.translations,
            "examples": [_plain(example) for example in self.examples],
        }


def impact(
    before: Glossary, after: Glossary, articles: Iterable[Article], settings: Settings, limit: int = 20
) -> Impact:
    """What of *articles* changes when *before* becomes *after*.

    Articles are read one by one and each only once; of the sentences no more are kept than can be shown.

    Args:
        before: the glossary without the change.
        after: the glossary with it.
        articles: the corpus.
        settings: as the articles are processed with.
        limit: for each kind of effect, so many sentences are kept as examples.
    """
    pipelines = Pipeline(before, settings), Pipeline(after, settings)
    read = touched = headlines = translations = sentences = 0
    counts: Counter[tuple[str, str]] = Counter()
    kept = _Examples(limit)
    for article in articles:
        read += 1
        is_touched = False
        for segment, sentence in _sentences(pipelines, article):
            is_touched = True
            sentences += 1
            headlines += segment.role is Role.TITLE
            translations += sentence.translation
            counts.update((effect.what, effect.change) for effect in sentence.effects)
            kept.offer(sentence)
        touched += is_touched
    return Impact(
        articles=read,
        touched=touched,
        sentences=sentences,
        headlines=headlines,
        counts=dict(counts),
        translations=translations,
        examples=tuple(kept.sentences),
    )


def outdated_translations(before: Glossary, after: Glossary, memory: Memory) -> int:
    """How many translations of a memory, of whatever article, apply a concept as it is no longer.

    They stay there and are not used any more: each is made again when its sentence comes along.

    Raises:
        TranslationMemoryError: the memory can't be read.
    """
    now = {concept.id: revision_of(concept) for concept in after.concepts}
    then = {concept.id: revision_of(concept) for concept in before.concepts}
    return memory.affected([(name, revision) for name, revision in then.items() if now.get(name) != revision])


class _Examples:
    """The first sentences of each kind."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._seen: Counter[tuple[str, str]] = Counter()
        self.sentences: list[SentenceImpact] = []

    def offer(self, sentence: SentenceImpact) -> None:
        kinds = {(effect.what, effect.change) for effect in sentence.effects}
        kinds |= {("translation", "changed")} if sentence.translation else set()
        if any(self._seen[kind] < self._limit for kind in kinds):
            self._seen.update(kinds)
            self.sentences.append(sentence)


def _sentences(pipelines: tuple[Pipeline, Pipeline], article: Article) -> Iterator[tuple[Segment, SentenceImpact]]:
    """The sentences of one article that change, in text order."""
    first, second = pipelines
    page = read_page(article, first.settings)
    old, new = (pipeline.matcher.find(article.text, page.segments) for pipeline in pipelines)
    if old == new:  # concepts and all: nothing that a report says can differ
        return
    (before,) = first.reports([Analysis.of(article, page, old)])  # the text is read once for both
    (after,) = second.reports([Analysis.of(article, page, new)])
    reports = before, after
    mentions = [_by_segment(report.mentions) for report in reports]
    findings = [_by_segment(report.findings) for report in reports]
    glosses = [{gloss.segment_id: gloss.text for gloss in report.glosses} for report in reports]
    lines = Lines(article.text)
    for segment in page.segments:
        here = [by_segment.get(segment.id, []) for by_segment in mentions]
        said = [by_segment.get(segment.id, []) for by_segment in findings]
        if not segment.content or (here[0] == here[1] and said[0] == said[1]):
            continue
        effects = (*_mention_effects(*here), *_finding_effects(*said))
        english = (glosses[0].get(segment.id, ""), glosses[1].get(segment.id, ""))
        is_stale = segment.language == "ja" and _enforced(here[0]) != _enforced(here[1])
        if effects or is_stale or english[0] != english[1]:
            yield (
                segment,
                SentenceImpact(
                    source=article.source,
                    line=lines.number(segment.span.start),
                    language=segment.language,
                    text=segment.text,
                    effects=effects,
                    gloss=english if english[0] != english[1] else None,
                    translation=is_stale,
                ),
            )


def _by_segment(items: Sequence[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        if item.segment_id is not None:  # what is about the article as a whole depends on no glossary
            found.setdefault(item.segment_id, []).append(item)
    return found


def _mention_effects(before: Sequence[Mention], after: Sequence[Mention]) -> Iterator[Effect]:
    old, new = ({mention.span: mention for mention in mentions} for mentions in (before, after))
    for span in sorted({*old, *new}):
        first, second = old.get(span), new.get(span)
        if first is None or second is None:
            mention = first or second
            assert mention
            yield Effect("mention", "removed" if first else "added", mention.surface, _told(first), _told(second))
            continue
        if _identity(first) != _identity(second):
            yield Effect("mention", "changed", first.surface, _told(first), _told(second))
        for language in ("en", "ja"):
            writes, wrote = _written(second.concept, language), _written(first.concept, language)
            if writes != wrote and first.concept.id == second.concept.id:
                yield Effect("preferred", "changed", first.surface, wrote or "nothing", writes or "nothing")


def _identity(mention: Mention) -> tuple[str, str, str]:
    return mention.concept.id, mention.term.text, mention.kind


def _told(mention: Mention | None) -> str:
    if mention is None:
        return ""
    term = f", a form of {mention.term.text}" if mention.kind is MentionKind.SHORT_FORM else ""
    return f"{mention.concept.id} ({mention.kind}{term})"


def _written(concept: Concept, language: str) -> str:
    """What jaen writes for *concept*, "" where it has no preferred term."""
    term = concept.preferred(language)
    return term.text if term else ""


def _finding_effects(before: Sequence[Finding], after: Sequence[Finding]) -> Iterator[Effect]:
    old, new = ({(finding.span, finding.code): finding for finding in findings} for findings in (before, after))
    for key in dict.fromkeys([*old, *new]):
        first, second = old.get(key), new.get(key)
        if first != second:
            change = "changed" if first and second else "removed" if first else "added"
            yield Effect("finding", change, "", _complaint(first), _complaint(second))


def _complaint(finding: Finding | None) -> str:
    return f"{finding.code}: {finding.message}" if finding else ""


def _enforced(mentions: Sequence[Mention]) -> set[tuple[str, str, bool, frozenset[str]]]:
    """What the translation of a Japanese sentence depends on: each concept in it with what may and must be written."""
    return {
        (
            mention.concept.id,
            _written(mention.concept, "en"),
            mention.concept.keep,
            frozenset(t.text for t in mention.concept.terms if t.language == "en" and t.status in _REFUSED),
        )
        for mention in mentions
        if mention.kind in ENFORCED and mention.term.language == "ja"
    }


def _plain(sentence: SentenceImpact) -> dict[str, Any]:
    effects = [
        {"what": one.what, "change": one.change, "surface": one.surface, "before": one.before, "after": one.after}
        for one in sentence.effects
    ]
    return {
        "source": sentence.source,
        "line": sentence.line,
        "language": sentence.language,
        "text": sentence.text,
        "effects": effects,
        "gloss": list(sentence.gloss) if sentence.gloss else None,
        "translation": sentence.translation,
    }
