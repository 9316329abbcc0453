"""Reviewed translations of like texts are found, the nearest first, and only where the text itself has none."""

import random
from datetime import UTC, datetime

import pytest

from jaen.translation.memory import Memory, Reviewed
from jaen.translation.memory.nearest import MAX_LENGTH, Nearest
from jaen.words.similarity import likeness

WORDS = [
    "政府",
    "対策",
    "首相",
    "会見",
    "発表",
    "計画",
    "予算",
    "企業",
    "増加",
    "減少",
    "今年",
    "来年",
    "東京",
    "大阪",
    "北海道",
    "検討",
    "協議",
    "合意",
    "方針",
    "調査",
]
ENDINGS = ["した。", "する方針だ。", "すると述べた。", "を求めた。"]


def sentences(count, seed):
    chooser = random.Random(seed)
    joined = (
        "".join(f"{chooser.choice(WORDS)}{chooser.choice('はがをにで')}" for _ in range(chooser.randint(2, 9)))
        for _ in range(count)
    )
    return [one + chooser.choice(WORDS) + chooser.choice(ENDINGS) for one in joined]


def entry(source, text="x"):
    at = datetime(2026, 8, 1, tzinfo=UTC)
    return Reviewed(source_language="ja", target_language="en", source=source, text=text, by="mm", at=at)


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path / "m.sqlite")


def test_the_nearest_one(memory):
    """The most similar text is shown with its translation and the likeness, 0 to 1."""
    sources = ["首相は18日に会見した。", "首相は18日に大阪で会見した。", "雨が降った。"]
    memory.review([entry(one, f"T{number}") for number, one in enumerate(sources)], "mm", "by hand")
    near = memory.similar(["首相は19日に会見した。"], "ja", "en")[0]
    assert (near.source, near.text) == (sources[0], "T0")
    assert near.score == pytest.approx(likeness("首相は19日に会見した。", sources[0]) / 100)


@pytest.mark.parametrize(
    ("other", "found"), [("あいうえおかきく", True), ("あいうえおかくけ", True), ("あいうえおさしす", False)]
)
def test_from_three_quarters_on(memory, other, found):
    """Texts that are less than 0.75 alike are not shown: あいうえおかくけ shares 7 of 8, あいうえおさしす only 5."""
    memory.review([entry("あいうえおかきけ")], "mm", "by hand")
    assert (memory.similar([other], "ja", "en")[0] is not None) is found


def test_a_text_with_a_review_of_its_own_has_no_similar_one(memory):
    """Where the text itself is reviewed, nothing else is shown, however near."""
    memory.review([entry("首相は18日に会見した。"), entry("首相は19日に会見した。")], "mm", "by hand")
    assert memory.similar(["首相は１９日に会見した。"], "ja", "en") == [None]


def test_each_text_of_many(memory):
    """Answers come in the order of the texts, repeated ones too; other languages do not count."""
    memory.review([entry("首相は18日に会見した。", "A"), entry("企業は計画を発表した。", "B")], "mm", "by hand")
    asked = ["企業は計画を公表した。", "", "まったく別の文。", "首相は19日に会見した。", "企業は計画を公表した。"]
    assert [one and one.text for one in memory.similar(asked, "ja", "en")] == ["B", None, None, "A", "B"]
    assert memory.similar(asked, "ja", "fr") == [None] * 5


def test_what_is_reviewed_later_is_found(memory):
    """A review made by another process is seen at the next question, one taken back no more."""
    text = "首相は19日に会見した。"
    assert memory.similar([text], "ja", "en") == [None]
    number = Memory(memory.path).review([entry("首相は18日に会見した。")], "mm", "by hand").change
    assert memory.similar([text], "ja", "en")[0]
    Memory(memory.path).undo(number, "mm")
    assert memory.similar([text], "ja", "en") == [None]


@pytest.mark.parametrize("seed", range(3))
def test_as_good_as_comparing_with_each(seed):
    """Among 2,000 sentences of few words (the hardest case) the nearest is found for at least 97 of 100."""
    chooser = random.Random(seed)
    texts = sentences(2_000, seed)
    queries = [one.replace(chooser.choice(WORDS), chooser.choice(WORDS), 1) for one in chooser.sample(texts, 50)]
    queries += sentences(50, seed + 100)
    nearest = Nearest(texts, 0.75)
    same = 0
    for query in queries:
        best = max(likeness(query, one) for one in texts) / 100
        found = nearest.find(query)
        if found:
            assert found[1] == pytest.approx(likeness(query, texts[found[0]]) / 100)
            assert found[1] >= 0.75
        same += (found[1] if found else 0) == pytest.approx(best if best >= 0.75 else 0)
    assert same >= 97


def test_long_texts_are_no_sentences():
    """What is longer than a sentence can be is not compared, so that no text takes for ever."""
    text = "あ" * MAX_LENGTH
    nearest = Nearest([text, f"{text}い"], 0.75)
    assert nearest.find(text) == (0, 1.0)
    assert nearest.find(f"{text}い") is None


@pytest.mark.parametrize("texts", [[], [""], ["", "あ"]])
def test_next_to_nothing(texts):
    """No texts, empty texts and single characters are no trouble."""
    nearest = Nearest(texts, 0.75)
    assert nearest.find("") is None
    assert nearest.find("あ") == ((1, 1.0) if "あ" in texts else None)
    assert nearest.find("い") is None
