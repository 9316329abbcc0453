"""Lint as a whole: places, choice, what may stand, fixes; linear time."""

import json
import re
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jaen.cli.main import cli
from jaen.errors import GlossaryError, UnknownConcept
from jaen.glossary import Glossary
from jaen.glossary.lint import LintFinding, lint, mended, read_ignored, unreadable
from jaen.glossary.lint.probes import is_certain, is_found
from jaen.model import Concept, Example, Link, Review, Severity, Status, Term

TODAY = date(2026, 1, 1)
WIDE = "category: term\nterms:\n- ja: ﾁｯﾌﾟ\n- en: chip\n"
FINE = "category: term\nterms:\n- ja: ウエハー\n- en: wafer\n"


@pytest.fixture
def folder(tmp_path):
    """A glossary with one entry that can be mended and one that is right."""
    (tmp_path / "chip.yaml").write_text(WIDE, "utf-8")
    (tmp_path / "wafer.yaml").write_text(FINE, "utf-8")
    return tmp_path


def shown(findings: tuple[LintFinding, ...]) -> list[str]:
    """Codes that an editor sees without asking for hints."""
    return [one.code for one in findings if one.severity is not Severity.INFO and not one.ignored]


def run(*arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    result = CliRunner().invoke(cli, ["glossary", "lint", *arguments], standalone_mode=False)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.return_value or 0, result.stdout, result.stderr


def test_findings_stand_at_their_line(folder):
    """A finding about a term names the file and the line of the term."""
    (finding,) = [one for one in lint(Glossary.load(folder)) if one.code == "odd-width"]
    assert (finding.file, finding.place) == (str(folder / "chip.yaml"), 3)
    assert str(finding).startswith(f"{folder / 'chip.yaml'}:3: warning odd-width: 'ﾁｯﾌﾟ'")


def test_only_chosen_entries(folder):
    """With ids, only those entries are looked at; an unknown one is an error."""
    assert shown(lint(Glossary.load(folder), ["wafer"])) == []
    with pytest.raises(UnknownConcept):
        lint(Glossary.load(folder), ["waffer"])


def test_rejected_entries_are_left_alone():
    """What was rejected is a memory, not an entry to be improved."""
    concept = Concept(id="chip", category="term", terms=(Term(text="ﾁｯﾌﾟ", language="ja"),))
    assert shown(lint(Glossary("tiny", (concept,)))) != []
    assert lint(Glossary("tiny", (replace(concept, review=Review("rejected")),))) == ()


# What may stand


def test_what_may_stand_is_marked(folder):
    """A line in lint-ignore.csv lets a finding stand, with its reason."""
    (folder / "lint-ignore.csv").write_text("code,concept,reason\nodd-width,chip,as the maker prints it\n", "utf-8")
    found = lint(Glossary.load(folder), ignored=read_ignored(folder))
    assert shown(found) == []
    assert [one.ignored for one in found if one.code == "odd-width"] == ["as the maker prints it"]
    assert mended(Glossary.load(folder), found) == ()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("odd-width,chip,", "ignored-without-reason"),
        ("odd-width,wafer,it was so once", "ignored-for-nothing"),
        ("odd-width,gone,it was so once", "ignored-for-nothing"),
    ],
)
def test_a_useless_line_is_a_finding(folder, line, code):
    """A line without a reason, or that nothing matches, is a finding at that line; the finding itself stays."""
    (folder / "lint-ignore.csv").write_text(f"code,concept,reason\n{line}\n", "utf-8")
    found = lint(Glossary.load(folder), ignored=read_ignored(folder))
    assert sorted(shown(found)) == sorted(["odd-width", code])
    assert [one.place for one in found if one.code == code] == [2]


def test_lines_about_others_are_not_judged(folder):
    """Who looks at one entry is not told about lines for the others."""
    (folder / "lint-ignore.csv").write_text("code,concept,reason\nodd-width,chip,as printed\n", "utf-8")
    assert shown(lint(Glossary.load(folder), ["wafer"], ignored=read_ignored(folder))) == []


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"code;concept;reason\n", "the first line must be code,concept,reason"),
        (b"", "the first line must be"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b'code,concept,reason\n"odd-width', "no UTF-8 table"),
        (b"code,concept,reason\nodd-widht,chip,x\n", "did you mean 'odd-width'?"),
        (b"code,concept,reason\nno-such-code-at-all,chip,x\n", "jaen glossary lint --codes"),
    ],
)
def test_a_broken_table_is_one_clear_error(folder, data, says):
    """A table that can't be read names its place and what instead."""
    (folder / "lint-ignore.csv").write_bytes(data)
    with pytest.raises(GlossaryError, match="lint-ignore") as caught:
        read_ignored(folder)
    assert says in str(caught.value)


