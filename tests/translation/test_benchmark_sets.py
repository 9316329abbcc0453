"""The test sets of benchmarks/translation and what they are scored by."""

import re
from pathlib import Path

import pytest

from benchmarks.translation.scores import outside, places_in, score
from benchmarks.translation.sets import DATA, SETS, Item, Term, Word, build, exchange, in_half, pairs_in, sentence
from jaen.model import Span
from jaen.translation.requirements import Kind
from jaen.words.english_forms import plural

needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the parallel sentences are not in ../shared/data")
LISTS = Path(__file__).parents[2] / "benchmarks" / "translation"
ENVELOPE = Word("量子封筒", "quantum envelope", "noun")
ENGINE = Word("潮汐機関", "astro engine", "noun")
AGENCY = Word("星図庁", "Star Chart Agency", "institution")


def exchanged(japanese, english, *words):
    return exchange(japanese, english, pairs_in(japanese, english), words)


def item(reference, *writes):
    terms = tuple(Term(Span(0, 1), Span(reference.index(w), reference.index(w) + len(w)), w, Kind.NOUN) for w in writes)
    return Item("本", reference, terms, "tune")


@pytest.mark.parametrize(
    ("japanese", "english", "words", "wanted"),
    [
        ("これは本です。", "This is a book.", [ENVELOPE], "This is a quantum envelope."),
        ("これは本です。", "This is a book.", [ENGINE], "This is an astro engine."),
        ("これは卵です。", "This is an egg.", [ENVELOPE], "This is a quantum envelope."),
        ("犬は走る。", "Dogs run.", [ENVELOPE], "Quantum envelopes run."),
        ("彼は学校を建てた。", "He built a school.", [AGENCY], "He built the Star Chart Agency."),
    ],
)
def test_the_reference_stays_good_english(japanese, english, words, wanted):
    """The new term takes the old one's plural and first capital; a, an and the follow its sound and kind."""
    made = exchanged(japanese, english, *words)
    assert made.reference == wanted
    assert [t.source.of(made.source) for t in made.terms] == [word.japanese for word in words]
    assert [t.reference.of(made.reference).lower() for t in made.terms] in (
        [word.english.lower() for word in words],
        [plural(word.english).lower() for word in words],
    )


def test_two_words_are_exchanged_each_in_its_place():
    """Places are told in the new texts, in the order of the source, whatever the order of the reference."""
    words = (Word("ゾルタン", "Zoltan Verick", "person"), ENVELOPE)
    made = exchanged("トムはその本を書いた。", "The book was written by Tom.", *words)
    assert made.source == "ゾルタンはその量子封筒を書いた。"
    assert made.reference == "The quantum envelope was written by Zoltan Verick."
    assert [t.reference.of(made.reference) for t in made.terms] == ["Zoltan Verick", "quantum envelope"]


@pytest.mark.parametrize(
    ("japanese", "english"),
    [
        ("日本は広い。", "The book Japan is large."),  # 本 is a part of 日本
        ("彼は大学生です。", "He is at the university."),  # 大学 is a part of 大学生
        ("犬は犬だ。", "A dog is a dog."),  # twice
        ("車で行く。", "I go by car."),  # no article to keep
        ("本を読む。", "He reads a card."),  # not there
        ("学校へ行く。", "I go to school."),  # an institution without "the"
        ("東京の店", "The Tokyo shop"),  # a name with an article
        ("スミスさんが来た。", "John Smith came."),  # a part of a longer name
    ],
)
def test_what_can_not_be_exchanged_is_left_out(japanese, english):
    """A word is taken only where it stands by itself, once, and another one would be good English as well."""
    assert {found.word.japanese for found in pairs_in(japanese, english)} <= {"日本"}


def test_sentences_for_the_ladder_carry_what_is_required():
    """Span, kind and spelling reach the ladder; no mention is needed for it."""
    made = exchanged("これは本です。", "This is a book.", ENVELOPE)
    (wanted,) = sentence(made).wanted
    assert (wanted.span.of(made.source), wanted.requirement.write) == ("量子封筒", "quantum envelope")
    assert wanted.requirement.kind is Kind.NOUN
    assert wanted.requirement.mentions == ()


