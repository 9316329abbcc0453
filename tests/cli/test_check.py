"""`jaen check`: what is read as what, what is shown, what may stand, exit codes."""

import io
import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from phrasebook import Phrasebook

from jaen.checks import CODES
from jaen.cli import run
from jaen.pipeline import Pipeline
from jaen.translation import opening

ROOT = Path(__file__).parents[2]
NEWS = str(ROOT / "glossaries" / "news")
SARIF = json.loads((ROOT / "tests/data/sarif/sarif-2.1.0-rtm.5.json").read_text("utf-8"))
JA = """図書館、10月に3館で夜間開館

市立図書館は7日、中央館など3館で10月から夜間も開館すると発表した。

費用は640万円で、職員を12人増やす。

館長の石川花子氏は「働く人にも使ってほしい」と話した。
"""
EN = """Library to open three branches at night in October

The city library announced on the 7th that three branches, among them the main one, will also open at night from October.

The cost is 6.4 million yen, and 21 more people will be employed.

“I hope that people who work will use it, too,” said Hanako Ishikawa, who heads the library.
"""
WRONG = "en.txt:5:34: error translation-lost-number: "


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """Every test stands in a folder of its own, so that paths are short."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def pair(here):
    """A text, and a translation in which 12人 is 21 people."""
    (here / "ja.txt").write_text(JA, "utf-8")
    (here / "en.txt").write_text(EN, "utf-8")
    return "ja.txt", "en.txt"


@pytest.fixture
def glossary(here):
    """A glossary that one may write tables into."""
    folder = here / "glossary"
    folder.mkdir()
    entry = "category: organization\nterms:\n- ja: 市立図書館\n- en: City Library\n- en: city library\n  status: forbidden\n"
    (folder / "city-library.yaml").write_text(entry, "utf-8")
    return "glossary"


@pytest.fixture
def check(capsys):
    """Runs `jaen check`; gives exit code, standard output and standard error."""

    def check(*arguments):
        code = run(["check", *map(str, arguments)])
        return (code, *capsys.readouterr())

    return check


def tmx(*units, srclang="ja"):
    """A TMX file of pairs of Japanese and English; a unit stands in one line, the first in line 3."""
    lines = [
        f'<tu><tuv xml:lang="ja"><seg>{ja}</seg></tuv><tuv xml:lang="{other}"><seg>{text}</seg></tuv></tu>'
        for ja, text, other in ((*unit, "en")[:3] for unit in units)
    ]
    head = f'<tmx version="1.4">\n<header srclang="{srclang}"/><body>'
    return "\n".join([head, *lines, "</body></tmx>\n"])


# A text and its translation


def test_two_languages_are_a_text_and_its_translation(pair, check):
    """It is said what is read as what; the finding is in the translation and leads to the source."""
    code, out, err = check(*pair)
    assert code == 1
    first, second = out.splitlines()
    assert first.startswith(WRONG)
    assert "12人" in first
    assert second == "  source ja.txt:5:14: 12人"
    assert err.splitlines() == [
        "jaen: ja.txt (ja) is read as the text, en.txt (en) as its translation; to check each alone: --apart",
        "jaen: 2 articles, 4 sentence pairs: 1 error, 0 warnings, 0 hints",
    ]


def test_either_side_may_be_the_source(pair, check):
    """The first one is the source: an English text and its Japanese translation are checked the other way round."""
    code, out, err = check("en.txt", "ja.txt")
    assert code == 1
    assert out.startswith("ja.txt:5:14: error translation-lost-number: ")
    assert "en.txt (en) is read as the text, ja.txt (ja) as its translation" in err


def test_apart(pair, check):
    """--apart checks each alone, and nothing is said of a translation."""
    code, out, err = check(*pair, "--apart")
    assert (code, out) == (0, "")
    assert err == "jaen: 2 articles: 0 errors, 0 warnings, 0 hints\n"


def test_two_articles_of_one_language_are_two_articles(pair, check, here):
    """Only a Japanese and an English article are a pair."""
    shutil.copy("ja.txt", "other.txt")
    assert check("ja.txt", "other.txt")[2] == "jaen: 2 articles: 0 errors, 0 warnings, 0 hints\n"


def test_three_articles_and_a_folder_are_no_pair(pair, check, here):
    """A pair is named by two names: neither more articles nor a folder that happens to hold two."""
    assert "3 articles:" in check(*pair, "ja.txt")[2]
    (here / "both").mkdir()
    for name in pair:
        shutil.move(name, here / "both" / name)
    assert check("both")[2] == "jaen: 2 articles: 0 errors, 0 warnings, 0 hints\n"


def test_standard_input_can_be_the_translation(pair, check, monkeypatch):
    """`generate | jaen check ja.txt -`"""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(EN.encode())))
    code, out, _ = check("ja.txt", "-")
    assert code == 1
    assert out.startswith("-:5:34: error translation-lost-number")


def test_texts_that_are_no_pair(pair, check, here):
    """It is said plainly that nothing was compared, and no sentence is called lost."""
    (here / "en.txt").write_text(
        "A bear came to town.\n\nIt ate honey.\n\nThen it slept.\n\nNobody saw it go.\n", "utf-8"
    )
    code, out, err = check(*pair)
    assert code == 0
    assert out.startswith("en.txt: warning alignment-untrusted: not checked as a translation: ")
    assert out.count("\n") == 1
    assert "0 sentence pairs" in err
    assert check(*pair, "--fail-on", "warning")[0] == 1


def test_a_forbidden_term_is_told_once(pair, glossary, check):
    """In a translation the finding that names the word of the source takes the place of the other."""
    found = json.loads(check(*pair, "-g", glossary, "-f", "json")[1])
    terms = [one["code"] for one in found if one["concept"] == "city-library" and one["text"] == "city library"]
    assert terms == ["translation-forbidden-term"]
    alone = json.loads(check("en.txt", "-g", glossary, "-f", "json")[1])
    assert [one["code"] for one in alone] == ["term-forbidden"]


# Articles


def test_findings_of_articles(here, check, glossary):
    """Place, severity, code, message; what the message says already is not repeated."""
    (here / "a.txt").write_text("The city library will move.\n\nThe mayor (72 said so.\n", "utf-8")
    code, out, err = check("a.txt", "-g", glossary)
    lines = out.splitlines()
    assert lines[0] == "a.txt:1:5: error term-forbidden: 'city library' must not be used; use 'City Library'"
    assert lines[1].startswith("a.txt:3:11: warning bracket-unclosed: ")
    assert (code, len(lines)) == (1, 2)
    assert err == "jaen: 1 article: 1 error, 1 warning, 0 hints\n"


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on(here, check, fail_on, code):
    """A warning fails a run when that is asked for; by default only an error does."""
    (here / "a.txt").write_text("The mayor (72 said so.\n", "utf-8")
    assert check("a.txt", "--fail-on", fail_on)[0] == code
    assert check("a.txt")[0] == 0


def test_hints_are_counted_and_shown_with_all(here, check):
    """A hint is not shown by itself, but nobody has to guess that there is one."""
    (here / "a.txt").write_text("会社はサーバを増やした。\n\n新しいサーバーは速い。サーバーは高い。\n", "utf-8")
    code, out, err = check("a.txt")
    assert (code, out) == (0, "")
    assert err == "jaen: 1 article: 0 errors, 0 warnings, 1 hint (shown with --all)\n"
    _, out, err = check("a.txt", "--all")
    assert out.startswith("a.txt:1:4: info spelling-mixed: ")
    assert err == "jaen: 1 article: 0 errors, 0 warnings, 1 hint\n"
    assert "(shown with --all)" not in check("a.txt", "-f", "json")[2]


def test_how_often_each_code_was_found(here, check):
    """A long list is summed up by code, without hints that are not shown; a short one is not, nor one of a single code."""
    (here / "a.txt").write_text(
        "会社はサーバを増やした。\n\n新しいサーバーは速い。\n\n" + "町長(72は述べた。\n\n" * 4, "utf-8"
    )
    assert len(check("a.txt", "--only", "bracket-unclosed")[2].splitlines()) == 1
    assert len(check("a.txt")[2].splitlines()) == 1
    _, _, err = check("a.txt", "--all")
    assert err.splitlines()[1] == "jaen: bracket-unclosed 4, spelling-mixed 1; --codes explains them"
    (here / "b.txt").write_text("The mayor (72 said so. Monday, May 19, 2026 was cold.\n", "utf-8")
    assert len(check("b.txt")[2].splitlines()) == 1


def test_only(here, check):
    """--only counts and shows these codes; a slip is wrong usage and names the nearest."""
    (here / "a.txt").write_text("The mayor (72 said so. Monday, May 19, 2026 was cold.\n", "utf-8")
    found = {line.split(" ")[2] for line in check("a.txt")[1].splitlines()}
    assert found == {"bracket-unclosed:", "weekday-wrong:"}
    code, out, err = check("a.txt", "--only", "weekday-wrong", "--only", "term-former", "--fail-on", "warning")
    assert code == 1
    assert out.count("\n") == 1
    assert "weekday-wrong" in out
    assert "1 warning" in err
    code, _, err = check("a.txt", "--only", "weekday-wrogn")
    assert code == 2
    assert "did you mean 'weekday-wrong'?" in err


def test_codes(check):
    """Every code with its severity and title."""
    code, out, _ = check("--codes")
    assert code == 0
    assert len(out.splitlines()) == len(CODES)
    assert "term-forbidden               error    A term that the glossary forbids\n" in out


def test_a_feed_and_a_page_have_their_own_places(here, check, glossary):
    """Of a JSON line the line of the file is named, of a page the page."""
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    record = json.dumps({"text": "The city library will move."})
    (here / "feed.jsonl").write_text(f"{record}\n{record}\n", "utf-8")
    (here / "page.html").write_text(
        "<html><body><article><p>The city library will move.</p></article></body></html>", "utf-8"
    )
    _, out, _ = check("feed.jsonl", "page.html", "-g", glossary)
    places = [line.partition(": error term-forbidden")[0] for line in out.splitlines()]
    assert places == ["feed.jsonl:1", "feed.jsonl:2", "page.html"]


# What may stand


def ignore(folder, *lines):
    text = "\n".join(["code,about,article,reason", *lines, ""])
    Path(folder, "check-ignore.csv").write_text(text, "utf-8")


def test_what_may_stand_does_not_fail_a_run(here, check, glossary):
    """A finding that an editor lets stand is counted as ignored, and shown with --all and its reason."""
    (here / "a.txt").write_text("The city library will move.\n", "utf-8")
    assert check("a.txt", "-g", glossary)[0] == 1
    ignore(glossary, "term-forbidden,city-library,a.txt,quoted from a sign")
    code, out, err = check("a.txt", "-g", glossary)
    assert (code, out) == (0, "")
    assert err == "jaen: 1 article: 0 errors, 0 warnings, 0 hints, 1 ignored\n"
    assert check("a.txt", "-g", glossary, "--all")[1].endswith("(ignored: quoted from a sign)\n")
    (found,) = json.loads(check("a.txt", "-g", glossary, "-f", "json")[1])
    assert found["ignored"] == "quoted from a sign"
    (result,) = json.loads(check("a.txt", "-g", glossary, "-f", "sarif")[1])["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "quoted from a sign"}]


def test_it_holds_for_every_command(here, glossary, capsys):
    """`jaen process` shows and counts the same."""
    (here / "a.txt").write_text("The city library will move.\n", "utf-8")
    ignore(glossary, "term-forbidden,,,quoted")
    assert run(["process", "a.txt", "-g", glossary, "--fail-on", "error"]) == 0
    out, err = capsys.readouterr()
    assert [one["ignored"] for one in json.loads(out)["findings"]] == ["quoted"]
    assert "0 findings, 1 ignored" in err


def test_it_holds_between_articles_and_for_units(pair, here, check, glossary):
    """Findings of a pair and of a memory go through the same table."""
    ignore(
        glossary,
        "translation-lost-number,12人,en.txt,the desk counts otherwise",
        "translation-lost-number,3館,*.tmx:3,x",
    )
    _, out, err = check(*pair, "-g", glossary, "--only", "translation-lost-number")
    assert out == ""
    assert "1 ignored" in err
    Path("m.tmx").write_text(
        tmx(("3館で開く。", "It opens at two branches."), ("3館で開く。", "It opens at four branches.")), "utf-8"
    )
    _, out, err = check("m.tmx", "-g", glossary, "--only", "translation-lost-number")
    assert out.startswith("m.tmx:4: error")
    assert "1 error, 0 warnings, 0 hints, 1 ignored" in err


def test_a_slip_in_the_table_is_one_clear_error(here, check, glossary):
    """A code that does not exist would silence nothing, and nobody would notice."""
    (here / "a.txt").write_text("The library will move.\n", "utf-8")
    ignore(glossary, "term-forbiden,,,x", "term-former,,,")
    code, out, err = check("a.txt", "-g", glossary)
    assert (code, out) == (3, "")
    assert "check-ignore.csv:2: there is no code 'term-forbiden'; did you mean 'term-forbidden'?" in err
    assert "check-ignore.csv:3: nothing says why term-former may stand; add a reason" in err


# Translation memories


def test_units_of_a_memory(here, check):
    """Each unit is checked like a sentence of two documents; its place is its line, the source stands below."""
    Path("m.tmx").write_text(tmx(("150社が参加した。", "105 companies joined."), ("雨が降る。", "It rains.")), "utf-8")
    code, out, err = check("m.tmx")
    assert code == 1
    first, second = out.splitlines()
    assert first.startswith("m.tmx:3: error translation-lost-number: 150社 is 105 companies here")
    assert second == "  source: 150社"
    assert err == "jaen: 2 units: 1 error, 0 warnings, 0 hints\n"


def test_one_source_with_two_translations(here, check):
    """Across all files the rarer translation is told, with what stands elsewhere."""
    Path("a.tmx").write_text(
        tmx(("法案が通った。", "The bill passed."), ("法案が通った。", "The bill passed.")), "utf-8"
    )
    Path("b.tmx").write_text(tmx(("法案が通った。", "The act was adopted.")), "utf-8")
    _, out, _ = check("a.tmx", "b.tmx")
    assert out.startswith("b.tmx:3: warning translation-inconsistent: ")
    assert "a.tmx:3, a.tmx:4" in out


def test_units_over_several_processes(here, check):
    """The same findings in the same order, also those that are found across all units."""
    ports = [(f"{n}社が参加した。", f"{n + n % 3} companies joined.") for n in range(20, 60)]
    Path("m.tmx").write_text(
        tmx(*ports, ("法案が通った。", "The bill passed."), ("法案が通った。", "The act was adopted.")), "utf-8"
    )
    alone = check("m.tmx")
    assert alone[1].count("translation-lost-number") == 27
    assert alone[1].count("translation-inconsistent") == 1
    assert check("m.tmx", "--workers", "2") == alone


def test_one_bad_unit_does_not_stop_the_others(here, check, monkeypatch):
    """A fault of the program at one unit is named with its place; the run has failed, and the others are checked."""
    real = Pipeline.check_unit

    def stumbling(self, unit, file):
        if "雪" in unit.text:
            raise RecursionError("too deep")
        return real(self, unit, file)

    monkeypatch.setattr(Pipeline, "check_unit", stumbling)
    Path("m.tmx").write_text(tmx(("雪が降る。", "It snows."), ("150社が参加した。", "105 companies joined.")), "utf-8")
    code, out, err = check("m.tmx")
    assert code == 3
    assert out.startswith("m.tmx:4: error translation-lost-number")
    assert "m.tmx:3: RecursionError: too deep" in err


def test_what_is_not_checked_is_told(here, check):
    """A unit without a translation is a finding; one in another language, or without a source, is named."""
    units = tmx(("雨が降る。", ""), ("雨。", "Pluie.", "fr"), ("", "Rain."), ("雪。", "Snow."))
    Path("m.tmx").write_text(units, "utf-8")
    code, out, err = check("m.tmx")
    assert code == 1
    assert [line.split(": ")[:2] for line in out.splitlines()[::2]] == [["m.tmx:3", "error translation-empty"]]
    assert err.splitlines() == [
        "jaen: m.tmx:4: not checked: it is from ja into fr, not ja and en",
        "jaen: m.tmx:5: not checked: the source is empty",
        "jaen: 2 units: 1 error, 0 warnings, 0 hints",
    ]


def test_a_memory_in_which_nothing_can_be_checked(here, check):
    """It is no silent success: the summary says that no unit was looked at, and each is named with the reason."""
    Path("m.tmx").write_text(tmx(("雨。", "Pluie.", "fr")), "utf-8")
    code, out, err = check("m.tmx")
    assert (code, out) == (0, "")
    assert err.splitlines()[1] == "jaen: 0 units: 0 errors, 0 warnings, 0 hints"


def test_many_units_that_are_not_checked(here, check):
    """The first twenty are named, the rest counted."""
    Path("m.tmx").write_text(tmx(*[("雨。", "Pluie.", "fr")] * 23), "utf-8")
    lines = check("m.tmx")[2].splitlines()
    assert len(lines) == 22
    assert lines[20] == "jaen: m.tmx: 3 more are not checked"


def test_units_that_nobody_has_reviewed_are_checked(here, check):
    """What a machine made, and what is not finished in the translation tool, needs a check most."""
    made = tmx(("150社が参加した。", "105 companies joined.")).replace(
        "<tu>", '<tu><prop type="x-jaen-state">translated</prop>'
    )
    Path("m.tmx").write_text(made, "utf-8")
    assert check("m.tmx")[0] == 1
    xliff = (
        '<xliff version="2.1" srcLang="ja" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0">\n'
        '<file id="f"><unit id="u"><segment state="initial">\n'
        "<source>150社が参加した。</source><target>105 companies joined.</target>\n"
        "</segment></unit></file></xliff>\n"
    )
    Path("m.xlf").write_text(xliff, "utf-8")
    code, out, _ = check("m.xlf")
    assert code == 1
    assert out.startswith("m.xlf:2: error translation-lost-number")


def test_the_memory_command_still_takes_only_what_was_reviewed(here, capsys):
    """Reading all units to check them changes nothing for `jaen memory import`."""
    made = tmx(("雨が降る。", "It rains.")).replace("<tu>", '<tu><prop type="x-jaen-state">translated</prop>')
    Path("m.tmx").write_text(made, "utf-8")
    assert run(["memory", "import", "m.tmx", "--memory", "memory.db", "--dry-run"]) == 1
    assert "nobody has reviewed" in capsys.readouterr().out


def test_articles_and_memories_together(pair, here, check):
    """Both kinds in one run: articles first, then units, one summary."""
    Path("m.tmx").write_text(tmx(("150社が参加した。", "105 companies joined.")), "utf-8")
    code, out, err = check("m.tmx", "ja.txt")
    assert code == 1
    assert out.startswith("m.tmx:3: error")
    assert err == "jaen: 1 article, 1 unit: 1 error, 0 warnings, 0 hints\n"


@pytest.mark.parametrize("text", ["", "<tmx", "<html/>", '<tmx version="9"><body/></tmx>', "\0"])
def test_a_broken_memory(pair, here, check, text):
    """It is one message, the articles beside it are checked, and the run has failed."""
    Path("m.tmx").write_text(text, "utf-8")
    code, _, err = check("m.tmx", "ja.txt")
    assert code == 3
    assert err.startswith("jaen: m.tmx")
    assert "1 article, 0 units, 1 failed:" in err


# Machine translations


@pytest.fixture
def book(monkeypatch):
    """An engine that gets a number and a name wrong."""
    engine = Phrasebook({"三つの港が閉まった": "Five ports were closed.", "横浜で雨が降った": "It rained in Osaka."})
    known = opening.open_engine
    monkeypatch.setattr(opening, "open_engine", lambda choice: engine if choice.name == "phrasebook" else known(choice))
    return engine


def test_machine_translations_are_made_and_checked(here, check, book):
    """With --to, what is wrong in a translation stands at its sentence: in one that was refused, and in one that was not."""
    Path("a.txt").write_text("横浜で雨が降った。\n\n三つの港が閉まった。\n", "utf-8")
    assert check("a.txt")[:2] == (0, "")
    code, out, _ = check("a.txt", "--to", "en", "--engine", "phrasebook", "--no-memory", "--fail-on", "warning")
    assert code == 1
    assert "a.txt:1:1: warning translation-lost-name: " in out
    assert "a.txt:3:1: warning translation-untranslated: not translated: lost-number: " in out


def test_without_an_engine(pair, check, tmp_path, monkeypatch):
    """Who asks for a check of machine translations gets none without an engine, but the command that brings one."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    code, out, err = check("ja.txt", "--to", "en", "--no-memory")
    assert (code, out) == (3, "")
    assert "jaen models install" in err


