"""What a change of the glossary does to articles."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phrasebook import Phrasebook

from jaen.cli import run
from jaen.config import Settings
from jaen.corpus.impact import Impact, impact, outdated_translations
from jaen.glossary import Glossary
from jaen.model import Concept, Link, Status, Term
from jaen.pipeline import Pipeline
from jaen.reading import article_of
from jaen.translation import Memory, Translator

OFFICE = Concept(
    id="office",
    category="organization",
    terms=(Term(text="警備局", language="ja"), Term(text="Guard Bureau", language="en")),
)
TEXT = """\
警備局が発足 政府が発表

政府は20日、警備局を設けたと発表した。職員は30人になる。

The Guard Bureau opened on Monday. Nobody else did.
"""


def glossary(*concepts: Concept) -> Glossary:
    return Glossary("g", tuple(sorted(concepts, key=lambda one: one.id)))


def with_terms(concept: Concept, *terms: Term) -> Concept:
    return replace(concept, terms=(*concept.terms, *terms))


def measured(before: Glossary, after: Glossary, *texts: str, limit: int = 20) -> Impact:
    return impact(before, after, [article_of(text) for text in texts], Settings(), limit)


def told(found: Impact) -> list[str]:
    return [str(effect) for sentence in found.examples for effect in sentence.effects]


def test_nothing_changes_under_the_same_glossary():
    """The same glossary, or one whose change no article can show, touches no sentence."""
    found = measured(glossary(OFFICE), glossary(replace(OFFICE, sources=("https://example.org/",))), TEXT)
    assert (found.articles, found.touched, found.sentences, found.translations) == (1, 0, 0, 0)
    assert found.examples == ()


def test_a_new_concept_adds_mentions():
    """Each place where it is named now, with the sentence's line; Japanese sentences change their gloss."""
    found = measured(
        glossary(Concept(id="x", category="term", terms=(Term(text="x", language="en"),))), glossary(OFFICE), TEXT
    )
    assert found.counts == {("mention", "added"): 3}
    assert told(found) == [
        "+ 警備局 → office (free)",
        "+ 警備局 → office (free)",
        "+ Guard Bureau → office (free)",
    ]
    assert [sentence.line for sentence in found.examples] == [1, 3, 5]
    assert found.examples[1].gloss
    assert "Guard Bureau" in found.examples[1].gloss[1]
    assert found.examples[2].gloss is None
    assert found.translations == 2


def test_headlines_are_counted():
    """An editor wants to know how many headlines a change touches."""
    found = measured(glossary(), glossary(OFFICE), TEXT.replace("警備局を", "組織を").replace("Guard", "New"))
    assert (found.sentences, found.headlines) == (1, 1)


def test_another_preferred_term_changes_what_is_written():
    """The mentions stay; what jaen writes for them does not, and translations have to be made again."""
    terms = (OFFICE.terms[0], replace(OFFICE.terms[1], status=Status.ADMITTED), Term(text="GB", language="en"))
    found = measured(glossary(OFFICE), glossary(replace(OFFICE, terms=terms)), TEXT)
    assert found.counts == {("preferred", "changed"): 3}
    assert told(found)[0] == "~ 警備局: jaen writes Guard Bureau → GB"
    assert found.translations == 2


def test_a_longer_term_takes_the_place_of_a_shorter_one():
    """The longest match wins: a new concept takes a mention away from one that did not change."""
    longer = Concept(id="branch", category="organization", terms=(Term(text="警備局大阪支部", language="ja"),))
    found = measured(glossary(OFFICE), glossary(OFFICE, longer), "警備局大阪支部が動く。")
    assert told(found)[0].startswith("- 警備局 → office (")
    assert "+ 警備局大阪支部 → branch (free)" in told(found)


def test_a_merged_concept_shows_where_mentions_go():
    """The same place is a mention of another concept now."""
    found = measured(glossary(OFFICE), glossary(replace(OFFICE, id="bureau")), "政府は警備局を設けた。")
    assert told(found) == ["~ 警備局: office (free) → bureau (free)"]


