import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.text.brackets import find_brackets
from jaen.text.dashes import find_dashes
from jaen.text.quotations import find_quotations

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "quotations.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_case(case):
    """Speech and speaker of the case table; names, titles and emphasis in quotation marks are no speech."""
    text = case["text"]
    found = [[q.inner.of(text), q.speaker.of(text) if q.speaker else None] for q in find_quotations(text)]
    assert found == case["quotations"]


def test_offset_moves_all_spans():
    """With an offset, all three spans are those of the longer text."""
    before, text = "前文です。", "森田氏は「賛成だ」と述べた。"
    (quotation,) = find_quotations(text, offset=len(before))
    whole = before + text
    spans = (quotation.span, quotation.inner, quotation.speaker)
    assert [span.of(whole) for span in spans] == ["「賛成だ」", "賛成だ", "森田氏"]


@pytest.mark.parametrize(
    "text", ["「" * 100_000, "「あ」と" * 5_000, '"a b c." ' * 5_000, "彼は" * 50_000 + "「行く」と"]
)
def test_long_inputs(text):
    """The speaker is looked for in a bounded stretch, however long the block."""
    assert len(find_quotations(text)) <= 5_000


alphabet = st.sampled_from(
    [*"「」『』（）()\"'“”‘’。、漢字あのはとCap ,.!?—―〜-1\n\0\ud800", "氏は", "と述べた", " said ", "Mori", "He"]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(alphabet, max_size=50).map("".join))
def test_any_text_has_an_answer(text):
    """Whatever the text, marks lie inside it, quotations do not overlap, and a speaker is outside its quotation."""
    place = 0
    for quotation in find_quotations(text):
        assert place <= quotation.span.start
        place = quotation.span.end
        assert place <= len(text)
        if quotation.speaker:
            assert quotation.speaker.of(text).strip()
            assert not quotation.speaker.overlaps(quotation.span)
    assert all(dash.span.end <= len(text) for dash in find_dashes(text))
    assert all(bracket.span.end <= len(text) for bracket in find_brackets(text))
