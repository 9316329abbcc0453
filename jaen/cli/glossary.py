"""`jaen glossary`: look into a glossary and run its entries' own tests."""

import click

from jaen.cli.codes import EXIT_FINDINGS, EXIT_FINE
from jaen.glossary import Glossary
from jaen.model import Concept, Term

__all__ = ["glossary"]

_WHICH = click.option(
    "-g", "--glossary", "path", required=True, metavar="GLOSSARY", help="A folder of concept files, or one file."
)


@click.group()
def glossary() -> None:
    """Look into a glossary and run its entries' own tests."""


@glossary.command()
@click.argument("query")
@_WHICH
def search(query: str, path: str) -> int:
    """Concepts whose terms hold QUERY: kanji, kana or romaji, in any width or case.

    \b
    jaen glossary search さいばー -g glossaries/news
    """
    found = Glossary.load(path).search(query)
    for result in found:
        click.echo(f"{result.concept.id}\t{_names(result.concept)}")
    if not found:
        click.echo(f"nothing in {path} holds {query!r}", err=True)
    return EXIT_FINE


@glossary.command()
@click.argument("concept_id", metavar="ID")
@_WHICH
def show(concept_id: str, path: str) -> int:
    """One concept: its terms with status, its definition, its review."""
    concept = Glossary.load(path).by_id(concept_id)
    click.echo(f"{concept.id}  {concept.category}  {' '.join(concept.domain)}".rstrip())
    for term in concept.terms:
        click.echo(f"  {term.language}  {term.text}{_details(term)}")
    for language, text in concept.definition:
        click.echo(f"  definition ({language}): {text}")
    click.echo(f"  review: {concept.review.state}")
    return EXIT_FINE


@glossary.command()
@_WHICH
def test(path: str) -> int:
    """Run the examples of every concept; exit with 1 when one fails."""
    loaded = Glossary.load(path)
    failures = loaded.test()
    for failure in failures:
        click.echo(str(failure))
    examples = sum(len(concept.examples) for concept in loaded.concepts)
    click.echo(f"{len(loaded.concepts)} concepts, {examples} examples, {len(failures)} failed", err=True)
    return EXIT_FINDINGS if failures else EXIT_FINE


def _names(concept: Concept) -> str:
    preferred = [term.text for language in ("ja", "en") if (term := concept.preferred(language))]
    return " = ".join(preferred)


def _details(term: Term) -> str:
    parts = [str(term.status), term.type if term.type != "full" else "", term.reading or "", term.note]
    return f"  ({', '.join(part for part in parts if part)})"
