"""What commands of several groups ask: who changes something, whether it may be, in what form to answer."""

import sys
from collections.abc import Callable
from typing import Any

import click

from jaen.cli.output import say

__all__ = ["by_option", "confirmed", "format_option", "yes_option"]

Command = Callable[..., Any]
by_option = click.option(
    "--by",
    metavar="NAME",
    envvar="JAEN_EDITOR_NAME",
    help="Who makes the change, for the history; default: $JAEN_EDITOR_NAME, else the name that git or the system knows.",
)
yes_option = click.option("-y", "--yes", is_flag=True, help="Write without asking.")


def format_option(*formats: str, explained: str = "Of the output.") -> Callable[[Command], Command]:
    """`-f`, which the command receives as `form`; the first of *formats* is the default."""
    choice = click.Choice(formats)
    return click.option("-f", "--format", "form", type=choice, default=formats[0], show_default=True, help=explained)


def confirmed(question: str, yes: bool, dry_run: bool = False) -> bool:
    """True when the change may be written: --yes was given, or a person at the terminal says so; else that is said.

    Raises:
        click.UsageError: nobody can be asked.
    """
    if yes and not dry_run:
        return True
    if not dry_run and not sys.stdin.isatty():
        raise click.UsageError("nothing was written: there is no terminal to ask at; add --yes to write")
    if not dry_run and click.confirm(question, err=True):
        return True
    say("nothing was written")
    return False
