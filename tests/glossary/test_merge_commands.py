"""`jaen glossary merge`: two concepts, two folders, and git's merge driver."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from jaen.cli import run
from jaen.errors import GlossaryError
from jaen.glossary import Glossary
from jaen.glossary.saving.three_way import merge_texts

ENTRY = """\
# the Cabinet's adviser
category: role
terms:
- ja: 内閣サイバー官
- en: National Cyber Director  # official
- en: NCD
  type: abbreviation
note: asked
"""
FILE = Path("ncd.yaml")


def write(folder: Path, **entries: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in entries.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Two entries that mean the same, and one that links to the second."""
    return write(
        tmp_path / "news",
        chip="# comment\ncategory: term\nterms:\n- {en: chip}\n",
        ic="category: term\nterms:\n- {en: integrated circuit}\n",
        wafer="category: term\nterms: [{en: wafer}]\nlinks: [{part-of: ic}]\n",
    )


def test_two_concepts_become_one(news, capsys):
    """The file of the second is gone, links lead to the first, comments stay, and undo brings all back."""
    before = {path.name: path.read_bytes() for path in news.glob("*.yaml")}
    assert run(["glossary", "merge", "chip", "ic", "-g", str(news), "--yes", "--by", "mm"]) == 0
    out = capsys.readouterr()
    assert "chip: added en integrated circuit (admitted)" in out.out
    assert "ic: removed integrated circuit" in out.out
    assert "to take it back: jaen glossary undo 1" in out.err
    merged = Glossary.load(news)
    assert [concept.id for concept in merged.concepts] == ["chip", "wafer"]
    assert merged.by_id("wafer").links[0].target == "chip"
    assert (news / "chip.yaml").read_text("utf-8").startswith("# comment\n")
    assert run(["glossary", "undo", "-g", str(news), "--yes"]) == 0
    assert {path.name: path.read_bytes() for path in news.glob("*.yaml")} == before


def test_a_dry_run_writes_nothing(news, capsys):
    """What would change is shown, with its impact on a corpus."""
    article = news.parent / "article.txt"
    article.write_text("Every integrated circuit is tested.\n", "utf-8")
    assert run(["glossary", "merge", "chip", "ic", "-g", str(news), "--dry-run", "--corpus", str(article)]) == 0
    out = capsys.readouterr()
    assert "~ integrated circuit: ic (free) → chip (free)" in out.out
    assert "nothing was written" in out.err
    assert (news / "ic.yaml").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["chip"],
        ["chip", "ic", "wafer"],
        ["chip", "ic", "--base", "x"],
        ["--theirs", "x"],
        ["chip", "--base", "x", "--theirs", "y"],
        ["--driver", "x"],
    ],
)
def test_wrong_arguments_are_usage_errors(news, arguments):
    """Each of the three uses says what it needs."""
    assert run(["glossary", "merge", *arguments, "-g", str(news)]) == 2


def folders(tmp_path: Path, ours: str, theirs: str) -> list[str]:
    base = write(tmp_path / "base", ncd=ENTRY)
    theirs_folder = write(tmp_path / "theirs", ncd=theirs)
    return ["--base", str(base), "--theirs", str(theirs_folder), "-g", str(write(tmp_path / "ours", ncd=ours)), "--yes"]


def test_changes_of_another_folder_are_brought_in(tmp_path):
    """Both changed one entry in different fields, theirs has a new one: all of it is there."""
    ours = ENTRY.replace("note: asked", "note: answered")
    arguments = folders(
        tmp_path, ours, ENTRY.replace("  type: abbreviation\n", "  type: abbreviation\n  use: headline\n")
    )
    write(tmp_path / "theirs", new="category: term\nterms: [{en: new}]\n")
    assert run(["glossary", "merge", *arguments]) == 0
    merged = Glossary.load(tmp_path / "ours")
    assert merged.by_id("ncd").note == "answered"
    assert merged.by_id("ncd").terms[2].use == "headline"
    assert merged.by_id("new").terms[0].text == "new"


@pytest.mark.parametrize(("prefer", "note"), [("ours", "mine"), ("theirs", "other")])
def test_conflicts_stop_the_merge_unless_a_side_is_preferred(tmp_path, capsys, prefer, note):
    """Both versions are told and nothing is written; --prefer takes one, and what is in no conflict from both."""
    theirs = ENTRY.replace("asked", "other").replace("category: role", "category: person")
    arguments = folders(tmp_path, ENTRY.replace("asked", "mine"), theirs)
    assert run(["glossary", "merge", *arguments]) == 1
    assert "ncd: note: was asked; yours mine; theirs other" in capsys.readouterr().err
    assert Glossary.load(tmp_path / "ours").by_id("ncd").category == "role"
    assert run(["glossary", "merge", *arguments, "--prefer", prefer]) == 0
    merged = Glossary.load(tmp_path / "ours").by_id("ncd")
    assert (merged.note, merged.category) == (note, "person")


def texts(ours: str, theirs: str, base: str | None = ENTRY) -> tuple[str, tuple[str, ...]]:
    merged = merge_texts(FILE, None if base is None else base.encode(), ours.encode(), theirs.encode())
    return merged.text.decode(), merged.conflicts


def test_neighboring_lines_are_merged_per_field():
    """Each side changes the same term in another field, and one a comment: git would see a conflict."""
    ours = ENTRY.replace("  type: abbreviation\n", "  type: abbreviation\n  status: admitted\n")
    theirs = ENTRY.replace("  type: abbreviation\n", "  type: abbreviation\n  use: after-first\n")
    text, conflicts = texts(ours.replace("# official", "# on paper"), theirs)
    assert conflicts == ()
    assert "# on paper" in text
    assert "status: admitted" in text
    assert "use: after-first" in text


