"""Saving: changes of several editors come together, and what can't be saved is refused as a whole."""

import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from jaen.errors import EditConflict, GlossaryError, SaveError
from jaen.files import lock
from jaen.files.atomic import sweep
from jaen.glossary import Glossary
from jaen.glossary.changes import Change
from jaen.glossary.saving import GlossaryFolder, editor_name, store
from jaen.glossary.saving.journal import Journal
from jaen.glossary.sources import reader
from jaen.model import Concept, Link, Status, Term

CHIP = """\
category: term   # asked the science desk
terms:
- ja: 半導体
- en: chip
"""
WAFER = "category: term\nterms:\n- {ja: ウエハー}\n- {en: wafer}\n"


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "chips"
    folder.mkdir()
    (folder / "chip.yaml").write_text(CHIP, "utf-8")
    (folder / "wafer.yaml").write_text(WAFER, "utf-8")
    return folder


@pytest.fixture
def folder(path):
    return GlossaryFolder(path)


def changed(folder, concept_id, **fields):
    """The change of an entry as it is now."""
    concept = folder.load().by_id(concept_id)
    return Change(concept, replace(concept, **fields))


def concept(concept_id, en, **fields):
    return Concept(id=concept_id, category="term", terms=(Term(text=en, language="en"),), **fields)


def texts(path):
    return {file.name: file.read_bytes() for file in path.glob("*.yaml")}


def nothing_left(path):
    return not list(path.rglob("*.jaen-tmp")) and not list(path.rglob("*.pending.json"))


# What a save does


def test_a_save_writes_the_change_and_a_version(folder, path):
    """The entry on disk is the changed one, its comment stays, and the version says who, when, why and what."""
    version = folder.save([changed(folder, "chip", note="see wafer")], "mm", "asked for")
    assert Glossary.load(path).by_id("chip").note == "see wafer"
    assert "# asked the science desk" in (path / "chip.yaml").read_text("utf-8")
    assert (version.name, version.by, version.why) == ("1", "mm", "asked for")
    assert version.at.tzinfo
    assert [(one.before.note, one.after.note) for one in version.changes] == [("", "see wafer")]
    assert nothing_left(path)


def test_a_save_touches_no_other_file(folder, path):
    """A change of one entry writes one file; the history is kept out of git by a file of its own."""
    before = (path / "wafer.yaml").stat()
    folder.save([changed(folder, "chip", note="x")], "mm", "x")
    assert (path / "wafer.yaml").stat() == before
    assert (path / ".jaen" / ".gitignore").read_text("utf-8") == "*\n"
    assert sorted(file.name for file in path.iterdir()) == [".jaen", "chip.yaml", "wafer.yaml"]


def test_entries_are_added_and_removed(folder, path):
    """Before None is a new file, after None is one less."""
    wafer = folder.load().by_id("wafer")
    folder.save([Change(None, concept("diode", "diode")), Change(wafer, None)], "mm", "swap")
    assert sorted(texts(path)) == ["chip.yaml", "diode.yaml"]
    assert folder.load().by_id("diode") == concept("diode", "diode")


def test_nothing_to_do_is_no_version(folder, path):
    """A change to what the entry says already writes nothing."""
    before = texts(path)
    assert folder.save([changed(folder, "chip", category="term")], "mm", "the same") is None
    assert folder.save([], "mm", "none") is None
    assert texts(path) == before
    assert not folder.versions()


def test_a_new_glossary_begins_in_an_empty_folder(tmp_path):
    """An empty folder is a glossary without concepts; what is saved in it can be taken back to nothing."""
    folder = GlossaryFolder(tmp_path)
    assert folder.load().concepts == ()
    folder.save([Change(None, concept("diode", "diode"))], "mm", "first")
    assert [one.id for one in folder.load().concepts] == ["diode"]
    folder.undo(None, "mm")
    assert folder.load().concepts == ()


def test_two_changes_of_one_concept_are_refused(folder):
    """Which of them would hold is for the caller to say."""
    with pytest.raises(ValueError, match="one concept"):
        folder.save([changed(folder, "chip", note="a"), changed(folder, "chip", note="b")], "mm", "x")


