"""Versions: what was changed can be seen, looked at and taken back, with git and without."""

import json
import os
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.cli.main import cli
from jaen.errors import EditConflict, VersionError
from jaen.glossary.changes import Change
from jaen.glossary.saving import GlossaryFolder, editor_name, git, journal
from jaen.glossary.saving.journal import Journal, Record
from jaen.model import Concept, Status, Term

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


def entry(name, note="", status="preferred"):
    return f"category: term\nterms:\n- {{en: {name}}}\n- {{en: '{name} 2', status: {status}}}\nnote: '{note or 0}'\n"


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "chips"
    folder.mkdir()
    for name in ("chip", "wafer"):
        (folder / f"{name}.yaml").write_text(entry(name), "utf-8")
    return folder


@pytest.fixture
def folder(path):
    return GlossaryFolder(path)


def note(folder, concept_id, value, by="mm"):
    """Save a note; the version's name."""
    concept = folder.load().by_id(concept_id)
    return folder.save([Change(concept, replace(concept, note=value))], by, f"note {value}").name


def notes(folder, revision=None):
    concepts = (folder.at(revision) if revision else folder.load()).concepts
    return {concept.id: concept.note for concept in concepts}


# jaen's own versions


def test_versions_are_told_newest_first(folder):
    """With the change of each; those of one concept show its change alone."""
    note(folder, "chip", "1")
    note(folder, "wafer", "2", by="kn")
    chip, wafer = folder.load().concepts
    folder.save([Change(chip, replace(chip, note="3")), Change(wafer, replace(wafer, note="3"))], "mm", "both")
    assert [(version.name, version.by, version.why) for version in folder.versions()] == [
        ("3", "mm", "both"),
        ("2", "kn", "note 2"),
        ("1", "mm", "note 1"),
    ]
    assert [[change.id for change in version.changes] for version in folder.versions("wafer")] == [["wafer"], ["wafer"]]
    assert [version.name for version in folder.versions("wafer")] == ["3", "2"]
    assert [version.name for version in folder.versions(limit=1)] == ["3"]
    assert folder.versions("diode") == []


@pytest.mark.parametrize("years", [(2030, 2026, 2026), (2026, 2026, 2001), (2026, 2001, 2026)])
def test_the_order_of_versions_is_that_of_their_numbers(folder, path, years):
    """Two computers share the folder and the clock of one is wrong; the first is the one that undo takes back."""
    for number, year in enumerate(years, 1):
        note(folder, "chip", str(number))
        record = path / ".jaen" / "history" / f"00000{number}.json"
        values = json.loads(record.read_text("utf-8"))
        record.write_text(json.dumps(values | {"at": f"{year}-01-0{number}T00:00:00+00:00"}), "utf-8")
    assert [version.name for version in folder.versions()] == ["3", "2", "1"]
    assert [version.at.year for version in folder.versions()] == list(reversed(years))
    assert folder.version().name == "3"


def test_undo_takes_the_newest_version_back_byte_by_byte(folder, path):
    """Comments and layout come back too."""
    text = entry("chip").replace("- {en: chip}", "- {en:   chip}   # as they say")
    (path / "chip.yaml").write_text(text, "utf-8")
    note(folder, "chip", "1")
    version = folder.undo(None, "kn")
    assert (path / "chip.yaml").read_text("utf-8") == text
    assert (version.by, version.why) == ("kn", "undo of 1: note 1")


def test_undo_of_an_undo_does_it_again(folder):
    """An undo is a version like any other."""
    note(folder, "chip", "1")
    folder.undo(None, "mm")
    assert notes(folder)["chip"] == "0"
    folder.undo(None, "mm")
    assert notes(folder)["chip"] == "1"


def test_an_older_version_is_taken_back_where_nothing_came_after(folder):
    """Later changes of other fields and entries stay; of the same field, they are a conflict."""
    name = note(folder, "chip", "1")
    chip = folder.load().by_id("chip")
    folder.save([Change(chip, replace(chip, domain=("trade",)))], "mm", "domain")
    note(folder, "wafer", "2")
    folder.undo(name, "mm")
    assert notes(folder) == {"chip": "0", "wafer": "2"}
    assert folder.load().by_id("chip").domain == ("trade",)
    note(folder, "chip", "4")
    with pytest.raises(EditConflict, match=r"what version 1 changed was changed.*\n.*chip: note: .*yours 0.*theirs 4"):
        folder.undo(name, "mm")
    with pytest.raises(EditConflict, match="chip: note"):
        folder.preview_undo(name)


