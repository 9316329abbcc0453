"""The gloss: what it says, what it leaves out, and what it must never claim."""

import pytest

from jaen.api import split
from jaen.model import Concept, Mention, MentionKind, Span, Term
from jaen.translation import gloss


def gloss_of(text: str) -> str:
    return " | ".join(item.text for item in gloss(split(text), ()))


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        ("顧客の情報は使わない。", "customer · information · use · not", "a negation is said"),
        ("顧客の情報を使った。", "customer · information · use", "no negation, no not"),
        ("政府全体で対応しないといけない。", "government whole · respond · must", "ないといけない is must, not not"),
        ("攻撃が出るかもしれない。", "attack · come out · maybe", "かもしれない is maybe, not not"),
        ("トップと協議する。", "top · consult", "a loan word is said in its source word"),
        (
            "アンソロピックが開発した。",
            "アンソロピック (Ansoropikku?) · develop",
            "a name cut in three is one guess, never Anne solo pick",
        ),
        ("メガバンクが参加した。", "mega · bank · participate", "loan words side by side are no name"),
        ("事業者が防御試験を始めた。", "operator · defense test · begin", "a compound is one word"),
        ("被害は150社に及ぶ。", "damage · 150 companies · reach", "a number is said as a value with its counter"),
        (
            "米ボルトンが始めた。",
            "U.S. · ボルトン (Boruton?) · begin",
            "one kanji before a name is a country, not rice",
        ),
        ("米を食べた。", "rice · eat", "and rice where it stands for itself"),
        ("元研究員が話した。", "former · researcher · speak", "元 before an office is former"),
        ("予算を使い切りたい。", "budget · use", "the second verb of a compound verb is left out"),
        ("およそ14の事業者が参加した。", "about 14 · operator · participate", "an estimate is said once"),
        ("3時間以内に参加した。", "within 3 hours · participate", "a bound is no estimate"),
        ("3分の1を舁く。", "1/3 · 舁く", "a fraction is said as one; a word that is not in the list stays"),
        ("1.5倍に増える。", "1.5 x · increase", "a decimal is no fraction"),
        ("1社が続く。", "1 company · continue", "one is no plural"),
        ("第2回会合を開く。", "2nd time · meeting · open", "an ordinal is no count"),
        ("第11回会合を開く。", "11th time · meeting · open", "11 is no 1st"),
    ],
)
def test_gloss_says_content_words_in_order(text, expected, rule):
    """Content words in their order, in the form the rule names."""
    assert gloss_of(text) == expected, rule


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        (
            "98行のうち、30行が参加した。",
            "98 banks · of these · 30 banks · participate",
            "うち before a number is a part",
        ),
        ("今のうちに参加した。", "now · participate", "うち elsewhere is not within"),
        ("うちは小さいから。", "we · small", "うち as a pronoun"),
        ("あり得る話だ。", "possible · story", "あり得る is no gain"),
        ("参加し得ない。", "participate · possible · not", "得る after a verb is can"),
        ("情報を得る。", "information · gain", "得る by itself is gain"),
        ("値下げを打ち出すのではないか。", "price cut · set out · maybe", "のではないか is no denial"),
        ("値下げするのではないでしょうか。", "cut prices · maybe", "nor is its polite form"),
        ("警官ではないから話さない。", "police officer · not · speak · not", "ではない denies where no か asks"),
        ("警官ではないかもしれない。", "police officer · not · maybe", "かもしれない after a denial keeps it"),
        ("見直すべきだ。", "review · should", "べき is said"),
        ("参加すべきではない。", "participate · should · not", "with its negation"),
        ("魚を食べきる。", "fish · eat", "べき inside 食べきる is none"),
        ("何をすべきか。", "what · should", "a question does not vanish"),
        ("何か食べる。", "eat", "何か is no what"),
        ("なんのことはない。", "", "an idiom that says nothing and denies nothing"),
        ("何の問題もない。", "problem · not", "何の before another word denies"),
        ("うちに帰る。", "home · go back", "うち where one goes back to"),
        ("半年のうちに帰る。", "6 months · go back", "and a stretch of time"),
        ("いつ始まるのか。", "when · begin", "いつ asks"),
        ("あいつに話す。", "speak", "あいつ does not"),
        ("何人が参加したか。", "how many · person · participate", "a count is asked"),
        ("何人かが参加した。", "some · person · participate", "some are not asked"),
        ("何が何でも参加する。", "at any cost · participate", "何 of an idiom asks nothing"),
        ("参加するかどうか話す。", "participate · whether · speak", "かどうか is no how"),
        ("小さな会社。", "small · company", "a word before a noun"),
        ("この会社。", "company", "one that says little"),
        ("方針を明らかにした。", "policy · make clear", "明らかにする is an action"),
        ("方針は明らかだ。", "policy · clear", "明らか alone is not"),
        ("研究に参加してみませんか。", "research · participate · how about", "the verb before ませんか stays"),
        ("通常国会で審議する。", "ordinary Diet session · deliberate", "a kind of session"),
        ("通常の審議をする。", "usual · deliberation", "通常 elsewhere"),
        ("可能な限り参加する。", "as far as possible · participate", "限り after 可能な"),
    ],
)
def test_phrases_are_said_as_a_whole(text, expected, rule):
    """Each phrase whose words would mislead, where it fires and where it must not."""
    assert gloss_of(text) == expected, rule


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        (
            "10日午前3時ごろ参加した。",
            "the 10th · around 3 a.m. · participate",
            "a day without its month, and a time of day",
        ),
        ("午後6時42分に参加した。", "6:42 p.m. · participate", "minutes"),
        ("午前0時半に参加した。", "12:30 a.m. · participate", "半 is 30 minutes; 0 is 12"),
        ("18時42分に参加した。", "18:42 · participate", "24 hours"),
        ("１８時４２分に参加した。", "18:42 · participate", "digits of full width"),
        ("午後12時に参加した。", "afternoon · 12 o'clock · participate", "nobody knows whether 午後12時 is noon"),
        ("午後2時から5時まで参加する。", "2 p.m. · 5 o'clock · participate", "an hour without its half of the day"),
        ("9時すぎに参加した。", "after 9 o'clock · participate", "すぎ"),
        ("時間が過ぎた。", "time · pass", "過ぎる is a verb elsewhere"),
        ("3時間続く。", "3 hours · continue", "a duration is no time of day"),
        ("来月以降に参加する。", "from next month on · participate", "以降 belongs to its date"),
        ("来週の火曜日以降に参加する。", "from next week Tuesday on · participate", "a date of two words"),
        ("2025年以降に参加する。", "from 2025-01-01 on · participate", "also to one with its days"),
        ("それ以降は参加する。", "from then on · participate", "without a date it is from then on"),
        ("4月1日に参加する。", "April 1 · participate", "a date of no known year"),
        ("半分が参加した。", "half · participate", "半分"),
        ("10分の3が参加した。", "3/10 · participate", "another fraction"),
        ("3者が参加した。", "3 parties · participate", "者 after a number"),
        ("参加者が話した。", "participant · speak", "and not after one"),
        ("5人以上が参加した。", "5 people or more · participate", "a bound is said with its number"),
        ("5人以下が参加した。", "5 people or less · participate", "以下"),
        ("5人未満が参加した。", "under 5 people · participate", "未満"),
        ("100万円超を払う。", "over 1,000,000 yen · pay", "超"),
        ("100人弱が参加した。", "just under 100 people · participate", "弱"),
        ("5割強が参加した。", "just over 50 % · participate", "強"),
        ("5人強い会社。", "5 people · strong · company", "強い is a word of its own"),
        ("5人超える。", "5 people · exceed", "超える is a verb of its own"),
        ("約5人以上が参加した。", "about 5 people or more · participate", "an estimate and a bound"),
        ("5人以外が参加した。", "5 people · other than · participate", "以外 is no bound"),
    ],
)
def test_numbers_dates_and_times_are_said_as_a_whole(text, expected, rule):
    """A value with what bounds it is one word of the gloss."""
    assert gloss_of(text) == expected, rule


