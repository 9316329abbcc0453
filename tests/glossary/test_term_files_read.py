"""Files of other programs read back: round trips, lenient reading, and bytes that are no such file."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.errors import ExchangeError
from jaen.glossary.exchange.mecab import read_mecab, write_mecab
from jaen.glossary.exchange.omegat import write_omegat
from jaen.glossary.exchange.pair_files import read_pairs
from jaen.glossary.exchange.prh import read_prh, write_prh
from jaen.glossary.exchange.services import write_amazon, write_deepl
from jaen.glossary.exchange.spacy import read_spacy, write_spacy
from jaen.glossary.exchange.utx import read_utx, write_utx
from jaen.model import Concept, Status, Term

READERS = [read_pairs, read_utx, read_prh, read_spacy, read_mecab]
_JA = st.text("半導体銀行金融庁サイバあい、・ー=+-@'\"", min_size=1, max_size=8).map(lambda text: f"語{text}語")
_EN = st.text("abcXYZ '\",=+-@;/éÅ", min_size=1, max_size=10).map(lambda text: f"w{text}w")


def concepts_of(statuses):
    """Concepts with terms in both languages; no text stands twice."""

    def build(rows):
        made = []
        for number, (ja, en, more) in enumerate(rows):
            terms = [Term(text=f"{ja}{number}", language="ja"), Term(text=f"{en}{number}", language="en")]
            for place, (language, text, status) in enumerate(more):
                terms.append(Term(text=f"{text}{number}x{place}", language=language, status=status))
            made.append(Concept(id=f"c{number}", category="term", terms=tuple(terms)))
        return made

    extra = st.one_of(
        st.tuples(st.just("ja"), _JA, st.sampled_from(statuses)),
        st.tuples(st.just("en"), _EN, st.sampled_from(statuses)),
    )
    more = st.lists(extra, max_size=3) if statuses else st.just([])
    return st.lists(st.tuples(_JA, _EN, more), max_size=5).map(build)


@settings(max_examples=100)
@given(
    concepts_of([Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.FORBIDDEN]), st.sampled_from(["ja", "en"])
)
def test_utx_round_trip(concepts, target):
    """What UTX can carry (ids, terms, four statuses) comes back as it was, and then the loss report is empty."""
    exported = write_utx(concepts, target)
    back = {one.id: one for one in read_utx(exported.data, "f.utx").concepts}
    for concept in concepts:
        assert set(back[concept.id].terms) == set(concept.terms)
        if not any(loss.concept_id == concept.id for loss in exported.losses):
            assert back[concept.id] == replace(concept, terms=back[concept.id].terms)


@settings(max_examples=100)
@given(concepts_of([Status.ADMITTED]))
def test_spacy_round_trip(concepts):
    """Ids, categories and terms come back from patterns."""
    exported = write_spacy(concepts)
    assert exported.losses == ()
    assert list(read_spacy(exported.data, "f.jsonl").concepts) == concepts


@settings(max_examples=100)
@given(
    concepts_of([]),
    st.sampled_from([(write_deepl, "en"), (write_deepl, "ja"), (write_amazon, "en"), (write_omegat, "en")]),
)
def test_plain_pairs_round_trip(concepts, how):
    """Plain pairs come back with the same terms; ids are made anew."""
    write, target = how
    exported = write(concepts, target)
    assert exported.losses == ()
    incoming = read_pairs(exported.data, "f.tsv")
    assert incoming.skipped == ()
    assert [set(one.terms) for one in incoming.concepts] == [set(one.terms) for one in concepts]
    assert incoming.made_ids == {one.id for one in incoming.concepts}


def test_prh_rules_come_back_as_wrong_terms():
    """The expected term is preferred, the wrong one deprecated, the reason its note."""
    server = Concept(
        id="server", category="term",
        terms=(
            Term(text="サーバー", language="ja"),
            Term(text="サーバ", language="ja", status=Status.DEPRECATED, note="長音を付ける"),
        ),
    )  # fmt: skip
    (back,) = read_prh(write_prh([server]).data, "prh.yml").concepts
    assert back.terms == server.terms


def test_prh_reads_what_people_write():
    """Plain patterns, lists of patterns and tests are read; a pattern without a plain word is reported with its line."""
    text = """version: 1
rules:
- expected: ウェブ
  patterns: [ウエブ, ウエッブ]
- expected: Cookie
  pattern: /クッキー(?!ー)/
  specs: [{from: クッキー, to: Cookie}, {from: クッキー1個, to: Cookie1個}]
- expected: 下さい
  pattern: /(?<=て)ください/