def test_what_undo_would_do_can_be_seen_first(folder):
    """The change against what is there now; none when it is taken back already."""
    name = note(folder, "chip", "1")
    assert [(one.before.note, one.after.note) for one in folder.preview_undo(name)] == [("1", "0")]
    folder.undo(name, "mm")
    assert folder.preview_undo(name) == ()
    assert folder.undo(name, "mm") is None


def test_undo_brings_back_what_was_removed_and_removes_what_was_added(folder, path):
    """Also the bytes of a removed file."""
    text = (path / "wafer.yaml").read_bytes()
    wafer = folder.load().by_id("wafer")
    new = Concept(id="diode", category="term", terms=(Term(text="diode", language="en"),))
    folder.save([Change(wafer, None), Change(None, new)], "mm", "swap")
    folder.undo(None, "mm")
    assert sorted(notes(folder)) == ["chip", "wafer"]
    assert (path / "wafer.yaml").read_bytes() == text


def test_the_glossary_as_it_was_after_a_version(folder, path):
    """From today back; what was written by hand shows from the version on that met it."""
    note(folder, "chip", "1")
    note(folder, "wafer", "2")
    (path / "chip.yaml").write_text(entry("chip", "by hand"), "utf-8")
    note(folder, "chip", "4")
    assert notes(folder, "1") == {"chip": "1", "wafer": "0"}
    assert notes(folder, "2") == {"chip": "by hand", "wafer": "2"}
    assert notes(folder, "3") == {"chip": "4", "wafer": "2"} == notes(folder)


NO_NAMES = [
    "7",
    "0",
    "-1",
    "heads",
    "--output=x",
    "９",
    "99999999999999999999",
    "",
    "a\0b",
    "\ud800",
    "\udcff",
    "HEAD:x",
]


@pytest.mark.parametrize("name", NO_NAMES)
def test_a_version_that_is_not_there_is_an_error(folder, name):
    """The message says how to list them."""
    note(folder, "chip", "1")
    for call in (folder.at, lambda one: folder.undo(one, "mm"), folder.version):
        with pytest.raises(VersionError, match="jaen glossary history"):
            call(name)


def test_with_no_version_there_is_nothing_to_take_back(folder):
    """Said, not done."""
    with pytest.raises(VersionError, match="nothing was saved here yet"):
        folder.undo(None, "mm")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b'{"texts": {}}', b"[" * 100_000])
def test_a_damaged_record_is_a_clear_error(folder, path, data):
    """Any bytes; the message names the file."""
    note(folder, "chip", "1")
    (path / ".jaen" / "history" / "000001.json").write_bytes(data)
    with pytest.raises(VersionError, match=r"000001\.json: is damaged"):
        folder.versions()
    assert note(folder, "chip", "2") == "2"


def test_the_last_versions_are_kept(folder, path, monkeypatch):
    """The oldest go beyond a number of versions, or of bytes; numbers go on; the newest stays whatever its size."""
    monkeypatch.setattr(journal, "KEEP_VERSIONS", 3)
    for number in range(5):
        note(folder, "chip", f"n{number}")
    assert [version.name for version in folder.versions()] == ["5", "4", "3"]
    monkeypatch.setattr(journal, "KEEP_BYTES", 1)
    note(folder, "chip", "last")
    assert [version.name for version in folder.versions()] == ["6"]


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(st.from_regex("[a-z0-9-]+", fullmatch=True), st.tuples(*[st.none() | st.binary()] * 2)),
    st.text(st.characters(exclude_categories=["Cs"])),
)
def test_a_record_keeps_any_bytes(tmp_path_factory, texts, why):
    """What is on disk is given back as it was, also where it is not UTF-8."""
    records = Journal(tmp_path_factory.mktemp("history"))
    record = Record(1, why, datetime(2026, 8, 1, tzinfo=UTC), why, texts, ("left",))
    records.prepare(record)
    records.decide(1)
    assert records.pending() == [record]
    records.finish(record, [])
    assert records.read(1) == record


# git


