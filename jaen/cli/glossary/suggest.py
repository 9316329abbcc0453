"""`jaen glossary suggest`: candidates for new entries, found in articles, and what editors say to them."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from jaen.cli.articles import Articles
from jaen.cli.asking import by_option, confirmed, yes_option
from jaen.cli.codes import EXIT_ERROR, EXIT_FINDINGS, EXIT_FINE
from jaen.cli.glossary.common import some_glossary_option, tell_saved
from jaen.cli.options import output_options, reading_options
from jaen.cli.output import Destination, counted, say, with_progress
from jaen.errors import ConfigError, ExchangeError
from jaen.glossary import Glossary
from jaen.glossary.saving import GlossaryFolder, editor_name
from jaen.glossary.suggest import (
    Answer,
    Outcome,
    Suggestion,
    apply_answers,
    edited,
    read_decisions,
    read_sheet,
    write_sheet,
)  # fmt: skip
from jaen.glossary.suggest import (
    suggest as find,
)
from jaen.writing.cells import one_line

__all__ = ["suggest"]

_KEYS = {"a": "accept", "e": "edit", "r": "reject", "s": "skip", "q": "quit"}
_EVIDENCE = 2  # sentences shown for one reason


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@reading_options
@some_glossary_option
@click.option("-n", "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="So many of the best.")
@output_options(("text", "json", "csv", "xlsx"))
@click.option("--walk", is_flag=True, help="Ask about one after the other; each answer is saved at once.")
@click.option(
    "--decisions", "sheet", metavar="SHEET", help="Take in the answers of a sheet written with -f csv or xlsx."
)
@by_option
@yes_option
@click.option("-q", "--quiet", is_flag=True, help="No progress bar.")
def suggest(paths: tuple[str, ...], folder: str | None, sheet: str | None, walk: bool, **given: Any) -> int:
    """Candidates for new entries, best first, with the sentences that speak for them.

    Terms that the glossary has, whatever their status, and what was rejected before are left out; without -g nothing
    is. Accepted ones become entries in review state proposed, rejected ones are remembered in decisions.jsonl beside
    the entries.

    \b
    jaen glossary suggest articles -g glossaries/news --walk
    jaen glossary suggest articles -g glossaries/news -f xlsx -o review.xlsx
    jaen glossary suggest --decisions review.xlsx -g glossaries/news
    """
    if bool(paths) == bool(sheet):
        raise click.UsageError("give articles to look into, or the answers of a sheet with --decisions SHEET")
    if folder is None and (walk or sheet):
        raise click.UsageError("answers are saved in a glossary; give its folder with -g")
    if given["destination"].format == "xlsx" and given["destination"].path is None:
        raise ConfigError("-f xlsx is no text for a terminal; name a file with -o review.xlsx")
    by = editor_name(given["by"])
    if sheet:
        return _take_in(sheet, GlossaryFolder(folder or ""), by, given["yes"])
    articles = Articles(paths, given["reading"])
    glossary, decisions = _known(folder)
    found = find(with_progress(articles, given["quiet"]), glossary, decisions)
    shown = found[: given["limit"]]
    if walk:
        _walk(found, GlossaryFolder(folder or ""), by)
    else:
        _write(shown, given["destination"], paths)
        rest = len(found) - len(shown)
        more = f", the best {len(shown)} shown; -n {len(found)} shows all" if rest else ""
        say(f"{counted(len(found), 'suggestions')} from {counted(articles.count, 'articles')}{more}")
    return EXIT_ERROR if articles.failed else EXIT_FINE


def _known(folder: str | None) -> tuple[Glossary | None, Sequence[Any]]:
    """The glossary and the decisions beside it; a folder may be empty still."""
    if folder is None:
        return None, ()
    if Path(folder).is_file():
        return Glossary.load(folder), ()
    return GlossaryFolder(folder).load(), read_decisions(folder)


def _write(shown: Sequence[Suggestion], destination: Destination, paths: Sequence[str]) -> None:
    if destination.format in ("csv", "xlsx"):
        _write_sheet(shown, destination, paths)
        return
    with destination.open(paths) as out:
        if destination.format == "json":
            out.write(json.dumps([_plain(one) for one in shown], ensure_ascii=False, indent=1) + "\n")
        else:
            for number, one in enumerate(shown, start=1):
                out.writelines(f"{line}\n" for line in _lines(one, number))


def _write_sheet(shown: Sequence[Suggestion], destination: Destination, paths: Sequence[str]) -> None:
    data = write_sheet(shown, destination.format)
    if destination.format == "csv":
        with destination.open(paths) as out:
            out.write(data.decode("utf-8"))
    else:
        with destination.open(paths) as out:
            out.buffer.write(data)


def _lines(one: Suggestion, number: int) -> Iterator[str]:
    """A suggestion for the terminal."""
    yield f"{number:>3}. {_names(one)}  [{one.category}] {one.score:g}"
    if one.extends:
        yield f"     adds to {one.extends}"
    if one.is_weak:
        yield "     weak: only a machine's summary says it"
    for language, text in one.definition:
        yield f"     {language} definition: {one_line(text)}"
    for reason in one.reasons:
        yield f"     {reason.kind}: {one_line(reason.detail)}"
        for evidence in reason.evidence[:_EVIDENCE]:
            weak = " (machine summary)" if evidence.is_weak else ""
            yield f"       {evidence.source}:{evidence.line}{weak}  {one_line(evidence.text)}"
    yield f"     {counted(one.count, 'places')} in {counted(one.articles, 'articles')}"


def _names(one: Suggestion) -> str:
    return " = ".join(one_line(term.text) for term in one.terms)


def _plain(one: Suggestion) -> dict[str, Any]:
    return {
        "terms": [{"language": t.language, "text": t.text, "type": t.type, "reading": t.reading} for t in one.terms],
        "category": one.category,
        "score": one.score,
        "count": one.count,
        "articles": one.articles,
        "weak": one.is_weak,
        "extends": one.extends,
        "definition": dict(one.definition),
        "reasons": [
            {
                "kind": reason.kind,
                "strength": reason.strength,
                "detail": reason.detail,
                "evidence": [
                    {
                        "source": e.source,
                        "line": e.line,
                        "span": [e.span.start, e.span.end],
                        "text": e.text,
                        "weak": e.is_weak,
                    }
                    for e in reason.evidence
                ],
            }
            for reason in one.reasons
        ],
    }


def _walk(found: Iterable[Suggestion], folder: GlossaryFolder, by: str) -> None:
    """Ask about one suggestion after the other until there is none or the editor quits."""
    counts = dict.fromkeys(("accepted", "rejected", "skipped"), 0)
    question = ", ".join(f"({key}){word[1:]}" for key, word in _KEYS.items())
    for number, one in enumerate(found, start=1):
        for line in _lines(one, number):
            click.echo(line)
        key = _asked(question)
        if key == "q":
            break
        if key == "s":
            counts["skipped"] += 1
            continue
        answer = "rejected" if key == "r" else "accepted"
        wanted = _edited(one) if key == "e" else one
        asked = tuple((term.language, term.text) for term in one.terms)
        _tell(apply_answers(folder, [Answer(answer, wanted, asked)], by, date.today()), folder)
        counts[answer] += 1
    say(", ".join(f"{count} {what}" for what, count in counts.items()))


def _asked(question: str) -> str:
    try:
        key: str = click.prompt(question, type=click.Choice(list(_KEYS)), show_choices=False, err=True)
    except click.Abort:  # Ctrl-D: the end of the answers
        return "q"
    return key


def _edited(one: Suggestion) -> Suggestion:
    """Ask for the terms and the category; the answer may be empty for a language without a term."""
    from jaen.glossary.sources.schema import CATEGORIES

    while True:
        texts = {
            language: click.prompt(
                f"{language} (several: a | b; - for none)",
                default=" | ".join(term.text for term in one.of_language(language)) or "-",
                err=True,
            )
            for language in ("ja", "en")
        }
        terms = {language: _texts(text) for language, text in texts.items()}
        if terms["ja"] or terms["en"]:
            break
        say("at least one term is needed")
    category = click.prompt("category", type=click.Choice(CATEGORIES), default=one.category, err=True)
    return edited(one, terms["ja"], terms["en"], category)


def _texts(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip() not in ("", "-")]


def _tell(outcome: Outcome, folder: GlossaryFolder) -> None:
    for one in outcome.known:
        say(f"{_names(one)}: the glossary has it already; nothing to add")
    if outcome.version:
        say(f"entries added or changed: {', '.join(outcome.saved)}")
        tell_saved(outcome.version, folder.path)


def _take_in(sheet: str, folder: GlossaryFolder, by: str, yes: bool) -> int:
    """Apply the answers of a review sheet."""
    try:
        data = Path(sheet).read_bytes()
    except OSError as error:
        raise ExchangeError(f"{sheet}: can't be read ({error.strerror}); check the path") from error
    read = read_sheet(data, sheet)
    accepted = [one for one in read.answers if one.answer == "accepted"]
    rejected = len(read.answers) - len(accepted)
    for one in accepted:
        click.echo(f"+ {_names(one.suggestion)}  [{one.suggestion.category}]")
    for line in read.wrong:
        say(line)
    say(f"{len(accepted)} accepted, {rejected} rejected, {read.blank} without an answer, {len(read.wrong)} wrong")
    if read.answers and confirmed("Save this?", yes):
        _tell(apply_answers(folder, read.answers, by, date.today()), folder)
    return EXIT_FINDINGS if read.wrong else EXIT_FINE
