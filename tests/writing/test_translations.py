"""How translations are shown: under each sentence, and as the article in the other language."""

import io
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from phrasebook import Phrasebook

from jaen.glossary import Glossary
from jaen.model import Concept, Term, TermOutcome, Translation
from jaen.offsets import Span
from jaen.pipeline import Pipeline
from jaen.reading import article_of
from jaen.translation import EngineChoice, Translator, open_translator
from jaen.writing import write

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parents[1] / "contracts" / "interview.bilingual.txt"
OFFICE = Concept(
    id="office",
    category="organization",
    terms=(Term(text="警備局", language="ja"), Term(text="Guard Bureau", language="en")),
)


def written(report, format_):
    out = io.StringIO()
    write([report], format_, out)
    return out.getvalue()


def report_of(text, book, *concepts, to="en"):
    glossary = Glossary("g", concepts) if concepts else None
    return Pipeline(glossary, translator=Translator(Phrasebook(book), to))(article_of(text))


# --- bilingual


def test_an_interview_is_question_and_answer_in_both_languages():
    """Q and A stand at the first sentence of each, the translation under every sentence beside its language."""
    text = "―受け止めは。\n\n驚いた。すぐに動いた。\n"
    book = {"受け止めは": "How do you take it?", "驚いた": "I was surprised.", "すぐに動いた": "We moved at once."}
    report = report_of(text, book)
    lines = written(report, "bilingual").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("Q "))
    assert lines[at] == "Q  ja  ―受け止めは。"
    assert lines[at + 1].startswith("   en  ")
    assert lines[at + 1].endswith("How do you take it?")
    assert lines[at + 2 :] == [
        "",
        "A  ja  驚いた。",
        "   en  I was surprised.",
        "   ja  すぐに動いた。",
        "   en  We moved at once.",
    ]


def test_terms_are_shown_with_the_words_that_stand_for_them():
    """A term that the engine wrote by itself has no note."""
    report = report_of("警備局が発足した。\n", {"警備局が発足した": "The Guard Bureau opened."}, OFFICE)
    assert "       terms: 警備局 → Guard Bureau\n" in written(report, "bilingual")


def test_what_is_brought_in_or_missing_says_so():
    """A repaired term names its rung, an unmet one what it should have been."""
    report = report_of("警備局が発足した。\n", {"警備局が発足した": "The Guard Bureau opened."}, OFFICE)
    (made,) = report.translations
    (outcome,) = made.terms
    repaired = replace(made, terms=(replace(outcome, outcome="repaired", rung="splice"),))
    unmet = replace(made, terms=(replace(outcome, outcome="unmet", rung=None, target_span=None),))
    shown = [written(replace(report, translations=(one,)), "bilingual") for one in (repaired, unmet)]
    assert "警備局 → Guard Bureau (repaired: splice)" in shown[0]
    assert "警備局 → Guard Bureau (unmet)" in shown[1]
    assert "警備局 = Guard Bureau (repaired: splice)" in written(replace(report, translations=(repaired,)), "text")


def test_a_rejected_translation_is_a_draft_and_no_translation():
    """Why it was rejected stands there, with the gloss for the reader and the draft for the editor."""
    report = report_of("警備局が発足した。\n", {}, OFFICE)  # the book does not have it: the model copies
    text = written(report, "bilingual")
    assert "   en  " not in text
    assert "       gloss: Guard Bureau" in text
    assert "       flags: not translated: " in text
    assert "警備局が発足した" in written(report, "article")
    assert report.english()[report.segments[0].id][1] == "gloss"


def test_into_japanese_no_gloss_is_shown():
    """A gloss is English: who reads Japanese wants none under Japanese sentences."""
    report = report_of("猫が来た。The cat came.\n", {"The cat came.": "猫が来た。"}, to="ja")
    assert "gloss" not in written(report, "bilingual")
    assert "   ja  猫が来た。" in written(report, "bilingual")
    assert "japanese: 猫が来た。" in written(report, "text")
    assert "# text_ja = 猫が来た。" in written(report, "conllu")
    assert "> 猫が来た。" in written(report, "markdown")


