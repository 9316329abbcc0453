"""What is written as TBX is read back: all of it from TBX-Basic, all but the losses reported from Min and Core."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.glossary.changes import differences
from jaen.glossary.exchange.tbx import names, read_tbx, write_tbx
from jaen.model import Concept, Example, Link, MatchRule, Review, Status, Term, TermUse, Validity

pytest.importorskip("lxml", reason="needs the extra xml")

ALPHABET = "abcXYZ019 -'.&<>\"{[]=:;／：　日本語カナーひら・éß😀\u2028"
IDS = st.from_regex("[a-z0-9-]{1,12}", fullmatch=True)
DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))
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
READINGS = st.text("ひらがなカナー・", min_size=1, max_size=8)


@st.composite
def validities(draw):
    start, end = sorted(draw(st.tuples(DAYS, DAYS)))
    return Validity(draw(st.sampled_from([None, start])), draw(st.sampled_from([None, end])))


RULES = st.builds(
    MatchRule, st.sampled_from(["free", "compound", "any"]), st.sampled_from([None, "exact", "name", "any"])
)


@st.composite
def terms(draw):
    language = draw(st.sampled_from(["ja", "en"]))
    return Term(
        text=draw(JAPANESE if language == "ja" else ENGLISH),
        language=language,
        status=draw(st.sampled_from(list(Status))),
        type=draw(st.sampled_from(["full", "abbreviation", "short", "variant"])),
        reading=draw(st.none() | READINGS) if language == "ja" else None,
        use=draw(st.sampled_from(list(TermUse))),
        pos=draw(st.sampled_from(["noun", "verb", "adj"])),
        valid=draw(validities()),
        match=draw(st.none() | RULES),
        note=draw(st.just("") | TEXTS),
    )


@st.composite
def examples(draw):
    text = draw(TEXTS)
    ends = draw(st.lists(st.integers(1, len(text)), max_size=2))
    return Example(text, draw(st.sampled_from(["ja", "en"])), tuple(text[end - 1 : end] for end in ends))


@st.composite
def concepts(draw):
    definitions = {
        language: draw(TEXTS) for language in draw(st.sampled_from(["", "ja", "en", "ja en", "en ja"])).split()
    }
    return Concept(
        id=draw(IDS),
        category=draw(st.sampled_from(["person", "role", "term"])),
        terms=tuple(draw(st.lists(terms(), min_size=1, max_size=4, unique_by=lambda term: (term.language, term.text)))),
        domain=tuple(draw(st.lists(TEXTS, max_size=2))),
        definition=tuple(definitions.items()),
        valid=draw(validities()),
        links=tuple(
            draw(st.lists(st.builds(Link, st.sampled_from(["holder", "related"]), IDS, validities()), max_size=2))
        ),
        match=draw(RULES),
        keep=draw(st.booleans()),
        examples=tuple(draw(st.lists(examples(), max_size=2))),
        sources=tuple(draw(st.lists(TEXTS, max_size=2))),
        review=Review(
            draw(st.sampled_from(["draft", "approved", "proposed"])), draw(st.just("") | TEXTS), draw(st.none() | DAYS)
        ),
        note=draw(st.just("") | TEXTS),
        former_ids=tuple(draw(st.lists(IDS, max_size=2))),
    )


GLOSSARIES = st.lists(concepts(), min_size=1, max_size=3, unique_by=lambda concept: concept.id).map(tuple)


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
