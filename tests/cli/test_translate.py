"""`jaen translate` and `process --to`: formats, messages, summary, exit codes."""

import json
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from phrasebook import Phrasebook

from jaen.cli import run
from jaen.translation import opening

ROOT = Path(__file__).parents[2]
NEWS = str(ROOT / "glossaries" / "news")
SEEDS = ROOT.parent / "shared" / "seeds"
PAGE = "―何が変わったか。\n\n国家サイバー統括室(NCO)は18日、注意を呼びかけた。彼は東京に住んでいます。\n\nHe lives in Tokyo.\n"
BOOK = {
    "猫が来た": "A cat came.",
    "犬が来た": "A dog came.",
    "雨が降った": "It rained.",
}


@pytest.fixture
def page(tmp_path):
    """An article in both languages, with a question and its answer."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture
def nothing_installed(tmp_path, monkeypatch):
    """No translation package is there."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))


@pytest.fixture
def book(monkeypatch, tmp_path):
    """The engine `phrasebook`, and three articles that it knows; gives both."""
    engine = Phrasebook(BOOK)
    known = opening.open_engine
    monkeypatch.setattr(opening, "open_engine", lambda choice: engine if choice.name == "phrasebook" else known(choice))
    folder = tmp_path / "in"
    folder.mkdir()
    for number, sentence in enumerate(BOOK):
        (folder / f"{number}.txt").write_text(f"{sentence}。\n", "utf-8")
    return engine, folder


def translate(path, *more):
    return run(["translate", str(path), "--to", "en", "--engine", "phrasebook", "--no-memory", *more])


