"""`jaen glossary import` and `export` as an editor runs them."""

import json
import os
import sys

import pytest

from jaen.cli.main import run
from jaen.glossary import Glossary
from jaen.glossary.exchange import importing
from jaen.glossary.saving import GlossaryFolder

FILES = {
    "chip.yaml": "category: term\nterms:\n- ja: 半導体\n- en: chip  # the desk's word\nnote: asked\n",
    "wafer.yaml": "category: term\nterms:\n- ja: ウエハー\n- en: wafer\nreview: {state: rejected}\n",
}


@pytest.fixture
def folder(tmp_path):
    """A glossary of two entries."""
    path = tmp_path / "mine"
    path.mkdir()
    for name, text in FILES.items():
        (path / name).write_text(text, "utf-8")
    return path


@pytest.fixture
def jaen(folder, capsys):
    """Runs a command on the glossary; (exit code, standard output, standard error)."""

    def call(*arguments):
        code = run(["glossary", *map(str, arguments), "-g", str(folder)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


def write(path, text):
    path.write_text(text, "utf-8")
    return path


def state(folder):
    return {path.name: path.read_text("utf-8") for path in folder.glob("*.yaml")}


def test_a_plan_is_shown_and_saved_as_one_version(jaen, folder, tmp_path):
    """Conflicts first, then what is skipped, changed and new; one version, which `undo` takes back."""
    sheet = write(
        tmp_path / "in.csv",
        "日本語,英語,状態,備考\n半導体,chip,,other\nウエハー,wafer,,round\n抵抗,resistor,,\n回路,circuit,prefered,\n",
    )
    code, out, err = jaen("import", sheet, "--yes", "--by", "kn")
    assert code == 1
    assert out.splitlines() == [
        "! chip (line 2): note: there asked | comes other",
        "- line 5: status 'prefered' is not known; did you mean 'preferred'?",
        "~ wafer (line 3): note (none) → round",
        "+ resistor (line 4): 抵抗 = resistor",
        "+ 1 new  ~ 1 changed  = 0 same  ! 1 conflict  - 1 skipped",
    ]
    assert "saved as version 1; to take it back: jaen glossary undo 1 -g" in err
    version = GlossaryFolder(folder).version()
    assert (version.by, version.why) == ("kn", "import of in.csv")
    assert {path.name for path in folder.glob("*.yaml")} == {"chip.yaml", "wafer.yaml", "resistor.yaml"}
    assert "# the desk's word" in state(folder)["chip.yaml"]
    assert jaen("undo", "--yes")[0] == 0
    assert state(folder) == FILES


def test_a_dry_run_writes_nothing(jaen, folder, tmp_path):
    """Neither does an import that nobody confirms."""
    sheet = write(tmp_path / "in.csv", "ja,en\n抵抗,resistor\n")
    assert jaen("import", sheet, "--dry-run")[0] == 0
    assert jaen("import", sheet)[0] == 2  # no terminal to ask at
    assert state(folder) == FILES


def test_exit_codes(jaen, tmp_path):
    """0: all is in; 1: something is left; 3: the file can't be read."""
    same = write(tmp_path / "same.csv", "ja,en\n半導体,chip\n")
    assert jaen("import", same)[0] == 0
    left = write(tmp_path / "left.csv", "ja,en\n半導体,semiconductor\n")
    assert jaen("import", left, "--dry-run")[0] == 1
    for name, text in (("x.csv", "a,b\n"), ("x.xyz", "ja,en\n"), ("x.tbx", "<a")):
        code, out, err = jaen("import", write(tmp_path / name, text))
        assert (code, out) == (3, "")
        assert name in err
    code, _, err = jaen("import", tmp_path / "gone.csv")
    assert (code, "No such file" in err) == (3, True)


def test_policies_are_options(jaen, folder, tmp_path):
    """`--on-conflict` decides; what is proposed waits in the review."""
    sheet = write(tmp_path / "in.csv", "ja,en\n半導体,semiconductor\n")
    assert jaen("import", sheet, "--yes", "--on-conflict", "propose")[0] == 1
    chip = Glossary.load(folder).by_id("chip")
    assert [f"{term.text} {term.status}" for term in chip.terms[1:]] == ["chip preferred", "semiconductor admitted"]
    assert jaen("import", sheet, "--yes", "--on-conflict", "replace")[0] == 0  # it is known now


def test_a_plan_for_programs(jaen, tmp_path):
    """`--json` has every concept, row and reason."""
    sheet = write(tmp_path / "in.csv", "ja,en,note\n半導体,chip,other\n抵抗,resistor,\n,,x\n")
    plan = json.loads(jaen("import", sheet, "--dry-run", "--json")[1])
    assert plan["counts"] == {"added": 1, "changed": 0, "same": 0, "conflict": 1, "skipped": 1}
    assert [(one["kind"], one["id"], one["place"], one["taken"]) for one in plan["planned"]] == [
        ("conflict", "chip", 2, False),
        ("added", "resistor", 3, True),
    ]
    assert plan["planned"][0]["conflicts"] == [{"field": "note", "there": "asked", "comes": "other"}]
    assert plan["skipped"] == [{"place": 4, "reason": "the row has no term; fill in ja or en, or clear the row"}]


def test_lint_looks_at_what_comes_in(jaen, tmp_path):
    """Doubts about the entries that would be taken are said before they are saved; those about others are not."""
    sheet = write(tmp_path / "in.csv", "ja,en\nﾃｲｺｳ,resistor\n")
    assert "lint: resistor: " in jaen("import", sheet, "--dry-run")[2]
    plain = write(tmp_path / "plain.csv", "ja,en,読み\n抵抗,resistor,ていこう\n")
    assert "lint:" not in jaen("import", plain, "--dry-run")[2]


def test_a_long_plan_is_cut_and_says_so(jaen, tmp_path):
    """Twenty new concepts are shown, and that there are more."""
    sheet = write(tmp_path / "in.csv", "ja,en\n" + "".join(f"語{n}番,word {n}\n" for n in range(21)))
    out = jaen("import", sheet, "--dry-run")[1].splitlines()
    assert (len(out), out[20]) == (22, "  … and 1 line more; --json has all")
    sheet.write_text(sheet.read_text("utf-8").replace("語20番,word 20\n", ""), "utf-8")
    assert len(jaen("import", sheet, "--dry-run")[1].splitlines()) == 21


def test_a_folder_is_made(tmp_path, capsys):
    """A glossary in one file becomes a folder of entries; so does another folder."""
    one = write(tmp_path / "list.yaml", "- id: chip\n  category: term\n  terms: [{ja: 半導体}, {en: chip}]\n")
    made = tmp_path / "made"
    assert run(["glossary", "import", str(one), "-g", str(made), "--yes"]) == 0
    assert Glossary.load(made).concepts == Glossary.load(one).concepts
    again = tmp_path / "again"
    assert run(["glossary", "import", str(made), "-g", str(again), "--dry-run"]) == 0
    assert not again.exists()
    assert run(["glossary", "import", str(made), "-g", str(again), "--yes"]) == 0
    assert Glossary.load(again).concepts == Glossary.load(one).concepts
    assert run(["glossary", "import", str(made), "-g", str(one), "--yes"]) == 3
    assert "changes are saved in folders" in capsys.readouterr().err


def test_a_sheet_goes_out_and_comes_back(jaen, folder, tmp_path):
    """Export, someone edits the glossary, someone else the sheet: both are brought together, nothing is taken back."""
    sheet = tmp_path / "out.csv"
    states = [argument for name in ("proposed", "rejected") for argument in ("--state", name)]
    assert jaen("export", "-o", sheet, *states)[0] == 0
    assert jaen("import", sheet)[0] == 0  # as it was
    colleague = write(
        tmp_path / "colleague.csv", "ja,en,status\n半導体,chip,\n半導体,IC,admitted\nウエハー,wafer slice,admitted\n"
    )
    jaen("import", colleague, "--yes", "--on-conflict", "keep")
    edited = sheet.read_text("utf-8-sig").replace("asked", "asked and answered")
    write(sheet, edited)
    code, out, _ = jaen("import", sheet, "--yes")
    assert (code, out.splitlines()) == (
        0,
        [
            "~ chip (line 2): note asked → asked and answered",
            "= wafer (line 4): was changed here since the sheet was written, and not in the sheet; it stays",
            "+ 0 new  ~ 1 changed  = 1 same  ! 0 conflicts  - 0 skipped",
        ],
    )
    chip = Glossary.load(folder).by_id("chip")
    assert ([term.text for term in chip.terms], chip.note) == (["半導体", "chip", "IC"], "asked and answered")


def test_the_history_is_read_once(folder, monkeypatch):
    """Earlier versions are looked for only when a sheet needs them, and then all at once."""
    calls = []
    versions = GlossaryFolder.versions
    monkeypatch.setattr(GlossaryFolder, "versions", lambda *args, **named: calls.append(1) or versions(*args, **named))
    find = importing.ancestors_in(folder)
    assert calls == []
    assert [find("chip", "0"), find("chip", "1")] == [None, None]
    assert calls == [1]


# Export


def test_what_is_left_out_is_said(jaen):
    """Drafts and rejected entries are not for others, unless asked for."""
    code, out, err = jaen("export", "-f", "csv-pairs")
    assert code == 0
    assert "ウエハー" not in out
    assert "1 concept left out: rejected (--state rejected takes them)" in err
    assert "ウエハー" in jaen("export", "-f", "csv-pairs", "--state", "rejected")[1]


def test_ids_choose(jaen):
    """Only the concepts named are written; an unknown one is an error with the nearest."""
    _, out, err = jaen("export", "chip", "-f", "csv-pairs")
    assert out == "\ufeffid,ja,en,status,category\r\nchip,半導体,chip,,term\r\n"
    assert "left out" not in err
    assert jaen("export", "chjp", "-f", "csv")[0] == 3


def test_losses_are_counted_and_told(jaen, tmp_path):
    """What the file can't hold is counted by kind; --loss-report has each."""
    _, _, err = jaen("export", "-f", "csv-pairs")
    assert "not in the file: 1 detail of 1 concept" in err
    assert "       1  note" in err
    report = tmp_path / "losses.txt"
    jaen("export", "-f", "csv-pairs", "--loss-report", report)
    assert report.read_text("utf-8") == "chip: note asked → (none)\n"
    assert "jaen: chip: note asked → (none)" in jaen("export", "-f", "csv-pairs", "--loss-report", "-")[2]
    assert "nothing was lost" in jaen("export", "-f", "csv")[2]


def test_the_format_by_name_or_suffix(jaen, tmp_path):
    """-f, or the suffix of OUT; without either, or with an unknown one, the formats are named."""
    assert jaen("export", "-o", tmp_path / "x.utx")[0] == 0
    assert (tmp_path / "x.utx").read_bytes().startswith(b"#UTX")
    assert "TBX-Basic" in jaen("export", "-f", "tbx")[1]
    for arguments in ((), ("-o", tmp_path / "x.doc"), ("-f", "excel")):
        code, _, err = jaen("export", *arguments)
        assert code == 3
        assert "csv" in err
    assert "did you mean 'deepl'?" in jaen("export", "-f", "depl")[2]


def test_formats_are_listed(jaen):
    """Every format says what it is for and what it carries."""
    _, out, _ = jaen("export", "--formats")
    assert out.startswith("xlsx ")
    assert "deepl " in out
    assert out.count("carries: ") == out.count("\n") / 2


def test_binary_formats_need_a_file(jaen):
    """A workbook is not printed."""
    code, out, err = jaen("export", "-f", "xlsx")
    assert (code, out) == (2, "")
    assert "name a file with -o OUT" in err


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="a read-only folder stops only a usual user")
def test_a_folder_that_can_not_be_written(jaen, tmp_path):
    """The old file stays where the new one can't be written."""
    closed = tmp_path / "closed"
    closed.mkdir()
    write(closed / "x.csv", "old")
    closed.chmod(0o500)
    try:
        assert jaen("export", "-o", closed / "x.csv")[0] == 3
    finally:
        closed.chmod(0o700)
    assert (closed / "x.csv").read_text() == "old"


def test_an_old_workbook_outlives_a_failed_export(jaen, folder, tmp_path):
    """When the new one can't be made, the old file is as it was."""
    pytest.importorskip("openpyxl", reason="the extra sheets is not installed")
    old = write(tmp_path / "x.xlsx", "old")
    long = "".join(f"- {'x' * 15_000}{n}\n" for n in range(3))
    write(folder / "chip.yaml", f"{FILES['chip.yaml']}sources:\n{long}")
    code, _, err = jaen("export", "-o", old)
    assert (code, "chip: sources has 45,005 characters" in err) == (3, True)
    assert old.read_text() == "old"
    write(folder / "chip.yaml", FILES["chip.yaml"])
    assert jaen("export", "-o", old)[0] == 0
    assert old.read_bytes().startswith(b"PK")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith((".", "x."))] == ["x.xlsx"]


