"""`jaen glossary diff`: what differs between two versions of a glossary, concept by concept and term by term."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from jaen.cli.asking import format_option
from jaen.cli.codes import EXIT_FINE
from jaen.cli.glossary.common import some_glossary_option
from jaen.cli.output import counted, say
from jaen.errors import VersionError
from jaen.glossary import Glossary
from jaen.glossary.changes import Change, FieldChange, apply_changes, differences, said, taken_over
from jaen.glossary.changes import diff as compare
from jaen.glossary.revision import in_json
from jaen.glossary.saving import GlossaryFolder
from jaen.model import Concept
from jaen.writing.markdown import escape

__all__ = ["diff", "glossary_at", "glossary_before"]

_SIGNS = {"added": "+", "removed": "-", "changed": "~", "moved": "~"}


@click.command()
@click.argument("first", metavar="[A]", required=False)
@click.argument("second", metavar="[B]", required=False)
@some_glossary_option
@format_option(
    "text", "markdown", "json", explained="text to read, markdown for a message to others, json for programs."
)
def diff(first: str | None, second: str | None, folder: str | None, form: str) -> int:
    """What differs between two versions of a glossary, concept by concept and term by term.

    A and B are folders or files, or versions of the glossary -g: numbers that `jaen glossary history` shows, or
    revisions of git (HEAD~1, main). Without B, A is compared with the glossary as it is now; without A, the glossary
    as it is now with the last commit or, where there is no git, with how it was before the last saving.

    \b
    jaen glossary diff -g glossaries/news
    jaen glossary diff HEAD~5 -g glossaries/news -f markdown
    jaen glossary diff glossaries/old glossaries/news
    """
    if first is None:
        name, before = glossary_before(_needed(folder))
        say(f"compared with {name}")
    else:
        before = glossary_at(first, folder)
    after = glossary_at(second, folder) if second else Glossary.load(_needed(folder))
    entries = list(_entries(compare(before, after)))
    if form == "json":
        click.echo(
            json.dumps([_plain_entry(entry) for entry in entries], ensure_ascii=False, indent=1, default=in_json)
        )
        return EXIT_FINE
    for line in _markdown(entries) if form == "markdown" else _text(entries):
        click.echo(line)
    say(f"{counted(len(entries), 'concepts')} {'differ' if len(entries) != 1 else 'differs'}")
    return EXIT_FINE


def glossary_at(name: str, folder: str | None) -> Glossary:
    """The glossary in the folder or file *name*, or as of the version *name* of the glossary at *folder*."""
    if Path(name).exists():
        return Glossary.load(name)
    if folder is None:
        raise click.UsageError(f"{name}: no such folder or file; if it is a version, name its glossary with -g")
    return GlossaryFolder(folder).at(name)


def glossary_before(folder: str) -> tuple[str, Glossary]:
    """What the glossary at *folder* is compared with when nothing is said: the last commit, else its last version.

    Returns:
        What to call it, and the glossary as it was then.

    Raises:
        VersionError: there is neither.
    """
    glossary = GlossaryFolder(folder)
    try:
        committed = glossary.at("HEAD")
        if committed.concepts:
            return "HEAD", committed
    except VersionError:
        pass  # not in git
    last = glossary.version()
    now = glossary.load()
    return f"the time before version {last.name}", apply_changes(now, [change.reversed() for change in last.changes])


def _needed(folder: str | None) -> str:
    if folder is None:
        raise click.UsageError("name the glossary with -g GLOSSARY, or two folders to compare")
    return folder


@dataclass(frozen=True, slots=True)
class _Entry:
    """What became of one concept: added, removed, changed, merged or renamed (then `into` says which it is now)."""

    id: str
    became: str
    title: str
    into: str | None = None
    fields: tuple[FieldChange, ...] = ()
    written: tuple[tuple[str, str, str], ...] = ()  # (language, before, after) where jaen writes another term


def _entries(changes: Sequence[Change]) -> Iterator[_Entry]:
    heirs = taken_over(changes)
    by_id = {change.id: change for change in changes}
    renamed = {heir: former for former, heir in heirs.items() if by_id[heir].before is None}
    for change in changes:
        before, after = change.before, change.after
        if after is None:
            assert before
            if renamed.get(heirs.get(change.id, "")) != change.id:  # else told with the new id
                became = "merged" if change.id in heirs else "removed"
                yield _Entry(change.id, became, before.title, heirs.get(change.id))
        elif before is None and change.id in renamed:
            old = by_id[renamed[change.id]].before
            assert old
            told = differences(replace(old, id=after.id), after)
            yield _Entry(old.id, "renamed", after.title, after.id, told, _written(old, after))
        elif before is None:
            nothing = Concept(id=after.id, category="", terms=())
            yield _Entry(change.id, "added", after.title, None, differences(nothing, after))
        else:
            yield _Entry(change.id, "changed", after.title, None, differences(before, after), _written(before, after))


def _written(before: Concept, after: Concept) -> tuple[tuple[str, str, str], ...]:
    names = [
        (language, *((term.text if (term := one.preferred(language)) else "") for one in (before, after)))
        for language in ("ja", "en")
    ]
    return tuple((language, old, new) for language, old, new in names if old != new)


def _text(entries: Iterable[_Entry]) -> Iterator[str]:
    for entry in entries:
        yield f"{entry.id}  {_headline(entry)}"
        for line in _field_lines(entry, with_signs=True):
            yield f"  {line}"


def _markdown(entries: Iterable[_Entry]) -> Iterator[str]:
    for entry in entries:
        yield f"### `{entry.id}` {escape(_headline(entry))}\n"
        lines = [f"- {escape(line)}" for line in _field_lines(entry, with_signs=False)]
        if lines:
            yield "\n".join(lines) + "\n"


def _headline(entry: _Entry) -> str:
    into = f" into {entry.into}" if entry.became == "merged" else f" to {entry.into}" if entry.into else ""
    return f"{entry.became}{into}: {entry.title}" if entry.title else f"{entry.became}{into}"


def _field_lines(entry: _Entry, with_signs: bool) -> Iterator[str]:
    """One line per field, with `+ ` and the like in front or in words."""
    for change in entry.fields:
        if entry.became == "added" and change.kind == "changed":  # of a new entry, what nobody had said before
            line, kind = f"added {change.path} {said(change.after)}", "added"
        else:
            line, kind = str(change), change.kind
        yield f"{_SIGNS[kind]} {line.removeprefix(f'{kind} ')}" if with_signs else line
    for language, before, after in entry.written:
        line = f"jaen now writes {after or 'nothing'} for {before or 'what had no name'} ({language})"
        yield f"= {line}" if with_signs else line


def _plain_entry(entry: _Entry) -> dict[str, Any]:
    changes = [
        {
            "change": change.kind,
            "field": change.path.name,
            "item": list(change.path.item),
            "part": change.path.field,
            "before": change.before,
            "after": change.after,
        }
        for change in entry.fields
    ]
    written = {
        language: {"before": before or None, "after": after or None} for language, before, after in entry.written
    }
    return {
        "id": entry.id,
        "change": entry.became,
        "into": entry.into,
        "title": entry.title,
        "fields": changes,
        "preferred": written,
    }
