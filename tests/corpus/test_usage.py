"""The concordance of a concept."""

import json

import pytest

from jaen.cli import run
from jaen.config import Settings
from jaen.corpus.usage import usage
from jaen.errors import UnknownConcept
from jaen.glossary import Glossary
from jaen.model import Concept, MentionKind, Review, Term
from jaen.reading import article_of
from jaen.writing.cells import width

OFFICE = Concept(
    id="office",
    category="organization",
    terms=(
        Term(text="警備局", language="ja"),
        Term(text="Guard Bureau", language="en"),
        Term(text="GB", language="en", type="abbreviation"),
    ),
    former_ids=("bureau",),
)
BOTH = """\
警備局が発足 政府が発表

政府は20日、警備局(GB)を設けたと発表した。職員は30人になる。

The government announced it on Monday. Nobody else did.
"""
ENGLISH = "The Guard Bureau opened on Monday, the government said. Its staff will be 30.\n"


def used(*texts: str, concept: Concept = OFFICE, name: str = "office", limit: int = 20):
    return usage(Glossary("g", (concept,)), name, [article_of(text) for text in texts], Settings(), limit)


def test_places_are_told_with_language_and_kind():
    """The language is that of the sentence: a Japanese one may name the concept by its English abbreviation."""
    found = used(BOTH, ENGLISH)
    assert found.counts == {("ja", MentionKind.FREE): 3, ("en", MentionKind.FREE): 1}
    third = found.occurrences[2]
    assert (third.line, third.language, third.term, third.surface) == (3, "ja", "GB", "GB")
    assert (third.before, third.after) == ("政府は20日、警備局(", ")を設けたと発表した。")
    assert found.read == 2


def test_a_missing_counterpart_is_told():
    """An article in both languages that names the concept in one only; not one that has only one language."""
    found = used(BOTH, ENGLISH, BOTH.replace("announced it", "opened the Guard Bureau"))
    assert [one.missing for one in found.articles] == ["en", None, None]
    assert dict(found.articles[2].counts) == {"ja": 3, "en": 1}


def test_articles_without_the_concept_are_read_only():
    """They are counted and not listed."""
    found = used("The weather will be fine on Monday, the agency said.\n")
    assert (found.read, found.articles, found.occurrences) == (1, (), ())


def test_a_machines_summary_is_marked():
    """What a machine says about an article is weak evidence of usage."""
    page = f"A new office opens\n\nAI-generated summary\n- The Guard Bureau opens next week.\n\n{ENGLISH}"
    assert [one.is_weak for one in used(page).occurrences] == [True, False]


def test_former_ids_lead_to_the_concept():
    """Who asks for an id that was merged gets the concept that it is now; an unknown one is an error."""
    assert used(ENGLISH, name="bureau").concept == OFFICE
    with pytest.raises(UnknownConcept):
        used(ENGLISH, name="nope")


def test_drafts_are_looked_for():
    """Before one approves an entry, one wants to see what it would find."""
    draft = Concept(id="office", category="term", terms=OFFICE.terms, review=Review("draft"))
    assert sum(used(ENGLISH, concept=draft).counts.values()) == 1


def test_places_are_bounded_and_counts_exact():
    """The first of each language and kind are kept."""
    found = used(*[BOTH] * 5, *[ENGLISH] * 5, limit=2)
    assert found.counts == {("ja", MentionKind.FREE): 15, ("en", MentionKind.FREE): 5}
    assert len(found.occurrences) == 4


@pytest.fixture
def place(tmp_path):
    """A glossary of one entry, and two articles."""
    folder = tmp_path / "g"
    folder.mkdir()
    (folder / "office.yaml").write_text(
        "category: term\nterms: [{ja: 警備局}, {en: Guard Bureau}, {en: GB, type: abbreviation}]\n", "utf-8"
    )
    (tmp_path / "a.txt").write_text(BOTH, "utf-8")
    (tmp_path / "b.txt").write_text(ENGLISH, "utf-8")
    return tmp_path


def test_keywords_stand_in_one_column(place, capsys):
    """Full-width characters take two columns."""
    assert run(["glossary", "usage", "office", str(place), "-g", str(place / "g"), "--kwic", "12"]) == 0
    out = capsys.readouterr().out
    lines = [line for line in out.splitlines() if "[" in line]
    assert len(lines) == 4
    assert {width(line[: line.index("[")]) for line in lines[:3]} == {width(lines[0][: lines[0].index("[")])}
    assert lines[1].endswith("政府は20日、[警備局](GB)を設け…")
    assert lines[2].endswith("…日、警備局([GB])を設けたと…")
    assert "office  警備局 = Guard Bureau: 4 mentions in 2 of 2 articles" in out
    assert f"{place / 'a.txt'}  ja 3  ← no English sentence names it" in out


def test_a_bound_is_said(place, capsys):
    """Lines and articles that are not shown are counted."""
    assert run(["glossary", "usage", "office", str(place), "-g", str(place / "g"), "-n", "1"]) == 0
    out = capsys.readouterr().out
    assert "… and 2 more lines; -n shows more" in out
    assert "… and 1 more article; -n shows more" in out


def test_json_has_all_that_is_known(place, capsys):
    """Counts, articles and places as plain values."""
    assert run(["glossary", "usage", "office", str(place), "-g", str(place / "g"), "-f", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["mentions"] == {"en": {"free": 1}, "ja": {"free": 3}}
    assert found["articles"][0]["missing"] == "en"
    assert found["occurrences"][0]["surface"] == "警備局"
    assert found["occurrences"][0]["machine_summary"] is False


def test_an_article_that_can_not_be_read_does_not_stop_the_rest(place, capsys):
    """It is said, and the exit code tells."""
    paths = [str(place / "nope.txt"), str(place)]
    assert run(["glossary", "usage", "office", *paths, "-g", str(place / "g")]) == 3
    assert "4 mentions" in capsys.readouterr().out
