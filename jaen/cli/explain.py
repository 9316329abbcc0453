"""`jaen explain`: why one character was treated as it was."""

import click

from jaen.cli.articles import one_article
from jaen.cli.codes import EXIT_FINE
from jaen.cli.options import reading_options, recipe_options
from jaen.corpus import Recipe
from jaen.errors import InputError
from jaen.explain import explain as explain_character
from jaen.model import Article
from jaen.reading import ReadOptions

__all__ = ["explain"]

AROUND = 20  # code points shown on each side


@click.command(context_settings={"ignore_unknown_options": True})  # or -:482 would be an option
@click.argument("place", metavar="PATH:OFFSET")
@recipe_options
@reading_options
def explain(place: str, recipe: Recipe, reading: ReadOptions) -> int:
    """Every decision that touched one character, and why.

    OFFSET counts characters from 0, as in the JSON output; PATH:TEXT finds the first occurrence of TEXT instead.
    Of a file with several articles, name the line too; - is standard input.

    \b
    jaen explain page.txt:482 -g glossaries/news
    jaen explain page.txt:ミュトス -g glossaries/news
    jaen explain feed.jsonl:2:金融庁 -g glossaries/news
    """
    source, _, where = place.rpartition(":")
    if not source or not where:
        raise InputError(f"{place}: name a file and a character, e.g. page.txt:482 or page.txt:ミュトス")
    article = one_article(source, reading)
    offset = _offset(article, where)
    steps = explain_character(recipe.pipeline(), article, offset)
    click.echo(_context(article.text, offset))
    width = max(len(step.stage) for step in steps)
    for step in steps:
        span = f"[{step.span.start}, {step.span.end})"
        click.echo(f"{step.stage:<{width}}  {span:<16}  {step.what}\n{'':<{width + 18}}  {step.why}")
    return EXIT_FINE


def _offset(article: Article, where: str) -> int:
    if where.isascii() and where.isdigit():
        return int(where)
    offset = article.text.find(where)
    if offset < 0:
        raise InputError(f"{article.source}: {where!r} does not occur; give another text, or an offset from 0")
    return offset


def _context(text: str, offset: int) -> str:
    """The character in its surroundings, between ▸ and ◂."""
    before, after = text[max(0, offset - AROUND) : offset], text[offset + 1 : offset + 1 + AROUND]
    return " ".join(f"…{before}▸{text[offset : offset + 1]}◂{after}…".split())
