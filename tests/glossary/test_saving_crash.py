"""Saving: whatever ends it at whatever moment, each file is the old or the new one, and a change is whole."""

import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from jaen.errors import SaveError
from jaen.files import atomic
from jaen.glossary.saving import GlossaryFolder

SAVERS = Path(__file__).with_name("savers.py")
sys.path.insert(0, str(SAVERS.parent))
from savers import CALLS, NAMES, notes, with_notes, write_glossary  # noqa: E402 - a script beside this file

sys.path.pop(0)
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork a process to be killed")


def run(*arguments, prefix=()):
    """What a script of savers says, as the value of its JSON."""
    command = [*prefix, sys.executable, str(SAVERS), *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(Path(atomic.__file__).parents[3])}
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout) if done.stdout else None


def pending(path):
    return list(path.glob(".jaen/history/*.pending.json"))


def nothing_left(path):
    return not list(path.rglob("*.jaen-tmp")) and not pending(path)


@needs_fork
def test_a_save_that_ends_before_any_call_is_whole(tmp_path):
    """The process ends at the first, second, third … call that touches the disk: all files old, or all files new."""
    path = write_glossary(tmp_path / "glossary")
    outcomes = run("stop", path)
    for outcome in outcomes:
        old, new = outcome["old"], outcome["new"]
        assert set(outcome["found"]) <= {old, new}
        assert outcome["after"] in ([old] * 3, [new] * 3)
        if new in outcome["found"]:
            assert outcome["after"] == [new] * 3
    assert any(len(set(outcome["found"])) == 2 for outcome in outcomes), "no process ended between the files"
    assert outcomes[0]["after"] == [0] * 3
    assert outcomes[-1]["after"] == [len(outcomes)] * 3
    GlossaryFolder(path).save(with_notes(GlossaryFolder(path), "done"), "me", "sweeps")
    assert nothing_left(path)


@needs_fork
@pytest.mark.slow
def test_a_save_that_is_killed_at_random_is_whole(tmp_path):
    """Killed (-9) at 100 random moments: no file is half, no change is half after the next look, the lock is free."""
    path = write_glossary(tmp_path / "glossary")
    outcomes = run("kill", path, 100, 20260801)
    assert outcomes["kills"] == 100
    assert outcomes["halves"] == []
    GlossaryFolder(path).save(with_notes(GlossaryFolder(path), "0"), "me", "sweeps")
    assert nothing_left(path)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_call_that_fails_leaves_a_whole_change(tmp_path, monkeypatch, number):
    """Each call fails in turn: nothing was written and the message says so, or the change is completed next time."""
    path = write_glossary(tmp_path / "glossary")
    folder = GlossaryFolder(path)
    folder.save(with_notes(folder, "0000"), "me", "the history is there")
    said = set()
    for count in range(1, 200):
        before = {name: (path / f"{name}.yaml").read_bytes() for name in NAMES}
        changes = with_notes(folder, str(count))
        with monkeypatch.context() as patch:
            failed = fail_at(patch, count, number)
            message = ""
            try:
                folder.save(changes, "me", str(count))
            except SaveError as error:
                message = str(error)
        if message:
            assert os.strerror(number) in message
            said.add(message.split("; ")[1])
        if "nothing was written" in message:
            assert before == {name: (path / f"{name}.yaml").read_bytes() for name in NAMES}
        assert set(notes(path).values()) in ({str(count)}, {note_of(before)})
        if not failed:
            break
    assert not failed, "the save never ran to its end"
    assert said == {"nothing was written", "the change is only partly there and is completed with the next one"}
    assert nothing_left(path)


def note_of(texts):
    return texts["alpha"].decode().split("note: ")[1].splitlines()[0].strip("'\"")


def fail_at(patch, count, number):
    """Make the call of this number fail; the list returned holds its name once it has."""
    left, failed = [count], []

    def failing(name, function):
        def call(*arguments, **options):
            left[0] -= 1
            if left[0]:
                return function(*arguments, **options)
            failed.append(name)
            raise OSError(number, os.strerror(number))

        return call

    for name in CALLS:
        patch.setattr(os, name, failing(name, getattr(os, name)))
    return failed


def test_a_change_that_was_interrupted_leaves_later_work_alone(tmp_path, monkeypatch, caplog):
    """A file that someone changed after the interruption stays as it is; the others are completed, and it is said."""
    path = write_glossary(tmp_path / "glossary")
    folder = GlossaryFolder(path)
    interrupt(folder, monkeypatch, with_notes(folder, "1"))
    assert pending(path)
    (path / "beta.yaml").write_text("category: term\nterms:\n- en: beta\nnote: by hand\n", "utf-8")
    assert notes(path) == {"alpha": "1", "beta": "by hand", "gamma": "1"}
    assert "beta: someone wrote that since" in caplog.text
    assert folder.versions()[0].left == ("beta",)
    assert nothing_left(path)
    folder.undo("1", "me")
    assert notes(path) == {"alpha": "0", "beta": "by hand", "gamma": "0"}


