"""TBX is written strictly: the dialect's elements, categories and values, each where the standard allows it."""

import pytest

from jaen.errors import ExchangeError
from jaen.files.xml import parse
from jaen.glossary import Glossary
from jaen.glossary.exchange.tbx import names, read_tbx, write_tbx
from jaen.model import Concept, Example, Link, Status, Term, TermUse

pytest.importorskip("lxml", reason="needs the extra xml")

DIALECTS = {
    "basic": names.BASIC, "basic-dct": names.BASIC_DCT, "min": names.MIN, "min-dct": names.MIN_DCT, "core": names.CORE,
}  # fmt: skip

# What ISO 30042:2019 and the definitions of TBX-Core, -Min and -Basic say of the parts that jaen writes: order and
# number of elements, where a data category may stand, and its picklist. Written for these tests; not the public schema.
GRAMMAR = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:iso:std:iso:30042:ed-2"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<start><element name="tbx">
  <attribute name="type"><value>{dialect}</value></attribute><attribute name="style"><value>{style}</value></attribute>
  <attribute name="xml:lang"><data type="language"/></attribute>
  <element name="tbxHeader"><element name="fileDesc">
    <element name="titleStmt"><element name="title"><text/></element></element>
    <element name="sourceDesc"><element name="p"><text/></element></element></element></element>
  <element name="text"><element name="body"><oneOrMore><ref name="concept"/></oneOrMore></element></element>
</element></start>
<define name="concept"><element name="conceptEntry">
  <attribute name="id"><data type="NCName"/></attribute>
  <zeroOrMore><choice><ref name="note"/>{concept}</choice></zeroOrMore>
  <oneOrMore><element name="langSec"><attribute name="xml:lang"><choice><value>ja</value><value>en</value></choice></attribute>
    <zeroOrMore><choice><ref name="note"/>{language}</choice></zeroOrMore>
    <oneOrMore><element name="termSec"><element name="term"><text/></element>
      <zeroOrMore><choice><notAllowed/>{term_note}</choice></zeroOrMore>
      <zeroOrMore><choice><ref name="note"/>{term}</choice></zeroOrMore>
    </element></oneOrMore></element></oneOrMore>
</element></define>
<define name="note"><element name="note"><text/></element></define>
</grammar>"""
STATUSES = ("preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts", "supersededTerm-admn-sts")
MIN = {
    "concept": [("descrip", "subjectField", "min", "")],
    "language": [],
    "term_note": [
        ("termNote", "administrativeStatus", "min", STATUSES),
        ("termNote", "partOfSpeech", "min", ("noun", "verb", "adjective", "adverb", "other")),
    ],
    "term": [],
}
BASIC = {
    "concept": [*MIN["concept"], ("descrip", "definition", "basic", "language"), ("admin", "source", "basic", ""),
                ("ref", "crossReference", "basic", "target")],
    "language": [("descrip", "definition", "basic", ""), ("admin", "source", "basic", "")],
    "term_note": [*MIN["term_note"],
                  ("termNote", "termType", "basic", ("fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"))],
    "term": [("descrip", "context", "basic", ""), ("admin", "source", "basic", "")],
}  # fmt: skip
CATEGORIES = {"TBX-Basic": BASIC, "TBX-Min": MIN, "TBX-Core": {level: [] for level in MIN}}


def pattern(element, category, module, kind, style):
    """The grammar of one data category in one style."""
    attributes = {
        "target": '<attribute name="target"><data type="NCName"/></attribute>',
        "language": '<optional><attribute name="xml:lang"><text/></attribute></optional>' if style == "dca" else "",
    }
    values = "".join(f"<value>{one}</value>" for one in kind) if isinstance(kind, tuple) else ""
    content = f"<choice>{values}</choice>" if values else "<text/>"
    inside = content + (attributes.get(kind, "") if isinstance(kind, str) else "")
    if style == "dct":
        return f'<element name="{category}" ns="http://www.tbxinfo.net/ns/{module}">{inside}</element>'
    return f'<element name="{element}"><attribute name="type"><value>{category}</value></attribute>{inside}</element>'


def check(data, dialect):
    """Hold a file to the grammar, and its ids and references to each other."""
    from lxml import etree

    parts = {
        level: "".join(pattern(*one, dialect.style) for one in categories)
        for level, categories in CATEGORIES[dialect.name].items()
    }
    grammar = GRAMMAR.format(dialect=dialect.name, style=dialect.style, **parts)
    schema = etree.RelaxNG(etree.fromstring(grammar))
    tree = etree.fromstring(data)
    assert schema.validate(tree), schema.error_log
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(tree.xpath("//@target")) <= set(ids)


def concept(**more):
    terms = more.pop("terms", (Term(text="chip", language="en"),))
    return Concept(**({"id": "chip", "category": "term", "terms": terms} | more))


RICH = (
    concept(
        id="2025-budget",
        terms=(
            Term(text="予算", language="ja", reading="よさん", note="two\nlines"),
            *(
                Term(text=f"budget {status}", language="en", status=status, pos="verb", type="short")
                for status in Status
            ),
        ),
        domain=("money", "state"),
        definition=(("ja", "国の予算"), ("en", "money of the state")),
        links=(Link("part-of", "chip"), Link("related", "elsewhere"), Link("related", "2025-budget")),
        examples=(Example("予算が決まった。", "ja", ("予算",)), Example("No money.", "en", ())),
        sources=("https://example.org/?a=1&b=2",),
        note="<b>note</b>",
    ),
    concept(definition=(("ja", "小さな板"),), examples=(Example("チップ", "ja", ("チップ",)),)),
)


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_output_is_valid(dialect):
    """Whatever a concept says, the file follows the dialect."""
    check(write_tbx(RICH, dialect).data, dialect)


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_news_glossary_is_valid(dialect, news):
    """The glossary of this project is a valid file in every dialect; TBX-Basic carries all of it."""
    written = write_tbx(news.concepts, dialect)
    check(written.data, dialect)
    if dialect.has_notes:
        assert written.losses == ()
        assert read_tbx(written.data, "news.tbx").concepts == news.concepts


@pytest.fixture(scope="module")
def news():
    from pathlib import Path

    return Glossary.load(Path(__file__).parents[2] / "glossaries" / "news")


def test_grammar_finds_what_is_wrong():
    """The grammar of these tests refuses a definition at a term, a wrong status and a missing langSec."""
    good = write_tbx(RICH, names.BASIC).data
    for old, new in [
        (b"deprecatedTerm-admn-sts", b"forbidden"),
        (b'type="context"', b'type="definition"'),
        (b'<termNote type="termType">shortForm</termNote>', b'<descrip type="subjectField">x</descrip>'),
        (b'target="chip"', b'target="gone"'),
        (b' style="dca"', b' style="dct"'),
    ]:
        assert old in good
        with pytest.raises(AssertionError):
            check(good.replace(old, new), names.BASIC)


def test_categories_of_basic():
    """Statuses, types, parts of speech, definitions, domains, contexts, sources and links stand in TBX's own words."""
    root = parse(write_tbx(RICH, names.BASIC).data, "x.tbx")
    entry = next(one for one in root.walk() if one.tag == "conceptEntry")
    said = [(one.tag, one.get("type"), one.content[0]) for one in entry.walk() if one.get("type")]
    assert said[:5] == [
        ("descrip", "subjectField", "money"),
        ("descrip", "subjectField", "state"),
        ("admin", "source", "https://example.org/?a=1&b=2"),
        ("ref", "crossReference", "part-of"),
        ("ref", "crossReference", "related"),
    ]
    assert ("descrip", "definition", "国の予算") in said
    assert ("descrip", "context", "予算が決まった。") in said
    words = [word for _, kind, word in said if kind == "administrativeStatus"]
    assert words == [STATUSES[0], *STATUSES[:3], STATUSES[3], STATUSES[2]]
    assert ("termNote", "partOfSpeech", "verb") in said
    assert ("termNote", "termType", "shortForm") in said


