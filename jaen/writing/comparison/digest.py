"""What the formats for people have in common: things counted, places named, long lists cut with how much more there is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import TypeVar

from jaen.model.comparison import ComparedArticle, Comparison, Copy, CopyKind, Event, Place, Question, Variant, Verdict
from jaen.writing.cells import one_line
from jaen.writing.digest import counted

__all__ = [
    "about",
    "contradictions",
    "copied",
    "cut",
    "days",
    "facts",
    "listed",
    "not_compared",
    "other_questions",
    "overview",
    "places",
    "spread",
]

_MANY = 30  # rows of a section
_FEW = 6  # things on a line
_Item = TypeVar("_Item")


def overview(comparison: Comparison) -> str:
    """`5 articles (4 en, 1 ja): 1 copy, 1 story, 2 contradictions`."""
    languages = Counter(article.language for article in comparison.articles)
    listed = ", ".join(f"{count} {language}" for language, count in languages.most_common())
    found = (
        counted(sum(copy.kind is not CopyKind.PARTIAL for copy in comparison.copies), "copy", "copies"),
        counted(len(comparison.stories), "story", "stories"),
        counted(len(contradictions(comparison)), "contradiction"),
    )
    articles = counted(len(comparison.articles), "article")
    return f"{articles}{f' ({listed})' if listed else ''}: {', '.join(found)}"


def contradictions(comparison: Comparison) -> tuple[Question, ...]:
    """The questions of which only one answer can be right."""
    return tuple(one for one in comparison.questions if one.verdict is Verdict.CONTRADICTION)


def other_questions(comparison: Comparison) -> tuple[Question, ...]:
    """The questions whose answers can stand beside each other."""
    return tuple(one for one in comparison.questions if one.verdict is not Verdict.CONTRADICTION)


def cut(items: Sequence[_Item], limit: int = _MANY) -> tuple[Sequence[_Item], str]:
    """The first of *items*, and a line on the others, "" when there are none."""
    return items[:limit], f"… {len(items) - limit} more; -f json has all" if len(items) > limit else ""


def listed(items: Iterable[str], limit: int = _FEW) -> str:
    """The first of *items* on one line, and how many more there are."""
    found = list(items)
    return ", ".join(found[:limit]) + (f" … {len(found) - limit} more" if len(found) > limit else "")


def about(article: ComparedArticle) -> str:
    """`ja · 2026-07-08 · KYODO · 13 sentences · machine summary`; what is not known is left out."""
    outlet = one_line(article.outlet) if article.outlet_from != "file" else ""
    parts = (
        article.language,
        str(article.day) if article.day else "no date",
        outlet,
        counted(article.sentences, "sentence"),
        "machine summary" if article.has_machine_summary else "",
    )
    return " · ".join(part for part in parts if part)


def place(where: Place) -> str:
    """`wire-story:3`, and whether a machine wrote it."""
    return f"{one_line(where.article_id)}:{where.line}{' (machine)' if where.is_machine else ''}"


def places(where: Iterable[Place]) -> str:
    """Several places on one line."""
    return listed(map(place, where))


def days(event: Event) -> str:
    """`2026-05-18`, `2026-05`, `2026`, `2026-05-11 – 2026-05-20`; "" where the date can't be resolved."""
    first, last = event.first, event.last
    if not (first and last):
        return ""
    if first == last:
        return str(first)
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and first.year == last.year:
        if first.month == last.month:
            return f"{first:%Y-%m}"
        if (first.month, last.month) == (1, 12):
            return f"{first:%Y}"
    return f"{first} – {last}"


def copied(copy: Copy) -> str:
    """How much of the smaller article stands in the other, and who copies whom, as far as that is known."""
    how = {
        CopyKind.EXACT: "has the same sentences as",
        CopyKind.CONTAINS: "is contained in" if copy.sizes[1] <= copy.sizes[0] else "contains",
        CopyKind.NEAR: "is near to",
        CopyKind.PARTIAL: "shares passages with",
    }[copy.kind]
    share = f"{copy.shared} of {min(copy.sizes)} sentences, containment {copy.containment:.2f}"
    return f"{one_line(copy.copy)} {how} {one_line(copy.original)} ({share})"


def not_compared(comparison: Comparison) -> str:
    """The sentences that say nothing about copies, with the reason; "" where there are none."""
    if not comparison.common:
        return ""
    number = len(comparison.common)
    sentence, articles = next(iter(comparison.common.items()))
    what = "1 sentence was" if number == 1 else f"{number} sentences were"
    return (
        f"{what} not looked at, as too many articles have the same that are no copies: {one_line(sentence)} "
        f"({counted(articles, 'article')})"
    )


def facts(copy: Copy) -> list[tuple[str, str]]:
    """What is known of a copy, as (label, text): who was first and why, what the copy inherits."""
    first = f"{one_line(copy.original)}: {'; '.join(copy.evidence)}" if copy.is_directed else "nothing tells"
    rows = [("original", one_line(first))]
    if copy.inherited:
        inherited = (
            f"{one.name} {one_line(one.value)!r}{' (states it, too)' if one.is_stated else ''}"
            for one in copy.inherited
        )
        rows.append(("inherits", "; ".join(inherited)))
    if copy.kind in (CopyKind.NEAR, CopyKind.PARTIAL) and copy.passages:
        passed = copy.passages[0]
        rows.append(
            (
                "passage",
                f"{counted(passed.sentences, 'sentence')} from {place(passed.original)}: {one_line(passed.original.sentence)}",
            )
        )
    return rows


def spread(variant: Variant) -> str:
    """Who uses a spelling, the first first; `first` is told only where the days are known."""
    outlets = listed(
        f"{one_line(use.outlet)} {use.count}{f' (from {use.day})' if use.day else ''}" for use in variant.outlets
    )
    known = (
        ""
        if variant.is_first_known
        else ", first known"
        if any(use.day for use in variant.outlets)
        else ", order unknown"
    )
    return f"{counted(variant.count, 'time')}; first {place(variant.first)}{known}; {outlets}"
