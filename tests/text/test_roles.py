"""Roles of lines: one rule at a time."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.model import Article
from jaen.offsets import Span
from jaen.text.layout import read_layout
from jaen.text.roles import label_roles
from jaen.text.roles.families import families
from jaen.text.roles.glue import cut_glued
from jaen.text.roles.lexicon import HEADS, LABELS
from jaen.text.roles.lines import key_of, measure
from jaen.text.roles.patterns import local_verdict, zone_of
from jaen.text.roles.topic import Topic

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "lines_roles.jsonl").read_text("utf-8").splitlines()
]
STORY = [
    "The town library found a lost novel behind a radiator in its reading room on Monday.",
    "Workers replacing the old radiator saw the novel and called the library's head librarian.",
    "The librarian said the novel was due in 1930 and that the library had waived the fine.",
    "The library will show the novel and the radiator in its reading room until summer.",
    "Readers asked the librarian whether other radiators in the library hide novels too.",
]
TEASERS = [
    "A ferry ran aground in thick fog near the cape, and forty passengers were taken off by boat.",
    "Bakers in three counties went on strike over flour prices that doubled during the winter.",
]


def label(text, **metadata):
    article = Article(id="a", text=text, source="<text>", encoding="utf-8", sha256="", metadata=metadata)
    return label_roles(article, read_layout(text))


def roles(*lines, **metadata):
    """(role, content) of each line; a line must not be cut."""
    text = "\n".join(lines)
    blocks = label(text, **metadata)
    assert len(blocks) == len(lines)
    return [(str(block.role), block.content) for block in blocks]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['rule']}:{c['text'][:20]}" for c in CASES])
def test_a_line_rule_fires_or_does_not(case):
    """Each rule about a single line has lines it is for, and a line like them that it must leave alone."""
    verdict = local_verdict(measure(case["text"], Span(0, len(case["text"]))))
    assert ((verdict.rule if verdict else None) == case["rule"]) is case["fires"]


def test_every_line_rule_has_a_case_for_and_against():
    """No pattern without a line that fires it and one that must not."""
    rules = {name.replace("_", "-") for family in families() for name in family.pattern.groupindex}
    for fires in (True, False):
        assert rules <= {case["rule"] for case in CASES if case["fires"] is fires}


def test_labels_are_written_as_they_are_looked_up():
    """A label in a table that `key_of` would fold differently could never be found."""
    assert [key for key in (*HEADS, *LABELS) if key_of(key) != key] == []


@pytest.mark.parametrize(
    ("head", "zone"),
    [
        ("■関連記事（3件）", "teasers"), ("POPULAR NEWS", "teasers"), ("More rail stories", "teasers"), ("More from Metro", "teasers"),
        ("Comments (12)", "comments"), ("この記事を書いた人", "author"), ("よくある質問", "faq"), ("Key points:", "summary"), ("目次 [閉じる]", "contents"),
        ("本記事の関連タグ", "tags"), ("Conclusion", "body"),
        ("More trains will run from Monday", None), ("関連が深い", None), ("住みたい街の調査", None),
    ],
)  # fmt: skip
def test_section_heads(head, zone):
    """A section head is known with its decoration, count and capitals; a headline that begins alike is none."""
    assert zone_of(measure(head, Span(0, len(head)))) == zone


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Jane DoeView author", ["Jane Doe", "View author"]),
        ("New0 comments", ["New", "0 comments"]),
        ("❓What is it?", ["❓", "What is it?"]),
        ("🏛️Why there?", ["🏛️", "Why there?"]),
        ("🇺🇸How?", ["🇺🇸", "How?"]),
        ("山田太郎フォローする", ["山田太郎", "フォローする"]),
        ("McView author", ["Mc", "View author"]),
        ("View author", ["View author"]),
        ("Interview", ["Interview"]),
        ("The preview shows more", ["The preview shows more"]),
        ("10 comments", ["10 comments"]),
        ("◇準決勝", ["◇準決勝"]),
        ("★おすすめ", ["★おすすめ"]),
    ],
)
def test_glued_interface_text_is_cut(text, parts):
    """A button, a count or an emoji stuck to words is a block of its own; words that only look alike stay whole."""
    cuts = [0, *(offset for offset, _ in cut_glued(text)), len(text)]
    assert [text[a:b] for a, b in pairwise(cuts)] == parts


def test_teasers_that_read_like_body_text():
    """Below a section head, paragraphs of other stories are teasers to the end of the page."""
    got = roles("Novel found behind radiator", *STORY, "POPULAR NEWS", *TEASERS)
    assert got[:6] == [("title", True)] + [("body", True)] * 5
    assert got[6:] == [("navigation", False)] + [("teaser", False)] * 2


def test_the_article_goes_on_below_a_box_of_headlines():
    """A box of headlines in the middle ends where paragraphs share the article's words again."""
    got = roles(
        "Novel found behind radiator", *STORY[:3], "RELATED", "Ferry runs aground", "Bakers on strike", *STORY[3:]
    )
    assert [content for _, content in got] == [True] * 4 + [False] * 3 + [True] * 2


