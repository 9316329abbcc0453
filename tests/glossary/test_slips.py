"""What an editor writes by hand: slips get one problem with a remedy, and texts that only look like slips are read.

Each slip's own case stands in cases/glossary-problems.jsonl.
"""

import json
from pathlib import Path

import pytest

from jaen.errors import GlossaryError
from jaen.glossary.sources.files import load_concepts

HEAD = "category: term\nterms:\n"
CASE_FILE = Path(__file__).parents[1] / "cases/glossary-problems.jsonl"
CASES = [json.loads(line) for line in CASE_FILE.read_text("utf-8").splitlines()]
SYNTAX = [case for case in CASES if "YAML" in case["says"] or "full-width" in case["says"] or "blank" in case["says"]]


def problems(path: Path) -> tuple[str, ...]:
    """What loading *path* complains about."""
    with pytest.raises(GlossaryError) as caught:
        load_concepts(path)
    return caught.value.problems


@pytest.mark.parametrize("case", SYNTAX, ids=[case["rule"] for case in SYNTAX])
def test_one_slip_is_one_problem(case, tmp_path):
    """A slip in the writing brings on no second problem about fields that it hid."""
    (tmp_path / "concept.yaml").write_text(case["yaml"], "utf-8")
    assert len(problems(tmp_path)) == 1


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("en: 'chip war: the sequel'", "chip war: the sequel"),
        ("en: chip war:the sequel", "chip war:the sequel"),
        ("en: It's a fight", "It's a fight"),
        ("en: user@home", "user@home"),
        ("ja: '@半導体'", "@半導体"),
        ("ja: 半導体-部会", "半導体-部会"),
        ("ja: 半導体：新時代", "半導体：新時代"),
        ("ja: 半導体\u3000部会", "半導体\u3000部会"),
        ("en: The “Quad”", "The “Quad”"),
        ("en: “Quad” and “G7”", "“Quad” and “G7”"),
        ("en: workers’ party", "workers’ party"),
        ("en: ’90s workers’", "’90s workers’"),
        ("en: Tシャツ", "Tシャツ"),
        ("en: '2025'", "2025"),
        ("ja: AI", "AI"),
    ],
)
def test_no_slip(term, text, tmp_path):
    """Quoted texts, and signs that mean nothing where they stand, are terms like others."""
    (tmp_path / "concept.yaml").write_text(f"{HEAD}- {term}\n", "utf-8")
    ((only,),) = [concept.terms for concept in load_concepts(tmp_path).concepts]
    assert only.text == text


@pytest.mark.parametrize("others", [["- en: NO\n", "- en: no\n"], ["- en: AI\n", "- ja: AI\n"]])
def test_near_terms_are_two(others, tmp_path):
    """Terms of another case or another language are no repetition."""
    (tmp_path / "concept.yaml").write_text(HEAD + "".join(others), "utf-8")
    assert len(load_concepts(tmp_path).concepts[0].terms) == 2


@pytest.mark.parametrize("escape", ["\\udcff", "\\ud800", "\\UFFFFFFFF"])
def test_an_escape_of_no_character(escape, tmp_path):
    """Half a character, which is also what a command line makes of bytes that are no UTF-8."""
    (tmp_path / "concept.yaml").write_text(f'{HEAD}- en: a\nnote: "x{escape}"\n', "utf-8")
    (problem,) = problems(tmp_path)
    assert "an escape in this text stands for no character; type the text itself, as UTF-8" in problem


def test_problems_come_by_line(tmp_path):
    """Problems of one file are listed from its top to its end, whatever was looked at first."""
    path = tmp_path / "concept.yaml"
    path.write_text("links: [{related: gone}]\ncategory: x\nreview: {state: y}\nterms: [{en: A, status: z}]\n", "utf-8")
    assert [line.split(":")[1] for line in problems(tmp_path)] == ["1", "2", "3", "4"]


CHIP = "category: term\nterms: [{ja: 半導体}, {en: chip}]\n"


def test_a_concept_given_twice(tmp_path):
    """Two concepts with the same preferred terms, category, domain and days are one; the message names both."""
    (tmp_path / "chip.yaml").write_text(CHIP, "utf-8")
    (tmp_path / "semiconductor.yaml").write_text(CHIP, "utf-8")
    (only,) = problems(tmp_path)
    assert only.startswith(f"{tmp_path}/semiconductor.yaml:1: 半導体 = chip is also the concept 'chip'")


@pytest.mark.parametrize(
    "other",
    [
        CHIP.replace("term\n", "product\n"),
        CHIP.replace("chip", "semiconductor"),
        CHIP.replace("半導体", "チップ"),
        CHIP + "domain: [food]\n",
        CHIP + "valid: {from: '2021-01-01'}\n",
        CHIP.replace("{en: chip}", "{en: chip, status: former}"),
    ],
)
def test_concepts_that_something_tells_apart(other, tmp_path):
    """Another category, term, domain or time makes another concept."""
    (tmp_path / "chip.yaml").write_text(CHIP + "valid: {to: '2020-12-31'}\n" * ("valid" in other), "utf-8")
    (tmp_path / "other.yaml").write_text(other, "utf-8")
    assert len(load_concepts(tmp_path).concepts) == 2


def test_days_overlap_with_any_concept_before(tmp_path):
    """A long validity is compared with every later one, not only with its neighbor."""
    days = ["{from: '2000-01-01', to: '2030-12-31'}", "{from: '2001-01-01', to: '2001-12-31'}", "{from: '2020-01-01'}"]
    for number, valid in enumerate(days):
        (tmp_path / f"chip-{number}.yaml").write_text(f"{CHIP}valid: {valid}\n", "utf-8")
    found = problems(tmp_path)
    assert [line.split(":")[0][-11:] for line in found] == ["chip-1.yaml", "chip-2.yaml"]
    assert all("also the concept 'chip-0'" in line for line in found)


def test_one_concept_file_is_a_glossary(tmp_path):
    """A concept's file may be given itself: its name is the id, and it may link to the files beside it."""
    path = tmp_path / "chip.yaml"
    path.write_text(CHIP + "links: [{related: wafer}]\n", "utf-8")
    (tmp_path / "wafer.yaml").write_text("broken: [", "utf-8")
    assert [concept.id for concept in load_concepts(path).concepts] == ["chip"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (CHIP + "links: [{related: gone}]\n", "there is no concept 'gone'"),
        ("id: chip\n" + CHIP, "the file's name is the id"),
        ("chip\n", "neither a concept nor a list"),
        ("[]\n", "holds no concept; add one"),
    ],
)
def test_what_is_no_concept_file(text, says, tmp_path):
    """A file given itself is held to the rules of a file in a folder."""
    path = tmp_path / "chip.yaml"
    path.write_text(text, "utf-8")
    (only,) = problems(path)
    assert says in only
