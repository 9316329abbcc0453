"""Numbers, units and dates of a text and its translation: what is found, where, and what is let alone."""

import datetime
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.checks.bilingual.dates import other_dates
from jaen.checks.bilingual.numbers import added_numbers, lost_numbers, other_units
from jaen.checks.passages import passage_of
from jaen.config import Settings
from jaen.glossary import Glossary
from jaen.model import Pair, Severity
from jaen.terms import Matcher

CHECKS = {
    "translation-lost-number": lost_numbers,
    "translation-added-number": added_numbers,
    "translation-other-unit": other_units,
    "translation-other-date": other_dates,
}
CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases/pair_numbers.jsonl").read_text("utf-8").splitlines()
]
JAPANESE = st.lists(
    st.sampled_from(
        [
            "150",
            "社",
            "円",
            "1億",
            "万",
            "5月",
            "18日",
            "令和8年",
            "、",
            "。",
            "約",
            "以上",
            "数十",
            "人中",
            "月曜日",
            "先月",
            "半分",
            "\n",
        ]
    ),
    max_size=20,
).map("".join)
ENGLISH = st.lists(
    st.sampled_from(
        [
            "150",
            "firms",
            "$5bn",
            "million",
            "May",
            "18",
            ", 2026",
            ".",
            "about",
            "over",
            "dozens",
            "out of",
            "Monday",
            "half",
            "\n",
        ]
    ),
    max_size=20,
).map(" ".join)


def pair_of(source, target, day=None, matcher=None):
    """A pair of a Japanese and an English text, whichever comes first."""
    settings = Settings(date=datetime.date.fromisoformat(day) if day else None)
    languages = ("ja", "en") if not source.isascii() or target.isascii() else ("en", "ja")
    matcher = matcher or Matcher(())
    return Pair(
        *(passage_of(text, tag, matcher, settings) for text, tag in zip((source, target), languages, strict=True))
    )


def found(pair):
    return [
        [
            code,
            one.source and one.source.of(pair.source.article.text),
            one.span and one.span.of(pair.target.article.text),
        ]
        for code, check in CHECKS.items()
        for one in check(pair)
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['ja']} | {case['en']}")
def test_findings_of_the_table(case):
    """From Japanese to English, exactly the findings of the table, each at its places in both texts."""
    assert found(pair_of(case["ja"], case["en"], case.get("day"))) == case["findings"]


@pytest.mark.parametrize(
    "case", [case for case in CASES if not case["findings"] and not case.get("rounded")], ids=lambda case: case["en"]
)
def test_nothing_is_found_from_english_to_japanese_either(case):
    """What is right is right in both directions."""
    pair = pair_of(case["ja"], case["en"], case.get("day"))
    assert found(Pair(pair.target, pair.source)) == []


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["findings"]], ids=lambda case: f"{case['ja']} | {case['en']}"
)
def test_what_is_wrong_is_found_from_english_to_japanese_as_well(case):
    """What is wrong is wrong in both directions."""
    pair = pair_of(case["ja"], case["en"], case.get("day"))
    assert found(Pair(pair.target, pair.source))


@pytest.mark.parametrize(
    ("source", "target", "message", "suggestion"),
    [
        ("被害は150社に及んだ。", "It hit 105 companies.", "150社 is 105 companies here", "150 companies"),
        ("It hit 150 companies.", "被害は105社に及んだ。", "150 companies is 105社 here", "150社"),
        ("売上高は3兆円。", "Sales were $3 trillion.", "3兆円 is $3 trillion here", "3 trillion yen"),
        ("5月18日に発表した。", "It was announced on May 8.", "5月18日 is May 8 here", "May 18"),
        ("26日に決める。", "It will be decided on May 24.", "26日 is May 24 here", "May 26"),
        ("7月上旬に決める。", "It will be decided in early June.", "7月上旬 is early June here", None),
        ("2028年度に始める。", "It starts in fiscal 2018.", "2028年度 is fiscal 2018 here", "fiscal 2028"),
        ("長さは1.2キロだ。", "It is 12 kilometers long.", "1.2キロ is 12 kilometers here", None),
        ("長さは12キロだ。", "It is 12 miles long.", "12キロ is 12 miles here", None),
        ("3人が死亡した。", "They died.", "3人 is not in the translation", None),
        ("けが人が出た。", "15 people were hurt.", "15 people is not in the source", None),
    ],
)  # fmt: skip
def test_messages_say_what_is_there_and_what_belongs_there(source, target, message, suggestion):
    """An editor reads both figures as they are written, and what to write instead where that is sure."""
    pair = pair_of(source, target)
    (one,) = [one for check in CHECKS.values() for one in check(pair)]
    assert (one.message, one.suggestion) == (message, suggestion)


