"""`jaen glossary review`: what waits for a decision, and the decisions."""

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import click

from jaen.cli.articles import Articles
from jaen.cli.asking import by_option, confirmed, format_option, yes_option
from jaen.cli.codes import EXIT_FINE
from jaen.cli.glossary.broken import show_broken
from jaen.cli.glossary.common import change_lines, glossary_option, tell_saved, with_glossary
from jaen.cli.glossary.lint import show_findings
from jaen.cli.options import gather
from jaen.cli.output import counted, say, with_progress
from jaen.config import Settings
from jaen.corpus.evidence import Evidence, gather_evidence
from jaen.glossary import Glossary
from jaen.glossary.changes import Change, apply_changes
from jaen.glossary.lint import lint, read_ignored
from jaen.glossary.review import Reason, Waiting, decided, waiting
from jaen.glossary.saving import GlossaryFolder, editor_name
from jaen.model import Concept
from jaen.writing.cells import one_line

__all__ = ["review"]

_NONE = Evidence(0, 0, ())
_KEYS = {"a": "approve", "r": "reject", "e": "edit", "s": "skip", "q": "quit"}


@dataclass(frozen=True, slots=True)
class _Decision:
    """What was asked for on the command line; `state` is approved, rejected, or "" for none yet."""

    state: str
    by: str | None
    again: date | None
    yes: bool


def _decision(approve: bool, reject: bool, again: datetime | None, by: str | None, yes: bool) -> _Decision:
    if approve and reject:
        raise click.UsageError("--approve and --reject are two decisions; give one of them")
    state = "approved" if approve else "rejected" if reject else ""
    return _Decision(state, by, again.date() if again else None, yes)


_decision_options = gather(
    "wanted",
    _decision,
    {
        "approve": click.option("--approve", is_flag=True, help="Approve the entries with these IDs."),
        "reject": click.option("--reject", is_flag=True, help="Reject them: they are kept, but not looked for."),
        "again": click.option(
            "--again", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="When to look again."
        ),
        "by": by_option,
        "yes": yes_option,
    },
)


@click.command()
@click.argument("arguments", nargs=-1, metavar="[PATH|ID]...")
@glossary_option
@click.option(
    "--reason", "reasons", multiple=True, type=click.Choice([*map(str, Reason)]), help="Only what waits for this."
)
@format_option("text", "json")
@click.option("--next", "walk", is_flag=True, help="One entry at a time: a key approves, rejects, edits or skips it.")
@_decision_options
def review(
    arguments: tuple[str, ...],
    folder: str,
    reasons: tuple[str, ...],
    form: str,
    walk: bool,
    wanted: _Decision,
) -> int:
    """What waits for a decision: entries with failing examples, proposed ones, drafts, those to be looked at again.

    Given PATHs of articles, also entries that no article names, and for each entry where articles name it.

    \b
    jaen glossary review -g glossaries/news                          the queue
    jaen glossary review examples -g glossaries/news --reason unused
    jaen glossary review examples -g glossaries/news --next          decide one by one
    jaen glossary review --approve openai claude -g glossaries/news --again 2027-10-01
    """
    if wanted.state:
        if walk or reasons:
            raise click.UsageError("--approve and --reject take IDs; leave --next and --reason away")
        return _decide(folder, arguments, wanted)
    glossary = GlossaryFolder(folder).load() if walk else Glossary.load(folder)
    evidence = _evidence(glossary, arguments) if arguments else None
    queue = [one for one in waiting(glossary, date.today(), evidence) if not reasons or set(reasons) & set(one.reasons)]
    if walk:
        return _Walk(GlossaryFolder(folder), queue, evidence or {}, wanted).run()
    if form == "json":
        click.echo(json.dumps([_plain(one, evidence) for one in queue], ensure_ascii=False, indent=1))
    else:
        for one in queue:
            click.echo(one_line(f"{one.concept.id}  {one.concept.title}  ({', '.join(one.reasons)})"))
    counts = Counter(reason for one in queue for reason in one.reasons)
    tally = ", ".join(f"{counts[reason]} {reason}" for reason in Reason if counts[reason])
    say(
        f"waiting for a decision: {len(queue)} of {counted(len(glossary.concepts), 'concepts')}{tally and f': {tally}'}"
    )
    return EXIT_FINE


def _evidence(glossary: Glossary, paths: Sequence[str]) -> Mapping[str, Evidence]:
    return gather_evidence(glossary, with_progress(Articles(paths), quiet=False), Settings())


