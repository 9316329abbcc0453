"""`jaen glossary fmt` from the command line."""

from pathlib import Path

import pytest

from jaen.cli.main import run
from jaen.glossary import Glossary

MESSY = '# why\nterms: [{ja: 半導体}, {en: "chip"}]\ncategory:   term   # what\n'
CLEAN = "category: term  # what\n# why\nterms:\n- ja: 半導体\n- en: chip\nreview: {state: proposed}\n"
OTHER = "category: term\nterms:\n- en: wafer\nreview: {state: proposed}\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "chip.yaml").write_text(MESSY, encoding="utf-8")
    (tmp_path / "wafer.yaml").write_text(OTHER, encoding="utf-8")
    return tmp_path


def text(folder: Path, name: str) -> str:
    return (folder / f"{name}.yaml").read_bytes().decode()


def test_fmt_puts_entries_into_canonical_form(folder, capsys):
    """Only entries that are not canonical are written; the glossary says the same, and a second run has nothing to do."""
    before = Glossary.load(folder).hash
    assert run(["glossary", "fmt", "-g", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert out == f"{folder}/chip.yaml\n"
    assert "1 of 2 entries" in err
    assert f"jaen glossary undo 1 -g {folder}" in err
    assert (text(folder, "chip"), text(folder, "wafer")) == (CLEAN, OTHER)
    assert Glossary.load(folder).hash == before
    assert run(["glossary", "fmt", "-g", str(folder)]) == 0
    assert capsys.readouterr() == ("", "jaen: 2 entries in canonical form already\n")


def test_check_lists_and_writes_nothing(folder, capsys):
    """--check names the files and ends with 1; with none to name it ends with 0."""
    assert run(["glossary", "fmt", "--check", "-g", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert out == f"{folder}/chip.yaml\n"
    assert f"mend with: jaen glossary fmt -g {folder}" in err
    assert text(folder, "chip") == MESSY
    assert run(["glossary", "fmt", "--check", "wafer", "-g", str(folder)]) == 0


def test_fmt_can_be_taken_back(folder, capsys):
    """A version of layout alone is told and taken back like any other."""
    run(["glossary", "fmt", "-g", str(folder)])
    assert run(["glossary", "undo", "-y", "-g", str(folder)]) == 0
    assert "chip: comments or layout" in capsys.readouterr().out
    assert text(folder, "chip") == MESSY


def test_only_those_named(folder):
    """Entries that are not named stay as they are."""
    (folder / "wafer.yaml").write_text(OTHER.replace("en: wafer", "en:  wafer"), encoding="utf-8")
    assert run(["glossary", "fmt", "chip", "-g", str(folder)]) == 0
    assert text(folder, "chip") == CLEAN
    assert text(folder, "wafer") != OTHER


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chpi"], "no concept 'chpi'"),
        (["-g", "{folder}/chip.yaml"], "changes are saved in folders"),
        (["-g", "{folder}/none"], "there is no such folder"),
    ],
)
def test_fmt_says_what_is_wrong(folder, capsys, arguments, message):
    """An unknown id, a file that can't be written into, and a folder that is not there are errors with a remedy."""
    given = [one.format(folder=folder) for one in arguments]
    assert run(["glossary", "fmt", "-g", str(folder), *given]) == 3
    assert message in capsys.readouterr().err
    assert text(folder, "chip") == MESSY
