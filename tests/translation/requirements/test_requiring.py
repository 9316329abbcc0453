"""What the mentions of an article ask of its translation."""

from dataclasses import replace

import pytest

from jaen.model import MentionKind, Role, Span
from jaen.terms import Matcher
from jaen.translation.requirements import require
from jaen.translation.requirements.requiring import ENFORCED


def texts(requirement):
    return [form.text for form in requirement.forms]


def written(requirements):
    return [requirement.write for requirement in requirements]


@pytest.fixture
def tax(make):
    """An agency with an abbreviation that has to wait for the full name."""
    return make(
        "tax",
        "organization",
        ja="国税庁",
        en="National Tax Agency; NTA: admitted abbreviation after-first; Tax Bureau: former",
    )


def test_preferred_is_written_and_admitted_accepted(make, asked):
    """The preferred term is written, admitted ones are accepted; deprecated, former and forbidden ones never."""
    flaw = make(
        "flaw", "term", ja="脆弱性",
        en="security hole: deprecated; weakness: forbidden; bug: former; flaw: admitted; vulnerability",
    )  # fmt: skip
    (requirement,) = asked("脆弱性が見つかった。", flaw)
    assert texts(requirement) == ["vulnerability", "flaw"]


def test_nothing_is_asked_without_a_usable_term(make, asked):
    """A concept without a target term asks for nothing, nor one whose target terms are all forbidden or former."""
    bare = make("bare", "term", ja="雪見酒")
    banned = make("banned", "term", ja="花見酒", en="blossom booze: forbidden; hanami sake: former")
    assert asked("雪見酒と花見酒を飲む。", bare, banned) == []
    allowed = make("allowed", "term", ja="月見酒", en="moon sake: admitted")
    assert written(asked("月見酒を飲む。", allowed)) == ["moon sake"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("国税庁長官官房は動いた。", MentionKind.COMPOUND),
        ("日本人が来た。", MentionKind.DERIVED),
    ],
)
def test_parts_of_longer_words_are_not_enforced(make, asked, text, kind):
    """A term inside a compound or a derived word is no place for it; by itself it is."""
    terms = [
        make("japan", "place", ja="日本", en="Japan"),
        make("tax", "organization", ja="国税庁", en="National Tax Agency"),
    ]
    assert kind not in ENFORCED
    assert asked(text, *terms) == []
    assert len(asked("国税庁は日本にある。", *terms)) == 2


def test_drafts_are_not_asked_for(make, asked):
    """A draft is not looked for, and a mention of one made elsewhere asks for nothing."""
    final = make("final", "term", ja="脆弱性", en="vulnerability")
    assert len(asked("脆弱性だ。", final)) == 1
    segments = _segments("脆弱性だ。")
    mentions = Matcher([final]).find("脆弱性だ。", segments)
    drafted = [
        replace(m, concept=replace(m.concept, review=replace(m.concept.review, state="draft"))) for m in mentions
    ]
    assert require(segments, mentions, "en")[segments[0].id]
    assert not require(segments, drafted, "en")[segments[0].id]


def _segments(text):
    from jaen.api import split

    return split(text)


def test_of_overlapping_mentions_the_longer_counts(make):
    """Mentions one inside another give one requirement, whatever the order they come in."""
    text = "生成AIを使う。"
    segments = _segments(text)
    long = Matcher([make("genai", "term", ja="生成AI", en="generative AI")]).find(text, segments)
    short = [
        replace(long[0], concept=make("ai", "term", ja="AI", en="AI"), span=Span(2, 4), surface="AI"),
    ]
    for mentions in ([*long, *short], [*short, *long]):
        assert written(require(segments, mentions, "en")[segments[0].id]) == ["generative AI"]


def test_mentions_outside_the_segments_ask_for_nothing(tax):
    """Segments that are not translated have no requirements, and do not count as the first place."""
    text = "国税庁は昨日、調べた。NTAは今日、発表した。"
    segments = [replace(segment, role=Role.BODY) for segment in _segments(text)]
    mentions = Matcher([tax]).find(text, segments)
    wanted = require(segments[1:], mentions, "en")
    assert list(wanted) == [segments[1].id]
    assert written(wanted[segments[1].id]) == ["National Tax Agency"]
    assert written(require(segments, mentions, "en")[segments[1].id]) == ["NTA"]


# --- use: first, after-first, headline ---------------------------------------------------------------------------------


