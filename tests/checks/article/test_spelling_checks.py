"""Checks of spelling: each fires where it must and stays silent where it must not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.checks.article.spelling import house_spellings, mixed_spellings
from jaen.model import Concept, Severity, Span, Term

HOUSE = (
    ("email", "e-mail", "one word since 2024"),
    ("inquiry", "enquiry", ""),
    ("internet", "Internet", ""),
    ("center", "centre", ""),
    ("サーバー", "サーバ", "新聞用語"),
    ("取り組み", "取組", ""),
    ("子供たち", "子供", ""),
)


@pytest.fixture(scope="session")
def refused(story_of):
    """The refused spellings of a text, each with what the desk writes."""

    def refused(text, concepts=()):
        found = house_spellings(story_of(text, concepts, None, HOUSE))
        return [(one.span.of(text), one.suggestion) for one in found]

    return refused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He sent an e-mail on Monday.", [("e-mail", "email")]),
        ("E-mails were sent on Monday.", [("E-mails", "Emails")]),
        ("The e-mail's author and both enquiries are known.", [("e-mail's", "email's"), ("enquiries", "inquiries")]),
        ("The e-mail’s author is known.", [("e-mail’s", "email's")]),
        ("They use the Internet at the town centre.", [("Internet", "internet"), ("centre", "center")]),
        ("各行のサーバは古い。", [("サーバ", "サーバー")]),
        ("新しい取組を始めた。", [("取組", "取り組み")]),
        ("子供が遊んだ。", [("子供", "子供たち")]),
    ],
)
def test_a_word_that_the_desk_writes_otherwise(refused, text, expected):
    """With its plural and possessive, with the capital that opens a sentence, on the edges of words."""
    assert refused(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He sent an email on Monday.",
        "They e-mailed him on Monday.",
        "Internet cables were cut on Monday.",
        "The Lincoln Centre is closed on Monday.",
        "各行のサーバーは古い。",
        "子供たちが遊んだ。",
        "新しい取り組みを始めた。",
        "",
    ],
)
def test_words_that_are_right_or_others(refused, text):
    """What the desk writes, another word, a name with its capitals, and a capital that only opens the sentence."""
    assert refused(text) == []


def test_a_name_keeps_its_own_spelling(refused):
    """What the glossary names in so many words is its matter."""
    body = Concept(id="body", category="organization", terms=(Term(text="the town centre authority", language="en"),))
    assert refused("The town centre authority closed on Monday.", (body,)) == []
    assert refused("The town centre closed on Monday.", (body,)) == [("centre", "center")]


def test_in_direct_speech_it_is_only_information(story_of):
    """Who wrote it is somebody else; the reason is told."""
    text = 'He wrote: "I have sent you an e-mail with all of it," and left. The e-mail never came.'
    first, second = house_spellings(story_of(text, (), None, HOUSE))
    assert (first.severity, second.severity) == (Severity.INFO, None)
    assert second.message == "'e-mail' is written 'email' on this desk (one word since 2024)"


@pytest.fixture(scope="session")
def mixed(story_of):
    """The words of a text that are spelled in two ways: the rarer spelling, and what to write."""

    def mixed(text, concepts=(), house=()):
        return [(one.span.of(text), one.suggestion) for one in mixed_spellings(story_of(text, concepts, None, house))]

    return mixed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("サーバーが止まった。別のサーバーは動いた。古いサーバは捨てた。", ("サーバ", "サーバー")),
        ("デジタルの時代だ。デジタルは速い。ディジタルは古い。", ("ディジタル", "デジタル")),
        ("賃金を引き上げた。税を引き上げた。料金を引上げた。", ("引上げ", "引き上げ")),
        ("新しい取り組みだ。取り組みを続ける。この取組は古い。", ("取組", "取り組み")),
        ("会議を行う。祭りも行う。式を行なった。", ("行なっ", "行っ")),
        ("さらに増えた。さらに減った。更に増える。", ("更に", "さらに")),
        ("子供が遊ぶ。子供は元気だ。子どもの声がする。", ("子ども", "子供")),
        ("そのＡＩは速い。別のAIは遅い。AIは便利だ。", ("ＡＩ", "AI")),
        ("A cyberattack hit. The cyberattack spread. Two cyber-attacks failed.", ("cyber-attacks", "cyberattacks")),
        ("Health care is dear. Healthcare costs rose. Healthcare is vital.", ("Health care", "Healthcare")),
        ("Send an e-mail. Emails came. No email left.", ("e-mail", "email")),
        ("They organise it. They organize it. He organized them.", ("organise", "organize")),
        ("In his judgement, yes. Her judgment was no. A judgment is due.", ("judgement", "judgment")),
        ("Two centres closed. A center opened. The center is new.", ("centres", "centers")),
    ],
)
def test_the_rarer_spelling_is_found(mixed, text, expected):
    """Once for each spelling; the one that is found more often is suggested, in the same form."""
    assert mixed(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "ビルの中でビールを飲んだ。",
        "申込書を出した。申し込みを受けた。",
        "会議を行う。式も行える。",
        "よく見ると見れる。",
        "人に会う。気が合う。事故に遭う。",
        "一人で来た。ひとりで帰った。",
        "内閣サイバーセキュリティセンターはサイバーセキュリティーを担う。",
        "ダイヤが乱れた。ダイヤを買った。",
        "It is a long-term plan. They gain in the long term.",
        "Every day he ran. It is an everyday matter.",
        "He will set up a firm. The setup is new.",
        "A green house stood beside the greenhouse.",
        "He had to re-sign the paper. He will resign.",
        "The Labour party met. Labor is dear.",
        "Mail bikeshop@example.org. The bike shop is open.",
        "The dog's bowl and the dogs' bowls.",
        "",
    ],
)
def test_two_words_are_not_one_in_two_spellings(mixed, text):
    """Other words, other forms, names, addresses, and what usage writes now so, now so."""
    assert mixed(text) == []


def test_a_tie_suggests_nothing(story_of):
    """One each: the second one is found, and the editor chooses; both places are given."""
    text = "サーバーが止まった。古いサーバは捨てた。"
    (found,) = mixed_spellings(story_of(text))
    assert found.suggestion is None
    assert found.message == "'サーバ' (once) is 'サーバー' elsewhere in this article (once); choose one"
    assert [(one.role, one.span.of(text)) for one in found.related] == [("other-spelling", "サーバー")]


def test_glossary_and_desk_decide_against_the_majority(mixed):
    """The preferred term's spelling is suggested, however often the other one stands there; so is the desk's."""
    text = "サーバが止まった。古いサーバは捨てた。サーバーは動く。"
    server = Concept(id="server", category="term", terms=(Term(text="サーバー", language="ja"),))
    assert mixed(text, (server,)) == [("サーバ", "サーバー")]
    assert mixed(text, (), (("サーバー", "サーヴァ", ""),)) == [("サーバ", "サーバー")]


def test_one_finding_names_all_places(story_of):
    """Not one for each place: the others of the same spelling are related."""
    text = "サーバーが三つ、サーバーが二つ、サーバーが一つ。サーバが止まった。古いサーバは捨てた。"
    (found,) = mixed_spellings(story_of(text))
    assert [(one.role, one.span.of(text)) for one in found.related] == [
        ("other-spelling", "サーバー"),
        ("same-spelling", "サーバ"),
    ]


def test_a_headline_has_its_own_width(subject_of):
    """Sites set headlines in full width; the text below is not mixed for that."""
    text = "ＡＩで港を見張る　市が発表\n\n市は3日、AIで港を見張る仕組みを入れると発表した。AIは来年から動くという。\n"
    assert not list(mixed_spellings(subject_of(text)))


WORDS = st.sampled_from(
    [
        "サーバ",
        "サーバー",
        "引上げた",
        "引き上げた",
        "ＡＩ",
        "AI",
        "e-mail",
        "email",
        "。",
        " ",
        "İ",
        "子供",
        "取組",
        "centres",
        "’s",
        "「",
        "」",
    ]
)


@given(st.lists(WORDS, max_size=20).map("".join))
@settings(max_examples=80)
def test_places_are_places(story_of, text):
    """Whatever the text, every finding stands where its words are, and says something of them."""
    subject = story_of(text, (), None, HOUSE)
    for found in (*house_spellings(subject), *mixed_spellings(subject)):
        assert found.span is not None
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.suggestion != found.span.of(text)
        assert all(one.span.of(text) == one.text for one in found.related)
        assert repr(found.span.of(text)) in found.message
        assert Span(0, len(text)).covers(found.span)
