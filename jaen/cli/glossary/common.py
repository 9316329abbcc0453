"""What the commands of `jaen glossary` share: which glossary, how it is written, and what is said after it."""

import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from jaen.cli.output import say
from jaen.glossary.changes import Change, differences
from jaen.glossary.saving import Version
from jaen.writing.cells import one_line

__all__ = [
    "Writing",
    "change_lines",
    "glossary_option",
    "some_glossary_option",
    "tell_saved",
    "with_glossary",
]

_GLOSSARY: dict[str, Any] = {
    "envvar": "JAEN_GLOSSARY",
    "metavar": "GLOSSARY",
    "help": "A folder of concept files, or one file; default: $JAEN_GLOSSARY.",
}


def _given(context: click.Context, option: click.Parameter, folder: str | None) -> str:
    """The glossary that a command can't do without."""
    if folder is None:
        raise click.UsageError("which glossary? add -g FOLDER, or name it once for all: export JAEN_GLOSSARY=FOLDER")
    return folder


glossary_option = click.option("-g", "--glossary", "folder", callback=_given, **_GLOSSARY)
some_glossary_option = click.option("-g", "--glossary", "folder", **_GLOSSARY)  # for commands that can do without


@dataclass(frozen=True, slots=True)
class Writing:
    """How changes are shown and written, as the options say."""

    by: str | None
    yes: bool
    dry_run: bool
    corpus: tuple[str, ...]


def with_glossary(folder: str | Path) -> str:
    """The option for a command that a message proposes, so that it can be copied: `-g 'my news'`."""
    return f"-g {shlex.quote(str(folder))}"


def tell_saved(saved: Version | None, folder: str | Path, then: str = "to take it back") -> None:
    """Name the version that was saved and how to take it back, or say that there was nothing to save."""
    if saved:
        undo = f"jaen glossary undo {saved.name} {with_glossary(folder)}"
        say(f"saved as version {saved.name}; {then}: {undo}")
    else:
        say("it is like that already; nothing was written")


def change_lines(change: Change) -> list[str]:
    """What a change does, one line per field: `ncd: en NCD: status admitted → preferred`."""
    if change.before and change.after:
        did = [str(one) for one in differences(change.before, change.after)] or ["comments or layout"]
    else:
        concept = change.after or change.before
        assert concept
        did = [f"{'added' if change.after else 'removed'} {concept.title}"]
    return [one_line(f"{change.id}: {one}") for one in did]
