"""Which translation a sentence gets: a person's, one that is remembered, a like one on request, or a new one."""

import math
from datetime import UTC, datetime

import pytest

import jaen
from jaen.errors import ConfigError
from jaen.model import Concept, Status, Term, TermUse
from jaen.reading import article_of
from jaen.translation import EngineChoice, Job, Memory, Translator, open_translator
from jaen.translation.engines import Hypothesis
from jaen.translation.memory import Reviewed


class Counting:
    """An engine that counts what it is asked, and gives each text an English sentence of its own."""

    name = "counting"
    engine, identity, source, target = "counting", "counting 1", "ja", "en"

    def __init__(self):
        self.asked = []

    def languages(self):
        return frozenset({("ja", "en")})

    def open(self, source, target):
        return self

    def fits(self, text):
        return True

    def translate(self, requests, decoding):
        self.asked.append([request.text for request in requests])
        return [(Hypothesis(f"They bought the {'o' * len(r.text)}k today.", -1.0),) for r in requests]


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path / "memory.sqlite")


def job(*texts):
    return Job(tuple(segment for text in texts for segment in jaen.split(text)), ())


def translated(engine, memory, *texts, fuzzy=None):
    ((*translations,),) = Translator(engine, "en", memory, fuzzy).translate([job(*texts)])
    return translations


def review(memory, source, text):
    entry = Reviewed(
        source_language="ja",
        target_language="en",
        source=source,
        text=text,
        by="Mori",
        at=datetime(2026, 3, 1, tzinfo=UTC),
    )
    memory.review([entry], "Mori", "seen")


def test_what_was_translated_is_not_translated_again(memory):
    """The second time, and in another process, the model is not asked; the same comes out."""
    engine = Counting()
    first = translated(engine, memory, "彼は本を買った。")
    again = translated(engine, Memory(memory.path), "彼は本を買った。")
    assert [t.text for t in first] == [t.text for t in again]
    assert len(engine.asked) == 1


def test_the_same_sentence_is_translated_once(memory):
    """Ten articles with one sentence in common ask for it once."""
    engine = Counting()
    Translator(engine, "en", memory).translate([job("彼は本を買った。")] * 10)
    assert engine.asked == [["彼は本を買った。"]]


def test_what_is_done_is_kept_while_the_rest_is_still_to_do(memory, monkeypatch):
    """A run that breaks off has lost no more than one portion."""
    monkeypatch.setattr("jaen.translation.translator.AT_ONCE", 2)
    engine = Counting()

    def breaks_off(requests, decoding, real=engine.translate):
        if len(engine.asked) == 2:
            raise KeyboardInterrupt
        return real(requests, decoding)

    engine.translate = breaks_off
    texts = [f"{name}は本を買った。" for name in ("彼", "彼女", "兄", "妹", "友達", "先生")]
    with pytest.raises(KeyboardInterrupt):
        translated(engine, memory, *texts)
    fresh = Counting()
    translated(fresh, memory, *texts)
    assert [text for batch in fresh.asked for text in batch] == texts[4:]


def test_who_waits_is_told_how_far_it_is(memory, monkeypatch):
    """At first and after each portion, of what the model is to do; nothing where it has nothing to do."""
    monkeypatch.setattr("jaen.translation.translator.AT_ONCE", 2)
    jobs = [job("彼は本を買った。", "兄は本を買った。", "妹は本を買った。")]
    told = []
    for _ in range(2):
        Translator(Counting(), "en", memory).translate(jobs, lambda *counts: told.append(counts))
    assert told == [(0, 3), (2, 3), (3, 3)]


def test_a_persons_translation_wins(memory):
    """What was reviewed is taken as it is, says who made it, and no model is asked."""
    review(memory, "彼は本を買った。", "He bought a book.")
    engine = Counting()
    (one,) = translated(engine, memory, "彼は本を買った。")
    assert (one.text, one.state, one.engine, one.model) == ("He bought a book.", "reviewed", "memory", "Mori")
    assert engine.asked == []


