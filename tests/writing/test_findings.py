"""Findings by themselves: places as compilers name them, one golden file a format, valid SARIF whatever is found."""

import io
import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.model import Article, Finding, Related, Severity
from jaen.offsets import Span
from jaen.writing import load_schema
from jaen.writing.findings import WRITERS, Checked, Places, SarifRule, Showing

CONTRACTS = Path(__file__).parents[1] / "contracts"
GOLDEN = {"text": "findings.txt", "json": "findings.json", "sarif": "findings.sarif", "markdown": "findings.md"}
SARIF = json.loads((Path(__file__).parents[1] / "data/sarif/sarif-2.1.0-rtm.5.json").read_text("utf-8"))
RULES = (
    SarifRule("contradiction-name", "Two names.", "error"),
    SarifRule("spelling-mixed", "Two spellings.", "info"),
    SarifRule("translation-lost-number", "A number is missing.", "error"),
)
JA = "62社が参加した。\n港の*倉庫*で。\n"
EN = "The drill.\nSome 26 firms joined.\n"


def article(name, text, source=None, *, is_verbatim=True):
    source = source or f"{name}.txt"
    return Article(id=name, text=text, source=source, encoding="utf-8", sha256="0" * 64, is_verbatim=is_verbatim)


def span(text, words):
    return Span(text.index(words), text.index(words) + len(words))


def finding(code, severity, message, **parts):
    return Finding(code=code, severity=severity, message=message, **parts)


def source_place(article_id="ja"):
    at = span(JA, "62社")
    return Related(role="source", article_id=article_id, segment_id="s1", span=at, text="62社")


@pytest.fixture
def checked():
    """A text and its translation, a line of a feed, a page, and an article without findings."""
    name = finding("contradiction-name", Severity.ERROR, "not 倉庫", span=span(JA, "*倉庫*"), segment_id="s2",
                   concept_id="warehouse", suggestion="倉庫", ignored="the *desk*\nknows",
                   related=(Related(role="contradicted", article_id="ja", segment_id="s1", span=Span(0, 8), text=JA[:8]),))  # fmt: skip
    hint = finding("spelling-mixed", Severity.INFO, "港 is みなと elsewhere", span=span(JA, "港"), segment_id="s2")
    lost = finding("translation-lost-number", Severity.ERROR, "62社 is another number here", span=span(EN, "26 firms"),
                   segment_id="s2", suggestion="62 companies", related=(source_place(),))  # fmt: skip
    whole = finding("contradiction-name", Severity.WARNING, "about the whole")
    ja, en = article("ja", JA), article("en", EN)
    feed = article("feed:3", "港\nだ。", "feed.jsonl:3", is_verbatim=False)
    page = article("page", "港\nだ。", "page.html", is_verbatim=False)
    in_feed = finding("contradiction-name", Severity.WARNING, "no port", span=Span(2, 4), segment_id="s1")
    return [
        Checked(ja, (name, hint)),
        Checked(en, (whole, lost), (ja,)),
        Checked(feed, (in_feed,)),
        Checked(page, (in_feed,)),
        Checked(article("fine", "fine"), ()),
    ]


def written(format_, checked, *, everything=True):
    out = io.StringIO()
    WRITERS[format_](iter(checked), out, Showing(everything, RULES, "0.1.0"))
    return out.getvalue()


@pytest.mark.parametrize("format_", [name for name in WRITERS if name != "html"])  # see test_html_pairs.py
def test_the_output_is_the_golden_one(checked, format_):
    """A format's output changes only together with its file in tests/contracts."""
    assert written(format_, checked) == (CONTRACTS / GOLDEN[format_]).read_text("utf-8")


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_people_see_neither_hints_nor_what_may_stand(checked, format_):
    """Unless they ask for everything."""
    shown = written(format_, checked, everything=False)
    assert "spelling-mixed" not in shown
    assert "warehouse" not in shown
    assert "knows" not in shown
    assert "translation-lost-number" in shown


@pytest.mark.parametrize("format_", ["json", "sarif"])
def test_programs_get_everything(checked, format_):
    """A program chooses for itself: hints are in it, and what may stand with its reason."""
    assert written(format_, checked, everything=False) == written(format_, checked)


def test_nothing_found():
    """Text is empty, JSON an empty list, SARIF a log without results, Markdown says so."""
    assert written("text", []) == ""
    assert json.loads(written("json", [])) == []
    assert json.loads(written("sarif", []))["runs"][0]["results"] == []
    assert written("markdown", []) == "No findings.\n"


