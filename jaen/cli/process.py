"""`jaen process`: articles in, one stream out."""

import click

from jaen.cli.options import Source, output_options, recipe_options, source_options
from jaen.cli.output import Destination, say, with_progress
from jaen.cli.results import Results
from jaen.corpus import Journal, Recipe
from jaen.errors import ConfigError
from jaen.writing import FORMATS, WRITERS, write

__all__ = ["process"]


@click.command()
@recipe_options
@output_options(FORMATS)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to work with.")
@click.option("--resume", is_flag=True, help="Go on where an interrupted run with the same -o stopped (jsonl only).")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="never",
    show_default=True,
    help="Exit with 1 when there is a finding of this severity or worse.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary.")
@source_options
def process(
    source: Source, recipe: Recipe, destination: Destination, workers: int, resume: bool, fail_on: str, quiet: bool
) -> int:
    """Articles in, one clean, term-aligned stream out.

    PATH is a file (.txt .md .html .jsonl), a folder, or - for standard input.

    \b
    jaen process examples -g glossaries/news            one JSON line per article
    jaen process page.html -g glossaries/news -f text   to read at the terminal
    """
    if resume and (destination.path is None or destination.format != "jsonl"):
        raise ConfigError("--resume: works with -o OUT and -f jsonl, where every line is one finished article")
    is_binary = WRITERS[destination.format].is_binary
    if is_binary and destination.path is None:
        raise ConfigError(f"-f {destination.format}: is not text and needs a file; add -o OUT")
    results = Results()
    with destination.open(source.paths, resume) as out:
        journal = Journal.recover(destination.part, recipe) if resume else Journal({})
        reports = results.reports(source, recipe, workers, journal.holds)
        write(with_progress(reports, quiet), destination.format, out.buffer if is_binary else out)
    if not quiet:
        say(results.summary())
    return results.exit_code(fail_on)