def test_a_forbidden_term_brings_findings():
    """A finding appears where a term is forbidden now, and goes when that is taken back."""
    forbidden = glossary(replace(OFFICE, terms=(OFFICE.terms[0], replace(OFFICE.terms[1], status=Status.FORBIDDEN))))
    found = measured(glossary(OFFICE), forbidden, "The Guard Bureau opened.")
    assert found.counts[("finding", "added")] == 1
    assert "+ finding term-forbidden: 'Guard Bureau' must not be used" in told(found)
    back = measured(forbidden, glossary(OFFICE), "The Guard Bureau opened.")
    assert back.counts[("finding", "removed")] == 1


def test_a_finding_that_says_something_else_is_changed():
    """What to use instead is another term now."""
    bad = Term(text="Guard Office", language="en", status=Status.DEPRECATED)
    before, after = (
        with_terms(replace(OFFICE, terms=(OFFICE.terms[0], Term(text=text, language="en"))), bad)
        for text in ("Guard Bureau", "GB")
    )
    found = measured(glossary(before), glossary(after), "The Guard Office opened.")
    assert found.counts[("finding", "changed")] == 1


def test_translations_are_stale_only_where_they_could_say_something_else():
    """An English term that must not be used any more can be in a translation; one that may be used now changes none."""
    text = "政府は警備局を設けた。"
    refused = with_terms(OFFICE, Term(text="Guard Office", language="en", status=Status.FORBIDDEN))
    assert measured(glossary(OFFICE), glossary(refused), text).translations == 1
    admitted = with_terms(OFFICE, Term(text="Guard Office", language="en", status=Status.ADMITTED))
    assert measured(glossary(OFFICE), glossary(admitted), text).sentences == 0


def test_furniture_does_not_count():
    """A menu line is not shown by any other view either."""
    page = "Home | News | Guard Bureau | Contact\n\nThe bureau opened on Monday, the government said.\n"
    segments = Pipeline(glossary(OFFICE))(article_of(page)).segments
    assert any(not segment.content for segment in segments)
    assert measured(glossary(), glossary(OFFICE), page).sentences == 0


def test_examples_are_bounded_and_counts_exact():
    """Of each kind the first sentences are kept; all are counted."""
    texts = ["The Guard Bureau opened."] * 30
    found = measured(glossary(), glossary(OFFICE), *texts, limit=3)
    assert len(found.examples) == 3
    assert (found.sentences, found.touched, found.counts[("mention", "added")]) == (30, 30, 30)


def test_a_rare_kind_is_shown_after_a_frequent_one():
    """Sentences of a kind that was not yet shown are kept, however many of another kind came before."""
    forbidden = Concept(
        id="x", category="term", terms=(Term(text="guard house", language="en", status=Status.FORBIDDEN),)
    )
    texts = [*["The Guard Bureau opened."] * 5, "A guard house opened."]
    found = measured(glossary(), glossary(OFFICE, forbidden), *texts, limit=2)
    assert [sentence.text for sentence in found.examples] == [texts[0], texts[0], texts[-1]]


WORDS = st.sampled_from(["Guard Bureau", "Guard", "Bureau", "Night Guard", "警備局", "警備", "局長"])
CONCEPTS = st.lists(WORDS, max_size=4, unique=True).map(
    lambda words: glossary(
        *(
            Concept(
                id=f"c{number}",
                category="term",
                terms=(Term(text=word, language="en" if word.isascii() else "ja"),),
                links=(Link("related", "c0"),) if number else (),
            )
            for number, word in enumerate(words)
        )
    )
)


