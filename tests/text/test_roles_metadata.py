"""Facts about an article that its page states."""

import pytest

from jaen.model import Article
from jaen.text.layout import read_layout
from jaen.text.roles import find_metadata, label_roles

BODY = [
    "The town library found a lost novel behind a radiator in its reading room on Monday.",
    "Workers replacing the old radiator saw the novel and called the library's head librarian.",
]
BODY_JA = [
    "町の図書館で、失われたとされた小説が暖房器具の裏から見つかった。",
    "図書館は返却の遅れの罰金を取らないと話している。",
]


def facts(*lines, **metadata):
    text = "\n".join(lines)
    article = Article(id="a", text=text, source="<text>", encoding="utf-8", sha256="", metadata=metadata)
    found = find_metadata(article, label_roles(article, read_layout(text)))
    assert all(
        f.span is None or f.name in ("date", "updated", "machine-summary") or f.span.of(text) == f.value for f in found
    )
    return [(f.name, f.value) for f in found]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Photo by Ann Lee on Pixstock", ("photo-credit", "Ann Lee on Pixstock")),
        ("Image:AP", ("photo-credit", "AP")),
        ("写真＝県警提供", ("photo-credit", "県警")),
        ("（山田花子撮影）", ("photo-credit", "山田花子")),
        ("Source: テレ東BIZ", ("source", "テレ東BIZ")),
        ("出典：三陸みなと新聞", ("source", "三陸みなと新聞")),
        ("© 2026 Harbor Gazette", ("rights", "© 2026 Harbor Gazette")),
        ("By Marta Quiroga", ("author", "Marta Quiroga")),
        ("DANIELLE HURST Staff Writer", ("author", "DANIELLE HURST")),
        ("Leo Martens | Senior Editor", ("author", "Leo Martens")),
        ("取材・文／有馬みのり", ("author", "有馬みのり")),
        ("（西村　太一）", ("author", "西村　太一")),
        ("· Harbor Gazette", ("site", "Harbor Gazette")),
        ("2026年5月1日 10:00", ("date", "2026-05-01")),
        ("令和8年2月10日", ("date", "2026-02-10")),
        ("Posted: Oct 14, 2025 / 06:12 PM EDT", ("date", "2025-10-14")),
        ("更新 2026年5月1日 10:00", ("updated", "2026-05-01")),
    ],
)  # fmt: skip
def test_a_line_states_a_fact(line, field):
    """Credits, sources, rights, bylines and timestamps become typed fields, without the words around the name."""
    body = BODY_JA if any(char > "\u3000" for char in line) else BODY
    assert field in facts("Novel found behind a radiator in the library", line, *body)


def test_published_and_updated_are_told_apart():
    """In a line with two days, each belongs to the word before it."""
    got = facts("Novel found behind radiator", "公開日：2025.08.03　最終更新日：2025.08.10", *BODY)
    assert [f for f in got if f[0] in ("date", "updated")] == [("date", "2025-08-03"), ("updated", "2025-08-10")]


@pytest.mark.parametrize(
    ("opening", "fields"),
    [
        ("TOKYO — ", [("dateline-place", "TOKYO")]),
        ("TOKYO - ", [("dateline-place", "TOKYO")]),
        ("SEFWI WIAWSO, Ghana (AP) — ", [("dateline-place", "SEFWI WIAWSO, Ghana"), ("agency", "AP")]),
        ("SANTIAGO, Jan 22 - ", [("dateline-place", "SANTIAGO"), ("dateline-date", "Jan 22")]),
        ("NORTHGATE, May 27, 2026 — ", [("dateline-place", "NORTHGATE"), ("dateline-date", "May 27, 2026")]),
        ("AI-based ", []),
        ("The mayor—who else? — ", []),
    ],
)
def test_english_datelines(opening, fields):
    """Place, day and agency open the first paragraph; a compound and a clause dash are no dateline."""
    assert [f for f in facts(opening + BODY[0], BODY[1]) if f[0].startswith(("dateline", "agency"))] == fields


@pytest.mark.parametrize(
    ("opening", "fields"),
    [
        ("【広島共同】", [("dateline-place", "広島"), ("agency", "共同")]),
        ("【東京＝山田太郎】", [("dateline-place", "東京"), ("author", "山田太郎")]),
        ("(東京 12日 共同)", [("dateline-place", "東京"), ("dateline-date", "12日"), ("agency", "共同")]),
        ("【独自】", []),
        ("（重要な点を）", []),
    ],
)
def test_japanese_datelines(opening, fields):
    """Place, day, agency or reporter in the first bracket; a mark like 【独自】 and an insertion are none."""
    assert [f for f in facts(opening + BODY_JA[0], BODY_JA[1]) if f[0] != "title"] == fields


def test_a_dateline_in_a_line_of_its_own():
    """【札幌＝高瀬直子】 under the title names place and author, an agency is no author, and a category no place."""
    title = "図書館で小説を発見"
    assert facts(title, "【札幌＝高瀬直子】", *BODY_JA)[1:] == [("dateline-place", "札幌"), ("author", "高瀬直子")]
    assert facts(title, "【ワシントン12日＝時事】", *BODY_JA)[1:] == [
        ("dateline-place", "ワシントン"),
        ("dateline-date", "12日"),
        ("agency", "時事"),
    ]
    assert "dateline-place" not in dict(facts(title, "【解説＝高瀬直子】", *BODY_JA))


def test_sections_and_posts_are_nobody():
    """`BUSINESS / TECH` is no photographer and `Staff Writers` no author; ANN LEE/HARBOR LEDGER is one."""
    title = "Novel found behind a radiator in the library"
    got = facts(title, "BUSINESS / TECH", "By Ann Lee", "Staff Writers", *BODY)
    assert [f for f in got if f[0] in ("author", "photo-credit")] == [("author", "Ann Lee")]
    assert ("photo-credit", "ANN LEE/HARBOR LEDGER") in facts(title, "ANN LEE/HARBOR LEDGER", *BODY)


def test_machine_summaries():
    """A label that names a machine says yes; a summary without one says nothing."""
    bullets = ["- The novel lay behind a radiator.", "- It was due in 1930."]
    title = "Novel found behind radiator"
    assert ("machine-summary", "yes") in facts(title, *bullets, "AI-generated summary", *BODY)
    assert ("machine-summary", "yes") in facts(title, "Summary by AI", *bullets, *BODY)
    assert ("machine-summary", "yes") in facts(title, "Summary (AI-generated)", *bullets, *BODY)
    assert ("machine-summary", "yes") in facts(title, "AI Summary", *bullets, *BODY)
    assert "machine-summary" not in dict(facts(title, "Key points", *bullets, *BODY))
    assert "machine-summary" not in dict(facts(title, *BODY))


def test_the_agency_of_a_photo_is_not_the_articles():
    """An agency in a photo credit says who took the picture; in a rights line it says whose the text is."""
    got = facts("Image: AP", "Novel found behind a radiator in the library", *BODY, "© KYODO")
    assert [value for name, value in got if name == "agency"] == ["KYODO"]


def test_what_the_container_said_comes_first_without_a_span():
    """Metadata of the container are carried over by name, with span None and the rule `container`."""
    article = Article(
        id="a", text=BODY[0], source="<text>", encoding="utf-8", sha256="", metadata={"url": "x", "title": "T"}
    )
    first, second = find_metadata(article, label_roles(article, read_layout(article.text)))
    assert [(f.name, f.value, f.span, f.rule) for f in (first, second)] == [
        ("url", "x", None, "container"),
        ("title", "T", None, "container"),
    ]
