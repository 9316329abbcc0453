"""How alike names in katakana and in Latin letters sound."""

import csv
import random
from pathlib import Path

import pytest

from jaen.words.transliteration import THRESHOLD, fold_katakana, fold_latin, name_similarity, skeleton

NAMES = Path(__file__).parents[2].parent / "shared" / "data" / "names" / "katakana-latin-dev.tsv"


@pytest.mark.parametrize(
    ("katakana", "latin"),
    [
        ("アンソロピック", "Anthropic"),
        ("クロード・ミュトス", "Claude Mythos"),
        ("ビッグテック", "Big Tech"),
        ("ﾏｲｸﾛｿﾌﾄ", "Microsoft"),
        ("シュルツ", "Schulz"),
        ("ジョルジョ", "Giorgio"),
        ("ミュラー", "Müller"),
        ("コヴァチッチ", "Kovačić"),
        ("グーグル", "Google"),
        ("ジャクソン", "JACKSON"),
    ],
)
def test_one_name_in_two_scripts_is_over_the_threshold(katakana, latin):
    """A name sounds like itself, however its language spells it."""
    assert name_similarity(katakana, latin) >= THRESHOLD


@pytest.mark.parametrize(
    ("katakana", "latin"),
    [("アンソロピック", "OpenAI"), ("マイクロソフト", "Google"), ("オスロ", "Berlin"), ("ミュラー", "Schmidt")],
)
def test_two_names_are_under_the_threshold(katakana, latin):
    """Different names do not sound alike."""
    assert name_similarity(katakana, latin) < THRESHOLD


def test_vowels_that_japanese_adds_do_not_count():
    """The o of ド and the u of ス are added, those of ドー and スー are not."""
    assert fold_katakana("クロード") == "krod"
    assert fold_katakana("ドーソン").startswith("do")


def test_a_stop_and_a_hiss_do_not_melt():
    """トス is t and s in a row, not ツ."""
    assert fold_katakana("ミュトス") == "myuts"
    assert skeleton(fold_katakana("ミュトス")) == "mts"


def test_a_latin_name_has_a_spelling_for_each_way_of_reading_it():
    """The j of Jan is read in German and in English."""
    assert {one[0] for one in fold_latin("Jan")} >= {"s", "y"}


@pytest.mark.parametrize("name", ["", "・", "12", "漢字", "😀", "\ud800"])
def test_what_is_no_name_is_no_error(name):
    """Any text may be compared; the score stays between 0 and 100."""
    assert 0 <= name_similarity(name, "Oslo") <= 100
    assert 0 <= name_similarity("オスロ", name) <= 100


@pytest.mark.skipif(not NAMES.exists(), reason="the name pairs of ../shared/data are not here")
def test_names_of_wikidata_are_found_among_fifty():
    """Of 400 names not used for tuning, at least 0.93 are nearest to their own Latin form among fifty."""
    rows = list(csv.reader(NAMES.read_text("utf-8").splitlines(), delimiter="\t"))
    pairs = [(katakana.replace(" ", ""), latin) for latin, katakana, _ in rows]
    shuffled = random.Random(0)
    shuffled.shuffle(pairs)
    rest = pairs[1000:]  # the first 1,000 were used for tuning
    hits = 0
    for katakana, latin in rest[:400]:
        others = [other for _, other in shuffled.sample(rest, 60) if other != latin][:49]
        hits += all(name_similarity(katakana, latin) > name_similarity(katakana, other) for other in others)
    assert hits / 400 >= 0.93