def test_the_right_weekday_is_told_with_the_date():
    """18日 was a Monday: the message says so, and it is a warning, for the month of a bare day is inferred."""
    (one,) = other_dates(pair_of("18日に会談した。", "They met on Friday.", "2026-05-19"))
    assert (one.message, one.severity) == ("18日 (Monday) is Friday here", Severity.WARNING)


def test_a_number_inside_a_term_is_the_terms(tmp_path):
    """What a term of the glossary says of numbers is checked with the term: the 5 of 第5若松会 is no number."""
    concept = "category: organization\nterms:\n- ja: 第5若松会\n- en: Wakamatsu Group\n"
    (tmp_path / "wakamatsu.yaml").write_text(concept, encoding="utf-8")
    source, target = "第5若松会が声明を出した。", "The Wakamatsu Group issued a statement."
    assert found(pair_of(source, target)) != []
    assert found(pair_of(source, target, matcher=Glossary.load(tmp_path).matcher)) == []


def test_sentences_of_a_passage_are_taken_together():
    """A number may stand in another sentence of the translation than in the source's."""
    source = "2026年5月、150社が被害を受けた。負傷者はいなかった。"
    right = "No one was hurt. It happened in May 2026. The damage extended to 150 companies."
    wrong = "No one was hurt. It happened in May 2026. The damage extended to 105 companies."
    assert found(pair_of(source, right)) == []
    assert found(pair_of(source, wrong)) == [["translation-lost-number", "150社", "105 companies"]]


def test_spans_count_from_the_start_of_the_article():
    """The place of a finding in a later sentence is a place of the whole text."""
    pair = pair_of("会合が開かれた。\n20社が参加した。", "The meeting was held.\nThirty companies took part.")
    (one,) = lost_numbers(pair)
    assert one.span.of(pair.target.article.text) == "Thirty companies"
    assert one.source.of(pair.source.article.text) == "20社"


@given(JAPANESE, ENGLISH)
@settings(max_examples=150, deadline=None)
def test_every_place_is_inside_its_text(japanese, english):
    """Whatever the texts, both places of a finding are stretches of them, and a finding has at least one."""
    pair = pair_of(japanese, english, "2026-05-20")
    for direction in (pair, Pair(pair.target, pair.source)):
        for check in CHECKS.values():
            for one in check(direction):
                assert one.span or one.source
                for span, passage in ((one.span, direction.target), (one.source, direction.source)):
                    assert span is None or (span.length and span.end <= len(passage.article.text))


@given(JAPANESE)
@settings(max_examples=100, deadline=None)
def test_a_text_has_nothing_that_it_lacks_itself(text):
    """Beside itself, a text lacks no number and adds none."""
    side = passage_of(text, "ja", Matcher(()), Settings(date=datetime.date(2026, 5, 20)))
    assert [one for one in found(Pair(side, side)) if one[0] == "translation-added-number"] == []


def test_another_day_in_figures_is_an_error_and_a_weekday_a_question():
    """July 4 for 7月14日 is wrong, with what to write; another weekday than the day's is only asked about."""
    (figures,) = other_dates(pair_of("令和8年7月14日に開会する。", "It opens on July 4, 2026."))
    (weekday,) = other_dates(pair_of("14日に開会する。", "It opens on Friday.", "2026-07-10"))
    assert (figures.severity, figures.suggestion) == (None, "July 14, 2026")
    assert (weekday.severity, weekday.suggestion) == (Severity.WARNING, None)
