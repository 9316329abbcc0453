"""`jaen glossary`: what an editor reads in the terminal."""

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
"""

SHOWN = """\
id             officer
category       role
domain         cyber, government
ja             広報官  (preferred, こうほうかん)
en             press officer  (former, short, use headline, to 2020-12-31, a note)
definition en  speaks for an office
valid          from 2019-04-01
match          boundary compound, case any
link           related office from 2019-04-02
example        広報官が話す。  → 広報官
               Nobody spoke.  → nothing
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


def test_show_prints_all_that_the_entry_says(folder, capsys):
    """Every field has its label, and values stand in one column."""
    assert run(["glossary", "show", "officer", "-g", str(folder)]) == 0
    assert capsys.readouterr().out == SHOWN


def test_show_leaves_out_what_the_entry_does_not_say(folder, capsys):
    """An entry of two fields is shown in few lines; how it was reviewed is always told."""
    run(["glossary", "show", "office", "-g", str(folder)])
    labels = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert labels == ["id", "category", "en", "review"]


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


def test_help_is_whole(capsys):
    """The list of commands cuts no sentence off, and each command shows one call of itself."""
    run(["glossary", "--help"])
    assert "..." not in capsys.readouterr().out.split("Commands:")[1]
    for command in ("search", "show", "test"):
        run(["glossary", command, "--help"])
        assert f"\n  jaen glossary {command} " in capsys.readouterr().out
