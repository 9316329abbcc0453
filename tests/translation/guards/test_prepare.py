"""From a segment to what a model gets, and back: nothing lost, every place kept track of."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.api import split
from jaen.model import Segment, Span
from jaen.translation.guards import Prepared, prepare, resplit
from jaen.translation.requirements import Form, Kind, Place, Requirement
from jaen.translation.sentence import Placed, Rendering, Rung, Sentence

# What guards look at, so that generated texts meet every rule.
PIECES = st.sampled_from(
    [
        "脆弱(ぜいじゃく)性", "(電力網を監督する)経済産業省", "国家サイバー統括室(NCO)", "は", "が、", "て、", "ので、", "。", "！？", "、", "「", "」",
        "『名』", "始めた", "150〜200社", "１億２千万円", "https://x.jp/a_b?q=1", "@user_1", "#タグ", "#tag", "GPT-5.5", "OpenAI Labs", "😀", "👩‍💻",
        "■", "・", "―", "→", "※", "\t", "\n", "　", " ", "  ", "[1]", "(1)", "1. ", "He came, but she left; ", "and so on. ", "``", "a_b", "①",
        "㈱", "ｻﾞ", "か\u3099", "\u200b", "“yes” ", "\"", "(", ")", "【速報】", "~/a.py", "{name}", "<b>", "Привет", "한국", "\x00",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=14).map("".join)


def wide(text: str) -> bool:
    """A window that takes everything."""
    return True


def asked_of(segment: Segment, places: list[int]) -> tuple[Requirement, ...]:
    """Requirements at disjoint places with something in them to be seen."""
    edges = sorted({place % (len(segment.text) + 1) for place in places})
    spans = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    return tuple(
        Requirement(
            span=span.shift(segment.span.start),
            mentions=(),
            kind=Kind.NAME,
            forms=(Form("X", ()),),
            language="en" if segment.language != "en" else "ja",
        )
        for span in spans
    )


def identity(sentence: Sentence) -> Rendering:
    """The sentence itself as its translation, with every requirement where its words are."""
    placed = tuple(
        Placed(Place(wanted.span, Form(wanted.span.of(sentence.text), ()), ()), Rung.PLAIN)
        for wanted in sentence.wanted
    )
    return Rendering(sentence.text, placed)


def check(prepared: Prepared) -> None:
    """What holds for every preparation."""
    form, segment = prepared.form, prepared.segment
    assert form.source == segment.text
    assert form.text == form.text[: prepared.body.start] + prepared.body.of(form.text) + form.text[prepared.body.end :]
    found = [wanted for sentence in prepared.sentences for wanted in sentence.wanted]
    assert [wanted.requirement for wanted in found] == list(prepared.requirements)
    for sentence in prepared.sentences:
        at = 0
        for wanted in sentence.wanted:
            assert wanted.span.start >= at
            assert wanted.span.length
            at = wanted.span.end
            here = form.from_source(wanted.requirement.span.shift(-segment.span.start))
            assert wanted.span.of(sentence.text) == here.of(form.text)
    assert len(prepared.cuts) == max(0, len(prepared.sentences) - 1)
    # Nothing is lost: sentences and cuts tile the body, and a sentence differs from its part of the body at an end only.
    at = prepared.body.start
    for sentence, cut in zip(prepared.sentences, (*prepared.cuts, None), strict=False):
        end = cut.span.start if cut else prepared.body.end
        piece = form.text[at:end]
        assert piece[:-4].casefold() == sentence.text[: max(0, len(piece) - 4)].casefold()
        at = cut.span.end if cut else end
    result = prepared.assemble([identity(sentence) for sentence in prepared.sentences])
    assert len(result.placed) == len(prepared.requirements)
    for placed in result.placed:
        assert placed is not None
        assert placed.place.span.of(result.text) == placed.place.form.text


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.lists(st.integers(0, 60), max_size=6), st.integers(4, 40))
def test_nothing_is_lost_and_every_place_is_known(text: str, places: list[int], window: int) -> None:
    """For any text, requirements and window: sentences and cuts tile the text, and each requirement's words are there."""
    for segment in split(text):
        asked = asked_of(segment, places)
        prepared = prepare(
            segment, asked, lambda clause: len(clause) <= window, "ja" if segment.language == "en" else "en"
        )
        check(prepared)
        assert {r.span for r in asked} <= {r.span for r in prepared.requirements}
        again = resplit(prepared)
        if again:
            check(again)
            assert len(again.sentences) > len(prepared.sentences)
