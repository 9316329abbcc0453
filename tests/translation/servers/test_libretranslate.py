"""The engine `libretranslate`: every text gets its own translation or none, whatever the server answers."""

import html

import pytest

from jaen.errors import ConfigError, EngineError, EngineUnavailable
from jaen.translation.engines import Decoding, EngineChoice, Request
from jaen.translation.engines.libretranslate import LibreTranslateEngine

LANGUAGES = [{"code": "ja", "targets": ["en", "ja"]}, {"code": "en", "targets": ["ja"]}]


@pytest.fixture
def model(serve, short):
    """`model(answer, limit=…)`: a model at a server whose POSTs are answered by `answer(body) -> (value, status)`."""

    def start(answer, limit=-1):
        def behave(asked, reply):
            if asked.path == "/languages":
                reply.json(LANGUAGES)
            elif asked.path == "/frontend/settings":
                reply.json({"charLimit": limit})
            elif asked.path == "/spec":
                reply.json({"info": {"version": "1.9.6"}})
            else:
                value, status = answer(asked.json)
                reply.json(value, status)

        server = serve(behave)
        engine = LibreTranslateEngine(EngineChoice(name="libretranslate", url=server.url + "/"), short)
        made = engine.open("ja", "en")
        server.asked.clear()
        return made, server

    return start


def right(body):
    """A server without faults: says what it was given."""
    return {"translatedText": [f"said {html.unescape(q)}" for q in body["q"]]}, 200


def texts(model, *sources, decoding=Decoding()):  # noqa: B008
    requests = [source if isinstance(source, Request) else Request(source) for source in sources]
    return [[h.text for h in hypotheses] for hypotheses in model.translate(requests, decoding)]


def test_every_text_in_order(model):
    """Hundreds of texts go in batches, several at a time, and come back in their order."""
    made, server = model(right)
    sources = [f"文{n}です" for n in range(205)]
    assert texts(made, *sources) == [[f"said {source}"] for source in sources]
    assert len(server.asked) == 11
    body = server.asked[0].json
    assert (body["source"], body["target"], len(body["q"])) == ("ja", "en", 20)
    assert "api_key" not in body


def test_nothing_to_translate(model):
    """Nothing is sent for nothing."""
    made, server = model(right)
    assert made.translate([], Decoding()) == []
    assert server.asked == []


def test_identity_and_scores(model):
    """The model is named by the server's version and address; it tells no scores."""
    made, server = model(right)
    assert made.identity == f"1.9.6 at {server.url}"
    assert (made.engine, made.source, made.target) == ("libretranslate", "ja", "en")
    assert made.translate([Request("東京")], Decoding())[0][0].score == 0.0


def test_the_key(model, monkeypatch):
    """A key in the environment is sent with the texts, and with nothing else."""
    monkeypatch.setenv("LIBRETRANSLATE_API_KEY", " geheim\n")
    made, server = model(right)
    texts(made, "東京")
    assert server.asked[0].json["api_key"] == "geheim"
    assert "geheim" not in repr(made._server) + made.identity


def test_a_key_that_is_none(monkeypatch):
    """What can't be a key is said without showing it."""
    monkeypatch.setenv("LIBRETRANSLATE_API_KEY", "gehe\nim")
    with pytest.raises(ConfigError, match="LIBRETRANSLATE_API_KEY holds characters") as caught:
        LibreTranslateEngine(EngineChoice(name="libretranslate", url="http://localhost"))
    assert "gehe" not in str(caught.value)


def test_no_address():
    """Without an address nothing is asked: there is no server that jaen would choose by itself."""
    with pytest.raises(ConfigError, match="give it with --url"):
        LibreTranslateEngine(EngineChoice(name="libretranslate"))


def test_pairs(serve, short):
    """The server says which languages it knows; an old one names no targets: each to each."""
    said = [{"code": "ja"}, {"code": "en"}, {"code": 7}, "en", {"name": "x"}]
    server = serve(lambda asked, reply: reply.json(said))
    engine = LibreTranslateEngine(EngineChoice(name="libretranslate", url=server.url), short)
    assert engine.languages() == {("ja", "en"), ("en", "ja")}
    with pytest.raises(EngineUnavailable, match="does not translate ja to de"):
        engine.open("ja", "de")


