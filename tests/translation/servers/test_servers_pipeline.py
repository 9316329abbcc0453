"""A server's translation is verified as any other: every term is accounted for, whether the server heeds it or not."""

import json
import re
import signal
import threading
import time

import pytest

from jaen import Glossary, Pipeline, read
from jaen.errors import EngineError, EngineUnavailable
from jaen.model import Concept, Term
from jaen.translation import EngineChoice, Translator
from jaen.translation.engines import Decoding, Request
from jaen.translation.engines.libretranslate import LibreTranslateEngine
from jaen.translation.engines.openai import OpenAIEngine
from jaen.translation.patience import Patience

TERMS = {
    "agency": ("organization", "電波監理庁", "Spectrum Authority"),
    "plan": ("term", "周波数再編計画", "frequency plan"),
    "person": ("person", "森沢聡", "Satoshi Morisawa"),
}
GLOSSARY = Glossary(
    "servers",
    tuple(
        Concept(id=name, category=category, terms=(Term(text=ja, language="ja"), Term(text=en, language="en")))
        for name, (category, ja, en) in sorted(TERMS.items())
    ),
)
TEXT = """電波監理庁は十日、周波数再編計画をまとめた。
森沢聡が電波監理庁で説明した。
空は晴れている。
"""


def chatting(translate):
    """An OpenAI-compatible server; `translate(item) -> text or None`, None leaves the item out."""

    def behave(asked, reply):
        items = json.loads(asked.json["messages"][1]["content"])["texts"]
        made = [{"id": item["id"], "text": text} for item in items if (text := translate(item)) is not None]
        content = json.dumps({"translations": made})
        reply.json({"choices": [{"message": {"content": content}, "finish_reason": "stop"}]})

    return behave


def libre(translate):
    """A LibreTranslate server; `translate(text) -> text`."""

    def behave(asked, reply):
        if asked.path == "/languages":
            reply.json([{"code": "ja", "targets": ["en"]}])
        elif asked.path == "/translate":
            reply.json({"translatedText": [translate(q) for q in asked.json["q"]]})
        else:
            reply.json({}, 404)

    return behave


def report_by(engine):
    return Pipeline(GLOSSARY, None, Translator(engine, "en"))(read(TEXT))


@pytest.fixture
def openai(serve, short):
    """`openai(translate)`: the engine at a server that translates so, and the server."""

    def start(translate):
        server = serve(chatting(translate))
        return OpenAIEngine(EngineChoice(name="openai", url=server.url, model="small"), short), server

    return start


@pytest.fixture
def libretranslate(serve, short):
    """The same with LibreTranslate."""

    def start(translate):
        server = serve(libre(translate))
        return LibreTranslateEngine(EngineChoice(name="libretranslate", url=server.url), short), server

    return start


def accounts(report):
    """[(concept, outcome)] in text order; each that is not unmet stands where it is said to."""
    by_segment = {t.segment_id: t for t in report.translations}
    found = []
    for mention in report.mentions:
        translation = by_segment[mention.segment_id]
        [term] = [t for t in translation.terms if t.source_span == mention.span]
        assert term.concept_id == mention.concept.id
        if term.outcome != "unmet":
            written = term.target_span.of(translation.text)
            assert written.lower().startswith(mention.concept.preferred("en").text.lower())  # an ending may follow
        found.append((term.concept_id, term.outcome))
    assert len(found) == sum(len(t.terms) for t in report.translations)
    return found


MENTIONED = ["agency", "plan", "person", "agency"]


def test_a_server_that_heeds_the_terms(openai):
    """A model that writes what it is told has satisfied every term by itself; it is told of a sentence's own only."""

    def heed(item):
        return "The word is " + " and ".join(term["target"] for term in item.get("terms", [])) + ", 10."

    engine, server = openai(heed)
    assert accounts(report_by(engine)) == [(name, "satisfied") for name in MENTIONED]
    sent = [text for asked in server.asked for text in json.loads(asked.json["messages"][1]["content"])["texts"]]
    told = {text["text"]: [term["source"] for term in text.get("terms", [])] for text in sent}
    assert ["電波監理庁", "周波数再編計画"] in told.values()
    assert [] in told.values()
    assert all(term in text for text, terms in told.items() for term in terms)


