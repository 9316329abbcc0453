"""`jaen glossary edit`: an entry in one's own editor, and one term of it by options."""

import io
import shlex
import sys
from pathlib import Path

import pytest

from jaen.cli import run
from jaen.cli.glossary.editor import editor_command
from jaen.errors import ConfigError
from jaen.glossary import Glossary
from jaen.glossary.editing import TermEdit, edit_term, remove_term
from jaen.model import Concept, Status, Term

CHIP = """\
# the desk's word
category:  term
terms:
- ja: 半導体
  reading: はんどうたい
- ja: チップ  # short
  type: short
  status: admitted
- en: "chip"
examples:
- {ja: 半導体が足りない。, finds: [半導体]}
- {en: The ship left., finds: []}
review: {state: approved}
"""
WAFER = "category: term\nterms:\n- en: wafer\nreview: {state: approved}\n"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A glossary of two concepts; kept texts go into tmp_path; nobody is at the terminal."""
    monkeypatch.setenv("JAEN_EDITOR_NAME", "kn")
    for name in ("JAEN_CORPUS", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "kept").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "kept"))
    monkeypatch.setattr("sys.stdin", io.StringIO())
    folder = tmp_path / "glossary"
    folder.mkdir()
    (folder / "chip.yaml").write_text(CHIP, "utf-8")
    (folder / "wafer.yaml").write_text(WAFER, "utf-8")
    return folder


class Typed(io.StringIO):
    """What a person at the terminal types."""

    def isatty(self) -> bool:
        """Someone is there."""
        return True


def edit(folder: Path, *arguments: str) -> int:
    return run(["glossary", "edit", *arguments, "-g", str(folder)])


def entry(folder: Path) -> str:
    return (folder / "chip.yaml").read_bytes().decode()


def changes(folder: Path) -> list[str]:
    """The lines that are not as they were."""
    old, new = CHIP.splitlines(), entry(folder).splitlines()
    return [f"-{line}" for line in old if line not in new] + [f"+{line}" for line in new if line not in old]


def kept(folder: Path) -> list[Path]:
    return sorted((folder.parent / "kept").glob("*/*.yaml"))


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """Make an editor: each time it is opened, the next of some Python statements runs on `text`, the file's text."""

    def make(*statements: str) -> Path:
        script, log = tmp_path / "editor.py", tmp_path / "opened"
        script.write_text(
            "import sys, pathlib\n"
            f"log, statements = pathlib.Path({str(log)!r}), {statements!r}\n"
            "opened = log.read_text().splitlines() if log.exists() else []\n"
            "log.write_text('\\n'.join([*opened, ' '.join(sys.argv[1:])]))\n"
            "file = pathlib.Path(sys.argv[-1])\n"
            "names = {'text': file.read_bytes().decode(), 'sys': sys, 'pathlib': pathlib}\n"
            "exec(statements[len(opened)], names)\n"
            "file.write_bytes(names['text'].encode())\n",
            "utf-8",
        )
        vim = tmp_path / "vim"
        vim.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {shlex.quote(str(script))} "$@"\n')
        vim.chmod(0o755)
        monkeypatch.setenv("EDITOR", shlex.quote(str(vim)))
        return log

    return make


# One term by options


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (["--term", "chip", "--status", "deprecated"], ["+  status: deprecated"]),
        (["--term", "ja:チップ", "--status", "forbidden"], ["-  status: admitted", "+  status: forbidden"]),
        (["--term", "半導体", "--reading", ""], ["-  reading: はんどうたい"]),
        (["--term", "chip", "--from", "1959-01-01", "--to", "2026-01-01"], ["+  valid: {from: '1959-01-01', to: '2026-01-01'}"]),
        (["--term", "IC", "--type", "abbreviation", "--use", "after-first"], ["+- en: IC", "+  type: abbreviation", "+  use: after-first"]),
        (["--term", "en:半導体 chip", "--status", "forbidden", "--note", "a: b"], ["+- en: 半導体 chip", "+  status: forbidden", "+  note: 'a: b'"]),
        (["--remove-term", "チップ"], ["-- ja: チップ  # short", "-  type: short", "-  status: admitted"]),
        (["--remove-term", "チップ", "--term", "ICチップ", "--status", "former"], ["-- ja: チップ  # short", "-  type: short", "-  status: admitted", "+- ja: ICチップ", "+  status: former"]),
    ],
)  # fmt: skip
def test_options_change_one_term(folder, arguments, lines):
    """A term is changed, added or removed, and no other line; a term tells its language by itself."""
    assert edit(folder, "chip", *arguments, "--yes") == 0
    assert changes(folder) == lines