def test_names_are_guesses_with_a_question_mark():
    """A name that the glossary does not know is romanized with a question mark, never as a fact."""
    assert gloss_of("佐久間玲子が話した。").startswith("Sakuma? · Reiko? · ")


def test_a_name_in_katakana_keeps_its_katakana():
    """An editor can look up the katakana; a name in kanji has nothing to add to its guess."""
    assert gloss_of("ダニエルが話した。") == "ダニエル (Danieru?) · speak"


def test_english_is_not_glossed():
    """An English sentence needs no gloss."""
    assert gloss_of("The ministry said so.") == ""


CONCEPT = Concept(
    id="nco",
    category="organization",
    terms=(
        Term(text="国家サイバー統括室", language="ja"),
        Term(text="National Cybersecurity Office", language="en"),
    ),
)


def test_glossary_terms_are_said_in_english_once():
    """A mention is said as the concept's preferred English term, and its words not again."""
    (segment,) = split("国家サイバー統括室が発表した。")
    mention = Mention(
        segment_id=segment.id, span=Span(0, 9), surface="国家サイバー統括室", concept=CONCEPT, term=CONCEPT.terms[0],
        kind=MentionKind.FREE, matched_by="exact",
    )  # fmt: skip
    assert gloss((segment,), (mention,))[0].text == "National Cybersecurity Office · announce"