@pytest.fixture
def repository(path, monkeypatch, tmp_path):
    """The glossary in a git repository with three commits."""
    for name, value in {"NAME": "Yamada", "EMAIL": "y@example.org"}.items():
        monkeypatch.setenv(f"GIT_AUTHOR_{name}", value)
        monkeypatch.setenv(f"GIT_COMMITTER_{name}", value)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    commit = committer(tmp_path, monkeypatch)
    run(tmp_path, "init", "--initial-branch=main")
    commit("the first entries", day=1)
    (path / "chip.yaml").write_text(entry("chip", status="admitted"), "utf-8")
    (tmp_path / "notes.txt").write_text("no entry", "utf-8")
    commit("two names", day=2)
    (path / "wafer.yaml").unlink()
    (path / "README.md").write_text("no entry", "utf-8")
    commit("no wafers", day=3)
    return tmp_path


def run(folder, *arguments):
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def committer(folder, monkeypatch):
    def commit(why, day):
        monkeypatch.setenv("GIT_AUTHOR_DATE", f"2026-08-0{day}T12:00:00+09:00")
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"2026-08-0{day}T12:00:00+09:00")
        run(folder, "add", "--all")
        run(folder, "commit", "-m", why)

    return commit


@needs_git
def test_commits_are_versions(folder, repository):
    """Each with its author, date, subject and the changes by concept; files that are no entries are none."""
    found = folder.versions()
    assert [(one.why, one.by, one.at.isoformat()) for one in found] == [
        ("no wafers", "Yamada", "2026-08-03T12:00:00+09:00"),
        ("two names", "Yamada", "2026-08-02T12:00:00+09:00"),
        ("the first entries", "Yamada", "2026-08-01T12:00:00+09:00"),
    ]
    assert [[(change.id, change.before is None, change.after is None) for change in one.changes] for one in found] == [
        [("wafer", False, True)],
        [("chip", False, False)],
        [("chip", True, False), ("wafer", True, False)],
    ]
    assert found[1].changes[0].after.terms[1].status is Status.ADMITTED
    assert [version.why for version in folder.versions("wafer")] == ["no wafers", "the first entries"]
    assert [version.why for version in folder.versions(limit=2)] == ["no wafers", "two names"]


@needs_git
@pytest.mark.parametrize("name", NO_NAMES)
def test_a_revision_that_is_not_there_is_an_error(folder, repository, name):
    """Nothing that is given as a revision is taken for an option."""
    for call in (folder.at, folder.version):
        with pytest.raises(VersionError, match="jaen glossary history"):
            call(name)


@needs_git
def test_own_versions_and_commits_stand_in_one_list(folder, repository):
    """By date; what jaen keeps for itself is not for git."""
    note(folder, "chip", "9")
    assert [version.why for version in folder.versions()][:2] == ["note 9", "no wafers"]
    assert run(repository, "status", "--porcelain").split() == ["M", "chips/chip.yaml"]


@needs_git
@pytest.mark.parametrize(
    ("revision", "ids"), [("HEAD", ["chip"]), ("HEAD~1", ["chip", "wafer"]), ("main^^", ["chip", "wafer"])]
)
def test_the_glossary_as_of_a_commit(folder, repository, revision, ids):
    """Any name that git knows."""
    assert sorted(notes(folder, revision)) == ids


@needs_git
def test_a_commit_is_taken_back(folder, path, repository):
    """The removed file is back with its bytes, and the working tree is all that changes."""
    name = folder.versions()[0].name
    folder.undo(name, "mm")
    assert (path / "wafer.yaml").read_text("utf-8") == entry("wafer")
    assert folder.version("1").why == f"undo of {name}: no wafers"
    folder.undo("HEAD~1", "mm")
    assert folder.load().by_id("chip").terms[1].status is Status.PREFERRED


@needs_git
def test_a_merge_is_taken_back_against_its_first_parent(folder, path, repository, monkeypatch):
    """What the merge brought in."""
    commit = committer(repository, monkeypatch)
    run(repository, "checkout", "-b", "side", "HEAD~1")
    (path / "wafer.yaml").write_text(entry("wafer", "side"), "utf-8")
    (path / "diode.yaml").write_text(entry("diode"), "utf-8")
    run(repository, "rm", "-q", "--cached", "chips/wafer.yaml")
    (path / "wafer.yaml").unlink()
    commit("a diode", day=4)
    run(repository, "checkout", "main")
    run(repository, "merge", "--no-ff", "-m", "merged", "side")
    assert sorted(notes(folder)) == ["chip", "diode"]
    assert folder.undo("HEAD", "mm").why.endswith("merged")
    assert sorted(notes(folder)) == ["chip"]


@needs_git
def test_a_repository_without_a_commit_has_no_versions(folder, tmp_path, monkeypatch):
    """HEAD is not born yet."""
    run(tmp_path, "init")
    assert folder.versions() == []
    with pytest.raises(VersionError, match="no version 'HEAD'"):
        folder.at("HEAD")


