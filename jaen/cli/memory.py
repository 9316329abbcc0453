"""`jaen memory`: look at the translation memory, take reviewed translations in, hand them out, clean up."""

import dataclasses
import json
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from jaen.cli.asking import by_option, confirmed, format_option, yes_option
from jaen.cli.codes import EXIT_FINDINGS, EXIT_FINE
from jaen.cli.glossary.common import some_glossary_option
from jaen.cli.output import counted, say
from jaen.errors import ConfigError
from jaen.files.atomic import write_whole
from jaen.glossary import Glossary
from jaen.glossary.saving import editor_name
from jaen.glossary.sources.tree import shown
from jaen.translation.memory import Memory, default_path
from jaen.translation.memory.entry import Change, Counts, Criteria, Review, Stored
from jaen.translation.memory.exchange import FORMATS, Incoming, format_for, plain, read_translations, reviewed
from jaen.translation.memory.lookup import fold
from jaen.translation.memory.memory import days_ago, revisions_of
from jaen.writing.cells import one_line

__all__ = ["memory", "memory_option"]

Command = Callable[..., Any]
_SHOWN = 20  # lines of one kind
_STATES = ("reviewed", "translated", "untranslated")


def _opened(context: click.Context, option: click.Parameter, file: str | None) -> Memory:
    if file == "":  # --memory "$MEMORY" with nothing in it
        raise click.UsageError("--memory: the name is empty; give a file, or leave --memory away")
    path = Path(file) if file else default_path()
    if path is None:
        raise click.UsageError("there is no home folder for a translation memory; name a file with --memory FILE")
    return Memory(path)


# A command with it receives a `Memory`.
memory_option = click.option(
    "--memory",
    "store",
    metavar="FILE",
    callback=_opened,
    help="The translation memory; default: $JAEN_MEMORY, else memory.sqlite in jaen's data folder.",
)


@click.group()
def memory() -> None:
    """Keep translations: what models have translated, and what people have reviewed.

    The memory is one file; --memory FILE or the environment variable JAEN_MEMORY names another.
    """


@memory.command(short_help="What is in it: by languages, engine, model and state.")
@memory_option
@format_option("text", "json")
def stats(store: Memory, form: str) -> int:
    """What is in the memory: by languages, engine, model and state.

    \b
    jaen memory stats
    """
    counts = store.counts()
    if form == "json":
        click.echo(json.dumps(_plain_counts(store, counts), ensure_ascii=False, indent=1))
    else:
        for line in _count_lines(store, counts):
            click.echo(line)
    return EXIT_FINE


@memory.command(short_help="Translations with a text in them.")
@click.argument("text")
@memory_option
@click.option("-n", "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="So many at most.")
@format_option("text", "json")
def search(text: str, store: Memory, limit: int, form: str) -> int:
    """Translations in whose source or translation TEXT stands, reviewed ones first.

    \b
    jaen memory search 国家サイバー統括室
    """
    wanted = fold(text).casefold()
    found = [one for one in store.entries() if any(wanted in fold(t).casefold() for t in (one.text, one.translation))]
    found.sort(key=lambda one: one.state != "reviewed")
    if form == "json":
        click.echo(json.dumps([plain(one) for one in found[:limit]], ensure_ascii=False, indent=1))
    else:
        for one in found[:limit]:
            click.echo(one_line(one.text))
            click.echo(f"    {one_line(one.translation) or '(nothing)'}  [{_origin(one)}]")
    if len(found) > limit:
        say(f"{len(found) - limit} more; -n {len(found)} shows them")
    if not found:
        say(f"nothing in {store.path} has {text!r}{'' if store.path.exists() else ': there is no memory yet'}")
    return EXIT_FINE


@memory.command(short_help="Hand out a review sheet, TMX or JSON lines.")
@memory_option
@click.option(
    "-f",
    "--format",
    "name",
    type=click.Choice([one.name for one in FORMATS.values() if one.write]),
    help="csv and xlsx are review sheets; default: by the suffix of OUT.",
)
@click.option("-o", "--out", metavar="OUT", help="A file; default: standard output.")
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice(_STATES),
    help="Which, may be given several times; default: reviewed for tmx, what is not reviewed for sheets, all for jsonl.",
)
def export(store: Memory, name: str | None, out: str | None, states: tuple[str, ...]) -> int:
    """Write translations for an editor or another program: of each text the reviewed one, else the latest.

    In a review sheet, fill in the column approve (yes) or correction, and give it back with `jaen memory import`.

    \b
    jaen memory export -o review.xlsx
    jaen memory export -f tmx -o reviewed.tmx
    """
    out = None if out == "-" else out
    form = format_for(name, out, to_write=True)
    assert form.write
    if out is None and not form.is_text:
        raise click.UsageError(f"{form.name} is no text; name a file with -o OUT")
    entries = [one for one in store.entries() if one.state in (states or form.states)]
    outgoing = form.write(entries)
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(outgoing.data)
    else:
        _write(Path(out), outgoing.data, store)
    count = len(entries) - len(outgoing.left_out)
    say(f"{counted(count, 'translations')} written as {form.name}{f' into {out}' if out else ''}")
    for one in outgoing.left_out:
        say(f"left out, since {form.name} can't hold its characters: {one.text!r}")
    return EXIT_FINE


