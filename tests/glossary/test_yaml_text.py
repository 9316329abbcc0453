"""Entries as text: written new, changed in place, put into canonical form; no comment and no quote is lost."""

import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.errors import GlossaryError
from jaen.glossary.saving.yaml_text import canonical, render, rewrite
from jaen.glossary.saving.yaml_tree import YamlText
from jaen.glossary.sources.entry import read_entry
from jaen.model import Concept, Example, Link, MatchRule, Review, Status, Term, TermUse, Validity

sys.path.insert(0, str(Path(__file__).parent))
from messy_yaml import CONCEPTS, entries  # a module beside this file

NEWS = sorted((Path(__file__).parents[2] / "glossaries" / "news").glob("*.yaml"))
MANY = settings(max_examples=100, deadline=None)


def read(data: bytes) -> Concept:
    return read_entry(data, "x", "x.yaml")


def comments(data: bytes) -> list[str]:
    return sorted(one.text for one in YamlText(data.decode("utf-8-sig")).comments)


def changed_lines(before: bytes, after: bytes) -> int:
    """How many lines are in one of the texts alone; a changed line counts twice."""
    old, new = Counter(before.splitlines()), Counter(after.splitlines())
    return (old - new).total() + (new - old).total()


# All entries, all layouts


@MANY
@given(CONCEPTS)
def test_a_new_entry_says_the_concept(concept):
    """Whatever texts a concept has: reading its canonical text gives the concept, and that text is canonical."""
    data = render(concept)
    assert read(data) == concept
    assert canonical(data) == data


@MANY
@given(entries())
def test_without_a_change_nothing_changes(entry):
    """An entry rewritten with the concept that it says keeps every byte, in any layout."""
    concept, data = entry
    assert read(data) == concept
    assert rewrite(data, concept) == data


@MANY
@given(entries(), CONCEPTS)
def test_any_entry_can_become_any_other(entry, other):
    """Rewritten with another concept, an entry says exactly that; BOM and ends of lines stay."""
    _, data = entry
    result = rewrite(data, other)
    assert read(result) == other
    assert result.startswith(b"\xef\xbb\xbf") == data.startswith(b"\xef\xbb\xbf")
    if data.count(b"\r\n") == data.count(b"\n"):
        assert result.count(b"\r\n") == result.count(b"\n")
    if b"\r" not in data:
        assert b"\r" not in result


@st.composite
def small_changes(draw):
    """An entry and a concept in which one field is another one."""
    (concept, data), other = draw(entries()), draw(CONCEPTS)
    name = draw(
        st.sampled_from(["category", "domain", "terms", "definition", "valid", "links", "match", "keep", "note"])
    )
    value = getattr(other, name)
    if name == "terms":
        terms = list(draw(st.permutations(concept.terms)))
        known = {(term.language, term.text) for term in terms}
        terms[draw(st.integers(0, 1)) :] = [*terms, *(one for one in value if (one.language, one.text) not in known)][
            1:
        ]
        value = tuple(terms or concept.terms)
    return data, concept, replace(concept, **{name: value})


@MANY
@given(small_changes())
def test_a_comment_stays_unless_its_item_goes(change):
    """No comment is lost, but for those on items of the changed list; and the way back gives the old concept."""
    data, before, after = change
    result = rewrite(data, after)
    assert read(result) == after
    assert not Counter(comments(result)) - Counter(comments(data))
    if all(getattr(before, name) == getattr(after, name) for name in ("domain", "terms", "links")):
        assert comments(result) == comments(data)
    assert read(rewrite(result, before)) == before


@MANY
@given(entries())
def test_canonical_form(entry):
    """The canonical form says the same with all comments, is its own canonical form, and depends on nothing else."""
    concept, data = entry
    result = canonical(data)
    assert read(result) == concept
    assert comments(result) == comments(data)
    assert canonical(result) == result
    if not comments(data):
        assert result.replace(b"\r\n", b"\n") == render(concept)


