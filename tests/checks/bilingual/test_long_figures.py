"""Numbers that no person writes: keys, hashes, tables pasted as one sentence."""

from collections.abc import Callable

import pytest

from jaen.checks import pair_findings
from jaen.checks.bilingual.once import once_a_pair
from jaen.checks.passages import passage_of
from jaen.config import Settings
from jaen.model import Pair
from jaen.terms import Matcher


def pair_of(japanese: str, english: str) -> Pair:
    return Pair(
        *(passage_of(text, language, Matcher(()), Settings()) for text, language in ((japanese, "ja"), (english, "en")))
    )


@pytest.mark.parametrize("figures", ["1" + "0" * 28, "9" * 5000, "1" * 30 + ".5", "0." + "3" * 60])
@pytest.mark.parametrize(
    ("japanese", "english"),
    [("{}円だ。", "It is {} yen."), ("{}年だ。", "They need {} firms."), ("{}キロある。", "It was one.")],
)
def test_a_number_of_any_length_is_compared(japanese, english, figures):
    """A number may be longer than what decimals are reckoned with, or what Python turns into an int."""
    pair = pair_of(japanese.format(figures), english.format(figures))
    for one in (pair, Pair(pair.target, pair.source)):
        assert all(finding.message for finding in pair_findings(one))


def test_a_table_in_one_sentence_is_compared_in_order():
    """Of two hundred wrong figures each is told with the one that stands in its place."""
    pair = pair_of(
        "、".join(f"{n}人" for n in range(200, 400)) + "。", ", ".join(f"{n} people" for n in range(500, 700)) + "."
    )
    messages = [finding.message for finding in pair_findings(pair) if finding.code == "translation-lost-number"]
    assert messages == [f"{n}人 is {n + 300} people here" for n in range(200, 400)]


def test_what_checks_share_is_found_once_a_pair():
    """The same pair is not compared again; an equal one is another pair."""
    asked: list[Pair] = []
    count: Callable[[Pair], int] = once_a_pair(lambda pair: asked.append(pair) or len(asked))
    first, second = pair_of("150社だ。", "150 firms."), pair_of("150社だ。", "150 firms.")
    assert [count(first), count(first), count(second), count(first)] == [1, 1, 2, 3]