def test_what_has_no_category_stands_in_notes():
    """Notes say in words that an editor knows what TBX has no category for, and nothing that is said already."""
    term = Term(
        text="サイバー官", language="ja", reading="さいばーかん", use=TermUse.AFTER_FIRST, status=Status.FORBIDDEN
    )
    root = parse(write_tbx([concept(category="role", keep=True, terms=(term,))], names.BASIC).data, "x.tbx")
    notes = [one.content[0] for one in root.walk() if one.tag == "note"]
    assert notes == [
        "jaen:category=role",
        "jaen:keep=true",
        "jaen:reading=さいばーかん",
        "jaen:status=forbidden",
        "jaen:use=after-first",
    ]
    plain = parse(write_tbx([concept(note="seen", domain=("it",))], names.BASIC).data, "x.tbx")
    assert [one.content[0] for one in plain.walk() if one.tag == "note"] == ["seen"]


def test_core_offers_no_forbidden_term():
    """TBX-Core has no statuses, so only terms that may be written are in it; the others are losses."""
    terms = (Term(text="chip", language="en"), Term(text="chipp", language="en", status=Status.FORBIDDEN))
    written = write_tbx([concept(terms=terms)], names.CORE)
    assert b"chipp" not in written.data
    assert [(loss.concept_id, loss.what[:16]) for loss in written.losses] == [("chip", "removed en chipp")]


def test_min_says_forbidden_as_deprecated():
    """TBX-Min knows no stronger word; the difference is a loss."""
    terms = (Term(text="chip", language="en"), Term(text="chipp", language="en", status=Status.FORBIDDEN))
    written = write_tbx([concept(terms=terms)], names.MIN)
    assert [loss.what for loss in written.losses] == ["en chipp: status forbidden → deprecated"]


def test_a_concept_that_can_not_be_written_is_a_loss():
    """One without a term that may be written is left out of TBX-Core, and said."""
    bad = concept(id="bad", terms=(Term(text="bad", language="en", status=Status.DEPRECATED),))
    written = write_tbx([bad, concept()], names.CORE)
    assert [(loss.concept_id, loss.what) for loss in written.losses] == [("bad", "the concept is not in the file")]


@pytest.mark.parametrize("concepts", [[], [concept(terms=(Term(text="bad", language="en", status=Status.FORMER),))]])
def test_an_empty_file_is_none(concepts):
    """A TBX file holds at least one entry: with none to write there is an error, not an invalid file."""
    with pytest.raises(ExchangeError, match="none of the concepts can be written as TBX-Core"):
        write_tbx(concepts, names.CORE)


def test_characters_that_xml_can_not_hold():
    """A control character in a note is carried in another form; in a term it is replaced and reported."""
    written = write_tbx(
        [concept(note="a\x0bb"), concept(id="x", terms=(Term(text="a\ufffeb", language="en"),))], names.BASIC
    )
    back = read_tbx(written.data, "x.tbx").concepts
    assert back[0].note == "a\x0bb"
    assert back[1].terms[0].text == "a\ufffdb"
    assert {loss.concept_id for loss in written.losses} == {"x"}


def test_output_is_the_same_every_time():
    """The same concepts give the same bytes."""
    assert write_tbx(RICH, names.BASIC).data == write_tbx(RICH, names.BASIC).data