def test_out_is_a_file_in_a_folder(jaen, tmp_path):
    """A folder, or a file in a folder that is not there, is named."""
    for out, says in ((tmp_path, "is a folder"), (tmp_path / "no" / "x.csv", "there is no folder")):
        code, _, err = jaen("export", "-f", "csv", "-o", out)
        assert (code, says in err) == (3, True)


@pytest.mark.parametrize("option", ["-o", "--loss-report"])
def test_entries_are_not_overwritten(jaen, folder, tmp_path, option):
    """A slip of the hand, and an entry would be a table: neither a file of the folder nor a link to it is written."""
    (tmp_path / "link.csv").symlink_to(folder / "chip.yaml")
    for place in (folder / "chip.yaml", folder / "new.yaml", tmp_path / "link.csv"):
        other = [] if option == "-o" else ["-o", tmp_path / "out.tsv"]
        code, _, err = jaen("export", "-f", "deepl", option, place, *other)
        assert (code, "the glossary's own entries" in err) == (3, True)
    assert state(folder) == FILES
    assert jaen("export", "-f", "deepl", option, folder / "beside.tsv", *other)[0] == 0


def test_out_and_the_loss_report_are_two_files(jaen, tmp_path):
    """Else the second would take the place of the first."""
    code, _, err = jaen("export", "-f", "deepl", "-o", tmp_path / "x", "--loss-report", tmp_path / "." / "x")
    assert (code, "name another" in err) == (2, True)
    assert not (tmp_path / "x").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders")
def test_a_pipe_is_written_into_and_stays_one(jaen, tmp_path):
    """As >(gzip > all.gz) is one; /dev/null must not become a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert jaen("export", "-f", "csv", "-o", pipe)[0] == 0
    assert "半導体" in os.read(reader, 10_000).decode()
    os.close(reader)
    assert pipe.is_fifo()


def test_what_lint_says_is_cut(jaen, tmp_path):
    """Of many doubts the first are shown, and where the others are to be seen."""
    sheet = write(tmp_path / "terms.csv", "ja,en\n" + "".join(f"{chr(0x4E00 + n)}語,same\n" for n in range(25)))
    said = jaen("import", sheet, "--dry-run")[2].splitlines()
    assert len([line for line in said if "is preferred by" in line]) == 20
    assert [line.partition(" more; ")[0] for line in said if "…" in line] == ["jaen: lint: … and 5"]
    few = write(tmp_path / "few.csv", "ja,en\n核,same\n雷,same\n")
    assert "…" not in jaen("import", few, "--dry-run")[2]
