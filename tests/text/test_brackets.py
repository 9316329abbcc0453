import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.model import Block, Bracket, BracketKind, Role, Span
from jaen.reading import article_of
from jaen.text.brackets import find_brackets, find_unclosed
from jaen.text.enclosures import find_enclosures
from jaen.text.segments import split

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "brackets.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_case(case):
    """Kind and base of every bracket in the case table; a text without brackets has none."""
    text = case["text"]
    found = [[b.span.of(text), b.kind.value, b.base.of(text) if b.base else None] for b in find_brackets(text)]
    assert found == case["brackets"]


def test_table_is_large_enough():
    """The table holds every kind at least fifteen times."""
    kinds = [kind for case in CASES for _, kind, _ in case["brackets"]]
    assert min(kinds.count(kind) for kind in BracketKind) >= 15


def test_offset_moves_all_spans():
    """With an offset, span, inner and base are those of the longer text."""
    before, text = "前文です。", "国際機関（UN）の"
    (bracket,) = find_brackets(text, offset=len(before))
    whole = before + text
    assert [span.of(whole) for span in (bracket.span, bracket.inner, bracket.base)] == ["（UN）", "UN", "国際機関"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("「はい", (0,)),
        ("はい」", ()),
        ("（あ「い）う」", (2,)),
        ("(a（b)", (0,)),
        ("it's the '90s, 6\" long", ()),
        ("“a", (0,)),
        ('he said: "no', (9,)),
    ],
)
def test_unclosed(text, places):
    """Openers without a closer are listed; closers without an opener, apostrophes and inch marks are not."""
    assert find_unclosed(text) == places


alphabet = st.sampled_from(list("漢字かなカナab AB1()（）「」『』[]“”\"'’‘、。は"))


@settings(max_examples=200, deadline=None)
@given(st.lists(alphabet, max_size=50).map("".join))
def test_pairs_nest(text):
    """Pairs are in order of their openers and nest; no mark belongs to two; unclosed marks belong to none."""
    enclosures = find_enclosures(text)
    marks = [place for pair in enclosures.pairs for place in (pair.start, pair.end - 1)]
    assert len(marks) == len(set(marks))
    assert not set(marks) & set(enclosures.unclosed)
    stack = []
    for pair in enclosures.pairs:
        while stack and stack[-1].end <= pair.start:
            stack.pop()
        assert not stack or pair.end < stack[-1].end
        stack.append(pair)


@settings(max_examples=100, deadline=None)
@given(st.lists(alphabet, max_size=50).map("".join))
def test_base_stands_before_its_bracket(text):
    """A base ends where its bracket begins, or before it; the inner span is the bracket without its two marks."""
    for bracket in find_brackets(text):
        assert (bracket.inner.start, bracket.inner.end) == (bracket.span.start + 1, bracket.span.end - 1)
        if bracket.base:
            assert bracket.base.end <= bracket.span.start
            assert bracket.base.length


@pytest.mark.parametrize(
    "text", ["(" * 100_000, "「" * 100_000, "(" * 30_000 + ")" * 30_000, "（" + "あ" * 1_000_000 + "）"]
)
def test_long_inputs(text):
    """Brackets without end, very deep or very long ones are found in linear time."""
    assert len(find_brackets(text)) in (0, 1, 30_000)


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("The Harbor Security Office (HSO) met. The Harbor Sound Office (HSO) agreed.",
         ["Harbor Security Office", "Harbor Sound Office"]),
        ("The Northern Harbor Office (NHO) met. The Harbor Office (NHO) agreed.", ["Northern Harbor Office", "Harbor Office"]),
        ("They came to the NHO. The Harbor Office (NHO) met.", [None]),
        ("U.S. Harbor Office (USHO) people met.", ["U.S. Harbor Office"]),
    ],
)  # fmt: skip
def test_a_bracket_is_about_words_of_its_own_sentence(text, bases):
    """Letters are no short form of words before another bracket, nor of words of another sentence."""
    block = Block(id="b", span=Span(0, len(text)), role=Role.BODY, content=True, rule="", confidence=1.0, language="en")
    segments = split(article_of(text), [block])
    found = [mark for segment in segments for mark in segment.marks if isinstance(mark, Bracket)]
    assert [mark.base and mark.base.of(text) for mark in found] == bases
