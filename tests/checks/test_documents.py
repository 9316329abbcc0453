"""A text beside its translation: which sentences are compared, what is said of them, and when nothing is."""

from dataclasses import replace

import pytest

from jaen.checks import check_documents
from jaen.checks.bilingual.sentences import added_sentences, lost_sentences, untrusted_alignments
from jaen.checks.documents import passages_of
from jaen.checks.passages import passage_of
from jaen.glossary.house import House, Ignored
from jaen.model import Alignment, Bead, Concept, Finding, Passage, Severity, Term
from jaen.pipeline import Pipeline
from jaen.reading import article_of
from jaen.terms import Matcher

PIPELINE = Pipeline()
JA = """水道局、9月に断水訓練

水道局は5日、市内の12の病院が参加する断水訓練を9月に行うと発表した。

訓練は3日間続き、費用は4800万円と見込まれる。

局長の山田太郎氏は「昨年の2倍の参加がある」と述べた。

結果は11月20日に公表される。
"""
EN = """Water bureau to hold drill in September

The water bureau announced on the 5th that it will hold a drill in September in which 12 hospitals of the city take part.

The drill lasts 3 days and is expected to cost 48 million yen.

“Twice as many take part as last year,” said Taro Yamada, who heads the bureau.

The results will be published on November 20.
"""


def article(text, name):
    return replace(article_of(text), id=name, source=f"{name}.txt")


def checked(ja=JA, en=EN, house=None):
    """The report of a Japanese text and its English translation."""
    return Pipeline(house=house).check_translation(article(ja, "ja"), article(en, "en"))


def told(report):
    """Codes with the words at the place, without hints."""
    text = report.target.article.text
    return [(one.code, one.span.of(text)) for one in report.findings if one.severity is not Severity.INFO]


def test_a_good_translation_has_no_findings():
    """Every number, date, name and quotation is there, in other words and units: nothing is said."""
    report = checked()
    assert report.alignment.is_trusted
    assert told(report) == []


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("12 hospitals", "21 hospitals", "translation-lost-number"),
        ("48 million yen", "480 million yen", "translation-lost-number"),
        ("November 20", "November 12", "translation-other-date"),
    ],
)
def test_what_is_wrong_stands_in_the_translation_and_points_to_the_source(right, wrong, code):
    """A finding's place is in the target; its first related place is what the source says, with the characters there."""
    report = checked(en=EN.replace(right, wrong))
    assert [one for one, _ in told(report)] == [code]
    (finding,) = (one for one in report.findings if one.code == code)
    assert finding.span.of(report.target.article.text) in wrong
    source = finding.related[0]
    assert (source.role, source.article_id) == ("source", "ja")
    assert source.span.of(report.source.article.text) == source.text
    segments = {segment.id: segment for segment in report.source.segments}
    assert segments[source.segment_id].span.covers(source.span)


@pytest.mark.parametrize(
    ("right", "wrong", "severity", "message"),
    [
        ("hold drill in September", "hold drill", Severity.INFO, "9月 is left out of the headline"),
        ("drill in September in which", "drill in which", Severity.ERROR, "9月 is not in the translation"),
        ("drill in September\n", "drill in August\n", Severity.ERROR, "9月 is August here"),
        (
            "September\n",
            "September for 12 hospitals\n",
            Severity.INFO,
            "12 hospitals is not in the headline of the source",
        ),
        ("lasts 3 days", "lasts 3 days for 15 people", Severity.WARNING, "15 people is not in the source"),
    ],
)
def test_a_headline_may_leave_a_figure_out(right, wrong, severity, message):
    """What only the headline lacks is a hint; in the text, or as another one, it is an error."""
    (finding,) = checked(en=EN.replace(right, wrong)).findings
    assert (finding.severity, finding.message) == (severity, message)


