"""`jaen glossary merge`: two concepts into one, two folders into one, or, for git, two versions of a file into one."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from jaen.cli.codes import EXIT_FINDINGS, EXIT_FINE
from jaen.cli.glossary.common import by_option, change_lines, confirmed, some_glossary_option, yes_option
from jaen.cli.glossary.diff import glossary_at
from jaen.cli.glossary.impact import corpus_option, show_impact
from jaen.cli.output import counted, say
from jaen.errors import GlossaryError
from jaen.glossary import Glossary
from jaen.glossary.changes import Change, apply_changes, merge_glossaries, merge_pair
from jaen.glossary.saving import GlossaryFolder, editor_name
from jaen.glossary.saving.git import merge_lines
from jaen.glossary.saving.three_way import MergedText, merge_texts

__all__ = ["merge"]


@dataclass(frozen=True, slots=True)
class _Writing:
    """How changes are shown and written."""

    folder: str
    corpus: tuple[str, ...]
    dry_run: bool
    by: str | None
    yes: bool


@click.command()
@click.argument("names", metavar="[KEEP GONE]", nargs=-1)
@some_glossary_option
@click.option("--theirs", metavar="FOLDER", help="Bring the changes of this folder, or version of -g, into -g.")
@click.option("--base", metavar="FOLDER", help="What -g and --theirs both started from: a folder, or a version of -g.")
@click.option(
    "--prefer", type=click.Choice(["ours", "theirs"]), help="Whose version to take of fields that both have changed."
)
@click.option("--driver", is_flag=True, help="For git: merge the files %O %A %B of the path %P per field into %A.")
@corpus_option
@click.option("--dry-run", is_flag=True, help="Only show what would be changed.")
@by_option
@yes_option
def merge(names: tuple[str, ...], folder: str | None, driver: bool, **options: Any) -> int:
    """Make one concept of two, or bring two folders together.

    KEEP takes over the terms, definitions, links, examples and sources of GONE and remembers its id; links to GONE
    lead to KEEP. What KEEP writes stays.

    \b
    jaen glossary merge national-cybersecurity-office nco -g glossaries/news

    With --theirs, what was changed in another copy of the glossary since --base is brought into -g, concept by
    concept and field by field. When both have changed the same field, nothing is written unless you say --prefer.

    \b
    jaen glossary merge --base HEAD --theirs ../colleague/news -g glossaries/news

    As a merge driver of git, so that branches which change different fields of one file never conflict; once per copy:

    \b
    git config merge.jaen.name "jaen glossary, field by field"
    git config merge.jaen.driver "jaen glossary merge --driver %O %A %B %P"
    and in .gitattributes:  glossaries/**/*.yaml merge=jaen
    """
    if driver:
        return _drive(names)
    if folder is None:
        raise click.UsageError("name the glossary with -g GLOSSARY")
    theirs, base, prefer = (options.pop(name) for name in ("theirs", "base", "prefer"))
    writing = _Writing(folder, **options)
    if theirs is None:
        if len(names) != 2 or base or prefer:
            raise click.UsageError("name two concepts, KEEP and GONE; or --base and --theirs for two folders")
        return _merge_two(*names, writing)
    if names or base is None:
        raise click.UsageError("--theirs: name --base too (a folder or a version of -g), and no concepts")
    return _merge_folders(glossary_at(base, folder), glossary_at(theirs, folder), prefer, writing)


def _merge_two(keep: str, gone: str, writing: _Writing) -> int:
    glossary = GlossaryFolder(writing.folder).load()
    merged = merge_pair(glossary, keep, gone)
    united, removed = merged.changes[0].id, merged.changes[1].id
    _preview(merged.changes)
    for note in merged.notes:
        say(note)
    for failure in merged.failures:
        say(f"an example will fail: {failure}")
    return _write(glossary, merged.changes, f"{removed} merged into {united}", writing)


def _merge_folders(base: Glossary, theirs: Glossary, prefer: str | None, writing: _Writing) -> int:
    ours = GlossaryFolder(writing.folder).load()
    merged = merge_glossaries(base, ours, theirs, prefer or "theirs")
    for one, conflict in merged.conflicts:
        say(f"{one}: {conflict}")
    if merged.conflicts and not prefer:
        count = counted(len(merged.conflicts), "conflicts")
        say(f"{count}, nothing was written; change one of the folders, or say --prefer ours or --prefer theirs")
        return EXIT_FINDINGS
    _preview(merged.changes)
    return _write(ours, merged.changes, f"changes of {theirs.name} brought in", writing)


def _preview(changes: Sequence[Change]) -> None:
    for change in changes:
        for line in change_lines(change):
            click.echo(line)


def _write(before: Glossary, changes: Sequence[Change], why: str, writing: _Writing) -> int:
    """Show the impact, ask, save."""
    show_impact(before, apply_changes(before, changes), writing.corpus)
    question = f"Write {counted(len(changes), 'concepts')}?"
    if not changes or writing.dry_run or not confirmed(question, writing.yes):
        say("nothing was written")
        return EXIT_FINE
    saved = GlossaryFolder(writing.folder).save(changes, editor_name(writing.by), why)
    if saved:
        say(f"saved as version {saved.name}; to take it back: jaen glossary undo {saved.name} -g {writing.folder}")
    return EXIT_FINE


def _drive(names: tuple[str, ...]) -> int:
    """Merge as git asks for it: the result into the second file; 1 tells git that there are conflicts."""
    if len(names) != 4:
        raise click.UsageError("--driver: git gives the files %O %A %B and the path %P")
    base, ours, theirs = (Path(name).read_bytes() for name in names[:3])
    path = Path(names[3])
    try:
        merged = merge_texts(path, base or None, ours, theirs)
    except GlossaryError as error:
        say(f"{error}\n{path}: merged line by line, as git does")
        text, is_clean = merge_lines(base, ours, theirs)
        merged = MergedText(text, () if is_clean else (f"{path}: lines in conflict are marked",))
    Path(names[1]).write_bytes(merged.text)
    for conflict in merged.conflicts:
        say(conflict)
    return EXIT_FINDINGS if merged.conflicts else EXIT_FINE
