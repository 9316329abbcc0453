"""XLIFF 2: entries of its glossary module and short segments are terms; files that can't be trusted are refused."""

from pathlib import Path

import pytest

from jaen.errors import ExchangeError
from jaen.glossary.exchange.xliff import read_xliff
from jaen.model import Status

pytest.importorskip("lxml", reason="needs the extra xml")

SUITE = Path(__file__).parents[2].parent / "shared" / "data" / "exchange" / "xliff-2.1" / "core"
needs_suite = pytest.mark.skipif(not SUITE.exists(), reason="the shared data are not here")
CORE = "urn:oasis:names:tc:xliff:document:2.0"


def xliff(units, languages='srcLang="en" trgLang="ja"', root=f'xmlns="{CORE}" version="2.1"'):
    names = 'xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" xmlns:my="urn:my"'
    return f'<xliff {root} {names} {languages}><file id="f1">\n{units}</file></xliff>'.encode()


def unit(content, name="u1", more=""):
    return f'<unit id="{name}">{more}{content}</unit>\n'


def segment(source, target, attributes=""):
    return f"<segment {attributes}><source>{source}</source><target>{target}</target></segment>"


def read(data):
    incoming = read_xliff(data, "file.xlf")
    concepts = [(one.id, [term.text for term in one.terms]) for one in incoming.concepts]
    return concepts, [(one.place, one.reason) for one in incoming.skipped]


def refusal(data):
    with pytest.raises(ExchangeError) as caught:
        read_xliff(data, "file.xlf")
    return str(caught.value)


def test_segments_are_pairs():
    """A short segment with both languages is a pair; codes are no text, a <cp> is a character."""
    source = '<pc id="1">big</pc> <mrk id="2" type="term">ch<ph id="3"/>ip</mrk><cp hex="0041"/>'
    data = xliff(unit(segment(source, "半導体") + "<ignorable><source> </source></ignorable>"))
    assert read(data) == ([("big-chipa", ["big chipA", "半導体"])], [])


def test_notes_go_with_the_pairs():
    """The notes of a unit become the note of its terms."""
    data = xliff(unit(segment("chip", "半導体"), more="<notes><note>seen</note></notes>"))
    assert read_xliff(data, "x.xlf").concepts[0].note == "seen"


def test_glossary_entries():
    """Term, translations, definition and sources of an entry are taken; ids of the module are names inside a unit only."""
    entry = """<gls:glossary><gls:glossEntry id="g1"><gls:term source="a">chip</gls:term>
<gls:translation source="b">半導体</gls:translation><gls:translation>チップ</gls:translation>
<gls:definition>小さな板</gls:definition><my:x/></gls:glossEntry></gls:glossary>"""
    incoming = read_xliff(xliff(unit(entry + segment("We need more chips.", "半導体がもっと要る。"))), "x.xlf")
    concept = incoming.concepts[0]
    assert [(t.language, t.text, t.status) for t in concept.terms] == [
        ("en", "chip", Status.PREFERRED), ("ja", "半導体", Status.PREFERRED), ("ja", "チップ", Status.ADMITTED),
    ]  # fmt: skip
    assert (concept.definition, concept.sources) == ((("ja", "小さな板"),), ("a", "b"))
    assert incoming.made_ids == {"chip"}
    assert [(one.place, one.reason) for one in incoming.skipped] == [
        (4, "not taken: <x>"),
        (4, "'半導体がもっと要る。' is no term: it ends like a sentence"),
    ]


def test_other_languages_are_reported_once():
    """Segments of other languages are no pairs; terms in one of the two languages are taken all the same."""
    entry = "<gls:glossary><gls:glossEntry><gls:term>chip</gls:term><gls:translation>puce</gls:translation></gls:glossEntry></gls:glossary>"
    concepts, skipped = read(xliff(unit(entry + segment("chip", "puce")), 'srcLang="en-US" trgLang="fr"'))
    assert concepts == [("chip", ["chip"])]
    assert skipped == [
        (1, "the language en-US is read as en, here and below"),
        (1, "the segments are en-US → fr, not Japanese and English"),
        (2, "the text 'puce' in the language 'fr' is not taken"),
    ]


@pytest.mark.parametrize(
    ("root", "said"),
    [
        (
            'xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"',
            "XLIFF 1.2 is not read; export it as XLIFF 2.0 or 2.1",
        ),
        (f'xmlns="{CORE}" version="3.0"', "XLIFF 3.0 is not read"),
        (f'xmlns="{CORE}"', "XLIFF without a version is not read"),
        ('version="2.0"', "XLIFF 2.0 is not read"),
    ],
)
def test_other_versions_are_refused(root, said):
    """Version and namespace must be those of XLIFF 2."""
    assert refusal(xliff(unit(segment("chip", "半導体")), root=root)).startswith(f"file.xlf:1: {said}")


