"""What engines of other packages give is looked at before it goes on."""

import math
from types import SimpleNamespace

import pytest

from jaen.errors import ConfigError, EngineError, EngineUnavailable
from jaen.translation.engines import Decoding, Hypothesis, Look, Measured, Pair, Request, SteeredModel
from jaen.translation.engines.foreign import ForeignEngine
from jaen.translation.engines.servers import GROWTH

TEXTS = ("犬です。", "猫です。")


class Loud(str):
    """A text that says something else when it is asked."""

    def __str__(self):
        return "LOUD"


class Theirs:
    """A model that gives what it is told to."""

    engine, identity, source, target = "theirs", "theirs 1", "ja", "en"

    def __init__(self, answers=None):
        self.answers = answers

    def fits(self, text):
        return 1

    def translate(self, requests, decoding):
        if isinstance(self.answers, BaseException):
            raise self.answers
        return self.answers


class Led(Theirs):
    """The same of one that can be led."""

    can_write = Theirs.fits

    def measure(self, pairs):
        return self.answers

    align = measure


def engine(model=None, languages=None):
    made = SimpleNamespace(open=lambda source, target: model, languages=lambda: languages)
    return ForeignEngine("theirs", "their.package:Engine", lambda: made)


def translated(answers, texts=TEXTS):
    return engine(Theirs(answers)).open("ja", "en").translate([Request(text) for text in texts], Decoding())


def good(text):
    return (Hypothesis(text, -1.0),)


def test_a_good_one():
    """What keeps the contract goes on as it is."""
    model = engine(Theirs([good("A dog."), good("A cat.")])).open("ja", "en")
    assert (model.engine, model.identity, model.source, model.target) == ("theirs", "theirs 1", "ja", "en")
    assert model.fits("犬") is True
    assert not isinstance(model, SteeredModel)
    assert translated([good("A dog."), good("A cat.")]) == [good("A dog."), good("A cat.")]
    assert translated((list(good("A dog.")), ())) == [good("A dog."), ()]


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ([good("A dog.")], "gives 1 answers to 2 texts; each text needs one"),
        ([good("A")] * 3, "gives 3 answers to 2 texts"),
        (None, "gives None where a list of answers belongs"),
        ("ab", "gives 'ab' where a list"),
        ([None, good("A cat.")], "answers a text with None; each answer is a list of hypotheses"),
        (["A dog.", "A cat."], "answers a text with 'A dog.'"),
        ([["A dog."], ["A cat."]], "gives 'A dog.' where a Hypothesis with a text and a score belongs"),
        ([good(None), good("A cat.")], r"gives Hypothesis\(text=None, score=-1.0\) where"),
        ([(Hypothesis("A dog.", "good"),), ()], r"gives Hypothesis\(text='A dog.', score='good'\) where"),
        (OSError("license server gone"), "OSError: license server gone"),
        (KeyError("x" * 1000), "KeyError: 'xxx.*…"),
    ],
)
def test_what_breaks_the_contract(answers, message):
    """One message says which engine, for which languages, and what; nothing of the answer is used."""
    expected = f"^the engine theirs: its model for ja to en failed: (it )?{message}.*; ask whoever made it$"
    with pytest.raises(EngineError, match=expected) as caught:
        translated(answers)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    "text",
    ["", " \n", "A\x00dog.", "A \x1b[2Jdog.", "A \ud83d dog.", "A dog. " * GROWTH[0]],
    ids=["empty", "blank", "NUL", "escape", "half a character", "without end"],
)
def test_what_is_no_translation(text):
    """A text that can be none does not count; the others do."""
    assert translated([(*good(text), *good("A dog.")), good(text)]) == [good("A dog."), ()]


def test_texts_are_plain():
    """A text of another class than str, and one of two lines, is a plain text of one line from here on."""
    [[dog], [cat]] = translated([good(Loud("A dog.")), good("A\ncat.")])
    assert (type(dog.text), dog.text, cat.text) == (str, "A dog.", "A cat.")


def test_the_prefix_asked_for():
    """A translation that does not begin as was asked for is none."""
    model = engine(Led([good("A dog."), good("Some cat.")])).open("ja", "en")
    assert isinstance(model, SteeredModel)
    assert model.translate([Request(t, "Some") for t in TEXTS], Decoding()) == [(), good("Some cat.")]


def test_a_model_that_can_be_led():
    """What it measures, and where it looks, is of the right number and kind."""
    pairs = [Pair("犬", "dog")]
    measured, look = Measured((), -math.inf), Look(None, (1.0,))
    assert engine(Led([measured])).open("ja", "en").measure(pairs) == [measured]
    assert engine(Led([[look]])).open("ja", "en").align(pairs) == [(look,)]
    with pytest.raises(EngineError, match="gives 0 answers to 1 texts"):
        engine(Led([])).open("ja", "en").measure(pairs)
    with pytest.raises(EngineError, match="gives 3 where a Measured belongs"):
        engine(Led([3])).open("ja", "en").measure(pairs)
    with pytest.raises(EngineError, match="where a Look at 1 characters belongs"):
        engine(Led([[Look(None, (1.0, 0.0))]])).open("ja", "en").align(pairs)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"identity": None}, "its identity is no text"),
        ({"identity": ""}, "its identity is no text"),
        ({"source": "en", "target": "ja"}, "it is one for en to ja"),
        ({"translate": None}, r"it has no translate\(\)"),
        ({"fits": 3}, r"it has no fits\(\)"),
    ],
)
def test_what_is_no_model(change, message):
    """A memory must know it by its identity, and it must be the one asked for."""
    model = Theirs()
    for name, value in change.items():
        setattr(model, name, value)
    with pytest.raises(EngineError, match=f"theirs: its model for ja to en can't be opened: {message}"):
        engine(model).open("ja", "en")


@pytest.mark.parametrize("languages", [3, ["ja"], [("ja", "en", "de")], [(1, 2)]])
def test_what_are_no_languages(languages):
    """Pairs of texts, or None."""
    with pytest.raises(EngineUnavailable, match=r"theirs \(their.package:Engine\) can't be used: .*; ask whoever"):
        engine(languages=languages).languages()
    assert engine().languages() is None
    assert engine(languages=[["ja", "en"]]).languages() == {("ja", "en")}


def test_errors_of_ours_pass():
    """An engine that raises jaen's own errors has said it well itself."""

    def make():
        raise ConfigError("theirs needs a license key; give it with --model")

    with pytest.raises(ConfigError, match=r"^theirs needs a license key"):
        ForeignEngine("theirs", "x:y", make)
