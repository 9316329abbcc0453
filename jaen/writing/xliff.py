"""XLIFF 2.1 (OASIS): articles for a translation tool, with translations, terms and what was found about them.

A file is an article, a unit a paragraph of the source language, a segment a sentence. Source: XLIFF Version 2.1, OASIS
Standard, 13 February 2018; its glossary module carries the terms.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TextIO

from jaen.errors import ExchangeError
from jaen.files.xml import Element, render
from jaen.model import Alignment, Bead, Finding, Mention, Pair, Passage, Report, Segment, Translation

__all__ = ["write_alignment_xliff", "write_xliff"]

_CORE = "urn:oasis:names:tc:xliff:document:2.0"
_GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
_OTHER = {"ja": "en", "en": "ja"}
_MACHINE = "jaen:machine"
_PRIORITY = {"error": "1", "warning": "4", "info": "7"}  # 1 is the highest
# Control characters that XML can't hold; XLIFF has an element for them (cp).
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Row:
    """A source text and its translation, "" where it has none.

    Attributes:
        state: `initial`, `translated` or `reviewed`.
        is_machine: a machine translated it.
    """

    source: str
    target: str
    state: str
    is_machine: bool


def write_xliff(reports: Iterable[Report], out: TextIO) -> None:
    """The articles, translated or to be translated.

    A file has one pair of languages: that of the first article with a translation, else from the first article's main
    language into the other. Sentences in other languages are left out, as is the site's furniture. A sentence without a
    translation is `initial`; what a machine translated is `translated` with the subState `jaen:machine`.

    Raises:
        ExchangeError: lxml is missing, or no article has a sentence in the source language: a file must have one.
    """
    all_reports = list(reports)
    source, target = _languages(all_reports)
    root = _root(source, target)
    for number, report in enumerate(all_reports, 1):
        units = [group for group in _paragraphs(report) if group[0].language == source]
        if units:
            _add_file(root, f"f{number}", report, units, target)
    if not root.content:
        raise ExchangeError(f"XLIFF: no article has a sentence in {source!r}, so there is nothing to translate")
    _write(root, out)


def _languages(reports: Sequence[Report]) -> tuple[str, str]:
    for report in reports:
        if report.translations:
            target = report.translations[0].language
            return _OTHER.get(target, "ja"), target
    source = next((report.language for report in reports if report.language in _OTHER), "ja")
    return source, _OTHER[source]


def _root(source: str, target: str) -> Element:
    attributes = {"version": "2.1", "srcLang": source, "trgLang": target}
    return Element("xliff", _CORE, attributes)


def _write(root: Element, out: TextIO) -> None:
    out.write(render(root, {_CORE: "", _GLOSSARY: "gls"}).decode())


def _paragraphs(report: Report) -> Iterator[list[Segment]]:
    """Neighboring sentences of one paragraph and one language."""
    content = (segment for segment in report.segments if segment.content)
    for _, group in groupby(content, key=lambda segment: (segment.block_id, segment.language)):
        yield list(group)


def _add_file(root: Element, name: str, report: Report, paragraphs: Sequence[list[Segment]], target: str) -> None:
    file = root.add("file", id=name, original=report.article.source)
    translations = {one.segment_id: one for one in report.translations if one.language == target}
    for number, paragraph in enumerate(paragraphs, 1):
        ids = {segment.id for segment in paragraph}
        unit = file.add("unit", id=f"u{number}")
        _add_terms(unit, [one for one in report.mentions if one.segment_id in ids], target)
        _add_notes(unit, [one for one in report.findings if one.segment_id in ids and not one.ignored], translations)
        end = paragraph[0].span.start
        for segment in paragraph:
            between = report.article.text[end : segment.span.start]
            if between:
                _text(unit.add("ignorable").add("source"), between)
            _add_segment(unit, segment.id, _row(segment.text, translations.get(segment.id)))
            end = segment.span.end


def _row(source: str, translation: Translation | None) -> _Row:
    if translation is None or translation.state == "untranslated":
        return _Row(source, "", "initial", is_machine=False)
    return _Row(source, translation.text, translation.state, is_machine=translation.state == "translated")


def _add_segment(unit: Element, name: str, row: _Row) -> None:
    sub_state = {"subState": _MACHINE} if row.is_machine else {}
    segment = unit.add("segment", id=name, state=row.state, **sub_state)
    _text(segment.add("source"), row.source)
    if row.target:
        _text(segment.add("target"), row.target)


def _text(element: Element, text: str) -> None:
    """Put *text* into an element, blanks kept; what XML can't hold as `cp`."""
    element.attributes["xml:space"] = "preserve"
    end = 0
    for match in _CONTROL.finditer(text):
        if text[end : match.start()]:
            element.content.append(text[end : match.start()])
        element.add("cp", hex=f"{ord(match.group()):04X}")
        end = match.end()
    if text[end:]:
        element.content.append(text[end:])


def _add_terms(unit: Element, mentions: Sequence[Mention], target: str) -> None:
    """The terms of the paragraph with those to be written, each concept once."""
    concepts = {one.concept.id: one for one in reversed(mentions) if one.concept.preferred(target)}  # the first mention
    if not concepts:
        return
    glossary = Element("glossary", _GLOSSARY)
    unit.content.append(glossary)
    for mention in reversed(concepts.values()):
        entry = glossary.add("glossEntry")
        entry.add("term", mention.surface, source=mention.concept.id)
        term = mention.concept.preferred(target)
        if term:
            entry.add("translation", term.text)
        definition = dict(mention.concept.definition).get("en")
        if definition:
            entry.add("definition", definition)


def _add_notes(unit: Element, findings: Sequence[Finding], translations: Mapping[str, Translation]) -> None:
    """What an editor should know of the paragraph."""
    said = [(_PRIORITY[one.severity.value], one.code, one.message) for one in findings]
    if said:
        notes = unit.add("notes")
        for priority, code, message in said:
            notes.add("note", message, category=code, priority=priority)


def write_alignment_xliff(alignment: Alignment, out: TextIO) -> None:
    """The sentences of a text beside those of its translation: a unit for each bead, in the order of the text.

    A sentence without a counterpart is `initial`. What the translation adds has no source, and stands in notes of the
    file; a note also says how sure the aligner is of each unit.

    Raises:
        ExchangeError: lxml is missing.
    """
    root = _root(alignment.source.language, alignment.target.language)
    article = alignment.source.article
    file = root.add("file", id="f1", original=article.source)
    added = [pair.target.text for bead, pair in alignment.pairs() if not bead.source]
    if added:
        notes = file.add("notes")
        for text in added:
            notes.add("note", text, category="added-sentence")
    translated = ((bead, pair) for bead, pair in alignment.pairs() if bead.source)
    for number, (bead, pair) in enumerate(translated, 1):
        _add_bead(file, f"u{number}", bead, pair)
    _write(root, out)


def _add_bead(file: Element, name: str, bead: Bead, pair: Pair) -> None:
    unit = file.add("unit", id=name)
    unit.add("notes").add("note", f"alignment confidence {bead.confidence:.2f}", category="alignment")
    state = "translated" if bead.target else "initial"
    _add_segment(
        unit,
        "s1",
        _Row(_original(pair.source), pair.target.text, state, is_machine=False),
    )


def _original(passage: Passage) -> str:
    """Sentences as they stand in the article, with what is between them."""
    return passage.span.of(passage.article.text) if passage.span else ""
