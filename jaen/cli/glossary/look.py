"""`jaen glossary`: look into a glossary and run its entries' own tests."""

import click

from jaen.cli.codes import EXIT_FINDINGS, EXIT_FINE
from jaen.cli.glossary.common import glossary_option
from jaen.cli.output import counted
from jaen.glossary import Glossary
from jaen.model import Concept, MatchRule, Review, Term, TermUse, Validity

__all__ = ["search", "show", "test"]


@click.command()
@click.argument("query")
@glossary_option
def search(query: str, folder: str) -> int:
    """Find concepts by any part of a term.

    QUERY is kanji, kana or romaji, in any width or case.

    \b
    jaen glossary search さいばー -g glossaries/news
    """
    found = Glossary.load(folder).search(query)
    for result in found:
        click.echo(f"{result.concept.id}\t{_names(result.concept)}")
    if not found:
        click.echo(f"nothing in {folder} holds {query!r}", err=True)
    return EXIT_FINE


@click.command()
@click.argument("concept_id", metavar="ID")
@glossary_option
def show(concept_id: str, folder: str) -> int:
    """One concept with all that its entry says.

    \b
    jaen glossary show openai -g glossaries/news
    """
    rows = _rows(Glossary.load(folder).by_id(concept_id))
    width = max(len(label) for label, _ in rows)
    last = ""
    for label, value in rows:
        click.echo(f"{label if label != last else '':<{width}}  {value}")
        last = label
    return EXIT_FINE


@click.command()
@glossary_option
def test(folder: str) -> int:
    """Run the examples of every concept; exit with 1 when one fails.

    \b
    jaen glossary test -g glossaries/news
    """
    loaded = Glossary.load(folder)
    failures = loaded.test()
    for failure in failures:
        click.echo(str(failure))
    examples = sum(len(concept.examples) for concept in loaded.concepts)
    click.echo(
        f"{counted(len(loaded.concepts), 'concepts')}, {counted(examples, 'examples')}, {len(failures)} failed",
        err=True,
    )
    return EXIT_FINDINGS if failures else EXIT_FINE


def _names(concept: Concept) -> str:
    preferred = [term.text for language in ("ja", "en") if (term := concept.preferred(language))]
    return " = ".join(preferred)


def _rows(concept: Concept) -> list[tuple[str, str]]:
    """What the entry says as (label, value); fields it does not have are left out."""
    rows = [("id", concept.id), ("category", concept.category), ("domain", ", ".join(concept.domain))]
    rows += [(term.language, f"{term.text}{_details(term)}") for term in concept.terms]
    rows += [(f"definition {language}", text) for language, text in concept.definition]
    rows += [("valid", _days(concept.valid)), ("match", _rule(concept.match) if concept.match != MatchRule() else "")]
    rows += [("link", f"{link.relation} {link.target} {_days(link.valid)}".rstrip()) for link in concept.links]
    rows += [("example", f"{example.text}  → {', '.join(example.finds) or 'nothing'}") for example in concept.examples]
    rows += [("source", source) for source in concept.sources]
    rows += [("keep", "true" if concept.keep else ""), ("note", concept.note), ("review", _review(concept.review))]
    return [(label, value) for label, value in rows if value]


def _details(term: Term) -> str:
    parts = [str(term.status), term.type if term.type != "full" else "", term.reading or ""]
    parts += [term.pos if term.pos != "noun" else "", f"use {term.use}" if term.use is not TermUse.ALWAYS else ""]
    parts += [_days(term.valid), _rule(term.match) if term.match else "", term.note]
    return f"  ({', '.join(part for part in parts if part)})"


def _days(valid: Validity) -> str:
    start, end = f"from {valid.start}" if valid.start else "", f"to {valid.end}" if valid.end else ""
    return f"{start} {end}".strip()


def _rule(rule: MatchRule) -> str:
    return f"boundary {rule.boundary}" + (f", case {rule.case}" if rule.case else "")


def _review(review: Review) -> str:
    parts = [review.state, f"by {review.by}" if review.by else "", f"on {review.on}" if review.on else ""]
    parts.append(f"again {review.again}" if review.again else "")
    return " ".join(part for part in parts if part)
