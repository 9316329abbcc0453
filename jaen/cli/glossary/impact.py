"""`jaen glossary impact`: what a change of the glossary does to articles; other commands show it before they write."""

import json
from collections.abc import Iterator, Sequence

import click

from jaen.cli.articles import Articles
from jaen.cli.asking import format_option
from jaen.cli.codes import EXIT_ERROR, EXIT_FINE
from jaen.cli.glossary.common import glossary_option
from jaen.cli.glossary.diff import glossary_at, glossary_before
from jaen.cli.options import Source, source_options
from jaen.cli.output import counted, say, with_progress
from jaen.config import Settings
from jaen.corpus.impact import Impact, SentenceImpact, outdated_translations
from jaen.corpus.impact import impact as measure
from jaen.glossary import Glossary
from jaen.translation import Memory
from jaen.translation.memory import default_path
from jaen.writing.cells import one_line

__all__ = ["corpus_option", "impact", "show_impact"]

corpus_option = click.option(
    "--corpus",
    multiple=True,
    type=click.Path(),  # so that $JAEN_CORPUS is divided as $PATH is
    envvar="JAEN_CORPUS",
    metavar="PATH",
    help="Articles to show the impact on before writing, a file or a folder; default: $JAEN_CORPUS.",
)


def show_impact(before: Glossary, after: Glossary, corpus: Sequence[str], limit: int = 3) -> None:
    """Print what a change does to the articles at *corpus*; nothing when no corpus is given.

    Args:
        before: the glossary without the change.
        after: the glossary with it.
        corpus: files and folders, as `corpus_option` gives them.
        limit: sentences shown for each kind of effect.
    """
    if corpus:
        found = measure(before, after, with_progress(Articles(corpus), quiet=False), Settings(), limit)
        for line in impact_lines(found):
            click.echo(line)


@click.command()
@glossary_option
@click.option(
    "--against",
    metavar="OLD",
    help="What to compare with: a folder or file, or a version of -g; default: the last commit, else the last version.",
)
@click.option(
    "-n",
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="Sentences for each kind of effect.",
)
@format_option("text", "json")
@source_options
def impact(folder: str, against: str | None, limit: int, form: str, source: Source) -> int:
    """What a change of the glossary does to articles: mentions, findings, what is written, translations to redo.

    -g is the glossary with the change. Of your translation memory (JAEN_MEMORY), what it outdates is counted. The commands that write (add, import, merge …) show the same with --corpus.

    \b
    jaen glossary impact examples -g glossaries/news                    since the last commit
    jaen glossary impact examples -g glossaries/new --against glossaries/news
    """
    if against is None:
        name, before = glossary_before(folder)
        say(f"compared with {name}")
    else:
        before = glossary_at(against, folder)
    articles = Articles(source.paths, source.reading)
    after = Glossary.load(folder)
    found = measure(before, after, with_progress(articles, quiet=False), Settings(), limit)
    path = default_path()
    outdated = outdated_translations(before, after, Memory(path)) if path else 0
    if form == "json":
        click.echo(json.dumps({**found.to_dict(), "outdated": outdated}, ensure_ascii=False, indent=1))
        return EXIT_ERROR if articles.failed else EXIT_FINE
    for line in impact_lines(found):
        click.echo(line)
    if outdated:
        click.echo(f"\n{counted(outdated, 'translations')} in the memory {path} will be made again")
    return EXIT_ERROR if articles.failed else EXIT_FINE


def impact_lines(found: Impact) -> Iterator[str]:
    """The impact for the terminal: a summary, then the sentences."""
    yield _summary(found)
    for sentence in found.examples:
        yield from _sentence_lines(sentence)
    more = found.sentences - len(found.examples)
    if more:
        yield f"\n… and {more} more sentence{'s' if more > 1 else ''}"


def _summary(found: Impact) -> str:
    if not found.sentences:
        return f"changes nothing in {counted(found.articles, 'articles')}"
    headlines = f" ({counted(found.headlines, 'headlines')})" if found.headlines else ""
    parts = [
        f"changes {counted(found.sentences, 'sentences')}{headlines} in {found.touched} of {counted(found.articles, 'articles')}"
    ]
    for what in ("mention", "finding"):
        signs = (
            (sign, found.counts.get((what, change), 0))
            for sign, change in zip("+-~", ("added", "removed", "changed"), strict=True)
        )
        tally = " ".join(f"{sign}{count}" for sign, count in signs if count)
        parts += [f"{what}s {tally}"] if tally else []
    written = found.counts.get(("preferred", "changed"), 0)
    parts += [f"written otherwise {written}"] if written else []
    parts += [f"translations to redo {found.translations}"] if found.translations else []
    return ", ".join(parts)


def _sentence_lines(sentence: SentenceImpact) -> Iterator[str]:
    yield f"\n{sentence.source}:{sentence.line}  {one_line(sentence.text)}"
    for effect in sentence.effects:
        yield f"  {one_line(str(effect))}"
    if sentence.gloss:
        before, after = map(one_line, sentence.gloss)
        yield f"  gloss before: {before}"
        yield f"  gloss after:  {after}"
    if sentence.translation:
        yield "  a stored translation would have to be made again"