def _plain(one: Waiting, evidence: Mapping[str, Evidence] | None) -> dict[str, Any]:
    known = evidence.get(one.concept.id, _NONE) if evidence is not None else None
    return {
        "concept": one.concept.id,
        "reasons": list(one.reasons),
        "file": one.origin.file if one.origin else "",
        "failures": [str(failure) for failure in one.failures],
        "mentions": known.mentions if known else None,
        "sentences": [{"place": place, "text": text} for place, text in known.sentences] if known else None,
    }


def _decide(folder: str, ids: Sequence[str], wanted: _Decision) -> int:
    if not ids:
        raise click.UsageError(
            f"which entries? name their IDs; the queue: jaen glossary review {with_glossary(folder)}"
        )
    place = GlossaryFolder(folder)
    glossary = place.load()
    name = editor_name(wanted.by)
    concepts = list(dict.fromkeys(map(glossary.by_id, ids)))
    changes = [Change(one, decided(one, wanted.state, name, date.today(), wanted.again)) for one in concepts]
    changes = [change for change in changes if change.before != change.after]
    if not changes:
        tell_saved(None, place.path)
        return EXIT_FINE
    for change in changes:
        for line in change_lines(change):
            click.echo(line)
    after = apply_changes(glossary, changes)
    if wanted.state == "approved":
        show_findings(lint(after, [change.id for change in changes], ignored=read_ignored(folder)))
    show_broken(glossary, after)
    if confirmed(f"Save as {wanted.state} ({counted(len(changes), 'entries')})?", wanted.yes):
        tell_saved(place.save(changes, name, f"review: {wanted.state}"), place.path)
    return EXIT_FINE


def has_terminal() -> bool:
    """True when a person can be asked for keys."""
    return sys.stdin.isatty()


class _Walk:
    """One entry after the other at the terminal; each decision is saved at once."""

    def __init__(
        self, place: GlossaryFolder, queue: Sequence[Waiting], evidence: Mapping[str, Evidence], wanted: _Decision
    ) -> None:
        self._place = place
        self._queue = queue
        self._evidence = evidence
        self._wanted = wanted

    def run(self) -> int:
        if not has_terminal():
            raise click.UsageError("--next needs a terminal; elsewhere list the queue and use --approve or --reject")
        for number, one in enumerate(self._queue, 1):
            self._show(f"[{number}/{len(self._queue)}]", one)
            key = self._ask(one)
            if key == "q":
                break
        else:
            say("that was the last one")
        return EXIT_FINE

    def _show(self, count: str, one: Waiting) -> None:
        where = one.origin.file if one.origin else one.concept.id
        click.echo(f"\n{count} {', '.join(one.reasons)}: {one_line(where)}")
        for line in self._place.text(one.concept.id).decode("utf-8", "replace").splitlines():
            text = line.lstrip(" ")
            click.echo(" " * (2 + len(line) - len(text)) + one_line(text))
        self._show_doubts(one.concept.id)
        known = self._evidence.get(one.concept.id, _NONE)
        if self._evidence:
            click.echo(f"  {counted(known.mentions, 'mentions')} in {counted(known.articles, 'articles')}")
        for where, text in known.sentences:
            click.echo(f"    {one_line(where)}  {one_line(text)}")

    def _show_doubts(self, concept_id: str) -> None:
        """What lint and the examples of other entries say when the entry is approved as it is now."""
        now = self._place.load()
        concept = now.by_id(concept_id)
        after = apply_changes(now, [Change(concept, decided(concept, "approved", "", date.today()))])
        show_findings(lint(after, [concept_id], ignored=read_ignored(self._place.path)))
        show_broken(now, after)

    def _ask(self, one: Waiting) -> str:
        """Ask until there is a decision, and save it."""
        while True:
            click.echo("(a)pprove (r)eject (e)dit (s)kip (q)uit? ", nl=False)
            pressed = click.getchar()
            if not pressed:  # the terminal went away
                raise click.Abort
            key = pressed.strip().lower()[:1]  # with the Enter that a slow line hands on together with it
            click.echo(_KEYS.get(key, "one of a, r, e, s, q"))
            if key == "e":
                self._edit(one.concept.id)
                self._show("now", one)
            elif key in ("a", "r"):
                self._save(one.concept, "approved" if key == "a" else "rejected")
            if key in ("a", "r", "s", "q"):
                return key

    def _edit(self, concept_id: str) -> None:
        from jaen.cli.glossary.edit import edit

        click.get_current_context().invoke(edit, concept_id=concept_id, folder=str(self._place.path))

    def _save(self, concept: Concept, state: str) -> None:
        before = self._place.load().by_id(concept.id)  # as it is now: someone may have edited it meanwhile
        name = editor_name(self._wanted.by)
        after = decided(before, state, name, date.today(), self._wanted.again)
        tell_saved(self._place.save([Change(before, after)], name, f"review: {state}"), self._place.path)
