"""`jaen glossary import`: terms of a sheet or of another program, shown before they are taken."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from jaen.cli.asking import by_option, confirmed, yes_option
from jaen.cli.codes import EXIT_FINDINGS, EXIT_FINE
from jaen.cli.glossary.broken import show_broken
from jaen.cli.glossary.common import glossary_option, tell_saved, with_glossary
from jaen.cli.glossary.impact import corpus_option, show_impact
from jaen.cli.output import counted, say
from jaen.glossary import Glossary
from jaen.glossary.changes import Conflict, apply_changes
from jaen.glossary.exchange.importing import ancestors_in, load_or_new, read_incoming
from jaen.glossary.exchange.plan import POLICIES, ImportPlan, Planned, plan_import
from jaen.glossary.lint import lint, read_ignored
from jaen.glossary.saving import GlossaryFolder, editor_name
from jaen.glossary.sources.tree import Place, shown
from jaen.writing.cells import one_line

__all__ = ["import_"]

# Of the concepts that are added or changed, and of what lint says; conflicts and what is skipped are all shown.
_SHOWN = 20
_LINTED = 1_000  # changed concepts that are looked at before they are saved


@click.command("import")
@click.argument("file", metavar="FILE")
@glossary_option
@click.option(
    "-f", "--format", "name", metavar="NAME", help="Of FILE; default: by its suffix. `export --formats` lists."
)
@click.option(
    "--on-conflict",
    type=click.Choice(POLICIES),
    default="skip",
    show_default=True,
    help="skip: take nothing of the concept; keep: what is there stays, the rest is taken; replace: what comes wins; "
    "propose: what comes is an admitted term, to be reviewed.",
)
@click.option("--dry-run", is_flag=True, help="Only show what would be taken.")
@click.option("--json", "as_json", is_flag=True, help="Print the plan for programs.")
@corpus_option
@by_option
@yes_option
def import_(file: str, folder: str, name: str | None, as_json: bool, **options: Any) -> int:
    """Take terms in from a sheet, from another program, or from another glossary.

    What would be taken is shown first, conflicts at the top: what is there | what comes. Everything is saved as one
    version. A folder that does not exist yet is made.

    \b
    jaen glossary import terms.xlsx -g glossaries/news --dry-run
    jaen glossary import terms.csv -g glossaries/news --on-conflict propose
    """
    current = load_or_new(folder)
    plan = plan_import(current, read_incoming(file, name), options["on_conflict"], ancestors_in(folder))
    for note in plan.notes:
        say(f"{file}: {note}")
    if as_json:
        click.echo(json.dumps(_plain(plan), ensure_ascii=False, indent=1))
    else:
        for line in _lines(plan):
            click.echo(line)
    if plan.counts["conflict"] and options["on_conflict"] == "skip":
        say("nothing is taken of the concepts in conflict; --on-conflict keep, replace or propose takes the rest too")
    _look_ahead(folder, current, plan, options["corpus"])
    is_clean = not plan.counts["conflict"] and not plan.skipped
    done = EXIT_FINE if is_clean else EXIT_FINDINGS
    if not plan.changes:
        say("nothing to take in")
        return done
    made = "" if Path(folder).exists() else f", into the new folder {folder}"
    question = f"Take in {counted(len(plan.changes), 'concepts')}{made}?"
    if confirmed(question, options["yes"], options["dry_run"]):
        Path(folder).mkdir(parents=True, exist_ok=True)
        saved = GlossaryFolder(folder).save(plan.changes, editor_name(options["by"]), f"import of {Path(file).name}")
        tell_saved(saved, folder)
    return done


def _look_ahead(folder: str, current: Glossary, plan: ImportPlan, corpus: Sequence[str]) -> None:
    """What lint and the articles would say of the concepts that are taken in."""
    if not plan.changes:
        return
    after = apply_changes(current, plan.changes)
    later = f"jaen glossary lint {with_glossary(folder)}"
    if len(plan.changes) > _LINTED:
        say(f"not checked, since there are more than {_LINTED:,}; when it is saved: {later}")
    else:
        ignored = read_ignored(folder) if Path(folder).is_dir() else ()
        found = lint(after, [change.id for change in plan.changes], ignored=ignored)
        pressing = [finding for finding in found if finding.is_pressing]
        for finding in pressing[:_SHOWN]:
            say(one_line(f"lint: {finding.concept_id}: {finding.message}"))
        if len(pressing) > _SHOWN:
            say(f"lint: … and {len(pressing) - _SHOWN} more; when it is saved: {later}")
        show_broken(current, after)
    show_impact(current, after, corpus)


def _lines(plan: ImportPlan) -> Iterator[str]:
    for one in plan.of_kind("conflict"):
        yield from _conflict_lines(one)
    for skipped in plan.skipped:
        yield one_line(f"- {shown(skipped.place)}: {skipped.reason}")
    yield from _some([one_line(f"· {shown(one.place)}: {one.reason}") for one in plan.details])
    yield from _some([line for one in plan.of_kind("changed") for line in _changed_lines(one)])
    yield from _some([line for one in plan.of_kind("added") for line in _added_lines(one)])
    for one in plan.of_kind("same"):
        for remark in one.remarks:
            yield one_line(f"= {one.id}{_where(one.place)}: {remark}")
    counts = plan.counts
    yield (
        f"+ {counts['added']} new  ~ {counts['changed']} changed  = {counts['same']} same"
        f"  ! {counted(counts['conflict'], 'conflicts')}  - {counts['skipped']} skipped"
    )


def _conflict_lines(one: Planned) -> Iterator[str]:
    fate = "" if one.after is None or one.after == one.before else " (the rest is taken)"
    for remark in one.remarks:
        yield one_line(f"! {one.id}{_where(one.place)}: {remark}")
    for conflict in one.conflicts:
        yield one_line(f"! {one.id}{_where(one.place)}: {conflict.path}: {_sides(conflict)}{fate}")


def _sides(conflict: Conflict) -> str:
    return f"there {conflict.theirs or '(none)'} | comes {conflict.ours or '(none)'}"


def _changed_lines(one: Planned) -> Iterator[str]:
    for line in (*one.lines, *one.remarks):
        yield one_line(f"~ {one.id}{_where(one.place)}: {line}")


def _added_lines(one: Planned) -> Iterator[str]:
    assert one.after
    yield one_line(f"+ {one.id}{_where(one.place)}: {one.after.title}")
    for remark in one.remarks:
        yield one_line(f"+ {one.id}{_where(one.place)}: {remark}")


def _some(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:_SHOWN]
    if len(lines) > _SHOWN:
        yield f"  … and {counted(len(lines) - _SHOWN, 'lines')} more; --json has all"


def _where(place: Place | None) -> str:
    return f" ({shown(place)})" if place is not None else ""


def _plain(plan: ImportPlan) -> dict[str, Any]:
    return {
        "counts": dict(plan.counts),
        "planned": [_plain_one(one) for one in plan.planned],
        "skipped": [{"place": one.place, "reason": one.reason} for one in plan.skipped],
        "details": [{"place": one.place, "reason": one.reason} for one in plan.details],
        "notes": list(plan.notes),
    }


def _plain_one(one: Planned) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "id": one.id,
        "place": one.place,
        "taken": one.after is not None and one.after != one.before,
        "changes": list(one.lines),
        "conflicts": [
            {"field": str(conflict.path), "there": conflict.theirs, "comes": conflict.ours}
            for conflict in one.conflicts
        ],
        "remarks": list(one.remarks),
    }
