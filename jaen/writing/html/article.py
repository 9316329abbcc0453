"""A report as a part of the document: its paragraphs in order, what stands beside them, what was found."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from jaen.model import Block, Report, Role
from jaen.model.contract import plain
from jaen.writing.html.concepts import Concepts
from jaen.writing.html.findings import Places, finding_views
from jaen.writing.html.sentences import Renderings, Sentences, html_language
from jaen.writing.html.views import ArticleView, BlockView, FurnitureView, Label

__all__ = ["article_view", "facts", "labels", "web_address"]


_SHOWN = 2  # lines of the site that are only dimmed; more are folded


def article_view(report: Report, number: int, concepts: Concepts, places: Places) -> ArticleView:
    """Everything that the document shows of a report.

    Args:
        report: of the article.
        number: of the article in the document, from 1.
        concepts: the document's register; the article's mentions are counted in it.
        places: of the sentences that findings may point to, these among them.
    """
    concepts.count(report.mentions, number)
    findings = finding_views(report.findings, f"a{number}f", report.article, places)
    sentences = Sentences(report, number, concepts, findings)
    headline = _headline(report)
    shown = [*_blocks(report, sentences, Renderings(report, concepts))]
    return ArticleView(
        number=number,
        anchor=f"a{number}",
        title=report.title or report.article.id,
        language=html_language(report.language),
        facts=tuple(facts(report)),
        headline=next((view for block, view in shown if block is headline), None),
        parts=tuple(_parts((block, view) for block, view in shown if block is not headline)),
        is_paired=any(row.rendering for _, view in shown for row in view.rows),
        findings=findings,
        provenance=tuple(labels(report.provenance)),
    )


def _headline(report: Report) -> Block | None:
    """The line that is the article's title."""
    titles = (block for block in report.blocks if block.role is Role.TITLE and block.content)
    title = report.title or ""
    return next((one for one in titles if title and title in one.span.of(report.article.text)), None)


def _blocks(report: Report, sentences: Sentences, beside: Renderings) -> Iterator[tuple[Block, BlockView]]:
    """The blocks that hold a sentence."""
    blocks = {block.id: block for block in report.blocks}
    is_machine = any(field.name == "machine-summary" for field in report.metadata)
    marks = _marks(report)
    was_machine = False
    for block_id, group in groupby(report.segments, key=lambda segment: segment.block_id):
        segments, block = [*group], blocks[block_id]
        is_summary = is_machine and block.role is Role.SUMMARY
        view = BlockView(
            role=block.role.value.replace("-", " "),
            mark=next((marks[segment.id] for segment in segments if segment.id in marks), ""),
            is_machine=is_summary,
            opens_machine=is_summary and not was_machine,
            rows=sentences.rows(segments, beside),
        )
        was_machine = is_summary
        yield block, view


def _marks(report: Report) -> Mapping[str, str]:
    """Segment id to Q or A, at the first sentence of each."""
    marks = {}
    for exchange in report.exchanges:
        marks.update({ids[0]: mark for ids, mark in ((exchange.question, "Q"), (exchange.answer, "A")) if ids})
    return marks


def _parts(shown: Iterable[tuple[Block, BlockView]]) -> Iterator[BlockView | FurnitureView]:
    """The story's blocks one by one, the site's furniture between them folded together."""
    for content, group in groupby(shown, key=lambda pair: pair[0].content):
        pairs = [*group]
        if content:
            yield from (view for _, view in pairs)
        else:
            views = tuple(view for _, view in pairs)
            has_findings = any(row.findings for view in views for row in view.rows)
            yield FurnitureView(_furniture_title(views), views, len(views) > _SHOWN and not has_findings)


def _furniture_title(views: Sequence[BlockView]) -> str:
    """`6 lines of the site: navigation 3, form 3`."""
    roles = Counter(view.role for view in views)
    return f"{len(views)} lines of the site: {', '.join(f'{role} {count}' for role, count in roles.most_common())}"


def facts(report: Report) -> Iterator[Label]:
    """Where the article came from and what its page says of it, each fact once."""
    yield Label("file", report.article.source)
    yield Label("language", report.language)
    stated = dict.fromkeys((field.name, field.value) for field in report.metadata if field.name != "title")
    for name, value in stated:
        yield Label(name.replace("-", " "), value, web_address(value))


def labels(value: Mapping[str, Any]) -> Iterator[Label]:
    """A mapping of mappings as facts.

    >>> [*labels({"jaen": "0.1.0", "glossary": {"name": "news"}, "translation": None})][1:]
    [Label(name='glossary.name', value='news', href=''), Label(name='translation', value='—', href='')]
    """
    for name, part in plain(value).items():
        if isinstance(part, dict):
            yield from (Label(f"{name}.{one.name}", one.value) for one in labels(part))
        elif isinstance(part, list):
            yield Label(name, ", ".join(map(str, part)))
        else:
            yield Label(name, "—" if part is None else str(part))


def web_address(text: str) -> str:
    """*text* where it is an address that a reader can open without harm, else "".

    >>> web_address("https://example.org/1"), web_address("javascript:alert(1)")
    ('https://example.org/1', '')
    """
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in ("http", "https") and parts.netloc else ""
