"""A model on this machine, with a small real model and with constructed ones."""

import math
import random
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from constructed import EN_JA, END, Plan
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.translation.engines import Decoding, EngineChoice, Hypothesis, Pair, Request, SteeredModel, open_engine

ANY = st.text(
    st.one_of(st.characters(), st.sampled_from("犬が東京に。、AbZ 09_\t\u3000①Ⅳﾃﾞé😀\0\ud800▁\u3164")), max_size=20
)
TOKYO = "彼は東京に住んでいます。"
SENTENCES = [
    TOKYO,
    "私は毎朝六時に起きて、犬の散歩をします。",
    "この本はとても面白いと思います。",
    "雨が降っていたので、私たちは家にいました。",
    "明日は早く起きなければならない。",
    "駅はどこですか。",
]


def texts(model, *requests, **decoding):
    return [[h.text for h in of] for of in model.translate(list(requests), Decoding(**decoding))]


def first(model, text, prefix=""):
    return texts(model, Request(text, prefix))[0][0]


@pytest.fixture
def open_plan(construct, monkeypatch):
    def open_plan(plan):
        monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(construct(plan)))
        return open_engine(EngineChoice()).open(*plan.pair)

    return open_plan


@pytest.fixture
def en_ja(constructed_en_ja, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(constructed_en_ja))
    return open_engine(EngineChoice()).open("en", "ja")


def test_it_translates(tiny_model):
    """A sentence in Japanese gives a sentence in English; the model can be steered."""
    assert isinstance(tiny_model, SteeredModel)
    assert first(tiny_model, TOKYO) == "He lives in Tokyo."


def test_it_translates_into_japanese(en_ja):
    """English gives Japanese without blanks; what the model does not know is copied, emoji and underscores too."""
    assert first(en_ja, "I drink coffee.") == "私は飲むコーヒーを。"
    assert first(en_ja, "He reads snake_case 😀.") == "彼は読む snake_case 😀。"


def test_order_and_length_are_kept(tiny_model):
    """Whatever the order of the texts, each gets its own translation at its own place."""
    alone = {text: first(tiny_model, text) for text in SENTENCES}
    assert len(set(alone.values())) == len(SENTENCES)
    shuffled = [*SENTENCES, *SENTENCES, ""]
    random.Random(7).shuffle(shuffled)
    together = texts(tiny_model, *map(Request, shuffled))
    assert together == [[alone[text]] if text else [] for text in shuffled]
    assert texts(tiny_model, *map(Request, shuffled)) == together


@pytest.mark.parametrize("ask", ["translate", "measure", "align"])
def test_nothing_asked_is_nothing_answered(tiny_model, ask):
    """An empty list gives an empty list."""
    assert getattr(tiny_model, ask)(*([[], Decoding()] if ask == "translate" else [[]])) == []


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\u200b", "猫が" * 3000], ids=ascii)
def test_what_can_not_be_translated_gives_no_hypothesis(tiny_model, text):
    """A blank text and one that does not fit give nothing, and hold up no other; nothing is cut in silence."""
    assert texts(tiny_model, Request(text), Request(TOKYO)) == [[], ["He lives in Tokyo."]]


@pytest.mark.parametrize("text", ["a\ud800b 犬", "犬\0猫", "\x1b[31m犬", "｟犬｠", "</s>犬<unk>", "e\u0301" * 30])
def test_any_text_can_be_asked(tiny_model, text):
    """Lone surrogates, control characters and what looks like the model's own marks make no error."""
    [hypotheses] = tiny_model.translate([Request(text)], Decoding(best=3))
    assert all(isinstance(h, Hypothesis) and h.score <= 0 for h in hypotheses)
    assert tiny_model.measure([Pair(text, text)])[0].end < 0
    assert len(tiny_model.align([Pair(text, text)])[0]) > 0


@given(ANY, ANY)
@settings(max_examples=100, deadline=None)
def test_whatever_is_asked(tiny_model, text, prefix):
    """Of any two texts: hypotheses begin with the prefix, and measuring and aligning see the same pieces."""
    [hypotheses] = tiny_model.translate([Request(text, prefix)], Decoding(best=2))
    assert all(hypothesis.text.startswith(prefix) and hypothesis.score <= 0 for hypothesis in hypotheses)
    [measured], [looks] = tiny_model.measure([Pair(text, prefix)]), tiny_model.align([Pair(text, prefix)])
    assert [weight.span for weight in measured.pieces] == [look.span for look in looks]
    assert all(len(look.attention) == len(text) for look in looks)


def test_window(tiny_model):
    """A text fits up to 200 pieces."""
    most = "犬" * 199  # and one piece for the beginning of a text
    assert tiny_model.fits(most)
    assert tiny_model.fits("")
    assert not tiny_model.fits(most + "犬")
    assert texts(tiny_model, Request(most), Request(most + "犬"))[1] == []
    assert texts(tiny_model, Request(most))[0] != []


