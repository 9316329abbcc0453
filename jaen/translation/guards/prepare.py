"""From a segment to what a model gets of it, and back."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from jaen.model import Segment, Span, Token
from jaen.offsets import Normalized, Stretches
from jaen.translation.guards.cutting import Cut, Ground, Joint, clauses, cut_anew, cut_to_fit, find_cells
from jaen.translation.guards.edges import find_body
from jaen.translation.guards.finishing import ending, is_past
from jaen.translation.guards.forms import written
from jaen.translation.guards.joining import Part, joined
from jaen.translation.guards.typography import as_it_is, written_after, written_before
from jaen.translation.guards.verbatim import find_verbatim
from jaen.translation.requirements import Form, Kind, Requirement
from jaen.translation.sentence import Placed, Rendering, Sentence, Wanted

__all__ = ["Assembled", "Prepared", "prepare", "resplit"]


_ACRONYM = re.compile("[A-Z]{2,6}")  # Japanese has no plural: GIFを送る is to send GIFs
_WORD = re.compile("[A-Za-z][A-Za-z0-9.-]*(?<![.-])")
_WORD_EDGE = re.compile("(?<![A-Za-z0-9.-])|(?![A-Za-z0-9-])")


@dataclass(frozen=True, slots=True)
class Assembled:
    """A segment's translation, put together.

    Attributes:
        text: of the whole segment.
        placed: for each of `Prepared.requirements`, with places in `text`; None where one is not met.
        missing: the sentences for which the engine gave nothing.
    """

    text: str
    placed: tuple[Placed | None, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A segment as it goes through a model.

    Attributes:
        segment: whole.
        language: to translate into.
        requirements: what its translation must contain, in text order: what was asked for and what is kept as it is.
        sentences: what the model gets; several where the segment is too long for it, none where nothing is language.
        form: the segment as a model should read it; every change names its rule.
        body: what of `form.text` is in the sentences and between them.
        cuts: what of the body is between them, in order; one less than there are sentences, or none.
        before, after: kept aside and put around the translation again, e.g. the mark of a list item.
    """

    segment: Segment
    language: str
    requirements: tuple[Requirement, ...]
    sentences: tuple[Sentence, ...]
    form: Normalized
    body: Span
    cuts: tuple[Cut, ...] = ()
    before: str = ""
    after: str = ""

    def assemble(self, renderings: Sequence[Rendering]) -> Assembled:
        """The segment's translation from those of its sentences, one for each and in their order."""
        parts = [Part(rendering.text, rendering.placed) for rendering in renderings]
        joints = [(cut.joint, cut.span.of(self.form.text)) for cut in self.cuts]
        text, placed = joined(parts, joints, self.language, (self.before, self.after))
        pairs = zip(self.sentences, renderings, strict=True)
        return Assembled(text, placed, tuple(sentence.text for sentence, one in pairs if not one.text.strip()))


def prepare(
    segment: Segment, requirements: Sequence[Requirement], fits: Callable[[str], bool], language: str
) -> Prepared:
    """Make a segment ready for a model.

    Args:
        segment: to be translated.
        requirements: of the segment, in text order, disjoint, with spans in the article.
        fits: True when the model can take a text in one piece.
        language: to translate into.

    Returns:
        Readings are lifted, insertions are part of the sentence; list marks, quotation marks around the whole, emoji
        at an end are kept aside; addresses, code, names in Latin letters inside are requirements of their own (kind
        `verbatim`); a sentence that is too long is cut at its clauses, never inside a requirement.
    """
    start = segment.span.start
    asked = [requirement.span.shift(-start) for requirement in requirements]
    form = written(segment, asked)
    places = [form.from_source(span) for span in asked]
    kept = _kept_as_it_is(segment, form, asked, language)
    same = [form.from_source(requirement.span.shift(-start)) for requirement in kept]
    cells = find_cells(form.text, find_body(form.text, places), places, same)
    if not cells:
        whole = Span(len(form.text), len(form.text))
        return Prepared(segment, language, (), (), form, whole, before=as_it_is(form.text, language))
    body = Span(cells[0].start, cells[-1].end)
    inside = Stretches(cells)
    kept = [requirement for requirement, place in zip(kept, same, strict=True) if inside.cover(place)]
    everything = tuple(sorted([*requirements, *kept], key=lambda requirement: requirement.span))
    wanted = [form.from_source(requirement.span.shift(-start)) for requirement in everything]
    draft = _Draft(segment, language, everything, form, body, wanted)
    return draft.prepared(cut_to_fit(draft.ground, cells, lambda span, joint: fits(draft.text(span, joint))))


def resplit(prepared: Prepared) -> Prepared | None:
    """The same segment cut once more at the best clause edge of every sentence; None where there is none left.

    For another try when a model lost its way in a long sentence.
    """
    segment, form = prepared.segment, prepared.form
    wanted = [form.from_source(requirement.span.shift(-segment.span.start)) for requirement in prepared.requirements]
    draft = _Draft(segment, prepared.language, prepared.requirements, form, prepared.body, wanted)
    cuts = cut_anew(draft.ground, prepared.cuts) if prepared.sentences else prepared.cuts
    return draft.prepared(cuts) if len(cuts) > len(prepared.cuts) else None


