"""`jaen check`: what is wrong in articles, in a translation beside its source, in a translation memory."""

from importlib.metadata import version

import click

from jaen.checks import CODES
from jaen.cli.checking import Checking, Choice
from jaen.cli.options import (
    QUIET,
    WORKERS,
    Source,
    Translating,
    codes_option,
    fail_on_option,
    gather,
    output_options,
    recipe_options,
    source_options,
    translation_options,
)
from jaen.cli.output import Destination, say
from jaen.corpus import Recipe
from jaen.glossary.sources.problems import nearest
from jaen.writing.findings import FORMATS, WRITERS, SarifRule, Showing

__all__ = ["check"]


def _known(context: click.Context, parameter: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        if name not in CODES:
            advice = nearest(name, CODES)
            raise click.BadParameter(
                f"there is no code '{name}'; {advice if advice.startswith('did') else 'see --codes'}"
            )
    return names


_choice_options = gather(
    "choice",
    Choice,
    {
        "show_all": click.option(
            "--all", "show_all", is_flag=True, help="Show hints (info), and what may stand, to people as well."
        ),
        "only": click.option(
            "--only", multiple=True, metavar="CODE", callback=_known, help="These codes only; repeatable."
        ),
        "fail_on": fail_on_option("error"),
        "apart": click.option(
            "--apart", is_flag=True, help="Check articles each alone, not as texts and their translations."
        ),
        "workers": WORKERS,
        "quiet": QUIET,
    },
)


@click.command()
@recipe_options
@output_options(FORMATS)
@_choice_options
@translation_options(is_required=False)
@codes_option((code.name, code.severity, code.title) for code in CODES.values())
@source_options
def check(source: Source, recipe: Recipe, translating: Translating, destination: Destination, choice: Choice) -> int:
    """What is wrong in articles, or in a translation beside its source.

    PATH is an article or a folder, or - for standard input. Two articles, a Japanese and an English one, are a text
    and its translation: they are brought together sentence by sentence. So are, of two folders, the articles that have
    the same name in both. A translation memory (.tmx, .xlf, .xliff) is
    checked unit by unit. With --to, machine translations are made and checked.

    \b
    jaen check page.txt -g glossaries/news             one article
    jaen check ja.txt en.txt -g glossaries/news        a text and its translation
    jaen check ja/ en/ -g glossaries/news              texts and their translations, by their names
    jaen check memory.tmx -g glossaries/news           a translation memory
    jaen check news -g glossaries/news --to en         articles and their machine translation
    jaen check news -f sarif -o check.sarif --fail-on warning

    An error says something false, or must not be published so; a warning is probably wrong; a hint (info) is shown with
    --all. Lines and columns are those of the file; of HTML only the file is named. To let a finding stand, write a line
    `code,about,article,reason` into check-ignore.csv beside the glossary: `about` is the concept's id or the words at
    the place, `article` a pattern of file names, and either may be empty.
    """
    checking = Checking(source, recipe, translating.open(), choice)
    rules = [SarifRule(code.name, code.title, code.severity) for code in CODES.values()]
    showing = Showing(choice.show_all, rules, version("jaen"))
    with destination.open(source.paths) as out:
        WRITERS[destination.format](checking.checked(), out, showing)
    if not choice.quiet:
        is_all_shown = choice.show_all or destination.format in ("json", "sarif")
        say(checking.summary(is_all_shown=is_all_shown))
        if codes := checking.codes(is_all_shown=is_all_shown):
            say(codes)
    return checking.exit_code()
