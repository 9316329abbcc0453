"""Findings that an editor lets stand are marked with the reason, in the one place where all findings go through."""

from dataclasses import replace

import pytest

from jaen.checks import mark_ignored
from jaen.glossary.house import House, Ignored
from jaen.model import Finding, Related, Severity
from jaen.offsets import Span
from jaen.pipeline import Pipeline
from jaen.reading import article_of

ARTICLE = article_of("旧称NISCは\n廃止された。")
PLACE = Span(2, 6)


def finding(**changed):
    """A finding about the word NISC."""
    usual = {
        "code": "term-former",
        "severity": Severity.WARNING,
        "message": "gone",
        "span": PLACE,
        "concept_id": "nisc",
    }
    return Finding(**(usual | changed))


def line(code="term-former", about="", article="", reason="as quoted"):
    return Ignored(code, about, article, reason, "check-ignore.csv", 2)


def reason(one, *lines, source="news/2026/page.txt"):
    """The reason that *one* is marked with."""
    (marked,) = mark_ignored([one], replace(ARTICLE, source=source), lines)
    assert replace(marked, ignored="") == one
    return marked.ignored


@pytest.mark.parametrize("about", ["", "nisc", "NISC"])
def test_by_code_concept_or_words(about):
    """Empty stands for any; else the id of the concept or the words at the place."""
    assert reason(finding(), line(about=about)) == "as quoted"


@pytest.mark.parametrize(
    "other",
    [
        line(code="term-forbidden"),
        line(about="nis"),
        line(about="旧称"),
        line(article="other.txt"),
        line(article="age.txt"),
    ],
)
def test_others_are_left_as_they_are(other):
    """Another code, a part of the id, other words, another article, a part of a file's name: none of them is meant."""
    assert reason(finding(), other) == ""


@pytest.mark.parametrize("pattern", ["page.txt", "*.txt", "2026/page.txt", "news/*/page.txt", "news/2026/page.txt"])
@pytest.mark.parametrize("source", ["news/2026/page.txt", "/home/desk/news/2026/page.txt", r"C:\news\2026\page.txt"])
def test_articles_are_told_by_the_end_of_their_path(pattern, source):
    """As in .gitignore, a name is that of any folder; a desk that runs elsewhere keeps its table."""
    assert reason(finding(), line(article=pattern), source=source) == "as quoted"


def test_the_first_line_that_fits_counts():
    """Lines are read from the top, so that a special case can stand before the rule."""
    assert reason(finding(), line(about="nisc", reason="one"), line(reason="two")) == "one"


def test_words_of_the_source_name_a_finding_of_a_translation():
    """A number that a translation lacks is not in the translation: the editor names it as the source has it."""
    place = Related(role="source", article_id="ja", segment_id="s1", span=Span(0, 4), text="62社")
    lost = finding(code="translation-lost-number", concept_id=None, span=None, related=(place,))
    assert reason(lost, line("translation-lost-number", "62社")) == "as quoted"
    assert reason(lost, line("translation-lost-number", "社")) == ""


def test_white_space_does_not_count():
    """Words over a line break are written on one line in the table."""
    assert reason(finding(span=Span(6, 13), concept_id=None), line(about="は 廃止された")) == "as quoted"


def test_a_report_carries_the_mark():
    """Whatever format a report is written in, its findings say that they may stand; the others do not."""
    article = article_of("「会合は終わった。")
    found = {
        one.code: one.ignored for one in Pipeline(house=House(ignored=(line("bracket-unclosed"),)))(article).findings
    }
    assert found["bracket-unclosed"] == "as quoted"
    assert {one.code: one.ignored for one in Pipeline()(article).findings}["bracket-unclosed"] == ""


def test_notes_of_reading_can_be_let_stand():
    """What the reader had to repair is a finding like any other."""
    noted = Pipeline(house=House(ignored=(line("replaced-characters"),)))(
        article_of("港\0の訓練は三回目だった。")
    ).findings
    assert [(one.code, one.ignored) for one in noted] == [("replaced-characters", "as quoted")]
