"""The cache of what was read: never wrong, never in the way."""

import json
import os
import threading
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.errors import GlossaryError
from jaen.glossary.sources import cache, files, reader
from jaen.glossary.sources.content import Content
from jaen.glossary.sources.files import load_concepts
from jaen.glossary.sources.packing import Packer, Unpacker
from jaen.glossary.sources.tree import Origin
from jaen.model import Concept, Example, Link, MatchRule, Review, Status, Term, TermUse, Validity

ENTRY = """\
category: role
domain: [sea]
terms:
- {ja: 港長, reading: こうちょう, valid: {from: '2020-01-01'}, match: {boundary: any}}
- {en: harbor master, status: admitted, use: headline, note: a note}
links: [{related: b}]
examples: [{ja: 港長が話す。, finds: [港長]}]
review: {state: approved, by: kn, on: '2026-08-01'}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    """A glossary of three files that stood there long before they are read, worth a cache, and a cache folder."""
    monkeypatch.setenv("JAEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(files, "_MIN_CACHED", 1)
    monkeypatch.setattr(cache, "_TICK", -(10**12))  # no file is too new
    folder = tmp_path / "glossary"
    folder.mkdir()
    (folder / "a.yaml").write_text(ENTRY, "utf-8")
    (folder / "b.yaml").write_text("category: term\nterms: [{en: B}]\n", "utf-8")
    (folder / "a-c.yaml").write_text("category: term\nterms: [{en: C}]\nformer-ids: [d]\n", "utf-8")
    return folder


@pytest.fixture
def read(monkeypatch) -> list[str]:
    """The names of the files that were read, not taken from the cache."""
    names: list[str] = []
    original = reader.FileReader.read_one

    def counting(self, data):
        names.append(self._path.name)
        return original(self, data)

    monkeypatch.setattr(reader.FileReader, "read_one", counting)
    return names


def cached(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache").iterdir())


def test_the_second_time_nothing_is_read(folder, read):
    """What comes from the cache is what was read, with every field and origin."""
    first = load_concepts(folder)
    assert len(read) == 3
    second = load_concepts(folder)
    assert len(read) == 3
    assert second == first
    assert [concept.id for concept in second.concepts] == ["a", "a-c", "b"]


def test_origins_name_the_path_as_given(folder, read, monkeypatch):
    """One cache serves all names of a folder; messages say the path that the user wrote."""
    load_concepts(folder)
    monkeypatch.chdir(folder.parent)
    assert load_concepts(Path("glossary")).origins["b"].file == "glossary/b.yaml"
    monkeypatch.chdir(folder)
    assert load_concepts(Path()).origins["b"].file == "b.yaml"
    (folder.parent / "link").symlink_to(folder)
    assert load_concepts(folder.parent / "link").origins["b"].file == f"{folder.parent}/link/b.yaml"
    assert len(read) == 3


def test_only_what_changed_is_read(folder, read):
    """One edit reads one file; the next load has it from the cache."""
    load_concepts(folder)
    (folder / "b.yaml").write_text("category: term\nterms: [{en: BB}]\n", "utf-8")
    assert [concept.terms[0].text for concept in load_concepts(folder).concepts] == ["港長", "C", "BB"]
    load_concepts(folder)
    assert read[3:] == ["b.yaml"]


def test_files_that_come_and_go(folder, read):
    """A new file is read, and one that is gone is gone."""
    load_concepts(folder)
    (folder / "e.yaml").write_text("category: term\nterms: [{en: E}]\n", "utf-8")
    (folder / "a-c.yaml").unlink()
    assert [concept.id for concept in load_concepts(folder).concepts] == ["a", "b", "e"]
    assert read[3:] == ["e.yaml"]


def test_a_file_that_goes_while_the_folder_is_read(folder, monkeypatch):
    """An entry that a colleague removes in this moment is not there; a link that leads nowhere is a problem."""
    scan = files._scan

    def scanning(*arguments):
        found = scan(*arguments)
        (folder / "a-c.yaml").unlink()
        return found

    monkeypatch.setattr(files, "_scan", scanning)
    assert [concept.id for concept in load_concepts(folder).concepts] == ["a", "b"]
    (folder / "a-c.yaml").symlink_to(folder / "nowhere")
    monkeypatch.setattr(files, "_scan", scan)
    with pytest.raises(GlossaryError, match=r"a-c\.yaml:1: can't be read"):
        load_concepts(folder)


def test_a_touched_file_is_compared_by_its_content(folder, read):
    """Another time with the same bytes (git checkout, cp) costs a hash, not a reading."""
    load_concepts(folder)
    os.utime(folder / "b.yaml", (1, 1))
    assert len(load_concepts(folder).concepts) == 3
    assert len(read) == 3


@pytest.mark.parametrize(("age", "text"), [(0, "X"), (3_000_000_000, "B")])
def test_a_file_changed_in_the_same_tick_is_noticed(age, text, folder, monkeypatch):
    """A file may change right after it was read and keep size and time: one that was new is compared by its content.

    One whose times were three seconds old can't do that, so its signature is enough.
    """
    monkeypatch.setattr(cache, "_TICK", 2_000_000_000)
    changed = time.time_ns() - age
    monkeypatch.setattr(files, "signature_of", lambda info: (info.st_size, changed, changed, 1))
    load_concepts(folder)
    (folder / "b.yaml").write_text("category: term\nterms: [{en: X}]\n", "utf-8")
    assert load_concepts(folder).concepts[2].terms[0].text == text


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("b.yaml", "category: x\nterms: [{en: B}]\n", "category 'x' is not known"),  # in the file itself
        ("b.yaml", "category: term\nterms: [{en: C}]\n", "is also the concept"),  # across files
        ("d.yaml", "category: term\nterms: [{en: D}]\n", "the former id 'd' is also used elsewhere"),
        ("e.yml", "", "rename it to e.yaml"),
    ],
)
def test_problems_are_said_every_time(name, text, says, folder, read):
    """A glossary with problems is never cached; the files that are right are still known."""
    load_concepts(folder)
    (folder / name).write_text(text, "utf-8")
    for _ in range(2):
        with pytest.raises(GlossaryError, match=says):
            load_concepts(folder)
    assert set(read[3:]) <= {name}


def test_links_to_files_that_are_gone(folder):
    """Whether links lead somewhere is seen anew whenever any file changed."""
    load_concepts(folder)
    (folder / "b.yaml").unlink()
    with pytest.raises(GlossaryError, match="no concept 'b' to link to"):
        load_concepts(folder)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-10],
        lambda data: data.replace(b"harbor", b"harbou"),
        lambda data: data.partition(b"\n")[2],
        lambda data: b"\x00\xff" * 100,
        lambda data: b"[]\n" + data,
    ],
)
def test_damage_is_noticed(damage, folder, tmp_path, read):
    """A cache that is cut, changed or something else is as good as none, and is made anew."""
    first = load_concepts(folder)
    (path,) = cached(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    assert load_concepts(folder) == first
    assert len(read) == 6
    load_concepts(folder)
    assert len(read) == 6


def test_well_formed_nonsense_is_no_error(folder, tmp_path, read):
    """Even values under a right hash are not trusted to have the right shape."""
    load_concepts(folder)
    (path,) = cached(tmp_path)
    values = (1, [], [[], []], [[["a.yaml", None, "", [[1]]]], [[], [], [], [], [], []]], {"a": 1}, [[1], 2])
    for body in (*(json.dumps(value).encode() for value in values), b"[" * 100_000):
        path.write_bytes(cache.Cache(folder)._head(body) + b"\n" + body)
        assert len(load_concepts(folder).concepts) == 3


def test_another_version_of_the_code_reads_again(folder, read, monkeypatch):
    """What an older jaen found right is not right by that."""
    load_concepts(folder)
    monkeypatch.setattr(cache, "_code", lambda: b"another")
    load_concepts(folder)
    assert len(read) == 6


def test_a_copy_has_a_cache_of_its_own(folder, tmp_path, read):
    """The cache of one glossary is never taken for that of another."""
    load_concepts(folder)
    (path,) = cached(tmp_path)
    folder.rename(tmp_path / "moved")
    load_concepts(tmp_path / "moved")
    other = next(one for one in cached(tmp_path) if one != path)
    other.write_bytes(path.read_bytes())
    load_concepts(tmp_path / "moved")
    assert len(read) == 9


def test_small_glossaries_need_none(folder, tmp_path, monkeypatch):
    """A cache is written only where reading takes time; of exactly the limit it is."""
    size = sum(path.stat().st_size for path in folder.iterdir())
    monkeypatch.setattr(files, "_MIN_CACHED", size + 1)
    load_concepts(folder)
    assert not (tmp_path / "cache").exists()
    monkeypatch.setattr(files, "_MIN_CACHED", size)
    load_concepts(folder)
    assert len(cached(tmp_path)) == 1


def test_few_changes_do_not_write_it_again(tmp_path, monkeypatch, folder, read):
    """One changed file of two hundred is read anew each time; three of them are kept."""
    for n in range(200):
        (folder / f"n{n}.yaml").write_text(f"category: term\nterms: [{{en: N{n}}}]\n", "utf-8")
    load_concepts(folder)
    (path,) = cached(tmp_path)
    before = path.read_bytes()
    (folder / "n0.yaml").write_text("category: term\nterms: [{en: changed}]\n", "utf-8")
    load_concepts(folder)
    assert path.read_bytes() == before
    for n in (1, 2):
        (folder / f"n{n}.yaml").write_text(f"category: term\nterms: [{{en: changed {n}}}]\n", "utf-8")
    load_concepts(folder)
    assert path.read_bytes() != before
    del read[:]
    load_concepts(folder)
    assert read == []


def test_a_cache_folder_that_cannot_be(folder, tmp_path, monkeypatch):
    """Where no cache can be written, everything works as without one."""
    (tmp_path / "file").write_text("", "utf-8")
    for place in ("/dev/null", tmp_path / "file", tmp_path / "file" / "x", "/proc/jaen"):
        monkeypatch.setenv("JAEN_CACHE", str(place))
        assert len(load_concepts(folder).concepts) == 3


def test_default_folder(folder, tmp_path, monkeypatch):
    """Without JAEN_CACHE the cache is in the user's cache folder."""
    monkeypatch.delenv("JAEN_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "xdg"))
    monkeypatch.setenv("HOME", str(tmp_path / "xdg"))
    load_concepts(folder)
    assert list((tmp_path / "xdg").rglob("glossary-*.json"))


def test_what_another_user_has_written_is_not_taken(folder, tmp_path, read, monkeypatch):
    """In a folder of all, anyone could put a cache with other terms in it under the right name and hash."""
    load_concepts(folder)
    (path,) = cached(tmp_path)
    path.write_bytes(path.read_bytes())
    load_concepts(folder)
    assert len(read) == 3
    path.chmod(0o620)
    load_concepts(folder)
    assert len(read) == 6
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    load_concepts(folder)
    assert len(read) == 9


def test_a_pipe_for_a_cache_is_not_waited_for(folder, tmp_path):
    """Nobody may ever write into it."""
    load_concepts(folder)
    (path,) = cached(tmp_path)
    path.unlink()
    os.mkfifo(path)
    assert len(load_concepts(folder).concepts) == 3


@pytest.mark.parametrize("answer", ["~/.cache/jaen", RuntimeError("could not determine the home directory")])
def test_a_user_without_a_home_has_no_cache(folder, tmp_path, monkeypatch, answer):
    """In a container a user may have no name and no home; no folder `~` is made in the current one."""
    monkeypatch.delenv("JAEN_CACHE")
    monkeypatch.chdir(tmp_path)

    def user_cache_dir(_name):
        if isinstance(answer, str):
            return answer
        raise answer

    monkeypatch.setattr("platformdirs.user_cache_dir", user_cache_dir)
    assert len(load_concepts(folder).concepts) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["glossary"]


def test_what_cannot_be_swept_is_left(folder, tmp_path, monkeypatch):
    """In a folder of all, an old cache of another user can't be deleted; one's own is written all the same."""
    old = tmp_path / "cache" / "glossary-old.json"
    old.mkdir(parents=True)  # which `unlink` refuses, as it does another user's file
    os.utime(old, (0, 0))
    load_concepts(folder)
    assert len(cached(tmp_path)) == 2


def test_many_writers(folder, tmp_path):
    """Writers at the same time leave one whole cache and no other file."""
    first = load_concepts(folder)
    kept = cache.Cache(folder).load("")

    def write() -> None:
        for _ in range(20):
            cache.Cache(folder).store(kept)
            assert cache.Cache(folder).load("") == kept

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(cached(tmp_path)) == 1
    assert load_concepts(folder) == first


def test_leftovers_are_swept(folder, tmp_path):
    """What killed writers left, and caches that nobody wrote for long, are deleted; what is new or not ours stays."""
    folder_of_caches = tmp_path / "cache"
    folder_of_caches.mkdir()
    day = 86_400
    gone = {"glossary-abcd_123.part": 7200, f"glossary-{'0' * 32}.json": 100 * day}
    kept = {
        "glossary-abcd_124.part": 60,
        f"glossary-{'1' * 32}.json": 80 * day,
        "glossary-of-terms.json": 1000 * day,
        "glossary-my.part": 1000 * day,
        "notes.json": 1000 * day,
    }
    for name, age in (gone | kept).items():
        path = folder_of_caches / name
        path.write_bytes(b"")
        os.utime(path, (path.stat().st_mtime - age,) * 2)
    load_concepts(folder)
    names = {path.name for path in cached(tmp_path)}
    assert kept.keys() < names
    assert not names & gone.keys()


def test_lists_and_tables_have_a_cache(tmp_path, folder, monkeypatch):
    """A list in one file is cached like a folder; it is read again when it changed."""
    path = tmp_path / "list.yaml"
    path.write_text(
        "- {id: a, category: term, terms: [{en: A}]}\n- {id: b, category: term, terms: [{en: B}]}\n", "utf-8"
    )
    first = load_concepts(path)
    monkeypatch.setattr(reader.FileReader, "read", None)
    assert load_concepts(path) == first


def test_one_entry_alone_is_not_cached(folder):
    """Its links lead to files beside it, which are not looked at for changes."""
    assert len(load_concepts(folder / "a.yaml").concepts) == 1
    (folder / "b.yaml").unlink()
    with pytest.raises(GlossaryError, match="no concept 'b' to link to"):
        load_concepts(folder / "a.yaml")


DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
VALID = st.tuples(DAYS, DAYS).map(lambda days: Validity(*sorted(days)) if None not in days else Validity(*days))
TEXT = st.text(min_size=1, max_size=5).filter(lambda text: text == text.strip())
RULE = st.builds(MatchRule, TEXT, st.none() | TEXT)
TERM = st.builds(
    Term,
    text=TEXT,
    language=st.sampled_from(["ja", "en"]),
    status=st.sampled_from(Status),
    type=TEXT,
    reading=st.none() | TEXT,
    use=st.sampled_from(TermUse),
    pos=TEXT,
    valid=VALID,
    match=st.none() | RULE,
    note=TEXT,
)
TEXTS = st.lists(TEXT, max_size=2).map(tuple)
CONCEPT = st.builds(
    Concept,
    id=TEXT,
    category=TEXT,
    terms=st.lists(TERM, max_size=3).map(tuple),
    domain=TEXTS,
    definition=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
    valid=VALID,
    links=st.lists(st.builds(Link, TEXT, TEXT, VALID), max_size=2).map(tuple),
    match=RULE,
    keep=st.booleans(),
    examples=st.lists(st.builds(Example, TEXT, TEXT, TEXTS), max_size=2).map(tuple),
    sources=TEXTS,
    review=st.builds(Review, TEXT, TEXT, DAYS, DAYS),
    note=TEXT,
    former_ids=TEXTS,
)
PLACE = st.integers(1, 9) | st.just("Sheet1!B7")
ORIGIN = st.builds(Origin, st.just("f"), PLACE, *[st.lists(PLACE, max_size=2).map(tuple)] * 3)


@settings(max_examples=50)
@given(st.lists(st.tuples(CONCEPT, ORIGIN), max_size=3))
def test_plain_values_hold_everything(pairs):
    """Concepts come back from JSON as they were, every field of them."""
    content = Content(tuple(concept for concept, _ in pairs), tuple(origin for _, origin in pairs))
    packer = Packer()
    packed, shared = json.loads(json.dumps([packer.pack(content), packer.shared]))
    assert Unpacker(shared).unpack(packed, "f") == content
