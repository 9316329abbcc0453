"""Two concepts that turn out to be one."""

from datetime import date
from pathlib import Path

import pytest

from jaen.errors import ConfigError, UnknownConcept
from jaen.glossary import Glossary
from jaen.glossary.changes import apply_changes, merge_pair
from jaen.model import Concept, Example, Link, MatchRule, Review, Status, Term, Validity


def entry(concept_id: str, *terms: Term | str, **fields: object) -> Concept:
    made = tuple(Term(text=term, language="en") if isinstance(term, str) else term for term in terms)
    return Concept(**{"id": concept_id, "category": "term", "terms": made, **fields})


def glossary(*concepts: Concept) -> Glossary:
    return Glossary("g", tuple(sorted(concepts, key=lambda one: one.id)))


def merged(*concepts: Concept) -> tuple[Concept, Glossary, tuple[str, ...]]:
    """The first two concepts made one: the united concept, the glossary after, the notes."""
    before = glossary(*concepts)
    result = merge_pair(before, concepts[0].id, concepts[1].id)
    after = apply_changes(before, result.changes)
    return after.by_id(concepts[0].id), after, result.notes


def test_both_say_what_they_said():
    """Terms, definitions, links, examples, sources, subjects and notes of both are there, each once."""
    first = entry("a", "chip", domain=("x",), sources=("s",), note="n", links=(Link("related", "c"),))
    second = entry(
        "b",
        "integrated circuit",
        Term(text="集積回路", language="ja"),
        domain=("x", "y"),
        definition=(("en", "d"),),
        links=(Link("related", "c"), Link("broader", "c")),
        examples=(Example("An integrated circuit", "en", ("integrated circuit",)),),
        sources=("s", "t"),
        note="m",
    )
    united, _, notes = merged(first, second, entry("c", "c"))
    assert united == entry(
        "a",
        "chip",
        Term(text="integrated circuit", language="en", status=Status.ADMITTED),
        Term(text="集積回路", language="ja"),
        domain=("x", "y"),
        definition=(("en", "d"),),
        links=(Link("related", "c"), Link("broader", "c")),
        examples=second.examples,
        sources=("s", "t"),
        note="n; m",
        former_ids=("b",),
    )
    assert notes == ()


def test_what_jaen_writes_stays():
    """A preferred term of the second becomes admitted, unless the first has none of that language."""
    united, _, _ = merged(entry("a", "chip"), entry("b", "IC", Term(text="集積回路", language="ja")))
    assert [(term.text, term.status) for term in united.terms] == [
        ("chip", Status.PREFERRED),
        ("IC", Status.ADMITTED),
        ("集積回路", Status.PREFERRED),
    ]


def test_ids_are_remembered():
    """Who looks for the id that is gone, or one that it had remembered itself, finds the united concept."""
    united, after, _ = merged(entry("a", "a", former_ids=("o",)), entry("b", "b", former_ids=("p", "q")))
    assert united.former_ids == ("o", "b", "p", "q")
    assert after.by_id("b") == after.by_id("q") == united


def test_links_lead_to_the_united_concept():
    """Links of others are redirected, none is there twice, and the two do not link to themselves."""
    day = Validity(date(2025, 7, 1))
    other = entry("c", "c", links=(Link("related", "b"), Link("related", "a"), Link("part-of", "b", day)))
    first = entry("a", "a", links=(Link("confusable", "b"),))
    united, after, notes = merged(first, entry("b", "b", links=(Link("replaced-by", "a"),)), other, entry("d", "d"))
    assert after.by_id("c").links == (Link("related", "a"), Link("part-of", "a", day))
    assert united.links == ()
    assert notes == (
        "link confusable b is dropped: it would lead to the concept itself",
        "link replaced-by a is dropped: it would lead to the concept itself",
    )


def test_only_what_changes_is_changed():
    """A concept that did not link to the second is not touched."""
    before = glossary(entry("a", "a"), entry("b", "b"), entry("c", "c"))
    assert [change.id for change in merge_pair(before, "a", "b").changes] == ["a", "b"]


def test_what_can_not_be_kept_is_told():
    """Where both say something of one kind, the first stays and the other is named."""
    first = entry("a", "x", definition=(("en", "one"),), examples=(Example("x", "en", ("x",)),))
    second = entry(
        "b",
        Term(text="x", language="en", status=Status.FORBIDDEN, note="n"),
        category="role",
        keep=True,
        review=Review("approved", "mm"),
        definition=(("en", "two"),),
        examples=(Example("x", "en", ()),),
    )
    united, _, notes = merged(first, second)
    assert notes == (
        "category: term stays, role of b is dropped",
        "keep: false stays, true of b is dropped",
        "review: proposed stays, approved by mm of b is dropped",
        "definition en: one stays, two of b is dropped",
        "example x: finds x stays, finds nothing of b is dropped",
        "en x: status forbidden of b is dropped",
    )
    assert united.terms == (Term(text="x", language="en", note="n"),)


def test_terms_are_found_and_dated_as_before():
    """Days and match rule of the second concept go with its terms; terms with their own keep those."""
    day = Validity(None, date(2025, 6, 30))
    own = Term(text="own", language="en", valid=Validity(date(2020, 1, 1)), match=MatchRule("compound"))
    united, _, notes = merged(entry("a", "a"), entry("b", "b", own, valid=day, match=MatchRule("any")))
    moved = Term(text="b", language="en", status=Status.ADMITTED, valid=day, match=MatchRule("any"))
    assert united.terms[1] == moved
    assert united.terms[2].valid == own.valid
    assert united.terms[2].match == own.match
    assert notes == ("valid: always stays, the terms of b keep theirs, to 2025-06-30",)


def test_examples_that_fail_are_told():
    """An example said that a term of the second is not found: now it is a term of the concept itself."""
    first = entry("a", "chip", examples=(Example("The circuit broke.", "en", ()), Example("A chip", "en", ("chip",))))
    result = merge_pair(glossary(first, entry("b", "circuit")), "a", "b")
    assert [str(failure) for failure in result.failures] == ["a: in 'The circuit broke.' found circuit, not nothing"]


@pytest.mark.parametrize("gone", ["a", "old"])
def test_a_concept_is_not_merged_with_itself(gone):
    """Neither under its id nor under one that it remembers."""
    with pytest.raises(ConfigError, match=r"^a and (a|old) are the same concept"):
        merge_pair(glossary(entry("a", "a", former_ids=("old",))), "a", gone)


def test_an_unknown_concept_is_named():
    """With what to do instead."""
    with pytest.raises(UnknownConcept, match="no concept 'nope'"):
        merge_pair(glossary(entry("a", "a")), "a", "nope")


def test_merging_real_entries_keeps_their_examples():
    """Two entries of the news glossary made one: all examples of both pass."""
    news = Glossary.load(Path(__file__).parents[2] / "glossaries" / "news")
    result = merge_pair(news, "national-cybersecurity-office", "nisc")
    assert result.failures == ()
    assert result.changes[0].after
    assert len(result.changes[0].after.examples) > len(news.by_id("nisc").examples)
