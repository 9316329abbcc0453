"""`jaen glossary add`: from a pair of terms to an entry."""

import io
import shlex
import sys
from pathlib import Path

import pytest

from jaen.cli import run
from jaen.glossary import Glossary
from jaen.glossary.saving import GlossaryFolder

AGENCY = """\
category: organization
terms:
- ja: 海洋資源庁
- en: Marine Resources Agency
former-ids: [ocean-agency]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    """A glossary of one concept, and nobody at the terminal."""
    monkeypatch.setenv("JAEN_EDITOR_NAME", "kn")
    monkeypatch.delenv("JAEN_CORPUS", raising=False)
    folder = tmp_path / "glossary"
    folder.mkdir()
    (folder / "marine-agency.yaml").write_text(AGENCY, "utf-8")
    return folder


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def add(folder: Path, *arguments: str) -> int:
    return run(["glossary", "add", *arguments, "-g", str(folder)])


def test_a_pair_is_enough(folder, capsys):
    """Two terms become an entry: id of the English one, a guessed category, proposed by whoever adds it."""
    assert add(folder, "漁業管理法", "Fishery Management Act", "--yes") == 0
    (concept,) = [one for one in Glossary.load(folder).concepts if one.id == "fishery-management-act"]
    assert [(term.language, term.text) for term in concept.terms] == [
        ("ja", "漁業管理法"),
        ("en", "Fishery Management Act"),
    ]
    assert (concept.category, concept.review.state, concept.review.by) == ("law", "proposed", "kn")
    out = capsys.readouterr()
    assert "the category law is a guess" in out.out
    assert "to take it back: jaen glossary undo 1" in out.err


def test_every_option_reaches_the_entry(folder):
    """What is said is what is written."""
    options = ["--category", "event", "--domain", "sea", "--domain", "trade", "--reading", "うみのひ"]
    options += [
        "--source",
        "https://example.org/",
        "--definition",
        "a holiday in July",
        "--note",
        "n",
        "--id",
        "sea-day",
    ]
    options += ["--status", "admitted", "--approve", "--example", "海の日に泳ぐ。", "--example", "海は広い。"]
    assert add(folder, "海の日", "Marine Day", *options, "--yes") == 0
    concept = Glossary.load(folder).by_id("sea-day")
    assert (concept.category, concept.domain, concept.note) == ("event", ("sea", "trade"), "n")
    assert [(term.status, term.reading) for term in concept.terms] == [("admitted", "うみのひ"), ("admitted", None)]
    assert concept.definition == (("en", "a holiday in July"),)
    assert concept.sources == ("https://example.org/",)
    assert concept.review.state == "approved"
    assert [example.finds for example in concept.examples] == [("海の日",), ()]


@pytest.mark.parametrize(
    ("terms", "languages"),
    [
        (["漁港"], ["ja"]),
        (["fishing port"], ["en"]),
        (["fishing port", "漁港"], ["ja", "en"]),
        (["NTT", "NTT"], ["ja", "en"]),
        (["Tシャツ"], ["ja"]),
    ],
)
def test_languages(terms, languages, folder):
    """One term tells its language by its letters; two are Japanese and English, in whichever order."""
    assert add(folder, *terms, "--yes") == 0
    (new,) = [one for one in Glossary.load(folder).concepts if one.id != "marine-agency"]
    assert [term.language for term in new.terms] == languages


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        (["a", "b", "c"], "quote a term that has blanks"),
        (["漁港", "漁業"], "'漁業' is Japanese, too"),
        (["漁港", " "], "a term is empty"),
        (["port", "--reading", "みなと"], "--reading is of a Japanese term"),
    ],
)
def test_wrong_usage(terms, says, folder, capsys):
    """What can't be meant is wrong usage, with what to do, and nothing is written."""
    assert add(folder, *terms, "--yes") == 2
    assert says in capsys.readouterr().err
    assert files(folder) == ["marine-agency.yaml"]


@pytest.mark.parametrize(
    "terms", [["海洋資源庁", "Marine Resources Agency"], ["海洋資源庁"], ["MARINE resources agency"]]
)
def test_what_exists_is_not_added(terms, folder, capsys):
    """An entry that has all the terms is named, with its file and how to see and change it; exit code 1."""
    assert add(folder, *terms, "--yes") == 1
    said = capsys.readouterr().err
    assert f"is there already: marine-agency, {folder}/marine-agency.yaml:1" in said
    assert "jaen glossary show marine-agency" in said
    assert "jaen glossary edit marine-agency" in said
    assert files(folder) == ["marine-agency.yaml"]


def test_what_is_near_is_shown(folder, capsys):
    """One new term of two is no duplicate yet; the entry that is near is shown with score and reason."""
    assert add(folder, "海洋資源庁", "Ocean Agency", "--yes") == 0
    out = capsys.readouterr().out
    assert "100  marine-agency 海洋資源庁 = Marine Resources Agency (海洋資源庁 ~ 海洋資源庁, the same)" in out
    assert "ocean-agency-2.yaml" in files(folder)  # ocean-agency is a former id, never used again


