"""What the commands of `jaen glossary` share: which glossary, who writes, and the question before writing."""

import sys

import click

__all__ = ["by_option", "confirmed", "glossary_option", "yes_option"]

glossary_option = click.option(
    "-g",
    "--glossary",
    "folder",
    required=True,
    envvar="JAEN_GLOSSARY",
    metavar="GLOSSARY",
    help="A folder of concept files, or one file; default: $JAEN_GLOSSARY.",
)
by_option = click.option(
    "--by",
    metavar="NAME",
    envvar="JAEN_EDITOR_NAME",
    help="Who makes the change, for the history; default: $JAEN_EDITOR_NAME, else the name that git or the system knows.",
)
yes_option = click.option("-y", "--yes", is_flag=True, help="Write without asking.")


def confirmed(question: str, yes: bool) -> bool:
    """True when the change may be written: --yes was given, or a person at the terminal says so.

    Raises:
        click.UsageError: nobody can be asked.
    """
    if yes:
        return True
    if not sys.stdin.isatty():
        raise click.UsageError("nothing was written: there is no terminal to ask at; add --yes to write")
    return click.confirm(question, err=True)
