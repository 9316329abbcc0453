"""Front matter, heads of mails, headings of Markdown, and comments under a story."""

import pytest

from jaen.model import Article
from jaen.text.layout import read_layout
from jaen.text.roles import find_metadata, label_roles

BODY = [
    "The night ferry between the port and the outer islands will stop for eleven days from Monday.",
    "",
    "Foot passengers can use the mail boat, which leaves from the old quay every morning at nine.",
]
BODY_JA = ["港の倉庫で火が出て、木造平屋の建物が全焼した。", "", "倉庫には漁に使う網や浮きが保管されていたという。"]


def roles(*lines, **metadata):
    """(text, role, content) of every shown line."""
    text = "\n".join(lines)
    article = Article(id="a", text=text, source="<text>", encoding="utf-8", sha256="", metadata=metadata)
    blocks = label_roles(article, read_layout(text, "lines"))
    shown = {b.span.of(text).strip(): (str(b.role), b.content) for b in blocks if b.span.of(text).strip()}
    return shown, [(f.name, f.value) for f in find_metadata(article, blocks)]


def test_front_matter_is_no_content():
    """Lines between two `---` at the start are data; the heading that repeats their title is the title."""
    shown, _ = roles(
        "---", "title: Ferry stops", "tags:", "  - sea", "---", "", "# Ferry stops", "", *BODY, title="Ferry stops"
    )
    assert [shown[line] for line in ("title: Ferry stops", "- sea", "---")] == [("label", False)] * 3
    assert shown["# Ferry stops"] == ("title", True)


def test_a_rule_between_paragraphs_is_no_front_matter():
    """`---` that opens no lines of data, or that nothing closes, hides nothing."""
    shown, _ = roles("---", "Ferry stops for repairs", "", *BODY, "---")
    assert shown["Ferry stops for repairs"] == ("title", True)
    assert shown[BODY[0]] == ("body", True)


@pytest.mark.parametrize(
    ("head", "title", "author"),
    [
        (("From: Ann Lee <ann@harbor.example>", "To: desk@harbor.example", "Subject: Ferry news"), "Ferry news", "Ann Lee"),
        (("差出人：山田花子", "件名：渡船の記事", "日時：2026年7月1日"), "渡船の記事", "山田花子"),
    ],
)  # fmt: skip
def test_the_head_of_a_mail(head, title, author):
    """A mail's subject is the title and its sender the author, without field names and addresses."""
    shown, facts = roles(*head, "", *BODY)
    assert {("title", title), ("author", author)} <= set(facts)
    assert [content for _, content in shown.values()].count(True) == 3


def test_one_line_with_a_colon_is_no_mail():
    """`Subject: …` alone heads nothing."""
    shown, _ = roles("Subject: the sea", "", "Ferry stops for repairs on the quay", "", *BODY)
    assert shown["Ferry stops for repairs on the quay"][0] == "title"


MAIL = ("From: Ann Lee <ann@harbor.example>", "Subject: Ferry news", "")


def test_the_field_of_a_subject_is_no_part_of_the_title():
    """The title's block begins behind `Subject:`."""
    shown, _ = roles(*MAIL, *BODY)
    assert (shown["Subject:"], shown["Ferry news"]) == (("label", False), ("title", True))


@pytest.mark.parametrize(
    ("salutation", "ending"),
    [
        ("Hello Ken,", ("Best,", "Ann", "", "--", "Ann Lee", "Harbor Institute")),
        ("Dear colleagues:", ("Kind regards", "Ann Lee")),
        ("山田様", ("以上", "港湾課　森")),
    ],
)
def test_a_mail_opens_with_a_salutation_and_ends_with_a_signature(salutation, ending):
    """The salutation is said to the reader, no heading; from the sign-off on, names are no part of the text."""
    shown, _ = roles(*MAIL, salutation, "", *BODY, "", *ending)
    assert shown[salutation] == ("body", True)
    assert {shown[line] for line in ending if line} == {("label", False)}


def test_what_only_looks_like_a_letter():
    """Without a mail's head there is no signature; in a mail a heading is no salutation, a postscript no signature."""
    shown, _ = roles("Ferry stops for repairs", "", *BODY, "", "Best,", "Ann")
    assert "label" not in {role for role, _ in shown.values()}
    postscript = "The old quay will be closed to cars as well until the ferry runs again."
    shown, _ = roles(*MAIL, "Hi-tech ferry stops", "", *BODY, "", "Best,", "Ann", "", postscript)
    assert shown["Hi-tech ferry stops"][0] != "body"
    assert shown[postscript] == ("body", True)


def test_headings_of_markdown():
    """`##` makes a heading even of a question; `# ` before the first paragraph is the title, a hashtag is nothing."""
    shown, facts = roles("Sea", "", "# Ferry stops", "", BODY[0], "", "## Who pays?", "", BODY[2], "", "#ferry #sea")
    assert shown["# Ferry stops"] == ("title", True)
    assert ("title", "Ferry stops") in facts
    assert shown["## Who pays?"] == ("heading", True)
    assert shown["#ferry #sea"][0] != "heading"


def test_emphasis_is_no_list_mark():
    """`*Posted on …*` in a line of its own is a time of publication, `* item` a list."""
    shown, _ = roles(
        "Ferry stops", "*Posted on July 2, 2026 · 6 min read*", "", *BODY, "", "* bring a coat", "* come early"
    )
    assert shown["*Posted on July 2, 2026 · 6 min read*"][0] == "timestamp"
    assert shown["* bring a coat"][0] == "list-item"


def test_a_time_may_name_its_category():
    """What a blog files a post under does not make its date a heading; a heading with a colon is none."""
    shown, facts = roles("渡船が止まる", "投稿日：令和8年6月3日　カテゴリー：日常", "", *BODY_JA)
    assert shown["投稿日：令和8年6月3日　カテゴリー：日常"][0] == "timestamp"
    assert ("date", "2026-06-03") in facts


def test_counted_comments_head_comments():
    """コメント（3）　トラックバック（0） opens what readers wrote, which is no part of the article."""
    shown, _ = roles(
        "渡船が止まる", "", *BODY_JA, "", "コメント（3）　トラックバック（0）", "1. 港の人", "私も困りました！"
    )
    assert [shown[line][1] for line in ("1. 港の人", "私も困りました！")] == [False, False]


def test_a_quoted_headline_over_two_lines_is_content():
    """Wrapped text: a quotation that begins on one line and ends on the next is one line of the article."""
    text = "\n".join(["The headline could say this, if the desk finds room for it in the paper", "tomorrow.", "",
        "「渡船が十一日間止まる　代わりに郵便船を", "使う」", ""])  # fmt: skip
    layout = read_layout(text, "hard")
    assert "「渡船が十一日間止まる　代わりに郵便船を\n使う」" in [span.of(text).strip() for span in layout.paragraphs]


def test_text_with_lines_wider_than_its_column_is_not_wrapped():
    """Short neighbors among one-line paragraphs are lists and headings, no wrapped text."""
    long = "当社は、お客さまの資産を守るため、総額を投じて新しい防御の態勢を強化することを決めました。これまでの取り組みを続けます。"
    text = "\n".join(
        [
            "港湾海運フィナンシャルグループ",
            "港湾海運株式会社の新しい発表",
            "",
            long,
            "",
            "一つ目の新しい予定とその説明は",
            "次のとおりです",
            "",
            long,
        ]
    )
    assert read_layout(text).wrapping == "lines"
