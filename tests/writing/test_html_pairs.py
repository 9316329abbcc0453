"""The HTML pages of a text with its translation, and of several articles compared."""

import io
from dataclasses import replace

import pytest

from jaen.corpus.compare import compare
from jaen.model import Alignment, Bead, Finding, PairReport, Passage, Related, Severity, Span
from jaen.pipeline import Pipeline
from jaen.reading import article_of
from jaen.writing.findings import Checked, Showing
from jaen.writing.findings.page import write_page
from jaen.writing.html import write_comparison_html, write_pair_html

html = pytest.importorskip("lxml.html", reason="lxml is missing: the extra 'xml' is not installed")

SOURCE = "訓練には62行が参加した。期限は延長されない。次回は来月だ。\n"
TARGET = "The drill had 65 banks. <b>Nobody</b> commented. The deadline stays.\n"
WIRE = "The drill of 62 banks begins on May 18, 2026, the agency said. It ends after six weeks of tests. "
WIRE += "Officials of the agency will watch every step from a room in Osaka. No customer will notice anything of it.\n"


def processed(text, name):
    return Pipeline()(replace(article_of(text), id=name, source=f"{name}.txt"))


def pair_report(*, is_trusted=True):
    """Sentences one to one, one lost, one added; a wrong number, and the lost sentence told."""
    source, target = processed(SOURCE, "ja"), processed(TARGET, "en")
    passages = [Passage.of(one.article, one.language, one.segments, one.mentions) for one in (source, target)]
    beads = (
        Bead(source=(0,), target=(0,), confidence=0.9, evidence=("number: banks",)),
        Bead(source=(), target=(1,), confidence=0.8),
        Bead(source=(1,), target=(2,), confidence=0.4),
        Bead(source=(2,), target=(), confidence=0.8),
    )
    first, last, lost = target.segments[0], target.segments[2], source.segments[2]
    number = Span(TARGET.index("65"), TARGET.index("65") + 8)
    said = Related(role="source", article_id="ja", segment_id=source.segments[0].id, span=Span(4, 7), text="62行")
    left = Related(role="source", article_id="ja", segment_id=lost.id, span=lost.span, text=lost.text)
    findings = (
        Finding(
            code="translation-lost-number",
            severity=Severity.ERROR,
            message="62行 is 65 banks here",
            segment_id=first.id,
            span=number,
            related=(said,),
        ),
        Finding(
            code="translation-lost-sentence",
            severity=Severity.WARNING,
            message="the translation has no sentence for this",
            segment_id=last.id,
            span=Span(last.span.end, last.span.end),
            related=(left,),
        ),
    )
    alignment = Alignment(source=passages[0], target=passages[1], beads=beads, confidence=0.7, is_trusted=is_trusted)
    return PairReport(source=source, target=target, alignment=alignment, findings=findings)


def page(write, *values):
    out = io.StringIO()
    write(*values, out)
    return html.document_fromstring(out.getvalue())


def texts(document, path):
    return [" ".join(found.text_content().split()) for found in document.xpath(path)]


def has_no_dead_ends(document):
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    named = {name for value in document.xpath("//@aria-labelledby") for name in value.split()}
    assert {href[1:] for href in document.xpath("//@href") if href.startswith("#")} | named <= set(ids)
    return True


# --- a text and its translation


def test_each_bead_is_a_row_and_what_is_missing_is_an_empty_place():
    """1-1, added, 1-1, lost: in order, with a visible gap on the side that has nothing."""
    document = page(write_pair_html, pair_report())
    rows = document.xpath("//div[@class='block']/div")
    assert [texts(row, "./p[@class='text' or @class='empty']")[:2] for row in rows] == [
        ["訓練には62行が参加した。", "The drill had 65 banks. Error 1"],
        ["nothing in the source", "<b>Nobody</b> commented."],
        ["期限は延長されない。", "The deadline stays."],
        ["次回は来月だ。 Warning 2", "nothing in the translation"],
    ]
    assert has_no_dead_ends(document)


def test_a_finding_stands_beside_the_translation_and_leads_to_the_source():
    """Its source is a link; that of a lost sentence stands beside the sentence that is lost."""
    document = page(write_pair_html, pair_report())
    assert document.xpath("//*[@id='np1f1']//p[@class='related']//a/@href") == ["#a1s1"]
    assert texts(document, "//mark") == ["65 banks"]
    assert document.xpath("//*[@id='p1f2']//p[@class='jump']/a/@href") == ["#a1s3"]
    assert [row.xpath(".//*[@id='np1f2']") != [] for row in document.xpath("//div[@class='block']")] == [
        False,
        False,
        False,
        True,
    ]


def test_the_evidence_of_a_bead_can_be_opened_and_a_guess_is_called_one():
    """Sure of the first, unsure of the third."""
    document = page(write_pair_html, pair_report())
    evidence = texts(document, "//details[@class='bead']")
    assert evidence[0].endswith("1–1 90% sure number: banks")
    assert "1–1 ? 40% sure" in evidence[1]
    assert len(evidence) == 2


def test_an_abstention_is_said():
    """Where the aligner abstains the page says so above the sentences."""
    assert page(write_pair_html, pair_report()).xpath("//p[@class='untrusted']") == []
    (said,) = texts(page(write_pair_html, pair_report(is_trusted=False)), "//p[@class='untrusted']")
    assert "could not be brought together" in said