def test_a_sentence_that_is_missing():
    """It is told at the end of the sentence behind which it is missing, with the sentence of the source."""
    lost = "“Twice as many take part as last year,” said Taro Yamada, who heads the bureau.\n\n"
    assert lost in EN
    report = checked(en=EN.replace(lost, ""))
    assert told(report) == [("translation-lost-sentence", "")]
    (finding,) = (one for one in report.findings if one.code == "translation-lost-sentence")
    assert EN[: finding.span.start].endswith("48 million yen.")
    assert finding.related[0].text == "局長の山田太郎氏は「昨年の2倍の参加がある」と述べた。"
    assert "局長の山田太郎氏は" in finding.message
    assert finding.segment_id == next(s.id for s in report.target.segments if s.span.end == finding.span.start)


def test_a_sentence_that_was_added():
    """A sentence of the target without a source is told at its place."""
    added = "Kyoto's zoo keeps 300 penguins behind a wall of blue glass."
    report = checked(en=EN.replace("The results", f"{added} The results"))
    assert told(report) == [("translation-added-sentence", added)]


def test_two_texts_that_are_no_translation_are_not_compared():
    """One finding says so, and nothing is said of numbers and sentences."""
    other = (
        "The zoo has a new bear.\n\nShe is called Mika and came by train.\n\nChildren like her.\n\nTickets are cheap.\n"
    )
    report = checked(en=other)
    (finding,) = report.findings
    assert (finding.code, finding.severity, finding.span) == ("alignment-untrusted", Severity.WARNING, None)


@pytest.mark.parametrize(("ja", "en", "says"), [(JA, "\n", "the target has no"), ("\n", EN, "the source has no")])
def test_an_empty_side(ja, en, says):
    """With nothing on one side there is nothing to compare, and the finding says which side that is."""
    (finding,) = checked(ja, en).findings
    assert finding.code == "alignment-untrusted"
    assert says in finding.message


def test_what_may_stand_is_marked():
    """`check-ignore.csv` holds for what is found between two articles as well; the article is the translation."""
    line = Ignored("translation-lost-number", "4800万円", "en.txt", "rounded with the author", "x.csv", 2)
    en = EN.replace("48 million yen", "50 million yen")
    assert [one.ignored for one in checked(en=en).findings] == [""]
    assert [one.ignored for one in checked(en=en, house=House(ignored=(line,))).findings] == ["rounded with the author"]


def test_the_same_article_name_on_both_sides():
    """`ja/page.txt` and `en/page.txt` have one id; related places still lead into the right one."""
    text, translation = article(JA, "page"), article(EN.replace("12 hospitals", "21 hospitals"), "page")
    report = PIPELINE.check_translation(text, translation)
    assert [report.source.article.id, report.target.article.id] == ["page", "page~2"]
    assert {one.related[0].article_id for one in report.findings} == {"page"}


# What is compared


def texts(passage):
    return [segment.text for segment in passage.segments]


def reports(ja, en):
    return PIPELINE(article(ja, "ja")), PIPELINE(article(en, "en"))


def test_only_the_main_language_of_a_mixed_page():
    """An English abstract above a Japanese text is no part of what was translated; a quoted line inside a paragraph is."""
    ja = (
        "The drill is the third of its kind in the city.\n\n"
        + JA
        + "\n看板には「WATER」とあった。No entry. と書いた札もあった。\n"
    )
    source, _ = passages_of(*reports(ja, EN))
    assert "The drill is the third of its kind in the city." not in texts(source)
    assert "No entry." in " ".join(texts(source))
    assert texts(source)[0] == "水道局、9月に断水訓練"


def test_a_caption_only_where_both_have_one():
    """What belongs to the page and not to the text is compared when the other side has it, too."""
    caption = "写真説明：断水訓練に使う給水車（5日、市役所前）"
    with_one = PIPELINE(article(JA + f"\n{caption}\n", "ja"))
    (segment,) = (one for one in with_one.segments if one.text.startswith("写真説明") or "給水車" in one.text)
    assert segment.role.value == "caption", "the line is read as a caption"
    source, _ = passages_of(with_one, PIPELINE(article(EN, "en")))
    assert segment.text not in texts(source)
    both = PIPELINE(article(EN + "\nCaption: A water truck for the drill in front of the city hall\n", "en"))
    if any(one.role is segment.role and one.content for one in both.segments):
        source, _ = passages_of(with_one, both)
        assert segment.text in texts(source)


