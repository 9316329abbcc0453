"""Checks of brackets and quotation marks."""

import pytest

from jaen.checks.article.structure import unclosed_brackets


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
