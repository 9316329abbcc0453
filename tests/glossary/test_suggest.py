"""Suggestions: what is mined from articles, and what is left out."""

from datetime import date
from pathlib import Path

import pytest

from jaen.glossary import Glossary
from jaen.glossary.suggest import Decision, suggest
from jaen.model import Article, Concept, Review, Status, Term
from jaen.reading import read_paths

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


def article(text: str, number: int = 1) -> Article:
    return Article(id=str(number), text=text, source=f"{number}.txt", encoding="utf-8", sha256="")


def found(*texts: str, glossary: Glossary | None = None, decisions=()):
    return suggest([article(text, number) for number, text in enumerate(texts)], glossary, decisions)


def terms(suggestions) -> list[set[str]]:
    return [{term.text for term in one.terms} for one in suggestions]


def of(suggestions, text: str):
    return next(one for one in suggestions if any(term.text == text for term in one.terms))


def glossary(*concepts: Concept) -> Glossary:
    return Glossary("test", tuple(sorted(concepts, key=lambda concept: concept.id)))


def concept(concept_id: str, *names: tuple[str, str], **fields) -> Concept:
    status = fields.pop("status", Status.PREFERRED)
    own = tuple(Term(text=text, language=language, status=status) for language, text in names)
    return Concept(id=concept_id, category="term", terms=own, **fields)


# Brackets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海洋観測機構(OOI)は北の海で調査を始めた。", {"海洋観測機構", "OOI"}),
        ("OOI(海洋観測機構)は北の海で調査を始めた。", {"海洋観測機構", "OOI"}),
        ("海洋観測機構(Ocean Observation Institute)は調査を始めた。", {"海洋観測機構", "Ocean Observation Institute"}),
        ("海洋観測機構（ＯＯＩ）は北の海で調査を始めた。", {"海洋観測機構", "OOI"}),
        ("海洋観測機構(以下、OOI)は北の海で調査を始めた。", {"海洋観測機構", "OOI"}),
        ("海洋観測銀行(以下「海銀」)は北の海で調査を始めた。", {"海洋観測銀行", "海銀"}),
        ("海洋観測委員会(海観委)は北の海で調査を始めた。", {"海洋観測委員会", "海観委"}),
        ("The Harbor Safety Board (HSB) met in the old town hall.", {"Harbor Safety Board", "HSB"}),
        ("The HSB (Harbor Safety Board) met in the old town hall.", {"Harbor Safety Board", "HSB"}),
        (
            "The Ministry of Fishing, Ports and Coasts (MFPC) opened an office there.",
            {"Ministry of Fishing, Ports and Coasts", "MFPC"},
        ),
        ("The Harbor Safety Board (港湾安全委員会) met on the pier.", {"Harbor Safety Board", "港湾安全委員会"}),
        (
            "港湾安全委員会(Harbor Safety Board、HSB)は桟橋で会合を開いた。",
            {"港湾安全委員会", "HSB", "Harbor Safety Board"},
        ),
    ],
)
def test_a_bracket_defines_a_pair(text, expected):
    """A name and its abbreviation or translation in brackets are one suggestion, the best one."""
    assert terms(found(text))[0] == expected
    assert found(text)[0].reasons[0].kind == "bracket"


@pytest.mark.parametrize(
    "text",
    [
        "The ferry to the north (see map) was late again, said the captain.",
        "The Harbor Safety Board (Reuters) met in the old town hall.",
        "The Harbor Safety Board (XQZ) met in the old town hall.",
        "映画会社(Asty Film)は新作を撮る。",
        "港の会議(写真)は夜まで続いた。",
        "市長は(港の安全を守る)船員と会った。",
    ],
)
def test_a_bracket_that_defines_nothing_pairs_nothing(text):
    """Credits, notes, insertions, initials that do not fit, and a kind before a name are no pairs."""
    assert not any(reason.kind == "bracket" for one in found(text) for reason in one.reasons)


def test_an_abbreviation_joins_both_languages():
    """One abbreviation defined in each language makes one concept of three terms."""
    one = found("海洋観測機構(OOI)は調査した。", "The Ocean Observation Institute (OOI) sent a ship to the north.")[0]
    assert [(term.language, term.text, term.type) for term in one.terms] == [
        ("ja", "海洋観測機構", "full"),
        ("en", "Ocean Observation Institute", "full"),
        ("en", "OOI", "abbreviation"),
    ]


def test_an_abbreviation_of_two_names_joins_none():
    """HSB of two bodies proposes two concepts, never one with both."""
    texts = ("The Harbor Safety Board (HSB) met there.", "The Hill Street Bank (HSB) closed its doors early.")
    for one in found(*texts):
        assert not {"Harbor Safety Board", "Hill Street Bank"} <= {term.text for term in one.terms}


