"""Concepts taken apart, compared and merged field by field."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.glossary import Glossary
from jaen.glossary.changes import Change, apply_changes, diff, differences, merge_concepts, taken_over
from jaen.glossary.changes.parts import LISTS, item_keys, join, take_apart
from jaen.model import Concept, Example, Link, MatchRule, Review, Status, Term, TermUse, Validity

WORDS = st.sampled_from(["a", "b", "c"])
DAYS = st.sampled_from([None, date(2025, 7, 1), date(2026, 1, 1)])
VALID = st.builds(Validity, DAYS, st.sampled_from([None, date(2026, 12, 31)]))
RULES = st.builds(MatchRule, st.sampled_from(["free", "any"]), st.sampled_from([None, "exact"]))
TERMS = st.builds(
    Term,
    text=WORDS,
    language=st.sampled_from(["ja", "en"]),
    status=st.sampled_from(Status),
    type=st.sampled_from(["full", "short"]),
    use=st.sampled_from(TermUse),
    valid=VALID,
    match=st.none() | RULES,
    note=st.sampled_from(["", "n"]),
)


def lists(items: st.SearchStrategy, most: int = 3) -> st.SearchStrategy:
    return st.lists(items, max_size=most).map(tuple)


CONCEPTS = st.builds(
    Concept,
    id=st.just("x"),
    category=st.sampled_from(["term", "role"]),
    terms=st.lists(TERMS, min_size=1, max_size=4, unique_by=lambda term: (term.language, term.text)).map(tuple),
    domain=lists(WORDS),
    definition=st.lists(st.tuples(st.sampled_from(["ja", "en"]), WORDS), max_size=2, unique_by=lambda one: one[0]).map(
        tuple
    ),
    valid=VALID,
    links=lists(st.builds(Link, st.sampled_from(["holder", "related"]), WORDS, VALID)),
    match=RULES,
    keep=st.booleans(),
    examples=lists(st.builds(Example, WORDS, st.just("ja"), lists(WORDS, 2))),
    sources=lists(WORDS),
    review=st.builds(Review, st.sampled_from(["proposed", "approved"])),
    note=st.sampled_from(["", "n", "m"]),
    former_ids=lists(WORDS, 2),
)


def concept(*terms: Term | str, **fields: object) -> Concept:
    """A concept of English terms."""
    made = tuple(Term(text=term, language="en") if isinstance(term, str) else term for term in terms)
    return Concept(**{"id": "x", "category": "term", "terms": made, **fields})


def said(conflicts: tuple) -> list[str]:
    return [str(conflict) for conflict in conflicts]


@settings(max_examples=100)
@given(CONCEPTS)
def test_parts_make_the_same_concept_again(one):
    """Nothing is lost when a concept is taken apart, not even the second of two equal sources."""
    parts = take_apart(one)
    assert join("x", parts, {name: item_keys(parts, name) for name in LISTS}) == one


@settings(max_examples=100)
@given(CONCEPTS, CONCEPTS)
def test_equal_concepts_and_only_they_have_no_differences(one, other):
    """`differences` is empty exactly for equal concepts, and each difference can be told in one line."""
    assert differences(one, one) == ()
    found = differences(one, other)
    assert bool(found) == (one != other)
    assert all(str(change) and "\n" not in str(change) for change in found)


@settings(max_examples=100)
@given(CONCEPTS, CONCEPTS)
def test_what_one_side_changes_is_taken(base, changed):
    """Against an unchanged side, or the same change, a change is taken whole and without conflict."""
    for ours, theirs in [(changed, base), (base, changed), (changed, changed)]:
        merged = merge_concepts(base, ours, theirs)
        assert merged.concept == changed
        assert merged.conflicts == ()


@settings(max_examples=100)
@given(CONCEPTS, CONCEPTS, CONCEPTS)
def test_both_sides_are_merged_alike(base, ours, theirs):
    """It does not matter who comes first: the same fields are at odds, and without any the same concept comes out."""
    one, other = merge_concepts(base, ours, theirs), merge_concepts(base, theirs, ours)
    assert {conflict.path for conflict in one.conflicts} == {conflict.path for conflict in other.conflicts}
    if not one.conflicts:
        assert take_apart(one.concept) == take_apart(other.concept)
        for language in ("ja", "en"):
            written = [merged.concept.preferred(language) for merged in (one, other)]
            assert written[0] == written[1]


@settings(max_examples=100)
@given(CONCEPTS, CONCEPTS, CONCEPTS)
def test_nothing_is_lost(base, ours, theirs):
    """What both sides have is in the result; what one side added is in it; what no side has is not."""
    merged = merge_concepts(base, ours, theirs)
    for name in LISTS:
        old, mine, other, result = (
            {key[:-1] if key[-1].startswith("#") else key for key in item_keys(take_apart(one), name)}
            for one in (base, ours, theirs, merged.concept)
        )
        assert mine & other <= result <= mine | other
        if "terms" not in map(str, (one.path for one in merged.conflicts)):  # then all is as in theirs
            assert (mine | other) - old <= result


@settings(max_examples=100)
@given(CONCEPTS, CONCEPTS, CONCEPTS)
def test_without_conflict_the_written_term_is_one_that_a_side_wanted(base, ours, theirs):
    """In no language does a merge without conflict make jaen write a term that the changing side did not choose."""
    merged = merge_concepts(base, ours, theirs)
    for language in ("ja", "en"):
        old, mine, other, result = (
            term.text if (term := one.preferred(language)) else None for one in (base, ours, theirs, merged.concept)
        )
        if not merged.conflicts:
            assert result == (mine if other == old else other)


@settings(max_examples=100)
@given(CONCEPTS, CONCEPTS)
def test_two_new_entries_of_one_id_are_merged_per_field(ours, theirs):
    """Where two sides add the same id, every field that both say differently is named."""
    merged = merge_concepts(None, ours, theirs)
    assert (ours.category != theirs.category) == any(str(one.path) == "category" for one in merged.conflicts)
    both = {(term.language, term.text) for term in ours.terms} & {(term.language, term.text) for term in theirs.terms}
    assert both <= {(term.language, term.text) for term in merged.concept.terms}


def test_different_fields_go_together():
    """One editor changes a status, the other adds a source: both have their way."""
    base = concept("National Cyber Director", Term(text="NCD", language="en"))
    ours = replace(base, terms=(base.terms[0], replace(base.terms[1], status=Status.ADMITTED)))
    theirs = replace(base, sources=("https://example.org/",))
    assert merge_concepts(base, ours, theirs).concept == replace(ours, sources=theirs.sources)


def test_the_same_field_is_a_conflict():
    """Both versions are named as an editor reads them, and those of the other side stand in the result."""
    base = concept("National Cyber Director", note="old")
    ours, theirs = replace(base, note="mine"), replace(base, note="other")
    merged = merge_concepts(base, ours, theirs)
    assert said(merged.conflicts) == ["note: was old; yours mine; theirs other"]
    assert merged.concept == theirs


def test_a_term_removed_and_changed_is_a_conflict():
    """The side that removed it and the side that changed it are both told; the other side's version is whole."""
    base = concept("director", Term(text="NCD", language="en", note="n", type="abbreviation"))
    removed = replace(base, terms=base.terms[:1])
    changed = replace(base, terms=(base.terms[0], replace(base.terms[1], status=Status.FORBIDDEN)))
    merged = merge_concepts(base, removed, changed)
    assert said(merged.conflicts) == ["en NCD: status: was preferred; yours not there; theirs forbidden"]
    assert merged.concept == changed
    assert merge_concepts(base, changed, removed).concept == removed


