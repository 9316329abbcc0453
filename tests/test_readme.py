"""The README's sessions are real: every command and every Python line is run, and prints what stands there."""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SESSIONS = re.findall(r"^```console\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
COMMANDS = [
    (command, output)
    for session in SESSIONS
    for command, output in re.findall(r"^\$ (.*?)\n(.*?)(?=^\$ |\Z)", session, re.DOTALL | re.MULTILINE)
]


@pytest.mark.parametrize(("command", "output"), COMMANDS, ids=[command[:40] for command, _ in COMMANDS])
def test_sessions_print_what_the_readme_shows(command, output):
    """A command of the README prints exactly what the README shows."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, env=os.environ | {"PATH": path}, check=False
    )
    assert done.stdout == output
    assert done.returncode == 0


def test_there_are_sessions():
    """The README shows at least six commands with their output."""
    assert len(COMMANDS) >= 6
    assert all(output for _, output in COMMANDS)


def test_python_lines(monkeypatch):
    """The Python session of the README is a doctest."""
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert tried > 10
    assert failed == 0


def test_every_command_is_mentioned():
    """No command of jaen is missing from the README."""
    from jaen.cli.main import Commands

    assert [name for name in Commands.table if f"jaen {name}" not in README] == []


def test_translating_in_python(installed, monkeypatch):
    """The README's lines for translating run as they stand, and every term is accounted for."""
    (code,) = re.findall(r"^```python\n(import jaen\n.*?)^```$", README, re.DOTALL | re.MULTILINE)
    monkeypatch.chdir(ROOT)
    names = {}
    exec(code, names)
    assert len(names["outcomes"]) > 10
    assert {outcome for _, outcome in names["outcomes"]} <= {"satisfied", "repaired"}
