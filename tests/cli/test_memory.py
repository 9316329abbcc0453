"""`jaen memory`: what is said, what is written, and how it is taken back."""

import csv
import io
import json
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from jaen.cli.main import run
from jaen.translation.memory import Key, Memory, Remembered

GLOSSARY = """category: term
terms:
- ja: 半導体
- en: {english}
"""


@pytest.fixture
def memory(tmp_path, monkeypatch):
    """An absent memory that the commands use; files are written beside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JAEN_MEMORY", "m.sqlite")
    monkeypatch.setenv("JAEN_EDITOR_NAME", "mm")
    return Memory(tmp_path / "m.sqlite")


@pytest.fixture
def jaen(capsys):
    """Runs `jaen memory …`: exit code, lines of output, lines of messages."""

    def call(*arguments):
        capsys.readouterr()
        code = run(["memory", *arguments])
        out, err = capsys.readouterr()
        return code, out.splitlines(), err.splitlines()

    return call


def keep(memory, text="半導体が足りない。", said="Chips are short.", state="translated", **more):
    values = {"source": "ja", "target": "en", "engine": "argos", "model": "ja_en 1.1", "options": "1", "concepts": ()}
    key = Key(text=text, **values | more)
    memory.keep({key: Remembered(text=said, state=state, terms=(), flags=("append: NCO",))})
    return key


def fill_in(path, **cells):
    """Fill cells of all rows of a CSV sheet."""
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, rows[0])
        writer.writeheader()
        writer.writerows({**row, **cells} for row in rows)


def test_a_sheet_has_the_sentences_of_an_article_in_their_order(memory, jaen):
    """A reviewer reads an article from its beginning, not in the order of hashes."""
    texts = [f"{number}人が来た。" for number in range(2, 40)]
    same = {"source": "ja", "target": "en", "engine": "argos", "model": "ja_en 1.1", "options": "1", "concepts": ()}
    said = Remembered(text="They came.", state="translated", terms=(), flags=())
    memory.keep({Key(text=text, **same): said for text in texts})
    jaen("export", "-f", "csv", "-o", "sheet.csv")
    sheet = memory.path.with_name("sheet.csv").read_text("utf-8-sig")
    assert [row["source"] for row in csv.DictReader(io.StringIO(sheet))] == texts


def test_an_editors_round(memory, jaen, tmp_path):
    """A sheet goes out, comes back corrected, wins, and the import can be taken back and made again."""
    keep(memory)
    assert jaen("export", "-o", "s.csv") == (0, [], ["jaen: 1 translation written as csv into s.csv"])
    assert (tmp_path / "s.csv").read_bytes().startswith(b"\xef\xbb\xbfid,from,to,source,translation,correction")
    fill_in(tmp_path / "s.csv", correction="Chips are scarce.")
    code, out, err = jaen("import", "s.csv")
    assert (code, out) == (0, ["+ 1 new  ~ 0 replaced  = 0 same  - 0 not taken"])
    assert err == ["jaen: saved as change 1; to take it back: jaen memory undo 1"]
    assert memory.reviewed(["半導体が足りない。"], "ja", "en")[0].by == "mm"
    assert jaen("import", "s.csv")[2] == ["jaen: nothing new; nothing was written"]
    assert jaen("export", "-f", "csv")[2] == ["jaen: 0 translations written as csv"]
    assert jaen("undo", "--yes")[2] == ["jaen: 1 translation as before; to redo: jaen memory undo 2"]
    assert memory.reviewed(["半導体が足りない。"], "ja", "en") == [None]
    assert jaen("undo", "2", "--yes")[0] == 0
    assert memory.reviewed(["半導体が足りない。"], "ja", "en")[0].text == "Chips are scarce."


def test_what_is_not_taken_is_named(memory, jaen, tmp_path):
    """Rows that can't be taken are named with their line, and the exit code says that there are some."""
    keep(memory)
    jaen("export", "-o", "s.csv")
    fill_in(tmp_path / "s.csv", approve="perhaps")
    code, out, err = jaen("import", "s.csv")
    assert (code, err) == (1, ["jaen: nothing new; nothing was written"])
    assert out == [
        "- line 2: approve is 'perhaps'; write yes or no, or nothing",
        "+ 0 new  ~ 0 replaced  = 0 same  - 1 not taken",
    ]