def test_a_term_removed_and_not_changed_goes():
    """Removing a term that the other side left alone is no conflict."""
    base = concept("director", "NCD")
    merged = merge_concepts(base, replace(base, terms=base.terms[:1]), replace(base, note="n"))
    assert merged.conflicts == ()
    assert [term.text for term in merged.concept.terms] == ["director"]


def test_an_entry_removed_and_changed_is_a_conflict():
    """The change is told, so that one can judge whether the entry may go; an unchanged one goes without question."""
    base = concept("director")
    changed = replace(base, note="kept")
    assert said(merge_concepts(base, None, changed).conflicts) == [
        "the concept: was there; yours removed; theirs changed (note (none) → kept)"
    ]
    assert merge_concepts(base, changed, None).concept is None
    assert merge_concepts(base, None, base) == merge_concepts(base, base, None)
    assert merge_concepts(base, None, base).conflicts == ()


def test_two_corrections_of_one_term_are_a_conflict():
    """Cyber Officer became Cyber Director here and Cyber Chief there: two new terms, but only one can be written."""
    base, ours, theirs = concept("Cyber Officer"), concept("Cyber Director"), concept("Cyber Chief")
    merged = merge_concepts(base, ours, theirs)
    assert said(merged.conflicts) == ["preferred en: was Cyber Officer; yours Cyber Director; theirs Cyber Chief"]
    assert [term.text for term in merged.concept.terms] == ["Cyber Chief", "Cyber Director"]


def test_terms_added_behind_the_preferred_one_are_no_conflict():
    """Each side adds a term at the end: both are there, and what jaen writes stays."""
    merged = merge_concepts(concept("a"), concept("a", "b"), concept("a", "c"))
    assert merged.conflicts == ()
    assert [term.text for term in merged.concept.terms] == ["a", "c", "b"]


def test_the_term_that_a_side_put_first_is_first():
    """Ours demotes a, so that b is written; theirs adds c between them: b is still what is written."""
    a, b = Term(text="a", language="en"), Term(text="b", language="en")
    ours = concept(replace(a, status=Status.ADMITTED), b)
    merged = merge_concepts(concept(a, b), ours, concept(a, "c", b))
    assert merged.conflicts == ()
    assert merged.concept.preferred("en") == b