def test_a_snippet_below_another_storys_headline_is_not_the_article():
    """Headline and snippet in turns are other stories, though a snippet may share a word with the article."""
    got = roles(
        *STORY, "Related", "Ferry aground in fog near cape", "The ferry lay in fog near the cape until noon, aground."
    )
    assert got[-2:] == [("teaser", False)] * 2


def test_other_stories_after_a_rights_line_need_no_head():
    """Below a rights line a paragraph that shares nothing with the article is a teaser; one that does is body."""
    own = "The library's reading room and its radiator stay open for readers of the novel."
    assert roles(*STORY, "© Harbor Gazette", TEASERS[0])[-1] == ("teaser", False)
    assert roles(*STORY, "© Harbor Gazette", own)[-1] == ("body", True)


def test_one_strange_last_paragraph_is_how_an_article_may_end():
    """Without a rights line or a head a single paragraph on something else stays body."""
    assert roles(*STORY, TEASERS[0])[-1] == ("body", True)


def test_a_related_headline_dropped_into_an_interview():
    """A headline of two clauses, or with a dash before who is meant, is another story; a subheading is not."""
    talk = [
        "町の図書館で十五年働く司書に話を聞いた。",
        "―始めたきっかけは。",
        "町に書店がなくなったからです。孫の本も買えなかった。",
    ]
    more = ["―これからは。", "後を継いでくれる人を探しています。もう二人見つけました。"]
    dropped = "廃校の教室が貸本屋に　店番は元校長、週末は満員"
    attributed = "移動図書館の車両を更新、燃料は廃油で―山里町"
    assert roles(*talk, dropped, *more)[3] == ("teaser", False)
    assert roles(*talk, attributed, *more)[3] == ("teaser", False)
    assert roles(*talk, "町の台所になる", *more)[3] == ("heading", True)
    assert [role for role, _ in roles(*talk, *more)] == ["body", "question", "body", "question", "body"]


def test_a_label_after_the_summary_it_labels():
    """`AI-generated summary` below bullets makes the bullets a machine's summary; without bullets it looks down."""
    bullets = ["- The novel lay behind a radiator.", "- It was due in 1930."]
    above = roles("Novel found behind radiator", *bullets, "AI-generated summary", *STORY)
    assert above[1:4] == [("summary", True), ("summary", True), ("label", False)]
    below = roles("Novel found behind radiator", "AI-generated summary", *bullets, *STORY)
    assert below[1:4] == [("label", False), ("summary", True), ("summary", True)]
    assert below[4] == ("body", True)


def test_key_facts_inside_an_article_are_a_list():
    """A summary's head opens a summary above the article only; after two paragraphs it heads a list."""
    got = roles("Novel found behind radiator", *STORY, "Key facts", "- Due in 1930", "- Found in 2026")
    assert got[-3:] == [("heading", True), ("list-item", True), ("list-item", True)]


def test_a_list_at_the_end_belongs_to_its_heading():
    """Below the body a list under a heading of the article is content, whatever stands above; one without is not."""
    items = ["1. Look twice.", "2. Read behind the radiator."]
    for between in ("Posted July 3, 2026", "Share  Tweet  Email  Print", "© 2026 Harbor Gazette"):
        got = roles("Novel found behind radiator", *STORY, between, "Key takeaways", *items)
        assert got[-3:] == [("heading", True), ("list-item", True), ("list-item", True)]
    alone = roles("Novel found behind radiator", *STORY, "© 2026 Harbor Gazette", *items)
    assert [content for _, content in alone[-2:]] == [False, False]


