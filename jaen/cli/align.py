"""`jaen align`: a text and its translation, sentence beside sentence."""

import click

from jaen.api import align as align_reports
from jaen.cli.articles import one_article
from jaen.cli.codes import EXIT_FINDINGS, EXIT_FINE
from jaen.cli.options import output_options, reading_options, recipe_options
from jaen.cli.output import Destination, counted, say
from jaen.corpus import Recipe
from jaen.reading import ReadOptions
from jaen.writing.alignment import ALIGNMENT_WRITERS, write_alignment
from jaen.writing.tmx import is_kept

__all__ = ["align"]


@click.command()
@click.argument("source", metavar="SOURCE")
@click.argument("target", metavar="TARGET")
@recipe_options
@reading_options
@output_options(tuple(ALIGNMENT_WRITERS))
def align(source: str, target: str, recipe: Recipe, reading: ReadOptions, destination: Destination) -> int:
    """Which sentence of a translation says what which sentence of the source says.

    SOURCE and TARGET are files with one article each, in any format that jaen reads; of a file with several name the
    line. Each row tells how many sentences stand together (1-2: one became two), how sure that is, and what both have.
    A glossary helps, and is not needed.

    Where the two are no translation of each other, or too little can tell, that is said, what is written is a guess,
    and the exit code is 1.

    \b
    jaen align page-ja.txt page-en.txt
    jaen align page-ja.txt page-en.txt -g glossaries/news -f jsonl -o beads.jsonl
    jaen align page-ja.txt page-en.txt -f tmx -o page.tmx          for jaen memory import, and for translation tools
    jaen align feed.jsonl:1 feed.jsonl:2
    """
    pipeline = recipe.pipeline()
    reports = [pipeline(one_article(path, reading)) for path in (source, target)]
    alignment = align_reports(*reports)
    with destination.open((source, target)) as out:
        write_alignment(alignment, destination.format, out)
    left_out = sum(not is_kept(bead) for bead in alignment.beads)
    if destination.format == "tmx" and left_out:
        say(f"{counted(left_out, 'rows')} left out: without a counterpart, or too unsure for a memory")
    if alignment.is_trusted:
        return EXIT_FINE
    say(
        f"{target} does not look like a translation of {source} (confidence {alignment.confidence:.2f}); "
        "take the rows for a guess, or name the two texts that belong together"
    )
    return EXIT_FINDINGS
