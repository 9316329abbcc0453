"""`jaen glossary`: what an editor reads in the terminal."""

import json
from pathlib import Path

import pytest

from jaen.cli import run

ENTRY = """\
category: role
domain: [cyber, government]
terms:
- {ja: 広報官, reading: こうほうかん}
- {en: press officer, status: former, type: short, use: headline, valid: {to: '2020-12-31'}, note: a note}
definition: {en: speaks for an office}
valid: {from: '2019-04-01'}
links: [{related: office, from: '2019-04-02'}]
match: {boundary: compound, case: any}
keep: true
examples:
- {ja: 広報官が話す。, finds: [広報官]}
- {en: Nobody spoke., finds: []}
sources: [https://example.org/]
review: {state: approved, by: mm, on: '2026-08-01'}
former-ids: [spokesman]
"""

SHOWN = """\
id             officer
file           {folder}/officer.yaml:1
former ids     spokesman
category       role
domain         cyber, government
ja             広報官 (preferred, こうほうかん)
en             press officer (former, short, use headline, to 2020-12-31, a note)
definition en  speaks for an office
valid          from 2019-04-01
match          boundary compound, case any
link           related office from 2019-04-02
example        広報官が話す。 → 広報官
               Nobody spoke. → nothing
source         https://example.org/
keep           true
review         approved by mm on 2026-08-01
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A glossary of two concepts."""
    (tmp_path / "officer.yaml").write_text(ENTRY, "utf-8")
    (tmp_path / "office.yaml").write_text("category: term\nterms: [{en: office}]\n", "utf-8")
    return tmp_path


def test_show_prints_no_controls(tmp_path, capsys):
    """A text that would move the cursor, or goes over several lines, stands on one line as it is."""
    note = 'note: "first\\e[2J\\nsecond"\n'
    (tmp_path / "chip.yaml").write_text(f"category: term\nterms: [{{en: chip}}]\n{note}", "utf-8")
    assert run(["glossary", "show", "chip", "-g", str(tmp_path)]) == 0
    assert "first␛[2J second\n" in capsys.readouterr().out


def test_show_prints_all_that_the_entry_says(folder, capsys):
    """Every field has its label, and values stand in one column."""
    assert run(["glossary", "show", "officer", "-g", str(folder)]) == 0
    assert capsys.readouterr().out == SHOWN.format(folder=folder)


def test_show_leaves_out_what_the_entry_does_not_say(folder, capsys):
    """An entry of two fields is shown in few lines; how it was reviewed is always told."""
    run(["glossary", "show", "office", "-g", str(folder)])
    labels = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert labels == ["id", "file", "category", "en", "review"]


def test_show_as_json(folder, capsys):
    """For programs: what the entry says in its own words, with its id and place; a former id leads to it."""
    assert run(["glossary", "show", "spokesman", "-f", "json", "-g", str(folder)]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["id"], shown["file"], shown["place"]) == ("officer", f"{folder}/officer.yaml", 1)
    assert shown["terms"][0] == {"ja": "広報官", "reading": "こうほうかん"}
    assert shown["former-ids"] == ["spokesman"]


def test_show_of_a_former_id_says_so(folder, capsys):
    """Who asks for a concept that was merged learns where it is now."""
    run(["glossary", "show", "spokesman", "-g", str(folder)])
    assert capsys.readouterr().err == "jaen: spokesman was merged into officer\n"


@pytest.mark.parametrize(
    ("asked", "advice"), [("oficer", "did you mean 'officer'?"), ("nope", "search for it: jaen glossary search nope")]
)
def test_show_of_an_unknown_id(asked, advice, folder, capsys):
    """An unknown id is no problem of the glossary; only a near id is suggested."""
    assert run(["glossary", "show", asked, "-g", str(folder)]) == 3
    assert capsys.readouterr().err == f"jaen: the glossary {folder.name} has no concept '{asked}'; {advice}\n"


