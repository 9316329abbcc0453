"""`jaen glossary add`: a new pair of terms, after a look at what is like it."""

import shlex
from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from jaen.cli.articles import Articles
from jaen.cli.asking import by_option, confirmed, yes_option
from jaen.cli.codes import EXIT_FINDINGS, EXIT_FINE
from jaen.cli.glossary.broken import show_broken
from jaen.cli.glossary.common import glossary_option, tell_saved, with_glossary
from jaen.cli.glossary.impact import corpus_option, show_impact
from jaen.cli.output import counted, say, with_progress
from jaen.config import Settings
from jaen.corpus.evidence import gather_evidence
from jaen.glossary import Glossary
from jaen.glossary.adding import Draft, already_there, new_entry, with_entry
from jaen.glossary.changes import Change
from jaen.glossary.lint import lint
from jaen.glossary.saving import GlossaryFolder, editor_name
from jaen.glossary.saving.yaml_text import render
from jaen.glossary.similar import Similar, similar
from jaen.glossary.sources.entry import read_entry
from jaen.glossary.sources.schema import CATEGORIES, STATUSES
from jaen.model import Concept, Review, Status, Term
from jaen.words.scripts import language_of
from jaen.writing.cells import one_line

__all__ = ["add"]

_NEAR = 5  # entries that are shown as near; more would hide what matters
_LINES = 3  # of the corpus, for each language
_WHY = {
    "same": "the same",
    "found": "found in texts already",
    "kana": "read alike",
    "romaji": "read alike but for long vowels",
    "guess": "probably read alike",
    "part": "a part of that name",
    "spelling": "spelled alike",
}


@click.command()
@click.argument("terms", nargs=-1, required=True, metavar="[JA] [EN]")
@glossary_option
@click.option("--category", type=click.Choice(CATEGORIES), help="What it is; default: guessed from the terms.")
@click.option("--domain", multiple=True, metavar="WORD", help="A subject, like cyber; may be given several times.")
@click.option("--reading", metavar="KANA", help="How the Japanese term is read; names in kanji need it.")
@click.option("--source", "sources", multiple=True, metavar="URL", help="Where it can be looked up; several times.")
@click.option("--definition", metavar="TEXT", help="What it is, in Japanese or English.")
@click.option("--example", "examples", multiple=True, metavar="TEXT", help="A sentence as a test; several times.")
@click.option("--note", default="", metavar="TEXT", help="Anything else.")
@click.option(
    "--status", type=click.Choice([*map(str, STATUSES)]), default="preferred", show_default=True, help="Of the terms."
)
@click.option(
    "--id", "concept_id", default="", metavar="ID", help="Name of the file; default: made of the English term."
)
@click.option("--approve/--propose", help="Approve it at once, or leave that to a reviewer (default).")
@corpus_option
@click.option("--dry-run", is_flag=True, help="Show everything, write nothing.")
@by_option
@yes_option
def add(
    terms: tuple[str, ...], folder: str, corpus: tuple[str, ...], dry_run: bool, by: str | None, yes: bool, **said: Any
) -> int:
    """Add a concept: a Japanese term and its English, in this order, or only one of them.

    Before anything is written you see the new entry, the entries that are near it (spelled or read alike), lines of
    your articles with the terms (--corpus), and what lint says of it. Then you are asked. What exists already is
    not added again (exit code 1).

    \b
    jaen glossary add 量子計算機 "quantum computer" -g my-glossary
    jaen glossary add 山田花子 "Hanako Yamada" --reading やまだはなこ -g my-glossary
    jaen glossary add "prompt injection" -g my-glossary              only English so far
    jaen glossary add 半導体 chip --domain trade --corpus articles/ --example 半導体が足りない。 -g my-glossary

    Quote a term that has blanks. More terms, links and days: jaen glossary edit ID.
    """
    saving = GlossaryFolder(folder)
    glossary = saving.load()
    draft = _draft(terms, editor_name(by), said)
    near = similar(glossary, draft.terms)
    there = already_there(near, draft.terms)
    if there:
        _show_existing(glossary, there, folder)
        return EXIT_FINDINGS
    concept = new_entry(glossary, draft)
    file = saving.path / f"{concept.id}.yaml"
    text = render(concept)
    read_entry(text, concept.id, str(file))  # what can't be an entry is said before anything is asked
    click.echo(f"{file}:")
    click.echo("".join(f"  {line}\n" for line in text.decode().splitlines()), nl=False)
    if not draft.category:
        click.echo(f"  (the category {concept.category} is a guess; --category says another)")
    for example in concept.examples:
        if not example.finds:
            click.echo(f"  (no term is found in {one_line(example.text)!r}: it shows where nothing may be found)")
    _show_near(near, draft.terms, folder)
    _show_lines(concept, corpus)
    after = with_entry(glossary, concept, str(file))
    show_impact(glossary, after, corpus)
    _show_problems(after, concept)
    show_broken(glossary, after)
    if confirmed("Add it?", yes, dry_run):
        saved = saving.save([Change(None, concept)], editor_name(by), f"add {concept.title or concept.id}")
        tell_saved(saved, folder)
    return EXIT_FINE