@pytest.mark.parametrize("penalty", [0.0, 0.2, 1.0])
def test_score_is_the_mean_log_probability(tiny_model, penalty):
    """Whatever the length penalty, a hypothesis scores as when it is measured: the mean over its pieces and its end."""
    for text in SENTENCES:
        for hypothesis in tiny_model.translate([Request(text)], Decoding(best=3, length_penalty=penalty))[0]:
            [measured] = tiny_model.measure([Pair(text, hypothesis.text)])
            values = [*(piece.log_prob for piece in measured.pieces), measured.end]
            assert hypothesis.score == pytest.approx(sum(values) / len(values), abs=0.02)


def test_score_with_a_prefix_counts_what_comes_after_it(tiny_model):
    """The prefix was not the model's choice."""
    [[hypothesis]] = tiny_model.translate([Request(TOKYO, "Mythos lives")], Decoding())
    [measured] = tiny_model.measure([Pair(TOKYO, hypothesis.text)])
    chosen = [p.log_prob for p in measured.pieces if p.span.start >= len("Mythos lives")] + [measured.end]
    assert hypothesis.score == pytest.approx(sum(chosen) / len(chosen), abs=0.02)
    assert sum(p.log_prob for p in measured.pieces) < sum(chosen) - 10


@pytest.mark.parametrize(
    "prefix", ["Mythos", "He lives in ", "ABC Ⅳ", "The ﬁrst", "x_y", "😀", "  He", "He  lives", "髙田"]
)
def test_prefix_stands_as_it_is(tiny_model, prefix):
    """A translation begins with exactly the prefix, also where the model's normalization would change it."""
    hypotheses = texts(tiny_model, Request(TOKYO, prefix), best=3)[0]
    assert hypotheses
    assert all(text.startswith(prefix) for text in hypotheses)


@pytest.mark.parametrize("prefix", ["He live", "He live ", "She live", "I NCO"])
def test_a_prefix_ends_with_its_last_word(tiny_model, prefix):
    """The model goes on with a new word or a mark: `He live` does not become `He lives`, though the model prefers that."""
    for text in texts(tiny_model, Request(TOKYO, prefix), best=4)[0]:
        assert re.match(r"\W|$", text[len(prefix.rstrip()) :])
    assert texts(tiny_model, Request(TOKYO, prefix))[0]
    assert first(tiny_model, TOKYO, "He") == "He lives in Tokyo."


def test_a_prefix_may_be_the_whole(tiny_model):
    """Nothing needs to come after the prefix."""
    assert first(tiny_model, TOKYO, "He lives in Tokyo.") == "He lives in Tokyo."


def test_prefix_in_japanese(en_ja):
    """In Japanese the next word follows without a blank."""
    assert first(en_ja, "I drink coffee.", "彼は") == "彼は飲むコーヒーを。"


def test_prefix_that_is_too_long(tiny_model):
    """A prefix that leaves no room gives nothing."""
    assert texts(tiny_model, Request(TOKYO, "x" * 2000), Request(TOKYO)) == [[], ["He lives in Tokyo."]]


def test_prefixes_are_each_ones_own(tiny_model):
    """Texts with and without a prefix go together."""
    requests = [Request(TOKYO), Request(TOKYO, "She"), Request(TOKYO)]
    assert texts(tiny_model, *requests) == [["He lives in Tokyo."], ["She lives in Tokyo."], ["He lives in Tokyo."]]


def test_prefixes_do_not_meddle(tiny_model):
    """What is forbidden after one prefix, so that nothing glues to it, is allowed elsewhere."""
    requests = [Request(TOKYO, "He live"), Request(TOKYO, "I NCO"), Request(TOKYO, "She live"), Request(TOKYO, "I")]
    assert texts(tiny_model, *requests) == [texts(tiny_model, request)[0] for request in requests]


def test_threads_share_a_model(tiny_model):
    """Several threads may ask at a time; each gets its own answers."""
    expected = texts(tiny_model, *map(Request, SENTENCES))
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: texts(tiny_model, *map(Request, SENTENCES)), range(8)))
    assert answers == [expected] * 8


def test_a_loop_ends(open_plan):
    """A model that never comes to an end is stopped after three times the source's pieces and a few."""
    looping = open_plan(Plan(EN_JA, looks_at=lambda place: place % 3))
    text = first(looping, "I drink coffee.")
    assert text.startswith("私は飲むコーヒーを 私は飲むコーヒーを")
    assert 3 * 3 < len(looping.measure([Pair("I drink coffee.", text)])[0].pieces) <= 40


def test_nothing_may_come(open_plan):
    """A model that writes a blank and ends gives an empty text."""
    silent = open_plan(Plan({**EN_JA, "▁I": "▁", "▁drink": END}))
    assert first(silent, "I drink coffee.") == ""
    assert first(silent, "He drinks coffee.") == "彼は飲むコーヒーを。"


def test_bytes_that_spell_no_character(open_plan):
    """A hypothesis with half a character is left out where there is another."""
    [hypotheses] = texts(open_plan(Plan(EN_JA)), Request("I read 😀."), best=4)
    assert hypotheses[0] == "私は読む 😀。"
    assert not any("\ufffd" in text for text in hypotheses)