def test_the_lists_name_each_thing_once():
    """Every entry has a Japanese and an English side; a made-up term is no common word, and none stands twice."""
    entries = {
        name: [
            entry
            for line in (LISTS / name).read_text("utf-8").splitlines()
            if not line.startswith("#")
            for entry in line.partition(": ")[2].split(", ")
        ]
        for name in ("words.txt", "made_up.txt")
    }
    assert all(re.fullmatch(r"[^\sA-Za-z]+ [A-Za-z][A-Za-z ]*", e) for es in entries.values() for e in es)
    made_up = [entry.split(" ", 1) for entry in entries["made_up.txt"]]
    common = {side for entry in entries["words.txt"] for side in entry.split(" ", 1)}
    for side in zip(*made_up, strict=True):
        assert len(set(side)) == len(side)
        assert not common & set(side)


@needs_data
@pytest.mark.parametrize("name", sorted(SETS))
def test_sets_are_whole(name):
    """Enough sentences in both halves, the same ones every time, every place where it says."""
    items = build(name)
    assert items == build(name)
    assert len(items) >= 150
    assert 0.4 <= sum(in_half(i, "held") for i in items) / len(items) <= 0.6
    assert all(in_half(i, "held") != in_half(i, "tune") and in_half(i, "all") for i in items)
    for one in items:
        assert one.terms
        for term in one.terms:
            assert term.source.of(one.source)
            assert term.reference.of(one.reference).lower() in (term.write.lower(), plural(term.write).lower())


@needs_data
def test_one_sentence_is_in_the_same_half_of_every_set():
    """What was tuned on in one set is not held back in another."""
    picked = {i.source: i.half for i in build("picked")}
    assert {i.source: i.half for i in build("wrong")} == picked


@needs_data
def test_the_control_asks_for_other_words():
    """Nothing that `wrong` asks for is what the sentence says; the same word becomes the same one each time."""
    pairs = [
        (right, wrong)
        for one, other in zip(build("picked"), build("wrong"), strict=True)
        for right, wrong in zip((t.write for t in one.terms), (t.write for t in other.terms), strict=True)
    ]
    assert all(right != wrong for right, wrong in pairs)
    kinds = [t.kind for one in build("picked") for t in one.terms]
    assert len(set(zip((right for right, _ in pairs), kinds, strict=True))) == len(set(zip(pairs, kinds, strict=True)))


def test_outside_cuts_the_terms_out():
    """What is left is joined by one blank; without terms nothing is cut."""
    assert outside("Zoltan Verick has a dog.", [Span(20, 23), Span(0, 13)]) == "has a ."
    assert outside("It rains.", []) == "It rains."


def test_a_term_needs_a_place_of_its_own():
    """One "book" does not serve two terms, and a card is no car."""
    assert [place is not None for place in places_in(item("A book and a book.", "book", "book"), "A book.")] == [
        True,
        False,
    ]
    assert places_in(item("A car.", "car"), "A card.") == (None,)


def test_scores_count_terms():
    """Letter by letter, by form, and whether a term is there wherever it has to be."""
    pytest.importorskip("sacrebleu", reason="sacrebleu is not installed (dependency group `bench`)")
    items = [item("The fox runs.", "fox"), item("The fox sleeps.", "fox"), item("The hen runs.", "hen")]
    scores = score(items, ["The fox runs.", "Foxes sleep.", "The hen runs."])
    assert (scores.exact, scores.by_form, scores.consistent) == (pytest.approx(2 / 3), 1.0, 1.0)
    assert 50 < scores.chrf < 100
    lost = score(items, ["The fox runs.", "It sleeps.", "The hen runs."])
    assert (lost.by_form, lost.consistent) == (pytest.approx(2 / 3), 0.0)
    assert score(items, [one.reference for one in items]).chrf_outside == pytest.approx(100)


def test_what_stands_instead_of_a_term_counts_against_the_rest():
    """Outside the terms, a translation that has another word in the term's place scores less than one that has the term."""
    pytest.importorskip("sacrebleu", reason="sacrebleu is not installed (dependency group `bench`)")
    items = [item("He saw the fox yesterday.", "fox")]
    good, bad = (score(items, [text]) for text in ("He saw the fox yesterday.", "He saw the chicken yesterday."))
    assert good.chrf_outside == pytest.approx(100)
    assert bad.chrf_outside < 90