def test_a_comment_that_only_they_changed_is_taken():
    """What belongs to no field comes from the side that touched it."""
    text, conflicts = texts(ENTRY.replace("asked", "answered"), ENTRY.replace("# official", "# on paper"))
    assert conflicts == ()
    assert text == ENTRY.replace("asked", "answered").replace("# official", "# on paper")


def test_a_conflict_is_marked_as_git_marks_it():
    """Only the field at odds is between the marks; a change of another field is merged."""
    theirs = ENTRY.replace("asked", "other").replace("category: role", "category: person")
    text, conflicts = texts(ENTRY.replace("asked", "mine"), theirs)
    assert conflicts == ("ncd: note: was asked; yours mine; theirs other",)
    marked = "<<<<<<< ours\nnote: mine\n=======\nnote: other\n>>>>>>> theirs\n"
    assert text == ENTRY.replace("category: role", "category: person").replace("note: asked\n", marked)


def test_marks_keep_the_newlines_of_the_file():
    """A file with CRLF has CRLF behind the marks, too."""
    crlf = ENTRY.replace("\n", "\r\n")
    text, _ = texts(crlf.replace("asked", "mine"), crlf.replace("asked", "other"), crlf)
    assert "<<<<<<< ours\r\nnote: mine\r\n=======\r\nnote: other\r\n>>>>>>> theirs\r\n" in text
    assert text.count("\n") == text.count("\r\n")


def test_two_corrections_of_a_term_are_marked():
    """Both new terms could stand side by side, but only one of them can be what jaen writes."""
    _, conflicts = texts(ENTRY.replace("Cyber Director", "Cyber Chief"), ENTRY.replace("Cyber Director", "Cyber Head"))
    assert len(conflicts) == 1
    assert conflicts[0].startswith("ncd: preferred en: was National Cyber Director")


def test_two_new_files_of_one_name_are_merged():
    """Both branches add the same id: what they say differently is marked."""
    text, conflicts = texts("category: term\nterms: [{en: a}]\n", "category: role\nterms: [{en: a}]\n", None)
    assert conflicts == ("ncd: category: was not there; yours term; theirs role",)
    assert "<<<<<<< ours\ncategory: term\n=======\ncategory: role\n>>>>>>> theirs\n" in text


def test_marks_are_refused_with_help(tmp_path):
    """Who forgets to decide is told where, and what to do."""
    text, _ = texts(ENTRY.replace("asked", "mine"), ENTRY.replace("asked", "other"))
    folder = write(tmp_path / "g", ncd=text)
    with pytest.raises(GlossaryError, match=r"ncd\.yaml:8: .*<<<<<<<.* keep one of the two versions"):
        Glossary.load(folder)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one entry and the driver set up as --help says."""
    driver = f"{shlex.quote(sys.executable)} -m jaen glossary merge --driver %O %A %B %P"
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "config", "user.name", "editor")
    git(tmp_path, "config", "user.email", "editor@example.org")
    git(tmp_path, "config", "merge.jaen.driver", driver)
    (tmp_path / ".gitattributes").write_text("*.yaml merge=jaen\n", "utf-8")
    commit(tmp_path, ENTRY)
    git(tmp_path, "branch", "other")
    return tmp_path


def git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)


def commit(folder: Path, text: str) -> None:
    write(folder / "news", ncd=text)
    git(folder, "add", "-A")
    assert git(folder, "commit", "-qm", "change").returncode == 0


def merge_branches(folder: Path, ours: str, theirs: str, *options: str) -> tuple[int, str]:
    git(folder, "checkout", "-q", "other")
    commit(folder, theirs)
    git(folder, "checkout", "-q", "main")
    commit(folder, ours)
    done = git(folder, *options, "merge", "-q", "-m", "merged", "other")
    return done.returncode, (folder / "news" / "ncd.yaml").read_text("utf-8")


OURS = ENTRY.replace("  type: abbreviation\n", "  type: abbreviation\n  status: admitted\n")
THEIRS = ENTRY.replace("  type: abbreviation\n", "  type: abbreviation\n  use: after-first\n")


def test_branches_that_change_different_fields_merge(repository):
    """Two branches change one term in different fields: with the driver they merge."""
    code, text = merge_branches(repository, OURS, THEIRS)
    assert code == 0
    assert "status: admitted" in text
    assert "use: after-first" in text


def test_the_same_branches_conflict_without_the_driver(repository):
    """Git alone compares lines."""
    (repository / ".git" / "info").mkdir(exist_ok=True)
    (repository / ".git" / "info" / "attributes").write_text("*.yaml -merge\n*.yaml merge=text\n", "utf-8")
    code, text = merge_branches(repository, OURS, THEIRS)
    assert code == 1
    assert "<<<<<<<" in text


def test_git_is_told_of_a_conflict(repository):
    """The file is left unmerged with marks, and `git status` shows it."""
    code, text = merge_branches(repository, ENTRY.replace("asked", "mine"), ENTRY.replace("asked", "other"))
    assert code == 1
    assert "<<<<<<< ours\nnote: mine\n=======\nnote: other\n>>>>>>> theirs\n" in text
    assert git(repository, "diff", "--name-only", "--diff-filter=U").stdout == "news/ncd.yaml\n"


def test_a_file_that_is_no_entry_is_merged_by_lines(repository):
    """A branch committed broken YAML: changes far from each other still go together."""
    ours = ENTRY.replace("category: role", "category: role: x")
    code, text = merge_branches(repository, ours, ENTRY.replace("asked", "answered"))
    assert code == 0
    assert text == ours.replace("asked", "answered")
