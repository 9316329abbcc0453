"""`jaen doctor` looks at what the project needs, all of it."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from jaen.cli.doctor import _CORE, _EXTRAS, doctor

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]


def names(requirements):
    return {re.match(r"[\w.-]+", one).group() for one in requirements}


def test_every_dependency_is_looked_at():
    """The packages that doctor names are those that pyproject.toml asks for."""
    assert set(_CORE) == names(PROJECT["dependencies"])


def test_extras_are_named_with_the_command_that_brings_them():
    """Each package of an extra stands with that extra's own command."""
    for name, (_, command) in _EXTRAS.items():
        extra = re.search(r"\[([\w-]+)\]", command).group(1)
        assert name in names(PROJECT["optional-dependencies"][extra])


def test_a_missing_package_is_an_error_with_its_remedy(monkeypatch):
    """A core package that is absent is named with the command, and the exit code says so."""
    monkeypatch.setattr("jaen.cli.doctor._CORE", ("fugashi", "no-such-package"))
    done = CliRunner().invoke(doctor, standalone_mode=False)
    assert done.return_value == 3
    assert "absent  no-such-package: pip install ." in done.output
    assert "ok      fugashi" in done.output


@pytest.fixture
def models(tmp_path, monkeypatch):
    """A place for translation packages, empty, and for a memory."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    monkeypatch.setenv("JAEN_MEMORY", str(tmp_path / "memory.sqlite"))
    (tmp_path / "packages").mkdir()
    return tmp_path


def ask():
    done = CliRunner().invoke(doctor, standalone_mode=False)
    return done.return_value, done.output


def test_without_translation_packages_the_command_that_brings_one_is_named(models):
    """No package is a normal state, not a broken one; where the memory will be is told before it is there."""
    code, output = ask()
    assert code == 0
    assert "absent  translation packages: jaen models install ja-en" in output
    assert f"ok      translation memory: {models / 'memory.sqlite'} (0 translations)" in output
    assert not (models / "memory.sqlite").exists()


def test_a_package_is_shown_and_a_broken_one_is_told_beside_it(models, tiny_package):
    """A broken folder is named with what is wrong, hides no package, and makes the exit code 1."""
    shutil.unpack_archive(tiny_package, models / "packages", "zip")
    assert ask()[0] == 0
    (models / "packages" / "half").mkdir()
    code, output = ask()
    assert code == 1
    assert "ok      translation package ja-en 0.1: " in output
    assert f"broken  {models / 'packages' / 'half'}: " in output


def test_a_broken_memory_is_told(models):
    """A file that is no memory is named, and makes the exit code 1."""
    (models / "memory.sqlite").write_text("no database " * 100, "utf-8")
    code, output = ask()
    assert code == 1
    assert f"broken  translation memory: {models / 'memory.sqlite'}" in output
