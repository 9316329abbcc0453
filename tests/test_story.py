"""The nouns hold together, whatever the text: properties of whole reports."""

import json
import pickle
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jaen.api import split
from jaen.config import Settings
from jaen.glossary import Glossary
from jaen.model import Concept, Term
from jaen.offsets import Span
from jaen.pipeline import Pipeline
from jaen.reading import article_of

CONCEPTS = (
    Concept(id="ai", category="term", terms=(Term(text="人工知能", language="ja"), Term(text="AI", language="en"))),
    Concept(
        id="mythos",
        category="product",
        terms=(Term(text="ミュトス", language="ja"), Term(text="Mythos", language="en")),
    ),
    Concept(
        id="weak",
        category="term",
        terms=(Term(text="脆弱性", language="ja"), Term(text="vulnerability", language="en")),
    ),
)
PIPELINE = Pipeline(Glossary("test", CONCEPTS))

PIECES = [
    "脆弱(ぜいじゃく)性", "人工知能(AI)", "「ミュトス」", "―受け止めは。", "と述べた。", "TOKYO — ", "Mythos", "AI-powered", "U.S. ",
    "“Yes,” she said. ", "©", "写真＝", "関連記事", "\n", "\r\n", "\n\n", " ", "\u3000", "\u200b", "\u2028", "ｻﾞ", "か\u3099", "㈱",
    "150〜200社", "令和8年5月18日", "先月", "👨‍👩‍👧", "葛\U000e0100", "(", ")", "「", "」", "。", ".", "1.5", "\t", "ー", "―", "💬", "①", "髙市",
    "\x00", "\ud800", "\ufeff", "http://a.jp/b?c=1",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=25).map("".join)
WHOLE = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


UNSEEN = "".join(map(chr, (*range(0x21), 0x85, 0xA0, 0x3000, *range(0x2000, 0x2010), 0x2028, 0x2029, 0xFEFF)))


def report_of(text: str):
    return PIPELINE(article_of(text))


@given(TEXTS.filter(str.strip))
@WHOLE
def test_blocks_tile_the_text(text):
    """Every character is in exactly one block, in order."""
    report = report_of(text)
    at = 0
    for block in report.blocks:
        assert block.span.start == at
        at = block.span.end
    assert at == len(report.article.text)


@given(TEXTS.filter(str.strip))
@WHOLE
def test_segments_leave_only_white_space(text):
    """Segments are in order, inside their block, and between them is nothing that can be seen."""
    report = report_of(text)
    blocks = {block.id: block for block in report.blocks}
    at = 0
    for segment in report.segments:
        assert segment.text == segment.span.of(report.article.text) == segment.text.strip()
        assert blocks[segment.block_id].span.covers(segment.span)
        assert not report.article.text[at : segment.span.start].strip(UNSEEN)
        at = segment.span.end
    assert not report.article.text[at:].strip(UNSEEN)
    assert len({segment.id for segment in report.segments}) == len(report.segments)


@given(TEXTS.filter(str.strip))
@WHOLE
def test_tokens_are_the_articles_own_characters(text):
    """A token's surface is the article at its span; tokens never overlap and leave only white space."""
    report = report_of(text)
    for segment in report.segments:
        at = segment.span.start
        for token in segment.tokens:
            assert token.surface == token.span.of(report.article.text)
            assert token.span.start >= at
            assert not report.article.text[at : token.span.start].strip()
            at = token.span.end
        assert at <= segment.span.end
        assert not report.article.text[at : segment.span.end].strip()


@given(TEXTS.filter(str.strip))
@WHOLE
def test_runs_tile_their_segment_and_everything_lies_inside(text):
    """Language runs tile a segment; mentions and marks lie where they say they do."""
    report = report_of(text)
    by_id = {segment.id: segment for segment in report.segments}
    for segment in report.segments:
        ends = [segment.span.start, *(run.span.end for run in segment.runs)]
        assert [run.span.start for run in segment.runs] == ends[:-1]
        assert ends[-1] == segment.span.end
        assert segment.normalized.source == segment.text
        for mark in segment.marks:
            assert segment.span.start <= mark.span.start < segment.span.end
            assert mark.span.end <= len(report.article.text)
    for mention in report.mentions:
        assert mention.surface == mention.span.of(report.article.text)
        assert by_id[mention.segment_id].span.covers(mention.span)


@given(TEXTS.filter(str.strip))
@WHOLE
def test_the_same_input_gives_the_same_bytes(text):
    """Two runs over one article give byte-identical JSON."""
    first, second = (json.dumps(report_of(text).to_dict(), ensure_ascii=False) for _ in range(2))
    assert first == second