def test_nothing_near(folder, capsys):
    """That there is nothing near is said, too."""
    add(folder, "半導体", "semiconductor", "--dry-run")
    assert "near it: nothing" in capsys.readouterr().out


@pytest.mark.parametrize("taken", ["marine-agency", "ocean-agency"])
def test_ids_are_never_used_again(taken, folder, capsys):
    """An id that is or was another concept's is refused, with a free one."""
    assert add(folder, "漁港", "fishing port", "--id", taken, "--yes") == 3
    assert "free is fishing-port" in capsys.readouterr().err


def test_corpus_lines_and_impact(folder, tmp_path, capsys):
    """Lines of articles are shown for each language, and what the new entry would change."""
    corpus = tmp_path / "articles"
    corpus.mkdir()
    article = "A day at sea\n\n船は昨日、漁港に着いた。乗組員が荷を下ろした。\n\nThe fishing port was busy all day, people said.\n"
    (corpus / "a.txt").write_text(article, "utf-8")
    assert add(folder, "漁港", "fishing port", "--corpus", str(corpus), "--dry-run") == 0
    out = capsys.readouterr().out
    assert "in articles: 漁港, 1 time in 1 article" in out
    assert f"{corpus}/a.txt:3  船は昨日、漁港に着いた。" in out
    assert f"{corpus}/a.txt:5  The fishing port was busy all day, people said." in out
    assert "changes 2 sentences" in out


def test_terms_that_no_article_has(folder, tmp_path, capsys):
    """That no article has a term is said."""
    (tmp_path / "a.txt").write_text("船が着いた。\n", "utf-8")
    add(folder, "漁港", "--corpus", str(tmp_path / "a.txt"), "--dry-run")
    assert "in articles: 漁港 is in none" in capsys.readouterr().out


def test_dry_run_writes_nothing(folder, capsys):
    """A dry run shows the entry as it would be written."""
    assert add(folder, "漁港", "fishing port", "--dry-run", "--yes") == 0
    out = capsys.readouterr()
    assert out.out.startswith(f"{folder}/fishing-port.yaml:\n  category: term\n  terms:\n  - ja: 漁港\n")
    assert out.err == "jaen: nothing was written\n"
    assert files(folder) == ["marine-agency.yaml"]


def test_nobody_to_ask(folder, monkeypatch, capsys):
    """Without --yes and without a terminal nothing is written."""
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert add(folder, "漁港", "fishing port") == 2
    assert "add --yes to write" in capsys.readouterr().err
    assert files(folder) == ["marine-agency.yaml"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["漁港", "fishing port", "--id", "Fishing Port"], "the id 'Fishing Port' has more than a-z"),
        (["漁港", "fishing port", "--reading", "gyoko"], "the reading 'gyoko' is not kana"),
        (["漁\n港", "fishing port"], "has a line break or control character"),
        (["漁港", "“fishing port”"], "the curly quotes"),
    ],
)
def test_what_can_be_no_entry(arguments, says, folder, capsys):
    """An entry that could not be read again is refused before anything is asked."""
    assert add(folder, *arguments, "--yes") == 3
    assert says in capsys.readouterr().err
    assert files(folder) == ["marine-agency.yaml"]


def test_first_entry_of_a_folder(tmp_path):
    """An empty folder is a glossary that waits for its first entry."""
    assert add(tmp_path, "漁港", "fishing port", "--yes") == 0
    assert len(Glossary.load(tmp_path).concepts) == 1


def test_adding_can_be_undone(folder):
    """The version that add names takes the entry away again."""
    add(folder, "漁港", "fishing port", "--yes")
    GlossaryFolder(folder).undo(None, "kn")
    assert files(folder) == ["marine-agency.yaml"]


def test_what_to_do_with_a_near_entry(folder, capsys):
    """The command that gives the near entry the new term can be copied and run as it stands."""
    assert add(folder, "海洋庁", "Marine Resources Agency", "--dry-run") == 0
    out = capsys.readouterr().out
    assert "(Marine Resources Agency ~ Marine Resources Agency, the same)" in out
    (line,) = [line for line in out.splitlines() if "if it means the same" in line]
    command = shlex.split(line.partition("new term: ")[2].removesuffix(")"))
    assert run([*command[1:], "--yes"]) == 0
    terms = Glossary.load(folder).by_id("marine-agency").terms
    assert [term.text for term in terms if term.language == "ja"] == ["海洋資源庁", "海洋庁"]


def test_an_example_without_the_term_is_told(folder, capsys):
    """An example in which nothing is found becomes one that wants nothing to be found, and that is said."""
    assert add(folder, "漁港", "fishing port", "--example", "漁港だ。", "--example", "空港だ。", "--dry-run") == 0
    out = capsys.readouterr().out
    assert "no term is found in '空港だ。'" in out
    assert "no term is found in '漁港だ。'" not in out
