"""Reading glossary files: what is right becomes the model, what is wrong is said once, with its line."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from jaen.errors import GlossaryError
from jaen.glossary.sources import reader
from jaen.glossary.sources.files import load_concepts
from jaen.model import Example, Link, MatchRule, Review, Status, Term, TermUse, Validity

CASE_FILE = Path(__file__).parents[1] / "cases/glossary-problems.jsonl"
CASES = [json.loads(line) for line in CASE_FILE.read_text("utf-8").splitlines()]

FULL = """\
category: role            # every field there is
domain: [cyber, government]
terms:
- ja: 広報官
  reading: こうほうかん
- en: press officer
  status: admitted
  type: short
  use: headline
  pos: noun
  valid: {from: '2020-01-01', to: '2020-12-31'}
  match: {boundary: any, case: exact}
  note: not a spokesman
definition: {en: speaks for an office, ja: 役所の話し手}
valid: {from: '2019-04-01'}
links: [{part-of: concept, from: '2019-04-02'}]
match: {boundary: compound}
keep: true
examples:
- {ja: 広報官が話す。, finds: [広報官]}
- {en: Nobody spoke., finds: []}
sources: [https://example.org/]
review: {state: approved, by: mm, on: '2026-08-01', again: '2027-08-01'}
note: '0123'
"""


def write(folder: Path, text: str | bytes, name: str = "concept.yaml") -> Path:
    """A file of a glossary."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def problems(path: Path) -> tuple[str, ...]:
    """What loading *path* complains about."""
    with pytest.raises(GlossaryError) as caught:
        load_concepts(path)
    return caught.value.problems


def test_every_field_reaches_the_model(tmp_path):
    """What a file says is what the concept holds, field by field, every scalar as text."""
    write(tmp_path, FULL)
    (concept,) = load_concepts(tmp_path).concepts
    assert concept.id == "concept"
    assert concept.category == "role"
    assert concept.domain == ("cyber", "government")
    assert concept.terms == (
        Term(text="広報官", language="ja", reading="こうほうかん"),
        Term(
            text="press officer",
            language="en",
            status=Status.ADMITTED,
            type="short",
            use=TermUse.HEADLINE,
            valid=Validity(date(2020, 1, 1), date(2020, 12, 31)),
            match=MatchRule("any", "exact"),
            note="not a spokesman",
        ),
    )
    assert concept.definition == (("en", "speaks for an office"), ("ja", "役所の話し手"))
    assert concept.valid == Validity(date(2019, 4, 1), None)
    assert concept.links == (Link("part-of", "concept", Validity(date(2019, 4, 2))),)
    assert concept.match == MatchRule("compound")
    assert concept.keep is True
    assert concept.examples == (Example("広報官が話す。", "ja", ("広報官",)), Example("Nobody spoke.", "en", ()))
    assert concept.sources == ("https://example.org/",)
    assert concept.review == Review("approved", "mm", date(2026, 8, 1), date(2027, 8, 1))
    assert concept.note == "0123"


def test_scalars_stay_text(tmp_path):
    """NO, 0123 and 12:30 are what they look like, not false, 83 and 750."""
    write(tmp_path, "category: term\nterms:\n- en: NO\n- en: 0123\n- en: 12:30\n- en: null\n")
    (concept,) = load_concepts(tmp_path).concepts
    assert [term.text for term in concept.terms] == ["NO", "0123", "12:30", "null"]


@pytest.mark.parametrize("case", CASES, ids=[case["rule"] for case in CASES])
def test_problem_has_its_line_and_advice(case, tmp_path):
    """Each mistake is reported at its line with what to write instead."""
    path = write(tmp_path, case["yaml"])
    matching = [line for line in problems(tmp_path) if line.startswith(f"{path}:{case['line']}: ")]
    assert any(case["says"] in line for line in matching), problems(tmp_path)


def test_all_problems_of_all_files_at_once(tmp_path):
    """An editor sees everything that is wrong in one go."""
    write(tmp_path, "category: x\nterms: [{en: A, status: y}]\nnot: 1\n", "a.yaml")
    write(tmp_path, "category: term\nterms: [", "b.yaml")
    write(tmp_path, "category: term\nterms: [{en: C}]\n", "c.yaml")
    found = problems(tmp_path)
    assert len(found) == 4
    assert [Path(line.split(":")[0]).name for line in found] == ["a.yaml", "a.yaml", "a.yaml", "b.yaml"]


def test_link_to_a_broken_concept_is_no_second_problem(tmp_path):
    """A link is right when its target has a file, even one with problems of its own."""
    write(tmp_path, "category: term\nterms: [{en: A}]\nlinks: [{related: b}]\n", "a.yaml")
    write(tmp_path, "category: x\nterms: [{en: B}]\n", "b.yaml")
    (only,) = problems(tmp_path)
    assert "b.yaml:1" in only


@pytest.mark.parametrize(
    ("opening", "says"), [("[" * 100_000, "nested more than 20 deep"), ("{a: " * 100_000, "nested more than 20 deep")]
)
def test_deep_nesting_is_refused(opening, says, tmp_path):
    """A hundred thousand brackets are a clear error; PyYAML's composer would overflow the C stack."""
    write(tmp_path, opening)
    assert says in problems(tmp_path)[0]


def test_twenty_levels_are_read(tmp_path):
    """The limit on depth refuses level 21, not level 20: that one is only a wrong list."""
    write(tmp_path, "category: term\nterms: [{en: A}]\nnote: " + "[" * 19 + "]" * 19 + "\n")
    assert problems(tmp_path) == (f"{tmp_path}/concept.yaml:3: note is a text, this is a list; {REMOVE}",)


REMOVE = "write a text or remove the field"


def test_billion_laughs_is_refused(tmp_path):
    """Anchors are refused where the first stands, so nothing is ever expanded."""
    lines = ["a0: &a0 [lol]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    write(tmp_path, "\n".join(lines))
    assert problems(tmp_path) == (f"{tmp_path}/concept.yaml:1: the anchor &a0 is not read; {WRITE_OUT}",)


WRITE_OUT = "remove it and write values out"


def test_long_scalar_is_refused(tmp_path):
    """A text over the limit is refused; one of exactly the limit is read."""
    head = "category: term\nterms: [{en: A}]\nnote: "
    write(tmp_path, head + "x" * 20_001)
    assert "the limit is 20,000" in problems(tmp_path)[0]
    write(tmp_path, head + "x" * 20_000)
    assert len(load_concepts(tmp_path).concepts[0].note) == 20_000


@pytest.mark.parametrize("name", ["concept.yaml", "list.yaml", "list.csv"])
def test_file_over_the_limit(name, tmp_path, monkeypatch):
    """A file too large is refused before it is read; one of exactly the limit is read."""
    text = {"concept.yaml": FULL, "list.yaml": LIST, "list.csv": "en\nA\n"}[name]
    path = write(tmp_path, text, name)
    glossary = tmp_path if name == "concept.yaml" else path
    monkeypatch.setattr(reader, "MAX_BYTES", len(text.encode()))
    assert len(load_concepts(glossary).concepts) == 1
    monkeypatch.setattr(reader, "MAX_BYTES", len(text.encode()) - 1)
    assert "split it into a folder" in problems(glossary)[0]


LIST = "- {id: a, category: term, terms: [{en: A}]}\n"


def test_pipes_are_not_read(tmp_path):
    """A named pipe would block for ever; it is refused."""
    os.mkfifo(tmp_path / "concept.yaml")
    assert problems(tmp_path) == (f"{tmp_path}/concept.yaml:1: is not a file; remove it",)


def test_bom_and_crlf_are_read(tmp_path):
    """A file saved by Notepad is read like any other."""
    write(tmp_path, b"\xef\xbb\xbf" + FULL.replace("\n", "\r\n").encode())
    assert load_concepts(tmp_path).concepts[0].note == "0123"


def test_other_encodings_are_named(tmp_path):
    """Shift_JIS is refused with the line of the first wrong byte."""
    path = write(tmp_path, "category: term\nterms:\n- ja: 京都\n".encode("cp932"))
    assert problems(tmp_path) == (f"{path}:3: byte 28 is not UTF-8; save the file as UTF-8",)


def test_missing_path_and_empty_folder(tmp_path):
    """A glossary that is not there, or holds nothing, says so."""
    assert "no such file or folder" in problems(tmp_path / "nowhere")[0]
    assert "holds no concept" in problems(tmp_path)[0]
    write(tmp_path, "x", "glossary.txt")
    assert "not a glossary" in problems(tmp_path / "glossary.txt")[0]


def test_nothing_is_skipped_in_silence(tmp_path):
    """Files that look like concepts but would not be read are problems; a README and hidden files are not."""
    write(tmp_path, FULL)
    write(tmp_path, "notes", "README.md")
    write(tmp_path, "x", ".hidden.yaml")
    (tmp_path / ".cache").mkdir()
    assert len(load_concepts(tmp_path).concepts) == 1
    write(tmp_path, FULL, "other.yml")
    (tmp_path / "more").mkdir()
    write(tmp_path / "more", FULL)
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    found = problems(tmp_path)
    assert [line.split(":")[0].rsplit("/", 1)[1] for line in found] == ["folder.yaml", "gone.yaml", "more", "other.yml"]


def test_symlinks_are_followed(tmp_path):
    """A folder and a file may be links."""
    real = tmp_path / "real"
    real.mkdir()
    write(tmp_path, FULL, "elsewhere")
    (real / "concept.yaml").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "link").symlink_to(real)
    assert len(load_concepts(tmp_path / "link").concepts) == 1


@pytest.mark.parametrize("name", ["Concept.yaml", "a_b.yaml", "京都.yaml"])
def test_ids_are_ascii_kebab(name, tmp_path):
    """An id is made of a-z, 0-9 and hyphens."""
    write(tmp_path, "category: term\nterms: [{en: A}]\n", name)
    assert "a-z, 0-9 and hyphens" in problems(tmp_path)[0]


def test_one_yaml_file_with_a_list(tmp_path):
    """A list file holds concepts with their ids; each id once."""
    one = "- {id: b, category: term, terms: [{en: B}]}\n- {id: a, category: term, terms: [{en: A}]}\n"
    path = write(tmp_path, one, "list.yaml")
    assert [concept.id for concept in load_concepts(path).concepts] == ["a", "b"]
    write(
        tmp_path,
        one + "- {id: a, category: term, terms: [{en: C}]}\n- {category: term, terms: [{en: D}]}\n- x\n",
        path.name,
    )
    found = problems(path)
    assert [line.split(": ", 1)[0] for line in found] == [f"{path}:{n}" for n in (3, 4, 5)]
    assert "here twice" in found[0]
    assert "has no id" in found[1]


def test_csv(tmp_path):
    """Rows with the same Japanese term are one concept; status is the English term's."""
    rows = "\ufeffja,en,status,category\n庁,Agency,,organization\n庁,Bureau,forbidden,\n,Only English,,\n"
    path = write(tmp_path, rows, "list.csv")
    agency, only = load_concepts(path).concepts
    assert (agency.id, agency.category) == ("agency", "organization")
    assert [(term.text, term.status) for term in agency.terms] == [
        ("庁", Status.PREFERRED),
        ("Agency", Status.PREFERRED),
        ("Bureau", Status.FORBIDDEN),
    ]
    assert (only.id, only.category) == ("only-english", "term")


@pytest.mark.parametrize(
    ("rows", "line", "says"),
    [
        ("ja,eng\n", 1, "there is no column 'eng'"),
        ("status\n", 1, "names no column ja or en"),
        ("ja,ja\n", 1, "a column is here twice"),
        ("", 1, "names no column ja or en"),
        ("ja,en\n庁\n", 2, "more or fewer cells"),
        ("ja,en\n庁,Ministry of A, B\n", 2, "more or fewer cells"),
        ("ja,en\n庁,\n", 2, "gives no id"),
        ("ja,en,status\n庁,Agency,bad\n", 2, "is not known"),
        ("ja,en\n庁,Agency\n局,Agency\n", 3, "here twice"),
        ('ja,en\n庁,"Agency\n', 2, "not CSV"),
        ("ja,en\n庁,Agency\n庁,\n", 3, "only repeats '庁'"),
        ("ja,en\n庁,Agency\n庁,Agency\n", 3, "here twice"),
        ("ja,en,category\n庁,Agency,role\n庁,Bureau,place\n", 3, "is not the 'role' of line 2"),
        ("id,ja,en\na,庁,Agency\nb,庁,Agency\n", 3, "is also the concept 'a'"),
    ],
)
def test_csv_problems(rows, line, says, tmp_path):
    """A CSV glossary is held to the same rules, with the row's line."""
    path = write(tmp_path, rows, "list.csv")
    assert any(one.startswith(f"{path}:{line}: ") and says in one for one in problems(path)), problems(path)
