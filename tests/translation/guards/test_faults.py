"""What is seen to be wrong with a translation, and what must be left in peace."""

import pytest

from jaen.api import split
from jaen.model import Segment, Span
from jaen.translation.guards import Source
from jaen.translation.requirements import Form, Place


def segment_of(text: str) -> Segment:
    """The only segment of a text."""
    (segment,) = split(text)
    return segment


def codes(source: str, target: str, language: str = "en") -> list[str]:
    """The codes of a translation's faults."""
    return [fault.code for fault in Source.of(segment_of(source)).faults(target, language, ())]


def details(source: str, target: str, language: str = "en") -> list[str]:
    """The faults as flags."""
    return [str(fault) for fault in Source.of(segment_of(source)).faults(target, language, ())]


@pytest.mark.parametrize(
    ("source", "target", "language", "rule"),
    [
        ("駅の前に古い店がある。", "", "en", "nothing is no translation"),
        ("駅の前に古い店がある。", " \n", "en", "blanks are nothing"),
        ("駅の前に古い店がある。", "...", "en", "nor are marks alone"),
        ("There is an old shop.", "。", "ja", "in Japanese neither"),
    ],
)
def test_empty(source: str, target: str, language: str, rule: str) -> None:
    """A translation without a letter is empty, and that is all there is to say of it."""
    assert codes(source, target, language) == ["empty"], rule


def test_marks_may_be_translated_by_marks() -> None:
    """A source without letters needs none in its translation."""
    assert codes("……！", "...!") == []


@pytest.mark.parametrize(
    ("source", "target", "expected", "rule"),
    [
        ("政府は来月から新しい制度を始めると発表した。", "The government announced that it", True, "a half without an end"),
        ("政府は来月から新しい制度を始めると発表した。", "The government announced the start of the", True, "no sentence ends in the"),
        ("政府は来月から新しい制度を始めると発表した。", "The government announced a start of the.", True, "a full stop makes it no better"),
        ("政府は来月から新しい制度を始めると発表した。", "It is so.", True, "far too short"),
        ("政府は来月から新しい制度を始めると発表した。", "The government announced a new system (from next", True, "a bracket stays open"),
        ("政府は来月から新しい制度を始めると発表した。", "The government said it would start a new system next month.", False, "whole"),
        ("政府は来月から新しい制度を始めると発表した。", "The government will start a new system next month, it announced", False, "only the full stop is missing"),
        ("誰から聞いたの？", "Who did you hear it from?", False, "a question may end in a preposition"),
        ("新制度、来月開始", "New system from", False, "a headline needs no end"),
        ("はい。", "Yes.", False, "a short source may be shorter still"),
    ],
)  # fmt: skip
def test_truncated(source: str, target: str, expected: bool, rule: str) -> None:
    """A translation that breaks off is truncated; a short or unpunctuated one is not."""
    assert ("truncated" in codes(source, target)) is expected, rule


@pytest.mark.parametrize(
    ("target", "expected", "rule"),
    [
        ("政府は来月から新しい", True, "no predicate"),
        ("政府は来月から新しい制度を始めると発表した", False, "a predicate without a full stop"),
        ("政府は来月から新しい制度を始めると発表した。", False, "whole"),
    ],
)
def test_truncated_in_japanese(target: str, expected: bool, rule: str) -> None:
    """A Japanese sentence without a full stop must at least end in a predicate."""
    source = "The government announced that a new system would start next month."
    assert ("truncated" in codes(source, target, "ja")) is expected, rule


