"""Texts cut short for a message."""

from hypothesis import given
from hypothesis import strategies as st

from jaen.words.graphemes import edges, excerpt


def test_no_character_that_a_reader_sees_is_cut():
    """A flag, a voiced kana of two code points and a family stay whole or are left out."""
    assert excerpt("か\u3099き", 1) == "…"
    assert excerpt("か\u3099き", 2) == "か\u3099…"
    assert excerpt("🇯🇵 flag", 1) == "…"


@given(st.text(max_size=40), st.integers(1, 30))
def test_an_excerpt_is_the_text_or_its_beginning(text, length):
    """What is short enough stays as it is; else at most so many code points are shown, and … says that there is more."""
    shown = excerpt(text, length)
    if len(text) <= length:
        assert shown == text
    else:
        head = shown.removesuffix("…")
        assert len(head) <= length
        assert text.startswith(head)
        assert len(head) in edges(text)
