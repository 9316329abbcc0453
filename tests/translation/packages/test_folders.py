"""Where packages lie: as argostranslate's own settings say, without its making folders."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from jaen.errors import ConfigError
from jaen.translation.packages.folders import index_url, package_folders

ROOT = Path(__file__).parents[3]
THEIRS = """
import importlib, json, os, sys
found = []
for values in json.load(sys.stdin):
    for name in values["unset"]:
        os.environ.pop(name, None)
    os.environ |= values["set"]
    from argostranslate import settings
    importlib.reload(settings)
    found.append([[*map(str, settings.package_dirs)], settings.remote_package_index])
print(json.dumps(found))
"""
VARIABLES = ("ARGOS_PACKAGES_DIR", "ARGOS_PACKAGE_INDEX", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "SNAP", "SNAP_USER_DATA")

ENVIRONMENTS = [
    {},
    {"XDG_DATA_HOME": "{home}/data"},
    {"ARGOS_PACKAGES_DIR": "{home}/mine"},
    {"ARGOS_PACKAGES_DIR": "{home}/mine", "XDG_DATA_HOME": "{home}/data"},
    {"ARGOS_PACKAGES_DIR": "mine/here"},
    {"ARGOS_PACKAGE_INDEX": "http://127.0.0.1:9/index/"},
    {"SNAP": "{home}/snap", "SNAP_USER_DATA": "{home}/snap-data"},
]
SETTINGS = [
    {"ARGOS_PACKAGES_DIR": "{home}/named", "ARGOS_PACKAGE_INDEX": "http://127.0.0.1:9/"},
    {"ARGOS_PACKAGES_DIR": "{home}/named"},
    {"ARGOS_DEBUG": "0"},
]


def at_home(home, values):
    return {key: value.replace("{home}", str(home)) for key, value in values.items()}


def prepare(home, settings, config):
    """A home with the snap's packages in it, and argostranslate's settings file."""
    (home / "snap/snap_custom/packages").mkdir(parents=True)
    (home / "snap/snap_custom/content_snap_packages/ja").mkdir(parents=True)
    if settings is not None:
        file = home / config / "argos-translate/settings.json"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps(at_home(home, settings)))


CASES = [(None, ".config", each) for each in ENVIRONMENTS]
CASES += [(each, ".config", {}) for each in SETTINGS]
CASES += [(SETTINGS[0], "conf", {"XDG_CONFIG_HOME": "{home}/conf"}), (SETTINGS[0], ".config", ENVIRONMENTS[2])]


@pytest.mark.skipif(find_spec("argostranslate") is None, reason="the extra 'translate' is not installed")
def test_the_rules_are_those_of_argostranslate(tmp_path, monkeypatch):
    """In each environment, the folders and the index are those that argostranslate itself uses."""
    given, ours = [], []
    for at, (settings, config, values) in enumerate(CASES):
        home = tmp_path / str(at)
        prepare(home, settings, config)
        given.append({"unset": VARIABLES, "set": {"HOME": str(home)} | at_home(home, values)})
        with monkeypatch.context() as patch:
            for name in VARIABLES:
                patch.delenv(name, raising=False)
            for name, value in given[-1]["set"].items():
                patch.setenv(name, value)
            ours.append([[*map(str, package_folders())], index_url()])
    theirs = said(THEIRS, tmp_path, json.dumps(given))
    assert ours == json.loads(theirs)
    assert len({str(one) for one in ours}) == len(CASES), "two environments do not differ"


def said(code, folder, text="", **variables):
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | variables
    done = subprocess.run(
        [sys.executable, "-c", code], input=text, capture_output=True, text=True, env=environment, cwd=folder
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_looking_creates_nothing(tmp_path):
    """Importing, and looking for packages, leaves a home as it was, where argostranslate would make five folders."""
    code = "from jaen.translation.packages import installed_packages; import sys; print(installed_packages(), *sys.modules)"
    variables = dict.fromkeys(VARIABLES, "") | {"HOME": str(tmp_path), "JAEN_CACHE": str(tmp_path / "cache")}
    printed = said(code, tmp_path, **variables)
    assert printed.startswith("() ")
    assert not {"argostranslate", "torch", "stanza", "spacy", "ctranslate2", "urllib3"} & set(printed.split())
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def home(tmp_path, monkeypatch):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_empty_variables_are_not_set(home, monkeypatch):
    """ARGOS_PACKAGES_DIR="" would be the folder that the program runs in; it counts as not set."""
    usual = (home / ".local/share/argos-translate/packages",)
    for name in VARIABLES:
        monkeypatch.setenv(name, "")
    assert package_folders() == usual


@pytest.mark.parametrize("base", ["http://127.0.0.1:9/here", "http://127.0.0.1:9/here/"])
def test_the_index_lies_in_a_folder(home, monkeypatch, base):
    """The index is index.json in the folder named, with a slash at its end or without."""
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", base)
    assert index_url() == "http://127.0.0.1:9/here/index.json"


@pytest.mark.parametrize("text", ["{", "[]", '{"ARGOS_PACKAGES_DIR": 7}', "[" * 100_000, "\xff"])
def test_settings_that_can_not_be_read(home, text):
    """A settings file that argostranslate would stumble over or pass by is named, with what to do."""
    file = home / ".config/argos-translate/settings.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(ConfigError, match=r"settings\.json: .*correct argostranslate's settings or remove them"):
        package_folders()


@pytest.mark.skipif(sys.platform == "win32", reason="a user of Windows always has a home")
def test_a_user_without_a_home(home, monkeypatch):
    """In a container without a home there are no packages, and that is no error."""
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError))
    assert package_folders() == ()
