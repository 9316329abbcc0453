"""One source with several translations."""

from hypothesis import given
from hypothesis import strategies as st

from jaen.checks.consistency import Told, inconsistent_translations
from jaen.checks.passages import passage_of
from jaen.model import Pair, Severity
from jaen.terms import Matcher

LAW = "法律が成立した。"


def units(*pairs):
    """Units of a made-up memory, one a line."""
    return [Told(source=source, target=target, where=f"a.tmx:{n}") for n, (source, target) in enumerate(pairs, 1)]


def test_the_rarer_translations_are_found():
    """With what most have, how often and where; that is the suggestion."""
    found = inconsistent_translations(
        units(
            (LAW, "The law passed."),
            (LAW, "The bill passed."),
            ("雨だ。", "It rains."),
            (LAW, "The law passed."),
        )
    )
    ((number, finding),) = found
    assert (number, finding.code, finding.severity) == (1, "translation-inconsistent", Severity.WARNING)
    assert finding.message == (
        "“法律が成立した。” is “The bill passed.” here and “The law passed.” 2 times elsewhere: a.tmx:1, a.tmx:4"
    )
    assert finding.suggestion == "The law passed."


def test_as_many_of_each_suggest_nothing():
    """The first one is what the others are compared with."""
    ((number, finding),) = inconsistent_translations(units((LAW, "The law passed."), (LAW, "The bill passed.")))
    assert (number, finding.suggestion) == (1, None)
    assert "“The law passed.” once elsewhere: a.tmx:1" in finding.message


def test_what_is_the_same_translation():
    """Width and white space of both, case and quotation marks of translations; nothing else."""
    same = units((LAW, "The law  passed."), ("法律が成立した。 ", "the law passed."), (LAW, "“The law passed.”"))
    assert not inconsistent_translations(same)
    assert inconsistent_translations(units((LAW, "The law passed."), (LAW, "The law passed!")))


def test_what_is_no_inconsistency():
    """Different sources with one translation; figures alone; a unit without a translation, which has its own finding."""
    assert not inconsistent_translations(units(("はい。", "Yes."), ("ええ。", "Yes.")))
    assert not inconsistent_translations(units(("10", "10"), ("10", "ten")))
    assert not inconsistent_translations(units((LAW, "The law passed."), (LAW, ""), (LAW, "…")))
    assert not inconsistent_translations([])


def test_many_places_are_counted():
    """Three are named, the others counted; long texts are shown shortened."""
    long = "とても" * 30 + "長い文だ。"
    found = inconsistent_translations(units(*[(long, "One.")] * 5, (long, "Two.")))
    ((_, finding),) = found
    assert finding.message.endswith("5 times elsewhere: a.tmx:1, a.tmx:2, a.tmx:3 and 2 more")
    assert "とても…”" in finding.message


def test_a_unit_of_two_documents_says_where():
    """Its finding is about the target's sentence, with that of the source."""
    pair = Pair(passage_of(LAW, "ja", Matcher(())), passage_of("The bill passed.", "en", Matcher(())))
    found = inconsistent_translations(
        [*units((LAW, "The law passed."), (LAW, "The law passed.")), Told.of_pair(pair, "b.txt")]
    )
    ((_, finding),) = found
    assert finding.span == pair.target.span
    assert finding.segment_id == pair.target.segments[0].id
    assert [one.text for one in finding.related] == [LAW]


@given(st.lists(st.tuples(st.sampled_from("甲乙"), st.sampled_from("ABC")), max_size=12))
def test_every_source_has_one_translation_without_a_finding(pairs):
    """And as many findings as there are units with another one."""
    made = units(*pairs)
    found = {number for number, _ in inconsistent_translations(made)}
    for source in "甲乙":
        kept = {one.target for n, one in enumerate(made) if one.source == source and n not in found}
        assert len(kept) == (1 if any(one.source == source for one in made) else 0)
