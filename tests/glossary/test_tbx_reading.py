"""TBX is read leniently: what a concept has a place for is taken, everything else is reported with its line."""

import re
from pathlib import Path

import pytest

from jaen.errors import ExchangeError
from jaen.glossary.exchange.tbx import read_tbx
from jaen.model import Example, Link, Status

pytest.importorskip("lxml", reason="needs the extra xml")

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "exchange" / "tbx-v2"

HEADER = "<tbxHeader><fileDesc><sourceDesc><p>Own test</p></sourceDesc></fileDesc></tbxHeader>"


def v3(entries, style="dca", dialect="TBX-Basic"):
    names = 'xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"'
    root = f'<tbx xmlns="urn:iso:std:iso:30042:ed-2" {names} type="{dialect}" style="{style}" xml:lang="en">'
    return f"{root}{HEADER}<text><body>\n{entries}</body></text></tbx>".encode()


def v2(entries):
    doctype = '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">'
    return f'{doctype}<martif type="TBX" xml:lang="en-US"><text><body>\n{entries}</body></text></martif>'.encode()


def read(data):
    incoming = read_tbx(data, "file.tbx")
    return incoming.concepts, [(one.place, one.reason) for one in incoming.skipped]


def only(data):
    concepts, skipped = read(data)
    assert len(concepts) == 1
    return concepts[0], skipped


def entry(parts="", english="<termSec><term>chip</term></termSec>", concept_id="chip"):
    return f'<conceptEntry id="{concept_id}">{parts}<langSec xml:lang="en">{english}</langSec></conceptEntry>'


DCA = """<conceptEntry id="wafer">
<descrip type="subjectField">chips</descrip><admin type="source">https://example.org/</admin>
<xref type="externalCrossReference" target="https://example.org/more">more</xref>
<ref type="crossReference" target="fab">part-of</ref><note>Used daily.</note>
<langSec xml:lang="ja">
<descripGrp><descrip type="definition">半導体の
  薄い板</descrip><admin type="source">辞典</admin></descripGrp>
<termSec><term>ウエハー</term><termNote type="partOfSpeech">noun</termNote>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote><note>long vowel</note></termSec>
<termSec><term>ウェハ</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
<termNote type="termType">variant</termNote></termSec></langSec>
<langSec xml:lang="en"><termSec><term>wafer</term>
<termNoteGrp><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termNoteGrp></termSec></langSec>
</conceptEntry>
<conceptEntry id="fab"><langSec xml:lang="en"><termSec><term>fab</term></termSec></langSec></conceptEntry>"""
DCT = """<conceptEntry id="wafer">
<min:subjectField>chips</min:subjectField><basic:source>https://example.org/</basic:source>
<basic:externalCrossReference target="https://example.org/more">https://example.org/more</basic:externalCrossReference>
<basic:crossReference target="fab">part-of</basic:crossReference><note>Used daily.</note>
<langSec xml:lang="ja">
<descripGrp><basic:definition>半導体の薄い板</basic:definition><basic:source>辞典</basic:source></descripGrp>
<termSec><term>ウエハー</term><min:partOfSpeech>noun</min:partOfSpeech>
<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus><note>long vowel</note></termSec>
<termSec><term>ウェハ</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus>
<basic:termType>variant</basic:termType></termSec></langSec>
<langSec xml:lang="en"><termSec><term>wafer</term>
<min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
</conceptEntry>
<conceptEntry id="fab"><langSec xml:lang="en"><termSec><term>fab</term></termSec></langSec></conceptEntry>"""


@pytest.mark.parametrize(
    "data", [v3(DCA), v3(DCT, "dct"), v3(DCA, dialect="TBX-Linguist")], ids=["dca", "dct", "other"]
)
def test_both_styles_say_the_same(data):
    """Categories are read as attributes (DCA) and as elements (DCT), in known dialects and others."""
    concepts, skipped = read(data)
    wafer = concepts[0]
    assert skipped == []
    assert [(t.language, t.text, t.status, t.type, t.note) for t in wafer.terms] == [
        ("ja", "ウエハー", Status.PREFERRED, "full", "long vowel"),
        ("ja", "ウェハ", Status.DEPRECATED, "variant", ""),
        ("en", "wafer", Status.FORMER, "full", ""),
    ]
    assert wafer.definition == (("ja", "半導体の薄い板"),)
    assert wafer.domain == ("chips",)
    assert set(wafer.sources) == {"https://example.org/", "https://example.org/more", "辞典"}
    assert wafer.links == (Link("part-of", "fab"),)
    assert (wafer.note, wafer.review.state) == ("Used daily.", "proposed")


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("preferredTerm-admn-sts", Status.PREFERRED), ("preferred", Status.PREFERRED), ("Admitted", Status.ADMITTED),
        ("admittedTerm", Status.ADMITTED), ("deprecated", Status.DEPRECATED), ("notRecommended", Status.DEPRECATED),
        ("superseded", Status.FORMER), ("obsolete", Status.FORMER), ("forbidden", Status.FORBIDDEN),
    ],
)  # fmt: skip
@pytest.mark.parametrize("category", ["administrativeStatus", "usageStatus", "normativeAuthorization"])
def test_words_for_statuses(category, word, status):
    """Old and new names and spellings of the statuses are understood."""
    concept, skipped = only(
        v3(entry(english=f'<termSec><term>chip</term><termNote type="{category}">{word}</termNote></termSec>'))
    )
    assert (concept.terms[0].status, skipped) == (status, [])


