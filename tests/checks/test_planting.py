"""The errors that the benchmark of checks plants: each changes what it says, the same in every run."""

import random
import re

import pytest

from benchmarks.checks.__main__ import digit_strings_differ
from benchmarks.checks.plant_numbers import PLANTERS
from benchmarks.checks.planting import Sample
from jaen.checks.passages import passage_of
from jaen.checks.rules import PAIR_RULES
from jaen.model import Pair
from jaen.terms import Matcher

JAPANESE = "2026年5月18日月曜日、45社が3億円を失った。"
ENGLISH = "On Monday, May 18, 2026, 45 companies lost 300 million yen in two deals."


def sample(source, target, languages=("ja", "en")):
    sides = (passage_of(text, tag, Matcher(())) for text, tag in zip((source, target), languages, strict=True))
    return Sample("made", 1, source, target, Pair(*sides))


@pytest.mark.parametrize("planter", PLANTERS, ids=lambda planter: planter.name)
def test_each_error_is_planted_and_the_same_in_every_run(planter):
    """Where it applies, a planter gives another text; with the same seed, the same."""
    one = sample(JAPANESE, ENGLISH)
    broken = {planter.plant(one, random.Random(7)) for _ in range(3)}
    assert len(broken) == 1
    assert broken.pop() not in (None, ENGLISH)


@pytest.mark.parametrize("planter", PLANTERS, ids=lambda planter: planter.name)
def test_errors_are_found_in_a_plain_sentence(planter):
    """Each kind of error is one that a rule of its family finds in a sentence without other difficulties."""
    one = sample(JAPANESE.replace("失った", "二つの取引で失った"), ENGLISH)
    rules = [rule for rule in PAIR_RULES if rule.code in planter.codes]
    assert not [found for rule in rules for found in rule.check(one.pair)]
    broken = passage_of(planter.plant(one, random.Random(7)), "en", Matcher(()))
    assert [found for rule in rules for found in rule.check(Pair(one.pair.source, broken))]


@pytest.mark.parametrize("planter", PLANTERS, ids=lambda planter: planter.name)
def test_nothing_is_planted_where_nothing_of_the_kind_is(planter):
    """Without numbers and dates there is nothing to change; only a number can be added."""
    broken = planter.plant(sample("彼は帰った。", "He left."), random.Random(7))
    assert (broken is None) is (planter.name != "a number added")


def test_a_changed_digit_is_one_digit():
    """Everything but one digit stays."""
    (planter,) = (one for one in PLANTERS if one.name == "a digit changed")
    broken = planter.plant(sample(JAPANESE, ENGLISH), random.Random(3))
    assert sum(one != other for one, other in zip(broken, ENGLISH, strict=True)) == 1
    assert re.sub("[0-9]", "", broken) == re.sub("[0-9]", "", ENGLISH)


@pytest.mark.parametrize(
    ("source", "target", "differs"),
    [
        ("150社が参加した。", "150 firms came.", False),
        ("1億円の損害。", "A loss of 100 million yen.", True),
        ("１５０社", "150 firms", False),
    ],
)
def test_the_baseline_compares_figures_as_strings(source, target, differs):
    """Figures of any width are compared, values are not: that is what it is there to show."""
    assert digit_strings_differ(sample(source, target).pair) is differs
