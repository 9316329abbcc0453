"""Which glossary a command works on."""

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
