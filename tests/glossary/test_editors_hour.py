"""An editor's hour, as the guide tells it: every command is run, in order, on a copy of the news glossary."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jaen.glossary import Glossary
from jaen.glossary.exchange.services import write_deepl
from jaen.glossary.exchange.tbx import read_tbx

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "glossaries" / "an-editors-hour.md").read_text("utf-8")
COMMANDS = [
    (command, output)
    for session in re.findall(r"^```console\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
    for command, output in re.findall(r"^\$ (.*?)\n(.*?)(?=^\$ |\Z)", session, re.DOTALL | re.MULTILINE)
]
# The day and minute at which the guide was written are not those of the test.
_CLOCK = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d|(?<=by Mika on )\d{4}-\d\d-\d\d|(?<=on: ')\d{4}-\d\d-\d\d")


@pytest.fixture(scope="module")
def hour(tmp_path_factory):
    """The folder after the whole hour, and what each command printed."""
    folder = tmp_path_factory.mktemp("hour")
    shutil.copytree(ROOT / "glossaries", folder / "glossaries")
    shutil.copytree(ROOT / "examples", folder / "examples")
    shutil.copytree(ROOT / "glossaries" / "news", folder / "my-news")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    env = os.environ | {"PATH": path, "JAEN_GLOSSARY": "my-news", "JAEN_EDITOR_NAME": "Mika"}
    printed = []
    for command, _ in COMMANDS:
        done = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=env, text=True, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        printed.append(done.stdout)
    return folder, printed


@pytest.mark.parametrize("number", range(len(COMMANDS)), ids=[command[14:54] for command, _ in COMMANDS])
def test_each_command_prints_what_the_guide_shows(hour, number):
    """Word for word, but for the clock."""
    assert _CLOCK.sub("now", hour[1][number]) == _CLOCK.sub("now", COMMANDS[number][1])


def test_the_hour_is_whole():
    """It adds, checks, imports, looks at the impact, changes, approves, exports and takes back."""
    words = {command.split()[2] for command, _ in COMMANDS}
    assert words == {"add", "lint", "undo", "import", "impact", "edit", "review", "usage", "export", "history"}


def test_the_exports_say_the_same(hour):
    """TBX-Basic holds the glossary as it was when it was exported; DeepL's file has its pairs."""
    exported = read_tbx((hour[0] / "my-news.tbx").read_bytes(), "my-news.tbx").concepts
    assert "city-gas" in {concept.id for concept in exported}
    assert (hour[0] / "my-deepl.tsv").read_bytes() == write_deepl(exported, "en").data


def test_the_glossary_is_as_before_at_the_end(hour):
    """With everything taken back, the copy says what the original says."""
    assert Glossary.load(hour[0] / "my-news").hash == Glossary.load(ROOT / "glossaries" / "news").hash
