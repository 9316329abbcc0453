"""`jaen glossary merge`: two concepts into one, two folders into one, or, for git, two versions of a file into one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from jaen.cli.asking import by_option, confirmed, yes_option
from jaen.cli.codes import EXIT_FINDINGS, EXIT_FINE
from jaen.cli.glossary.broken import show_broken
from jaen.cli.glossary.common import Writing, change_lines, some_glossary_option, tell_saved
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
    place, writing = GlossaryFolder(folder), Writing(**options)
    if theirs is None:
        if len(names) != 2 or base or prefer:
            raise click.UsageError("name two concepts, KEEP and GONE; or --base and --theirs for two folders")
        return _merge_two(place, *names, writing)
    if names or base is None:
        raise click.UsageError("--theirs: name --base too (a folder or a version of -g), and no concepts")
    before, other = glossary_at(base, folder), glossary_at(theirs, folder)
    return _merge_folders(place, before, other, prefer, writing)


def _merge_two(place: GlossaryFolder, keep: str, gone: str, writing: Writing) -> int:
    glossary = place.load()
    merged = merge_pair(glossary, keep, gone)
    united, removed = merged.changes[0].id, merged.changes[1].id
    _preview(merged.changes)
    for note in merged.notes:
        say(note)
    for failure in merged.failures:
        say(f"an example will fail: {failure}")
    show_impact(glossary, apply_changes(glossary, merged.changes), writing.corpus)
    return _write(place, merged.changes, f"{removed} merged into {united}", writing)


def _merge_folders(
    place: GlossaryFolder, base: Glossary, theirs: Glossary, prefer: str | None, writing: Writing
) -> int:
    ours = place.load()
    merged = merge_glossaries(base, ours, theirs, prefer or "theirs")
    for one, conflict in merged.conflicts:
        say(f"{one}: {conflict}")
    if merged.conflicts and not prefer:
        count = counted(len(merged.conflicts), "conflicts")
        say(f"{count}, nothing was written; change one of the folders, or say --prefer ours or --prefer theirs")
        return EXIT_FINDINGS
    _preview(merged.changes)
    after = apply_changes(ours, merged.changes)
    show_broken(ours, after)
    show_impact(ours, after, writing.corpus)
    return _write(place, merged.changes, f"changes of {theirs.name} brought in", writing)


def _preview(changes: Sequence[Change]) -> None:
    for change in changes:
        for line in change_lines(change):
            click.echo(line)


def _write(place: GlossaryFolder, changes: Sequence[Change], why: str, writing: Writing) -> int:
    """Ask and save."""
    if not changes:
        tell_saved(None, place.path)
    elif confirmed(f"Write {counted(len(changes), 'concepts')}?", writing.yes, writing.dry_run):
        tell_saved(place.save(changes, editor_name(writing.by), why), place.path)
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
