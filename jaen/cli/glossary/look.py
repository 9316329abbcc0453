"""`jaen glossary search`, `show` and `test`: look into a glossary, and run its entries' own tests."""

import json
from datetime import date, datetime
from typing import Any

import click

from jaen.cli.asking import format_option
from jaen.cli.codes import EXIT_FINDINGS, EXIT_FINE
from jaen.cli.glossary.common import glossary_option
from jaen.cli.output import counted, say, with_progress
from jaen.glossary import ExampleFailure, Glossary
from jaen.glossary.changes import said
from jaen.glossary.saving.yaml_layout import plain
from jaen.glossary.search import Filter, Rank, SearchResult
from jaen.glossary.sources.schema import CATEGORIES, LANGUAGES, REVIEW_STATES, STATUSES
from jaen.glossary.sources.tree import Origin, shorten
from jaen.model import Concept, MatchRule, Validity
from jaen.writing.cells import one_line

__all__ = ["search", "show", "test"]


@click.command()
@click.argument("query", default="")
@glossary_option
@click.option("--status", multiple=True, metavar="STATUS", help=f"Of the term: {', '.join(STATUSES)}.")
@click.option("--language", default="", metavar="LANGUAGE", help=f"Of the term: {', '.join(LANGUAGES)}.")
@click.option("--category", multiple=True, metavar="CATEGORY", help=f"Of the concept: {', '.join(CATEGORIES)}.")
@click.option("--domain", multiple=True, metavar="WORD", help="A subject of the concept.")
@click.option("--review", multiple=True, metavar="STATE", help=f"Of its review: {', '.join(REVIEW_STATES)}.")
@click.option("--expired", is_flag=True, help="What was valid only until a day before today.")
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Another day than today for --expired."
)
@click.option("-n", "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="So many of the best.")
@format_option("text", "json")
def search(query: str, folder: str, limit: int, form: str, on: datetime | None, expired: bool, **words: Any) -> int:
    """Find concepts by any part of a term or its reading, or list those that some options choose.

    QUERY is kanji, kana or romaji, in any width or case. Where few terms hold it, those that are like it follow,
    marked with ~. Options of one kind add up (--status forbidden --status former), those of different kinds must all
    hold.

    \b
    jaen glossary search さいばー -g glossaries/news
    jaen glossary search --category law --domain cyber -g glossaries/news
    jaen glossary search --expired -g glossaries/news
    """
    if on and not expired:
        raise click.UsageError("--on is the day for --expired; add that")
    day = (on.date() if on else date.today()) if expired else None
    wanted = Filter(**words, expired=day)
    found = Glossary.load(folder).search(query, None, wanted)
    if form == "json":
        click.echo(json.dumps([_result(one) for one in found[:limit]], ensure_ascii=False, indent=1))
    else:
        for one in found[:limit]:
            click.echo(_line(one))
    if not found:
        asked = f"holds '{shorten(one_line(query))}', or is like it" if query else "is like that"
        say(f"nothing in {folder} {asked}")
    elif len(found) > limit:
        say(f"{len(found) - limit} more; see them with -n {len(found)}")
    return EXIT_FINE


@click.command()
@click.argument("concept_id", metavar="ID")
@glossary_option
@format_option("text", "json")
def show(concept_id: str, folder: str, form: str) -> int:
    """One concept with all that its entry says, and where it stands.

    \b
    jaen glossary show openai -g glossaries/news
    """
    glossary = Glossary.load(folder)
    concept = glossary.by_id(concept_id)
    origin = glossary.origins[concept.id]
    if form == "json":
        click.echo(json.dumps(_plain(concept, origin), ensure_ascii=False, indent=1))
        return EXIT_FINE
    if concept.id != concept_id:
        say(f"{concept_id} was merged into {concept.id}")
    rows = _rows(concept, origin)
    width = max(len(label) for label, _ in rows)
    last = ""
    for label, value in rows:
        click.echo(f"{label if label != last else '':<{width}}  {one_line(value)}")
        last = label
    return EXIT_FINE


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@glossary_option
def test(ids: tuple[str, ...], folder: str) -> int:
    """Run the examples of every concept, or of those with these IDs; exit with 1 when one fails.

    \b
    jaen glossary test -g glossaries/news
    jaen glossary test openai claude-mythos -g glossaries/news
    """
    glossary = Glossary.load(folder)
    concepts = list(dict.fromkeys(map(glossary.by_id, ids))) if ids else glossary.concepts
    failures: list[ExampleFailure] = []
    for concept in with_progress(concepts, quiet=False, label="concepts"):
        failures += glossary.failures(concept)
    for failure in failures:
        click.echo(str(failure))
    examples = sum(len(concept.examples) for concept in concepts)
    tally = f"{counted(len(concepts), 'concepts')}, {counted(examples, 'examples')}, {len(failures)} failed"
    click.echo(tally, err=True)
    return EXIT_FINDINGS if failures else EXIT_FINE


def _line(result: SearchResult) -> str:
    """A result for the terminal; the term that was found is said where it is not one of those that are written."""
    concept, term = result.concept, result.term
    is_written = term in (concept.preferred("ja"), concept.preferred("en"))
    mark = "~ " if result.rank is Rank.ALIKE else ""
    return f"{concept.id}\t{mark}{concept.title}" + ("" if is_written else f"  ({term.text}, {term.status})")


def _result(result: SearchResult) -> dict[str, Any]:
    return {
        "id": result.concept.id,
        "terms": [
            {"text": term.text, "language": term.language, "status": term.status} for term in result.concept.terms
        ],
        "category": result.concept.category,
        "found": result.term.text,
        "rank": result.rank.name.lower(),
        "likeness": round(result.likeness, 1),
    }


def _plain(concept: Concept, origin: Origin) -> dict[str, Any]:
    return {"id": concept.id, "file": origin.file, "place": origin.place, **plain(concept)}


def _rows(concept: Concept, origin: Origin) -> list[tuple[str, str]]:
    """What the entry says as (label, value); fields it does not have are left out."""
    rows = [("id", concept.id), ("file", f"{origin.file}:{origin.place}")]
    rows += [("former ids", ", ".join(concept.former_ids))]
    rows += [("category", concept.category), ("domain", ", ".join(concept.domain))]
    rows += [(term.language, f"{term.text} ({said(term)})") for term in concept.terms]
    rows += [(f"definition {language}", text) for language, text in concept.definition]
    rows += [("valid", said(concept.valid) if concept.valid != Validity() else "")]
    rows += [("match", said(concept.match) if concept.match != MatchRule() else "")]
    rows += [("link", said(link)) for link in concept.links]
    rows += [("example", f"{example.text} → {', '.join(example.finds) or 'nothing'}") for example in concept.examples]
    rows += [("source", source) for source in concept.sources]
    rows += [("keep", "true" if concept.keep else ""), ("note", concept.note), ("review", said(concept.review))]
    return [(label, value) for label, value in rows if value]
