"""Spans and the maps between a text and its edited form."""

import pickle

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jaen.offsets import Normalized, Span, apply_edits, compose, unchanged

TEXTS = st.text(alphabet="abcあア()ー", max_size=12)


@st.composite
def edited(draw, text):
    """*text* with random disjoint replacements, deletions and insertions."""
    edits, at = [], 0
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(at, len(text)))
        end = draw(st.integers(start, min(len(text), start + 3)))
        if edits and start == edits[-1][1]:
            continue
        edits.append((start, end, draw(st.text(alphabet="xyあ", max_size=3)), "r"))
        at = end
    return apply_edits(text, edits)


def between_edits_equal(n: Normalized) -> bool:
    s = t = 0
    for edit in n.edits:
        if n.source[s : edit.source.start] != n.text[t : edit.target.start]:
            return False
        s, t = edit.source.end, edit.target.end
    return n.source[s:] == n.text[t:]


@given(TEXTS.flatmap(edited))
def test_between_edits_the_texts_are_equal(n):
    """An edit list explains every difference between source and text."""
    assert between_edits_equal(n)


@given(TEXTS.flatmap(edited).flatmap(lambda n: st.tuples(st.just(n), edited(n.text))))
def test_composition_is_one_exact_map(pair):
    """Composing two maps gives the outer texts, and still explains every difference."""
    first, second = pair
    both = compose(first, second)
    assert (both.source, both.text) == (first.source, second.text)
    assert between_edits_equal(both)


@given(TEXTS.flatmap(edited), st.integers(0, 30), st.integers(0, 30))
def test_to_source_and_back_covers(n, a, b):
    """What a range of the text came from, became at least that range again (insertions come from nowhere)."""
    assume(all(edit.source.length for edit in n.edits))
    start, end = sorted((min(a, len(n.text)), min(b, len(n.text))))
    back = n.to_source(Span(start, end))
    assert back.end <= len(n.source)
    if start < end and back.length:
        assert n.from_source(back).covers(Span(start, end))


@given(TEXTS.flatmap(edited))
def test_untouched_characters_map_one_to_one(n):
    """A character that no edit touched comes back as itself from both sides."""
    for index in range(len(n.text)):
        place = Span(index, index + 1)
        if any(edit.target.overlaps(place) for edit in n.edits):
            continue
        assert n.to_source(place).of(n.source) == n.text[index]
        assert n.from_source(n.to_source(place)) == place


def test_deletion_at_the_edge_stays_outside():
    """脆弱(ぜいじゃく)性: the reading belongs to 脆弱性, not to 脆弱 and not to 性."""
    n = apply_edits("脆弱(ぜいじゃく)性", [(2, 9, "", "ruby")])
    assert n.to_source(Span(0, 2)) == Span(0, 2)
    assert n.to_source(Span(2, 3)) == Span(9, 10)
    assert n.to_source(Span(0, 3)) == Span(0, 10)
    assert n.from_source(Span(3, 5)).length == 0


def test_overlapping_edits_are_refused():
    """Two edits of the same character are a programming error."""
    with pytest.raises(ValueError, match="overlaps"):
        apply_edits("abc", [(0, 2, "x", "r"), (1, 3, "y", "r")])


def test_span_refuses_nonsense():
    """A span that can't be right can't be built."""
    with pytest.raises(ValueError, match="0 <= start <= end"):
        Span(3, 1)


def test_maps_pickle():
    """Worker processes hand back reports, so maps must pickle."""
    n = apply_edits("ＡＩ", [(0, 2, "AI", "width")])
    assert pickle.loads(pickle.dumps(n)) == n
    assert pickle.loads(pickle.dumps(unchanged("x"))).to_source(Span(0, 1)) == Span(0, 1)
