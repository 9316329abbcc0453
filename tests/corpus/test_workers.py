"""Batches: order, isolation, and resuming."""

import json
import multiprocessing
import os
import signal
import struct
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from jaen.config import Settings
from jaen.corpus import Failure, Journal, Recipe, process
from jaen.corpus.job import attempt
from jaen.corpus.workers import _collect, _Worker
from jaen.errors import ConfigError, GlossaryError, InputError
from jaen.model import Report
from jaen.reading import article_of

RECIPE = Recipe(None, Settings())
TEXTS = [f"今日は{number}件の攻撃があった。" for number in range(9)]


def test_results_keep_the_order_of_the_articles():
    """However many processes work, results come in the order of the articles, and are the same."""
    articles = [article_of(text) for text in TEXTS]
    alone = list(process(articles, RECIPE, workers=1))
    spread = list(process(articles, RECIPE, workers=2))
    assert all(isinstance(result, Report) for result in alone)
    assert [result.to_dict() for result in spread] == [result.to_dict() for result in alone]


class Deadly:
    """An article that kills the process which unpacks it, as a crash in native code would."""

    source = "poison"

    def __reduce__(self):
        return signal.raise_signal, (signal.SIGSEGV,)


def test_a_crash_costs_exactly_one_article():
    """A worker that dies by a signal loses its own article, named with the signal; all others go on."""
    articles = [article_of(text) for text in TEXTS]
    articles[3] = Deadly()
    results = list(process(articles, RECIPE, workers=2))
    assert isinstance(results[3], Failure)
    assert "SIGSEGV" in results[3].message
    assert [index for index, result in enumerate(results) if isinstance(result, Failure)] == [3]
    assert len(results) == len(articles)


def test_a_death_in_the_middle_of_a_result_costs_one_article():
    """A worker killed while it sends half a report is a dead worker like any other."""
    ours, theirs = multiprocessing.Pipe()
    os.write(theirs.fileno(), struct.pack("!i", 1000) + b"half a report")
    theirs.close()
    dead = SimpleNamespace(join=lambda: None, exitcode=-signal.SIGKILL)
    done = {}
    _collect([_Worker(dead, ours, (0, article_of(TEXTS[0])))], done)
    assert "SIGKILL" in done[0].message


def test_an_error_jaen_names_is_kept_as_it_is():
    """An article that can't be processed becomes a failure with the error's own message."""

    def refuse(article):
        raise InputError("a.txt: nothing in it; give a text")

    assert attempt(refuse, article_of("x"), "<text>") == Failure("<text>", "a.txt: nothing in it; give a text")


def test_an_unforeseen_error_is_recorded_with_the_article():
    """An error nobody foresaw stops one article, and its message names the article and the error."""

    def stumble(article):
        raise KeyError("k")

    failure = attempt(stumble, article_of("x"), "<text>")
    assert failure.message.startswith("<text>: KeyError: 'k'")


def test_a_bad_glossary_is_one_error():
    """A glossary that does not load stops the batch before the first article, also with workers."""
    with pytest.raises(GlossaryError, match="no-such-folder"):
        list(process([article_of("x。")], Recipe("no-such-folder", Settings()), workers=2))


def lines(results, path: Path) -> None:
    path.write_text("".join(json.dumps(r.to_dict(), ensure_ascii=False) + "\n" for r in results), "utf-8")


def test_journal_knows_finished_articles_and_cuts_a_torn_line(tmp_path):
    """After a kill the whole lines are kept, the torn one is cut off, and only unfinished articles are left."""
    articles = [article_of(text) for text in TEXTS[:3]]
    part = tmp_path / "out.jsonl.part"
    lines(process(articles[:2], RECIPE), part)
    whole = part.read_bytes()
    part.write_bytes(whole + b'{"schema": "jaen.rep')
    journal = Journal.recover(part, RECIPE)
    assert [journal.holds(article) for article in articles] == [True, True, False]
    assert part.read_bytes() == whole


def test_journal_refuses_a_file_that_is_no_report(tmp_path):
    """A file of something else is refused by its place, and is left as it was."""
    part = tmp_path / "out.jsonl.part"
    part.write_text("hello\n", "utf-8")
    with pytest.raises(ConfigError, match=r"out\.jsonl\.part:1 is no line of a report"):
        Journal.recover(part, RECIPE)
    assert part.read_text("utf-8") == "hello\n"


@pytest.mark.parametrize("setting", [{"profile": "none"}, {"wrapping": "hard"}, {"date": date(2026, 5, 18)}])
def test_every_setting_counts(tmp_path, setting):
    """A run goes on only with the settings it began with."""
    part = tmp_path / "out.jsonl.part"
    lines(process([article_of(TEXTS[0])], RECIPE), part)
    with pytest.raises(ConfigError, match="another value of settings"):
        Journal.recover(part, Recipe(None, Settings(**setting)))


def test_journal_tells_articles_apart_by_id(tmp_path):
    """The same file named twice is two articles; one whose text has changed can't be taken for done."""
    part = tmp_path / "out.jsonl.part"
    first = article_of(TEXTS[0])
    lines(process([first], RECIPE), part)
    journal = Journal.recover(part, RECIPE)
    assert not journal.holds(replace(first, id=f"{first.id}~2"))
    with pytest.raises(ConfigError, match="<text> is not what the interrupted run has read"):
        journal.holds(replace(first, text=TEXTS[1]))


def test_missing_journal_is_empty(tmp_path):
    """Resuming where nothing was left starts from the beginning."""
    assert not Journal.recover(tmp_path / "none.part", RECIPE).done
