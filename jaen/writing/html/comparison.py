"""Several articles against each other: who says what, copies, stories, when, in which words; then the articles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TextIO

from jaen.model import Report
from jaen.model.comparison import (
    Answer,
    ComparedArticle,
    Comparison,
    Copy,
    CopyKind,
    Event,
    Place,
    Question,
    Story,
    Variant,
    Verdict,
)
from jaen.writing.comparison.digest import days
from jaen.writing.digest import counted, language_name
from jaen.writing.html.document import Body, Top, concept_section, spool, write_bottom, write_top
from jaen.writing.html.findings import Places
from jaen.writing.html.sentences import html_language
from jaen.writing.html.templates import render
from jaen.writing.html.views import Label

__all__ = ["ComparisonPage", "write_comparison_html"]

_VERDICTS: Mapping[Verdict, tuple[str, str, str]] = {
    Verdict.CONTRADICTION: ("error", "✕", "Contradiction"),
    Verdict.DIFFER: ("warning", "▲", "Answers differ"),
    Verdict.DIFFERENT_SETS: ("info", "●", "Different sets"),
    Verdict.AGREE: ("agree", "✓", "All agree"),
}
_RELATIONS: Mapping[CopyKind, str] = {
    CopyKind.EXACT: "is copied whole in",
    CopyKind.CONTAINS: "is copied in",  # the smaller of the two is contained in the other
    CopyKind.NEAR: "is copied, with changes, in",
    CopyKind.PARTIAL: "is copied in part in",
}


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A line of the table of articles."""

    name: Label
    language: str
    day: str
    outlet: str
    sentences: int
    note: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where an article says something: its words, the sentence, and a link to it where the article is in the page."""

    article: str
    text: str
    sentence: str
    language: str
    href: str
    is_machine: bool


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer, and everyone who gives it."""

    label: str
    is_machine: bool
    places: tuple[PlaceView, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question; `tone`, `icon` and `word` show the verdict."""

    label: str
    tone: str
    icon: str
    word: str
    reason: str
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class CopyView:
    """Two articles with the same sentences."""

    first: Label
    second: Label
    relation: str
    measure: str
    evidence: tuple[str, ...]
    inherited: tuple[Label, ...]
    passages: tuple[tuple[str, PlaceView], ...]


@dataclass(frozen=True, slots=True)
class LinkEvidence:
    """Something that two articles share."""

    kind: str
    label: str
    first: PlaceView
    second: PlaceView


@dataclass(frozen=True, slots=True)
class LinkView:
    """Two articles of one story."""

    first: Label
    second: Label
    evidence: tuple[LinkEvidence, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """Articles that tell one story."""

    articles: tuple[Label, ...]
    languages: str
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """A dated sentence and who has it."""

    when: str
    reason: str
    places: tuple[PlaceView, ...]


@dataclass(frozen=True, slots=True)
class VariantView:
    """A spelling, and who uses it."""

    text: str
    language: str
    count: int
    first: PlaceView
    first_note: str
    outlets: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """The page before the articles."""

    articles: tuple[ArticleRow, ...]
    questions: tuple[QuestionView, ...]
    copies: tuple[CopyView, ...]
    common: tuple[tuple[str, int], ...]
    stories: tuple[StoryView, ...]
    apart: tuple[Label, ...]
    timeline: tuple[EventView, ...]
    undated: tuple[EventView, ...]
    variants: tuple[tuple[str, tuple[VariantView, ...]], ...]


def write_comparison_html(comparison: Comparison, reports: Iterable[Report], out: TextIO) -> None:
    """One self-contained page: the comparison, then the articles themselves, and links from every claim to its place.

    Args:
        comparison: as `jaen.corpus.compare.compare` gives it.
        reports: of the articles that the page is to hold, usually all that were compared; a generator is not read
            ahead. Places in articles that are not among them are quoted without a link.
        out: a text stream.
    """
    with ComparisonPage() as page:
        for _ in page.passing(reports):
            pass
        page.write(comparison, out)


class ComparisonPage:
    """The same page for reports that pass by only once: articles are written while they are being compared.

    Use it in a `with` statement: `comparison = compare(page.passing(reports))`, then `page.write(comparison, out)`.
    """

    def __init__(self) -> None:
        self._waiting = spool()
        self._body = Body(self._waiting)
        self._anchors: dict[tuple[str, str], str] = {}
        self._languages: dict[tuple[str, str], str] = {}
        self._ids: set[str] = set()

    def __enter__(self) -> "ComparisonPage":
        return self

    def __exit__(self, *error: object) -> None:
        self._waiting.close()

    def passing(self, reports: Iterable[Report]) -> Iterator[Report]:
        """*reports* as they are; an article that comes twice stands in the page once."""
        for report in reports:
            if report.article.id not in self._ids:
                self._ids.add(report.article.id)
                found = self._body.add(report)
                self._anchors.update(found.anchors)
                self._languages.update(found.languages)
            yield report

    def write(self, comparison: Comparison, out: TextIO) -> None:
        """The page of what has passed."""
        view = _Views(comparison, Places(self._anchors, self._languages)).page()
        names = (
            ("Who says what", "questions", view.questions),
            ("Copies", "copies", view.copies),
            ("Stories", "stories", view.stories),
            ("Timeline", "timeline", view.timeline or view.undated),
            ("Variants", "variants", view.variants),
        )
        sections = tuple(Label(name, "", f"#{anchor}") for name, anchor, there in names if there)
        overview = self._body.tally.overview(self._body.concepts)
        title = f"{counted(len(view.articles), 'article')} compared"
        sections += concept_section(self._body.concepts)
        write_top(out, Top(title, title, sections, overview.counts, overview.ignored))
        out.writelines(render("comparison.html", comparison=view))
        self._body.copy_to(out)
        write_bottom(out, self._body.concepts)


class _Views:
    """The parts of a comparison as the page shows them.

    Args:
        places: of the sentences that are in the page.
    """

    def __init__(self, comparison: Comparison, places: Places) -> None:
        self._comparison, self._places = comparison, places
        self._rows = {row.id: row for row in comparison.articles}
        self._article_anchors = {key[0]: anchor.partition("s")[0] for key, anchor in places.anchors.items()}

    def page(self) -> ComparisonView:
        """All of it."""
        compared = self._comparison
        return ComparisonView(
            articles=tuple(self._article(row) for row in compared.articles),
            questions=tuple(self._question(one) for one in compared.questions),
            copies=tuple(self._copy(one) for one in compared.copies),
            common=tuple(compared.common.items()),
            stories=tuple(self._story(one) for one in compared.stories),
            apart=self._names(compared.apart),
            timeline=tuple(self._event(one) for one in compared.timeline),
            undated=tuple(self._event(one) for one in compared.undated),
            variants=tuple((one.label, tuple(map(self._variant, one.variants))) for one in compared.variants),
        )

    def _article(self, row: ComparedArticle) -> ArticleRow:
        return ArticleRow(
            name=self._name(row.id),
            language=html_language(row.language),
            day=row.day.isoformat() if row.day else "",
            outlet=row.outlet,
            sentences=row.sentences,
            note="with a summary written by a machine" if row.has_machine_summary else "",
        )

    def _name(self, article_id: str) -> Label:
        """An article's title, with a link to it."""
        row, anchor = self._rows[article_id], self._article_anchors.get(article_id)
        return Label(row.title or row.id, row.outlet, f"#{anchor}" if anchor else "")

    def _names(self, ids: Sequence[str]) -> tuple[Label, ...]:
        return tuple(map(self._name, ids))

    def _place(self, place: Place) -> PlaceView:
        key = (place.article_id, place.segment_id)
        row, anchor = self._rows[place.article_id], self._places.anchors.get(key)
        name = " · ".join(part for part in (row.outlet, row.day.isoformat() if row.day else "") if part)
        language = self._places.languages.get(key, html_language(row.language))
        return PlaceView(name, place.text, place.sentence, language, f"#{anchor}" if anchor else "", place.is_machine)

    def _all(self, places: Sequence[Place]) -> tuple[PlaceView, ...]:
        return tuple(map(self._place, places))

    def _question(self, question: Question) -> QuestionView:
        tone, icon, word = _VERDICTS[question.verdict]
        answers = tuple(map(self._answer, question.answers))
        return QuestionView(question.label, tone, icon, word, question.reason, answers)

    def _answer(self, answer: Answer) -> AnswerView:
        return AnswerView(answer.label, answer.is_machine, self._all(answer.places))

    def _copy(self, copy: Copy) -> CopyView:
        relation = _RELATIONS[copy.kind] if copy.is_directed else "has sentences in common with"
        stated = ((one.name.replace("-", " "), one.value, one.is_stated) for one in copy.inherited)
        return CopyView(
            first=self._name(copy.original),
            second=self._name(copy.copy),
            relation=relation,
            measure=f"{copy.kind.value}: {counted(copy.shared, 'sentence')} of {copy.sizes[0]} and {copy.sizes[1]}, "
            f"{copy.containment:.0%} of the smaller",
            evidence=copy.evidence,
            inherited=tuple(
                Label(name, value + (" (stated)" if is_stated else "")) for name, value, is_stated in stated
            ),
            passages=tuple((counted(one.sentences, "sentence"), self._place(one.copy)) for one in copy.passages),
        )

    def _story(self, story: Story) -> StoryView:
        links = tuple(
            LinkView(
                self._name(link.first),
                self._name(link.second),
                tuple(
                    LinkEvidence(one.kind, one.label, self._place(one.first), self._place(one.second))
                    for one in link.evidence
                ),
            )
            for link in story.links
        )
        languages = ", ".join(language_name(tag).capitalize() for tag in story.languages)
        return StoryView(self._names(story.articles), languages, links)

    def _event(self, event: Event) -> EventView:
        return EventView(days(event), event.reason, self._all(event.places))

    def _variant(self, variant: Variant) -> VariantView:
        outlets = ", ".join(f"{use.outlet} {use.count}" for use in variant.outlets)
        note = "first" if variant.is_first_known else "first here (an article has no date)"
        return VariantView(variant.text, variant.language, variant.count, self._place(variant.first), note, outlets)