def test_test_counts_in_words(folder, capsys):
    """One is singular, all else plural."""
    (folder / "office.yaml").write_text("category: term\nterms: [{en: office}]\n", "utf-8")
    run(["glossary", "test", "-g", str(folder / "office.yaml")])
    run(["glossary", "test", "-g", str(folder)])
    assert capsys.readouterr().err == "1 concept, 0 examples, 0 failed\n2 concepts, 2 examples, 0 failed\n"


def test_test_of_some(folder, capsys):
    """Only the examples of the concepts asked for are run; a failure is printed and is exit code 1."""
    path = folder / "officer.yaml"
    path.write_text(path.read_text("utf-8").replace("finds: []", "finds: [Nobody]"), "utf-8")
    assert run(["glossary", "test", "office", "-g", str(folder)]) == 0
    assert run(["glossary", "test", "officer", "-g", str(folder)]) == 1
    out = capsys.readouterr()
    assert out.out == "officer: in 'Nobody spoke.' found nothing, not Nobody\n"
    assert out.err.endswith("1 concept, 2 examples, 1 failed\n")
    assert run(["glossary", "test", "ofice", "-g", str(folder)]) == 3


def test_search_lists_by_options(folder, capsys):
    """Without a query the options choose; what they chose by is said where the line would not show it."""
    assert run(["glossary", "search", "--status", "former", "-g", str(folder)]) == 0
    assert capsys.readouterr().out == "officer\t広報官  (press officer, former)\n"
    run(["glossary", "search", "--category", "term", "-g", str(folder)])
    assert capsys.readouterr().out == "office\toffice\n"
    run(["glossary", "search", "--expired", "--on", "2021-01-01", "-g", str(folder)])
    assert capsys.readouterr().out.startswith("officer\t")
    run(["glossary", "search", "--expired", "--on", "2020-12-31", "-g", str(folder)])
    assert capsys.readouterr().out == ""


def test_search_as_json(folder, capsys):
    """For programs: all terms, the one that was found, and how."""
    run(["glossary", "search", "こうほう", "-f", "json", "-g", str(folder)])
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["id"], found["found"], found["rank"], found["likeness"]) == ("officer", "広報官", "start", 100)
    assert [term["text"] for term in found["terms"]] == ["広報官", "press officer"]


def test_search_says_what_it_leaves_out(folder, capsys):
    """A limit cuts nothing off in silence, and a result that is only like the query is marked."""
    run(["glossary", "search", "office", "-n", "1", "-g", str(folder)])
    out = capsys.readouterr()
    assert out.out == "office\toffice\n"
    assert out.err == "jaen: 1 more; see them with -n 2\n"
    run(["glossary", "search", "pres oficer", "-g", str(folder)])
    assert capsys.readouterr().out == "officer\t~ 広報官  (press officer, former)\n"


@pytest.mark.parametrize(
    ("option", "says"),
    [
        (["--category", "rolle"], "category 'rolle' is not known; did you mean 'role'?"),
        (["--domain", "ciber"], "domain 'ciber' is not known; did you mean 'cyber'?"),
        (["--status", "forbiden"], "did you mean 'forbidden'?"),
        (["--review", "aproved"], "did you mean 'approved'?"),
        (["--language", "jp"], "use one of: en, ja"),
    ],
)
def test_search_by_an_unknown_word(option, says, folder, capsys):
    """A word that no entry can have is answered with the nearest that one can."""
    assert run(["glossary", "search", *option, "-g", str(folder)]) == 3
    assert says in capsys.readouterr().err


def test_help_is_whole(capsys):
    """The list of commands cuts no sentence off, and each command shows one call of itself."""
    run(["glossary", "--help"])
    assert "..." not in capsys.readouterr().out.split("Commands:")[1]
    for command in ("search", "show", "test", "add"):
        run(["glossary", command, "--help"])
        assert f"\n  jaen glossary {command} " in capsys.readouterr().out