@needs_git
def test_a_hook_of_another_repository_does_not_mislead(folder, repository, tmp_path_factory, monkeypatch):
    """Git runs hooks with GIT_DIR set; the folder's own repository is the one that counts."""
    other = tmp_path_factory.mktemp("other")
    run(other, "init")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    assert len(folder.versions()) == 3


def test_without_git_there_are_jaens_own_versions(folder, monkeypatch):
    """Nothing else is missing."""
    monkeypatch.setenv("PATH", "")
    note(folder, "chip", "1")
    assert [version.name for version in folder.versions()] == ["1"]
    assert git.user_name(folder.path) == ""


@needs_git
def test_git_that_takes_too_long_is_left_out(folder, repository, monkeypatch, caplog):
    """A history without git's commits says so."""
    monkeypatch.setattr(git, "_WAIT", 1e-9)
    note(folder, "chip", "1")
    assert [version.name for version in folder.versions()] == ["1"]
    assert "versions in git are left out: git took more than" in caplog.text


# The commands


def invoke(*arguments, code=0):
    result = CliRunner().invoke(cli, ["glossary", *map(str, arguments)], standalone_mode=False)
    assert result.exception is None, result.exception
    assert (result.return_value or 0) == code
    return result


def test_history_reads_in_terms(folder, path):
    """Who, when, why, and each field that changed."""
    chip = folder.load().by_id("chip")
    terms = (chip.terms[0], replace(chip.terms[1], status=Status.ADMITTED))
    folder.save([Change(chip, replace(chip, terms=terms))], "mm", "less")
    first, second = invoke("history", "-g", path).stdout.splitlines()
    assert first.startswith("1  20")
    assert first.endswith("  mm: less")
    assert second.strip() == "chip: en chip 2: status preferred → admitted"


def test_history_shows_controls_as_signs(folder, path):
    """A name or a reason in a repository of others must not move the cursor or give the terminal a title."""
    note(folder, "chip", "1\x1b[2J", by="a\x1b]0;b\x07")
    result = CliRunner().invoke(cli, ["glossary", "history", "-g", str(path)], standalone_mode=False)
    assert result.stdout.count("\x1b") == result.stdout.count("\x07") == 0
    assert "a␛]0;b␇: note 1␛[2J" in result.stdout


def test_history_as_json_has_all(folder, path):
    """For programs: nothing is cut."""
    for number in range(3):
        note(folder, "chip", f"n{number}")
    found = json.loads(invoke("history", "chip", "-g", path, "-f", "json", "-n", "2").stdout)
    assert [one["version"] for one in found] == ["3", "2"]
    assert found[0]["changes"] == ["chip: note n1 → n2"]
    assert found[0]["concepts"] == ["chip"]


def test_a_long_version_is_cut_and_says_so(tmp_path):
    """An import of many entries does not push everything else off the screen."""
    folder = GlossaryFolder(tmp_path)
    concepts = [
        Concept(id=f"c-{number:02}", category="term", terms=(Term(text=f"word {number}", language="en"),))
        for number in range(30)
    ]
    folder.save([Change(None, concept) for concept in concepts], "mm", "import")
    lines = invoke("history", "-g", tmp_path).stdout.splitlines()
    assert len(lines) == 22
    assert "10 lines more" in lines[-1]
    assert lines[1].strip() == "c-00: added word 0"


def test_history_of_nothing_says_so(path):
    """No versions is no error."""
    result = invoke("history", "-g", path)
    assert result.stdout == ""
    assert "no versions yet" in result.stderr


def test_undo_shows_asks_and_writes(folder, path):
    """What will be taken back, the new version and how to redo it."""
    note(folder, "chip", "1")
    result = invoke("undo", "-g", path, "--yes", "--by", "kn")
    assert "chip: note 1 → 0" in result.stdout
    assert "saved as version 2; to redo: jaen glossary undo 2" in result.stderr
    assert notes(folder)["chip"] == "0"
    assert folder.version("2").by == "kn"


def test_undo_can_be_looked_at_only(folder, path):
    """--dry-run writes nothing."""
    note(folder, "chip", "1")
    result = invoke("undo", "1", "-g", path, "--dry-run")
    assert "chip: note 1 → 0" in result.stdout
    assert "nothing was written" in result.stderr
    assert notes(folder)["chip"] == "1"