@pytest.mark.parametrize(("name", "advice"), [("none", "mkdir"), ("chip.csv", "jaen glossary import")])
def test_a_path_that_is_no_folder_is_refused(tmp_path, name, advice):
    """The message says how to come to a folder."""
    (tmp_path / "chip.csv").write_text("ja,en\n", "utf-8")
    with pytest.raises(GlossaryError, match=advice):
        GlossaryFolder(tmp_path / name)


# Several editors


def test_two_editors_of_different_fields_both_win(folder):
    """What the second did not touch is as the first saved it."""
    first = changed(folder, "chip", note="from the first")
    second = changed(folder, "chip", domain=("trade",))
    folder.save([first], "a", "note")
    folder.save([second], "b", "domain")
    chip = folder.load().by_id("chip")
    assert (chip.note, chip.domain) == ("from the first", ("trade",))


def test_two_editors_of_one_field_conflict(folder, path):
    """The second sees both versions of the field; nothing of that change is written, not even elsewhere."""
    first = changed(folder, "chip", note="from the first")
    second = [changed(folder, "chip", note="from the second"), changed(folder, "wafer", note="also")]
    folder.save([first], "a", "note")
    before = texts(path)
    with pytest.raises(EditConflict, match=r"chip: note.*from the second.*from the first"):
        folder.save(second, "b", "note")
    assert texts(path) == before
    assert len(folder.versions()) == 1


def test_a_human_edit_is_merged_like_any_other(folder, path):
    """A file that was changed by hand since it was read keeps what was changed."""
    change = changed(folder, "chip", domain=("trade",))
    (path / "chip.yaml").write_text(CHIP + "note: by hand\n", "utf-8")
    folder.save([change], "a", "domain")
    chip = folder.load().by_id("chip")
    assert (chip.note, chip.domain) == ("by hand", ("trade",))


def test_a_file_written_during_the_save_is_read_again(folder, path, monkeypatch):
    """Another program writes between our reading and our writing: the save begins anew, and both changes stay."""
    monkeypatch.setattr(store, "stage_all", once(store.stage_all, lambda: write_note(path, "by hand")))
    folder.save([changed(folder, "chip", domain=("trade",))], "a", "domain")
    chip = folder.load().by_id("chip")
    assert (chip.note, chip.domain) == ("by hand", ("trade",))
    assert nothing_left(path)


def test_a_file_that_is_written_all_the_time_ends_in_an_error(folder, path, monkeypatch):
    """A save does not try for ever."""
    count = iter(range(100))

    def writing(staged, original=store.stage_all):
        original(staged)
        write_note(path, str(next(count)))

    monkeypatch.setattr(store, "stage_all", writing)
    with pytest.raises(SaveError, match="keeps writing"):
        folder.save([changed(folder, "chip", domain=("trade",))], "a", "domain")
    assert folder.load().by_id("chip").domain == ()
    assert nothing_left(path)


def test_a_file_written_in_the_last_moment_is_left(folder, path, monkeypatch):
    """Between the decision and the replacing another program wrote: its text stays, and the message says so."""
    monkeypatch.setattr(Journal, "decide", once(Journal.decide, lambda: write_note(path, "by hand")))
    changes = [changed(folder, "chip", domain=("trade",)), changed(folder, "wafer", domain=("trade",))]
    with pytest.raises(SaveError, match=r"chip\.yaml: another program wrote this.*version 1"):
        folder.save(changes, "a", "domain")
    assert (path / "chip.yaml").read_text("utf-8") == CHIP + "note: by hand\n"
    assert folder.load().by_id("wafer").domain == ("trade",)
    assert folder.version("1").left == ("chip",)
    assert [change.id for change in folder.version("1").changes] == ["wafer"]
    assert nothing_left(path)


def once(function, first):
    """*function*, before whose first call *first* is called."""
    calls = [first]

    def call(*arguments):
        if calls:
            calls.pop()()
        return function(*arguments)

    return call


