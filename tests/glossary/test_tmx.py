"""TMX: short units with both languages are pairs of terms; what is written is read back but for the losses."""

from pathlib import Path

import pytest

from jaen.errors import ExchangeError
from jaen.files.xml import parse
from jaen.glossary import Glossary
from jaen.glossary.changes import differences
from jaen.glossary.exchange.segments import sentence_reason
from jaen.glossary.exchange.tmx import read_tmx, write_tmx
from jaen.model import Concept, Status, Term

pytest.importorskip("lxml", reason="needs the extra xml")

KIT = Path(__file__).parents[2].parent / "shared" / "data" / "exchange" / "tmx"
FILES = sorted(KIT.glob("*.tmx"))
needs_kit = pytest.mark.skipif(not FILES, reason="the shared data are not here")


def tmx(units, version="1.4"):
    doctype = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    return f'{doctype}\n<tmx version="{version}"><header/><body>\n{units}</body></tmx>'.encode()


def unit(japanese, english, attributes="", lang="xml:lang", more=""):
    return (f'<tu {attributes}>{more}<tuv {lang}="ja-JP"><seg>{japanese}</seg></tuv>'
            f'<tuv {lang}="en-US"><seg>{english}</seg></tuv></tu>\n')  # fmt: skip


def read(data):
    incoming = read_tmx(data, "file.tmx")
    concepts = [(one.id, [term.text for term in one.terms]) for one in incoming.concepts]
    return concepts, [(one.place, one.reason) for one in incoming.skipped if "is read as" not in one.reason]


@pytest.mark.parametrize(("version", "lang"), [("1.1", "lang"), ("1.2", "lang"), ("1.3", "lang"), ("1.4", "xml:lang")])
def test_versions(version, lang):
    """The language stands in `lang` before version 1.4, in `xml:lang` since."""
    assert read(tmx(unit("半導体", "chip", lang=lang), version)) == ([("chip", ["半導体", "chip"])], [])


@pytest.mark.parametrize("version", ["", "2.0", "1.0"])
def test_other_versions_are_refused(version):
    """The message says what to export instead."""
    with pytest.raises(ExchangeError, match=f"file.tmx:2: TMX version '{version}' is not read; export it as 1.4"):
        read(tmx(unit("半導体", "chip"), version))


@pytest.mark.parametrize(
    ("data", "said"), [(b"<tbx/>", "its root is <tbx>"), (b'<tmx version="1.4"/>', "it has no <body>")]
)
def test_other_files_are_refused(data, said):
    """What is no TMX says so."""
    with pytest.raises(ExchangeError, match=f"file.tmx:1: is no TMX file: {said}"):
        read(data)


def test_markup_is_no_text():
    """Codes of the text's format go, with the texts inside them; the text of a highlight stays."""
    japanese = '<bpt i="1">&lt;b></bpt>半導体<ept i="1">&lt;/b></ept><ph>&lt;img alt="<sub>絵</sub>"/></ph>'
    english = '<it pos="begin">{\\b </it>big <hi type="x">chip<ut>}</ut></hi>s'
    assert read(tmx(unit(japanese, english))) == ([("big-chips", ["半導体", "big chips"])], [])


def test_units_of_one_id_are_one_concept_when_they_share_a_term():
    """So a concept with several terms comes back whole; another unit with the same id is another concept."""
    units = (
        unit("半導体", "chip", 'tuid="c"')
        + unit("半導体", "semiconductor", 'tuid="c"')
        + unit("板", "wafer", 'tuid="c"')
    )
    incoming = read_tmx(tmx(units), "file.tmx")
    assert [[t.text for t in one.terms] for one in incoming.concepts] == [
        ["半導体", "chip", "semiconductor"],
        ["板", "wafer"],
    ]
    assert [one.id for one in incoming.concepts] == ["c", "c-2"]
    assert [t.status for t in incoming.concepts[0].terms] == [Status.PREFERRED, Status.PREFERRED, Status.ADMITTED]


def test_what_is_not_taken_is_reported():
    """Sentences, repeated units, units in one language, other languages and empty segments, each with its line."""
    units = (
        unit("半導体", "chip") + unit("いま半導体が足りない。", "Chips are scarce now.") + unit("半導体", "chip")
        + '<tu><tuv xml:lang="en"><seg>wafer</seg></tuv>\n<tuv xml:lang="fr"><seg>tranche</seg></tuv>\n'
        + '<tuv xml:lang="ja"><seg/></tuv></tu>'
    )  # fmt: skip
    concepts, skipped = read(tmx(units))
    assert [one for one, _ in concepts] == ["chip"]
    assert skipped == [
        (4, "'いま半導体が足りない。' is no term: it ends like a sentence"),
        (5, "the same texts are in line 3"),
        (6, "it has no Japanese text, so it is no pair of terms"),
        (7, "the text 'tranche' in the language fr is not taken"),
        (8, "the segment is empty"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "is_term"),
    [
        ("en", " ".join(["word"] * 12), True),
        ("en", " ".join(["word"] * 13), False),
        ("ja", "長" * 50, True),
        ("ja", "長" * 51, False),
        ("ja", "モーニング娘。", True),
        ("ja", "モーニング娘。と話す", False),
        ("ja", "Crédit Agricole S.A.", True),
        ("ja", "日本放送協会", True),
        ("en", "Toyota Motor Co.", True),
        ("en", "We saw it there.", True),
        ("en", "We saw it over there.", False),
        ("en", "Who framed him, and why?”", False),
        ("en", "Yahoo! Japan Corporation Group Unit", True),
    ],
)
def test_sentences_are_no_terms(language, text, is_term):
    """More than 12 words or 50 characters, 。 among ten, or five words with a stop at the end make a sentence."""
    assert (not sentence_reason(language, text)) is is_term


