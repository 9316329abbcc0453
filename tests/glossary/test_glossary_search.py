"""Looking concepts up by any spelling."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaen.errors import ConfigError
from jaen.glossary import keys
from jaen.glossary.keys import TermKeys, fold, guess_readings
from jaen.glossary.search import Filter, Rank, SearchIndex
from jaen.model import Concept, Review, Status, Term, Validity

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


def people(*names: str) -> SearchIndex:
    """An index of Japanese terms, each its own concept c0, c1 …"""
    terms = [Term(text=name, language="ja") for name in names]
    return SearchIndex(TermKeys(Concept(id=f"c{n}", category="term", terms=(term,)) for n, term in enumerate(terms)))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("cyber exersise", "cyber-exercise"),  # a wrong letter
        ("akta city", "akita-city"),  # one is missing
        ("サイバ演習", "cyber-exercise"),
        ("さいばえんしゅう", "cyber-exercise"),  # in the reading
        ("saibanshu", "cyber-exercise"),  # in the romaji
        ("shunitchi ono", "ono-shunichi"),
    ],
)
def test_what_is_only_like_the_query(query, found):
    """Where nothing holds the query, what is like it is found, marked as such."""
    results = INDEX.find(query, 20)
    assert [result.concept.id for result in results] == [found]
    assert results[0].rank is Rank.ALIKE
    assert results[0].likeness < 100


@pytest.mark.parametrize("query", ["exarcices", "akt", "サ演習", "大野秋田", "wxyz"])
def test_what_is_not_like_it(query):
    """Two wrong letters in nine, or less than four letters, are not like anything."""
    assert INDEX.find(query, 20) == ()


@pytest.mark.parametrize(("query", "found"), [("きんゆうちょう", ["c0"]), ("kinyucho", ["c0"]), ("kempo", ["c1"])])
def test_guessed_readings(query, found):
    """A term whose entry gives no reading is found by the one that the dictionary has, as a guess."""
    results = people("金融庁", "日本国憲法", "NCO").find(query, 20)
    assert [(result.concept.id, result.rank) for result in results] == [(one, Rank.ALIKE) for one in found]


def test_what_is_alike_comes_last_and_only_when_few_hold_the_query():
    """Two that hold the query are joined by those that are like it; three are enough."""
    two = people("経済安全保障", "経済安全保障局", "経済安全保証")
    assert [result.concept.id for result in two.find("経済安全保障", 20)] == ["c0", "c1", "c2"]
    three = people("経済安全保障", "経済安全保障局", "経済安全保証", "新経済安全保障")
    assert [result.concept.id for result in three.find("経済安全保障", 20)] == ["c0", "c1", "c3"]


LAW = Concept(
    id="trade-act",
    category="law",
    domain=("trade", "customs"),
    terms=(
        Term(text="通商法", language="ja", reading="つうしょうほう"),
        Term(text="Trade Act", language="en"),
        Term(text="Commerce Law", language="en", status=Status.FORBIDDEN),
        Term(text="Tariff Act", language="en", status=Status.FORMER, valid=Validity(end=date(2020, 12, 31))),
    ),
    review=Review("approved"),
)
ENDED = Concept(
    id="trade-office",
    category="organization",
    domain=("trade",),
    terms=(Term(text="通商局", language="ja"),),
    valid=Validity(end=date(2010, 3, 31)),
)
FILTERED = SearchIndex(TermKeys([LAW, ENDED]))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, {"trade-act": "通商法", "trade-office": "通商局"}),
        ({"category": ("law",)}, {"trade-act": "通商法"}),
        ({"category": ("law", "organization")}, {"trade-act": "通商法", "trade-office": "通商局"}),
        ({"domain": ("customs",)}, {"trade-act": "通商法"}),
        ({"review": ("proposed",)}, {"trade-office": "通商局"}),
        ({"status": ("forbidden",)}, {"trade-act": "Commerce Law"}),
        ({"status": ("forbidden", "former")}, {"trade-act": "Commerce Law"}),
        ({"language": "en"}, {"trade-act": "Trade Act"}),
        ({"expired": date(2020, 12, 31)}, {"trade-office": "通商局"}),
        ({"expired": date(2021, 1, 1)}, {"trade-act": "Tariff Act", "trade-office": "通商局"}),
        ({"category": ("law",), "review": ("proposed",)}, {}),
        ({"status": ("former",), "language": "ja"}, {}),
    ],
)
def test_filters_list(wanted, found):
    """The empty query lists what the filter wants, each concept with its first term that is wanted."""
    assert {one.concept.id: one.term.text for one in FILTERED.find("", None, Filter(**wanted))} == found


def test_filters_hold_for_the_term_that_is_found():
    """A query finds only terms that are wanted, also among those that are like it."""
    assert [one.term.text for one in FILTERED.find("act", None, Filter(status=("former",)))] == ["Tariff Act"]
    assert FILTERED.find("通商", None, Filter(language="en")) == ()
    assert [one.term.text for one in FILTERED.find("tarif akt", None, Filter(language="en"))] == ["Tariff Act"]
    assert FILTERED.find("tarif akt", None, Filter(status=("preferred",))) == ()


@pytest.mark.parametrize(
    ("field", "word", "says"),
    [
        ("category", "lawe", "did you mean 'law'?"),
        ("status", "forbiden", "did you mean 'forbidden'?"),
        ("review", "aproved", "did you mean 'approved'?"),
    ],
)
def test_unknown_words_have_a_nearest(field, word, says):
    """A word that no entry can have is refused when the filter is made."""
    with pytest.raises(ConfigError) as caught:
        Filter(**{field: (word,)})
    assert says in str(caught.value)


def test_unknown_domains_have_a_nearest():
    """Domains are the editors' own words, so only the glossary can tell."""
    with pytest.raises(ConfigError, match=r"domain 'custom' is not known; did you mean 'customs'\?"):
        FILTERED.find("", None, Filter(domain=("custom",)))


@given(st.text(max_size=8))
def test_any_text_is_a_query(query):
    """Whatever is typed is answered, never with an error."""
    assert isinstance(INDEX.find(query, 5), tuple)


@given(st.lists(st.text(alphabet="がカーｶﾞÁßİ・ _-\n1漢Ａ\u3099", max_size=6), max_size=5))
def test_folding_many_is_folding_each(texts):
    """Terms are folded all at once; none changes its neighbors."""
    assert keys._fold_lines(texts) == [fold(text) for text in texts]


def test_guessing_many_is_guessing_each():
    """Readings are looked up all at once; none changes its neighbors."""
    texts = ["金融庁", "", "東京 都", "一\n二", "NCO"]
    assert guess_readings(texts) == [guess_readings([text])[0] for text in texts]


@pytest.mark.parametrize(
    "query", ["ベッセント スコット", "ベッセント　スコット", "ベッセント・スコット", "Bessent, Scott"]
)
def test_a_name_is_found_with_its_parts_exchanged(query):
    """In either script; one part that is another name's is not enough, and three words have no other order."""
    name = Concept(
        id="bessent-scott",
        category="person",
        terms=(Term(text="スコット・ベッセント", language="ja"), Term(text="Scott Bessent", language="en")),
    )
    index = SearchIndex(TermKeys([name]))
    assert [(one.concept.id, one.rank) for one in index.find(query)] == [("bessent-scott", Rank.ALIKE)]
    assert index.find("ベッセント 太郎左衛門") == ()
