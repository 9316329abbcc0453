"""The command line: exit codes, streams, messages, and views of the same pipeline."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jaen.cli import run
from jaen.cli.main import Commands

ROOT = Path(__file__).parents[2]
NEWS = str(ROOT / "glossaries" / "news")
PAGE = "国家サイバー統括室(NCO)は18日、注意を呼びかけた。\n金融庁も「対応が必要だ」と説明した。\n"


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


def jaen(*arguments, stdin=None, **more):
    return subprocess.run(
        [sys.executable, "-m", "jaen", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        cwd=ROOT,
        **more,
    )


@pytest.mark.parametrize("command", Commands.table)
def test_every_command_has_help_and_stands_in_the_table(command, capsys):
    """Every command in the table exists and explains itself in its own words."""
    assert run([command, "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"Usage: jaen {command}")
    assert len(out.splitlines()) >= 5
    assert "\\b" not in out  # click's mark for lines to keep is no text


def test_process_prints_one_json_line_per_article(page, capsys):
    """The default output is one line of the contract per article, and a one-line summary on standard error."""
    assert run(["process", str(page), "-g", NEWS]) == 0
    out, err = capsys.readouterr()
    (line,) = out.splitlines()
    report = json.loads(line)
    assert report["schema"] == "jaen.report/1"
    assert {"national-cybersecurity-office", "financial-services-agency"} <= {m["concept"] for m in report["mentions"]}
    assert err.startswith("jaen: 1 article, 2 sentences")


def test_segment_prints_one_sentence_a_line(page, capsys):
    """`segment` prints sentences and nothing else."""
    assert run(["segment", str(page)]) == 0
    assert capsys.readouterr().out == PAGE


def test_normalize_keeps_the_layout(tmp_path, capsys):
    """`normalize` changes characters inside sentences and leaves line breaks where they were."""
    path = tmp_path / "a.txt"
    path.write_text("ＡＩの攻撃。\n\n１５０社に被害。\n", "utf-8")
    assert run(["normalize", str(path)]) == 0
    assert capsys.readouterr().out == "AIの攻撃。\n\n150社に被害。\n"


def test_tokenize_makes_glossary_terms_single_words(page, capsys):
    """With a glossary 国家サイバー統括室 is one word, without one it is not."""
    run(["tokenize", str(page), "-g", NEWS])
    assert any(line.startswith("国家サイバー統括室\t") for line in capsys.readouterr().out.splitlines())
    run(["tokenize", str(page)])
    assert not any(line.startswith("国家サイバー統括室\t") for line in capsys.readouterr().out.splitlines())


def test_terms_print_line_and_column(page, capsys):
    """`terms` names the place as editors do: line and column from 1."""
    assert run(["terms", str(page), "-g", NEWS]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    places = {row[2]: row[0].removeprefix(str(page)) for row in rows[::-1]}
    assert places["financial-services-agency"] == ":2:1"


def test_detect_as_json(page, capsys):
    """Every view is also JSON Lines, with spans of the article."""
    assert run(["detect", str(page), "-f", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["language"] for row in rows] == ["ja", "ja"]
    assert PAGE[slice(*rows[1]["span"])] == rows[1]["text"]


def test_explain_by_offset_and_by_text(page, capsys):
    """A character is named by its offset, or by the first occurrence of a text."""
    assert run(["explain", f"{page}:0", "-g", NEWS]) == 0
    by_offset = capsys.readouterr().out
    assert run(["explain", f"{page}:国家", "-g", NEWS]) == 0
    assert capsys.readouterr().out == by_offset
    assert "accepted: national-cybersecurity-office" in by_offset


def test_explain_a_line_of_a_feed(capsys, monkeypatch):
    """An article of a JSON Lines file is named as the other commands print it: file, line, character."""
    monkeypatch.chdir(ROOT)
    assert run(["explain", "examples/feed.jsonl:2:金融庁", "-g", NEWS]) == 0
    assert "from examples/feed.jsonl:2" in capsys.readouterr().out
    assert run(["explain", "examples/feed.jsonl:金融庁"]) == 3
    assert "3 articles; name one of them, e.g. examples/feed.jsonl:1" in capsys.readouterr().err


def test_explain_standard_input():
    """`-:OFFSET` explains a character of standard input."""
    assert jaen("explain", "-:0", stdin=PAGE).stdout.startswith("…▸国◂")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["proces", "x"], 2, "did you mean 'process'?"),
        (["process"], 2, "Missing argument"),
        (["process", "x", "-f", "word"], 2, "is not one of"),
        (["process", "no-such-file.txt"], 3, "no-such-file.txt"),
        (["process", "examples", "-g", "no-such-glossary"], 3, "no-such-glossary"),
        (["terms", "examples"], 3, "add -g GLOSSARY"),
        (["process", "examples", "--resume"], 3, "works with -o OUT"),
        (["process", "examples", "-o", "no/such/folder/x"], 3, "there is no folder"),
        (["explain", "page.txt"], 3, "name a file and a character"),
    ],
)
def test_wrong_use_and_bad_input_say_what_instead(arguments, code, message, capsys, monkeypatch):
    """Wrong usage exits with 2, an error jaen names with 3; each is one message without a traceback."""
    monkeypatch.chdir(ROOT)
    assert run(arguments) == code
    err = capsys.readouterr().err
    assert message in err
    assert "Traceback" not in err


def test_explain_outside_the_text_names_the_limits(page, capsys):
    """An offset past the end is answered with the offsets that exist."""
    assert run(["explain", f"{page}:9999"]) == 3
    assert f"use 0 to {len(PAGE) - 1}" in capsys.readouterr().err


def test_one_bad_file_does_not_stop_the_others(page, tmp_path, capsys):
    """A file that can't be read is said, the others are processed, and the exit code tells."""
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\xfd\x81\x00\x39\x81")
    assert run(["process", str(tmp_path), "-q"]) == 3
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert "bad.txt" in err