# The glossary that comes with jaen


def edits(concept: Concept):
    """Everyday changes: what is done, the concept after it, the lines that must change."""
    last, valid = concept.terms[-1], Validity(date(1999, 1, 1), date(2098, 1, 1))
    status = Status.DEPRECATED if last.status is not Status.DEPRECATED else Status.ADMITTED
    yield (
        "status",
        replace(concept, terms=(*concept.terms[:-1], replace(last, status=status))),
        (1 if last.status is Status.PREFERRED else 2),
    )
    term = Term(text="brand: new", language="en", status=Status.FORBIDDEN)
    yield "new term", replace(concept, terms=(*concept.terms, term)), 2
    yield "new first term", replace(concept, terms=(Term(text="新語", language="ja"), *concept.terms)), 1
    yield "new example", replace(concept, examples=(*concept.examples, Example("Yes, we can.", "en", ()))), 1
    yield "example removed", replace(concept, examples=concept.examples[1:]), 1
    first = replace(concept.examples[0], text=concept.examples[0].text + "終")
    yield "example changed", replace(concept, examples=(first, *concept.examples[1:])), 2
    yield "validity", replace(concept, valid=valid), 1 if concept.valid == Validity() else 2
    yield "review", replace(concept, review=Review("rejected", "K N", date(2026, 10, 1))), 2
    yield "note", replace(concept, note="two\nlines: x"), 3
    yield "source", replace(concept, sources=(*concept.sources, "https://example.org/#x")), 2 if concept.sources else 1
    yield "order", replace(concept, terms=concept.terms[::-1]), 0


@pytest.mark.slow
@pytest.mark.parametrize("style", ["as it is", "CRLF, BOM, no end"])
def test_only_the_lines_that_must(style):
    """An everyday change of an entry of the news glossary changes only the lines it must, in all entries."""
    wrong = []
    for file in NEWS:
        data = file.read_bytes()
        if style != "as it is":
            data = b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n").removesuffix(b"\r\n")
        for what, concept, lines in edits(read_entry(data, file.stem, file.name)):
            result = rewrite(data, concept)
            assert read_entry(result, file.stem, file.name) == concept
            if changed_lines(data, result) != lines:
                wrong.append((file.stem, what, lines, changed_lines(data, result)))
    assert NEWS
    assert wrong == []


def test_the_news_glossary_is_canonical():
    """Every entry of the news glossary is in canonical form."""
    assert [file.name for file in NEWS if canonical(file.read_bytes()) != file.read_bytes()] == []


# Single cases

ENTRY = """\
# about chips

category: "term"   # in quotes
domain:   [trade, 'ai' ]
terms:
  - ja: 半導体
    reading:  はんどうたい
  # the short word
  -   ja: チップ  # seen often
      status: 'admitted'
      # until the desk decides
  - {en: chip}
links: [
  {related: wafer},  # made of it
  {related: silicon}
]
note: >
  a folded
  text

# the end
"""
CHIP = read(ENTRY.encode())


def edited(concept: Concept, text: str = ENTRY) -> list[str]:
    """The lines that differ, old ones with -, new ones with +."""
    old, new = text.splitlines(), rewrite(text.encode(), concept).decode().splitlines()
    return [f"-{line}" for line in old if line not in new] + [f"+{line}" for line in new if line not in old]


def with_term(index: int, **values: object) -> Concept:
    terms = list(CHIP.terms)
    terms[index] = replace(terms[index], **values)
    return replace(CHIP, terms=tuple(terms))