# Files, formats, failures


def test_a_folder_with_broken_files(pair, here, check):
    """One bad file does not stop the others; the run has failed, whatever was found."""
    (here / "news").mkdir()
    for name in pair:
        shutil.move(name, here / "news" / name)
    (here / "news" / "blank.txt").write_text(" \n", "utf-8")
    (here / "news" / "report.pdf").write_bytes(b"%PDF-1.7")
    (here / "news" / "open.txt").write_text("The mayor (72 said so.\n", "utf-8")
    code, out, err = check("news")
    assert code == 3
    assert out.startswith("news/open.txt:1:11: warning bracket-unclosed")
    assert "news/blank.txt" in err
    assert "news/report.pdf" in err
    assert "3 articles, 2 failed: 0 errors, 1 warning" in err


def test_one_of_two_is_broken(pair, here, check):
    """Without its translation the text is checked alone."""
    Path("en.txt").write_bytes(b"")
    code, _, err = check(*pair)
    assert code == 3
    assert "as its translation" not in err
    assert "1 article, 1 failed:" in err


@pytest.mark.parametrize("format_", ["text", "json", "sarif", "markdown"])
def test_a_file_takes_its_name_when_it_is_whole(pair, here, check, format_):
    """-o writes what standard output would get; an input is never overwritten."""
    _, out, _ = check(*pair, "-f", format_)
    assert out
    assert check(*pair, "-f", format_, "-o", "found")[:2] == (1, "")
    assert Path("found").read_text("utf-8") == out
    assert check(*pair, "-o", "en.txt")[0] == 3
    assert Path("en.txt").read_text("utf-8") == EN