def test_the_guide_shows_a_table_that_can_be_read(folder):
    """The lines that the editors' guide shows for lint-ignore.csv are right."""
    guide = (Path(__file__).parents[2] / "glossaries/README.md").read_text("utf-8")
    (table,) = re.findall(r"^```text\n(code,concept,reason\n.*?)^```$", guide, re.DOTALL | re.MULTILINE)
    (folder / "lint-ignore.csv").write_text(table, "utf-8")
    assert [one.concept_id for one in read_ignored(folder)] == ["chip"]


# Fixes


def test_fixes_of_one_entry_are_made_together():
    """Several fixes of one entry become one change, and a second time there is nothing to mend."""
    terms = (
        Term(text="ﾁｯﾌﾟ", language="ja"),
        Term(text="micro  chip", language="en"),
        Term(text="micro\u200bchip", language="en", status=Status.ADMITTED),
    )
    links = (Link("related", "chip"), Link("part-of", "wafer"), Link("part-of", "wafer"))
    wafer = Concept(id="wafer", category="term", terms=(Term(text="wafer", language="en"),), keep=True)
    glossary = Glossary("tiny", (Concept(id="chip", category="term", terms=terms, links=links), wafer))
    (change,) = mended(glossary, lint(glossary))
    assert change.after is not None
    assert [term.text for term in change.after.terms] == ["チップ", "micro chip", "microchip"]
    assert change.after.links == (Link("part-of", "wafer"),)
    after = Glossary("tiny", (change.after, wafer))
    assert mended(after, lint(after)) == ()


def test_a_fix_that_meets_a_twin_removes_it():
    """A term that would become one that is there already goes, unless its status says something of its own."""
    terms = (Term(text="チップ", language="ja"), Term(text="ﾁｯﾌﾟ", language="ja"))
    glossary = Glossary("tiny", (Concept(id="chip", category="term", terms=terms, keep=True),))
    (change,) = mended(glossary, lint(glossary))
    assert change.after is not None
    assert [term.text for term in change.after.terms] == ["チップ"]
    kept = (terms[0], replace(terms[1], status=Status.FORBIDDEN))
    glossary = Glossary("tiny", (replace(glossary.concepts[0], terms=kept),))
    assert mended(glossary, lint(glossary)) == ()


def test_a_fix_that_breaks_an_example_is_not_made():
    """The examples of an entry decide: a derivable variant stays where its own spelling is wanted."""
    terms = (
        Term(text="Ad Hoc", language="en"),
        Term(text="ad  hoc", language="en", status=Status.ADMITTED),
    )
    example = Example("We met ad hoc.", "en", ("ad hoc",))
    concept = Concept(id="adhoc", category="term", terms=terms, keep=True, examples=(example,))
    glossary = Glossary("tiny", (concept,))
    (change,) = mended(glossary, lint(glossary))
    assert change.after is not None
    assert Glossary("tiny", (change.after,)).test() == ()


LETTERS = st.sampled_from(list("abXYZ日本観測主任官年月第千二々人氏のかきはをがっーアイロサバプァABC12 -・者的"))


@settings(max_examples=200, deadline=None)
@given(text=st.text(LETTERS, min_size=3, max_size=9), language=st.sampled_from(["ja", "en"]))
def test_what_is_certain_is_found(text, language):
    """A term that lint does not ask the matcher about is found by it."""
    assume(text == text.strip())
    term = Term(text=text, language=language)
    assume(is_certain(term))
    for category in ("term", "person"):
        concept = Concept(id="one", category=category, terms=(term,))
        assert is_found(Glossary("tiny", (concept,)), concept, term)


@settings(max_examples=150, deadline=None)
@given(
    texts=st.lists(
        st.text(st.sampled_from(list("aB ﾁｯﾌﾟＡ１ー-―−一ァア\u200b\u3000.、(取り組みみ")), min_size=1, max_size=6).map(
            str.strip
        ),
        min_size=1,
        max_size=4,
        unique=True,
    )
)
def test_mending_twice_changes_nothing(texts):
    """After the safe fixes no safe fix is left, whatever the terms; no term is lost but for one that says the same."""
    assume(all(texts))
    terms = tuple(Term(text=text, language="ja") for text in texts)
    glossary = Glossary("tiny", (Concept(id="one", category="term", terms=terms),))
    changes = mended(glossary, lint(glossary))
    if changes:
        assert changes[0].after is not None
        after = Glossary("tiny", (changes[0].after,))
        assert mended(after, lint(after)) == ()
        assert after.concepts[0].terms