CASES = {
    "quotes stay": (replace(CHIP, category="law"), ['-category: "term"   # in quotes', '+category: "law"   # in quotes']),
    "blanks stay": (replace(CHIP, domain=("trade", "ai", "it")), ["-domain:   [trade, 'ai' ]", "+domain:   [trade, 'ai', it ]"]),
    "an item goes": (replace(CHIP, domain=("ai",)), ["-domain:   [trade, 'ai' ]", "+domain:   ['ai' ]"]),
    "another spelling": (with_term(0, text="半導體"), ["-  - ja: 半導体", "+  - ja: 半導體"]),
    "a reading": (with_term(0, reading="ハンドウタイ"), ["-    reading:  はんどうたい", "+    reading:  ハンドウタイ"]),
    "no reading": (with_term(0, reading=None), ["-    reading:  はんどうたい"]),
    "a status in its quotes": (
        with_term(1, status=Status.FORBIDDEN),
        ["-      status: 'admitted'", "+      status: 'forbidden'"],
    ),
    "a default under a comment": (with_term(1, status=Status.PREFERRED), ["-      status: 'admitted'"]),
    "a field indented as the others": (with_term(1, use=TermUse.FIRST), ["+      use: first"]),
    "a field in braces": (
        with_term(2, match=MatchRule("any")),
        ["-  - {en: chip}", "+  - {en: chip, match: {boundary: any}}"],
    ),
    "a term like its neighbor": (
        replace(CHIP, terms=(*CHIP.terms, Term(text="a, b", language="en"))),
        ["+  - {en: 'a, b'}"],
    ),
    "a term that goes takes its comments along": (
        replace(CHIP, terms=(CHIP.terms[0], CHIP.terms[2])),
        ["-  # the short word", "-  -   ja: チップ  # seen often", "-      status: 'admitted'", "-      # until the desk decides"],
    ),
    "a link in its own line": (
        replace(CHIP, links=(*CHIP.links, Link("holder", "maker"))),
        ["-  {related: silicon}", "+  {related: silicon},", "+  {holder: maker}"],
    ),
    "a text of several lines": (replace(CHIP, note="one\ntwo"), ["-note: >", "-  a folded", "-  text", "+note: |-", "+  one", "+  two"]),
    "a new field in its place": (
        replace(CHIP, valid=Validity(date(2025, 7, 1))),
        ["+valid: {from: '2025-07-01'}"],
    ),
    "no note": (replace(CHIP, note=""), ["-note: >", "-  a folded", "-  text"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_change_in_place(name):
    """What people wrote around a change stays as they wrote it."""
    concept, lines = CASES[name]
    assert edited(concept) == lines
    assert read(rewrite(ENTRY.encode(), concept)) == concept


@pytest.mark.parametrize(
    ("text", "change", "after"),
    [
        ("terms: [en: a, en: b]\ncategory: term\n", {"category": "law"}, "terms: [en: a, en: b]\ncategory: law\n"),
        ("{category: term, terms: [{en: a}]}", {"note": "x: y"}, "{category: term, terms: [{en: a}], note: 'x: y'}"),
        ("terms:\n- en: a\ncategory: term", {"note": "n"}, "terms:\n- en: a\nnote: n\ncategory: term"),
        ("category: term\nterms: [{en: a}]", {"note": "n"}, "category: term\nterms: [{en: a}]\nnote: n"),
        ("keep: true  # no\ncategory: term\nterms: [{en: a}]\n", {"keep": False}, "keep: false  # no\ncategory: term\nterms: [{en: a}]\n"),
        ("category: term\nnote: x  # y\nterms: [{en: a}]\n", {"note": ""}, "category: term\n# y\nterms: [{en: a}]\n"),
        ("category: term\r\nterms: [{en: a}]\n", {"keep": True}, "category: term\r\nkeep: true\r\nterms: [{en: a}]\n"),
        ("? category  # c\n: term\nterms: [{en: a}]\n", {"keep": True}, "category: term  # c\nkeep: true\nterms:\n- en: a\nreview: {state: proposed}\n"),
        ("category: term\nnote: |  # y\n    a\n    b\nterms: [{en: a}]\n", {"note": "c\nd\n"}, "category: term\nnote: |  # y\n  c\n  d\nterms: [{en: a}]\n"),
        ("category: term\nvalid: {from: '2020-01-01'}\nterms: [{en: a}]\n", {"valid": Validity(None, date(2021, 1, 1))}, "category: term\nvalid: {to: '2021-01-01'}\nterms: [{en: a}]\n"),
        ("category: term\nterms: [{en: a}]\nsources: []\n", {"sources": ("s",)}, "category: term\nterms: [{en: a}]\nsources: [s]\n"),
    ],
)  # fmt: skip
def test_a_change_in_odd_layouts(text, change, after):
    """A change finds its place in every layout; a comment on a field that goes stays in its line."""
    concept = replace(read(text.encode()), **change)
    assert rewrite(text.encode(), concept).decode() == after


def test_canonical_keeps_comments_where_they_belong():
    """Comments go with what they are about when fields change places, and open what stood on one line."""
    assert canonical(ENTRY.encode()).decode() == (
        """\
# about chips

category: term  # in quotes
domain: [trade, ai]
terms:
- ja: 半導体
  reading: はんどうたい
# the short word
- ja: チップ  # seen often
  status: admitted
  # until the desk decides
- en: chip
links:
- {related: wafer}  # made of it
- {related: silicon}
review: {state: proposed}
note: |
  a folded text
# the end
"""
    )


@pytest.mark.parametrize("sign", "\x85\u2028\u2029")
def test_signs_that_end_a_line_are_escaped(sign):
    """Bare, they would part a line in two for what puts comments where they belong."""
    once = canonical(f'category: term\nterms: [{{en: a}}]\ndefinition: {{ja: "a\\u{ord(sign):04x}b"}}  # x\n'.encode())
    assert f'definition: {{ja: "a\\u{ord(sign):04x}b"}}  # x' in once.decode().splitlines()
    assert canonical(once) == once


@pytest.mark.parametrize(
    ("text", "written"),
    [("NO", "NO"), ("0123", "0123"), ("12:30", "12:30"), ("- x", "'- x'"), ("a: b", "'a: b'"), ("it's: x", '"it\'s: x"'), ("#x", "'#x'"), ("@a", "'@a'"), ("2025-07-01", "'2025-07-01'"), ("https://example.org/#a", "https://example.org/#a"), ("a\x85b", '"a\\u0085b"'), ("a\u2028b", '"a\\u2028b"'), ("a\nb\u2029c", '"a\\nb\\u2029c"')],
)  # fmt: skip
def test_quotes_only_where_the_reader_wants_them(text, written):
    """A text is in quotes when it would be read as something else without them, or is a day."""
    concept = Concept(id="x", category="term", terms=(Term(text="a", language="en"),), note=text)
    assert render(concept).decode().splitlines()[-1] == f"note: {written}"
    assert read(render(concept)) == concept


@pytest.mark.parametrize(
    "change",
    [
        {"category": "thing"},
        {"terms": (Term(text="a\nb", language="en"),)},
        {"terms": ()},
        {"note": "\ud800"},
        {"note": "x" * 20_001},
        {"terms": (Term(text="a", language="ja", reading=""),)},
    ],
)
def test_what_no_entry_can_say(change):
    """A concept that the reader would refuse, or give back as another, is an error and not a file."""
    with pytest.raises(GlossaryError):
        rewrite(b"category: term\nterms: [{en: a}]\n", replace(read(b"category: term\nterms: [{en: a}]\n"), **change))


@pytest.mark.parametrize("data", [b"", b"\xff", b"- a\n", b"category: [\n", b"category: term\n"])
def test_no_entry(data):
    """What is no entry can't be put into canonical form, nor changed; the message has the line."""
    for attempt in (canonical, lambda data: rewrite(data, CHIP)):
        with pytest.raises(GlossaryError, match=r":[12]: "):
            attempt(data)