@pytest.mark.parametrize("said", [[], {}, None, "ja", [1, 2], [{"targets": ["en"]}], 1e300])
def test_no_languages(serve, short, said):
    """What is no list of languages is no such server."""
    server = serve(lambda asked, reply: reply.json(said))
    engine = LibreTranslateEngine(EngineChoice(name="libretranslate", url=server.url), short)
    with pytest.raises(EngineError, match="names no languages; is it a LibreTranslate server"):
        engine.open("ja", "en")


@pytest.mark.parametrize("settings", [{}, [], {"charLimit": "x"}, {"charLimit": True}, {"charLimit": 0}])
def test_no_limit(serve, short, settings):
    """A server that tells no limit or version has none; any text fits."""

    def behave(asked, reply):
        reply.json(LANGUAGES if asked.path == "/languages" else settings, 404 if asked.path == "/spec" else 200)

    server = serve(behave)
    model = LibreTranslateEngine(EngineChoice(name="libretranslate", url=server.url), short).open("ja", "en")
    assert model.fits("あ" * 100_000)
    assert model.identity == f"unknown version at {server.url}"


def test_the_limit(model):
    """A server's limit holds for a text and for all texts of a request; & counts as what is sent for it."""
    made, server = model(right, limit=10)
    assert made.fits("あ" * 10)
    assert not made.fits("あ" * 11)
    assert not made.fits("&" * 10)
    texts(made, "あああああ", "いいいいい", "う")
    assert sorted(len(asked.json["q"]) for asked in server.asked) == [1, 2]


def test_too_large_a_batch_is_halved(model):
    """A server that takes fewer texts than jaen sends is given fewer, until it takes them."""

    def at_most_three(body):
        return right(body) if len(body["q"]) <= 3 else ({"error": "request (20) exceeds text limit (3)"}, 400)

    made, _ = model(at_most_three)
    assert texts(made, *"いろはにほへと") == [[f"said {c}"] for c in "いろはにほへと"]


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: [*t, "more"], lambda t: []])
def test_too_few_or_too_many(model, change):
    """When there are not as many translations as texts, none of them is trusted: each text is asked for alone."""

    def behave(body):
        made = right(body)[0]["translatedText"]
        return {"translatedText": made if len(made) == 1 else change(made)}, 200

    made, _ = model(behave)
    assert texts(made, "い", "ろ", "は") == [["said い"], ["said ろ"], ["said は"]]


def test_one_text_never_answered(model):
    """A text that the server has no translation for has none, and its neighbors keep theirs."""

    def behave(body):
        return {"translatedText": [f"said {q}" for q in body["q"] if q != "ろ"]}, 200

    made, _ = model(behave)
    assert texts(made, "い", "ろ", "は") == [["said い"], [], ["said は"]]


@pytest.mark.parametrize("bad", ["", "  ", None, 7, ["x"], "x" * 100_000, "a\x00b", "a\x1b[2J"])
def test_what_is_no_translation(model, bad):
    """Nothing, another type, a loop without end or control characters are no translation."""
    made, _ = model(lambda body: ({"translatedText": [bad if q == "ろ" else "fine" for q in body["q"]]}, 200))
    assert texts(made, "い", "ろ") == [["fine"], []]


@pytest.mark.parametrize("answer", [{}, [], "x", None, {"translatedText": "😀"}, {"translatedText": {}}, 12345])
def test_another_kind_of_server(model, answer):
    """An answer of another shape is said as such."""
    made, _ = model(lambda body: (answer, 200))
    with pytest.raises(EngineError, match="is it a LibreTranslate server"):
        texts(made, "い")


def test_an_error_in_an_answer_that_is_called_good(model):
    """What the server says went wrong is passed on, also where its status is 200."""
    made, _ = model(lambda body: ({"error": "Slowdown: too many requests"}, 200))
    with pytest.raises(EngineError, match="'translatedText'; the server says: Slowdown: too many requests; is it"):
        texts(made, "い")


@pytest.mark.parametrize(
    ("status", "kind", "advice"),
    [
        (403, EngineUnavailable, "Invalid API key; does the server need a key\\? Set LIBRETRANSLATE_API_KEY"),
        (400, EngineError, "Invalid API key"),
        (404, EngineError, "is it the right address"),
        (429, EngineError, "try again later"),
        (500, EngineError, "own log"),
    ],
)
def test_refusals(model, status, kind, advice):
    """What a server refuses is said in its own words, with what to do."""
    made, _ = model(lambda body: ({"error": "Invalid API key"}, status))
    with pytest.raises(kind, match=advice):
        texts(made, "い", "ろ", "は")