def test_first_is_what_jaen_writes(folder):
    """--first puts a term before the others of its language, so that it is the preferred one."""
    assert edit(folder, "chip", "--term", "semiconductor", "--status", "preferred", "--first", "--yes") == 0
    concept = Glossary.load(folder).by_id("chip")
    assert [term.text for term in concept.terms] == ["半導体", "チップ", "semiconductor", "chip"]
    assert concept.preferred("en") == concept.terms[2]


def test_a_new_term_is_admitted_where_there_is_a_preferred_one(folder):
    """A second English term is admitted; the first one of a language is preferred."""
    edit(folder, "chip", "--term", "IC", "--yes")
    edit(folder, "wafer", "--term", "ウエハー", "--yes")
    terms = [term for concept in Glossary.load(folder).concepts for term in concept.terms]
    assert {term.text: term.status for term in terms if term.text in ("IC", "ウエハー")} == {
        "IC": Status.ADMITTED,
        "ウエハー": Status.PREFERRED,
    }


def test_what_changes_is_shown_before_it_is_written(folder, capsys, monkeypatch):
    """The change, what lint says of it, and the way back are told; without a yes nothing is written."""
    command = ["chip", "--term", "ship", "--status", "forbidden"]
    assert edit(folder, *command, "--dry-run") == 0
    out, err = capsys.readouterr()
    assert "chip: added en ship" in out
    assert f"{folder}/chip.yaml:" in err
    assert "failing-example" in err
    assert edit(folder, *command) == 2
    monkeypatch.setattr("sys.stdin", Typed("n\n"))
    assert edit(folder, *command) == 0
    assert entry(folder) == CHIP
    capsys.readouterr()
    assert edit(folder, *command, "-y") == 0
    assert f"jaen: saved as version 1; to take it back: jaen glossary undo 1 -g {folder}" in capsys.readouterr().err
    assert edit(folder, *command, "-y") == 0
    assert "nothing to change" in capsys.readouterr().err


def test_impact_on_articles_is_shown(folder, tmp_path, capsys):
    """With --corpus the effect on its sentences stands before the question."""
    (tmp_path / "article.txt").write_text("半導体が足りない。チップも足りない。\n", "utf-8")
    edit(folder, "chip", "--remove-term", "チップ", "--dry-run", "--corpus", str(tmp_path / "article.txt"))
    assert "changes 1 sentence" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["chpi", "--term", "a"], 3, "no concept 'chpi'"),
        (["chip", "--remove-term", "IC"], 3, "has no term en:IC; it has ja:半導体, ja:チップ, en:chip"),
        (["wafer", "--remove-term", "wafer"], 3, "the only term of wafer"),
        (["chip", "--term", "IC", "--reading", "あいしー"], 3, "only a Japanese term has a reading"),
        (["chip", "--term", "チップ", "--reading", "chip"], 3, "is not kana"),
        (["chip", "--term", "IC", "--from", "2025-02-01", "--to", "2025-01-01"], 3, "give another --from or --to"),
        (["chip", "--status", "forbidden"], 2, "name it with --term"),
        (["chip", "--term", "a", "--text", "-"], 2, "leave --term and --remove-term away"),
        (["chip", "--term", "en:  "], 2, "a term is empty"),
    ],
)
def test_options_that_cannot_be(folder, capsys, arguments, code, message):
    """What can't be done is an error that says why, and nothing is written."""
    assert edit(folder, *arguments, "--yes") == code
    assert message in capsys.readouterr().err
    assert entry(folder) == CHIP


def test_a_term_of_two_languages_must_say_which():
    """The functions behind the options work on concepts, without a folder."""
    tags = tuple(Term(text="AI", language=language) for language in ("ja", "en"))
    concept = Concept(id="ai", category="term", terms=tags)
    assert [term.language for term in remove_term(concept, "ja", "AI").terms] == ["en"]
    edited = edit_term(concept, TermEdit(language="en", text="A.I.", is_first=True))
    assert [term.text for term in edited.terms] == ["AI", "A.I.", "AI"]
    with pytest.raises(ConfigError):
        remove_term(concept, "en", "IA")


# In the editor


