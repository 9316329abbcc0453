"""`jaen compare`: copies, stories, contradictions, who says what, when, and in which words."""

import click

from jaen.cli.options import QUIET, WORKERS, Source, output_options, recipe_options, source_options
from jaen.cli.output import Destination, Progress, say
from jaen.cli.results import Results
from jaen.corpus import Recipe
from jaen.corpus.compare import compare as compare_reports
from jaen.errors import InputError
from jaen.writing.comparison import FORMATS, WRITERS
from jaen.writing.html import ComparisonPage

__all__ = ["compare"]


@click.command()
@recipe_options
@output_options((*FORMATS, "html"))
@WORKERS
@QUIET
@source_options
def compare(source: Source, recipe: Recipe, destination: Destination, workers: int, quiet: bool) -> int:
    """What several articles say differently, and which are copies.

    PATH is an article, a folder of them, a .jsonl with one on each line, or - for standard input; at least two
    articles. Told are copies (who copies whom, and what the copy inherits), stories that several articles tell in one
    language or in both, contradictions, who says what, a timeline of the stated dates, and who spells a name how. With
    a glossary a person or body is the same in both languages; without one, hardly anything is.

    \b
    jaen compare news -g glossaries/news
    jaen compare ja.txt en.txt wire.txt -g glossaries/news -f markdown -o compared.md
    jaen compare feed.jsonl -g glossaries/news -f json | jq .copies
    jaen compare news -g glossaries/news -f html -o compared.html     with the articles, for a browser

    What a machine wrote (a summary that says so) is marked, and is no evidence. The exit code is 3 when an article
    could not be read; the others are compared all the same.
    """
    results = Results()
    progress = Progress(quiet)
    is_page = destination.format == "html"
    with destination.open(source.paths) as out, ComparisonPage() as page:
        reports = progress.over(results.reports(source, recipe, workers))
        comparison = compare_reports(page.passing(reports) if is_page else reports)
        if len(comparison.articles) < 2:
            raise InputError(
                f"compare: needs at least two articles, and got {len(comparison.articles)}; name more files, or a folder"
            )
        if is_page:
            page.write(comparison, out)
        else:
            WRITERS[destination.format](comparison, out)
    if not quiet:
        say(results.summary())
    return results.exit_code()
