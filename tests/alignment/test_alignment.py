"""Sentence alignment: what every alignment keeps to, and which beads it must and must not find."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from alignment_texts import ENGLISH, JAPANESE, OTHER, passage, shapes
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.alignment import align
from jaen.alignment.align import align_by_lengths
from jaen.model import Concept, Status, Term
from jaen.terms import Matcher

ROOT = Path(__file__).parents[2]
LINES = st.lists(st.sampled_from([*JAPANESE, *ENGLISH, *OTHER, "150", "。", "はい。", "No.", "あ" * 400]), max_size=12)


def in_order(count: int) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [((number,), (number,)) for number in range(count)]


# What every alignment keeps to


@given(LINES, LINES)
@settings(max_examples=100)
def test_beads_tile_both_sides_in_order(left, right):
    """Every sentence is in exactly one bead, in its order, and confidences lie between 0 and 1."""
    found = align(passage(left), passage(right, "en"))
    assert [index for bead in found.beads for index in bead.source] == list(range(len(left)))
    assert [index for bead in found.beads for index in bead.target] == list(range(len(right)))
    assert all(0 <= bead.confidence <= 1 and (bead.source or bead.target) for bead in found.beads)
    assert 0 <= found.confidence <= 1
    assert found.is_trusted == (found.confidence >= 0.5)


@given(LINES, LINES)
@settings(max_examples=50)
def test_the_same_input_gives_the_same_alignment(left, right):
    """Nothing depends on the order in which sets are walked through, nor on an earlier call."""
    first, again = (align(passage(left), passage(right, "en")) for _ in range(2))
    assert first.beads == again.beads
    assert first.confidence == again.confidence


@pytest.mark.parametrize(
    ("japanese", "english"),
    [
        (JAPANESE, ENGLISH),
        (JAPANESE[:3] + JAPANESE[4:], ENGLISH),
        (JAPANESE, (*ENGLISH[:2], f"{ENGLISH[2]} {ENGLISH[3]}", *ENGLISH[4:])),
    ],
    ids=["as it is", "one dropped", "two merged"],
)
def test_turned_round_it_is_the_same(japanese, english):
    """From English to Japanese the same sentences stand together as from Japanese to English."""
    there = align(passage(japanese), passage(english, "en"))
    back = align(passage(english, "en"), passage(japanese))
    assert [(target, source) for source, target in shapes(back)] == shapes(there)
    assert back.confidence == pytest.approx(there.confidence, abs=0.001)


@pytest.mark.parametrize(("left", "right"), [((), ()), (JAPANESE, ()), ((), ENGLISH)], ids=["none", "source", "target"])
def test_where_a_side_is_empty_nothing_is_trusted(left, right):
    """With no sentence on a side there is nothing to bring together, and that is no error."""
    found = align(passage(left), passage(right, "en"))
    assert all(not (bead.source and bead.target) for bead in found.beads)
    assert not found.is_trusted


# Beads


def test_sentence_by_sentence():
    """A translation sentence by sentence gives 1-1 beads, trusted without any glossary."""
    found = align(passage(JAPANESE), passage(ENGLISH, "en"))
    assert shapes(found) == in_order(len(JAPANESE))
    assert found.is_trusted
    assert min(bead.confidence for bead in found.beads) > 0.8


def test_two_sentences_become_one():
    """Two source sentences in one target sentence are a 2-1 bead."""
    merged = (*ENGLISH[:3], f"{ENGLISH[3][:-1]}, and {ENGLISH[4]}", *ENGLISH[5:])
    assert ((3, 4), (3,)) in shapes(align(passage(JAPANESE), passage(merged, "en")))


def test_one_sentence_becomes_two():
    """One source sentence in two target sentences is a 1-2 bead."""
    cut = (
        *ENGLISH[:3],
        "On April 18, a port in central Japan stopped.",
        "The system was down for 36 hours.",
        *ENGLISH[4:],
    )
    assert ((3,), (3, 4)) in shapes(align(passage(JAPANESE), passage(cut, "en")))


def test_a_sentence_that_was_left_out():
    """A source sentence without a counterpart is a 1-0 bead without evidence, and the others stay together."""
    found = align(passage(JAPANESE), passage((*ENGLISH[:3], *ENGLISH[4:]), "en"))
    bead = next(bead for bead in found.beads if bead.source == (3,))
    assert bead.target == ()
    assert bead.evidence == ()
    assert ((4,), (3,)) in shapes(found)


def test_a_sentence_that_was_added():
    """A target sentence without a source is a 0-1 bead."""
    assert ((), (4,)) in shapes(align(passage(JAPANESE), passage((*ENGLISH[:4], OTHER[1], *ENGLISH[4:]), "en")))


def test_clues_beat_lengths():
    """Of two neighbors as long as each other one was left out: clues tell which, lengths alone can't."""
    japanese = (*JAPANESE[:2], "東京で地震があった。", "大阪で選挙があった。", *JAPANESE[4:])
    kept = "An earthquake struck in Tokyo.", "An election was held in Osaka."
    assert len(kept[0]) == len(kept[1])
    sides = [(passage(japanese), passage((*ENGLISH[:2], one, *ENGLISH[4:]), "en")) for one in kept]
    first, second = (shapes(align(*side)) for side in sides)
    assert ((2,), (2,)) in first
    assert ((3,), (2,)) in second
    assert shapes(align_by_lengths(*sides[0])) == shapes(align_by_lengths(*sides[1]))


