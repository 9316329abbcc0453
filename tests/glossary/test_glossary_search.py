"""Looking concepts up by any spelling."""

import pytest

from jaen.glossary.keys import TermKeys
from jaen.glossary.search import Rank, SearchIndex
from jaen.model import Concept, Term

CONCEPTS = [
    Concept(
        id="akita-city",
        category="place",
        terms=(Term(text="秋田市", language="ja", reading="あきたし"), Term(text="Akita City", language="en")),
    ),
    Concept(
        id="cyber-exercise",
        category="event",
        terms=(
            Term(text="サイバー演習", language="ja", reading="さいばーえんしゅう"),
            Term(text="cyber exercise", language="en"),
        ),
    ),
    Concept(
        id="ono-shunichi",
        category="person",
        terms=(
            Term(text="大野俊一", language="ja", reading="おおのしゅんいち"),
            Term(text="Shun'ichi Ono", language="en"),
        ),
    ),
    Concept(
        id="wave", category="product", terms=(Term(text="ウェーブ", language="ja"), Term(text="Wavé", language="en"))
    ),
]
INDEX = SearchIndex(TermKeys(CONCEPTS))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("秋田", "akita-city"),  # the start of a term
        ("演習", "cyber-exercise"),  # inside
        ("あきた", "akita-city"),  # the reading
        ("アキタ", "akita-city"),  # in katakana
        ("ｻｲﾊﾞｰ", "cyber-exercise"),  # half width
        ("ＣＹＢＥＲ", "cyber-exercise"),  # full width
        ("saiba", "cyber-exercise"),  # romaji of the reading
        ("akitashi", "akita-city"),
        ("Oono Syunichi", "ono-shunichi"),  # another system of romaji
        ("ōno shun'ichi", "ono-shunichi"),
        ("webu", "wave"),  # no reading: a kana term is its own
        ("wave", "wave"),  # accents do not count
        ("Wavé", "wave"),
        ("shunichi ono", "ono-shunichi"),
    ],
)
def test_found(query, found):
    """Kanji, kana, romaji and English find the concept, in any width, case and part."""
    assert [result.concept.id for result in INDEX.find(query, 20)] == [found]


@pytest.mark.parametrize("query", ["・", "xyz", "かきた", "秋田県"])
def test_not_found(query):
    """A query with no letter, or one that no term holds, finds nothing."""
    assert INDEX.find(query, 20) == ()


def test_better_fits_come_first():
    """A whole term comes before a start, a start before an inside, a shorter term before a longer one."""
    names = ["xab", "abcd", "abc", "ab"]
    concepts = [Concept(id=name, category="term", terms=(Term(text=name, language="en"),)) for name in names]
    results = SearchIndex(TermKeys(concepts)).find("ab", 20)
    assert [(result.concept.id, result.rank) for result in results] == [
        ("ab", Rank.WHOLE),
        ("abc", Rank.START),
        ("abcd", Rank.START),
        ("xab", Rank.INSIDE),
    ]


def test_limit_keeps_the_best():
    """Only as many results as asked for, the best ones."""
    assert [result.concept.id for result in INDEX.find("c", 1)] == ["cyber-exercise"]


def test_the_term_that_fits_is_shown():
    """A result carries the term that was found, not just the concept."""
    (result,) = INDEX.find("exercise", 20)
    assert result.term.text == "cyber exercise"