def test_notes_are_taken():
    """The notes of a unit and of its texts become the note, each once."""
    incoming = read_tmx(
        tmx(unit("半導体", "chip", more="<note>seen</note><note>seen</note><note>twice</note>")), "file.tmx"
    )
    assert incoming.concepts[0].note == "seen\ntwice"


def test_losses_are_what_reading_does_not_give_back():
    """Each concept that reading gives back otherwise is named, with each difference."""
    concepts = Glossary.load(Path(__file__).parents[2] / "glossaries" / "news").concepts
    written = write_tmx(concepts)
    back = {one.id: one for one in read_tmx(written.data, "x.tmx").concepts}
    expected = [
        (one.id, str(change) if one.id in back else "the concept is not in the file")
        for one in concepts
        for change in (differences(one, back[one.id]) if one.id in back else [None])
    ]
    assert [(loss.concept_id, loss.what) for loss in written.losses] == expected


def test_pairs_and_note_survive():
    """A concept of preferred and admitted terms in the order of both, with a note, comes back as it was."""
    terms = tuple(
        Term(text=text, language=language, status=status)
        for language, text, status in [
            ("ja", "半導体", Status.PREFERRED), ("en", "chip", Status.PREFERRED), ("ja", "チップ", Status.ADMITTED),
            ("en", "semiconductor", Status.ADMITTED),
        ]
    )  # fmt: skip
    concept = Concept(id="chip", category="term", terms=terms, note="<b>seen</b>")
    written = write_tmx([concept])
    assert read_tmx(written.data, "x.tmx").concepts == (concept,)
    assert written.losses == ()


def test_only_terms_that_may_be_written_are():
    """Forbidden, deprecated and former terms are not offered to translators; they are losses."""
    terms = [Term(text="半導体", language="ja"), Term(text="chip", language="en")]
    terms += [Term(text=f"x{status}", language="en", status=status) for status in ("forbidden", "deprecated", "former")]
    terms[2:] = [Term(text=one.text, language="en", status=Status(one.text[1:])) for one in terms[2:]]
    written = write_tmx([Concept(id="chip", category="term", terms=tuple(terms))])
    assert b">x" not in written.data
    assert len(written.losses) == 3


def test_written_files_are_level_1_of_version_1_4():
    """The header has all attributes that the standard requires; texts are plain."""
    concept = Concept(
        id="chip", category="term", terms=(Term(text="A&B", language="ja"), Term(text="<a>", language="en"))
    )
    data = write_tmx([concept]).data
    assert data.startswith(
        b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">'
    )
    header = parse(data, "x.tmx").children[0]
    required = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert header.attributes.keys() == required
    assert b"<seg>A&amp;B</seg>" in data


@needs_kit
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_compliance_kit(path):
    """Every file of the kit is read; those with Japanese in them give terms."""
    concepts, _ = read(path.read_bytes())
    wanted = {
        "ImportTest1C.tmx": [
            ("first-entry-in-us-english", ["First entry in US English", "First entry in UK English", "First entry in Japanese"]),
            ("second-entry-in-us-english", ["Second entry in Japanese", "Second entry in US English", "Second entry in UK English"]),
            ("third-entry-in-us-english", ["Third entry in Japanese", "Third entry in US English", "Third entry in UK English"]),
        ],
        "ImportTest1I.tmx": [("english-segment-with", ["English segment with [    ]", "Japanese segment with [\u3000\u3000]"])],
    }  # fmt: skip
    assert concepts == wanted.get(path.name, [])


@needs_kit
@pytest.mark.parametrize("name", ["ImportTest2A.tmx", "ImportTest2A-0index.tmx", "ImportTest2B.tmx"])
def test_inline_codes_of_the_kit(name):
    """With French read as Japanese, the texts of level 2 come out as they read, in any encoding."""
    data = (KIT / name).read_bytes()
    text = data.decode("utf-16" if data[:1] == b"\xff" else "utf-8").replace("fr-ca", "ja").replace("FR-CA", "ja")
    texts = {term.text for one in read_tmx(text.encode(), name).concepts for term in one.terms}
    assert {"First sentence.", "Première phrase.", "Picture:", "Second sentence."} <= texts
