"""A file that can't be used as a translation memory gives one clear error, and stays as it is."""

import os
import random
import sqlite3
import sys
from datetime import UTC, datetime

import pytest

from jaen.errors import TranslationMemoryError
from jaen.translation import EngineChoice, open_translator
from jaen.translation.memory import Key, Memory, Remembered, Reviewed
from jaen.translation.memory.database import Database

KEY = Key(text="雨。", source="ja", target="en", engine="e", model="m", options="", concepts=())
ENTRY = Remembered(text="Rain.", state="translated", terms=(), flags=())
REVIEWED = Reviewed(
    source_language="ja",
    target_language="en",
    source="雪。",
    text="Snow.",
    by="mm",
    at=datetime(2026, 8, 1, tzinfo=UTC),
)


def made(path):
    memory = Memory(path)
    memory.keep({KEY: ENTRY, **{Key(**values(number)): ENTRY for number in range(200)}})
    return memory


def values(number):
    return {
        "text": f"{number}" * 50,
        "source": "ja",
        "target": "en",
        "engine": "e",
        "model": "m",
        "options": "",
        "concepts": (),
    }


def complaint(path):
    """What each way of using *path* says; all say the same, and none changes it."""
    before = path.read_bytes() if path.is_file() else None
    memory = Memory(path)
    said = set()
    for use in (memory.counts, lambda: memory.recall([KEY]), lambda: memory.keep({KEY: ENTRY}), memory.entries):
        with pytest.raises(TranslationMemoryError) as caught:
            use()
        said.add(str(caught.value))
    assert len(said) == 1
    assert before is None or path.read_bytes() == before
    return said.pop()


@pytest.mark.parametrize("data", [b"no database", b"\0" * 5000, bytes(range(256)) * 20, b"PK\x03\x04" * 500])
def test_no_database(tmp_path, data):
    """A file with something else in it is not touched."""
    path = tmp_path / "m.sqlite"
    path.write_bytes(data)
    assert f"{path}: is no translation memory" in complaint(path)


def test_a_database_of_another_program(tmp_path):
    """No tables are added to the database of another program."""
    path = tmp_path / "m.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    assert f"{path}: is a database of another program" in complaint(path)


def test_another_version(tmp_path):
    """Tables of a later jaen are left to it."""
    memory = made(tmp_path / "m.sqlite")
    connection = sqlite3.connect(memory.path)
    connection.execute("PRAGMA user_version = 7")
    connection.close()
    message = complaint(memory.path)
    assert "another version of jaen (its tables are version 7, this jaen knows 1)" in message
    assert "JAEN_MEMORY" in message


@pytest.mark.parametrize("size", [200, 4_096, 6_000, 40_000])
def test_a_truncated_file(tmp_path, size):
    """A file whose end is missing is damaged; nothing is written into it."""
    memory = made(tmp_path / "m.sqlite")
    memory.path.write_bytes(memory.path.read_bytes()[:size])
    assert any(word in complaint(memory.path) for word in ("is damaged", "is no translation memory"))


def test_flipped_bytes(tmp_path):
    """Wherever a file is damaged, it is used as it is or refused with our error, never with another one."""
    memory = made(tmp_path / "m.sqlite")
    memory.review([REVIEWED], "mm", "by hand")
    data = memory.path.read_bytes()
    chooser = random.Random(1)
    refused = 0
    for number in range(60):
        damaged = bytearray(data)
        for _ in range(chooser.choice([1, 10, 100])):
            damaged[chooser.randrange(len(data))] = chooser.randrange(256)
        other = Memory(tmp_path / f"{number}.sqlite")
        other.path.write_bytes(damaged)
        for use in (lambda o: o.recall([KEY]), Memory.entries, Memory.changes, lambda o: o.keep({KEY: ENTRY})):
            try:
                use(other)
            except TranslationMemoryError:
                refused += 1
    assert 0 < refused < 240


def test_an_empty_file_is_a_new_memory(tmp_path):
    """A maker that was killed leaves an empty file; the next run goes on with it."""
    path = tmp_path / "m.sqlite"
    path.touch()
    memory = Memory(path)
    assert memory.recall([KEY]) == [None]
    memory.keep({KEY: ENTRY})
    assert memory.recall([KEY]) == [ENTRY]


def test_a_folder(tmp_path):
    """A folder is no memory."""
    assert "is no file" in complaint(tmp_path)


