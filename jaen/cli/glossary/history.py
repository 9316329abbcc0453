"""`jaen glossary history` and `undo`: what was changed, by whom, and taking it back."""

import json
from collections.abc import Iterable
from typing import Any

import click

from jaen.cli.asking import by_option, confirmed, format_option, yes_option
from jaen.cli.codes import EXIT_FINE
from jaen.cli.glossary.common import change_lines, glossary_option, tell_saved
from jaen.cli.output import counted, say
from jaen.glossary.changes import Change
from jaen.glossary.saving import GlossaryFolder, Version, editor_name
from jaen.writing.cells import one_line

__all__ = ["history", "undo"]

_SHOWN = 20  # lines of one version; an import may have thousands


@click.command()
@click.argument("concept_id", metavar="[ID]", required=False)
@glossary_option
@click.option("-n", "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="So many of the newest.")
@format_option(
    "text", "json", explained="text to read (long versions are cut, and say so), json with all that changed."
)
def history(concept_id: str | None, folder: str, limit: int, form: str) -> int:
    """What was changed, newest first: by jaen and, in a git repository, by commits.

    With ID, only the versions that touched this concept. The first word of a version is its name for
    `jaen glossary undo` and `jaen glossary diff`.

    \b
    jaen glossary history national-cyber-director -g glossaries/news
    """
    glossary = GlossaryFolder(folder)
    versions = glossary.versions(concept_id, limit)
    if form == "json":
        click.echo(json.dumps([_plain(version) for version in versions], ensure_ascii=False, indent=1))
        return EXIT_FINE
    for version in versions:
        click.echo(_title(version))
        _show(version.changes)
        for one in version.left:
            click.echo(f"    {one}: not changed, since someone wrote it in the same moment")
    if not versions:
        if concept_id:
            glossary.load().by_id(concept_id)  # says which id may be meant
        say(f"{concept_id or folder}: no versions yet; every change saved by jaen becomes one")
    return EXIT_FINE


@click.command()
@click.argument("version", required=False)
@glossary_option
@click.option("--dry-run", is_flag=True, help="Only show what would be changed.")
@by_option
@yes_option
def undo(version: str | None, folder: str, dry_run: bool, by: str | None, yes: bool) -> int:
    """Take a change back; what was changed since in other fields stays.

    VERSION is a name that `jaen glossary history` shows, or any revision of git; without it, the newest version of
    jaen's own is taken back. An undo is a version too: to take it back is to redo.

    \b
    jaen glossary undo 12 -g glossaries/news
    """
    glossary = GlossaryFolder(folder)
    found = glossary.version(version)
    changes = glossary.preview_undo(found.name)
    if not changes:
        why = "is taken back already" if found.changes else "changed no entry"
        say(f"version {found.name} ({one_line(found.why)}) {why}; nothing to do")
        return EXIT_FINE
    click.echo(_title(found))
    _show(changes)
    if confirmed(f"Take it back ({counted(len(changes), 'concepts')})?", yes, dry_run):
        tell_saved(glossary.undo(found.name, editor_name(by)), folder, then="to redo")
    return EXIT_FINE


def _title(version: Version) -> str:
    """Name, time, person and reason; names and reasons in git are anyone's text."""
    return f"{version.name}  {version.at.astimezone():%Y-%m-%d %H:%M}  {one_line(version.by)}: {one_line(version.why)}"


def _show(changes: Iterable[Change]) -> None:
    lines = [line for change in changes for line in change_lines(change)]
    for line in lines[:_SHOWN]:
        click.echo(f"    {one_line(line)}")
    if len(lines) > _SHOWN:
        click.echo(f"    … and {counted(len(lines) - _SHOWN, 'lines')} more; -f json of history has all")


def _plain(version: Version) -> dict[str, Any]:
    return {
        "version": version.name,
        "by": version.by,
        "at": version.at.isoformat(timespec="seconds"),
        "why": version.why,
        "concepts": [change.id for change in version.changes],
        "changes": [line for change in version.changes for line in change_lines(change)],
        "left": list(version.left),
    }