def test_after_first_waits_for_the_full_name(tax, asked):
    """An `after-first` term is not accepted at the first mention of the article; after it, it is."""
    first, second = asked("国税庁は調べた。国税庁は発表した。", tax)
    assert texts(first) == ["National Tax Agency"]
    assert texts(second) == ["National Tax Agency", "NTA"]


def test_short_source_is_written_short_after_the_first(make, asked):
    """Where the source has a short form or an abbreviation, the target's short term is written, but not at first."""
    bank = make(
        "bank",
        "organization",
        ja="日本銀行; 日銀: admitted abbreviation",
        en="Bank of Japan; BOJ: admitted abbreviation after-first",
    )
    assert written(asked("日銀は動いた。日銀は待った。日本銀行は待つ。", bank)) == [
        "Bank of Japan",
        "BOJ",
        "Bank of Japan",
    ]


def test_short_form_of_a_name_is_written_short(make, asked):
    """A short form that only the text makes (ミュトス after クロード・ミュトス) is one as well."""
    model = make(
        "model", "product", ja="クロード・ミュトス", en="Claude Mythos; Mythos: admitted short after-first case:exact"
    )
    requirements = asked("クロード・ミュトスが出た。ミュトスは強い。", model)
    assert [r.mentions[0].kind for r in requirements] == [MentionKind.FREE, MentionKind.SHORT_FORM]
    assert written(requirements) == ["Claude Mythos", "Mythos"]


def test_first_term_stands_first_and_only_there(make, asked):
    """A `first` term is written at the first mention and not accepted at a later one."""
    chip = make("chip", "term", ja="半導体", en="chip; semiconductor device: admitted first")
    first, second = asked("半導体が足りない。半導体は高い。", chip)
    assert texts(first) == ["semiconductor device", "chip"]
    assert texts(second) == ["chip"]


def test_headline_terms_stand_in_headlines(make, asked):
    """A `headline` term is written in titles and headings, and not accepted in the text."""
    ministry = make(
        "ministry", "organization", ja="文科省", en="Ministry of Education; education ministry: admitted headline"
    )
    title, heading, body = asked("# 文科省が発表\n## 文科省の考え\n文科省は話した。", ministry)
    assert texts(title) == texts(heading) == ["education ministry", "Ministry of Education"]
    assert texts(body) == ["Ministry of Education"]


def test_a_headline_term_comes_before_a_first_one(make, asked):
    """A headline names a concept for the first time too; the term that is made for headlines is written there."""
    chief = make("chief", "role", ja="事務総長", en="Secretary-General: first; chief: admitted headline")
    title, body = asked("# 事務総長が会見\n事務総長は話した。", chief)
    assert (title.write, body.write) == ("chief", "Secretary-General")


def test_a_headline_introduces_nothing(tax, asked):
    """What a headline names is named for the first time in the text; an `after-first` term is no headline term."""
    title, first, second = asked("# 国税庁が調査\n国税庁は調べた。国税庁は待つ。", tax)
    assert "NTA" not in texts(title) + texts(first)
    assert "NTA" in texts(second)


def test_a_headline_may_introduce_for_itself(tax, asked):
    """Behind the full name in the same headline, an `after-first` term is in its place; in the next one it is not."""
    full, other = asked("# 国税庁（NTA）が調査\n## NTAの考え", tax)
    assert full.write == "National Tax Agency (NTA)"
    assert texts(other) == ["National Tax Agency"]


def test_a_concept_is_not_left_out_for_want_of_a_place(make, asked):
    """Where every usable term belongs elsewhere, it is accepted all the same."""
    only = make("only", "organization", ja="国税庁", en="NTA: admitted abbreviation after-first")
    assert written(asked("国税庁は調べた。", only)) == ["NTA"]


def test_each_article_has_its_own_first_mention(tax, asked):
    """Nothing is remembered from one article to the next."""
    assert [texts(asked("国税庁は動いた。", tax)[0]) for _ in range(2)] == [["National Tax Agency"]] * 2


# --- what is in the target language already ----------------------------------------------------------------------------


def test_spelling_of_the_source_is_kept_where_it_is_a_term(make, asked):
    """AI in a Japanese text stays AI, though the preferred term is another; a spelling that is no usable term does not."""
    ai = make(
        "ai", "term", ja="人工知能; AI: admitted abbreviation", en="artificial intelligence; AI: admitted abbreviation"
    )
    (requirement,) = asked("AIを学ぶ。", ai)
    assert texts(requirement) == ["AI", "artificial intelligence"]
    dx = make(
        "dx",
        "term",
        ja="デジタル化; DX: admitted abbreviation",
        en="digital transformation; DX: deprecated abbreviation",
    )
    assert written(asked("DXを進める。", dx)) == ["digital transformation"]