def test_without_an_engine_translate_names_the_command(page, nothing_installed, capsys):
    """Nothing to translate with is exit code 3 and the exact command; nothing is printed."""
    assert run(["translate", str(page), "--to", "en"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "jaen models install ja-en" in err


def test_without_an_engine_process_goes_on_with_glosses(page, nothing_installed, capsys):
    """It says so once, with the command; the output is that of a run without --to."""
    assert run(["process", str(page), "-g", NEWS, "-q"]) == 0
    plain = capsys.readouterr().out
    assert run(["process", str(page), str(page), "-g", NEWS, "-q", "--to", "en"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == plain.rstrip("\n")
    assert err.count("jaen models install ja-en") == 1
    assert "without translation; Japanese gets a gloss" in err


def test_the_default_is_a_bilingual_text_with_a_summary(book, capsys):
    """Sentences with their translations on standard output, what was done in one line on standard error."""
    assert translate(book[1]) == 0
    out, err = capsys.readouterr()
    assert "   ja  猫が来た。\n   en  A cat came.\n" in out
    summary = re.sub(r"in \d+\.\d s$", "in 0.0 s", err.splitlines()[-1])
    assert summary == (
        "jaen: 3 articles, 3 sentences, 0 mentions, 0 findings; 3 to translate: 3 translated, 0 untranslated; "
        "terms: 0 satisfied, 0 repaired, 0 unmet; 0 flags; in 0.0 s"
    )


def test_the_article_in_the_other_language(book, capsys):
    """-f article is the text alone; -q leaves the summary out."""
    assert translate(book[1] / "0.txt", "-f", "article", "-q") == 0
    assert capsys.readouterr() == ("A cat came.\n", "")


def test_json_holds_translations_and_what_made_them(book, capsys):
    """The contract's translations, English by translation, and the provenance that tells runs apart."""
    assert translate(book[1] / "0.txt", "-f", "jsonl", "-q") == 0
    report = json.loads(capsys.readouterr().out)
    (translation,) = report["translations"]
    assert (translation["text"], translation["state"], translation["engine"]) == (
        "A cat came.",
        "translated",
        "phrasebook",
    )
    assert (report["segments"][0]["english"], report["segments"][0]["english_origin"]) == ("A cat came.", "translation")
    made = report["provenance"]["translation"]
    assert (made["to"], made["engine"], made["model"]) == ("en", "phrasebook", "phrasebook 1")
    assert made["options"]


def test_untranslated_sentences_are_findings(book, tmp_path, capsys):
    """--fail-on warning ends with 1 when a sentence could not be translated, and with 0 when all could."""
    assert translate(book[1], "--fail-on", "warning") == 0
    (book[1] / "9.txt").write_text("風が吹いた。\n", "utf-8")
    assert translate(book[1], "--fail-on", "warning") == 1
    assert translate(book[1], "--fail-on", "error") == 0
    assert "4 to translate: 3 translated, 1 untranslated" in capsys.readouterr().err


def test_an_engine_that_fails_says_what_is_done_and_the_run_can_go_on(book, tmp_path, monkeypatch, capsys):
    """What was finished is kept; --resume goes on there and writes what one run would have written."""
    monkeypatch.setattr("jaen.corpus.batch.ARTICLES", 1)
    engine, folder = book
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    assert translate(folder, "-f", "jsonl", "-o", str(whole), "-q") == 0
    engine.fails_at = "雨"
    assert translate(folder, "-f", "jsonl", "-o", str(out), "-q") == 3
    err = capsys.readouterr().err
    assert "the book is burnt; buy another" in err
    assert f"2 articles done, then the translator failed; they are in {out}.part, run again with --resume" in err
    engine.fails_at = ""
    engine.calls.clear()
    assert translate(folder, "-f", "jsonl", "-o", str(out), "-q", "--resume") == 0
    assert out.read_bytes() == whole.read_bytes()
    assert not any("猫が来た" in text for texts in engine.calls for text in texts)


def test_a_resumed_run_with_another_engine_is_refused(book, tmp_path, capsys):
    """Half an output by one engine and half by another would be told by nobody."""
    out = tmp_path / "out.jsonl"
    assert translate(book[1], "-f", "jsonl", "-o", str(out), "-q") == 0
    shutil.move(out, f"{out}.part")
    arguments = ["translate", str(book[1]), "--to", "en", "--no-memory", "-f", "jsonl", "-o", str(out), "--resume"]
    assert run([*arguments, "--engine", "echo"]) == 3
    assert "another value of translation" in capsys.readouterr().err


def test_a_memory_spares_the_model_what_it_has_translated(book, tmp_path, capsys):
    """The second run asks the model nothing and prints the same; --no-memory asks again."""
    engine, folder = book
    arguments = ["translate", str(folder), "--to", "en", "--engine", "phrasebook", "-q"]
    memory = ["--memory", str(tmp_path / "memory.sqlite")]
    assert run([*arguments, *memory]) == 0
    first = capsys.readouterr().out
    engine.calls.clear()
    assert run([*arguments, *memory]) == 0
    assert capsys.readouterr().out == first
    assert not any("猫が来た" in text for texts in engine.calls for text in texts)
    assert run([*arguments, "--no-memory"]) == 0
    assert any("猫が来た" in text for texts in engine.calls for text in texts)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["translate", "examples"], 2, "Missing option '--to'"),
        (["translate", "examples", "--to", "fr"], 2, "'fr' is not one of"),
        (["translate", "examples", "--to", "en", "--engine", "argo"], 3, "did you mean 'argos'?"),
        (["translate", "examples", "--to", "en", "--memory", "x", "--no-memory"], 3, "give one of them"),
        (["translate", "examples", "--to", "en", "--fuzzy", "90"], 2, "is not in the range"),
        (["process", "examples", "--engine", "echo"], 3, "add --to en or --to ja"),
        (["process", "examples", "--no-memory"], 3, "add --to en or --to ja"),
        (["translate", "examples", "--to", "en", "--engine", "echo", "--resume"], 3, "works with -o OUT"),
    ],
)
def test_wrong_use_says_what_instead(arguments, code, message, capsys, monkeypatch):
    """Each is one message without a traceback, before any article is read."""
    monkeypatch.chdir(ROOT)
    assert run(arguments) == code
    out, err = capsys.readouterr()
    assert message in err
    assert "Traceback" not in err
    assert out == ""


# --- with a real model


def accounted(report):
    """Holds a report's translations to what they claim; gives the terms counted by outcome."""
    segments = {segment["id"]: segment for segment in report["segments"]}
    mentions = {(m["segment"], tuple(m["span"]), m["concept"]) for m in report["mentions"]}
    text = report["article"]["text"]
    seen = Counter()
    for translation in report["translations"]:
        segment = segments[translation["segment"]]
        enforced = [m for m in report["mentions"] if m["segment"] == segment["id"] and m["preferred"]["en"]]
        enforced = [m for m in enforced if m["kind"] in ("free", "title", "variant", "short-form")]
        assert Counter((m["concept"], tuple(m["span"])) for m in enforced) == Counter(
            (term["concept"], tuple(term["source_span"])) for term in translation["terms"]
        ), segment["text"]
        for term in translation["terms"]:
            assert (segment["id"], tuple(term["source_span"]), term["concept"]) in mentions
            assert segment["span"][0] <= term["source_span"][0] < term["source_span"][1] <= segment["span"][1]
            if term["target_span"]:
                start, end = term["target_span"]
                assert 0 <= start < end <= len(translation["text"])
                assert translation["text"][start:end].strip() == translation["text"][start:end]
        seen.update(term["outcome"] for term in translation["terms"] if translation["state"] != "untranslated")
    japanese = [s for s in report["segments"] if s["content"] and s["language"] == "ja"]
    assert {s["id"] for s in japanese} == {t["segment"] for t in report["translations"]}
    assert all(s["english"] for s in japanese if re.search("[ぁ-んァ-ヶ一-龠]{2}", s["text"])), text
    return seen


def test_a_real_model_translates_with_the_glossary(page, installed, translating, capsys):
    """The small package is found and run; each term is in its place and accounted for."""
    assert run(["translate", str(page), "--to", "en", "-g", NEWS, "-f", "jsonl", "--no-memory"]) == 0
    out, err = capsys.readouterr()
    report = json.loads(out)
    assert "He lives in Tokyo." in [translation["text"] for translation in report["translations"]]
    assert accounted(report)["unmet"] == 0
    assert "argos ja_en 0.1" not in err
    assert report["provenance"]["translation"]["model"].startswith("ja_en 0.1 ")


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(path.name for path in SEEDS.glob("004*")) or [None])
def test_real_news_keeps_every_term(name, installed, translating, capsys):
    """However poor the translation of a small model is: every sentence and every term is accounted for."""
    if name is None:
        pytest.skip("the seed articles are not beside this checkout")
    assert run(["translate", str(SEEDS / name), "--to", "en", "-g", NEWS, "-f", "jsonl", "--no-memory"]) == 0
    out, err = capsys.readouterr()
    seen = accounted(json.loads(out))
    assert seen["unmet"] == 0
    assert seen["satisfied"] + seen["repaired"] >= 10
    assert re.search(rf"terms: {seen['satisfied']} satisfied, {seen['repaired']} repaired .*, 0 unmet", err)


def test_into_japanese(tmp_path, constructed_en_ja, monkeypatch, capsys):
    """The other way goes through the same code: no blanks between sentences, full-width marks."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(constructed_en_ja))
    path = tmp_path / "page.txt"
    path.write_text("She reads the book. We drink coffee.\n\nHe reads the book.\n", "utf-8")
    assert run(["translate", str(path), "--to", "ja", "-f", "article", "--no-memory", "-q"]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[0].startswith("彼女は")
    assert lines[0].count("。") == 2
    assert " " not in lines[0]
    assert lines[1:] == ["", lines[2], ""]
    assert lines[2].startswith("彼は")


def test_the_library_does_the_same_in_five_lines(page, installed, translating):
    """Load, open, run, read."""
    import jaen
    from jaen.translation import open_translator

    pipeline = jaen.Pipeline(jaen.Glossary.load(NEWS), translator=open_translator("en"))
    report = pipeline(jaen.read(page))
    assert report.english()[report.segments[2].id] == ("He lives in Tokyo.", "translation")
