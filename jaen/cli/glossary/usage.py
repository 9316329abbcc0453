"""`jaen glossary usage`: a concordance of one concept, keyword in context."""

import json
from collections.abc import Iterator, Sequence
from itertools import accumulate

import click

from jaen.cli.articles import Articles
from jaen.cli.asking import format_option
from jaen.cli.codes import EXIT_ERROR, EXIT_FINE
from jaen.cli.glossary.common import glossary_option
from jaen.cli.options import Source, source_options
from jaen.cli.output import counted, with_progress
from jaen.config import Settings
from jaen.corpus.usage import ArticleUsage, Occurrence, Usage
from jaen.corpus.usage import usage as look_up
from jaen.glossary import Glossary
from jaen.glossary.sources.schema import LANGUAGE_NAMES
from jaen.model import MentionKind
from jaen.writing.cells import one_line, pad, width

__all__ = ["usage"]


@click.command()
@click.argument("concept_id", metavar="ID")
@glossary_option
@click.option(
    "--kwic", type=click.IntRange(1, 200), default=30, show_default=True, help="Cells of context on each side."
)
@click.option(
    "-n", "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Lines for each language and kind."
)
@format_option("text", "json")
@source_options
def usage(concept_id: str, folder: str, kwic: int, limit: int, form: str, source: Source) -> int:
    """Where articles use a concept, in both languages, by the kind of mention; each with what stands around it.

    Says of articles in both languages where only one of them names the concept.

    \b
    jaen glossary usage national-cybersecurity-office examples -g glossaries/news
    """
    articles = Articles(source.paths, source.reading)
    found = look_up(Glossary.load(folder), concept_id, with_progress(articles, quiet=False), Settings(), limit)
    if form == "json":
        click.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=1))
    else:
        for line in _lines(found, kwic, limit):
            click.echo(line)
    return EXIT_ERROR if articles.failed else EXIT_FINE


def _lines(found: Usage, kwic: int, limit: int) -> Iterator[str]:
    total = sum(found.counts.values())
    where = f"{counted(total, 'mentions')} in {len(found.articles)} of {counted(found.read, 'articles')}"
    yield f"{found.concept.id}  {found.concept.title}: {where}"
    for language in dict.fromkeys([*LANGUAGE_NAMES, *(language for language, _ in sorted(found.counts))]):
        for kind in MentionKind:
            count = found.counts.get((language, kind), 0)
            if count:
                yield f"\n{LANGUAGE_NAMES.get(language, language)}, {kind} ({count})"
                shown = [one for one in found.occurrences if (one.language, one.kind) == (language, kind)]
                yield from _concordance(shown, kwic)
                yield from _more(count - len(shown), "lines")
    if found.articles:
        yield "\nby article"
        yield from _table(found.articles[:limit])
        yield from _more(len(found.articles) - limit, "articles")


def _more(count: int, what: str) -> Iterator[str]:
    if count > 0:
        yield f"  … and {count} more {what if count > 1 else what[:-1]}; -n shows more"


def _concordance(shown: Sequence[Occurrence], kwic: int) -> Iterator[str]:
    """Lines with the keyword in one column."""
    places = [f"{one.source}:{one.line}" for one in shown]
    widest = max(map(width, places))
    for one, place in zip(shown, places, strict=True):
        # One more character keeps the blank beside the keyword when the ends are trimmed.
        before, after = one_line(one.before + "|")[:-1], one_line("|" + one.after)[1:]
        left, right = _cut(before[::-1], kwic)[::-1], _cut(after, kwic)
        note = "  (a machine's summary)" if one.is_weak else ""
        blank = " " * (kwic - width(left))
        yield f"  {pad(place, widest)}  {blank}{left}[{one_line(one.surface)}]{right}{note}"


def _cut(text: str, cells: int) -> str:
    """The start of *text*, with … in its last cell when there is more."""
    if width(text) <= cells:
        return text
    widths = accumulate(width(char) for char in text)
    return text[: sum(used < cells for used in widths)] + "…"


def _table(articles: Sequence[ArticleUsage]) -> Iterator[str]:
    widest = max(width(one.source) for one in articles)
    for one in articles:
        counts = "  ".join(f"{language} {count}" for language, count in sorted(one.counts.items(), reverse=True))
        missing = f"  ← no {LANGUAGE_NAMES[one.missing]} sentence names it" if one.missing else ""
        yield f"  {pad(one.source, widest)}  {counts}{missing}"