@pytest.mark.parametrize(
    ("source", "target", "language", "expected", "rule"),
    [
        ("大臣が述べた。", "The minister of the minister of the minister of the minister said so.", "en", True, "a phrase three times"),
        ("大臣が述べた。", "He said that he said that he said that he left.", "en", True, "three words three times"),
        ("大臣が述べた。", "He came to the old station he came to the old station.", "en", True, "a long phrase twice"),
        ("大臣が述べた。", "He is to be able to be able to leave.", "en", True, "three words twice"),
        ("何度も試した。", "He tried again and again and again.", "en", False, "two words and a half"),
        ("とても良い。", "It is very, very good.", "en", False, "very, very"),
        ("違う。", "No, no, no.", "en", False, "three in anger"),
        ("違う。", "No no no no no no.", "en", True, "but not six"),
        ("彼が持っていたのは本だった。", "All he had had had no effect.", "en", False, "had had"),
        ("笑う。", "Hahahahahahahahaha.", "en", True, "letters again and again"),
        ("ハハハハハハハハハハ。", "Hahahahahahahahahaha.", "en", False, "as the source does"),
        ("The minister spoke.", "大臣は大臣は大臣は大臣は述べた。", "ja", True, "in Japanese"),
        ("In the first place it was so.", "そもそもますますいろいろそうだった。", "ja", False, "doubled words"),
        ("It is 100000000000 yen.", "100000000000円だ。", "ja", False, "figures are no letters"),
    ],
)  # fmt: skip
def test_looping(source: str, target: str, language: str, expected: bool, rule: str) -> None:
    """What is said over and over is a loop; emphasis and words that double themselves are not."""
    assert ("looping" in codes(source, target, language)) is expected, rule


@pytest.mark.parametrize(
    ("source", "target", "language", "expected", "rule"),
    [
        ("駅の前に古い店がある。", "駅の前に古い店がある。", "en", ["copied-source"], "the source again"),
        ("駅の前に古い店がある。", "駅の前にold店がある。", "en", ["copied-source"], "mostly the source"),
        (
            "駅の前に古い店がある。",
            "There is an old 店 in front of the station.",
            "en",
            ["leftover-kana"],
            "a word of it",
        ),
        ("駅の前に古い店がある。", "There is an old shop in front of the station.", "en", [], "none of it"),
        ("There is an old shop.", "There is an old shop.", "ja", ["copied-source"], "English again"),
        ("There is an old shop.", "古い店がthere is an oldある。", "ja", ["copied-source"], "an English phrase"),
        ("The Bank of Japan uses AI.", "Bank of JapanはAIを使う。", "ja", [], "a name is no phrase"),
    ],
)
def test_source_left_over(source: str, target: str, language: str, expected: list[str], rule: str) -> None:
    """A copy of the source is none of a translation; kana inside English are left over."""
    assert codes(source, target, language) == expected, rule


