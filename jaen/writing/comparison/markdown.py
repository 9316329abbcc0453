"""A comparison in Markdown, for mail and issue trackers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TextIO, TypeVar

from jaen.model.comparison import ComparedArticle, Comparison, Copy, Event, Question, Story, Variants
from jaen.writing.comparison.digest import (
    about,
    contradictions,
    copied,
    cut,
    days,
    facts,
    listed,
    not_compared,
    other_questions,
    overview,
    places,
    spread,
)
from jaen.writing.markdown import escape

__all__ = ["write_comparison_markdown"]

_Item = TypeVar("_Item")


def write_comparison_markdown(comparison: Comparison, out: TextIO) -> None:
    """CommonMark with GitHub's tables; of long lists the beginning, and how much more there is."""
    out.write("\n\n".join(_parts(comparison)) + "\n")


def _parts(comparison: Comparison) -> Iterator[str]:
    yield f"# {escape(overview(comparison))}"
    yield from _list(comparison.articles, _article)
    yield from _section("Copies", comparison.copies, _copy)
    yield from _common(comparison)
    yield from _section("Stories", comparison.stories, _story)
    yield from _apart(comparison)
    yield from _section("Contradictions", contradictions(comparison), _question)
    yield from _section("Who says what", other_questions(comparison), _question)
    yield from _section("Timeline", comparison.timeline, _event)
    yield from _section("Dates that can't be resolved", comparison.undated, _event)
    yield from _section("In which words", comparison.variants, _variants)


def _section(title: str, items: Sequence[_Item], lines: Callable[[_Item], Iterable[str]]) -> Iterator[str]:
    if items:
        yield f"## {title}"
        yield from _list(items, lines)


def _list(items: Sequence[_Item], lines: Callable[[_Item], Iterable[str]]) -> Iterator[str]:
    """One item each, what is said of it below."""
    shown, more = cut(items)
    rows = []
    for item in shown:
        first, *others = lines(item)
        rows += [f"- {first}", *(f"  - {other}" for other in others)]
    if rows:
        yield "\n".join(rows)
    if more:
        yield f"*{escape(more)}*"


def _article(article: ComparedArticle) -> Iterator[str]:
    yield f"**{escape(article.id)}** {escape(article.title or '(no title)')} ({escape(about(article))})"


def _copy(copy: Copy) -> Iterator[str]:
    yield escape(copied(copy))
    for label, text in facts(copy):
        yield f"{label}: {escape(text)}"


def _common(comparison: Comparison) -> Iterator[str]:
    if common := not_compared(comparison):
        yield f"*{escape(common)}*"


def _apart(comparison: Comparison) -> Iterator[str]:
    if comparison.apart and comparison.stories:
        yield f"apart: {escape(listed(comparison.apart, 12))}"


def _story(story: Story) -> Iterator[str]:
    yield escape(f"{listed(story.articles, 12)} ({', '.join(story.languages)})")
    shown, more = cut(story.links, 10)
    for link in shown:
        shared = listed(one.label for one in link.evidence)
        yield escape(f"{link.first} + {link.second} ({link.score:.1f}): {shared}")
    if more:
        yield escape(more)


def _question(question: Question) -> Iterator[str]:
    yield f"{escape(question.label)}: **{question.verdict.value}** ({escape(question.reason)})"
    shown, more = cut(question.answers, 10)
    for answer in shown:
        yield escape(f"{answer.label}: {places(answer.places)}")
    if more:
        yield escape(more)


def _event(event: Event) -> Iterator[str]:
    first = event.places[0]
    when = days(event) or f"{first.text} ({event.reason})"
    yield f"**{escape(when)}** {escape(first.sentence)} ({escape(places(event.places))})"


def _variants(variants: Variants) -> Iterator[str]:
    yield escape(variants.label)
    for variant in variants.variants:
        yield f"{variant.language} **{escape(variant.text)}**: {escape(spread(variant))}"
