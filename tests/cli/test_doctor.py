"""`jaen doctor` looks at what the project needs, all of it."""

import re
import tomllib
from pathlib import Path

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
        extra = re.search(r"\[(\w+)\]", command).group(1)
        assert name in names(PROJECT["optional-dependencies"][extra])


def test_a_missing_package_is_an_error_with_its_remedy(monkeypatch):
    """A core package that is absent is named with the command, and the exit code says so."""
    monkeypatch.setattr("jaen.cli.doctor._CORE", ("fugashi", "no-such-package"))
    done = CliRunner().invoke(doctor, standalone_mode=False)
    assert done.return_value == 3
    assert "absent  no-such-package: pip install ." in done.output
    assert "ok      fugashi" in done.output
