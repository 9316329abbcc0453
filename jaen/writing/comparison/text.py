"""A comparison for a terminal: copies, stories and contradictions first, then who says what, when, and in which words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TextIO, TypeVar

from jaen.model.comparison import ComparedArticle, Comparison, Copy, Event, Question, Story, Variants
from jaen.writing.cells import one_line, width, wrap
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
from jaen.writing.terminal import WIDTH, beside

__all__ = ["write_comparison_text"]

_Item = TypeVar("_Item")


def write_comparison_text(comparison: Comparison, out: TextIO) -> None:
    """Lines of at most 100 cells; of long lists the beginning, and how much more there is."""
    out.writelines(f"{line}\n" for line in _page(comparison))


def _page(comparison: Comparison) -> Iterator[str]:
    yield "═" * WIDTH
    yield from wrap(overview(comparison), WIDTH)
    yield "─" * WIDTH
    yield from _rows(comparison.articles, _article)
    yield from _section("Copies", chain(_rows(comparison.copies, _copy), _common(comparison)))
    yield from _section("Stories", chain(_rows(comparison.stories, _story), _apart(comparison)))
    yield from _section("Contradictions", _rows(contradictions(comparison), _question))
    yield from _section("Who says what", _rows(other_questions(comparison), _question))
    yield from _section("Timeline", _rows(comparison.timeline, _event))
    yield from _section("Dates that can't be resolved", _rows(comparison.undated, _undated))
    yield from _section("In which words", _rows(comparison.variants, _variants))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = tuple(lines)
    if found:
        yield from ("", title)
        yield from found


def _rows(items: Sequence[_Item], lines: Callable[[_Item], Iterator[str]]) -> Iterator[str]:
    shown, more = cut(items)
    yield from chain.from_iterable(map(lines, shown))
    if more:
        yield f"  {more}"


def _article(article: ComparedArticle) -> Iterator[str]:
    head = f"  {one_line(article.id)}  "
    indent = head if width(head) <= WIDTH // 2 else "    "
    if indent != head:
        yield head.rstrip()
    title = one_line(article.title) if article.title else "(no title)"
    yield from beside(indent, f"{title}  [{about(article)}]")


def _copy(copy: Copy) -> Iterator[str]:
    yield from beside("  ", copied(copy))
    for label, text in facts(copy):
        yield from beside(f"    {label}: ", text)


def _common(comparison: Comparison) -> Iterator[str]:
    if common := not_compared(comparison):
        yield from beside("  ", common)


def _story(story: Story) -> Iterator[str]:
    yield from beside("  ", f"{listed(map(one_line, story.articles), 12)} ({', '.join(story.languages)})")
    shown, more = cut(story.links, 10)
    for link in shown:
        shared = listed(one_line(one.label) for one in link.evidence)
        yield from beside("    ", f"{one_line(link.first)} + {one_line(link.second)} ({link.score:.1f}): {shared}")
    if more:
        yield f"    {more}"


def _apart(comparison: Comparison) -> Iterator[str]:
    if comparison.apart and comparison.stories:
        yield from beside("  ", f"apart: {listed(map(one_line, comparison.apart), 12)}")


def _question(question: Question) -> Iterator[str]:
    yield from beside("  ", f"{one_line(question.label)}: {question.verdict.value} ({one_line(question.reason)})")
    shown, more = cut(question.answers, 10)
    for answer in shown:
        yield from beside("    ", f"{one_line(answer.label)}: {places(answer.places)}")
    if more:
        yield f"    {more}"


def _event(event: Event) -> Iterator[str]:
    yield from beside(f"  {days(event)}  ", f"{places(event.places)}  {one_line(event.places[0].sentence)}")


def _undated(event: Event) -> Iterator[str]:
    first = event.places[0]
    yield from beside("  ", f"{one_line(first.text)!r} ({event.reason}): {places(event.places)}")


def _variants(variants: Variants) -> Iterator[str]:
    yield from beside("  ", one_line(variants.label))
    for variant in variants.variants:
        yield from beside(f"    {variant.language} ", f"{one_line(variant.text)}: {spread(variant)}")
