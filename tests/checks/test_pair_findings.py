"""What rules find, told of two documents and of a machine translation."""

import pytest

from jaen.checks.pairs import pair_findings, translation_findings
from jaen.checks.passages import passage_of
from jaen.model import Finding, Pair, Severity, Span, Translation
from jaen.model.finding import in_text_order
from jaen.terms import Matcher

SOURCE = "見出し\n国会は改正案を可決した。"
TARGET = "Headline\nThe 国会 passed the bill."


def passages(source=SOURCE, target=TARGET):
    """Both texts, without their first line where they have two."""
    found = (passage_of(source, "ja", Matcher(())), passage_of(target, "en", Matcher(())))
    return Pair(*(type(one).of(one.article, one.language, one.segments[-1:], one.mentions) for one in found))


def made(text, state="translated"):
    """A machine translation of the last sentence of the source."""
    (segment,) = passages().source.segments
    return Translation(segment_id=segment.id, language="en", text=text, engine="e", model="m", state=state)


def test_findings_of_documents_are_about_the_target():
    """The place is in the target; the sentence of the source is the related one."""
    pair = passages()
    (finding,) = pair_findings(pair)
    assert (finding.code, finding.severity) == ("translation-leftover", Severity.ERROR)
    assert finding.span.of(TARGET) == "国会"
    assert finding.segment_id == pair.target.segments[0].id
    (related,) = finding.related
    assert (related.role, related.text) == ("source", "国会は改正案を可決した。")
    assert related.article_id == pair.source.article.id
    assert related.span.of(SOURCE) == related.text


def test_findings_of_a_machine_translation_are_about_the_source():
    """Its text is no article: the message shows its words, the place is the sentence that was translated."""
    pair = passages(target="The 国会 passed the bill.")
    (finding,) = translation_findings(pair, made("The 国会 passed the bill."))
    assert (finding.span.of(SOURCE), finding.related) == ("国会は改正案を可決した。", ())
    assert finding.segment_id == pair.source.segments[0].id
    assert finding.message == "国会 is not translated"


@pytest.mark.parametrize(("state", "severity"), [("translated", Severity.ERROR), ("reviewed", Severity.WARNING)])
def test_what_a_person_wrote_is_a_question(state, severity):
    """An engine is wrong; a person may have had a reason."""
    pair = passages(target="The 国会 passed the bill.")
    (finding,) = translation_findings(pair, made("The 国会 passed the bill.", state))
    assert finding.severity is severity


def test_the_words_of_a_translation_are_shown_shortened():
    """Where the check's message does not have them; what is cut is marked as cut."""
    text = "The Diet passed the bill on Friday after a long debate that went on and on."
    pair = passages("国会は改正案を可決しなかった。", text)
    (finding,) = translation_findings(pair, made(text))
    assert finding.message == ("the denial “可決しなかった” is lost: The Diet passed the bill on Friday after…")


def test_sides_without_sentences():
    """An added sentence has no findings of pairs; a lost one has one, without a place."""
    empty = passages(target="").target
    assert pair_findings(Pair(empty, passages().target)) == ()
    (finding,) = pair_findings(Pair(passages().source, empty))
    assert (finding.code, finding.span, finding.segment_id) == ("translation-empty", None, None)


def test_findings_are_the_same_every_time():
    """Nothing depends on what was checked before."""
    assert pair_findings(passages()) == pair_findings(passages())


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Span(0, 2), "待て。"),
        (Span(2, 3), "待て。"),
        (Span(3, 4), "急げ。"),
        (Span(0, 0), "待て。"),
        (Span(3, 3), "待て。"),
        (Span(6, 6), "急げ。"),
    ],
)
def test_a_place_is_in_the_sentence_that_it_begins_in_or_stands_behind(place, words):
    """An empty place, where a sentence is missing, belongs to the sentence before it; before all, to the first one."""
    assert passage_of("待て。急げ。", "ja", Matcher(())).segment_at(place).text == words


def test_a_place_behind_all_sentences_is_in_none():
    """Nothing is claimed of a place that no sentence reaches, nor of a passage without sentences."""
    passage = passage_of("待て。", "ja", Matcher(()))
    assert passage.segment_at(Span(9, 10)) is None
    assert passage.related("source", Span(9, 10)) == passage.related("source", None) == ()
    assert passage_of("", "ja", Matcher(())).segment_at(Span(0, 0)) is None


def test_findings_are_told_in_the_order_of_the_text():
    """What is about the whole article comes first, then what begins first; of one place the codes decide."""
    found = [("b", Span(5, 6)), ("b", Span(2, 9)), ("a", Span(2, 3)), ("z", None)]
    ordered = in_text_order(Finding(code=code, severity=Severity.INFO, message="", span=span) for code, span in found)
    assert [(one.code, one.span) for one in ordered] == [found[3], found[2], found[1], found[0]]