def test_words_without_a_like_are_reported():
    """A status, type or part of speech that means nothing here is not taken, and said with its line."""
    english = """<termSec><term>chip</term>
<termNote type="administrativeStatus">legalTerm-admn-sts</termNote>
<termNote type="termType">formula</termNote>
<termNote type="partOfSpeech">adverb</termNote>
<termNote type="grammaticalGender">neuter</termNote></termSec>"""
    concept, skipped = only(v3(entry(english=english)))
    assert concept.terms[0].status is Status.PREFERRED
    assert skipped == [
        (3, "not taken: the administrativeStatus 'legalTerm-admn-sts' has no like here"),
        (4, "not taken: the termType 'formula' has no like here"),
        (5, "not taken: the partOfSpeech 'adverb' has no like here"),
        (6, "not taken: grammaticalGender"),
    ]


def test_terms_without_status():
    """The first one of a language is preferred, unless another one says it is; the rest are admitted."""
    english = "".join(f"<termSec><term>{one}</term></termSec>" for one in ("chip", "IC"))
    concept, _ = only(v3(entry(english=english)))
    assert [term.status for term in concept.terms] == [Status.PREFERRED, Status.ADMITTED]
    marked = '<termSec><term>IC</term><termNote type="usageStatus">preferred</termNote></termSec>'
    concept, _ = only(v3(entry(english=f"<termSec><term>chip</term></termSec>{marked}")))
    assert [term.status for term in concept.terms] == [Status.ADMITTED, Status.PREFERRED]


@pytest.mark.parametrize(
    "section",
    [
        '<tig><term>chip</term><termNote type="termType">acronym</termNote></tig>',
        '<ntig><termGrp><term>chip</term><termNote type="termType">acronym</termNote></termGrp></ntig>',
    ],
    ids=["tig", "ntig"],
)
def test_version_2(section):
    """Version 2 has langSet, tig and ntig, a DOCTYPE, and tags with regions."""
    concept, skipped = only(v2(f'<termEntry id="c1"><langSet xml:lang="en-US">{section}</langSet></termEntry>'))
    assert (concept.id, concept.terms[0].text, concept.terms[0].type) == ("c1", "chip", "abbreviation")
    assert skipped == [(2, "the language en-US is read as en, here and below")]


def test_other_languages_are_reported():
    """A section in a third language is not taken; an entry without the two languages neither."""
    french = '<langSec xml:lang="fr"><termSec><term>puce</term></termSec></langSec>'
    data = v3(f'<conceptEntry id="a">\n{french}\n<langSec xml:lang="en"><termSec><term>chip</term></termSec></langSec></conceptEntry>'
              f'\n<conceptEntry id="b">{french}</conceptEntry>')  # fmt: skip
    concepts, skipped = read(data)
    said = "terms in the language fr are not taken, only Japanese and English ones"
    assert [concept.id for concept in concepts] == ["a"]
    assert skipped == [(3, said), (5, said), (5, "the entry 'b' has no Japanese or English term")]


def test_ids_that_are_none_of_ours():
    """An id that can't name a file is made over; it is said, and the old one is kept among the sources."""
    data = v3(
        "\n".join(
            [entry(concept_id="TE_12"), entry(concept_id="te-12"), entry(concept_id="_2025"), entry(concept_id="概念")]
        )
    )
    incoming = read_tbx(data, "file.tbx")
    assert [concept.id for concept in incoming.concepts] == ["te-12-2", "te-12", "2025", "chip"]
    assert incoming.concepts[0].sources == ("TBX id TE_12",)
    assert incoming.concepts[1].sources == ()
    assert incoming.skipped[0].reason == "the id 'TE_12' can't name a concept here; it is read as 'te-12-2'"
    assert incoming.made_ids == frozenset()
    assert incoming.places == {"te-12-2": 2, "te-12": 3, "2025": 4, "chip": 5}


def test_entries_without_id_get_one():
    """It is made of the English term and reported as made."""
    data = v3(
        "<conceptEntry><langSec xml:lang='en'><termSec><term>Big Tech</term></termSec></langSec></conceptEntry>" * 2
    )
    incoming = read_tbx(data, "file.tbx")
    assert [concept.id for concept in incoming.concepts] == ["big-tech", "big-tech-2"]
    assert incoming.made_ids == {"big-tech", "big-tech-2"}