def _write(path: Path, data: bytes, store: Memory) -> None:
    if path.is_dir():
        raise ConfigError(f"-o {path}: is a folder; name a file in it")
    if not path.parent.is_dir():
        raise ConfigError(f"-o {path}: there is no folder {path.parent}; make it first")
    if path.resolve() == store.path.resolve():
        raise ConfigError(f"-o {path}: is the memory itself; name another file")
    if path.exists() and not path.is_file():  # >(gzip > all.gz), /dev/null
        path.write_bytes(data)
    else:
        write_whole(path, data)


@memory.command("import", short_help="Take in TMX, XLIFF or a filled-in review sheet.")
@click.argument("file", metavar="FILE")
@memory_option
@click.option(
    "-f",
    "--format",
    "name",
    type=click.Choice([one.name for one in FORMATS.values() if one.read]),
    help="Of FILE; default: by its suffix.",
)
@click.option(
    "--by",
    metavar="NAME",
    envvar="JAEN_EDITOR_NAME",
    help="Who has reviewed them; default: whom the file names, else $JAEN_EDITOR_NAME, else your name.",
)
@click.option("--dry-run", is_flag=True, help="Only show what would be taken.")
@click.option("--json", "as_json", is_flag=True, help="Print all of it for programs.")
def import_(file: str, store: Memory, name: str | None, by: str | None, **options: Any) -> int:
    """Take in translations that people have reviewed: TMX, XLIFF, or a review sheet.

    They win over all that models say. A translation that was reviewed before is replaced and kept as history; what
    is not taken is named with its reason.

    \b
    jaen memory import review.xlsx --by mm
    jaen memory import reviewed.tmx
    """
    incoming = read_translations(file, format_for(name, file, to_write=False))
    person = editor_name(by)
    is_said = click.get_current_context().get_parameter_source("by") is ParameterSource.COMMANDLINE
    entries = reviewed(incoming.units, person, over_file=is_said)
    why = f"import of {Path(file).name}"
    done = store.preview(entries) if options["dry_run"] else store.review(entries, person, why)
    if options["as_json"]:
        click.echo(json.dumps(_plain_import(incoming, done), ensure_ascii=False, indent=1))
    else:
        for line in _import_lines(incoming, done):
            click.echo(line)
    for note in incoming.notes:
        say(f"{file}: {note}")
    if options["dry_run"]:
        say("nothing was written")
    elif done.change is None:
        say("nothing new; nothing was written")
    else:
        say(f"saved as change {done.change}; to take it back: {_command(store, f'undo {done.change}')}")
    return EXIT_FINDINGS if incoming.refused else EXIT_FINE


@memory.command(short_help="Take an import back.")
@click.argument("change", type=int, required=False)
@memory_option
@by_option
@yes_option
def undo(change: int | None, store: Memory, by: str | None, yes: bool) -> int:
    """Take a change of the reviewed translations back: an import, a prune, or an undo.

    CHANGE is its number; without it, the newest one is taken back. What was reviewed anew since stays.

    \b
    jaen memory undo 3
    """
    found = store.change(change)
    click.echo(_change_line(found))
    if confirmed("Take it back?", yes):
        count, others = store.undo(found.id, editor_name(by))
        if others:
            say(f"not taken back, since reviewed anew or taken back before: {counted(others, 'translations')}")
        if count:
            redo = _command(store, f"undo {store.change(None).id}")
            say(f"{counted(count, 'translations')} as before; to redo: {redo}")
    return EXIT_FINE


@memory.command(short_help="Remove what is no longer needed.")
@memory_option
@click.option("--older-than", "days", type=click.IntRange(0, 36_500), metavar="DAYS", help="Not used for so many days.")
@click.option("--engine", metavar="NAME", help="Made by this engine.")
@click.option("--model", metavar="NAME", help="Made by this model; the beginning of its name is enough.")
@click.option("--stale", is_flag=True, help="With a concept that has changed in the glossary since (-g).")
@some_glossary_option
@click.option("--reviewed-by", metavar="NAME", help="Instead, take out what NAME has reviewed (and is so old).")
@click.option("--backup", metavar="FILE", help="Copy the whole memory into FILE first.")
@click.option("--dry-run", is_flag=True, help="Only count.")
@by_option
@yes_option
def prune(store: Memory, days: int | None, folder: str | None, reviewed_by: str | None, **options: Any) -> int:
    """Remove translations of models that are no longer needed; they can be made again.

    Removed is what meets all that is given. Reviewed translations stay, unless they are named with --reviewed-by.

    \b
    jaen memory prune --older-than 90
    jaen memory prune --stale -g glossaries/news
    """
    engine, model, stale = options["engine"], options["model"], options["stale"]
    if reviewed_by is not None:
        if engine or model or stale:
            raise click.UsageError("--reviewed-by goes with --older-than only: people are no engine")
        return _take_out(store, reviewed_by, days, options)
    if days is None and not engine and not model and not stale:
        raise click.UsageError("which ones? give --older-than, --engine, --model, --stale or --reviewed-by")
    if stale and not folder:
        raise click.UsageError("--stale compares with a glossary; add -g FOLDER")
    revisions = revisions_of(Glossary.load(folder).concepts) if stale and folder else None
    since = days_ago(days) if days is not None else None
    criteria = Criteria(unused_since=since, engine=engine, model=model, revisions=revisions)
    count = store.count(criteria)
    click.echo(f"{counted(count, 'translations')} of models")
    if revisions is not None and (others := store.of_other_glossaries(revisions)):
        say(
            f"{others} with concepts that are not in {folder} stay: another glossary may have them; --older-than is for them"
        )
    if count and confirmed("Remove them for good?", options["yes"], options["dry_run"]):
        _back_up(store, options["backup"])
        say(f"{counted(store.prune(criteria), 'translations')} removed")
    return EXIT_FINE


