"""Markdown (CommonMark with GitHub's tables): the article by role, its terms and its findings."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TextIO

from jaen.model import Mention, Report, Role, Segment
from jaen.writing.cells import one_line
from jaen.writing.digest import left_out, place

# CommonMark lets a backslash stand before any ASCII punctuation. `_` inside a word never marks emphasis.
_INLINE = re.compile(r"[\\`*\[\]<>&|~$]|(?<!\w)_|_(?!\w)")
_LINE_START = re.compile(r"#{1,6}(?= |$)|[+-](?= |$)|[-=]+$|[0-9]{1,9}(?=[.)](?: |$))")
_HEADING_MARK = re.compile(r"#{1,6}[ \u3000]+")  # an article in Markdown marks its headings itself
_NUMBER = re.compile(r"[0-9]{1,3}[.)] ")


def write_markdown(reports: Iterable[Report], out: TextIO) -> None:
    """One article after the other, a rule between them."""
    for number, report in enumerate(reports):
        if number:
            out.write("\n---\n\n")
        out.write("\n\n".join(_parts(report)) + "\n")


def escape(text: str) -> str:
    r"""*text* on one line, so that Markdown shows it as it is.

    >>> escape("1. *foo* <b>, snake_case")
    '1\\. \\*foo\\* \\<b\\>, snake_case'
    """
    line = _INLINE.sub(r"\\\g<0>", one_line(text))
    start = _LINE_START.match(line)
    if start is None:
        return line
    return f"{line[: start.end()]}\\{line[start.end() :]}" if line[0].isdigit() else f"\\{line}"


def _parts(report: Report) -> Iterator[str]:
    """The parts of an article, between which an empty line stands."""
    yield f"# {escape(report.title or report.article.id)}"
    yield "\n".join(_metadata(report))
    yield from _story(report)
    if report.mentions:
        yield "## Terms"
        yield "\n".join(_terms(report.mentions))
    if report.findings:
        yield "## Findings"
        yield "\n".join(_findings(report))
    if note := left_out(report):
        yield f"*{escape(note)}*"


def _metadata(report: Report) -> Iterator[str]:
    yield f"- source: {escape(report.article.source)}"
    yield f"- language: {report.language}"
    facts = dict.fromkeys((field.name, field.value) for field in report.metadata if field.name != "title")
    for name, value in facts:
        yield f"- {escape(name)}: {escape(value)}"


def _story(report: Report) -> Iterator[str]:
    """Each block of content as one part, its English after it as a quotation."""
    english = report.english()
    first_answers = {exchange.answer[0] for exchange in report.exchanges if exchange.answer}
    content = (segment for segment in report.segments if segment.content)
    for _, group in groupby(content, key=lambda segment: segment.block_id):
        segments = tuple(group)
        role, text = segments[0].role, _joined(segments)
        if role is not Role.TITLE or not text.endswith(one_line(report.title or "")):
            yield _block(role, text, is_answer=segments[0].id in first_answers)
        foreign = [english[s.id] for s in segments if s.id in english and s.language != "en"]
        if foreign:
            yield _quotation(foreign, indent="  " if role is Role.LIST_ITEM else "")


def _joined(segments: Sequence[Segment]) -> str:
    """The sentences of a block as one line, with a blank only where one stood between them."""
    text, end = "", segments[0].span.start
    for segment in segments:
        text += (" " if segment.span.start > end and text else "") + one_line(segment.text)
        end = segment.span.end
    return text


def _block(role: Role, text: str, *, is_answer: bool) -> str:
    match role:
        case Role.TITLE | Role.HEADING:
            return f"## {escape(_HEADING_MARK.sub('', text))}"
        case Role.LIST_ITEM:
            number = _NUMBER.match(text)
            return f"{number.group()}{escape(text[number.end() :])}" if number else f"- {escape(text.lstrip('-•・* '))}"
        case Role.QUESTION:
            return f"**Q:** {escape(text)}"
        case Role.BODY:
            return f"**A:** {escape(text)}" if is_answer else escape(text)
        case _:
            return f"*{role.value}:* {escape(text.lstrip('-•・* '))}"


def _quotation(english: Sequence[tuple[str, str]], indent: str) -> str:
    """English sentences as a quotation, those of one origin in one paragraph; a gloss is called one."""
    paragraphs = []
    for origin, group in groupby(english, key=lambda pair: pair[1]):
        # Glosses have no full stop of their own.
        text = escape((" / " if origin == "gloss" else " ").join(text for text, _ in group))
        paragraphs.append(f"{indent}> *gloss:* {text}" if origin == "gloss" else f"{indent}> {text}")
    return f"\n{indent}>\n".join(paragraphs)


def _terms(mentions: Sequence[Mention]) -> Iterator[str]:
    """A table of the concepts, in order of their first mention."""
    times = Counter(mention.concept.id for mention in mentions)
    concepts = {mention.concept.id: mention.concept for mention in mentions}
    yield "| Japanese | English | concept | times |"
    yield "|---|---|---|---:|"
    for concept in concepts.values():
        terms = [concept.preferred(language) for language in ("ja", "en")]
        cells = [escape(term.text) if term else "—" for term in terms]
        yield f"| {cells[0]} | {cells[1]} | {escape(concept.id)} | {times[concept.id]} |"


def _findings(report: Report) -> Iterator[str]:
    for finding in report.findings:
        parts = [escape(finding.message), escape(place(report, finding))]
        if finding.suggestion:
            parts.append(f"→ {escape(finding.suggestion)}")
        yield f"- **{finding.severity.value}** {finding.code}: " + " · ".join(part for part in parts if part)
