"""What a program that knows less sends back is no news: exports of every format, imported again."""

from pathlib import Path

import pytest

from jaen.glossary import Glossary
from jaen.glossary.exchange.formats import FORMATS, export
from jaen.glossary.exchange.pair_files import read_pairs
from jaen.glossary.exchange.plan import plan_import
from jaen.glossary.exchange.values import Incoming
from jaen.model import Concept, Status, Term

NEWS = Path(__file__).parents[2] / "glossaries" / "news"
WAYS = [
    (name, target)
    for name, form in FORMATS.items()
    if form.read and (form.write or form.write_into)
    for target in (("en", "ja") if form.write_into else ("en",))
]


def concept(concept_id, *terms, **fields):
    """`ja:銀行` is preferred, `ja:邦銀!forbidden` is forbidden."""
    made = []
    for term in terms:
        name, _, status = term.partition("!")
        language, text = name.split(":")
        made.append(Term(text=text, language=language, status=Status(status or "preferred")))
    return Concept(id=concept_id, category="term", terms=tuple(made), **fields)


BOOK = Glossary(
    "",
    (
        concept("afp", "ja:AFP通信", "ja:フランス通信!admitted", "en:AFP", "en:Agence France-Presse!admitted"),
        concept("ai", "ja:人工知能", "ja:AI", "en:artificial intelligence", "en:AI", "en:A.I.!deprecated"),
        concept("bank", "ja:銀行", "ja:邦銀!forbidden", "en:bank", "en:banking house!forbidden"),
        concept("chip", "ja:半導体", "en:chip", definition=(("en", "a circuit on silicon"),)),
        concept("jobs", "en:Academic Jobs", "en:AcademicJobs.com!admitted", keep=True),
        concept("ntt", "ja:NTT", "ja:日本電信電話!former", "en:NTT", keep=True),
    ),
)


@pytest.mark.parametrize(("name", "target"), WAYS)
def test_an_export_imported_again_is_the_same(name, target):
    """Statuses, kept names and definitions that a format can't tell are not at odds with those that are there."""
    form = FORMATS[name]
    incoming = form.read(export(BOOK.concepts, form, target).data, f"file{form.suffixes[0]}")
    plan = plan_import(BOOK, incoming)
    assert incoming.concepts
    assert plan.counts == {"added": 0, "changed": 0, "same": len(incoming.concepts), "conflict": 0, "skipped": 0}


def test_a_status_that_the_file_tells_is_at_odds():
    """A format with words for all statuses, and another one than is there."""
    comes = concept("bank", "ja:銀行", "ja:邦銀!deprecated", "en:bank")
    plan = plan_import(BOOK, Incoming((comes,)))
    assert [str(one.path) for one in plan.planned[0].conflicts] == ["ja 邦銀: status"]


def test_a_deprecated_term_is_no_news_only_where_the_file_knows_no_forbidden_ones():
    """TBX-Min has no word for forbidden; that what is forbidden here is preferred there is at odds all the same."""
    few = frozenset({Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED})
    for status, kind in (("deprecated", "same"), ("preferred", "conflict")):
        comes = concept("bank", "ja:銀行", f"ja:邦銀!{status}", "en:bank")
        assert plan_import(BOOK, Incoming((comes,), statuses=few)).planned[0].kind == kind


def test_a_new_name_in_a_list_without_statuses_is_at_odds():
    """It comes as the one to write, and another one is there."""
    plan = plan_import(BOOK, read_pairs("銀行\tthe Bank\n".encode(), "f.tsv"))
    assert [(one.kind, one.id) for one in plan.planned] == [("conflict", "bank")]


def test_equal_pairs_are_a_kept_name():
    """In the language of its letters; with another pair beside them they are terms like others."""
    found = read_pairs(b"OpenAI\tOpenAI\nAI\tAI\nAI\tartificial intelligence\n", "f.tsv").concepts
    assert [([(t.language, t.text) for t in one.terms], one.keep) for one in found] == [
        ([("en", "OpenAI")], True),
        ([("ja", "AI"), ("en", "AI"), ("en", "artificial intelligence")], False),
    ]
    mixed = read_pairs("サーバー\tサーバー\nサーバー\tserver\n".encode(), "f.tsv")
    assert [[term.text for term in one.terms] for one in mixed.concepts] == [["サーバー", "server"]]
    assert mixed.skipped == ()


@pytest.mark.parametrize("name", ["deepl", "omegat", "amazon"])
def test_terms_that_come_apart_are_told(name):
    """A list that is known by its Japanese terms makes two concepts of one; of a concept with one it does not."""
    losses = export(BOOK.concepts, FORMATS[name], "en").losses
    apart = [one.concept_id for one in losses if "one concept" in one.what]
    assert set(apart) == {"afp", "ai", "ntt"}


def test_a_forbidden_term_alone_is_the_concept_that_forbids_it():
    """And where nobody forbids it, it is new."""
    made = frozenset({"x"})
    known = plan_import(BOOK, Incoming((concept("x", "ja:邦銀!forbidden"),), made_ids=made))
    new = plan_import(BOOK, Incoming((concept("x", "ja:外銀!forbidden"),), made_ids=made))
    assert [known.planned[0].kind, known.planned[0].id, new.planned[0].kind] == ["same", "bank", "added"]


def test_the_comment_of_omegat_comes_back_without_what_is_not_to_be_written():
    """`Not: …` is left out and said; another comment is the note."""
    found = FORMATS["omegat"].read("半導体\tchip\ta circuit. Not: snack\n銀行\tbank\tNotable: yes\n".encode(), "f.txt")
    assert [one.note for one in found.concepts] == ["a circuit", "Notable: yes"]
    assert [(one.place, one.is_detail) for one in found.skipped] == [(1, True)]


def test_a_term_that_begins_with_a_hash_is_a_comment_only_where_the_format_says_so():
    """OmegaT and UTX read such a line over: it is not written, and told. The services take it."""
    tag = concept("tag", "ja:#半導体", "ja:半導体!admitted", "en:chip tag")
    for name, lines in (("omegat", 1), ("utx", 0), ("deepl", 2), ("amazon", 2)):
        form = FORMATS[name]
        exported = export([tag], form, "en")
        found = form.read(exported.data, f"f{form.suffixes[0]}")
        assert (len([one for one in found.concepts if one.id.startswith("chip")]), found.skipped) == (lines, ())
        assert lines == 2 or any("#" in one.what for one in exported.losses)
    left = FORMATS["omegat"].read("# a glossary\n#半導体\tchip\n銀行\tbank\n".encode(), "f.txt")
    assert [len(left.concepts), [one.place for one in left.skipped]] == [1, [2]]


@pytest.mark.parametrize("name", ["mecab", "prompt", "spacy", "utx", "deepl", "omegat"])
def test_every_field_that_is_not_in_the_file_is_told(name):
    """Of an entry that says much; one that says just a pair loses nothing."""
    entry = next(one for one in Glossary.load(NEWS).concepts if one.id == "bank-of-japan")
    kinds = {one.kind for one in export([entry], FORMATS[name], "en").losses}
    assert {"examples", "domain", "review", "sources", "term type"} <= kinds
    if name != "mecab":  # which has no English terms
        plain = concept("chip", "ja:半導体", "en:chip")
        assert export([plain], FORMATS[name], "en").losses == ()
