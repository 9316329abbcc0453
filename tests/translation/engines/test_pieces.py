"""Texts as pieces."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.errors import PackageError
from jaen.model import Span
from jaen.translation.engines.pieces import Pieces

TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("犬が東京に。、AbZ 09_\t\u3000①Ⅳﾃﾞがé\u0301😀\0\ud800▁")), max_size=40
)


@pytest.fixture(scope="session")
def pieces(translating, tiny_folder):
    return Pieces(tiny_folder / "translate-ja_en-0_1" / "sentencepiece.model")


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_every_piece_has_its_place(pieces, text):
    """Each piece of any text has a place in it that is not empty.

    Places follow each other, and overlap only where several pieces spell the same characters.
    """
    found = pieces.split(text)
    for piece in found:
        assert 0 <= piece.span.start < piece.span.end <= len(text)
    for one, other in pairwise(found):
        assert one.span == other.span or one.span.end <= other.span.start
    assert [piece.text for piece in found] == pieces.spell(text)


@given(st.text("abcXYZ019_-. 東京犬がのデ。、😀髙", max_size=30).map(lambda text: " ".join(text.split())))
@settings(max_examples=200, deadline=None)
def test_what_is_joined_is_what_was_split(pieces, text):
    """Underscores, emoji and rare kanji come back as they were; only blanks at the ends and in rows are SentencePiece's."""
    assert pieces.join(pieces.spell(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a_b c", [("a", 0, 1), ("_", 1, 2), ("b", 2, 3), (" c", 3, 5)]),
        ("a 😀", [("a", 0, 1), (" ", 1, 2), *[("😀", 2, 3)] * 4]),
        ("aⅣ", [("a", 0, 1), ("Ⅳ", 1, 2), ("Ⅳ", 1, 2)]),
        ("", []),
        (" \u200b", []),
    ],
)
def test_places(pieces, text, expected):
    """A blank belongs to the word after it; the pieces that spell one character all have its place."""
    assert [(p.span.of(text), p.span.start, p.span.end) for p in pieces.split(text)] == expected


def test_a_mark_for_the_beginning_lies_on_the_first_character(pieces):
    """The blank that SentencePiece puts before a text has the place of what it stands before."""
    assert pieces.spell("東京") == ["▁", "東京"]
    assert [piece.span for piece in pieces.split("東京")] == [Span(0, 2), Span(0, 2)]


@pytest.mark.parametrize("data", [b"", b"garbage" * 50, None], ids=["empty", "garbage", "missing"])
def test_a_file_that_is_no_model(translating, tmp_path, data):
    """A damaged or missing file is an error that names it."""
    path = tmp_path / "sentencepiece.model"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(
        PackageError, match=r"sentencepiece\.model: can't be opened by SentencePiece .*install the model"
    ):
        Pieces(path)