@pytest.mark.parametrize("text", ["It was fine today, the 10th.", "the", "the frequency plan, 10"])
@pytest.mark.parametrize("kind", ["openai", "libretranslate"])
def test_a_server_that_ignores_the_terms(request, kind, text):
    """Whatever it writes instead, each term is put in and accounted for; none is silently missing."""
    engine, _ = request.getfixturevalue(kind)(lambda item: text)
    report = report_by(engine)
    assert [name for name, _ in accounts(report)] == MENTIONED
    for translation in report.translations:
        assert translation.text
        for term in translation.terms:
            assert term.outcome != "unmet" or any(flag.startswith("unmet") for flag in translation.flags)


def test_one_segment_that_a_model_leaves_out(openai):
    """A sentence that never comes back is untranslated, with a reason; its neighbors have their own translations."""
    said = {"電": "It was settled on the 10th.", "空": "The sky is clear today."}
    engine, _ = openai(lambda item: said.get(item["text"][0]))
    report = report_by(engine)
    states = [(t.state, bool(t.flags)) for t in report.translations]
    assert [state for state, _ in states] == ["translated", "untranslated", "translated"]
    assert states[1][1]
    assert [name for name, _ in accounts(report)] == MENTIONED
    assert len(report.translations) == 3


def test_a_model_that_shifts_by_one(openai):
    """No sentence is ever given its neighbor's translation, even when ids are used up in order."""
    said = []

    def shifted(item):
        said.append(item["text"])
        return None if len(said) == 1 else f"About {re.sub('[^森空]', '', item['text'])}."

    engine, _ = openai(shifted)
    report = report_by(engine)
    for translation, segment in zip(report.translations, [s for s in report.segments if s.content], strict=True):
        assert ("森" in translation.text) <= ("森" in segment.text)
        assert ("空" in translation.text) <= ("空" in segment.text)


def test_a_server_that_fails_halfway(openai):
    """A server that breaks is an error of the engine, not a half translated report."""

    def behave(item):
        if "空" in item["text"]:
            raise ConnectionResetError
        return "Fine, 10."

    engine, _ = openai(behave)
    with pytest.raises(EngineError, match="the connection broke"):
        report_by(engine)


def test_a_server_that_is_slow(serve):
    """One that takes too long is left, with the setting that would wait longer."""
    server = serve(lambda asked, reply: reply.hang())
    patience = Patience(connect=5, read=0.3, total=0.3)
    with pytest.raises(EngineError, match="JAEN_TIMEOUT=900 lets a request take 900 seconds"):
        report_by(OpenAIEngine(EngineChoice(name="openai", url=server.url, model="small"), patience))


def test_no_server(short):
    """Nobody there: one message that says what to do."""
    engine = OpenAIEngine(EngineChoice(name="openai", url="http://127.0.0.1:9", model="small"), short)
    with pytest.raises(EngineUnavailable, match="is the server running"):
        report_by(engine)


@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="this system sends no signals to threads")
@pytest.mark.parametrize("answered", [0, 1])
def test_an_interrupt_is_heeded_at_once(serve, answered):
    """Ctrl-C ends the wait for a server that hangs, with the first request as with several in flight."""
    held_out = []
    fine = chatting(lambda item: "Fine, 10.")

    def behave(asked, reply):
        if len(server.asked) <= answered:
            fine(asked, reply)
        else:
            held_out.append(reply.hang())

    def interrupt():
        while len(server.asked) <= answered:
            time.sleep(0.01)
        signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)

    server = serve(behave)
    patience = Patience(connect=60, read=60, total=60)
    model = OpenAIEngine(EngineChoice(name="openai", url=server.url, model="small"), patience).open("ja", "en")
    threading.Thread(target=interrupt, daemon=True).start()
    with pytest.raises(KeyboardInterrupt):
        model.translate([Request("空は晴れている。")] * 100, Decoding())
    assert held_out == []  # nobody has waited until the server gave up