def test_other_files_are_refused():
    """What is no XLIFF says so."""
    assert refusal(b"<tmx/>").startswith("file.xlf:1: is no XLIFF file: its root is <tmx>")


GOOD = unit(segment("chip", "半導体"))
RULES = {
    "no file": (b'<xliff xmlns="%s" version="2.0" srcLang="en"/>' % CORE.encode(), 1, "<xliff> has no <file>"),
    "no unit": (xliff(""), 1, "<file> has no <unit> or <group>"),
    "no id": (xliff("<unit><segment><source/></segment></unit>"), 2, "<unit> has no id"),
    "bad id": (xliff(unit(segment("a", "b"), "a/b")), 2, "the id 'a/b' of <unit> is not allowed"),
    "id twice": (xliff(GOOD + GOOD), 3, "the id 'u1' of <unit> is here twice (first in line 2)"),
    "no segment": (xliff(unit("<ignorable><source/></ignorable>")), 2, "<unit> has no <segment>"),
    "no source": (xliff(unit("<segment><target>b</target></segment>")), 2, "<segment> has no <source>"),
    "two sources": (xliff(unit("<segment><source/><source/></segment>")), 2, "a second <source> in <segment>"),
    "wrong order": (xliff(unit("<segment><target/><source/></segment>")), 2, "<source> stands too late in <segment>"),
    "stranger": (xliff(unit("<segment><source/><my:x/></segment>")), 2, "<x> can't stand in <segment>"),
    "state": (xliff(unit(segment("a", "b", 'state="done"'))), 2, "the state 'done' of <segment> is not allowed"),
    "substate": (xliff(unit(segment("a", "b", 'subState="x:y"'))), 2, "<segment> has subState without state"),
    "no target language": (xliff(GOOD, 'srcLang="en"'), 2, "there is a <target>, but <xliff> has no trgLang"),
    "bad language": (xliff(GOOD, 'srcLang="e" trgLang="ja"'), 1, "the srcLang 'e' of <xliff> is not allowed"),
    "other language": (xliff(unit('<segment><source xml:lang="de"/></segment>')), 2, "<source> is in 'de', not in 'en'"),
    "no data": (xliff(unit(segment('<ph id="1" dataRef="d"/>', "b"))), 2, "the dataRef 'd' leads to no <data> of the unit"),
    "same place": (xliff(unit('<segment><source/><target order="2"/></segment><segment><source/>\n<target/></segment>')), 3,
                   "two targets stand in place 2 (the other one in line 2)"),
    "skeleton": (xliff("<skeleton/>" + GOOD), 2, "<skeleton> has either href or a content"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "line", "said"), RULES.values(), ids=RULES)
def test_a_file_that_can_not_be_trusted_is_refused(data, line, said):
    """Each rule of structure, ids and languages has its message with the line."""
    assert refusal(data).split("\n")[1] == f"  file.xlf:{line}: {said}"


def test_many_problems_are_counted():
    """A message lists twenty problems and says how many more there are."""
    lines = refusal(xliff("<unit><segment><source/></segment></unit>" * 30)).split("\n")
    assert len(lines) == 2  # they are all in one line and alike
    lines = refusal(xliff("<unit><segment><source/></segment></unit>\n" * 30)).split("\n")
    assert (len(lines), lines[-1]) == (22, "  and 10 more")


@needs_suite
@pytest.mark.parametrize(
    "path", sorted([*SUITE.glob("valid/*.xlf"), *SUITE.glob("in-out/*.xlf")]), ids=lambda p: p.name
)
def test_valid_files_of_the_suite(path):
    """Every valid file of the OASIS test suite is read."""
    read_xliff(path.read_bytes(), path.name)


@needs_suite
def test_invalid_files_of_the_suite():
    """Of 119 invalid files those are refused whose structure, ids or languages are wrong; the rest misuse inline codes,
    fragment identifiers, annotations or modules, which say nothing about the texts.
    """
    refused = {}
    for path in SUITE.glob("invalid/*.xlf"):
        try:
            read_xliff(path.read_bytes(), path.name)
        except ExchangeError as error:
            refused[path.name] = str(error)
    assert len(refused) == 59
    assert all(f"  {name}:" in message for name, message in refused.items())
    assert {"bad_SegmentWithoutSource.xlf", "bad_GroupIdNotUnique.xlf", "bad_WrongTargetLang.xlf"} <= refused.keys()