def test_an_english_mention_keeps_its_own_words():
    """NCO is said as NCO, not as the name it stands for."""
    (segment,) = split("NCOが発表した。")
    mention = Mention(
        segment_id=segment.id, span=Span(0, 3), surface="NCO", concept=CONCEPT, term=CONCEPT.terms[1],
        kind=MentionKind.SHORT_FORM, matched_by="register",
    )  # fmt: skip
    assert gloss((segment,), (mention,))[0].text == "NCO · announce"


@pytest.mark.parametrize(
    ("text", "spans", "expected", "rule"),
    [
        ("人工知能(AI)だ。", [(0, 4), (5, 7)], "artificial intelligence (AI)", "an abbreviation is said in its bracket"),
        ("AI(人工知能)だ。", [(0, 2), (3, 7)], "artificial intelligence", "a long form in the bracket says nothing new"),
        ("AIと人工知能。", [(0, 2), (3, 7)], "artificial intelligence · artificial intelligence", "no bracket: both"),
        ("人工知能(AI企業)だ。", [(0, 4), (5, 7)], "artificial intelligence · artificial intelligence · company", "a bracket that says more"),
    ],
)  # fmt: skip
def test_a_bracket_that_repeats_its_concept_is_said_once(text, spans, expected, rule):
    """A bracket that holds nothing but the same concept again belongs to the word before it."""
    terms = (Term(text="人工知能", language="ja"), Term(text="AI", language="ja"))
    concept = Concept(
        id="ai", category="technology", terms=(*terms, Term(text="artificial intelligence", language="en"))
    )
    (segment,) = split(text)
    mentions = [
        Mention(
            segment_id=segment.id, span=Span(*span), surface=text[slice(*span)], concept=concept, term=terms[0],
            kind=MentionKind.FREE, matched_by="exact",
        )
        for span in spans
    ]  # fmt: skip
    assert gloss((segment,), mentions)[0].text == expected, rule


@pytest.mark.parametrize("text", ["7" * 5000 + "円", "0." + "3" * 5000 + "倍", "1" * 40 + ".25倍"])
def test_a_number_of_any_length_is_glossed(text):
    """Scraped pages have keys and hashes of thousands of digits: no number is too long to be read."""
    assert gloss_of(text)
