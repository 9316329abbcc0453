"""A segment is rendered again where something is wrong with it, and marked where nothing helps."""

import pytest

import jaen
from jaen.translation.engines import Hypothesis
from jaen.translation.ladder import Ladder
from jaen.translation.rendering import Task, render_all


class Scripted:
    """Answers each text with the next of the answers it has for it; the last one again and again."""

    engine, identity, source, target = "scripted", "scripted", "ja", "en"

    def __init__(self, answers):
        self.answers = {text: list(of_text) for text, of_text in answers.items()}
        self.asked = []

    def fits(self, text):
        return True

    def translate(self, requests, decoding):
        self.asked += [(request.text, decoding.no_repeat) for request in requests]
        found = []
        for request in requests:
            left = self.answers.get(request.text, [""])
            found.append((Hypothesis(left.pop(0) if len(left) > 1 else left[0], -1.0),))
        return found


class Steered(Scripted):
    """The same, but it can be asked to search in another way."""

    def can_write(self, text):
        return True

    def measure(self, pairs):
        raise AssertionError("nothing has to be measured here")

    align = measure


def rendered(model, text):
    (segment,) = jaen.split(text)
    (one,) = render_all(Ladder(model), [Task(segment, ())], "en")
    return one


def codes(one):
    return [fault.code for fault in one.faults]


def test_a_good_translation_is_asked_for_once():
    """Where nothing is wrong, nothing is tried again."""
    model = Steered({"彼は犬を見た。": ["He saw a dog."]})
    one = rendered(model, "彼は犬を見た。")
    assert (one.result.text, codes(one), len(model.asked)) == ("He saw a dog.", [], 1)


def test_a_looping_translation_is_asked_for_in_another_way():
    """The second try forbids what went wrong in the first, and its answer is taken."""
    loop = "He saw the dog of the dog of the dog of the dog of the dog of the dog."
    model = Steered({"彼は犬を見た。": [loop, "He saw a dog."]})
    one = rendered(model, "彼は犬を見た。")
    assert (one.result.text, codes(one)) == ("He saw a dog.", [])
    assert [no_repeat for _, no_repeat in model.asked] == [0, 3]


def test_a_long_sentence_is_tried_in_clauses():
    """What fails as a whole is cut, and put together again."""
    first, second = "彼は朝早く公園で大きな犬を見た。", "彼女は夜遅く庭で小さな猫を見た。"
    text = f"{first[:-1]}が、{second}"
    model = Scripted({text: [""], first: ["He saw a dog."], second: ["She saw a cat."]})
    one = rendered(model, text)
    assert codes(one) == []
    assert "saw a dog" in one.result.text
    assert "saw a cat" in one.result.text


def test_where_nothing_helps_the_fault_stays():
    """The fault is reported and the draft kept; the first draft, when the others are no better."""
    one = rendered(Scripted({"彼は150社を見た。": ["He saw 15 companies."]}), "彼は150社を見た。")
    assert one.result.text == "He saw 15 companies."
    assert codes(one) == ["lost-number"]


def test_a_lost_number_is_required_the_second_time(word_by_word):
    """A model that has lost a number is led to it; that it was, is known afterwards."""
    model = word_by_word({"彼": "He", "は": "saw", "社": "companies"}, unknown="some")
    one = rendered(model, "彼は150社。")
    assert codes(one) == []
    assert "150 companies" in one.result.text
    assert [placed.rung.value for placed in one.result.placed] in (["forced"], ["splice"])


def test_a_server_is_not_asked_the_same_again():
    """A second request that is the first again would get the same answer, and may cost money."""
    model = Scripted({"彼は犬を見た。": [""]})
    one = rendered(model, "彼は犬を見た。")
    assert codes(one) == ["empty"]
    assert [text for text, _ in model.asked] == ["彼は犬を見た。"]


@pytest.mark.parametrize("text", ["https://example.com/", "※", "🙂🙂"])
def test_what_is_no_language_goes_round_the_model(text):
    """An address or a mark is its own translation; no model is asked about it."""
    model = Scripted({})
    (segment, *_) = jaen.split(text)
    (one,) = render_all(Ladder(model), [Task(segment, ())], "en")
    assert (one.result.text, model.asked) == (text, [])
