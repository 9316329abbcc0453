"""`jaen translate`: articles in the other language."""

import click

from jaen.cli.options import (
    Run,
    Source,
    Translating,
    output_options,
    recipe_options,
    run_options,
    source_options,
    translation_options,
)
from jaen.cli.output import Destination
from jaen.cli.results import Batch
from jaen.corpus import Recipe
from jaen.writing import FORMATS

__all__ = ["translate"]

_FORMATS = ("bilingual", "article", *(name for name in FORMATS if name not in ("bilingual", "article")))


@click.command()
@translation_options(is_required=True)
@recipe_options
@output_options(_FORMATS)
@run_options
@source_options
def translate(source: Source, recipe: Recipe, translating: Translating, destination: Destination, run: Run) -> int:
    """Articles in the other language, every term of the glossary in its place.

    The default is a bilingual text; -f article is the article itself, its sentences exchanged. A sentence of which
    nothing came that can be passed on is marked, with the reason, and has a gloss.

    \b
    jaen translate page.txt --to en -g glossaries/news
    jaen translate page.txt --to en -g glossaries/news -f article -o page.en.txt
    jaen translate page.txt --to ja --engine openai --url http://localhost:8080/v1 --model NAME
    """
    return Batch(source, recipe, translating.open(), run).write(destination)