def test_two_orders_of_terms_are_a_conflict():
    """The order is the order of preference; both sides changed it."""
    merged = merge_concepts(concept("a", "b", "c"), concept("a", "c", "b"), concept("a", "b", "c", note="n"))
    assert [term.text for term in merged.concept.terms] == ["a", "c", "b"]
    merged = merge_concepts(concept("a", "b", "c"), concept("a", "c", "b"), concept("b", "a", "c"))
    assert said(merged.conflicts) == ["order en: was en a, en b, en c; yours en a, en c, en b; theirs en b, en a, en c"]


def test_orders_of_two_languages_are_merged_each_by_itself():
    """Ours turns the Japanese terms round, theirs the English ones."""
    ja, en = ([Term(text=text, language=language) for text in "ab"] for language in ("ja", "en"))
    base, ours, theirs = concept(*ja, *en), concept(*ja[::-1], *en), concept(*ja, *en[::-1])
    merged = merge_concepts(base, ours, theirs)
    assert merged.conflicts == ()
    assert merged.concept == concept(*ja[::-1], *en[::-1])


def test_the_order_of_domains_is_no_conflict():
    """Only the order of terms means something."""
    base, ours, theirs = (concept("a", domain=tuple(order)) for order in ("xyz", "xzy", "yxz"))
    assert merge_concepts(base, ours, theirs).conflicts == ()


def test_an_entry_without_terms_is_a_conflict():
    """Each side removed what the other had kept: an entry without terms can't be written."""
    base, ours, theirs = concept("a", "b", note="n"), concept("b"), concept("a")
    merged = merge_concepts(base, replace(ours, note="n"), replace(theirs, note="n"))
    assert said(merged.conflicts) == ["terms: was en a, en b; yours en b; theirs en a"]
    assert merged.concept.terms == theirs.terms


def test_a_field_that_only_one_new_entry_says_is_taken():
    """Two sides add one id; ours gives no note, theirs does: nobody is contradicted."""
    merged = merge_concepts(None, concept("a"), concept("a", note="n"))
    assert merged.conflicts == ()
    assert merged.concept.note == "n"


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (concept(Term(text="a", language="en", status=Status.ADMITTED)), "en a: status preferred → admitted"),
        (concept("a", Term(text="NCD", language="en", type="abbreviation")), "added en NCD (preferred, abbreviation)"),
        (concept("a", links=(Link("holder", "iida"),)), "added link holder iida"),
        (concept("a", former_ids=("old",)), "added former-id old"),
        (concept("a", definition=(("en", "one"),)), "added definition en"),
        (concept("a", examples=(Example("a b", "en", ("a",)),)), "added example en a b (finds a)"),
        (concept("a", valid=Validity(date(2025, 7, 1))), "valid always → from 2025-07-01"),
        (concept("a", match=MatchRule("any", "exact")), "match boundary free → boundary any, case exact"),
        (concept("a", keep=True), "keep false → true"),
        (concept("a", review=Review("approved", "mm")), "review proposed → approved by mm"),
    ],
)
def test_a_difference_is_told_in_the_editors_words(after, told):
    """The field by its name on disk, the values as they are written there."""
    assert [str(change) for change in differences(concept("a"), after)] == [told]


def test_another_order_of_terms_is_a_difference():
    """The first term is the one that is written, so the order is told."""
    told = [str(change) for change in differences(concept("a", "b"), concept("b", "a"))]
    assert told == ["terms: order en a, en b → en b, en a"]


def glossary(*concepts: Concept) -> Glossary:
    return Glossary("g", tuple(sorted(concepts, key=lambda one: one.id)))


def test_glossaries_differ_by_concepts():
    """Added, changed and removed ones, sorted by id; applied to the first glossary they give the second."""
    stays = concept("s", id="s")
    before = glossary(stays, concept("a"), concept("gone", id="gone"))
    after = glossary(stays, concept("b"), concept("new", id="new"))
    changes = diff(before, after)
    assert [(change.id, bool(change.before), bool(change.after)) for change in changes] == [
        ("gone", True, False),
        ("new", False, True),
        ("x", True, True),
    ]
    assert apply_changes(before, changes) == after
    assert apply_changes(after, [change.reversed() for change in changes]) == before
    assert diff(before, before) == ()


def test_a_concept_that_lives_on_in_another_is_known():
    """The one that takes it over remembers its id; a removed one that nobody remembers is just removed."""
    before = glossary(concept("a", id="a"), concept("b", id="b"), concept("c", id="c"))
    after = glossary(concept("a", id="a", former_ids=("b",)))
    assert taken_over(diff(before, after)) == {"b": "a"}


def test_a_change_is_of_one_concept():
    """Before and after have the same id, and there is one of them at least."""
    with pytest.raises(ValueError, match="one concept"):
        Change(concept("a"), concept("a", id="y"))
    with pytest.raises(ValueError, match="one concept"):
        Change(None, None)