def test_fail_on_turns_findings_into_an_exit_code(tmp_path, capsys):
    """--fail-on warning exits with 1 on an unclosed bracket, and the default does not."""
    path = tmp_path / "a.txt"
    path.write_text("会見で「対応が必要だと述べた。\n彼は去った。\n", "utf-8")
    assert run(["process", str(path), "-q"]) == 0
    assert run(["process", str(path), "-q", "--fail-on", "warning"]) == 1
    assert run(["process", str(path), "-q", "--fail-on", "error"]) == 0
    capsys.readouterr()


def test_standard_input(capsys):
    """`-` reads standard input."""
    done = jaen("segment", "-", stdin="彼は来た。She left.\n")
    assert done.stdout == "彼は来た。\nShe left.\n"


def test_output_file_appears_whole(page, tmp_path):
    """-o writes the file under its final name only when all is in it, and leaves nothing else behind."""
    out = tmp_path / "out" / "all.jsonl"
    out.parent.mkdir()
    assert run(["process", str(page), "-o", str(out), "-q"]) == 0
    assert [path.name for path in out.parent.iterdir()] == ["all.jsonl"]
    assert json.loads(out.read_text("utf-8"))["schema"] == "jaen.report/1"


def test_resume_gives_the_same_bytes(tmp_path):
    """A run that was interrupted after two articles and resumed writes the same file as one that was not."""
    texts = tmp_path / "in"
    texts.mkdir()
    for number in range(5):
        (texts / f"{number}.txt").write_text(f"今日は{number}件の攻撃があった。\n", "utf-8")
    whole, again = tmp_path / "whole.jsonl", tmp_path / "again.jsonl"
    run(["process", str(texts), "-o", str(whole), "-q"])
    lines = whole.read_bytes().splitlines(keepends=True)
    (tmp_path / "again.jsonl.part").write_bytes(b"".join(lines[:2]) + lines[2][:40])
    assert run(["process", str(texts), "-o", str(again), "-q", "--resume"]) == 0
    assert again.read_bytes() == whole.read_bytes()


def test_an_input_is_never_overwritten(page, tmp_path, capsys):
    """-o can't name what is read, nor what the next run would take for an article; elsewhere it overwrites."""
    before = page.read_bytes()
    for source, out in [(page, page), (tmp_path, tmp_path / "new.jsonl"), (tmp_path / "." / "page.txt", page)]:
        assert run(["process", str(source), "-o", str(out)]) == 3
        assert "is among the articles to read" in capsys.readouterr().err
    assert page.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["page.txt"]
    assert run(["process", str(tmp_path), "-o", str(tmp_path / "new.out")]) == 0
    assert run(["process", str(tmp_path), "-o", str(tmp_path / "new.out")]) == 0


def test_output_to_a_device_or_pipe_is_written_there(page, tmp_path):
    """What is no regular file is written to, never replaced: /dev/null stays what it is."""
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert run(["segment", str(page), "-o", str(tmp_path / "pipe")]) == 0
    assert os.read(reader, 1000).decode() == PAGE
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()


def test_a_link_stays_a_link(page, tmp_path):
    """-o through a link writes the file it leads to, beside which the unfinished one lies."""
    (tmp_path / "far").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "far" / "all.txt")
    assert run(["segment", str(page), "-o", str(tmp_path / "link")]) == 0
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "far" / "all.txt").read_text("utf-8") == PAGE