def test_heads_of_contacts_are_what_their_lines_are():
    """お問い合わせ先 over an address is furniture like the address; over a paragraph it is a heading."""
    body = [
        "港の倉庫で火が出て、木造平屋の建物が全焼したと県警が発表した。",
        "倉庫には漁に使う網や浮きが保管されていたという。",
    ]
    for head in ("（お問い合わせ先）", "お問い合わせ"):
        address = roles("港の倉庫で火事", *body, head, "港湾課", "電話：03-0000-0000")
        assert [content for _, content in address[-3:]] == [False] * 3
    assert roles("港の倉庫で火事", *body, "お問い合わせ", "火事の原因について知りたい人は、県警の窓口を訪ねてほしい。")[
        -2:
    ] == [
        ("heading", True),
        ("body", True),
    ]


def test_a_question_in_another_language_keeps_its_mark():
    """――Why now? （英語での質問） is a question of an interview; an English dash opens a list item or an attribution."""
    answer = "海を見て、天気を読み、無理をしないことだと若い人に伝えたい。"
    asked = "――What would you tell a young sailor? （英語での質問）"
    assert roles(answer, asked, answer)[1] == ("question", True)
    assert roles(*STORY[:2], "—Who would look there?", *STORY[2:])[2][0] != "question"
    assert roles(*STORY[:2], "――Ann Lee, librarian （英語）", *STORY[2:])[2][0] != "question"


def test_questions_without_marks_need_two_pairs():
    """Two lines that only ask, each before an answer, are an interviewer's; one is a rhetorical heading or a sentence."""
    answer = "It hung behind the radiator, the librarian said, and nobody ever looked there."
    two = roles(STORY[0], "Where was it?", answer, "Who found it?", STORY[1])
    assert [role for role, _ in two] == ["body", "question", "body", "question", "body"]
    assert roles(STORY[0], "Where was it?", answer)[1][0] != "question"


def test_the_containers_title_wins():
    """A line equal to the title that the container states is the title; else the first that fits the body is."""
    lines = ["Library news of the week", "Novel found behind radiator", *STORY]
    assert roles(*lines, title="Novel found behind radiator")[1] == ("title", True)
    assert roles(*lines, title="Library news of the week")[0] == ("title", True)


def test_text_without_furniture_or_sentences_is_content():
    """A name, a headline or a list that someone passes in is never taken for a site's furniture."""
    assert roles("東京都") == [("body", True)]
    assert roles("Miho Matsubara") == [("body", True)]
    assert roles("Iron", "Copper", "Zinc") == [("body", True)] * 3


def test_weak_heads_need_headlines_below():
    """`More …` heads other stories where two headlines follow, and the article where a paragraph does."""
    links = ["Ferry runs aground in thick fog", "Bakers go on strike in three counties"]
    assert roles(*STORY, "More harbor explainers", *links)[-3:] == [("navigation", False)] + [("teaser", False)] * 2
    assert roles(*STORY[:3], "More library radiators", *STORY[3:])[3] == ("heading", True)


def test_numbered_headings_and_numbered_lists():
    """A number before a heading between paragraphs is a heading's; numbers in a row are a list's."""
    got = roles(STORY[0], "1. The find", STORY[1], "2. The fine", STORY[2], "1. A novel", "2. A fine", STORY[3])
    kinds = ["body", "heading", "body", "heading", "body", "list-item", "list-item", "body"]
    assert [role for role, _ in got] == kinds


def test_a_headline_may_begin_with_a_decimal():
    """1.2 billion yen is an amount; 1. and 1.The are the numbers of a list."""
    marks = [measure(text, Span(0, len(text))).list_mark for text in ("1.2 billion yen fund", "1. Fund", "1.The fund")]
    assert marks == [0, 3, 2]