def test_several_hypotheses(tiny_model):
    """As many as asked for at most, all different, best first."""
    [hypotheses] = tiny_model.translate([Request(SENTENCES[1])], Decoding(best=6, length_penalty=1.0))
    assert 3 < len(hypotheses) <= 6
    assert len({hypothesis.text for hypothesis in hypotheses}) == len(hypotheses)
    assert [h.score for h in hypotheses] == sorted((h.score for h in hypotheses), reverse=True)


def test_no_repetition(open_plan):
    """`no_repeat` forbids as many pieces in a row to come twice."""
    model = open_plan(Plan(EN_JA, looks_at=lambda place: place % 3))
    assert "飲むコーヒーを" in first(model, "I drink coffee.").replace("飲むコーヒーを", "", 1)
    [text] = texts(model, Request("I drink coffee."), no_repeat=2)[0]
    assert "飲むコーヒーを" not in text.replace("飲むコーヒーを", "", 1)


def test_measuring(tiny_model):
    """What the model would write is likelier than what it would not; every piece has its place in the text."""
    good, bad = tiny_model.measure([Pair(TOKYO, "He lives in Tokyo."), Pair(TOKYO, "A cat ate 😀.")])
    assert [piece.span.of("He lives in Tokyo.") for piece in good.pieces][-2:] == [" Tokyo", "."]
    assert sum(p.log_prob for p in good.pieces) > -1 > -20 > sum(p.log_prob for p in bad.pieces)
    assert good.end > -1


def test_measuring_the_impossible(tiny_model):
    """Where a text is blank or too long, no piece of the target has a chance; the others are measured all the same."""
    measured = tiny_model.measure([Pair("", "He"), Pair("犬" * 300, "He"), Pair(TOKYO, "x" * 900), Pair(TOKYO, "")])
    for one in measured[:3]:
        assert {*(piece.log_prob for piece in one.pieces), one.end} == {-math.inf}
    assert len(measured[2].pieces) > 500
    assert measured[3].pieces == ()
    assert -math.inf < measured[3].end < 0


def test_aligning(en_ja):
    """Each piece of the target looks at the characters of the source that it was made from."""
    source, target = "I drink coffee.", "私は飲むコーヒーを。"
    looks = {look.span.of(target): look.attention for look in en_ja.align([Pair(source, target)])[0]}
    for word, origin in {"私は": "I", "飲む": "drink", "コーヒーを": "coffee", "。": "."}.items():
        start = source.index(origin)
        assert sum(looks[word][start : start + len(origin)]) > 0.8
        assert len(looks[word]) == len(source)


def test_aligning_sums_to_one(tiny_model):
    """All attention falls on characters of the source, also where several pieces spell one character."""
    source = "私はⅣ章の😀を読んだ。"
    [looks] = tiny_model.align([Pair(source, "I read chapter IV 😀.")])
    assert all(sum(look.attention) == pytest.approx(1, abs=0.01) for look in looks)
    assert all(look.span.length > 0 for look in looks)


def test_aligning_the_impossible(tiny_model):
    """Where a text is blank or too long, nothing is looked at."""
    blank, long, empty = tiny_model.align([Pair("", "He"), Pair(TOKYO, "x" * 900), Pair(TOKYO, "")])
    assert [look.attention for look in blank] == [()] * len(blank)
    assert len(blank) > 0
    assert {sum(look.attention) for look in long} == {0}
    assert empty == ()


def test_can_write(open_plan, tiny_model):
    """A text can be written when the model's own vocabulary has each of its pieces, bytes included."""
    assert tiny_model.can_write("Mythos 😀 髙")
    assert tiny_model.can_write("")
    ja_en = open_plan(Plan(EN_JA, missing=frozenset({"▁Tokyo", "<0xF0>"})))
    assert ja_en.can_write("coffee 本")
    assert not ja_en.can_write("Tokyo")
    assert not ja_en.can_write("本😀")


def test_target_prefix_of_a_package(open_plan):
    """The piece that a package wants before every translation leads the model, and is no part of the text."""
    plan = Plan(EN_JA, tokens=("<2ja>",), looks_at=lambda place: max(0, place - 1))
    led = open_plan(replace(plan, metadata={"target_prefix": "<2ja>"}))
    assert first(led, "I drink coffee.") == "私は飲むコーヒーを。"
    assert first(led, "I drink coffee.", "彼は") == "彼は飲むコーヒーを。"
    [measured] = led.measure([Pair("I drink coffee.", "私は飲むコーヒーを。")])
    assert min(piece.log_prob for piece in measured.pieces) > -0.1
    [looks] = led.align([Pair("I drink coffee.", "私は飲むコーヒーを。")])
    assert [max(range(15), key=look.attention.__getitem__) for look in looks] == [0, 1, 7, 14]
    assert first(open_plan(plan), "I drink coffee.") != "私は飲むコーヒーを。"
