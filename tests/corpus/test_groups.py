"""Many articles translated together: in groups, in order, each for itself when one goes wrong."""

import pytest
from phrasebook import Phrasebook

from jaen.config import Settings
from jaen.corpus import Failure, Journal, Recipe, batch, process
from jaen.errors import ConfigError, EngineError, TranslationMemoryError
from jaen.model import Report
from jaen.reading import article_of
from jaen.translation import Memory, Translator
from jaen.writing.json_lines import write_json_lines

RECIPE = Recipe(None, Settings())
BOOK = {
    "猫が来た": "A cat came.",
    "犬が来た": "A dog came.",
    "雨が降った": "It rained.",
    "雪が降った": "It snowed.",
    "風が吹いた": "The wind blew.",
}
TEXTS = [f"{source}。\n" for source in BOOK]


def translator(**more):
    return Translator(Phrasebook(BOOK, **more), "en")


def articles(texts=TEXTS):
    return [article_of(text) for text in texts]


def english(result):
    return [translation.text for translation in result.translations]


def calls(made):
    """The sentences that came to the model in each of its calls, without what a retry asks again."""
    seen: set[str] = set()
    firsts = []
    for texts in made.engine.calls:
        fresh = [text for text in texts if text.strip("。") in BOOK and text not in seen]
        seen.update(fresh)
        firsts += [fresh] if fresh else []
    return firsts


def test_sentences_of_many_articles_go_to_the_model_together():
    """One call has the sentences of all articles of a group; each report gets its own, in the articles' order."""
    made = translator()
    results = list(process(articles(), RECIPE, translator=made))
    assert [english(result) for result in results] == [[text] for text in BOOK.values()]
    assert [len(texts) for texts in calls(made)] == [5]


@pytest.mark.parametrize(("limit", "sizes"), [("SENTENCES", [2, 2, 1]), ("ARTICLES", [2, 2, 1])])
def test_a_group_ends_with_so_many_sentences_or_articles(monkeypatch, limit, sizes):
    """Results do not wait for the whole corpus: a group is full after so many sentences, or so many articles."""
    monkeypatch.setattr(batch, limit, 2)
    made = translator()
    read = []

    def feed():
        for article in articles():
            read.append(article)
            yield article

    results = process(feed(), RECIPE, translator=made)
    next(results)
    assert len(read) == 2
    list(results)
    assert [len(texts) for texts in calls(made)] == sizes


def test_what_needs_no_translation_fills_no_group(monkeypatch):
    """English articles on the way to English are no work for the model."""
    monkeypatch.setattr(batch, "SENTENCES", 2)
    made = translator()
    list(process(articles(["The cat came. The dog came. It rained.\n", *TEXTS[:2]]), RECIPE, translator=made))
    assert [len(texts) for texts in calls(made)] == [2]


def test_workers_analyze_and_one_process_translates():
    """With workers the reports are the same, and the model is used here, where its memory is."""
    alone, spread = translator(), translator()
    first = [result.to_dict() for result in process(articles(), RECIPE, translator=alone)]
    assert [result.to_dict() for result in process(articles(), RECIPE, workers=2, translator=spread)] == first
    assert calls(spread) == calls(alone)


def test_one_article_that_trips_the_translator_stops_no_other():
    """A fault nobody foresaw costs its own article; the others of the group are translated alone."""
    results = list(process(articles(), RECIPE, translator=translator(stumbles_at="雨")))
    assert [isinstance(result, Failure) for result in results] == [False, False, True, False, False]
    assert "KeyError" in results[2].message
    assert "<text>" in results[2].message
    assert english(results[4]) == ["The wind blew."]


def test_an_engine_that_fails_ends_the_run_after_what_was_done(monkeypatch):
    """It would fail for every other article too: results before it are given, then the error comes."""
    monkeypatch.setattr(batch, "ARTICLES", 2)
    results = process(articles(), RECIPE, translator=translator(fails_at="雨"))
    assert [english(next(results)) for _ in range(2)] == [["A cat came."], ["A dog came."]]
    with pytest.raises(EngineError, match="the book is burnt"):
        next(results)


def test_a_memory_that_can_not_be_used_ends_the_run(tmp_path):
    """As an engine does; it is not told again with every article."""
    path = tmp_path / "memory.sqlite"
    path.write_text("no memory " * 500, "utf-8")
    made = Translator(Phrasebook(BOOK), "en", Memory(path))
    with pytest.raises(TranslationMemoryError):
        next(process(articles(), RECIPE, translator=made))


def test_an_article_that_fails_before_keeps_its_place(monkeypatch):
    """A failure of the analysis stands where its article stood."""
    from jaen.pipeline import Pipeline

    whole = Pipeline.analyze

    def analyze(self, article):
        if "雨" in article.text:
            raise ValueError("bad luck")
        return whole(self, article)

    monkeypatch.setattr(Pipeline, "analyze", analyze)
    results = list(process(articles(), RECIPE, translator=translator()))
    assert [type(result) for result in results] == [Report, Report, Failure, Report, Report]


def test_a_resumed_run_wants_the_same_translation(tmp_path):
    """Another engine, language or none at all is another run."""
    part = tmp_path / "out.jsonl.part"
    with part.open("w", encoding="utf-8") as out:
        write_json_lines(process(articles(TEXTS[:1]), RECIPE, translator=translator()), out)
    assert Journal.recover(part, RECIPE, translator()).holds(articles()[0])
    for other in (None, Translator(Phrasebook(BOOK), "ja")):
        with pytest.raises(ConfigError, match="another value of translation"):
            Journal.recover(part, RECIPE, other)
