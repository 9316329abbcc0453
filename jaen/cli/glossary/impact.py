"""`jaen glossary impact`: what a change of the glossary does to articles; other commands show it before they write."""

from collections.abc import Iterator, Sequence

import click

from jaen.cli.output import counted, say, with_progress
from jaen.config import Settings
from jaen.corpus.impact import Impact, SentenceImpact
from jaen.corpus.impact import impact as measure
from jaen.glossary import Glossary
from jaen.model import Article
from jaen.reading import Failed, read_paths
from jaen.writing.cells import one_line

__all__ = ["corpus_option", "show_impact"]

corpus_option = click.option(
    "--corpus",
    multiple=True,
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
        articles = _Articles(corpus)
        found = measure(before, after, with_progress(articles, quiet=False), Settings(), limit)
        for line in impact_lines(found):
            click.echo(line)


class _Articles:
    """The articles of some paths; what can't be read is said and counted."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths
        self.failed = 0

    def __iter__(self) -> Iterator[Article]:
        for article in read_paths(self._paths):
            if isinstance(article, Failed):
                self.failed += 1
                say(str(article.error))
            else:
                yield article


def impact_lines(found: Impact) -> Iterator[str]:
    """The impact for the terminal: a summary, then the sentences."""
    yield _summary(found)
    for sentence in found.examples:
        yield from _sentence_lines(sentence)
    more = found.sentences - len(found.examples)
    if more:
        yield f"… and {counted(more, 'sentences')} more"


def _summary(found: Impact) -> str:
    if not found.sentences:
        return f"changes nothing in {counted(found.articles, 'articles')}"
    headlines = f" ({counted(found.headlines, 'headlines')})" if found.headlines else ""
    parts = [
        f"changes {counted(found.sentences, 'sentences')}{headlines} in {found.touched} of {found.articles} articles"
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
