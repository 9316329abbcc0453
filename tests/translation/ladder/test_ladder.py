"""The ladder: each rung brings a term in where the one before has failed, and no sooner."""

import pytest

from jaen.translation.engines import Decoding, Pair
from jaen.translation.ladder import Ladder
from jaen.translation.ladder.candidate import Case, make
from jaen.translation.ladder.carriers import Carrier, carried
from jaen.translation.requirements import Kind
from jaen.translation.sentence import Rung

WORDS = {
    "彼": "He", "は": "uses", "犬": "dog", "本": "book", "車": "car", "手紙": "letter", "トム": "Tom", "東京": "Tokyo",
    "ボストン": "Boston", "水": "water", "音楽": "music", "昨日": "yesterday", "政府": "government", "先生": "teacher",
}  # fmt: skip


def rendered(model, *sentences):
    return Ladder(model).render(list(sentences), Decoding())


def rungs(rendering):
    return [placed.rung if placed else None for placed in rendering.placed]


def test_a_term_that_the_model_writes_by_itself_is_left_alone(word_by_word, wanting):
    """Where the plain translation has the term, nothing else is asked of the model."""
    model = word_by_word(WORDS)
    (one,) = rendered(model, wanting("彼は犬。", ("犬", "dog", "noun")))
    assert (one.text, rungs(one)) == ("He uses dog", [Rung.PLAIN])
    assert len(model.asked) == 1


def test_a_sentence_without_terms_is_only_translated(word_by_word, wanting):
    """No requirement, no rung."""
    model = word_by_word(WORDS)
    (one,) = rendered(model, wanting("彼は犬。"))
    assert (one.text, one.placed, len(model.asked)) == ("He uses dog", (), 1)


def test_latin_words_are_written_into_the_source_for_a_model_that_copies_them(word_by_word, wanting):
    """A model that copies Latin gets the English term itself."""
    (one,) = rendered(word_by_word(WORDS, copies=True), wanting("彼はミュトス。", ("ミュトス", "Mythos", "name")))
    assert (one.text, rungs(one)) == ("He uses Mythos", [Rung.INLINE])


def test_a_carrier_stands_in_for_a_name(word_by_word, wanting):
    """A model that does not copy Latin gets a common name, which is exchanged in its translation."""
    model = word_by_word(WORDS)
    (one,) = rendered(model, wanting("彼はミュトス。", ("ミュトス", "Mythos", "name")))
    assert (one.text, rungs(one)) == ("He uses Mythos", [Rung.CARRIER])
    assert not any("Mythos" in text for batch in model.asked for text in batch)


def test_two_terms_get_two_carriers(word_by_word, wanting):
    """Each missing term of a sentence has a carrier of its own, so that they can be told apart."""
    sentence = wanting("ゾラはミュトス。", ("ゾラ", "Zola Prime", "name"), ("ミュトス", "Mythos", "name"))
    (one,) = rendered(word_by_word(WORDS), sentence)
    assert (one.text, rungs(one)) == ("Zola Prime uses Mythos", [Rung.CARRIER, Rung.CARRIER])


def test_a_carrier_is_not_looked_for_in_a_term(word_by_word, wanting):
    """Tokyo, which stands for Mythos, is not found in the Tokyo Exchange that has taken the place of Tom."""
    model = word_by_word({"トム": "Tom", "東京": "Tokyo", "は": "uses"})
    sentence = wanting("ゾラはミュトス。", ("ゾラ", "Tokyo Exchange", "name"), ("ミュトス", "Mythos", "name"))
    case = Case(sentence, make(sentence, "uses", Pair(sentence.text, "uses"), -1.0, {}), is_spaced=True)
    known = [Carrier(Kind.NAME, "トム", "Tom"), Carrier(Kind.NAME, "東京", "Tokyo")]
    ((made,),) = carried(model, [case], known, 1, Decoding())
    assert (made.text, made.missing) == ("Tokyo Exchange uses Mythos", ())


def test_a_carrier_is_no_word_of_a_term_that_the_model_writes(word_by_word, wanting):
    """Where the model writes the Tom River by itself, another name than Tom is carried."""
    words = {"トム": "Tom", "東京": "Tokyo", "は": "uses", "川": "Tom River"}
    sentence = wanting("川はミュトス。", ("川", "Tom River", "name"), ("ミュトス", "Mythos", "name"))
    (one,) = rendered(word_by_word(words, steered=False), sentence)
    assert (one.text, rungs(one)) == ("Tom River uses Mythos", [Rung.PLAIN, Rung.CARRIER])


def test_what_the_model_can_do_itself_is_not_carried(word_by_word, wanting):
    """Only what is missing is exchanged; the other term stays the model's own."""
    sentence = wanting("犬はミュトス。", ("犬", "dog", "noun"), ("ミュトス", "Mythos", "name"))
    (one,) = rendered(word_by_word(WORDS), sentence)
    assert (one.text, rungs(one)) == ("dog uses Mythos", [Rung.PLAIN, Rung.CARRIER])


def test_a_carrier_that_stands_in_the_source_already_is_not_used(word_by_word, wanting):
    """トム in the sentence is the text's own; its Tom must not be exchanged."""
    (one,) = rendered(word_by_word(WORDS), wanting("トムはミュトス。", ("ミュトス", "Mythos", "name")))
    assert one.text == "Tom uses Mythos"


