"""`jaen process`: articles in, one stream out."""

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
from jaen.cli.output import Destination, say
from jaen.cli.results import Batch
from jaen.corpus import Recipe
from jaen.errors import EngineUnavailable
from jaen.translation import Translator
from jaen.writing import FORMATS

__all__ = ["process"]


@click.command()
@recipe_options
@output_options(FORMATS)
@translation_options(is_required=False)
@run_options
@source_options
def process(source: Source, recipe: Recipe, translating: Translating, destination: Destination, run: Run) -> int:
    """Articles in, one clean, term-aligned stream out.

    PATH is a file (.txt .md .html .jsonl), a folder, or - for standard input.

    \b
    jaen process examples -g glossaries/news            one JSON line per article
    jaen process page.html -g glossaries/news -f text   to read at the terminal
    jaen process examples -g glossaries/news --to en    with translations, where a package is installed
    """
    return Batch(source, recipe, _translator(translating), run).write(destination)


def _translator(translating: Translating) -> Translator | None:
    """Nothing to translate with is a normal state: English readers get glosses then."""
    try:
        return translating.open()
    except EngineUnavailable as missing:
        say(f"{missing}\nwithout translation; Japanese gets a gloss")
        return None