- pattern: x
"""
    incoming = read_prh(text.encode(), "prh.yml")
    terms = [[(term.text, str(term.status)) for term in one.terms] for one in incoming.concepts]
    assert terms == [
        [("ウェブ", "preferred"), ("ウエブ", "deprecated"), ("ウエッブ", "deprecated")],
        [("Cookie", "preferred"), ("クッキー", "deprecated")],
    ]
    assert [(one.place, one.reason[:33]) for one in incoming.skipped] == [
        (8, "the rule for '下さい' has no wrong t"),
        (10, "the rule does not say what is exp"),
    ]


def test_pairs_in_either_order_with_or_without_header():
    """The Japanese side is seen from its letters; where they don't tell, from the lines before."""
    incoming = read_pairs("en,ja\nchip,半導体\nTSMC,TSMC Ltd\n".encode(), "f.csv")
    assert [[(t.language, t.text) for t in one.terms] for one in incoming.concepts] == [
        [("ja", "半導体"), ("en", "chip")],
        [("ja", "TSMC Ltd"), ("en", "TSMC")],
    ]
    swapped = read_pairs("半導体\tchip\nwafer\tウエハー\n".encode(), "f.tsv")
    assert [one.terms[0].text for one in swapped.concepts] == ["半導体", "ウエハー"]


def test_pairs_with_the_same_japanese_are_one_concept():
    """The second English term is admitted; DeepL's codes of languages are no note, a comment is."""
    incoming = read_pairs("半導体\tchip\tja\ten\n半導体\tsemiconductor\tthe trade's word\n".encode(), "f.tsv")
    (only,) = incoming.concepts
    assert [(term.text, str(term.status)) for term in only.terms[1:]] == [
        ("chip", "preferred"), ("semiconductor", "admitted"),
    ]  # fmt: skip
    assert only.note == "the trade's word"


def test_equal_sides_are_a_name_that_is_kept():
    """A pair of the same text is one term, not to be translated."""
    (only,) = read_pairs(b"iPhone\tiPhone\n", "f.tsv").concepts
    assert only.keep
    assert len(only.terms) == 1


def test_lines_without_a_pair_are_reported_with_their_number():
    """A line with one cell, or with an empty one, is not lost in silence."""
    incoming = read_pairs("半導体\tchip\nlonely\n\n\tempty\n".encode(), "f.tsv")
    assert [one.place for one in incoming.skipped] == [2, 4]
    assert len(incoming.concepts) == 1


def test_utx_columns_are_known_by_name():
    """Columns in another order, the direction and unknown statuses are read; a file without columns is refused."""
    text = "#UTX 1.20; en-US/ja-JP; 2019-01-01\n#tgt\tsrc\tsrc:pos\tterm status\n半導体\tchip\tnoun\tapproved\n\tx\n"
    incoming = read_utx(text.encode(), "f.utx")
    assert [(t.language, t.text) for t in incoming.concepts[0].terms] == [("en", "chip"), ("ja", "半導体")]
    assert [one.place for one in incoming.skipped] == [4]
    with pytest.raises(ExchangeError, match=r"f\.utx:1: no line names the columns"):
        read_utx("半導体\tchip\n".encode(), "f.utx")


def test_spacy_patterns_of_tokens_are_reported():
    """A pattern that is a list of token attributes is no term."""
    lines = [{"label": "GPE", "pattern": "東京"}, {"label": "ORG", "pattern": [{"LOWER": "x"}]}, 5]
    incoming = read_spacy("\n".join(map(json.dumps, lines)).encode(), "f.jsonl")
    assert [(one.category, one.terms[0].language) for one in incoming.concepts] == [("place", "ja")]
    assert [one.place for one in incoming.skipped] == [2, 3]


def test_mecab_words_come_back_with_their_readings():
    """Surface and reading are read; a line with too few cells is reported."""
    office = Concept(
        id="office", category="organization", terms=(Term(text="金融庁", language="ja", reading="きんゆうちょう"),)
    )
    incoming = read_mecab(write_mecab([office]).data + "金融,1\n".encode(), "user.csv")
    assert [one.terms for one in incoming.concepts] == [office.terms]
    assert [one.place for one in incoming.skipped] == [2]


def test_files_in_cp932_are_read():
    """The encoding of older Japanese programs is found out."""
    (only,) = read_pairs("半導体製造装置\tchipmaking equipment\n".encode("cp932"), "f.txt").concepts
    assert only.terms[0].text == "半導体製造装置"


@pytest.mark.parametrize("read", READERS)
@settings(max_examples=100)
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_read_or_refused(read, data):
    """Whatever the bytes, the answer is concepts and reports or one ExchangeError."""
    try:
        incoming = read(data, "file")
    except ExchangeError:
        return
    assert len({one.id for one in incoming.concepts}) == len(incoming.concepts)


@pytest.mark.parametrize("read", READERS)
def test_deep_nesting_and_long_lines_are_no_trouble(read):
    """A line of 200,000 brackets is answered, not followed."""
    for data in (b"[" * 200_000, b'{"pattern":' * 50_000, b"rules: " + b"[" * 100_000, b'a,"' + b"x" * 200_000):
        try:
            incoming = read(data, "file")
        except ExchangeError:
            continue
        assert incoming.concepts == ()
