"""Thin views of the pipeline: `detect`, `normalize`, `segment`, `tokenize`, `terms`."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import click

from jaen.cli.options import Source, output_options, recipe_options, source_options
from jaen.cli.output import Destination
from jaen.cli.results import Results
from jaen.corpus import Recipe
from jaen.errors import ConfigError
from jaen.model import Report, Segment
from jaen.offsets import Lines

__all__ = ["detect", "normalize", "segment", "terms", "tokenize"]

Rows = Callable[[Report], Iterator[dict[str, Any]]]
TextLines = Callable[[Report], Iterator[str]]
_ALL = click.option("--all", "everything", is_flag=True, help="Furniture of the site as well as content.")
_FORMATS = ("text", "jsonl")


def _show(source: Source, recipe: Recipe, destination: Destination, rows: Rows, lines: TextLines) -> int:
    """Write one view of every article, as text for people or as JSON Lines for programs."""
    results = Results()
    with destination.open(source.paths) as out:
        for report in results.reports(source, recipe):
            if destination.format == "jsonl":
                for row in rows(report):
                    out.write(json.dumps({"article": report.article.id, **row}, ensure_ascii=False) + "\n")
            else:
                for line in lines(report):
                    out.write(line + "\n")
    return results.exit_code()


def _chosen(report: Report, everything: bool) -> Iterator[Segment]:
    return (segment for segment in report.segments if everything or segment.content)


def _segment_fields(report: Report, *fields: str) -> dict[str, dict[str, Any]]:
    """The contract's segments by id, with these fields only."""
    return {item["id"]: {field: item[field] for field in fields} for item in report.to_dict()["segments"]}


@click.command()
@recipe_options
@output_options(_FORMATS)
@_ALL
@source_options
def detect(source: Source, recipe: Recipe, destination: Destination, everything: bool) -> int:
    """The language of every sentence, with the reason.

    \b
    jaen detect page.txt
    ja    kana             国家サイバー統括室は…
    """

    def rows(report: Report) -> Iterator[dict[str, Any]]:
        fields = _segment_fields(report, "id", "span", "language", "language_reason", "runs", "text")
        return (fields[segment.id] for segment in _chosen(report, everything))

    def lines(report: Report) -> Iterator[str]:
        for segment in _chosen(report, everything):
            yield f"{segment.language}\t{segment.language_reason}\t{_one_line(segment.text)}"

    return _show(source, recipe, destination, rows, lines)


@click.command()
@recipe_options
@output_options(_FORMATS)
@source_options
def normalize(source: Source, recipe: Recipe, destination: Destination) -> int:
    """The whole text after normalization; with -f jsonl every edit with its rule.

    \b
    echo ｻｲﾊﾞｰ攻撃が１５０社で | jaen normalize -
    サイバー攻撃が150社で
    """

    def rows(report: Report) -> Iterator[dict[str, Any]]:
        for segment in report.segments:
            edits = [
                {
                    "source": [edit.source.start + segment.span.start, edit.source.end + segment.span.start],
                    "target": [edit.target.start, edit.target.end],
                    "rule": edit.rule,
                }
                for edit in segment.normalized.edits
            ]
            span = [segment.span.start, segment.span.end]
            yield {"id": segment.id, "span": span, "normalized": segment.normalized.text, "edits": edits}

    def lines(report: Report) -> Iterator[str]:
        text, at, parts = report.article.text, 0, []
        for segment in report.segments:
            parts += [text[at : segment.span.start], segment.normalized.text]
            at = segment.span.end
        yield "".join([*parts, text[at:]]).removesuffix("\n")

    return _show(source, recipe, destination, rows, lines)


@click.command()
@recipe_options
@output_options(_FORMATS)
@_ALL
@source_options
def segment(source: Source, recipe: Recipe, destination: Destination, everything: bool) -> int:
    """One sentence a line.

    \b
    echo 「待て。」と言った。彼は去った。 | jaen segment -
    「待て。」と言った。
    彼は去った。
    """

    def rows(report: Report) -> Iterator[dict[str, Any]]:
        fields = _segment_fields(report, "id", "block", "span", "role", "content", "language", "text")
        return (fields[segment.id] for segment in _chosen(report, everything))

    def lines(report: Report) -> Iterator[str]:
        return (_one_line(segment.text) for segment in _chosen(report, everything))

    return _show(source, recipe, destination, rows, lines)


@click.command()
@recipe_options
@output_options(_FORMATS)
@_ALL
@source_options
def tokenize(source: Source, recipe: Recipe, destination: Destination, everything: bool) -> int:
    """Words with lemma, reading, part of speech and concept; an empty line ends a sentence.

    With -g the glossary's terms are single words.
    """

    def rows(report: Report) -> Iterator[dict[str, Any]]:
        fields = _segment_fields(report, "id", "span", "language", "tokens")
        return (fields[segment.id] for segment in _chosen(report, everything))

    def lines(report: Report) -> Iterator[str]:
        for segment in _chosen(report, everything):
            for token in segment.tokens:
                cells = (token.surface, token.lemma, token.reading, token.upos, token.xpos, token.concept_id)
                yield "\t".join(cell or "_" for cell in cells)
            yield ""

    return _show(source, recipe, destination, rows, lines)


@click.command()
@recipe_options
@output_options(_FORMATS)
@_ALL
@source_options
def terms(source: Source, recipe: Recipe, destination: Destination, everything: bool) -> int:
    """Where the glossary's concepts occur: place, spelling, concept, kind, and what made it match.

    \b
    jaen terms page.txt -g glossaries/news
    page.txt:3:14  国家サイバー統括室  national-cybersecurity-office  free  exact
    """
    if recipe.glossary is None:
        raise ConfigError("jaen terms: no glossary; add -g GLOSSARY, a folder of concept files or one file")

    def chosen(report: Report) -> set[str]:
        return {segment.id for segment in _chosen(report, everything)}

    def rows(report: Report) -> Iterator[dict[str, Any]]:
        ids = chosen(report)
        mentions: list[dict[str, Any]] = report.to_dict()["mentions"]
        return (mention for mention in mentions if mention["segment"] in ids)

    def lines(report: Report) -> Iterator[str]:
        ids, text = chosen(report), Lines(report.article.text)
        for mention in report.mentions:
            if mention.segment_id in ids:
                start = mention.span.start
                place = f"{report.article.source}:{text.number(start)}:{text.column(start)}"
                yield "\t".join(
                    (place, _one_line(mention.surface), mention.concept.id, mention.kind, mention.matched_by)
                )

    return _show(source, recipe, destination, rows, lines)


def _one_line(text: str) -> str:
    """*text* with its white space, line breaks included, as single spaces."""
    return " ".join(text.split())