def test_what_is_right_is_saved_as_typed(folder, editor, capsys):
    """The bytes that were typed become the file's; the way back is told, and no copy is left."""
    editor("text = text.replace('approved}', 'proposed}  # by kn')")
    assert edit(folder, "chip", "--yes") == 0
    assert entry(folder) == CHIP.replace("approved}", "proposed}  # by kn")
    out, err = capsys.readouterr()
    assert "chip: review approved → proposed" in out
    assert f"to take it back: jaen glossary undo 1 -g {folder}" in err
    assert list((folder.parent / "kept").iterdir()) == []


def test_comments_alone_are_saved(folder, editor, capsys):
    """A comment more is a change."""
    editor("text += '# ask again\\n'")
    assert edit(folder, "chip", "--yes") == 0
    assert entry(folder) == CHIP + "# ask again\n"
    assert "comments or layout" in capsys.readouterr().out


def test_nothing_changed(folder, editor, capsys):
    """An editor that is closed without a change writes no version and leaves no copy."""
    editor("pass")
    assert edit(folder, "chip") == 0
    assert "nothing was changed" in capsys.readouterr().err
    assert list((folder.parent / "kept").iterdir()) == []


def test_a_slip_is_shown_and_opened_again_at_its_line(folder, editor, monkeypatch, capsys):
    """What can't be read is named with its line, where the editor opens again; then it is saved."""
    opened = editor(
        "text = text.replace('type: short', 'type:short')", "text = text.replace('type:short', 'type: variant')"
    )
    monkeypatch.setattr("sys.stdin", Typed("e\ns\n"))
    assert edit(folder, "chip") == 0
    assert changes(folder) == ["-  type: short", "+  type: variant"]
    assert (
        f"{folder}/chip.yaml:8: error unreadable: not YAML: a blank is missing after a colon" in capsys.readouterr().err
    )
    first, second = opened.read_text().splitlines()
    assert not first.startswith("+")
    assert second.startswith("+8 ")


def test_an_example_that_fails_is_shown_before_saving(folder, editor, monkeypatch, capsys):
    """Lint looks at the entry among all others; a person may save all the same."""
    opened = editor("text = text.replace('\"chip\"', 'ship')", "text = text.replace('ship', 'chip', 1)")
    monkeypatch.setattr("sys.stdin", Typed("\n\n"))  # edit again is the proposal, then save
    assert edit(folder, "chip") == 0
    assert "failing-example" in capsys.readouterr().err
    assert opened.read_text().splitlines()[1].startswith("+12 ")


def test_a_text_that_was_given_up_is_kept(folder, editor, monkeypatch, capsys):
    """Quitting tells where the text is; --text goes on with it."""
    editor("text = text.replace('はんどうたい', 'handotai')", "text = text.replace('handotai', 'ハンドウタイ')")
    monkeypatch.setattr("sys.stdin", Typed("q\n"))
    assert edit(folder, "chip") == 1
    assert entry(folder) == CHIP
    (draft,) = kept(folder)
    assert f"jaen glossary edit chip --text {draft} -g {folder}" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", Typed("e\ns\n"))
    assert edit(folder, "chip", "--text", str(draft)) == 0
    assert changes(folder) == ["-  reading: はんどうたい", "+  reading: ハンドウタイ"]


def test_nobody_to_ask_keeps_the_text(folder, editor, capsys):
    """Without a terminal and without --yes nothing is written and nothing lost."""
    editor("text = text.replace('approved', 'draft')")
    assert edit(folder, "chip") == 2
    assert entry(folder) == CHIP
    assert "draft" in kept(folder)[0].read_text("utf-8")
    assert "add --yes" in capsys.readouterr().err


def test_an_editor_that_fails_writes_nothing(folder, editor, capsys):
    """The :cq of vim gives a change up."""
    editor("sys.exit(1)")
    assert edit(folder, "chip", "--yes") == 1
    assert entry(folder) == CHIP
    assert "ended with an error" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["rm -r", 'sh -c \'rm -r "$(dirname "$0")"\'', 'sh -c \'rm "$0"; mkdir "$0"\''])
def test_an_editor_that_leaves_no_file_writes_nothing(folder, monkeypatch, capsys, command):
    """To remove the text is no way to remove the entry."""
    monkeypatch.setenv("EDITOR", command)
    assert edit(folder, "chip", "--yes") == 1
    assert "the editor has left no file" in capsys.readouterr().err
    assert entry(folder) == CHIP
    assert not list((folder.parent / "kept").iterdir())