def test_sarif_is_valid_and_leads_to_the_source(pair, check):
    """The log of a real run is valid; lines, columns and the related place are those of the files."""
    log = json.loads(check(*pair, "-f", "sarif")[1])
    jsonschema.Draft4Validator(SARIF).validate(log)
    (result,) = log["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    line = EN.splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1].startswith("21")
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "ja.txt"}
    assert len(log["runs"][0]["tool"]["driver"]["rules"]) == len(CODES)


def test_markdown_for_an_issue_tracker(pair, check):
    """A heading for the article, a list below it."""
    lines = check(*pair, "-f", "markdown")[1].splitlines()
    assert lines[0] == "## en.txt"
    assert lines[2].startswith("- **error** translation-lost-number, line 5, column 34: ")
    assert lines[3] == "  - source ja.txt:5:14: 12人"


def test_quiet(pair, check):
    """-q leaves the summary away, not what is read as what."""
    assert check(*pair, "-q")[2].count("\n") == 1


def test_no_path_is_wrong_usage(check):
    """Nothing to check is a usage error."""
    assert check()[0] == 2


def test_several_workers_find_the_same(pair, here, check):
    """Processes change the speed, not the findings or their order."""
    Path("open.txt").write_text("The mayor (72 said so.\n", "utf-8")
    alone = check("open.txt", *pair, "--all")
    assert check("open.txt", *pair, "--all", "--workers", "2") == alone


