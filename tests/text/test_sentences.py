import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.text.sentences import split_sentences
from jaen.text.sentences.breaks import find_breaks

HERE = Path(__file__).parents[1]
CASES = [json.loads(line) for line in (HERE / "cases" / "sentences.jsonl").read_text("utf-8").splitlines()]
SHARED = HERE.parents[1] / "shared" / "data"


def sentences(text, language):
    return [span.of(text) for span in split_sentences(text, language)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['rule']}")
def test_case(case):
    """The sentence boundaries of the case table, one rule a line."""
    assert sentences(case["text"], case["language"]) == case["sentences"]


def golden(language):
    return json.loads((HERE / "data" / "segmentation" / f"{language}.json").read_text("utf-8"))


def passes(rule, language):
    """Whether the sentences are the rule's; blanks are not compared, because we never change the text."""

    def dense(text):
        return re.sub(r"\s", "", text).replace("`", "'")

    return [dense(text) for text in sentences(rule["text"], language)] == [dense(text) for text in rule["expected"]]


@pytest.mark.parametrize("rule", golden("ja"), ids=lambda rule: rule["name"])
def test_golden_rules_japanese(rule):
    """All golden rules of pragmatic_segmenter for Japanese."""
    assert passes(rule, "ja")


# Rules that ask for a changed text: mark-up, dots, slashes or page numbers taken out. We only give spans.
CHANGES_TEXT = {21, 31, 33, 45, 53, 68, 77, 81, 82}
# Rules we do not follow: lines of small letters are a wrapped sentence here (twice), an ellipsis after a full stop stays
# with the sentence it ends, a line after an inline list goes on with its last item; one rule holds all of these.
DIFFERENT = {"Lower case list separated by newline #042", "4-dot ellipsis #051"} | {
    f"correctly segments text #{number:03}" for number in (24, 74, 75)
}


def test_golden_rules_english():
    """162 of the 177 golden rules for English hold; of the 167 that leave the text unchanged all but five."""
    failed = {rule["name"] for rule in golden("en") if not passes(rule, "en")}
    assert failed == {f"correctly segments text #{number:03}" for number in CHANGES_TEXT} | DIFFERENT


def test_at_least_95_percent_of_the_rules_called_golden():
    """Of the 52 English rules that pragmatic_segmenter itself calls golden, 50 hold."""
    rules = [rule for rule in golden("en") if rule["group"] == "Golden Rules"]
    assert len(rules) == 52
    assert sum(passes(rule, "en") for rule in rules) == 50


def f1(texts, separator, language, size=10):
    """Boundary F1 on sentences joined in groups of *size*."""
    right = found = wanted = 0
    for at in range(0, len(texts), size):
        group = texts[at : at + size]
        text = separator.join(group)
        gold, place = set(), 0
        for sentence in group[:-1]:
            place += len(sentence)
            gold.add(place)
            place += len(separator)
        ends = {span.end for span in split_sentences(text, language)} - {len(text)}
        right, found, wanted = right + len(gold & ends), found + len(ends), wanted + len(gold)
    return 2 * right / (found + wanted)


def shared(path):
    if not (SHARED / path).exists():
        pytest.skip(f"{SHARED / path} is not here: public test data under other licenses is kept outside the project")
    return (SHARED / path).read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("path", "column", "separator", "language", "floor"),
    [
        ("ud/ja-ja_gsd-dev.sentences.txt", 0, "", "ja", 0.997),
        ("parallel/pud-a.tsv", 0, "", "ja", 0.997),
        ("parallel/pud-a.tsv", 1, " ", "en", 0.999),
        ("ud/en-en_ewt-dev.sentences.txt", 0, " ", "en", 0.826),
    ],
)
def test_figures_on_treebanks(path, column, separator, language, floor):
    """Boundary F1 on treebank sentences joined in tens does not fall (benchmarks/sentences.py prints the peers')."""
    texts = [line.split("\t")[column].strip() for line in shared(path) if line.strip()]
    assert f1(texts, separator, language) >= floor


alphabet = st.sampled_from(
    [
        *list("あ漢ア。！？!?.…「」『』（）()\"'“”’ \n\u3000\t・-1aAI♪😊,、と\u200b\r"),
        "Dr.",
        "U.S.",
        "1. ",
        "です",
        "「あ。」",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(alphabet, max_size=60).map("".join), st.sampled_from(["ja", "en", "zh", "ko", "und"]))
def test_spans_cover_everything_but_blanks(text, language):
    """Spans are in order, without blanks at their ends, and nothing but blanks lies outside them."""
    spans = split_sentences(text, language)
    place = 0
    for span in spans:
        assert span.start >= place
        assert text[place : span.start].strip() == ""
        assert span.of(text) == span.of(text).strip() != ""
        place = span.end
    assert text[place:].strip() == ""


@settings(max_examples=200, deadline=None)
@given(st.lists(alphabet, max_size=40).map("".join))
def test_breaks_are_in_order(text):
    """Layout breaks are places of the text, in order, each once."""
    breaks = find_breaks(text)
    assert breaks == sorted(set(breaks))
    assert all(0 <= place <= len(text) for place in breaks)


@pytest.mark.parametrize("opener", "「『（([“\"'")
def test_unclosed_opener_costs_nothing(opener):
    """An opener that is never closed changes no boundary behind it."""
    rest = ["雨が降った。", "試合は中止だ。", "「本当か。」と聞いた。"]
    assert sentences(opener + "".join(rest), "ja") == [opener + rest[0], *rest[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "あ" * 1_000_000,
        "a" * 1_000_000,
        "「" * 100_000,
        "(" * 100_000,
        "「あ。」と" * 30_000,
        '"a." b ' * 30_000,
        ". " * 100_000,
    ],
    ids=lambda text: f"{text[:6]} x {len(text)}",
)
def test_one_sentence_however_long(text):
    """A text without an end is one sentence; with a quadratic rule this test would run for minutes."""
    assert len(split_sentences(text, "ja")) <= 2


def test_a_million_stops():
    """A run of stops is one mark."""
    assert len(split_sentences("。" * 1_000_000, "ja")) == 1