def test_the_bilingual_text_of_the_interview_is_the_golden_one():
    """With the engine echo nothing is translated: every sentence has its reason and its gloss, and is lost nowhere."""
    pipeline = Pipeline(
        Glossary.load(ROOT / "glossaries" / "news"), translator=open_translator("en", EngineChoice(name="echo"))
    )
    text = (ROOT / "examples" / "interview.txt").read_text("utf-8")
    report = pipeline(replace(article_of(text), id="interview", source="interview.txt"))
    bare = tuple(replace(translation, text="") for translation in report.translations)  # drafts are the engine's matter
    assert written(replace(report, translations=bare), "bilingual") == GOLDEN.read_text("utf-8")


# --- article


def test_the_article_keeps_its_layout():
    """Empty lines, marks of lists and furniture stay; English sentences of one paragraph are parted by a blank."""
    text = "猫が来た。犬が来た。\r\n\r\n\u3000雨が降った。\r\n© KYODO\r\n"
    book = {"猫が来た": "A cat came.", "犬が来た": "A dog came.", "雨が降った": "It rained."}
    assert written(report_of(text, book), "article") == "A cat came. A dog came.\r\n\r\nIt rained.\r\n© KYODO\r\n"


def test_into_japanese_sentences_stand_side_by_side():
    """The blanks and line breaks between English sentences go; those between paragraphs stay."""
    text = "The cat came. The dog came.\n\nIt rained.\n"
    book = {"The cat came.": "猫が来た。", "The dog came.": "犬が来た。", "It rained.": "雨が降った。"}
    assert written(report_of(text, book, to="ja"), "article") == "猫が来た。犬が来た。\n\n雨が降った。\n"


def test_a_sentence_without_a_translation_stays_as_it_is():
    """Nothing is lost, and nothing rejected is passed on; beside a translated one a blank parts the two."""
    text = "猫が来た。犬が来た。雪が降った。\n"
    assert written(report_of(text, {"猫が来た": "A cat came."}), "article") == "A cat came. 犬が来た。雪が降った。\n"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["猫が来た。", "It rained.", "\n", "\n\n", " ", "・", "― ", "- ", "© X", "「", "\u3000"]),
        max_size=12,
    )
)
def test_without_translations_the_article_is_itself(pieces):
    """Every character outside sentences is kept, whatever the layout; nothing translated, nothing changed."""
    text = "".join(pieces)
    report = Pipeline()(article_of(text))
    assert written(report, "article").removesuffix("\n") == text.removesuffix("\n")
    marked = tuple(
        Translation(segment_id=s.id, language="en", text="@", engine="e", model="m", state="translated")
        for s in report.segments
    )
    kept = "".join(written(replace(report, translations=marked), "article").split())
    outside = list(text)
    for segment in report.segments:
        outside[segment.span.start : segment.span.end] = ["@"] + [""] * (segment.span.length - 1)
    assert kept == "".join("".join(outside).split())


# --- every format


def test_many_mentions_of_one_concept_show_the_worst():
    """The format text names a concept once for each sentence; what went wrong with it is not hidden by what went well."""
    text = "警備局は警備局だ。\n"
    report = report_of(text, {"警備局は警備局だ": "The Guard Bureau is the Guard Bureau."}, OFFICE)
    (made,) = report.translations
    good, bad = (
        TermOutcome(concept_id="office", source_span=span, target_span=target, outcome=outcome, rung=rung)
        for span, target, outcome, rung in (
            (Span(0, 3), Span(4, 16), "satisfied", "plain"),
            (Span(4, 7), None, "unmet", None),
        )
    )
    for terms in ((good, bad), (bad, good)):
        shown = written(replace(report, translations=(replace(made, terms=terms),)), "text")
        assert "警備局 = Guard Bureau (unmet)" in shown