@dataclass(frozen=True, slots=True)
class _Draft:
    """What is known of a segment before it is cut; `wanted` are the requirements' places in `form.text`."""

    segment: Segment
    language: str
    requirements: tuple[Requirement, ...]
    form: Normalized
    body: Span
    wanted: Sequence[Span]

    @property
    def ground(self) -> Ground:
        return Ground(self.segment, self.form, self.body, self.wanted)

    def prepared(self, cuts: tuple[Cut, ...]) -> Prepared:
        source = self.form.text
        pieces = list(clauses(self.body, cuts))
        opens = [None, *(cut.joint for cut in cuts)]
        return Prepared(
            segment=self.segment,
            language=self.language,
            requirements=self.requirements,
            sentences=tuple(self._sentence(s, opened, joint) for (s, joint), opened in zip(pieces, opens, strict=True)),
            form=self.form,
            body=self.body,
            cuts=cuts,
            before=written_before(source[: self.body.start], self.language),
            after=written_after(source[self.body.end :], self.language),
        )

    def text(self, span: Span, joint: Joint | None) -> str:
        """The clause at *span* of `form.text` as a model gets it."""
        gone, new = self._ending(span, joint)
        return span.of(self.form.text)[: span.length - gone] + new

    def _sentence(self, span: Span, opened: Joint | None, joint: Joint | None) -> Sentence:
        first = bisect_left(self.wanted, span.start, key=lambda place: place.start)
        last = bisect_left(self.wanted, span.end, key=lambda place: place.start)
        wanted = tuple(
            Wanted(place.shift(-span.start), requirement)
            for place, requirement in zip(self.wanted[first:last], self.requirements[first:last], strict=True)
        )
        text = self.text(span, joint)
        fixed = bool(wanted) and wanted[0].span.start == 0
        if opened and opened is not Joint.LAYOUT and self.segment.language == "en" and not fixed:
            text = text[:1].upper() + text[1:] if len(text[:1].upper()) == 1 else text
        return Sentence(text, wanted)

    def _ending(self, span: Span, joint: Joint | None) -> tuple[int, str]:
        """How many characters of the clause go, and what stands for them; what is wanted never goes."""
        text = span.of(self.form.text)
        if self.segment.language != "ja":
            stopped = joint in (None, Joint.LAYOUT, Joint.WORD) or text.endswith((".", "!", "?", ":", "”", '"'))
            return 0, "" if stopped or not text else "."
        tokens = self._last_tokens(span)
        quoted = self.body.end < len(self.form.text) and self.form.text[self.body.end] in "」』”"
        gone, new = ending(text, tokens, joint, past=joint is Joint.AND and is_past(self.segment), quoted=quoted)
        if gone and Stretches(self.wanted).touch(Span(span.end - gone, span.end)):
            return 0, "。"
        return gone, new

    def _last_tokens(self, span: Span) -> tuple[Token, ...]:
        source = self.form.to_source(span).shift(self.segment.span.start)
        last = bisect_left(self.segment.tokens, source.end, key=lambda token: token.span.start)
        tokens = self.segment.tokens[max(0, last - 2) : last]
        return tuple(t for t in tokens if source.covers(t.span)) if tokens and tokens[-1].span.end == source.end else ()


def _kept_as_it_is(segment: Segment, form: Normalized, asked: Sequence[Span], language: str) -> list[Requirement]:
    """Requirements of kind `verbatim` for what is the same in every language, beside what is asked for."""
    taken = Stretches(asked)
    found: list[Requirement] = []
    end = 0
    for place in _beside(form.text, segment.language, Stretches(form.from_source(span) for span in asked)):
        source = form.to_source(place)
        if source.start < end or taken.touch(source):
            continue
        end = source.end
        text = form.from_source(source).of(form.text)
        plural = (Form(f"{text}s", ()),) if language == "en" and _ACRONYM.fullmatch(text) else ()
        span = source.shift(segment.span.start)
        found.append(
            Requirement(span=span, mentions=(), kind=Kind.VERBATIM, forms=(Form(text, ()), *plural), language=language)
        )
    return found


def _beside(text: str, language: str, asked: Stretches) -> Iterator[Span]:
    """What is kept as it is, and of a name that is partly asked for (OpenAI GPT-5.5) the other words."""
    for span in find_verbatim(text, language):
        if not asked.touch(span):
            yield span
            continue
        for gap in asked.gaps(span):
            for word in _WORD.finditer(text, gap.start, gap.end):
                if _WORD_EDGE.match(text, word.start()) and _WORD_EDGE.match(text, word.end()):
                    yield Span(word.start(), word.end())