def test_a_change_of_comments_is_told_and_taken_back(folder, path):
    """What `fmt` or an editor did to the text alone is a version, too."""
    before = (path / "chip.yaml").read_bytes()
    folder.replace_texts({"chip": b"# new\n" + before}, {"chip": before}, "mm", "a comment")
    assert "chip: comments or layout" in invoke("history", "chip", "-g", path).stdout
    assert "chip: comments or layout" in invoke("undo", "-g", path, "--yes").stdout
    assert (path / "chip.yaml").read_bytes() == before


@needs_git
def test_a_commit_of_other_files_changed_no_entry(folder, path, repository, monkeypatch):
    """Nothing to take back, and it says why."""
    (path / "README.md").write_text("more", "utf-8")
    committer(repository, monkeypatch)("only words", day=4)
    assert "changed no entry" in invoke("undo", "HEAD", "-g", path, "--yes").stderr


def test_history_of_an_id_that_is_not_there_names_a_near_one(path):
    """A slip of the finger is no silence."""
    result = CliRunner().invoke(cli, ["glossary", "history", "chp", "-g", str(path)], standalone_mode=False)
    assert "did you mean 'chip'" in str(result.exception)


def test_undo_of_what_is_undone_says_so(folder, path):
    """Nothing to change is no error."""
    note(folder, "chip", "1")
    folder.undo("1", "mm")
    assert "taken back already" in invoke("undo", "1", "-g", path, "--yes").stderr


def test_files_beside_the_entries_are_in_no_version(folder, path):
    """A name with a dot in front is no entry: macOS puts `._chip.yaml` beside each; and a pipe is not waited for."""
    (path / "._chip.yaml").write_bytes(b"\0\5\x16\7")
    note(folder, "chip", "1")
    os.mkfifo(path / "pipe.yaml")
    assert notes(folder, "1") == {"chip": "1", "wafer": "0"}


@needs_git
def test_a_commit_with_signs_of_the_log_in_it(folder, path, repository):
    """Author and subject are anyone's text."""
    (path / "chip.yaml").write_text(entry("chip", "signs"), "utf-8")
    run(path, "-c", "user.name=a\1b", "commit", "-q", "-a", "-m", "one\1two\x1b[31m")
    newest = folder.versions()[0]
    assert (newest.why, [change.id for change in newest.changes]) == ("one\1two\x1b[31m", ["chip"])


@needs_git
@pytest.mark.parametrize("date", ["@99999999999999 +0000", "@253402300799 +0000"])
def test_a_commit_of_a_time_that_no_calendar_has(folder, path, repository, monkeypatch, date):
    """Clocks go wrong; such a commit is listed as very old, and can be named."""
    (path / "chip.yaml").write_text(entry("chip", "late"), "utf-8")
    monkeypatch.setenv("GIT_AUTHOR_DATE", date)
    run(path, "commit", "-q", "-a", "-m", "late")
    assert folder.versions()[-1].why == "late"
    assert folder.versions()[-1].at.year == 1970
    assert folder.version("HEAD").why == "late"


@needs_git
def test_submodules_and_links_are_no_entries(folder, path, repository):
    """Git keeps no text of theirs, whatever their name."""
    before = notes(folder, "HEAD")
    (path / "link.yaml").symlink_to("../elsewhere.yaml")
    run(path, "add", "link.yaml")
    run(path, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},module.yaml")
    run(path, "commit", "-q", "-m", "no entries")
    assert notes(folder, "HEAD") == before
    assert folder.version("HEAD").changes == ()


@needs_git
def test_a_repository_that_lost_a_text_is_told(folder, path, repository):
    """A clone that was interrupted, or a disk that fails."""
    (path / "chip.yaml").write_text(entry("chip", "lost"), "utf-8")
    run(path, "commit", "-q", "-a", "-m", "lost")
    name = run(path, "rev-parse", "HEAD:./chip.yaml").strip()
    (repository / ".git" / "objects" / name[:2] / name[2:]).unlink()
    with pytest.raises(VersionError, match=f"git has lost {name}"):
        folder.versions()


@pytest.mark.parametrize(
    ("by", "kept"),
    [
        ("編集者", "編集者"),
        ("\udce7\udc94\udca8", "用"),
        ("a\udcffb", "a\ufffdb"),
        ("a\n b", "a b"),
    ],
)
def test_any_name_can_be_written_down(folder, by, kept):
    """Whatever the locale made of it, with bytes that it could not read."""
    note(folder, "chip", "1", by=by)
    assert folder.versions()[0].by == editor_name(by) == kept
