"""Markdown (CommonMark with GitHub's tables): the article by role, its terms and its findings."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TextIO

from jaen.model import Report, Role, Segment, Translation
from jaen.writing.cells import one_line
from jaen.writing.digest import excerpt, left_out, place, related_note, renderings, rows_under

# CommonMark lets a backslash stand before any ASCII punctuation. `_` inside a word never marks emphasis.
_INLINE = re.compile(r"[\\`*\[\]<>&|~$]|(?<!\w)_|_(?!\w)")
_LINE_START = re.compile(r"#{1,6}(?= |$)|[+-](?= |$)|[-=]+$|[0-9]{1,9}(?=[.)](?: |$))")
_HEADING_MARK = re.compile(r"#{1,6}[ \u3000]+")  # an article in Markdown marks its headings itself
_OUTCOMES = ("satisfied", "repaired", "unmet")
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
        yield "\n".join(_terms(report))
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
    """Each block of content as one part, its translation after it as a quotation."""
    best = renderings(report)
    translations = {translation.segment_id: translation for translation in report.translations}
    first_answers = {exchange.answer[0] for exchange in report.exchanges if exchange.answer}
    content = (segment for segment in report.segments if segment.content)
    for _, group in groupby(content, key=lambda segment: segment.block_id):
        segments = tuple(group)
        role, text = segments[0].role, _joined(segments)
        if role is not Role.TITLE or not text.endswith(one_line(report.title or "")):
            yield _block(role, text, is_answer=segments[0].id in first_answers)
        told = [best[segment.id] for segment in segments if segment.id in best]
        notes = [note for s in segments for note in _notes(s, translations.get(s.id), is_one=len(segments) == 1)]
        if told or notes:
            yield _quotation(told, notes, indent="  " if role is Role.LIST_ITEM else "")


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


def _notes(segment: Segment, translation: Translation | None, *, is_one: bool) -> Iterator[str]:
    """What a reviewer should know of a translation, with the first words of one sentence among others."""
    about = "" if is_one else f" {escape(excerpt(segment.text))} —"
    for label, text in rows_under(translation, None):
        yield f"*{label}:*{about} {escape(text)}"


def _quotation(told: Sequence[tuple[str, str]], notes: Sequence[str], indent: str) -> str:
    """Sentences in the other language, those of one kind in one paragraph, and notes; a gloss is called one."""
    paragraphs = []
    for kind, group in groupby(told, key=lambda pair: pair[1]):
        # Glosses have no full stop of their own, and Japanese has no blanks between sentences.
        between = {"gloss": " / ", "ja": ""}.get(kind, " ")
        text = escape(between.join(one_line(text) for text, _ in group))
        paragraphs.append(f"*gloss:* {text}" if kind == "gloss" else text)
    return f"\n{indent}>\n".join(f"{indent}> {paragraph}" for paragraph in (*paragraphs, *notes))


def _terms(report: Report) -> Iterator[str]:
    """A table of the concepts, in order of their first mention, with what became of them in the translation."""
    times = Counter(mention.concept.id for mention in report.mentions)
    concepts = {mention.concept.id: mention.concept for mention in report.mentions}
    became: dict[str, Counter[str]] = defaultdict(Counter)
    for translation in report.translations:
        if translation.state != "untranslated":
            for term in translation.terms:
                became[term.concept_id][term.outcome] += 1
    yield "| Japanese | English | concept | times |" + (" translated |" if report.translations else "")
    yield "|---|---|---|---:|" + ("---|" if report.translations else "")
    for concept in concepts.values():
        terms = [concept.preferred(language) for language in ("ja", "en")]
        cells = [escape(term.text) if term else "—" for term in terms]
        cells += [escape(concept.id), str(times[concept.id])]
        if report.translations:
            counts = became[concept.id]
            cells.append(", ".join(f"{counts[name]} {name}" for name in _OUTCOMES if counts[name]) or "—")
        yield f"| {' | '.join(cells)} |"


def _findings(report: Report) -> Iterator[str]:
    for finding in report.findings:
        parts = [escape(finding.message), escape(place(report, finding))]
        if finding.suggestion:
            parts.append(f"→ {escape(finding.suggestion)}")
        if finding.ignored:
            parts.append(f"ignored: {escape(finding.ignored)}")
        yield f"- **{finding.severity.value}** {finding.code}: " + " · ".join(part for part in parts if part)
        for one in finding.related:
            yield f"  - {escape(related_note(report, one))}"
