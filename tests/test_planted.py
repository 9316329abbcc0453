"""The examples have errors on purpose: all of them are found, and next to nothing else.

`PLANTED` is the list of what is wrong, as an editor who knows the articles would write it down: the file, the kind of
error, and the words that are wrong (for something left out: the words of the source).
"""

from functools import cache
from pathlib import Path

import pytest

from jaen.checks import check_documents
from jaen.config import Settings
from jaen.corpus import Recipe
from jaen.reading import ReadOptions, read_paths

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
DRAFT = "translation/harbor-en-draft.txt"

PLANTED = [
    # The machine's summary in interview.txt; see examples/README.md.
    ("interview.txt", "contradiction-reading", "Ryoko Sakuma"),
    ("interview.txt", "contradiction-name", "National Cyber Security Center"),
    ("interview.txt", "term-forbidden", "National Cyber Security Center"),
    ("interview.txt", "contradiction-number", "40 operators"),
    ("interview.txt", "contradiction-name", "Claude-3"),
    # draft-story.txt, one article before it is proofread.
    ("draft-story.txt", "weekday-wrong", "木"),
    ("draft-story.txt", "spelling-mixed", "サーバ"),
    ("draft-story.txt", "bracket-unclosed", "「"),
    ("draft-story.txt", "office-holder", "石破茂"),
    ("draft-story.txt", "furniture-left", "続きを読むには会員登録が必要です"),
    ("draft-story.txt", "term-former", "内閣サイバーセキュリティセンター"),
    ("draft-story.txt", "term-former", "NISC"),
    ("draft-story.txt", "abbreviation-twice", "地域共同センター"),
    # The names that two Japanese articles shorten before they were introduced.
    ("newspaper-page.txt", "term-use", "ミュトス"),
    ("press-release-cp932.txt", "term-use", "ミュトス"),
    # harbor-en-draft.txt, the draft of a translation of harbor-ja.txt.
    (DRAFT, "translation-lost-number", "120 million yen"),
    (DRAFT, "translation-lost-number", "115 port operators"),
    (DRAFT, "translation-forbidden-term", "Cabinet Cyber Officer"),
    (DRAFT, "translation-other-date", "April 8"),
    (DRAFT, "translation-leftover", "荷役"),
    (DRAFT, "translation-other-unit", "840 million dollars"),
    (DRAFT, "translation-lost-negation", "分かっていない"),
    (DRAFT, "translation-other-concept", "Ministry of Finance"),
    (DRAFT, "translation-lost-sentence", "松本尚サイバー安全保障担当相は「小さな港ほど備えが遅れている」と話した。"),
    (DRAFT, "translation-lost-name", "Emi Kurihara"),
    (DRAFT, "translation-lost-quotation", "「お金だけでは港を守れない」"),
    (DRAFT, "translation-lost-modality", "かもしれない"),
    (DRAFT, "translation-other-concept", "Claude"),
]


@cache
def pipeline():
    return Recipe(str(ROOT / "glossaries/news"), Settings()).pipeline()


@cache
def found():
    """(file, code, words) of every finding in the examples, each pair of documents checked as such."""
    rows = []
    reports = {}
    for article in read_paths([str(EXAMPLES)], ReadOptions()):
        if article.source.endswith("README.md"):
            continue
        report = pipeline()(article)
        name = Path(article.source).relative_to(EXAMPLES).as_posix()
        reports[name] = report
        if name != DRAFT:  # it is checked as a translation below
            rows += [(name, one.code, _words(one, article.text)) for one in report.findings]
    for name in (DRAFT, "translation/harbor-en.txt"):
        pair = check_documents(reports["translation/harbor-ja.txt"], reports[name])
        rows += [(name, one.code, _words(one, reports[name].article.text)) for one in pair.findings]
    return rows


def _words(finding, text):
    """The wrong words; of something left out, the words of the source."""
    about_source = finding.code in (
        "translation-lost-sentence", "translation-lost-negation", "translation-lost-quotation", "translation-lost-modality"
    )  # fmt: skip
    if about_source:
        return next(one.text for one in finding.related if one.role == "source")
    return finding.span.of(text) if finding.span else ""


@pytest.mark.parametrize("planted", PLANTED, ids=lambda row: f"{row[0]}: {row[1]} {row[2]}"[:60])
def test_every_planted_error_is_found(planted):
    """Recall is 1.0: each line of the list has its finding at its words."""
    assert planted in found()


def test_next_to_nothing_else_is_found():
    """Precision is at least 0.95: of twenty findings at most one is none of the list."""
    others = [row for row in found() if row not in PLANTED]
    assert len(others) <= 0.05 * len(found()), others


def test_the_faithful_translation_has_no_findings():
    """The final translation of the same article is not complained of."""
    assert not [row for row in found() if row[0] == "translation/harbor-en.txt"]
