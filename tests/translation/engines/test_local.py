"""A model on this machine."""

from jaen.translation.engines import Decoding, Request, SteeredModel


def test_it_translates(tiny_model):
    """A sentence in Japanese gives a sentence in English."""
    assert isinstance(tiny_model, SteeredModel)
    assert tiny_model.translate([Request("彼は東京に住んでいます。")], Decoding())[0][0].text == "He lives in Tokyo."