@given(TEXTS.filter(str.strip))
@WHOLE
def test_offsets_of_normalization_agree(text):
    """Every character of a normalized segment comes from somewhere inside the segment, and maps back to itself."""
    for segment in report_of(text).segments:
        normalized = segment.normalized
        for index in range(len(normalized.text)):
            place = Span(index, index + 1)
            origin = normalized.to_source(place)
            assert origin.end <= len(segment.text)
            if origin.length:
                assert normalized.from_source(origin).covers(place)


def test_reports_pickle():
    """Worker processes hand reports back whole."""
    report = report_of("国家サイバー統括室(NCO)は18日、脆弱(ぜいじゃく)性を公表した。")
    assert pickle.loads(pickle.dumps(report)).to_dict() == report.to_dict()


def test_a_lifted_reading_is_seen_through():
    """脆弱(ぜいじゃく)性 is one mention of 脆弱性, its reading included, and one word."""
    report = report_of("脆弱(ぜいじゃく)性が見つかった。")
    (mention,) = report.mentions
    assert (mention.concept.id, mention.surface) == ("weak", "脆弱(ぜいじゃく)性")
    assert report.segments[0].tokens[0].surface == "脆弱(ぜいじゃく)性"
    assert report.segments[0].normalized.text == "脆弱性が見つかった。"


def test_a_dated_article_anchors_its_dates_on_every_way():
    """先月 in an article that states its day is the same month in the report and in `jaen.split`."""
    article = replace(article_of("先月、対策を発表した。"), metadata={"date": "2026-06-20"})
    ways = (PIPELINE(article).segments, split(article))
    assert [[str(m.first) for s in way for m in s.marks if hasattr(m, "first")] for way in ways] == [["2026-05-01"]] * 2


def test_relative_dates_need_an_anchor():
    """先月 is a month when the article's day is known, and is said to be unresolvable when it is not."""
    dated = Pipeline(settings=Settings(date=date(2026, 6, 20)))
    text = "先月、対策を発表した。"
    (known,) = [m for s in dated(article_of(text)).segments for m in s.marks if hasattr(m, "first")]
    (unknown,) = [m for s in report_of(text).segments for m in s.marks if hasattr(m, "first")]
    assert (str(known.first), str(known.last)) == ("2026-05-01", "2026-05-31")
    assert unknown.first is None
    assert "no article date" in unknown.reason


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("no full stop", "攻撃が続く"), ("katakana", "ア"), ("blanks", " "), ("tabs", "\t"), ("hyphens", "-"), ("dashes", "―"),
        ("open brackets", "「"), ("open parentheses", "("), ("pairs", "「」"), ("full stops", "。"), ("latin", "a"),
        ("words", "word "), ("digits", "1"), ("kanji digits", "一"), ("quotes", '"'), ("curly", "“"), ("long vowels", "ー"),
        ("zero width", "\u200b"), ("combining", "か\u3099"), ("emoji", "👨‍👩‍👧"), ("lines", "a\n"), ("titles", "New "),
        ("ruby", "脆弱(ぜいじゃく)"), ("abbreviations", "U.S."), ("urls", "http://a.b/"), ("half width", "ｻﾞ"),
    ],
)  # fmt: skip
def test_long_runs_of_anything_come_through_whole(name, unit):
    """100,000 characters of one thing lose nothing: blocks tile them, and no sentence is dropped."""
    text = "x " + unit * (100_000 // len(unit))
    report = report_of(text)
    assert report.blocks[-1].span.end == len(text), name
    assert sum(len(segment.text.split()) for segment in report.segments) == len(text.split())


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Updated July 9, 2026 at 18:40 JST", "2026-07-09"),
        ("Published July 8, 2026, updated July 9, 2026", "2026-07-08"),
        ("Updated at 18:40 JST", None),
    ],
)
def test_the_day_of_publication_comes_before_that_of_the_update(line, day):
    """A page that only says when it was updated is dated by that."""
    text = f"Night ferry stops for repairs\n{line}\n\nThe night ferry to the outer islands will stop for a week, the port said."
    report = Pipeline()(article_of(text))
    assert report.to_dict()["provenance"]["article_date"] == day


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("# Night ferry stops for repairs", "Night ferry stops for repairs"),
        ("Night ferry stops. Who pays?", "Night ferry stops. Who pays?"),
        ("#ferry stops for repairs again", "#ferry stops for repairs again"),
    ],
)
def test_the_title_is_the_whole_line_without_its_mark(first, title):
    """A headline of two sentences is one title; Markdown's mark is no part of it, a hashtag is."""
    text = f"{first}\n\nThe night ferry to the outer islands will stop for repairs for a week, the port said on Monday."
    assert Pipeline()(article_of(text)).title == title
