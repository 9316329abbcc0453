"""What translating loads, and that it needs no network."""

import os
import shutil
import subprocess
import sys

import pytest

CODE = """
import sys
from jaen.translation.engines import Decoding, EngineChoice, Request, open_engine
model = open_engine(EngineChoice()).open("ja", "en")
print(model.translate([Request("駅はどこですか。")], Decoding())[0][0].text)
print(*sys.modules)
"""
OFFLINE = ["unshare", "--net", "--map-root-user"]


def run(command, folder):
    environment = {**os.environ, "ARGOS_PACKAGES_DIR": str(folder), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8")


def test_translating_loads_nothing_heavy(translating, tiny_folder):
    """Translating loads none of what argostranslate brings, nor argostranslate itself."""
    done = run([sys.executable, "-c", CODE], tiny_folder)
    assert done.stderr == ""
    translation, modules = done.stdout.splitlines()
    loaded = {name.split(".")[0] for name in modules.split()}
    assert translation == "Where is the station?"
    assert {"ctranslate2", "sentencepiece"} <= loaded
    assert not loaded & {"torch", "stanza", "spacy", "onnxruntime", "argostranslate", "minisbd", "transformers"}


def test_translating_needs_no_network(translating, tiny_folder):
    """In a process without any network interface the translation is the same."""
    if shutil.which("unshare") is None or subprocess.run([*OFFLINE, "true"], capture_output=True).returncode:
        pytest.skip("this system does not let a process give up its network (unshare --net)")
    done = run([*OFFLINE, sys.executable, "-c", CODE], tiny_folder)
    assert done.stdout.splitlines()[:1] == ["Where is the station?"], done.stderr


def test_opening_an_engine_loads_nothing(installed):
    """Which pairs are installed is known without loading what translates."""
    code = "import sys, jaen.translation.engines as e; print(e.open_engine(e.EngineChoice()).languages(), *sys.modules)"
    done = run([sys.executable, "-c", code], installed)
    assert "('ja', 'en')" in done.stdout
    assert not {"ctranslate2", "sentencepiece", "numpy", "urllib3"} & set(done.stdout.split())