def test_a_like_sentence_is_shown(memory):
    """Without being asked to, jaen shows a like sentence's translation and uses its own."""
    review(memory, "彼は昨日その本を買った。", "He bought the book yesterday.")
    (one,) = translated(Counting(), memory, "彼は今日その本を買った。")
    assert one.engine == "counting"
    assert one.similar.text == "He bought the book yesterday."
    assert 0.75 <= one.similar.score < 1


def test_a_like_sentence_is_used_on_request(memory):
    """With a limit, one above it is used and says so; one below it is not."""
    review(memory, "彼は昨日その本を買った。", "He bought the book yesterday.")
    (used,) = translated(Counting(), memory, "彼は昨日この本を買った。", fuzzy=0.8)
    (refused,) = translated(Counting(), memory, "彼は昨日この本を買った。", fuzzy=0.99)
    assert (used.text, used.engine) == ("He bought the book yesterday.", "memory")
    assert used.flags[0].startswith("fuzzy: 9")
    assert refused.engine == "counting"


def test_a_like_sentence_with_another_number_is_never_used(memory):
    """150 companies are not 180, however alike the sentences are."""
    review(memory, "彼は昨日150社の株を買った。", "Yesterday he bought shares of 150 companies.")
    (other,) = translated(Counting(), memory, "彼は昨日180社の株を買った。", fuzzy=0.8)
    (same,) = translated(Counting(), memory, "彼は昨日150社の株を売った。", fuzzy=0.8)
    assert other.engine == "counting"
    assert same.engine == "memory"


def test_without_a_memory_nothing_is_kept(tmp_path):
    """No memory, no file."""
    Translator(Counting(), "en").translate([job("彼は本を買った。")])
    assert list(tmp_path.iterdir()) == []


def test_only_what_the_engine_knows_is_translated():
    """English stays; a language without a model is left out."""
    ((*translations,),) = Translator(Counting(), "en").translate(
        [job("彼は本を買った。He left. 我们买了这本书，他们没有买。")]
    )
    assert len(translations) == 1


@pytest.mark.parametrize("likeness", [-0.1, 1.1, math.nan])
def test_a_likeness_that_is_none(likeness):
    """With NaN as the least likeness, every text would be like every other."""
    with pytest.raises(ConfigError, match="a likeness from 0 to 1"):
        open_translator("en", EngineChoice(name="echo"), fuzzy=likeness)
    assert open_translator("en", EngineChoice(name="echo"), fuzzy=1.0).language == "en"


class Twofold:
    """An engine that has a sentence with the short form of a name, and one with the long form that it likes less."""

    name = "twofold"
    engine, identity, source, target = "twofold", "twofold 1", "ja", "en"

    def languages(self):
        return frozenset({("ja", "en")})

    def open(self, source, target):
        return self

    def fits(self, text):
        return True

    def translate(self, requests, decoding):
        both = (
            Hypothesis("The NCO drew up a plan.", -1.0),
            Hypothesis("The National Cyber Office drew up a plan.", -2.0),
        )
        return [both for _ in requests]


@pytest.mark.parametrize("remembers", [False, True])
def test_the_same_sentence_at_first_and_later(memory, remembers):
    """`use: after-first` is kept to where a sentence comes twice, and when it is remembered from another place."""
    short = Term(text="NCO", language="en", status=Status.ADMITTED, type="abbreviation", use=TermUse.AFTER_FIRST)
    long = Term(text="National Cyber Office", language="en")
    terms = (Term(text="国家サイバー室", language="ja"), long, short)
    glossary = jaen.Glossary("one", (Concept(id="nco", category="organization", terms=terms),))
    sentence = "国家サイバー室は計画を作った。"

    def texts(text):
        translator = Translator(Twofold(), "en", memory if remembers else None)
        report = jaen.Pipeline(glossary, translator=translator)(article_of(text))
        return [one.text for one in report.translations]

    twice = ["The National Cyber Office drew up a plan.", "The NCO drew up a plan."]
    assert texts(f"{sentence}{sentence}") == twice
    assert texts(sentence) == twice[:1]
    assert texts(f"{sentence}{sentence}") == twice
