"""The nouns as plain JSON values: one function per noun, the shapes of schema `jaen.report/1`.

Spans become `[start, end]`, decimals become text (so that no reader rounds them), dates ISO 8601, unknown is null.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from jaen.model.article import Article, MetadataField
from jaen.model.finding import Finding, Related
from jaen.model.mention import Mention, Similar, TermOutcome, Translation
from jaen.model.text import (
    Block,
    Bracket,
    Dash,
    DateExpression,
    Exchange,
    Mark,
    Number,
    Quotation,
    Run,
    Segment,
    Token,
)
from jaen.offsets import Span

SCHEMA = "jaen.report/1"

Json = dict[str, Any]


def span_json(span: Span | None) -> list[int] | None:
    """`[start, end]`, or None."""
    return None if span is None else [span.start, span.end]


def article_json(article: Article, language: str, title: str | None, metadata: Sequence[MetadataField]) -> Json:
    """The article with what was found out about it as a whole."""
    fields: dict[str, list[Json]] = {}
    for field in metadata:
        value = {"value": field.value, "span": span_json(field.span), "rule": field.rule}
        fields.setdefault(field.name, []).append(value)
    return {
        "id": article.id,
        "source": article.source,
        "sha256": article.sha256,
        "encoding": article.encoding,
        "language": language,
        "title": title,
        "metadata": fields,
        "text": article.text,
    }


def block_json(block: Block) -> Json:
    """A block with its role and the rule that gave it."""
    return {
        "id": block.id,
        "span": span_json(block.span),
        "role": block.role.value,
        "content": block.content,
        "rule": block.rule,
        "confidence": block.confidence,
        "language": block.language,
    }


def run_json(run: Run) -> Json:
    """A stretch of one language."""
    return {"span": span_json(run.span), "language": run.language}


def token_json(token: Token) -> Json:
    """A word; `concept` is there only when the glossary made it one unit."""
    value = {
        "span": span_json(token.span),
        "surface": token.surface,
        "lemma": token.lemma,
        "orth_base": token.orth_base,
        "reading": token.reading,
        "upos": token.upos,
        "xpos": token.xpos,
    }
    if token.concept_id is not None:
        value["concept"] = token.concept_id
    return value


def mark_json(mark: Mark) -> Json:
    """A mark with its `type`: bracket, dash, quotation, number or date."""
    span = span_json(mark.span)
    match mark:
        case Bracket():
            inner, base = span_json(mark.inner), span_json(mark.base)
            return {"type": "bracket", "span": span, "kind": mark.kind.value, "inner": inner, "base": base}
        case Dash():
            return {"type": "dash", "span": span, "kind": mark.kind.value}
        case Quotation():
            inner, speaker = span_json(mark.inner), span_json(mark.speaker)
            return {"type": "quotation", "span": span, "inner": inner, "speaker": speaker}
        case Number():
            return {
                "type": "number",
                "span": span,
                "kind": mark.kind,
                "low": _decimal(mark.low),
                "high": _decimal(mark.high),
                "unit": mark.unit,
                "approximate": mark.approximate,
            }
        case DateExpression():
            return {
                "type": "date",
                "span": span,
                "kind": mark.kind,
                "first": mark.first.isoformat() if mark.first else None,
                "last": mark.last.isoformat() if mark.last else None,
                "reason": mark.reason,
            }


def segment_json(segment: Segment, english: str | None, origin: str | None) -> Json:
    """A segment with what an English-only consumer reads, and where that comes from."""
    return {
        "id": segment.id,
        "block": segment.block_id,
        "span": span_json(segment.span),
        "role": segment.role.value,
        "content": segment.content,
        "language": segment.language,
        "language_reason": segment.language_reason,
        "runs": [run_json(run) for run in segment.runs],
        "text": segment.text,
        "normalized": segment.normalized.text,
        "english": english,
        "english_origin": origin,
        "tokens": [token_json(token) for token in segment.tokens],
        "marks": [mark_json(mark) for mark in segment.marks],
    }


def exchange_json(exchange: Exchange) -> Json:
    """A question with its answer, as segment ids."""
    return {"question": list(exchange.question), "answer": list(exchange.answer)}


def mention_json(mention: Mention) -> Json:
    """A mention with the term jaen would write in each language."""
    preferred = {language: mention.concept.preferred(language) for language in ("ja", "en")}
    return {
        "segment": mention.segment_id,
        "span": span_json(mention.span),
        "surface": mention.surface,
        "concept": mention.concept.id,
        "term": mention.term.text,
        "language": mention.term.language,
        "kind": mention.kind.value,
        "matched_by": mention.matched_by,
        "preferred": {language: term.text if term else None for language, term in preferred.items()},
    }


def outcome_json(outcome: TermOutcome) -> Json:
    """What became of one mention; `target_span` counts in the translation's text."""
    return {
        "concept": outcome.concept_id,
        "source_span": span_json(outcome.source_span),
        "target_span": span_json(outcome.target_span),
        "outcome": outcome.outcome,
        "rung": outcome.rung,
    }


def translation_json(translation: Translation) -> Json:
    """A translation with an account of every term."""
    return {
        "segment": translation.segment_id,
        "language": translation.language,
        "text": translation.text,
        "engine": translation.engine,
        "model": translation.model,
        "state": translation.state,
        "terms": [outcome_json(outcome) for outcome in translation.terms],
        "flags": list(translation.flags),
        "similar": similar_json(translation.similar),
    }


def similar_json(similar: Similar | None) -> Json | None:
    """A reviewed translation of a like sentence, null without one."""
    return {"score": similar.score, "source": similar.source, "text": similar.text} if similar else None


def finding_json(finding: Finding) -> Json:
    """A finding; null where it is about the article as a whole."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "segment": finding.segment_id,
        "span": span_json(finding.span),
        "concept": finding.concept_id,
        "suggestion": finding.suggestion,
        "related": [related_json(one) for one in finding.related],
        "ignored": finding.ignored,
    }


def related_json(related: Related) -> Json:
    """Another place that a finding speaks of; its span counts in that article's text."""
    return {
        "role": related.role,
        "article": related.article_id,
        "segment": related.segment_id,
        "span": span_json(related.span),
        "text": related.text,
    }


def plain(value: Any) -> Any:  # noqa: ANN401 - provenance holds whatever a stage wants on record
    """*value* with every mapping a dict and every sequence a list, as JSON needs them."""
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    return value


def _decimal(value: Decimal) -> str:
    """Plain notation: `142000`, `0.5`, never `1.42E+5`."""
    return format(value, "f")