def _take_out(store: Memory, name: str, days: int | None, options: dict[str, Any]) -> int:
    before = days_ago(days) if days is not None else None
    found = store.reviewed_by(name, before)
    click.echo(f"{counted(len(found), 'translations')} reviewed by {name}")
    if found and confirmed("Take them out?", options["yes"], options["dry_run"]):
        _back_up(store, options["backup"])
        number = store.take_out(name, before, editor_name(options["by"]))
        say(f"taken out as change {number}; to take it back: {_command(store, f'undo {number}')}")
    return EXIT_FINE


def _back_up(store: Memory, file: str | None) -> None:
    if file:
        store.copy(Path(file))
        say(f"the whole memory as it was is in {file}; to go back to it, put it in place of {store.path}")


def _command(store: Memory, words: str) -> str:
    """A command that a message proposes, so that it can be copied."""
    place = "" if store.path == default_path() else f" --memory {shlex.quote(str(store.path))}"
    return f"jaen memory {words}{place}"


def _origin(one: Stored) -> str:
    if one.state == "reviewed":
        return f"reviewed by {one_line(one.model)}, {one.at.date()}"
    return f"{one.state}, {one_line(one.engine)}, {one.at.date()}"


def _change_line(change: Change) -> str:
    when = f"{change.at.astimezone():%Y-%m-%d %H:%M}"
    return (
        f"{change.id}  {when}  {one_line(change.by)}: {one_line(change.why)} ({counted(change.size, 'translations')})"
    )


def _count_lines(store: Memory, counts: Counts) -> Iterator[str]:
    yield f"{store.path}  {counts.size:,} bytes" if counts.size else f"{store.path}: nothing is kept yet"
    for one in counts.groups:
        maker = " ".join(one_line(part) for part in (one.engine, one.model) if part)
        yield f"{one.count:>9,}  {one.source} → {one.target}  {one.state:<12}  {'' if one.state == 'reviewed' else maker}".rstrip()
    if counts.older:
        yield f"{counts.older:>9,}  older reviewed ones, kept as history"
    if counts.first and counts.last:
        yield f"from {counts.first:%Y-%m-%d} to {counts.last:%Y-%m-%d}"


def _plain_counts(store: Memory, counts: Counts) -> dict[str, Any]:
    return {
        "path": str(store.path),
        "size": counts.size,
        "groups": [dataclasses.asdict(one) for one in counts.groups],
        "older": counts.older,
        "first": counts.first.isoformat(timespec="seconds") if counts.first else None,
        "last": counts.last.isoformat(timespec="seconds") if counts.last else None,
    }


def _import_lines(incoming: Incoming, done: Review) -> Iterator[str]:
    reasons = dict.fromkeys(one.reason for one in incoming.refused)
    for reason in reasons:
        places = [shown(one.place) for one in incoming.refused if one.reason == reason]
        yield from _some([one_line(f"- {place}: {reason}") for place in places])
    lines = [f"~ {old.source} | there {old.text} ({old.by}) | comes {new.text}" for old, new in done.replaced]
    yield from _some([one_line(line) for line in lines])
    yield (
        f"+ {done.added} new  ~ {len(done.replaced)} replaced  = {done.same} same  - {len(incoming.refused)} not taken"
        + (f"  · {counted(incoming.blank, 'rows')} not filled in" if incoming.blank else "")
    )


def _some(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:_SHOWN]
    if len(lines) > _SHOWN:
        yield f"  … and {len(lines) - _SHOWN} more like these; --json has all"


def _plain_import(incoming: Incoming, done: Review) -> dict[str, Any]:
    return {
        "change": done.change,
        "added": done.added,
        "replaced": [
            {
                "from": old.source_language,
                "to": old.target_language,
                "source": old.source,
                "there": old.text,
                "comes": new.text,
            }
            for old, new in done.replaced
        ],
        "same": done.same,
        "not_taken": [{"place": one.place, "reason": one.reason} for one in incoming.refused],
        "blank": incoming.blank,
        "notes": list(incoming.notes),
    }
