"""The five articles jaen exists for, side by side. Their texts are not the project's, so they are looked for beside it."""

from pathlib import Path

import pytest

from jaen.corpus.compare import compare
from jaen.glossary import Glossary
from jaen.model.comparison import CopyKind, Verdict
from jaen.pipeline import Pipeline
from jaen.reading import read

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
pytestmark = pytest.mark.skipif(not SEEDS, reason="the five articles are not in ../shared/seeds")


@pytest.fixture(scope="module")
def reports():
    pipeline = Pipeline(Glossary.load(ROOT / "glossaries" / "news"))
    return [pipeline(read(path)) for path in SEEDS]


@pytest.fixture(scope="module")
def comparison(reports):
    return compare(reports)


def short(name):
    """The three digits that an article's id begins with."""
    return name[:3]


def test_the_one_copy_is_found_with_what_it_inherits(comparison):
    """002 is the body of 001: all its sentences, its title and its site come from there, the source is stated in both."""
    (copy,) = comparison.copies
    assert (short(copy.original), short(copy.copy)) == ("001", "002")
    assert (copy.kind, copy.containment, copy.is_directed) == (CopyKind.CONTAINS, 1.0, True)
    inherited = {one.name: (one.value, one.is_stated) for one in copy.inherited}
    assert inherited["title"] == ("Japan Prepares for New Era of AI-Powered Cyberattacks", False)
    assert inherited["site"] == ("News On Japan", False)
    assert inherited["source"] == ("テレ東BIZ", True)


def test_the_interview_is_linked_with_the_english_articles(comparison):
    """004 tells the story of 000, 001 and 003 in Japanese, and these tell it of each other; on names that all have."""
    (story,) = comparison.stories
    assert [short(name) for name in story.articles] == ["000", "001", "002", "003", "004"]
    assert story.languages == ("en", "ja")
    links = {(short(link.first), short(link.second)): link for link in story.links}
    assert set(links) == {
        ("000", "001"),
        ("000", "003"),
        ("000", "004"),
        ("001", "003"),
        ("001", "004"),
        ("003", "004"),
    }
    for link in story.links:
        assert {"anthropic", "claude-mythos"} <= {one.value for one in link.evidence if one.kind == "concept"}
        assert not any(one.first.is_machine or one.second.is_machine for one in link.evidence)


def test_only_the_machine_summary_contradicts(comparison):
    """Claude-3 and National Cyber Security Center, each by the machine alone; and nothing among the numbers."""
    wrong = [one for one in comparison.questions if one.verdict is Verdict.CONTRADICTION]
    said = {answer.label: answer.is_machine for one in wrong for answer in one.answers}
    assert {label for label, is_machine in said.items() if is_machine} == {"Claude-3", "National Cyber Security Center"}
    assert all(one.slot.relation != "number" for one in wrong)


def test_numbers_of_bodies_stand_side_by_side(comparison):
    """50 organizations and 36 entities are different sets."""
    (bodies,) = [one for one in comparison.questions if one.slot.relation == "number" and len(one.answers) > 1]
    assert bodies.verdict is Verdict.DIFFERENT_SETS
    assert [answer.label for answer in bodies.answers] == ["50 organizations", "36 entities"]


def test_the_minister_is_the_same_in_two_articles(comparison):
    """000 and 003 name one person for one office, in other words."""
    (minister,) = [one for one in comparison.questions if one.slot.about == "minister-for-cybersecurity"]
    assert minister.verdict is Verdict.AGREE
    assert [short(place.article_id) for place in minister.answers[0].places] == ["000", "003"]


def test_what_has_no_day_is_told_apart(comparison):
    """No article states its day: Tuesday and 先月 can't be resolved, the end of May 2026 can."""
    assert {event.first.year for event in comparison.timeline} == {2021, 2023, 2026}
    unresolved = {event.places[0].text: event.reason for event in comparison.undated}
    assert unresolved["先月"] == unresolved["Tuesday"] == "no article date"


def test_mythos_is_spelled_in_four_ways(comparison):
    """The model's short and long names in both languages, by outlet."""
    (mythos,) = [one for one in comparison.variants if one.concept_id == "claude-mythos"]
    assert {variant.text for variant in mythos.variants} == {
        "Claude Mythos",
        "Mythos",
        "クロード・ミュトス",
        "ミュトス",
    }
    outlets = {use.outlet for variant in mythos.variants for use in variant.outlets}
    assert {"KYODO", "News On Japan"} <= outlets


def test_the_order_of_articles_does_not_matter(reports, comparison):
    """The five in reverse give the same comparison."""
    assert compare(reversed(reports)) == comparison
