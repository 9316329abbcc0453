"""The matcher: a glossary's concepts found in the segments of an article.

Everything that spells a term is found in one pass (Aho–Corasick, overlapping), judged by its edges and neighbors, and
only then is the longest chosen: choosing first would lose the matches that a longer, wrong one had covered.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Self

from jaen.model import Concept, Mention, MentionKind, Segment, Span, Term
from jaen.terms.apposition import set_apart
from jaen.terms.candidate import Candidate
from jaen.terms.capitals import longer_name
from jaen.terms.choice import choose
from jaen.terms.edges import is_latin
from jaen.terms.folding import fold_key
from jaen.terms.index import Hit, How, Index
from jaen.terms.inflection import Inflected
from jaen.terms.lists import free_listed
from jaen.terms.okurigana import sounds_like
from jaen.terms.page import Line, Page, read_page
from jaen.terms.register import short_forms
from jaen.terms.spelling import SPELLINGS, case_problem, case_rule, differences, plural_tail, usual_width
from jaen.terms.standing import Place, Standing, standing

_NOTES = {How.TEXT: (), How.OKURIGANA: ("okurigana",), How.PLURAL: ("plural",)}


class Matcher:
    """Finds concepts; built once, used for any number of articles.

    Args:
        concepts: what to look for; their order decides between equals.
        index: the index of the same concepts, where one is at hand (see `from_bytes`).
    """

    def __init__(self, concepts: Iterable[Concept], index: Index | None = None) -> None:
        self.concepts = tuple(concepts)
        self._index = index or Index.build(self.concepts)
        self._inflected = Inflected(self._index.inflected())

    @classmethod
    def from_bytes(cls, data: bytes, concepts: Iterable[Concept]) -> Self:
        """The matcher that gave `to_bytes`, for the same concepts in the same order, without building it again.

        Raises:
            ValueError: the bytes are damaged, of another version or for other concepts.
        """
        concepts = tuple(concepts)
        return cls(concepts, Index.from_bytes(data, concepts))

    def to_bytes(self) -> bytes:
        """The finished index, for `from_bytes`; store it under a hash of the glossary."""
        return self._index.to_bytes()

    def find(self, article_text: str, segments: Sequence[Segment]) -> tuple[Mention, ...]:
        """Where the segments of one article name the concepts, in text order; mentions never overlap.

        Args:
            article_text: the whole text that the segments' spans count from.
            segments: all of them: a short form is known by the long form before it.
        """
        return tuple(
            Mention(
                segment_id=candidate.segment_id,
                span=candidate.span,
                surface=candidate.surface,
                concept=candidate.concept,
                term=candidate.term,
                kind=candidate.kind,
                matched_by=candidate.matched_by,
            )
            for candidate in self.candidates(article_text, segments)
            if candidate.kind is not None
        )

    def candidates(self, article_text: str, segments: Sequence[Segment]) -> tuple[Candidate, ...]:
        """Everything that spells a term, in text order, each with the verdict and its reason."""
        page = read_page(article_text, segments)
        found = [*self._spelled(page), *self._spelled_without_kana(page), *self._inflections(page)]
        languages = {segment.id: segment.language for segment in segments}
        chosen = set_apart(page, choose(found, languages))
        short = list(short_forms(page, [candidate for candidate in chosen if candidate.accepted], self._owners))
        chosen = set_apart(page, choose([*found, *short], languages)) if short else chosen
        return free_listed(article_text, chosen)

    def _spelled(self, page: Page) -> Iterator[Candidate]:
        """Terms as they are written, whatever the width, case or old form."""
        for hit in self._index.find(page.text):
            line = page.line_at(hit.start)
            start, end = hit.start - line.start, hit.end - line.start
            tail = plural_tail(line.text, end, hit.term.text) if line.text[end : end + 1] in ("s", "e") else 0
            place = Place(line, start, end + tail, line.span(start, end + tail))
            notes = ("plural",) if tail else _NOTES[hit.how]
            yield _candidate(page, place, hit, notes)

    def _spelled_without_kana(self, page: Page) -> Iterator[Candidate]:
        """Terms whose kanji are written with other kana: 取り組み for 取組."""
        for line in page.lines:
            skeleton = line.without_okurigana
            if skeleton is None:
                continue
            for hit in self._index.find(skeleton.text):
                here = skeleton.to_source(Span(hit.start, hit.end))
                if here.length > hit.end - hit.start and here.of(line.text) != fold_key(hit.term.text):
                    place = Place(line, here.start, here.end, line.span(here.start, here.end))
                    yield _candidate(page, place, hit, _NOTES[How.OKURIGANA])

    def _inflections(self, page: Page) -> Iterator[Candidate]:
        """Verbs and adjectives in any form."""
        for line in page.lines:
            for words, concept, term in self._inflected.find(line):
                span = Span(words[0].span.start, words[-1].span.end)
                surface = span.of(page.article)
                yield Candidate(
                    segment_id=line.segment.id,
                    span=span,
                    surface=surface,
                    concept=concept,
                    term=term,
                    accepted=True,
                    kind=MentionKind.FREE,
                    matched_by="exact" if surface == term.text else "inflection",
                    reason=f"a form of {term.text}",
                )

    def _owners(self, folded: str) -> frozenset[str]:
        """Ids of the concepts that have *folded* as a term."""
        return frozenset(hit.concept.id for hit in self._index.find(folded) if hit.end - hit.start == len(folded))


def _candidate(page: Page, place: Place, hit: Hit, notes: tuple[str, ...]) -> Candidate:
    """The verdict about one place where a term is spelled."""
    concept, term = hit.concept, hit.term
    surface = place.span.of(page.article)
    stands = _judge(place, concept, term, notes)
    matched_by = _matched_by(place, surface, term, notes) if stands.kind else ""
    kind = stands.kind
    if kind is MentionKind.FREE and SPELLINGS.intersection(matched_by.split("+")):
        kind = MentionKind.VARIANT
    return Candidate(
        segment_id=place.line.segment.id,
        span=place.span,
        surface=surface,
        concept=concept,
        term=term,
        accepted=kind is not None,
        kind=kind,
        matched_by=matched_by,
        reason=stands.reason,
    )


def _judge(place: Place, concept: Concept, term: Term, notes: tuple[str, ...]) -> Standing:
    line = place.line
    here = Span(place.start, place.end)
    if any(address.overlaps(here) and not here.covers(address) for address in line.addresses):
        return Standing(None, "inside a web or mail address")
    stands = standing(place, concept, term)
    if stands.kind is None:
        return stands
    if any(map(is_latin, term.text)):
        written = usual_width(line.folded.map.text[place.start : place.end])
        problem = case_problem(written, _own_width(term.text), case_rule(concept, term), line.is_all_capitals)
        if problem:
            return Standing(None, problem)
        name = longer_name(line, place.start, place.end, term.text)
        if name and stands.kind is MentionKind.FREE:
            return Standing(MentionKind.COMPOUND, f"a part of the longer name with {name}")
    if "okurigana" in notes and not sounds_like(line.words_in(place.span) or (), term):
        return Standing(None, f"not read as {term.text} is")
    return stands


@lru_cache(maxsize=65536)
def _own_width(text: str) -> str:
    return usual_width(text)


def _matched_by(place: Place, surface: str, term: Term, notes: tuple[str, ...]) -> str:
    """`exact`, or what had to be folded, joined by `+`."""
    if surface == term.text:
        return "exact"
    rules = _normalized_inside(place.line, place.span)
    written = place.line.written(place.start, place.end)
    singular = written[: len(term.text)] if "plural" in notes else written
    folded = differences(singular, term.text)
    return "+".join(dict.fromkeys((*rules, *notes, *folded))) or "exact"


def _normalized_inside(line: Line, span: Span) -> Iterator[str]:
    """Names of the normalization's rules that changed something inside *span*."""
    inside = span.shift(-line.segment.span.start)
    edits = line.segment.normalized.edits
    first = bisect_right(edits, inside.start, key=lambda edit: edit.source.start)
    for edit in islice(edits, max(0, first - 1), None):
        if edit.source.start >= inside.end:
            break
        if inside.overlaps(edit.source) or (not edit.source.length and inside.start < edit.source.start < inside.end):
            yield from edit.rule.split("+")