def test_many_refusals_are_counted(memory, jaen, tmp_path):
    """Of more than twenty alike the first are shown, the rest counted; --json has all."""
    for number in range(30):
        keep(memory, f"文{number}。")
    jaen("export", "-o", "s.csv")
    fill_in(tmp_path / "s.csv", approve="no")
    out = jaen("import", "s.csv")[1]
    assert out[20:] == ["  … and 10 more like these; --json has all", "+ 0 new  ~ 0 replaced  = 0 same  - 30 not taken"]
    assert len(json.loads("\n".join(jaen("import", "s.csv", "--json")[1]))["not_taken"]) == 30


def test_a_review_that_replaces_is_shown(memory, jaen, tmp_path):
    """What was there and what comes stand side by side; --by says who; --dry-run writes nothing."""
    keep(memory)
    jaen("export", "-o", "s.csv")
    for said, dry in (("One.", ()), ("Two.", ("--dry-run",)), ("Two.", ())):
        fill_in(tmp_path / "s.csv", correction=said)
        code, out, err = jaen("import", "s.csv", "--by", "田中", *dry)
        assert code == 0
        if said == "Two.":
            assert out[0] == "~ 半導体が足りない。 | there One. (田中) | comes Two."
        if dry:
            assert err == ["jaen: nothing was written"]
            assert memory.reviewed(["半導体が足りない。"], "ja", "en")[0].text == "One."
    assert memory.reviewed(["半導体が足りない。"], "ja", "en")[0].text == "Two."


def test_tmx_out_and_in_elsewhere(memory, jaen, tmp_path):
    """Reviewed translations go to another memory with the names of their reviewers."""
    pytest.importorskip("lxml", reason="needs the extra xml")
    keep(memory)
    keep(memory, "雨。", "Rain.")
    jaen("export", "-o", "s.csv")
    fill_in(tmp_path / "s.csv", approve="yes")
    jaen("import", "s.csv", "--by", "kt")
    keep(memory, "雪。", "Snow?")
    assert jaen("export", "-o", "r.tmx")[2] == ["jaen: 2 translations written as tmx into r.tmx"]
    code, _, err = jaen("import", "r.tmx", "--memory", "my other.sqlite")
    assert (code, err) == (
        0,
        ["jaen: saved as change 1; to take it back: jaen memory undo 1 --memory 'my other.sqlite'"],
    )
    assert {one.model for one in Memory(tmp_path / "my other.sqlite").entries()} == {"kt"}


def test_what_xml_cannot_hold_is_named(memory, jaen):
    """A text with U+0000 is left out of TMX, and that is said; JSON lines hold it."""
    pytest.importorskip("lxml", reason="needs the extra xml")
    keep(memory, "a\0b")
    err = jaen("export", "-f", "tmx", "--state", "translated")[2]
    assert err == [
        "jaen: 0 translations written as tmx",
        "jaen: left out, since tmx can't hold its characters: 'a\\x00b'",
    ]
    assert json.loads(jaen("export", "-f", "jsonl")[1][0])["source"] == "a\0b"


def test_stats(memory, jaen):
    """Entries by languages, state, engine and model, as text and as JSON."""
    assert jaen("stats") == (0, ["m.sqlite: nothing is kept yet"], [])
    assert not memory.path.exists()
    keep(memory)
    keep(memory, "雨。", "", "untranslated")
    keep(memory, "雪。", "Snow.")
    out = jaen("stats")[1]
    assert out[0].startswith("m.sqlite  ")
    assert out[1:3] == [
        "        2  ja → en  translated    argos ja_en 1.1",
        "        1  ja → en  untranslated  argos ja_en 1.1",
    ]
    plain = json.loads("\n".join(jaen("stats", "-f", "json")[1]))
    assert [(one["state"], one["count"]) for one in plain["groups"]] == [("translated", 2), ("untranslated", 1)]


def test_search(memory, jaen):
    """In source and translation, whatever width and case; what is not shown is counted."""
    keep(memory, "ＡＩの半導体。", "AI chips.")
    keep(memory, "雨。", "Rain.")
    assert jaen("search", "ai")[1][:1] == ["ＡＩの半導体。"]
    assert jaen("search", "AIの")[1][1].startswith("    AI chips.  [translated, argos, ")
    assert jaen("search", "RAIN")[1][0] == "雨。"
    assert jaen("search", "。", "-n", "1")[2] == ["jaen: 1 more; -n 2 shows them"]
    assert jaen("search", "雪")[2] == ["jaen: nothing in m.sqlite has '雪'"]


