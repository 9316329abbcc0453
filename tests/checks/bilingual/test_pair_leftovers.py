"""Translations that are empty, the source again, cut off, repeated, or partly in the source's language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaen.checks.bilingual.leftovers import (
    copied_sources,
    empty_translations,
    is_translated,
    left_in_source_language,
    repeated_words,
    truncated_translations,
)
from jaen.checks.pairs import pair_findings
from jaen.checks.passages import passage_of
from jaen.model import Concept, Pair, Term
from jaen.terms import Matcher

SOURCE = "国会は改正案を可決し、議長が閉会を告げた。"


@pytest.mark.parametrize("target", ["", "。", "…", " \n"])
def test_nothing_at_all_is_the_only_finding(pair_of, target):
    """Of a translation without words nothing else is said: not that each number and name is lost besides."""
    pair = pair_of("5月18日に150社が参加した。", target)
    assert [found.code for found in pair_findings(pair)] == ["translation-empty"]
    assert not is_translated(pair)


def test_a_source_without_words_needs_no_translation(pair_of):
    """A line of stars, or nothing."""
    for source in ("＊＊＊", ""):
        assert not list(empty_translations(pair_of(source, "")))


def test_the_source_again_is_the_only_finding(pair_of):
    """The same text, or one that is mostly in the source's language."""
    for target in (SOURCE, "The 国会は改正案を可決し、議長が閉会を告げた。"):
        (found,) = pair_findings(pair_of(SOURCE, target))
        assert (found.code, found.message) == ("translation-copied", "not translated: this is not English")
    source = "The diet passed the bill and the speaker closed the session."
    (found,) = copied_sources(pair_of(source, source))
    assert found.message == "not translated: this is not Japanese"


@pytest.mark.parametrize(
    ("source", "target"),
    [("OpenAI GPT-5.5", "OpenAI GPT-5.5"), (SOURCE, "The Diet passed the bill."), ("NCOの設置。", "Founding of NCO.")],
)
def test_a_translation_with_some_of_the_source_in_it(source, target):
    """Names stay; of a name in Latin letters alone nobody can tell, unless it is the source again."""
    pair = Pair(passage_of(source, "ja", Matcher(())), passage_of(target, "en", Matcher(())))
    assert is_translated(pair) == (source != target)


def test_words_left_in_the_sources_language(pair_of):
    """Each of them, with its place in the article of the target."""
    target = "First line.\nThe 国会 passed the 改正案."
    found = list(left_in_source_language(pair_of(SOURCE, target)))
    assert [one.span.of(target) for one in found] == ["国会", "改正案"]
    assert found[0].message == "国会 is not translated"
    source = "The bank raised interest rates on Friday after all."
    target = "銀行はraised interest rates on、利上げした。"
    (found,) = left_in_source_language(pair_of(source, target))
    assert found.span.of(target) == "raised interest rates on"
    target = "銀行はThe Bank of Japan said on Friday it would wait利上げした。"
    (found,) = left_in_source_language(pair_of(source, target))
    assert found.span.of(target) == "The Bank of Japan said on Friday it would wait"


@pytest.mark.parametrize(
    "target",
    [
        "The Diet (国会) passed the bill.",
        "The speaker closed “the session” （閉会）.",
        "The bill #改正案 passed; see https://例え.jp/国会.",
    ],
)
def test_the_other_language_beside_its_translation(pair_of, target):
    """In brackets behind the translation, in tags and addresses."""
    assert not list(left_in_source_language(pair_of(SOURCE, target)))


def test_terms_of_the_glossary_may_be_in_any_language(pair_of):
    """An admitted form in kanji is meant to be there; the same word without the glossary is not."""
    concept = Concept(
        id="kanji", category="term", terms=(Term(text="改善", language="ja"), Term(text="改善", language="en"))
    )
    assert not list(left_in_source_language(pair_of("改善を進めた。", "They went on with 改善 there.", (concept,))))
    assert list(left_in_source_language(pair_of("改善を進めた。", "They went on with 改善 there.")))


@pytest.mark.parametrize(
    "target",
    [
        "銀行（bank of japan）は利上げした。",
        "OpenAIのGPT-5.5とClaude Codeを使う。",
        "X（旧Twitter）",
        "『How to win friends and wait』を読む。",
        "Museum of Modern Art in New Yorkで。",
    ],
)
def test_latin_letters_in_japanese(pair_of, target):
    """Names, acronyms, and English in brackets behind its translation are no leftovers."""
    assert not list(left_in_source_language(pair_of("The bank raised interest rates.", target)))


def test_translations_that_break_off(pair_of):
    """In the middle of a sentence, or far too short; a short headline is neither."""
    (found,) = truncated_translations(pair_of(SOURCE, "The Diet passed the bill, and the"))
    assert found.message == "the translation breaks off: ends in “he bill, and the”"
    assert list(truncated_translations(pair_of(SOURCE, "Diet.")))
    assert not list(truncated_translations(pair_of(SOURCE, "The Diet passed the bill, and the speaker closed it.")))
    assert not list(truncated_translations(pair_of("国会、改正案を可決", "Diet passes bill")))


def test_words_again_and_again(pair_of):
    """Also with marks in them, as Japanese has them; in the sentence that they stand in."""
    target = "It opened. The speaker closed the session the session the session the session."
    (found,) = repeated_words(pair_of(SOURCE, target))
    assert (found.message, found.span.of(target)) == ("“the session” again and again", target[11:])
    looping = "議長は閉会を告げ、告げ、告げ、告げ、告げた。"
    assert list(repeated_words(pair_of("The speaker closed the session.", looping)))
    assert not list(repeated_words(pair_of(SOURCE, "It was very, very long.")))
    assert not list(repeated_words(pair_of("10,000,000,000 yen.", "10,000,000,000円、100,000,000,000円。")))
    assert not list(repeated_words(pair_of("ハハハハハハハハハハハハ。", "Hahahahahahahahaha.")))


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_makes_the_checks_fail(source, target):
    """Every place that they name is in the text that it is said to be in."""
    matcher = Matcher(())
    for languages in (("ja", "en"), ("en", "ja")):
        pair = Pair(passage_of(source, languages[0], matcher), passage_of(target, languages[1], matcher))
        for found in pair_findings(pair):
            assert found.span is None or found.span.end <= len(pair.target.article.text)
            assert all(one.span.of(pair.source.article.text) == one.text for one in found.related)