def test_an_explanation_becomes_a_definition():
    """巨大な漁業会社 explains ビッグフィッシュ; it is no second term."""
    one = of(found("政府はビッグフィッシュ(巨大漁業企業)と話し合った。"), "ビッグフィッシュ")
    assert one.definition == (("ja", "巨大漁業企業"),)
    assert len(one.terms) == 1


# Names


def test_katakana_and_latin_that_sound_alike_are_a_pair():
    """A story that has both names pairs them."""
    text = "新興企業ノルヴァテックが船を造る。\n\nThe ship is built by Norvatech, a young company in Oslo."
    one = of(found(text), "ノルヴァテック")
    assert {term.text for term in one.terms} == {"ノルヴァテック", "Norvatech"}
    assert one.reasons[0].kind == "sound"


def test_a_name_in_three_words_is_paired_whole():
    """ケルン・ブラント is Kern Brandt, not Brandt."""
    text = "ケルン・ブラント氏は船長だ。\n\nThe captain, who is called Kern Brandt, came on board."
    assert {"ケルン・ブラント", "Kern Brandt"} in terms(found(text))


def test_names_that_do_not_sound_alike_are_no_pair():
    """Two names of one story that have nothing in common stay apart."""
    text = "ノルヴァテックが船を造る。ノルヴァテックは若い。\n\nThe ship will be painted by Holmberg, said the mayor."
    assert not any({"ノルヴァテック", "Holmberg"} <= one for one in terms(found(text)))


def test_a_kanji_name_is_paired_by_its_reading_in_either_order():
    """飯島洋子 reads Iijima Yoko; English has the given name first."""
    text = "飯島洋子・港湾局長が話した。\n\nThe plan was explained by Yoko Iijima in the town hall."
    one = of(found(text), "飯島洋子")
    assert {term.text for term in one.terms} == {"飯島洋子", "Yoko Iijima"}
    assert one.category == "person"
    assert "a guess" in one.reasons[0].detail


def test_a_reading_in_brackets_goes_before_the_dictionary():
    """What the article reads is no guess, and becomes the term's reading."""
    text = "森本尚(もりもと・ひさし)港湾局長が話した。\n\nThe plan was explained by Hisashi Morimoto in the town hall."
    one = of(found(text), "森本尚")
    assert {term.text for term in one.terms} == {"森本尚", "Hisashi Morimoto"}
    assert one.terms[0].reading == "もりもとひさし"
    assert "as the article reads it" in one.reasons[0].detail


def test_the_family_name_alone_is_weaker_than_both():
    """森本尚 with another given name is proposed with less strength, and says why."""
    text = "森本尚・港湾局長が話した。\n\nThe plan was explained by Zelda Morimoto in the town hall."
    one = of(found(text), "森本尚")
    assert one.reasons[0].strength <= 0.7
    assert "only the family name agrees" in one.reasons[0].detail


def test_one_person_in_two_languages_pairs_the_offices():
    """Apposition says who holds which office; the offices of one person are a pair."""
    text = (
        "飯島洋子・港湾安全官は注意を呼びかけた。\n\n"
        "Yoko Iijima, Japan's National Harbor Director, asked crews to be careful in the fog."
    )
    one = of(found(text), "港湾安全官")
    assert {term.text for term in one.terms} == {"港湾安全官", "National Harbor Director"}
    assert one.category == "role"
    assert one.reasons[0].kind == "holder"


def test_a_dotted_person_and_office_are_two():
    """飯島洋子・港湾安全官 is never one candidate."""
    assert not any("・" in term.text for one in found("飯島洋子・港湾安全官は話した。" * 3) for term in one.terms)


# Loan words and company


def test_a_compound_of_loan_words_is_paired_with_its_english():
    """The dictionary knows パブリック and コメント; together they are public comment."""
    text = "パブリックコメントが締め切られた。\n\nThe period for public comment has closed, the office said."
    one = of(found(text), "パブリックコメント")
    assert {term.text for term in one.terms} == {"パブリックコメント", "public comment"}
    assert one.reasons[0].kind == "loan-word"


def test_a_common_loan_word_that_was_there_once_is_not_proposed():
    """スピード = speed needs no entry."""
    assert not any("スピード" in one for one in terms(found("スピードが出た。\n\nThe speed of the ship was high.")))


def test_translated_terms_that_always_stand_together_are_a_pair():
    """No sound shows 潮汐発電所 = Tidal Power Plant; four articles with both and others with neither do."""
    both = [
        f"潮汐発電所の工事は{month}に進んだ。\n\nWork on the Tidal Power Plant went on {there}."
        for month, there in (("春", "in spring"), ("夏", "in summer"), ("秋", "again"), ("冬", "slowly"))
    ]
    others = ["港の祭りは中止だ。\n\nThe feast in the port is off.", "橋は青い。\n\nThe bridge is blue today."]
    one = of(found(*both, *others), "潮汐発電所")
    assert {term.text for term in one.terms} == {"潮汐発電所", "Tidal Power Plant"}
    assert one.reasons[0].kind == "together"


