"""Ids for new concepts."""

import pytest

from jaen.glossary.ids import NewIds, new_id
from jaen.model import Term


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("con", "con-2"),
        ("LPT1", "lpt1-2"),
        ("console", "console"),
        ("x" * 400, "x" * 100),
        ("word-" * 100, "-".join(["word"] * 20)),
        ("x" * 100, "x" * 100),
    ],
)
def test_an_id_can_be_the_name_of_a_file_everywhere(text, made):
    """Not too long, in whole words where it can be, and no name that Windows keeps for devices."""
    assert new_id([Term(text=text, language="en")], ()) == made


def test_long_names_that_begin_alike_have_ids_of_their_own():
    """What is cut off may be all that tells them apart."""
    ids = NewIds(())
    assert [ids.make([Term(text="x" * 300 + end, language="en")]) for end in "ab"] == ["x" * 100, "x" * 100 + "-2"]