def test_kana_at_a_required_place_are_meant_to_be_there() -> None:
    """A requirement may ask for Japanese (the name of a work), which is then no leftover."""
    segment = segment_of("曲は「夏の星」だ。")
    target = "The song is 夏の星 indeed."
    place = Place(Span(12, 15), Form("夏の星", ()), ())
    assert [fault.code for fault in Source.of(segment).faults(target, "en", ())] == ["leftover-kana"]
    assert Source.of(segment).faults(target, "en", [place]) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("被害額は1億8990万円だ。", "The damage is 189.9 million yen."),
        ("被害額は1億8990万円だ。", "The damage amounts to ¥189,900,000."),
        ("3文書を改めた。", "Three documents were revised."),
        ("第2四半期は赤字だった。", "The second quarter was in the red."),
        ("半分が残った。", "Half of it was left."),
        ("会合は令和8年5月18日に開いた。", "The meeting was held on May 18, 2026."),
        ("会合は先月開いた。", "The meeting was held last month."),
        ("一つ聞きたい。", "I have a question."),
        ("男が一人いた。", "There was a man."),
        ("一方、彼は黙った。", "He, on the other hand, fell silent."),
        ("二人は帰った。", "They went home."),
        ("10年が過ぎた。", "A decade passed."),
        ("3割増えた。", "It rose by 30 percent."),
        ("数十人が来た。", "Dozens came."),
        ("150〜200社が加わる。", "Between 150 and 200 firms join."),
        ("午後3時30分に着いた。", "They arrived at half past three."),
        ("午後3時に着いた。", "They arrived at 15:00."),
        ("12個買った。", "I bought a dozen."),
        ("20代の男が来た。", "A man in his twenties came."),
        ("２、３日休む。", "I take a couple of days off."),
        ("二度と行かない。", "I will never go again."),
        ("1970年代に建てられた。", "It was built in the seventies, the 1970s."),
        ("2倍になった。", "It doubled."),
        ("第2次世界大戦が始まった。", "World War II began."),
        ("1ドルは150円だ。", "The dollar is at 150 yen."),
        ("正午の12時に会う。", "We meet at noon."),
        ("3分の1が残った。", "One third was left."),
        ("4分の3が残った。", "Three quarters of it were left."),
        ("午前3時から午後3時まで待った。", "They waited from 3 a.m. to 3 p.m."),
        ("午後3時に着いた。", "They arrived at three in the afternoon."),
        ("150万社が加わった。", "1.5 million companies joined."),
    ],
)
def test_numbers_said_in_another_way_are_not_lost(source: str, target: str) -> None:
    """Numbers are compared by value, and English may say one, half and a decade without a figure."""
    assert "lost-number" not in codes(source, target)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("被害額は1億8990万円だ。", "The damage is 18.99 million yen.", "lost-number: 1億8990万円 (instead: 18.99 million yen)"),
        ("150社が加わった。", "The companies joined.", "lost-number: 150社"),
        ("会合は5月18日に開いた。", "The meeting was held on May 16.", "lost-number: 5月18日"),
        ("会合は5月18日に開いた。", "The meeting was held on June 18.", "lost-number: 5月18日"),
        ("会合は令和8年に開いた。", "The meeting was held in 2025.", "lost-number: 令和8年"),
        ("西暦833年に建てられた。", "It was built in 838.", "lost-number: 西暦833年 (instead: 838)"),
        ("午後3時に着いた。", "They arrived at 4 p.m.", "lost-number: 午後3時"),
        ("午後3時に着いた。", "They arrived at 3 a.m.", "lost-number: 午後3時"),
        ("午前3時に着いた。", "They arrived at three p.m.", "lost-number: 午前3時"),
        ("3分の1が残った。", "A quarter was left.", "lost-number: 3分の1"),
        ("150社が加わった。", "150 million companies joined.", "lost-number: 150社 (instead: 150 million companies)"),
        ("10人中9人と10社が答えた。", "Nine in ten and 12 firms answered.", "lost-number: 10人 (instead: 12 firms)"),
    ],
)  # fmt: skip
def test_a_number_that_is_lost_or_changed_is_named(source: str, target: str, expected: str) -> None:
    """The detail says which number, and what stands instead of it where that can be seen."""
    assert expected in details(source, target)


@pytest.mark.parametrize(
    ("source", "target", "is_lost"),
    [
        ("150 firms joined.", "150社が加わった。", False),
        ("150 firms joined.", "150万社が加わった。", True),
        ("He came at 3 p.m.", "彼は午後3時に来た。", False),
        ("He came at 3 p.m.", "彼は15時に来た。", False),
        ("He came at 3 p.m.", "彼は３時に来た。", False),
        ("He came at 3 p.m.", "彼は三時に来た。", False),
        ("He came at 3 p.m.", "彼は午前3時に来た。", True),
        ("He came at 3 p.m.", "彼は午後4時に来た。", True),
        ("He came at 3 a.m.", "彼は午前3時に来た。", False),
        ("He came at 3 a.m.", "彼は午後3時に来た。", True),
        ("He came at 12 p.m.", "彼は正午に来た。", False),
        ("He came at 12 a.m.", "彼は午前0時に来た。", False),
        ("It began on May 18, 2026.", "令和8年5月18日に始まった。", False),
        ("It began on May 18, 2026.", "令和7年5月18日に始まった。", True),
    ],
)
def test_numbers_in_japanese(source: str, target: str, is_lost: bool) -> None:
    """Myriads, eras and halves of the day count as they do in Japanese."""
    assert ("lost-number" in codes(source, target, "ja")) == is_lost