def write_note(path, note):
    (path / "chip.yaml").write_text(f"{CHIP}note: {note}\n", "utf-8")


# Texts as they are


def test_a_text_is_written_as_it_is(folder, path):
    """`edit` hands over what the editor wrote: its comments and layout are nobody else's business."""
    text = CHIP.replace("- en: chip", "- en:    chip   # as they say").encode()
    folder.replace_texts({"chip": text}, {"chip": CHIP.encode()}, "mm", "edit")
    assert (path / "chip.yaml").read_bytes() == text
    assert folder.text("chip") == text


def test_a_text_that_changed_meanwhile_is_merged_by_field(folder, path):
    """Our new comment and their new field both stay."""
    ours = CHIP.replace("- en: chip", "- en: chip   # as they say").encode()
    (path / "chip.yaml").write_text(CHIP + "note: theirs\n", "utf-8")
    folder.replace_texts({"chip": ours}, {"chip": CHIP.encode()}, "mm", "edit")
    text = (path / "chip.yaml").read_text("utf-8")
    assert "# as they say" in text
    assert "note: theirs" in text


def test_comments_changed_on_both_sides_conflict(folder, path):
    """No field says which comment is right, so nobody's is dropped."""
    ours = CHIP.replace("- en: chip", "- en: chip   # ours").encode()
    theirs = CHIP.replace("- en: chip", "- en: chip   # theirs") + "note: theirs\n"
    (path / "chip.yaml").write_text(theirs, "utf-8")
    with pytest.raises(EditConflict, match="chip: comments or layout"):
        folder.replace_texts({"chip": ours}, {"chip": CHIP.encode()}, "mm", "edit")
    assert (path / "chip.yaml").read_text("utf-8") == theirs


def test_one_of_two_broken_files_can_be_mended(folder, path):
    """While another file is broken, a text is saved when it is right in itself."""
    (path / "chip.yaml").write_bytes(b"category: \xff\n")
    (path / "wafer.yaml").write_bytes(b"categry: term\n")
    folder.replace_texts({"chip": CHIP.encode()}, {"chip": b"category: \xff\n"}, "mm", "mended")
    assert (path / "chip.yaml").read_text("utf-8") == CHIP
    with pytest.raises(GlossaryError, match=r"wafer\.yaml"):
        folder.replace_texts({"wafer": b"catgory: x\n"}, {"wafer": b"categry: term\n"}, "mm", "worse")
    assert (path / "wafer.yaml").read_bytes() == b"categry: term\n"


# The whole must be right


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (Change(None, concept("diode", "diode", links=(Link("related", "nothing"),))), "no concept 'nothing'"),
        (Change(None, replace(concept("copy", "chip"), terms=())), "terms"),
        (Change(None, concept("new", "new", former_ids=("wafer",))), "former id 'wafer'"),
        (Change(None, concept("../evil", "evil")), "can't be an id"),
        (Change(None, concept("Großes", "big")), "can't be an id"),
    ],
)
def test_a_glossary_that_would_not_be_valid_is_not_written(folder, path, change, message):
    """Links that lead nowhere, ids used twice, names that leave the folder: refused before anything is written."""
    before = texts(path)
    good = changed(folder, "wafer", note="would be fine alone")
    with pytest.raises(GlossaryError, match=message):
        folder.save([good, change], "mm", "x")
    assert texts(path) == before
    assert nothing_left(path)


def test_a_duplicate_is_not_written(folder):
    """The same preferred terms with nothing to tell them apart."""
    copy = replace(folder.load().by_id("chip"), id="copy")
    with pytest.raises(GlossaryError, match="is also the concept 'chip'"):
        folder.save([Change(None, copy)], "mm", "x")


def test_a_concept_that_is_linked_to_is_not_removed(folder):
    """The link would lead nowhere."""
    folder.save([changed(folder, "chip", links=(Link("related", "wafer"),))], "mm", "link")
    with pytest.raises(GlossaryError, match="no concept 'wafer'"):
        folder.save([Change(folder.load().by_id("wafer"), None)], "mm", "x")


