"""Of several translations that hold every term, the one the model finds best."""

from jaen.model import Span
from jaen.translation.engines import Measured, Pair, Weight
from jaen.translation.ladder.candidate import make
from jaen.translation.ladder.ranking import chosen
from jaen.translation.sentence import Rung


def candidates(sentence, *texts, rung=Rung.CARRIER):
    return [make(sentence, text, Pair(sentence.text, text), fluency, {0: rung}) for text, fluency in texts]


def best(model, sentence, pool):
    (candidate,) = chosen(model, [sentence], [pool])
    return candidate.text


def test_what_the_model_found_likelier_wins(word_by_word, wanting):
    """Fluency decides between two of one length."""
    sentence = wanting("彼はミュトス。", ("ミュトス", "Mythos", "name"))
    pool = candidates(sentence, ("He us Mythos.", -1.5), ("He is Mythos.", -0.5))
    assert best(word_by_word({}), sentence, pool) == "He is Mythos."


def test_what_misses_least_wins_however_fluent_the_other(word_by_word, wanting):
    """A term that is there counts for more than any fluency."""
    sentence = wanting("彼はミュトス。", ("ミュトス", "Mythos", "name"))
    pool = candidates(sentence, ("He is it.", -0.1), ("He be Mythos.", -3.0))
    assert best(word_by_word({}), sentence, pool) == "He be Mythos."


def test_a_term_once_too_often_counts_against(word_by_word, wanting):
    """Mythos of Mythos has one too many; without the surplus the other would have won."""
    sentence = wanting("彼はミュトス。", ("ミュトス", "Mythos", "name"))
    pool = candidates(sentence, ("He is Mythos of Mythos.", -0.6), ("He is the best Mythos.", -0.7))
    assert best(word_by_word({}), sentence, pool) == "He is the best Mythos."


def test_a_term_asked_for_twice_is_counted_once(word_by_word, wanting):
    """One Mythos too many costs as much where two are asked for as where one is."""
    sentence = wanting("ミュトスはミュトスだ。", ("ミュトス", "Mythos", "name"), ("ミュトス", "Mythos", "name"))
    pool = candidates(sentence, ("Mythos is a Mythos, too.", -1.0), ("Mythos, a Mythos of Mythos.", -0.3))
    assert best(word_by_word({}), sentence, pool) == "Mythos, a Mythos of Mythos."


def test_words_that_repeat_count_against(word_by_word, wanting):
    """A word twice in a row, or a pair, is a loop beginning."""
    sentence = wanting("彼はミュトス。", ("ミュトス", "Mythos", "name"))
    pool = candidates(sentence, ("He is is Mythos.", -0.5), ("He was a Mythos.", -1.0))
    assert best(word_by_word({}), sentence, pool) == "He was a Mythos."


def test_what_leaves_out_much_counts_against(word_by_word, wanting):
    """Of two that are nearly as fluent, the longer one says more of the source."""
    sentence = wanting("彼は昨日ミュトスを使った。", ("ミュトス", "Mythos", "name"))
    pool = candidates(sentence, ("He Mythos.", -0.5), ("He used Mythos yesterday.", -0.6))
    assert best(word_by_word({}), sentence, pool) == "He used Mythos yesterday."


def test_what_was_forced_is_measured_outside_the_term(word_by_word, wanting):
    """A term that the model could never have written must not decide about the words around it."""
    sentence = wanting("彼はミュトス。", ("ミュトス", "Mythos", "name"))
    pool = candidates(sentence, ("He is Mythos.", 0.0), ("Is Mythos he.", 0.0), rung=Rung.SPLICE)
    model = word_by_word({})
    values = {"He is Mythos.": (-0.1, -0.1, -9.0), "Is Mythos he.": (-3.0, -0.1, -3.0)}

    def measure(pairs):
        measured = []
        for pair in pairs:
            starts = [0, *(at + 1 for at, char in enumerate(pair.target) if char == " ")]
            spans = zip(starts, [*starts[1:], len(pair.target)], strict=True)
            weights = zip(spans, values[pair.target], strict=True)
            measured.append(Measured(tuple(Weight(Span(*span), value) for span, value in weights), -0.1))
        return measured

    model.measure = measure
    assert best(model, sentence, pool) == "He is Mythos."


def test_a_text_that_came_twice_is_one(word_by_word, wanting):
    """The first way to a text is the one that is reported."""
    sentence = wanting("彼はミュトス。", ("ミュトス", "Mythos", "name"))
    pool = [
        *candidates(sentence, ("He is Mythos.", -0.5), rung=Rung.CARRIER),
        *candidates(sentence, ("He is Mythos.", -0.5), rung=Rung.SPLICE),
    ]
    (candidate,) = chosen(word_by_word({}), [sentence], [pool])
    assert candidate.placed[0].rung is Rung.CARRIER


def test_a_japanese_word_that_doubles_itself_is_no_loop(word_by_word, wanting):
    """いい has one character twice; where words have no blanks between them, that counts for nothing."""
    sentence = wanting("He is the best Mythos.", ("Mythos", "ミュトス", "name"))
    pool = candidates(sentence, ("彼が一番いいミュトスです。", -0.5), ("彼が一番良きミュトスです。", -0.9))
    model = word_by_word({})
    model.source, model.target = "en", "ja"
    assert best(model, sentence, pool) == "彼が一番いいミュトスです。"