@pytest.mark.parametrize(
    ("source", "target", "language", "added"),
    [
        ("市長は8月3日に話した。", "The mayor spoke on August 3, 1500.", "en", "1500"),
        ("およそ340社が加わった。", "About 34, 340 firms joined.", "en", "34"),
        ("彼は町を出た。", "He left town at 1,200 yen.", "en", "1,200"),
        ("He left town.", "彼は150人と町を出た。", "ja", "150"),
        ("He left town.", "彼は１５０人と町を出た。", "ja", "１５０"),
    ],
)
def test_a_number_that_the_source_does_not_have_is_named(source: str, target: str, language: str, added: str) -> None:
    """A model that invents a figure is seen, though every number of the source is there."""
    assert details(source, target, language) == [f"added-number: {added}"]


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("半年かかった。", "It took 6 months.", "en"),
        ("1ダース買った。", "I bought 12 of them.", "en"),
        ("午後3時に着いた。", "They arrived at 15:00.", "en"),
        ("令和8年に始まる。", "It begins in 2026.", "en"),
        ("'95年に生まれた。", "She was born in 1995.", "en"),
        ("3割が答えた。", "30% answered.", "en"),
        ("800万円かかった。", "It cost 8,000,000 yen.", "en"),
        ("1200万円かかった。", "It cost 12 million yen.", "en"),
        ("新しい型が出た。", "The new GPT-45 and F-35 came out as file_12.txt.", "en"),
        ("They lived in the Sixties.", "彼らは60年代を生きた。", "ja"),
        ("It takes a decade.", "10年かかる。", "ja"),
    ],
)
def test_numbers_that_the_source_says_in_another_way_are_not_added(source: str, target: str, language: str) -> None:
    """Values, eras, hours and words for numbers are understood; small numbers and names with figures are let pass."""
    assert "added-number" not in codes(source, target, language)


def test_a_lost_number_is_told_once() -> None:
    """The number that stands instead of a lost one is named with it."""
    assert details("被害は150社に及んだ。", "The damage extended to 105 companies.") == [
        "lost-number: 150社 (instead: 105 companies)"
    ]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("It cost $189.9 million.", "1億8990万ドルかかった。", False),
        ("It cost $189.9 million.", "1899万ドルかかった。", True),
        ("Two people came.", "二人が来た。", False),
        ("It grew by half.", "半分増えた。", False),
        ("The meeting was held on May 18, 2026.", "会合は2026年5月18日に開かれた。", False),
        ("The meeting was held on May 18, 2026.", "会合は2026年5月16日に開かれた。", True),
    ],
)
def test_numbers_into_japanese(source: str, target: str, expected: bool) -> None:
    """The same by value in the other direction."""
    assert ("lost-number" in codes(source, target, "ja")) is expected


@pytest.mark.parametrize(
    ("source", "target", "expected", "rule"),
    [
        ("彼は肉を食べない。", "He eats meat.", True, "ない"),
        ("彼は肉を食べません。", "He eats meat.", True, "ません"),
        ("彼は来なかった。", "He came.", True, "なかった"),
        ("彼は学生ではない。", "He is a student.", True, "ではない"),
        ("彼は肉を食べない。", "He does not eat meat.", False, "not"),
        ("彼は肉を食べない。", "He avoids meat.", False, "a verb that denies"),
        ("それは公平ではない。", "That is unfair.", False, "a prefix"),
        ("彼は来るかもしれない。", "He may come.", False, "かもしれない denies nothing"),
        ("彼は行かなければならない。", "He must go.", False, "なければならない"),
        ("彼も来るのではないか。", "Perhaps he will come, too.", False, "のではないか"),
        ("彼は水しか飲まない。", "He drinks water.", False, "しか…ない is only"),
        ("彼を信じないわけではない。", "I do believe him.", False, "denied twice"),
        ("一緒に行きませんか。", "Let's go together.", False, "an invitation"),
        ("間違いない。", "I am sure.", False, "a phrase that affirms"),
        ("反対する人は少なくない。", "Many are against it.", False, "a negative for a plain word"),
        ("事故が後を絶たない。", "Accidents keep happening.", False, "and an idiom"),
        ("行かない人もいる。", "Some go.", False, "not the main statement: in doubt, silent"),
    ],
)
def test_lost_negation(source: str, target: str, expected: bool, rule: str) -> None:
    """A denial of the main statement must leave a trace in English."""
    assert ("lost-negation" in codes(source, target)) is expected, rule