def test_furniture_is_not_compared():
    """Lines of the site are no sentences of the text."""
    source, target = passages_of(*reports("ホーム\nニュース\n\n" + JA, EN + "\nShare this article\n"))
    assert "Share this article" not in texts(target)
    assert {segment.content for segment in (*source.segments, *target.segments)} == {True}


# Beads


def alignment(*beads, is_trusted=True):
    """Two texts of three sentences each, brought together as told."""
    sides = []
    for text in ("猫が来た。\n\n犬が来た。\n\n＊＊＊\n", "A cat came.\n\nA dog came.\n\n* * *\n"):
        report = PIPELINE(article_of(text))
        sides.append(Passage(report.article, report.language, report.segments, ()))
    return Alignment(source=sides[0], target=sides[1], beads=beads, confidence=1.0, is_trusted=is_trusted)


def bead(source, target, confidence=0.9):
    return Bead(source=source, target=target, confidence=confidence)


def test_a_doubtful_bead_is_a_hint():
    """Where a bead is a guess (below 0.5), a missing or added sentence is only a hint."""
    beads = (bead((0,), ()), bead((), (0,), 0.5), bead((1,), (), 0.49), bead((), (1,), 0.2))
    lost, added = list(lost_sentences(alignment(*beads))), list(added_sentences(alignment(*beads)))
    assert [one.severity for one in lost] == [None, Severity.INFO]
    assert [(one.span.start, one.span.end) for one in lost] == [(0, 0), (11, 11)], "at the beginning, behind the cat"
    assert [one.severity for one in added] == [None, Severity.INFO]


def test_a_line_without_words_needs_no_counterpart():
    """Stars between two parts are no sentence that anybody misses."""
    beads = (bead((0,), (0,)), bead((1,), (1,)), bead((2,), ()), bead((), (2,)))
    assert [*lost_sentences(alignment(*beads)), *added_sentences(alignment(*beads))] == []


def test_an_untrusted_alignment_says_nothing_of_its_beads():
    """A guess at what belongs together is no reason to call a sentence lost."""
    guessed = alignment(bead((0,), ()), bead((), (0,)), is_trusted=False)
    assert [*lost_sentences(guessed), *added_sentences(guessed)] == []
    assert len(list(untrusted_alignments(guessed))) == 1
    assert list(untrusted_alignments(alignment(bead((0,), (0,))))) == []


def test_what_rests_on_a_doubtful_bead_is_a_hint(monkeypatch):
    """A number that differs between sentences that may not belong together is no error."""
    source, target = reports(JA, EN.replace("12 hospitals", "21 hospitals"))

    def doubtful(*passages):
        beads = tuple(bead((n,), (n,), 0.4) for n in range(len(passages[0].segments)))
        return Alignment(source=passages[0], target=passages[1], beads=beads, confidence=1.0, is_trusted=True)

    assert {one.severity for one in check_documents(source, target).findings} == {Severity.ERROR}
    monkeypatch.setattr("jaen.checks.documents.align", doubtful)
    found: tuple[Finding, ...] = check_documents(source, target).findings
    assert "translation-lost-number" in {one.code for one in found}
    assert {one.severity for one in found} == {Severity.INFO}


def test_pairs_have_the_mentions_of_their_sentences():
    """`Alignment.pairs` gives for each bead, in order, its sentences and no mention of another one."""
    terms = (Term(text="水道局", language="ja"), Term(text="water bureau", language="en"))
    matcher = Matcher((Concept(id="water-bureau", category="organization", terms=terms),))
    sides = passage_of(JA, "ja", matcher), passage_of(EN, "en", matcher)
    beads = (bead((0,), (0,)), bead((1,), ()), bead((), (1,)))
    whole = Alignment(source=sides[0], target=sides[1], beads=beads, confidence=1.0, is_trusted=True)
    pairs = list(whole.pairs())
    assert [one for one, _ in pairs] == list(beads)
    for one, pair in pairs:
        for side, own, part in ((sides[0], one.source, pair.source), (sides[1], one.target, pair.target)):
            segments = tuple(side.segments[at] for at in own)
            assert part == Passage.of(side.article, side.language, segments, side.mentions)
            assert len(part.mentions) == len(own), "each of these sentences names the bureau once"
