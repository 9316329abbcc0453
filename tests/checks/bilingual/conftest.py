"""What the tests of a pair's checks need: a text and its translation, read as a pipeline reads them."""

from collections.abc import Callable

import pytest

from jaen.checks.passages import passage_of
from jaen.model import Concept, Pair
from jaen.terms import Matcher


@pytest.fixture(scope="session")
def pair_of() -> Callable[..., Pair]:
    """Reads both: `pair_of(source, target, concepts=())`; the source is Japanese where it has kana or kanji."""

    def pair_of(source: str, target: str, concepts: tuple[Concept, ...] = ()) -> Pair:
        matcher = Matcher(concepts)
        languages = ("ja", "en") if any("\u3040" <= char <= "\u9fff" for char in source) else ("en", "ja")
        return Pair(passage_of(source, languages[0], matcher), passage_of(target, languages[1], matcher))

    return pair_of