def test_a_text_that_would_be_read_differently_is_not_written(folder, path, monkeypatch):
    """Should the writer of YAML err, the save is refused: what is on disk is what was meant."""
    monkeypatch.setattr("jaen.glossary.saving.edits.rewrite", lambda data, concept: data + b"note: other\n")
    with pytest.raises(SaveError, match="would not be read back"):
        folder.save([changed(folder, "chip", note="meant")], "mm", "x")
    assert (path / "chip.yaml").read_text("utf-8") == CHIP


# Files


def test_the_mode_of_a_file_is_kept(folder, path):
    """A file that colleagues may write stays so."""
    (path / "chip.yaml").chmod(0o664)
    folder.save([changed(folder, "chip", note="x")], "mm", "x")
    assert (path / "chip.yaml").stat().st_mode & 0o777 == 0o664


@pytest.mark.parametrize(("mode", "wanted"), [(0o2775, 0o660), (0o755, 0o600)])
def test_a_group_goes_on_with_what_one_of_it_writes(tmp_path, mode, wanted):
    """In a folder that a group may write, no umask shuts the others out of entries and history; elsewhere it counts."""
    path = tmp_path / "shared"
    path.mkdir()
    path.chmod(mode)
    before = os.umask(0o077)
    try:
        GlossaryFolder(path).save([Change(None, concept("diode", "diode"))], "mm", "new")
    finally:
        os.umask(before)
    modes = {file.name: file.stat().st_mode & 0o7777 for file in path.rglob("*")}
    assert modes["diode.yaml"] == modes["000001.json"] == wanted
    assert modes[".jaen"] == modes["history"] == mode


def test_a_link_stays_a_link(folder, path, tmp_path):
    """The file that a symbolic link leads to is the one that changes; a glossary may itself be a link."""
    target = tmp_path / "elsewhere.yaml"
    (path / "chip.yaml").rename(target)
    (path / "chip.yaml").symlink_to(target)
    (tmp_path / "also").symlink_to(path)
    linked = GlossaryFolder(tmp_path / "also")
    linked.save([changed(linked, "chip", note="x")], "mm", "x")
    assert (path / "chip.yaml").is_symlink()
    assert "note: x" in target.read_text("utf-8")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["also", "chips", "elsewhere.yaml"]


def test_a_read_only_file_is_respected(folder, path):
    """Replacing would get round its mode; the message says what to do, and nothing else of the change is written."""
    (path / "chip.yaml").chmod(0o444)
    before = texts(path)
    with pytest.raises(SaveError, match=r"chip\.yaml: the file is read-only.*nothing was written"):
        folder.save([changed(folder, "chip", note="x"), changed(folder, "wafer", note="x")], "mm", "x")
    assert texts(path) == before
    assert nothing_left(path)


def test_a_text_that_could_not_be_read_again_is_not_saved(folder, path, monkeypatch):
    """The limit for files on disk holds for texts that are to become one."""
    monkeypatch.setattr(reader, "MAX_BYTES", 200)
    base = folder.text("chip")
    with pytest.raises(GlossaryError, match=r"chip\.yaml:1: has 2[0-9]+ bytes, more than 200"):
        folder.replace_texts({"chip": base + b"# " + b"x" * 200 + b"\n"}, {"chip": base}, "mm", "x")
    assert (path / "chip.yaml").read_bytes() == base


def test_a_pipe_is_not_read(folder, path):
    """Reading a pipe might never end."""
    os.mkfifo(path / "diode.yaml")
    with pytest.raises(SaveError, match="is not a file"):
        folder.save([Change(None, concept("diode", "diode"))], "mm", "x")


def test_a_text_of_no_concept_is_an_error(folder):
    """There is no file of this id."""
    with pytest.raises(GlossaryError, match="no such file"):
        folder.text("diode")