def test_one_text_refused(model):
    """When the server has translated others, a text that it refuses is only that text's matter."""
    made, _ = model(lambda body: ({"error": "no"}, 400) if "ろ" in body["q"] else right(body))
    assert texts(made, "ろ", "い", "は") == [[], ["said い"], ["said は"]]
    assert texts(made, "ろ") == [[]]


def test_nobody_there(short):
    """A server that does not run is said as such."""
    engine = LibreTranslateEngine(EngineChoice(name="libretranslate", url="http://127.0.0.1:9"), short)
    with pytest.raises(EngineUnavailable, match="is the server running\\? Start it, or give another address"):
        engine.languages()


def test_no_damage_by_html(model):
    """Characters that HTML uses come back as they were; a server that leaves its escapes standing is mended."""
    made, server = model(right)
    sources = ["M&A<b>x</b> a_b\tc", "&lt;と書く", '"引用"']
    assert texts(made, *sources) == [[f"said {s}"] for s in sources]
    assert server.asked[0].json["q"][0] == "M&amp;A&lt;b&gt;x&lt;/b&gt; a_b\tc"
    keeps, _ = model(lambda body: ({"translatedText": body["q"]}, 200))
    assert texts(keeps, "M&A") == [["M&A"]]


def test_a_japanese_full_stop_after_english(model):
    """The server closes English with the 。 of the source; that is mended."""
    made, _ = model(lambda body: ({"translatedText": ["He lives in Tokyo。" for _ in body["q"]]}, 200))
    assert texts(made, "彼は東京に住んでいます。") == [["He lives in Tokyo."]]


def test_alternatives(model):
    """Several hypotheses are asked for where terms are wanted, and only there."""

    def behave(body):
        made = right(body)[0]
        if "alternatives" in body:
            made["alternatives"] = [[f"other {q}", f"said {q}", 7] for q in body["q"]]
        return made, 200

    made, server = model(behave)
    wanted = Request("国会", terms=(("国会", "Diet"),))
    assert texts(made, wanted, "東京", decoding=Decoding(best=4)) == [["said 国会", "other 国会"], ["said 東京"]]
    assert server.asked[-1].json == {
        "q": ["国会"], "source": "ja", "target": "en", "format": "text", "alternatives": 3,
    }  # fmt: skip
    assert texts(made, wanted, decoding=Decoding(best=1)) == [["said 国会"]]


def test_alternatives_of_a_text_that_would_be_shouted(model):
    """As text, NHKは… comes back in capitals: no alternatives are asked for."""
    made, server = model(right)
    for source in ("NHKは国会", "iPhoneは国会", "npmは国会"):
        texts(made, Request(source, terms=(("国会", "Diet"),)), decoding=Decoding(best=4))
    assert all(asked.json["format"] == "html" for asked in server.asked)


def test_a_server_without_alternatives(model):
    """One that refuses them is asked for them once; one that takes fewer texts at a time still gives them."""
    made, server = model(lambda body: ({"error": "no"}, 400) if "alternatives" in body else right(body))
    wanted = Request("国会", terms=(("国会", "Diet"),))
    for _ in range(3):
        assert texts(made, wanted, decoding=Decoding(best=4)) == [["said 国会"]]
    assert len(server.asked) == 4

    def one_by_one(body):
        if len(body["q"]) > 1:
            return {"error": "too many"}, 400
        return {**right(body)[0], "alternatives": [["other"]]}, 200

    made, _ = model(one_by_one)
    assert texts(made, wanted, wanted, decoding=Decoding(best=4)) == [["said 国会", "other"]] * 2


def test_the_first_failure_ends_the_rest(model):
    """A server that refuses everything is asked once; one that fails later is left after those in flight."""
    made, server = model(lambda body: ({"error": "no"}, 404))
    with pytest.raises(EngineError):
        texts(made, *["あ"] * 4000)
    assert len(server.asked) == 1
    made, server = model(lambda body: ({"error": "no"}, 404) if "い" in body["q"] else right(body))
    with pytest.raises(EngineError):
        texts(made, *["あ"] * 20, *["い"] * 4000)
    assert len(server.asked) < 20
