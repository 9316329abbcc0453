"""`jaen glossary edit`: an entry in the person's own editor, or one term of it by options."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from jaen.cli.asking import by_option, confirmed, yes_option
from jaen.cli.codes import EXIT_FINE
from jaen.cli.glossary.broken import show_broken
from jaen.cli.glossary.common import Writing, change_lines, glossary_option, tell_saved
from jaen.cli.glossary.edit_text import TextSession
from jaen.cli.glossary.impact import corpus_option, show_impact
from jaen.cli.glossary.lint import show_findings
from jaen.cli.output import say
from jaen.errors import ConfigError, GlossaryError
from jaen.glossary.changes import Change
from jaen.glossary.editing import TermEdit, edit_term, remove_term
from jaen.glossary.lint import lint, read_ignored
from jaen.glossary.saving import GlossaryFolder, editor_name
from jaen.glossary.saving.yaml_text import rewrite
from jaen.glossary.sources.schema import LANGUAGES, PARTS_OF_SPEECH, STATUSES, TERM_TYPES, USES
from jaen.model import Concept, Status, TermUse, Validity
from jaen.words.scripts import language_of

__all__ = ["edit"]

_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("concept_id", metavar="ID")
@glossary_option
@click.option("--term", metavar="[ja:|en:]TERM", help="Change this term, or add it.")
@click.option("--status", type=click.Choice([*map(str, STATUSES)]), help="May it be used?")
@click.option("--type", "term_type", type=click.Choice(TERM_TYPES), help="What form it is.")
@click.option("--use", type=click.Choice([*map(str, USES)]), help="Where in an article it belongs.")
@click.option("--pos", type=click.Choice(PARTS_OF_SPEECH), help="verb and adj are found in every inflected form.")
@click.option("--reading", metavar="KANA", help="How a Japanese term is read.")
@click.option("--from", "start", type=_DAY, metavar="YYYY-MM-DD", help="The first day on which it holds.")
@click.option("--to", "end", type=_DAY, metavar="YYYY-MM-DD", help="The last day on which it holds.")
@click.option("--note", metavar="TEXT", help="Why, or anything else.")
@click.option(
    "--first", is_flag=True, help="Put it before the others of its language: jaen writes the first preferred."
)
@click.option("--remove-term", "removed", multiple=True, metavar="[ja:|en:]TERM", help="Remove a term; several times.")
@click.option("--text", type=_FILE, help="Take the whole entry from this file, - for standard input.")
@corpus_option
@click.option("--dry-run", is_flag=True, help="Show everything, write nothing.")
@by_option
@yes_option
def edit(concept_id: str, folder: str, text: Path | None, removed: tuple[str, ...], **options: Any) -> int:
    """Change an entry: in your editor ($VISUAL or $EDITOR), or one term of it by options.

    In the editor you work on a copy. When you close it, you see what you changed and what lint says of it; save it,
    or go on where the first problem is. What you typed is never lost: it is kept in a file if you quit, and --text
    takes it from there.

    \b
    jaen glossary edit nisc -g glossaries/news
    jaen glossary edit openai --term "Open AI" --status forbidden --note "no blank" -g glossaries/news
    jaen glossary edit chip --term en:IC --type abbreviation --use after-first -g my-glossary
    jaen glossary edit chip --term en:semiconductor --first -g my-glossary
    jaen glossary edit chip --remove-term ja:チップ -g my-glossary

    With --term, all other options are about that term, and those not given stay as they are; an empty --note or
    --reading removes it. A term without ja: or en: is told by its letters.
    """
    place = GlossaryFolder(folder)
    writing = Writing(*(options.pop(name) for name in ("by", "yes", "dry_run", "corpus")))
    term, is_first = options.pop("term"), options.pop("first")
    values = {name: value for name, value in options.items() if value is not None}
    if term is None and (values or is_first):
        raise click.UsageError("which term? name it with --term")
    if text is not None and (term or removed):
        raise click.UsageError("--text is the whole entry; leave --term and --remove-term away")
    if term is None and not removed:
        return TextSession(place, _id_of(place, concept_id), writing).run(text)
    concept = place.load().by_id(concept_id)
    after = concept
    for one in removed:
        after = remove_term(after, *_named(concept, one))
    if term is not None:
        after = edit_term(after, _term_edit(after, term, values, is_first))
    return _save(place, Change(concept, after), writing)


def _id_of(place: GlossaryFolder, concept_id: str) -> str:
    """The id of an entry; a broken entry is to be mended, so that its file is enough.

    Raises:
        UnknownConcept: there is none; the message names a near one.
    """
    try:
        place.text(concept_id)
    except GlossaryError:
        return place.load().by_id(concept_id).id
    return concept_id


def _named(concept: Concept, term: str) -> tuple[str, str]:
    """Language and text of a term as it is given on the command line: `en:chip`, or `chip`, which tells by itself."""
    language, colon, text = term.partition(":")
    is_named = bool(colon) and language in LANGUAGES
    text = (text if is_named else term).strip()
    if not text:
        raise click.UsageError("a term is empty; write it like --term en:chip")
    if is_named:
        return language, text
    languages = [one.language for one in concept.terms if one.text == text]
    if len(languages) > 1:
        raise click.UsageError(
            f"{text} is a Japanese and an English term of {concept.id}; write ja:{text} or en:{text}"
        )
    return (languages or [language_of(text)])[0], text


def _term_edit(concept: Concept, term: str, given: dict[str, Any], is_first: bool) -> TermEdit:
    language, text = _named(concept, term)
    values = dict(given)
    start, end = (_day(values.pop(name, None)) for name in ("start", "end"))
    if start or end:
        known = next((one.valid for one in concept.terms if (one.language, one.text) == (language, text)), Validity())
        try:
            values["valid"] = Validity(start or known.start, end or known.end)
        except ValueError as error:
            raise ConfigError(f"{text}: {error}; give another --from or --to") from error
    if "term_type" in values:
        values["type"] = values.pop("term_type")
    if "status" in values:
        values["status"] = Status(values["status"])
    if "use" in values:
        values["use"] = TermUse(values["use"])
    if "reading" in values:
        values["reading"] = values["reading"] or None
    return TermEdit(language=language, text=text, values=values, is_first=is_first)


def _day(given: datetime | None) -> Any:
    return given.date() if given else None


def _save(place: GlossaryFolder, change: Change, writing: Writing) -> int:
    """Show what changes, what lint says, and the impact; ask, and save."""
    if change.before == change.after:
        say(f"{change.id} says that already; nothing to change")
        return EXIT_FINE
    assert change.after
    after = place.with_texts({change.id: rewrite(place.text(change.id), change.after)})
    for line in change_lines(change):
        click.echo(line)
    show_findings(lint(after, [change.id], ignored=read_ignored(place.path)))
    before = place.load()
    show_broken(before, after)
    show_impact(before, after, writing.corpus)
    if confirmed("Save it?", writing.yes, writing.dry_run):
        tell_saved(place.save([change], editor_name(writing.by), f"edit of {change.id}"), place.path)
    return EXIT_FINE
