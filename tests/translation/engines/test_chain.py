"""Two models one after the other."""

from dataclasses import dataclass, field

import pytest

from jaen.translation.engines import Decoding, Hypothesis, Request, SteeredModel
from jaen.translation.engines.chain import Chain


@dataclass
class Table:
    """A model that knows some texts and keeps what it was asked."""

    known: dict
    source: str = "zh"
    target: str = "en"
    engine: str = "argos"
    identity: str = "table"
    asked: list = field(default_factory=list)

    def fits(self, text):
        """Four characters."""
        return len(text) < 5

    def translate(self, requests, decoding):
        """What the table has."""
        self.asked.append((list(requests), decoding))
        return [
            tuple(Hypothesis(text, score) for text, score in self.known.get(request.text, ()))[: decoding.best]
            for request in requests
        ]


@pytest.fixture
def chain():
    first = Table({"狗": [("dog", -0.1), ("hound", -0.9), ("cur", -1.0)], "貓": [("cat", -0.2)], "空": [("", -0.1)]})
    second = Table(
        {"dog": [("犬", -0.1), ("いぬ", -0.5)], "hound": [("猟犬", -0.1), ("犬", -0.2)], "cat": [("猫", -0.3)]},
        "en",
        "ja",
        identity="other",
    )
    return Chain(first, second)


def test_each_text_gets_its_own(chain):
    """What the first model writes goes into the second; texts that give nothing on the way give nothing."""
    requests = [Request(text) for text in ("貓", "魚", "空", "狗")]
    assert [[h.text for h in of] for of in chain.translate(requests, Decoding())] == [["猫"], [], [], ["犬"]]
    assert chain.translate([], Decoding()) == []


def test_hypotheses_of_both(chain):
    """Two ways are followed where several hypotheses are wanted; the likeliest stand first, each text once."""
    [hypotheses] = chain.translate([Request("狗")], Decoding(best=3))
    assert hypotheses == (Hypothesis("犬", -0.1), Hypothesis("いぬ", -0.3), Hypothesis("猟犬", -0.5))


def test_what_is_asked(chain):
    """The first model is asked for one or two hypotheses with the same settings; terms of the target mean nothing to it."""
    chain.translate([Request("狗", terms=(("狗", "犬"),))], Decoding(beam=6, best=5, length_penalty=1.0, no_repeat=3))
    [(requests, decoding)] = chain._first.asked
    assert requests == [Request("狗")]
    assert decoding == Decoding(beam=6, best=2, length_penalty=1.0, no_repeat=3)


def test_what_it_is(chain):
    """A plain model, named by both."""
    assert (chain.source, chain.target, chain.identity) == ("zh", "ja", "table > other")
    assert chain.fits("四字熟語")
    assert not chain.fits("五文字以上")
    assert not isinstance(chain, SteeredModel)
