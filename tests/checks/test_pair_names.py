"""Names of a passage and of its translation."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.checks.bilingual.names import added_names, lost_names
from jaen.checks.passages import passage_of
from jaen.model import Concept, Pair, Passage, Severity, Term
from jaen.terms import Matcher

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "pair_names.jsonl").read_text(encoding="utf-8").splitlines()
]
NO_TERMS = Matcher(())


def pair_of(japanese, english, source="ja", matcher=NO_TERMS):
    ja, en = passage_of(japanese, "ja", matcher), passage_of(english, "en", matcher)
    return Pair(ja, en) if source == "ja" else Pair(en, ja)


@pytest.mark.parametrize("case", CASES, ids=[case["rule"] for case in CASES])
def test_names_have_counterparts(case):
    """Each name of the source has its counterpart, by sound, by reading or by the list; one exchange is one finding."""
    pair = pair_of(case["ja"], case["en"], case["source"])
    assert [found.message for found in lost_names(pair)] == case["lost"]
    assert [found.message for found in added_names(pair)] == case["added"]


def test_places_are_shown_on_both_sides():
    """An exchange points to the name in the source and to the wrong one in the target."""
    pair = pair_of("式典にはハミードフ氏も出席した。", "Last week Quintana attended the ceremony.")
    (found,) = lost_names(pair)
    assert found.source.of(pair.source.article.text) == "ハミードフ"
    assert found.span.of(pair.target.article.text) == "Quintana"
    assert found.severity is None


def test_a_country_is_suggested():
    """What to write is told where the list has it; nobody can tell for sure how a name in katakana is spelled."""
    (country,) = lost_names(pair_of("ドイツの銀行が参加した。", "A bank in France took part."))
    (person,) = lost_names(pair_of("式典にはハミードフ氏も出席した。", "Others attended it."))
    assert (country.suggestion, person.suggestion) == ("Germany", None)


def test_a_given_name_is_only_advice():
    """The dictionary's readings of a given name are a guess; those of a family name are fairly complete."""
    (given_name,) = lost_names(pair_of("佐久間玲子さんが優勝した。", "The title went to Ryoko Sakuma."))
    (family_name,) = lost_names(pair_of("倉田恵美さんが優勝した。", "The title went to Emi Kurihara."))
    assert (given_name.severity, family_name.severity) == (Severity.INFO, None)


def test_an_exchange_that_sounds_alike_is_only_advice():
    """トラキア and Thrace are one place, though they sound too little alike to be sure."""
    (found,) = lost_names(pair_of("彼らはトラキアを征服した。", "They conquered Thrace."))
    assert found.severity is Severity.INFO


def test_a_name_that_stands_elsewhere_may_be_a_pronoun():
    """What the target's article names in another sentence is left out here with good reason; then it is only advice."""
    target = passage_of("Hamidov spoke first. Then he left.", "en", NO_TERMS)
    second = Passage.of(target.article, "en", target.segments[1:], target.mentions)
    (found,) = lost_names(Pair(passage_of("ハミードフ氏は帰った。", "ja", NO_TERMS), second))
    assert (found.severity, found.message) == (
        Severity.INFO,
        "ハミードフ is not named here, only elsewhere in the text",
    )


def test_a_name_that_the_source_has_elsewhere_is_not_added():
    """Japanese leaves out what English has to say again."""
    source = passage_of("ウェクスラー氏が来た。すぐに帰った。", "ja", NO_TERMS)
    second = Passage.of(source.article, "ja", source.segments[1:], source.mentions)
    target = passage_of("He was seen with Leopold Wexler.", "en", NO_TERMS)
    assert not list(added_names(Pair(second, target)))
    alone = passage_of("すぐに帰った。", "ja", NO_TERMS)
    assert [found.message for found in added_names(Pair(alone, target))] == ["nothing in the source is Leopold Wexler"]


def test_names_of_the_glossary_are_left_to_its_rules():
    """A concept that the glossary has is checked as a term, and not as a name again."""
    concept = Concept(
        id="hamidov",
        category="person",
        terms=(Term(text="ハミードフ", language="ja"), Term(text="Hamidov", language="en")),
    )
    texts = ("ハミードフ氏は帰った。", "Then he left.")
    assert not list(lost_names(pair_of(*texts, matcher=Matcher((concept,)))))
    assert list(lost_names(pair_of(*texts)))


def test_other_languages_are_not_compared():
    """Nothing is known of how a Chinese text names somebody."""
    chinese = passage_of("约翰·斯密特来了。", "zh", NO_TERMS)
    english = passage_of("Then Leopold Wexler came.", "en", NO_TERMS)
    assert not [*lost_names(Pair(chinese, english)), *added_names(Pair(chinese, english))]


def test_a_long_list_is_no_sentence():
    """Of more than 60 names nothing is said; of fewer each is checked."""

    def found(count):
        return list(lost_names(pair_of("、".join(["ハミードフ氏"] * count) + "が来た。", "They came.")))

    assert len(found(20)) == 20
    assert not found(61)


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="アンカミードフ・ー氏山田太郎東京日本はが。、ABc 1「」(", max_size=30),
    st.text(alphabet="AnHamidovTokyo JapanUS. ,'’-éü1(", max_size=30),
    st.sampled_from(["ja", "en"]),
)
def test_places_lie_in_their_articles(japanese, english, source):
    """Whatever is found points into the two texts."""
    pair = pair_of(japanese, english, source)
    for found in (*lost_names(pair), *added_names(pair)):
        assert found.message
        for span, article in ((found.span, pair.target.article), (found.source, pair.source.article)):
            assert span is None or span.of(article.text)
