"""A report's sentences with everything that lies over them, and what stands beside them in the other language."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from jaen.model import Mention, Report, Segment
from jaen.offsets import Span
from jaen.writing.digest import renderings, rows_under
from jaen.writing.html.concepts import Concepts
from jaen.writing.html.findings import WORDS, Places
from jaen.writing.html.pieces import Layers, cut
from jaen.writing.html.views import FindingView, Rendering, Row, Sentence

__all__ = ["Renderings", "Sentences", "html_language", "places_of"]

_GRAVEST_FIRST = tuple(WORDS)


def html_language(tag: str) -> str:
    """What `lang` says: a BCP 47 tag, and nothing where nobody knows the language."""
    return "" if tag == "und" else tag


def places_of(numbered: Iterable[tuple[int, Report]]) -> Places:
    """The anchors of all sentences of these articles: `a1s1` is the first sentence of the first."""
    anchors: dict[tuple[str, str], str] = {}
    languages: dict[tuple[str, str], str] = {}
    for number, report in numbered:
        for index, segment in enumerate(report.segments, 1):
            key = (report.article.id, segment.id)
            anchors.setdefault(key, f"a{number}s{index}")
            languages.setdefault(key, html_language(segment.language))
    return Places(anchors, languages)


class Sentences:
    """The sentences of a report as the document shows them.

    Args:
        number: of the article in the document.
        concepts: the document's register.
        findings: those of the article; each stands beside the sentence it leads to.
    """

    def __init__(self, report: Report, number: int, concepts: Concepts, findings: Sequence[FindingView]) -> None:
        self._report, self._prefix, self._concepts = report, f"a{number}s", concepts
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in report.mentions:
            self._mentions[mention.segment_id].append(mention)
        self._findings: dict[str, list[FindingView]] = defaultdict(list)
        for view in findings:
            self._findings[view.href].append(view)
        self._index = {segment.id: index for index, segment in enumerate(report.segments, 1)}

    def view(self, segment: Segment, gap: str = "") -> Sentence:
        """One sentence; *gap* is what stands before it in its paragraph."""
        anchor = f"{self._prefix}{self._index[segment.id]}"
        findings = tuple(self._findings[f"#{anchor}"])
        gravest_first = sorted(findings, key=lambda one: _GRAVEST_FIRST.index(one.severity))
        layers = Layers(
            segment.language,
            segment.runs,
            segment.marks,
            [self._concepts.mention_link(mention) for mention in self._mentions[segment.id]],
            [(one.span, one.severity.value) for one in gravest_first if one.span and not one.ignored],
        )
        stretches = cut(self._report.article.text, segment.span, layers)
        return Sentence(anchor, html_language(segment.language), gap, stretches, findings)

    def between(self, before: Segment, segment: Segment) -> str:
        """A blank where anything stands between two sentences of a paragraph, as a browser would show it."""
        return " " if segment.span.start > before.span.end else ""

    def rows(self, segments: Sequence[Segment], beside: "Renderings") -> tuple[Row, ...]:
        """A paragraph: each sentence with its rendering, those without one together."""
        rows: list[Row] = []
        loose: list[Sentence] = []
        before: Segment | None = None
        for segment in segments:
            rendering = beside.view(segment)
            gap = self.between(before, segment) if before and loose else ""
            before = segment
            if rendering is None:
                loose.append(self.view(segment, gap))
                continue
            if loose:
                rows.append(Row(tuple(loose), None))
                loose = []
            rows.append(Row((self.view(segment),), rendering))
        return (*rows, Row(tuple(loose), None)) if loose else tuple(rows)


class Renderings:
    """What stands in the other language beside the sentences of a report."""

    def __init__(self, report: Report, concepts: Concepts) -> None:
        self._concepts = concepts
        self._best = renderings(report)
        self._translations = {translation.segment_id: translation for translation in report.translations}

    def view(self, segment: Segment) -> Rendering | None:
        """None where the sentence is in that language already, or nothing can be said of it."""
        best, made = self._best.get(segment.id), self._translations.get(segment.id)
        if best is None and made is None:
            return None
        text, kind = best or ("", "")
        is_gloss = kind == "gloss"
        language = "en" if is_gloss else kind
        notes = [*rows_under(made, None)]
        if made is None or made.state == "untranslated":
            state = "gloss" if made is None else "untranslated"
            stretches = cut(text, Span(0, len(text)), Layers(language))
        else:
            state = "reviewed" if made.state == "reviewed" else "machine"
            stretches = cut(text, Span(0, len(text)), Layers(language, links=self._concepts.outcome_links(made)))
        return Rendering(state, language, stretches, tuple(notes))