# Size


def steps(count: int) -> int:
    """Function calls that lint makes for a glossary in which everybody shares a term and leads up to the next."""
    concepts = tuple(
        Concept(
            id=f"c{number:05}",
            category="term",
            domain=(f"d{number}",),
            terms=(Term(text="同名組織", language="ja"), Term(text=f"office {'i' * (number % 50)}x", language="en")),
            links=(Link("broader", f"c{(number + 1) % count:05}"), Link("broader", "c00000")),
        )
        for number in range(count)
    )
    glossary = Glossary("big", concepts)
    calls = 0

    def counting(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    glossary.matcher  # noqa: B018 - built once, and not what is measured
    sys.setprofile(counting)
    try:
        lint(glossary)
    finally:
        sys.setprofile(None)
    return calls


def test_time_is_linear():
    """Twice the entries take about twice the steps, also when all share a term and all links make circles."""
    small, large = steps(150), steps(300)
    assert large < 2.6 * small


# Errors of loading


def test_problems_of_loading_are_findings(tmp_path):
    """What keeps a glossary from being read is said in the same form, with file and line."""
    (tmp_path / "chip.yaml").write_text("catgory: term\nterms:\n- ja: チップ\n", "utf-8")
    with pytest.raises(GlossaryError) as caught:
        Glossary.load(tmp_path)
    found = unreadable(caught.value)
    assert {one.code for one in found} == {"unreadable"}
    assert {(one.file, one.place) for one in found} == {(str(tmp_path / "chip.yaml"), 1)}


# The command


def test_command_prints_what_is_wrong(folder):
    """Findings to standard output, the count to standard error; exit code 1 for a warning."""
    code, out, err = run("-g", str(folder))
    assert code == 1
    assert out.splitlines() == [one for one in out.splitlines() if "odd-width" in one]
    assert "1 warning" in err
    assert "shown with --all" in err


def test_command_shows_hints_on_request(folder):
    """Hints are shown with --all."""
    assert "missing-example" not in run("-g", str(folder))[1]
    assert "missing-example" in run("-g", str(folder), "--all")[1]


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_exit_code_follows_fail_on(folder, fail_on, code):
    """--fail-on says from which severity on the command fails."""
    assert run("-g", str(folder), "--fail-on", fail_on)[0] == code


def test_command_mends_in_one_version(folder):
    """--fix shows what it changes, writes one version, and has nothing to do the second time."""
    code, out, err = run("-g", str(folder), "--fix", "--yes", "--by", "kn")
    assert (code, out) == (0, "")
    assert "チップ" in err
    assert "jaen glossary undo 1" in err
    assert (folder / "chip.yaml").read_text("utf-8") == WIDE.replace("ﾁｯﾌﾟ", "チップ")
    assert "nothing that can be mended" in run("-g", str(folder), "--fix", "--yes")[2]


def test_command_reports_a_glossary_that_does_not_load(tmp_path):
    """A glossary with slips gives findings in every format, and exit code 1."""
    (tmp_path / "chip.yaml").write_text("category: term\nterms: [{jp: チップ}]\n", "utf-8")
    code, out, _ = run("-g", str(tmp_path))
    assert code == 1
    assert f"{tmp_path / 'chip.yaml'}:2: error unreadable: " in out
    code, out, _ = run("-g", str(tmp_path), "-f", "json")
    assert code == 1
    assert {one["code"] for one in json.loads(out)} == {"unreadable"}
    code, out, _ = run("-g", str(tmp_path), "-f", "sarif")
    assert code == 1
    assert json.loads(out)["runs"][0]["results"][0]["ruleId"] == "unreadable"


def test_sarif_tells_what_may_stand(folder):
    """A finding that may stand is suppressed in SARIF, with the reason; hints are notes."""
    (folder / "lint-ignore.csv").write_text("code,concept,reason\nodd-width,chip,as the maker prints it\n", "utf-8")
    code, out, _ = run("-g", str(folder), "-f", "sarif")
    results = json.loads(out)["runs"][0]["results"]
    (width,) = [one for one in results if one["ruleId"] == "odd-width"]
    assert width["suppressions"] == [{"kind": "external", "justification": "as the maker prints it"}]
    assert {one["level"] for one in results} == {"warning", "note"}
    assert code == 0


def test_codes_are_listed_without_a_glossary():
    """--codes prints every code with its title."""
    code, out, _ = run("--codes")
    assert code == 0
    assert "shared-preferred-term" in out
    assert "unreadable" in out
