"""Parquet, for analysts: one row per segment, to be asked with DuckDB, pandas or Spark; the only door to pyarrow."""

import datetime
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

from jaen.errors import ConfigError
from jaen.model import Finding, Mention, Report, Segment, TermOutcome, Translation

if TYPE_CHECKING:
    import pyarrow as pa

Part = TypeVar("Part", Mention, Finding)

ROW_GROUP = 5_000  # segments, about 200 articles: what is held in memory before it is written


def write_parquet(reports: Iterable[Report], out: BinaryIO) -> None:
    """A table with the columns of `_schema`, furniture included (`content` is false), in the order of the articles.

    Spans count code points of the article's text, as in JSON Lines. Tokens, marks, provenance and findings about an
    article as a whole are only there.

    Raises:
        ConfigError: the extra `scale` is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise ConfigError(
            "writing Parquet needs the extra scale: in the project's folder run pip install '.[scale]'"
        ) from error
    schema = _schema()
    rows = (row for report in reports for row in _rows(report))
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while group := list(islice(rows, ROW_GROUP)):
            writer.write_table(pa.Table.from_pylist(group, schema))


def _schema() -> "pa.Schema":
    import pyarrow as pa

    text, number = pa.string(), pa.int64()
    term = {"concept": text, "start": number, "end": number, "target_start": number, "target_end": number}
    term |= {"outcome": text, "rung": text}
    mention = {"start": number, "end": number, "surface": text, "concept": text, "kind": text, "matched_by": text}
    return pa.schema(
        {
            "article_id": text,
            "source": text,
            "title": text,
            "date": pa.date32(),  # the article's day, null when it states none
            "site": text,
            "url": text,
            "article_language": text,
            "segment_id": text,  # unique in its article
            "block_id": text,
            "role": text,
            "content": pa.bool_(),
            "start": number,
            "end": number,
            "language": text,
            "text": text,
            "normalized": text,
            "english": text,
            "english_origin": text,  # source, translation or gloss
            "concepts": pa.list_(text),  # ids, each once, in text order
            "mentions": pa.list_(pa.struct(mention)),
            "findings": pa.list_(text),  # codes
            "translation": text,  # null where there is none, or none that may be passed on
            "translation_draft": text,  # of a segment that is untranslated: what the engine gave all the same
            "translation_language": text,
            "translation_state": text,  # translated, reviewed or untranslated; null where none was wanted
            "translation_engine": text,
            "translation_model": text,
            "translation_flags": pa.list_(text),
            "translation_terms": pa.list_(pa.struct(term)),  # target_start, target_end: of the translation or draft
        }
    )


def _rows(report: Report) -> Iterator[dict[str, Any]]:
    article, english = report.article, report.english()
    stated: dict[str, str] = {}
    for field in report.metadata:
        stated.setdefault(field.name, field.value)
    day = report.provenance.get("article_date")
    about = {
        "article_id": article.id,
        "source": article.source,
        "title": report.title,
        "date": datetime.date.fromisoformat(day) if day else None,
        "site": stated.get("site"),
        "url": stated.get("url"),
        "article_language": report.language,
    }
    mentions, findings = _by_segment(report.mentions), _by_segment(report.findings)
    translations = {translation.segment_id: translation for translation in report.translations}
    for segment in report.segments:
        text, origin = english.get(segment.id, (None, None))
        found = mentions.get(segment.id, [])
        yield {
            **about,
            **_segment(segment),
            "english": text,
            "english_origin": origin,
            "concepts": list(dict.fromkeys(mention.concept.id for mention in found)),
            "mentions": [_mention(mention) for mention in found],
            "findings": [finding.code for finding in findings.get(segment.id, [])],
            **_translation(translations.get(segment.id)),
        }


def _segment(segment: Segment) -> dict[str, Any]:
    return {
        "segment_id": segment.id,
        "block_id": segment.block_id,
        "role": segment.role.value,
        "content": segment.content,
        "start": segment.span.start,
        "end": segment.span.end,
        "language": segment.language,
        "text": segment.text,
        "normalized": segment.normalized.text,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "surface": mention.surface,
        "concept": mention.concept.id,
        "kind": mention.kind.value,
        "matched_by": mention.matched_by,
    }


def _translation(translation: Translation | None) -> dict[str, Any]:
    if translation is None:
        return {"translation_flags": [], "translation_terms": []}
    is_draft = translation.state == "untranslated"
    return {
        "translation": None if is_draft else translation.text,
        "translation_draft": translation.text or None if is_draft else None,
        "translation_language": translation.language,
        "translation_state": translation.state,
        "translation_engine": translation.engine,
        "translation_model": translation.model,
        "translation_flags": list(translation.flags),
        "translation_terms": [_outcome(outcome) for outcome in translation.terms],
    }


def _outcome(outcome: TermOutcome) -> dict[str, Any]:
    target = outcome.target_span
    return {
        "concept": outcome.concept_id,
        "start": outcome.source_span.start,
        "end": outcome.source_span.end,
        "target_start": target.start if target else None,
        "target_end": target.end if target else None,
        "outcome": outcome.outcome,
        "rung": outcome.rung,
    }


def _by_segment(parts: Iterable[Part]) -> dict[str | None, list[Part]]:
    """*parts* by the id of their segment, in their order; None holds what is about the whole article."""
    found: dict[str | None, list[Part]] = {}
    for part in parts:
        found.setdefault(part.segment_id, []).append(part)
    return found