def test_a_short_question_over_a_paragraph_is_a_heading():
    """A question of few words between paragraphs heads the next one; other short sentences are body."""
    assert roles(*STORY[:2], "Who lost it?", *STORY[2:])[2] == ("heading", True)
    assert roles(*STORY[:2], "Nobody knows.", *STORY[2:])[2] == ("body", True)


def test_names_under_the_title_and_repeats():
    """A name under the title is a byline, also where it comes back below; a label that stands twice is the site's."""
    got = roles("Novel found behind radiator", "Ann Lee", "2026-05-01 10:00", *STORY, "Ann Lee")
    assert (got[1], got[-1]) == (("byline", False), ("bio", False))
    twice = roles("Harbor Letters", "Novel found behind radiator", *STORY, "Harbor Letters")
    assert (twice[0], twice[-1]) == (("navigation", False),) * 2


def test_a_deck_stands_between_title_and_byline():
    """A sentence between the title and who wrote it is a deck; the same sentence below is body."""
    deck = "Nobody had looked there for ninety years, and nobody ever will again."
    assert roles("Novel found behind radiator", deck, "By Ann Lee", *STORY)[1] == ("heading", True)
    assert roles("Novel found behind radiator", "By Ann Lee", deck, *STORY)[2] == ("body", True)


def test_captions_stand_over_credits():
    """A headline-shaped line right above a credit is its caption below the title, and the title above the body."""
    got = roles("Novel found behind radiator", "The radiator in its corner", "Photo by Ann Lee", *STORY)
    assert got[:3] == [("title", True), ("caption", False), ("credit", False)]
    assert roles("Novel found behind radiator", "Photo by Ann Lee", *STORY)[0] == ("title", True)


def test_wrapped_paragraphs_are_one_block():
    """In hard-wrapped text a block is a paragraph of several lines."""
    text = (
        "The night ferry between the port and the outer islands will stop\n"
        "running for eleven days from Monday while the ramp is being replaced.\n"
        "Foot passengers can use the mail boat, which leaves from the old quay\n"
        "at nine and calls at every island except the last.\n"
    )
    assert [str(block.role) for block in label(text)] == ["body"]


def test_topic_shares():
    """A line shares what the article has; an article's own line does not count as its own company."""
    topic = Topic(STORY)
    assert topic.share("The library showed a novel.") > 0.5
    assert topic.share("Ferries sank quietly.") == 0.0
    assert topic.share("1930") == 0.0
    assert Topic(STORY[:1]).share(STORY[0], is_own=True) == 0.0


LINES = st.sampled_from(
    ["Related", "関連記事", "―なぜか。", "AI-generated summary", "- item", "© AP", "Photo by Ann Lee", "要約", "New0 comments", "🤖Why?",
     "見出し", "会見で説明した内容は次の通りだと市は話している。", "Comments", "目次", "", " ", "■背景", "1.背景", "It rained all day on the hills near the old town."]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(LINES, max_size=14))
def test_blocks_tile_the_text_and_are_all_decided(lines):
    """Whatever the lines, blocks tile the text, ids count up, and labelling twice gives the same."""
    text = "\n".join(lines)
    blocks = label(text)
    assert "".join(block.span.of(text) for block in blocks) == text
    assert [block.id for block in blocks] == [f"b{n + 1}" for n in range(len(blocks))]
    assert all(0 < block.confidence <= 1 and block.rule for block in blocks)
    assert blocks == label(text)


ATTACKS = {
    "no full stop": "word " * 20_000,
    "no break": "あ" * 100_000,
    "one sentence a line": "x\n" * 5_000,
    "brackets": "(" * 100_000,
    "dots": ". " * 50_000,
    "heads": "Related\nSummary\nGenerated by AI\n" * 1_000,
    "credits": "Some caption on May 3, 2025\nPhoto by Jane Doe\n" * 1_000,
    "small letters": ("a " + "bcdefgh" * 18 + "!\n") * 300,
    "pipes": ("|" * 130 + "\n") * 300,
    "hashes": ("#a " * 40 + "。\n") * 300,
}


@pytest.mark.parametrize("text", ATTACKS.values(), ids=ATTACKS)
def test_attack_strings_are_labelled(text):
    """No text makes a rule back-track without end: these would not return within hours if one did."""
    blocks = label(text)
    assert blocks[-1].span.end == len(text)