def test_a_change_that_was_interrupted_is_completed_by_a_save(tmp_path, monkeypatch, caplog):
    """The next save sees the completed change, also when it begins without loading."""
    path = write_glossary(tmp_path / "glossary")
    folder = GlossaryFolder(path)
    stale = with_notes(folder, "2")[:1]
    interrupt(folder, monkeypatch, with_notes(folder, "1")[1:])
    folder.save(stale, "me", "another entry")
    assert notes(path) == {"alpha": "2", "beta": "1", "gamma": "1"}
    assert "version 1 by me had been interrupted; it was completed" in caplog.text


def interrupt(folder, monkeypatch, changes):
    """Save, and end right after the decision."""

    class Killed(BaseException):
        pass

    def ending(*arguments, **options):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("jaen.glossary.saving.store.put", ending)
        with pytest.raises(Killed):
            folder.save(changes, "me", "interrupted")


def test_who_may_only_read_sees_what_is_there(tmp_path, monkeypatch):
    """A change that can't be completed for want of rights stops no reader."""
    path = write_glossary(tmp_path / "glossary")
    folder = GlossaryFolder(path)
    interrupt(folder, monkeypatch, with_notes(folder, "1"))
    monkeypatch.setattr(os, "fsync", lambda descriptor: (_ for _ in ()).throw(OSError(errno.EROFS, "read-only")))
    assert set(notes(path).values()) == {"0"}


def test_a_file_over_the_limit_of_the_system_is_not_half_written(tmp_path):
    """A write that ends in the middle (here by a limit on the size of files) leaves the old file."""
    resource = pytest.importorskip("resource", reason="this system has no limits on files")
    path = write_glossary(tmp_path / "glossary")
    folder = GlossaryFolder(path)
    changes = with_notes(folder, "x" * 9000)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(SaveError, match="nothing was written"):
            folder.save(changes, "me", "too large")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert set(notes(path).values()) == {"0"}
    assert nothing_left(path)


def test_a_full_disk_loses_nothing(tmp_path):
    """On a disk of 128 KB with 0 to 16 KB free: nothing is lost, the message says what to do, with room it goes on."""
    mount = f"mount -t tmpfs -o size=128k tmpfs {tmp_path}"
    own = ["unshare", "--mount", "--map-root-user", "sh", "-c"]
    if not shutil.which("unshare") or subprocess.run([*own, mount], capture_output=True).returncode:
        pytest.skip("this user may not mount a small disk (unshare and mount of a tmpfs)")
    said = run("fill", tmp_path / "glossary", prefix=[*own, f'{mount} && exec "$@"', "sh"])
    full = [message for message in said["messages"] if message != "saved"]
    assert len(full) >= 3
    for message in full:
        assert "No space left on device" in message
        assert "nothing was written; make room on the disk" in message
    assert said["saved"] == "room again"
    assert set(said["notes"].values()) == {"2"}


@needs_fork
def test_a_read_only_folder_is_said_to_be_one(tmp_path):
    """Who may not write is told so, and nothing changes."""
    with tempfile.TemporaryDirectory() as name:  # tmp_path is closed to other users
        Path(name).chmod(0o755)
        said = run("forbid", Path(name, "glossary"))
    assert "Permission denied" in said["message"]
    assert "nothing was written; ask for the right to write there" in said["message"]
    assert set(said["notes"].values()) == {"1"}


@needs_fork
@pytest.mark.slow
def test_eight_processes_and_a_human_lose_nothing(tmp_path):
    """8 processes with 125 saves each and one edit by hand in between: 1,001 changes are there, no temporary files."""
    names = [f"concept-{number:02}" for number in range(21)]
    path = write_glossary(tmp_path / "glossary", names)
    environment = os.environ | {"PYTHONPATH": str(Path(atomic.__file__).parents[3])}
    with subprocess.Popen([sys.executable, str(SAVERS), "compete", str(path), "8", "125"], env=environment) as editors:
        while len(list(path.glob(".jaen/history/*.json"))) < 100:
            assert editors.poll() is None, "all editors ended early"
            time.sleep(0.01)
        human = path / "concept-20.yaml"
        human.write_text(human.read_text("utf-8") + "sources: [https://example.org/human]\n", "utf-8")
        assert editors.wait(timeout=120) == 0
    sources = [source for concept in GlossaryFolder(path).load().concepts for source in concept.sources]
    assert len(sources) == len(set(sources)) == 1001
    assert GlossaryFolder(path).version().name == "1000"
    assert nothing_left(path)
