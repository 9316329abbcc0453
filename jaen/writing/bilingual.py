"""A bilingual text for a terminal: each sentence with its translation under it, and what became of its terms."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TextIO

from jaen.model import Mention, Report, Role, Segment, Span, TermOutcome, Translation
from jaen.writing.cells import one_line, pad
from jaen.writing.digest import language_name, outcome_note, renderings, rows_under
from jaen.writing.terminal import beside, framed, write_pages

_GUTTER = 7  # cells for Q or A and the language
_MARKS = {Role.TITLE: "#", Role.HEADING: "#"}


def write_bilingual(reports: Iterable[Report], out: TextIO) -> None:
    """One article after the other, an empty line between them; an interview as question (Q) and answer (A)."""
    write_pages(reports, out, _article)


def _article(report: Report) -> Iterator[str]:
    yield from framed(report, _origin(report), _body(report))


def _body(report: Report) -> Iterator[str]:
    marks = _marks(report)
    translations = {translation.segment_id: translation for translation in report.translations}
    made = report.provenance.get("translation")
    best = renderings(report)
    if made and made["to"] != "en":  # a gloss is English
        best = {segment_id: one for segment_id, one in best.items() if one[1] != "gloss"}
    mentions = {(mention.segment_id, mention.concept.id, mention.span): mention for mention in report.mentions}
    content = (segment for segment in report.segments if segment.content)
    for _, block in groupby(content, key=lambda segment: segment.block_id):
        yield ""
        for segment in block:
            translation = translations.get(segment.id)
            yield from _source(segment, marks.get(segment.id, ""))
            yield from _under(translation, best.get(segment.id))
            if translation and (terms := _terms(translation, mentions)):
                yield from _note("terms", terms)


def _origin(report: Report) -> str:
    """`page.txt · ja → en · argos ja_en 1.1 sha256:…`, as far as there is a translation."""
    made = report.provenance.get("translation")
    languages = f"{report.language} → {made['to']}" if made and made["to"] != report.language else report.language
    parts = [one_line(report.article.source), languages]
    return " · ".join([*parts, f"{made['engine']} {one_line(made['model'])}"] if made else parts)


def _marks(report: Report) -> Mapping[str, str]:
    """Segment id to what stands before it: Q and A at the first sentence of each, # at a headline."""
    marks = {segment.id: _MARKS[segment.role] for segment in report.segments if segment.role in _MARKS}
    for exchange in report.exchanges:
        marks.update({ids[0]: mark for ids, mark in ((exchange.question, "Q"), (exchange.answer, "A")) if ids})
    return marks


def _source(segment: Segment, mark: str) -> Iterator[str]:
    yield from _row(f"{mark:<2} {segment.language}", one_line(segment.text))


def _under(translation: Translation | None, rendering: tuple[str, str] | None) -> Iterator[str]:
    """The translation beside its language; everything else with its name."""
    for label, text in rows_under(translation, rendering):
        if translation and label == language_name(translation.language):
            yield from _row(f"   {translation.language}", text)
        else:
            yield from _note(label, text)


def _terms(translation: Translation, mentions: Mapping[tuple[str, str, Span], Mention]) -> str:
    """Each term with the words that stand for it: `脆弱性 → vulnerabilities; 金融庁 → FSA (repaired: carrier)`."""
    if translation.state == "untranslated":
        return ""
    told = []
    for outcome in translation.terms:
        mention = mentions.get((translation.segment_id, outcome.concept_id, outcome.source_span))
        note = outcome_note(outcome)
        words = _words(outcome, translation, mention)
        surface = one_line(mention.surface) if mention else outcome.concept_id
        told.append(f"{surface} → {words}" + (f" ({note})" if note else ""))
    return "; ".join(dict.fromkeys(told))


def _words(outcome: TermOutcome, translation: Translation, mention: Mention | None) -> str:
    if outcome.target_span:
        return one_line(outcome.target_span.of(translation.text))
    term = mention.concept.preferred(translation.language) if mention else None
    return term.text if term else "?"


def _note(label: str, text: str) -> Iterator[str]:
    """A line in small print: `       terms: …`; further lines stand under its text."""
    head = f"{' ' * _GUTTER}{label}: "
    yield from beside(head, text)


def _row(label: str, text: str) -> Iterator[str]:
    yield from beside(pad(label, _GUTTER), text)