def test_a_pair_without_sentences_is_a_page():
    """Two empty texts: nothing to show, and no crash."""
    empty = processed("", "a"), processed("", "b")
    passages = [Passage.of(one.article, "und", (), ()) for one in empty]
    alignment = Alignment(source=passages[0], target=passages[1], beads=(), confidence=0.0, is_trusted=False)
    document = page(write_pair_html, PairReport(source=empty[0], target=empty[1], alignment=alignment, findings=()))
    assert has_no_dead_ends(document)


# --- findings as a page


SHOWING = Showing(everything=False, rules=(), version="0.1.0")


def findings_page(*checked, everything=False):
    return page(lambda out: write_page(iter(checked), out, replace(SHOWING, everything=everything)))


def test_checked_articles_and_pairs_are_shown_whole():
    """An article in full, then a text beside its translation; ids of both don't meet."""
    pair, alone = pair_report(), processed(WIRE, "wire")
    document = findings_page(
        Checked(alone.article, (), whole=alone),
        Checked(pair.target.article, pair.findings, (pair.source.article,), whole=pair),
    )
    assert document.xpath("//article/@id") == ["a1", "p2"]
    assert document.xpath("//nav[@class='contents']//a/@href") == ["#a1", "#p2"]
    assert len(document.xpath("//*[@id='p2']//li")) == 2
    assert has_no_dead_ends(document)


def test_a_unit_is_shown_with_its_place_where_something_was_found():
    """Both texts and the finding; a unit without findings is left out."""
    pair = pair_report()
    source, target = pair.source.article, pair.target.article
    found = Checked(target, pair.findings[:1], (source,))
    document = findings_page(Checked(target, (), (source,)), found)
    assert len(document.xpath("//article")) == 1
    assert texts(document, "//h2") == ["en.txt"]
    assert texts(document, "//mark") == ["65 banks"]
    assert "訓練には62行が参加した。" in texts(document, "//article")[0]
    assert "<b>Nobody</b>" in texts(document, "//article")[0]
    assert has_no_dead_ends(document)


def test_hints_and_what_may_stand_are_shown_only_when_asked_for():
    """As in the other formats for people."""
    alone = processed(WIRE, "wire")
    place = {"segment_id": alone.segments[0].id, "span": alone.segments[0].span}
    findings = (
        Finding(code="a", severity=Severity.INFO, message="hint", **place),
        Finding(code="b", severity=Severity.ERROR, message="known", ignored="the desk knows", **place),
    )
    one = Checked(alone.article, findings, whole=alone)
    assert findings_page(one).xpath("//li") == []
    assert len(findings_page(one, everything=True).xpath("//ol[@class='list']/li")) == 2


# --- articles compared


def reports():
    other = "Officials said 36 entities joined. <script>window.pwned=1</script> The drill was held on May 18, 2026.\n"
    return [processed(WIRE, "wire"), processed(WIRE + "The banks agreed.\n", "copy"), processed(other, "other")]


def test_a_comparison_has_its_parts_and_all_articles():
    """Articles, copies, timeline; then each article in full."""
    compared = reports()
    document = page(write_comparison_html, compare(compared), compared)
    assert texts(document, "//h1") == ["3 articles compared"]
    assert len(document.xpath("//article")) == 3
    assert "exact: 4 sentences of 4 and 4, 100% of the smaller" in texts(document, "//div[@class='copy']")[0]
    assert document.xpath("//section[@id='timeline']//tbody/tr")
    assert len(document.xpath("//script")) == 1
    assert has_no_dead_ends(document)


def test_days_are_written_as_in_the_other_formats():
    """A month and a year are told as such, and only other stretches by both their ends."""
    texts_of = ("In May 2026 the bridge was closed for repairs.", "In 2025 the bridge was old.")
    compared = [processed(text, f"bridge-{number}") for number, text in enumerate(texts_of)]
    document = page(write_comparison_html, compare(compared), compared)
    days = document.xpath("//section[@id='timeline']//th[@scope='row']/text()")
    assert [day.strip() for day in days if day.strip()] == ["2025", "2026-05"]


def test_every_quoted_place_leads_to_its_sentence():
    """The link of a place goes to the sentence that is quoted."""
    compared = reports()
    document = page(write_comparison_html, compare(compared), compared)
    places = document.xpath("//p[@class='place'][.//a]")
    assert places
    for place in places:
        target = document.get_element_by_id(place.xpath(".//a/@href")[0][1:])
        assert texts(place, "./q") == [" ".join(target.text_content().split())]


def test_articles_that_are_not_in_the_page_are_quoted_without_a_link():
    """The comparison alone is a page, too."""
    document = page(write_comparison_html, compare(reports()), [])
    assert document.xpath("//p[@class='place']")
    assert document.xpath("//p[@class='place']//a") == []
    assert has_no_dead_ends(document)


def test_an_article_that_comes_twice_stands_in_the_page_once():
    """As it counts once in the comparison."""
    compared = reports()
    document = page(write_comparison_html, compare([*compared, compared[0]]), [*compared, compared[0]])
    assert len(document.xpath("//article")) == 3