def test_a_text_from_standard_input(folder, monkeypatch):
    """Scripts give the whole entry on standard input."""
    wanted = CHIP.replace("approved", "draft")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(wanted.encode())))
    assert edit(folder, "chip", "--text", "-", "--yes") == 0
    assert entry(folder) == wanted


def meanwhile(folder: Path, old: str, new: str) -> str:
    """A statement of an editor that changes the file on disk as someone else would."""
    file = f"pathlib.Path({str(folder / 'chip.yaml')!r})"
    return f"{file}.write_bytes({file}.read_bytes().decode().replace({old!r}, {new!r}).encode())"


def test_another_field_changed_meanwhile(folder, editor):
    """What someone else saved in another field while the editor was open is kept."""
    editor(f"{meanwhile(folder, 'type: short', 'type: variant')}; text = text.replace('approved', 'draft')")
    assert edit(folder, "chip", "--yes") == 0
    assert changes(folder) == [
        "-  type: short",
        "-review: {state: approved}",
        "+  type: variant",
        "+review: {state: draft}",
    ]


def test_the_same_field_changed_meanwhile(folder, editor, monkeypatch, capsys):
    """A conflict shows both versions and writes nothing; the text goes on with the others' changes in it."""
    other = CHIP.replace("approved", "rejected").replace("type: short", "type: variant")
    editor(
        f"{meanwhile(folder, 'approved', 'rejected')}; {meanwhile(folder, 'type: short', 'type: variant')}; "
        "text = text.replace('approved', 'draft')",
    )
    assert edit(folder, "chip", "--yes") == 3
    assert entry(folder) == other
    assert "yours draft; theirs rejected" in capsys.readouterr().err
    (draft,) = kept(folder)
    monkeypatch.setattr("sys.stdin", Typed("s\ns\n"))
    assert edit(folder, "chip", "--text", str(draft)) == 0
    out, err = capsys.readouterr()
    assert "+  type: variant" in out.splitlines()
    assert "yours draft; theirs rejected" in err
    assert entry(folder) == other.replace("rejected", "draft")


def test_a_broken_entry_can_be_mended(folder, editor, capsys):
    """An entry that can't be read is opened like any other."""
    (folder / "chip.yaml").write_text(CHIP.replace("はんどうたい", "?"), "utf-8")
    editor("text = text.replace('?', 'はんどうたい')")
    assert edit(folder, "chip", "--yes") == 0
    assert entry(folder) == CHIP
    assert "can be read again" in capsys.readouterr().out


def test_a_link_that_leads_nowhere_is_not_saved(folder, editor, capsys):
    """What would break the glossary is a problem with its line, and the text is kept."""
    editor("text += 'links: [{related: waffer}]\\n'")
    assert edit(folder, "chip", "--yes") == 1
    assert "chip.yaml:14: error unreadable: there is no concept 'waffer' to link to; did you mean 'wafer'?" in (
        capsys.readouterr().err
    )
    assert kept(folder)


@pytest.mark.parametrize(
    ("editor_name", "line", "command"),
    [
        ("vim", 7, ["vim", "+7", "f.yaml"]),
        ("/usr/bin/nano -w", 7, ["/usr/bin/nano", "-w", "+7", "f.yaml"]),
        ("code", 7, ["code", "--wait", "--goto", "f.yaml:7"]),
        ("code -w", None, ["code", "-w", "f.yaml"]),
        ("hx", 7, ["hx", "f.yaml:7"]),
        ("gvim", None, ["gvim", "-f", "f.yaml"]),
        ("my-editor --x", 7, ["my-editor", "--x", "f.yaml"]),
    ],
)
def test_editors_open_at_a_line(monkeypatch, editor_name, line, command):
    """Editors that are known open at a line and are waited for; others get the file alone."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor_name)
    assert editor_command(Path("f.yaml"), line) == command


def test_no_editor(folder, monkeypatch, capsys):
    """An editor that is not there, or can't be understood, is told with its variable."""
    monkeypatch.setenv("EDITOR", "no-such-editor")
    assert edit(folder, "chip") == 3
    monkeypatch.setenv("VISUAL", "'vim")
    assert edit(folder, "chip") == 3
    err = capsys.readouterr().err
    assert "no-such-editor can't be started" in err
    assert "check its quotes" in err