def test_only_our_temporary_files_are_swept(tmp_path):
    """What a killed save left is removed; other people's dot files stay."""
    for name in (".chip.yaml.jaen-tmp", ".chip.yaml.swp", "chip.jaen-tmp"):
        (tmp_path / name).touch()
    sweep(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == [".chip.yaml.swp", "chip.jaen-tmp"]


def test_a_folder_that_is_shared_stays_so(folder, path):
    """Whoever may write entries may also lock the glossary and write its history."""
    path.chmod(0o775)
    folder.save([changed(folder, "chip", note="x")], "mm", "x")
    assert (path / ".jaen").stat().st_mode & 0o777 == 0o775
    assert (path / ".jaen" / "lock").stat().st_mode & 0o777 == 0o664


# The lock


def test_a_second_writer_waits_and_is_told_who_writes(folder, path, monkeypatch):
    """The message names the holder, the process and since when."""
    monkeypatch.setattr(lock, "WAIT", 0.1)
    state = path / ".jaen"
    state.mkdir()
    with (
        lock.locked(state, str(path), "Yamada"),
        pytest.raises(SaveError, match=rf"Yamada \(process {os.getpid()}\) has been saving since 20.*nothing was"),
    ):
        folder.save([changed(folder, "chip", note="x")], "mm", "x")
    assert folder.save([changed(folder, "chip", note="x")], "mm", "free again")


@pytest.mark.parametrize("note", ["{", "[]", '{"by": "dead", "pid": 99999999, "host": "HOST", "since": "2026-01-01"}'])
def test_a_stale_note_of_a_holder_does_not_mislead(folder, path, monkeypatch, note):
    """A note that a killed process left, or half a note, names nobody."""
    import socket

    monkeypatch.setattr(lock, "WAIT", 0.1)
    state = path / ".jaen"
    state.mkdir()
    with lock.locked(state, str(path), "Yamada"):
        (state / "lock.json").write_text(note.replace("HOST", socket.gethostname()), "utf-8")
        with pytest.raises(SaveError, match="another program has been saving"):
            folder.save([changed(folder, "chip", note="x")], "mm", "x")


def test_threads_wait_for_each_other(folder):
    """Writers in one process are as separate as processes."""
    changes = [changed(folder, "chip", sources=(f"https://example.org/{number}",)) for number in range(8)]
    threads = [threading.Thread(target=folder.save, args=([change], "mm", "x")) for change in changes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(folder.load().by_id("chip").sources) == 8


def test_loading_does_not_wait(folder, monkeypatch):
    """A reader needs no lock: each file is whole at any time."""
    monkeypatch.setattr(store, "locked", None)
    assert len(folder.load().concepts) == 2


# Names


def test_the_editor_is_the_one_given_or_known(monkeypatch, tmp_path):
    """--by, else git's user.name, else the login name, else unknown."""
    assert editor_name(" Yamada ") == "Yamada"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("LOGNAME", "suzuki")
    assert editor_name(None) == "suzuki"
    (tmp_path / "config").write_text("[user]\n\tname = 山田\n", "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    assert editor_name("") == "山田"


def test_a_version_says_its_reason_in_one_line(folder):
    """Line breaks and halves of characters from the command line do not get into the history."""
    version = folder.save([changed(folder, "chip", note="x")], "mm\n", "two\nlines \udcff")
    assert (version.by, version.why) == ("mm", "two lines \ufffd")
    assert folder.versions()[0].why == "two lines \ufffd"


def test_a_status_is_told_in_the_history(folder):
    """History reads in terms."""
    chip = folder.load().by_id("chip")
    terms = (chip.terms[0], replace(chip.terms[1], status=Status.ADMITTED))
    version = folder.save([Change(chip, replace(chip, terms=terms))], "mm", "x")
    assert version.changes[0].after.terms[1].status is Status.ADMITTED


def test_the_file_of_a_folder_is_named_as_the_user_wrote_it(path, monkeypatch):
    """Messages show the path that was typed."""
    monkeypatch.chdir(path.parent)
    with pytest.raises(GlossaryError, match=r"chips/diode\.yaml"):
        GlossaryFolder(Path("chips")).text("diode")
