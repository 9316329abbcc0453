"""The rule of the memory: editing one concept has exactly its segments translated again."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

import jaen
from jaen.corpus.impact import outdated_translations
from jaen.glossary import Glossary
from jaen.model import Concept, Term
from jaen.translation import Memory, Translator
from jaen.translation.engines import Hypothesis
from jaen.translation.memory import Reviewed

ARTICLE = """政府は対策を発表した。
国家サイバー統括室は警戒を呼びかけた。
首相は会見した。
国家サイバー統括室と半導体の話をした。
半導体の輸出が増えた。
"""
WORDS = ("対策を発表した", "警戒を呼びかけ", "首相は会見", "の話をした", "輸出が増えた")  # one for each line


@dataclass
class Counting:
    """An engine and model that notes the texts it is given."""

    name: str = "counting"
    engine: str = "counting"
    identity: str = "counting 1"
    source: str = "ja"
    target: str = "en"
    texts: set[str] = field(default_factory=set)

    def languages(self):
        """Japanese into English only."""
        return frozenset({("ja", "en")})

    def open(self, source, target):
        """Itself."""
        return self

    def fits(self, text):
        """Any text does."""
        return True

    def translate(self, requests, decoding):
        """A sentence with all terms."""
        self.texts |= {request.text for request in requests}
        words = [" and ".join(["This is about", *(target for _, target in request.terms)]) for request in requests]
        return [(Hypothesis(f"{word} here.", -1.0),) for word in words]


def concept(name, ja, en, note=""):
    return Concept(
        id=name, category="term", terms=(Term(text=ja, language="ja"), Term(text=en, language="en")), note=note
    )


GLOSSARY = {
    "office": concept("office", "国家サイバー統括室", "National Cybersecurity Office"),
    "chip": concept("chip", "半導体", "chip"),
}


def glossary(**changed):
    concepts = {**GLOSSARY, **changed}
    return Glossary("test", tuple(concepts[name] for name in sorted(concepts)))


def translated_now(memory, concepts, model="counting 1"):
    """The numbers of the article's lines that the engine is given."""
    engine = Counting(identity=model)
    pipeline = jaen.Pipeline(concepts, None, Translator(engine, "en", memory))
    report = pipeline(jaen.read(ARTICLE))
    assert len(report.translations) == 5
    # Not the whole line: a model may get a sentence with other words in place of its terms, or sentences of calibration.
    return {number for number, words in enumerate(WORDS, 1) if any(words in text for text in engine.texts)}


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path / "m.sqlite")


def test_the_second_time_nothing_is_translated(memory):
    """All comes out of the memory, also for another process."""
    assert translated_now(memory, glossary()) == {1, 2, 3, 4, 5}
    assert translated_now(Memory(memory.path), glossary()) == set()


@pytest.mark.parametrize(
    ("changed", "lines"),
    [
        ({"office": concept("office", "国家サイバー統括室", "NCO")}, {2, 4}),
        ({"chip": concept("chip", "半導体", "semiconductor")}, {4, 5}),
        ({"chip": concept("chip", "半導体", "chip", note="checked")}, {4, 5}),
        ({"other": concept("other", "首相", "prime minister")}, {3}),
        ({"other": concept("other", "消防庁", "Fire and Disaster Management Agency")}, set()),
    ],
)
def test_an_edited_concept_has_its_segments_translated_again(memory, changed, lines):
    """Exactly the sentences that name the concept go to the engine; a new one only where it is named."""
    translated_now(memory, glossary())
    outdated = outdated_translations(glossary(), glossary(**changed), memory)
    assert outdated == (len(lines) if changed.keys() <= GLOSSARY.keys() else 0)
    assert translated_now(memory, glossary(**changed)) == lines


def test_taken_back_nothing_is_translated(memory):
    """When the edit is undone, the old translations are there again."""
    translated_now(memory, glossary())
    translated_now(memory, glossary(chip=concept("chip", "半導体", "semiconductor")))
    assert translated_now(memory, glossary()) == set()


def test_another_model_translates_all(memory):
    """A memory of one model says nothing for another."""
    translated_now(memory, glossary())
    assert translated_now(memory, glossary(), "counting 2") == {1, 2, 3, 4, 5}


def test_a_reviewed_translation_wins(memory):
    """What a person has made is taken as it is, whatever changes in the glossary."""
    said = {"首相は会見した。": "The PM met the press.", "半導体の輸出が増えた。": "Chip exports rose."}
    at = datetime(2026, 8, 1, tzinfo=UTC)
    entries = [
        Reviewed(source_language="ja", target_language="en", source=source, text=text, by="mm", at=at)
        for source, text in said.items()
    ]
    memory.review(entries, "mm", "by hand")
    assert translated_now(memory, glossary()) == {1, 2, 4}
    changed = glossary(chip=concept("chip", "半導体", "semiconductor"))
    assert translated_now(memory, changed) == {4}
    report = jaen.Pipeline(changed, None, Translator(Counting(), "en", memory))(jaen.read(ARTICLE))
    people = [(one.text, one.engine, one.model) for one in report.translations if one.state == "reviewed"]
    assert people == [("The PM met the press.", "memory", "mm"), ("Chip exports rose.", "memory", "mm")]