def test_two_runs_never_write_one_file(page, tmp_path, capsys):
    """The second run is refused, and what the first has written so far is untouched."""
    fcntl = pytest.importorskip("fcntl")
    with (tmp_path / "all.jsonl.part").open("a") as first:
        fcntl.flock(first, fcntl.LOCK_EX)
        first.write("so far")
        first.flush()
        for more in ([], ["--resume"]):
            assert run(["process", str(page), "-o", str(tmp_path / "all.jsonl"), *more]) == 3
            assert "another run is writing it" in capsys.readouterr().err
    assert (tmp_path / "all.jsonl.part").read_text() == "so far"


def test_a_wrong_glossary_leaves_no_file(page, tmp_path):
    """A run that never began leaves nothing to go on from."""
    assert run(["process", str(page), "-g", "nowhere", "-o", str(tmp_path / "all.jsonl")]) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["page.txt"]


@pytest.mark.parametrize(
    "arguments", [["process", ""], ["process", "{page}", "-g", ""], ["process", "{page}", "-o", ""]]
)
def test_an_empty_name_is_an_error(arguments, page, tmp_path, monkeypatch, capsys):
    """A shell variable with nothing in it must not mean the current folder, no glossary or standard output."""
    monkeypatch.chdir(tmp_path)
    assert run([argument.format(page=page) for argument in arguments]) == 3
    assert capsys.readouterr().out == ""


def test_closed_pipe_ends_quietly(tmp_path):
    """`jaen … | head -1` ends without a word."""
    feed = tmp_path / "feed.jsonl"
    feed.write_text("".join(json.dumps({"id": str(n), "text": PAGE * 50}) + "\n" for n in range(40)), "utf-8")
    command = f"{sys.executable} -m jaen process {feed} -q | head -c 20"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0
    assert done.stderr == ""


def test_closed_pipe_does_not_hide_that_nothing_was_written(tmp_path):
    """A command that was to write, and can't show what, says that it did not."""
    sheet = tmp_path / "terms.csv"
    sheet.write_text("ja,en\n" + "".join(f"語{n},word {n}\n" for n in range(30)), "utf-8")
    command = f"{sys.executable} -m jaen glossary import {sheet} -g {tmp_path / 'new'} --yes"
    shell = f"set -o pipefail; {command} | true"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 3
    assert "standard output was closed before anything was written" in done.stderr
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_full_disk_is_one_message(page):
    """A disk that is full is said in one line, with exit code 3."""
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m jaen segment {page} > /dev/full"], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 3
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_closed_standard_output_is_said(page):
    """With standard output closed nothing would be seen: jaen says so instead of ending well."""
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m jaen segment {page} >&-"], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 3
    assert "standard output is closed" in done.stderr


def living(group: int) -> list[str]:
    """Process ids of a process group that are not mere zombies."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            state, _, pgrp = stat.read_text().rpartition(")")[2].split()[:3]
            if int(pgrp) == group and state != "Z":
                found.append(stat.parent.name)
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="this system has no /proc")
def test_interrupt_exits_with_130_and_leaves_no_process(tmp_path):
    """Ctrl-C in a batch with workers ends with 130 and one word, and every worker is gone."""
    feed = tmp_path / "feed.jsonl"
    feed.write_text("".join(json.dumps({"id": str(n), "text": PAGE * 200}) + "\n" for n in range(200)), "utf-8")
    command = [sys.executable, "-m", "jaen", "process", str(feed), "--workers", "2", "-o", str(tmp_path / "o.jsonl")]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True)
    part = tmp_path / "o.jsonl.part"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (part.exists() and part.stat().st_size):
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.strip().endswith("jaen: interrupted")
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and living(process.pid):
        time.sleep(0.05)
    assert not living(process.pid)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="this system has no process groups")
def test_interrupt_while_workers_start_is_one_word(tmp_path):
    """A terminal sends Ctrl-C to every process; those that are still starting up end without a traceback."""
    feed = tmp_path / "feed.jsonl"
    feed.write_text("".join(json.dumps({"id": str(n), "text": PAGE}) + "\n" for n in range(2000)), "utf-8")
    command = [sys.executable, "-m", "jaen", "process", str(feed), "--workers", "2", "-o", str(tmp_path / "o.jsonl")]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (tmp_path / "o.jsonl.part").exists():
        time.sleep(0.01)
    time.sleep(0.2)  # long enough for both to be started, too short for either to be ready
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, "jaen: interrupted\n")


@pytest.mark.parametrize("environment", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONHASHSEED": "7"}])
def test_output_does_not_depend_on_the_environment(page, environment):
    """Another locale, another output encoding or another hash seed gives the same bytes."""
    plain = jaen("process", page, "-g", NEWS, "-q").stdout
    other = jaen("process", page, "-g", NEWS, "-q", env=os.environ | environment).stdout
    assert other == plain
