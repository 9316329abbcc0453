"""Which glossary a command works on."""

import shlex

import pytest

from jaen.cli import run

ENTRY = "category: term\nterms:\n- ja: 半導体\n- en: chip\n"


@pytest.mark.parametrize("value", [None, ""])
def test_a_command_without_a_glossary_says_how_to_name_one(value, monkeypatch, capsys):
    """Both ways are named; an empty variable is none."""
    monkeypatch.delenv("JAEN_GLOSSARY", raising=False)
    if value is not None:
        monkeypatch.setenv("JAEN_GLOSSARY", value)
    assert run(["glossary", "search", "chip"]) == 2
    assert "add -g FOLDER, or name it once for all: export JAEN_GLOSSARY=FOLDER" in capsys.readouterr().err


def test_the_variable_and_the_option(tmp_path, monkeypatch, capsys):
    """JAEN_GLOSSARY names it, -g goes before that, and help needs none."""
    (tmp_path / "chip.yaml").write_text(ENTRY, "utf-8")
    monkeypatch.setenv("JAEN_GLOSSARY", str(tmp_path))
    assert run(["glossary", "show", "chip"]) == 0
    monkeypatch.setenv("JAEN_GLOSSARY", str(tmp_path / "none"))
    assert run(["glossary", "show", "chip", "-g", str(tmp_path)]) == 0
    monkeypatch.delenv("JAEN_GLOSSARY")
    assert run(["glossary", "show", "--help"]) == 0
    assert capsys.readouterr().err == ""


def test_commands_that_messages_propose_can_be_copied(tmp_path, capsys):
    """A folder with a blank in its name stands in quotes."""
    folder = tmp_path / "my news"
    folder.mkdir()
    (folder / "chip.yaml").write_text(ENTRY, "utf-8")
    assert run(["glossary", "add", "半導体", "chip", "-g", str(folder)]) == 1
    assert run(["glossary", "undo", "9", "-g", str(folder)]) == 3
    assert run(["glossary", "add", "波", "wave", "-g", str(folder), "--yes"]) == 0
    proposed = [line.partition("jaen glossary ")[2] for line in capsys.readouterr().err.splitlines()]
    assert [shlex.split(line)[-1] for line in proposed if line] == [str(folder)] * 4