def test_twice_together_says_nothing():
    """Two articles with both may be chance."""
    both = ["潮汐発電所の工事。\n\nWork on the Tidal Power Plant went on there."] * 2
    assert not any(len(one) > 1 for one in terms(found(*both)))


# Single terms


def test_a_compound_that_comes_again_is_proposed_alone():
    """Without a counterpart a term is proposed from its second place on, below every pair that a text defines."""
    suggestions = found("海底光ケーブルが切れた。海底光ケーブルは古い。海洋観測機構(OOI)が調べる。")
    assert terms(suggestions)[0] == {"海洋観測機構", "OOI"}
    assert {"海底光ケーブル"} in terms(suggestions)


@pytest.mark.parametrize(
    ("text", "not_proposed"),
    [
        ("政府は話した。政府は黙った。", "政府"),
        ("25日に3社が来た。25日に3社が帰った。", "25日"),
        ("昨年、日本に来た。昨年、日本を出た。", "日本"),
        ("高性能の船だ。高性能の帆だ。", "高性能"),
        ("担当者が来た。担当者が帰った。", "担当者"),
    ],
)
def test_everyday_words_are_no_terms(text, not_proposed):
    """Single common nouns, numbers with counters, countries and words with an everyday affix are left out."""
    assert not any(not_proposed in one for one in terms(found(text)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He works for the Bank of Norway. She left the Bank of Norway.", "Bank of Norway"),
        ("They met Prime Minister Ann Holm there. They met Prime Minister Ann Holm again.", "Ann Holm"),
        ("They met Prime Minister Ann Holm there. They met Prime Minister Ann Holm again.", "Prime Minister"),
        ("Some use the Norwegian Harbor Act. Some fear the Norwegian Harbor Act.", "Harbor Act"),
        ("A note from the Ministry of Fish, Ports and Coasts came. The Ministry of Fish, Ports and Coasts erred.",
         "Ministry of Fish, Ports and Coasts"),
    ],
)  # fmt: skip
def test_english_names_are_cut_where_they_begin_and_end(text, name):
    """Of and lists stay inside, offices and people are parted, adjectives of nations are left away."""
    assert {name} in terms(found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Meanwhile the ship sailed. Meanwhile the crew slept.",
        "Cables break often. Cables are old.",
        "It sailed on Monday. It came on Monday.",
        "The Norwegian crew slept. The Norwegian ship sailed.",
        "An AI-powered ship sailed. The AI-powered crane broke.",
        "New Ways To Mend Broken Cables\n\nNew Ways To Mend Broken Cables",
    ],
)
def test_capitals_that_make_no_name_are_left_out(text):
    """The start of a sentence, days, adjectives of nations, adjectives with a hyphen, and headlines in capitals."""
    assert found(text) == ()


def test_lists_are_several_names():
    """Commas and "and" between companies join nothing."""
    text = (
        "It was built by Holm Group, Berg Group and Dahl Group. It was sold by Holm Group, Berg Group and Dahl Group."
    )
    assert {"Holm Group"} in terms(found(text))
    assert not any("," in name for one in terms(found(text)) for name in one)


def test_furniture_is_not_mined():
    """Menus, credits and teasers are no evidence."""
    page = (
        "Photo by Holm Berg\n\nThe ship sailed out of the harbor in the morning, as it did every day.\n\n© Holm Berg\n"
    )
    assert not any("Holm Berg" in name for one in terms(found(page)) for name in one)


# Weak evidence


SUMMARY = (
    "Cable to the north breaks again\n\nKey points\n- Yoko Iijima, head of the Harbor Office, says cables are old.\n"
    "Summary generated by AI\n\n飯島洋子・港湾局長が記者会見で話した。海底ケーブルは古くなっている。\n"
)


def test_what_only_a_machine_says_is_weak_and_last():
    """A pair whose English stands only in a machine's summary is marked and loses half of its score."""
    weak = of(found(SUMMARY), "飯島洋子")
    strong = of(found(SUMMARY, "The plan was explained by Yoko Iijima in the town hall."), "飯島洋子")
    assert weak.is_weak
    assert not strong.is_weak
    assert weak.score <= strong.score / 2 + 1
    assert any(evidence.is_weak for reason in weak.reasons for evidence in reason.evidence)


# What is known


PAIR = "海洋観測機構(OOI)は調査した。"