@pytest.fixture
def folders(pair):
    """Two folders with a text and its translation of one name, and one article that only one of them has."""
    for folder, text in (("ja", JA), ("en", EN)):
        Path(folder).mkdir()
        Path(folder, "library.txt").write_text(text, "utf-8")
    Path("ja", "alone.txt").write_text(JA, "utf-8")
    return "ja", "en"


def test_two_folders_are_texts_and_translations_by_their_names(folders, capsys):
    """ja/library.txt and en/library.txt are compared; what has no partner is checked alone, and that is said."""
    assert run(["check", *folders]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("en/library.txt:5:34: error translation-lost-number: ")
    assert "1 article of one name in both read as text and translation" in err
    assert "1 article without the other language checked alone" in err
    assert "3 articles, 4 sentence pairs" in err


def test_folders_may_be_checked_apart(folders, capsys):
    """With --apart nothing is compared; two articles of one name and one language are no translation either."""
    assert run(["check", *folders, "--apart"]) == 0
    assert "sentence pairs" not in capsys.readouterr().err
    Path("en", "library.txt").write_text(JA, "utf-8")
    assert run(["check", *folders]) == 0
    assert "0 articles of one name in both" in capsys.readouterr().err


def test_lines_of_feeds_are_articles_of_one_name(here, capsys):
    """The second line of ja/feed.jsonl belongs to the second line of en/feed.jsonl, whatever the files' suffixes."""
    for folder, text in (("ja", JA), ("en", EN)):
        Path(folder).mkdir()
        lines = [json.dumps({"text": one}, ensure_ascii=False) for one in ("Nothing here.", text)]
        Path(folder, "feed.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    assert run(["check", "ja", "en"]) == 1
    out, err = capsys.readouterr()
    assert "en/feed.jsonl:2: error translation-lost-number" in out
    assert "1 article of one name in both" in err
