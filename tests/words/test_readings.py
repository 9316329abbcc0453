"""Kana and romaji."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.words.readings import fold_romaji, romanize, to_hiragana, to_katakana

CASES = [
    json.loads(line) for line in (Path(__file__).parents[1] / "cases/readings.jsonl").read_text("utf-8").splitlines()
]
KANA = st.text(st.characters(min_codepoint=0x3041, max_codepoint=0x3096), max_size=20)


@pytest.mark.parametrize("case", [c for c in CASES if c["rule"].startswith("hepburn")], ids=lambda c: c["kana"])
def test_romanization(case):
    """Kana becomes the romaji that the style prescribes."""
    assert romanize(case["kana"], case["rule"]) == case["romaji"]


@pytest.mark.parametrize("case", [c for c in CASES if c["rule"].endswith("-key")], ids=lambda c: c["first"])
def test_spellings_of_one_name_share_a_key(case):
    """Spellings of one name fold to one key, different names do not."""
    assert (fold_romaji(case["first"]) == fold_romaji(case["second"])) is (case["rule"] == "same-key")


def test_unknown_style_is_an_error():
    """A style that does not exist is refused, and the message names those that do."""
    with pytest.raises(ValueError, match="hepburn-macron"):
        romanize("あ", "kunrei")


def test_kana_folding_leaves_other_scripts_alone():
    """Only kana change: kanji, Latin letters and punctuation stay as they are."""
    assert to_katakana("脆弱(ぜいじゃく)性 AI") == "脆弱(ゼイジャク)性 AI"
    assert to_hiragana("AI・ミュトス") == "AI・みゅとす"


@given(KANA)
@settings(max_examples=100)
def test_kana_folding_round_trip(kana):
    """Hiragana survives the way to katakana and back."""
    assert to_hiragana(to_katakana(kana)) == kana


@given(KANA)
@settings(max_examples=100)
def test_romaji_holds_no_kana(kana):
    """Everything that is kana is romanized, in both styles."""
    assert not re.search("[ぁ-ゖァ-ヺ]", romanize(kana) + romanize(kana, "hepburn-macron"))


@given(KANA)
@settings(max_examples=100)
def test_folding_twice_changes_nothing(kana):
    """The key of a romanized name is its own key."""
    key = fold_romaji(romanize(kana))
    assert fold_romaji(key) == key


@given(KANA)
@settings(max_examples=100)
def test_both_styles_share_a_key(kana):
    """A name romanized with and without macrons has one key."""
    assert fold_romaji(romanize(kana)) == fold_romaji(romanize(kana, "hepburn-macron"))
