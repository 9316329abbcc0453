import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.errors import ConfigError
from jaen.model import Bracket, BracketKind, Dash, DashKind, Normalized, Span
from jaen.text.normalize import PROFILES, RULES, normalize

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "normalize.jsonl").read_text(encoding="utf-8").splitlines()
]
AWKWARD = st.text(
    alphabet=st.sampled_from(
        list(
            "日本語サーバ―—ー－～〜-脆弱(ぜいじゃく)（）ＡＩａ1５ｻｶﾞﾊﾟかが゛゜\u3099\u309a\u0301e \u3000\u00a0\n\r\t\u200b"
            "\u200d\ufe0f\u00ad👩💻⃣㈱①㎡Ⅳ⽇ﬁ“”‘’\x00\x1f\u1112\u1161\u11ab。、「」.:\ud800"
        )
    ),
    max_size=24,
)


def _rules(normalized: Normalized) -> list[str]:
    return list(dict.fromkeys(rule for edit in normalized.edits for rule in edit.rule.split("+")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['profile']}-{case['text'][:20]!r}")
def test_table(case):
    """Every text of the table is written as a reader would write it, by the rules that the table names."""
    normalized = normalize(case["text"], case["profile"])
    assert normalized.text == case["expected"], case["why"]
    if "rules" in case:
        assert _rules(normalized) == case["rules"]


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_can_be_switched(rule):
    """A rule alone does its own edits and no other's; without it none of them are made."""
    case = next(case for case in CASES if case.get("rules") == [rule])
    alone = normalize(case["text"], (rule,))
    assert _rules(alone) == [rule]
    without = tuple(name for name in RULES if name != rule)
    assert rule not in _rules(normalize(case["text"], without))


def test_profiles_are_made_of_rules():
    """`news` never holds what is for comparing only; `match` holds every rule; `none` holds none."""
    assert set(PROFILES["news"]) == set(RULES) - {"symbols", "script-gaps"}
    assert PROFILES["match"] == tuple(RULES)
    assert PROFILES["none"] == ()


@pytest.mark.parametrize("profile", ["News", ("width", "ruby-lift")])
def test_unknown_names_are_refused(profile):
    """A profile or rule that doesn't exist is an error that lists those that do."""
    with pytest.raises(ConfigError, match="is not known; use"):
        normalize("text", profile)


@pytest.mark.parametrize("profile", ["news", "match"])
@settings(max_examples=200, deadline=None)
@given(text=AWKWARD)
def test_twice_is_once(profile, text):
    """Normalizing a normalized text changes nothing."""
    once = normalize(text, profile).text
    assert normalize(once, profile).text == once


@settings(max_examples=200, deadline=None)
@given(text=AWKWARD)
def test_edits_account_for_every_difference(text):
    """Between the edits both texts are the same, the edits name known rules, and none is empty on both sides."""
    normalized = normalize(text, "match")
    at_source = at_target = 0
    for edit in normalized.edits:
        assert text[at_source : edit.source.start] == normalized.text[at_target : edit.target.start]
        assert set(edit.rule.split("+")) <= set(RULES)
        assert edit.source.of(text) != edit.target.of(normalized.text)
        at_source, at_target = edit.source.end, edit.target.end
    assert text[at_source:] == normalized.text[at_target:]


@settings(max_examples=200, deadline=None)
@given(text=AWKWARD)
def test_every_character_goes_both_ways(text):
    """What a character of the result came from leads back to that character."""
    normalized = normalize(text)
    for at in range(len(normalized.text)):
        source = normalized.to_source(Span(at, at + 1))
        assert 0 <= source.start < source.end <= len(text)
        assert normalized.from_source(source).covers(Span(at, at + 1))


def test_offsets_through_all_kinds_of_edits():
    """A word found in the result is shown in the original, lifted reading included."""
    normalized = normalize("ＡＩ㈱の　脆弱(ぜいじゃく)性とｻｲﾊﾞｰ")
    assert normalized.text == "AI(株)の 脆弱性とサイバー"
    for word, original in [("AI", "ＡＩ"), ("(株)", "㈱"), ("脆弱性", "脆弱(ぜいじゃく)性"), ("バ", "ﾊﾞ")]:
        start = normalized.text.index(word)
        assert normalized.to_source(Span(start, start + len(word))).of(normalized.source) == original


def test_marks_that_are_given_decide():
    """Brackets and dashes known from a larger text are used as they are, in offsets of the original."""
    text = "ａ脆弱(ぜいじゃく)性　モ―ル"
    reading = Bracket(span=Span(3, 10), inner=Span(4, 9), kind=BracketKind.READING, base=Span(1, 3))
    vowel = Dash(span=Span(13, 14), kind=DashKind.LONG_VOWEL)
    assert normalize(text, marks=[reading, vowel]).text == "a脆弱性 モール"
    assert normalize(text, marks=[]).text == "a脆弱(ぜいじゃく)性 モ―ル"


def test_nested_readings_are_lifted_once():
    """A bracket inside a lifted one goes with it."""
    text = "漢字(かん(じ)よみ)だ"
    outer = Bracket(span=Span(2, 11), inner=Span(3, 10), kind=BracketKind.READING, base=Span(0, 2))
    inner = Bracket(span=Span(5, 8), inner=Span(6, 7), kind=BracketKind.READING, base=None)
    normalized = normalize(text, marks=[inner, outer])
    assert normalized.text == "漢字だ"
    assert [edit.rule for edit in normalized.edits] == ["ruby"]


def test_english_keeps_the_dash_of_an_attribution():
    """― names a source in Japanese, — in English; neither becomes the other."""
    dash = Dash(span=Span(11, 12), kind=DashKind.ATTRIBUTION)
    assert normalize("Be prepared — Anon", marks=[dash]).text == "Be prepared — Anon"
    assert normalize("新しい法案が可決された—読売", marks=[dash]).text == "新しい法案が可決された―読売"


def test_lone_surrogates_survive():
    """What is no character is nobody's to change: it passes, with what is around it normalized."""
    assert normalize("Ａ\ud800Ｂ").text == "A\ud800B"


@pytest.mark.parametrize(
    "unit",
    [" ", "(", "「", "\n", "ア", "ａ", "―", "e\u0301", "\u200b", "\u00ad\n", "(あ", "\u3099", "a-\n", "\u3000あ"],
)
def test_long_texts_are_no_trap(unit):
    """Forty thousand of anything are done at once (a rule that looks back or ahead without limit would hang)."""
    normalized = normalize(unit * 40_000)
    assert len(normalized.text) <= 2 * len(unit) * 40_000
