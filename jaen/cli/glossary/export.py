"""`jaen glossary export`: terms for a sheet or for another program, and what of them the file can't hold."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from jaen.cli.codes import EXIT_FINE
from jaen.cli.glossary.common import glossary_option
from jaen.cli.output import counted, say
from jaen.errors import ConfigError
from jaen.files.atomic import write_whole
from jaen.glossary import Glossary
from jaen.glossary.exchange.formats import FORMATS, format_for
from jaen.glossary.exchange.formats import export as write
from jaen.glossary.exchange.values import Exported
from jaen.glossary.sources.schema import REVIEW_STATES
from jaen.model import Concept
from jaen.writing.cells import one_line

__all__ = ["export"]

_USUAL = ("proposed", "approved")  # drafts and rejected entries are not for others


def _print_formats(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    """Every format with what it is for and what it can hold."""
    if wanted and not context.resilient_parsing:
        width = max(map(len, FORMATS))
        for form in FORMATS.values():
            is_written = bool(form.write or form.write_into)
            ways = "import, export" if form.read and is_written else "export" if is_written else "import"
            click.echo(f"{form.name:<{width}}  {form.title} ({', '.join(form.suffixes)}; {ways})")
            click.echo(f"{'':<{width}}  carries: {form.carries}")
        context.exit()


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@glossary_option
@click.option("-f", "--format", "name", metavar="NAME", help="Of the file; default: by the suffix of OUT.")
@click.option("-o", "--out", metavar="OUT", help="A file, replaced when all is written; default: standard output.")
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice(REVIEW_STATES),
    default=_USUAL,
    show_default=True,
    help="Which entries, by the state of their review; may be given several times.",
)
@click.option(
    "--to",
    "target",
    type=click.Choice(["en", "ja"]),
    default="en",
    show_default=True,
    help="The language that terms are translated into, where a format has one direction.",
)
@click.option("--loss-report", metavar="FILE", help="Write every loss into FILE; - is standard error.")
@click.option(
    "--formats",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_formats,
    help="Print every format, and exit.",
)
def export(ids: tuple[str, ...], folder: str, name: str | None, out: str | None, **options: Any) -> int:
    """Write terms for a sheet or another program; all, or those with these IDs.

    What the file can't hold is counted on standard error, and told line by line with --loss-report.

    \b
    jaen glossary export -g glossaries/news -o terms.xlsx
    jaen glossary export -g glossaries/news -f deepl --to en -o deepl.tsv --loss-report -
    """
    out = None if out == "-" else out
    form = format_for(name, out, to_write=True)
    if out and options["loss_report"] and Path(out).resolve() == Path(options["loss_report"]).resolve():
        raise click.UsageError(f"--loss-report {out}: is the file of -o too; name another")
    if out is None and not form.is_text:
        raise click.UsageError(f"{form.name} is no text; name a file with -o OUT")
    concepts = _chosen(Glossary.load(folder), ids, options["states"])
    exported = write(concepts, form, options["target"])
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(exported.data)
    else:
        _write_out("-o", Path(out), Path(folder), exported.data)
    say(f"{counted(len(concepts), 'concepts')} written as {form.name}{f' into {out}' if out else ''}")
    _report(exported, options["loss_report"], Path(folder))
    return EXIT_FINE


def _chosen(glossary: Glossary, ids: Sequence[str], states: Sequence[str]) -> tuple[Concept, ...]:
    """The concepts wanted; those that are left out for their state are counted."""
    wanted = {glossary.by_id(one).id for one in ids}
    concepts = [concept for concept in glossary.concepts if not wanted or concept.id in wanted]
    left = Counter(concept.review.state for concept in concepts if concept.review.state not in states)
    for state, count in sorted(left.items()):
        say(f"{counted(count, 'concepts')} left out: {state} (--state {state} takes them)")
    return tuple(concept for concept in concepts if concept.review.state in states)


def _write_out(option: str, path: Path, glossary: Path, data: bytes) -> None:
    if path.is_dir():
        raise ConfigError(f"{option} {path}: is a folder; name a file in it")
    if not path.parent.is_dir():
        raise ConfigError(f"{option} {path}: there is no folder {path.parent}; make it first")
    target, place = path.resolve(), glossary.resolve()
    if target == place or (target.parent == place and target.suffix == ".yaml"):
        raise ConfigError(f"{option} {path}: is where the glossary's own entries are; name a file elsewhere")
    if path.exists() and not path.is_file():  # >(gzip > all.gz), /dev/null
        path.write_bytes(data)
    else:
        write_whole(path, data)


def _report(exported: Exported, place: str | None, glossary: Path) -> None:
    losses = exported.losses
    if not losses:
        say("nothing was lost")
        return
    concepts = len({loss.concept_id for loss in losses})
    say(f"not in the file: {counted(len(losses), 'details')} of {counted(concepts, 'concepts')}")
    for kind, count in Counter(loss.kind for loss in losses).most_common():
        say(f"  {count:>6}  {kind}")
    if place is None:
        say("every one: --loss-report FILE, or - to see them here")
        return
    lines = [one_line(f"{loss.concept_id}: {loss.what}") for loss in losses]
    if place == "-":
        for line in lines:
            say(line)
    else:
        _write_out("--loss-report", Path(place), glossary, "".join(f"{line}\n" for line in lines).encode())
        say(f"every one is in {place}")
