"""`jaen glossary diff`."""

import json
import subprocess
from pathlib import Path

import pytest

from jaen.cli import run
from jaen.glossary import Glossary
from jaen.glossary.changes import Change
from jaen.glossary.saving import GlossaryFolder
from jaen.model import Concept

CHIP = "category: term\nterms:\n- {ja: 半導体}\n- {en: chip}\n- {en: IC, type: abbreviation}\n"
WAFER = "category: term\nterms:\n- {en: wafer}\nlinks: [{part-of: chip}]\n"


def write(folder: Path, **entries: str) -> str:
    folder.mkdir(exist_ok=True)
    for name, text in entries.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(text, "utf-8")
    return str(folder)


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=editor", "-c", "user.email=editor@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def diff(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[list[str], str]:
    assert run(["glossary", "diff", *arguments]) == 0
    captured = capsys.readouterr()
    return captured.out.splitlines(), captured.err


def test_two_folders_are_compared_per_term(tmp_path, capsys):
    """Added, removed and changed concepts; of changed ones each field, and what jaen writes now."""
    old = write(tmp_path / "old", chip=CHIP, wafer=WAFER, gone="category: term\nterms: [{en: gone}]\n")
    changed = CHIP.replace("en: chip", "en: chip, status: admitted").replace("type: abbreviation", "status: deprecated")
    changed = changed.replace("- {en: IC", "- {en: semiconductor}\n- {en: IC")
    new = write(tmp_path / "new", chip=changed, wafer=WAFER, fab="category: place\nterms: [{en: fab, note: n}]\n")
    lines, said = diff(capsys, old, new)
    assert lines == [
        "chip  changed: 半導体 = semiconductor",
        "  ~ en chip: status preferred → admitted",
        "  ~ en IC: status preferred → deprecated",
        "  ~ en IC: type abbreviation → full",
        "  + en semiconductor (preferred)",
        "  = jaen now writes semiconductor for chip (en)",
        "fab  added: fab",
        "  + category place",
        "  + en fab (preferred, n)",
        "gone  removed: gone",
    ]
    assert said == "jaen: 3 concepts differ\n"


def test_layout_and_comments_are_no_difference(tmp_path, capsys):
    """Lines do not count."""
    old = write(tmp_path / "old", chip=CHIP, wafer=WAFER)
    new = write(tmp_path / "new", chip="# comment\n" + CHIP.replace("{ja: 半導体}", "ja: 半導体"), wafer=WAFER)
    lines, said = diff(capsys, old, new)
    assert (lines, said) == ([], "jaen: 0 concepts differ\n")


def test_a_corrected_term_is_one_line(tmp_path, capsys):
    """Only its spelling differs; one whose status differs too is another term."""
    old = write(tmp_path / "old", chip=CHIP)
    lines, _ = diff(capsys, old, write(tmp_path / "new", chip=CHIP.replace("en: chip", "en: microchip")))
    assert lines[1:] == ["  ~ en chip → microchip", "  = jaen now writes microchip for chip (en)"]
    other = CHIP.replace("en: chip", "en: microchip, note: n")
    lines, _ = diff(capsys, old, write(tmp_path / "other", chip=other))
    assert lines[1:3] == ["  - en chip (preferred)", "  + en microchip (preferred, n)"]


def test_merged_and_renamed_concepts_are_told_as_such(tmp_path, capsys):
    """The id that is gone is one that another concept remembers now."""
    old = write(
        tmp_path / "old",
        chip=CHIP,
        ic="category: term\nterms: [{en: circuit}]\n",
        a="category: term\nterms: [{en: a}]\n",
    )
    new = write(
        tmp_path / "new", chip=f"{CHIP}former-ids: [ic]\n", b="category: term\nterms: [{en: a}]\nformer-ids: [a]\n"
    )
    lines, _ = diff(capsys, old, new)
    assert lines == [
        "a  renamed to b: a",
        "  + former-id a",
        "chip  changed: 半導体 = chip",
        "  + former-id ic",
        "ic  merged into chip: circuit",
    ]


def test_markdown_and_json_say_the_same(tmp_path, capsys):
    """Markdown for a message to others, JSON with the values."""
    old = write(tmp_path / "old", chip=CHIP)
    new = write(tmp_path / "new", chip=CHIP.replace("en: chip", "en: chip, note: small, valid: {from: '2020-01-01'}"))
    lines, _ = diff(capsys, old, new, "-f", "markdown")
    assert lines[0] == "### `chip` changed: 半導体 = chip"
    assert "- en chip: note (none) → small" in lines
    assert run(["glossary", "diff", old, new, "-f", "json"]) == 0
    [entry] = json.loads(capsys.readouterr().out)
    assert (entry["id"], entry["change"]) == ("chip", "changed")
    assert {
        "change": "changed",
        "field": "terms",
        "item": ["en", "chip"],
        "part": "valid",
        "before": {"start": None, "end": None},
        "after": {"start": "2020-01-01", "end": None},
    } in entry["fields"]


def test_a_term_can_hold_markdown(tmp_path, capsys):
    """Stars and brackets of a term are shown, not obeyed."""
    old = write(tmp_path / "old", chip=CHIP)
    lines, _ = diff(
        capsys, old, write(tmp_path / "new", chip=CHIP.replace("en: chip", "en: '*chip* <b>'")), "-f", "markdown"
    )
    assert r"- en chip → \*chip\* \<b\>" in lines


def test_in_git_the_last_commit_is_compared_with(tmp_path, capsys):
    """Without names: HEAD against the files; with one: that revision against them; with two: each other."""
    folder = write(tmp_path / "g", chip=CHIP, wafer=WAFER)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    write(tmp_path / "g", chip=CHIP.replace("en: chip", "en: microchip"))
    git(tmp_path, "commit", "-qam", "two")
    write(tmp_path / "g", wafer=WAFER + "note: n\n")
    lines, said = diff(capsys, "-g", folder)
    assert lines == ["wafer  changed: wafer", "  ~ note (none) → n"]
    assert "compared with HEAD" in said
    assert [line for line in diff(capsys, "HEAD~1", "-g", folder)[0] if line[0] != " "] == [
        "chip  changed: 半導体 = microchip",
        "wafer  changed: wafer",
    ]
    assert [line for line in diff(capsys, "HEAD~1", "HEAD", "-g", folder)[0] if line[0] != " "] == [
        "chip  changed: 半導体 = microchip"
    ]


def test_without_git_the_last_version_is_compared_with(tmp_path, capsys):
    """What the last saving changed; a version by its number, too."""
    folder = write(tmp_path / "g", chip=CHIP)
    before = Glossary.load(folder).by_id("chip")
    for note in ("one", "two"):
        now = Glossary.load(folder).by_id("chip")
        after = Concept(id="chip", category="term", terms=before.terms, note=note)
        GlossaryFolder(folder).save([Change(now, after)], "editor", note)
    lines, said = diff(capsys, "-g", folder)
    assert lines[1:] == ["  ~ note one → two"]
    assert "compared with the time before version 2" in said
    assert diff(capsys, "1", "-g", folder)[0][1:] == ["  ~ note one → two"]


@pytest.mark.parametrize("arguments", [[], ["nope"]])
def test_a_glossary_must_be_named(arguments):
    """Without -g, and with a name that is no folder."""
    assert run(["glossary", "diff", *arguments]) == 2


def test_an_unknown_version_is_an_error(tmp_path, capsys):
    """With what to do instead."""
    assert run(["glossary", "diff", "nope", "-g", write(tmp_path / "g", chip=CHIP)]) == 3
    assert "there is no version 'nope'" in capsys.readouterr().err


def test_terms_that_are_added_keep_their_order(tmp_path, capsys):
    """As they stand in the entry."""
    added = CHIP + "- {en: die}\n- {ja: チップ}\n"
    lines, _ = diff(capsys, write(tmp_path / "old", chip=CHIP), write(tmp_path / "new", chip=added))
    assert lines[1:] == ["  + en die (preferred)", "  + ja チップ (preferred)"]
