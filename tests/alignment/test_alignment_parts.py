"""The parts of alignment: clues, names, lengths, the band and the lattice."""

import math

import pytest
from alignment_texts import line

from jaen.alignment.band import find_band
from jaen.alignment.clues import find_clues
from jaen.alignment.lattice import find_way
from jaen.alignment.lengths import JAPANESE as PER_CHARACTER
from jaen.alignment.lengths import Lengths, length_of
from jaen.alignment.names import Names


def clues(text: str, *, names=(), is_foreign: bool = True):
    return find_clues(line(text, 0), (), Names([line(one, 0) for one in names]), is_foreign=is_foreign)


# Clues


@pytest.mark.parametrize(
    ("japanese", "english", "key"),
    [
        ("被害は1億8990万円だ。", "The damage was 189.9 million yen.", "number: 189900000"),
        ("3つの文書を出した。", "It issued three documents.", "number: 3"),
        ("月曜日に会った。", "They met on Monday.", "date: weekday 2001-02-05/2001-02-05"),
        ("令和8年5月18日に会った。", "They met on May 18, 2026.", "date: 2026-05-18/2026-05-18"),
        ("移民が増えた。", "Immigration has grown.", "word: immigr"),
        ("サーバーが止まった。", "The servers stopped.", "word: server"),
        ("Uberを呼んだ。", "They called an Uber.", "word: uber"),
        ("彼は来た。", "He came.", "small: he"),
        ("彼は来なかった。", "He did not come.", "mark: negation"),
        ("来ますか。", "Will you come?", "mark: question"),
    ],
)
def test_both_languages_give_one_key(japanese, english, key):
    """What means the same has one key in both languages."""
    assert key in clues(japanese)
    assert key in clues(english)


@pytest.mark.parametrize(
    ("japanese", "english"),
    [
        ("被害は1億8990万円だ。", "The damage was 18.9 million yen."),
        ("月曜日に会った。", "They met on Tuesday."),
        ("彼は来た。", "She came."),
    ],
)
def test_what_differs_has_no_key_in_common(japanese, english):
    """Another value, another day, another person is no clue."""
    shared = clues(japanese).keys() & clues(english).keys()
    assert not {key for key in shared if not key.startswith("word:")}


def test_a_statement_has_no_marks():
    """A sentence that asks nothing, negates nothing and quotes nobody has no mark."""
    assert not any(key.startswith("mark:") for key in {**clues("港が開いた。"), **clues("The port opened.")})


def test_within_one_language_words_are_their_own_keys():
    """Beside a Japanese text Japanese words stand for themselves, known to the list of common words or not."""
    assert "word: 素" in clues("脱炭素を進める。", is_foreign=False)
    assert "word: 素" not in clues("脱炭素を進める。")


# Names


@pytest.mark.parametrize(
    ("japanese", "english", "expected"),
    [
        ("アンソロピックは発表した。", "Anthropic said so.", ("アンソロピック", "Anthropic")),
        ("ノースカロライナで会った。", "They met in North Carolina.", ("ノースカロライナ", "North Carolina")),
        ("飯田氏は述べた。", "Mr. Iida said so.", ("飯田", "Iida")),
    ],
)
def test_names_that_sound_or_read_alike(japanese, english, expected):
    """A name in kana is found by its sound, one in kanji by its reading, also where the other text writes two words."""
    assert expected in list(Names([line(english, 0)]).of(line(japanese, 0)))


@pytest.mark.parametrize(
    ("japanese", "english"),
    [
        ("アンソロピックは発表した。", "OpenAI said so."),
        ("飯田氏は述べた。", "Mr. Ueda said so."),
        ("データを集めた。", "They gathered some data."),  # no capital, no name
    ],
)
def test_names_that_do_not(japanese, english):
    """Another name, and a word that is no name, is none."""
    assert list(Names([line(english, 0)]).of(line(japanese, 0))) == []


# Lengths


def test_a_japanese_character_counts_for_more():
    """A character of Japanese says as much as some two letters."""
    assert length_of(line("港が開いた。", 0)) == pytest.approx(6 * PER_CHARACTER)
    assert length_of(line("It opened.", 0)) == 10


def test_equal_lengths_are_likelier_than_unequal_ones():
    """The score falls as the lengths part, is the same from both sides, and has a floor."""
    lengths = Lengths([30.0, 80.0, 120.0], [30.0, 80.0, 120.0])
    scores = [lengths.score((1, 80.0), (1, other)) for other in (80.0, 100.0, 130.0, 1000.0, 5000.0)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0 > scores[2]
    assert scores[3] == scores[4]
    assert lengths.score((1, 80.0), (2, 100.0)) == pytest.approx(lengths.score((2, 100.0), (1, 80.0)))


# Band and lattice


def test_a_small_table_is_looked_at_as_a_whole():
    """Of short texts no pair of places is left out."""
    band = find_band([{}] * 8, [{}] * 5)
    assert list(band.first) == [0] * 9
    assert list(band.last) == [5] * 9


def test_a_large_one_only_near_rare_clues():
    """Of long texts only places near the way through rare clues are looked at, also behind a long insertion."""
    source = [{f"word: {number}": ""} for number in range(200)]
    target = [{"word: none": ""}] * 120 + source
    band = find_band(source, target)
    assert all(band.first[row] <= row + 120 <= band.last[row] for row in range(1, 200))
    assert sum(last - first for first, last in zip(band.first[1:], band.last[1:], strict=True)) < 200 * 320 / 2


def test_a_lone_tie_far_off_does_not_mislead():
    """One clue that stands by chance at the start here and at the end there does not bend the way."""
    source = [{f"word: {number}": ""} for number in range(100)]
    target = [{f"word: {number}": ""} for number in range(100)]
    source[3] = {"word: chance": ""}
    target[95] = {"word: chance": ""}
    band = find_band(source, target)
    assert all(band.first[row] <= row <= band.last[row] for row in range(101))


@pytest.mark.parametrize(("rows", "columns"), [(300, 100), (100, 300), (3000, 1), (1, 3000)])
def test_every_band_has_a_way(rows, columns):
    """From the start to the end every band can be walked through, with no clue at all, however unlike the sizes."""
    steps = find_way(rows, find_band([{}] * rows, [{}] * columns), lambda *_: 0.0)
    assert sum(step.move[0] for step in steps) == rows
    assert sum(step.move[1] for step in steps) == columns


def test_probabilities_of_alternatives_add_up():
    """One sentence beside two of which either may be its own: the better one gets the larger share, not all."""
    band = find_band([{}], [{}] * 2)

    def score(source: int, in_source: int, target: int, in_target: int) -> float:
        return -math.inf if in_target > 1 else (2.0 if target else 1.0)

    steps = find_way(1, band, score)
    chosen = next(step for step in steps if step.move == (1, 1))
    assert chosen.target == 1
    assert 0.5 < chosen.probability < 0.9
