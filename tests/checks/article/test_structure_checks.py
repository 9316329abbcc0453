"""Checks of brackets and quotation marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.checks import check
from jaen.checks.article.structure import nested_quotations, unclosed_brackets, unopened_brackets


@pytest.fixture
def unclosed(subject_of):
    """The marks of a text that are never closed."""
    return lambda text: [found.span.of(text) for found in unclosed_brackets(subject_of(text))]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("会見で「対応が必要だと述べた。", ["「"]),
        ("会見で「対応が必要だ」と述べた。", []),
        ("金融庁(東京は発表した。", ["("]),
        ("He said “we must act and left the room.", ["“"]),
        ("He said “we must act,” and left the room.", []),
        ("The crew's boats and the boats' crews left in the '90s.", []),
        ("He was late :( and sad ;-( about it.", []),
    ],
)
def test_a_mark_without_its_partner(unclosed, text, marks):
    """A bracket or quotation mark that nothing closes is found, one that is closed is not."""
    assert unclosed(text) == marks


def test_a_quotation_over_paragraphs_is_right(unclosed):
    """English opens a long quotation anew in each paragraph and closes it in the last."""
    text = "“We saw the first signs in May, she said.\n\n“Nobody believed us until the summer was over.”\n"
    assert unclosed(text) == []


def test_a_quotation_over_sentences_is_right(unclosed):
    """A quotation of many sentences is one paragraph's matter, not each sentence's."""
    sentence = "政府は民間企業と協力して新しい脅威に備える必要があるという考えを改めて示した。"
    assert unclosed(f"「{sentence * 12}」と述べた。") == []


def test_a_page_without_content_has_no_findings(unclosed):
    """Where nothing is content, nothing is unclosed."""
    assert unclosed("© KYODO") == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("会見で対応が必要だ」と述べた。", ["」"]),
        ("金融庁東京）は発表した。", ["）"]),
        ("He said we must act,” and left the room.", ["”"]),
        ('He said we must act," and left the room.', ['"']),
        ("The agency (in Tokyo) said so), and left.", [")"]),
        ("They proved that W is X), and went home.", [")"]),
        ("Call 713) 555-0100 for help.", [")"]),
        ("楽しかった笑)、また行く。", []),
        ("会見で「対応が必要だ」と述べた。", []),
        ("1) first, 2) second, a) third", []),
        ("１）目的　２）内容", []),
        ("It was fun :) and ;-) and 8)", []),
        ('A screen of 27” and a pipe of 6" are there.', []),
        ("彼は”はい”と答えた。", []),
        ("The boats' crews and the '90s.", []),
        ("»Ja«, sagte er.", []),
    ],
)
def test_a_closing_mark_without_its_opening(story_of, text, marks):
    """Closed and never opened; marks of lists, smileys, inches and apostrophes are no closing marks."""
    assert [found.span.of(text) for found in unopened_brackets(story_of(text))] == marks


def test_a_mark_closed_by_another_kind(story_of):
    """「 that 』 closes is one finding, at the wrong mark, with the right one."""
    text = "会見で「対応が必要だ』と述べた。"
    (found,) = check(story_of(text))
    assert (found.code, found.span.of(text), found.suggestion) == ("bracket-unclosed", "』", "」")
    assert found.message == "「 is closed by 』; write 」"


def test_speech_over_paragraphs(subject_of):
    """What one paragraph opens, a later one may close; far away it is no pair any more."""
    speech = (
        "市長は会見で「対策は急ぐ必要がある。\n\n費用は市が負担し、来年までに終える。\n\n市民の声も聞く」と述べた。\n"
    )
    assert not list(unclosed_brackets(subject_of(speech)))
    assert not list(unopened_brackets(subject_of(speech)))
    far = speech.replace(
        "来年までに終える。\n", "来年までに終える。\n" + "\n工事は港の東側から順に進める予定だ。\n" * 8
    )
    assert [found.message for found in unclosed_brackets(subject_of(far))] == ["「 is never closed"]
    assert [found.message for found in unopened_brackets(subject_of(far))] == ["」 was never opened"]


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("市長は「市民は「遅い」と言う」と述べた。", ["『遅い』"]),
        ("He said “they call it “slow” there.”", ["‘slow’"]),
        ("市長は「市民は『遅い』と言う」と述べた。", []),
        ("市長は「遅い」、市民は「速い」と述べた。", []),
        ("市長は「市民（港の（東））」と述べた。", []),
    ],
)
def test_the_same_marks_inside_each_other(story_of, text, better):
    """A quotation inside a quotation has other marks, which are suggested; brackets may nest."""
    assert [found.suggestion for found in nested_quotations(story_of(text))] == better


@given(st.text(alphabet="「」『』()（）“”‘’\"'[]あa.。 \n", max_size=60))
@settings(max_examples=150)
def test_no_mark_is_found_twice(subject_of, text):
    """Whatever the marks, each is found at most once, at its place."""
    subject = subject_of(text)
    spans = [found.span for rule in (unclosed_brackets, unopened_brackets) for found in rule(subject)]
    assert len(spans) == len(set(spans))
    assert all(len(span.of(text)) == 1 and span.of(text) in "「」『』()（）“”‘’\"'[]" for span in spans)


def test_a_long_quotation_is_not_repeated_in_the_message(story_of):
    """Marks nested a thousand deep must not give a thousand messages of the whole text's length."""
    found = list(nested_quotations(story_of("「" * 1000 + "待て。" + "」" * 1000)))
    assert len(found) == 999
    assert max(len(one.message) for one in found) < 1200
    assert found[0].message == "「 … 」 stands inside the same marks; write 『 … 』"
    assert found[0].suggestion is None
    assert found[-1].suggestion == "『待て。』"
