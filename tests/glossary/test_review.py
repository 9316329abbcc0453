"""Review: what waits for a decision and why; decisions are saved; drafts and rejected entries are not looked for."""

import json
from dataclasses import replace
from datetime import date

import pytest
from click.testing import CliRunner

from jaen.cli.glossary import review as review_command
from jaen.cli.main import cli
from jaen.config import Settings
from jaen.corpus.evidence import gather_evidence
from jaen.glossary import Glossary
from jaen.glossary.review import Reason, decided, waiting
from jaen.model import Concept, Example, Review, Term
from jaen.reading import read

TODAY = date(2026, 1, 1)
WAFER = Concept(
    id="wafer",
    category="term",
    terms=(Term(text="ウエハー", language="ja"), Term(text="wafer", language="en")),
    review=Review("approved"),
    sources=("https://example.org/wafer",),
)


def reasons(concept: Concept, used: tuple[str, ...] | None = None) -> list[str]:
    """Why the only entry of a glossary waits."""
    return [str(reason) for one in waiting(Glossary("tiny", (concept,)), TODAY, used) for reason in one.reasons]


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        (Review("approved"), []),
        (Review("proposed"), ["proposed"]),
        (Review("draft"), ["draft"]),
        (Review("approved", again=TODAY), ["due"]),
        (Review("approved", again=date(2026, 1, 2)), []),
        (Review("rejected", again=TODAY), []),
    ],
)
def test_states_that_wait(review, expected):
    """Proposed entries, drafts and those whose day has come wait; what was rejected does not."""
    assert reasons(replace(WAFER, review=review)) == expected


def test_failing_examples_come_first():
    """An entry whose example fails waits, before everything else, with the failures."""
    failing = replace(WAFER, id="zzz", examples=(Example("ウエハーだ。", "ja", ()),))
    chip = Concept(id="chip", category="term", terms=(Term(text="chip", language="en"),))
    queue = waiting(Glossary("tiny", (chip, failing)), TODAY)
    assert [one.concept.id for one in queue] == ["zzz", "chip"]
    assert queue[0].reasons == (Reason.FAILING,)
    assert queue[0].failures[0].found == ("ウエハー",)


def test_unused_entries_wait_only_when_articles_were_looked_at():
    """Without articles nothing is known about use."""
    assert reasons(WAFER) == []
    assert reasons(WAFER, used=("wafer",)) == []
    assert reasons(WAFER, used=()) == ["unused"]


def test_approved_without_source_waits():
    """What was approved should be possible to look up."""
    assert reasons(replace(WAFER, sources=())) == ["unsourced"]


@pytest.mark.parametrize(("state", "count"), [("proposed", 1), ("approved", 1), ("draft", 0), ("rejected", 0)])
def test_drafts_and_rejected_entries_are_not_looked_for(state, count):
    """A draft and what was rejected are kept and not found in texts; their examples are not run."""
    concept = replace(WAFER, review=Review(state), examples=(Example("ウエハーだ。", "ja", ()),))
    glossary = Glossary("tiny", (concept,))
    assert len(glossary.find("ウエハーが足りない。")) == count
    assert len(glossary.test()) == count


def test_a_decision_says_who_and_when():
    """The whole review state is that of the decision."""
    after = decided(WAFER, "rejected", "kn", TODAY, date(2027, 1, 1))
    assert after.review == Review("rejected", "kn", TODAY, date(2027, 1, 1))
    assert replace(after, review=WAFER.review) == WAFER


def test_evidence_counts_mentions_in_content():
    """Mentions, articles and the first different sentences are given, with their lines; drafts are looked for too."""
    glossary = Glossary("tiny", (replace(WAFER, review=Review("draft")),))
    text = "半導体の材料\n\nウエハーが足りない。ウエハーは高い。\n\nウエハーが足りない。\n"
    found = gather_evidence(glossary, [read(text.encode()), read("何もない。\n".encode())], Settings(), limit=2)
    assert (found["wafer"].mentions, found["wafer"].articles) == (3, 1)
    places, sentences = zip(*found["wafer"].sentences, strict=True)
    assert sentences == ("ウエハーが足りない。", "ウエハーは高い。")
    assert all(place.endswith(":3") for place in places)


# The command

CHIP = "category: term  # asked for by the desk\nterms:\n- ja: チップ\n- en: chip\n"


@pytest.fixture
def folder(tmp_path):
    """A glossary of two proposed entries, one of which no article names, and an article."""
    place = tmp_path / "glossary"
    place.mkdir()
    (place / "chip.yaml").write_text(CHIP, "utf-8")
    (place / "wafer.yaml").write_text("category: term\nterms:\n- ja: ウエハー\n- en: wafer\n", "utf-8")
    (tmp_path / "article.txt").write_text("チップが足りないと話した。\n\nチップの価格が上がった。\n", "utf-8")
    return place