def test_the_detail_of_a_lost_negation_is_the_predicate() -> None:
    """The verb with its negative, so that an editor sees what was denied."""
    assert details("被害は確認されていない。", "Damage has been confirmed.") == ["lost-negation: 確認されていない"]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("He does not eat meat.", "彼は肉を食べる。", True),
        ("He does not eat meat.", "彼は肉を食べない。", False),
        ("He can't come.", "彼は来られません。", False),
        ("Not only he but also she came.", "彼だけでなく彼女も来た。", False),
        ("Why don't we go?", "行こう。", False),
    ],
)
def test_lost_negation_into_japanese(source: str, target: str, expected: bool) -> None:
    """The same into Japanese."""
    assert ("lost-negation" in codes(source, target, "ja")) is expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("設定はAB/usr/x_y.pyにある。", "The settings are in AB / usr / x y.py.", ["lost-code: AB/usr/x_y.py"]),
        ("設定はAB/usr/x_y.pyにある。", "The settings are in AB/usr/x_y.py.", []),
        ("AI@jaenに聞いた。", "I asked AI jaen.", ["lost-code: AI@jaen"]),
        ("開発にはC#を使う。", "We use C sharp to develop.", []),
        ("TCP/IPの問題だ。", "It is a problem of TCP and IP.", []),
    ],
)
def test_code_survives_or_is_missed(source: str, target: str, expected: list[str]) -> None:
    """What has _, @ or # between letters stands in the translation as it is; other marks may go."""
    assert details(source, target) == expected


def test_a_source_is_looked_at_once_for_all_candidates() -> None:
    """What is wrong with one target does not depend on those that were looked at before."""
    segment = segment_of("150社は参加しない。")
    source = Source.of(segment)
    for target in (
        "150 companies do not take part.",
        "150 companies take part.",
        "105 companies do not take part.",
        "",
    ):
        assert source.faults(target, "en", ()) == Source.of(segment).faults(target, "en", ())


def test_long_texts_take_linear_time() -> None:
    """Neither a long loop nor a long row of figures is looked at again and again."""
    segment = segment_of("駅の前に古い店がある。")
    assert "looping" in [fault.code for fault in Source.of(segment).faults("the old shop of " * 5000, "en", ())]
    assert Source.of(segment).faults("「" * 20000, "en", ())
    assert Source.of(segment).faults("1," * 20000, "en", ())


@pytest.mark.parametrize(
    ("target", "is_copied"),
    [
        ("Yahoo! uses ミュトス at home。", True),
        ("Yahoo!とミュトス。", False),
        ("Yahoo! ミュトス beta。", False),
    ],
)
def test_terms_exchanged_in_an_english_sentence_make_no_japanese(target: str, is_copied: bool) -> None:
    """Where nothing beside the terms is Japanese, two small English words are the source again."""
    form = Form("ミュトス", ())
    span = Span(target.index("ミュトス"), target.index("ミュトス") + 4)
    source = Source.of(segment_of("Yahoo! uses Mythos at home."))
    found = source.faults(target, "ja", [Place(span, form, ())])
    assert ("copied-source" in [fault.code for fault in found]) == is_copied
