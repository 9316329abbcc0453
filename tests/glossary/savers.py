"""What the tests of saving run in processes of their own: savers that compete, are killed, or run out of disk.

python savers.py compete FOLDER EDITORS COUNT  save COUNT times each, all at the same time
python savers.py kill FOLDER COUNT SEED        kill a saver at COUNT random moments
python savers.py stop FOLDER                   end a saver at every single call that touches the disk
python savers.py fill FOLDER                   save on a small disk until it is full
python savers.py forbid FOLDER                 save as a user who may only read
"""

import json
import os
import random
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

from jaen.errors import SaveError
from jaen.glossary.changes import Change
from jaen.glossary.saving import GlossaryFolder
from jaen.glossary.sources.entry import read_entry

NAMES = ("alpha", "beta", "gamma")
CALLS = ("open", "fsync", "replace", "unlink", "mkdir", "rename")


def write_glossary(folder, names=NAMES):
    """A glossary of small entries, each with a comment that must survive."""
    folder.mkdir(exist_ok=True)
    for name in names:
        text = f"# kept: {name}\ncategory: term\nterms:\n- en: {name}\nnote: '0'\n"
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def notes(folder):
    return {concept.id: concept.note for concept in GlossaryFolder(folder).load().concepts}


def note_in(file):
    """The note as a number, of a file that is whole."""
    data = file.read_bytes()
    concept = read_entry(data, file.stem, str(file))
    assert data.endswith(b"\n")
    assert [term.text for term in concept.terms] == [file.stem]
    return int(concept.note)


def with_notes(folder, value):
    """The change of all notes to *value*: one change of several files."""
    return [Change(one, replace(one, note=value)) for one in folder.load().concepts]


def compete(folder, editors, count):
    """Editors, each in a process of its own; end with an error when one of them does."""
    children = []
    for editor in range(int(editors)):
        child = os.fork()
        if child == 0:
            edit(folder, f"editor-{editor}", int(count))
            os._exit(0)
        children.append(child)
    sys.exit(any(os.waitpid(child, 0)[1] for child in children))


def edit(folder, name, count):
    """Add a source to one of twenty entries, again and again."""
    glossary = GlossaryFolder(folder)
    for number in range(count):
        concept = glossary.load().concepts[number % 20]
        source = f"https://example.org/{name}/{number}"
        glossary.save([Change(concept, replace(concept, sources=(*concept.sources, source)))], name, source)


def kill(folder, count, seed):
    """Kill a saver again and again; print what each file held after each kill, read as bytes."""
    chance = random.Random(int(seed))
    outcomes = {"kills": 0, "interrupted": 0, "halves": []}
    for _ in range(int(count)):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            glossary = GlossaryFolder(folder)
            value = int(notes(folder)["alpha"])
            os.write(writer, b"!")
            while True:
                value += 1
                glossary.save(with_notes(glossary, str(value)), "child", str(value))
        os.read(reader, 1)
        time.sleep(chance.uniform(0, 0.08))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reader)
        os.close(writer)
        outcomes["kills"] += 1
        outcomes["interrupted"] += bool(list(Path(folder).glob(".jaen/history/*.pending.json")))
        values = {name: note_in(Path(folder) / f"{name}.yaml") for name in NAMES}
        if max(values.values()) - min(values.values()) > 1:
            outcomes["halves"].append(values)
        if len(set(notes(folder).values())) != 1:
            outcomes["halves"].append(notes(folder))
    say(outcomes)


def stop(folder):
    """End a saver at its first, second, third … call; print the notes after each, before and after recovery."""
    outcomes = []
    before = 0
    for number in range(1, 1000):
        child = os.fork()
        if child == 0:
            glossary = GlossaryFolder(folder)
            changes = with_notes(glossary, str(number))
            _end_at_call(number)
            glossary.save(changes, "child", str(number))
            os._exit(0)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        found = [note_in(Path(folder) / f"{name}.yaml") for name in NAMES]
        after = [int(note) for note in notes(folder).values()]
        outcomes.append({"old": before, "new": number, "found": found, "after": after})
        before = after[0]
        if code == 0:
            break
    say(outcomes)


def _end_at_call(number):
    """Make the process end, as if killed, instead of the call of this number."""
    left = [number]

    def ending(function):
        def call(*arguments, **options):
            left[0] -= 1
            if not left[0]:
                os._exit(9)
            return function(*arguments, **options)

        return call

    for name in CALLS:
        setattr(os, name, ending(getattr(os, name)))


def fill(folder):
    """Fill a small disk up, save, make room, save; print the messages."""
    place = Path(folder)
    write_glossary(place)
    glossary = GlossaryFolder(place)
    glossary.save(with_notes(glossary, "1"), "me", "while there is room")
    messages = []
    filler = place / ".filler"
    for room in (0, 4096, 8192, 12288, 16384):
        before = {name: (place / f"{name}.yaml").read_bytes() for name in NAMES}
        changes = with_notes(glossary, "x" * 6000)
        _fill_up(filler, room)
        try:
            glossary.save(changes, "me", "a full disk")
            messages.append("saved")
        except SaveError as error:
            messages.append(str(error))
            assert before == {name: (place / f"{name}.yaml").read_bytes() for name in NAMES}
        filler.unlink()
        assert not list(place.rglob("*.jaen-tmp"))
    saved = glossary.save(with_notes(glossary, "2"), "me", "room again")
    say({"messages": messages, "saved": saved.why, "notes": notes(place)})


def _fill_up(filler, room):
    with filler.open("wb", buffering=0) as out:
        try:
            while True:
                out.write(b"x" * 4096)
        except OSError:
            out.truncate(out.tell() // 4096 * 4096 - room)


def forbid(folder):
    glossary = GlossaryFolder(write_glossary(Path(folder)))
    glossary.save(with_notes(glossary, "1"), "owner", "everything is imported by now")
    changes = with_notes(glossary, "2")
    if os.getuid() == 0:
        os.setuid(65534)
    for path in (Path(folder), Path(folder, ".jaen"), Path(folder, ".jaen", "history")):
        if path.stat().st_uid == os.getuid():
            path.chmod(0o555)
    try:
        glossary.save(changes, "guest", "not allowed")
    except SaveError as error:
        say({"message": str(error), "notes": notes(Path(folder))})


def say(value):
    sys.stdout.write(json.dumps(value))


if __name__ == "__main__":
    {one.__name__: one for one in (compete, kill, stop, fill, forbid)}[sys.argv[1]](*sys.argv[2:])
