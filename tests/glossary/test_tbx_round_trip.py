"""What is written as TBX is read back: all of it from TBX-Basic, all but the losses reported from Min and Core."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.glossary.changes import differences
from jaen.glossary.exchange.tbx import names, read_tbx, write_tbx
from jaen.model import Status

sys.path.insert(0, str(Path(__file__).parent))
from any_glossary import glossaries  # a module beside this file

pytest.importorskip("lxml", reason="needs the extra xml")

ALPHABET = "abcXYZ019 -'.&<>\"{[]=:;／：　日本語カナーひら・éß😀\u2028"
# Texts as an entry can hold them, with all that XML or the notes could trip over.
TEXTS = st.one_of(
    st.text(ALPHABET, min_size=1, max_size=20),
    st.text(ALPHABET + "\n\t\r\x85", min_size=1, max_size=12),
    st.sampled_from(
        ["jaen:status=forbidden", "jaen:note=x", '"quoted"', "{a: b}", "[x]", " ", "two\n  lines", "]]>", "\ufeff"]
    ),
)
ENGLISH = st.text("abcXYZ019 -'.&<>\"{[=é😀", min_size=1, max_size=15).map(str.strip).filter(bool)
JAPANESE = st.text("日本語カナーひら・　A1&<", min_size=1, max_size=8).map(str.strip).filter(bool)
GLOSSARIES = glossaries(TEXTS, ENGLISH, JAPANESE)


@pytest.mark.parametrize("dialect", [names.BASIC, names.BASIC_DCT], ids=lambda one: one.style)
@settings(max_examples=100, deadline=None)
@given(GLOSSARIES)
def test_basic_gives_back_what_was_written(dialect, glossary):
    """TBX-Basic carries every field of every concept, in both styles, and so reports no loss."""
    written = write_tbx(glossary, dialect)
    assert read_tbx(written.data, "glossary.tbx").concepts == glossary
    assert written.losses == ()


@pytest.mark.parametrize("dialect", [names.MIN, names.MIN_DCT, names.CORE], ids=lambda one: f"{one.name}-{one.style}")
@settings(max_examples=60, deadline=None)
@given(GLOSSARIES)
def test_losses_are_what_reading_does_not_give_back(dialect, glossary):
    """The losses of TBX-Min and Core name each concept that is not read back as it was, and each difference."""
    if dialect is names.CORE and not any(
        t.status in (Status.PREFERRED, Status.ADMITTED) for c in glossary for t in c.terms
    ):
        return  # then there is nothing to write, which is an error of its own
    written = write_tbx(glossary, dialect)
    back = {concept.id: concept for concept in read_tbx(written.data, "glossary.tbx").concepts}
    expected = []
    for concept in glossary:
        if concept.id not in back:
            expected.append((concept.id, "the concept is not in the file"))
        else:
            expected += [(concept.id, str(change)) for change in differences(concept, back[concept.id])]
    assert [(loss.concept_id, loss.what) for loss in written.losses] == expected