def test_lines_and_columns_are_those_of_the_file():
    """From 1, in code points; the end is the place after the last character."""
    one = finding("contradiction-name", Severity.ERROR, "x", span=span(EN, "26 firms"))
    place = Places(Checked(article("en", EN), (one,))).of(one)
    assert str(place) == "en.txt:2:6"
    assert place.end == (2, 14)
    assert EN.splitlines()[place.line - 1][place.column - 1 : place.end[1] - 1] == "26 firms"


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("feed.jsonl:3", "feed.jsonl:3"),
        ("page.html", "page.html"),
        ("a:b.tmx:12", "a:b.tmx:12"),
        ("x:y.html", "x:y.html"),
    ],
)
def test_a_text_out_of_a_record_or_markup_has_no_column(source, place):
    """Of a JSON line or a unit of a memory the file's line is named, of a page only the page."""
    one = finding("contradiction-name", Severity.ERROR, "x", span=Span(0, 1))
    assert str(Places(Checked(article("a", "港", source, is_verbatim=False), (one,))).of(one)) == place


def test_an_article_that_is_not_there():
    """A place in an article that nobody gave is named by its id."""
    one = finding("contradiction-name", Severity.ERROR, "x", related=(source_place("elsewhere"),))
    assert written("text", [Checked(article("en", EN), (one,))]).splitlines()[1] == "  source elsewhere: 62社"


def test_words_and_advice_are_not_said_twice():
    """What the message quotes is not quoted again, also where it quotes the beginning of a long sentence."""
    place = span(EN, "26 firms")
    said = finding(
        "contradiction-name", Severity.ERROR, "26 firms, not 62 companies", span=place, suggestion="62 companies"
    )
    assert written("text", [Checked(article("en", EN), (said,))]) == (
        "en.txt:2:6: error contradiction-name: 26 firms, not 62 companies\n"
    )
    long = "A sentence that is so long that a message shows only its beginning.\n"
    cut = finding("contradiction-name", Severity.ERROR, f"“{long[:30]}…” is new", span=Span(0, len(long) - 1))
    assert written("text", [Checked(article("en", long), (cut,))]).count("A sentence that is so long") == 1


def test_standard_input_has_no_address(checked):
    """SARIF names files by addresses; `-` is none, so the result has a message only."""
    one = finding("contradiction-name", Severity.ERROR, "x", span=Span(0, 1))
    (result,) = json.loads(written("sarif", [Checked(article("a", "港", "-"), (one,))]))["runs"][0]["results"]
    assert "locations" not in result
    assert written("text", [Checked(article("a", "港", "-"), (one,))]).startswith("-:1:1: error")


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@st.composite
def anything(draw):
    """An article with a finding anywhere in it and a place in another one."""
    text, other = draw(TEXTS), draw(TEXTS)
    start, there = draw(st.integers(0, len(text))), draw(st.integers(0, len(other)))
    place = Span(start, draw(st.integers(start, len(text))))
    away = Span(there, draw(st.integers(there, len(other))))
    related = Related(role="source", article_id="b", segment_id="s", span=away, text=away.of(other))
    one = finding(
        "contradiction-name", draw(st.sampled_from(Severity)), draw(TEXTS) or "x", span=draw(st.none() | st.just(place)),
        suggestion=draw(st.none() | TEXTS), ignored=draw(TEXTS), related=(related,),
    )  # fmt: skip
    source = draw(st.sampled_from(["a.txt", "feed.jsonl:3", "-", "a b/港.html"]))
    return Checked(article("a", text, source, is_verbatim=draw(st.booleans())), (one,), (article("b", other),))


@settings(max_examples=150, deadline=None)
@given(anything())
def test_whatever_is_found_can_be_written(one):
    """SARIF is valid by its schema, JSON says the characters at the span, text has one line a finding and a place."""
    jsonschema.Draft4Validator(SARIF).validate(json.loads(written("sarif", [one])))
    (value,) = json.loads(written("json", [one]))
    if value["span"]:
        assert value["text"] == one.article.text[slice(*value["span"])]
    assert len(written("text", [one]).split("\n")) == 3
    assert written("markdown", [one]).startswith("## ")


def test_the_list_is_valid_against_its_schema(checked):
    """What -f json writes is what `jaen.findings/1` promises; a finding without its severity is not."""
    validator = jsonschema.Draft202012Validator(load_schema("findings"))
    validator.check_schema(load_schema("findings"))
    found = json.loads(written("json", checked))
    validator.validate(found)
    validator.validate(load_schema("findings")["examples"][0])
    del found[0]["severity"]
    assert not validator.is_valid(found)
