"""TMX and XLIFF of reports and alignments: valid, complete, and honest about what a machine made."""

import io
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("lxml", reason="needs the extra xml")
from lxml import etree

import jaen
from jaen.alignment import align
from jaen.errors import ExchangeError
from jaen.files.xml import parse
from jaen.model import Bead, Passage, Translation
from jaen.pipeline import Pipeline
from jaen.reading import article_of
from jaen.translation.memory.exchange.tmx import read_tmx
from jaen.translation.memory.exchange.xliff import read_xliff
from jaen.writing.tmx import write_alignment_tmx, write_tmx
from jaen.writing.xliff import write_alignment_xliff, write_xliff

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT.parent / "shared" / "data" / "exchange" / "xliff-2.1" / "schemas"
TEXT = "国家サイバー統括室が\x07動いた。銀行は備えた。\n\nThe banks waited.\n\n内閣サイバー官は「待つ」と述べた。\n"


@cache
def pipeline():
    return Pipeline(jaen.Glossary.load(ROOT / "glossaries/news"))


def report(text=TEXT, states=("translated", "reviewed", "untranslated")):
    """A report whose Japanese sentences have translations in these states."""
    from dataclasses import replace

    made = pipeline()(article_of(text))
    japanese = [segment for segment in made.segments if segment.language == "ja"]
    translations = tuple(
        Translation(segment_id=one.id, language="en", text=f"Sentence {n}.", engine="echo", model="m 1", state=state)
        for n, (one, state) in enumerate(zip(japanese, states, strict=False), 1)
    )
    return replace(made, translations=translations)


def written(write, *values):
    out = io.StringIO()
    write(*values, out)
    return out.getvalue().encode()


def passage(text, language):
    made = pipeline()(article_of(text))
    return Passage.of(made.article, language, made.segments, made.mentions)


@cache
def schema():
    if not SCHEMAS.is_dir():
        pytest.skip("the schemas of XLIFF 2.1 are not beside the project")
    both = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:import namespace="urn:oasis:names:tc:xliff:document:2.0" schemaLocation="{SCHEMAS}/xliff_core_2.0.xsd"/>
      <xs:import namespace="urn:oasis:names:tc:xliff:glossary:2.0" schemaLocation="{SCHEMAS}/glossary.xsd"/>
    </xs:schema>"""
    return etree.XMLSchema(etree.fromstring(both))


def check_schema(data):
    schema().assertValid(etree.fromstring(data))


def test_xliff_of_a_report_is_valid():
    """Files, units, terms, notes, control characters and states are as the schema wants them."""
    data = written(write_xliff, [report(), report("飯田陽一氏は動いた。「待て。\n")])
    check_schema(data)
    root = parse(data, "out.xlf")
    assert (root.get("srcLang"), root.get("trgLang")) == ("ja", "en")
    assert [one.get("id") for one in root.all("file")] == ["f1", "f2"]
    assert b'<cp hex="0007"/>' in data
    assert b"National Cybersecurity Office</gls:translation>" in data
    assert b'<note category="bracket-unclosed" priority="4">' in data


def test_xliff_says_what_a_machine_translated():
    """A machine's translation has the subState jaen:machine, a reviewed one has not; what is not translated is initial."""
    data = written(write_xliff, [report()])
    states = [(one.get("state"), one.get("subState")) for one in parse(data, "o").walk() if one.tag == "segment"]
    assert states == [("translated", "jaen:machine"), ("reviewed", ""), ("initial", "")]
    incoming = read_xliff(data, "out.xlf")
    assert [unit.translation for unit in incoming.units] == ["Sentence 2."]


def test_xliff_without_translations_is_work_for_a_translator():
    """Every sentence of the main language is there, initial, and none of another language."""
    made = report(states=())
    data = written(write_xliff, [made])
    check_schema(data)
    sources = [one for one in parse(data, "o").walk() if one.tag == "segment"]
    assert len(sources) == sum(segment.language == "ja" for segment in made.segments)
    assert not any(element.tag == "target" for element in parse(data, "o").walk())


def test_xliff_of_nothing_to_translate_is_refused():
    """The standard has no file without a unit, so an empty one is an error that says why."""
    with pytest.raises(ExchangeError, match="nothing to translate"):
        written(write_xliff, [])


def test_tmx_keeps_pairs_and_says_what_nobody_reviewed():
    """Translated sentences are units; a memory takes in the reviewed one only, and says why not the other."""
    data = written(write_tmx, [report()])
    incoming = read_tmx(data, "out.tmx")
    assert [(unit.text, unit.translation) for unit in incoming.units] == [("銀行は備えた。", "Sentence 2.")]
    assert len(incoming.refused) == 1
    assert "nobody has reviewed" in incoming.refused[0].reason


def test_tmx_leaves_out_what_is_not_translated():
    """A sentence whose translation was refused is no unit."""
    assert b"<tu" not in written(write_tmx, [report(states=("untranslated",) * 3)])


JA = "銀行12行が試験を始めた。金融庁が結果をまとめる。費用は14億円だ。"
EN = "Twelve banks began the test. The Financial Services Agency will sum up. It costs 1.4 billion yen."


def test_an_alignment_becomes_a_memory():
    """Each bead with both sides is a unit that a memory takes in as people's work."""
    alignment = align(passage(JA, "ja"), passage(EN, "en"))
    units = read_tmx(written(write_alignment_tmx, alignment), "out.tmx").units
    assert [(unit.text, unit.translation) for unit in units] == [
        ("銀行12行が試験を始めた。", "Twelve banks began the test."),
        ("金融庁が結果をまとめる。", "The Financial Services Agency will sum up."),
        ("費用は14億円だ。", "It costs 1.4 billion yen."),
    ]


def test_an_unsure_bead_is_no_unit_of_a_memory():
    """Beads of less than half confidence, and sentences without a counterpart, are left out of the TMX."""
    from dataclasses import replace

    alignment = align(passage(JA, "ja"), passage(EN, "en"))
    beads = (
        Bead(source=(0,), target=(0,), confidence=0.4),
        Bead(source=(1,), target=(1,), confidence=0.5),
        Bead(source=(2,), target=(), confidence=0.9),
        Bead(source=(), target=(2,), confidence=0.9),
    )
    alignment = replace(alignment, beads=beads)
    assert len(read_tmx(written(write_alignment_tmx, alignment), "o").units) == 1
    data = written(write_alignment_xliff, alignment)
    check_schema(data)
    states = [one.get("state") for one in parse(data, "o").walk() if one.tag == "segment"]
    assert states == ["translated", "translated", "initial"]
    assert b'<note category="added-sentence">It costs 1.4 billion yen.</note>' in data


@given(st.lists(st.text(st.characters(codec=None), min_size=1, max_size=20), min_size=1, max_size=4))
@settings(max_examples=100)
def test_any_text_is_kept_in_xliff(texts):
    """Whatever characters a sentence has, its file is well-formed and holds the sentence, code point for code point."""
    text = "\n\n".join(f"{one}。の" for one in texts)
    made = pipeline()(article_of(text))
    wanted = [segment.text for segment in made.segments if segment.content and segment.language == made.language]
    if made.language not in ("ja", "en"):
        return
    data = written(write_xliff, [made])
    got = []
    for segment in etree.fromstring(data).iter("{*}segment"):
        source = segment.find("{*}source")
        got.append((source.text or "") + "".join(chr(int(cp.get("hex"), 16)) + (cp.tail or "") for cp in source))
    assert got == [one.replace("\r\n", "\n").replace("\r", "\n") for one in wanted] or got == wanted