def _draft(texts: Sequence[str], by: str, said: dict[str, Any]) -> Draft:
    """What the command line says as one value.

    Raises:
        click.UsageError: it says something that can't be.
    """
    terms = [_term(language, text, said) for language, text in _with_languages(texts)]
    if said["reading"] and not any(term.language == "ja" for term in terms):
        raise click.UsageError("--reading is of a Japanese term, and none is given")
    definition = said["definition"] or ""
    return Draft(
        terms=tuple(terms),
        category=said["category"] or "",
        domain=said["domain"],
        definition=((language_of(definition), definition),) if definition else (),
        sources=said["sources"],
        examples=said["examples"],
        note=said["note"],
        id=said["concept_id"],
        review=Review("approved" if said["approve"] else "proposed", by, date.today()),
    )


def _with_languages(texts: Sequence[str]) -> list[tuple[str, str]]:
    """The terms with their languages: two are Japanese and English, whichever comes first; one tells by its letters."""
    kept = [text.strip() for text in texts]
    if len(kept) > 2:
        raise click.UsageError(f"{len(kept)} terms are given; quote a term that has blanks: add 半導体 'silicon chip'")
    if not all(kept):
        raise click.UsageError("a term is empty; leave it away where there is none")
    if len(kept) == 1:
        return [(language_of(kept[0]), kept[0])]
    languages = [language_of(text) for text in kept]
    if languages == ["ja", "ja"]:
        raise click.UsageError(f"{kept[1]!r} is Japanese, too; give one Japanese term and its English")
    first, second = kept if languages != ["en", "ja"] else reversed(kept)
    return [("ja", first), ("en", second)]


def _term(language: str, text: str, said: dict[str, Any]) -> Term:
    reading = said["reading"] if language == "ja" else None
    return Term(text=text, language=language, status=Status(said["status"]), reading=reading)


def _show_existing(glossary: Glossary, concept: Concept, folder: str) -> None:
    origin = glossary.origins[concept.id]
    state = "" if concept.is_matched else f"; it is {concept.review.state} and not looked for in articles"
    say(f"{concept.title} is there already: {concept.id}, {origin.file}:{origin.place}{state}")
    say(f"look at it:  jaen glossary show {concept.id} {with_glossary(folder)}")
    say(f"change it:   jaen glossary edit {concept.id} {with_glossary(folder)}")


def _show_near(near: Sequence[Similar], terms: Sequence[Term], folder: str) -> None:
    click.echo("near it:" if near else "near it: nothing")
    for one in near[:_NEAR]:
        why = f"{one.new.text} ~ {one.term.text}, {_WHY[one.reason]}"
        click.echo(f"  {one.score:3.0f}  {one_line(f'{one.concept.id}  {one.concept.title}  ({why})')}")
    if len(near) > _NEAR:
        click.echo(f"  … and {len(near) - _NEAR} more, less near")
    if near:
        known = {(term.language, term.text) for term in near[0].concept.terms}
        new = next((term for term in terms if (term.language, term.text) not in known), terms[0])
        command = shlex.join(["jaen", "glossary", "edit", near[0].concept.id, "--term", f"{new.language}:{new.text}"])
        advice = f"(if it means the same, give that entry the new term: {command} {with_glossary(folder)})"
        click.echo(f"  {one_line(advice)}")


def _show_lines(concept: Concept, corpus: Sequence[str]) -> None:
    """Lines of the articles in which the terms occur, language by language."""
    if not corpus:
        return
    languages = dict.fromkeys(term.language for term in concept.terms)
    alone = [
        Concept(id=one, category=concept.category, terms=tuple(term for term in concept.terms if term.language == one))
        for one in languages
    ]
    glossary = Glossary("new", tuple(sorted(alone, key=lambda one: one.id)))
    evidence = gather_evidence(glossary, with_progress(Articles(corpus), quiet=False), Settings(), _LINES)
    for one in alone:
        named = one.terms[0].text
        if one.id not in evidence:
            click.echo(f"in articles: {named} is in none")
            continue
        found = evidence[one.id]
        click.echo(f"in articles: {named}, {counted(found.mentions, 'times')} in {counted(found.articles, 'articles')}")
        for place, text in found.sentences:
            click.echo(f"  {place}  {one_line(text)}")


def _show_problems(after: Glossary, concept: Concept) -> None:
    for finding in lint(after, [concept.id]):
        if finding.is_pressing:
            click.echo(one_line(str(finding)))
