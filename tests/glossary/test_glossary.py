"""The glossary as a value: built, hashed, asked."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jaen.errors import UnknownConcept
from jaen.glossary import Glossary
from jaen.model import Concept, Example, MatchRule, MentionKind, Term, Validity

LIGHTHOUSE = Concept(
    id="lighthouse",
    category="place",
    terms=(Term(text="灯台", language="ja", reading="とうだい"), Term(text="lighthouse", language="en")),
)
KEEPER = Concept(
    id="keeper",
    category="role",
    terms=(Term(text="灯台守", language="ja", reading="とうだいもり"), Term(text="keeper", language="en")),
    valid=Validity(date(2020, 1, 1), None),
)
GLOSSARY = Glossary("coast", (KEEPER, LIGHTHOUSE))


def with_examples(*examples: Example, match: MatchRule | None = None) -> Glossary:
    """A glossary of one concept that carries *examples*."""
    return Glossary("coast", (replace(LIGHTHOUSE, examples=examples, match=match or MatchRule()),))


def test_concepts_are_sorted_and_unique():
    """A glossary out of order, or with an id twice, can't be built."""
    with pytest.raises(ValueError, match="sorted by id"):
        Glossary("coast", (LIGHTHOUSE, KEEPER))
    with pytest.raises(ValueError, match="each id once"):
        Glossary("coast", (KEEPER, KEEPER))


def test_load_names_the_glossary_and_sorts(tmp_path):
    """The folder's name is the glossary's; a trailing slash does not matter; concepts come sorted by id."""
    folder = tmp_path / "coast"
    folder.mkdir()
    for name in ("b", "a"):
        (folder / f"{name}.yaml").write_text(f"category: term\nterms: [{{en: {name}}}]\n", "utf-8")
    loaded = Glossary.load(f"{folder}/")
    assert loaded.name == "coast"
    assert [concept.id for concept in loaded.concepts] == ["a", "b"]


def test_by_id():
    """A concept is found by its id; in place of an unknown id, the one that has it as a term is named, or the nearest."""
    assert GLOSSARY.by_id("keeper") is KEEPER
    with pytest.raises(UnknownConcept, match="did you mean 'lighthouse'"):
        GLOSSARY.by_id("lighthose")
    with pytest.raises(UnknownConcept, match="jaen glossary search zebra"):
        GLOSSARY.by_id("zebra")
    with pytest.raises(UnknownConcept, match=r"it is a term of keeper$"):
        GLOSSARY.by_id("灯台守")
    with pytest.raises(UnknownConcept, match=r"it is a term of lighthouse$"):
        GLOSSARY.by_id("Lighthouse")
    with pytest.raises(UnknownConcept, match=r"search for it: jaen glossary search ''$"):
        GLOSSARY.by_id("")


def test_hash_is_of_the_content(tmp_path):
    """Comments, order of fields and the file's kind leave the hash; a changed field changes it."""
    one = tmp_path / "a.yaml"
    one.write_text("- id: a\n  category: term  # a comment\n  terms: [{en: x}]\n", "utf-8")
    two = tmp_path / "b.yaml"
    two.write_text("- terms:\n  - en: x\n  category: term\n  id: a\n", "utf-8")
    three = tmp_path / "c.yaml"
    three.write_text("- terms:\n  - en: x\n    note: y\n  category: term\n  id: a\n", "utf-8")
    hashes = [Glossary.load(path).hash for path in (one, two, three)]
    assert hashes[0] == hashes[1]
    assert hashes[0] != hashes[2]
    assert len(hashes[0]) == 64


def test_every_field_is_in_the_hash():
    """The hash sees dates deep inside, too."""
    other = replace(KEEPER, valid=Validity(date(2020, 1, 2), None))
    assert Glossary("coast", (other, LIGHTHOUSE)).hash != GLOSSARY.hash


def test_search_is_by_any_spelling():
    """The glossary answers searches with its own concepts."""
    assert [result.concept.id for result in GLOSSARY.search("todai")] == ["lighthouse", "keeper"]
    assert [result.concept.id for result in GLOSSARY.search("todai", limit=1)] == ["lighthouse"]


def test_find_gives_spans_of_the_text():
    """Mentions are placed in the text that was given, line breaks and all; the longest term wins."""
    text = "灯台が見える。\n\nThe lighthouse is old. 灯台守は若い。"
    mentions = GLOSSARY.find(text)
    assert [(m.concept.id, m.surface) for m in mentions] == [
        ("lighthouse", "灯台"),
        ("lighthouse", "lighthouse"),
        ("keeper", "灯台守"),
    ]
    assert all(m.span.of(text) == m.surface for m in mentions)


def test_find_in_nothing():
    """A text without letters names nothing."""
    assert GLOSSARY.find("") == ()
    assert GLOSSARY.find(" \n…\n") == ()


def test_matcher_is_built_once():
    """The automaton is kept."""
    assert GLOSSARY.matcher is GLOSSARY.matcher


def test_right_examples_pass():
    """What is found is exactly what the example says, in order."""
    examples = (Example("灯台と灯台。", "ja", ("灯台", "灯台")), Example("灯火が見える。", "ja", ()))
    assert with_examples(*examples).test() == ()


@pytest.mark.parametrize(
    ("text", "finds", "found"),
    [("灯台が見える。", (), ("灯台",)), ("灯火が見える。", ("灯",), ()), ("灯台と灯台。", ("灯台",), ("灯台", "灯台"))],
)
def test_wrong_examples_fail(text, finds, found):
    """Too many, too few, or none: each is a failure that shows what was found."""
    (failure,) = with_examples(Example(text, "ja", finds)).test()
    assert (failure.concept_id, failure.found) == ("lighthouse", found)
    assert text in str(failure)


def test_compounds_count_only_where_the_term_allows_them():
    """A compound is found, but is no mention for an example unless the match rule says so."""
    text = "灯台建設が進む。"
    (mention,) = with_examples().find(text)
    assert mention.kind is MentionKind.COMPOUND
    assert with_examples(Example(text, "ja", ())).test() == ()
    assert with_examples(Example(text, "ja", ("灯台",)), match=MatchRule("compound")).test() == ()


def test_other_concepts_do_not_count():
    """An example is about its own concept: another's longer term in the text is nothing."""
    lighthouse = replace(LIGHTHOUSE, examples=(Example("灯台守は若い。", "ja", ()),))
    assert Glossary("coast", (KEEPER, lighthouse)).test() == ()


def test_path_may_be_text_or_path(tmp_path):
    """Both a string and a Path name a glossary."""
    path = tmp_path / "a.yaml"
    path.write_text("- {id: a, category: term, terms: [{en: x}]}\n", "utf-8")
    assert Glossary.load(path) == Glossary.load(str(path)) == Glossary.load(Path(path))
