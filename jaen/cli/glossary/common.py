"""What the commands of `jaen glossary` share: which glossary, who writes, and the question before writing."""

import sys
from typing import Any

import click

from jaen.glossary.changes import Change, differences
from jaen.model import Concept

__all__ = [
    "by_option",
    "change_lines",
    "confirmed",
    "glossary_option",
    "some_glossary_option",
    "title_of",
    "yes_option",
]

_GLOSSARY: dict[str, Any] = {
    "envvar": "JAEN_GLOSSARY",
    "metavar": "GLOSSARY",
    "help": "A folder of concept files, or one file; default: $JAEN_GLOSSARY.",
}
glossary_option = click.option("-g", "--glossary", "folder", required=True, **_GLOSSARY)
some_glossary_option = click.option("-g", "--glossary", "folder", **_GLOSSARY)  # for commands that can do without
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


def change_lines(change: Change) -> list[str]:
    """What a change does, one line per field: `ncd: en NCD: status admitted → preferred`."""
    if change.before and change.after:
        differing = [str(one) for one in differences(change.before, change.after)]
        return [f"{change.id}: {one}" for one in differing or ["comments or layout"]]
    if change.after:
        return [f"{change.id}: added {title_of(change.after)}"]
    assert change.before
    return [f"{change.id}: removed {title_of(change.before)}"]


def title_of(concept: Concept) -> str:
    """The preferred terms of a concept: `半導体 = chip`."""
    return " = ".join(term.text for language in ("ja", "en") if (term := concept.preferred(language)))