@settings(max_examples=50)
@given(CONCEPTS, CONCEPTS, st.lists(WORDS, min_size=1, max_size=5))
def test_the_impact_is_the_difference_of_two_reports(before, after, words):
    """Counted mentions are those that one run has and the other has not; the other way round, signs are swapped."""
    article = article_of("".join(f"{word}。" if not word.isascii() else f"The {word} opened. " for word in words))
    found = impact(before, after, [article], Settings())
    sets = []
    for one in (before, after):
        report = Pipeline(one)(article)
        content = {segment.id for segment in report.segments if segment.content}
        sets.append(
            {
                (m.segment_id, m.span, m.concept.id, m.term.text, m.kind)
                for m in report.mentions
                if m.segment_id in content
            }
        )
    changed = found.counts.get(("mention", "changed"), 0)
    assert found.counts.get(("mention", "added"), 0) + changed == len(sets[1] - sets[0])
    assert found.counts.get(("mention", "removed"), 0) + changed == len(sets[0] - sets[1])
    back = impact(after, before, [article], Settings())
    assert back.counts.get(("mention", "added"), 0) == found.counts.get(("mention", "removed"), 0)
    assert back.sentences == found.sentences


@pytest.fixture
def folders(tmp_path):
    """Two glossaries and an article."""
    for name, english in (("old", "Guard Bureau"), ("new", "Guard Agency")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "office.yaml").write_text(f"category: term\nterms: [{{ja: 警備局}}, {{en: {english}}}]\n", "utf-8")
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")
    return tmp_path


def test_the_command_tells_counts_and_lines(folders, capsys):
    """A summary, then each sentence with its place and what changes."""
    arguments = ["glossary", "impact", str(folders / "page.txt"), "-g", str(folders / "new")]
    assert run([*arguments, "--against", str(folders / "old")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == (
        "changes 3 sentences (1 headline) in 1 of 1 article, mentions -1, written otherwise 2, translations to redo 2"
    )
    assert lines[2] == f"{folders / 'page.txt'}:1  警備局が発足 政府が発表"
    assert lines[3] == "  ~ 警備局: jaen writes Guard Bureau → Guard Agency"
    assert "  a stored translation would have to be made again" in lines


def test_the_command_writes_json(folders, capsys):
    """The same as plain values."""
    arguments = ["glossary", "impact", str(folders / "page.txt"), "-g", str(folders / "new"), "-f", "json"]
    assert run([*arguments, "--against", str(folders / "old")]) == 0
    out = capsys.readouterr().out
    assert '"mentions": {\n  "added": 0,\n  "removed": 1,\n  "changed": 0\n }' in out


def test_the_command_says_what_can_not_be_read(folders, capsys):
    """The rest is measured; the exit code tells."""
    paths = [str(folders / "nope.txt"), str(folders / "page.txt")]
    code = run(["glossary", "impact", *paths, "-g", str(folders / "new"), "--against", str(folders / "old")])
    assert code == 3
    captured = capsys.readouterr()
    assert "nope.txt: no such file" in captured.err
    assert "1 of 1 article" in captured.out


def test_without_an_earlier_version_the_command_says_so(folders, capsys):
    """Outside git, and before anything was saved, there is nothing to compare with."""
    assert run(["glossary", "impact", str(folders / "page.txt"), "-g", str(folders / "new")]) == 3
    assert "nothing was saved here yet" in capsys.readouterr().err


def test_translations_in_the_memory_that_a_change_outdates_are_counted(folders, tmp_path, monkeypatch, capsys):
    """Those that apply a concept as it was; a sentence without it, and a glossary without a change, outdate none."""
    memory = Memory(tmp_path / "memory.sqlite")
    old, new = (Glossary.load(folders / name) for name in ("old", "new"))
    book = Phrasebook({"警備局が動く": "The Guard Bureau acts.", "雨が降った": "It rained."})
    pipeline = Pipeline(old, translator=Translator(book, "en", memory))
    pipeline(article_of("警備局が動く。\n雨が降った。\n"))
    assert outdated_translations(old, new, memory) == 1
    assert outdated_translations(old, old, memory) == 0
    assert outdated_translations(new, old, memory) == 0  # nothing was made with the new one
    monkeypatch.setenv("JAEN_MEMORY", str(memory.path))
    arguments = ["glossary", "impact", str(folders / "page.txt"), "-g", str(folders / "new")]
    assert run([*arguments, "--against", str(folders / "old")]) == 0
    assert capsys.readouterr().out.endswith(f"1 translation in the memory {memory.path} will be made again\n")