def test_a_file_where_a_folder_should_be(tmp_path):
    """A memory below a file can't be made; that is said before anything is translated."""
    (tmp_path / "file").touch()
    with pytest.raises(TranslationMemoryError, match="is no folder"):
        Memory(tmp_path / "file" / "m.sqlite").recall([KEY])
    with pytest.raises(TranslationMemoryError, match="can't be made"):
        Memory(tmp_path / "file" / "m.sqlite").keep({KEY: ENTRY})


def test_a_name_with_signs(tmp_path):
    """Signs that mean something in a URI are part of the name."""
    memory = made(tmp_path / "a?mode=ro#b %41 記憶.sqlite")
    assert memory.recall([KEY]) == [ENTRY]
    assert [path.name for path in tmp_path.iterdir()] == ["a?mode=ro#b %41 記憶.sqlite"]


def test_what_cannot_be_kept_is_said_before_translating(tmp_path, monkeypatch):
    """A memory that may not be written refuses to be asked for what is to be kept in it; looking at it is fine."""
    memory = made(tmp_path / "m.sqlite")
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with pytest.raises(TranslationMemoryError, match="can't be written: it is read-only; change the permissions"):
        memory.recall([KEY])
    with pytest.raises(TranslationMemoryError, match=r"can't be written: the folder .* is read-only"):
        Memory(tmp_path / "new" / "m.sqlite").recall([KEY])
    assert len(memory.entries()) == 201


def test_a_translator_finds_out_at_once(tmp_path, monkeypatch):
    """What is no memory, or can't be written, is said when a translator is opened; nothing is made before it is needed."""
    new, other = tmp_path / "new.sqlite", tmp_path / "other.sqlite"
    open_translator("en", EngineChoice(name="echo"), Memory(new))
    assert not new.exists()
    other.write_text("a shopping list")
    with pytest.raises(TranslationMemoryError, match="is no translation memory"):
        open_translator("en", EngineChoice(name="echo"), Memory(other))
    with pytest.raises(TranslationMemoryError, match="is no file"):
        open_translator("en", EngineChoice(name="echo"), Memory(tmp_path))
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with pytest.raises(TranslationMemoryError, match=r"can't be written: the folder .* is read-only"):
        open_translator("en", EngineChoice(name="echo"), Memory(new))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="a read-only file stops only a usual user")
def test_a_read_only_file(tmp_path):
    """A write-protected memory in a write-protected folder can be read; writing says what to do."""
    memory = made(tmp_path / "m.sqlite")
    memory.path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        assert memory.reviewed(["雨。"], "ja", "en") == [None]
        assert len(memory.entries()) == 201
        with pytest.raises(TranslationMemoryError, match="read-only"):
            memory.keep({KEY: ENTRY})
    finally:
        tmp_path.chmod(0o755)


def test_someone_else_is_writing(tmp_path, monkeypatch):
    """Who waits too long for another writer is told; what that one writes is kept."""
    monkeypatch.setattr("jaen.translation.memory.database._PATIENCE", 0.05)
    memory = made(tmp_path / "m.sqlite")
    with Database(memory.path).write() as connection:
        connection.execute("DELETE FROM machine")
        assert memory.recall([KEY]) == [ENTRY]  # readers do not wait
        with pytest.raises(TranslationMemoryError, match="is being written by another process"):
            memory.keep({KEY: ENTRY})
    assert memory.recall([KEY]) == [None]


def test_all_or_nothing(tmp_path):
    """A transaction that fails leaves nothing behind."""
    memory = made(tmp_path / "m.sqlite")

    def interrupted():
        with Database(memory.path).write() as connection:
            connection.execute("DELETE FROM machine")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert memory.recall([KEY]) == [ENTRY]


def test_a_copy(tmp_path):
    """A copy is a memory itself; one that is there is not written over."""
    memory = made(tmp_path / "m.sqlite")
    memory.copy(tmp_path / "copy.sqlite")
    assert Memory(tmp_path / "copy.sqlite").recall([KEY]) == [ENTRY]
    with pytest.raises(TranslationMemoryError, match="is there already"):
        memory.copy(memory.path)
    with pytest.raises(TranslationMemoryError, match=r"no/copy\.sqlite: can't be opened"):
        memory.copy(tmp_path / "no" / "copy.sqlite")
