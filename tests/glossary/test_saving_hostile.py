"""Folders that strangers hand on: what they have put into `.jaen` or made a link leads to no file outside the glossary."""

import json

import pytest

from jaen.errors import SaveError, VersionError
from jaen.glossary.changes import Change
from jaen.glossary.saving import GlossaryFolder
from jaen.model import Concept, Term

CHIP = Concept(id="chip", category="term", terms=(Term(text="chip", language="en"),))
WAFER = Concept(id="wafer", category="term", terms=(Term(text="wafer", language="en"),))


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "handed-on"
    folder.mkdir()
    GlossaryFolder(folder).save([Change(None, CHIP)], "mm", "the first entry")
    return folder


def put_record(path, name, **values):
    record = {"number": 2, "by": "x", "at": "2026-01-01T00:00:00+00:00", "why": "y", "left": [], "texts": {}}
    (path / ".jaen" / "history" / name).write_text(json.dumps(record | values), "utf-8")


@pytest.mark.parametrize("name", ["history", "lock", ".gitignore"])
def test_nothing_is_written_through_a_link_for_the_history(path, tmp_path, name):
    """History, lock and what git ignores are in the glossary itself; a link there is named, and nothing is written."""
    (path / ".jaen" / name).rename(tmp_path / "before")
    (path / ".jaen" / name).symlink_to(tmp_path / "outside")
    with pytest.raises(SaveError, match=r"is a link, .*; nothing was written; remove the link"):
        GlossaryFolder(path).save([Change(None, WAFER)], "mm", "x")
    assert not (tmp_path / "outside").exists()
    assert not (path / "wafer.yaml").exists()


def test_the_folder_of_the_history_is_no_link(path, tmp_path):
    """A link to a folder with files of one's own would have files put among them."""
    (path / ".jaen").rename(tmp_path / "outside")
    (path / ".jaen").symlink_to(tmp_path / "outside")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(SaveError, match="is a link"):
        GlossaryFolder(path).save([Change(None, WAFER)], "mm", "x")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_file_where_the_history_should_be(path, tmp_path):
    """It is named, and the glossary can be read all the same."""
    (path / ".jaen").rename(tmp_path / "before")
    (path / ".jaen").write_text("mine", "utf-8")
    folder = GlossaryFolder(path)
    assert [concept.id for concept in folder.load().concepts] == ["chip"]
    assert not folder.versions()
    with pytest.raises(SaveError, match=r"\.jaen: is no folder, .*; nothing was written; move it elsewhere"):
        folder.save([Change(None, WAFER)], "mm", "x")
    assert (path / ".jaen").read_text("utf-8") == "mine"


@pytest.mark.parametrize("before", [None, "mine\n"])
def test_a_record_is_not_completed_through_a_link(path, tmp_path, caplog, before):
    """Reading a glossary completes a change that was interrupted; a record and a link must not write where one can."""
    outside = tmp_path / "keys"
    if before:
        outside.write_text(before, "utf-8")
    (path / "evil.yaml").symlink_to(outside)
    put_record(path, "000002.pending.json", texts={"evil": [before, "theirs\n"]})
    GlossaryFolder(path).versions()
    with pytest.raises(Exception, match="evil"):  # the link is no entry
        GlossaryFolder(path).load()
    assert (outside.read_text("utf-8") if outside.exists() else None) == before
    assert "but for evil" in caplog.text
    assert not list((path / ".jaen" / "history").glob("*.pending.json"))


def test_a_record_is_completed_through_a_link_within_the_glossary(path, caplog):
    """Such a link leads to no other file than those that the record could name."""
    (path / "chip.yaml").rename(path / "chip.txt")
    (path / "chip.yaml").symlink_to("chip.txt")
    text = (path / "chip.yaml").read_text("utf-8")
    put_record(path, "000002.pending.json", texts={"chip": [text, f"{text}note: x\n"]})
    assert GlossaryFolder(path).load().by_id("chip").note == "x"
    assert (path / "chip.yaml").is_symlink()


def test_a_new_entry_is_not_written_through_a_link_that_leads_nowhere(path, tmp_path):
    """Nobody has put such a link there to have a file made."""
    (path / "wafer.yaml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(SaveError, match=r"wafer\.yaml: is a link that leads nowhere"):
        GlossaryFolder(path).save([Change(None, WAFER)], "mm", "x")
    assert not (tmp_path / "nowhere").exists()


def test_lines_are_not_added_through_a_link_out_of_the_glossary(path, tmp_path):
    """The list of what was rejected, say, as a link to one's own settings."""
    (tmp_path / "settings").write_text("mine\n", "utf-8")
    (path / "rejected.tsv").symlink_to(tmp_path / "settings")
    with pytest.raises(SaveError, match=r"rejected\.tsv: is a link that leads out of the glossary"):
        GlossaryFolder(path).append("rejected.tsv", "theirs\n", "mm")
    assert (tmp_path / "settings").read_text("utf-8") == "mine\n"


@pytest.mark.parametrize(
    "values",
    [
        {"texts": {"../evil": [None, "x"]}},
        {"texts": {"evil\n": [None, "x"]}},
        {"left": ["../evil"]},
        {"left": 5},
        {"at": "0001-01-01T00:00:00+14:00"},
        {"at": "9999-12-31T23:59:59-14:00"},
        {"at": None},
        {"texts": {"chip": ["\ud800", None]}},
        {"texts": {"chip": "abc"}},
    ],
)
@pytest.mark.parametrize("name", ["000002.json", "000002.pending.json"])
def test_a_record_that_jaen_has_not_written_is_damaged(path, values, name):
    """Whatever is in it, the message names the file and nothing is written by it."""
    put_record(path, name, **values)
    before = sorted(path.parent.rglob("*"))
    with pytest.raises(VersionError, match=rf"{name}: is damaged"):
        GlossaryFolder(path).undo("2" if name == "000002.json" else None, "mm")
    assert sorted(path.parent.rglob("*")) == before


def test_the_number_of_a_version_is_that_of_its_file(path):
    """A number within the record, which could be the path of any file, is not looked at."""
    put_record(path, "000002.json", number="/../../../elsewhere")
    assert GlossaryFolder(path).version("2").name == "2"


@pytest.mark.parametrize("name", ["7.json", "copy of 000001.json", "0000001.json", "٠٠٠٠٠٩.json", "-00001.json"])
def test_files_of_others_among_the_versions_are_left_out(path, name):
    """Only the names that jaen gives are versions."""
    put_record(path, name)
    assert [version.name for version in GlossaryFolder(path).versions()] == ["1"]
