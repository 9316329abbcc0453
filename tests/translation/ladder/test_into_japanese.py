"""English to Japanese: the same ladder, with Japanese terms, on a model set by hand."""

import pytest

import jaen
from jaen.model import Span
from jaen.translation.engines import EngineChoice, open_engine
from jaen.translation.ladder import Ladder
from jaen.translation.rendering import Task, render_all
from jaen.translation.requirements import Form, Kind, Requirement
from jaen.translation.sentence import Rung


@pytest.fixture
def ladder(constructed_en_ja, monkeypatch):
    """A ladder over a model that puts one Japanese word for each English one, and copies what it does not know."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(constructed_en_ja))
    return Ladder(open_engine(EngineChoice()).open("en", "ja"))


def rendered(ladder, text, source, japanese, kind):
    (segment,) = jaen.split(text)
    span = Span(text.index(source), text.index(source) + len(source))
    form = Form(japanese, ())
    requirement = Requirement(span=span, mentions=(), kind=Kind(kind), forms=(form,), language="ja")
    (one,) = render_all(ladder, [Task(segment, (requirement,))], "ja")
    return one.result


@pytest.mark.parametrize(
    ("text", "source", "japanese", "kind"),
    [
        ("I drink coffee in Mythos.", "Mythos", "ミュトス", "name"),
        ("This is the envelope.", "envelope", "量子封筒", "noun"),
        ("He lives in the agency.", "agency", "金融庁", "institution"),
    ],
)
def test_a_japanese_term_takes_its_place(ladder, text, source, japanese, kind):
    """The term is there, exactly as it is written, with no blank put around it, and how it came there is known."""
    result = rendered(ladder, text, source, japanese, kind)
    (placed,) = result.placed
    assert placed.place.span.of(result.text) == japanese
    assert placed.rung is not Rung.PLAIN
    assert " " not in result.text
    assert result.text.endswith("。")


def test_a_term_the_model_knows_is_its_own(ladder):
    """東京 comes by itself."""
    result = rendered(ladder, "He lives in Tokyo.", "Tokyo", "東京", "name")
    assert [placed.rung for placed in result.placed] == [Rung.PLAIN]