def test_prune_by_age(memory, jaen):
    """Counted first, removed with --yes; a backup is the memory as it was."""
    key = keep(memory)
    connection = sqlite3.connect(memory.path)
    day = (datetime.now(UTC).date() - timedelta(days=91)).isoformat()
    connection.execute("UPDATE machine SET used = ?", (day,))
    connection.commit()
    connection.close()
    assert jaen("prune", "--older-than", "91")[1] == ["0 translations of models"]
    assert jaen("prune", "--older-than", "90", "--dry-run") == (
        0,
        ["1 translation of models"],
        ["jaen: nothing was written"],
    )
    code, _, err = jaen("prune", "--older-than", "90", "--backup", "b.sqlite", "--yes")
    assert (code, err[-1]) == (0, "jaen: 1 translation removed")
    assert memory.recall([key]) == [None]
    assert Memory(memory.path.with_name("b.sqlite")).recall([key]) != [None]


def test_prune_of_what_a_glossary_made_stale(memory, jaen, tmp_path):
    """Only translations with a concept in another revision go; those of unknown concepts are told and stay."""
    folder = tmp_path / "g"
    folder.mkdir()
    (folder / "chip.yaml").write_text(GLOSSARY.format(english="chip"), "utf-8")
    keep(memory, concepts=(("chip", "0" * 16, "chip"),))
    keep(memory, "雨。", concepts=(("rain", "0" * 16, "rain"),))
    code, out, err = jaen("prune", "--stale", "-g", "g", "--yes")
    assert (code, out) == (0, ["1 translation of models"])
    assert err[0].startswith("jaen: 1 with concepts that are not in g stay")
    assert [one.text for one in memory.entries()] == ["雨。"]


def test_reviewed_ones_go_only_when_named(memory, jaen, tmp_path):
    """--reviewed-by takes out one person's, and that can be taken back."""
    keep(memory)
    jaen("export", "-o", "s.csv")
    fill_in(tmp_path / "s.csv", approve="yes")
    jaen("import", "s.csv", "--by", "kt")
    jaen("prune", "--older-than", "0", "--engine", "memory", "--yes")
    assert jaen("prune", "--reviewed-by", "someone")[1] == ["0 translations reviewed by someone"]
    err = jaen("prune", "--reviewed-by", "kt", "--yes")[2]
    assert err == ["jaen: taken out as change 2; to take it back: jaen memory undo 2"]
    assert memory.reviewed(["半導体が足りない。"], "ja", "en") == [None]
    jaen("undo", "--yes")
    assert memory.reviewed(["半導体が足りない。"], "ja", "en")[0].by == "kt"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("prune",), 2, "which ones? give --older-than"),
        (("prune", "--stale"), 2, "--stale compares with a glossary"),
        (("prune", "--reviewed-by", "x", "--engine", "argos"), 2, "goes with --older-than only"),
        (("prune", "--engine", "argos"), 2, "add --yes"),
        (("export",), 3, "name a format with -f, one of: tmx, csv, xlsx, jsonl"),
        (("export", "-f", "xlsx"), 2, "xlsx is no text; name a file with -o OUT"),
        (("export", "-o", "m.sqlite", "-f", "csv"), 3, "is the memory itself"),
        (("export", "-o", "no/x.csv"), 3, "there is no folder no"),
        (("export", "-o", ".", "-f", "csv"), 3, "is a folder"),
        (("import", "absent.tmx"), 3, "absent.tmx: can't be read"),
        (("import", "m.sqlite"), 3, "the name does not tell a format"),
        (("undo",), 3, "there is no change to take back"),
        (("undo", "7"), 3, "there is no change 7"),
        (("stats", "--memory", "."), 3, ".: is no file"),
        (("stats", "--memory", ""), 2, "the name is empty"),
        (("prune", "--older-than", "9999999999"), 2, "not in the range"),
    ],
)
def test_wrong_use(memory, jaen, arguments, code, message):
    """Each has its exit code and one message with what to do; the memory stays as it was."""
    keep(memory)
    before = memory.path.read_bytes()
    done, _, err = jaen(*arguments)
    assert done == code
    assert message in " ".join(err)
    assert memory.path.read_bytes() == before
