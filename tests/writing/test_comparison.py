"""A comparison as text, JSON and Markdown, and from the command line."""

import io
import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from jaen.cli import run
from jaen.corpus.compare import compare
from jaen.model import Article
from jaen.model.comparison import Story
from jaen.pipeline import Pipeline
from jaen.writing import load_schema
from jaen.writing.cells import width
from jaen.writing.comparison import FORMATS, WRITERS

STORY = (
    "The harbor of Tamino was closed for two days after a crane fell on May 18, 2026.",
    "Nobody was hurt, but eleven ships had to wait outside of the bay until Tuesday.",
    "A very long sentence that the port authority wrote goes on and on, so that it must be broken into lines, twice at least.",
)
PIPELINE = Pipeline()


def article(name, *sentences, **metadata):
    text = "\n\n".join(sentences) + "\n"
    return Article(id=name, text=text, source=f"{name}.txt", encoding="utf-8", sha256=name, metadata=metadata)


@pytest.fixture(scope="module")
def comparison():
    original = article("original", *STORY, title="A crane [falls](x)", site="Tamino Post", date="2026-05-20")
    return compare(map(PIPELINE, (original, article("copy", *STORY), article("犬", "犬が5月3日に来た。"))))


def written(comparison, form):
    out = io.StringIO()
    WRITERS[form](comparison, out)
    return out.getvalue()


@pytest.fixture
def paths(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("\n\n".join(STORY), encoding="utf-8")
    return [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


def test_text_says_what_was_found_within_a_hundred_cells(comparison):
    """Copies come first, with what they inherit; then the timeline and what can't be resolved; no line is too long."""
    lines = written(comparison, "text").splitlines()
    assert lines[1] == "3 articles (2 en, 1 ja): 1 copy, 0 stories, 0 contradictions"
    heads = [line for line in lines if line and not line.startswith((" ", "═", "─"))][1:]
    assert heads == ["Copies", "Timeline", "Dates that can't be resolved"]
    assert "  copy has the same sentences as original (3 of 3 sentences, containment 1.00)" in lines
    assert "    inherits: title 'A crane [falls](x)'; date '2026-05-20'; site 'Tamino Post'" in lines
    assert max(map(width, lines)) <= 100


def test_markdown_shows_text_as_it_is(comparison):
    """What looks like Markdown in an article is no Markdown."""
    text = written(comparison, "markdown")
    assert "A crane \\[falls\\](x)" in text
    assert "## Copies" in text


def test_json_is_valid_against_the_published_schema(comparison):
    """Everything, days as ISO 8601, spans as pairs; also where nothing was compared."""
    validator = Draft202012Validator(load_schema("comparison"))
    for one in (comparison, compare(())):
        validator.validate(json.loads(written(one, "json")))
    value = json.loads(written(comparison, "json"))
    assert value["schema"] == "jaen.comparison/1"
    assert value["timeline"][0]["first"] == "2026-05-18"
    assert value["copies"][0]["inherited"][0] == {
        "name": "title",
        "value": "A crane [falls](x)",
        "span": None,
        "stated": False,
    }


def test_the_schema_refuses_what_is_none(comparison):
    """A missing part and an unknown one are no comparison."""
    validator = Draft202012Validator(load_schema("comparison"))
    value = json.loads(written(comparison, "json"))
    assert not validator.is_valid({**value, "more": 1})
    value.pop("stories")
    assert not validator.is_valid(value)


@pytest.mark.parametrize("form", FORMATS)
def test_articles_can_say_anything(form):
    """Controls, markup and breaks in texts, titles and ids stop no format."""
    nasty = "<script>\x1b[2J & \u202e`x`  of May 18, 2026, which is long enough to be compared, for once.\n"
    rows = [article(f"a|{number}\n", nasty, title="</title>\x00", site="*b*") for number in range(3)]
    text = written(compare(map(PIPELINE, rows)), form)
    assert "\x1b[2J" not in text
    assert text.endswith("\n")


def test_long_lists_are_cut_and_say_so():
    """Of forty articles thirty are shown in text; JSON has all."""
    found = compare(
        PIPELINE(article(f"a{number:02}", f"On May {number % 28 + 1}, 2026, it rained on hill {number}."))
        for number in range(40)
    )
    assert "  … 10 more; -f json has all" in written(found, "text").splitlines()
    assert len(json.loads(written(found, "json"))["timeline"]) == 40


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_what_was_not_looked_at_and_what_stands_apart_is_said_in_every_format_for_people(form):
    """A line that crowds of articles share says nothing of copies, and an article of no story is not forgotten."""
    found = compare(PIPELINE(article(f"a{number}", "Sign up for our letter of the harbor.")) for number in range(2))
    place = found.articles[0].id
    crowd = replace(
        found,
        common={"Sign up for our letter of the harbor.": 30},
        stories=(Story(articles=("a0", "a1"), languages=("en",), links=()),),
        apart=(place,),
    )
    text = " ".join(written(crowd, form).split())
    assert "1 sentence was not looked at, as too many articles have the same that are no copies: Sign up" in text
    assert "(30 articles)" in text
    assert f"apart: {place}" in text
    assert "not looked at" not in written(found, form)
    assert "apart" not in written(found, form)


def test_the_command_compares_files(paths, capsys):
    """Results on standard output, the summary on standard error, and 0."""
    assert run(["compare", *paths]) == 0
    out, err = capsys.readouterr()
    assert "b has the same sentences as a" in out
    assert "2 articles" in err


def test_the_command_writes_a_file(paths, tmp_path, capsys):
    """-f and -o mean what they mean everywhere."""
    assert run(["compare", *paths, "-f", "json", "-o", str(tmp_path / "out.json"), "-q"]) == 0
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["copies"][0]["kind"] == "exact"
    assert capsys.readouterr().err == ""


def test_one_article_is_not_enough(paths, capsys):
    """One article can't be compared, and that is said."""
    assert run(["compare", paths[0]]) == 3
    assert "needs at least two articles, and got 1" in capsys.readouterr().err


def test_a_bad_article_does_not_stop_the_others(paths, tmp_path, capsys):
    """What can't be read is said, the others are compared, and the exit code tells."""
    (tmp_path / "c.txt").write_bytes(b"\xff\xfe\x00\xd8 not a text \x00\x81\x81")
    assert run(["compare", *paths, str(tmp_path / "c.txt")]) == 3
    out, err = capsys.readouterr()
    assert "b has the same sentences as a" in out
    assert "c.txt" in err


def test_the_schema_can_be_printed(capsys):
    """`jaen schema comparison` prints the contract."""
    assert run(["schema", "comparison"]) == 0
    assert json.loads(capsys.readouterr().out) == load_schema("comparison")
