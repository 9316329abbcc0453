"""Checks of leftovers of the site: each fires where it must and stays silent where it must not."""

import pytest

from jaen.checks.article.furniture import leftover_furniture
from jaen.model import Severity

OPENING = "The harbor office closed two piers on Monday after a ship hit one of them, officials said."
MIDDLE = "Workers began to repair the damage on Tuesday morning, and no one was hurt in the accident."
END = "The city will pay for new lamps along the waterfront by the end of the year."
OPENING_JA = "港の事務所は3日、船が衝突したため二つの桟橋を閉鎖したと発表した。"
MIDDLE_JA = "修理は来週までかかる見通しで、けが人はいなかったという。"
END_JA = "市は年末までに新しい街灯を設ける。"


@pytest.fixture
def left(subject_of):
    """What is left in the middle paragraph of three."""

    def left(middle, first=OPENING, last=END):
        text = f"{first}\n\n{middle}\n\n{last}\n"
        return [(one.span.of(text), one.severity) for one in leftover_furniture(subject_of(text))]

    return left


@pytest.mark.parametrize(
    "label",
    [
        "Advertisement",
        "Read more",
        "(Read more)",
        "Click here to subscribe.",
        "Subscribe to our newsletter",
        "Story continues below advertisement",
        "We use cookies to improve your experience.",
        "Related articles",
    ],
)
def test_words_of_the_site_at_the_end_of_a_paragraph(left, label):
    """They are read as the article's own words, and so a warning."""
    assert left(f"{MIDDLE} {label}") == [(label, None)]


@pytest.mark.parametrize(
    "label",
    [
        "(続きを読む)",
        "続きを読む",
        "関連記事",
        "【関連記事】",
        "広告",
        "もっと見る",
        "会員登録",
        "この記事は有料会員限定です。",
    ],
)
def test_japanese_words_of_the_site(left, label):
    """Stuck to the last sentence without a space, with or without brackets."""
    assert left(MIDDLE_JA + label, OPENING_JA, END_JA) == [(label, None)]


@pytest.mark.parametrize(
    "end",
    [
        "",
        " He declined to comment.",
        " No one was hurt",
        ' "Continue."',
        " Business",
        " (photo)",
        " See www.harbor.co.uk",
    ],
)
def test_words_of_the_article(left, end):
    """Sentences, fragments of them, a word that texts have as well as sites, an address."""
    assert left(MIDDLE + end) == []


@pytest.mark.parametrize("end", ["", "（写真）", "復旧は未定だ", "「続ける」と述べた。"])
def test_japanese_words_of_the_article(left, end):
    """As above."""
    assert left(MIDDLE_JA + end, OPENING_JA, END_JA) == []


@pytest.mark.parametrize(
    ("line", "is_left"),
    [("続きを読むには会員登録が必要です", True), ("広告", True), ("***", False), ("市が対策を発表", False)],
)
def test_a_line_between_paragraphs_is_information(left, line, is_left):
    """It is set apart already; a mark between parts of the story and a heading are no leftovers."""
    text = f"{MIDDLE_JA}\n\n{line}\n\n市長は「急いで直す」と述べ、費用は市が負担すると説明した。"
    assert left(text, OPENING_JA, END_JA) == ([(line, Severity.INFO)] if is_left else [])


def test_another_storys_headline_between_answers(left):
    """A headline that names its source as headlines do, with a dash, belongs to another story."""
    line = "港の街灯、来年から新しく　20基が対象―潮見市"
    text = f"{MIDDLE_JA}\n\n{line}\n\n市長は「急いで直す」と述べ、費用は市が負担すると説明した。"
    assert left(text, OPENING_JA, END_JA) == [(line, Severity.INFO)]


def test_a_part_of_the_page_is_no_leftover(left):
    """More than two lines in a row are a list or a form, which a page has and a scraper keeps."""
    lines = "\n".join(["Share this article", "Copy link", "Print", "Subscribe now"])
    assert left(f"{MIDDLE}\n\n{lines}\n\nThe mayor thanked the crew of the tug that pulled the ship free.") == []