def test_references_lead_to_entries_of_the_file():
    """A reference follows the ids as they are read; one that leads nowhere is reported, and so is its text."""
    refs = '<ref type="crossReference" target="F_1">see there</ref>\n<ref type="crossReference" target="gone">related</ref>'
    concepts, skipped = read(v3(entry(refs) + entry(concept_id="F_1")))
    assert concepts[0].links == (Link("related", "f-1"),)
    assert (2, "not taken: the text 'see there' of a crossReference") in skipped
    assert (3, "the reference to 'gone' leads to no entry of the file") in skipped


def test_contexts_are_examples_where_the_concept_is_found():
    """An example is a test: it says what jaen finds; a text in which it finds nothing goes into the note."""
    contexts = '<descrip type="context">Chips are a chip.</descrip><descrip type="context">Nothing of it.</descrip>'
    concept, _ = only(v3(entry(english=f"<termSec><term>chip</term>{contexts}</termSec>")))
    assert concept.examples == (Example("Chips are a chip.", "en", ("Chips", "chip")),)
    assert concept.note == "Context: Nothing of it."


def test_terms_that_are_none_of_ours():
    """A term that breaks a rule of the glossary is left out with the reason; the rest of the entry is taken."""
    english = "<termSec><term>chip</term></termSec>\n<termSec><term>“chips”</term></termSec>\n<termSec><term>chip</term></termSec>"
    concept, skipped = only(v3(entry(english=english)))
    assert [term.text for term in concept.terms] == ["chip"]
    assert skipped[0] == (3, "the curly quotes of “chips” would belong to the term; remove them")
    assert skipped[1] == (4, "the term 'chip' is here twice (first in line 2); the first one is taken")


def test_an_entry_without_a_good_term():
    """It is refused as a whole."""
    concepts, skipped = read(
        v3(entry(english="<termSec><term>“chips”</term></termSec><termSec><term> </term></termSec>"))
    )
    assert concepts == ()
    assert skipped[-1] == (2, "the entry 'chip' has no term that can be taken")
    assert (2, "a term section holds no term") in skipped


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("jaen:valid={", "not taken: the note 'jaen:valid={', which says no field"),
        ("jaen:color=red", "not taken: the note 'jaen:color=red', which says no field"),
        ('jaen:valid={"from": 2025}', "not taken: the note 'jaen:valid={\"from\": 2025}', which says no field"),
        ('jaen:valid={"from": "soon"}', "from 'soon' is no date; write it like 2025-07-01"),
        ("jaen:category=thing", "category 'thing' is not known; use one of:"),
        ("jaen:order=ja en", "the order 'ja en' does not fit the terms"),
        (f"jaen:links={'[' * 100_000}", "not taken: the note 'jaen:links=["),
    ],
)
def test_notes_of_ours_that_are_damaged(note, said):
    """A note that says no field, or a wrong value, is reported; the entry is taken without it."""
    concept, skipped = only(v3(entry(f"<note>{note}</note>")))
    assert concept.terms[0].text == "chip"
    assert [place for place, _ in skipped] == [2]
    assert skipped[0][1].startswith(said)


def test_all_that_is_not_taken_is_reported():
    """Changes, pictures, subsets and unknown elements have no place in a concept."""
    parts = """<transacGrp><transac type="transactionType">origination</transac><date>2020-01-01</date></transacGrp>
<xref type="xGraphic" target="https://example.org/x.png">x</xref>
<admin type="customerSubset">us</admin>
<descrip type="definition" xml:lang="fr">puce</descrip>
<odd/>"""
    _, skipped = only(v3(entry(parts) + "\n<odd/>"))
    assert skipped == [
        (2, "not taken: transacGrp"),
        (3, "not taken: xGraphic"),
        (4, "not taken: customerSubset"),
        (5, "not taken: a definition in the language fr"),
        (6, "not taken: odd"),
        (7, "<odd> is no entry"),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<tmx/>", "file.tbx:1: is no TBX file: its root is <tmx>"),
        (b"<tbx>\n</tbx>", "file.tbx:1: is no TBX file: it has no <text> with a <body>"),
    ],
)
def test_other_files_are_refused(data, said):
    """What is no TBX says so."""
    with pytest.raises(ExchangeError) as caught:
        read_tbx(data, "file.tbx")
    assert str(caught.value).startswith(said)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data are not here")
def test_export_of_pontoon():
    """A real file of version 2: 95 entries in English and Japanese, each with a definition; nothing is lost."""
    data = (SHARED / "ja.v2.tbx").read_bytes()
    incoming = read_tbx(data, "ja.v2.tbx")
    shown = [concept for concept in incoming.concepts if concept.examples or "Context: " in concept.note]
    assert len(shown) == len(re.findall(rb'type="context">[^<]', data)) == 89
    assert len(incoming.concepts) == 95
    assert all({term.language for term in concept.terms} == {"en", "ja"} for concept in incoming.concepts)
    assert all(dict(concept.definition).keys() == {"en"} for concept in incoming.concepts)
    assert [one.reason for one in incoming.skipped] == ["the language en-US is read as en, here and below"]