def test_a_copy_in_the_same_language():
    """A text aligns with its copy, also in one language, and a dropped sentence is seen."""
    found = align(passage(JAPANESE), passage(JAPANESE[:2] + JAPANESE[3:]))
    assert found.is_trusted
    assert ((2,), ()) in shapes(found)


# Evidence


def evidence(alignment, source: int) -> tuple[str, ...]:
    return next(bead.evidence for bead in alignment.beads if source in bead.source)


def test_evidence_names_numbers_dates_names_and_words():
    """Evidence is what both sentences have: values, days, names as they sound and are read, words."""
    found = align(passage(JAPANESE), passage(ENGLISH, "en"))
    assert "number: 1200000000" in evidence(found, 0)
    assert "number: 150" in evidence(found, 1)
    assert "name: 飯田 ~ Iida" in evidence(found, 2)
    assert "mark: quotation" in evidence(found, 2)
    assert any(one.startswith("date: ") and "04-18" in one for one in evidence(found, 3))
    assert "name: アンソロピック ~ Anthropic" in evidence(found, 4)
    assert "word: 心配 ~ worry" in evidence(found, 5)


def test_concepts_are_evidence():
    """A concept that both sentences name is evidence, however its terms look; another concept is none."""
    terms = tuple(
        Term(text=text, language=language, status=Status.PREFERRED)
        for language, text in (("ja", "港湾庁"), ("en", "Coast Office"))
    )
    matcher = Matcher([Concept(id="coast-office", category="organization", terms=terms)])
    english = (ENGLISH[0].replace("Port Agency", "Coast Office"), *ENGLISH[1:])
    found = align(passage(JAPANESE, "ja", matcher), passage(english, "en", matcher))
    assert "concept: coast-office" in evidence(found, 0)
    assert not any("concept" in one for bead in found.beads[1:] for one in bead.evidence)


# Trust


def test_another_text_is_not_trusted():
    """Two texts that have nothing to do with each other: the aligner abstains, and no pair is sure."""
    found = align(passage(JAPANESE), passage(OTHER, "en"))
    assert not found.is_trusted
    assert all(bead.confidence < 0.5 for bead in found.beads if bead.source and bead.target)


def test_the_same_in_another_order_is_not_trusted():
    """Two texts that say much of the same in another order tell one story, and neither translates the other."""
    shuffled = tuple(ENGLISH[at] for at in (6, 3, 0, 7, 4, 1, 5, 2))
    assert not align(passage(JAPANESE), passage(shuffled, "en")).is_trusted


def test_a_half_told_story_is_not_trusted():
    """Two sentences in common do not make a translation of eight."""
    assert not align(passage(JAPANESE), passage((*ENGLISH[:2], *OTHER[2:]), "en")).is_trusted


def test_an_abridged_translation_is_trusted():
    """A translation that leaves out half of its source is still one."""
    found = align(passage(JAPANESE), passage(ENGLISH[::2], "en"))
    assert found.is_trusted
    assert all(2 * number in bead.source for bead in found.beads for number in bead.target)


def test_a_short_translation_is_trusted_where_the_evidence_is_enough():
    """Two sentences with names and numbers are enough; two that share one common word are not."""
    assert align(passage(JAPANESE[2:4]), passage(ENGLISH[2:4], "en")).is_trusted
    assert not align(passage(JAPANESE[5:6]), passage(ENGLISH[5:6], "en")).is_trusted


# On parallel texts


def benchmark():
    spec = spec_from_file_location("alignment_benchmark", ROOT / "benchmarks" / "alignment.py")
    module = module_from_spec(spec)
    import sys

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
@pytest.mark.parametrize("name", ["PUD", "Tatoeba"])
def test_f1_on_parallel_text(name):
    """With 10 % of the sentences merged, cut, dropped or inserted at least 97 of 100 beads are right, on the held half."""
    if not (ROOT.parent / "shared" / "data" / "parallel").is_dir():
        pytest.skip("no parallel texts beside the project (../shared/data/parallel)")
    script = benchmark()
    score, _, _ = script.judged(script.documents_of(name, "held", 10), lambda *sides: script.groups(align(*sides)))
    assert score >= 0.97


@pytest.mark.slow
def test_two_thousand_sentences():
    """Long texts are aligned near what rare clues tie together, and no worse for it."""
    if not (ROOT.parent / "shared" / "data" / "parallel").is_dir():
        pytest.skip("no parallel texts beside the project (../shared/data/parallel)")
    script = benchmark()
    rows = script.pairs_of("PUD") + script.pairs_of("Tatoeba")
    import random

    document = script.disturbed(rows, 10, rows, random.Random(1))
    score, _, _ = script.judged([document], lambda *sides: script.groups(align(*sides)))
    assert score >= 0.97
