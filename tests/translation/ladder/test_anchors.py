"""The words that a model wrote for a term, by where it looked."""

from jaen.model import Span
from jaen.translation.engines import Look, Pair
from jaen.translation.ladder.anchors import anchors
from jaen.translation.ladder.candidate import Case, make


def looks(text, source, weights):
    """One look for each word of *text*, at the last two characters of *source* with its weight."""
    found, at = [], 0
    for word, weight in zip(text.split(), weights, strict=True):
        start = text.index(word, at)
        at = start + len(word)
        attention = (0.0,) * (len(source) - 2) + (weight / 2, weight / 2)
        found.append(Look(Span(max(0, start - 1), at), attention))
    return found


def anchored(wanting, text, weights, is_spaced=True):
    sentence = wanting("彼は封筒", ("封筒", "envelope", "noun"))
    case = Case(sentence, make(sentence, text, Pair(sentence.text, text), 0.0, {}), is_spaced)
    return [(a.span.of(text), a.is_plural) for a in anchors(case, 0, looks(text, sentence.text, weights))]


def test_the_word_that_looks_most_comes_first(wanting):
    """He has dogs: dogs was written while the model looked at the term."""
    assert anchored(wanting, "He sees dogs.", (0.0, 0.2, 0.9))[0] == ("dogs", True)


def test_little_words_never_stand_for_a_term(wanting):
    """The article is looked at as much, and is not it."""
    assert anchored(wanting, "He sees the dog.", (0.0, 0.1, 0.9, 0.6))[0] == ("dog", False)


def test_a_neighbor_that_looks_as_much_belongs_to_it(wanting):
    """Two words of one name are taken together; a word that looks elsewhere is not."""
    assert anchored(wanting, "He sees ice cream.", (0.0, 0.1, 0.7, 0.9))[0][0] == "ice cream"
    assert anchored(wanting, "He sees warm cream.", (0.0, 0.1, 0.2, 0.9))[0][0] == "cream"


def test_a_possessive_ending_is_not_part_of_it(wanting):
    """Dog's is dog, and its ending stays."""
    assert anchored(wanting, "He sees dog's tail.", (0.0, 0.1, 0.9, 0.1))[0][0] == "dog"


def test_nothing_looked_at_is_no_anchor(wanting):
    """A translation whose words all look elsewhere has no place for the term."""
    assert anchored(wanting, "He sees dogs.", (0.0, 0.0, 0.0)) == []


def test_words_of_another_term_are_left_out(wanting):
    """Where a term already stands, no second one is put."""
    sentence = wanting("封筒は犬", ("封筒", "envelope", "noun"), ("犬", "dog", "noun"))
    text = "envelope sees it"
    case = Case(sentence, make(sentence, text, Pair(sentence.text, text), 0.0, {}), is_spaced=True)
    attention = (0.0, 0.0, 0.0, 0.5)
    spans = (Span(0, 8), Span(8, 13), Span(13, 16))
    found = anchors(case, 1, [Look(span, attention) for span in spans])
    assert [anchor.span.of(text) for anchor in found] == ["sees"]


def test_without_blanks_a_word_is_what_the_model_calls_one(wanting):
    """In Japanese the model's own pieces are the words."""
    sentence = wanting("the dog", ("dog", "量子封筒", "noun"))
    text = "その犬だ"
    case = Case(sentence, make(sentence, text, Pair(sentence.text, text), 0.0, {}), is_spaced=False)
    spans, weights = (Span(0, 2), Span(2, 3), Span(3, 4)), (0.0, 0.3, 0.0)
    found = anchors(case, 0, [Look(s, (0.0,) * 4 + (w,) * 3) for s, w in zip(spans, weights, strict=True)])
    assert [anchor.span.of(text) for anchor in found] == ["犬"]