def run(*arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    done = CliRunner().invoke(cli, ["glossary", "review", *arguments], standalone_mode=False)
    if done.exception:
        raise done.exception
    return done.return_value or 0, done.stdout, done.stderr


def test_command_lists_the_queue(folder):
    """Each entry with its names and reasons; --reason chooses."""
    code, out, err = run("-g", str(folder))
    assert (code, out.splitlines()) == (0, ["chip チップ = chip (proposed)", "wafer ウエハー = wafer (proposed)"])
    assert "2 of 2 concepts: 2 proposed" in err
    assert run("-g", str(folder), "--reason", "draft")[1] == ""


def test_command_gives_evidence(folder):
    """With articles, entries that none names wait for that too, and JSON has the sentences."""
    article = str(folder.parent / "article.txt")
    assert run(article, "-g", str(folder), "--reason", "unused")[1] == "wafer ウエハー = wafer (proposed, unused)\n"
    chip, wafer = json.loads(run(article, "-g", str(folder), "-f", "json")[1])
    assert (chip["mentions"], wafer["mentions"]) == (2, 0)
    assert chip["sentences"][0] == {"place": f"{article}:1", "text": "チップが足りないと話した。"}


def test_command_saves_a_decision(folder):
    """--approve writes the state, who and when into the file, keeps its comments, and says how to take it back."""
    code, out, err = run("--approve", "chip", "-g", str(folder), "--by", "kn", "--again", "2027-10-01", "--yes")
    assert code == 0
    assert out.startswith("chip: review ")
    assert "jaen glossary undo 1" in err
    (concept,) = [one for one in Glossary.load(folder).concepts if one.id == "chip"]
    assert concept.review == Review("approved", "kn", date.today(), date(2027, 10, 1))
    assert "# asked for by the desk" in (folder / "chip.yaml").read_text("utf-8")
    assert run("--reject", "chip", "-g", str(folder), "--yes")[0] == 0
    assert Glossary.load(folder).find("チップだ。") == ()


def test_a_decision_that_stands_already_is_no_change(folder):
    """Nothing is shown as changed, nobody is asked, and no version is made; one decision is named once."""
    assert run("--approve", "chip", "chip", "-g", str(folder), "--by", "kn", "--yes")[1].count("review") == 1
    _, out, err = run("--approve", "chip", "-g", str(folder), "--by", "kn")
    assert (out, err) == ("", "jaen: it is like that already; nothing was written\n")


def test_command_shows_doubts_before_approving(folder):
    """What lint says of an entry is shown when it is approved."""
    (folder / "chip.yaml").write_text(CHIP.replace("チップ", "ﾁｯﾌﾟ"), "utf-8")
    assert "odd-width" in run("--approve", "chip", "-g", str(folder), "--yes")[2]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--approve"],
        ["--approve", "chip", "--next"],
        ["--next"],
        ["--reject", "chip"],
        ["--approve", "--reject", "chip", "--yes"],
    ],
    ids=["no ids", "two modes", "no terminal", "nobody to ask", "two decisions"],
)
def test_wrong_usage_writes_nothing(folder, arguments):
    """Where it is not clear what to do, or nobody can be asked, nothing is written."""
    done = CliRunner().invoke(cli, ["glossary", "review", *arguments, "-g", str(folder)])
    assert done.exit_code == 2
    assert (folder / "chip.yaml").read_text("utf-8") == CHIP


def test_walk_saves_each_decision_at_once(folder, monkeypatch):
    """--next shows an entry with its evidence, takes a key, saves, and goes on until q."""
    monkeypatch.setattr(review_command, "has_terminal", lambda: True)
    article = str(folder.parent / "article.txt")
    done = CliRunner().invoke(cli, ["glossary", "review", article, "-g", str(folder), "--next", "--by", "kn"], "axq")
    assert done.exit_code == 0, done.output
    first, second = done.stdout.split("[2/2]")
    assert "[1/2] proposed: " in first
    assert "  - ja: チップ" in first
    assert "2 mentions in 1 article\n" in first
    assert "one of a, r, e, s, q" in second
    assert done.stderr.count("saved as version") == 1
    states = {concept.id: concept.review.state for concept in Glossary.load(folder).concepts}
    assert states == {"chip": "approved", "wafer": "proposed"}


def test_walk_takes_a_key_with_the_enter_behind_it(folder, monkeypatch):
    """A slow line hands on key and Enter together: the key counts."""
    keys = iter(["s\n", "Q\r\n"])
    monkeypatch.setattr(review_command, "has_terminal", lambda: True)
    monkeypatch.setattr(review_command.click, "getchar", lambda: next(keys))
    done = CliRunner().invoke(cli, ["glossary", "review", "-g", str(folder), "--next"])
    assert (done.exit_code, "one of" in done.output) == (0, False), done.output


def test_walk_that_is_broken_off_keeps_what_was_saved(folder, monkeypatch):
    """The terminal may go away between two keys: what was decided is saved."""
    monkeypatch.setattr(review_command, "has_terminal", lambda: True)
    done = CliRunner().invoke(cli, ["glossary", "review", "-g", str(folder), "--next", "--by", "kn"], "r")
    assert done.exit_code != 0
    assert Glossary.load(folder).by_id("chip").review.state == "rejected"
