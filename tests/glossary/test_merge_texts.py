"""Merging files for git: what comes out says what the fields say, whatever the lines look like."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.errors import GlossaryError
from jaen.glossary.changes import merge_concepts
from jaen.glossary.saving.three_way import merge_texts
from jaen.glossary.saving.yaml_text import render
from jaen.glossary.sources.entry import read_entry
from jaen.model import Concept, Status, Term

FILE = Path("x.yaml")
TERMS = st.builds(
    Term,
    text=st.sampled_from(["a", "b", "c"]),
    language=st.just("en"),
    status=st.sampled_from([Status.PREFERRED, Status.ADMITTED]),
    type=st.sampled_from(["full", "short"]),
    note=st.sampled_from(["", "n", "m: #x"]),
)
CONCEPTS = st.builds(
    Concept,
    id=st.just("x"),
    category=st.sampled_from(["term", "role"]),
    terms=st.lists(TERMS, min_size=1, max_size=3, unique_by=lambda term: term.text).map(tuple),
    sources=st.lists(st.sampled_from(["s", "t"]), max_size=2, unique=True).map(tuple),
    note=st.sampled_from(["", "n", "m"]),
)
MARKS = (b"<<<<<<<", b"=======", b">>>>>>>")


def side(text: bytes, number: int) -> bytes:
    """The lines of one side of a marked text: 0 ours, 1 theirs."""
    lines, at = [], None
    for line in text.splitlines(keepends=True):
        if line.startswith(MARKS):
            at = (0, 1, None)[MARKS.index(line[:7])]
        elif at in (None, number):
            lines.append(line)
    return b"".join(lines)


@settings(max_examples=40, deadline=None)
@given(CONCEPTS, CONCEPTS, CONCEPTS)
def test_the_text_says_what_the_fields_say(base, ours, theirs):
    """Without conflict the entry is that of the merged fields; with one, each side of the marks is a whole entry."""
    merged = merge_concepts(base, ours, theirs)
    result = merge_texts(FILE, *map(render, (base, ours, theirs)))
    assert bool(result.conflicts) == bool(merged.conflicts)
    if not merged.conflicts:
        assert read_entry(result.text, "x", "x.yaml") == merged.concept
        return
    assert b"<<<<<<< ours" in result.text
    with pytest.raises(GlossaryError, match="git's mark"):
        read_entry(result.text, "x", "x.yaml")
    one, other = (read_entry(side(result.text, number), "x", "x.yaml") for number in (0, 1))
    assert one != other


@pytest.mark.parametrize("broken", [b"\xff\xfe", b"category: [", b"", b"- id: x\n", b"category: term\n"])
def test_a_file_that_is_no_entry_is_an_error(broken):
    """Whatever the bytes, it is an error of ours, and the driver merges lines instead."""
    entry = b"category: term\nterms: [{en: a}]\n"
    with pytest.raises(GlossaryError):
        merge_texts(FILE, entry, broken, entry)


def test_a_sign_of_comments_within_a_text_is_none():
    """What follows the # of a note is the note's, and no comment that both sides changed."""
    base = b"category: term\nterms:\n- en: a\n"
    ours, theirs = base + b"  note: 'm: #x'\n", base + b"  note: 'm: #x'\n- en: b\n  note: 'm: #x'\n"
    merged = merge_texts(FILE, base, ours, theirs)
    assert (merged.text, merged.conflicts) == (theirs, ())


def test_comments_that_both_changed_in_one_line_are_marked():
    """No field is at odds, but one of the comments would be lost."""
    base = b"category: term  # why\nterms: [{en: a}]\n"
    ours, theirs = base.replace(b"why", b"because"), base.replace(b"why", b"since")
    result = merge_texts(FILE, base, ours, theirs)
    assert result.conflicts == ("x: comments: both sides changed some",)
    assert b"# because" in result.text
    assert b"# since" in result.text


def test_comments_that_both_changed_apart_are_kept():
    """Lines far from each other go together."""
    base = b"# one\ncategory: term\nterms:\n- en: a\n- en: b\nnote: n\n# two\n"
    result = merge_texts(FILE, base, base.replace(b"one", b"1"), base.replace(b"two", b"2"))
    assert result.conflicts == ()
    assert result.text == base.replace(b"one", b"1").replace(b"two", b"2")


def test_lines_that_go_together_may_say_a_thing_twice():
    """Both sides add the same term, each in a place of its own: git sees no conflict, the entry would be wrong."""
    base = b"category: term\nterms:\n- en: a\n- en: b\n- en: c\n- en: d\n"
    ours = base.replace(b"terms:\n", b"terms:\n- en: new\n  status: admitted\n")
    theirs = base + b"- en: new\n  status: admitted\n"
    result = merge_texts(FILE, base, ours, theirs)
    assert result.conflicts == ()
    assert result.text.count(b"new") == 1
    assert len(read_entry(result.text, "x", "x.yaml").terms) == 5