def test_without_carriers_the_model_is_led(word_by_word, wanting):
    """A model through which no carrier comes is led to the term, at the words that it wrote for it."""
    words = {"彼": "He", "は": "uses", "昨日": "yesterday"}
    (one,) = rendered(
        word_by_word(words, unknown="thing"), wanting("彼はミュトス昨日。", ("ミュトス", "Mythos", "name"))
    )
    assert one.text == "He uses Mythos yesterday"
    assert rungs(one)[0] in (Rung.FORCED, Rung.SPLICE)


@pytest.mark.parametrize(("count", "is_led"), [(4, True), (5, False)])
def test_a_model_is_led_to_four_terms_and_no_more(word_by_word, wanting, count, is_led):
    """More than it could ever be led to are written over their words at once."""
    prefixes = []

    class Watched(word_by_word):
        def translate(self, requests, decoding):
            prefixes.extend(request.prefix for request in requests if request.prefix)
            return super().translate(requests, decoding)

    terms = [(kana, f"Name{number}", "name") for number, kana in enumerate("アイウエオ"[:count])]
    sentence = wanting("は".join(kana for kana, _, _ in terms) + "。", *terms)
    (one,) = rendered(Watched({"は": "uses"}, unknown="thing"), sentence)
    assert (bool(prefixes), None in one.placed) == (is_led, False)


def test_several_terms_are_written_over_words_of_their_own(word_by_word, wanting):
    """Two missing terms never take the place of the same words."""
    words = {"は": "uses"}
    sentence = wanting("ゾラはミュトス。", ("ゾラ", "Zola", "name"), ("ミュトス", "Mythos", "name"))
    (one,) = rendered(word_by_word(words, unknown="thing"), sentence)
    assert one.text == "Zola uses Mythos"


def test_what_has_no_words_stands_in_brackets_at_the_end(word_by_word, wanting):
    """A term for which the model wrote nothing at all is appended, never lost."""
    (one,) = rendered(
        word_by_word({"彼": "He", "は": "uses"}), wanting("彼はミュトス。", ("ミュトス", "Mythos", "name"))
    )
    assert (one.text, rungs(one)) == ("He uses (Mythos)", [Rung.APPEND])


def test_a_model_that_cannot_be_led_is_still_held_to_the_terms(word_by_word, wanting):
    """A server copies Latin or takes a carrier; else the term is appended."""
    sentence = wanting("彼はミュトス。", ("ミュトス", "Mythos", "name"))
    (copied,) = rendered(word_by_word(WORDS, copies=True, steered=False), sentence)
    (carried,) = rendered(word_by_word(WORDS, steered=False), sentence)
    (last,) = rendered(word_by_word({"彼": "He"}, steered=False), sentence)
    assert (rungs(copied), rungs(carried), rungs(last)) == ([Rung.INLINE], [Rung.CARRIER], [Rung.APPEND])
    assert last.text == "He (Mythos)"


@pytest.mark.parametrize("said", [" ", ".", "—"])
def test_marks_are_no_words(word_by_word, wanting, said):
    """A blank or a full stop alone is as good as nothing: no terms are put behind it."""
    (one,) = rendered(word_by_word({"彼": said}), wanting("彼はミュトス。", ("ミュトス", "Mythos", "name")))
    assert (one.text, one.placed) == ("", (None,))


def test_no_words_are_no_translation(word_by_word, wanting):
    """Where the engine gives nothing, the text is empty and nothing counts as met: terms alone are no translation."""
    (one,) = rendered(word_by_word({}), wanting("彼はミュトス。", ("ミュトス", "Mythos", "name")))
    assert (one.text, one.placed) == ("", (None,))


def test_sentences_keep_their_order(word_by_word, wanting):
    """Each rung takes some of the sentences; the results stand where the sentences stood."""
    sentences = [
        wanting("彼は犬。", ("犬", "dog", "noun")),
        wanting("彼はミュトス。", ("ミュトス", "Mythos", "name")),
        wanting("彼は本。"),
        wanting("ゾラは水。", ("ゾラ", "Zola", "name")),
    ]
    texts = [one.text for one in rendered(word_by_word(WORDS), *sentences)]
    assert texts == ["He uses dog", "He uses Mythos", "He uses book", "Zola uses water"]


def test_each_rung_is_one_batch(word_by_word, wanting):
    """However many sentences wait, a rung asks the model once."""
    model = word_by_word(WORDS)
    ladder = Ladder(model)
    assert ladder.calibration
    model.asked.clear()
    ladder.render([wanting("彼はミュトス。", ("ミュトス", "Mythos", "name"))] * 20, Decoding())
    assert len(model.asked) == 2


@pytest.mark.parametrize("steered", [True, False])
def test_nothing_to_render(word_by_word, steered):
    """No sentences, no renderings."""
    assert rendered(word_by_word(WORDS, steered=steered)) == []


def test_a_server_is_asked_for_everything_at_once(word_by_word, wanting):
    """A request costs: sentences with terms and without go together, though a local model gets them apart."""
    sentences = [wanting("彼は犬。", ("犬", "dog", "noun")), wanting("彼は本。")]
    server, local = word_by_word(WORDS, steered=False), word_by_word(WORDS)
    assert [one.text for one in rendered(server, *sentences)] == [one.text for one in rendered(local, *sentences)]
    assert (len(server.asked), len(local.asked)) == (1, 2)