@pytest.mark.parametrize("status", list(Status))
def test_what_the_glossary_has_is_not_proposed(status):
    """Whatever the status of its terms."""
    known = glossary(concept("ooi", ("ja", "海洋観測機構"), ("en", "OOI"), status=status))
    assert found(PAIR, glossary=known) == ()


def test_a_rejected_entry_is_known_too():
    """An entry that was rejected in review does not come back, nor does it grow."""
    known = glossary(concept("ooi", ("ja", "海洋観測機構"), review=Review("rejected")))
    assert found(PAIR, glossary=known) == ()


def test_a_new_term_of_a_known_concept_extends_it():
    """The glossary has the name, the text its abbreviation."""
    known = glossary(concept("ocean-institute", ("ja", "海洋観測機構")))
    (one,) = found(PAIR, glossary=known)
    assert one.extends == "ocean-institute"


def test_terms_of_two_concepts_are_not_brought_together():
    """That would be a merge, which an editor has to ask for."""
    known = glossary(concept("one", ("ja", "海洋観測機構")), concept("two", ("en", "OOI")))
    assert found(PAIR, glossary=known) == ()


def test_spellings_of_a_known_term_are_known():
    """Width, ・, case and plurals make no new term."""
    known = glossary(concept("kern", ("ja", "ケルン・ブラント"), ("en", "Tidal Plant")))
    assert found("ｹﾙﾝﾌﾞﾗﾝﾄは船だ。ｹﾙﾝﾌﾞﾗﾝﾄが来た。", "We saw Tidal Plants. They like Tidal Plants.", glossary=known) == ()


def decided(answer: str, *names: tuple[str, str]) -> Decision:
    return Decision(answer, names, "ann", date(2026, 7, 1))


@pytest.mark.parametrize(
    "decision",
    [
        decided("rejected", ("ja", "海洋観測機構"), ("en", "OOI")),
        decided("rejected", ("en", "OOI"), ("ja", "海洋観測機構")),
        decided("rejected", ("ja", "海洋観測機構")),
        decided("rejected", ("ja", "海洋観測機構"), ("en", "OOI"), ("en", "Ocean Institute")),
        decided("accepted", ("ja", "海洋観測機構"), ("en", "OOI")),
    ],
)
def test_what_was_decided_is_not_asked_again(decision):
    """Also with other evidence, with more terms and with fewer."""
    assert found(PAIR, "The OOI sent a ship. The OOI sent a boat.", decisions=[decision]) in ((), found("x"))


def test_an_accepted_pair_may_grow():
    """A new term of an accepted pair is a new question."""
    decision = decided("accepted", ("ja", "海洋観測機構"))
    assert len(found(PAIR, decisions=[decision])) == 1


def test_the_last_decision_counts():
    """Rejected by mistake, then accepted: it may be proposed with a new term."""
    first, last = decided("rejected", ("ja", "海洋観測機構")), decided("accepted", ("ja", "海洋観測機構"))
    assert len(found(PAIR, decisions=[first, last])) == 1


# The whole


def test_the_same_articles_give_the_same_suggestions():
    """Order and scores do not depend on the run."""
    texts = (PAIR, SUMMARY, "海底光ケーブルが切れた。海底光ケーブルは古い。")
    assert found(*texts) == found(*texts)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "。。。", "(((((", "A" * 5000, "ア" * 5000, "ア・" * 2000, "\ud800", "(NSS)" * 500]
)
def test_any_text_is_read(text):
    """Odd texts give suggestions or none, never an error."""
    assert isinstance(found(text), tuple)


def test_evidence_stands_in_the_article():
    """Spans of evidence are those of the article's own text."""
    (one,) = found("前書き。\n\n" + PAIR)
    evidence = one.reasons[0].evidence[0]
    assert evidence.span.of("前書き。\n\n" + PAIR) == "海洋観測機構(OOI)"
    assert evidence.source == "0.txt"


@pytest.mark.skipif(not SEEDS.exists(), reason="the articles of ../shared/seeds are not here")
def test_what_the_seed_articles_define_is_proposed():
    """With an empty glossary: each pair in brackets, and the names that sound or read alike."""
    wanted = [
        {"国家サイバー統括室", "NCO"}, {"国家安全保障局", "NSS"}, {"人工知能", "AI"},
        {"Mitsubishi UFJ Financial Group", "MUFG"}, {"Sumitomo Mitsui Financial Group", "SMBC"},
        {"アンソロピック", "Anthropic"}, {"ミュトス", "Mythos"}, {"クロード・ミュトス", "Claude Mythos"},
        {"飯田陽一", "Yoichi Iida"}, {"ビッグテック", "Big Tech"},
    ]  # fmt: skip
    suggestions = terms(suggest(list(read_paths([str(SEEDS)]))))[:20]
    assert [pair for pair in wanted if not any(pair <= one for one in suggestions)] == []