def test_full_width_letters_are_the_same_spelling(make, asked):
    """ＡＩ is AI."""
    ai = make(
        "ai", "term", ja="人工知能; AI: admitted abbreviation", en="artificial intelligence; AI: admitted abbreviation"
    )
    assert written(asked("ＡＩを学ぶ。", ai)) == ["AI"]


def test_spelling_of_the_source_obeys_use(tax, asked):
    """NTA is kept in its place, but not as the first mention where it is an `after-first` term."""
    assert written(asked("NTAは調べた。NTAは待つ。", tax)) == ["National Tax Agency", "NTA"]


def test_kept_names(make, asked):
    """A name that is not translated is the target's term where there is one, else the source's spelling."""
    known = make("known", "organization", ja="オープンAI", en="OpenAI", keep=True)
    unknown = make("unknown", "organization", en="Unsplash", keep=True)
    loose = make("loose", "organization", en="Pixabay")
    assert written(asked("オープンAIが出た。", known)) == ["OpenAI"]
    assert written(asked("A photo from Unsplash was used.", unknown, to="ja")) == ["Unsplash"]
    assert asked("A photo from Pixabay was used.", loose, to="ja") == []


def test_into_japanese(make, asked):
    """The same rules hold for Japanese terms."""
    bank = make(
        "bank", "organization",
        ja="日本銀行; 日銀: admitted abbreviation after-first", en="Bank of Japan; BOJ: admitted abbreviation",
    )  # fmt: skip
    requirements = asked("The Bank of Japan met. The BOJ waited.", bank, to="ja")
    assert written(requirements) == ["日本銀行", "日銀"]
    assert {requirement.language for requirement in requirements} == {"ja"}


# --- verbs -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("en", "forms"),
    [
        ("hijack: verb", {"hijack", "hijacks", "hijacked", "hijacking"}),
        ("take over: verb", {"take over", "takes over", "took over", "taken over", "taking over"}),
    ],
)
def test_verbs_have_all_their_forms(make, asked, en, forms):
    """A verb is satisfied by each of its forms, and the first word of a phrasal one changes."""
    (requirement,) = asked("口座が乗っ取られた。", make("hijack", "term", ja="乗っ取る: verb", en=en))
    assert set(texts(requirement)) == forms
    assert requirement.kind == "verb"


def test_japanese_verbs_have_all_their_forms(make, asked):
    """乗っ取る is satisfied by 乗っ取られた and 乗っ取った, 定める by 定めた."""
    concepts = [
        make("h", "term", ja="乗っ取る: verb", en="hijack: verb"),
        make("s", "term", ja="定める: verb", en="stipulate: verb"),
    ]
    hijack, stipulate = asked("They hijacked it. The law stipulates this.", *concepts, to="ja")
    assert {"乗っ取る", "乗っ取ら", "乗っ取っ"} <= set(texts(hijack))
    assert "定めた" in texts(stipulate)


@pytest.mark.parametrize(
    ("text", "write"),
    [
        ("金庫が盗まれた。", "stolen"),
        ("彼は金庫を盗んだ。", "stole"),
        ("金庫を盗む。", "steal"),
        ("金庫を盗みたい。", "steal"),
        ("口座が乗っ取られた。", "hijacked"),
        ("口座を乗っ取った。", "hijacked"),
        ("口座を乗っ取る。", "hijack"),
        ("情報が流用された。", "diverted"),
        ("情報を流用した。", "diverted"),
        ("情報の流用が続く。", "divert"),
        ("それは情報の流用だ。", "divert"),
    ],
)
def test_a_verb_is_written_as_the_source_has_it(make, asked, text, write):
    """Passive and past are written so, anything else in the base form; every form is accepted."""
    verbs = [
        make("steal", "term", ja="盗む: verb", en="steal: verb"),
        make("hijack", "term", ja="乗っ取る: verb", en="hijack: verb"),
        make("divert", "term", ja="流用", en="divert: verb"),
    ]
    (requirement,) = asked(text, *verbs)
    assert requirement.write == write
    assert len(requirement.forms) >= 4
